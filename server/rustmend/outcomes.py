"""What came of answers: the attempts from one state, and words for the one who answered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rustmend.cargo.check import Report
from rustmend.domain import Candidate, Caution, Diagnostic, Level, TextEdit, Verdict
from rustmend.model.message import Completion
from rustmend.model.prompt import Tried, shortened
from rustmend.propose.causes import phase_group
from rustmend.repair import State

# characters of what is told of one answer
LONGEST_OUTCOME = 1_100


@dataclass(slots=True)
class Round:
    """The attempts from one proven state; ``current`` may lie some unproven edits further."""

    base: State
    current: State
    tried: list[Tried] = field(default_factory=list)
    seen: set[frozenset[TextEdit]] = field(default_factory=set)
    answers: list[Completion] = field(default_factory=list)
    failed: int = 0
    advanced: int = 0
    warm: bool = False
    insisted: bool = False

    def advance(self, state: State) -> None:
        """Build upon an answer that is not proven yet."""
        self.current, self.failed, self.advanced = state, 0, self.advanced + 1
        self.tried.clear()

    def fail(self, diff: str, outcome: str) -> None:
        """Remember what did not work; after two in a row go back and want another sample."""
        self.tried.append(Tried(diff or "(no edits)", shortened(outcome, LONGEST_OUTCOME)))
        self.failed += 1
        if self.failed >= 2:
            self.current, self.warm = self.base, True


def failing_output(tests: Report, most: int) -> str:
    """Return what failing tests printed, without the list of those that passed."""
    lines = tests.output.split("\n")
    kept = [line for line in lines if not (line.startswith("test ") and line.endswith("... ok"))]
    start = next((n for n, line in enumerate(kept) if line == "failures:"), 0)
    text = _BACKTRACE.sub("", "\n".join(kept[start:])).strip()
    if not tests.failed:  # the program died, or hung
        text += f"\n{tests.failure}\n{tests.stderr[-1500:]}"
    return shortened(text.strip(), most)


def fails(tests: Report) -> bool:
    """Whether the tests ran and did not succeed."""
    return bool(tests.failed) or not tests.success


_BACKTRACE = re.compile(r"^stack backtrace:\n(?:\s+.*\n)*(?:note: .*\n?)?", re.M)
_REPROACHES = {
    Caution.REMOVES_CODE: "Calls, arms, items or tests of the original are gone: keep each of "
    "them, moved or changed as needed.",
    Caution.PANICS: "Pass the error or the missing value on (`?`, `ok_or`, a match) where the "
    "original did not panic.",
    Caution.SWALLOWS_ERROR: "Handle the error or pass it on.",
    Caution.ADDS_TODO: "Write what belongs there.",
    Caution.ADDS_UNSAFE: "Safe Rust can do it.",
    Caution.SILENCES_LINT: "Mend what the lint is about.",
}


def further(after: Sequence[Diagnostic], before: Sequence[Diagnostic]) -> bool:
    """Whether errors are those of a state that is nearer to its end.

    A later phase of the compiler is nearer, however many errors come to light there.
    """
    if not after or not before:
        return bool(before)
    first, earlier = (min(map(phase_group, errors)) for errors in (after, before))
    return first > earlier or (first == earlier and len(after) < len(before))


def reproach(candidate: Candidate) -> str:
    """Say what an answer should not have done, although it compiles."""
    words = ", ".join(caution.words for caution in candidate.cautions)
    told = [_REPROACHES[each] for each in candidate.cautions if each in _REPROACHES]
    return " ".join([f"It compiles, but: {words}. Do it properly, without that.", *told])


def worse(before: Report | None, after: Report, *, mending: bool) -> str:
    """Say in what way the tests of the state after are not better; "" where they are.

    ``mending`` says that it is the failing tests that were to be mended.
    """
    if before is not None and (broken := before.passed & after.failed):
        return f"It breaks tests that passed: {', '.join(sorted(broken)[:5])}"
    if not mending or before is None:
        return ""
    if len(after.passed) < len(before.passed) and not after.success:
        return "Fewer tests pass than before."
    if after.success or len(after.failed) < len(before.failed):
        return ""
    if not before.failed and after.failed:  # the program died before
        return ""
    return "The tests still fail:"


def outcome(verdict: Verdict, *, useful: bool) -> str:
    """Say what the compiler made of an answer, in its own words."""
    if verdict.failure:
        return f"It cannot be compiled: {verdict.failure}"
    if verdict.caused:
        told = [each.rendered or each.message for each in verdict.caused[:3]]
        left = len(verdict.caused) - len(told)
        return "It causes:\n" + "\n".join(told) + (f"\nand {left} more errors" if left else "")
    if not useful or not verdict.target_gone:
        return "The error is still there."
    return "It was not proven to be right."


def failing_tests(tests: Report | None) -> Diagnostic:
    """Return what stands for failing tests where a diagnostic is wanted."""
    names: Sequence[str] = sorted(tests.failed) if tests else ()
    shown = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    return Diagnostic(None, Level.ERROR, f"failing tests: {shown or 'the run ended early'}", ())
