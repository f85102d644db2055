"""What reads like its neighbours is likelier."""

from pathlib import Path

from rustmend.domain import Candidate, Diagnostic, Label, Level, Origin, Snapshot, Span, TextEdit
from rustmend.propose.neighbours import weighed
from rustmend.propose.syntax_repairs import repairs_syntax
from rustmend.sources import Sources

FILE = Path("/ws/src/lib.rs")
TEXT = (
    'fn names() -> Vec<String> {\n    vec!["a".to_owned(), "b".to_owned(), "c"]\n}\n'
    "fn sum(v: &[u8]) -> usize {\n    total(&v, 1) + total(&v, 2) + total(v, 3)\n}\n"
)


def prior(marker: str, text: str, *, code: str | None = "E0308", inside: str = TEXT) -> float:
    """How likely a candidate of 0.5 is that puts ``text`` behind ``marker``."""
    at = inside.index(marker) + len(marker)
    span = Span(FILE, at, at)
    found = Diagnostic(code, Level.ERROR, "mismatched types", (Label(span, "", True),))
    edits = (TextEdit(span, text),)
    candidate = Candidate("", edits, Origin.RULE, found, "conversion", 0.5)
    return weighed(candidate, Sources(Snapshot({FILE: inside.encode()}))).prior


def test_the_usual_of_several_spellings_is_likeliest() -> None:
    usual = prior(', "c"', ".to_owned()")
    assert usual > prior(', "c"', ".to_string()")
    assert usual > prior(', "c"', ".into()")


def test_a_call_is_written_as_the_calls_around_it() -> None:
    assert prior("2) + total(", "&") > prior("2) + total(", "*")


def test_where_brackets_are_wrong_nothing_around_counts() -> None:
    assert prior("total(v, 3", ")", code=None) == 0.5


def respelt(text: str, gone: str, new: str, code: str | None = None) -> bool:
    at = text.index(gone)
    span = Span(FILE, at, at + len(gone))
    found = Diagnostic(code, Level.ERROR, "expected", (Label(span, "", True),))
    sources = Sources(Snapshot({FILE: text.encode()}))
    return repairs_syntax((TextEdit(span, new),), sources, found)


def test_a_word_of_another_language_is_no_code_that_goes() -> None:
    assert respelt("fn f(a: bool, b: bool) -> bool { a or b }\n", "or", "||")
    assert respelt("fn f() { for i of 0..3 {} }\n", "of", "in")
    # a name that goes, a comment that comes, a text that parsed all along
    assert not respelt("fn f(a: u8, b) -> u8 { a }\n", "b)", ")")
    assert not respelt("fn f() { start() or stop(); }\n", "or", "; //")
    assert not respelt("fn f() { start(); }\n", "start", "stop")
    assert not respelt("fn f(a: bool, b: bool) -> bool { a or b }\n", "or", "||", code="E0425")
