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
from sums import PLAN, blocks

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
def test_what_is_mended_by_hand_is_offered_again_and_in_another_project(neovim: Neovim) -> None:
    broken = (
        "fn average(entries: &[u32]) -> u32 {\n    entries.iter().sum::<u32>() / entries.len()\n}\n"
    )
    neovim.write(main=f'{broken}\nfn main() {{\n    println!("{{}}", average(&[1]));\n}}\n')
    other = "pub fn each(size: u32, rows: &[u8]) -> u32 {\n    size / rows.len()\n}\n"
    _write(neovim.project.parent / "other", {"main": f"{other}\nfn main() {{}}\n"})
    neovim.play("learning", variables={"RUSTMEND_LEARN_AFTER": "0"})
    neovim.check()


@pytest.mark.editor
def test_writing_mends_where_that_was_asked_for(neovim: Neovim, tmp_path: Path) -> None:
    script = tmp_path / "on_save.lua"
    script.write_text(_lua_of(PLUGIN / "doc" / "rustmend.txt", "whenever a Rust file is written"))
    neovim.write(main=f"{REPORT}\n{MAIN}")
    neovim.play("on_save", variables={"ON_SAVE": str(script)})
    neovim.check()


def _lua_of(page: Path, before: str) -> str:
    """Return the block of Lua that follows ``before`` in a page of the plugin's."""
    text = page.read_text().partition(before)[2]
    block = re.search(r"(?:```lua|>lua)\n(.*?)(?:```|\n<)", text, re.S)
    assert block, before
    return block[1]


def _ways(clone: Path, data: Path) -> dict[str, str]:
    """Return an init.lua for each way that the plugin is installed by, from what its pages say."""
    help_page = PLUGIN / "doc" / "rustmend.txt"
    readme = _lua_of(PLUGIN / "README.md", "In your `init.lua`")
    packed = _lua_of(help_page, "from the repository's address")
    lazy = _lua_of(help_page, "With lazy.nvim")
    site = data / "nvim" / "site" / "pack" / "rustmend" / "start" / "rustmend"
    return {
        "as the README says": readme.replace("/path/to/clone", str(clone)),
        "a plain package": f"""
            vim.fn.mkdir({json.dumps(str(site.parent))}, 'p')
            vim.uv.fs_symlink({json.dumps(str(clone / "editors/neovim"))}, {json.dumps(str(site))})
            vim.cmd.packloadall({{ bang = true }})
            vim.lsp.enable('rustmend')
        """,
        # it asks before it installs, which nobody answers here
        "vim.pack": packed.replace("ADDRESS", f"file://{clone}").replace(
            "}, {\n", "}, {\n confirm = false,\n", 1
        ),
        # what lazy.nvim does with such a specification once a file of the type is opened
        "lazy.nvim, by file type": f"""
            local spec = {lazy.strip().replace("/path/to/clone", str(clone))}
            vim.api.nvim_create_autocmd('FileType', {{
              pattern = spec.ft, once = true, callback = function(event)
                vim.opt.runtimepath:prepend(spec.dir)
                for _, file in ipairs(vim.fn.glob(spec.dir .. '/plugin/*.lua', false, true)) do
                  vim.cmd.source(file)
                end
                require('rustmend').setup(spec.opts)
                vim.api.nvim_exec_autocmds('FileType', {{ buffer = event.buf, modeline = false }})
              end,
            }})
        """,
        "after the start, beside a client that a plugin started": f"""
            vim.api.nvim_create_autocmd('FileType', {{ pattern = 'rust', callback = function(event)
              vim.lsp.start({{
                name = 'rust-analyzer', cmd = {{ vim.env.RUST_ANALYZER }},
                root_dir = vim.fs.root(event.buf, 'Cargo.toml'),
              }})
            end }})
            vim.api.nvim_create_autocmd('VimEnter', {{ callback = function()
              vim.schedule(function()
                {readme.replace("/path/to/clone", str(clone))}
                vim.cmd('runtime! plugin/rustmend.lua')
              end)
            end }})
        """,
    }


@pytest.mark.editor
@pytest.mark.parametrize("way", list(_ways(Path(), Path())))
def test_a_new_users_neovim_comes_to_its_first_fix(
    tools: Path, server: Path, tmp_path: Path, way: str
) -> None:
    """A home with nothing in it but an init.lua, and ``rustmend`` on PATH."""
    home, clone, project = tmp_path / "home", tmp_path / "clone", tmp_path / "words é"
    shutil.copytree(
        PLUGIN, clone / "editors" / "neovim", ignore=shutil.ignore_patterns("node_modules")
    )
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "all"]):
        subprocess.run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@localhost", *command],
            cwd=clone, check=True,
        )  # fmt: skip
    config = home / ".config" / "nvim"
    config.mkdir(parents=True)
    (config / "init.lua").write_text(_ways(clone, home / ".local" / "share")[way])
    _write(project, {"main": f"{REPORT}\n{MAIN}"})
    result = tmp_path / "result.json"
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "NVIM"))
    }
    environment |= {
        "HOME": str(home),
        "PATH": f"{server.parent}{os.pathsep}{os.environ['PATH']}",
        "CARGO_HOME": os.environ.get("CARGO_HOME", str(Path.home() / ".cargo")),
        "RUSTUP_HOME": os.environ.get("RUSTUP_HOME", str(Path.home() / ".rustup")),
        "RUST_ANALYZER": str(tools / "rust-analyzer"),
        "RUSTMEND_VERIFY_ON_BATTERY": "true",
        "RESULT": str(result),
        "SCENARIO": str(HERE / "neovim" / "fresh.lua"),
    }
    done = subprocess.run(
        [
            tools / "nvim", "--headless", project / "src" / "main.rs",
            # what comes with -c is done before the start is over
            "-c", "autocmd VimEnter * ++once lua vim.defer_fn(loadfile(vim.env.SCENARIO), 200)",
        ],
        env=environment, capture_output=True, text=True, timeout=400, check=False,
    )  # fmt: skip
    assert result.exists(), done.stdout + done.stderr
    seen = json.loads(result.read_text())
    assert seen.get("problem") is None, f"{seen}\n{done.stderr}"
    assert seen["command"] is True
    assert seen["clients"].count("rustmend") == 1
    assert ("rust-analyzer" in seen["clients"]) == ("beside" in way)
    assert any("✓ no errors left" in title for title in seen["titles"]), seen["titles"]
    assert "E5" not in seen["messages"], seen["messages"]


@pytest.mark.editor
def test_every_other_command_without_a_model(neovim: Neovim) -> None:
    neovim.write(main=f"{REPORT}\n{MAIN}")
    neovim.play("commands")


@pytest.mark.editor
def test_questions_and_projects_with_a_model(neovim: Neovim) -> None:
    neovim.write(main=f"{REPORT}\n{MAIN}")
    with ModelServer([ok(ANSWER), ok(PLAN), ok(blocks()), Step(hang=True)]) as model:
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
