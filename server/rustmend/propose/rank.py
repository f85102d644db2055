"""The order of candidates: what the author most likely meant comes first."""

from collections.abc import Callable, Iterable, Sequence

from rustmend.domain import Candidate, Origin, TextEdit

Record = Callable[[str], tuple[int, int]]
"""From a candidate's source to how often its fixes were (accepted, offered)."""

# An offer that was not taken says little: another one on the same error may have been. So half
# of them taken is as expected, and it takes some to move a source's candidates at all.
DOUBT = 4.0
USUAL = 0.5
LEAST, MOST = 0.3, 1.5
HEAVY_PENALTY = 0.08
LIGHT_PENALTY = 0.55
# From here on a candidate has its place among those that are compiled.
LIKELY = 0.3
# What was learned has at least so many.
PAST = 4
# An edit of this many bytes is half as likely as the smallest.
HALF_SIZE = 60.0


def no_record(source: str) -> tuple[int, int]:
    """Return no experience with ``source``."""
    return (0, 0)


def best_first(candidates: Iterable[Candidate], record: Record = no_record) -> list[Candidate]:
    """Sort by score, likeliest first; those without a heavy caution come before all others.

    What was done before goes first among those with a caution, and for that before none without.
    """
    order = sorted(
        candidates,
        key=lambda candidate: (candidate.heavy, -score(candidate, record), *_tie(candidate)),
    )
    return precedents_first(order)


def precedents_first(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return ``candidates`` in their order, but of those with a caution what was done before first.

    Light cautions and heavy ones keep their places among all.
    """
    order = list(candidates)
    for heavy in (False, True):
        places = [n for n, each in enumerate(order) if each.cautions and each.heavy is heavy]
        chosen = sorted((order[n] for n in places), key=lambda each: not each.precedent)
        for place, candidate in zip(places, chosen, strict=True):
            order[place] = candidate
    return order


def shortlist(candidates: Sequence[Candidate], most: int) -> list[Candidate]:
    """Return ``most`` of ``candidates`` in their order, those that are likely before the others.

    A caution or a long text puts what rustc suggests behind much that is cheap to think of. Past
    fixes crowd nothing out, and a few of them have places of their own: what would be among the
    first without the others is among them too.
    """
    past = [each for each in candidates if each.origin is Origin.PAST_FIX]
    computed = [each for each in candidates if each.origin is not Origin.PAST_FIX]
    groups = (_short(candidates, most), _short(computed, most), _short(past, min(most, PAST)))
    kept = {id(each) for group in groups for each in group}
    return [each for each in candidates if id(each) in kept]


def _short(candidates: Sequence[Candidate], most: int) -> list[Candidate]:
    likely = [each for each in candidates if each.prior >= LIKELY and not each.heavy]
    kept = {id(each) for each in likely[:most]}
    for each in candidates:
        if len(kept) >= most:
            break
        kept.add(id(each))
    return [each for each in candidates if id(each) in kept]


def score(candidate: Candidate, record: Record = no_record) -> float:
    """Return how likely it is what the author wants, for comparing only.

    It is its prior, more or less by how often its source's fixes were taken, less for every
    caution, and less for a large edit: real mistakes are mostly small and local. A record is about
    all that a source proposes, so it weighs the prior and never replaces it. What somebody did
    about the same error before was thought over then, its size included. Neither makes more
    of what has a caution: a habit is no reason to pass over what has none.
    """
    accepted, offered = record(candidate.source)
    taken = (accepted + DOUBT * USUAL) / (max(offered, accepted) + DOUBT)
    most = 1.0 if candidate.cautions else MOST
    likelihood = candidate.prior * min(most, max(LEAST, taken / USUAL))
    for caution in candidate.cautions:
        likelihood *= HEAVY_PENALTY if caution.heavy else LIGHT_PENALTY
    if candidate.precedent and not candidate.cautions:
        return likelihood
    return likelihood / (1 + edits_size(candidate.edits) / HALF_SIZE)


def edits_size(edits: Iterable[TextEdit]) -> int:
    """Return how many bytes the edits take away or add, whichever is more, indentation left out.

    So what only moves counts once, and so does one change that is made at many places.
    """
    kinds = {(edit.span.end - edit.span.start, "".join(edit.text.split())) for edit in edits}
    return max(sum(size for size, _ in kinds), sum(len(text) for _, text in kinds))


def _tie(candidate: Candidate) -> tuple[int, str]:
    return (len(candidate.edits), candidate.title)
