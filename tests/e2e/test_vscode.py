"""The VS Code extension: its manifest, its own tests, and what they see in the real workbench."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from model_server import ModelServer, Step, ok
from rustmend import __version__
from rustmend.config import vscode_properties
from sums import PLAN, blocks

REPOSITORY = Path(__file__).parent.parent.parent
EXTENSION = REPOSITORY / "editors" / "vscode"
MANIFEST = EXTENSION / "package.json"
TOOLS = REPOSITORY / ".tools"

BLESS = os.environ.get("RUSTMEND_BLESS") == "1"


def test_the_manifest_has_the_servers_settings() -> None:
    """``RUSTMEND_BLESS=1`` writes them."""
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    client, server = manifest["contributes"]["configuration"]
    # JSON knows no tuples
    expected = json.loads(json.dumps(vscode_properties()))
    if BLESS:
        server["properties"] = expected
        text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
        MANIFEST.write_text(text, encoding="utf-8")
    assert server["title"] == "Server"
    assert server["properties"] == expected
    assert not set(client["properties"]) & set(server["properties"])


def test_the_extension_and_the_server_have_one_version() -> None:
    assert json.loads(MANIFEST.read_text(encoding="utf-8"))["version"] == __version__


def test_the_lock_file_is_tied_to_no_registry() -> None:
    assert '"resolved"' not in (EXTENSION / "package-lock.json").read_text(encoding="utf-8")


@pytest.mark.editor
def test_types_style_and_units() -> None:
    npm = needed_packages()
    run([npm, "run", "--silent", "lint"])
    run([npm, "test", "--silent"])


@pytest.mark.workbench
@pytest.mark.timeout(1600)
@pytest.mark.parametrize("suite", ["host", "fixes", "start", "model"])
def test_in_the_real_workbench(suite: str, tmp_path: Path) -> None:
    """The pictures that the tests take are kept where ``RUSTMEND_TEST_PICTURES`` says."""
    npm = needed_packages()
    code = Path(os.environ.get("RUSTMEND_TEST_VSCODE", TOOLS / "vscode"))
    editors = Path(os.environ.get("RUSTMEND_TEST_EDITORS", TOOLS / "editors" / "bin"))
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
    for tool in (code / "bin" / "vscode-server", editors / "rust-analyzer"):
        if not tool.exists():
            lacking(f"no {tool}: run `make tools`")
    if not Path(chromium).exists():
        lacking("no chromium: install it, or name it in CHROMIUM")
    server = tmp_path / "rustmend"
    server.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m rustmend "$@"\n')
    server.chmod(0o755)
    if suite == "start":
        run(["make", "--silent", "-C", str(REPOSITORY), "vsix"])
    run([npm, "run", "--silent", "build"])
    with ModelServer([ok(PLAN), ok(blocks()), Step(hang=True)]) as model:
        run(
            [npm, "exec", "--", "mocha", "--timeout", "300000", f"out/workbench/{suite}.test.js"],
            CODE_SERVER=str(code),
            CHROMIUM=chromium,
            RUST_ANALYZER=str(editors / "rust-analyzer"),
            RUSTMEND=str(server),
            MODEL=model.url,
            VSIX=str(REPOSITORY / "dist" / f"rustmend-{__version__}.vsix"),
            PICTURES=os.environ.get("RUSTMEND_TEST_PICTURES", str(tmp_path / "pictures")),
        )
    # the three questions of a project that is made and one that is not: none without being asked
    assert len(model.requests) == (3 if suite == "model" else 0)


def needed_packages() -> str:
    """Return npm, with the extension's packages there."""
    npm = shutil.which("npm")
    if npm is None:
        lacking("no npm: install Node.js 20 or newer")
    if not (EXTENSION / "node_modules" / ".package-lock.json").exists():
        lacking("the extension's packages are not installed: run `make tools`")
    return str(npm)


def lacking(reason: str) -> None:
    """A missing tool is a failure in CI, and elsewhere a reason to skip."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def run(command: list[str], **variables: str) -> None:
    done = subprocess.run(
        command, cwd=EXTENSION, env={**os.environ, **variables}, capture_output=True, text=True,
        timeout=1500, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
