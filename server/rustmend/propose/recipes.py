"""Candidates from the rewrites of curated entries."""

from collections.abc import Iterable, Iterator

from rustmend.domain import Candidate, Diagnostic, Origin
from rustmend.knowledge.entries import Entry
from rustmend.knowledge.rewrite import apply
from rustmend.propose.context import Context

WAYS = 4  # places that one rewrite may take
MOST = 40  # candidates for one diagnostic, over all entries
PRIOR = 0.5
PRIOR_WITH_MESSAGE = 0.6  # a rewrite that asks for the message knows more of the situation


class Recipes:
    """Applies the rewrites of the entries that have the diagnostic's code, be it as an alias."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._by_code: dict[str | None, list[Entry]] = {}
        for entry in entries:
            if entry.rewrites:
                for code in dict.fromkeys(entry.codes):
                    self._by_code.setdefault(code, []).append(entry)

    def propose(self, diagnostic: Diagnostic, context: Context) -> Iterator[Candidate]:
        """Yield what fits, each edit once, only in the workspace's own files."""
        seen = set()
        for entry in self._by_code.get(diagnostic.code, ()):
            for rewrite in entry.rewrites:
                prior = rewrite.likelihood or (PRIOR_WITH_MESSAGE if rewrite.message else PRIOR)
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
