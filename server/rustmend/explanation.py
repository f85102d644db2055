"""Why the compiler says no: in this code, in general, and how such errors were mended before.

The words come from the compiler's own labels and from the curated entries; no model is asked.
"""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rustmend.domain import Diagnostic, Label, Snapshot
from rustmend.domain.shown import bears
from rustmend.domain.text import line_column, unified_diff
from rustmend.errors import RustmendError
from rustmend.process import run
from rustmend.sources import Sources

if TYPE_CHECKING:
    from rustmend.knowledge.entries import Entry
    from rustmend.knowledge.pastfix import PastFix
    from rustmend.wiring import Knowledge

_PRECEDENTS = 3
_EXPLAIN_SECONDS = 20
_SNIPPET = 48
_RUSTC_CODE = re.compile(r"E\d{4}")

_rustc_texts: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Precedent:
    """How such an error was mended before: a curated entry or a past fix, as a diff."""

    id: str
    title: str
    diff: str
    why: str = ""

    def markdown(self) -> str:
        """Return why it was wrong there, and the mend."""
        diff = f"```diff\n{self.diff.rstrip()}\n```"
        return f"{self.why}\n\n{diff}" if self.why else diff


@dataclass(frozen=True, slots=True)
class Explanation:
    """What there is to say about one diagnostic, as Markdown.

    ``about`` is about the code in general; a precedent speaks of the program in its own diff.
    """

    headline: str
    here: str
    about: str = ""
    precedents: tuple[Precedent, ...] = ()

    def markdown(self, *, folds: bool = False) -> str:
        """Return it as one text; ``folds`` where the reader's Markdown can fold a section."""
        parts = [self.headline, self.here]
        parts += [
            _section(f"A similar case: {each.title}", each.markdown(), folds=folds)
            for each in self.precedents
        ]
        if self.about and (folds or not self.precedents):
            parts.append(_section("What this error means", self.about, folds=folds))
        return "\n\n".join(part for part in parts if part)


async def explain_code(code: str, knowledge: "Knowledge") -> str | None:
    """Return what is known about a code as Markdown, None where nothing is.

    A lint may go without its tool, as ``needless_return`` does for ``clippy::needless_return``.
    """
    entries = [entry for entry in knowledge.entries if {code, f"clippy::{code}"} & {*entry.codes}]
    text = await rustc_text(code)
    if not entries and not text:
        return None
    parts = [f"# {code}"]
    for entry in sorted(entries, key=lambda entry: not entry.typical)[:_PRECEDENTS]:
        found = precedent(entry)
        parts.append(f"## {entry.title}\n\n{found.markdown() if found else entry.explanation}")
    if len(entries) > _PRECEDENTS:
        shelf = f"rustmend kb list {entries[0].code or 'none'}"
        parts.append(f"There are {len(entries) - _PRECEDENTS} more situations: `{shelf}`")
    if code in knowledge.reasons:
        parts.append(f"Why no entry shows it: {knowledge.reasons[code]}.")
    if text:
        parts.append(f"## What rustc says\n\n{text}")
    return "\n\n".join(parts)


async def explain_diagnostic(
    diagnostic: Diagnostic, knowledge: "Knowledge", sources: Sources | None = None
) -> str:
    """Return the explanation of one diagnostic as Markdown."""
    found = await explanation(diagnostic, knowledge, sources or Sources(Snapshot()))
    return found.markdown()


async def explanation(
    diagnostic: Diagnostic,
    knowledge: "Knowledge",
    sources: Sources,
    workspace: Path | None = None,
) -> Explanation:
    """Look up all there is to say about ``diagnostic``; entries about another code say nothing.

    ``workspace`` is the root whose own past fixes may be shown.
    """
    similar = await asyncio.to_thread(knowledge.similar, diagnostic, _PRECEDENTS)
    past = (
        await asyncio.to_thread(knowledge.past_fixes, diagnostic, workspace, _PRECEDENTS)
        if workspace
        else []
    )
    about = await rustc_text(diagnostic.code or "")
    precedents = [precedent_of(each) for each in past]
    alike = [each for each in similar if diagnostic.code in each.codes]
    # a case that lacks a sign of its situation says little where another bears all of its own
    alike = [each for each in alike if bears(diagnostic, each.signs)] or alike[:1]
    precedents += [found for each in alike for found in [precedent(each)] if found]
    code = f"**{diagnostic.code}** " if diagnostic.code else ""
    return Explanation(
        f"{code}{diagnostic.message}",
        plain_words(diagnostic, sources),
        about,
        tuple(precedents[:_PRECEDENTS]),
    )


