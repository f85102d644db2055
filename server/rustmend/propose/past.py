"""Candidates from repairs that were made before: learned rewrites, replayed."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import islice
from sys import intern

from rustmend.domain import Candidate, Diagnostic, Origin, TextEdit
from rustmend.domain.text import trimmed
from rustmend.knowledge.learned import Hole, Learned, kin, said
from rustmend.knowledge.nodes import category
from rustmend.knowledge.rewrites import Example, Kept
from rustmend.propose.context import Context
from rustmend.propose.manifests import runs_at_build_time
from rustmend.propose.regions import Ground
from rustmend.propose.replay import Way, replay
from rustmend.propose.titles import as_past, shown_edits

TRIED, OTHERS = 16, 6  # rewrites that are tried, the most alike first; those about another error
WAYS = 6  # places that one rewrite may take
MOST = 30  # candidates for one diagnostic, over all rewrites
# How likely it is right, measured with a lesson of 46 kinds each: what somebody did about just
# this, about what says the same of other types, about another error of the code, about any.
SAME = 0.93
KIN, TAUGHT = 0.6, 0.85  # who shows a mend on purpose means more than the one error
ALIKE = 0.3
STRANGE = 0.1
SEVERAL = 0.02  # for each further example, up to two
KIN_OVERLAP = 0.6  # words that what two diagnostics of one kin say first shares
LIKE_PLACE = 0.6  # from here on a place is like the learned one
UNVOTED = 0.1  # what is left of a likelihood at one that is none of the likest
MOSTLY = 0.5  # the share of what was done about just this that goes before what anybody computes

Known = Callable[[], Sequence[Kept]]
Team = Callable[[Diagnostic], Sequence[Kept]]


class _About(IntEnum):
    """What a rewrite's examples were about, seen from a diagnostic."""

    OTHER = 0
    KIN = 1
    SAME = 2


@dataclass(frozen=True, slots=True)
class _Chance:
    """A rewrite, how likely it is what is wanted, and what of it was about such an error.

    ``changes`` are those of its examples that mended just this error, or one of its kin.
    """

    kept: Kept
    likelihood: float
    about: "_About"
    changes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Replayed:
    """A rewrite made at one of its places, which shares the ``share`` of its votes with others."""

    chance: _Chance
    way: Way
    share: float

    @property
    def likelihood(self) -> float:
        """How likely it is what is wanted, by what it was learned from and by the place."""
        return self.chance.likelihood * (0.3 + 0.7 * self.way.likeness)

    @property
    def votes(self) -> bool:
        """Whether the changes that it was learned from speak for this place."""
        return self.share > 0 and self.way.likeness >= LIKE_PLACE


class PastFixes:
    """Replays what ``known`` gives, as far as it may serve the workspace, and a team's rewrites.

    What came from others never changes code that runs while it is compiled: nobody said yes.
    """

    def __init__(self, known: Known, team: Team = lambda _: ()) -> None:
        self._known = known
        self._team = team

    def propose(self, diagnostic: Diagnostic, context: Context) -> Iterator[Candidate]:
        """Yield what fits, likeliest rewrites first."""
        workspace = str(context.workspace.root)
        mine = [kept for kept in self._known() if kept.serves(workspace)]
        here = {kept.id for kept in mine}
        mine += [kept for kept in self._team(diagnostic) if kept.id not in here]
        if not mine:
            return
        weigh = _Weighing(diagnostic)
        # where enough was learned of this kind, what was of another one has no chance
        of_kind = [kept for kept in mine if weigh.of_kind(kept)]
        chances = sorted(
            map(weigh.chance, of_kind if len(of_kind) >= TRIED else mine),
            key=lambda chance: -chance.likelihood,
        )
        close = [chance for chance in chances if chance.about is not _About.OTHER][:TRIED]
        others = [chance for chance in chances if chance.about is _About.OTHER][:OTHERS]
        found: defaultdict[tuple[TextEdit, ...], list[_Replayed]] = defaultdict(list)
        ground = Ground(diagnostic, context)
        for chance in (*close, *others):
            ways = replay(chance.kept, ground, WAYS)
            ways = [w for w in ways if not (chance.kept.foreign and _runs(w.edits, context))]
            best = [way for way in ways if way.likeness == ways[0].likeness]
            for way in ways:
                share = 1 / len(best) if way in best else 0.0
                found[_smallest(way.edits, context)].append(_Replayed(chance, way, share))
        votes = _Votes(found.values())
        for edits, made in islice(found.items(), MOST):
            likeliest = max(made, key=lambda each: each.likelihood)
            about, share = votes.of(made)
            yield Candidate(
                title=as_past(shown_edits(likeliest.way.edits, context.sources)),
                edits=edits,
                origin=Origin.PAST_FIX,
                diagnostic=diagnostic,
                source=f"past-fix:{likeliest.chance.kept.id.partition('@')[0]}",
                prior=likeliest.likelihood * share,
                precedent=about is _About.SAME
                and share > MOSTLY
                and likeliest.way.likeness >= LIKE_PLACE,
            )


