"""What becomes of a repair that stood: its unrelated parts cut away, then kept or left be."""

import asyncio
from typing import TYPE_CHECKING

from rustmend.domain import Snapshot
from rustmend.learning.minimise import MAX_COMPILES, Minimiser
from rustmend.learning.observe import Repair
from rustmend.learning.teach import Lesson, repaired
from rustmend.learning.texts import changed_lines
from rustmend.propose import Context
from rustmend.propose.cautions import cautions
from rustmend.repair import State
from rustmend.sources import Sources

if TYPE_CHECKING:
    from rustmend.wiring import Parts

MAX_LINES = 30


async def settle(parts: "Parts", repair: Repair) -> Lesson | None:
    """Verify what of a repair mends its error, and keep that; None where nothing is worth it.

    At most six runs of cargo, which end when the task is cancelled.
    """
    snapshot = Snapshot({**repair.after, **repair.before})
    sources = Sources(snapshot)
    state = State(snapshot, repair.report, sources)
    target = repair.diagnostic
    found = await Minimiser(parts.engine, state, MAX_COMPILES).smallest(target, repair.edits)
    if found is None:
        return None
    edits, verdict = found
    if changed_lines(list(edits), repair.before) > MAX_LINES:
        return None
    context = Context(parts.workspace, sources, repair.report.diagnostics)
    if any(caution.heavy for caution in cautions(sources, edits, context, target)):
        return None
    fix = repaired(target, edits, verdict, sources)
    return await asyncio.to_thread(parts.learn, fix, sources)
