"""One cargo workspace: loads it, checks it when asked, newest request first.

Lives in the worker's thread. What it finds it puts into ``Findings`` and says so to its
listener, which must not block.
"""

import asyncio
import contextlib
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from rustmend.domain import Snapshot
from rustmend.errors import RustmendError
from rustmend.lsp.order import Focus
from rustmend.lsp.others import Others
from rustmend.lsp.pupil import Pupil
from rustmend.lsp.run import Request, Run, findings_of, reason_not_to_verify, snapshot_of
from rustmend.lsp.state import StateKeys
from rustmend.lsp.status import State
from rustmend.lsp.store import Findings, Stamp, stamp

if TYPE_CHECKING:
    from rustmend.cargo.workspace import Workspace
    from rustmend.config import Settings
    from rustmend.wiring import Parts

log = logging.getLogger(__name__)

UNTRUSTED = "this workspace is not trusted: cargo is not run"


class Listener(Protocol):
    """Who is told; called in the worker's thread."""

    def loaded(self, session: "Session", workspace: "Workspace", settings: "Settings") -> None:
        """Take note that the workspace was read."""

    def same_as(self, session: "Session", other: "Session") -> None:
        """Take note that ``other`` has this workspace already, and that ``session`` ends."""

    def state(self, session: "Session", state: State, message: str) -> None:
        """Take note of what is being done."""

    def found(self, session: "Session", findings: Findings) -> None:
        """Take note that a check ended, or that something was added to what it found."""

    def confirmed(self, session: "Session") -> None:
        """Take note that what is being worked on is the present state."""

    def trouble(self, session: "Session", message: str) -> None:
        """Tell the user, once."""


@dataclass(slots=True)
class Household:
    """What all sessions of a server share."""

    flags: Mapping[str, Any]
    listener: Listener
    sessions: dict[Path, "Session"] = field(default_factory=dict)
    loading: asyncio.Lock = field(default_factory=asyncio.Lock)
    compiling: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))
    paused: bool = False


