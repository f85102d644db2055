"""A warm start for a private target folder, from one that the user's cargo filled.

Libraries are hard-linked: cargo and rustc replace them and never write into them. What is
written in place (dep-info, the output of build scripts) or by a linker, which may reuse the
file, is copied. No lock is taken, since even a shared one would make the user's cargo wait;
instead the fingerprints are looked at before and after.
"""

import contextlib
import errno
import os
import re
import shutil
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

_LIBRARIES = (".rlib", ".rmeta")
_LINKED = (".so", ".dylib", ".dll")
_UNIT = re.compile(r"^(?:lib)?(.+?)-[0-9a-f]{16}$")
_PACKAGE = re.compile(r"^(.+)-[0-9a-f]{16}$")


@dataclass(frozen=True, slots=True)
class Seeded:
    """What came over. ``oldest``: when its oldest compile of a local package began, in ns."""

    oldest: int | None


def seed(
    sources: Iterable[Path],
    destination: Path,
    profiles: Collection[str],
    *,
    rustc_version: str,
    local: Collection[str],
    with_local: bool,
) -> Seeded | None:
    """Fill the target folder ``destination`` from the newest of ``sources`` that fits.

    ``profiles`` are the folders in it that are wanted (``debug``, ``wasm32-…/debug``), ``local``
    the names of packages that lie on this disk: without ``with_local`` what was compiled for them
    is left out. Returns None, with nothing left behind, where none fits or each changed meanwhile.
    """
    fitting = [s for s in sources if s != destination and _same_compiler(s, rustc_version)]
    for source in sorted(fitting, key=lambda s: _newest(s, profiles), reverse=True):
        before = _fingerprints(source, profiles)
        if not before:
            continue
        keep = _keep_all if with_local else _keeper(local)
        try:
            for profile in profiles:
                _take(source / profile, destination / profile, keep, local)
            with contextlib.suppress(OSError):
                shutil.copy2(source / ".rustc_info.json", destination)
        except OSError:
            complete = False
        else:
            complete = _fingerprints(source, profiles) == before
        if complete:
            return Seeded(_oldest(destination, profiles, local) if with_local else None)
        for profile in profiles:
            shutil.rmtree(destination / profile, ignore_errors=True)
    return None


def continue_from(
    sibling: Path, slot: Path, profiles: Collection[str], local: Collection[str]
) -> bool:
    """Give ``slot`` what an overlay in ``sibling`` has compiled, and its whole past with it.

    Both are to be in our hands. Returns whether there was anything; nothing is left behind if not.
    """
    try:
        if not (sibling / "record").is_file() or (sibling / "running").exists():
            return False
        for profile in profiles:
            _take(sibling / "target" / profile, slot / "target" / profile, _keep_all, local)
        # the record comes last: without it a slot counts as unused
        shutil.copytree(sibling / "upper", slot / "upper", symlinks=True, dirs_exist_ok=True)
        for name in ("clock", "record"):
            shutil.copy2(sibling / name, slot / name)
    except OSError:
        (slot / "record").unlink(missing_ok=True)
        for folder in (slot / "target", slot / "upper"):
            shutil.rmtree(folder, ignore_errors=True)
        return False
    return True


def _same_compiler(source: Path, rustc_version: str) -> bool:
    """Whether the last cargo there ran the compiler whose version line is given."""
    try:
        known = (source / ".rustc_info.json").read_text(errors="replace")
    except OSError:
        return False
    return rustc_version in known


def _newest(source: Path, profiles: Collection[str]) -> int:
    return max((_time(source / profile / ".fingerprint") for profile in profiles), default=0)


def _time(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _fingerprints(source: Path, profiles: Collection[str]) -> dict[str, int]:
    """Return when each unit's fingerprint was last written."""
    found = {}
    for profile in profiles:
        with contextlib.suppress(OSError), os.scandir(source / profile / ".fingerprint") as units:
            for unit in units:
                found[unit.path] = unit.stat().st_mtime_ns
                with os.scandir(unit.path) as files:
                    found |= {file.path: file.stat().st_mtime_ns for file in files}
    return found


def _keep_all(name: str) -> bool:
    return True


def _keeper(local: Collection[str]) -> Callable[[str], bool]:
    """Return a test for names of packages and crates that leaves out those on this disk."""
    avoided = {name.replace("-", "_") for name in local}
    return lambda name: name.replace("-", "_") not in avoided


def _take(
    source: Path, destination: Path, keep: Callable[[str], bool], local: Collection[str]
) -> None:
    if not (source / ".fingerprint").is_dir():
        return
    for folder in (".fingerprint", "build"):
        (destination / folder).mkdir(parents=True, exist_ok=True)
        for unit in _listing(source / folder):
            name = _PACKAGE.match(unit.name)
            if name and keep(name[1]):
                shutil.copytree(unit.path, destination / folder / unit.name, symlinks=True)
    deps = destination / "deps"
    deps.mkdir(parents=True, exist_ok=True)
    mine = {name.replace("-", "_") for name in local}
    for file in _listing(source / "deps"):
        stem, suffix = os.path.splitext(file.name)  # noqa: PTH122  # many files
        name = _UNIT.match(stem)
        if not name or not keep(name[1]):
            continue
        if suffix in _LIBRARIES or (suffix in _LINKED and name[1] not in mine):
            _link(file.path, deps / file.name)
        elif suffix == ".d" or suffix in _LINKED:
            shutil.copy2(file.path, deps / file.name)


def _listing(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except FileNotFoundError:
        return []


def _link(source: str, destination: Path) -> None:
    try:
        destination.hardlink_to(source)
    except OSError as error:
        # another file system, a file of somebody else's, or too many links
        if error.errno not in (errno.EXDEV, errno.EPERM, errno.EMLINK, errno.EACCES):
            raise
        shutil.copy2(source, destination)


def _oldest(destination: Path, profiles: Collection[str], local: Collection[str]) -> int | None:
    times = []
    for profile in profiles:
        for unit in _listing(destination / profile / ".fingerprint"):
            name = _PACKAGE.match(unit.name)
            if name and name[1] in local:
                begun = _time(Path(unit.path) / "invoked.timestamp")
                times += [begun] if begun else []
    return min(times, default=None)
