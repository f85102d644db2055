"""Rust syntax trees with byte offsets: the one door to ast-grep.

ast-grep counts characters; everything else here counts bytes. A file that does not
parse still has a tree, with ``ERROR`` nodes and missing tokens in it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from threading import Lock

from ast_grep_py import SgNode, SgRoot

ITEM_KINDS = frozenset(
    {
        "function_item", "function_signature_item", "impl_item", "trait_item", "struct_item",
        "enum_item", "union_item", "mod_item", "const_item", "static_item", "type_item",
        "macro_definition", "macro_invocation", "use_declaration", "extern_crate_declaration",
        "foreign_mod_item", "associated_type", "attribute_item", "inner_attribute_item",
    }
)  # fmt: skip

_BLANKS = re.compile(rb"[ \t]*")
_KEPT = 64
_KEPT_BYTES = 2_000_000
_kept: "dict[bytes, Tree]" = {}
_lock = Lock()


class Tree:
    """The syntax tree of one text, which is UTF-8; other bytes are read as replacements."""

    def __init__(self, text: bytes) -> None:
        self.text = text
        self._decoded = text.decode(errors="surrogateescape")
        # ast-grep wants valid Unicode, and one character stands for each undecodable byte
        clean = self._decoded
        if not _valid(text):
            clean = clean.encode(errors="replace").decode()
        self.root: SgNode = SgRoot(clean, "rust").root()
        self._ascii = len(self._decoded) == len(text)

    def byte(self, character: int) -> int:
        """Return the byte offset of a character offset."""
        if self._ascii:
            return character
        characters, offsets = self._line_starts
        line = bisect_right(characters, character) - 1
        return offsets[line] + len(_encode(self._decoded[characters[line] : character]))

    def character(self, byte: int) -> int:
        """Return the character offset of a byte offset."""
        if self._ascii:
            return byte
        characters, offsets = self._line_starts
        line = bisect_right(offsets, byte) - 1
        part = self.text[offsets[line] : byte]
        return characters[line] + len(part.decode(errors="surrogateescape"))

    def bounds(self, node: SgNode) -> tuple[int, int]:
        """Return the bytes that ``node`` spans, start and end."""
        reach = node.range()
        return self.byte(reach.start.index), self.byte(reach.end.index)

    def indent(self, offset: int) -> str:
        """Return the white space that the line of a byte offset starts with."""
        found = _BLANKS.match(self.text, self.text.rfind(b"\n", 0, offset) + 1)
        return found[0].decode() if found else ""

    def smallest(self, start: int, end: int) -> SgNode:
        """Return the smallest node, named or not, that contains the bytes ``start`` to ``end``."""
        first, last = self.character(start), self.character(end)
        node = self.root
        while True:
            for child in node.children():
                reach = child.range()
                if (
                    reach.start.index <= first
                    and last <= reach.end.index
                    and (reach.start.index < reach.end.index)
                ):
                    node = child
                    break
            else:
                return node

    def enclosing(self, start: int, end: int, kinds: frozenset[str] = ITEM_KINDS) -> SgNode | None:
        """Return the innermost node of one of ``kinds`` around the bytes ``start`` to ``end``."""
        node: SgNode | None = self.smallest(start, end)
        while node is not None and node.kind() not in kinds:
            node = node.parent()
        return node

    def broken(self) -> bool:
        """Whether the text does not parse."""
        return any(
            node.kind() == "ERROR" or (node.is_leaf() and not node.text())
            for node in walk(self.root)
        )

    @cached_property
    def _line_starts(self) -> tuple[list[int], list[int]]:
        """Where each line starts, in characters and in bytes."""
        characters, offsets = [0], [0]
        for line in self._decoded.split("\n"):
            characters.append(characters[-1] + len(line) + 1)
            offsets.append(offsets[-1] + len(_encode(line)) + 1)
        return characters[:-1], offsets[:-1]


def walk(node: SgNode) -> Iterator[SgNode]:
    """Yield ``node`` and all below it, parents first."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(current.children()))


def parse(text: bytes) -> Tree:
    """Return the tree of ``text``; the latest few are kept, since many look at one file."""
    with _lock:
        tree = _kept.pop(text, None)
        if tree is None:
            tree = Tree(text)
        _kept[text] = tree
        # a tree takes thirty times the memory of its text
        while len(_kept) > _KEPT or (len(_kept) > 1 and sum(map(len, _kept)) > _KEPT_BYTES):
            del _kept[next(iter(_kept))]
        return tree


def forget() -> None:
    """Give back the memory of all trees that nobody uses any more."""
    with _lock:
        _kept.clear()


def _valid(text: bytes) -> bool:
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True


def _encode(text: str) -> bytes:
    return text.encode(errors="surrogateescape")
