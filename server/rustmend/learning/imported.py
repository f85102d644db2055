"""What imported past fixes teach: a rewrite is made of the one place that each of them changed.

An import has no files, only texts around the change. Byte offsets count from the start of a file
that is not here, so the place of the text is found by making the edits in it.
"""

from dataclasses import replace
from pathlib import Path

from rustmend.domain import Diagnostic, Snapshot, Span, TextEdit
from rustmend.domain.text import OverlappingEditsError, apply_edits
from rustmend.knowledge.journal import Journal
from rustmend.knowledge.pastfix import Hunk, PastFix
from rustmend.learning.generalise import generalise
from rustmend.sources import Sources

_FILE = Path("/item.rs")
_MOST_TRIED = 64 * 2**10


def teach(journal: Journal, fix: PastFix) -> int:
    """Keep what one imported fix teaches, and return how many rewrites that are.

    They serve every workspace as candidates, each of which is compiled; one with a name of its
    author's in it serves none. A fix over several places teaches nothing.
    """
    if len(fix.hunks) != 1:
        return 0
    (hunk,) = fix.hunks
    # the item, and where the change is larger than one the lines around it
    texts = (hunk.item_before, hunk.item_after), (hunk.before, hunk.after)
    before, after = next(((b.encode(), a.encode()) for b, a in texts if b and a), (b"", b""))
    start = _start(hunk, before, after)
    if start is None:
        return 0
    diagnostic = _moved(fix.diagnostic, hunk.file, start, len(before))
    if diagnostic is None:
        return 0
    sources = Sources(Snapshot({_FILE: before}))
    ways = generalise(diagnostic, _edits(hunk, start), sources)
    return len(journal.rewrites.learn(ways, fix=fix.id, change=fix.id, workspace="", explicit=True))


def _start(hunk: Hunk, before: bytes, after: bytes) -> int | None:
    """Return where in its file the text before began, None where that cannot be told."""
    if not before or not hunk.edits or len(before) > _MOST_TRIED:
        return None
    first = hunk.edits[0][0]
    common = 0
    while common < min(len(before), len(after)) and before[common] == after[common]:
        common += 1
    # the first edit begins where the two part, or a little before
    for place in range(min(common, first), -1, -1):
        start = first - place
        try:
            if apply_edits(before, _edits(hunk, start)) == after:
                return start
        except OverlappingEditsError:
            continue
    return None


def _edits(hunk: Hunk, start: int) -> tuple[TextEdit, ...]:
    return tuple(
        TextEdit(Span(_FILE, first - start, last - start), text) for first, last, text in hunk.edits
    )


def _moved(diagnostic: Diagnostic, file: str, start: int, length: int) -> Diagnostic | None:
    """Return the diagnostic on the item alone, None where it is not about the item."""

    def moved(span: Span) -> Span | None:
        inside = start <= span.start <= span.end <= start + length
        if span.file.as_posix() != file or not inside:
            return None
        return Span(_FILE, span.start - start, span.end - start)

    labels = tuple(
        replace(label, span=span)
        for label in diagnostic.labels
        if (span := moved(label.span)) is not None
    )
    if not any(label.primary for label in labels):
        return None
    notes = tuple(
        replace(
            note,
            labels=tuple(
                replace(label, span=span)
                for label in note.labels
                if (span := moved(label.span)) is not None
            ),
        )
        for note in diagnostic.notes
    )
    suggestions = []
    for suggestion in diagnostic.suggestions:
        edits = tuple(
            TextEdit(span, edit.text)
            for edit in suggestion.edits
            if (span := moved(edit.span)) is not None
        )
        if len(edits) == len(suggestion.edits):
            suggestions.append(replace(suggestion, edits=edits))
    return replace(diagnostic, labels=labels, notes=notes, suggestions=tuple(suggestions))
