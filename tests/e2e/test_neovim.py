"""A real Neovim with the real rust-analyzer and the real server beside it."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from model_server import ModelServer, Step, ok

HERE = Path(__file__).parent
REPOSITORY = HERE.parent.parent
TOOLS = REPOSITORY / ".tools" / "editors" / "bin"
PLUGIN = REPOSITORY / "editors" / "neovim"

MANIFEST = '[package]\nname = "words"\nversion = "0.1.0"\nedition = "2024"\n'
# the second statement of the line lies behind characters of two, three and four bytes
LINE = """\
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
REPORT = "fn report(words: Vec<String>) -> usize {\n    words.len()\n}\n"
MAIN = """\
fn main() {
    let words = vec!["é".to_string()];
    println!("{} words", report(words));
    println!("{:?}", words);
}
"""


ANSWER = """Line by line:

```rust
pub fn count(text: &str) -> usize {
    text.lines().count()
}
```
"""
PLAN = json.dumps({"files": [{"path": "src/lib.rs", "holds": "all"}], "tests": ["adds"]})
SUMS = """\
[filename: Cargo.toml]
[package]
name = "sums"
version = "0.1.0"
edition = "2024"

[filename: src/lib.rs]
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


@pytest.fixture
def tools() -> Path:
    folder = Path(os.environ.get("RUSTMEND_TEST_EDITORS", TOOLS))
    if not (folder / "nvim").exists() or not (folder / "rust-analyzer").exists():
        lacking(f"no Neovim and rust-analyzer in {folder}: run `make tools`")
    return folder


@pytest.fixture
def server(tmp_path: Path) -> Path:
    """A command that starts this checkout's server with folders of its own."""
    script = tmp_path / "rustmend"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m rustmend "$@"\n')
    script.chmod(0o755)
    return script


