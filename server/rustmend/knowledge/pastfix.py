"""A repair that was made, as the journal keeps it: raw, with what a later look may want."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from rustmend.domain import Diagnostic, Fix, Span, TextEdit
from rustmend.domain.signature import NORMALISER, normalise
from rustmend.domain.text import edits_by_file, map_span
from rustmend.knowledge.wording import Quoted, names_in, own_text
from rustmend.redact import mask
from rustmend.sources import Sources
from rustmend.syntax import ITEM_KINDS, Tree, parse

CONTEXT = 3  # lines around a change
_MADE = {"by-hand": "mended by hand", "mined": "found in a git history"}
ITEMS = ITEM_KINDS - {"macro_invocation", "attribute_item", "inner_attribute_item"}


@dataclass(frozen=True, slots=True)
class Hunk:
    """A change at one place of ``file``, a path relative to the workspace's root.

    ``before`` and ``after`` are whole lines, a few unchanged ones around them; ``line`` is the
    1-based number of the first. ``item_before`` and ``item_after`` are the function, struct, …
    around the change, empty where there is none. ``edits`` count bytes of the file before.
    """

    file: str
    line: int
    before: str
    after: str
    item_before: str
    item_after: str
    edits: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class PastFix:
    """A diagnostic and the change that mended it.

    ``id`` is made from the content, so the same repair is one. ``change`` counts what the journal
    wrote and is 0 before; ``recorded`` is in UTC. Paths in ``diagnostic`` are relative to the root.
    ``signature`` was made by version ``normaliser``.
    """

    id: str
    workspace: str
    toolchain: str
    signature: str
    normaliser: int
    diagnostic: Diagnostic
    hunks: tuple[Hunk, ...]
    title: str
    origin: str
    source: str
    recorded: str = ""
    change: int = 0

    @property
    def code(self) -> str | None:
        """The diagnostic's code."""
        return self.diagnostic.code

    @property
    def made(self) -> str:
        """How it came about, in plain words."""
        return _MADE.get(self.source, f"offered by rustmend ({self.origin})")


def past_fix(fix: Fix, sources: Sources, *, root: Path, toolchain: str) -> PastFix:
    """Return ``fix`` as it is kept. ``sources`` read the texts before it, in workspace ``root``."""
    candidate = fix.candidate
    said = normalise(candidate.diagnostic)
    made = PastFix(
        id="",
        workspace=str(root),
        toolchain=toolchain,
        signature=said.signature,
        normaliser=NORMALISER,
        diagnostic=moved(candidate.diagnostic, lambda file: _inside(file, root)),
        hunks=_hunks(candidate.edits, sources, root),
        title=candidate.title,
        origin=candidate.origin.value,
        source=candidate.source,
    )
    return replace(made, id=content_id(made))


def content_id(fix: PastFix) -> str:
    """Return the id that ``fix`` has by its content: what was wrong, and what was changed where."""
    content = (
        fix.workspace,
        fix.signature,
        fix.code,
        [(h.file, h.before, h.after) for h in fix.hunks],
    )
    return hashlib.sha256(encode(content)).hexdigest()[:24]


def shareable(fix: PastFix) -> PastFix:
    """Return ``fix`` as it may leave: without names of files, secrets, addresses, time and place.

    What programs made the compiler say is left out too, and so are names that it quotes and the
    hunks do not show (``wording``). Byte offsets still hold. Its id is the same wherever the same
    fix was made, and doing it twice is doing it once. What the compiler printed is left out, for
    it repeats the rest.
    """
    root = fix.workspace
    names = _file_names(fix)
    hunks = tuple(
        Hunk(
            file=names[hunk.file],
            line=hunk.line,
            before=mask(hunk.before, root=root),
            after=mask(hunk.after, root=root),
            item_before=mask(hunk.item_before, root=root),
            item_after=mask(hunk.item_after, root=root),
            edits=tuple((start, end, mask(text, root=root)) for start, end, text in hunk.edits),
        )
        for hunk in fix.hunks
    )
    shown = names_in(fix.code or "", *(text for hunk in hunks for text in _texts(hunk)))
    crossed = _mapped(encode(fix.diagnostic), root, names, Quoted(shown))
    diagnostic = replace(decode_diagnostic(crossed), rendered="", package="", target="")
    said = normalise(diagnostic)
    made = replace(
        fix,
        workspace="",
        signature=said.signature,
        normaliser=NORMALISER,
        diagnostic=diagnostic,
        hunks=hunks,
        title=mask(fix.title, root=root),
        source=mask(fix.source, root=root),
        recorded="",
        change=0,
    )
    return replace(made, id=content_id(made))


def _file_names(fix: PastFix) -> dict[str, str]:
    """Return a name that says nothing for each file, the same for the same fix."""
    labels = [*fix.diagnostic.labels, *(each for n in fix.diagnostic.notes for each in n.labels)]
    files = [hunk.file for hunk in fix.hunks]
    files += [label.span.file.as_posix() for label in labels]
    files += [e.span.file.as_posix() for s in fix.diagnostic.suggestions for e in s.edits]
    return {
        file: f"file{n}{'.toml' if file.endswith('.toml') else '.rs'}"
        for n, file in enumerate(dict.fromkeys(files), 1)
    }


