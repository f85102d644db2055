"""How a place lies to what a diagnostic points at."""

from pathlib import Path

from rustmend.domain import Diagnostic, Span
from rustmend.knowledge.learned import Near, Relation, frame, sentences
from rustmend.knowledge.nodes import Node

ITEMS = frozenset(
    {
        "function_item", "function_signature_item", "impl_item", "trait_item", "struct_item",
        "enum_item", "union_item", "mod_item", "const_item", "static_item", "type_item",
        "macro_definition", "use_declaration",
    }
)  # fmt: skip
STATEMENTS = frozenset(
    {
        "let_declaration", "expression_statement", "match_arm", "field_declaration",
        "use_declaration", "const_item", "static_item", "type_item", "parameter",
    }
)  # fmt: skip
# an attribute belongs to the item after it
_ATTRIBUTE = frozenset({"attribute_item"})
_PLACES = {kinds: kinds | _ATTRIBUTE for kinds in (ITEMS, STATEMENTS)}
CLOSENESS: dict[Relation, float] = {
    "same": 1.0, "starts": 0.9, "ends": 0.9, "next": 0.8, "previous": 0.8, "inside": 0.7,
    "around": 0.6, "statement": 0.45, "item": 0.3, "far": 0.1,
}  # fmt: skip
_KEPT = 4


def nearness(
    diagnostic: Diagnostic, file: Path, root: Node, start: int, end: int
) -> tuple[Near, ...]:
    """Return how the bytes ``start`` to ``end`` lie to the labels, the closest first."""
    found: dict[Near, float] = {}
    for role, text, spans in sentences(diagnostic):
        for span in spans:
            how = relation(root, file, start, end, span)
            # the message is said of the primary span, which has a sentence of its own
            if role != "message":
                found[Near(role, frame(text), how)] = CLOSENESS[how]
    best = sorted(found, key=lambda near: -found[near])
    close = [near for near in best if near.relation != "far"] or best
    return tuple(close[:_KEPT])


def relation(root: Node, file: Path, start: int, end: int, span: Span) -> Relation:
    """Return how the bytes ``start`` to ``end`` of ``file`` lie to ``span``.

    ``root`` is the tree of the file. An empty place between two tokens may touch a span over
    the blanks there.
    """
    if span.file != file:
        return "far"
    if start == span.start and end == span.end:
        return "same"
    if _blank(root.source, start, end):
        # between two tokens: the blanks belong to neither
        if span.start == span.end and start <= span.start <= end:
            return "same"
        if start <= span.start <= end:
            return "starts"
        if start <= span.end <= end:
            return "ends"
    elif span.end <= start and _blank(root.source, span.end, start):
        return "next"
    elif end <= span.start and root.source[end : span.start].strip() in (b"", b"."):
        return "previous"  # the receiver of a method too
    if span.start <= start and end <= span.end:
        return "inside"
    if start <= span.start and span.end <= end:
        return "around"
    for kinds, name in ((STATEMENTS, "statement"), (ITEMS, "item")):
        mine, other = (
            _around(root, start, end, kinds),
            _around(root, span.start, span.end, kinds),
        )
        if mine is not None and other is not None and mine.start == other.start:
            return "statement" if name == "statement" else "item"
    return "far"


def _around(root: Node, start: int, end: int, kinds: frozenset[str]) -> Node | None:
    """Return the innermost node of ``kinds`` around two bytes; an attribute belongs to its item."""
    node = root.enclosing(start, end, _PLACES[kinds])
    if node is None or node.kind not in _ATTRIBUTE:
        return node
    siblings = node.parent.children if node.parent else ()
    after = (each for each in siblings if each.start >= node.end and each.kind != node.kind)
    item = next(after, None)
    return item if item is not None and item.kind in kinds else None


def _blank(source: bytes, start: int, end: int) -> bool:
    return not source[start:end].strip()
