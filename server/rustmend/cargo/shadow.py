"""The private copy of a workspace that is compiled, so that nothing is written to the user's own.

Two kinds behind one Protocol: ``overlay`` where Linux lets us, ``copy`` elsewhere.
"""

import asyncio
import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol, TypeVar

from rustmend.cargo.check import Downloads, Place, Report, check
from rustmend.cargo.mirror import Mirror
from rustmend.cargo.overlay import Overlay, launcher
from rustmend.cargo.seed import seed
from rustmend.cargo.selection import Selection
from rustmend.cargo.single import SingleFile
from rustmend.cargo.slots import Slot, outside, remove, take, unwritable
from rustmend.cargo.workspace import Workspace
from rustmend.domain import Diagnostic, Snapshot
from rustmend.errors import RustmendError
from rustmend.process import run

_T = TypeVar("_T")

__all__ = ["Report", "Shadow", "open_shadow", "probe"]


class Shadow(Protocol):
    """Checks snapshots of one workspace, one run at a time.

    ``kind`` is "overlay" or "copy", ``reason`` why it is, in plain words.
    """

    kind: str
    reason: str

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
        """Compile the selection in the state of ``snapshot`` and report.

        ``narrow`` are packages to compile instead: such a run may reject a candidate, never
        verify one. ``timeout`` is in seconds. Cancelling kills all that was started. Raises
        ``ShadowError``.
        """

    def close(self) -> None:
        """Leave the private copy to others. What it holds stays for the next time."""


async def open_shadow(
    workspace: Workspace, *, cache: Path, limit_gb: float, kind: str | None = None
) -> Shadow:
    """Return a private copy of ``workspace`` below ``cache``, empty or as it was left.

    ``limit_gb`` bounds what all copies take on disk together; ``kind`` is found out where it
    is not given. Raises ``ShadowError``.
    """
    cache = outside(cache, workspace.roots)
    if workspace.single_file:
        return _Shadow(workspace, take(workspace, cache, "copy"), "a single file is copied")
    reason = "as asked for"
    forced = kind is not None
    if kind is None:
        kind, reason = await probe(cache)
    slot = take(workspace, cache, kind)
    shadow = _Shadow(workspace, slot, reason)
    if kind == "copy" or forced or not (obstacle := await _obstacle(shadow.copy.place)):
        return shadow
    slot.release()
    return _Shadow(workspace, take(workspace, cache, "copy"), obstacle)


_probed: dict[Path, tuple[str, str]] = {}


async def probe(cache: Path) -> tuple[str, str]:
    """Return which kind of private copy works below ``cache``, and why, in plain words.

    It is tried out once a process. Raises ``ShadowError`` where nothing can be written there.
    """
    if cache not in _probed:
        _probed[cache] = await _try_overlay(cache)
    return _probed[cache]


async def _try_overlay(cache: Path) -> tuple[str, str]:
    try:
        cache.mkdir(parents=True, exist_ok=True)
        trial = Path(tempfile.mkdtemp(prefix="probe-", dir=cache)).resolve()
    except OSError as error:
        raise unwritable(cache, error) from error
    try:
        return await _mount_and_write(trial)
    finally:
        remove(trial)


async def _mount_and_write(trial: Path) -> tuple[str, str]:
    tools = [tool for tool in ("unshare", "mount") if not shutil.which(tool)]
    if tools:
        return "copy", f"{' and '.join(tools)} not found"
    tree, layer = trial / "tree", trial / "upper" / "layer"
    for folder in (tree, layer, trial / "lower" / "layer", trial / "work" / "layer"):
        folder.mkdir(parents=True)
    (tree / "file").write_text("below")
    words = [*launcher(trial, {tree: layer}, tree), "sh", "-c", 'printf "%s" above > file; id -u']
    try:
        done = await run(words, cwd=trial, timeout=20)
    except RustmendError as error:
        return "copy", str(error)
    seen = (tree / "file").read_text(), _text(layer / "file"), done.stdout.strip()
    if seen == ("below", "above", str(os.getuid())):
        return "overlay", "namespaces and overlayfs work here"
    words_said = done.stderr.strip().splitlines()
    return "copy", words_said[-1] if words_said else "overlayfs does not keep writes apart"


def _text(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:
        return ""


class _Copy(Protocol):
    """What the two kinds have of their own; methods block and are called in a thread."""

    kind: str
    target: Path

    @property
    def place(self) -> Place: ...
    @property
    def unused(self) -> bool: ...
    def prepare(self, texts: Mapping[Path, bytes], suspect_since: int | None = None) -> None: ...
    def settle(self) -> None: ...


class _Shadow:
    def __init__(self, workspace: Workspace, slot: Slot, reason: str) -> None:
        self._workspace = workspace
        self._slot = slot
        self.copy = _copy(workspace, slot)
        self.kind = self.copy.kind
        self.reason = reason
        self._place = self.copy.place
        self._downloads = Downloads()
        self._one_at_a_time = asyncio.Lock()

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
        place = self._place.with_environment(dict(selection.extra_env))
        async with self._one_at_a_time:
            try:
                await _to_the_end(self._prepare, snapshot, selection)
            except OSError as error:
                raise unwritable(self._slot.folder.parents[2], error) from error
            try:
                return await check(
                    place,
                    selection.arguments(self._workspace, narrow),
                    self._downloads,
                    on_diagnostic=on_diagnostic,
                    timeout=timeout,
                    low_priority=low_priority,
                )
            finally:
                with contextlib.suppress(OSError):
                    self.copy.settle()

    def close(self) -> None:
        self._slot.release()

    def _prepare(self, snapshot: Snapshot, selection: Selection) -> None:
        since = None
        if self.copy.unused:
            since = self._seed(selection)
        self.copy.prepare(snapshot.texts, since)

    def _seed(self, selection: Selection) -> int | None:
        workspace = self._workspace
        remove(self.copy.target)
        profile = selection.profile_folder
        profiles = [profile] + ([f"{selection.target}/{profile}"] if selection.target else [])
        users = {workspace.target_directory, workspace.build_directory} - {None}
        seeded = seed(
            [folder / sub for folder in users if folder for sub in ("", "rust-analyzer")],
            self.copy.target,
            profiles,
            rustc_version=workspace.rustc_version,
            local={
                name
                for package in workspace.packages
                for name in (package.name, *(target.name for target in package.targets))
            },
            with_local=self.kind == "overlay",
        )
        return seeded.oldest if seeded else None


def _copy(workspace: Workspace, slot: Slot) -> _Copy:
    if workspace.single_file:
        return SingleFile(workspace, slot.folder)
    return (
        Overlay(workspace, slot.folder)
        if slot.kind == "overlay"
        else Mirror(workspace, slot.folder)
    )


async def _obstacle(place: Place) -> str:
    """Return why an overlay cannot be had of this workspace, "" where it can.

    One that holds a mount point of its own cannot be seen whole through an overlay.
    """
    try:
        done = await run([*place.launcher, "cat", "Cargo.toml"], cwd=place.cwd, timeout=20)
    except RustmendError as error:
        return str(error)
    return (done.stderr.strip() or "no overlay") if done.returncode else ""


async def _to_the_end(function: Callable[..., _T], *args: object) -> _T:
    """Run ``function`` in a thread; when cancelled, wait for it, since it cannot be stopped."""
    work = asyncio.ensure_future(asyncio.to_thread(function, *args))
    try:
        return await asyncio.shield(work)
    except asyncio.CancelledError:
        await asyncio.wait([work])
        raise
