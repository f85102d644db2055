"""What a dependency calls otherwise, or keeps elsewhere, since its version changed.

Read from its sources: names alike, `doc(alias)`, what its history says, and, where cargo still has
an older version at hand, its deprecation notes and what has the same signature.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path

from ast_grep_py import SgNode

from rustmend.domain import Candidate, Span, TextEdit
from rustmend.knowledge.place import import_edit
from rustmend.propose.crates import Item, Listing, history, listing
from rustmend.propose.dependencies import used_crates
from rustmend.propose.rules.library import DEFINES, definitions
from rustmend.propose.rules.likeness import likeness
from rustmend.propose.rules.names import STD
from rustmend.propose.rules.renamed import (
    FIELD,
    ITEM,
    METHOD,
    TYPES,
    VARIANT,
    Missing,
    missing_name,
    sought,
    spots,
)
from rustmend.propose.rules.site import Site, around
from rustmend.syntax import Tree

_MOST = 5
_CHANGED = re.compile(r"renam|replac|instead|deprecat|moved|→|->|in favou?r|now |use ", re.I)


def moved(site: Site) -> Iterator[Candidate]:
    """Call what a dependency has by its present name, or from where it lies now."""
    missing = missing_name(site.diagnostic, site.context.sources.tree(site.span.file))
    if missing is None:
        return
    path = _path(site, missing) if missing.what is ITEM else []
    found: dict[str, float] = {}
    if missing.owner and any(
        one.name == missing.owner for one in definitions(site.context, site.span.file, *TYPES)
    ):
        return  # a type of the user's own
    for crate, folder, older in used_crates(site.context, site.span.file):
        if path and path[0] in ("crate", "self", "super", "std", "core", "alloc"):
            return
        family = not path or path[0] == crate or crate.startswith(f"{path[0]}_")
        if missing.what is ITEM and not family:
            continue
        yield from _elsewhere(site, missing, path, crate, listing(folder))
        if missing.what is METHOD:
            yield from _trait_of(site, missing, crate, listing(folder))
        kinds = sought(site.diagnostic)
        named = missing.name, missing.what, missing.owner
        for name, prior in _renamed(named, kinds, folder, older):
            found[name] = max(found.get(name, 0.0), prior)
    found |= dict.fromkeys(_asked_for(site), 0.85)
    if not found:
        return  # the places are looked for in every file
    told, everywhere = spots(site, missing)
    places = everywhere if missing.what is ITEM and missing.name[:1].isupper() else []
    if around(site.node, "use_declaration") is None and missing.name in path[1:]:
        # one that is written with its path has brought its name nowhere else
        before = f"{path[path.index(missing.name, 1) - 1]}::".encode()
        texts = {span.file: site.context.sources.read(span.file) or b"" for span, _ in places}
        places = [one for one in places if texts[one[0].file][: one[0].start].endswith(before)]
    spans = dict([*places, *told]) or {missing.span: "{}"}
    for name, prior in sorted(found.items(), key=lambda pair: -pair[1])[:_MOST]:
        title = f"Use `{name}`, which seems to be `{missing.name}` now"
        edits = [TextEdit(span, text.format(name)) for span, text in spans.items()]
        yield site.fix("moved", title, *edits, prior=prior)


def _asked_for(site: Site) -> Iterator[str]:
    """Yield what the trait asks for in the same implementation, and does not find there."""
    own = around(site.node, "impl_item")
    if site.code != "E0407" or own is None:
        return
    for one in site.context.diagnostics:
        other = site.at(one.span) if one.code == "E0046" and one.span is not None else None
        if other is None or one.span is None or one.span.file != site.span.file:
            continue
        there = around(other.node, "impl_item")
        if there is not None and site.bounds(there) == site.bounds(own):
            yield from re.findall(r"`(\w+)`", one.message.partition("missing:")[2])


@lru_cache(maxsize=1024)
def _renamed(
    missing: tuple[str, str, str], kinds: tuple[str, ...], folder: Path, older: Path | None
) -> tuple[tuple[str, float], ...]:
    """Return the names that the missing one, with what it is and its owner, may have now.

    Looking through a large crate takes some tenths of a second, and many errors miss one name.
    """
    lost, _, owner = missing
    found: list[tuple[str, float]] = []
    new, mentioned = listing(folder), _mentioned(folder, lost)
    before = listing(older) if older is not None else None
    was = list(before.items.get(lost, ())) if before else []
    said = set(re.findall(r"\w+", " ".join(item.note for item in was)))
    knows_owner = any(item.owner == owner for each in new.items.values() for item in each)
    traits = {name for name, each in new.items.items() if any(i.kind == "trait" for i in each)}
    for name, items in new.items.items():
        fitting = [item for item in items if _fits(item, missing, kinds)]
        if owner in STD:  # only a trait gives such a type more methods
            fitting = [item for item in fitting if item.owner in traits]
        if not fitting or name == lost:
            continue
        likely = 0.0
        if name in said or any(lost in item.aliases for item in fitting):
            likely = 0.9
        alike = likeness(lost, name)
        near = any(item.owner == owner for item in fitting) if owner else True
        if name in mentioned:
            likely = max(likely, mentioned[name] * (0.7 + 0.3 * alike))
        if near and owner and lost.startswith(f"{name}_"):
            alike = max(alike, 0.7)  # `new` of `new_configured`
        if not owner and name[:1].isupper() and lost.endswith(name):
            alike = max(alike, 0.7)  # `Error` of `ParseError`
        fresh = before is not None and name not in before.items
        if alike >= 0.5 and (near or not knows_owner or alike > 0.6):
            likely = max(likely, 0.15 + 0.5 * alike + 0.15 * near + 0.1 * fresh)
        if fresh and was and near:
            same = max((_same(a, b) for a in was for b in fitting), default=0.0)
            likely = max(likely, 0.35 + 0.4 * same if same > 0.6 else 0.0)
        if any(item.note for item in fitting):
            likely *= 0.5
        if likely >= 0.3:
            found.append((name, min(likely, 0.95)))
    return tuple(found)


def _fits(item: Item, missing: tuple[str, str, str], kinds: tuple[str, ...]) -> bool:
    lost, what, owner = missing
    if what == METHOD:
        return item.kind in ("method", "const") and bool(item.owner)
    if what in (FIELD, VARIANT):
        return item.kind == what and item.owner == owner
    return not item.owner and item.kind in (kinds or DEFINES) and (
        item.name[:1].isupper() == lost[:1].isupper()
    )  # fmt: skip


def _same(old: Item, new: Item) -> float:
    """Return how alike two declarations are, the names left out."""
    if old.kind != new.kind:
        return 0.0
    first, second = (re.sub(rf"\b{one.name}\b", "_", one.text) for one in (old, new))
    declared = 1.0 if first == second else SequenceMatcher(None, first, second).ratio()
    about = SequenceMatcher(None, old.doc, new.doc).ratio() if old.doc and new.doc else 0.0
    return 0.5 * declared + 0.5 * about


@lru_cache(maxsize=1024)
def _mentioned(folder: Path, name: str) -> dict[str, float]:
    """Return the names that the crate's history speaks of together with ``name``."""
    found: dict[str, float] = {}
    for part in re.split(r"\n\s*(?=[-*+] )|\n\s*\n", history(folder)):
        if not re.search(rf"\b{re.escape(name)}\b", part) or len(part) > 1200:
            continue
        others = {word for code in re.findall(r"`([^`]+)`", part)
                  for word in re.findall(r"[A-Za-z_]\w+", code.split("(")[0])[-1:]}  # fmt: skip
        others.discard(name)
        if others and len(others) <= 6:
            share = (0.85 if _CHANGED.search(part) else 0.5) * (1.0 if len(others) < 3 else 0.7)
            for other in others:
                found[other] = max(found.get(other, 0.0), share)
    return found


