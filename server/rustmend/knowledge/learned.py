"""A rewrite learned from repairs: a pattern of code, what takes its place, and where that lies.

Patterns and templates are syntax trees in which holes stand for what differs from place to
place. A hole of a template is filled by what the pattern matched, or by what the
diagnostic says (``Given``). ``Near`` says how the place lies to the diagnostic's spans.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

import msgspec

from rustmend.domain import Diagnostic, Span
from rustmend.domain.signature import CODE, normalise
from rustmend.knowledge.standard import COMMON

Op = Literal["replace", "insert", "import", "follow"]
Role = Literal["message", "primary", "label", "note", "suggestion"]
Relation = Literal[
    "same", "starts", "ends", "next", "previous", "inside", "around", "statement", "item", "far"
]

# paths, and where those begin that name nothing of the user's
PATHS = frozenset({"scoped_identifier", "scoped_type_identifier"})
ROOTS = frozenset({"std", "core", "alloc"})

_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"[^\W\d]\w*")
_WORDY = re.compile(r"[\w$]")
_EMPTY_TEXT = frozenset({'""', "0", "1", "true", "false", "0.0", "1.0"})
SAID_KEPT = 8


class Leaf(msgspec.Struct, frozen=True, tag="leaf", array_like=True):
    """A token. ``gap`` are the blanks before it in a template: "", " " or a line's end.

    ``own`` says that it is a name of the user's, however common the word.
    """

    kind: str
    text: str
    gap: str = ""
    own: bool = False


class Hole(msgspec.Struct, frozen=True, tag="hole", array_like=True):
    """Anything of the same category as ``kinds``, the kinds of node seen there so far."""

    number: int
    kinds: tuple[str, ...]
    gap: str = ""


class Branch(msgspec.Struct, frozen=True, tag="branch", array_like=True):
    """A node of ``kind`` with these children."""

    kind: str
    children: "tuple[Shape, ...]"


Shape: TypeAlias = Leaf | Hole | Branch


class Near(msgspec.Struct, frozen=True, array_like=True):
    """How a place lies to a span whose label reads like ``said``, code left out."""

    role: Role
    said: str
    relation: Relation


class Given(msgspec.Struct, frozen=True, array_like=True):
    """Where the diagnostic says what fills ``hole``.

    ``code`` is a fragment of code in a sentence: number ``index``, its word ``word`` or all (-1).
    ``span`` is the text at a label's span, ``text`` what a suggestion's edit ``index`` inserts, and
    ``like`` the name of the file that is most like what hole ``index`` matched.
    """

    hole: int
    what: Literal["code", "span", "text", "like"]
    role: Role = "message"
    said: str = ""
    index: int = 0
    word: int = -1


class Part(msgspec.Struct, frozen=True):
    """One change: the neighbours ``run`` in a node of kind ``parent`` give way to ``template``.

    Nothing is replaced by an ``insert``, which lies between ``before`` and ``after`` (a kind of
    node, or a token; empty at an end), parted from them by ``lead`` and ``trail``; with a
    ``separator`` it is a member of a list. ``import`` brings in the path ``template``;
    ``follow`` does what the suggestion near says.
    """

    op: Op
    near: tuple[Near, ...]
    template: tuple[Shape, ...] = ()
    parent: str = ""
    run: tuple[Shape, ...] = ()
    before: str = ""
    after: str = ""
    lead: str = ""
    trail: str = ""
    separator: str = ""


class Learned(msgspec.Struct, frozen=True):
    """Parts that are all made together, and what the diagnostics said that they mended.

    ``codes``, ``kin`` and ``signatures`` are those of the examples, ``said`` their normalised
    words.
    """

    codes: tuple[str, ...]
    kin: tuple[str, ...]
    signatures: tuple[str, ...]
    said: tuple[str, ...]
    parts: tuple[Part, ...]
    given: tuple[Given, ...] = ()

    @property
    def skeleton(self) -> str:
        """What rewrites have in common that may be merged: all but holes, kinds and words."""
        parts = [
            (part.op, part.separator, _frame(part.run), _frame(part.template), _follows(part))
            for part in self.parts
        ]
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]

    @property
    def identity(self) -> str:
        """A name made from what it does, whatever the examples said."""
        parts = [
            (part.op, part.parent, part.before, part.after, part.separator, part.run, part.template)
            for part in self.parts
        ]
        return hashlib.sha256(repr((parts, _follows(self.parts[0]))).encode()).hexdigest()[:24]


def private(learned: Learned) -> bool:
    """Whether it brings or asks for anything that may be the user's own: a name, number, text."""
    return any(_private(shape) for part in learned.parts for shape in (*part.run, *part.template))


