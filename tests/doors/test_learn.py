"""``rustmend kb learn``: what somebody shows once is offered as a past fix elsewhere."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

MANIFEST = '[package]\nname = "{name}"\nversion = "0.1.0"\nedition = "2024"\n'
BROKEN = """\
pub struct Ledger {
    entries: Vec<u32>,
}

impl Ledger {
    pub fn average(&self) -> u32 {
        self.entries.iter().sum::<u32>() / self.entries.len()
    }
}
"""
MENDED = BROKEN.replace(
    "/ self.entries.len()", "/ u32::try_from(self.entries.len()).unwrap_or(u32::MAX)"
)
OTHER = """\
pub fn share(weight: u32, parts: &[String]) -> u32 {
    weight / parts.len()
}
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def rustmend(tmp_path: Path) -> Run:
    environment = {
        **os.environ,
        "RUSTMEND_CACHE_PATH": str(tmp_path / "cache"),
        "RUSTMEND_JOURNAL_PATH": str(tmp_path / "journal.sqlite"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }

    def run(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "rustmend", *map(str, arguments)],
            cwd=cwd or tmp_path, env=environment, capture_output=True, text=True, timeout=300,
            check=False,
        )  # fmt: skip

    return run


def crate(root: Path, text: str, name: str) -> Path:
    (root / "src").mkdir(parents=True)
    (root / "Cargo.toml").write_text(MANIFEST.format(name=name))
    (root / "src" / "lib.rs").write_text(text)
    return root


def test_what_two_folders_show_is_offered_in_another_project(rustmend: Run, tmp_path: Path) -> None:
    before = crate(tmp_path / "before", BROKEN, "books")
    after = crate(tmp_path / "after", MENDED, "books")
    done = rustmend("kb", "learn", before, after, "--json")
    assert done.returncode == 0, done.stderr
    learned = json.loads(done.stdout)["learned"]
    assert {each["code"] for each in learned} == {"E0308", "E0277"}
    assert learned[0]["rewrites"][0]["rewrite"] == "$1 → u32::try_from($1).unwrap_or(u32::MAX)"
    assert learned[0]["rewrites"][0]["everywhere"] is True
    assert (before / "src" / "lib.rs").read_text() == BROKEN
    assert sorted(path.name for path in before.iterdir()) == ["Cargo.toml", "src"]
    other = crate(tmp_path / "other", OTHER, "shares")
    answer = json.loads(rustmend("fix", other, "--json").stdout)
    [fix] = answer["fixes"]
    assert (fix["origin"], fix["level"]) == ("past-fix", "clean")
    assert "+    weight / u32::try_from(parts.len()).unwrap_or(u32::MAX)" in fix["diff"]
    assert fix["title"].endswith(" as in a past fix")
    shown = json.loads(rustmend("check", other, "--json").stdout)
    assert {each["origin"] for one in shown["diagnostics"] for each in one["fixes"]} == {"past-fix"}


def test_two_files_teach_as_well(rustmend: Run, tmp_path: Path) -> None:
    before, after, other = (tmp_path / name for name in ("before.rs", "after.rs", "other.rs"))
    before.write_text('fn main() {\n    let total: f64 = 3;\n    println!("{total}");\n}\n')
    after.write_text(
        'fn main() {\n    let total: f64 = f64::from(3);\n    println!("{total}");\n}\n'
    )
    other.write_text("fn half(x: f64) -> f64 {\n    x / 2.0\n}\n\nfn main() {\n"
                     "    let n = 7i32;\n    println!(\"{}\", half(n));\n}\n")  # fmt: skip
    done = rustmend("kb", "learn", before, after)
    assert done.returncode == 0, done.stderr
    assert "mismatched types" in done.stdout and "f64::from" in done.stdout
    answer = json.loads(rustmend("check", other, "--json").stdout)
    [fix] = answer["diagnostics"][0]["fixes"]
    assert fix["origin"] == "past-fix"
    assert '+    println!("{}", half(f64::from(n)));' in fix["diff"]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (MENDED, MENDED, "both say the same"),
        (MENDED, MENDED.replace("average", "mean"), "no error"),
        (BROKEN, BROKEN.replace("average", "mean"), "no repair"),
        (BROKEN, BROKEN + "fn x() { y }", "cannot find value `y`"),
    ],
)
def test_what_is_no_repair_is_said(
    rustmend: Run, tmp_path: Path, before: str, after: str, said: str
) -> None:
    one = crate(tmp_path / "before", before, "books")
    other = crate(tmp_path / "after", after, "books")
    done = rustmend("kb", "learn", one, other)
    assert done.returncode == 2
    assert said in done.stderr and "Traceback" not in done.stderr


def test_wrong_paths_are_said(rustmend: Run, tmp_path: Path) -> None:
    one = crate(tmp_path / "before", BROKEN, "books")
    (tmp_path / "x.rs").write_text("fn main() {}")
    for other, said in ((tmp_path / "nowhere", "not there"), (tmp_path / "x.rs", "a folder")):
        done = rustmend("kb", "learn", one, other, "--json")
        assert done.returncode == 2
        assert said in json.loads(done.stdout)["error"]
    (tmp_path / "latin.rs").write_bytes(b'fn main() { let name = "\xe9"; }')
    done = rustmend("kb", "learn", tmp_path / "latin.rs", tmp_path / "x.rs")
    assert done.returncode == 2 and "latin.rs is no UTF-8 text" in done.stderr


def test_what_was_shown_is_listed_by_what_changed_and_shown_with_how_it_came_about(
    rustmend: Run, tmp_path: Path
) -> None:
    before, after = tmp_path / "before.rs", tmp_path / "after.rs"
    broken = "fn main() {\n    let n: u8 = 1;\n    let all: HashMap<u8, u8> = HashMap::new();\n}\n"
    before.write_text(broken)
    after.write_text("use std::collections::HashMap;\n\n" + broken)
    assert rustmend("kb", "learn", before, after).returncode == 0
    listed = json.loads(rustmend("kb", "list", "fixes", "--json").stdout)["past_fixes"]
    assert {each["title"] for each in listed} == {"Insert `use std::collections::HashMap;`"}
    page = rustmend("kb", "show", listed[0]["id"][:8]).stdout
    assert f"Mended by hand in {tmp_path}, on " in page
    assert rustmend("kb", "forget", listed[0]["id"]).returncode == 0
    left = json.loads(rustmend("kb", "stats", "--json").stdout)["past_fixes"]
    assert (left["fixes"], left["forgotten"]) == (len(listed) - 1, 1)
