r"""Editor positions ↔ byte offsets, in whichever encoding was negotiated.

A line ends with ``\n``, ``\r\n`` or ``\r``. A byte order mark takes no place: editors
keep it out of their buffers. What lies outside a text is moved to its nearest place.
"""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from lsprotocol import types

if TYPE_CHECKING:
    from rustmend.domain import TextEdit

BOM = b"\xef\xbb\xbf"
Encoding = Literal["utf-8", "utf-16", "utf-32"]


class Lines:
    """The lines of one text, which may hold bytes that are no UTF-8."""

    def __init__(self, text: bytes, encoding: Encoding) -> None:
        self.text = text
        self._encoding = encoding
        self._starts = list(accumulate(map(len, text.splitlines(keepends=True)), initial=0))
        if text and not text.endswith((b"\n", b"\r")):
            self._starts.pop()
        if text.startswith(BOM):
            self._starts[0] = len(BOM)

    def position(self, offset: int) -> types.Position:
        """Return the position of a byte offset; inside a character, that character's."""
        offset = max(self._starts[0], min(offset, len(self.text)))
        line = bisect_right(self._starts, offset) - 1
        start, end = self._bounds(line)
        offset = min(offset, end)
        while offset > start and offset < end and self.text[offset] & 0xC0 == 0x80:
            offset -= 1
        return types.Position(line, self._units(self.text[start:offset]))

    def offset(self, position: types.Position) -> int:
        """Return the byte offset of a position; past a line's end, that line's end."""
        if position.line >= len(self._starts):
            return len(self.text)
        start, end = self._bounds(max(position.line, 0))
        return start + self._bytes(self.text[start:end], max(position.character, 0))

    def range(self, start: int, end: int) -> types.Range:
        """Return the range of the bytes ``start`` to ``end``."""
        return types.Range(self.position(start), self.position(end))

    def offsets(self, reach: types.Range) -> tuple[int, int]:
        """Return the bytes of a range; one that is upside down is turned over."""
        start, end = self.offset(reach.start), self.offset(reach.end)
        return min(start, end), max(start, end)

    def text_edits(self, edits: "Iterable[TextEdit]") -> list[types.TextEdit]:
        """Return edits of this text, line endings as the text has them."""
        crlf = b"\r\n" in self.text
        return [
            types.TextEdit(
                self.range(edit.span.start, edit.span.end),
                edit.text.replace("\r\n", "\n").replace("\n", "\r\n") if crlf else edit.text,
            )
            for edit in sorted(edits)
        ]

    def _bounds(self, line: int) -> tuple[int, int]:
        """Return where a line starts and where it ends, its line ending left out."""
        start = self._starts[line]
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        return start, start + len(self.text[start:end].rstrip(b"\r\n"))

    def _units(self, piece: bytes) -> int:
        if self._encoding == "utf-8" or piece.isascii():
            return len(piece)
        decoded = piece.decode(errors="surrogateescape")
        if self._encoding == "utf-32":
            return len(decoded)
        return len(decoded.encode("utf-16-le", "surrogatepass")) // 2

    def _bytes(self, line: bytes, units: int) -> int:
        """Return how many bytes of ``line`` the first ``units`` are, whole characters only."""
        if line.isascii():
            return min(units, len(line))
        if self._encoding == "utf-8":
            while 0 < units < len(line) and line[units] & 0xC0 == 0x80:
                units -= 1
            return min(units, len(line))
        decoded = line.decode(errors="surrogateescape")
        if self._encoding == "utf-32":
            return len(decoded[:units].encode(errors="surrogateescape"))
        wide = decoded.encode("utf-16-le", "surrogatepass")[: units * 2]
        if len(wide) > 1 and 0xD8 <= wide[-1] <= 0xDB:  # the first half of a pair
            wide = wide[:-2]
        return len(wide.decode("utf-16-le", "surrogatepass").encode(errors="surrogateescape"))
