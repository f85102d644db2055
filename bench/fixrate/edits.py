"""Ways to change nodes of a syntax tree: from a choice of nodes to edits, one set per place."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ast_grep_py import SgNode

from rustmend.syntax import Tree, walk


class Edit(NamedTuple):
    """Put ``text`` in place of the bytes ``start`` to ``end``."""

    start: int
    end: int
    text: bytes = b""


Edits = tuple[Edit, ...]
Nodes = Callable[[Tree], Iterator[SgNode]]
Search = Callable[[Tree], Iterator[Edits]]
Condition = Callable[[SgNode], bool]


def nodes(*kinds: str, where: Condition | None = None) -> Nodes:
    """Choose the nodes of these kinds."""

    def search(tree: Tree) -> Iterator[SgNode]:
        for node in walk(tree.root):
            if node.kind() in kinds and (where is None or where(node)):
                yield node

    return search


def tokens(token: str, *below: str) -> Nodes:
    """Choose the tokens directly below nodes of the kinds ``below``."""

    def search(tree: Tree) -> Iterator[SgNode]:
        for node in nodes(*below)(tree):
            yield from (each for each in node.children() if each.kind() == token)

    return search


def delimiters(token: str) -> Nodes:
    """Choose the brackets ``token``, those of macro calls apart."""

    def search(tree: Tree) -> Iterator[SgNode]:
        for node in walk(tree.root):
            parent = node.parent()
            if node.kind() == token and parent is not None and parent.kind() != "token_tree":
                yield node

    return search


def cut(chosen: Nodes) -> Search:
    """Leave each node out."""
    return lambda tree: ((Edit(*tree.bounds(node)),) for node in chosen(tree))


def cut_spaced(chosen: Nodes) -> Search:
    """Leave each node out with the blanks after it."""
    return lambda tree: (without(tree, node) for node in chosen(tree))


def cut_listed(chosen: Nodes) -> Search:
    """Leave each node out of the list it is in, with one separator."""
    return lambda tree: (unlisted(tree, node) for node in chosen(tree))


def put(chosen: Nodes, before: str = "", after: str = "") -> Search:
    """Write something around each node."""

    def search(tree: Tree) -> Iterator[Edits]:
        for node in chosen(tree):
            start, end = tree.bounds(node)
            around = (Edit(start, start, before.encode()), Edit(end, end, after.encode()))
            yield tuple(edit for edit in around if edit.text)

    return search


def change(chosen: Nodes, to: Callable[[str], str | None]) -> Search:
    """Write each node in another way; ``None`` leaves it out of the places."""

    def search(tree: Tree) -> Iterator[Edits]:
        for node in chosen(tree):
            text = to(node.text())
            if text is not None and text != node.text():
                yield (Edit(*tree.bounds(node), text.encode()),)

    return search


def either(*searches: Search) -> Search:
    """Join the places of several searches."""
    return lambda tree: (edits for search in searches for edits in search(tree))


def without(tree: Tree, node: SgNode) -> Edits:
    """Leave ``node`` out with the blanks after it."""
    start, end = tree.bounds(node)
    return (Edit(start, _past_blanks(tree.text, end)),)


def unlisted(tree: Tree, node: SgNode) -> Edits:
    """Leave ``node`` out of the list it is in, with one separator."""
    start, end = tree.bounds(node)
    after, before = node.next(), node.prev()
    if after is not None and after.text() in (",", "+"):
        end = _past_blanks(tree.text, tree.bounds(after)[1])
    elif before is not None and before.text() in (",", "+", ":"):
        start = tree.bounds(before)[0]
    return (Edit(start, end),)


def listed(node: SgNode) -> list[SgNode]:
    """Return the members of a list: what is neither punctuation nor comment."""
    return [
        child for child in node.children() if child.is_named() and "comment" not in child.kind()
    ]


def same(node: SgNode, other: SgNode | None) -> bool:
    """Whether both are at the same place."""
    return other is not None and node.range() == other.range()


def _past_blanks(text: bytes, place: int) -> int:
    while text[place : place + 1].isspace():
        place += 1
    return place
