"""What stays of a compiler's sentence when the program's own names are taken out."""

from pathlib import Path

import pytest

from rustmend.domain import (
    Applicability,
    Diagnostic,
    Label,
    Level,
    Note,
    Span,
    Suggestion,
)
from rustmend.domain.signature import normalise, words


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("borrow of moved value: `orders`", "borrow of moved value id"),
        ("expected `&mut str`, found `String`", "expected refmut str found String"),
        ("expected `&'a Order`, found `Vec<Order>`", "expected ref lt TY found Vec TY"),
        ("expected `&'static str`, found `&'_ T`", "expected ref static str found ref lt TY"),
        ("cannot find type `HashMap` in this scope", "cannot find type HashMap in this scope"),
        ("cannot find value `MAX_LEN` in this scope", "cannot find value id in this scope"),
        ("no method named `push_str` found", "no method named push_str found"),
        ("no method named `total` found", "no method named id found"),
        ("expected `()`, found `(u8, Point)`", "expected unit found u8 TY"),
        ("takes 2 arguments but 3 were supplied", "takes num arguments but num were supplied"),
        ("`60_u8` not covered", "num u8 not covered"),
        ("expected one of `!` or `::`, found `x`", "expected one of bang or colon colon found id"),
        ("expected `;`, found keyword `let`", "expected semicolon found keyword let"),
        ("expected `fn() -> i32`", "expected fn unit arrow i32"),
        ("expected `[u8; 4]`", "expected bracket u8 num"),
        ("found `{closure@src/main.rs:3:5: 3:8}`", "found closure"),
        ("found type `{integer}`", "found type integer"),
        ('create file "src/limits.rs"', "create file src limits rs"),
        ("in `std::collections::HashMap`", "in std collections HashMap"),
        ("expected `Option<_>`", "expected Option hole"),
    ],
)
def test_names_of_the_program_are_taken_out(sentence: str, expected: str) -> None:
    assert " ".join(words(sentence)) == expected


def test_two_programs_with_one_mistake_have_one_signature() -> None:
    first = moved("orders", "Vec<Order>")
    second = moved("user_name", "Vec<Customer>")
    assert normalise(first).signature == normalise(second).signature
    assert normalise(first).signature != normalise(moved("orders", "String")).signature


def test_neighbours_within_a_sentence_are_paired() -> None:
    found = diagnostic("first thing", (label("other", primary=True),))
    assert normalise(found).text == "first thing other first~thing"


def test_all_that_is_said_counts_in_a_fixed_order() -> None:
    labels = (label("z second", primary=False), label("a second", primary=False), label("main"))
    note = Note("note", "a note")
    suggestion = Suggestion("consider", (), Applicability.UNSPECIFIED)
    found = diagnostic("message", labels, notes=(note,), suggestions=(suggestion, suggestion))
    assert normalise(found).sentences == (
        *("message", "main", "a second", "z second", "a note", "consider"),
    )


def test_the_code_and_the_place_do_not_count() -> None:
    one = diagnostic("same", (label("here"),), code="E0412")
    other = diagnostic("same", (label("here", start=40),), code="E0425")
    assert normalise(one).signature == normalise(other).signature


def moved(name: str, kind: str) -> Diagnostic:
    return diagnostic(
        f"borrow of moved value: `{name}`",
        (
            label("value borrowed here after move"),
            label("value moved here", primary=False),
            label(f"move occurs because `{name}` has type `{kind}`", primary=False),
        ),
    )


def label(text: str, *, primary: bool = True, start: int = 0) -> Label:
    return Label(Span(Path("/x.rs"), start, start + 1), text, primary)


def diagnostic(
    message: str,
    labels: tuple[Label, ...],
    *,
    notes: tuple[Note, ...] = (),
    suggestions: tuple[Suggestion, ...] = (),
    code: str = "E0382",
) -> Diagnostic:
    return Diagnostic(code, Level.ERROR, message, labels, notes, suggestions)
