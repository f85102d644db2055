"""How far a text has moved on since it was checked, and whether a fix outlives that.

A fix stays good only where the edit lies outside every item that the fix or its
diagnostic touches and changes no signature, ``use``, ``mod`` or attribute. What counts as
such an edit: one inside a function body that leaves the function whole, or one that only
adds or changes blanks and comments. Whatever is not certain withholds the fix.
"""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rustmend.domain import Fix, Span, TextEdit
from rustmend.domain.text import common_ends, map_offset, map_span
from rustmend.lsp.outline import Function, Outline, changes_inner_item, same_but_for_body

if TYPE_CHECKING:
    from pathlib import Path

# comparing more lines than these would hold up the editor: they count as one edit
_MAX_LINES = 3_000

_DECLARES = re.compile(
    rb"\b(?:use|mod|impl|fn|struct|enum|union|trait|const|static|type|macro_rules)\b|#!?\["
)
_BLANK = re.compile(rb"(?:[ \t\r\n]|//[^\n]*(?:\n|$))*")


@dataclass(frozen=True, slots=True)
class Drift:
    """The edits that lead from the checked text of a file to its present one.

    ``in_bodies`` says that they change nothing but the insides of functions.
    """

    edits: tuple[TextEdit, ...]
    in_bodies: bool


def drift(file: "Path", checked: bytes, present: bytes, outline: Outline | None) -> Drift:
    """Compare the checked text of ``file``, which has ``outline``, with the present one."""
    if checked == present:
        return Drift((), True)
    return _drift(file, checked, present, outline)


def outlives(
    fix: Fix, drifts: Mapping["Path", Drift], outlines: Mapping["Path", Outline | None]
) -> bool:
    """Whether ``fix`` is still as good as when it was verified."""
    moved = {file: each for file, each in drifts.items() if each.edits}
    if not all(each.in_bodies for each in moved.values()):
        return False
    touched = {edit.span for edit in fix.candidate.edits}
    for diagnostic in (fix.candidate.diagnostic, *fix.verdict.resolved):
        touched.update(label.span for label in diagnostic.labels)
    return not any(
        _reaches(edit.span, item)
        for span in touched
        if span.file in moved
        for item in [item_around(span, outlines.get(span.file))]
        for edit in moved[span.file].edits
    )


def unedited(span: Span, drifts: dict["Path", Drift]) -> bool:
    """Whether no edit touches the inside of ``span``."""
    moved = drifts.get(span.file)
    return moved is None or not any(_reaches(edit.span, span) for edit in moved.edits)


def present_span(span: Span, drifts: dict["Path", Drift]) -> Span:
    """Return where a span of the checked text lies now."""
    moved = drifts.get(span.file)
    return map_span(span, moved.edits) if moved and moved.edits else span


def present_edits(edits: Iterable[TextEdit], drifts: dict["Path", Drift]) -> tuple[TextEdit, ...]:
    """Return edits of the checked texts as edits of the present ones."""
    return tuple(TextEdit(present_span(edit.span, drifts), edit.text) for edit in edits)


def item_around(span: Span, outline: Outline | None) -> Span:
    """Return the function around a span, else the item around it, else the span itself."""
    if outline is None:
        return span
    function = outline.function_around(span.start, span.end)
    if function is not None:
        return Span(span.file, function.start, function.end)
    item = outline.item_around(span.start, span.end)
    return Span(span.file, item[0], item[1]) if item else span


@lru_cache(maxsize=32)
def _drift(file: "Path", checked: bytes, present: bytes, outline: Outline | None) -> Drift:
    edits = tuple(_edits(file, checked, present))
    in_bodies = outline is not None and all(
        _is_harmless(edit, edits, checked, present, outline) for edit in edits
    )
    return Drift(edits, in_bodies)


def _is_harmless(
    edit: TextEdit, edits: tuple[TextEdit, ...], checked: bytes, present: bytes, outline: Outline
) -> bool:
    start, end = edit.span.start, edit.span.end
    function = outline.body_around(start, end)
    if function is None:
        return not outline.may_hold_text(start, end) and _is_blank(edit, checked, outline)
    if function != outline.function_around(start, end):
        return False
    if _DECLARES.search(checked[start:end]) or _DECLARES.search(edit.text.encode()):
        return False
    old = checked[function.start : function.end]
    first = map_offset(function.start, edits, after=False)
    new = present[first : map_offset(function.end, edits, after=True)]
    place = map_offset(start, edits, after=False) - first
    return (
        _same_function(function, old, new)
        and not changes_inner_item(old, start - function.start, end - function.start)
        and not changes_inner_item(new, place, place + len(edit.text.encode()))
    )


@lru_cache(maxsize=64)
def _same_function(function: Function, old: bytes, new: bytes) -> bool:
    return same_but_for_body(old, new)


def _is_blank(edit: TextEdit, checked: bytes, outline: Outline) -> bool:
    """Whether an edit outside of functions changes blanks and line comments only."""
    start, end, text = edit.span.start, edit.span.end, edit.text.encode()
    for first, last in outline.comments:
        if first + 2 <= start and end <= last and b"\n" not in checked[start:end] + text:
            return checked[first : first + 2] == b"//"
    before = checked[checked.rfind(b"\n", 0, start) + 1 : start]
    after = checked[end : end + 1]
    whole_lines = not before.strip() and (not text or text.endswith(b"\n") or after in b"\r\n")
    between = not text.strip() and not before.strip() and after in b"\r\n"
    return (
        not checked[start:end].strip()
        and _BLANK.fullmatch(text) is not None
        and (whole_lines or between)
    )


def _reaches(edit: Span, other: Span) -> bool:
    """Whether an edit changes ``other``; an insertion at its border changes it too."""
    return edit.start <= other.end and other.start <= edit.end


def _edits(file: "Path", old: bytes, new: bytes) -> Iterator[TextEdit]:
    """Yield edits that turn ``old`` into ``new``: by lines, and within them as short as can be."""
    start, end = common_ends(old, new)
    start = old.rfind(b"\n", 0, start) + 1
    stop = old.find(b"\n", len(old) - end)
    stop = len(old) if stop < 0 else stop + 1
    tail = len(old) - stop
    before = old[start:stop].splitlines(keepends=True)
    after = new[start : len(new) - tail].splitlines(keepends=True)
    if max(len(before), len(after)) > _MAX_LINES:
        yield _shortest(file, start, b"".join(before), b"".join(after))
        return
    places = [start]
    for line in before:
        places.append(places[-1] + len(line))
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            yield _shortest(file, places[i1], b"".join(before[i1:i2]), b"".join(after[j1:j2]))


def _shortest(file: "Path", place: int, old: bytes, new: bytes) -> TextEdit:
    head, tail = common_ends(old, new)
    while head and head < len(old) and old[head] & 0xC0 == 0x80:
        head -= 1
    while head and head < len(new) and new[head] & 0xC0 == 0x80:
        head -= 1
    while tail and old[len(old) - tail] & 0xC0 == 0x80:
        tail -= 1
    text = new[head : len(new) - tail].decode(errors="replace")
    return TextEdit(Span(file, place + head, place + len(old) - tail), text)
