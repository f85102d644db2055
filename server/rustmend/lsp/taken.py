"""Notices what becomes of offers: the journal learns from it, and the order of later offers."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rustmend.domain import Fix, OverlappingEditsError, Snapshot
from rustmend.domain.text import apply_edits
from rustmend.lsp.documents import Document
from rustmend.lsp.room import Room
from rustmend.lsp.store import Findings, Ready
from rustmend.lsp.worker import Worker

if TYPE_CHECKING:
    from rustmend.knowledge.journal import Outcome
    from rustmend.sources import Sources
    from rustmend.wiring import Parts

_KEPT = 16
# what is taken back later was no mistake: the work has moved on
_SOON_SECONDS = 600


@dataclass(frozen=True, slots=True)
class _Made:
    """An offer that was taken in one buffer, and the text that it had before."""

    file: Path
    before: bytes
    findings: Findings
    fix: Fix
    time: float


class Taken:
    """Compares what a buffer became with what was offered for it. Main thread only."""

    def __init__(self, worker: Worker, now: Callable[[], float] = time.monotonic) -> None:
        self._worker = worker
        self._now = now
        self._offers: dict[frozenset[object], tuple[Findings, Ready]] = {}
        self._made: list[_Made] = []
        # recording takes a while, and who undoes a fix meanwhile must not be overtaken by it
        self._turns: defaultdict[Path, asyncio.Lock] = defaultdict(asyncio.Lock)

    def offered(self, room: Room, shown: list[Ready], findings: Findings | None = None) -> None:
        """Note what was just shown; each offer of one check counts once.

        ``findings`` are what it was made for, where that is not the workspace's last check.
        """
        parts, findings = room.session.parts, findings or room.store.findings
        for ready in shown:
            known = self._offers.pop(frozenset(ready.edits), None)
            self._offers[frozenset(ready.edits)] = (findings, ready)
            if parts is not None and (known is None or known[0] is not findings):
                self._worker.start(_count(parts, [ready.fix], "offered"), "counting an offer")
        for key in list(self._offers)[:-_KEPT]:
            del self._offers[key]

    def changed(self, room: Room, before: Document, after: Document) -> None:
        """Note a change of a buffer, which may be an offer that was taken, or taken back."""
        file, parts = room.own(after.path), room.session.parts
        if file is None:
            return
        for made in [each for each in self._made if each.file == file]:
            soon = self._now() - made.time < _SOON_SECONDS
            back = soon and _lines(made.before) == _lines(after.text)
            if back or not soon:
                self._made.remove(made)
            if back and parts is not None:
                work = _withdraw(self._turns[file], parts, made.findings, made.fix)
                self._worker.start(work, "undoing a fix")
        for key, (findings, ready) in list(self._offers.items()):
            if _leads_to(ready, file, before.text, after.text):
                del self._offers[key]
                self._take(room, _Made(file, before.text, findings, ready.fix, self._now()))

    def applied(self, room: Room, ready: Ready) -> None:
        """Note that the editor made an offer of the checked texts, perhaps in closed files only.

        What a buffer showed already is not noted again.
        """
        findings, _ = self._offers.pop(frozenset(ready.edits), (None, None))
        if findings is not None:
            file = ready.edits[0].span.file
            self._take(room, _Made(file, findings.texts[file], findings, ready.fix, self._now()))

    def checked(self, room: Room, findings: Findings) -> None:
        """Note a new check: what was offered for an error that is gone was passed over."""
        left = {(each.code, each.message) for each in findings.diagnostics}
        passed = [
            (key, ready.fix)
            for key, (known, ready) in self._offers.items()
            if known is not findings
            and all(room.own(edit.span.file) is not None for edit in ready.edits)
            and (ready.fix.candidate.diagnostic.code, ready.fix.candidate.diagnostic.message)
            not in left
        ]
        for key, _ in passed:
            del self._offers[key]
        if passed and room.session.parts is not None:
            work = _count(room.session.parts, [fix for _, fix in passed], "rejected")
            self._worker.start(work, "counting what was passed over")

    def _take(self, room: Room, made: _Made) -> None:
        if room.session.parts is not None:
            self._made = [*self._made[-_KEPT:], made]
            turn = self._turns[made.file]
            work = _record(turn, room.session.parts, made.findings, made.fix)
            self._worker.start(work, "recording a fix")


def _leads_to(ready: Ready, file: Path, before: bytes, after: bytes) -> bool:
    edits = [edit for edit in ready.edits if edit.span.file == file]
    try:
        # an editor may have given the edit the line endings of its buffer
        return bool(edits) and _lines(apply_edits(before, edits)) == _lines(after)
    except OverlappingEditsError:
        return False


def _lines(text: bytes) -> bytes:
    return text.replace(b"\r\n", b"\n")


async def _count(parts: "Parts", fixes: list[Fix], outcome: "Outcome") -> None:
    for fix in fixes:
        await asyncio.to_thread(parts.count, fix, outcome)


async def _record(turn: asyncio.Lock, parts: "Parts", findings: Findings, fix: Fix) -> None:
    """Record a fix, or each of those that were made together."""
    made, sources = _single(findings, fix)
    async with turn:
        for each in made:
            # making a rewrite of it may take a while
            await asyncio.to_thread(parts.record, each, sources)


async def _withdraw(turn: asyncio.Lock, parts: "Parts", findings: Findings, fix: Fix) -> None:
    made, sources = _single(findings, fix)
    async with turn:
        for each in made:
            await asyncio.to_thread(parts.withdraw, each, sources)


def _single(findings: Findings, fix: Fix) -> "tuple[list[Fix], Sources]":
    """Return the fixes that one stands for, and what they were made for."""
    from rustmend.sources import Sources

    sources = Sources(Snapshot(dict(findings.texts)))
    if fix is findings.fix_all and fix not in findings.fixes:
        whole = set(fix.candidate.edits)
        return [f for f in findings.fixes if whole.issuperset(f.candidate.edits)], sources
    return [fix], sources
