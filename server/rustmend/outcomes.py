"""What came of an answer, in words for the one who answered."""

from collections.abc import Sequence

from rustmend.cargo.check import Report
from rustmend.domain import Diagnostic, Level, Verdict
from rustmend.model.prompt import shortened


def failing_output(tests: Report, most: int) -> str:
    """Return what failing tests printed, without the list of those that passed."""
    lines = tests.output.split("\n")
    kept = [line for line in lines if not (line.startswith("test ") and line.endswith("... ok"))]
    start = next((n for n, line in enumerate(kept) if line == "failures:"), 0)
    text = "\n".join(kept[start:]).strip()
    if not tests.failed:  # the program died, or hung
        text += f"\n{tests.failure}\n{tests.stderr[-1500:]}"
    return shortened(text.strip(), most)


def fails(tests: Report) -> bool:
    """Whether the tests ran and did not succeed."""
    return bool(tests.failed) or not tests.success


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
