"""Which packages a submitted project may use, and having them before it is built offline.

What fetches them runs outside of the sandbox and never sees the project: only a manifest of our own
that names the same packages of the registry.
"""

import asyncio
import json
import posixpath
import tempfile
import time
import tomllib
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from rustmend.cargo.metadata import ENVIRONMENT
from rustmend.cargo.words import error_line
from rustmend.coder.project import Project
from rustmend.errors import RustmendError, UsageError
from rustmend.process import ProcessTimeoutError, run
from rustmend.settings import SandboxSettings

_KINDS = ("dependencies", "dev-dependencies", "build-dependencies")
_OTHER_SOURCES = ("git", "registry", "registry-index", "base")
_FETCH_SECONDS = 120.0
# a set of packages that was had is not asked for again for this long, in seconds
_REMEMBERED = 600.0
_had: dict[str, float] = {}


class FetchError(RustmendError):
    """Packages could not be had from the registry."""


async def prepare(project: Project, settings: SandboxSettings) -> None:
    """Have the packages that ``project`` needs, where the settings allow to fetch them.

    Raises ``UsageError`` for sources other than the registry and for packages that are not allowed,
    and ``FetchError``.
    """
    wanted = registry_packages(project)
    if settings.dependencies == "offline" or not wanted:
        return
    if settings.dependencies == "allowed":
        names = sorted({spec["package"] for spec in wanted} - set(settings.allowed))
        if names:
            raise UsageError(
                f"not among the packages that a project may use here: {', '.join(names)}; "
                f"allowed: {', '.join(settings.allowed) or 'none'}"
            )
    await _fetch(wanted, project.files.get("Cargo.lock"))


async def are_here(project: Project) -> bool:
    """Whether ``project`` can be built on this machine without fetching anything."""
    with tempfile.TemporaryDirectory(prefix="rustmend-fetch-") as name:
        wanted, lock = registry_packages(project), project.files.get("Cargo.lock")
        await asyncio.to_thread(_write, Path(name), wanted, lock)
        # it wants the packages of this platform alone, as a build does
        asked = ["cargo", "tree", "--quiet", "--offline"]
        try:
            done = await run(asked, cwd=Path(name), env=ENVIRONMENT, timeout=_FETCH_SECONDS)
        except ProcessTimeoutError:
            return False
    return done.returncode == 0


def registry_packages(project: Project) -> list[dict[str, Any]]:
    """Return what the project's manifests want of the registry: ``package``, ``version`` and so on.

    Raises ``UsageError`` for every other source. A manifest that cannot be read is left to cargo.
    """
    found: dict[str, dict[str, Any]] = {}
    for path, text in project.files.items():
        if path.rpartition("/")[2] != "Cargo.toml":
            continue
        try:
            manifest = tomllib.loads(text)
        except (ValueError, RecursionError):
            continue
        for key in ("patch", "replace"):
            if manifest.get(key):
                raise UsageError(f"{path}: [{key}] is not taken here; depend on the registry")
        for name, entry in _entries(manifest):
            spec = _spec(path, name, entry)
            if spec:
                found[json.dumps(spec, sort_keys=True)] = spec
    return list(found.values())


def _entries(manifest: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    targets = manifest.get("target")
    workspace = manifest.get("workspace")
    tables = [manifest, workspace, *(targets.values() if isinstance(targets, dict) else ())]
    for table in tables:
        for kind in _KINDS:
            entries = table.get(kind) if isinstance(table, dict) else None
            if isinstance(entries, dict):
                yield from entries.items()


def _spec(path: str, name: str, entry: object) -> dict[str, Any] | None:
    if isinstance(entry, str):
        return {"package": name, "version": entry}
    if not isinstance(entry, dict) or entry.get("workspace") is True:
        return None
    for key in _OTHER_SOURCES:
        if key in entry:
            raise UsageError(f"{path}: `{name}` comes from {key}, and only the registry is taken")
    if "path" in entry:
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), str(entry["path"])))
        if joined.startswith(("/", "..")) or "\\" in joined:
            raise UsageError(f"{path}: the path of `{name}` leads out of the project")
        return None
    spec = {"package": str(entry.get("package", name)), "version": str(entry.get("version", "*"))}
    features = entry.get("features")
    more = {
        "features": [str(each) for each in features] if isinstance(features, list) else [],
        "default-features": bool(entry.get("default-features", True)),
    }
    return {**spec, **more}


async def _fetch(wanted: list[dict[str, Any]], lock: str | None) -> None:
    key = blake2b(repr((wanted, lock)).encode()).hexdigest()
    if time.monotonic() - _had.get(key, float("-inf")) < _REMEMBERED:
        return
    with tempfile.TemporaryDirectory(prefix="rustmend-fetch-") as name:
        folder = Path(name)
        await asyncio.to_thread(_write, folder, wanted, lock)
        try:
            done = await run(
                ["cargo", "fetch"], cwd=folder, env=ENVIRONMENT, timeout=_FETCH_SECONDS
            )
        except ProcessTimeoutError as error:
            raise FetchError("the packages could not be had in time; try again later") from error
    if done.returncode:
        raise FetchError(f"the packages cannot be had: {error_line(done.stderr)}")
    _had[key] = time.monotonic()


def _write(folder: Path, wanted: list[dict[str, Any]], lock: str | None) -> None:
    lines = ['[package]\nname = "fetched-by-rustmend"\nversion = "0.0.0"\nedition = "2021"\n']
    for number, spec in enumerate(wanted):
        lines.append(f"[dependencies.p{number}]")
        # strings, lists of them and booleans are written alike in JSON and TOML
        lines += [f"{key} = {json.dumps(value)}" for key, value in spec.items()]
    (folder / "src").mkdir()
    (folder / "src" / "lib.rs").write_text("")
    (folder / "Cargo.toml").write_text("\n".join(lines))
    if lock:
        (folder / "Cargo.lock").write_text(lock)
