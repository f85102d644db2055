"""Patterns and templates of one repair: what is kept becomes holes, the rest words or holes."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from rustmend.domain import Diagnostic
from rustmend.knowledge.learned import (
    PATHS,
    ROOTS,
    Branch,
    Given,
    Hole,
    Leaf,
    Shape,
    fragments,
    frame,
    own,
    sentences,
    words,
)
from rustmend.knowledge.nodes import LITERALS, NAMES, Node, gap_before, nodes
from rustmend.knowledge.standard import CUSTOMARY
from rustmend.learning.difference import Change
from rustmend.sources import Sources

# how much a misspelt name has in common with the right one
_LIKE = 0.7
# where a plain name is one of std's or the language's, as far as the grammar tells
_CALLED = frozenset({"call_expression", "macro_invocation", "attribute", "token_tree"})
# what a repair declares itself is called so elsewhere
_NEUTRAL = ("value", "other", "rest", "extra")
_DECLARES = frozenset(
    {"let_declaration", "closure_parameters", "for_expression", "field_declaration"}
)
_DECLARED = frozenset({"identifier", "field_identifier", "shorthand_field_identifier"})
# values that may say nothing: any other one may stand there as well
_EMPTY = frozenset({"unit_expression", "array_expression", "string_literal"})
_PATHS = frozenset({"scoped_identifier", "scoped_type_identifier", "scoped_use_list", "use_list"})


class Abstraction:
    """Turns the nodes of one repair into shapes. ``keep`` leaves names where they were.

    Every change is looked at first, so that a part may use what another one matched.
    """

    def __init__(self, diagnostic: Diagnostic, sources: Sources, *, keep: bool) -> None:
        self._keep = keep
        self._sources = sources
        self._kept: dict[tuple[str, ...], Hole] = {}
        self._names: dict[str, Hole] = {}
        self._said: dict[str, Given] = {}
        self._neutral: dict[str, str] = {}
        self._given: dict[str, Given] = {}
        self._count = 0
        self._hear(diagnostic)

    def look(self, changes: Sequence[Change]) -> None:
        """Make a hole of everything that the changes carry over, be it from one to another."""
        old = [root for change in changes for root in change.old]
        new = [root for change in changes for root in change.new]
        for tokens, node in self._carried_over(old, new).items():
            self._kept.setdefault(tokens, self._hole(node))
        for root in old:
            self._name(root)
        known = {token for root in old for token in root.tokens}
        for root in new:
            for name in _declared(root):
                if name not in known and name not in self._neutral and not self._keep:
                    self._neutral[name] = name if name in CUSTOMARY else self._neutral_name()

    def patterns(self, run: Sequence[Node]) -> tuple[Shape, ...]:
        """Return what matches nodes like these."""
        return tuple(self._pattern(node) for node in run)

    def templates(self, run: Sequence[Node]) -> tuple[Shape, ...]:
        """Return what makes nodes like these."""
        return tuple(self._template(node, first=place == 0) for place, node in enumerate(run))

    def path(self, path: str) -> Shape:
        """Return a path that is imported, its names taken from the diagnostic where it has them."""
        ways = (path, f"use {path};", f"use crate::{path};", f"use {path.removeprefix('crate::')};")
        given = next((found for way in ways if (found := self._given_for(way))), None)
        if given is not None and not self._keep:
            return Hole(given.hole, ("use_declaration",))
        root = nodes(f"use {path};".encode())
        declaration = root.children[0]
        return self._template(declaration.children[1], first=True)

    def given(self) -> tuple[Given, ...]:
        """Return where the diagnostic says what the holes are that no pattern fills."""
        return tuple(self._given.values())

    def is_given(self, shape: Shape) -> bool:
        """Whether the diagnostic says all that a shape becomes."""
        numbers = {given.hole for given in self._given.values() if given.what != "like"}
        return isinstance(shape, Hole) and shape.number in numbers

    def anything(self, node: Node) -> Hole:
        """Return what matches any node of the sort of this one."""
        return self._names.get(node.text) or self._hole(node)

    def _carried_over(
        self, old: Sequence[Node], new: Sequence[Node]
    ) -> dict[tuple[str, ...], Node]:
        """Return the largest parts that stand in both, but none that hides another one."""
        there = {node.tokens for root in old for node in root.walk() if _carried(node)}
        while True:
            kept = {
                node.tokens: node
                for node in _outermost(new, there)
                if not (self._keep and (self._is_word(node) or not _says(node)))
            }
            shown = {node.tokens for node in _outermost(old, set(kept))}
            hidden = kept.keys() - shown
            if not hidden:
                return kept
            there -= {
                node.tokens
                for node in _outermost(old, set(kept))
                if any(inner.tokens in hidden for inner in node.walk())
            }

    # --- holes --------------------------------------------------------------------

    def _hole(self, node: Node) -> Hole:
        self._count += 1
        return Hole(self._count, (node.kind,))

    def _neutral_name(self) -> str:
        free = [name for name in _NEUTRAL if name not in self._neutral.values()]
        return (free or _NEUTRAL)[0]

    def _name(self, root: Node) -> None:
        """Make holes of the user's own names that a change asks for and does not carry over."""
        stack = [root]
        while stack:
            node = stack.pop()
            if node.tokens in self._kept:
                continue
            if not node.children and self._is_own(node) and not self._keep:
                self._names.setdefault(node.text, self._hole(node))
            stack += node.children

    def _pattern(self, node: Node) -> Shape:
        hole = self._kept.get(node.tokens) if _carried(node) else None
        hole = hole or (self._names.get(node.text) if not node.children else None)
        if hole is not None:
            return Hole(hole.number, (node.kind,))
        if node.children:
            return Branch(node.kind, tuple(self._pattern(child) for child in node.children))
        return Leaf(node.kind, node.text, "", self._is_own(node))

    def _template(self, node: Node, *, first: bool) -> Shape:
        blank = "" if first else gap_before(node)
        hole = self._kept.get(node.tokens) if _carried(node) else None
        if hole is None and not node.children:
            hole = self._names.get(node.text)
        if hole is not None:
            return Hole(hole.number, (node.kind,), blank)
        if not self._keep and _carried(node):
            given = self._given_for(node.text)
            if given is not None:
                return Hole(given.hole, (node.kind,), blank)
        if node.children:
            return Branch(
                node.kind,
                tuple(
                    self._template(child, first=first and place == 0)
                    for place, child in enumerate(node.children)
                ),
            )
        if node.kind in _DECLARED and node.text in self._neutral:
            return Leaf(node.kind, self._neutral[node.text], blank)
        mine = self._is_own(node)
        if mine and not self._keep and node.kind in NAMES:
            like = self._like(node)
            if like is not None:
                return Hole(like, (node.kind,), blank)
        return Leaf(node.kind, node.text, blank, mine)

    # --- what the diagnostic says ---------------------------------------------------

    def _hear(self, diagnostic: Diagnostic) -> None:
        """Note every piece of code that the diagnostic names, the surest place first."""
        heard: list[tuple[str, Given]] = []
        for suggestion in diagnostic.suggestions:
            for index, edit in enumerate(suggestion.edits):
                given = Given(0, "text", "suggestion", frame(suggestion.message), index)
                heard.append((_plain(edit.text), given))
        for role, text, spans in sentences(diagnostic):
            for index, fragment in enumerate(fragments(text)):
                heard.append((_plain(fragment), Given(0, "code", role, frame(text), index)))
            if role in ("primary", "label", "note") and len(spans) == 1:
                source = self._sources.read(spans[0].file) or b""
                shown = source[spans[0].start : spans[0].end].decode(errors="replace")
                if len(shown) <= 60:
                    heard.append((_plain(shown), Given(0, "span", role, frame(text))))
        for role, text, _ in sentences(diagnostic):
            for index, fragment in enumerate(fragments(text)):
                for place, word in enumerate(words(fragment)):
                    heard.append((word, Given(0, "code", role, frame(text), index, place)))
        for text, given in heard:
            if text:
                self._said.setdefault(text, given)

    def _given_for(self, text: str) -> Given | None:
        plain = _plain(text)
        if plain not in self._said:
            return None
        if plain not in self._given:
            self._count += 1
            said = self._said[plain]
            self._given[plain] = Given(
                self._count, said.what, said.role, said.said, said.index, said.word
            )
        return self._given[plain]

    def _like(self, node: Node) -> int | None:
        """Return the hole of a name that was asked for and is spelt much like this one."""
        best = max(
            self._names,
            key=lambda name: SequenceMatcher(None, name, node.text).ratio(),
            default=None,
        )
        if best is None or SequenceMatcher(None, best, node.text).ratio() < _LIKE:
            return None
        if node.text not in self._given:
            self._count += 1
            self._given[node.text] = Given(self._count, "like", index=self._names[best].number)
        return self._given[node.text].hole

    # --- whose a name is --------------------------------------------------------------

    def _is_word(self, node: Node) -> bool:
        return not node.children and not self._is_own(node) and node.kind != "self"

    def _is_own(self, node: Node) -> bool:
        """Whether a leaf is the user's own: std's words name nothing else where they stand."""
        if node.kind in LITERALS or node.kind in ("lifetime", "label"):
            return own(node.text)
        if node.kind not in NAMES:
            return node.named and own(node.text)
        parent = node.parent
        if _of_std(node):
            return False
        if own(node.text):
            return True
        if node.kind == "identifier" and node.text[:1].islower() and parent is not None:
            # a local variable may be called `len`
            return parent.kind not in _CALLED | _PATHS
        if node.kind == "field_identifier" and parent is not None:
            whole = parent.parent
            called = whole is not None and whole.kind in ("call_expression", "generic_function")
            return not (parent.kind == "field_expression" and called and whole is not None
                        and whole.children[0] is parent)  # fmt: skip
        return node.kind == "shorthand_field_identifier"