def _path(site: Site, missing: Missing) -> list[str]:
    """Return the segments of the path that the missing name stands in, those after it included."""
    tree = site.context.sources.tree(missing.span.file)
    if tree is None:
        return []
    node = _whole(tree, missing)
    text = node.text()
    use = around(node, "use_declaration")
    outer = node.parent()
    while use is not None and outer is not None and outer != use:
        prefix = outer.field("path") if outer.kind() == "scoped_use_list" else None
        if prefix is not None and not _inside(prefix, node):
            text = f"{prefix.text()}::{text}"
        outer = outer.parent()
    return [part.strip() for part in text.removeprefix("::").split("::")]


def _whole(tree: Tree, missing: Missing) -> SgNode:
    """Return the whole path that the missing name stands in."""
    node: SgNode = tree.smallest(missing.span.start, missing.span.end)
    while (parent := node.parent()) is not None and parent.kind() in (
        "scoped_identifier", "scoped_type_identifier"):  # fmt: skip
        node = parent
    return node


def _inside(outer: SgNode, node: SgNode) -> bool:
    reach, its = outer.range(), node.range()
    return reach.start.index <= its.start.index and its.end.index <= reach.end.index


def _elsewhere(
    site: Site, missing: Missing, path: list[str], crate: str, new: Listing
) -> Iterator[Candidate]:
    """Take what a path leads to from the module of the crate in which it can be reached now."""
    tree = site.context.sources.tree(missing.span.file)
    if len(path) < 2 or path[0] != crate or tree is None or missing.name not in path:
        return
    for leaf in dict.fromkeys((path[-1], missing.name)):
        for share, place in enumerate(new.paths(leaf)[:3]):
            if list(place) == path[1:-1] or leaf in ("self", "*"):
                continue
            there = "::".join((crate, *place, leaf))
            edits = _redirected(tree, missing, there, leaf)
            if edits:
                changes = [TextEdit(Span(missing.span.file, start, end), text)
                           for start, end, text in edits]  # fmt: skip
                yield site.fix("moved", f"Take `{leaf}` from `{there}`", *changes,
                               prior=0.75 * 0.8**share)  # fmt: skip


