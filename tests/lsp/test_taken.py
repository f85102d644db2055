"""What becomes of an offer reaches the journal in the order in which it happened."""

import threading
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from rustmend.domain import (
    Candidate,
    Diagnostic,
    Fix,
    Label,
    Level,
    Origin,
    Span,
    TextEdit,
    Verdict,
)
from rustmend.lsp.documents import Document
from rustmend.lsp.store import Findings, Ready
from rustmend.lsp.taken import Taken
from rustmend.lsp.worker import Worker

FILE = Path("/ws/src/lib.rs")
BEFORE, AFTER = b"f(y)", b"f(&y)"
SPAN = Span(FILE, 2, 2)


class SlowJournal:
    """Keeps what it is told; while it records it leaves an undo all the time to overtake it."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.overtaken = threading.Event()
        self.done = threading.Event()

    def count(self, fix: Fix, outcome: str) -> None:
        pass

    def record(self, fix: Fix, sources: Any) -> None:
        self.overtaken.wait(1)
        self.told.append("recorded")

    def withdraw(self, fix: Fix, sources: Any) -> None:
        self.told.append("withdrawn")
        self.overtaken.set()
        if self.told.count("withdrawn") == 2:
            self.done.set()


def test_a_fix_that_is_undone_while_it_is_recorded_is_withdrawn() -> None:
    journal, worker = SlowJournal(), Worker()
    room: Any = SimpleNamespace(own=lambda path: path, session=SimpleNamespace(parts=journal))
    error = Diagnostic("E0308", Level.ERROR, "mismatched types", (Label(SPAN, "", True),))
    edits = (TextEdit(SPAN, "&"),)
    fix = Fix(Candidate("Borrow it", edits, Origin.RULE, error), Verdict(True, (), (), (), ()))
    findings = Findings(texts={FILE: BEFORE}, diagnostics=(error,), fixes=[fix])
    old, new = (
        Document(FILE.as_uri(), FILE, number, text, "utf-8")
        for number, text in enumerate((BEFORE, AFTER))
    )
    taken = Taken(worker)
    try:
        for _ in range(2):
            taken.offered(room, [Ready(fix, edits, frozenset())], findings)
            taken.changed(room, old, new)
            taken.changed(room, new, old)
        assert journal.done.wait(30)
    finally:
        worker.stop(5)
    assert journal.told == ["recorded", "withdrawn"] * 2
