"""The names that are in scope at a place, from the syntax tree alone."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ast_grep_py import SgNode

from rustmend.syntax import Tree, walk

PATTERN_LEAVES = frozenset({"identifier", "shorthand_field_identifier"})


@dataclass(frozen=True, slots=True)
class Local:
    """A binding at bytes ``start`` to ``end``.

    ``type`` is what its declaration says, "" where it says nothing. ``origin`` is where its value
    comes from: an initialiser, what is matched or iterated over; None for a parameter.
    ``declared`` is the node of the declared type.
    """

    name: str
    type: str
    start: int = 0
    end: int = 0
    origin: SgNode | None = field(default=None, compare=False)
    declared: SgNode | None = field(default=None, compare=False)


def locals_at(tree: Tree, offset: int) -> list[Local]:
    """Return the bindings visible at byte ``offset``, the nearest first, shadowed ones left out."""
    found: dict[str, Local] = {}
    for local in _bindings(tree, offset):
        found.setdefault(local.name, local)
    return list(found.values())


def local_at(tree: Tree, offset: int, name: str) -> Local | None:
    """Return the binding that ``name`` means at byte ``offset``, None if it means none."""
    return next((local for local in _bindings(tree, offset) if local.name == name), None)


def bindings_in(
    tree: Tree, pattern: SgNode, declared: SgNode | None = None, origin: SgNode | None = None
) -> Iterator[Local]:
    """Yield the names that ``pattern`` binds; the declared type belongs to a plain name only."""
    plain = pattern.kind() in ("identifier", "self", "mut_pattern")
    for node in walk(pattern):
        if node.kind() == "self" or (node.kind() in PATTERN_LEAVES and _binds(node)):
            start, end = tree.bounds(node)
            type_ = declared if plain else None
            text = type_.text() if type_ is not None else ""
            yield Local(node.text(), text, start, end, origin, type_)


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
                yield from bindings_in(tree, pattern, None, _source(node))
        elif kind in ("if_expression", "while_expression"):
            condition = node.field("condition")
            if condition is not None:
                for inner in [condition, *condition.find_all(kind="let_condition")]:
                    pattern = inner.field("pattern")
                    if inner.kind() == "let_condition" and pattern is not None:
                        yield from bindings_in(tree, pattern, None, inner.field("value"))
        node = node.parent()


def _declared(tree: Tree, declaration: SgNode) -> Iterator[Local]:
    pattern = declaration.field("pattern")
    if pattern is None:
        return
    type_, value = declaration.field("type"), declaration.field("value")
    yield from bindings_in(tree, pattern, type_, value)


def _parameters(tree: Tree, function: SgNode) -> Iterator[Local]:
    parameters = function.field("parameters")
    for child in parameters.children() if parameters is not None else []:
        if child.kind() == "self_parameter":
            start, end = tree.bounds(child)
            yield Local("self", child.text(), start, end, None, child)
        elif child.kind() == "parameter":
            pattern, type_ = child.field("pattern"), child.field("type")
            if pattern is not None:
                yield from bindings_in(tree, pattern, type_, _source(function))
        elif child.is_named() and function.kind() == "closure_expression":
            yield from bindings_in(tree, child, None, _source(function))


def _source(node: SgNode) -> SgNode | None:
    """Return what a pattern's value comes from: a loop's iterable, a match's scrutinee.

    For a closure that is the receiver of the method it is given to.
    """
    if node.kind() == "for_expression":
        return node.field("value")
    if node.kind() == "match_arm":
        block = node.parent()
        match = block.parent() if block is not None else None
        return match.field("value") if match is not None else None
    if node.kind() == "closure_expression":
        given = node.parent()
        call = given.parent() if given is not None else None
        function = call.field("function") if call is not None else None
        return function.field("value") if function is not None else None
    return None


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
