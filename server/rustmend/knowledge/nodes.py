"""Syntax trees as plain values: what learned rewrites are made from and found in.

Comments are left out, and so is the comma that ends a list. Calls of std's macros are calls.
Nodes are made when they are looked at, so a large file costs no more than what is read of it.
"""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

from ast_grep_py import SgNode

from rustmend.knowledge.macros import opened
from rustmend.syntax import Tree, parse

COMMENTS = frozenset({"line_comment", "block_comment"})
# what is one word to a reader, whatever the grammar makes of it
ATOMS = frozenset(
    {
        "string_literal", "raw_string_literal", "char_literal", "integer_literal", "float_literal",
        "boolean_literal", "lifetime", "label",
    }
)  # fmt: skip
LITERALS = ATOMS - {"lifetime", "label", "boolean_literal"}
NAMES = frozenset(
    {
        "identifier", "type_identifier", "field_identifier", "shorthand_field_identifier",
        "lifetime", "label",
    }
)  # fmt: skip
_EXPRESSIONS = frozenset(
    {
        "identifier", "self", "scoped_identifier", "field_expression", "call_expression",
        "reference_expression", "unary_expression", "binary_expression", "try_expression",
        "await_expression", "index_expression", "parenthesized_expression", "tuple_expression",
        "array_expression", "macro_invocation", "closure_expression", "struct_expression",
        "type_cast_expression", "range_expression", "if_expression", "match_expression",
        "block", "unit_expression", "generic_function", "async_block", "unsafe_block",
        "string_literal", "raw_string_literal", "char_literal", "integer_literal",
        "float_literal", "boolean_literal", "return_expression", "assignment_expression",
        "compound_assignment_expr", "loop_expression", "while_expression", "for_expression",
    }
)  # fmt: skip
_TYPES = frozenset(
    {
        "type_identifier", "primitive_type", "scoped_type_identifier", "generic_type",
        "reference_type", "pointer_type", "array_type", "tuple_type", "unit_type",
        "dynamic_type", "abstract_type", "function_type", "bounded_type", "never_type",
    }
)  # fmt: skip
_PATTERNS = frozenset(
    {
        "tuple_struct_pattern", "tuple_pattern", "struct_pattern", "reference_pattern",
        "ref_pattern", "mut_pattern", "or_pattern", "slice_pattern", "captured_pattern",
        "match_pattern", "remaining_field_pattern", "negative_literal",
    }
)  # fmt: skip
_TUPLES = frozenset({"tuple_expression", "tuple_type", "tuple_pattern"})
# the kind of a node that holds nothing but tokens
FLAT = "tokens"
# the kind of a text whose placeholders are looked at
PIECES = "format_string"
_PIECE = re.compile(rb"\{\{|\}\}|\{(?P<name>[^{}:]*)(?P<spec>:[^{}]*)?\}")
_CLOSING = frozenset({")", "]", "}", ">"})


def category(kind: str) -> str:
    """Return what a node of ``kind`` can stand for: an expression, a type, a pattern, or itself."""
    if kind in _EXPRESSIONS:
        return "expression"
    if kind in _TYPES:
        return "type"
    return "pattern" if kind in _PATTERNS else kind


class Node:
    """A node over the bytes ``start`` to ``end`` of ``source``. A leaf has no children."""

    __slots__ = ("__dict__", "_node", "_tree", "end", "kind", "named", "parent", "start")

    def __init__(
        self, tree: Tree, source: bytes, node: SgNode, start: int, end: int, parent: "Node | None"
    ) -> None:
        self._tree = tree
        self.source = source
        self._node = node
        self.kind = node.kind()
        self.named = node.is_named()
        self.start = start
        self.end = end
        self.parent = parent

    @cached_property
    def children(self) -> "tuple[Node, ...]":
        """The children, comments and a comma that ends a list left out."""
        if self.kind in ATOMS:
            return ()
        found: list[Node] = []
        at = self.start
        for child in self._node.children():
            start, end = self._tree.bounds(child)
            if child.kind() in COMMENTS:
                at = max(at, end)
                continue
            # a macro's name is blanked out in the tree, and belongs to what follows it
            gap = self.source[at:start]
            start -= len(gap.lstrip())
            if start == end:
                continue
            found.append(Node(self._tree, self.source, child, start, end, self))
            at = end
        closed = len(found) > 2 and found[-1].kind in _CLOSING and self.kind not in _TUPLES
        if closed and found[-2].kind == ",":
            del found[-2]
        return tuple(found)

    @cached_property
    def text(self) -> str:
        """The text as it stands in the source."""
        return self.source[self.start : self.end].decode(errors="replace")

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """The leaves' texts: equal for two nodes that differ in layout alone."""
        if not self.children:
            return (self.text,)
        return tuple(token for child in self.children for token in child.tokens)

    def same(self, other: "Node") -> bool:
        """Whether both say the same, layout apart."""
        mine = self.source[self.start : self.end]
        if mine == other.source[other.start : other.end]:
            return True
        return self.tokens == other.tokens

    def walk(self) -> "Iterator[Node]":
        """Yield this node and all below it, parents first."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def ancestors(self) -> "Iterator[Node]":
        """Yield what is around it, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def smallest(self, start: int, end: int) -> "Node":
        """Return the smallest node in it that contains the bytes ``start`` to ``end``."""
        node = self
        while True:
            for child in node.children:
                if child.start <= start and end <= child.end:
                    node = child
                    break
            else:
                return node

    def enclosing(self, start: int, end: int, kinds: frozenset[str]) -> "Node | None":
        """Return the innermost node of one of ``kinds`` around the bytes ``start`` to ``end``."""
        asked = (start, end, kinds)
        if asked not in self._enclosing:
            node: Node | None = self.smallest(start, end)
            while node is not None and node.kind not in kinds:
                node = node.parent
            self._enclosing[asked] = node
        return self._enclosing[asked]

    @cached_property
    def _enclosing(self) -> "dict[tuple[int, int, frozenset[str]], Node | None]":
        """What was found; every rewrite that is tried asks the same places."""
        return {}


