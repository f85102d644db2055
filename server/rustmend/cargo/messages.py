"""One line of ``cargo check --message-format=json`` as a value.

Build scripts and macros may print to the same stream, so a foreign line is normal and
yields ``None``. rustc's byte offsets count the file's bytes as they lie on disk, BOM and
carriage returns included (its ``original_relative_byte_pos``), so they are taken as they are.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec

from rustmend.cargo.alternatives import alternatives
from rustmend.cargo.wire import (
    WireExpansion,
    WireMessage,
    WireRecord,
    WireSpan,
    WireTarget,
)
from rustmend.domain import (
    Applicability,
    Diagnostic,
    Label,
    Level,
    Note,
    Span,
    Suggestion,
    TextEdit,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A target that was compiled, or found fresh, to its end.

    ``name`` is "package kind target", with " test" after it for a test harness; ``program`` is the
    file that was made of it, "" where that is none to run.
    """

    name: str
    fresh: bool
    program: str = ""


@dataclass(frozen=True, slots=True)
class BuildFinished:
    """cargo's last word."""

    success: bool


@dataclass(frozen=True, slots=True)
class CompilerCrash:
    """An internal compiler error, in rustc's words."""

    message: str


Message = Diagnostic | Unit | BuildFinished | CompilerCrash


def parse_line(
    line: bytes,
    *,
    base: Path,
    relocate: Callable[[Path], Path] = lambda path: path,
    local: Callable[[Path], bool] = lambda path: True,
    rendered: Callable[[str], str] = lambda text: text,
) -> Message | None:
    """Return what ``line`` says, or None where it is not for us.

    ``base`` is the folder that relative file names count from. ``relocate`` turns a path that
    was compiled into the user's; ``local`` says which of those may be edited: a span inside a
    macro is walked out to the last call site that is local, and a suggestion made inside
    somebody else's macro is dropped. ``rendered`` does to the compiler's words what
    ``relocate`` does to paths.
    """
    if not line.startswith(b"{") or not line.rstrip().endswith(b"}"):
        return None
    try:
        record = _DECODER.decode(line)
    except msgspec.MsgspecError:
        return None
    match record.reason:
        case "compiler-artifact" if record.target:
            return Unit(_unit(record, record.target), record.fresh, record.executable or "")
        case "build-finished":
            return BuildFinished(record.success)
        case "compiler-message" if record.message is not None and record.target:
            places = _Places(base, relocate, local, rendered)
            return _diagnostic(record, record.message, places)
    return None


_DECODER: msgspec.json.Decoder[WireRecord] = msgspec.json.Decoder(WireRecord)

# rustc closes each run with counts and hints that have no place in the code
_SUMMARY = re.compile(
    r"aborting due to |\d+ warnings? emitted|For more information about |Some errors have detailed"
)


@dataclass(frozen=True, slots=True)
class _Places:
    base: Path
    relocate: Callable[[Path], Path]
    local: Callable[[Path], bool]
    words: Callable[[str], str]

    def span(self, span: WireSpan) -> Span:
        return Span(self.file(span.file_name), span.byte_start, span.byte_end)

    def file(self, name: str) -> Path:
        return self.relocate(_path(self.base, name))

    def label(self, span: WireSpan) -> Label | None:
        chain = list(_call_sites(span))
        outermost = next((s for s in reversed(chain) if self.is_local(s)), chain[-1])
        place = next(s for s in chain if s is outermost or self.written(s, outermost))
        if place.file_name.startswith("<"):  # made up by a macro or the command line
            return None
        text = self.words(span.label or "")
        return Label(self.span(place), text, span.is_primary, place is not span)

    def written(self, span: WireSpan, outermost: WireSpan) -> bool:
        """Whether a macro was given, or derived from, this piece: then it is where it stands."""
        decorated = all(macro.macro_decl_name.startswith("#[") for macro in _expanded(span))
        return _lies_in(span, outermost) or (decorated and self.is_local(span))

    def is_local(self, span: WireSpan) -> bool:
        return not span.file_name.startswith(("<", "/rustc/")) and self.local(
            self.file(span.file_name)
        )

    def labels(self, spans: Sequence[WireSpan]) -> tuple[Label, ...]:
        return tuple(label for span in spans if (label := self.label(span)) is not None)


def _diagnostic(
    record: WireRecord, message: WireMessage, places: _Places
) -> Diagnostic | CompilerCrash | None:
    if message.level.startswith("error: internal compiler error"):
        return CompilerCrash(message.message)
    if message.level not in ("error", "warning"):
        return None
    if not message.spans and _SUMMARY.match(message.message):
        return None
    notes: list[Note] = []
    suggestions: list[Suggestion] = []
    for child in message.children:
        if any(span.suggested_replacement is not None for span in child.spans):
            suggestions += _suggestions(child, places)
        else:
            words = places.words(child.message)
            notes.append(Note(child.level, words, places.labels(child.spans)))
    assert record.target is not None  # noqa: S101  # the caller looked
    return Diagnostic(
        code=message.code.code if message.code else None,
        level=Level(message.level),
        message=places.words(message.message),
        labels=places.labels(message.spans),
        notes=tuple(notes),
        suggestions=tuple(suggestions),
        rendered=places.words(message.rendered or ""),
        package=_package(record.package_id),
        target=f"{_kind(record.target)} {record.target.name}",
    )


def _suggestions(child: WireMessage, places: _Places) -> Iterator[Suggestion]:
    parts = [span for span in child.spans if span.suggested_replacement is not None]
    for group in alternatives(parts):
        if not all(places.is_local(span) for span in group):
            continue
        edits = tuple(TextEdit(places.span(s), s.suggested_replacement or "") for s in group)
        yield Suggestion(places.words(child.message), edits, _applicability(group))


def _applicability(group: list[WireSpan]) -> Applicability:
    try:
        return Applicability(group[0].suggestion_applicability or "Unspecified")
    except ValueError:  # a word of a later toolchain
        return Applicability.UNSPECIFIED


def _call_sites(span: WireSpan) -> Iterator[WireSpan]:
    """Yield ``span`` and the call sites of the macros around it, inside out."""
    current: WireSpan | None = span
    while current is not None:
        yield current
        current = current.expansion.span if current.expansion else None


def _expanded(span: WireSpan) -> Iterator[WireExpansion]:
    """Yield the macros around ``span``, inside out."""
    return (site.expansion for site in _call_sites(span) if site.expansion)


def _lies_in(span: WireSpan, other: WireSpan) -> bool:
    return (
        span.file_name == other.file_name
        and other.byte_start <= span.byte_start
        and span.byte_end <= other.byte_end
    )


@lru_cache(maxsize=4096)
def _path(base: Path, name: str) -> Path:
    return base / name


def _unit(record: WireRecord, target: WireTarget) -> str:
    test = " test" if record.profile and record.profile.test else ""
    return f"{_package(record.package_id)} {_kind(target)} {target.name}{test}"


def _kind(target: WireTarget) -> str:
    return target.kind[0] if target.kind else ""


@lru_cache(maxsize=4096)
def _package(identifier: str) -> str:
    """Return the name in a package id.

    It reads ``path+file:///x/y#name@0.1.0`` or ``…/name#0.1.0``, and before cargo 1.77
    ``name 0.1.0 (path+file:///x/name)``.
    """
    if " " in identifier and not identifier.partition(" ")[0].count("/"):
        return identifier.partition(" ")[0]
    url, _, fragment = identifier.rpartition("#")
    name, at, _ = fragment.partition("@")
    return name if at else url.partition("?")[0].rstrip("/").rpartition("/")[2]
