"""Positions and byte offsets, in every encoding and for any text."""

import pytest
from lsprotocol.types import Position, Range

from rustmend.domain import Span, TextEdit
from rustmend.lsp.convert import Lines

TEXTS = {
    "empty": b"",
    "no newline": b"fn main() {}",
    "plain": b"a\nbc\n\nd\n",
    "crlf": b"a\r\nbc\r\n\r\nd",
    "lone cr": b"a\rbc\rd",
    "tabs": b"\tlet x = 1;\n\t\ty\n",
    "accents": 'é = "ü";\nlet 名 = 1;\n'.encode(),
    "astral": "let c = '🦀'; 🦀🦀\n🦀\n".encode(),
    "combining": "e\u0301o\u0308\u0332x\n".encode(),
    "form feed and friends": "a\x0cb\u2028c\x85d\ne".encode(),
    "bom": b"\xef\xbb\xbffn main() {}\n",
    "only bom": b"\xef\xbb\xbf",
    "latin": b"// caf\xe9 x\nfn y() {}\n",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_place_between_characters_comes_back(text, encoding):
    lines = Lines(text, encoding)
    begin = 3 if text.startswith(b"\xef\xbb\xbf") else 0
    for offset in range(begin, len(text) + 1):
        inside = offset < len(text) and text[offset] & 0xC0 == 0x80 and b"\xe9 " not in text
        between = text[offset - 1 : offset + 1] == b"\r\n"
        if not inside and not between:
            assert lines.offset(lines.position(offset)) == offset


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 18), ("utf-16", 15), ("utf-32", 14)])
def test_columns_count_the_units_of_the_encoding(encoding, column):
    text = "x\n\tlet é = '🦀'; y\n".encode()
    place = text.index(b"y")
    lines = Lines(text, encoding)
    assert lines.position(place) == Position(1, column)
    assert lines.offset(Position(1, column)) == place


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_what_lies_outside_goes_to_the_nearest_place(encoding):
    lines = Lines(b"ab\r\ncd\n", encoding)
    assert lines.offset(Position(0, 99)) == 2
    assert lines.offset(Position(99, 0)) == 7
    assert lines.offset(Position(2, 5)) == 7
    assert lines.position(99) == Position(2, 0)
    assert lines.position(-1) == Position(0, 0)
    assert lines.position(3) == Position(0, 2)
    assert lines.offsets(Range(Position(1, 1), Position(0, 1))) == (1, 5)


def test_half_a_character_is_rounded_down():
    text = "🦀x".encode()
    assert Lines(text, "utf-16").offset(Position(0, 1)) == 0
    assert Lines(text, "utf-8").offset(Position(0, 2)) == 0
    assert Lines(text, "utf-16").position(2) == Position(0, 0)


def test_byte_order_mark_takes_no_place():
    lines = Lines(b"\xef\xbb\xbffn main", "utf-16")
    assert lines.position(6) == Position(0, 3)
    assert lines.offset(Position(0, 0)) == 3
    assert lines.position(0) == Position(0, 0)


def test_edits_take_the_line_endings_of_the_text(tmp_path):
    file = tmp_path / "x.rs"
    edit = TextEdit(Span(file, 0, 1), "x\ny\r\nz")
    assert Lines(b"a\r\nb", "utf-16").text_edits([edit])[0].new_text == "x\r\ny\r\nz"
    assert Lines(b"a\nb", "utf-16").text_edits([edit])[0].new_text == "x\ny\r\nz"
