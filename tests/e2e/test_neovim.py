"""A real Neovim with the real rust-analyzer and the real server beside it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
REPOSITORY = HERE.parent.parent
TOOLS = REPOSITORY / ".tools" / "editors" / "bin"

pytestmark = pytest.mark.editor

BROKEN = """\
use std::collections::BTreeMap;

// Größe 🦀
fn count(words: &[String]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in words {
        *counts.entry(word.clone()).or_insert(0) += 1;
    }
    counts
}

fn report(words: Vec<String>) -> usize {
    words.len()
}

fn main() {
    let words = vec!["é".to_string(), "🦀".to_string()];
    println!("é🦀 {}", report(words)); println!("{:?}", count(&words));
}
"""


@pytest.fixture
def tools() -> Path:
    folder = Path(os.environ.get("RUSTMEND_TEST_EDITORS", TOOLS))
    if not (folder / "nvim").exists() or not (folder / "rust-analyzer").exists():
        reason = f"no Neovim and rust-analyzer in {folder}: run `make tools`"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return folder


@pytest.fixture
def server(tmp_path: Path) -> Path:
    """A command that starts this checkout's server with folders of its own."""
    script = tmp_path / "rustmend"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m rustmend "$@"\n')
    script.chmod(0o755)
    return script


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "words é"
    (root / "src").mkdir(parents=True)
    (root / "Cargo.toml").write_text(
        '[package]\nname = "words"\nversion = "0.1.0"\nedition = "2024"\n'
    )
    return root


def drive(tools: Path, server: Path, project: Path, tmp_path: Path) -> dict[str, object]:
    result = tmp_path / "result.json"
    environment = {
        **os.environ,
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }
    done = subprocess.run(
        [
            tools / "nvim", "--clean", "-l", HERE / "two_servers.lua", tools / "rust-analyzer",
            server, REPOSITORY / "editors" / "neovim", project, result,
        ],
        env=environment, capture_output=True, text=True, timeout=500, check=False,
    )  # fmt: skip
    assert result.exists(), done.stderr
    seen: dict[str, object] = json.loads(result.read_text())
    assert seen.get("problem") is None, (seen, done.stderr)
    assert done.returncode == 0, done.stderr
    return seen


def test_a_verified_fix_is_in_the_merged_menu_and_mends_the_buffer(
    tools: Path, server: Path, project: Path, tmp_path: Path
) -> None:
    (project / "src" / "main.rs").write_text(BROKEN)
    seen = drive(tools, server, project, tmp_path)
    assert sorted(seen["attached"]) == ["rust_analyzer", "rustmend"]
    ours = [item for item in seen["menu"] if item["client"] == "rustmend" and "✓" in item["title"]]
    assert ours, seen["menu"]
    assert len(ours) <= 3
    assert "no errors left" in ours[0]["title"]
    assert seen["undone"] is True
    assert any("words" in line for line in seen["hover"])
    assert seen["messages"].strip() == ""
    assert seen["notifications"] == []
    checked = subprocess.run(
        [shutil.which("cargo") or "cargo", "check", "--all-targets"],
        cwd=project, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stderr
