"""Past fixes as JSON lines: what leaves in an export, and what an import brings.

An export holds what ``shareable`` lets out, a line a fix, by id: the same fixes give the same
bytes wherever they are written. An imported fix counts once its mend compiled: at once where
the item that it mends stands on its own, else when a first verified fix came of it. Until
then it serves for candidates alone, and each of those is compiled anyway.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from rustmend.domain import Diagnostic
from rustmend.knowledge.journal import JournalError
from rustmend.knowledge.pastfix import PastFix, decode_fix, encode, shareable
from rustmend.knowledge.prove import Compiler, Parse

MOST_BYTES = 256 * 2**20
ITEM_BYTES = 64 * 2**10
EDITIONS = ("2024", "2021")


@dataclass(frozen=True, slots=True)
class Line:
    """A fix of an import, the 1-based line where it stood first, and the ids that it has there.

    They differ from the fix's own where an older rustmend let other words out.
    """

    number: int
    fix: PastFix
    named: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A line of an import that is not taken, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Imported:
    """A fix of an import, where it stood, and whether it was compiled."""

    line: int
    fix: PastFix
    compiled: bool


def lines(fixes: Iterable[PastFix]) -> list[bytes]:
    """Return the lines of an export, each fix once."""
    made = {shared.id: shared for shared in map(shareable, fixes)}
    return [encode(made[id_]) + b"\n" for id_ in sorted(made)]


def read(file: Path) -> list[Line]:
    """Return the lines of an export, each fix once.

    Whatever a line names as its id, it gets that of its content, and nothing private is taken over.
    Raises ``JournalError``, also for a file of which one line is none of an export.
    """
    try:
        if file.stat().st_size > MOST_BYTES:
            raise JournalError(f"{file} is larger than {MOST_BYTES // 2**20} MB; split it")
        text = file.read_bytes()
    except OSError as error:
        raise JournalError(f"cannot read {file}: {error.strerror}") from error
    found: dict[str, Line] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            written = decode_fix(line)
            fix = shareable(written)
        except (msgspec.MsgspecError, RecursionError) as error:
            raise JournalError(f"{file}:{number}: not a line of an export: {error}") from error
        first = found.get(fix.id, Line(number, fix, ()))
        found[fix.id] = replace(first, named=(*first.named, written.id))
    return list(found.values())


async def prove(
    fixes: Sequence[tuple[int, PastFix]],
    compiler: Compiler,
    parse: Parse,
    on_result: Callable[[int], None] | None = None,
) -> tuple[list[Imported], list[Refused]]:
    """Compile what stands on its own: the item before must give the code, the item after nothing.

    ``parse`` reads a line of cargo's JSON. A fix whose item gives its code before and an error
    after is refused; one whose item needs its surroundings is taken, and does not count yet.
    """
    taken: list[Imported] = []
    refused: list[Refused] = []

    async def one(line: int, fix: PastFix) -> None:
        verdict, reason = await _compiles(fix, compiler, parse)
        if reason:
            refused.append(Refused(line, reason))
        else:
            taken.append(Imported(line, fix, verdict))
        if on_result:
            on_result(len(taken) + len(refused))

    async with asyncio.TaskGroup() as group:
        for line, fix in fixes:
            group.create_task(one(line, fix))
    by_line = sorted(taken, key=lambda each: each.line)
    return by_line, sorted(refused, key=lambda each: each.line)


async def _compiles(fix: PastFix, compiler: Compiler, parse: Parse) -> tuple[bool, str]:
    """Return whether the mend compiled, and why the fix is refused where it is."""
    if not fix.hunks:
        return False, "it changes nothing"
    if len(fix.hunks) > 1 or fix.code is None:
        return False, ""
    (hunk,) = fix.hunks
    lint = fix.diagnostic.level == "warning"
    driver = "clippy-driver" if fix.code.startswith("clippy::") else "rustc"

    async def check(text: str, edition: str) -> list[Diagnostic]:
        # alone it is a library, in which nothing is used
        text = f"{text}\n" if lint else f"#![allow(dead_code, unused)]\n{text}\n"
        said = await compiler.check({"item.rs": text.encode()}, edition, False, driver)
        return [found for line in said if (found := parse(line, Path("/"))) is not None]

    # the item, and the lines around the change where these are whole items
    for before, after in ((hunk.item_before, hunk.item_after), (hunk.before, hunk.after)):
        if not before or not after or max(len(before), len(after)) > ITEM_BYTES:
            continue
        for edition in EDITIONS:
            wrong = [each for each in await check(before, edition) if each.is_error or lint]
            others = [each for each in wrong if each.is_error and each.code != fix.code]
            if others or all(each.code != fix.code for each in wrong):
                continue
            left = await check(after, edition)
            bad = [each for each in left if each.is_error or each.code == fix.code]
            if bad:
                return False, f"its mend does not compile: {bad[0].message}"
            return True, ""
    return False, ""