def _texts(hunk: Hunk) -> tuple[str, ...]:
    written = (text for _, _, text in hunk.edits)
    return (hunk.before, hunk.after, hunk.item_before, hunk.item_after, *written)


def _mapped(diagnostic: bytes, root: str, names: Mapping[str, str], quoted: Quoted) -> bytes:
    """Return the JSON of a diagnostic with its files renamed and its texts masked."""

    def walk(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            # a label's text is a sentence, an edit's is code
            label = "primary" in value
            return {
                name: walk(each, "message" if label and name == "text" else name)
                for name, each in value.items()
            }
        if isinstance(value, list):
            return [walk(each) for each in value]
        if not isinstance(value, str):
            return value
        if key == "file":
            return names.get(Path(value).as_posix(), "file.rs")
        # a sentence of the compiler's has no offsets, and folders of any length are one
        shown = mask(value, root=root, path="path")
        return own_text(shown, quoted) if key == "message" else shown

    return msgspec.json.encode(walk(msgspec.json.decode(diagnostic)))


def encode(value: Any) -> bytes:
    """Return ``value`` as JSON."""
    return msgspec.json.encode(value, enc_hook=str)


def decode_diagnostic(text: bytes | str) -> Diagnostic:
    """Return the diagnostic that ``encode`` wrote. Raises ``msgspec.MsgspecError``."""
    return msgspec.json.decode(text, type=Diagnostic, dec_hook=_file)


def decode_hunks(text: bytes | str) -> tuple[Hunk, ...]:
    """Return the hunks that ``encode`` wrote. Raises ``msgspec.MsgspecError``."""
    return msgspec.json.decode(text, type=tuple[Hunk, ...])


def decode_fix(text: bytes | str) -> PastFix:
    """Return the past fix that ``encode`` wrote. Raises ``msgspec.MsgspecError``."""
    return msgspec.json.decode(text, type=PastFix, dec_hook=_file)


def moved(diagnostic: Diagnostic, place: Callable[[Path], Path]) -> Diagnostic:
    """Return the diagnostic with each of its files where ``place`` says."""
    return msgspec.json.decode(
        encode(diagnostic), type=Diagnostic, dec_hook=lambda _, value: place(Path(value))
    )


def _file(_: type, value: Any) -> Path:
    """Decode a file: of all that is kept msgspec asks for nothing else."""
    return Path(value)


def _hunks(edits: tuple[TextEdit, ...], sources: Sources, root: Path) -> tuple[Hunk, ...]:
    after = sources.edited(edits)
    return tuple(
        _hunk(file, group, sources.read(file) or b"", mine, after[file], root)
        for file, mine in edits_by_file(edits).items()
        for group in _near(sources.read(file) or b"", mine)
    )


def _near(text: bytes, edits: list[TextEdit]) -> list[list[TextEdit]]:
    """Group edits whose lines, with the context around them, touch."""
    groups: list[list[TextEdit]] = []
    ordered = sorted(edits)
    for number, edit in enumerate(ordered):
        gap = text.count(b"\n", ordered[number - 1].span.end, edit.span.start) if number else 0
        if number and gap <= 2 * CONTEXT:
            groups[-1].append(edit)
        else:
            groups.append([edit])
    return groups


def _hunk(
    file: Path, group: list[TextEdit], text: bytes, edits: list[TextEdit], new: bytes, root: Path
) -> Hunk:
    span = Span(file, group[0].span.start, max(edit.span.end for edit in group))
    # text inserted at the border belongs to the change, so the span is grown by what is inserted
    start = map_span(Span(file, 0, span.start), [e for e in edits if e.span.end < span.start]).end
    grown = sum(len(e.text.encode()) - (e.span.end - e.span.start) for e in group)
    then = Span(file, start, start + span.end - span.start + grown)
    line, before = _lines(text, span)
    _, after = _lines(new, then)
    return Hunk(
        file=_inside(file, root).as_posix(),
        line=line,
        before=before,
        after=after,
        item_before=_item(parse(text), span),
        item_after=_item(parse(new), then),
        edits=tuple((edit.span.start, edit.span.end, edit.text) for edit in group),
    )


def _lines(text: bytes, span: Span) -> tuple[int, str]:
    """Return the lines around ``span`` and the 1-based number of the first."""
    start, end = span.start, span.end
    for _ in range(CONTEXT + 1):
        start = text.rfind(b"\n", 0, max(0, start - 1)) + 1 if start else 0
    for _ in range(CONTEXT + 1):
        found = text.find(b"\n", end)
        end = found + 1 if found >= 0 else len(text)
    return text.count(b"\n", 0, start) + 1, text[start:end].decode(errors="replace")


def _item(tree: Tree, span: Span) -> str:
    node = tree.enclosing(span.start, span.end, ITEMS)
    return "" if node is None else node.text()


def _inside(file: Path, root: Path) -> Path:
    return file.relative_to(root) if file.is_relative_to(root) else file
