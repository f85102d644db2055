"""Compile somebody's change over a workspace, without touching it, and judge it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rustmend.cargo.check import Report
from rustmend.cargo.format import edits_between
from rustmend.coder.change import Texts
from rustmend.domain import Caution, Diagnostic, Snapshot, TextEdit, Verdict
from rustmend.domain.text import unified_diff
from rustmend.errors import CheckFailedError, UsageError
from rustmend.propose.cautions import cautions
from rustmend.propose.context import Context
from rustmend.propose.manifests import runs_at_build_time
from rustmend.repair import Engine, State
from rustmend.sources import Sources

# what decides how cargo builds; a word in it can start any program
_DECIDING = ("Cargo.toml", "Cargo.lock", "rust-toolchain", "rust-toolchain.toml", "clippy.toml")


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of a change: the state before, the one after, and what speaks against it.

    ``target`` is the error that the change was to mend, if one was named. ``sources`` read the
    texts before, ``after`` those after. ``tests`` are the runs of the tests before and after, if
    they were run.
    """

    edits: tuple[TextEdit, ...]
    target: Diagnostic | None
    verdict: Verdict
    before: Report
    sources: Sources
    after: Sources
    cautions: tuple[Caution, ...]
    tests: tuple[Report, Report] | None = None

    @property
    def broken_tests(self) -> list[str]:
        """The tests that passed before and fail with the change."""
        return sorted(self.tests[0].passed & self.tests[1].failed) if self.tests else []

    @property
    def verified(self) -> bool:
        """Whether it mends what was named, or some error, or there was none; and causes none."""
        broken = any(each.is_error for each in self.before.diagnostics)
        mends = any(each.is_error for each in self.verdict.resolved)
        good = mends or self.target is not None or not broken
        return self.verdict.verified and good and not self.broken_tests

    @property
    def why_not(self) -> str:
        """Why it is not verified, in one line; empty where it is."""
        if self.verified:
            return ""
        if self.verdict.failure:
            return self.verdict.failure
        if self.verdict.caused:
            first = self.verdict.caused[0]
            more = len(self.verdict.caused) - 1
            others = f", and {more} more" if more else ""
            return f"it causes {first.code or 'an error'}: {first.message}{others}"
        if self.broken_tests:
            return f"it makes a passing test fail: {', '.join(self.broken_tests)}"
        return "the error is still there" if self.target else "it mends none of the errors"

    def diff(self, root: Path) -> str:
        """Return the change as a unified diff with names relative to ``root``."""
        return "".join(
            unified_diff(
                file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file),
                self.sources.read(file) or b"",
                text,
            )
            for file, text in self.sources.edited(self.edits).items()
        )


async def start(engine: Engine, snapshot: Snapshot | None = None) -> State:
    """Check the workspace as it is, or as ``snapshot`` shows it. Raises ``CheckFailedError``."""
    report = await engine.check(snapshot or Snapshot())
    if report.failure:
        raise CheckFailedError(report.failure)
    return engine.state(snapshot or Snapshot(), report)


def edits_of(texts: Texts, sources: Sources, *, may_be_none: bool = False) -> tuple[TextEdit, ...]:
    """Return small edits that lead to ``texts``. Raises ``UsageError``."""
    edits: list[TextEdit] = []
    for file, text in texts.items():
        try:
            edits += edits_between(file, sources.read(file) or b"", text)
        except UnicodeDecodeError as error:
            raise UsageError(f"{file} is no UTF-8 text") from error
    if not edits and not may_be_none:
        raise UsageError("the change changes nothing: the files have these texts already")
    return tuple(edits)


def runs_while_built(
    edits: tuple[TextEdit, ...], engine: Engine, sources: Sources
) -> tuple[Path, ...]:
    """Return the files of ``edits`` whose text runs, or says what runs, while cargo compiles."""
    files = dict.fromkeys(edit.span.file for edit in edits)
    return tuple(
        file
        for file in files
        if file.name in _DECIDING
        or ".cargo" in file.parts
        or runs_at_build_time(file, engine.workspace, sources)
    )


async def try_change(
    engine: Engine,
    state: State,
    edits: tuple[TextEdit, ...],
    target: Diagnostic | None = None,
    *,
    tests: bool = False,
) -> Trial:
    """Compile ``edits`` over ``state`` and judge them; with ``tests`` by the tests as well.

    Raises what ``Engine.compile`` raises.
    """
    verdict, after = await engine.compile(state, target, edits)
    runs = None
    if tests and verdict.verified:
        runs = (await engine.test(state), await engine.test(after))
    context = Context(engine.workspace, state.sources, state.report.diagnostics)
    mended = target or next((each for each in verdict.resolved if each.is_error), None)
    return Trial(
        edits,
        target,
        verdict,
        state.report,
        state.sources,
        after.sources,
        cautions(state.sources, edits, context, mended),
        runs,
    )


def at_line(
    diagnostics: tuple[Diagnostic, ...], sources: Sources, file: Path, line: int
) -> Iterator[Diagnostic]:
    """Yield the diagnostics with a span on the 1-based ``line``, the primary ones first."""
    found = []
    text = sources.read(file) or b""
    for diagnostic in diagnostics:
        for label in diagnostic.labels:
            if label.span.file != file:
                continue
            first = text.count(b"\n", 0, label.span.start) + 1
            last = text.count(b"\n", 0, label.span.end) + 1
            if first <= line <= last:
                found.append((not diagnostic.is_error, not label.primary, diagnostic))
    seen: set[int] = set()
    for *_, diagnostic in sorted(found, key=lambda each: each[:2]):
        if id(diagnostic) not in seen:
            seen.add(id(diagnostic))
            yield diagnostic
