"""Merges rewrites of one shape into a more general one: what differs between them is a hole."""

from collections.abc import Sequence

from rustmend.knowledge.learned import (
    Branch,
    Given,
    Hole,
    Leaf,
    Learned,
    Near,
    Part,
    Shape,
    leaves,
    merged_words,
)
from rustmend.knowledge.nodes import category

_NEAR_KEPT = 12


class _NotAlikeError(Exception):
    """The two cannot be merged."""


def merge(first: Learned, second: Learned) -> Learned | None:
    """Return the least general rewrite that does what both do, None where there is none.

    Its examples' words are those of both. Where the two do the same, so does the result.
    """
    if len(first.parts) != len(second.parts):
        return None
    pairing = _Pairing(first, second)
    try:
        parts = tuple(
            pairing.part(one, other) for one, other in zip(first.parts, second.parts, strict=True)
        )
        given = pairing.given(parts)
    except _NotAlikeError:
        return None
    return Learned(
        merged_words((first.codes, second.codes)),
        merged_words((first.kin, second.kin)),
        merged_words((first.signatures, second.signatures)),
        merged_words((first.said, second.said)),
        parts,
        given,
    )


class _Pairing:
    """Two rewrites side by side; one pair of shapes is one hole wherever it stands."""

    def __init__(self, first: Learned, second: Learned) -> None:
        self._given = (
            {given.hole: given for given in first.given},
            {given.hole: given for given in second.given},
        )
        self._holes: dict[tuple[object, object], int] = {}
        self._asked: set[int] = set()

    def part(self, first: Part, second: Part) -> Part:
        """Return the part that does what both do."""
        same = (first.op, first.separator) == (second.op, second.separator)
        if not same or len(first.run) != len(second.run):
            raise _NotAlikeError
        if len(first.template) != len(second.template):
            raise _NotAlikeError
        if first.op == "follow" and first.near[0].said != second.near[0].said:
            raise _NotAlikeError
        if first.op == "insert" and not _near_enough(first, second):
            raise _NotAlikeError
        run = self._shapes(first.run, second.run, asked=True)
        template = self._shapes(first.template, second.template, asked=False)
        return Part(
            first.op,
            _joined(first.near, second.near),
            template,
            first.parent,
            run,
            first.before,
            first.after,
            first.lead,
            first.trail,
            first.separator,
        )

    def given(self, parts: Sequence[Part]) -> tuple[Given, ...]:
        """Return where the diagnostics say what no pattern fills."""
        wanted = {
            leaf.number
            for part in parts
            for shape in part.template
            for leaf in leaves(shape)
            if isinstance(leaf, Hole)
        }
        found = []
        for pair, number in self._holes.items():
            if number in wanted - self._asked:
                found.append(self._source(pair, number))
        return tuple(found)

    def _source(self, pair: tuple[object, object], number: int) -> Given:
        """Return what fills a hole of the template in both."""
        one, other = (known.get(key) for known, key in zip(self._given, pair, strict=True))  # type: ignore[call-overload]  # keys are hole numbers or shapes
        if one is None or other is None or one.what != other.what:
            raise _NotAlikeError
        index = one.index
        if one.what == "like":
            index = self._holes.get((one.index, other.index), 0)
        elif (one.role, one.index, one.word) != (other.role, other.index, other.word):
            raise _NotAlikeError
        return Given(number, one.what, one.role, one.said, index, one.word)

    def _shapes(
        self, first: Sequence[Shape], second: Sequence[Shape], *, asked: bool
    ) -> tuple[Shape, ...]:
        return tuple(
            self._shape(one, other, asked=asked) for one, other in zip(first, second, strict=True)
        )

    def _shape(self, first: Shape, second: Shape, *, asked: bool) -> Shape:
        if isinstance(first, Leaf) and isinstance(second, Leaf) and first.text == second.text:
            return Leaf(first.kind, first.text, first.gap, first.own or second.own)
        if isinstance(first, Branch) and isinstance(second, Branch):
            alike = first.kind == second.kind and len(first.children) == len(second.children)
            if alike:
                return Branch(
                    first.kind, self._shapes(first.children, second.children, asked=asked)
                )
        kinds = tuple(dict.fromkeys((*_kinds(first), *_kinds(second))))
        if len({category(kind) for kind in kinds}) > 1:
            raise _NotAlikeError
        pair = (_key(first), _key(second))
        if pair not in self._holes:
            if not asked and not (isinstance(first, Hole) and isinstance(second, Hole)):
                raise _NotAlikeError  # what one of them brings, nothing names
            self._holes[pair] = len(self._holes) + 1
        number = self._holes[pair]
        if asked:
            self._asked.add(number)
        return Hole(number, kinds, first.gap if not isinstance(first, Branch) else "")


def _key(shape: Shape) -> object:
    """Return a hole's number, or a shape without its layout."""
    if isinstance(shape, Hole):
        return shape.number
    return tuple(leaf.text if isinstance(leaf, Leaf) else leaf.number for leaf in leaves(shape))


def _kinds(shape: Shape) -> tuple[str, ...]:
    return shape.kinds if isinstance(shape, Hole) else (shape.kind,)


def _near_enough(first: Part, second: Part) -> bool:
    """Whether two insertions stand between the same neighbours, or lie to spans alike."""
    places = ((part.parent, part.before, part.after) for part in (first, second))
    if len(set(places)) == 1:
        return True
    relations = [{(near.role, near.relation) for near in part.near} for part in (first, second)]
    return bool(relations[0] & relations[1])


def _joined(first: tuple[Near, ...], second: tuple[Near, ...]) -> tuple[Near, ...]:
    """Return what both say of their places first, then what either does."""
    both = [near for near in first if near in second]
    return tuple(dict.fromkeys((*both, *first, *second)))[:_NEAR_KEPT]
