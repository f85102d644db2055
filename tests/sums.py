"""What a model says for a project that comes right at once: first the plan, then the files."""

import json

PLAN = json.dumps({"files": [{"path": "src/lib.rs", "holds": "all"}], "tests": ["adds"]})
MANIFEST = '[package]\nname = "sums"\nversion = "0.1.0"\nedition = "2024"\n'
LIB = """\
/// Returns the sum.
pub fn add(a: i32, b: i32) -> i32 {
    a + b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds() {
        assert_eq!(add(2, 3), 5);
    }
}
"""


def blocks(lib: str = LIB, **more: str) -> str:
    files = {"Cargo.toml": MANIFEST, "src/lib.rs": lib, **more}
    return "\n".join(f"[filename: {path}]\n{text}" for path, text in files.items())
