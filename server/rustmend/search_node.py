"""The states of a search, and which of them goes on next."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rustmend.cargo.check import Report
from rustmend.cargo.verify import lies_beside
from rustmend.domain import (
    Candidate,
    Diagnostic,
    Fix,
    OverlappingEditsError,
    Snapshot,
    Span,
    TextEdit,
)
from rustmend.domain.text import unified_diff
from rustmend.propose.causes import phase_group
from rustmend.repair import State
from rustmend.sources import Sources

# from this likelihood on an unproven step that mends several errors is followed at once
_SURE = 0.55
# runs without a better state after which the search gives up; fewer, where the errors were few
# and nothing at all was found
_PATIENCE, _FEW, _HOPELESS = 60, 3, 45


@dataclass(frozen=True, slots=True)
class AppliedFix:
    """A fix, and the texts that it was made for.

    One that is not ``alone`` is a step of several that were proven together: its verdict is theirs.
    """

    fix: Fix
    sources: Sources
    alone: bool = True

    def diff(self, name: Callable[[Path], str]) -> str:
        """Return the fix as a unified diff; ``name`` gives a file's name in it."""
        return diff_of(self.fix, self.sources, name)


def diff_of(fix: Fix, sources: Sources, name: Callable[[Path], str]) -> str:
    """Return ``fix`` as a unified diff over the texts of ``sources``."""
    return "".join(
        unified_diff(name(file), sources.read(file) or b"", text)
        for file, text in sources.edited(fix.candidate.edits).items()
    )


@dataclass(frozen=True, slots=True)
class Repair:
    """What a search came to.

    ``snapshot`` is the state after; ``texts`` are the new texts of all files that the fixes changed
    and ``originals`` the ones they had. ``tests`` is the last run of the tests, if they were run.
    """

    before: Report
    after: Report
    snapshot: Snapshot
    fixes: tuple[AppliedFix, ...]
    texts: dict[Path, bytes]
    originals: dict[Path, bytes]
    rounds: int
    checks: int
    tests: Report | None = None

    @property
    def remaining(self) -> list[Diagnostic]:
        """The errors that are left."""
        return [diagnostic for diagnostic in self.after.diagnostics if diagnostic.is_error]


@dataclass(slots=True)
class Node:
    """A state of the search.

    ``parent`` is the state that it was made from; ``base`` is the last proven state and ``steps``
    the edits since, both empty for a proven one; ``history`` are all edits since the first state,
    ``old_errors`` what is left of its errors, and ``targets`` how many diagnostics there are to
    mend. ``tests`` is there if tests are run;
    ``likelihood`` says of an unproven state how likely its last step is right, and ``suspects`` are
    the errors that it may have caused, the fewest of its chain ``fewest``; ``since`` counts the
    runs before the chain last got on. One that ``goes_on`` mended names, and what it may have
    caused is of later phases and elsewhere.
    ``desperate`` is one from which all that is likely was tried.
    """

    state: State
    parent: "Node | None" = field(default=None, compare=False, repr=False)
    fixes: tuple[AppliedFix, ...] = ()
    base: "Node | None" = None
    steps: tuple[tuple[TextEdit, ...], ...] = ()
    history: tuple[tuple[TextEdit, ...], ...] = ()
    old_errors: int = 0
    targets: int = 0
    tests: Report | None = None
    texts: dict[Path, bytes] = field(default_factory=dict)
    passed: set[frozenset[TextEdit]] = field(default_factory=set)
    unproven: list["Node"] = field(default_factory=list)
    votes: Counter[frozenset[TextEdit]] | None = None
    likelihood: float = 1.0
    suspects: tuple[Diagnostic, ...] = ()
    fewest: int = 0
    since: int = 0
    goes_on: bool = False
    desperate: bool = False

    def promises(self, before: "Node") -> bool:
        """Whether an unproven step is likely, and mended several errors or let rustc go on.

        What is found where a missing name was, in a later phase, was likely kept back by it. A
        chain goes on with what leaves it fewer errors to mend.
        """
        if self.likelihood < _SURE:
            return False
        if before.steps and len(self.suspects) < len(before.suspects):
            return True
        return self.goes_on or len(self.state.errors) + 1 < len(before.state.errors)

    def set_aside(self, child: "Node", most: int) -> None:
        """Keep an unproven state, unless ``most`` likelier ones mend the same error.

        Of all errors together twice as many are kept.
        """
        kept: list[Node] = []
        mended: Counter[Diagnostic] = Counter()
        for each in sorted([*self.unproven, child], key=lambda each: -each.likelihood):
            target = each.fixes[-1].fix.candidate.diagnostic
            mended[target] += 1
            if mended[target] <= most and len(kept) < 2 * most:
                kept.append(each)
        self.unproven = kept

    def trail(self) -> Iterator[tuple["Node", list[Candidate]]]:
        """Yield the states on the way here, the last one first, with what was proven from each."""
        node = self
        while (parent := node.parent) is not None:
            if not parent.steps and not node.steps:
                steps = node.fixes[len(parent.fixes) :]
                yield parent, [applied.fix.candidate for applied in steps]
            node = parent

    @property
    def tests_before(self) -> Report | None:
        """The last run of the tests up to this state; not every one has its own."""
        node = self
        while node.tests is None and node.parent is not None:
            node = node.parent
        return node.tests

    @property
    def _failures(self) -> int:
        if self.tests is None:
            return 0
        return sys.maxsize if self.tests.died else len(self.tests.failed)

    @property
    def worth(self) -> tuple[int, int, int, int, int]:
        """Smaller is better: first errors left, all that is left, failed tests, cautions, bytes."""
        candidates = [applied.fix.candidate for applied in self.fixes]
        return (
            self.old_errors,
            self.targets,
            self._failures,
            sum(1 + 9 * candidate.heavy for candidate in candidates if candidate.cautions),
            sum(len(edit.text) for candidate in candidates for edit in candidate.edits),
        )

    @property
    def turn(self) -> tuple[bool, int, int, tuple[int, int, int, int, int]]:
        """Which state goes on next: a chain of unproven steps is short, and followed to its end.

        Then deeper first, for an error that comes to light is progress.
        """
        return (not self.steps, self.old_errors, -len(self.fixes), self.worth)


