"""A workspace of more than 10,000 lines with real dependencies, made from nothing.

One root crate (``base``) that all others use, middle crates that use it, leaf crates that
use a middle one. Every crate has a place where a slip can be made and mended.
"""

import subprocess
from pathlib import Path

MIDDLES = 6
LEAVES = 18
MODULES = 6
FUNCTIONS = 12

MODULE = """\
//! Generated: one of many alike, so that there is something to compile.

use serde::{{Deserialize, Serialize}};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record{n} {{
    pub name: String,
    pub values: Vec<f64>,
    pub tags: BTreeMap<String, u64>,
}}

impl Record{n} {{
    pub fn new(name: &str) -> Self {{
        Self {{ name: name.to_string(), values: Vec::new(), tags: BTreeMap::new() }}
    }}

    pub fn mean(&self) -> Option<f64> {{
        if self.values.is_empty() {{
            return None;
        }}
        Some(self.values.iter().sum::<f64>() / self.values.len() as f64)
    }}
}}
"""

FUNCTION = """
pub fn step_{n}(records: &[Record{m}], limit: usize) -> BTreeMap<String, f64> {{
    let mut found = BTreeMap::new();
    for record in records.iter().take(limit) {{
        let Some(mean) = record.mean() else {{ continue }};
        let entry = found.entry(record.name.clone()).or_insert(0.0);
        *entry += mean * {n}.0;
    }}
    found
}}
"""

# `slip` is what the benchmark changes: a dropped `&` at the argument of `describe`.
PLACE = """
pub struct Item {{
    pub name: String,
    pub size: usize,
}}

pub fn describe(item: &Item) -> String {{
    format!("{{}}: {{}}", item.name, item.size)
}}

pub fn report(size: usize) -> String {{
    let item = Item {{ name: "{name}".to_string(), size }};
    let text = describe(&item);
    format!("{{text}} of {{}} in 0", item.size)
}}
"""
WHOLE, BROKEN = "describe(&item)", "describe(item)"


def make(root: Path) -> None:
    """Write the workspace to ``root`` and fetch what it depends on."""
    root.mkdir(parents=True)
    (root / "Cargo.toml").write_text(
        '[workspace]\nresolver = "3"\nmembers = ["crates/*"]\n\n[workspace.dependencies]\n'
        'serde = { version = "=1.0.219", features = ["derive"] }\n'
        'serde_json = "=1.0.140"\nregex = "=1.11.1"\n'
        'tokio = { version = "=1.45.1", features = ["rt", "sync", "macros"] }\n'
    )
    _crate(root, "base", [])
    for number in range(MIDDLES):
        _crate(root, f"middle{number}", ["base"])
    for number in range(LEAVES):
        _crate(root, f"leaf{number}", ["base", f"middle{number % MIDDLES}"])
    subprocess.run(["cargo", "generate-lockfile", "--quiet"], cwd=root, check=True)


def place(root: Path, crate: str) -> Path:
    """Return the file of ``crate`` where slips are made."""
    return root / "crates" / crate / "src" / "lib.rs"


def change(root: Path, crate: str, number: int, *, broken: bool) -> None:
    """Make the ``number``-th change of ``crate``: its text differs from all others."""
    file = place(root, crate)
    head, _, tail = file.read_text().partition("    let text = ")
    # the line of the call, and the one after it, are written anew
    rest = tail.split("\n", 2)[2]
    line = f'    format!("{{text}} of {{}} in {number}", item.size)\n'
    file.write_text(f"{head}    let text = {BROKEN if broken else WHOLE};\n{line}{rest}")


def lines(root: Path) -> int:
    """Count the lines of Rust."""
    return sum(len(file.read_text().splitlines()) for file in root.glob("crates/*/src/*.rs"))


def _crate(root: Path, name: str, uses: list[str]) -> None:
    folder = root / "crates" / name
    (folder / "src").mkdir(parents=True)
    dependencies = "".join(f'{each} = {{ path = "../{each}" }}\n' for each in uses)
    (folder / "Cargo.toml").write_text(
        f'[package]\nname = "{name}"\nversion = "0.1.0"\nedition = "2024"\n\n[dependencies]\n'
        "serde.workspace = true\nserde_json.workspace = true\nregex.workspace = true\n"
        f"tokio.workspace = true\n{dependencies}"
    )
    modules = []
    for module in range(MODULES):
        modules.append(f"pub mod part{module};")
        text = MODULE.format(n=module)
        text += "".join(FUNCTION.format(n=n, m=module) for n in range(FUNCTIONS))
        (folder / "src" / f"part{module}.rs").write_text(text)
    (folder / "src" / "lib.rs").write_text("\n".join(modules) + "\n" + PLACE.format(name=name))
