"""What becomes of the compiler's suggestions."""

from pathlib import Path

import pytest

from rustmend.domain import (
    Applicability,
    Candidate,
    Caution,
    Diagnostic,
    Label,
    Level,
    Origin,
    Snapshot,
    Span,
    Suggestion,
    TextEdit,
)
from rustmend.propose import Context, Proposer
from rustmend.propose.compiler import CompilerSuggestions
from rustmend.propose.rank import best_first, score
from rustmend.propose.titles import title
from rustmend.sources import Sources
from workspaces import package, target, workspace

ROOT = Path("/ws")
FILE = ROOT / "src/lib.rs"
TEXT = "fn f(count: u32, name: &str) { g(count) }\nfn g(n: u32, s: &str, o: Option<u8>) {}\n"


def context(text: str = TEXT, *diagnostics: Diagnostic) -> Context:
    own = package(ROOT, target(FILE, name="ws"), name="ws")
    sources = Sources(Snapshot({FILE: text.encode()}))
    return Context(workspace(ROOT, own, target_directory=ROOT / "target"), sources, diagnostics)


def diagnostic(
    *suggestions: Suggestion, code: str = "E0308", level: Level = Level.ERROR
) -> Diagnostic:
    label = Label(Span(FILE, 31, 39), "", True)
    return Diagnostic(code, level, "mismatched types", (label,), (), suggestions)


def suggestion(
    text: str,
    *,
    at: int = 33,
    end: int | None = None,
    message: str = "consider borrowing here",
    sure: Applicability = Applicability.MACHINE_APPLICABLE,
    file: Path = FILE,
) -> Suggestion:
    edit = TextEdit(Span(file, at, at if end is None else end), text)
    return Suggestion(message, (edit,), sure)


def proposed(
    *suggestions: Suggestion, code: str = "E0308", level: Level = Level.ERROR
) -> list[Candidate]:
    one = diagnostic(*suggestions, code=code, level=level)
    return Proposer([CompilerSuggestions()]).candidates(one, context(TEXT, one))


def results(candidates: list[Candidate]) -> list[str]:
    sources = context().sources
    return [sources.edited(one.edits)[FILE].decode() for one in candidates]


def test_surer_suggestions_come_first() -> None:
    found = proposed(
        suggestion("xa", message="unspecified", sure=Applicability.UNSPECIFIED),
        suggestion("xb", message="maybe", sure=Applicability.MAYBE_INCORRECT),
        suggestion("xc", message="sure"),
    )
    assert [one.title for one in found] == ["Insert `xc`", "Insert `xb`", "Insert `xa`"]


@pytest.mark.parametrize(
    ("message", "old", "new", "words"),
    [
        ("consider borrowing here", "", "&", "Borrow here: `&`"),
        ("try wrapping the expression in `Ok`", "x", "Ok(x)", "Wrap the expression in `Ok`: "
         "`Ok(x)`"),
        ("a local variable with a similar name exists:", "cuont", "count",
         "Replace `cuont` with `count`"),
        ("remove this semicolon", ";", "", "Remove this semicolon"),
        ("you can convert a `u32` to a `u64`", "", ".into()", "Convert a `u32` to a `u64`: "
         "`.into()`"),
        ("use `.iter()`", "x", ".iter()", "Use `.iter()`"),
        ("using `is_empty` is clearer and more explicit", "v.len() == 0", "v.is_empty()",
         "Replace `v.len() == 0` with `v.is_empty()`"),
        ("try", "a", "b", "Replace `a` with `b`"),
        ("to write this more concisely, try", "v.iter()", "&v", "Replace `v.iter()` with `&v`"),
        ("if this is intentional, prefix it with an underscore", "x", "_x",
         "Prefix it with an underscore: `_x`"),
        ("...or alternatively, you might want to return an owned value", "&", "",
         "Return an owned value"),
        ("use the `'static` lifetime, but this is uncommon", "", "'static ",
         "Use the `'static` lifetime"),
        ("`await`ing on the `Future`", "", ".await", "Insert `.await`"),
        ("needless borrow", "&", "", "Remove `&`"),
    ],
)  # fmt: skip
def test_titles_say_what_is_done(message: str, old: str, new: str, words: str) -> None:
    assert title(message, old, new, new) == words


def test_placeholders_are_filled_from_scope_or_dropped() -> None:
    sure = Applicability.HAS_PLACEHOLDERS
    found = results(proposed(suggestion(", /* &str */", at=38, sure=sure)))
    assert found
    assert "g(count, name)" in found[0]
    assert not any("/*" in text for text in found)
    assert proposed(suggestion("fn x() { todo!() }", at=0, sure=sure)) == []
    assert proposed(suggestion(": /* Type */", at=10, sure=sure)) == []


def test_a_plain_value_for_a_placeholder_carries_its_caution() -> None:
    sure = Applicability.HAS_PLACEHOLDERS
    found = proposed(suggestion(", /* Option<u8> */", at=38, sure=sure))
    plain = next(one for one, text in zip(found, results(found), strict=True) if "None)" in text)
    assert Caution.DEFAULT_VALUE in plain.cautions


