"""All that may repair one diagnostic: from every source, each result once, best first."""

import logging
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce
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
        given: dict[_Result, list[Candidate]] = {}
        for source in self._sources:
            try:
                for candidate in source.propose(diagnostic, context):
                    result = _result(candidate, context)
                    if result:
                        given.setdefault(result, []).append(candidate)
            except Exception:  # one source's mistake must not take the others' fixes away
                log.exception("%s failed on %s", type(source).__name__, diagnostic.message)
        return best_first((_agreed(alike, context) for alike in given.values()), self._record)


def _result(candidate: Candidate, context: Context) -> _Result:
    """Return what a candidate makes of the files; nothing where it may not or cannot."""
    if not all(context.writable(e.span.file) for e in candidate.edits):
        return frozenset()
    try:
        edited = context.sources.edited(candidate.edits)
    except OverlappingEditsError:
        return frozenset()
    if any(_late_start(edit, context) for edit in candidate.edits):
        return frozenset()
    return frozenset(
        (file, text) for file, text in edited.items() if text != context.sources.read(file)
    )


def _agreed(alike: Sequence[Candidate], context: Context) -> Candidate:
    """Return as one, with its cautions, what several sources propose alike."""
    one = weighed(reduce(_merged, alike), context.sources)
    one = replace(one, cautions=_union(one.cautions, _cautions(one, alike, context)))
    if one.origin is not Origin.PAST_FIX or not one.cautions:
        return one
    # what has a caution has the likelihood that it has without anybody's habit
    computed = [each.prior for each in alike if each.origin is not Origin.PAST_FIX]
    return replace(one, prior=min(one.prior, reduce(_either, computed) if computed else HABIT))


def _merged(one: Candidate, other: Candidate) -> Candidate:
    # two sources that agree are likelier right than either; what was done before about this
    # sort of error names it, else the surer one
    first, second = sorted(
        (one, other),
        key=lambda each: (
            not (each.origin is Origin.PAST_FIX and each.prior >= NAMED),
            -each.prior,
        ),
    )
    title = first.title
    if first.origin is Origin.PAST_FIX and second.origin is not Origin.PAST_FIX:
        title = as_past(second.title)  # it knows better what it does
    return replace(
        first,
        title=title,
        # one text, so what is said of it must not hang on how much of it was written anew
        edits=min(first.edits, second.edits, key=edits_size),
        prior=_either(first.prior, second.prior),
        cautions=_union(first.cautions, second.cautions),
    )


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


def _cautions(one: Candidate, alike: Sequence[Candidate], context: Context) -> Iterable[Caution]:
    """Return what speaks against ``one``, and what any of ``alike`` promises not to do."""
    renames = any(each.source == FOLLOWS for each in alike)
    found = cautions(context.sources, one.edits, context, one.diagnostic, renames=renames)
    # a lint's own certain rewrite keeps the meaning, however much shorter it is; what a migration
    # puts in the place of a call does the same: somebody has thought it over
    kept = any(_rewrites_lint(each) or each.source.startswith(MIGRATION) for each in alike)
    return (each for each in found if not (kept and each is Caution.REMOVES_CODE))


def _rewrites_lint(candidate: Candidate) -> bool:
    lint = candidate.diagnostic
    return (
        candidate.origin is Origin.COMPILER
        and lint.level is Level.WARNING
        and (lint.code or "").startswith("clippy::")
        and any(
            suggestion.applicability == "MachineApplicable" and suggestion.edits == candidate.edits
            for suggestion in lint.suggestions
        )
    )


def _union(first: Iterable[Caution], second: Iterable[Caution]) -> tuple[Caution, ...]:
    both = {*first, *second}
    return tuple(caution for caution in Caution if caution in both)
