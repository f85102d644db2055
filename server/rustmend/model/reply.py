"""A model's answer read as edits: strict about what they say, lenient about white space.

An edit quotes the lines that it changes. The quote must be found in the file, word for word; only
white space, line numbers and the place may be off. Files are the workspace's own, named as shown.
"""

import itertools
import json
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from rustmend.domain import Span, TextEdit
from rustmend.model.excerpts import numbered

_BLOCK = re.compile(
    r"^<{5,9}[ \t]*(?:FIND|SEARCH|ORIGINAL|OLD)?[ \t]*\n(?P<find>.*?)^={5,9}[ \t]*\n"
    r"(?P<replace>.*?)^>{5,9}[ \t]*(?:REPLACE|UPDATED|NEW)?[ \t]*$",
    re.M | re.S,
)
_FILE = re.compile(r"^[#*\s]*FILE:?\**[ \t]*`?([^`\n]+?)`?[ \t]*$", re.M | re.I)
_LINE = re.compile(r"^[#*\s]*LINE:?\**[ \t]*(\d+)", re.M | re.I)
_SAID = re.compile(r"^[#*\s]*(DIAGNOSIS|TITLE):?\**[ \t]*(.+)$", re.M | re.I)
_FENCE = re.compile(r"^```[\w-]*[ \t]*\n(.*?)^```[ \t]*$", re.M | re.S)
_NUMBER = re.compile(r"^[ \t]*\d+[ \t]*[|│] ?")
_NEAR = 40
_TITLE = 72


class ReplyError(Exception):
    """An answer cannot be used; the message says why, in words for the model."""


