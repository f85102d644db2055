"""Compile a submitted project and mend it until it builds, with the engine of every other door.

Only verified fixes are made, and nothing of what was sent gives way to something else: the answer
is the project that came in, with those edits.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

import msgspec

from rustmend import wiring
from rustmend.cargo.check import Report
from rustmend.cargo.metadata import Metadata
from rustmend.cargo.selection import Selection
from rustmend.cargo.words import error_line
from rustmend.cargo.workspace import Workspace, described
from rustmend.coder.compile import Build, cargo, compile_project, shortened, texts_of
from rustmend.coder.project import Project
from rustmend.coder.sandbox import Sandbox
from rustmend.coder.thinking import ModelRepair
from rustmend.config import Settings
from rustmend.domain import Diagnostic, Snapshot
from rustmend.errors import RustmendError, WorkspaceError
from rustmend.model.client import ModelClient
from rustmend.repair import Engine
from rustmend.search import Repair, repair
from rustmend.search_node import AppliedFix
from rustmend.settings import SandboxSettings

_METADATA = ["cargo", "metadata", "--no-deps", "--offline", "--format-version", "1"]


@dataclass(frozen=True, slots=True)
class Attempt:
    """A state of the project that was compiled, and what was said of it."""

    number: int
    success: bool
    output: str


@dataclass(frozen=True, slots=True)
class Mended:
    """What came of a project: ``success`` says that ``project``, as it is here, was built."""

    success: bool
    message: str
    attempts: tuple[Attempt, ...]
    project: Project
    build: Build
    fixes: tuple[AppliedFix, ...] = ()


class SandboxShadow:
    """Checks states of a submitted project; implements ``cargo.shadow.Shadow``."""

    kind = "sandbox"
    reason = "code of others"

    def __init__(self, sandbox: Sandbox, workspace: Workspace) -> None:
        self._sandbox = sandbox
        self._workspace = workspace

    async def check(
        self,
        snapshot: Snapshot,
        selection: Selection,
        *,
        narrow: tuple[str, ...] = (),
        on_diagnostic: Callable[[Diagnostic], None] | None = None,
        timeout: float | None = None,
        low_priority: bool = True,
    ) -> Report:
        """Compile the selection in the state of ``snapshot`` and report."""
        inside = {p: t for p, t in snapshot.texts.items() if p.is_relative_to(Sandbox.root)}
        return await cargo(
            inside,
            self._sandbox,
            selection.arguments(self._workspace, narrow),
            timeout=timeout,
            on_diagnostic=on_diagnostic,
        )

    def close(self) -> None:
        """Do nothing: the sandbox is its opener's."""


async def open_engine(project: Project, sandbox: Sandbox, *, max_rounds: int) -> Engine:
    """Return the engine over a project in a sandbox. Raises ``WorkspaceError``."""
    settings = sandbox.settings
    workspace = await _workspace(project, sandbox)
    limits = replace(
        wiring.limits_of(settings), max_rounds=max_rounds, timeout=settings.sandbox.seconds
    )
    return Engine(
        workspace,
        SandboxShadow(sandbox, workspace),
        wiring.proposer(wiring.Knowledge.of(settings)),
        _selection(settings),
        limits,
        low_priority=True,
    )


