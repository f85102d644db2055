"""The page in a real Chromium, driven from the keyboard and the mouse."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
PLAYWRIGHT = HERE.parents[1] / "editors/vscode/node_modules/playwright-core"
BROKEN = 'fn main() {\n    let s: String = "word";\n    println!("{s}");\n}\n'


def missing() -> str:
    """Return which of the tools that drive a browser is not there."""
    if not PLAYWRIGHT.is_dir():
        return "playwright-core: run make tools"
    absent = [tool for tool in ("node", "chromium") if not shutil.which(tool)]
    return f"{', '.join(absent)} not found" if absent else ""


@pytest.fixture(scope="module")
def seen(start_with_history: Any, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    if why_not := missing():
        pytest.fail(why_not) if os.environ.get("CI") else pytest.skip(why_not)
    shots = Path(os.environ.get("RUSTMEND_SHOTS") or tmp_path_factory.mktemp("shots"))
    done = subprocess.run(
        ["node", HERE / "page.mjs", start_with_history.url, shots, shutil.which("chromium")],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert len(list(shots.glob("*.png"))) >= 9
    said: dict[str, Any] = json.loads(done.stdout)
    return said


@pytest.fixture(scope="module")
def start_with_history(start_in: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A server whose journal knows one fix, made with the command line."""
    home = tmp_path_factory.mktemp("page")
    package = home / "package"
    (package / "src").mkdir(parents=True)
    (package / "src/main.rs").write_text(BROKEN)
    manifest = '[package]\nname = "page"\nversion = "0.1.0"\nedition = "2021"\n'
    (package / "Cargo.toml").write_text(manifest)
    variables = {
        "RUSTMEND_CACHE_PATH": str(home / "cache"),
        "RUSTMEND_JOURNAL_PATH": str(home / "journal.sqlite3"),
    }
    subprocess.run(
        [sys.executable, "-m", "rustmend", "fix", package, "--write"],
        env={**os.environ, **variables}, check=True, capture_output=True,
    )  # fmt: skip
    return start_in(home)


def test_code_is_mended_with_live_progress(seen: dict[str, Any]) -> None:
    assert seen["progress"][0] == "building" and seen["progress"][-1] == "running"
    assert seen["verdict"] == "✓ 2 verified fixes made."
    assert [words[:5] for words in seen["fixes"][:2]] == ["E0433", "E0382"]
    assert seen["ran"] == "3 words, 3 in the map\n"
    assert seen["download"].endswith(".zip")


def test_work_can_be_cancelled(seen: dict[str, Any]) -> None:
    assert "cancelled" in seen["cancelled"]


def test_what_was_sent_is_never_read_as_html(seen: dict[str, Any]) -> None:
    assert seen["bold"] == 0


def test_entries_past_fixes_and_statistics_are_shown(seen: dict[str, Any]) -> None:
    assert seen["entry"] and seen["found"] > 5
    assert len(seen["past"]) == 1 and seen["past"][0].startswith("E0308")
    assert seen["plots"] == 3


def test_it_needs_nothing_from_elsewhere_and_makes_no_mistake(seen: dict[str, Any]) -> None:
    assert seen["outside"] == [] and seen["errors"] == []


def test_it_is_for_everyone(seen: dict[str, Any]) -> None:
    assert seen["first"] == "Skip to the content" and seen["focused"] == "main"
    assert seen["unnamed"] == 0 and seen["wide"] is False
    assert seen["background"] == "rgb(22, 24, 27)"  # dark where that is preferred