def _smallest(edits: Iterable[TextEdit], context: Context) -> tuple[TextEdit, ...]:
    """Return the edits without what they keep, which is no part of the change's size."""
    return tuple(
        trimmed(edit.span.file, edit.span.start, text, edit.text.encode())
        for edit in edits
        for text in [(context.sources.read(edit.span.file) or b"")[edit.span.start : edit.span.end]]
    )


def _runs(edits: Iterable[TextEdit], context: Context) -> bool:
    files = {edit.span.file for edit in edits}
    return any(runs_at_build_time(file, context.workspace, context.sources) for file in files)


class _Votes:
    """How many of the changes that were about such an error are for one way to mend it.

    Each is for the places that are most like its own, if there is one that is like it.
    """

    def __init__(self, ways: Iterable[Sequence[_Replayed]]) -> None:
        self._voters: defaultdict[_About, set[str]] = defaultdict(set)
        for each in (each for made in ways for each in made if each.votes):
            self._voters[each.chance.about] |= each.chance.changes

    def of(self, made: Sequence[_Replayed]) -> tuple[_About, float]:
        """Return what the rewrites that make one way were about, and their share of the votes."""
        about = max(each.chance.about for each in made)
        mine = [each for each in made if each.chance.about is about]
        voters = self._voters[about]
        if not voters:
            return about, max(UNVOTED, *(each.share for each in mine))
        votes: dict[str, float] = {}
        for each in (each for each in mine if each.votes):
            for change in each.chance.changes:
                votes[change] = max(votes.get(change, 0.0), each.share)
        return about, max(UNVOTED, sum(votes.values()) / len(voters))


class _Weighing:
    """Compares one diagnostic with those that rewrites were learned from."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        self._code = diagnostic.code or ""
        self._kin = kin(diagnostic)
        self._signature, words = said(diagnostic)
        self._words = _bag(words)
        self._core = _core(words)

    def of_kind(self, kept: Kept) -> bool:
        """Whether a rewrite was learned from diagnostics of this code, or that say the same."""
        learned = kept.learned
        return self._code in learned.codes or self._kin in learned.kin

    def chance(self, kept: Kept) -> _Chance:
        """Return how likely a rewrite is what is wanted, by what its examples were about."""
        learned = kept.learned
        more = SEVERAL * min(2, kept.occurrences - 1)
        bold = 0.03 if _is_bold(learned) else 0.0
        same = _changes(
            each for each in kept.examples if self._signature in each.learned.signatures
        )
        if same:
            return _Chance(kept, SAME - bold + more, _About.SAME, same)
        overlap = max(_overlap(_bag(words), self._words) for words in learned.said)
        # what takes its types and names from the diagnostic fits another one more likely
        more += 0.02 if learned.given else 0.0
        alike = _changes(each for each in kept.examples if self._is_kin(each.learned))
        if alike:
            base = TAUGHT if kept.explicit else KIN
            return _Chance(kept, base - 0.1 * (1 - overlap) - bold + more, _About.KIN, alike)
        base = ALIKE if self._code in learned.codes else STRANGE
        return _Chance(kept, base * (0.4 + 0.6 * overlap) + more, _About.OTHER)

    def _is_kin(self, learned: Learned) -> bool:
        return self._kin in learned.kin and any(
            _overlap(_core(words), self._core) >= KIN_OVERLAP for words in learned.said
        )


def _changes(examples: Iterable[Example]) -> frozenset[str]:
    return frozenset(example.change for example in examples)


def _is_bold(learned: Learned) -> bool:
    """Whether it fits almost anywhere, as what only wraps an expression does."""
    return all(len(part.run) <= 1 for part in learned.parts) and any(
        isinstance(shape, Hole) and shape.kinds and category(shape.kinds[0]) == "expression"
        for part in learned.parts
        for shape in part.run
    )


@lru_cache(maxsize=2**14)
def _bag(words: str) -> frozenset[str]:
    # some thousand bags are made of a few hundred words
    return frozenset(map(intern, words.split()))


@lru_cache(maxsize=2**14)
def _core(words: str) -> frozenset[str]:
    """Return the words of the message and the primary label, which say what it is about."""
    return _bag(" ".join(words.split("\n")[:2]))


def _overlap(first: frozenset[str], second: frozenset[str]) -> float:
    both = len(first & second)
    return both / (len(first | second) or 1)
