"""What rustc said of the programs in ``data/messages`` becomes diagnostics.

Each ``name.rs`` has what cargo clippy printed for it (``name.jsonl``) and how we read that
(``name.txt``, where spans are shown by the text they cover). ``RUSTMEND_BLESS=1`` records both anew.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from rustmend.cargo.messages import BuildFinished, CompilerCrash, Message, Unit, parse_line
from rustmend.domain import Applicability, Diagnostic, Label, Level, Span, TextEdit

RECORDED = Path(__file__).parents[1] / "data" / "messages"
NAMES = sorted(file.stem for file in RECORDED.glob("*.rs"))
BLESS = os.environ.get("RUSTMEND_BLESS") == "1"
HOME = Path("/home/user/project")


@pytest.mark.parametrize("name", NAMES)
def test_recorded_output_reads_as_it_was_reviewed(name: str, tmp_path: Path) -> None:
    if BLESS:
        (RECORDED / f"{name}.jsonl").write_bytes(record(name, tmp_path))
    shown = "\n".join(map(show, diagnostics(name)))
    expected = RECORDED / f"{name}.txt"
    if BLESS:
        expected.write_text(shown)
    assert shown == expected.read_text()


def record(name: str, folder: Path) -> bytes:
    """Return what cargo clippy prints for a program, with the places of this machine taken out."""
    (folder / "src").mkdir()
    shutil.copy(RECORDED / f"{name}.rs", folder / "src" / "main.rs")
    (folder / "Cargo.toml").write_text(
        f'[package]\nname = "{name.replace("_", "-")}"\nversion = "0.1.0"\nedition = "2021"\n'
    )
    done = subprocess.run(
        ["cargo", "clippy", "--message-format=json"], cwd=folder, capture_output=True, check=False
    )
    return done.stdout.replace(os.fsencode(folder), os.fsencode(HOME))


def lines(name: str) -> list[Message]:
    parsed = (
        parse_line(line, base=HOME) for line in (RECORDED / f"{name}.jsonl").open("rb")
    )
    return [message for message in parsed if message is not None]


def diagnostics(name: str) -> list[Diagnostic]:
    return [message for message in lines(name) if isinstance(message, Diagnostic)]


def show(diagnostic: Diagnostic) -> str:
    """Return a diagnostic with its spans as the text they cover."""
    shown = [f"{diagnostic.level} {diagnostic.code}: {diagnostic.message}"]
    shown += [f"  {label_line(label)}" for label in diagnostic.labels]
    for note in diagnostic.notes:
        shown.append(f"  {note.level}: {note.message}")
        shown += [f"    {label_line(label)}" for label in note.labels]
    for suggestion in diagnostic.suggestions:
        shown.append(f"  {suggestion.applicability}: {suggestion.message}")
        shown += [f"    {covered(edit.span)} -> {edit.text!r}" for edit in suggestion.edits]
    return "\n".join(shown) + "\n"


def label_line(label: Label) -> str:
    rank = "^" if label.primary else "-"
    return f"{rank} {covered(label.span)}{' (macro)' * label.in_macro} {label.text}".rstrip()


def covered(span: Span) -> str:
    if span.file != HOME / "src" / "main.rs":
        return re.sub(r"^/rustc/[0-9a-f]+", "/rustc/HASH", f"{span.file}")
    text = current[0][span.start : span.end] if current else b""
    return f"{span.start}..{span.end} {text.decode()!r}"


current: list[bytes] = []


@pytest.fixture(autouse=True)
def source(request: pytest.FixtureRequest) -> None:
    """Let ``covered`` read the program that the test is about."""
    current.clear()
    name = request.node.callspec.params.get("name") if hasattr(request.node, "callspec") else None
    if name in NAMES:
        current.append((RECORDED / f"{name}.rs").read_bytes())
