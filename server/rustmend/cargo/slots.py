"""Folders for private copies: who holds which, how much they may take, and cleaning.

``<cache>/shadows/<name>-<hash of the root>/slot<N>`` belongs to whoever holds the lock file beside
it. The lock goes with its process, so a crash leaves a free slot and nothing to repair.
"""

import contextlib
import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from rustmend.cargo.workspace import Workspace, within
from rustmend.errors import ShadowError

_MOST_SLOTS = 64
_NOTE = "slot.json"
_LAYOUT = 1


class Slot:
    """A folder for a copy of one ``kind`` that is ours until ``release``."""

    def __init__(self, folder: Path, kind: str, lock: FileLock) -> None:
        self.folder = folder
        self.kind = kind
        self._lock = lock

    @property
    def number(self) -> int:
        """Its place among the slots of the workspace, from 0."""
        return int(self.folder.name.removeprefix("slot"))

    def release(self) -> None:
        """Leave the folder to others, as it is."""
        self._lock.release()


class Label(msgspec.Struct):
    """What a slot holds. One that differs from what is needed starts empty."""

    root: str
    kind: str
    toolchain: str
    layout: int


def take(workspace: Workspace, cache: Path, kind: str) -> Slot:
    """Return the first free slot of ``workspace`` for a copy of this ``kind``.

    What another kind or another compiler left in it is removed. Raises ``ShadowError``.
    """
    home = outside(cache, workspace.roots) / "shadows" / folder_name(workspace)
    label = Label(str(_identity(workspace)), kind, workspace.rustc_version, _LAYOUT)
    try:
        home.mkdir(parents=True, exist_ok=True)
        slot = _lock_first(home, kind)
        if label_of(slot.folder) != label:
            start_over(slot.folder, label)
        os.utime(slot.folder / _NOTE)
    except OSError as error:
        raise unwritable(cache, error) from error
    return slot


def lock_of(slot: Path) -> FileLock:
    """Return the lock that whoever uses a slot's folder holds."""
    return FileLock(slot.with_name(f"{slot.name}.lock"))


def label_of(slot: Path) -> Label | None:
    """Return what a slot's folder holds, or None where that is not known."""
    try:
        return msgspec.json.decode((slot / _NOTE).read_bytes(), type=Label)
    except (OSError, msgspec.MsgspecError):
        return None


def start_over(slot: Path, label: Label | None = None) -> None:
    """Empty a slot that is ours; its label stays unless another is given."""
    label = label or label_of(slot)
    remove(slot)
    slot.mkdir()
    if label:
        (slot / _NOTE).write_bytes(msgspec.json.encode(label))


def free_siblings(slot: Slot) -> Iterator[Path]:
    """Yield the other folders of the workspace that hold the same and are in nobody's use.

    Each is held until the next is asked for.
    """
    label = label_of(slot.folder)
    for folder in sorted(slot.folder.parent.glob("slot*")):
        if folder == slot.folder or not folder.is_dir():
            continue
        with contextlib.suppress(Timeout), lock_of(folder).acquire(timeout=0):
            if label_of(folder) == label:
                yield folder


def unwritable(cache: Path, error: OSError) -> ShadowError:
    """Return what to tell the user when the cache folder does not take what must be written."""
    return ShadowError(
        f"the private copy in {cache} cannot be written: {error.strerror or error}; "
        "free some space or set cache.path to another folder"
    )


def outside(cache: Path, roots: Sequence[Path]) -> Path:
    """Return ``cache``, or a temporary folder where it lies in the workspace itself."""
    real = [root.resolve() for root in roots]
    spare = _spare()
    for folder in (cache, spare):
        if not any(within(folder.resolve(), root) for root in real):
            if folder == spare:
                _make_private(spare, cache)
            return folder.resolve()
    raise ShadowError(
        f"the cache folder {cache} lies inside the workspace; set cache.path to one outside of it"
    )


def homes(cache: Path) -> list[Path]:
    """Return what ``outside`` may give for ``cache``: also the temporary folder, if it is ours."""
    spare = _spare()
    return [cache, spare] if spare != cache and _is_private(spare) else [cache]


def folder_name(workspace: Workspace) -> str:
    """Return the name under which the workspace's slots lie."""
    identity = _identity(workspace)
    short = hashlib.blake2b(os.fsencode(identity), digest_size=6).hexdigest()
    name = "".join(c if c.isalnum() or c in "-_" else "_" for c in identity.stem)[:40]
    return f"{name or 'root'}-{short}"


def remove(folder: Path) -> None:
    """Delete a folder and all in it, also what has no permissions (overlayfs's work folder)."""
    if not folder.exists():
        return
    doomed = Path(tempfile.mkdtemp(prefix="removed-", dir=folder.parent)) / "it"
    folder.rename(doomed)
    shutil.rmtree(doomed.parent, onerror=_insist)


def _spare() -> Path:
    user = os.getuid() if hasattr(os, "getuid") else "user"
    return Path(tempfile.gettempdir()) / f"rustmend-{user}"


def _make_private(spare: Path, cache: Path) -> None:
    """Make the temporary folder ours alone: anybody may have made one of that name before."""
    try:
        spare.mkdir(mode=stat.S_IRWXU, exist_ok=True)
        ours = _is_private(spare)
        if ours:
            spare.chmod(stat.S_IRWXU)
    except FileExistsError:
        ours = False
    except OSError as error:
        raise unwritable(spare, error) from error
    if not ours:
        raise ShadowError(
            f"the cache folder {cache} lies inside the workspace, and {spare} is a link or "
            "somebody else's; set cache.path to a folder outside of the workspace"
        )


def _is_private(spare: Path) -> bool:
    try:
        found = spare.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and (
        not hasattr(os, "getuid") or found.st_uid == os.getuid()
    )


def _identity(workspace: Workspace) -> Path:
    return (workspace.single_file or workspace.root).resolve()


def _lock_first(home: Path, kind: str) -> Slot:
    for number in range(_MOST_SLOTS):
        folder = home / f"slot{number}"
        lock = lock_of(folder)
        with contextlib.suppress(Timeout):
            lock.acquire(timeout=0)
            return Slot(folder, kind, lock)
    raise ShadowError(f"all {_MOST_SLOTS} private copies in {home} are in use")


def _insist(function: Callable[..., object], path: str, error: object) -> None:
    """Give ourselves the permissions that were missing, and try once more."""
    for place in (Path(path).parent, Path(path)):
        with contextlib.suppress(OSError):
            place.chmod(stat.S_IRWXU)
    if function in (os.unlink, os.rmdir, os.remove):
        function(path)
    else:
        shutil.rmtree(path, ignore_errors=True)