async def rustc_text(code: str) -> str:
    """Return ``rustc --explain``'s text for a code, ``""`` where it has none; asked once a code."""
    if not _RUSTC_CODE.fullmatch(code):
        return ""
    if code not in _rustc_texts:
        try:
            done = await run(["rustc", "--explain", code], timeout=_EXPLAIN_SECONDS)
        except RustmendError:
            return ""
        _rustc_texts[code] = _as_rust(done.stdout.strip()) if done.returncode == 0 else ""
    return _rustc_texts[code]


def precedent(entry: "Entry") -> Precedent | None:
    """Return a curated entry as a diff from its broken to its fixed program."""
    try:
        broken, fixed = entry.broken.files(), entry.fixed.files()
    except OSError:
        return None
    old = {_inner(name): text for name, text in broken.items()}
    new = {_inner(name): text for name, text in fixed.items()}
    diff = "".join(
        unified_diff(name, old.get(name, b""), new.get(name, b"")) for name in {**old, **new}
    )
    return Precedent(entry.id, entry.title, diff, entry.explanation) if diff else None


def precedent_of(fix: "PastFix") -> Precedent:
    """Return a past fix as a diff."""
    diffs = [
        unified_diff(each.file, each.before.encode(), each.after.encode()) for each in fix.hunks
    ]
    return Precedent(fix.id, f"{fix.title} (past fix {fix.id[:8]})", "".join(diffs))


def plain_words(diagnostic: Diagnostic, sources: Sources) -> str:
    """Say what happens in this code: what moved, what borrows, which types differ."""
    reader = _Reader(diagnostic, sources)
    story = next(filter(None, (tell(reader) for tell in _STORIES)), "")
    if story:
        return story
    told = [f"- {reader.place(label)}: {label.text}" for label in reader.labels if label.text]
    told += [f"- {note.level}: {note.message}" for note in diagnostic.notes[:3] if note.message]
    return "\n".join(told)


class _Reader:
    """Finds the labels of one diagnostic by their words, and says where they are."""

    def __init__(self, diagnostic: Diagnostic, sources: Sources) -> None:
        self.diagnostic = diagnostic
        self.labels = sorted(diagnostic.labels, key=lambda label: label.span)
        self._sources = sources
        self._main = diagnostic.span.file if diagnostic.span else None

    def message(self, pattern: str) -> re.Match[str] | None:
        return re.search(pattern, self.diagnostic.message)

    def label(self, pattern: str) -> Label | None:
        return next((each for each in self.labels if re.search(pattern, each.text)), None)

    def words(self, pattern: str) -> re.Match[str] | None:
        texts = [*(label.text for label in self.labels), self.diagnostic.message]
        texts += [note.message for note in self.diagnostic.notes]
        return next(filter(None, (re.search(pattern, text) for text in texts)), None)

    def place(self, label: Label) -> str:
        """Say where a label is: the line, and the code there where it is short."""
        text = self._sources.read(label.span.file) or b""
        line, _ = line_column(text, label.span.start)
        code = " ".join(text[label.span.start : label.span.end].decode(errors="replace").split())
        file = "" if label.span.file == self._main else f" of {label.span.file.name}"
        shown = f" (`{code}`)" if code and "`" not in code and len(code) <= _SNIPPET else ""
        return f"line {line}{file}{shown}"


def _moved(reader: _Reader) -> str:
    found = reader.message(r"(?:use|borrow|assign to part) of (?:partially )?moved value: `(.+)`")
    moved = reader.label(r"^value (?:partially )?moved (?:here|into)|moved due to")
    used = reader.label(r"value (?:used|borrowed|assigned).* here after")
    again = reader.label(r"in previous iteration of loop")
    if found is None or (again or moved) is None:
        return ""
    name = found[1]
    if again is not None:
        told = f"`{name}` is given away at {reader.place(again)}, and the loop comes there again."
    elif moved is not None and used is not None:
        told = (
            f"`{name}` is given away at {reader.place(moved)} "
            f"and used again at {reader.place(used)}."
        )
    else:
        return ""
    why = reader.words(r"has type `(.+)`, which does not implement the `Copy` trait")
    return told + (
        f" Its type `{why[1]}` is not `Copy`, so giving it away moves it." if why else ""
    )


