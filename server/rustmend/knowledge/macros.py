"""See into the calls of std's macros, whose arguments tree-sitter leaves as bare tokens."""

import re
from functools import lru_cache

from rustmend.syntax import Tree, parse

# std's macros whose arguments are expressions (and `name = expression`)
MACRO = re.compile(
    rb"\b(?:e?print(?:ln)?|format(?:_args)?|write(?:ln)?|panic|todo|unimplemented|unreachable|dbg"
    rb"|(?:debug_)?assert(?:_eq|_ne)?)(!)(?=\s*\()"
    rb"|\bvec!(?=\s*\[)"
)


def inside_macro(tree: Tree, start: int, end: int) -> bool:
    """Whether the bytes ``start`` to ``end`` are arguments of a macro."""
    node = tree.smallest(start, end)
    return any(parent.kind() == "token_tree" for parent in [node, *node.ancestors()])


@lru_cache(maxsize=8)
def opened(text: bytes) -> Tree:
    """Return a tree of ``text`` in which std's macro calls are calls and ``vec![…]`` is an array.

    Every byte keeps its place, so spans mean the same; the text itself does not.
    """
    return parse(MACRO.sub(_blanked, text))


def _blanked(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return found[0][:-1] + b" "
    return b" " * len(found[0])