@dataclass(frozen=True, slots=True)
class QuotedEdit:
    """``find`` in ``file`` gives way to ``replace``; ``line`` is about where, 0 if not said."""

    file: str
    line: int
    find: str
    replace: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model answered. ``title`` and ``diagnosis`` are one line each, and may be empty."""

    edits: tuple[QuotedEdit, ...]
    title: str = ""
    diagnosis: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """Where edits may lie: ``read`` gives a file's text, ``writable`` whether it is the user's."""

    root: Path
    read: Callable[[Path], bytes | None]
    writable: Callable[[Path], bool]
    manifest: bool = False


def read_reply(text: str) -> Reply:
    """Return the edits in an answer. Raises ``ReplyError`` where it is neither JSON nor blocks."""
    document = _document(text)
    if document is not None:
        return _from_document(document)
    if _BLOCK.search(text.replace("\r\n", "\n")):
        return _from_blocks(text.replace("\r\n", "\n"))
    if re.search(r"^<{5,9}", text, re.M):
        raise ReplyError("the last block has no end: the answer was cut off or is not in the form")
    raise ReplyError("the answer is not in the form that was asked for")


def anchored(reply: Reply, room: Room) -> tuple[TextEdit, ...]:
    """Return a reply's edits as places in files. Raises ``ReplyError`` if one of them does not fit.

    All of a reply or nothing: half of a mend is none.
    """
    found: list[TextEdit] = []
    wrong: list[str] = []
    for edit in reply.edits:
        try:
            found += _anchor(edit, room)
        except ReplyError as error:
            wrong.append(str(error))
    if wrong:
        raise ReplyError("\n".join(wrong))
    if not found:
        raise ReplyError("the answer changes nothing")
    found = list(dict.fromkeys(found))
    ordered = sorted(found, key=lambda edit: edit.span)
    for one, other in itertools.pairwise(ordered):
        if one.span.file == other.span.file and one.span.end > other.span.start:
            raise ReplyError(f"two edits of {one.span.file.name} overlap")
    return tuple(found)


def _document(text: str) -> Any:
    """Return the JSON in an answer, bare or in a code fence; None where there is none."""
    stripped = text.strip()
    for piece in (stripped, *(found[1].strip() for found in _FENCE.finditer(text))):
        if piece[:1] in ("{", "["):
            try:
                return json.loads(piece, strict=False)
            except ValueError:
                continue
    start = stripped.find('{"')
    if start >= 0 and '"edits"' in stripped:
        try:
            return json.JSONDecoder(strict=False).raw_decode(stripped, start)[0]
        except ValueError:
            raise ReplyError("the JSON does not end: the answer was cut off or is broken") from None
    return None


def _from_document(document: Any) -> Reply:
    listed = document.get("edits") if isinstance(document, dict) else document
    if not isinstance(listed, list):
        raise ReplyError('the JSON has no list "edits"')
    edits = []
    for each in listed:
        if not isinstance(each, dict):
            raise ReplyError("an edit is not an object")
        file = _first(each, "file", "path", "filename")
        find = _first(each, "find", "search", "old", "old_str", "old_string")
        replace = _first(each, "replace", "new", "new_str", "new_string", "replacement")
        line = _first(each, "line", "start_line")
        if not all(isinstance(one, str) for one in (file, find, replace)):
            raise ReplyError('an edit lacks "file", "find" or "replace"')
        edits.append(QuotedEdit(file, line if isinstance(line, int) else 0, find, replace))
    said = document if isinstance(document, dict) else {}
    return Reply(tuple(edits), _said(said.get("title"), _TITLE), _said(said.get("diagnosis"), 600))


def _from_blocks(text: str) -> Reply:
    edits = []
    said = {name.lower(): words for name, words in _SAID.findall(text[: text.find("<<<<<")])}
    file, position = "", 0
    for block in _BLOCK.finditer(text):
        above = text[position : block.start()]
        file = next((found[1] for found in reversed(list(_FILE.finditer(above)))), file)
        line = next((int(found[1]) for found in reversed(list(_LINE.finditer(above)))), 0)
        if not file:
            raise ReplyError("a block names no FILE")
        edits.append(QuotedEdit(file, line, block["find"], block["replace"]))
        position = block.end()
    if re.search(r"^<{5,9}", text[position:], re.M):
        raise ReplyError("the last block has no end: the answer was cut off")
    return Reply(tuple(edits), _said(said.get("title"), _TITLE), _said(said.get("diagnosis"), 600))


def _first(record: dict[str, Any], *names: str) -> Any:
    return next((record[name] for name in names if name in record), None)


def _said(value: object, most: int) -> str:
    text = " ".join(value.split()) if isinstance(value, str) else ""
    text = "".join(c for c in text if c.isprintable())
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _anchor(edit: QuotedEdit, room: Room) -> list[TextEdit]:
    file = _file(edit.file, room)
    raw = room.read(file)
    if raw is None:
        raise ReplyError(f"there is no file {edit.file}; new files cannot be made")
    try:
        text = _Text(raw)
    except UnicodeDecodeError:
        raise ReplyError(f"{edit.file} is not UTF-8 and is left alone") from None
    find, replace = (_unnumbered(side.replace("\r\n", "\n")) for side in (edit.find, edit.replace))
    if not find.strip():
        if not text.plain.strip():
            return [TextEdit(Span(file, 0, len(raw)), replace)]
        raise ReplyError(f"an edit of {edit.file} quotes nothing: quote the lines beside")
    if find == replace:
        return []
    if (
        find.strip() not in text.plain
        and len(replace.strip()) > 8
        and replace.strip() in text.plain
    ):
        return []  # it stands there already
    start, end, replace = _place(edit, text, find, replace)
    if replace and "\r\n" in text.original:
        replace = replace.replace("\n", "\r\n")
    return [TextEdit(Span(file, text.byte(start), text.byte(end)), replace)]


def _file(name: str, room: Room) -> Path:
    """Return the file of the workspace that is called ``name``. Raises ``ReplyError``."""
    name = name.strip().replace("\\", "/").removeprefix("./")
    pure = PurePosixPath(name)
    file = room.root / pure
    outside = ReplyError(f"{name} lies outside the workspace and is not touched")
    if ".." in pure.parts or "\0" in name or not name:
        raise outside
    if not room.writable(file):
        raise outside
    try:
        real = file.resolve()
        if not real.is_relative_to(room.root.resolve()) and not room.writable(real):
            raise outside
    except OSError:
        raise outside from None
    if file.name == "Cargo.toml":
        if not room.manifest:
            raise ReplyError("Cargo.toml may not be edited")
    elif file.suffix != ".rs":
        raise ReplyError(f"{name} is no Rust source and is not touched")
    return file


class _Text:
    """A file's text with plain line ends, and where each character lies in its bytes."""

    def __init__(self, raw: bytes) -> None:
        self.original = raw.decode()
        self.plain = self.original.replace("\r\n", "\n")
        self._ascii = len(raw) == len(self.plain)
        self._returns = [
            found.start() - number
            for number, found in enumerate(re.finditer("\r\n", self.original))
        ]

    def byte(self, offset: int) -> int:
        if self._ascii:
            return offset
        # a line end that begins here has not been passed yet
        passed = bisect_right(self._returns, offset - 1)
        return len(self.original[: offset + passed].encode())

    def line(self, offset: int) -> int:
        return self.plain.count("\n", 0, offset) + 1


