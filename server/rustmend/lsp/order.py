"""Which diagnostic is worked on first: where the user is, then the rest; errors before warnings."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rustmend.domain import Diagnostic, Span

_NEAR = 2_000  # bytes: about a screen


@dataclass(frozen=True, slots=True)
class Focus:
    """Where the user is: the file saved or asked about last, and what was changed there."""

    file: Path | None = None
    place: int | None = None
    changed: tuple[Span, ...] = ()
    open: frozenset[Path] = field(default_factory=frozenset)


def ordered(
    diagnostics: Iterable[Diagnostic], focus: Focus, writable: Sequence[Path], *, warnings: int
) -> list[Diagnostic]:
    """Return what is worth working on, first things first.

    Diagnostics without a place in the ``writable`` folders are left out, and so are warnings
    but the first ``warnings`` in the open files.
    """
    found = [each for each in diagnostics if _mendable(each, writable)]
    errors = sorted((each for each in found if each.is_error), key=lambda one: _rank(one, focus))
    others = [
        each
        for each in found
        if not each.is_error and each.span is not None and each.span.file in focus.open
    ]
    return errors + sorted(others, key=lambda one: _rank(one, focus))[:warnings]


def moved_on(focus: Focus, current: Focus, waiting: Collection[Diagnostic]) -> bool:
    """Whether the user went to another diagnostic that still waits."""
    return current != focus and any(_rank(each, current) <= (0, 0) for each in waiting)


def _mendable(diagnostic: Diagnostic, writable: Sequence[Path]) -> bool:
    span = diagnostic.span
    return span is not None and any(span.file.is_relative_to(folder) for folder in writable)


def _rank(diagnostic: Diagnostic, focus: Focus) -> tuple[int, int]:
    """Smaller is nearer: under the cursor, in changed lines, in the same file, open, the rest."""
    span = diagnostic.span
    assert span is not None  # noqa: S101  # only those with a place are ranked
    if span.file == focus.file and focus.place is not None:
        away = max(span.start - focus.place, focus.place - span.end, 0)
        if away <= _NEAR:
            return (0, away)
    if any(span.touches(changed) for changed in focus.changed):
        return (1, 0)
    if span.file == focus.file:
        return (2, 0)
    return (3, 0) if span.file in focus.open else (4, 0)
