"""The names that are in scope at a place, from the syntax tree alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from ast_grep_py import SgNode

from rustmend.syntax import Tree, walk

PATTERN_LEAVES = frozenset({"identifier", "shorthand_field_identifier"})


@dataclass(frozen=True, slots=True)
class Local:
    """A binding: ``type`` is what its declaration says, "" where it says nothing.

    ``value`` is the text of its initialiser, "" where there is none.
    """

    name: str
    type: str
    value: str = ""
    start: int = 0
    end: int = 0


def locals_at(tree: Tree, offset: int) -> list[Local]:
    """Return the bindings visible at byte ``offset``, the nearest first, shadowed ones left out."""
    found: dict[str, Local] = {}
    for local in _bindings(tree, offset):
        found.setdefault(local.name, local)
    return list(found.values())


def bindings_in(tree: Tree, pattern: SgNode, type_: str = "", value: str = "") -> Iterator[Local]:
    """Yield the names that ``pattern`` binds; ``type_`` belongs to a plain name only."""
    plain = pattern.kind() in ("identifier", "self", "mut_pattern")
    for node in walk(pattern):
        if node.kind() == "self" or (node.kind() in PATTERN_LEAVES and _binds(node)):
            start, end = tree.bounds(node)
            yield Local(node.text(), type_ if plain else "", value if plain else "", start, end)


def _bindings(tree: Tree, offset: int) -> Iterator[Local]:
    node: SgNode | None = tree.smallest(offset, offset)
    position = tree.character(offset)
    while node is not None:
        kind = node.kind()
        if kind in ("block", "source_file"):
            for child in reversed(node.children()):
                if child.kind() == "let_declaration" and child.range().end.index <= position:
                    yield from _declared(tree, child)
        elif kind in ("function_item", "closure_expression", "function_signature_item"):
            yield from _parameters(tree, node)
            if kind != "closure_expression":
                return
        elif kind in ("match_arm", "for_expression", "let_condition"):
            pattern = node.field("pattern")
            if pattern is not None:
                yield from bindings_in(tree, pattern)
        elif kind in ("if_expression", "while_expression"):
            condition = node.field("condition")
            if condition is not None:
                for inner in [condition, *condition.find_all(kind="let_condition")]:
                    pattern = inner.field("pattern")
                    if inner.kind() == "let_condition" and pattern is not None:
                        yield from bindings_in(tree, pattern)
        node = node.parent()


def _declared(tree: Tree, declaration: SgNode) -> Iterator[Local]:
    pattern = declaration.field("pattern")
    if pattern is None:
        return
    type_, value = declaration.field("type"), declaration.field("value")
    yield from bindings_in(
        tree, pattern, type_.text() if type_ else "", value.text() if value else ""
    )


def _parameters(tree: Tree, function: SgNode) -> Iterator[Local]:
    parameters = function.field("parameters")
    for child in parameters.children() if parameters is not None else []:
        if child.kind() == "self_parameter":
            start, end = tree.bounds(child)
            yield Local("self", child.text(), "", start, end)
        elif child.kind() == "parameter":
            pattern, type_ = child.field("pattern"), child.field("type")
            if pattern is not None:
                yield from bindings_in(tree, pattern, type_.text() if type_ else "")
        elif child.is_named() and function.kind() == "closure_expression":
            yield from bindings_in(tree, child)


def _binds(node: SgNode) -> bool:
    """Whether a name in a pattern is a binding and no path, type or constant."""
    if not (node.text()[:1].islower() or node.text()[:1] == "_"):
        return False
    parent = node.parent()
    if parent is None:
        return True
    if parent.kind() in ("scoped_identifier", "scoped_type_identifier"):
        return False
    if parent.kind() == "tuple_struct_pattern":
        return parent.field("type") != node
    return True