def _place(edit: QuotedEdit, text: _Text, find: str, replace: str) -> tuple[int, int, str]:
    """Return where ``find`` stands in the plain text, and what takes its place."""
    find, replace = _whole_lines(find, replace)
    hits = [(m.start(), m.end()) for m in re.finditer(re.escape(find), text.plain)]
    hits = [hit for hit in hits if _at_words(text.plain, *hit)]
    if hits:
        start, end = _nearest(hits, edit, text)
        if not replace and _is_line(text.plain, start, end):
            end = min(end + 1, len(text.plain))  # a deleted line takes its end along
        return start, end, replace
    words = r"\s+".join(re.escape(word) for word in find.split())
    hits = [(m.start(), m.end()) for m in re.finditer(words, text.plain)]
    hits = [hit for hit in hits if _at_words(text.plain, *hit)]
    if not hits:
        near = ""
        if edit.line:
            near = f"; the file reads there:\n{numbered(text.plain, edit.line - 3, edit.line + 6)}"
        first = next(line for line in find.split("\n") if line.strip())
        raise ReplyError(f"{edit.file} has no lines that read `{first.strip()}` and on{near}")
    start, end = _nearest(hits, edit, text)
    if not replace.strip() and _is_line(text.plain, start, end):
        return text.plain.rfind("\n", 0, start) + 1, min(end + 1, len(text.plain)), ""
    return start, end, _reindented(text.plain, start, find, replace)


def _whole_lines(find: str, replace: str) -> tuple[str, str]:
    """Leave empty lines around a quote out of it, and as many out of what replaces it."""
    while find.startswith("\n"):
        find, replace = find[1:], replace.removeprefix("\n")
    while find.endswith("\n"):
        find = find[:-1]
        replace = replace.removesuffix("\n")
    return find, replace


def _is_line(plain: str, start: int, end: int) -> bool:
    before = plain[plain.rfind("\n", 0, start) + 1 : start]
    return not before.strip() and plain[end : end + 1] in ("\n", "")


def _at_words(plain: str, start: int, end: int) -> bool:
    """Whether a hit cuts no word in two: `a = b` is not in `aa = bb`."""
    cut_left = start > 0 and _is_word(plain[start - 1]) and _is_word(plain[start])
    cut_right = end < len(plain) and _is_word(plain[end - 1]) and _is_word(plain[end])
    return not (cut_left or cut_right)


def _is_word(character: str) -> bool:
    return character == "_" or character.isalnum()


def _nearest(hits: Sequence[tuple[int, int]], edit: QuotedEdit, text: _Text) -> tuple[int, int]:
    if len(hits) == 1:
        return hits[0]
    best = min(hits, key=lambda hit: abs(text.line(hit[0]) - edit.line))
    if not edit.line or abs(text.line(best[0]) - edit.line) > _NEAR:
        first = edit.find.strip().split("\n")[0].strip()
        raise ReplyError(f"`{first}` stands {len(hits)} times in {edit.file}: quote more lines")
    return best


def _reindented(plain: str, start: int, find: str, replace: str) -> str:
    """Return ``replace`` moved as far as the quote was from where it really stands."""
    before = plain[plain.rfind("\n", 0, start) + 1 : start]
    quoted = find[: len(find) - len(find.lstrip())].rpartition("\n")[2]
    lines = replace.split("\n")
    if before.strip():  # the quote begins within a line
        return "\n".join([lines[0].lstrip(), *lines[1:]])
    moved = [
        before + line.removeprefix(quoted) if line.strip() and line.startswith(quoted) else line
        for line in lines
    ]
    return "\n".join([moved[0].removeprefix(before), *moved[1:]])


def _unnumbered(text: str) -> str:
    """Return quoted lines without the numbers that they were shown with."""
    lines = text.split("\n")
    if all(_NUMBER.match(line) for line in lines if line.strip()):
        return "\n".join(_NUMBER.sub("", line) for line in lines)
    return text
