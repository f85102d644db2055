"""Rust's tokens, found without a grammar: for text that does not parse."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

CLOSER = {"(": ")", "[": "]", "{": "}"}
OPENER = {close: open_ for open_, close in CLOSER.items()}
_TOKEN = re.compile(
    rb"""//[^\n]* | /\*(?:[^*]|\*(?!/))*(?:\*/)?
    | \b(?:b|c|br|cr|r)?r(?P<hashes>\#*)"(?:.|\n)*?"(?P=hashes) | \b[bc]?"(?:\\.|\\\n|[^"\\])*"
    | "(?:\\.|\\\r?\n|[^"\\])*"
    | \bb?'(?:\\(?:u\{[^}\n]*\}|x..|.)|[^\\'\n])' | '(?:\\(?:u\{[^}\n]*\}|x..|.)|[^\\'\n])'
    | '[^\W\d]\w* | [^\W\d]\w* | \d\w*(?:\.\d\w*)?
    | => | -> | :: | \.\.= | \.\. | && | \|\| | [=!<>+*/%^&|-]= | [^\s\w]""",
    re.X,
)


@dataclass(frozen=True, slots=True)
class Token:
    """Bytes ``start`` to ``end`` of the text; comments are left out."""

    text: str
    start: int
    end: int


def tokens(text: bytes, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens between two offsets; an unclosed quote is a token of one character."""
    found = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        part = match[0].decode(errors="replace")
        if not part.startswith(("//", "/*")):
            found.append(Token(part, match.start(), match.end()))
    return found


class Lines:
    """Where lines start, and how far each is indented."""

    def __init__(self, text: bytes) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in re.finditer(rb"\n", text))]

    def number(self, offset: int) -> int:
        """Return the 0-based line of ``offset``."""
        index = bisect_left(self.starts, offset)
        exact = index < len(self.starts) and self.starts[index] == offset
        return index if exact else index - 1

    def bounds(self, number: int) -> tuple[int, int]:
        """Return where a line starts and where its text ends, line break left out."""
        start = self.starts[number]
        last = number + 1 >= len(self.starts)
        end = len(self.text) if last else self.starts[number + 1] - 1
        return start, max(start, len(self.text[:end].rstrip(b"\r")) if end > start else end)

    def line(self, number: int) -> bytes:
        """Return the text of a line."""
        start, end = self.bounds(number)
        return self.text[start:end]

    def indent(self, number: int) -> int:
        """Return how many white-space bytes a line starts with."""
        line = self.line(number)
        return len(line) - len(line.lstrip())

    def blank(self, number: int) -> bool:
        """Whether a line has nothing on it."""
        return not self.line(number).strip()


def item_slice(text: bytes, lines: Lines, first: int, last: int) -> tuple[int, int]:
    """Return the bytes of the items that ``first`` to ``last`` lie in, judged by indentation alone.

    An item starts at a line without indentation and goes on to the next such line that does
    not close it: that is what holds however broken the text in it is.
    """
    low, high = lines.number(min(first, len(text))), lines.number(min(last, len(text)))
    while low > 0 and (lines.indent(low) > 0 or lines.blank(low) or _continues(lines.line(low))):
        low -= 1
    high += 1
    while high < len(lines.starts) and (
        lines.indent(high) > 0 or lines.blank(high) or _continues(lines.line(high))
    ):
        high += 1
    end = len(text) if high >= len(lines.starts) else lines.starts[high]
    return lines.starts[low], end


def _continues(line: bytes) -> bool:
    return line.lstrip()[:1] in b")]}" or line.startswith((b"where", b"{"))


def following(all_: list[Token], offset: int) -> Iterator[Token]:
    """Yield the tokens from ``offset`` on."""
    index = bisect_left(all_, offset, key=lambda token: token.start)
    yield from all_[index:]
