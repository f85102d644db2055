"""The private copy of a workspace that is compiled, so that nothing is written to the user's own.

Two kinds behind one Protocol: ``overlay`` where Linux lets us, ``copy`` elsewhere and for a
single file.
"""

import asyncio
import contextlib
import logging
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol, TypeVar

from rustmend.cargo.check import Downloads, Place, Report, check
from rustmend.cargo.disk import keep_within
from rustmend.cargo.mirror import Mirror
from rustmend.cargo.overlay import Overlay
from rustmend.cargo.probe import obstacle, probe
from rustmend.cargo.seed import continue_from, seed
from rustmend.cargo.selection import Selection
from rustmend.cargo.single import SingleFile
from rustmend.cargo.slots import Slot, free_siblings, outside, start_over, take, unwritable
from rustmend.cargo.workspace import Workspace
from rustmend.domain import Diagnostic, Snapshot

__all__ = ["Report", "Shadow", "open_shadow", "probe"]

_T = TypeVar("_T")
_GIGABYTE = 2**30
_BETWEEN_SWEEPS = 600.0  # seconds

_log = logging.getLogger(__name__)


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
    reason, forced = "as asked for", kind is not None
    if workspace.single_file:
        kind, reason = "copy", "only the file and what it reaches"
    elif kind is None:
        kind, reason = await probe(outside(cache, workspace.roots))
    shadow = _Shadow(workspace, cache, limit_gb, kind, reason)
    if kind == "overlay" and not forced and (why_not := await obstacle(shadow.place)):
        shadow.close()
        shadow = _Shadow(workspace, cache, limit_gb, "copy", why_not)
    return shadow


class _Copy(Protocol):
    """What the kinds have of their own. Methods block, and are called in a thread."""

    target: Path

    @property
    def place(self) -> Place: ...
    @property
    def unused(self) -> bool: ...
    def prepare(self, texts: Mapping[Path, bytes], suspect_since: int | None = None) -> None: ...
    def settle(self) -> None: ...


class _Shadow:
    def __init__(
        self, workspace: Workspace, cache: Path, limit_gb: float, kind: str, reason: str
    ) -> None:
        self.kind = kind
        self.reason = reason
        self._workspace = workspace
        self._cache = cache
        self._limit = int(limit_gb * _GIGABYTE)
        self._slot = take(workspace, cache, kind)
        try:
            self._copy = _copy(workspace, self._slot)
        except OSError as error:
            self._slot.release()
            raise unwritable(cache, error) from error
        self._downloads = Downloads()
        self._one_at_a_time = asyncio.Lock()
        self._closed = threading.Event()
        self._swept = float("-inf")
        self._sweep: asyncio.Task[int] | None = None
        self._too_large = False
        self._shrunk = False

    @property
    def place(self) -> Place:
        """Where cargo runs."""
        return self._copy.place

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
        async with self._one_at_a_time:
            try:
                await _to_the_end(self._prepare, snapshot, selection)
            except OSError as error:
                raise unwritable(self._cache, error) from error
            try:
                return await check(
                    self._copy.place.with_environment(dict(selection.extra_env)),
                    selection.arguments(self._workspace, narrow),
                    self._downloads,
                    on_diagnostic=on_diagnostic,
                    timeout=timeout,
                    low_priority=low_priority,
                )
            finally:
                with contextlib.suppress(OSError):
                    self._copy.settle()
                self._keep_within_limit()

    def close(self) -> None:
        self._closed.set()
        self._slot.release()

    def _prepare(self, snapshot: Snapshot, selection: Selection) -> None:
        if self._too_large:
            self._too_large = False
            start_over(self._slot.folder)
            self._copy = _copy(self._workspace, self._slot)
        since = self._seed(selection) if self._copy.unused else None
        self._copy.prepare(snapshot.texts, since)

    def _seed(self, selection: Selection) -> int | None:
        """Fill the target folder, and return when the oldest compile of ours in it began."""
        workspace = self._workspace
        start_over(self._slot.folder)
        self._copy = _copy(workspace, self._slot)
        folders = {workspace.target_directory, workspace.build_directory}
        if selection.target_dir:
            folders.add(workspace.root / selection.target_dir)
        profile = selection.profile_folder
        profiles = [profile, *([f"{selection.target}/{profile}"] if selection.target else [])]
        seeded = seed(
            [folder / sub for folder in folders if folder for sub in ("", "rust-analyzer")],
            self._copy.target,
            profiles,
            rustc_version=workspace.rustc_version,
            local=_local_names(workspace),
            with_local=self.kind == "overlay",
        )
        if seeded is None and self.kind == "overlay":
            for sibling in free_siblings(self._slot):
                if continue_from(sibling, self._slot.folder, profiles, _local_names(workspace)):
                    break
            self._copy = _copy(workspace, self._slot)
        return seeded.oldest if seeded else None

    def _keep_within_limit(self) -> None:
        """Look after the disk now and then, beside the checks."""
        if time.monotonic() - self._swept < _BETWEEN_SWEEPS:
            return
        self._swept = time.monotonic()
        self._sweep = asyncio.create_task(
            asyncio.to_thread(keep_within, self._cache, self._limit, self._closed)
        )
        self._sweep.add_done_callback(self._after_sweep)

    def _after_sweep(self, sweep: asyncio.Task[int]) -> None:
        if sweep.cancelled():
            return
        if error := sweep.exception():
            _log.warning("the disk limit could not be looked after: %s", error)
        elif sweep.result() > self._limit and not self._shrunk:
            # nothing is left to remove but what is in use: our own before its next run, but
            # once only, since a workspace larger than the limit would be compiled for ever
            self._too_large = self._shrunk = True


def _copy(workspace: Workspace, slot: Slot) -> _Copy:
    if workspace.single_file:
        return SingleFile(workspace, slot.folder)
    if slot.kind == "overlay":
        return Overlay(workspace, slot.folder)
    return Mirror(workspace, slot.folder)


def _local_names(workspace: Workspace) -> set[str]:
    """Return the names of packages and crates that are compiled from this disk."""
    names = {target.name for package in workspace.packages for target in package.targets}
    return names | {package.name for package in workspace.packages}


async def _to_the_end(function: Callable[..., _T], *args: object) -> _T:
    """Run ``function`` in a thread; when cancelled, wait for it, since it cannot be stopped."""
    work = asyncio.ensure_future(asyncio.to_thread(function, *args))
    try:
        return await asyncio.shield(work)
    except asyncio.CancelledError:
        await asyncio.wait([work])
        raise
