"""Looks after what a sandbox takes as a whole, where only cgroups could set a limit to it.

It looks several times a second and ends the sandbox above a limit, so that a limit is passed for
as long as that takes; the limits of each process hold at any moment.
"""

import asyncio
import contextlib
import logging
import os
import re
import time
from collections.abc import Sequence
from pathlib import Path

import psutil

_EVERY = 0.2  # seconds
_MEGABYTE = 2**20
# below this, the machine itself is about to fail
_MEMORY_LEFT = 200 * _MEGABYTE
_DISK_LEFT = 200 * _MEGABYTE
_MOST_ENTRIES = 100_000
_PRIVATE = re.compile(r"^Rss(?:Anon|Shmem):\s+(\d+) kB", re.M)

log = logging.getLogger(__name__)


async def watch(folder: Path, ended: list[str], *, memory_mb: int, disk_mb: int) -> None:
    """Return once the sandbox of ``folder`` was ended; ``ended`` gets the reason in plain words.

    It has it before the processes go, since whoever waits for them cancels this at once. They are
    those of our children whose command names the folder, or that work in it.
    """
    wait = _EVERY
    while True:
        await asyncio.sleep(wait)
        begun = time.monotonic()
        limits = (memory_mb * _MEGABYTE, disk_mb * _MEGABYTE)
        await asyncio.to_thread(_look, folder, ended, *limits)
        if ended:
            return
        wait = max(_EVERY, 4 * (time.monotonic() - begun))


def _look(folder: Path, ended: list[str], memory: int, disk: int) -> None:
    processes = _processes(folder)
    held = sum(_private(process.pid) for process in processes)
    taken = _size([folder / "project", folder / "target"], disk)
    reason = ""
    if held > memory:
        reason = f"it took more than {memory // _MEGABYTE} MiB of memory"
    elif taken > disk:
        reason = f"it wrote more than {disk // _MEGABYTE} MiB"
    elif processes and psutil.virtual_memory().available < _MEMORY_LEFT:
        reason = "no memory was left on this machine"
    elif processes and psutil.disk_usage(str(folder)).free < _DISK_LEFT:
        reason = "no room was left on this machine's disk"
    if reason:
        ended.append(reason)
        log.info("a sandbox was ended: %s", reason)
        for process in processes:
            with contextlib.suppress(psutil.Error):
                process.kill()


def _processes(folder: Path) -> Sequence[psutil.Process]:
    """Return the processes of the sandbox; orphans in it belong to its first one."""
    name = str(folder)
    for child in psutil.Process().children():
        with contextlib.suppress(psutil.Error):
            if any(name in word for word in child.cmdline()) or name in child.cwd():
                return [child, *child.children(recursive=True)]
    return []


def _private(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return sum(int(kilobytes) * 1024 for kilobytes in _PRIVATE.findall(status))


def _size(folders: Sequence[Path], most: int) -> int:
    """Return the bytes that the folders take on disk; counting ends above ``most``."""
    size = entries = 0
    waiting = [os.fspath(folder) for folder in folders]
    while waiting and size <= most:
        try:
            with os.scandir(waiting.pop()) as found:
                for entry in found:
                    entries += 1
                    size += entry.stat(follow_symlinks=False).st_blocks * 512
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
        except OSError:  # it is being written
            continue
        if entries > _MOST_ENTRIES:
            return most + 1
    return size
