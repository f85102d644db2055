"""What was caused by several candidates together says which of them to leave out."""

from pathlib import Path

from rustmend.domain import Candidate, Diagnostic, Level, Origin, Snapshot, Span, TextEdit
from rustmend.domain.diagnostic import Label
from rustmend.search_node import blameless
from rustmend.sources import Sources

FILE, OTHER = Path("/w/src/lib.rs"), Path("/w/src/shop.rs")


def error(start: int, end: int, file: Path = FILE) -> Diagnostic:
    return Diagnostic("E0308", Level.ERROR, "mismatched types",
                      (Label(Span(file, start, end), "", primary=True),))  # fmt: skip


def candidate(title: str, start: int, end: int, text: str, file: Path = FILE) -> Candidate:
    edits = (TextEdit(Span(file, start, end), text),)
    return Candidate(title, edits, Origin.RULE, error(start, end, file), title, 0.5)


# each edit is of the text before: the second one's place moves by what the first one added
LONGER = candidate("longer", 10, 12, "twelve bytes")
SECOND = candidate("second", 40, 41, "xy")
ELSEWHERE = candidate("elsewhere", 40, 41, "xy", OTHER)


def left(*caused: Diagnostic, texts: dict[Path, bytes] | None = None) -> list[str]:
    sources = Sources(Snapshot(texts or {}))
    return [each.title for each in blameless([LONGER, SECOND, ELSEWHERE], caused, sources)]


def test_what_an_error_lies_beside_is_left_out() -> None:
    assert left(error(52, 55)) == ["longer", "elsewhere"]
    assert left(error(12, 14)) == ["second", "elsewhere"]
    assert left(error(38, 40, OTHER)) == ["longer", "second"]
    assert left(error(12, 14), error(51, 51)) == ["elsewhere"]


def test_nothing_is_known_where_it_lies_beside_none_or_all() -> None:
    assert left(error(100, 110)) == []
    assert left(error(40, 42), error(100, 110)) == []
    assert left(error(12, 14), error(51, 51), error(40, 40, OTHER)) == []


def test_what_lies_in_the_item_of_an_error_is_left_out_where_nothing_lies_beside_it() -> None:
    text = b"fn first() { let twelve_bytes = 1; one }\n\nfn second() { xy + 1 }\n"
    assert left(error(35, 38), texts={FILE: text}) == ["second", "elsewhere"]
    assert left(error(60, 61), texts={FILE: text}) == ["longer", "elsewhere"]