class Neovim:
    """Runs a scenario of ``neovim/`` in a folder with a space and an accent in its name."""

    def __init__(self, tools: Path, server: Path, folder: Path) -> None:
        self.project = folder / "words é"
        self._tools, self._server, self._folder = tools, server, folder

    def write(self, **files: str) -> None:
        _write(self.project, files)

    def play(
        self, scenario: str, encoding: str = "utf-8", variables: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        """Return what was seen; an expectation that failed fails the test."""
        result = self._folder / "result.json"
        environment = {
            **os.environ,
            "RUSTMEND_VERIFY_ON_BATTERY": "true",
            **{
                f"XDG_{kind}_HOME": str(self._folder / kind.lower())
                for kind in ("CACHE", "DATA", "STATE", "CONFIG")
            },
            **(variables or {}),
        }
        harness = HERE / "neovim" / "harness.lua"
        done = subprocess.run(
            [
                self._tools / "nvim", "--clean", "-l", HERE / "neovim" / f"{scenario}.lua", harness,
                self._tools / "rust-analyzer", self._server, PLUGIN, self.project, result, encoding,
            ],
            env=environment, capture_output=True, text=True, timeout=500, check=False,
        )  # fmt: skip
        assert result.exists(), done.stderr
        seen: dict[str, Any] = json.loads(result.read_text())
        assert seen.get("problem") is None, f"{seen['problem']}\n{done.stderr}"
        assert done.returncode == 0, done.stderr
        assert seen["messages"].strip() == ""
        assert seen["notifications"] == []
        return seen

    def check(self) -> None:
        """Cargo agrees with what the buffers wrote."""
        checked = subprocess.run(
            [shutil.which("cargo") or "cargo", "check", "--all-targets"],
            cwd=self.project, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert checked.returncode == 0, checked.stderr


@pytest.fixture
def neovim(tools: Path, server: Path, tmp_path: Path) -> Neovim:
    return Neovim(tools, server, tmp_path)


@pytest.mark.editor
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_verified_fix_is_in_the_merged_menu_and_mends_the_buffer(
    neovim: Neovim, encoding: str
) -> None:
    neovim.write(main=LINE)
    seen = neovim.play("two_servers", encoding)
    assert sorted(seen["attached"]) == ["rust_analyzer", "rustmend"]
    assert seen["encodings"] == [encoding, encoding]
    ours = [item for item in seen["menu"] if item["client"] == "rustmend" and "✓" in item["title"]]
    assert ours, seen["menu"]
    assert len(ours) <= 3
    assert "no errors left" in ours[0]["title"]
    signs = [(each["sign"].strip(), each["priority"]) for each in seen["line"] if "sign" in each]
    assert ("E", 10) in signs
    assert ("H", 9) in signs
    marks = [each["text"] for each in seen["line"] if each.get("text")]
    assert marks == [[[" ✓", "DiagnosticHint"]]]
    assert seen["undone"] is True
    assert "words" in seen["hover"]
    neovim.check()


@pytest.mark.editor
def test_a_fix_over_two_files_is_looked_at_and_made(neovim: Neovim) -> None:
    neovim.write(main=f"mod report;\n\nuse report::report;\n\n{MAIN}", report=f"pub {REPORT}")
    neovim.play("fixes")
    neovim.check()
    assert "words: &" in (neovim.project / "src" / "report.rs").read_text()


@pytest.mark.editor
def test_explanations_past_fixes_doctor_health_and_restart(neovim: Neovim) -> None:
    neovim.write(main=f"{REPORT}\n{MAIN}")
    _write(neovim.project.parent / "other", {"main": f"{REPORT}\n{MAIN}"})
    neovim.play("windows")
    neovim.check()


@pytest.mark.editor
def test_every_other_command_without_a_model(neovim: Neovim) -> None:
    neovim.write(main=f"{REPORT}\n{MAIN}")
    neovim.play("commands")


@pytest.mark.editor
def test_questions_and_projects_with_a_model(neovim: Neovim) -> None:
    neovim.write(main=f"{REPORT}\n{MAIN}")
    with ModelServer([ok(ANSWER), ok(PLAN), ok(SUMS), Step(hang=True)]) as model:
        neovim.play("model", variables=model.environment)
    assert len(model.requests) == 4


@pytest.mark.editor
def test_wrong_options_and_a_missing_server_are_told(neovim: Neovim) -> None:
    neovim.write(main="fn main() {}\n")
    neovim.play("options")


@pytest.mark.editor
def test_the_help_has_its_tags_and_everything_there_is(tools: Path, tmp_path: Path) -> None:
    """Neovim makes the tags itself, and complains of one that is there twice."""
    shutil.copytree(PLUGIN / "doc", tmp_path / "doc")
    done = subprocess.run(
        [tools / "nvim", "--clean", "--headless", f"+helptags {tmp_path / 'doc'}", "+qa"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stderr.strip() == ""
    tags = {line.split("\t")[0] for line in (tmp_path / "doc" / "tags").read_text().splitlines()}
    lua = PLUGIN / "lua" / "rustmend"
    commands = re.findall(r"^  (\w+) = \{", (lua / "command.lua").read_text(), re.M)
    assert len(commands) > 10
    mapped = re.findall(
        r"'(\w+)'", (PLUGIN / "plugin" / "rustmend.lua").read_text().split("for _")[1]
    )
    options = re.findall(r"^---@field (\w+)", (lua / "options.lua").read_text(), re.M)
    public = re.findall(r"^function M\.(\w+)", (lua / "init.lua").read_text(), re.M)
    wanted = {
        *(f":Rustmend-{name}" for name in commands),
        *(f"<Plug>(rustmend-{name})" for name in mapped if name in commands),
        *(f"rustmend-option-{name}" for name in options),
        *(f"rustmend.{name}()" for name in public),
    }
    assert wanted <= tags, wanted - tags
    text = (PLUGIN / "doc" / "rustmend.txt").read_text()
    linked = set(re.findall(r"\|([^|\s]+)\|", text))
    assert {name for name in linked if "rustmend" in name.lower()} <= tags


@pytest.mark.editor
def test_the_lua_is_formatted_and_clean() -> None:
    luacheck, npm = shutil.which("luacheck"), shutil.which("npm")
    if luacheck is None:
        lacking("no luacheck: apt install lua-check")
    if npm is None or not (PLUGIN / "node_modules").exists():
        lacking("no StyLua: run `make tools`")
    for command, folder in (
        ([str(luacheck), "--quiet", "lsp", "lua", "plugin"], PLUGIN),
        ([str(luacheck), "--quiet", "."], HERE / "neovim"),
        ([str(npm), "run", "--silent", "check"], PLUGIN),
    ):
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def _write(project: Path, files: dict[str, str]) -> None:
    (project / "src").mkdir(parents=True)
    (project / "Cargo.toml").write_text(MANIFEST)
    for name, text in files.items():
        (project / "src" / f"{name}.rs").write_text(text)


def lacking(reason: str) -> None:
    """A missing tool is a failure in CI, and elsewhere a reason to skip."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
