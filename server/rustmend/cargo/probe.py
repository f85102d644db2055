"""Finding out whether overlays work: by making one."""

import os
import shutil
import tempfile
from pathlib import Path

from rustmend.cargo.check import Place
from rustmend.cargo.overlay import launcher
from rustmend.cargo.slots import remove, unwritable
from rustmend.errors import RustmendError
from rustmend.process import run

_PATIENCE = 20.0  # seconds

_probed: dict[Path, tuple[str, str]] = {}


async def probe(cache: Path) -> tuple[str, str]:
    """Return which kind of private copy works below ``cache``, and why, in plain words.

    The kind is "overlay" or "copy". It is tried out once a process. Raises ``ShadowError`` where
    nothing can be written there.
    """
    if cache not in _probed:
        _probed[cache] = await _try_overlay(cache)
    return _probed[cache]


async def obstacle(place: Place) -> str:
    """Return why an overlay cannot be had of the workspace of ``place``, "" where it can.

    One that holds a mount point of its own, for instance, cannot be seen whole through one.
    """
    try:
        done = await run([*place.launcher, "cat", "Cargo.toml"], cwd=place.cwd, timeout=_PATIENCE)
    except RustmendError as error:
        return str(error)
    return (_last_line(done.stderr) or "no overlay") if done.returncode else ""


async def _try_overlay(cache: Path) -> tuple[str, str]:
    try:
        cache.mkdir(parents=True, exist_ok=True)
        trial = Path(tempfile.mkdtemp(prefix="probe-", dir=cache)).resolve()
        try:
            return await _mount_and_write(trial)
        finally:
            remove(trial)
    except OSError as error:
        raise unwritable(cache, error) from error


async def _mount_and_write(trial: Path) -> tuple[str, str]:
    missing = [tool for tool in ("unshare", "mount") if not shutil.which(tool)]
    if missing:
        return "copy", f"{' and '.join(missing)} not found"
    tree, layer = trial / "tree", trial / "upper" / "layer"
    for folder in (tree, layer, trial / "lower" / "layer", trial / "work" / "layer"):
        folder.mkdir(parents=True)
    (tree / "file").write_text("below")
    words = [*launcher(trial, {tree: layer}, tree), "sh", "-c", 'printf "%s" above > file; id -u']
    try:
        done = await run(words, cwd=trial, timeout=_PATIENCE)
    except RustmendError as error:
        return "copy", str(error)
    seen = ((tree / "file").read_text(), _text(layer / "file"), done.stdout.strip())
    if seen == ("below", "above", str(os.getuid())):
        return "overlay", "namespaces and overlayfs work here"
    return "copy", _last_line(done.stderr) or "overlayfs does not keep writes apart"


def _text(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:
        return ""


def _last_line(text: str) -> str:
    return text.strip().rpartition("\n")[2]
