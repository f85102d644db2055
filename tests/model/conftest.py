"""A workspace with an error that wants thought, and the program to mend it with a model."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from model_server import ModelServer, Step

MANIFEST = '[package]\nname = "shop"\nversion = "0.1.0"\nedition = "2021"\n'
# the guard of the borrow wants another order, and the caller in another file another type
STOCK = """\
use std::collections::HashMap;

#[derive(Default)]
pub struct Stock {
    counts: HashMap<String, u32>,
    log: Vec<String>,
}

impl Stock {
    pub fn put(&mut self, name: &str, count: u32) {
        self.counts.insert(name.to_string(), count);
    }

    pub fn take(&mut self, name: &str, count: u32) -> Option<u32> {
        let left = self.counts.get_mut(name)?;
        self.note(format!("took {count} of {name}"));
        *left = left.checked_sub(count)?;
        Some(*left)
    }

    pub fn log(&self) -> &[String] {
        &self.log
    }

    fn note(&mut self, line: String) {
        self.log.push(line);
    }
}
"""
LIB = """\
pub mod stock;

pub fn sell(stock: &mut stock::Stock, names: &[&str]) -> Option<u32> {
    let mut left = 0;
    for name in names {
        left += stock.take(name, 1)?;
    }
    Some(left)
}
"""
SHOP = """\
use shop::{sell, stock::Stock};

#[test]
fn only_what_was_taken_is_noted() {
    let mut stock = Stock::default();
    stock.put("tea", 1);
    assert_eq!(sell(&mut stock, &["tea"]), Some(0));
    assert_eq!(stock.take("tea", 5), None);
    assert_eq!(stock.log(), ["took 1 of tea"]);
}
"""


def edit(find: str, replace: str, file: str = "src/stock.rs", line: int = 0) -> dict[str, Any]:
    return {"file": file, "line": line, "find": find, "replace": replace}


def answer(*edits: dict[str, Any], title: str = "Note it once it is taken") -> str:
    return json.dumps({"diagnosis": "the borrow lasts", "title": title, "edits": list(edits)})


BODY = """\
        self.note(format!("took {count} of {name}"));
        *left = left.checked_sub(count)?;
        Some(*left)"""
GOOD = answer(
    edit(
        BODY,
        """\
        *left = left.checked_sub(count)?;
        let left = *left;
        self.note(format!("took {count} of {name}"));
        Some(left)""",
    )
)
# compiles, and is not what the tests want
TOO_EARLY = answer(
    edit(
        "        let left = self.counts.get_mut(name)?;\n" + BODY,
        """\
        self.note(format!("took {count} of {name}"));
        let left = self.counts.get_mut(name)?;
        *left = left.checked_sub(count)?;
        Some(*left)""",
    ),
    title="Note it first",
)
CHEATS = answer(edit('        self.note(format!("took {count} of {name}"));\n', ""), title="Less")
STILL_BROKEN = answer(edit("        Some(*left)", "        Some(*left + 0)"))
WORSE = answer(edit("        Some(*left)", "        Some(*nothing + nowhere + undefined)"))
ASTRAY = answer(edit("        return gone;", "        Some(*left)"))
OUTSIDE = answer(edit("root", "toor", file="../../etc/passwd"))

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    files = {
        "Cargo.toml": MANIFEST, "src/lib.rs": LIB, "src/stock.rs": STOCK, "tests/shop.rs": SHOP,
    }  # fmt: skip
    for name, text in files.items():
        file = tmp_path / "shop" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return tmp_path / "shop"


@pytest.fixture
def rustmend(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run the command line with no settings but those given."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("RUSTMEND_")},
        "RUSTMEND_CACHE_PATH": str(tmp_path / "cache"),
        "RUSTMEND_JOURNAL_PATH": str(tmp_path / "journal.sqlite3"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }

    def run(*args: object, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "rustmend", *map(str, args)],
            capture_output=True, text=True, env={**environment, **more}, check=False,
        )  # fmt: skip

    return run


@pytest.fixture
def served() -> Iterator[Callable[..., ModelServer]]:
    """Start servers that play scripts, and close them."""
    started: list[ModelServer] = []

    def serve(*script: Step | str) -> ModelServer:
        server = ModelServer(script)
        started.append(server)
        server.__enter__()
        return server

    yield serve
    for server in started:
        server.__exit__()
