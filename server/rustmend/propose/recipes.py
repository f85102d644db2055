"""Candidates from the rewrites of curated entries."""

from collections.abc import Iterable, Iterator, Mapping

from rustmend.domain import Candidate, Diagnostic, Origin
from rustmend.domain.signature import Said, normalise
from rustmend.knowledge.entries import Entry
from rustmend.knowledge.rewrite import apply
from rustmend.propose.context import Context

WAYS = 4  # places that one rewrite may take
MOST = 40  # candidates for one diagnostic, over all entries
PRIOR = 0.5
PRIOR_WITH_MESSAGE = 0.6  # a rewrite that asks for the message knows more of the situation
# Some codes are about a hundred situations. From this share of common words on it is the entry's
# own; where the compiler says something quite different, the rewrite is as unlikely as it gets.
SAME, LEAST = 0.6, 0.25


class Recipes:
    """Applies the rewrites of the entries that have the diagnostic's code, be it as an alias.

    ``said`` is what the compiler says of the entries' own programs, by id: a rewrite is the
    likelier the more of that it says of this one.
    """

    def __init__(self, entries: Iterable[Entry], said: Mapping[str, Said] | None = None) -> None:
        self._words = {id_: frozenset(one.text.split(" ")) for id_, one in (said or {}).items()}
        self._by_code: dict[str | None, list[Entry]] = {}
        for entry in entries:
            if entry.rewrites:
                for code in dict.fromkeys(entry.codes):
                    self._by_code.setdefault(code, []).append(entry)

    def propose(self, diagnostic: Diagnostic, context: Context) -> Iterator[Candidate]:
        """Yield what fits, each edit once, only in the workspace's own files."""
        seen = set()
        here = frozenset(normalise(diagnostic).text.split(" "))
        for entry in self._by_code.get(diagnostic.code, ()):
            fit = self._fit(entry, here)
            for rewrite in entry.rewrites:
                prior = rewrite.likelihood or (PRIOR_WITH_MESSAGE if rewrite.message else PRIOR)
                prior *= fit
                for place, way in enumerate(apply(rewrite, diagnostic, context.sources, WAYS)):
                    if way.edits in seen or not all(
                        context.writable(edit.span.file) for edit in way.edits
                    ):
                        continue
                    seen.add(way.edits)
                    yield Candidate(
                        title=way.title,
                        edits=way.edits,
                        origin=Origin.RECIPE,
                        diagnostic=diagnostic,
                        source=entry.id,
                        prior=prior * 0.8**place,
                    )
                    if len(seen) == MOST:
                        return

    def _fit(self, entry: Entry, here: frozenset[str]) -> float:
        there = self._words.get(entry.id)
        if not there:
            return 1.0
        common = len(here & there) / len(here | there)
        return LEAST + (1 - LEAST) * min(1.0, common / SAME)