class Session:
    """The workspace of ``place``: a folder with a manifest, or a single file.

    ``quiet`` for a folder that may not be a workspace at all, such as vendored code.
    """

    def __init__(self, place: Path, household: Household, *, quiet: bool = False) -> None:
        self.place = place
        self.focus = Focus()
        self.parts: Parts | None = None
        self._household = household
        self._quiet = quiet
        self._next: Request | None = None
        self._woken = asyncio.Event()
        self._keys = StateKeys()
        self._others = Others()
        self._working_on: bytes | None = None
        self._finished: tuple[bytes, Findings] | None = None
        self._ended = False
        self._told: tuple[State, str] = ("starting", "")
        self._manifests: dict[Path, Stamp] = {}
        self._root: Path | None = None
        self.pupil = Pupil()

    def ask(self, request: Request) -> None:
        """Check as soon as possible; what runs is cancelled, unless it is for the same state."""
        if self._next is not None and self._next.reload and not request.reload:
            request = Request(request.reason, request.buffers, reload=True)
        self._next = request
        self._woken.set()

    def end(self) -> None:
        """Serve no longer."""
        self._ended = True
        self._woken.set()

    def leave(self) -> None:
        """Give the private copy back."""
        if self.parts is not None:
            self.parts.close()
            self.parts = None

    def key(self, parts: "Parts", snapshot: Snapshot) -> bytes:
        """Return the same bytes for the same state of the workspace; from any thread."""
        single = parts.workspace.single_file
        texts = dict(snapshot.texts)
        if single and single not in texts and single.exists():
            texts[single] = single.read_bytes()
        return self._keys.key(() if single else parts.workspace.roots, Snapshot(texts))

    async def serve(self) -> None:
        """Handle requests, the newest first, until cancelled or found to be one too many."""
        work: asyncio.Task[bool] | None = None
        woken: asyncio.Task[bool] | None = None
        try:
            while work is None or not work.done() or await work:
                woken = asyncio.create_task(self._woken.wait())
                running = {work} if work and not work.done() else set()
                await asyncio.wait({*running, woken}, return_when=asyncio.FIRST_COMPLETED)
                if not woken.done():
                    woken.cancel()
                    continue
                self._woken.clear()
                if self._ended:
                    break
                request, self._next = self._next, None
                if request is None:
                    continue
                if running and await self._is_under_way(request):
                    self._household.listener.confirmed(self)
                    self._tell(*self._told)
                    continue
                if work is not None:
                    # the old run ends, processes and all, before the next one starts
                    work.cancel()
                    await asyncio.gather(work, return_exceptions=True)
                work = asyncio.create_task(self._handle(request))
        finally:
            left = [task for task in (work, woken) if task is not None]
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)
            self.leave()
            sessions = self._household.sessions
            for key in [key for key, session in sessions.items() if session is self]:
                del sessions[key]

    async def _is_under_way(self, request: Request) -> bool:
        if self.parts is None or request.reload or request.reason == "command":
            return False
        if self._has_other_manifests():
            return False
        snapshot = await asyncio.to_thread(snapshot_of, request.buffers)
        return self._working_on == await asyncio.to_thread(self.key, self.parts, snapshot)

    async def _handle(self, request: Request) -> bool:
        """Do what is asked; whether to go on serving."""
        self._working_on = None
        self._tell("starting" if self.parts is None else "checking")
        try:
            if self.parts is None or request.reload or self._has_other_manifests():
                other = await self._load()
                if other is not None:
                    other.ask(request)
                    return False
            if self.parts is not None:
                await self._check(self.parts, request)
                self._working_on = None
                await self.pupil.learn(self.parts)
        except RustmendError as error:
            self._fail(str(error))
        except Exception as error:
            log.exception("a check of %s failed", self.place)
            self._fail(f"internal error: {error!r}; the log has more")
        finally:
            self._working_on = None
        return True

    def _fail(self, message: str) -> None:
        self._finished = None
        if self._quiet and self.parts is None:
            log.info("%s is left alone: %s", self.place, message)
            self._tell("idle")
            return
        self._tell("error", message)
        self._household.listener.trouble(self, message)

    def _tell(self, state: State, message: str = "") -> None:
        self._told = state, message
        self._household.listener.state(self, state, message)

    async def _load(self) -> "Session | None":
        """Read the workspace and open its private copy; return who has it already, if anybody."""
        from rustmend import wiring
        from rustmend.cargo.workspace import load as load_workspace
        from rustmend.config import FILE_NAME
        from rustmend.config import load as load_settings

        house = self._household
        folder = self.place if self.place.is_dir() else self.place.parent
        settings, problems = load_settings(house.flags, workspace=self._root or folder)
        if not settings.trusted:
            self._distrust(problems)
            return None
        async with house.loading:
            workspace = await load_workspace(self.place)
            manifests = [package.manifest for package in workspace.packages]
            manifests += [file for file in (workspace.manifest, workspace.root / FILE_NAME) if file]
            self._manifests = {file: stamp(file) for file in manifests}
            other = house.sessions.setdefault(_identity(workspace), self)
            if other is not self:
                house.listener.same_as(self, other)
                return other
            self._root = workspace.root
            settings, problems = load_settings(house.flags, workspace=workspace.root)
            if not settings.trusted:
                self._distrust(problems)
                return None
            for problem in problems:
                house.listener.trouble(self, problem)
            if self.parts and (workspace, settings) == (self.parts.workspace, self.parts.settings):
                return None
            self.leave()
            self.parts = await wiring.build(
                workspace,
                settings,
                wiring.Knowledge.of(settings),
                low_priority=settings.diagnostics != "full",
                compiling=house.compiling,
            )
        self._finished = None
        house.listener.loaded(self, workspace, settings)
        return None

    def _distrust(self, problems: Sequence[str]) -> None:
        """Run nothing here, and say why: a wrong value is one of the reasons."""
        self.leave()
        for problem in problems:
            self._household.listener.trouble(self, problem)
        self._tell("idle", UNTRUSTED)

    def _has_other_manifests(self) -> bool:
        """Whether a manifest or our settings changed: not every editor watches them for us."""
        return any(stamp(file) != known for file, known in self._manifests.items())

    async def _check(self, parts: "Parts", request: Request) -> None:
        self._tell("checking")
        asked = request.reason == "command"
        if not asked and parts.settings.diagnostics != "full":
            expected = request.reason == "save"
            await self._others.finish(parts.workspace.roots, expected=expected)
        snapshot = await asyncio.to_thread(snapshot_of, request.buffers)
        key = await asyncio.to_thread(self.key, parts, snapshot)
        self._working_on = key
        report = await parts.engine.check(snapshot)
        if report.failure:
            self._fail(report.failure)
            return
        findings = await asyncio.to_thread(findings_of, report, snapshot, request, parts.workspace)
        await self.pupil.checked(parts, report, findings, self._manifests)
        known = not asked and self._take_over(key, findings)
        self._household.listener.found(self, findings)
        reason = ""
        if not known:
            self._finished = None
            paused = self._household.paused
            reason = "" if asked else reason_not_to_verify(parts.settings, findings, paused=paused)
            run = Run(
                parts,
                snapshot,
                focus=lambda: self.focus,
                tell=self._tell,
                found=lambda found: self._household.listener.found(self, found),
            )
            await run.work(report, findings, verify=not reason)
        if not reason:
            self._finished = (key, findings)
        remark = self._others.remark or parts.knowledge.remark
        self._tell("idle", reason or "; ".join(report.obstacles) or remark)
        await asyncio.to_thread(_tidy)

    def _take_over(self, key: bytes, findings: Findings) -> bool:
        """Take over what is known where exactly this state was worked on to its end."""
        if self._finished is None or self._finished[0] != key:
            return False
        known = self._finished[1]
        if known.diagnostics != findings.diagnostics:
            return False
        findings.texts = {**known.texts, **findings.texts}
        findings.outlines = {**known.outlines, **findings.outlines}
        findings.stamps.update({file: stamp(file) for file in findings.texts})
        findings.fixes, findings.fix_all = known.fixes, known.fix_all
        findings.tried, findings.details = known.tried, known.details
        findings.diagnostics = known.diagnostics
        return True


def _tidy() -> None:
    """Give back what the verification took: a tree of a large file is ten megabytes."""
    import ctypes

    from rustmend.knowledge.nodes import nodes
    from rustmend.syntax import forget

    forget()
    nodes.cache_clear()
    with contextlib.suppress(OSError, AttributeError):  # glibc's word for it
        ctypes.CDLL(None).malloc_trim(0)


def _identity(workspace: "Workspace") -> Path:
    return workspace.single_file or workspace.root.resolve()
