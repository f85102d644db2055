"""The order of candidates: what the author most likely meant comes first."""

from collections.abc import Callable, Iterable

from rustmend.domain import Candidate, TextEdit

Record = Callable[[str], tuple[int, int]]
"""From a candidate's source to how often its fixes were (accepted, offered)."""

# An offer that was not taken says little: another one on the same error may have been.
DOUBT = 4.0
HEAVY_PENALTY = 0.08
LIGHT_PENALTY = 0.55
# An edit of this many bytes is half as likely as the smallest.
HALF_SIZE = 60.0


def no_record(source: str) -> tuple[int, int]:
    """Return no experience with ``source``."""
    return (0, 0)


def best_first(candidates: Iterable[Candidate], record: Record = no_record) -> list[Candidate]:
    """Sort by score, likeliest first; those without a heavy caution come before all others."""
    return sorted(
        candidates,
        key=lambda candidate: (candidate.heavy, -score(candidate, record), *_tie(candidate)),
    )


def score(candidate: Candidate, record: Record = no_record) -> float:
    """Return how likely it is what the author wants, for comparing only.

    It is the source's prior, corrected by how often its fixes were taken, less for every
    caution, and less for a large edit: real mistakes are mostly small and local. What somebody
    did about the same error before was thought over then, light cautions and size included.
    """
    accepted, offered = record(candidate.source)
    likelihood = (accepted + DOUBT * candidate.prior) / (max(offered, accepted) + DOUBT)
    for caution in candidate.cautions:
        if caution.heavy or not candidate.precedent:
            likelihood *= HEAVY_PENALTY if caution.heavy else LIGHT_PENALTY
    if candidate.precedent:
        return likelihood
    return likelihood / (1 + edits_size(candidate.edits) / HALF_SIZE)


def edits_size(edits: Iterable[TextEdit]) -> int:
    """Return how many bytes the edits take away and add, indentation left out."""
    return sum(edit.span.end - edit.span.start + len("".join(edit.text.split())) for edit in edits)


def _tie(candidate: Candidate) -> tuple[int, str]:
    return (len(candidate.edits), candidate.title)
