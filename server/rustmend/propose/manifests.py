"""What an edit of ``Cargo.toml`` means, and which packages run while others are built."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rustmend.domain import Caution
from rustmend.propose.scripts import in_build_script
from rustmend.sources import Sources

if TYPE_CHECKING:
    from rustmend.cargo.workspace import Package, Workspace

DEPENDENCIES = ("dependencies", "dev-dependencies", "build-dependencies")
# Keys with which a manifest takes code out of the build
LEAVES_OUT = frozenset({
    "exclude", "test", "doctest", "bench", "harness", "required-features", "autobins",
    "autotests", "autoexamples", "autobenches", "optional", "build",
})  # fmt: skip


def manifest_cautions(before: bytes, after: bytes) -> set[Caution]:
    """Return what speaks against turning one ``Cargo.toml`` into the other."""
    old, new = _flat(_read(before)), _flat(_read(after))
    found: set[Caution] = set()
    for key in old.keys() - new.keys():
        if key[0] != "lints":
            found.add(Caution.REMOVES_CODE)
    for key in new.keys() - old.keys():
        if any(part in DEPENDENCIES for part in key):
            found.add(Caution.ADDS_DEPENDENCY)
        if key[0] == "lints" or "lints" in key:
            found.add(Caution.SILENCES_LINT)
        if key[-1] in LEAVES_OUT:
            found.add(Caution.REMOVES_CODE)
    for key in old.keys() & new.keys():
        if old[key] != new[key]:
            if any(part in DEPENDENCIES for part in key):
                found.add(Caution.ADDS_DEPENDENCY)
            elif "lints" in key:
                found.add(Caution.SILENCES_LINT)
            elif isinstance(old[key], list) and key[-1] != "features":
                found |= {Caution.REMOVES_CODE}
            elif key[-1] in (*LEAVES_OUT, "path"):
                found.add(Caution.REMOVES_CODE)
    return found


def runs_at_build_time(file: Path, workspace: "Workspace", sources: Sources) -> bool:
    """Whether code in ``file`` is run while the workspace is compiled.

    True for build scripts and the files they are made of, for proc-macro packages, and for what
    either depends on locally.
    """
    owner = package_of(file, workspace)
    if in_build_script(file, owner, workspace, sources):
        return True
    if file.name == "build.rs" and (owner is None or file.parent == owner.root):
        return True
    return owner is not None and owner.root in _build_time_roots(workspace, sources)


def _build_time_roots(workspace: "Workspace", sources: Sources) -> set[Path]:
    packages = tuple(
        (
            package.name,
            package.root,
            any("proc-macro" in target.kinds for target in package.targets),
            sources.read(package.manifest) or b"",
        )
        for package in workspace.packages
    )
    return _roots_of(packages)


@lru_cache(maxsize=8)
def _roots_of(packages: tuple[tuple[str, Path, bool, bytes], ...]) -> set[Path]:
    roots = {name: root for name, root, _, _ in packages}
    needs: dict[str, set[str]] = {}
    queue: list[str] = []
    for name, _, macro, text in packages:
        manifest = _read(text)
        needs[name] = _local(manifest, ("dependencies",), roots)
        queue += [name] if macro else []
        queue += _local(manifest, ("build-dependencies",), roots)
    found: set[str] = set()
    while queue:
        name = queue.pop()
        if name not in found:
            found.add(name)
            queue += needs.get(name, ())
    return {roots[name] for name in found}


def _local(manifest: dict[str, Any], tables: tuple[str, ...], names: dict[str, Path]) -> set[str]:
    """Return the packages of the workspace that ``manifest`` depends on.

    By name alone: a dependency of the same name from elsewhere makes it too careful, no more.
    """
    found: set[str] = set()
    places = [manifest, *_tables(manifest.get("target"))]
    for place in places:
        for table in tables:
            for key, value in (place.get(table) or {}).items():
                name = value.get("package", key) if isinstance(value, dict) else key
                found |= {name, key} & names.keys()
    return found


def _tables(value: Any) -> list[dict[str, Any]]:
    return [v for v in value.values() if isinstance(v, dict)] if isinstance(value, dict) else []


def package_of(file: Path, workspace: "Workspace") -> "Package | None":
    """Return the package in whose folder ``file`` lies, the innermost one."""
    around = [package for package in workspace.packages if file.is_relative_to(package.root)]
    return max(around, key=lambda package: len(package.root.parts), default=None)


def _read(text: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(text.decode(errors="replace"))
    except tomllib.TOMLDecodeError:
        return {}


def _flat(value: dict[str, Any], path: tuple[str, ...] = ()) -> dict[tuple[str, ...], Any]:
    found: dict[tuple[str, ...], Any] = {}
    for key, inner in value.items():
        if isinstance(inner, dict) and inner:
            found |= _flat(inner, (*path, key))
        else:
            found[(*path, key)] = inner
    return found
