"""Errors of one cause together, root causes first."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rustmend.cargo.hiding import Phase, phase
from rustmend.domain import Diagnostic
from rustmend.sources import Sources

# so many errors of one code are a cascade, whatever they name
_CASCADE = 8
_NAMED = re.compile(r"`(?:[\w:]*::)?([A-Za-z_]\w{2,})(?:<[^`]*>)?`")
# names that everything speaks of tie nothing together
_COMMON = frozenset(
    """
    Option Result String Vec Box str bool char usize isize i32 i64 u8 u16 u32 u64 f32 f64
    Self self None Some Clone Copy Debug Default Display Send Sync Sized Iterator HashMap
    Drop From Into PartialEq Eq Ord PartialOrd Hash std core alloc Error Rc Arc main crate
    """.split()  # noqa: SIM905  # a list of so many literals is no easier to read
)


def by_cause(errors: Sequence[Diagnostic], sources: Sources) -> list[list[Diagnostic]]:
    """Return ``errors`` in groups that likely have one cause, root causes first.

    Errors belong together that lie in one item, point to one definition, say the same words, or
    speak of one unresolved name.
    """
    often = Counter(error.code for error in errors)
    groups = _Groups(len(errors))
    for number, error in enumerate(errors):
        for key in _keys(error, sources, cascade=often[error.code] >= _CASCADE):
            groups.tie(number, key)
    found = [sorted((errors[n] for n in group), key=order) for group in groups.all()]
    return sorted(found, key=lambda group: order(group[0]))


def order(error: Diagnostic) -> tuple[int, str, int]:
    """Return what sorts root causes before what follows from them."""
    span = error.span
    return (phase_group(error), str(span.file) if span else "", span.start if span else 0)


def phase_group(error: Diagnostic) -> int:
    """Return a number: errors of one can be mended side by side, those of an earlier cause later.

    Warnings come last.
    """
    if not error.is_error:
        return 9
    found = phase(error)
    if found <= Phase.PARSE:
        return 0
    return {Phase.RESOLVE: 1, Phase.TYPE: 2, Phase.INFER: 3}.get(found, 4)


def _keys(error: Diagnostic, sources: Sources, *, cascade: bool) -> Iterator[object]:
    if cascade:
        yield ("code", error.code)
    yield ("message", error.code, error.message)
    if phase(error) is Phase.RESOLVE:
        for name in _NAMED.findall(error.message):
            if name not in _COMMON:
                yield ("name", name)
    labels = [*error.labels, *(label for note in error.notes for label in note.labels)]
    for label in labels:
        tree = sources.tree(label.span.file)
        item = tree.enclosing(label.span.start, label.span.end) if tree else None
        if tree is not None and item is not None and item.kind() not in ("mod_item", "impl_item"):
            yield ("item", label.span.file, tree.bounds(item))


class _Groups:
    """Numbers tied together by keys they share."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._first: dict[object, int] = {}

    def tie(self, number: int, key: object) -> None:
        other = self._first.setdefault(key, number)
        self._parent[self._root(number)] = self._root(other)

    def all(self) -> list[list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self._parent)):
            found[self._root(number)].append(number)
        return list(found.values())

    def _root(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number