def _of_std(name: Node) -> bool:
    """Whether a name stands in a path that begins with std, core or alloc."""
    node = name
    while node.parent is not None and node.parent.kind in PATHS:
        node = node.parent
    return node is not name and node.tokens[0] in ROOTS


def _declared(root: Node) -> list[str]:
    """Return the variables that a node declares."""
    found: list[str] = []
    for node in root.walk():
        if node.kind not in _DECLARES:
            continue
        for child in node.children:
            if child.kind in ("=", "in") and found:
                break
            if child.kind in _DECLARED:
                found.append(child.text)
                if node.kind != "closure_parameters":
                    break
    return found


def _carried(node: Node) -> bool:
    """Whether a node is worth carrying over: it says something of its own, or is a value."""
    if not node.named or node.kind in ("mutable_specifier", "visibility_modifier", "block"):
        return False
    return node.kind in _EMPTY or _says(node)


def _says(node: Node) -> bool:
    return any(character.isalnum() for token in node.tokens for character in token)


def _outermost(run: Sequence[Node], wanted: set[tuple[str, ...]]) -> list[Node]:
    """Return the largest nodes of a run with the tokens ``wanted``."""
    found, stack = [], list(reversed(run))
    while stack:
        node = stack.pop()
        if node.tokens in wanted and _carried(node):
            found.append(node)
        else:
            stack.extend(reversed(node.children))
    return found


def _plain(text: str) -> str:
    return " ".join(text.split())
