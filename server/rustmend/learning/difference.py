"""Where two syntax trees differ: the smallest runs of neighbours that give way to others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rustmend.knowledge.nodes import PIECES, Node, category, pieces

# a change of several parts of so small a thing is one change of the thing
_SMALL_TOKENS = 30
# how much two neighbours must have in common to be one that was changed
_ALIKE = 0.5
_COMPARED_TOKENS = 400


@dataclass(frozen=True, slots=True)
class Change:
    """The children ``start`` to ``end`` of ``parent`` became ``new``.

    ``new_start`` is the place of ``new`` among the children of ``new_parent``.
    """

    parent: Node
    start: int
    end: int
    new_parent: Node
    new_start: int
    new: tuple[Node, ...]

    @property
    def old(self) -> tuple[Node, ...]:
        """The neighbours that gave way; none where something was only added."""
        return self.parent.children[self.start : self.end]


def changes(before: Node, after: Node) -> list[Change]:
    """Return what changed from one root to the other, in order; small things as a whole."""
    return _lifted(list(_inside(before, after)))


def _inside(before: Node, after: Node) -> Iterator[Change]:
    """Yield the changes among the children of two nodes of one kind."""
    olds, news = before.children, after.children
    first = 0
    while first < min(len(olds), len(news)) and olds[first].same(news[first]):
        first += 1
    last = 0
    while last < min(len(olds), len(news)) - first and olds[-1 - last].same(news[-1 - last]):
        last += 1
    old, new = olds[first : len(olds) - last], news[first : len(news) - last]
    if len(old) == len(new):
        for place, (one, other) in enumerate(zip(old, new, strict=True), first):
            yield from _pair(before, place, one, after, place, other)
        return
    matcher = SequenceMatcher(
        None, [node.tokens for node in old], [node.tokens for node in new], autojunk=False
    )
    for what, a, b, c, d in matcher.get_opcodes():
        if what != "equal":
            yield from _run(before, first + a, first + b, after, first + c, first + d)


def _run(before: Node, a: int, b: int, after: Node, c: int, d: int) -> Iterator[Change]:
    """Yield the changes of a run of neighbours, those that are alike paired."""
    pair = max(
        (
            (likeness, i, j)
            for i in range(a, b)
            for j in range(c, d)
            if (likeness := _likeness(before.children[i], after.children[j])) >= _ALIKE
        ),
        default=None,
    )
    if pair is None:
        if a < b or c < d:
            yield Change(before, a, b, after, c, after.children[c:d])
        return
    _, i, j = pair
    yield from _run(before, a, i, after, c, j)
    yield from _pair(before, i, before.children[i], after, j, after.children[j])
    yield from _run(before, i + 1, b, after, j + 1, d)


def _pair(before: Node, i: int, old: Node, after: Node, j: int, new: Node) -> Iterator[Change]:
    if old.same(new):
        return
    alike = old.kind == new.kind and old.children and new.children
    if old.kind == new.kind == "string_literal" and "{" in old.text and "{" in new.text:
        yield from _inside(pieces(old), pieces(new))
    elif alike and not _holds(new, old) and not _holds(old, new):
        yield from _inside(old, new)
    else:
        yield Change(before, i, i + 1, after, j, (new,))


def _holds(outer: Node, inner: Node) -> bool:
    """Whether ``inner`` as a whole is a part of ``outer``: it was wrapped, or unwrapped."""
    if inner.kind == "block" or category(inner.kind) == inner.kind:
        return False  # a list in parentheses wraps nothing
    if len(outer.tokens) > _COMPARED_TOKENS:
        return False
    return any(node.tokens == inner.tokens for node in outer.walk() if node is not outer)


def _likeness(old: Node, new: Node) -> float:
    if old.kind != new.kind or not old.named or not old.children:
        return 0.0
    one, other = old.tokens[:_COMPARED_TOKENS], new.tokens[:_COMPARED_TOKENS]
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _lifted(found: list[Change]) -> list[Change]:
    """Join the changes within one small thing, the innermost such thing first."""
    done: list[Change] = []
    for change in found:
        joined = _joined(done[-1], change) if done else None
        if joined is None:
            done.append(change)
        else:
            done[-1] = joined
    return done if len(done) == len(found) else _lifted(done)


def _joined(first: Change, second: Change) -> Change | None:
    """Return one change of the smallest node around both, None where that is no small thing."""
    if PIECES in (first.parent.kind, second.parent.kind):
        return None
    # both sides were gone down together, so the one's parents are the other's
    olds = [first.parent, *first.parent.ancestors()]
    news = [first.new_parent, *first.new_parent.ancestors()]
    around = {id(node) for node in (second.parent, *second.parent.ancestors())}
    for old, new in zip(olds, news, strict=False):
        if id(old) not in around:
            continue
        tokens = (*old.tokens, *new.tokens)
        if old.parent is None or new.parent is None:
            return None
        if len(tokens) > 2 * _SMALL_TOKENS or "{" in tokens:
            return None
        place, new_place = _place(old), _place(new)
        return Change(old.parent, place, place + 1, new.parent, new_place, (new,))
    return None


def _place(node: Node) -> int:
    siblings: Sequence[Node] = node.parent.children if node.parent else ()
    return next(number for number, each in enumerate(siblings) if each is node)
