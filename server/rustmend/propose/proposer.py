"""All that may repair one diagnostic: from every source, each result once, best first."""

import logging
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from ast_grep_py import SgNode

from rustmend.domain import (
    Candidate,
    Caution,
    Diagnostic,
    Level,
    Origin,
    OverlappingEditsError,
    TextEdit,
)
from rustmend.propose.cautions import cautions
from rustmend.propose.context import CandidateSource, Context
from rustmend.propose.neighbours import weighed
from rustmend.propose.rank import (
    Record,
    best_first,
    edits_size,
    no_record,
    precedents_first,
    score,
)
from rustmend.propose.titles import as_past

MIGRATION = "migration:"
FOLLOWS = "renamed"
NAMED = 0.15  # from here on a past fix was about this sort of error
HABIT = 0.6  # the most for what has a caution and nobody but a past fix proposes

_Result: TypeAlias = frozenset[tuple[Path, bytes]]
Votes: TypeAlias = Counter[frozenset[TextEdit]]
"""How many errors have the same edits among their candidates."""

log = logging.getLogger(__name__)


class Proposer:
    """Asks all sources. ``record`` tells how often a source's fixes were taken."""

    def __init__(self, sources: Sequence[CandidateSource], record: Record = no_record) -> None:
        self._sources = tuple(sources)
        self._record = record

    def by_votes(self, candidates: Iterable[Candidate], votes: Votes) -> list[Candidate]:
        """Return what is best first in that order, more likely what several errors have alike."""

        def likelihood(candidate: Candidate) -> float:
            alike = max(1, votes[frozenset(candidate.edits)])
            return float(1 - (1 - min(0.95, score(candidate, self._record))) ** alike)

        return precedents_first(sorted(candidates, key=lambda one: (one.heavy, -likelihood(one))))

    def candidates(self, diagnostic: Diagnostic, context: Context) -> list[Candidate]:
        """Return the candidates for ``diagnostic``, best first, with their cautions.

        Two candidates never give the same text, and each changes something in the workspace's
        own files. A source that fails is logged and passed over.
        """
        merged: dict[_Result, Candidate] = {}
        computed: dict[_Result, float] = {}
        for source in self._sources:
            try:
                for candidate in source.propose(diagnostic, context):
                    result = _merge(merged, candidate, context)
                    if result is not None and candidate.origin is not Origin.PAST_FIX:
                        computed[result] = _either(computed.get(result, 0.0), candidate.prior)
            except Exception:  # one source's mistake must not take the others' fixes away
                log.exception("%s failed on %s", type(source).__name__, diagnostic.message)
        flagged = [
            _unlearned(_flagged(weighed(candidate, context.sources), context), computed.get(result))
            for result, candidate in merged.items()
        ]
        return best_first(flagged, self._record)


def _merge(
    merged: dict[_Result, Candidate], candidate: Candidate, context: Context
) -> _Result | None:
    """Add a candidate to those that are known, and return what it makes; None for nothing."""
    if not candidate.edits or not all(context.writable(e.span.file) for e in candidate.edits):
        return None
    try:
        edited = context.sources.edited(candidate.edits)
    except OverlappingEditsError:
        return None
    result = frozenset(
        (file, text) for file, text in edited.items() if text != context.sources.read(file)
    )
    if not result or any(_late_start(edit, context) for edit in candidate.edits):
        return None
    other = merged.get(result)
    if other is None:
        merged[result] = candidate
        return result
    # two sources that agree are likelier right than either; what was done before about this
    # sort of error names it, else the surer one
    first, second = sorted(
        (other, candidate),
        key=lambda one: (not (one.origin is Origin.PAST_FIX and one.prior >= NAMED), -one.prior),
    )
    prior = _either(first.prior, second.prior)
    title = first.title
    if first.origin is Origin.PAST_FIX and second.origin is not Origin.PAST_FIX:
        title = as_past(second.title)  # it knows better what it does
    both = _union(first.cautions, second.cautions)
    # one text, so what is said of it must not hang on how much of it was written anew
    edits = min(first.edits, second.edits, key=edits_size)
    merged[result] = replace(first, title=title, edits=edits, prior=prior, cautions=both)
    return result


def _late_start(edit: TextEdit, context: Context) -> bool:
    """Whether an edit puts into the middle of a path what can only start one."""
    first = re.match(r"(?:crate|self|super|Self)(?=::|\.)", edit.text)
    tree = context.sources.tree(edit.span.file) if first is not None else None
    if first is None or tree is None:
        return False
    before = tree.text[: edit.span.start].rstrip()
    if before.endswith(b"::"):
        return first[0] != "super" or re.search(rb"\b(?:super|self)\s*::$", before) is None
    node: SgNode | None = tree.smallest(edit.span.start, max(edit.span.end, edit.span.start + 1))
    while node is not None and node.kind() != "use_declaration":
        if node.kind() == "scoped_use_list" and tree.bounds(node)[0] < edit.span.start:
            return True
        node = node.parent()
    return False


def _either(first: float, second: float) -> float:
    return 1 - (1 - first) * (1 - second)


def _unlearned(candidate: Candidate, computed: float | None) -> Candidate:
    """Leave what has a caution the likelihood that it has without anybody's habit.

    ``computed`` is what the other sources gave it.
    """
    if candidate.origin is not Origin.PAST_FIX or not candidate.cautions:
        return candidate
    return replace(candidate, prior=min(candidate.prior, HABIT if computed is None else computed))


def _flagged(candidate: Candidate, context: Context) -> Candidate:
    found = cautions(
        context.sources,
        candidate.edits,
        context,
        candidate.diagnostic,
        renames=candidate.source == FOLLOWS,
    )
    if candidate.origin is Origin.COMPILER and candidate.diagnostic.level is Level.WARNING:
        # a lint's own certain rewrite keeps the meaning, however much shorter it is
        sure = (candidate.diagnostic.code or "").startswith("clippy::") and _certain(candidate)
        found = tuple(c for c in found if not (sure and c is Caution.REMOVES_CODE))
    if candidate.source.startswith(MIGRATION):
        # what it puts in the place of a call does the same: somebody has thought it over
        promised = (Caution.REMOVES_CODE, Caution.PANICS)
        found = tuple(c for c in found if c not in promised)
    return replace(candidate, cautions=_union(candidate.cautions, found))


def _certain(candidate: Candidate) -> bool:
    return any(
        suggestion.applicability == "MachineApplicable" and suggestion.edits == candidate.edits
        for suggestion in candidate.diagnostic.suggestions
    )


def _union(first: Iterable[Caution], second: Iterable[Caution]) -> tuple[Caution, ...]:
    both = {*first, *second}
    return tuple(caution for caution in Caution if caution in both)
