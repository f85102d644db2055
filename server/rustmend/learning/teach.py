"""Learns from a text before and one after: what the command line, agents and the editor use."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rustmend.domain import Candidate, Diagnostic, Fix, Origin, Snapshot, TextEdit, Verdict
from rustmend.errors import CheckFailedError, RustmendError
from rustmend.knowledge.learned import readable
from rustmend.knowledge.pastfix import PastFix
from rustmend.knowledge.rewrites import Kept
from rustmend.learning.generalise import GENERALISER, generalise
from rustmend.learning.minimise import Minimiser
from rustmend.learning.relearn import change_of
from rustmend.learning.texts import edits_between
from rustmend.propose.titles import shown_change
from rustmend.sources import Sources

if TYPE_CHECKING:
    from rustmend.knowledge.journal import Journal
    from rustmend.wiring import Parts

# diagnostics that one pair of texts may teach, each with runs of its own to find its part
MAX_LESSONS = 8


class NothingLearnedError(RustmendError):
    """A text before and one after teach nothing; ``str()`` says why."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A repair that was learned, and the rewrites that it teaches, the most special first."""

    fix: PastFix
    rewrites: tuple[Kept, ...]

    @property
    def shown(self) -> list[str]:
        """The rewrites as a person reads them."""
        return list(dict.fromkeys(readable(kept.learned) for kept in self.rewrites))


async def learn(
    parts: "Parts",
    before: Mapping[Path, bytes],
    after: Mapping[Path, bytes],
    put: Callable[[Fix, Sources], Lesson | None] | None = None,
    *,
    errors_only: int = 0,
) -> tuple[Lesson, ...]:
    """Check both states of the workspace's files, and learn what mended each diagnostic.

    The texts are laid over the disk; what ``after`` does not hold is as before. Somebody taught
    it, so what has no private name serves all workspaces at once, unless ``put`` keeps it in
    another way. With ``errors_only`` warnings teach nothing, nor do more errors than these.
    Raises ``NothingLearnedError`` where no diagnostic goes, or an error comes, and
    ``CheckFailedError``.
    """
    engine = parts.engine
    snapshot = Snapshot(before)
    sources = Sources(snapshot)
    known = {file: sources.read(file) or b"" for file in after}
    edits = edits_between(known, after)
    if not edits:
        raise NothingLearnedError("both say the same: there is no repair between them")
    report = await engine.check(snapshot)
    if report.failure:
        raise CheckFailedError(report.failure)
    state = engine.state(snapshot, report)
    if not report.diagnostics or (errors_only and not 0 < len(state.errors) <= errors_only):
        raise NothingLearnedError("the text before has no error and no warning to learn from")
    verdict, _ = await engine.compile(state, None, tuple(edits))
    mended = _mended(state.errors, report.diagnostics, verdict)
    lessons = []
    for target in mended[:MAX_LESSONS]:
        part = tuple(edits)
        if len(edits) > 1:
            found = await Minimiser(engine, state).smallest(target, edits)
            part = found[0] if found else part
        fix = repaired(target, part, verdict, sources)
        kept = put(fix, sources) if put else parts.learn(fix, sources, explicit=True)
        if kept is not None:
            lessons.append(kept)
    if not lessons:
        why = parts.knowledge.journal.failure or "it was forgotten on purpose before"
        raise NothingLearnedError(f"nothing is kept: {why}")
    return tuple(lessons)


def repaired(
    target: Diagnostic, edits: Sequence[TextEdit], verdict: Verdict, sources: Sources
) -> Fix:
    """Return a repair that a person made as the fix it would have been."""
    title = shown_change(edits, sources)
    candidate = Candidate(title, tuple(edits), Origin.PAST_FIX, target, source="by-hand")
    return Fix(candidate, verdict)


def keep(
    journal: "Journal", past: PastFix, fix: Fix, sources: Sources, *, explicit: bool
) -> Lesson | None:
    """Write a repair into the journal with what may be made of it elsewhere.

    None where the journal does not keep it: it was forgotten, or the file fails.
    """
    if not journal.record(past):
        return None
    candidate = fix.candidate
    ways = generalise(candidate.diagnostic, candidate.edits, sources)
    kept = journal.rewrites.learn(
        ways,
        fix=past.id,
        change=change_of(past),
        workspace=past.workspace,
        explicit=explicit,
        generaliser=GENERALISER,
    )
    return Lesson(past, kept)


def _mended(
    errors: Sequence[Diagnostic], every: Sequence[Diagnostic], verdict: Verdict
) -> list[Diagnostic]:
    """Return what to learn from: the errors that are gone, or where there were none, the rest."""
    if verdict.failure:
        raise CheckFailedError(verdict.failure)
    if verdict.caused:
        first = verdict.caused[0]
        raise NothingLearnedError(
            f"the text after has an error that the one before had not: {first.message}"
        )
    gone = [each for each in (errors or every) if each in verdict.resolved]
    if not gone:
        raise NothingLearnedError(
            f"{(errors or every)[0].message}: it is there after the change as well, so that is "
            "no repair"
        )
    return gone
