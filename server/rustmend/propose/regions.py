"""Which pieces of code a learned rewrite may be about, at one diagnostic."""

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rustmend.domain import Diagnostic, Span
from rustmend.knowledge.learned import Part, Role, fragments, frame
from rustmend.knowledge.learned import sentences as said_of
from rustmend.knowledge.nearness import ITEMS
from rustmend.knowledge.nodes import FLAT, Node, flat, nodes
from rustmend.propose.rules.library import files, find

if TYPE_CHECKING:
    from rustmend.propose.context import Context

WINDOW = 200  # bytes around a span in which tokens are looked at
DEFINITIONS = 4  # definitions that are looked into, of what the diagnostic names
FAR_FILES = 12  # files that are looked into for what lies in no item that the diagnostic names
FAR_ITEMS = 60  # and items of each
# what the error does not name is less likely meant, the more so where it mentions nothing of it
FAR, ASIDE = 0.92, 0.8
_NAME = re.compile(r"[^\W\d]\w*")
_HOLDERS = frozenset({"impl_item", "mod_item", "trait_item"})

Region = tuple[Path, Node, Node, float]
"""A file, the root of its tree, a node in it, and how likely it is, up to 1."""


class Ground:
    """A diagnostic and the code around it, for all rewrites that are tried on it.

    What they all look at is found once, when the first one asks.
    """

    def __init__(self, diagnostic: Diagnostic, context: "Context") -> None:
        self.diagnostic = diagnostic
        self.context = context

    @cached_property
    def heard(self) -> "tuple[tuple[Role, str, tuple[Span, ...]], ...]":
        """What the diagnostic says: roles, sentences without their code, and spans."""
        return tuple((role, frame(text), spans) for role, text, spans in said_of(self.diagnostic))

    @cached_property
    def near(self) -> "tuple[tuple[Path, Node, Node], ...]":
        """The items around all spans, then those that the diagnostic names."""
        return tuple(_near(self.diagnostic, self.context))

    @cached_property
    def windows(self) -> "tuple[tuple[Path, Node, Node], ...]":
        """The tokens around all spans."""
        return tuple(_windows(self.diagnostic, self.context))


def regions(part: Part, ground: Ground, *, far: bool) -> Iterator[Region]:
    """Yield where ``part`` may belong, the likeliest first, each once.

    With ``far`` also what the diagnostic does not point at.
    """
    seen: set[tuple[Path, int, int]] = set()
    for file, root, region in ground.windows if part.parent == FLAT else ground.near:
        key = (file, region.start, region.end)
        if key not in seen:
            seen.add(key)
            yield file, root, region, 1.0
    if part.parent != FLAT and far:
        yield from _far(ground.diagnostic, ground.context, seen)


def _near(diagnostic: Diagnostic, context: "Context") -> Iterator[tuple[Path, Node, Node]]:
    roots: dict[Path, Node] = {}
    for span in (span for _, _, every in said_of(diagnostic) for span in every):
        text = context.sources.read(span.file)
        if text is None or not context.writable(span.file):
            continue
        root = roots.setdefault(span.file, nodes(text))
        item = root.enclosing(span.start, span.end, ITEMS) or _top(root, span)
        # an attribute stands beside its item
        for region in [item, *_attributes(item)]:
            yield span.file, root, region
    if diagnostic.span is None:
        return
    count = 0
    for name in _named(diagnostic):
        for place in find(context, diagnostic.span.file, name):
            text = context.sources.read(place.file) or b""
            root = roots.setdefault(place.file, nodes(text))
            start, end = place.tree.bounds(place.node)
            region = root.smallest(start, end)
            for each in [region, *_attributes(region)]:
                yield place.file, root, each
            count += 1
            if count == DEFINITIONS:
                return


def _far(
    diagnostic: Diagnostic, context: "Context", seen: set[tuple[Path, int, int]]
) -> Iterator[Region]:
    """Yield the other items, those first that mention what the error is about or is in."""
    if diagnostic.span is None:
        return
    here = diagnostic.span.file
    root = nodes(context.sources.read(here) or b"")
    about = {*_named(diagnostic), *_around(root, diagnostic.span)}
    mention = re.compile(rb"\b(?:%s)\b" % b"|".join(re.escape(name.encode()) for name in about))
    for file in _mentioning(about, here, context):
        root = nodes(context.sources.read(file) or b"")
        others = [item for item in _items(root) if (file, item.start, item.end) not in seen]
        told = {
            id(item): bool(about) and mention.search(root.source, item.start, item.end) is not None
            for item in others
        }
        for item in sorted(others, key=lambda item: not told[id(item)])[:FAR_ITEMS]:
            yield file, root, item, FAR if told[id(item)] else ASIDE


def _mentioning(names: set[str], here: Path, context: "Context") -> list[Path]:
    """Return the file of the error, and others in which one of ``names`` stands."""
    words = [name.encode() for name in names]
    found = [here]
    for file in files(context, here):
        text = context.sources.read(file) if file != here and context.writable(file) else None
        if text is not None and any(word in text for word in words):
            found.append(file)
            if len(found) == FAR_FILES:
                break
    return found


def _items(root: Node) -> Iterator[Node]:
    """Yield the innermost items and their attributes, and the heads of what holds items."""
    for node in root.children:
        if node.kind in _HOLDERS:
            for child in node.children:
                if child.kind == "declaration_list":
                    yield from _items(child)
                else:
                    yield child
            yield node
        elif node.kind in ITEMS or node.kind == "attribute_item":
            yield node


def _named(diagnostic: Diagnostic) -> list[str]:
    """Return the names that the message and the primary label say."""
    return list(
        dict.fromkeys(
            name
            for role, text, _ in said_of(diagnostic)
            if role in ("message", "primary")
            for fragment in fragments(text)
            for name in _NAME.findall(fragment)
        )
    )


def _around(root: Node, span: Span) -> list[str]:
    """Return the names of the items around a span."""
    found = []
    node = root.smallest(span.start, span.end)
    for each in (node, *node.ancestors()):
        if each.kind in ITEMS:
            names = (c.text for c in each.children if c.kind in ("identifier", "type_identifier"))
            found += list(names)[:1]
    return found


def _windows(diagnostic: Diagnostic, context: "Context") -> Iterator[tuple[Path, Node, Node]]:
    for span in dict.fromkeys(span for _, _, every in said_of(diagnostic) for span in every):
        text = context.sources.read(span.file)
        if text is not None and context.writable(span.file):
            start, end = max(0, span.start - WINDOW), min(len(text), span.end + WINDOW)
            yield span.file, nodes(text), flat(text, start, end)


def _top(root: Node, span: Span) -> Node:
    """Return the child of the root around ``span``, or the root where it lies between two."""
    return next(
        (each for each in root.children if each.start <= span.start and span.end <= each.end), root
    )


def _attributes(item: Node) -> list[Node]:
    siblings = item.parent.children if item.parent else ()
    place = next((number for number, each in enumerate(siblings) if each is item), 0)
    found = []
    while place and siblings[place - 1].kind == "attribute_item":
        place -= 1
        found.append(siblings[place])
    return found
