"""What goes and what comes with an edit, as shapes to compare, and what only the place says."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from ast_grep_py import SgNode

from rustmend.domain import Caution, TextEdit
from rustmend.domain.text import apply_edits, edits_by_file
from rustmend.propose.manifests import manifest_cautions, package_of, runs_at_build_time
from rustmend.propose.shape import Shape, difference, shape_of
from rustmend.propose.signatures import public_signatures
from rustmend.sources import Sources
from rustmend.syntax import Tree, parse

if TYPE_CHECKING:
    from rustmend.propose.context import Context

PANICKING_CALLS = ("unwrap", "expect", "unwrap_err", "expect_err", "::unwrap", "::expect",
                   "::exit", "::abort", "exit", "abort")  # fmt: skip
Compared = tuple[Shape, Shape, frozenset[Caution]]
_SHAPES: WeakKeyDictionary[Sources, dict[tuple[TextEdit, ...], Compared]] = WeakKeyDictionary()


def shapes(before: Sources, edits: tuple[TextEdit, ...], context: "Context") -> Compared:
    """Return what goes, what comes, and the cautions that no diagnostic has a say in.

    What is changed at many places is a candidate of many errors, so it is kept.
    """
    known = _SHAPES.setdefault(before, {})
    if edits not in known:
        known[edits] = _compared(before, edits, context)
    return known[edits]


def _compared(before: Sources, edits: tuple[TextEdit, ...], context: "Context") -> Compared:
    found: set[Caution] = set()
    old, new = Shape(), Shape()
    for file, group in edits_by_file(edits).items():
        text = before.read(file) or b""
        if file.suffix == ".rs":
            first, second = _around_items(text, group)
            lost, come = difference(first.root, second.root)
            _add(old, shape_of(lost))
            added = shape_of(come)
            if among_tests(file, context) or _tested(parse(text), group):
                # a test may panic: that is how it fails
                for call in PANICKING_CALLS:
                    added.calls.pop(call, None)
            _add(new, added)
            if not _in_body(lost or come) and (
                public_signatures(first, file, context) - public_signatures(second, file, context)
            ):
                found.add(Caution.PUBLIC_SIGNATURE)
        elif file.name == "Cargo.toml":
            found |= manifest_cautions(text, apply_edits(text, group))
        if runs_at_build_time(file, context.workspace, before):
            found.add(Caution.EDITS_BUILD_TIME)
    return old, new, frozenset(found)


def among_tests(file: Path, context: "Context") -> bool:
    """Whether a file lies in a folder of tests of its package, wherever that lies."""
    owner = package_of(file, context.workspace)
    return owner is not None and "tests" in file.relative_to(owner.root).parent.parts


def _tested(tree: Tree, edits: list[TextEdit]) -> bool:
    """Whether all edits lie in modules or functions that are compiled for tests alone."""
    kinds = frozenset({"mod_item", "function_item"})
    for edit in edits:
        node = tree.enclosing(edit.span.start, edit.span.end, kinds)
        # what is inserted right after an item is not in it
        while node is not None and edit.span.start >= tree.bounds(node)[1]:
            node = node.parent()
        if not for_tests(node):
            return False
    return True


def for_tests(node: SgNode | None) -> bool:
    """Whether ``node``, or what lies around it, is compiled for tests alone."""
    while node is not None:
        before = node.prev()
        while before is not None and before.kind() in ("attribute_item", "line_comment"):
            if before.text().replace(" ", "") in ("#[cfg(test)]", "#[test]"):
                return True
            before = before.prev()
        node = node.parent()
    return False


def _in_body(nodes: list[SgNode]) -> bool:
    parent = nodes[0].parent() if nodes else None
    return parent is not None and parent.kind() == "block"


def _around_items(text: bytes, edits: list[TextEdit]) -> tuple[Tree, Tree]:
    """Return the trees, before and after, of the whole items that ``edits`` touch.

    One more item on each side comes along, since an attribute belongs to what follows it.
    """
    bounds = _item_bounds(text)
    start = min(edit.span.start for edit in edits)
    end = max(edit.span.end for edit in edits)
    touched = [i for i, (first, last) in enumerate(bounds) if first <= end and start <= last]
    low = max(0, (touched[0] if touched else len([b for b in bounds if b[1] < start])) - 1)
    high = (touched[-1] if touched else len([b for b in bounds if b[1] < start])) + 1
    from_ = min(bounds[low][0], start) if low < len(bounds) else start
    if low == 0:
        from_ = 0
    to = max(bounds[high][1], end) if high < len(bounds) else len(text)
    inside = apply_edits(text[:to], edits)[from_:]
    return parse(text[from_:to]), parse(inside)


@lru_cache(maxsize=16)
def _item_bounds(text: bytes) -> list[tuple[int, int]]:
    tree = parse(text)
    return [tree.bounds(child) for child in tree.root.children()]


def _add(total: Shape, part: Shape) -> None:
    for name in ("tokens", "units", "calls", "macros", "attributes", "kinds", "casts",
                 "patterns", "defaults", "jumps", "definitions", "acts", "adaptors",
                 "negations"):  # fmt: skip
        getattr(total, name).update(getattr(part, name))
    total.arguments += part.arguments
