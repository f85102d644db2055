"""Fills the holes of a learned rewrite's templates, from a match and from the diagnostic."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice, product
from typing import TYPE_CHECKING

from rustmend.domain import Diagnostic
from rustmend.knowledge.learned import (
    Branch,
    Given,
    Hole,
    Leaf,
    Learned,
    Shape,
    fragments,
    frame,
    leaves,
    sentences,
    words,
)

if TYPE_CHECKING:
    from rustmend.propose.context import Context

VARIANTS = 6  # texts that one hole may have
# what needs parentheses before a `.`, `?` or after a `&`, `*`
_LOOSE = frozenset(
    {
        "binary_expression", "range_expression", "closure_expression", "assignment_expression",
        "compound_assignment_expr", "type_cast_expression", "return_expression",
    }
)  # fmt: skip
_PREFIXED = frozenset({"reference_expression", "unary_expression"})
_SUFFIXES = frozenset({"field_expression", "try_expression", "await_expression"})
_WORD = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True, slots=True)
class Filled:
    """What a hole holds: a text, and the kind of node that it is ("" where nobody knows)."""

    text: str
    kind: str = ""


def fill(template: Sequence[Shape], holes: dict[int, Filled]) -> str | None:
    """Return the text of a template, None where a hole is empty."""
    pieces: list[str] = []
    for shape in template:
        text = _text(shape, "", holes, first=not pieces)
        if text is None:
            return None
        pieces.append(text)
    return "".join(pieces)


def given_texts(
    learned: Learned, diagnostic: Diagnostic, context: "Context", bound: dict[int, Filled]
) -> Iterator[dict[int, Filled]]:
    """Yield ``bound`` with what the diagnostic says for the other holes, likeliest first."""
    wanted = {
        leaf.number
        for part in learned.parts
        for shape in part.template
        for leaf in leaves(shape)
        if isinstance(leaf, Hole)
    }
    asked = [given for given in learned.given if given.hole in wanted and given.hole not in bound]
    choices = [list(islice(_said(each, diagnostic, context, bound), VARIANTS)) for each in asked]
    for chosen in islice(product(*choices), VARIANTS):
        more = {each.hole: Filled(text) for each, text in zip(asked, chosen, strict=True)}
        yield {**bound, **more}


def _said(
    given: Given, diagnostic: Diagnostic, context: "Context", bound: dict[int, Filled]
) -> Iterator[str]:
    found = dict.fromkeys(_candidates(given, diagnostic, context, bound))
    yield from (text for text in found if text and "/*" not in text and "…" not in text)


def _candidates(
    given: Given, diagnostic: Diagnostic, context: "Context", bound: dict[int, Filled]
) -> Iterator[str]:
    if given.what == "like":
        asked = bound.get(given.index)
        source = context.sources.read(diagnostic.span.file) if diagnostic.span else None
        if asked is not None and source is not None:
            names = set(_WORD.findall(source.decode(errors="replace"))) - {asked.text}
            yield from get_close_matches(asked.text, sorted(names), n=3, cutoff=0.6)
        return
    if given.what == "text":
        for exact in (True, False):
            for suggestion in diagnostic.suggestions:
                if exact == (frame(suggestion.message) == given.said):
                    edits = suggestion.edits
                    if given.index < len(edits):
                        yield edits[given.index].text.strip()
        return
    heard = [each for each in sentences(diagnostic) if each[0] == given.role]
    heard.sort(key=lambda each: frame(each[1]) != given.said)
    for _, text, spans in heard:
        if given.what == "span":
            for span in spans[:1]:
                source = context.sources.read(span.file) or b""
                yield source[span.start : span.end].decode(errors="replace")
            continue
        pieces = fragments(text)
        if given.index < len(pieces):
            piece = pieces[given.index]
            if given.word < 0:
                yield piece.strip()
            elif given.word < len(words(piece)):
                yield words(piece)[given.word]
    if given.what == "code":
        # another error about the same names what is expected in its label
        for label in diagnostic.labels:
            if label.primary:
                yield from (piece.strip() for piece in fragments(label.text)[:2])


def _text(shape: Shape, parent: str, holes: dict[int, Filled], *, first: bool) -> str | None:
    if isinstance(shape, Leaf):
        return ("" if first else shape.gap) + shape.text
    if isinstance(shape, Hole):
        held = holes.get(shape.number)
        if held is None:
            return None
        text = f"({held.text})" if _wants_parentheses(held, parent) else held.text
        return ("" if first else shape.gap) + text
    inside: list[str] = []
    for place, child in enumerate(shape.children):
        inner = shape.kind if _tight(shape, place) else ""
        piece = _text(child, inner, holes, first=first and not inside)
        if piece is None:
            return None
        inside.append(piece)
    return "".join(inside)


def _tight(branch: Branch, place: int) -> bool:
    """Whether a child binds more tightly than its own operators do."""
    if branch.kind in _PREFIXED:
        return True
    if branch.kind == "type_cast_expression":
        return place == 0
    return place == 0 and branch.kind in (*_SUFFIXES, "call_expression", "index_expression")


def _wants_parentheses(held: Filled, parent: str) -> bool:
    if parent == "call_expression" and held.kind in ("closure_expression", "field_expression"):
        return held.kind == "closure_expression"
    if held.kind in _LOOSE:
        return bool(parent) and not (
            parent == "type_cast_expression" and held.kind == "type_cast_expression"
        )
    return parent in _SUFFIXES and held.kind in _PREFIXED