def _private(shape: Shape) -> bool:
    if isinstance(shape, Leaf):
        return shape.own or own(shape.text)
    if isinstance(shape, Hole):
        return False
    if shape.kind in PATHS:
        first, *rest = leaves(shape)
        if isinstance(first, Leaf) and first.text in ROOTS and not first.own:
            # whatever std calls it, nobody else does
            return any(isinstance(each, Leaf) and each.own for each in rest)
    return any(_private(child) for child in shape.children)


def own(text: str) -> bool:
    """Whether a token is neither the language's nor std's."""
    if text in _EMPTY_TEXT:
        return False
    if text[:1] in "\"'0123456789" or text[:2] in ('b"', 'r"', "r#", "b'", 'c"'):
        return text not in ("'_", "'static", "'")
    names = _NAME.findall(text)
    return any(name not in COMMON for name in names)


def leaves(shape: Shape) -> Iterator[Leaf | Hole]:
    """Yield the tokens and holes of a shape, in order."""
    if isinstance(shape, Branch):
        for child in shape.children:
            yield from leaves(child)
    else:
        yield shape


def readable(learned: Learned) -> str:
    """Return the rewrite as a person reads it: ``&$1`` → ``$1``."""
    return "; ".join(_readable(part) for part in learned.parts)


def sentences(diagnostic: Diagnostic) -> Iterator[tuple[Role, str, tuple[Span, ...]]]:
    """Yield what the diagnostic says, each with its role and its spans."""
    primary = tuple(label.span for label in diagnostic.labels if label.primary)
    yield "message", diagnostic.message, primary[:1]
    for label in diagnostic.labels:
        yield ("primary" if label.primary else "label"), label.text, (label.span,)
    for note in diagnostic.notes:
        yield "note", note.message, tuple(label.span for label in note.labels)
        for label in note.labels:
            if label.text:
                yield "note", label.text, (label.span,)
    for suggestion in diagnostic.suggestions:
        spans = tuple(edit.span for edit in suggestion.edits)
        yield "suggestion", suggestion.message, spans


def frame(text: str) -> str:
    """Return a sentence without the code in it and without numbers."""
    return _NUMBER.sub("N", " ".join(CODE.sub("_", text).lower().split()))


def fragments(text: str) -> list[str]:
    """Return the pieces of code in a sentence."""
    return CODE.findall(text)


def words(fragment: str) -> list[str]:
    """Return the names in a piece of code."""
    return _NAME.findall(fragment)


def said(diagnostic: Diagnostic) -> tuple[str, str]:
    """Return the signature of a diagnostic and its normalised sentences, one a line."""
    text = normalise(diagnostic)
    return text.signature, "\n".join(text.sentences)


def kin(diagnostic: Diagnostic) -> str:
    """Return what diagnostics that differ in names and types alone share, as a short hash."""
    text = (diagnostic.code, frame(diagnostic.message))
    return hashlib.sha256(repr(text).encode()).hexdigest()[:12]


def merged_words(groups: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Join lists, each value once, the latest few."""
    return tuple(dict.fromkeys(text for group in groups for text in group))[-SAID_KEPT:]


def encode(learned: Learned) -> str:
    """Return the rewrite as JSON."""
    return msgspec.json.encode(learned).decode()


def decode(text: str) -> Learned:
    """Return the rewrite that ``encode`` wrote. Raises ``msgspec.MsgspecError``."""
    return msgspec.json.decode(text, type=Learned)


def _frame(shapes: Sequence[Shape]) -> tuple[str, ...]:
    """Return the language's own tokens, with a mark for everything else."""
    found: list[str] = []
    for shape in shapes:
        for leaf in leaves(shape):
            text = leaf.text if isinstance(leaf, Leaf) and not (leaf.own or own(leaf.text)) else "_"
            if text != "_" or found[-1:] != ["_"]:
                found.append(text)
    return tuple(found)


def _follows(part: Part) -> str:
    return part.near[0].said if part.op == "follow" and part.near else ""


def _readable(part: Part) -> str:
    old, new = _shown(part.run), _shown(part.template)
    if part.op == "follow":
        return f"follow “{part.near[0].said}”"
    if part.op == "import":
        return f"use {new}"
    if not old:
        return f"insert {new}" + (f" into {part.parent.replace('_', ' ')}" if part.parent else "")
    return f"{old} → {new}" if new else f"remove {old}"


def _shown(shapes: Sequence[Shape]) -> str:
    text = ""
    for shape in shapes:
        for leaf in leaves(shape):
            piece = leaf.text if isinstance(leaf, Leaf) else f"${leaf.number}"
            # a pattern has no gaps of its own, and two words would run into each other
            apart = leaf.gap or (_WORDY.match(text[-1:]) and _WORDY.match(piece))
            text += (" " if apart else "") + piece
    return text.strip()
