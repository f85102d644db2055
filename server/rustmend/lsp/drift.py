"""How far a text has moved on since it was checked, and whether a fix outlives that.

A fix stays good only where the edit lies outside every item that the fix or its
diagnostic touches and changes no signature, ``use``, ``mod`` or attribute. Both are read
from the syntax trees: what is left of a file without its function bodies, comments and
blanks must be the same, and no edit may reach into a touched function or item.
"""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from rustmend.domain import Fix, Span, TextEdit
from rustmend.domain.text import map_offset, map_span

if TYPE_CHECKING:
    from pathlib import Path

    from rustmend.syntax import Tree

# beyond these, comparing would hold up the editor: any edit then counts as one that matters
_MAX_BYTES = 1_000_000
_MAX_LINES = 3_000

_FUNCTION = frozenset({"function_item"})
_ITEMS = frozenset(
    {
        "impl_item", "trait_item", "struct_item", "enum_item", "union_item", "mod_item",
        "const_item", "static_item", "type_item", "macro_definition", "macro_invocation",
        "use_declaration", "extern_crate_declaration", "foreign_mod_item", "attribute_item",
        "inner_attribute_item", "function_signature_item",
    }
)  # fmt: skip
_DECLARES = re.compile(
    rb"\b(?:use|mod|impl|fn|struct|enum|union|trait|const|static|type|macro_rules)\b|#!?\["
)


@dataclass(frozen=True, slots=True)
class Drift:
    """The edits that lead from the checked text of a file to its present one.

    ``in_bodies`` says that they change nothing but the insides of functions.
    """

    edits: tuple[TextEdit, ...]
    in_bodies: bool


def drift(file: "Path", checked: bytes, present: bytes) -> Drift:
    """Compare the checked text of ``file`` with the present one."""
    if checked == present:
        return Drift((), True)
    return _drift(file, checked, present)


def outlives(fix: Fix, drifts: dict["Path", Drift], checked: dict["Path", bytes]) -> bool:
    """Whether ``fix`` is still as good as when it was verified."""
    moved = {file: each for file, each in drifts.items() if each.edits}
    if not all(each.in_bodies for each in moved.values()):
        return False
    touched = [edit.span for edit in fix.candidate.edits]
    for diagnostic in (fix.candidate.diagnostic, *fix.verdict.resolved):
        touched += [label.span for label in diagnostic.labels]
    return not any(
        _reaches(edit.span, item)
        for span in set(touched)
        if span.file in moved
        for item in [item_around(checked[span.file], span)]
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


@lru_cache(maxsize=256)
def item_around(text: bytes, span: Span) -> Span:
    """Return the function around a span, else the item around it, else its lines."""
    from rustmend.syntax import parse

    if len(text) > _MAX_BYTES:
        return Span(span.file, 0, len(text))
    tree = parse(text)
    around = list(_around(tree, span.start, span.end))
    for kinds in (_FUNCTION, _ITEMS):
        for node in around:
            if node.kind() in kinds:
                return Span(span.file, *tree.bounds(node))
    end = text.find(b"\n", span.end)
    start = text.rfind(b"\n", 0, span.start) + 1
    return Span(span.file, start, len(text) if end < 0 else end)


@lru_cache(maxsize=16)
def _drift(file: "Path", checked: bytes, present: bytes) -> Drift:
    edits = tuple(_edits(file, checked, present))
    in_bodies = (
        file.suffix == ".rs"
        and max(len(checked), len(present)) <= _MAX_BYTES
        and _skeleton(checked) == _skeleton(present)
        and not any(_changes_inner_item(edit, edits, checked, present) for edit in edits)
    )
    return Drift(edits, in_bodies)


def _changes_inner_item(
    edit: TextEdit, edits: tuple[TextEdit, ...], checked: bytes, present: bytes
) -> bool:
    """Whether an edit changes an item declared inside a function: an impl there is global."""
    from rustmend.syntax import parse

    start, end = edit.span.start, edit.span.end
    if _DECLARES.search(checked[start:end]) or _DECLARES.search(edit.text.encode()):
        return True
    place = map_offset(start, edits, after=False)
    size = len(edit.text.encode())
    return _inside_inner_item(parse(checked), start, end) or _inside_inner_item(
        parse(present), place, place + size
    )


def _inside_inner_item(tree: "Tree", start: int, end: int) -> bool:
    below = ""
    found = False
    for node in _around(tree, start, end):
        if node.kind() in _FUNCTION:
            return found or below != "block"
        found = found or (node.kind() in _ITEMS and node.kind() != "macro_invocation")
        below = node.kind()
    return False


def _reaches(edit: Span, other: Span) -> bool:
    """Whether an edit changes ``other``; an insertion at its border changes it too."""
    return edit.start <= other.end and other.start <= edit.end


def _edits(file: "Path", old: bytes, new: bytes) -> Iterator[TextEdit]:
    """Yield edits that turn ``old`` into ``new``: by lines, and within them as short as can be."""
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
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
    head = _common(old, new)
    while head and head < len(old) and old[head] & 0xC0 == 0x80:
        head -= 1
    while head and head < len(new) and new[head] & 0xC0 == 0x80:
        head -= 1
    tail = _common(old[head:][::-1], new[head:][::-1])
    while tail and old[len(old) - tail] & 0xC0 == 0x80:
        tail -= 1
    text = new[head : len(new) - tail].decode(errors="replace")
    return TextEdit(Span(file, place + head, place + len(old) - tail), text)


def _common(one: bytes, other: bytes) -> int:
    """Return how long the common start is, by halving: comparing slices is quick."""
    low, high = 0, min(len(one), len(other))
    if one[:high] == other[:high]:
        return high
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


@lru_cache(maxsize=64)
def _skeleton(text: bytes) -> bytes:
    """Return a digest of the tokens of a file without function bodies and comments."""
    from rustmend.syntax import parse

    digest = blake2b(digest_size=16)
    for token in _tokens(parse(text)):
        digest.update(token + b"\0")
    return digest.digest()


def _tokens(tree: "Tree") -> Iterator[bytes]:
    stack = [tree.root]
    while stack:
        node = stack.pop()
        kind = node.kind()
        if kind in ("line_comment", "block_comment"):
            continue
        children = node.children()
        if kind in _FUNCTION:
            children = [child for child in children if child.kind() != "block"]
        if children:
            stack.extend(reversed(children))
        else:
            yield node.text().encode(errors="replace")


def _around(tree: "Tree", start: int, end: int) -> Iterator[Any]:
    """Yield the nodes around the bytes ``start`` to ``end``, the smallest first."""
    node = tree.smallest(start, end)
    yield node
    yield from node.ancestors()
