"""What a private target folder last compiled, kept beside it.

cargo takes a file for unchanged when its time is not later than that of the last compile. That
is wrong for a file that was moved in, copied with its times, or put back by taking an
edit away. So every slot remembers how each file looked when it last ran and what was laid in,
and whatever differs gets a time of its own: later than that of the last run.
"""

import hashlib
import os
import time
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

import msgspec

# folders whose content no check depends on, or that are too large to look through
SKIPPED = frozenset({".git", ".hg", ".jj", ".svn", "node_modules"})
_FINE = 20_000_000  # ns: two changes this close may share a time on file systems with fine times
_COARSE = 2_000_000_000  # and on those with whole seconds

Look = tuple[int, int, int, int, str]
"""How a file looks: modified and changed (ns), size, inode, and a digest if times may not tell."""


class Record(msgspec.Struct):
    """All that is known of a slot's past. ``laid`` maps a path to the digest of what was laid in.

    An empty digest: it was about to be laid in when the process ended, so nothing is known.
    """

    looks: dict[str, Look] = {}
    laid: dict[str, str] = {}

    def save(self, file: Path) -> None:
        """Write it, all or nothing."""
        partial = file.with_suffix(".new")
        partial.write_bytes(msgspec.msgpack.encode(self))
        partial.replace(file)

    @classmethod
    def read(cls, file: Path) -> "Record | None":
        """Return what was saved, or None where there is nothing that can be read."""
        try:
            return msgspec.msgpack.decode(file.read_bytes(), type=cls)
        except (OSError, msgspec.MsgspecError):
            return None


def digest(text: bytes) -> str:
    """Return a short name for a text."""
    return hashlib.blake2b(text, digest_size=16).hexdigest()


def look_through(
    roots: Iterable[Path],
    skipped: Collection[Path],
    before: Mapping[str, Look],
    also: Iterable[str] = (),
    links: set[str] | None = None,
) -> tuple[dict[str, Look], set[str]]:
    """Return how every source file below ``roots`` looks, by absolute path, and which changed.

    Changed are those that look otherwise than ``before``, new and gone ones included. Folders in
    ``skipped``, cargo's target folders and what no check depends on are left out, and so are links
    to folders and to other files below the roots, which ``links`` collects. ``also`` are
    further files to look at, wherever they are.
    """
    tops = [str(root) for root in roots]
    avoided = {str(folder) for folder in skipped}
    looks: dict[str, Look] = {}
    changed: set[str] = set()
    folders = list(tops)
    while folders:
        try:
            with os.scandir(folders.pop()) as listing:
                entries = list(listing)
        except OSError:  # went away, or may not be read: cargo will say so if it minds
            continue
        if any(entry.name == "CACHEDIR.TAG" for entry in entries):
            continue
        for entry in entries:
            path = entry.path
            if entry.name in SKIPPED or path in avoided:
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(path)
            elif entry.is_symlink() and not _leads_to_other_file(path, tops):
                if links is not None:
                    links.add(path)
            elif entry.is_file():
                compare(path, before.get(path), looks, changed)
    for path in also:
        if path not in looks:
            compare(path, before.get(path), looks, changed)
    changed.update(path for path in before if path not in looks)
    return looks, changed


def compare(path: str, before: Look | None, looks: dict[str, Look], changed: set[str]) -> None:
    """Put how a file looks into ``looks``, and its path into ``changed`` if it looked otherwise.

    A file changed so lately that a further change could leave its times as they are is read, now
    and the next time.
    """
    try:
        stat = os.stat(path)  # noqa: PTH116  # called for every source file
    except OSError:
        return
    times = (stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino)
    window = _FINE if stat.st_mtime_ns % 1_000_000_000 else _COARSE
    young = abs(time.time_ns() - stat.st_mtime_ns) < window
    same = before is not None and before[:4] == times
    content = _digest_of(path) if young or (same and before and before[4]) else ""
    if not same or (before and before[4] and before[4] != content):
        changed.add(path)
    looks[path] = (*times, content if young else "")


def _digest_of(path: str) -> str:
    try:
        return digest(Path(path).read_bytes())
    except OSError:
        return "unreadable"


def _leads_to_other_file(path: str, tops: list[str]) -> bool:
    """Whether a link leads to a file that is not looked at under a name of its own."""
    real = os.path.realpath(path)
    return Path(real).is_file() and not any(real.startswith(top + os.sep) for top in tops)


class Clock:
    """The time of the file system that a slot lies on, read from a file that is touched.

    It also tells whether the last run came to its end: ``begin`` and ``end`` frame a run, and
    ``last`` is when it ended, or now where that was never seen.
    """

    _PATIENCE = 3.0  # seconds; longer than the coarsest file system's step

    def __init__(self, folder: Path) -> None:
        self._file = folder / "clock"
        self._running = folder / "running"

    def last(self) -> int:
        """Return when the last run ended, in ns; 0 where there was none."""
        if self._running.exists():
            self._file.touch()
        try:
            return self._file.stat().st_mtime_ns
        except FileNotFoundError:
            return 0

    def after(self, moment: int) -> int:
        """Return a time that is present and later than ``moment``, in ns."""
        give_up = time.monotonic() + self._PATIENCE
        while True:
            self._file.touch()
            now = self._file.stat().st_mtime_ns
            if now > moment:
                return now
            if time.monotonic() > give_up:  # the clock was set back
                return moment + 1
            time.sleep(0.001)

    def begin(self) -> None:
        """Say that a run begins."""
        self._running.touch()

    def end(self) -> None:
        """Say that it ended, however it did."""
        self._file.touch()
        self._running.unlink(missing_ok=True)
