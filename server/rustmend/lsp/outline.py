"""Where the functions and other items of a checked text are, to judge an edit by them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_FUNCTION = "function_item"
_ITEMS = (
    "impl_item", "trait_item", "struct_item", "enum_item", "union_item", "mod_item", "const_item",
    "static_item", "type_item", "macro_definition", "macro_invocation", "use_declaration",
    "extern_crate_declaration", "foreign_mod_item", "attribute_item", "inner_attribute_item",
    "function_signature_item",
)  # fmt: skip
_WITH_TEXT = (
    "const_item", "static_item", "macro_definition", "macro_invocation", "attribute_item",
    "inner_attribute_item",
)  # fmt: skip
_COMMENTS = ("line_comment", "block_comment")


@dataclass(frozen=True, slots=True)
class Function:
    """The bytes of a function, and of the inside of its body."""

    start: int
    end: int
    body: int
    body_end: int


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """The functions, other items and comments of one text, in its bytes, by their start.

    Two are the same only if they are one: comparing thousands of functions at every key takes long.
    """

    functions: tuple[Function, ...]
    items: tuple[tuple[int, int, str], ...]
    comments: tuple[tuple[int, int], ...]

    def function_around(self, start: int, end: int) -> Function | None:
        """Return the innermost function around the bytes ``start`` to ``end``."""
        around = [each for each in self.functions if each.start <= start and end <= each.end]
        return around[-1] if around else None

    def body_around(self, start: int, end: int) -> Function | None:
        """Return the innermost function that has the bytes ``start`` to ``end`` in its body."""
        around = [each for each in self.functions if each.body <= start and end <= each.body_end]
        return around[-1] if around else None

    def item_around(self, start: int, end: int) -> tuple[int, int, str] | None:
        """Return the innermost other item around the bytes ``start`` to ``end``, and its kind."""
        around = [each for each in self.items if each[0] <= start and end <= each[1]]
        return around[-1] if around else None

    def may_hold_text(self, start: int, end: int) -> bool:
        """Whether the bytes ``start`` to ``end`` may lie in a literal outside of functions."""
        item = self.item_around(start, end)
        return item is not None and item[0] < start and end < item[1] and item[2] in _WITH_TEXT


@lru_cache(maxsize=64)
def outline(text: bytes) -> Outline:
    """Read the outline of a text; half a second for 50,000 lines."""
    from rustmend.syntax import Tree

    tree = Tree(text)
    functions = []
    for node in tree.root.find_all(kind=_FUNCTION):
        body = next((child for child in node.children() if child.kind() == "block"), None)
        if body is not None:
            first, last = tree.bounds(body)
            functions.append(Function(*tree.bounds(node), first + 1, last - 1))
    return Outline(
        tuple(functions),
        tuple(sorted((*tree.bounds(node), node.kind()) for node in _find(tree.root, _ITEMS))),
        tuple(sorted(tree.bounds(node) for node in _find(tree.root, _COMMENTS))),
    )


def same_but_for_body(old: bytes, new: bytes) -> bool:
    """Whether two texts are each one whole function, with the same signature."""
    signature = _signature(old)
    return signature is not None and signature == _signature(new)


def changes_inner_item(function: bytes, start: int, end: int) -> bool:
    """Whether the bytes ``start`` to ``end`` of a function lie in an item declared inside it.

    An inner ``impl`` is global, and so may be what an inner ``use`` or attribute leads to.
    """
    from rustmend.syntax import Tree

    tree = Tree(function)
    node = tree.smallest(start, end)
    kinds = [node.kind(), *(each.kind() for each in node.ancestors())]
    inner = kinds[: kinds.index(_FUNCTION)] if _FUNCTION in kinds else kinds
    return any(kind in _ITEMS and kind != "macro_invocation" for kind in inner)


def _signature(text: bytes) -> tuple[str, ...] | None:
    from rustmend.syntax import Tree

    root = Tree(text).root
    children = root.children()
    if len(children) != 1 or children[0].kind() != _FUNCTION:
        return None
    parts = children[0].children()
    # a brace too few leaves the body open to the end of the file
    if not parts or parts[-1].kind() != "block" or not parts[-1].text().endswith("}"):
        return None
    return tuple(_tokens(parts[:-1]))


def _tokens(nodes: list[Any]) -> Iterator[str]:
    for node in nodes:
        if node.kind() in _COMMENTS:
            continue
        children = node.children()
        if children:
            yield from _tokens(children)
        else:
            yield node.text()


def _find(root: Any, kinds: tuple[str, ...]) -> list[Any]:
    return list(root.find_all({"rule": {"any": [{"kind": kind} for kind in kinds]}}))
