"""A word or a quote too many: ``dyn`` before what is no trait, ``return`` inside a value."""

import re
from collections.abc import Iterator
from itertools import islice

from rustmend.domain import Candidate
from rustmend.propose.rules.delimiters import odd_lines, parsing
from rustmend.propose.rules.site import Site, around, operand, short
from rustmend.propose.rules.tokens import Lines, item_slice

_MOST = 4
_STRINGS = ("E0765", "E0758", "E0766", "E0762", "E0763", "")


def words(site: Site) -> Iterator[Candidate]:
    """Remove ``dyn`` before a type, and ``return`` where a value is to be made."""
    if site.code == "E0404":
        kept = around(site.node, "dynamic_type")
        found = re.match(r"dyn\s+", kept.text()) if kept is not None else None
        if kept is not None and found is not None:
            start = site.bounds(kept)[0]
            yield site.fix("surplus", "Remove `dyn`: it is no trait",
                           site.edit(start, start + len(found[0]), ""), prior=0.85)  # fmt: skip
    if site.code in ("E0308", "E0069", "E0277", "E0512", "E0282", "E0283"):
        for label in site.diagnostic.labels:
            place = site.at(label) if label.span.file == site.span.file else None
            leaving = around(place.node, "return_expression") if place is not None else None
            parent = leaving.parent() if leaving is not None else None
            if place is None or leaving is None or parent is None:
                continue
            value = leaving.child(1)
            if value is None or around(leaving, "closure_expression", "block") is None:
                continue
            nested = around(leaving.parent(), "arguments", "function_item", "let_declaration")
            inside = nested is not None and nested.kind() != "function_item"
            ends = parent.kind() == "expression_statement" and parent.text().endswith(";")
            start = place.bounds(leaving)[0]
            yield site.fix("surplus", f"Remove `return` before `{short(value.text())}`",
                           place.edit(start, place.bounds(value)[0], ""),
                           prior=0.3 if ends else 0.99 if inside else 0.8)  # fmt: skip
            return


def quotes(site: Site) -> Iterator[Candidate]:
    """Remove one of two quotes side by side, or the odd one of a line."""
    if site.code not in _STRINGS or not re.search(
        r"unterminated|prefix|literal|expected|unknown start", site.diagnostic.message
    ):
        return
    text = site.tree.text
    lines = Lines(text)
    for number in odd_lines(site, lines):
        start, end = lines.bounds(number)
        line = text[start:end]
        plain = re.sub(rb"'(?:\\.|[^\\'])'", lambda found: b" " * len(found[0]), line)
        places = [found.start() for found in re.finditer(rb'(?<!\\)"', plain)]
        if len(places) % 2 == 0:
            continue
        doubled = [
            at for at in places if line[at : at + 2] == b'""' or line[at - 1 : at + 1] == b'""'
        ]
        bounds = item_slice(text, lines, start, end)
        tries = (
            (site.edit(start + at, start + at + 1, ""), 'Remove the `"` too many')
            for at in dict.fromkeys([*doubled, *places])
        )
        prior = 0.8 if doubled else 0.45
        for edit, title in islice(parsing(site, tries, bounds), _MOST):
            yield site.fix("surplus", title, edit, prior=prior)
            prior *= 0.85


def indices(site: Site) -> Iterator[Candidate]:
    """Make the ends of an index ``usize``."""
    found = re.search(
        r"cannot be indexed by `(?:Range\w*<)?([iu]\d+|isize)>?`", site.diagnostic.message
    )
    index = around(site.node, "index_expression")
    if site.code != "E0277" or found is None or index is None:
        return
    inside = site.node if site.node != index else index.child(2)
    if inside is None:
        return
    range_ = inside if inside.kind() == "range_expression" else inside.find(kind="range_expression")
    ends = [one for one in range_.children() if one.is_named()] if range_ is not None else [inside]
    edits = [
        site.replace(one, f"{operand(one)} as usize")
        for one in ends
        if not one.kind().endswith("_literal") and not one.text().endswith("as usize")
    ]
    if edits:
        yield site.fix("index", "Index with `usize`", *edits, prior=0.75)
