"""What the last check of one workspace found, and the fixes verified for it.

Everything here is about the texts that were checked. Asked about the present, the store
compares them with the present texts: places are shifted, and what an edit spoiled is
withheld. Undoing that edit brings it back.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from rustmend.domain import Candidate, Diagnostic, Fix, Label, Span, TextEdit
from rustmend.lsp.drift import Drift, drift, outlives, present_edits, present_span, unedited
from rustmend.lsp.outline import Outline, outline

if TYPE_CHECKING:
    from rustmend.explanation import Explanation

Stamp = tuple[int, int] | None
"""When a file was last changed (nanoseconds) and its size; None where there is none."""


@dataclass(slots=True)
class Findings:
    """One check: the texts it saw, what it reported, and what was made of that since.

    The worker adds to it while the main thread reads: nothing is ever taken away.

    ``texts`` holds the checked text of every open buffer and of every file that is named by a
    diagnostic, ``outlines`` their outlines; ``stamps`` says which state of the disk that was.
    """

    texts: dict[Path, bytes] = field(default_factory=dict)
    stamps: dict[Path, Stamp] = field(default_factory=dict)
    outlines: dict[Path, Outline | None] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    fixes: list[Fix] = field(default_factory=list)
    fix_all: Fix | None = None
    tried: dict[Diagnostic, list[tuple[Candidate, str]]] = field(default_factory=dict)
    details: "dict[Diagnostic, Explanation]" = field(default_factory=dict)
    outdated: bool = False
    """A file changed behind the editor's back: no fix counts until the next check."""
    _mended: dict[int, frozenset[int]] = field(default_factory=dict)

    def add_text(self, file: Path, text: bytes, *, limit: int | None = None) -> None:
        """Keep the checked text of a file, with its outline if it is no longer than ``limit``."""
        self.texts[file] = text
        readable = file.suffix == ".rs" and (limit is None or len(text) <= limit)
        self.outlines[file] = outline(text) if readable else None

    def mended_by(self, fix: Fix) -> frozenset[int]:
        """Return the ids of the diagnostics that ``fix`` resolves.

        They are this check's own objects; comparing a thousand of them by value would take long.
        """
        if id(fix) not in self._mended:
            resolved = (fix.candidate.diagnostic, *fix.verdict.resolved)
            self._mended[id(fix)] = frozenset(map(id, resolved))
        return self._mended[id(fix)]


@dataclass(frozen=True, slots=True)
class Located:
    """A diagnostic with one of its primary spans, as it lies in the present text.

    ``edited`` says that the text there is no longer the one that was checked.
    """

    diagnostic: Diagnostic
    label: Label
    span: Span
    edited: bool


@dataclass(frozen=True, slots=True)
class Ready:
    """A fix that still holds, with its edits for the present texts."""

    fix: Fix
    edits: tuple[TextEdit, ...]
    mended: frozenset[int]

    def resolves(self, diagnostic: Diagnostic) -> bool:
        """Whether ``diagnostic`` goes, wherever the edits are."""
        return id(diagnostic) in self.mended


class Store:
    """Answers about the present from the last findings. ``present`` gives open buffers' texts."""

    def __init__(
        self, present: Callable[[Path], bytes | None], findings: Findings | None = None
    ) -> None:
        self.findings = findings or Findings()
        self._present = present

    def files(self) -> set[Path]:
        """Return the files that have a diagnostic with a place."""
        return {
            label.span.file
            for diagnostic in self.findings.diagnostics
            for label in diagnostic.labels
            if label.primary
        }

    def located(self, file: Path) -> list[Located]:
        """Return the primary spans in ``file`` where they lie now, in the compiler's order."""
        drifts = self._drifts([file])
        return [
            Located(
                diagnostic,
                label,
                present_span(label.span, drifts),
                not unedited(label.span, drifts),
            )
            for diagnostic in self.findings.diagnostics
            for label in diagnostic.labels
            if label.primary and label.span.file == file
        ]

    def present_span(self, span: Span) -> Span:
        """Return where a span of the checked texts lies now."""
        return present_span(span, self._drifts([span.file]))

    def ready(self) -> list[Ready]:
        """Return the fixes that still hold, best first."""
        fixes = self.findings.fixes
        return list(self._still_good(fixes)) if fixes else []

    def ready_fix_all(self) -> Ready | None:
        """Return the fix that makes all preferred fixes at once, where it still holds."""
        fix = self.findings.fix_all
        return next(self._still_good([fix]), None) if fix else None

    def checked_text(self, file: Path) -> bytes | None:
        """Return the text of ``file`` that was checked, where it is kept."""
        return self.findings.texts.get(file)

    def changed_on_disk(self) -> list[Path]:
        """Return the files that are not open and are no longer as they were checked."""
        return [file for file in list(self.findings.stamps) if self._changed_on_disk(file)]

    def _still_good(self, fixes: Iterable[Fix]) -> Iterator[Ready]:
        # a file that no fix edits may decide too: it may define what a fix calls
        if self.findings.outdated or self.changed_on_disk():
            return
        drifts = self._drifts(self.findings.texts)
        for fix in list(fixes):
            if not {edit.span.file for edit in fix.candidate.edits} <= self.findings.texts.keys():
                continue
            if not any(each.edits for each in drifts.values()):
                yield Ready(fix, fix.candidate.edits, self.findings.mended_by(fix))
            elif outlives(fix, drifts, self.findings.outlines):
                edits = present_edits(fix.candidate.edits, drifts)
                yield Ready(fix, edits, self.findings.mended_by(fix))

    def _drifts(self, files: Iterable[Path]) -> dict[Path, Drift]:
        drifts = {}
        for file in list(files):
            checked, present = self.findings.texts.get(file), self._present(file)
            if checked is not None and present is not None:
                outline_of = self.findings.outlines.get(file)
                drifts[file] = drift(file, checked, present, outline_of)
        return drifts

    def _changed_on_disk(self, file: Path) -> bool:
        """Whether a file that is not open is another one than was checked."""
        now, known = stamp(file), self.findings.stamps.get(file)
        if now == known or self._present(file) is not None:
            return False
        text = self.findings.texts.get(file)
        # a file is often written without a change: by a build, a formatter, a checkout and back
        if now is None or text is None or now[1] != len(text) or not _holds(file, text):
            return True
        self.findings.stamps[file] = now
        return False


def _holds(file: Path, text: bytes) -> bool:
    try:
        return file.read_bytes() == text
    except OSError:
        return False


def stamp(file: Path) -> Stamp:
    """Return which state of ``file`` lies on disk."""
    try:
        found = os.stat(file)  # noqa: PTH116  # Path.stat costs three times as much, on a request's way
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
