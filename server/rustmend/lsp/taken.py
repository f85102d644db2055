"""Notices which offers are taken: the journal learns from them, and the order of later offers."""

from pathlib import Path
from typing import TYPE_CHECKING

from rustmend.domain import Fix, OverlappingEditsError, Snapshot
from rustmend.domain.text import apply_edits
from rustmend.lsp.documents import Document
from rustmend.lsp.room import Room
from rustmend.lsp.store import Findings, Ready
from rustmend.lsp.worker import Worker

if TYPE_CHECKING:
    from rustmend.wiring import Parts

_KEPT = 16


class Taken:
    """Compares what a buffer became with what was offered for it. Main thread only."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._offers: dict[frozenset[object], tuple[Findings, Ready]] = {}

    def offered(self, room: Room, shown: list[Ready]) -> None:
        """Note what was just shown; each offer of one check counts once."""
        parts, findings = room.session.parts, room.store.findings
        for ready in shown:
            known = self._offers.pop(frozenset(ready.edits), None)
            self._offers[frozenset(ready.edits)] = (findings, ready)
            if parts is not None and (known is None or known[0] is not findings):
                self._worker.start(_count(parts, ready.fix), "counting an offer")
        for key in list(self._offers)[:-_KEPT]:
            del self._offers[key]

    def changed(self, room: Room, before: Document, after: Document) -> None:
        """Note a change of a buffer, which may be an offer that was taken."""
        file = room.own(after.path)
        for key, (findings, ready) in list(self._offers.items()):
            if file is not None and _leads_to(ready, file, before.text, after.text):
                del self._offers[key]
                if room.session.parts is not None:
                    work = _record(room.session.parts, findings, ready.fix)
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


async def _count(parts: "Parts", fix: Fix) -> None:
    parts.count(fix, "offered")


async def _record(parts: "Parts", findings: Findings, fix: Fix) -> None:
    """Record a fix, or each of those that were made together."""
    from rustmend.sources import Sources

    sources = Sources(Snapshot(dict(findings.texts)))
    made = [fix]
    if fix is findings.fix_all and fix not in findings.fixes:
        whole = set(fix.candidate.edits)
        made = [each for each in findings.fixes if whole.issuperset(each.candidate.edits)]
    for each in made:
        parts.record(each, sources)
