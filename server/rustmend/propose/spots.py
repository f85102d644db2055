"""Where a part of a learned rewrite fits, what is most like the place it was learned at first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rustmend.domain import Span, TextEdit
from rustmend.knowledge.learned import Branch, Hole, Leaf, Near, Part, Relation, Shape
from rustmend.knowledge.nearness import CLOSENESS, ITEMS, relation
from rustmend.knowledge.nodes import PIECES, Node, category, pieces
from rustmend.knowledge.place import indented
from rustmend.propose.derives import is_derived, placed
from rustmend.propose.filling import Filled
from rustmend.propose.regions import Ground, regions

REGION_NODES = 6_000
# where a name is no value: it declares, or leads to something
_NO_VALUES = frozenset(
    {
        "scoped_identifier", "scoped_type_identifier", "use_list", "scoped_use_list", "attribute",
        "macro_invocation", "tuple_struct_pattern", "closure_parameters", "enum_variant",
        "tuple_pattern", "token_tree", "mut_pattern", "captured_pattern", "use_as_clause",
    }
)  # fmt: skip
_DECLARING = frozenset({"let_declaration", "parameter", "for_expression", "const_parameter"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: the bytes that give way, the neighbours of an insertion, what the holes hold."""

    span: Span
    likeness: float
    bound: dict[int, Filled]
    before: Node | None = None
    after: Node | None = None
    parent: Node | None = None

    def edit(self, part: Part, text: str, source: bytes) -> TextEdit:
        """Return the edit that puts ``text`` there."""
        span = self.span
        if part.op == "replace":
            text = indented(source, span.start, text)
            return TextEdit(span, _apart(source, span, text) if text else text)
        return _insertion(self, part, text, source)


@dataclass(frozen=True, slots=True)
class Made:
    """Where a part was made so far, in each of its examples as that alone tells it.

    ``ranks`` says how closely a place lay so, 0 for the closest; ``gaps`` are the neighbours of
    insertions, by the kind of node around them.
    """

    ranks: Mapping[Near, int]
    gaps: Mapping[str, frozenset[tuple[str, str]]]

    @classmethod
    def of(cls, parts: Iterable[Part]) -> "Made":
        """Return where a part was made that is one of ``parts`` in each example."""
        ranks: dict[Near, int] = {}
        gaps: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for part in parts:
            gaps[part.parent].add((part.before, part.after))
            for rank, near in enumerate(part.near):
                ranks[near] = min(rank, ranks.get(near, rank))
        return cls(ranks, {parent: frozenset(pairs) for parent, pairs in gaps.items()})

    @property
    def far(self) -> bool:
        """Whether it was made far from all that a diagnostic points at."""
        return any(near.relation == "far" and not rank for near, rank in self.ranks.items())


def spots(part: Part, made: Made, ground: Ground, bound: dict[int, Filled]) -> list[Spot]:
    """Return where ``part`` fits with what is bound already, the likeliest first."""
    diagnostic = ground.diagnostic
    if part.op == "import":
        return [Spot(diagnostic.span, 1.0, bound)] if diagnostic.span else []
    found: dict[tuple[Span, str], Spot] = {}
    for file, root, region, weight in regions(part, ground, far=made.far):
        for spot in _within(part, made, file, region, bound):
            likeness = _likeness(made, root, spot, ground) * spot.likeness * weight
            key = (spot.span, str(sorted(spot.bound.items(), key=lambda item: item[0])))
            if key not in found or found[key].likeness < likeness:
                found[key] = Spot(
                    spot.span, likeness, spot.bound, spot.before, spot.after, spot.parent
                )
    if part.op == "insert":
        for spot in _at_labels(made, ground, bound):
            found.setdefault((spot.span, ""), spot)
    at = diagnostic.span.start if diagnostic.span else 0
    return sorted(found.values(), key=lambda spot: (-spot.likeness, abs(spot.span.start - at)))


def _within(
    part: Part, made: Made, file: Path, region: Node, bound: dict[int, Filled]
) -> Iterator[Spot]:
    for count, node in enumerate(region.walk()):
        if count == REGION_NODES:
            return
        if part.parent == PIECES:
            if node.kind != "string_literal":
                continue
            node = pieces(node)
        if part.op == "replace":
            yield from _replaced(part, made, file, node, bound)
            if node is region and node.parent is not None and len(part.run) == 1:
                yield from _itself(part, file, node, bound)
        elif node.kind in made.gaps:
            yield from _gaps(part, made.gaps[node.kind], file, node, bound)


