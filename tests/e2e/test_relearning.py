"""What an older generaliser made of a repair is made anew of the raw pair, in its place."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from lessons import STORIES, offered, results, teach
from rustmend.knowledge.journal import Journal
from rustmend.learning.generalise import GENERALISER
from rustmend.learning.relearn import relearn
from tiny_crate import Crate

# of one place, of several, far apart, of a whole import, of a parameter list, in a macro
NAMES = (
    "borrow an argument",
    "import of std",
    "a lifetime",
    "derive a trait",
    "a slice instead of a vector",
    "in a macro's arguments",
    "wrap in a type of the user's",
)
VERSIONS = {
    "fixes": "SELECT generaliser FROM fixes",
    "rewrites": "SELECT generaliser FROM rewrites",
}


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made = Journal(tmp_path / "journal.sqlite3")
    yield made
    made.close()


def age(journal: Journal, *, without_rewrites: bool = True) -> None:
    """Make the journal one that an older rustmend wrote."""
    with sqlite3.connect(journal.path) as db:
        db.execute("UPDATE fixes SET generaliser = ?", (GENERALISER - 1,))
        db.execute("UPDATE rewrites SET generaliser = ?", (GENERALISER - 1,))
        if without_rewrites:
            db.execute("DELETE FROM rewrites")


def versions(journal: Journal, table: str) -> set[int]:
    with sqlite3.connect(journal.path) as db:
        return {row[0] for row in db.execute(VERSIONS[table])}


@pytest.mark.parametrize("name", NAMES)
def test_a_pair_of_before_teaches_what_one_of_today_does(
    name: str, journal: Journal, tmp_path: Path
) -> None:
    broken, change, other, meant = STORIES[name]
    teach(journal, tmp_path / "a", broken, change, explicit=False)
    today = {kept.learned.identity for kept in journal.rewrites.all()}
    age(journal)
    assert journal.rewrites.all() == ()
    assert relearn(journal) == len(journal.list())
    assert {kept.learned.identity for kept in journal.rewrites.all()} == today
    assert versions(journal, "fixes") == versions(journal, "rewrites") == {GENERALISER}
    assert relearn(journal) == 0
    elsewhere = Crate.write(tmp_path / "b", other)
    assert offered(journal, elsewhere) == [], "one repair that nobody showed serves its own"
    age(journal, without_rewrites=False)
    teach(journal, tmp_path / "c", broken, change, explicit=True)
    relearn(journal)
    wanted = "".join(other.replace(*meant).split())
    assert wanted in results(elsewhere, offered(journal, elsewhere))


def test_what_was_shown_on_purpose_stays_so_and_what_was_seen_stays_counted(
    journal: Journal, tmp_path: Path
) -> None:
    broken, change, other, _ = STORIES["borrow an argument"]
    teach(journal, tmp_path / "a", broken, change, explicit=True)
    again = broken.replace("ledger", "book")
    teach(journal, tmp_path / "c", again, ("tally(book)", "tally(&book)"), explicit=False)
    before = {(kept.id, kept.explicit, kept.occurrences) for kept in journal.rewrites.all()}
    age(journal, without_rewrites=False)
    relearn(journal)
    assert {(k.id, k.explicit, k.occurrences) for k in journal.rewrites.all()} == before
    assert offered(journal, Crate.write(tmp_path / "b", other))


def test_a_rewrite_that_cannot_be_made_anew_stays(journal: Journal, tmp_path: Path) -> None:
    broken, change, _, _ = STORIES["borrow an argument"]
    teach(journal, tmp_path / "a", broken, change)
    kept = journal.rewrites.all()
    age(journal, without_rewrites=False)
    with sqlite3.connect(journal.path) as db:
        db.execute("UPDATE fixes SET hunks = replace(hunks, 'tally', 'other')")
        db.execute("UPDATE fixes SET hunks = '[]'")
    assert relearn(journal) == len(journal.list())
    assert journal.rewrites.all() == kept


def test_what_is_forgotten_is_not_learned_anew(journal: Journal, tmp_path: Path) -> None:
    broken, change, _, _ = STORIES["borrow an argument"]
    teach(journal, tmp_path / "a", broken, change)
    for past in journal.list():
        assert journal.forget(past.id)
    assert relearn(journal) == 0
    assert journal.rewrites.all() == ()


@pytest.mark.parametrize("step", ["learning.relearn.generalise", "knowledge.rewrites.merge"])
def test_a_pair_that_defeats_the_generaliser_keeps_no_other_from_its_turn(
    step: str, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, change, *_ = STORIES["derive a trait"]
    teach(journal, tmp_path / "a", broken, change, explicit=True)
    # a second one, so that there is something to merge
    teach(journal, tmp_path / "b", broken, change, explicit=True)
    age(journal, without_rewrites=False)
    kept = {each.id for each in journal.rewrites.all()}

    def defeated(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(f"rustmend.{step}", defeated)
    assert relearn(journal) == len(journal.list())
    assert versions(journal, "fixes") == {GENERALISER}
    assert {each.id for each in journal.rewrites.all()} == kept
