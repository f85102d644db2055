"""What private copies take on disk, and keeping it within a limit.

Counted is what would be free without them: a library that is hard-linked from the user's own
target folder costs nothing.
"""

import contextlib
import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from filelock import Timeout

from rustmend.cargo.slots import homes, label_of, lock_of, remove

_LEFTOVERS = ("removed-*", "probe-*", "shadows/*/removed-*")
_LONG_AGO = 3600.0  # seconds
_SHORT_WHILE = 600.0


@dataclass(frozen=True, slots=True)
class Usage:
    """One private copy: of which workspace, of what kind, how large, when last used.

    ``size`` is in bytes, ``last_used`` in seconds since the epoch.
    """

    root: Path
    folder: Path
    kind: str
    size: int
    last_used: float
    in_use: bool


def usage(cache: Path) -> list[Usage]:
    """Return the copies in ``homes(cache)``, the longest unused first."""
    return [replace(one, in_use=not _free(one.folder)) for one in _measure(cache)]


def clean(cache: Path) -> int:
    """Remove every private copy that is not in use, and return the bytes that freed."""
    _sweep_leftovers(cache)
    return sum(one.size for one in _measure(cache) if _remove(one))


def keep_within(cache: Path, limit: int, stop: threading.Event | None = None) -> int:
    """Remove the longest unused copies until all take at most ``limit`` bytes.

    Returns what they take then, in bytes. One in use is never removed, so it may be more.
    ``stop`` ends it early.
    """
    _sweep_leftovers(cache)
    found = _measure(cache, stop)
    total = sum(one.size for one in found)
    for one in found:
        if total <= limit or (stop and stop.is_set()):
            break
        if _remove(one):
            total -= one.size
    return total


def look_after(cache: Path, limit: int) -> None:
    """Keep within ``limit`` bytes, unless that was done a short while ago by whomever.

    It is for programs that end sooner than a sweep beside their work would.
    """
    folders = [home / "shadows" for home in homes(cache)]
    note = next((each for each in folders if each.is_dir()), folders[0]) / "swept"
    if time.time() - _time(note) < _SHORT_WHILE:
        return
    with contextlib.suppress(OSError):
        note.touch()
        keep_within(cache, limit)


def _measure(cache: Path, stop: threading.Event | None = None) -> list[Usage]:
    found: list[Usage] = []
    linked: dict[int, list[int]] = {}
    for slot in _slots(cache):
        label = label_of(slot)
        if label is None or (stop and stop.is_set()):
            continue
        size = _size(slot, len(found), linked)
        found.append(Usage(Path(label.root), slot, label.kind, size, _last_used(slot), True))
    # all the links of such a file are ours, so it would go with the copy that is counted for it
    for first, blocks, links, seen in linked.values():
        if links == seen:
            found[first] = replace(found[first], size=found[first].size + blocks)
    return sorted(found, key=lambda one: one.last_used)


def _remove(one: Usage) -> bool:
    try:
        with lock_of(one.folder).acquire(timeout=0):
            remove(one.folder)
    except (Timeout, OSError):
        return False
    return True


def _sweep_leftovers(cache: Path) -> None:
    """Delete what a process that was killed long ago has left."""
    for folder in [each for home in homes(cache) for end in _LEFTOVERS for each in home.glob(end)]:
        if _time(folder) < time.time() - _LONG_AGO:
            with contextlib.suppress(OSError):
                remove(folder)


def _slots(cache: Path) -> Iterator[Path]:
    for home in homes(cache):
        slots = sorted((home / "shadows").glob("*/slot*"))
        yield from (folder for folder in slots if folder.is_dir())


def _free(slot: Path) -> bool:
    try:
        with lock_of(slot).acquire(timeout=0):
            return True
    except (Timeout, OSError):
        return False


def _last_used(slot: Path) -> float:
    return max((_time(slot / name) for name in ("slot.json", "clock")), default=0.0)


def _time(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def _size(folder: Path, number: int, linked: dict[int, list[int]]) -> int:
    """Return what the files take that have no second name, and note the others in ``linked``."""
    total = 0
    folders = [str(folder)]
    while folders:
        try:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    stat = entry.stat(follow_symlinks=False)
                    taken = getattr(stat, "st_blocks", -(-stat.st_size // 512)) * 512
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                        total += taken
                    elif stat.st_nlink == 1:
                        total += taken
                    else:
                        known = linked.setdefault(stat.st_ino, [number, taken, stat.st_nlink, 0])
                        known[3] += 1
        except OSError:  # went away meanwhile, or overlayfs's work folder
            continue
    return total
