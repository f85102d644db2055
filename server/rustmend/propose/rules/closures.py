"""Closures that take what they use with them, and functions that ought not to wait."""

import re
from collections.abc import Iterator

from rustmend.domain import Candidate, Span, TextEdit
from rustmend.propose.rules.library import find_text, in_bytes
from rustmend.propose.rules.site import Site, around

_OUTLIVES = {"E0373": 0.8, "E0597": 0.3, "E0521": 0.35, "E0505": 0.15, "E0506": 0.15, "E0716": 0.1,
             "E0515": 0.3, "E0700": 0.3}  # fmt: skip
_ACROSS = re.compile(r"unwind boundary|cannot be (?:sent|shared) between threads")
_LATER = re.compile(
    r"impl Future|found future|opaque type|is a future|async fn"
    r"|async functions cannot be used|is not allowed to be `async`"
)
_ASYNC = r"\b(?P<mark>async\s+)(?:unsafe\s+)?fn\s+(?P<name>\w+)"
_MOST = 4


def moving(site: Site) -> Iterator[Candidate]:
    """Let a closure own what it uses, where a loan does not last or may not go along."""
    across = site.code == "E0277" and _ACROSS.search(site.words()) is not None
    if site.code not in _OUTLIVES and not across:
        return
    seen: set[int] = set()
    for label in site.diagnostic.labels:
        place = site.at(label) if label.span.file == site.span.file else None
        if place is None:
            continue
        inside = place.node.find(kind="closure_expression") if label.primary else None
        for closure in (around(place.node, "closure_expression", "async_block"), inside):
            if closure is None or re.match(r"(?:async\s+|static\s+)?move\b", closure.text()):
                continue
            start = site.bounds(closure)[0]
            at = start + (6 if re.match(r"async\b", closure.text()) else 0)
            if at not in seen:
                seen.add(at)
                prior = 0.7 if across else _OUTLIVES[site.code]
                yield site.fix("move", "Let the closure take what it uses with `move`",
                               site.insert(at, "move "), prior=prior)  # fmt: skip


def waiting(site: Site) -> Iterator[Candidate]:
    """Take ``async`` from a function that waits for nothing, where its value is wanted at once."""
    if not _LATER.search(site.words()):
        return
    found: list[tuple[str, TextEdit]] = []
    for file, match in find_text(site.context, site.span.file, _ASYNC):
        tree = site.context.sources.tree(file)
        if tree is None or len(found) > _MOST:
            return
        start = in_bytes(match, match.start())
        function = around(tree.smallest(start, start + 5), "function_item")
        body = function.field("body") if function is not None else None
        if body is None or ".await" in body.text():
            continue
        end = start + len(match["mark"].encode())
        found.append((match["name"], TextEdit(Span(file, start, end), "")))
    text = site.tree.text
    here = [pair for pair in found if pair[1].span.file == site.span.file
            and site.span.start - 400 <= pair[1].span.start <= site.span.end]  # fmt: skip
    if "async functions cannot" in site.diagnostic.message and here:
        found = here[-1:]
    for name, edit in found:
        awaited = re.search(rf"\b{name}\s*(?:::<[^()]*>)?\([^;]*?\)\s*\.await".encode(), text)
        prior = 0.2 if awaited else 0.8 if len(found) == 1 else 0.5
        yield site.fix("async", f"Make `{name}` synchronous", edit, prior=prior)
