"""``rustmend kb mine``: a history teaches, bounded, resumed, and the repository stays as it was."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from interruptible import INTERRUPTIBLE

MANIFEST = '[package]\nname = "books"\nversion = "0.1.0"\nedition = "2024"\n'
FIRST = """\
pub fn tally(rows: &[u64]) -> u64 {
    rows.iter().sum()
}

pub fn show(ledger: Vec<u64>) -> String {
    format!("{}", tally(&ledger))
}
"""
BROKEN = FIRST.replace("tally(&ledger)", "tally(ledger)")
MENDED = FIRST.replace("show", "shown")
GROWN = (
    MENDED.replace("tally(&ledger)", "tally(&ledger)")
    + "\npub fn first(ledger: &[u64]) -> Option<u64> {\n    ledger.first().copied()\n}\n"
)
OTHER = """\
pub fn weigh(cart: &str) -> usize {
    cart.len()
}

pub fn go(name: String) -> usize {
    weigh(name)
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

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "rustmend", *map(str, arguments)],
            cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300, check=False,
        )  # fmt: skip

    return run


def git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), "-c", "user.name=a", "-c", "user.email=a@b.c", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "books"
    (root / "src").mkdir(parents=True)
    (root / "Cargo.toml").write_text(MANIFEST)
    (root / ".gitignore").write_text("target\nCargo.lock\n")
    git(tmp_path, "init", "-q", str(root))
    for text, words in ((FIRST, "first"), (BROKEN, "oops"), (MENDED, "mend it"), (GROWN, "more")):
        (root / "src" / "lib.rs").write_text(text)
        git(root, "add", "-A")
        git(root, "commit", "-qm", words)
    return root


def test_a_history_teaches_and_is_not_touched(
    rustmend: Run, repository: Path, tmp_path: Path
) -> None:
    head, files = git(repository, "rev-parse", "HEAD"), sorted(repository.rglob("*"))
    files = [file for file in files if ".git/" not in str(file)]
    done = rustmend("kb", "mine", repository, "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert (answer["commits"], answer["looked_at"], answer["left"]) == (4, 4, 0)
    assert answer["mended"] == 1
    assert any("$1 → &$1" in each["rewrites"] for each in answer["learned"])
    assert git(repository, "rev-parse", "HEAD") == head
    assert [f for f in sorted(repository.rglob("*")) if ".git/" not in str(f)] == files
    assert git(repository, "status", "--porcelain") == ""
    # it serves the repository itself; one example is not enough for others
    (repository / "src" / "lib.rs").write_text(OTHER)
    here = json.loads(rustmend("check", repository, "--json").stdout)
    assert here["diagnostics"][0]["fixes"][0]["origin"] == "past-fix"
    other = tmp_path / "shop"
    (other / "src").mkdir(parents=True)
    (other / "Cargo.toml").write_text(MANIFEST.replace("books", "shop"))
    (other / "src" / "lib.rs").write_text(OTHER)
    there = json.loads(rustmend("check", other, "--json").stdout)
    assert there["diagnostics"][0]["fixes"][0]["origin"] != "past-fix"


def test_a_single_change_taken_back_is_an_example_too(rustmend: Run, repository: Path) -> None:
    text = GROWN.replace("rows: &[u64]", "rows: Vec<u64>").replace(
        "tally(&ledger)", "tally(ledger)"
    )
    (repository / "src" / "lib.rs").write_text(text)
    git(repository, "commit", "-qam", "give it away")
    answer = json.loads(rustmend("kb", "mine", repository, "--limit", "1", "--json").stdout)
    assert answer["looked_at"] == 1
    assert (answer["mended"], answer["made"] > 0) == (0, True)


def test_it_goes_on_where_it_ended(rustmend: Run, repository: Path) -> None:
    first = json.loads(rustmend("kb", "mine", repository, "--limit", "1", "--json").stdout)
    assert (first["looked_at"], first["before"]) == (1, 0)
    rest = json.loads(rustmend("kb", "mine", repository, "--json").stdout)
    assert (rest["looked_at"], rest["before"], rest["left"]) == (3, 1, 0)
    again = rustmend("kb", "mine", repository)
    assert again.returncode == 1
    assert "0 commits looked at (4 before)" in again.stdout


def test_an_interrupt_keeps_what_was_learned_and_says_so(
    repository: Path, tmp_path: Path, rustmend: Run
) -> None:
    environment = {
        **os.environ,
        "RUSTMEND_CACHE_PATH": str(tmp_path / "cache"),
        "RUSTMEND_JOURNAL_PATH": str(tmp_path / "journal.sqlite"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }
    mining = subprocess.Popen(
        [sys.executable, "-m", "rustmend", "kb", "mine", str(repository)], cwd=tmp_path,
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **INTERRUPTIBLE,
    )  # fmt: skip
    while not list(tmp_path.glob("cache/mine/*/done.json")):
        assert mining.poll() is None
        time.sleep(0.02)
    mining.send_signal(signal.SIGINT)
    out, said = mining.communicate(timeout=60)
    assert mining.returncode == 130 and "Traceback" not in said
    assert "the same command goes on" in out
    rest = json.loads(rustmend("kb", "mine", repository, "--json").stdout)
    assert rest["before"] >= 1 and rest["left"] == 0
    assert rest["looked_at"] + rest["before"] == rest["commits"]


def test_what_is_no_repository_is_said(rustmend: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for path in (tmp_path / "empty", tmp_path / "nowhere"):
        done = rustmend("kb", "mine", path)
        assert done.returncode == 2
        assert "git repository" in done.stderr and "Traceback" not in done.stderr
