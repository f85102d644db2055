"""Past fixes from a history: commits that mended a broken state, and else mistakes made of them.

A commit whose parent does not check and that does is a repair. Of any other that checks,
single blocks of changed lines are taken back: where that breaks it, putting the block in is one.
"""

import logging
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rustmend.domain import Fix, Snapshot, TextEdit
from rustmend.errors import RustmendError
from rustmend.knowledge.pastfix import content_id
from rustmend.learning.history import Commit, History
from rustmend.learning.teach import Lesson, NothingLearnedError, keep, learn
from rustmend.learning.texts import changed_lines, edits_between
from rustmend.sources import Sources

if TYPE_CHECKING:
    from rustmend.wiring import Parts

MAX_LINES = 200  # of a commit that is looked at as one repair
BLOCKS = 6  # of a commit that are taken back, one at a time
BLOCK_LINES = 8
MAX_ERRORS = 6  # that one block may cause

log = logging.getLogger(__name__)

Open = Callable[[Path], AbstractAsyncContextManager["Parts"]]


@dataclass(frozen=True, slots=True)
class Mined:
    """How far it is: commits looked at now and before, of how many, and what was learned."""

    looked_at: int
    before: int
    commits: int
    mended: int
    made: int
    lessons: tuple[Lesson, ...] = ()

    @property
    def left(self) -> int:
        """How many commits nobody looked at yet."""
        return self.commits - self.before - self.looked_at


async def mine(
    history: History, open_parts: Open, *, limit: int, seconds: float
) -> AsyncIterator[Mined]:
    """Look into the latest ``limit`` commits, and yield how far it is after each.

    ``seconds`` bound the time; what is left is looked at the next time. ``open_parts`` gives the
    parts for a folder of the clone.
    """
    ends = time.monotonic() + seconds
    commits = await history.commits(limit)
    left = [commit for commit in commits if not history.is_done(commit)]
    known = len(commits) - len(left)
    mended = made = 0
    yield Mined(0, known, len(commits), 0, 0)
    for looked_at, commit in enumerate(left, 1):
        if time.monotonic() >= ends:
            return
        lessons, was_broken = await _look(history, commit, open_parts)
        history.done(commit)
        mended += len(lessons) if was_broken else 0
        made += 0 if was_broken else len(lessons)
        yield Mined(looked_at, known, len(commits), mended, made, tuple(lessons))


async def _look(history: History, name: str, open_parts: Open) -> tuple[list[Lesson], bool]:
    """Return what a commit teaches, and whether its parent was broken."""
    commit = await history.read(name)
    if commit is None or not commit.plain or not commit.after:
        return [], False
    try:
        await history.check_out(name)
        async with open_parts(history.clone) as parts:
            return await _teach(history, commit, parts)
    except RustmendError as error:
        # an old state that cannot be compiled any more: a dependency gone, another toolchain
        log.info("%s is left out: %s", name[:10], error)
        return [], False


async def _teach(history: History, commit: Commit, parts: "Parts") -> tuple[list[Lesson], bool]:
    root = history.clone
    before = {root / name: text for name, text in commit.before.items()}
    after = {root / name: text for name, text in commit.after.items()}
    whole = await parts.engine.check(Snapshot(after))
    if whole.failure or any(each.is_error for each in whole.diagnostics):
        return [], False

    def put(fix: Fix, sources: Sources) -> Lesson | None:
        return _keep(history, parts, fix, sources)

    edits = edits_between(before, after)
    if changed_lines(edits, before) <= MAX_LINES:
        broken = await parts.engine.check(Snapshot(before))
        if not broken.failure and any(each.is_error for each in broken.diagnostics):
            return await _learned(parts, before, after, put), True
    lessons: list[Lesson] = []
    for block in _blocks(before, after):
        lessons += await _learned(parts, {**after, **block}, after, put)
    return lessons, False


async def _learned(
    parts: "Parts",
    before: Mapping[Path, bytes],
    after: Mapping[Path, bytes],
    put: Callable[[Fix, Sources], Lesson | None],
) -> list[Lesson]:
    try:
        return list(await learn(parts, before, after, put, errors_only=MAX_ERRORS))
    except NothingLearnedError:
        return []


def _blocks(before: Mapping[Path, bytes], after: Mapping[Path, bytes]) -> list[dict[Path, bytes]]:
    """Return, for each small block of changed lines, the text without it."""
    found = []
    for edit in edits_between(after, before):
        if changed_lines([edit], after) <= BLOCK_LINES and not _is_comment(edit, after):
            file = edit.span.file
            found.append({file: Sources(Snapshot(after)).edited((edit,))[file]})
    return found[:BLOCKS]


def _is_comment(edit: TextEdit, texts: Mapping[Path, bytes]) -> bool:
    """Whether an edit is about comments and blanks alone, so that compiling it is in vain."""
    old = texts[edit.span.file][edit.span.start : edit.span.end].decode(errors="replace")
    lines = [line.strip() for line in (*old.splitlines(), *edit.text.splitlines())]
    return all(not line or line.startswith("//") for line in lines)


def _keep(history: History, parts: "Parts", fix: Fix, sources: Sources) -> Lesson | None:
    """Keep a repair as one of the repository's own, whose clone is only ours."""
    past = parts.past_fix(fix, sources)
    own = history.origin / Path(past.workspace).relative_to(history.clone)
    past = replace(past, workspace=str(own), source="mined")
    past = replace(past, id=content_id(past))
    return keep(parts.knowledge.journal, past, fix, sources, explicit=False)
