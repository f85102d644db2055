"""Puts the parts together: settings and a workspace in, an engine out.

Every door uses it, and nothing else knows which parts there are. Heavy ones are imported
here when they are asked for.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rustmend.config import Settings, load
from rustmend.domain import Caution, Diagnostic, Fix, Snapshot
from rustmend.errors import UsageError
from rustmend.knowledge.base import Knowledge as Knowledge  # doors ask for it here

if TYPE_CHECKING:
    from rustmend.cargo.check import Report
    from rustmend.cargo.selection import Selection
    from rustmend.cargo.shadow import Shadow
    from rustmend.cargo.workspace import Workspace
    from rustmend.knowledge.journal import Outcome
    from rustmend.knowledge.pastfix import PastFix
    from rustmend.learning.teach import Lesson
    from rustmend.model.client import ModelClient
    from rustmend.propose import Proposer
    from rustmend.propose.model import Precedents
    from rustmend.repair import Engine, Limits
    from rustmend.sources import Sources
    from rustmend.write import UndoLog

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a door works with in one workspace."""

    workspace: "Workspace"
    settings: Settings
    engine: "Engine"
    knowledge: Knowledge

    def close(self) -> None:
        """Leave the private copy to others."""
        self.engine.shadow.close()

    def record(self, fix: Fix, sources: "Sources") -> None:
        """Write a repair that was made into the journal. ``sources`` read the texts before it."""
        self.count(fix, "accepted")
        self.knowledge.journal.proven_by(fix.candidate.source)
        if self.settings.learn:
            self.learn(fix, sources)

    def learn(self, fix: Fix, sources: "Sources", *, explicit: bool = False) -> "Lesson | None":
        """Keep a repair, and what may be made of it elsewhere. ``explicit``: somebody taught it.

        Returns None where it was forgotten on purpose before, or cannot be kept.
        """
        from rustmend.learning.teach import keep

        past = self.past_fix(fix, sources)
        kept = keep(self.knowledge.journal, past, fix, sources, explicit=explicit)
        if kept is not None and self.knowledge.team is not None:
            self.knowledge.team.nudge()
        return kept

    def withdraw(self, fix: Fix, sources: "Sources") -> None:
        """Remember that a repair was taken back, and learn nothing from it."""
        self.count(fix, "undone")
        self.knowledge.journal.forget(self.past_fix(fix, sources).id, for_good=False)

    def past_fix(self, fix: Fix, sources: "Sources") -> "PastFix":
        """Return a repair as the journal keeps it."""
        from rustmend.knowledge.pastfix import past_fix

        workspace = self.workspace
        return past_fix(fix, sources, root=workspace.root, toolchain=workspace.rustc_version)

    def count(self, fix: Fix, outcome: "Outcome") -> None:
        """Remember what became of an offer, for the order of later ones."""
        candidate = fix.candidate
        self.knowledge.journal.record_outcome(
            candidate.source, outcome, candidate.origin, candidate.diagnostic.code
        )


@asynccontextmanager
async def assemble(
    path: Path,
    flags: Mapping[str, Any] | None = None,
    *,
    edition: str = "2024",
    allow: frozenset[Caution] = frozenset(),
    allow_light: bool | None = None,
    warnings: bool = False,
    tests: bool = False,
) -> AsyncIterator[Parts]:
    """Give a command line's parts for the workspace of ``path``; ``None`` among ``flags`` is unset.

    Wrong settings are logged as warnings. Raises what loading the workspace and its shadow raise,
    and ``UsageError`` where the workspace is not trusted.
    """
    from dataclasses import replace

    from rustmend.cargo.disk import look_after
    from rustmend.cargo.workspace import load as load_workspace

    # before the first cargo, and again with the root's file: the path may be deep inside
    folder = path.absolute() if path.is_dir() else path.absolute().parent
    _trusted(flags, folder)
    workspace = await load_workspace(path, edition=edition)
    settings, problems = _trusted(flags, workspace.root)
    for problem in problems:
        log.warning("%s", problem)
    limits = replace(limits_of(settings), allow=allow, warnings=warnings, tests=tests)
    if allow_light is not None:
        limits = replace(limits, allow_light=allow_light)
    parts = await build(workspace, settings, Knowledge.of(settings), limits)
    try:
        if parts.knowledge.team is not None:
            # a command looks up once, and may be done before the client is loaded
            await asyncio.to_thread(parts.knowledge.team.wait_until_connected)
        yield parts
    finally:
        parts.close()
    limit = int(settings.cache.limit_gb * 2**30)
    await asyncio.to_thread(look_after, settings.cache_path, limit)


def _trusted(flags: Mapping[str, Any] | None, folder: Path) -> tuple[Settings, list[str]]:
    """Return the settings of a workspace in which cargo may run, and what is wrong with them."""
    settings, problems = load(flags, workspace=folder)
    if not settings.trusted:
        reasons = [problem for problem in problems if "`trusted`" in problem]
        why = reasons[0] if reasons else "the setting `trusted` is false"
        raise UsageError(f"{folder} is not trusted, so cargo is not run: {why}")
    return settings, problems


