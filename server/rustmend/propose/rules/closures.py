"""Closures: what they take with them, how many arguments; functions that ought not to wait."""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.domain import Candidate, Span, TextEdit
from rustmend.propose.rules.library import find_text, in_bytes
from rustmend.propose.rules.site import Site, around

_OUTLIVES = {"E0373": 0.8, "E0597": 0.3, "E0521": 0.35, "E0505": 0.15, "E0506": 0.15, "E0716": 0.1,
             "E0515": 0.3, "E0700": 0.3}  # fmt: skip
_ACROSS = re.compile(r"unwind boundary|cannot be (?:sent|shared) between threads")
_LATER = re.compile(
    r"impl Future|found future|opaque type|is a future|async fn|is not allowed to be `async`"
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


def arity(site: Site) -> Iterator[Candidate]:
    """Take as many arguments as are given: a tuple apart, or one more that goes unused."""
    said = re.search(r"expected to take (a single|\d+)", site.diagnostic.message)
    closure = _closure(site) if site.code == "E0593" else None
    parameters = closure.field("parameters") if closure is not None else None
    if said is None or closure is None or parameters is None:
        return
    own = [one.text() for one in parameters.children() if one.text() not in ("|", ",")]
    wanted = 1 if said[1] == "a single" else int(said[1])
    if 0 < wanted < len(own):
        # what is joined by `zip` or counted comes in pairs, and pairs of pairs
        for text, prior in _paired(own[wanted - 1 :]):
            new = f"|{', '.join([*own[: wanted - 1], text])}|"
            yield site.fix("closure", f"Take `{new}`", site.replace(parameters, new), prior=prior)
    elif len(own) < wanted:
        new = f"|{', '.join([*own, *['_'] * (wanted - len(own))])}|"
        yield site.fix("closure", f"Take `{new}`", site.replace(parameters, new), prior=0.5)
        if len(own) == 1 and wanted == 2:
            yield site.fix("closure", f"Take `|_, {own[0]}|`",
                           site.replace(parameters, f"|_, {own[0]}|"), prior=0.4)  # fmt: skip


def _closure(site: Site) -> SgNode | None:
    """Return the closure of which an error tells how many arguments it takes."""
    for label, _ in site.labels(r"takes (?:\d+|a single)"):
        place = site.at(label) if label.span.file == site.span.file else None
        if place is not None and (found := around(place.node, "closure_expression")) is not None:
            return found
    return None


def _paired(own: list[str]) -> Iterator[tuple[str, float]]:
    """Yield the parameters ``own`` as one tuple, of several ways likeliest first."""
    own = [re.sub(r":(?!:).*", "", one, flags=re.S) for one in own]
    yield f"({', '.join(own)})", 0.85 if len(own) == 2 else 0.4
    if len(own) > 2:
        yield f"({own[0]}, ({', '.join(own[1:])}))", 0.6
        yield f"(({', '.join(own[:-1])}), {own[-1]})", 0.55


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
    for name, edit in found:
        called = rf"\b{name}\s*(?:::<[^()]*>)?\([^;]*?\)\s*\.await".encode()
        awaited = re.search(called, site.tree.text)
        prior = 0.2 if awaited else 0.8 if len(found) == 1 else 0.5
        yield site.fix("async", f"Make `{name}` synchronous", edit, prior=prior)