def same(candidate: Candidate) -> object:
    """Return what a candidate shares with itself in another state of the texts."""
    return (told(candidate), tuple(edit.text for edit in candidate.edits))


def told(candidate: Candidate) -> object:
    """Return what is said of a candidate, whatever its layout."""
    target = candidate.diagnostic
    return (target.code, target.message, candidate.title)


def lets_go_on(mended: list[Candidate], caused: Iterable[Diagnostic]) -> bool:
    """Whether names were mended and what may have been caused is of later phases."""
    return all(phase_group(each.diagnostic) == 1 for each in mended) and all(
        phase_group(each) > 1 for each in caused
    )


def blameless(
    together: Sequence[Candidate], caused: Iterable[Diagnostic], sources: Sources
) -> list[Candidate]:
    """Return those of what was compiled together that are likely not to blame for ``caused``.

    To blame is what lies beside an error, or else what lies in its item. Where that is all or none
    of them, the answer is empty. ``sources`` read the texts after.
    """
    places = [each.span for each in caused if each.span is not None]
    items = [item for span in places if (item := item_around(sources, span)) is not None]
    among = [edit for each in together for edit in each.edits]
    for spans in (places, items):
        free = [
            each
            for each in together
            if not any(lies_beside(span, each.edits, among) for span in spans)
        ]
        if len(free) < len(together):
            return free
    return []


def item_around(sources: Sources, span: Span | None) -> Span | None:
    """Return the item around ``span``, None where it lies in none or cannot be read."""
    tree = sources.tree(span.file) if span is not None else None
    if span is None or tree is None:
        return None
    item = tree.enclosing(span.start, span.end)
    return Span(span.file, *tree.bounds(item)) if item is not None else None


def patience(first: State, rounds: int) -> int:
    """Return how many runs may pass without a better state; ``rounds`` is how many were found."""
    return _HOPELESS if not rounds and len(first.errors) <= _FEW else _PATIENCE


def leads_back(past: Iterable[State], state: State, edits: tuple[TextEdit, ...]) -> bool:
    """Whether ``edits`` lead from ``state`` back to the texts of one that was there before."""
    try:
        texts = state.snapshot.over(state.sources.edited(edits)).texts
    except OverlappingEditsError:
        return False
    return any(
        all(before.sources.read(file) == text for file, text in texts.items()) for before in past
    )
