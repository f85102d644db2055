"""Candidates from repairs that were made before: learned rewrites, replayed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from rustmend.domain import Candidate, Diagnostic, Origin, TextEdit
from rustmend.knowledge.learned import Hole, Learned, kin, said
from rustmend.knowledge.nodes import category
from rustmend.knowledge.rewrites import Kept
from rustmend.propose.context import Context
from rustmend.propose.manifests import runs_at_build_time
from rustmend.propose.replay import replay
from rustmend.propose.titles import as_past, shown_edits

TRIED = 16  # rewrites that are tried on one diagnostic, the most alike first
WAYS = 6  # places that one rewrite may take
MOST = 30  # candidates for one diagnostic, over all rewrites
# what somebody did about just this is likelier right than what anybody computes
SAME = 0.93
KIN = 0.85
ALIKE = 0.5
STRANGE = 0.2
SEVERAL = 0.02  # for each further example, up to two
KIN_OVERLAP = 0.6  # words that what two diagnostics of one kin say first shares
LIKE_PLACE = 0.6  # how much the place must be like the learned one
PRECEDENTS = 4  # that go before what anybody computes

Known = Callable[[], Sequence[Kept]]
Team = Callable[[Diagnostic], Sequence[Kept]]


@dataclass(frozen=True, slots=True)
class _Chance:
    """A rewrite, how likely it is what is wanted, and whether its examples were about just this."""

    kept: Kept
    likelihood: float
    precedent: bool


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
        close = [kept for kept in mine if weigh.of_kind(kept)]
        chances = sorted(
            map(weigh.chance, close if len(close) >= TRIED else mine),
            key=lambda chance: -chance.likelihood,
        )
        seen = set()
        precedents = 0
        for chance in chances[:TRIED]:
            for way in replay(chance.kept.learned, diagnostic, context, WAYS):
                if way.edits in seen or (chance.kept.foreign and _runs(way.edits, context)):
                    continue
                seen.add(way.edits)
                first = chance.precedent and way.likeness >= LIKE_PLACE and precedents < PRECEDENTS
                precedents += first
                yield Candidate(
                    title=as_past(shown_edits(way.edits, context.sources)),
                    edits=way.edits,
                    origin=Origin.PAST_FIX,
                    diagnostic=diagnostic,
                    source=f"past-fix:{chance.kept.id.partition('@')[0]}",
                    prior=chance.likelihood * (0.3 + 0.7 * way.likeness),
                    precedent=first,
                )
                if len(seen) == MOST:
                    return


def _runs(edits: Iterable[TextEdit], context: Context) -> bool:
    files = {edit.span.file for edit in edits}
    return any(runs_at_build_time(file, context.workspace, context.sources) for file in files)


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
        if self._signature in learned.signatures:
            return _Chance(kept, SAME - bold + more, True)
        overlap = max(_overlap(_bag(words), self._words) for words in learned.said)
        core = max(_overlap(_core(words), self._core) for words in learned.said)
        if self._kin in learned.kin and core >= KIN_OVERLAP:
            fits = 0.02 if learned.given else 0.0
            return _Chance(kept, KIN - 0.1 * (1 - overlap) - bold + more + fits, True)
        # what takes its types and names from the diagnostic fits another one more likely
        more += 0.02 if learned.given else 0.0
        base = ALIKE if self._code in learned.codes else STRANGE
        return _Chance(kept, base * (0.4 + 0.6 * overlap) + more, False)


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
