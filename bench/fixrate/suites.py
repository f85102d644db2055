"""What is broken, by suite: single slips, several at once, refactorings, moved dependencies."""

from refactorings import REFACTORINGS
from slips import KINDS

SINGLE, SEVERAL, REFACTORED, MOVED = "slips", "several", "refactorings", "dependencies"
# how many slips are made in one crate, by the name of the kind
COUNTS = {f"{count} slips": count for count in (2, 3, 4)}
MOVED_KIND = "dependency moved"

SUITES: dict[str, tuple[str, ...]] = {
    SINGLE: tuple(kind.name for kind in KINDS),
    SEVERAL: tuple(COUNTS),
    REFACTORED: tuple(kind.name for kind in REFACTORINGS),
    MOVED: (MOVED_KIND,),
}
BY_NAME = {kind.name: kind for kind in (*KINDS, *REFACTORINGS)}
OPEN = frozenset(kind.name for kind in (*KINDS, *REFACTORINGS) if kind.open)


def suite_of(kind: str) -> str:
    """Return the suite that the kind of this name belongs to."""
    return next(suite for suite, names in SUITES.items() if kind in names)
