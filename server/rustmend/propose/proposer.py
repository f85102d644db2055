"""All that may repair one diagnostic: from every source, each result once, best first."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from rustmend.domain import (
    Candidate,
    Caution,
    Diagnostic,
    Level,
    Origin,
    OverlappingEditsError,
)
from rustmend.propose.cautions import cautions
from rustmend.propose.context import CandidateSource, Context
from rustmend.propose.rank import Record, best_first, no_record
from rustmend.propose.titles import as_before

NAMED = 0.25  # from here on a past fix was about this sort of error

log = logging.getLogger(__name__)


class Proposer:
    """Asks all sources. ``record`` tells how often a source's fixes were taken."""

    def __init__(self, sources: Sequence[CandidateSource], record: Record = no_record) -> None:
        self._sources = tuple(sources)
        self._record = record

    def candidates(self, diagnostic: Diagnostic, context: Context) -> list[Candidate]:
        """Return the candidates for ``diagnostic``, best first, with their cautions.

        Two candidates never give the same text, and each changes something in the workspace's
        own files. A source that fails is logged and passed over.
        """
        merged: dict[frozenset[tuple[Path, bytes]], Candidate] = {}
        for source in self._sources:
            try:
                for candidate in source.propose(diagnostic, context):
                    _merge(merged, candidate, context)
            except Exception:  # one source's mistake must not take the others' fixes away
                log.exception("%s failed on %s", type(source).__name__, diagnostic.message)
        flagged = [_flagged(candidate, context) for candidate in merged.values()]
        return best_first(flagged, self._record)


def _merge(
    merged: dict[frozenset[tuple[Path, bytes]], Candidate], candidate: Candidate, context: Context
) -> None:
    if not candidate.edits or not all(context.writable(e.span.file) for e in candidate.edits):
        return
    try:
        edited = context.sources.edited(candidate.edits)
    except OverlappingEditsError:
        return
    result = frozenset(
        (file, text) for file, text in edited.items() if text != context.sources.read(file)
    )
    if not result:
        return
    other = merged.get(result)
    if other is None:
        merged[result] = candidate
        return
    # two sources that agree are likelier right than either; what was done before about this
    # sort of error names it, else the surer one
    first, second = sorted(
        (other, candidate),
        key=lambda one: (not (one.origin is Origin.PAST_FIX and one.prior >= NAMED), -one.prior),
    )
    prior = 1 - (1 - first.prior) * (1 - second.prior)
    title = first.title
    if first.origin is Origin.PAST_FIX and second.origin is not Origin.PAST_FIX:
        title = as_before(second.title)  # it knows better what it does
    both = _union(first.cautions, second.cautions)
    merged[result] = replace(first, title=title, prior=prior, cautions=both)


def _flagged(candidate: Candidate, context: Context) -> Candidate:
    found = cautions(context.sources, candidate.edits, context, candidate.diagnostic)
    if candidate.origin is Origin.COMPILER and candidate.diagnostic.level is Level.WARNING:
        # a lint's own certain rewrite keeps the meaning, however much shorter it is
        sure = (candidate.diagnostic.code or "").startswith("clippy::") and _certain(candidate)
        found = tuple(c for c in found if not (sure and c is Caution.REMOVES_CODE))
    return replace(candidate, cautions=_union(candidate.cautions, found))


def _certain(candidate: Candidate) -> bool:
    return any(
        suggestion.applicability == "MachineApplicable" and suggestion.edits == candidate.edits
        for suggestion in candidate.diagnostic.suggestions
    )


def _union(first: Iterable[Caution], second: Iterable[Caution]) -> tuple[Caution, ...]:
    both = {*first, *second}
    return tuple(caution for caution in Caution if caution in both)
