"""The same change at every place that the compiler says the same of, as one candidate.

Who changes a signature breaks its callers all in one way, and mends them all in one way.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rustmend.domain import Candidate, Caution, Diagnostic, TextEdit
from rustmend.domain.text import conflict
from rustmend.propose.rank import LIKELY, edits_size

# so many candidates of one diagnostic are tried at all its like, and so many of those are looked at
MOST, PLACES = 3, 30
# what is not the very same change elsewhere is alike only where there is little to it
_SMALL = 40
# so much likelier another one must be to take the place of the very same change
_BETTER = 0.2


def alike(diagnostic: Diagnostic, others: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return the errors of which the compiler says the same, at other places."""
    mine = _said(diagnostic)
    found = [one for one in others if one.is_error and one != diagnostic and _said(one) == mine]
    return found[:PLACES]


def likely(mine: Sequence[Candidate]) -> list[Candidate]:
    """Return those of ``mine`` that are tried at all places alike; without any, nothing is."""
    return [one for one in mine if one.prior >= LIKELY][:MOST]


def bundled(
    mine: Sequence[Candidate], others: Sequence[Sequence[Candidate]]
) -> Iterator[Candidate]:
    """Yield ``mine``, before the likeliest of them what makes it together with its like elsewhere.

    ``others`` are the candidates of the errors of which the compiler says the same.
    """
    seen: set[frozenset[TextEdit]] = set()
    tried = likely(mine)
    for candidate in mine:
        if candidate in tried and others:
            yield from _with_others(candidate, others, seen)
        yield candidate


def _with_others(
    candidate: Candidate,
    others: Sequence[Sequence[Candidate]],
    seen: set[frozenset[TextEdit]],
) -> Iterator[Candidate]:
    edits = dict.fromkeys(candidate.edits)
    cautions, prior, places = set(candidate.cautions), candidate.prior, 1
    for their in others:
        match = _match(candidate, their)
        if match is None or all(edit in edits for edit in match.edits):
            continue
        if not conflict(match.edits, edits):
            edits.update(dict.fromkeys(match.edits))
            cautions |= set(match.cautions)
            prior, places = min(prior, match.prior), places + 1
    key = frozenset(edits)
    if places > 1 and key not in seen:
        seen.add(key)
        more = f"{places - 1} other place{'s' if places > 2 else ''}"
        yield replace(
            candidate,
            title=f"{candidate.title}, and the like at {more}",
            edits=tuple(edits),
            cautions=tuple(caution for caution in Caution if caution in cautions),
            prior=prior,
        )


def _match(candidate: Candidate, theirs: Sequence[Candidate]) -> Candidate | None:
    """Return the candidate that changes the same, or else the likeliest of the same source."""
    same = next((one for one in theirs if _change(one) == _change(candidate)), None)
    small = (one for one in theirs if one.prior >= LIKELY and not one.heavy
             and edits_size(one.edits) <= _SMALL)  # fmt: skip
    other = next((one for one in small if one.source == candidate.source), None)
    if same is None or (other is not None and other.prior > same.prior + _BETTER):
        return other
    return same


def _change(candidate: Candidate) -> object:
    edits = [(edit.span.start == edit.span.end, edit.text) for edit in candidate.edits]
    return (candidate.source, tuple(edits))


def _said(diagnostic: Diagnostic) -> object:
    """Return what is said of a place: references to a type are told as the type itself."""
    primary = diagnostic.primary
    said = f"{diagnostic.message}\n{primary.text if primary else ''}"
    return (diagnostic.code, re.sub(r"`&(?:'\w+ )?(?:mut )?", "`", said))