def _itself(part: Part, file: Path, node: Node, bound: dict[int, Filled]) -> Iterator[Spot]:
    more = _matched(part.run, (node,), bound)
    if more is not None:
        yield Spot(Span(file, node.start, node.end), 1.0, more)


def _replaced(
    part: Part, made: Made, file: Path, parent: Node, bound: dict[int, Filled]
) -> Iterator[Spot]:
    siblings, size = parent.children, len(part.run)
    for first in range(len(siblings) - size + 1):
        run = siblings[first : first + size]
        more = _matched(part.run, run, bound)
        if more is None or not _all_plausible(part, run):
            continue
        likeness = _fit(part, made, parent, run)
        start, end = run[0].start, run[-1].end
        if part.separator:
            start, end = _with_separator(part, siblings, first, first + size)
        elif not part.template:
            end = _past_blanks(parent.source, start, end)
        yield Spot(Span(file, start, end), likeness, more)


def _all_plausible(part: Part, run: Sequence[Node]) -> bool:
    pairs = zip(part.run, run, strict=True)
    return all(_plausible(shape, node, part.parent) for shape, node in pairs)


def _plausible(shape: Shape, node: Node, usual: str) -> bool:
    """Whether a node that a hole for an expression takes is one where it stands.

    ``usual`` is the kind of node around the place where the rewrite was learned.
    """
    parent = node.parent
    if not isinstance(shape, Hole) or parent is None or category(node.kind) != "expression":
        return True
    called = parent.kind == "call_expression" and node is parent.children[0]
    if called or usual == "call_expression":
        # what is called, without its arguments, is a value only to what is about calls
        return called == (usual == "call_expression")
    if node.kind != "identifier":
        return True
    if parent.kind in ITEMS or parent.kind in _NO_VALUES:
        return False
    # what stands before the `=` or the `:` is declared there
    return parent.kind not in _DECLARING or node is not parent.children[_declared(parent)]


def _declared(parent: Node) -> int:
    """Return the place of the name that a ``let``, a parameter or the like declares."""
    skipped = ("let", "mutable_specifier", "for", "ref")
    return next((n for n, each in enumerate(parent.children) if each.kind not in skipped), 0)


def _fit(part: Part, made: Made, parent: Node, run: Sequence[Node]) -> float:
    """Return how much the place itself is like the one where the part was learned."""
    likeness = 1.0 if parent.kind in made.gaps else 0.9
    for shape, node in zip(part.run, run, strict=True):
        if isinstance(shape, Hole) and node.kind not in shape.kinds:
            likeness *= 0.9
    return likeness


def _with_separator(part: Part, siblings: Sequence[Node], first: int, last: int) -> tuple[int, int]:
    """Return the bytes of a member of a list with the separator that parted it."""
    if last < len(siblings) and siblings[last].text == part.separator:
        return siblings[first].start, (
            siblings[last + 1].start if last + 1 < len(siblings) else siblings[last].end
        )
    if first and siblings[first - 1].text == part.separator:
        return siblings[first - 1].start, siblings[last - 1].end
    return siblings[first].start, siblings[last - 1].end


def _gaps(
    part: Part,
    known: Iterable[tuple[str, str]],
    file: Path,
    parent: Node,
    bound: dict[int, Filled],
) -> Iterator[Spot]:
    siblings = parent.children
    # a derived trait has its place by what it is
    derived = bool(part.separator) and is_derived(parent)
    for place in range(len(siblings) - 1 if derived else 0, len(siblings) - derived + 1):
        before = siblings[place - 1] if place else None
        after = siblings[place] if place < len(siblings) else None
        fits = max(_neighbours(one, before) + _neighbours(two, after) for one, two in known)
        if derived:
            fits = 2.0
        if fits < 1.0:
            continue
        start = before.end if before else parent.start
        end = after.start if after else parent.end
        span = Span(file, start, max(start, end))
        yield Spot(span, 0.5 + fits / 4, bound, before, after, parent)


def _neighbours(wanted: str, node: Node | None) -> float:
    if node is None or not wanted:
        return 1.0 if node is None and not wanted else 0.0
    if (node.kind if node.named else node.text) == wanted:
        return 1.0
    return 0.8 if node.named and category(node.kind) == category(wanted) else 0.0


def _at_labels(made: Made, ground: Ground, bound: dict[int, Filled]) -> Iterator[Spot]:
    """Yield the borders of spans, whatever stands there, where such was the place before."""
    wanted = {(near.role, near.relation) for near in made.ranks}
    for role, text, spans in ground.heard:
        for span in spans:
            if not ground.context.writable(span.file):
                continue
            same = any(near.said == text and near.role == role for near in made.ranks)
            for relations, at in ((("starts", "same"), span.start), (("ends", "same"), span.end)):
                if any((role, each) in wanted for each in relations):
                    likeness = 0.7 if same else 0.35
                    yield Spot(Span(span.file, at, at), likeness, bound)