async def build(
    workspace: "Workspace",
    settings: Settings,
    knowledge: Knowledge,
    limits: "Limits | None" = None,
    *,
    low_priority: bool = False,
    compiling: asyncio.Semaphore | None = None,
) -> Parts:
    """Open the workspace's private copy and put an engine over it. Raises ``ShadowError``.

    ``compiling`` is held for each run of cargo, so that several workspaces take turns.
    """
    from rustmend.repair import Engine

    if knowledge.team is not None:
        knowledge.team.start()
    copy = await shadow(workspace, settings)
    engine = Engine(
        workspace,
        _TakingTurns(copy, compiling) if compiling else copy,
        proposer(knowledge),
        selection(settings),
        limits or limits_of(settings),
        low_priority=low_priority,
    )
    return Parts(workspace, settings, engine, knowledge)


async def shadow(workspace: "Workspace", settings: Settings) -> "Shadow":
    """Open the workspace's private copy. Raises ``ShadowError``."""
    from rustmend.cargo.shadow import open_shadow

    return await open_shadow(workspace, cache=settings.cache_path, limit_gb=settings.cache.limit_gb)


class _TakingTurns:
    """A shadow that compiles only while it holds the semaphore."""

    def __init__(self, copy: "Shadow", compiling: asyncio.Semaphore) -> None:
        self._copy = copy
        self._compiling = compiling
        self.kind, self.reason = copy.kind, copy.reason

    async def check(
        self,
        snapshot: Snapshot,
        selection: "Selection",
        *,
        narrow: tuple[str, ...] = (),
        on_diagnostic: Callable[[Diagnostic], None] | None = None,
        timeout: float | None = None,
        low_priority: bool = True,
    ) -> "Report":
        async with self._compiling:
            return await self._copy.check(
                snapshot,
                selection,
                narrow=narrow,
                on_diagnostic=on_diagnostic,
                timeout=timeout,
                low_priority=low_priority,
            )

    def close(self) -> None:
        self._copy.close()


def selection(settings: Settings) -> "Selection":
    """Return what the user's check covers."""
    from rustmend.cargo.selection import Selection

    check = settings.check
    jobs = ("--jobs", str(settings.verify.jobs)) if settings.verify.jobs else ()
    return Selection(
        command=check.command,
        features=check.features,
        no_default_features=check.no_default_features,
        all_targets=check.all_targets,
        target=check.target,
        target_dir=check.target_dir,
        extra_args=(*jobs, *check.extra_args),
        extra_env=tuple(check.extra_env.items()),
    )


def limits_of(settings: Settings) -> "Limits":
    """Return how far the engine goes."""
    from rustmend.repair import Limits

    return Limits(
        max_candidates=settings.verify.max_candidates,
        max_errors=settings.verify.max_errors,
        max_rounds=settings.fix.max_rounds,
        max_checks=settings.fix.max_checks,
        allow_light=settings.fix.allow_light,
    )


def proposer(knowledge: Knowledge) -> "Proposer":
    """Return the sources of candidates, together."""
    from rustmend.propose import Proposer
    from rustmend.propose.compiler import CompilerSuggestions
    from rustmend.propose.migrations import Migrations, load_migrations
    from rustmend.propose.past import PastFixes
    from rustmend.propose.recipes import Recipes
    from rustmend.propose.rules import Rules

    journal = knowledge.journal
    past = PastFixes(journal.rewrites.all, knowledge.team_rewrites)
    recipes = Recipes(knowledge.entries, knowledge.said)
    moved = Migrations(load_migrations(knowledge.folder) if knowledge.folder else ())
    return Proposer([CompilerSuggestions(), Rules(), moved, recipes, past], journal.track_record)


def knowledge(flags: Mapping[str, Any] | None = None) -> Knowledge:
    """Return what is known about mistakes, for a command that needs no workspace."""
    settings, problems = load(flags, workspace=Path.cwd())
    for problem in problems:
        log.warning("%s", problem)
    return Knowledge.of(settings)


def precedents(knowledge: Knowledge, workspace: "Workspace") -> "Precedents":
    """Return what looks up how similar errors were mended: past fixes first, then entries."""
    from rustmend.explanation import precedent, precedent_of

    def look_up(diagnostic: Diagnostic) -> list[tuple[str, str]]:
        past = knowledge.past_fixes(diagnostic, workspace.root, 2)
        found = [precedent_of(each) for each in past]
        for entry in knowledge.similar(diagnostic, 3):
            similar = precedent(entry) if diagnostic.code in entry.codes else None
            found += [similar] if similar else []
        return [(each.title, each.diff) for each in found[:3]]

    return look_up


def model_client(settings: Settings) -> "ModelClient | None":
    """Return a client of the configured model; None where there is none or it is switched off.

    Raises ``ModelError`` where the address is none.
    """
    if not (settings.model.enabled and settings.model.base_url):
        return None
    from rustmend.model.client import ModelClient
    from rustmend.model.ledger import Ledger, ledger_file

    return ModelClient(settings, Ledger(ledger_file(settings)))


def undo_log() -> "UndoLog":
    """Return the record of what ``rustmend fix --write`` wrote."""
    from rustmend.write import UndoLog

    settings, _ = load(workspace=Path.cwd())
    return UndoLog(settings.cache_path / "undo")