def _trait_of(site: Site, missing: Missing, crate: str, new: Listing) -> Iterator[Candidate]:
    """Import the trait that has the method now, in every file that misses it."""
    for item in new.items.get(missing.name, ()):
        paths = new.paths(item.owner)
        trait = any(one.kind == "trait" for one in new.items.get(item.owner, ()))
        if item.kind != "method" or not trait or not paths:
            continue
        there = "::".join((crate, *paths[-1], item.owner))
        first = {span.file: span for span, _ in reversed(spots(site, missing)[0])}
        edits = []
        for file, span in first.items():
            tree = site.context.sources.tree(file)
            known = tree is None or re.search(rf"\buse [^;]*\b{item.owner}\b", tree.root.text())
            edit = import_edit(tree, span, there) if tree is not None and not known else None
            edits += [edit] if edit is not None else []
        if edits:
            title = f"Import `{there}`, which has `{missing.name}`"
            yield site.fix("moved", title, *edits, prior=0.7)


def _redirected(tree: Tree, missing: Missing, there: str, leaf: str) -> list[tuple[int, int, str]]:
    """Return the edits, start, end and text, that make the path at the place lead ``there``."""
    node = _whole(tree, missing)
    parent = node.parent()
    if parent is None or not node.text().endswith(leaf):
        return []
    start, end = tree.bounds(node)
    if parent.kind() != "use_list":
        return [(start, end, there)]
    use = around(parent, "use_declaration")
    if use is None:
        return []
    after = re.match(rb"\s*,\s*", tree.text[end:])
    before = re.search(rb",\s*$", tree.text[:start])
    if after:
        end += after.end()
    elif before:
        start = before.start()
    first = tree.bounds(use)[0]
    # what is handed on to others still is
    open_ = next((one.text() for one in use.children() if one.kind() == "visibility_modifier"), "")
    return [(start, end, ""), (first, first, f"{open_} use {there};\n".lstrip())]
