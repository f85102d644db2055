"""What comes first in a menu: likelihood, then size; a habit never goes across a caution."""

import itertools
from collections import Counter
from pathlib import Path

from rustmend.domain import Candidate, Caution, Diagnostic, Level, Origin, Span, TextEdit
from rustmend.domain.diagnostic import Label
from rustmend.propose.proposer import Proposer
from rustmend.propose.rank import best_first, shortlist

FILE = Path("/w/src/lib.rs")
SPAN = Span(FILE, 4, 5)
ERROR = Diagnostic("E0382", Level.ERROR, "use of moved value", (Label(SPAN, "", primary=True),))
TAKEN_OFTEN = (500, 500)


def candidate(
    title: str, *cautions: Caution, prior: float = 0.5, past: bool = False, text: str = "&"
) -> Candidate:
    origin = Origin.PAST_FIX if past else Origin.RULE
    edits = (TextEdit(SPAN, text),)
    return Candidate(title, edits, origin, ERROR, title, prior, cautions, precedent=past)


def titles(*given: Candidate, often: str = "") -> list[str]:
    for order in itertools.permutations(given):
        found = best_first(order, lambda source: TAKEN_OFTEN if source == often else (0, 0))
        first = best_first(given, lambda source: TAKEN_OFTEN if source == often else (0, 0))
        assert found == first, "the order depends on who asked first"
    return [each.title for each in first]


def test_what_was_done_before_goes_first_where_nothing_speaks_against_it() -> None:
    assert titles(candidate("rule"), candidate("past", past=True)) == ["past", "rule"]
    long = candidate("past", past=True, text="x" * 90)
    assert titles(candidate("rule"), long) == ["past", "rule"]


def test_a_habit_with_a_caution_never_goes_before_what_is_as_likely_and_has_none() -> None:
    for caution in Caution:
        habit = candidate("habit", caution, past=True)
        assert titles(candidate("rule"), habit, often="habit")[0] == "rule", caution


def test_a_habit_goes_first_among_what_has_a_caution() -> None:
    known = candidate("known", Caution.ADDS_CLONE, prior=0.4, past=True)
    other = candidate("other", Caution.DEFAULT_VALUE, prior=0.6)
    plain = candidate("plain", prior=0.5)
    heavy = candidate("heavy", Caution.PANICS, prior=0.9, past=True)
    assert titles(other, known, plain, heavy) == ["plain", "known", "other", "heavy"]


def test_a_record_moves_what_has_no_caution() -> None:
    assert titles(candidate("a"), candidate("b", prior=0.4), often="b") == ["b", "a"]


def test_past_fixes_crowd_nothing_out() -> None:
    rules = [candidate(f"rule {n}", text=f"x{n}") for n in range(4)]
    past = [candidate(f"past {n}", past=True, text=f"y{n}") for n in range(4)]
    before = shortlist(rules, 3)
    both = shortlist([*past, *rules], 3)
    assert len(before) == 3 and all(each in both for each in before)
    assert [each.title for each in both[:3]] == ["past 0", "past 1", "past 2"]
    assert len(both) == 6
    assert shortlist(past, 3) == past[:3]


def test_what_several_errors_have_alike_goes_first_and_a_precedent_still_before_its_like() -> None:
    own, common = candidate("own", prior=0.6, text="a"), candidate("common", prior=0.4, text="b")
    known = candidate("known", Caution.ADDS_CLONE, prior=0.4, past=True, text="c")
    other = candidate("other", Caution.DEFAULT_VALUE, prior=0.4, text="d")
    votes = Counter({frozenset(common.edits): 4, frozenset(other.edits): 4})
    order = Proposer(()).by_votes([own, known, common, other], votes)
    assert [each.title for each in order] == ["common", "known", "own", "other"]
