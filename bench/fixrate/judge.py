"""The verdict, which trusts no tool: a full check of its own, and a comparison of tokens."""

import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prepare import CHECK, Subject, passes

from rustmend.syntax import Tree, walk

# what git, cargo and the judge write, and no tool can be blamed for
IGNORED = ("target", "Cargo.lock")


@dataclass(frozen=True, slots=True)
class Error:
    """An error as rustc reported it; ``file`` is relative to the crate's folder."""

    code: str
    message: str
    file: str
    line: int
    rendered: str


@dataclass(frozen=True, slots=True)
class Said:
    """What the compiler said, message by message, and cargo's last words where it failed."""

    messages: tuple[dict[str, Any], ...]
    failure: str


def compile_anew(
    subject: Subject, source: Path, command: Sequence[str], edits: dict[Path, bytes] | None = None
) -> Said:
    """Run a command of cargo's on a copy of ``source`` of which nothing was compiled before.

    ``edits`` are other texts for files of the copy, by their names in it.
    """
    root, target = subject.judge.root, subject.judge.built
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(source, root, ignore=shutil.ignore_patterns("target"))
    for name, text in (edits or {}).items():
        (root / name).write_bytes(text)
    # cargo trusts modification times; what it remembers of the crate itself is made away with
    for folder in (target / "debug/.fingerprint").glob("subject-*"):
        shutil.rmtree(folder)
    shutil.rmtree(target / "debug/incremental", ignore_errors=True)
    done = subprocess.run(
        [*command, "--message-format=json", "--target-dir", str(target)],
        cwd=root, env=subject.environment, capture_output=True, check=False,
    )  # fmt: skip
    records = [json.loads(line) for line in done.stdout.splitlines() if line.startswith(b"{")]
    return Said(
        tuple(each["message"] for each in records if each["reason"] == "compiler-message"),
        done.stderr.decode(errors="replace")[-2000:] if done.returncode else "",
    )


def errors(subject: Subject, source: Path) -> tuple[Error, ...]:
    """Check the crate in ``source``; where cargo names no error, what it said is one."""
    said = compile_anew(subject, source, CHECK)
    found = [error for message in said.messages if (error := _error(message))]
    if said.failure and not found:
        found = [Error("", said.failure, "", 0, "")]
    return tuple(dict.fromkeys(found))


def tests_pass(subject: Subject) -> bool:
    """Run the tests of what was checked last, examples and documentation apart."""
    return passes(subject, subject.judge)


def changed_files(source: Path, original: Path) -> list[Path]:
    """Return the files, relative, that are not as they are in ``original``."""
    names = {
        file.relative_to(folder)
        for folder in (source, original)
        for file in folder.rglob("*")
        if file.is_file() and file.relative_to(folder).parts[0] not in IGNORED
    }
    return sorted(name for name in names if _read(source / name) != _read(original / name))


def restored(source: Path, original: Path, edition: str) -> bool:
    """Whether every file has the tokens of the original, layout apart."""
    return all(
        _read(source / name) is not None
        and _read(original / name) is not None
        and _same(source / name, original / name, edition)
        for name in changed_files(source, original)
    )


def tokens(text: bytes) -> list[str]:
    """Return the tokens of Rust source, comments included."""
    return [node.text() for node in walk(Tree(text).root) if node.is_leaf() and node.text().strip()]


def _same(one: Path, other: Path, edition: str) -> bool:
    texts = one.read_bytes(), other.read_bytes()
    if tokens(texts[0]) == tokens(texts[1]):
        return True
    # rustfmt adds and drops commas and braces, and sorts imports
    laid_out = [_formatted(text, edition) for text in texts]
    return tokens(laid_out[0]) == tokens(laid_out[1])


def _formatted(text: bytes, edition: str) -> bytes:
    done = subprocess.run(
        ["rustfmt", "--edition", edition, "--emit", "stdout", "--quiet"],
        input=text, capture_output=True, check=False,
    )  # fmt: skip
    return done.stdout if done.returncode == 0 else text


def _error(message: dict[str, Any]) -> Error | None:
    if message["level"] != "error" or re.match(r"aborting due to", message["message"]):
        return None
    span = next((span for span in message["spans"] if span["is_primary"]), None)
    return Error(
        code=(message["code"] or {}).get("code", ""),
        message=message["message"],
        file=span["file_name"] if span else "",
        line=span["line_start"] if span else 0,
        rendered=message["rendered"],
    )


def _read(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None
