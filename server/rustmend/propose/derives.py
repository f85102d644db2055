"""Where a trait goes in a list of derived ones: where people put it."""

from collections.abc import Sequence

from rustmend.knowledge.nodes import Node

DERIVED = ("Debug", "Clone", "Copy", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash", "Default")
_AFTER = {"Eq": "PartialEq", "Copy": "Clone", "Ord": "PartialOrd"}
_BEFORE = {base: more for more, base in _AFTER.items()}


def is_derived(node: Node) -> bool:
    """Whether a node is the list of a ``derive``."""
    parent = node.parent
    return node.kind == "token_tree" and parent is not None and parent.text.startswith("derive")


def placed(text: str, members: Sequence[Node]) -> tuple[int, str]:
    """Return the byte at which ``text`` joins ``members``, of which there are some, and how."""
    first = text.split(",")[0].strip()
    named = {member.text: member for member in members}
    if (base := named.get(_AFTER.get(first, ""))) is not None:
        return base.end, f", {text}"
    later = named.get(_BEFORE.get(first, ""))
    if later is None and first in DERIVED:
        rank = DERIVED.index(first)
        above = [each for each in members if each.text in DERIVED[rank + 1 :]]
        later = above[0] if above else None
    if later is not None:
        return later.start, f"{text}, "
    return members[-1].end, f", {text}"