@lru_cache(maxsize=4)
def nodes(text: bytes) -> Node:
    """Return the root of the tree of ``text``."""
    tree = opened(text)
    return Node(tree, text, tree.root, 0, len(text), None)


def flat(text: bytes, start: int = 0, end: int | None = None) -> Node:
    """Return the tokens of ``text``, as the children of one node: for what does not parse.

    Only those between two bytes where these are given.
    """
    root = nodes(text)
    whole = Node(root._tree, text, root._node, start, len(text) if end is None else end, None)
    whole.kind = FLAT
    found = []
    for node in _leaves(root, whole.start, whole.end):
        if whole.start <= node.start and node.end <= whole.end and node is not root:
            leaf = Node(node._tree, text, node._node, node.start, node.end, whole)
            leaf.__dict__["children"] = ()
            found.append(leaf)
    whole.__dict__["children"] = tuple(found)
    return whole


def _leaves(node: Node, start: int, end: int) -> Iterator[Node]:
    """Yield the leaves that lie in or reach into the bytes ``start`` to ``end``, in order.

    What lies beside them is not looked into, so it costs no more than those bytes do.
    """
    stack = [node]
    while stack:
        node = stack.pop()
        if start < node.end and node.start < end:
            if not node.children:
                yield node
            stack.extend(reversed(node.children))


def pieces(literal: Node) -> Node:
    """Return a string as a node of its placeholders' parts and the text between them."""
    whole = Node(
        literal._tree, literal.source, literal._node, literal.start, literal.end, literal.parent
    )
    whole.kind = PIECES
    found: list[Node] = []

    def add(kind: str, start: int, end: int) -> None:
        if start < end:
            piece = Node(literal._tree, literal.source, literal._node, start, end, whole)
            piece.kind, piece.named = kind, kind == "text"
            piece.__dict__["children"] = ()
            found.append(piece)

    at = literal.start
    for match in _PIECE.finditer(literal.source, literal.start, literal.end):
        if match["name"] is None:  # a brace that is meant as one
            continue
        add("text", at, match.start())
        add("{", match.start(), match.start() + 1)
        add("text", match.start("name"), match.end("name"))
        if match["spec"] is not None:
            add("spec", match.start("spec"), match.end("spec"))
        add("}", match.end() - 1, match.end())
        at = match.end()
    add("text", at, literal.end)
    whole.__dict__["children"] = tuple(found)
    return whole


def broken(text: bytes) -> bool:
    """Whether ``text`` does not parse."""
    return parse(text).broken()


def gap(source: bytes, start: int, end: int) -> str:
    """Return the blanks between two bytes as "", " " or a line's end."""
    between = source[start:end]
    if b"\n" in between:
        return "\n"
    return " " if between.strip() != between or between == b" " else ""


def gap_before(node: Node) -> str:
    """Return the blanks before a node as "", " " or a line's end."""
    start = node.start
    while start > 0 and node.source[start - 1 : start].isspace():
        start -= 1
    return _shown(node.source[start : node.start])


def gap_after(node: Node) -> str:
    """Return the blanks after a node as "", " " or a line's end."""
    end = node.end
    while node.source[end : end + 1].isspace():
        end += 1
    return _shown(node.source[node.end : end])


def _shown(blank: bytes) -> str:
    return "\n" if b"\n" in blank else " " if blank else ""
