"""What a diagnostic shows of the code, as words that other programs have too."""

from pathlib import Path

from rustmend.domain import Diagnostic, Label, Level, Span
from rustmend.domain.shown import shown

RENDERED = """\
error[E0261]: use of undeclared lifetime name `'a`
 --> src/lib.rs:12:15
   |
12 | pub struct Order<T> { name: &'a str } // a comment
   |                              ^^ undeclared lifetime
help: consider introducing lifetime `'a` here
   |
12 | pub struct Order<'a, T> { name: &'a str }
   |                  +++
"""


def diagnostic(message: str = "it", label: str = "", rendered: str = RENDERED) -> Diagnostic:
    labels = (Label(Span(Path("/x.rs"), 0, 1), label, True),)
    return Diagnostic(None, Level.ERROR, message, labels, rendered=rendered)


def test_the_code_is_told_without_the_users_names() -> None:
    words = shown(diagnostic())
    assert {"struct", "struct TY", "& lifetime", "lifetime str"} <= words
    assert "< lifetime" in words, "what is suggested counts too"
    assert not {word for word in words if "Order" in word or "name" in word or "pub" in word}
    assert not {word for word in words if "undeclared" in word or "-->" in word}


def test_who_renames_everything_gets_the_same_words() -> None:
    other = RENDERED.replace("Order", "Basket").replace("name:", "label:").replace("12", "7")
    assert shown(diagnostic(rendered=other)) == shown(diagnostic())


def test_names_in_the_message_count_as_they_are() -> None:
    assert "`length" in shown(diagnostic("no method named `length` found"))
    assert "`println" in shown(diagnostic("cannot find macro `println!`"))


def test_too_few_are_not_too_many() -> None:
    few = shown(diagnostic("this function takes 3 arguments but 2 arguments were supplied"))
    many = shown(diagnostic("this function takes 1 argument but 2 arguments were supplied"))
    assert ("more" in few, "fewer" in many) == (True, True)
    assert "more" not in many


def test_wider_and_narrower_integers_are_told_apart() -> None:
    assert "wider" in shown(diagnostic(label="expected `u64`, found `u32`"))
    assert "narrower" in shown(diagnostic(label="expected `u8`, found `usize`"))


def test_a_diagnostic_that_carries_no_text_shows_nothing() -> None:
    assert shown(diagnostic("no method named `length` found", rendered="")) == frozenset()