def test_files_that_are_not_the_users_are_left_alone() -> None:
    assert proposed(suggestion("&", file=Path("/registry/src/lib.rs"))) == []
    assert proposed(suggestion("&", file=ROOT / "target/debug/build/out.rs")) == []


def test_equal_results_are_merged_and_nothing_changes_nothing() -> None:
    found = proposed(suggestion("&"), suggestion("&", sure=Applicability.MAYBE_INCORRECT))
    assert len(found) == 1
    assert found[0].prior > 0.8
    assert proposed(suggestion("count", at=33, end=38)) == []


def test_overlapping_edits_are_dropped() -> None:
    edits = (TextEdit(Span(FILE, 30, 38), "a"), TextEdit(Span(FILE, 33, 36), "b"))
    broken = Suggestion("both", edits, Applicability.MACHINE_APPLICABLE)
    assert proposed(broken) == []


def test_a_lint_that_simplifies_removes_nothing_but_another_candidate_does() -> None:
    shorter = suggestion("{}", at=29, end=41, message="simplify")
    lint = proposed(shorter, code="clippy::thing", level=Level.WARNING)
    assert Caution.REMOVES_CODE not in lint[0].cautions
    assert Caution.REMOVES_CODE in proposed(shorter)[0].cautions


@pytest.mark.parametrize("start", [29, 10])
def test_what_a_lint_is_sure_of_loses_nothing_where_it_was_made_before(start: int) -> None:
    edits = (TextEdit(Span(FILE, start, 41), TEXT[start:29] + "{}"),)

    class Before:
        def propose(self, one: Diagnostic, context: Context) -> list[Candidate]:
            return [Candidate("so", edits, Origin.PAST_FIX, one, "1", 0.8, precedent=True)]

    shorter = suggestion("{}", at=29, end=41, message="simplify")
    lint = diagnostic(shorter, code="clippy::thing", level=Level.WARNING)
    for sources in ([CompilerSuggestions(), Before()], [Before(), CompilerSuggestions()]):
        [both] = Proposer(sources).candidates(lint, context(TEXT, lint))
        assert both.origin is Origin.PAST_FIX and both.precedent and both.prior > 0.9
        assert Caution.REMOVES_CODE not in both.cautions
    [alone] = Proposer([Before()]).candidates(lint, context(TEXT, lint))
    assert Caution.REMOVES_CODE in alone.cautions


def test_a_source_that_fails_is_passed_over(caplog: pytest.LogCaptureFixture) -> None:
    class Failing:
        def propose(self, diagnostic: Diagnostic, context: Context) -> list[Candidate]:
            raise RuntimeError("no")

    one = diagnostic(suggestion("&"))
    proposer = Proposer([Failing(), CompilerSuggestions()])
    assert len(proposer.candidates(one, context(TEXT, one))) == 1
    assert "Failing failed" in caplog.text


@pytest.mark.parametrize(
    ("text", "at", "inserted", "kept"),
    [
        ("fn f() { a::b(); }", "b(", "crate::", False),
        ("fn f() { a::b(); }", "a::", "crate::", True),
        ("fn f() { a::b(); }", "b(", "self.", False),
        ("use a::{c, b};", "b}", "self::", False),
        ("use a::{c, b};", "c,", "Self::", False),
        ("use {c, b};", "b}", "crate::", True),
        ("use super::b;", "b;", "super::", True),
        ("use crate::b;", "b;", "super::", False),
        ("use a::b;", "b;", "selfless::", True),
        ("use a::b;", "b;", "crates", True),
    ],
)
def test_what_starts_a_path_is_not_put_into_the_middle_of_one(
    text: str, at: str, inserted: str, kept: bool
) -> None:
    place = text.index(at)
    one = diagnostic(suggestion(inserted, at=place, end=place))
    found = Proposer([CompilerSuggestions()]).candidates(one, context(text, one))
    assert bool(found) is kept


def test_an_item_of_ones_own_seldom_is_what_another_crate_has_no_more() -> None:
    def prior(message: str) -> float:
        enum = suggestion("crate::Error", at=31, end=39, message="try using the variant's enum")
        label = Label(Span(FILE, 31, 39), "", True)
        one = Diagnostic("E0425", Level.ERROR, message, (label,), (), (enum,))
        (found,) = CompilerSuggestions().propose(one, context(TEXT, one))
        return found.prior

    assert prior("cannot find type `Bad` in crate `other`") < prior("cannot find type `Bad`")


def test_the_record_of_a_source_and_the_size_of_an_edit_count() -> None:
    one = diagnostic()

    def made(text: str, source: str = "", *cautions: Caution) -> Candidate:
        edit = TextEdit(Span(FILE, 0, 0), text)
        origin = proposed(suggestion("&"))[0].origin
        return Candidate(text, (edit,), origin, one, source, 0.5, cautions)

    small, large = made("a"), made("a" * 200)
    heavy, light = made("b", "", Caution.PANICS), made("c", "", Caution.ADDS_CLONE)
    assert best_first([heavy, large, light, small]) == [small, light, large, heavy]

    def record(source: str) -> tuple[int, int]:
        return {"good": (20, 20), "bad": (0, 20)}.get(source, (0, 0))

    good, bad = made("d", "good"), made("e", "bad")
    assert best_first([bad, small, good], record) == [good, small, bad]
    assert score(good, record) > score(good)