def _borrowed(reader: _Reader) -> str:
    found = reader.message(r"^cannot (?:borrow|move out of|assign to|use) `(.+?)`")
    if found is None or reader.diagnostic.code not in ("E0499", "E0502", "E0503", "E0505", "E0506"):
        return ""
    first = reader.label(r"first (?:mutable )?borrow occurs|is borrowed here|^borrow of .* occurs")
    if first is None:
        wanted = "mutable" if "borrowed as mutable" in reader.diagnostic.message else "immutable"
        first = reader.label(rf"^{wanted} borrow occurs here")
    second = reader.diagnostic.primary
    later = reader.label(r"borrow later (?:used|captured|stored)|later used")
    if first is None or second is None or first is second:
        return ""
    told = f"`{found[1]}` is borrowed at {reader.place(first)}"
    told += f", and that borrow is still needed at {reader.place(later)}" if later else ""
    needs = {"E0505": "moves it away", "E0506": "writes to it"}.get(
        reader.diagnostic.code, "needs it for itself"
    )
    return f"{told}. Meanwhile, {reader.place(second)} {needs}."


def _outlived(reader: _Reader) -> str:
    found = reader.message(r"`(.+)` does not live long enough")
    dropped = reader.label(r"dropped here while still borrowed|temporary value is freed")
    borrowed = reader.label(r"borrowed value does not live long|creates a temporary value")
    later = reader.label(r"borrow later (?:used|captured|stored)|argument requires|returning")
    if dropped is None or borrowed is None:
        return ""
    name = f"`{found[1]}`" if found else "A temporary value"
    told = f"{name} is borrowed at {reader.place(borrowed)} and ends at {reader.place(dropped)}"
    return f"{told}, but the borrow is needed at {reader.place(later)}." if later else f"{told}."


def _types(reader: _Reader) -> str:
    if reader.diagnostic.code != "E0308" or reader.diagnostic.primary is None:
        return ""
    found = reader.words(r"expected (`.+?`|.+?), found (`.+`|.+)$")
    note = reader.words(r"expected .*?(`.+`)\n\s*found .*?(`.+`)")
    said = note or found
    if said is None:
        return ""
    expected, got = said.groups()
    told = f"{reader.place(reader.diagnostic.primary)} has the type {got.strip()}, "
    told = f"{told[0].upper()}{told[1:]}and {expected} is needed there."
    due = reader.label(r"expected due to|because of|arguments to this|return type")
    return told + (f" {due.text[0].upper()}{due.text[1:]}: {reader.place(due)}." if due else "")


def _trait(reader: _Reader) -> str:
    if reader.diagnostic.code != "E0277" or reader.diagnostic.primary is None:
        return ""
    found = reader.words(r"the trait `(.+?)` is not implemented for `(.+?)`")
    if found is None:
        return ""
    told = f"`{found[2]}` does not implement `{found[1]}`"
    bound = reader.words(r"required by (?:a|this) bound in (`.+`)")
    needed = f", and {reader.place(reader.diagnostic.primary)} needs it"
    return told + needed + (f" (required by a bound in {bound[1]})." if bound else ".")


_STORIES = (_moved, _borrowed, _outlived, _types, _trait)


def _section(title: str, text: str, *, folds: bool) -> str:
    if folds:
        return f"<details><summary>{title}</summary>\n\n{text}\n\n</details>"
    return f"---\n\n**{title}**\n\n{text}"


def _inner(name: str) -> str:
    """Return a program's file by its name in it, so that broken/x.rs compares with fixed/x.rs."""
    path = Path(name)
    return Path(*path.parts[1:]).as_posix() if len(path.parts) > 1 else "main.rs"


def _as_rust(text: str) -> str:
    """Give bare code fences Rust's name, as rustc's texts mean them."""
    return "\n".join(_fences(text))


def _fences(text: str) -> Iterator[str]:
    inside = False
    for line in text.splitlines():
        if line.startswith("```"):
            yield "```" if inside else "```rust"
            inside = not inside
        elif not (inside and line.startswith("# ")):
            yield line
