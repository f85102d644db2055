"""Learn from a repair that somebody made: both states compiled, the difference kept."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rustmend.coder.change import Texts
from rustmend.coder.trial import Trial, edits_of, start, try_change
from rustmend.domain import Candidate, Diagnostic, Fix, Origin, Snapshot
from rustmend.errors import UsageError

if TYPE_CHECKING:
    from rustmend.wiring import Parts


@dataclass(frozen=True, slots=True)
class Learned:
    """What came of it: the ids of the past fixes with their errors, and the repair as judged."""

    fixes: tuple[tuple[str, Diagnostic], ...]
    trial: Trial


async def learn(parts: "Parts", before: Texts, after: Texts, title: str = "") -> Learned:
    """Keep a past fix for each error that is gone ``after``.

    Raises ``UsageError`` where the repair mends nothing or causes an error, or where the settings
    say that nothing is learned.
    """
    if not parts.settings.learn:
        raise UsageError("the setting `learn` is false: nothing is learned")
    if before.keys() != after.keys():
        raise UsageError("give the texts before and after of the same files")
    snapshot = Snapshot(before)
    state = await start(parts.engine, snapshot)
    trial = await try_change(parts.engine, state, edits_of(after, state.sources))
    mended = [each for each in trial.verdict.resolved if each.is_error]
    if not trial.verified or not mended:
        raise UsageError(f"not learned: {trial.why_not or 'there was no error before'}")
    fixes = []
    for diagnostic in mended:
        candidate = Candidate(
            title=title or f"Fix {diagnostic.code or 'this error'}",
            edits=trial.edits,
            origin=Origin.PAST_FIX,
            diagnostic=diagnostic,
            source="hand",
            cautions=trial.cautions,
        )
        past = parts.past_fix(Fix(candidate, trial.verdict), state.sources)
        if parts.knowledge.journal.record(past):
            fixes.append((past.id, diagnostic))
    return Learned(tuple(fixes), trial)