def _likeness(made: Made, root: Node, spot: Spot, ground: Ground) -> float:
    """Return how much a place lies to the diagnostic as the learned one did."""
    best = 0.0
    span = spot.span
    known: dict[Span, Relation] = {}
    for role, text, spans in ground.heard:
        if role == "message":
            continue
        for each in spans:
            if each not in known:
                known[each] = relation(root, span.file, span.start, span.end, each)
            how = known[each]
            best = max(best, 0.4 * CLOSENESS[how])
            for near, rank in made.ranks.items():
                best = max(best, _agreement(near, role, text, how) * 0.93**rank)
    return best


def _agreement(near: Near, role: str, text: str, how: str) -> float:
    if near.relation != how:
        return 0.0
    strength = 0.4 + 0.6 * CLOSENESS[near.relation]
    if near.role != role:
        return 0.5 * strength
    return strength if near.said == text else 0.8 * strength


def _matched(
    shapes: Sequence[Shape], run: Sequence[Node], bound: dict[int, Filled]
) -> dict[int, Filled] | None:
    """Return the holes with what the nodes fill in, None where they do not match."""
    found = bound
    for shape, node in zip(shapes, run, strict=True):
        more = _match(shape, node, found)
        if more is None:
            return None
        found = more
    return found


def _match(shape: Shape, node: Node, bound: dict[int, Filled]) -> dict[int, Filled] | None:
    if isinstance(shape, Leaf):
        return bound if not node.children and node.text == shape.text else None
    if isinstance(shape, Hole):
        if all(category(kind) != category(node.kind) for kind in shape.kinds):
            return None
        known = bound.get(shape.number)
        if known is None:
            return {**bound, shape.number: Filled(node.text, node.kind)}
        return bound if known.text.split() == node.text.split() else None
    if isinstance(shape, Branch) and (
        node.kind != shape.kind or len(node.children) != len(shape.children)
    ):
        return None
    return _matched(shape.children, node.children, bound)


def _past_blanks(source: bytes, start: int, end: int) -> int:
    """Return the end of what is removed: its own line, or the blanks up to what follows."""
    line = source.rfind(b"\n", 0, start) + 1
    over = end
    while source[over : over + 1] in (b" ", b"\t"):
        over += 1
    if not source[line:start].strip() and source[over : over + 1] in (b"\n", b"\r"):
        return end
    joined = source[start - 1 : start] + source[end : end + 1]
    return end if not joined.strip() or source[end : end + 1] in (b"\n", b"\r") else over


def _apart(source: bytes, span: Span, text: str) -> str:
    """Part a text from the words that it would run into."""
    before, after = source[: span.start][-1:].decode(errors="replace"), _next(source, span.end)
    lead = " " if _wordy(before) and _wordy(text[:1]) else ""
    return lead + text + (" " if _wordy(text[-1:]) and _wordy(after) else "")


def _insertion(spot: Spot, part: Part, text: str, source: bytes) -> TextEdit:
    file, start, end = spot.span.file, spot.span.start, spot.span.end
    before, after = spot.before, spot.after
    named = [child for child in spot.parent.children if child.named] if spot.parent else []
    if part.separator and spot.parent is not None and named and is_derived(spot.parent):
        at, text = placed(text, named)
        return TextEdit(Span(file, at, at), text)
    if part.separator:
        members = before is not None and (before.named or before.text != part.separator)
        opening = before is None or before.text in ("(", "[", "{", "<", ":", "|")
        text = f"{text}" if opening else f"{part.separator} {text}" if members else text
        closing = after is None or after.text in (")", "]", "}", ">", "|") or not opening
        text = text if closing else f"{text}{part.separator} "
        return TextEdit(Span(file, start, start), text)
    lead, trail = part.lead, part.trail
    blank = source[start:end].decode(errors="replace")
    at_end = not lead or after is None
    at = start if at_end else end
    lead, trail = (lead, "" if blank else trail) if at_end else ("" if blank else lead, trail)
    text = indented(source, at, lead + text + trail)
    return TextEdit(Span(file, at, at), _apart(source, Span(file, at, at), text))


def _next(source: bytes, at: int) -> str:
    return source[at : at + 4].decode(errors="replace")[:1]


def _wordy(character: str) -> bool:
    return character.isalnum() or character in ("_", "'")
