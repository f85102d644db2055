"""Places in files and changes to them, in bytes.

rustc counts bytes from the start of the file as it lies on disk (BOM and CRLF
included), so bytes are the one unit inside rustmend; editor units belong to ``lsp``
and rustc's 1-based lines and columns to what is printed.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_WORDS = re.compile(rb"\w+|\s+|.", re.S)


class OverlappingEditsError(ValueError):
    """Two edits of one set change the same bytes, or one lies outside its text."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The bytes ``start`` up to, not including, ``end`` of ``file`` (an absolute path)."""

    file: Path
    start: int
    end: int

    def touches(self, other: "Span") -> bool:
        """Whether the two share a byte or a border."""
        return self.file == other.file and self.start <= other.end and other.start <= self.end

    def contains(self, other: "Span") -> bool:
        """Whether ``other`` lies within, borders included."""
        return self.file == other.file and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class TextEdit:
    """The bytes of ``span`` give way to ``text``. An empty span inserts."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is compiled: the files on disk with ``texts`` laid over them."""

    texts: Mapping[Path, bytes] = field(default_factory=dict)

    def over(self, texts: Mapping[Path, bytes]) -> "Snapshot":
        """Return this snapshot with further texts on top."""
        return Snapshot({**self.texts, **texts})


def apply_edits(text: bytes, edits: Iterable[TextEdit]) -> bytes:
    """Return ``text`` (of the one file that ``edits`` are for) with the edits made.

    Insertions at one place keep their order. Raises ``OverlappingEditsError``.
    """
    pieces: list[bytes] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        if not position <= edit.span.start <= edit.span.end <= len(text):
            raise OverlappingEditsError(f"{edit.span} after byte {position} of {len(text)}")
        pieces += [text[position : edit.span.start], edit.text.encode()]
        position = edit.span.end
    return b"".join([*pieces, text[position:]])


def edits_by_file(edits: Iterable[TextEdit]) -> dict[Path, list[TextEdit]]:
    """Group edits by the file they change, in the order given."""
    files: dict[Path, list[TextEdit]] = {}
    for edit in edits:
        files.setdefault(edit.span.file, []).append(edit)
    return files


def common_ends(one: Sequence[Any], other: Sequence[Any]) -> tuple[int, int]:
    """Return how many items at the start both have in common, and how many more at the end."""
    most = min(len(one), len(other))
    head = _last(most, lambda n: one[:n] == other[:n])
    tail = _last(most - head, lambda n: one[len(one) - n :] == other[len(other) - n :])
    return head, tail


def _last(most: int, holds: Callable[[int], bool]) -> int:
    """Return up to which number ``holds``, by halving: comparing slices is quick."""
    low, high = 0, most
    if holds(most):
        return most
    while low < high:
        middle = (low + high + 1) // 2
        if holds(middle):
            low = middle
        else:
            high = middle - 1
    return low


def smallest_edit(file: Path, start: int, old: str, new: str) -> TextEdit:
    """Return the edit of ``old``, at byte ``start``, to ``new``, less what both ends share.

    Characters are compared, so that no edit cuts one in two.
    """
    head, tail = common_ends(old, new)
    begin = start + len(old[:head].encode())
    size = len(old[head : len(old) - tail].encode())
    return TextEdit(Span(file, begin, begin + size), new[head : len(new) - tail])


def trimmed(file: Path, start: int, old: bytes, new: bytes) -> TextEdit:
    """Return the edit of ``old``, at byte ``start``, to ``new``, less the words both ends share."""
    one, other = _WORDS.findall(old), _WORDS.findall(new)
    head, tail = common_ends(one, other)
    begin = start + sum(map(len, one[:head]))
    end = start + len(old) - sum(map(len, one[len(one) - tail :]))
    text = b"".join(other[head : len(other) - tail])
    return TextEdit(Span(file, begin, end), text.decode(errors="replace"))


def conflict(first: Iterable[TextEdit], second: Iterable[TextEdit]) -> bool:
    """Whether an edit of one set touches an edit of the other."""
    others = list(second)
    return any(a.span.touches(b.span) for a in first for b in others)


def map_offset(offset: int, edits: Sequence[TextEdit], *, after: bool) -> int:
    """Return where ``offset`` of the old text lies once ``edits`` (of one file) are made.

    ``after`` says to which side text inserted exactly there pushes it. An offset inside
    replaced bytes goes to the replacement's border on that side.
    """
    shift = 0
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        start, end, size = edit.span.start, edit.span.end, len(edit.text.encode())
        if end < offset or (end == offset and (start < end or after)):
            shift += size - (end - start)
        elif start < offset:
            return start + shift + (size if after else 0)
    return offset + shift


def map_span(span: Span, edits: Iterable[TextEdit]) -> Span:
    """Return where ``span`` lies once ``edits`` are made."""
    mine = [edit for edit in edits if edit.span.file == span.file]
    start = map_offset(span.start, mine, after=True)
    return Span(span.file, start, max(start, map_offset(span.end, mine, after=False)))


def unified_diff(name: str, before: bytes, after: bytes) -> str:
    """Return a unified diff of one file as ``git apply`` reads it, or ``""`` if equal."""
    old, new = (side.decode(errors="replace").splitlines(keepends=True) for side in (before, after))
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in difflib.unified_diff(old, new, f"a/{name}", f"b/{name}")
    )


def line_column(text: bytes, offset: int) -> tuple[int, int]:
    """Return the 1-based line and the 1-based column in characters of a byte offset."""
    line_start = text.rfind(b"\n", 0, offset) + 1
    column = len(text[line_start:offset].decode(errors="replace"))
    return text.count(b"\n", 0, offset) + 1, column + 1
