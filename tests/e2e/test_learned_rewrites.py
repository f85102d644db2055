"""A repair made once mends the same mistake under other names, elsewhere; no name comes along."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from far_lessons import FAR
from lessons import STORIES, offered, results, teach
from rustmend.domain.names import KNOWN
from rustmend.knowledge.journal import Journal
from rustmend.knowledge.learned import encode, readable
from rustmend.knowledge.standard import STANDARD
from tiny_crate import Crate


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made = Journal(tmp_path / "journal.sqlite3")
    yield made
    made.close()


@pytest.mark.parametrize("name", [*STORIES, *FAR])
def test_what_was_mended_once_is_mended_elsewhere(
    name: str, journal: Journal, tmp_path: Path
) -> None:
    broken, change, other, meant = {**STORIES, **FAR}[name]
    teach(journal, tmp_path / "a", broken, change)
    crate = Crate.write(tmp_path / "b", other)
    assert other.count(meant[0]) == 1
    candidates = offered(journal, crate)
    wanted = "".join(other.replace(*meant).split())
    shown = [candidate.title for candidate in candidates]
    assert wanted in results(crate, candidates), (shown, results(crate, candidates))
    assert all(candidate.origin == "past-fix" for candidate in candidates)
    fixed = Crate.write(tmp_path / "fixed", other.replace(*meant))
    assert fixed.compile() == []


def test_no_name_of_one_project_shows_in_another(journal: Journal, tmp_path: Path) -> None:
    """Whatever was learned there: nothing that is offered here says a word of it."""
    secret: set[str] = set()
    for name, (broken, change, _, _) in STORIES.items():
        text = re.sub(r"\b(ledger|rows|books|Ledger)\b", r"secret_\1", broken)
        text = text.replace("secret_Ledger", "SecretLedger")
        new = (
            re.sub(r"\b(ledger|rows|books|Ledger)\b", r"secret_\1", change[0]),
            re.sub(r"\b(ledger|rows|books|Ledger)\b", r"secret_\1", change[1]),
        )
        new = tuple(each.replace("secret_Ledger", "SecretLedger") for each in new)
        if text.count(new[0]) == 1:
            teach(journal, tmp_path / "a" / name.replace(" ", "_"), text, new)
        secret |= set(re.findall(r"\w*[sS]ecret\w*", text))
    assert len(secret) >= 3
    elsewhere = [kept for kept in journal.rewrites.all() if kept.serves("/elsewhere")]
    assert len(elsewhere) >= 15
    for kept in elsewhere:
        names = set(re.findall(r"[^\W\d]\w*", encode(kept.learned))) & secret
        assert not names, encode(kept.learned)
    for name, (_, _, other, _) in STORIES.items():
        crate = Crate.write(tmp_path / "b" / name.replace(" ", "_"), other)
        for candidate in offered(journal, crate):
            words = candidate.title + " " + " ".join(edit.text for edit in candidate.edits)
            added = set(re.findall(r"[^\W\d]\w*", words)) - set(re.findall(r"\w+", other))
            said = {"as", "in", "a", "past", "fix", "Insert", "Remove", "Replace", "with", "and"}
            said |= {"more"}
            diagnostic = candidate.diagnostic
            heard = [diagnostic.message, *(label.text for label in diagnostic.labels)]
            heard += [edit.text for each in diagnostic.suggestions for edit in each.edits]
            named = {word for text in heard for word in re.findall(r"\w+", text)}
            assert added - said - named <= KNOWN | STANDARD, (candidate, added)


def test_one_repair_serves_its_own_workspace_two_serve_all(
    journal: Journal, tmp_path: Path
) -> None:
    broken, change, other, meant = STORIES["borrow an argument"]
    wanted = "".join(other.replace(*meant).split())
    crate = Crate.write(tmp_path / "b", other)
    teach(journal, tmp_path / "a", broken, change, explicit=False)
    assert offered(journal, crate) == []
    again = Crate.write(tmp_path / "a", broken.replace("ledger", "book"))
    assert results(again, offered(journal, again))
    teach(journal, tmp_path / "c", "fn h(x: &u8) {}\npub fn i(z: u8) { h(z) }", ("h(z)", "h(&z)"),
          explicit=False)  # fmt: skip
    assert wanted in results(crate, offered(journal, crate))


def test_a_private_name_serves_where_it_is_known(journal: Journal, tmp_path: Path) -> None:
    helper = "fn vetted(x: u8) -> String { x.to_string() }\n"
    broken = helper + "pub fn f(ledger: u8) -> String { ledger }"
    teach(journal, tmp_path / "a", broken, ("{ ledger }", "{ vetted(ledger) }"))
    other = helper + "fn own(x: String) {}\npub fn g(cart: u8) { own(cart + 1) }"
    here = Crate.write(tmp_path / "a", other)
    meant = "".join(other.replace("cart + 1)", "vetted(cart + 1))").split())
    assert meant in results(here, offered(journal, here))
    there = Crate.write(tmp_path / "b", other)
    assert offered(journal, there) == []


def test_what_is_forgotten_is_offered_no_more(journal: Journal, tmp_path: Path) -> None:
    broken, change, other, _ = STORIES["wrap the value"]
    teach(journal, tmp_path / "a", broken, change)
    crate = Crate.write(tmp_path / "b", other)
    assert offered(journal, crate)
    for past in journal.list():
        assert journal.forget(past.id)
    assert offered(journal, crate) == []
    assert journal.rewrites.all() == ()


def test_several_examples_make_one_more_general_rewrite(journal: Journal, tmp_path: Path) -> None:
    teach(journal, tmp_path / "a", "pub fn f(a: u8) -> Option<u8> { a }", ("{ a }", "{ Some(a) }"))
    teach(journal, tmp_path / "c", "pub struct S { n: u8 }\npub fn f(s: S) -> Option<u8> { s.n }",
          ("{ s.n }", "{ Some(s.n) }"))  # fmt: skip
    kept = journal.rewrites.all()[0]
    assert readable(kept.learned) == "$1 → Some($1)"
    assert kept.occurrences == 2
    assert len({example.fix for example in kept.examples}) == 2
    [hole] = kept.learned.parts[0].run
    assert set(hole.kinds) == {"identifier", "field_expression"}  # type: ignore[union-attr]  # it is a hole


def test_a_value_that_says_nothing_stands_for_any(journal: Journal, tmp_path: Path) -> None:
    broken = "pub fn f(ledger: u8) -> Result<(), u8> { if ledger > 1 { return (); } Ok(()) }"
    teach(journal, tmp_path / "a", broken, ("return ()", "return Ok(())"))
    shown = [readable(kept.learned) for kept in journal.rewrites.all()]
    assert "() → Ok(())" in shown and "$1 → $2($1)" in shown


def test_of_another_windows_rewrites_only_what_is_new_is_read(
    journal: Journal, tmp_path: Path
) -> None:
    for place, name in (("a", "wrap the value"), ("b", "derive a trait")):
        broken, change, *_ = STORIES[name]
        teach(journal, tmp_path / place, broken, change)
    before = {kept.id: kept for kept in journal.rewrites.all()}
    other = Journal(journal.path)
    broken, change, *_ = STORIES["borrow an argument"]
    teach(other, tmp_path / "c", broken, change)
    gone = journal.list(limit=1000)[-1]
    assert other.forget(gone.id)
    after = {kept.id: kept for kept in journal.rewrites.all()}
    assert after == {kept.id: kept for kept in other.rewrites.all()}
    assert after.keys() - before.keys() and before.keys() - after.keys()
    kept = after.keys() & before.keys()
    assert kept and all(after[name] is before[name] for name in kept)
    other.close()