async def compile_and_fix(
    project: Project,
    sandbox: Sandbox,
    *,
    max_attempts: int = 10,
    test: bool = False,
    model: ModelClient | None = None,
    on_progress: Callable[[str], None] | None = None,
) -> Mended:
    """Build ``project``; where it fails, mend it and build it again.

    With a ``model``, that is asked about what rules do not surely mend. Each state on the way
    counts as an attempt, at most ``max_attempts``. Raises what ``compile_project`` raises.
    """
    tell = on_progress or (lambda _: None)
    project = project.with_manifest()
    build = await compile_project(project, sandbox, test=test, on_progress=tell)
    first = Attempt(1, build.success, build.build_output)
    if build.success:
        return Mended(True, "It builds as it is.", (first,), project, build)
    if max_attempts < 2 or not build.errors:
        return Mended(False, _why(build), (first,), project, build)
    tell(f"{_count(len(build.errors))}; looking for fixes")
    try:
        engine = await open_engine(project, sandbox, max_rounds=max_attempts - 1)
        snapshot = Snapshot(texts_of(project))
        done, failure = await _repaired(
            engine, snapshot, sandbox.settings, model, max_attempts - 1, tell
        )
    except RustmendError as error:
        return Mended(False, f"{_why(build)} {error}", (first,), project, build)
    if not done.texts:
        return Mended(False, f"{_why(build)} {failure}".rstrip(), (first,), project, build)
    mended = project.over(_named(done.texts))
    build = await compile_project(mended, sandbox, test=test, on_progress=tell)
    attempts = (first, *_steps(done, build, sandbox.settings.sandbox))
    message = _mended(done) if build.success else f"{_mended(done)} {_why(build)} {failure}"
    message = message.rstrip()
    return Mended(build.success, message, attempts, mended, build, done.fixes)


async def _repaired(
    engine: Engine,
    snapshot: Snapshot,
    settings: Settings,
    model: ModelClient | None,
    attempts: int,
    tell: Callable[[str], None],
) -> tuple[Repair, str]:
    """Return what the search came to, and why the model did no more, "" where nothing stopped it.

    The tests of a project that does not build cannot tell what a fix may break, so none are run.
    """
    if model is None:
        return await repair(engine, snapshot, on_progress=tell), ""
    run = ModelRepair(
        engine,
        model,
        wiring.precedents(wiring.Knowledge.of(settings), engine.workspace),
        max_attempts=min(attempts, settings.model.max_attempts),
        tests=False,
        tell=tell,
        snapshot=snapshot,
    )
    return await run.run(None), run.failure


def _named(texts: Mapping[Path, bytes]) -> dict[str, str]:
    return {
        str(path.relative_to(Sandbox.root)): text.decode()
        for path, text in texts.items()
        if path.is_relative_to(Sandbox.root)
    }


def _steps(done: Repair, build: Build, limits: SandboxSettings) -> list[Attempt]:
    """Return an attempt for each step of mending; the last one is the build after it."""
    steps = [list(group) for _, group in groupby(done.fixes, key=lambda each: id(each.fix.verdict))]
    attempts = []
    for number, step in enumerate(steps, start=2):
        titles = "".join(f"fixed: {each.fix.title}\n" for each in step)
        last = number == len(steps) + 1
        left = [each for each in step[0].fix.verdict.after if each.is_error]
        said = build.build_output if last else "".join(f"{each.rendered}\n" for each in left)
        said = shortened(f"{titles}\n{said}", limits)
        attempts.append(Attempt(number, last and build.success, said))
    return attempts


def _mended(done: Repair) -> str:
    fixes = len(done.fixes)
    return f"{fixes} verified {'fix' if fixes == 1 else 'fixes'} made."


def _why(build: Build) -> str:
    if build.errors:
        return f"{_count(len(build.errors))} left, and no verified fix for what is left."
    return f"It does not build: {error_line(build.build_output) or 'cargo does not say why'}"


def _count(errors: int) -> str:
    return f"{errors} error{'' if errors == 1 else 's'}"


async def _workspace(project: Project, sandbox: Sandbox) -> Workspace:
    sandbox.lay(texts_of(project))
    ran = await sandbox.run(_METADATA)
    if not ran.success:
        raise WorkspaceError(
            f"cargo cannot read the project: {ran.ended or error_line(ran.stderr)}"
        )
    try:
        said = msgspec.json.decode(ran.stdout, type=Metadata)
    except msgspec.MsgspecError as error:
        raise WorkspaceError(f"cargo metadata cannot be understood: {error}") from error
    return described(said, Sandbox.root, sandbox.toolbox.rustc_version)


def _selection(settings: Settings) -> Selection:
    """Return what is checked; nothing of the machine's own environment goes with it."""
    return replace(wiring.selection(settings), extra_args=(), extra_env=(), target=None)
