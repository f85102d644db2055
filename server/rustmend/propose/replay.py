"""Makes a learned rewrite at the places of a diagnostic that are most like where it was learned."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from rustmend.domain import Diagnostic, OverlappingEditsError, TextEdit
from rustmend.knowledge.learned import Part, frame
from rustmend.knowledge.place import import_edit
from rustmend.knowledge.rewrites import Kept
from rustmend.propose.filling import Filled, fill, given_texts
from rustmend.propose.regions import Ground
from rustmend.propose.spots import Made, Spot, spots

if TYPE_CHECKING:
    from rustmend.propose.context import Context

TRIED = 48  # ways to give all parts a place
PLACES = 12  # places of one part
OTHER_SORT = 0.9  # how alike it is to follow the same advice about another sort of thing
# what tells the same advice about two sorts of things apart
_SORTS = re.compile(
    r"\b(?:this|these|one of|an?|the|local variable|type parameter|builtin type|type alias|"
    r"(?:tuple|unit) (?:struct|variant)|associated \w+|(?:derive|attribute) macro|\w+ argument|"
    r"struct|enum|union|trait|function|method|macro|module|crate|constant|static|type|variant|"
    r"field|lifetime|label|item|binding|import)(?:es|s)?\b"
)


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a rewrite fits; how much its places are like the learned ones, 0 to 1."""

    edits: tuple[TextEdit, ...]
    likeness: float


def replay(kept: Kept, ground: Ground, limit: int) -> list[Way]:
    """Return the ways in which a rewrite fits a diagnostic, the likeliest first.

    A place is as likely as the example makes it that it is most like, so that no example takes
    anything from another one.
    """
    learned = kept.learned
    if learned.parts[0].op == "follow":
        return _followed(learned.parts[0], ground.diagnostic)[:limit]
    found: dict[tuple[TextEdit, ...], Way] = {}
    for way in islice(_ways(kept, ground), TRIED):
        known = found.get(way.edits)
        if known is None or known.likeness < way.likeness:
            found[way.edits] = way
    changed = [way for way in found.values() if _changes(way, ground.context)]
    return sorted(changed, key=lambda way: -way.likeness)[:limit]


def _ways(kept: Kept, ground: Ground) -> Iterator[Way]:
    """Yield each way to give all parts a place and all holes a text."""
    learned = kept.learned
    alone = [example.learned.parts for example in kept.examples]
    made = [Made.of(parts) for parts in zip(learned.parts, *alone, strict=True)]
    for places, bound in _places(learned.parts, made, ground, {}):
        for holes in given_texts(learned, ground.diagnostic, ground.context, bound):
            edits: list[TextEdit] = []
            for part, spot in zip(learned.parts, places, strict=True):
                edits += _edits(part, spot, holes, ground.context)
            if edits:
                likeness = min(spot.likeness for spot in places)
                yield Way(tuple(dict.fromkeys(edits)), likeness)


def _places(
    parts: Sequence[Part], made: Sequence[Made], ground: Ground, bound: dict[int, Filled]
) -> Iterator[tuple[tuple[Spot, ...], dict[int, Filled]]]:
    if not parts:
        yield (), bound
        return
    for spot in spots(parts[0], made[0], ground, bound)[:PLACES]:
        for rest, every in _places(parts[1:], made[1:], ground, spot.bound):
            yield (spot, *rest), every


def _edits(part: Part, spot: Spot, holes: dict[int, Filled], context: "Context") -> list[TextEdit]:
    text = fill(part.template, holes)
    if text is None:
        return []
    if part.op == "import":
        tree = context.sources.tree(spot.span.file)
        paths = [line.strip() for line in text.split(";") if line.strip()]
        made = [import_edit(tree, spot.span, path) for path in paths] if tree else []
        return [edit for edit in made if edit is not None]
    return [spot.edit(part, text, context.sources.read(spot.span.file) or b"")]


def _followed(part: Part, diagnostic: Diagnostic) -> list[Way]:
    """Return what the compiler suggests in the same words, about whatever sort of thing."""
    told = part.near[0].said
    found = [
        (1.0 if heard == told else OTHER_SORT, suggestion.edits)
        for suggestion in diagnostic.suggestions
        for heard in [frame(suggestion.message)]
        if _SORTS.sub("", heard).split() == _SORTS.sub("", told).split()
        and not any("/*" in edit.text for edit in suggestion.edits)  # a blank to be filled in
    ]
    return [Way(edits, likeness) for likeness, edits in sorted(found, key=lambda each: -each[0])]


def _changes(way: Way, context: "Context") -> bool:
    try:
        edited = context.sources.edited(way.edits)
    except OverlappingEditsError:
        return False
    return any(text != context.sources.read(file) for file, text in edited.items())
