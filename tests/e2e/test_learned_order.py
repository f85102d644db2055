"""What was mended before goes first where it was just this; its likes wait behind what is sure."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lessons import STORIES, results, teach
from rustmend.domain import Candidate, Origin
from rustmend.knowledge.journal import Journal
from rustmend.propose import Proposer
from rustmend.propose.compiler import CompilerSuggestions
from rustmend.propose.past import PastFixes
from rustmend.propose.rules import Rules
from tiny_crate import Crate

# rustc suggests `.into()`, which it is sure of
WIDEN = "fn own(x: u64) -> u64 {{ x }}\npub fn f({name}: u32) -> u64 {{ own({name}) }}"


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made = Journal(tmp_path / "journal.sqlite3")
    yield made
    made.close()


def widen(journal: Journal, folder: Path, name: str, mended: str) -> None:
    text = WIDEN.format(name=name)
    teach(journal, folder, text, (f"own({name})", f"own({mended.format(name=name)})"))


def candidates(journal: Journal, folder: Path, text: str) -> tuple[list[Candidate], list[str]]:
    """Return what all sources propose for the first error, and what comes of each."""
    crate = Crate.write(folder, text)
    diagnostics = crate.compile()
    sources = [CompilerSuggestions(), Rules(), PastFixes(journal.rewrites.all)]
    found = Proposer(sources).candidates(diagnostics[0], crate.context(diagnostics))
    return found, results(crate, found)


def first(journal: Journal, folder: Path, text: str) -> str:
    return candidates(journal, folder, text)[1][0]


def test_a_mend_of_just_this_goes_before_what_the_compiler_is_sure_of(
    journal: Journal, tmp_path: Path
) -> None:
    other = WIDEN.format(name="cart")
    assert "own(cart.into())" in first(journal, tmp_path / "none", other)
    widen(journal, tmp_path / "a", "ledger", "u64::from({name})")
    found, made = candidates(journal, tmp_path / "b", other)
    assert "own(u64::from(cart))" in made[0]
    assert found[0].precedent and found[0].origin is Origin.PAST_FIX


def test_a_mend_of_the_like_waits_behind_what_the_compiler_is_sure_of(
    journal: Journal, tmp_path: Path
) -> None:
    widen(journal, tmp_path / "a", "ledger", "u64::from({name})")
    like = WIDEN.format(name="cart").replace("u64", "i64").replace("u32", "i32")
    found, made = candidates(journal, tmp_path / "b", like)
    assert "own(cart.into())" in made[0]
    assert found[0].origin is Origin.COMPILER
    assert any("own(i64::from(cart))" in each for each in made), "it is there all the same"


def test_where_mends_of_just_this_disagree_most_of_them_go_first(
    journal: Journal, tmp_path: Path
) -> None:
    other = WIDEN.format(name="cart")
    widen(journal, tmp_path / "a", "ledger", "u64::from({name})")
    widen(journal, tmp_path / "b", "rows", "{name}.into()")
    assert "own(cart.into())" in first(journal, tmp_path / "even", other)
    widen(journal, tmp_path / "c", "books", "u64::from({name})")
    assert "own(u64::from(cart))" in first(journal, tmp_path / "most", other)


@pytest.mark.parametrize(
    ("name", "more", "change"),
    [
        ("wrap the value", "pub struct S { n: Option<u8> }\npub fn f(a: u8) -> S { S { n: a } }",
         ("n: a", "n: Some(a)")),
        ("make it public", "pub mod m { struct P; impl P { pub const N: u8 = 1; } }\n"
         "pub fn f() -> u8 { m::P::N }", ("struct P", "pub struct P")),
        ("derive a trait",
         "pub struct A;\npub struct B { a: A }\npub fn f(b: B) -> B { b.clone() }",
         ("pub struct B", "#[derive(Clone)]\npub struct B")),
    ],
)  # fmt: skip
def test_one_example_takes_nothing_from_another(
    name: str, more: str, change: tuple[str, str], journal: Journal, tmp_path: Path
) -> None:
    broken, first_change, other, meant = STORIES[name]
    wanted = "".join(other.replace(*meant).split())

    def likelihood(folder: str) -> float:
        found, made = candidates(journal, tmp_path / folder, other)
        return next(c.prior for c, text in zip(found, made, strict=True)
                    if text == wanted and c.origin is Origin.PAST_FIX)  # fmt: skip

    teach(journal, tmp_path / "a", broken, first_change)
    alone = likelihood("b")
    teach(journal, tmp_path / "c", more, change)
    assert likelihood("d") >= alone - 1e-9
