"""Folders for sandboxes: each belongs to the process that holds its home's lock.

``<cache>/sandboxes/<home>/<sandbox>``; a home whose lock is free was left behind by a process that
was killed, and is removed by the next one.
"""

import contextlib
import os
import secrets
import shutil
import stat
import threading
from pathlib import Path

from filelock import FileLock, Timeout

from rustmend.cargo.slots import remove
from rustmend.errors import ShadowError

_homes: dict[Path, tuple[int, Path, FileLock]] = {}
_one_at_a_time = threading.Lock()


def make(cache: Path, owner: tuple[int, int] | None) -> Path:
    """Return a new folder with what ``bubblewrap.words`` wants in it. Raises ``ShadowError``.

    ``owner`` is the user and group that may write in it, where that is somebody else.
    """
    try:
        folder = _home(cache) / secrets.token_hex(8)
        folder.mkdir(mode=stat.S_IRWXU)
        for name in ("source", "project", "target"):
            (folder / name).mkdir()
        if owner:
            for name in ("project", "target"):
                os.chown(folder / name, *owner)
    except OSError as error:
        raise ShadowError(
            f"no folder for a sandbox can be made in {cache}: {error.strerror or error}"
        ) from error
    return folder


def take_away(folder: Path) -> None:
    """Remove a folder, with whatever a program made of it; links in it are not followed."""
    with contextlib.suppress(OSError):
        remove(folder)
    shutil.rmtree(folder, ignore_errors=True)


def _home(cache: Path) -> Path:
    with _one_at_a_time:
        pid, home, _ = _homes.get(cache, (0, cache, None))
        if pid == os.getpid() and home.is_dir():
            return home
        sandboxes = cache.absolute() / "sandboxes"
        sandboxes.mkdir(parents=True, exist_ok=True)
        _remove_orphans(sandboxes)
        home = sandboxes / f"{os.getpid()}-{secrets.token_hex(4)}"
        lock = FileLock(home.with_name(f"{home.name}.lock"))
        lock.acquire()
        home.mkdir(mode=stat.S_IRWXU)
        _homes[cache] = (os.getpid(), home, lock)
        return home


def _remove_orphans(sandboxes: Path) -> None:
    for file in sandboxes.glob("*.lock"):
        lock = FileLock(file)
        with contextlib.suppress(Timeout, OSError):
            lock.acquire(timeout=0)
            take_away(file.with_suffix(""))
            file.unlink(missing_ok=True)
            lock.release()


def close_all() -> None:
    """Remove this process's homes."""
    with _one_at_a_time:
        for pid, home, lock in _homes.values():
            if pid == os.getpid():
                take_away(home)
                lock.release()
                with contextlib.suppress(OSError):
                    home.with_name(f"{home.name}.lock").unlink()
        _homes.clear()
