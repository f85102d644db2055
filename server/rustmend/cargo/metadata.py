"""What ``cargo metadata`` says, and the packages on this disk that it leaves out.

It is always asked with ``--no-deps``: without it, it would write a ``Cargo.lock`` into the user's
tree. What lies outside the workspace, path dependencies and patches, is then asked for in turn.
"""

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from rustmend.cargo.words import error_line
from rustmend.errors import ToolMissingError, WorkspaceError
from rustmend.process import Finished, run

# a missing toolchain is reported, never downloaded behind the user's back
ENVIRONMENT = {"RUSTUP_AUTO_INSTALL": "0", "CARGO_TERM_COLOR": "never"}


class Dependency(msgspec.Struct):
    """A dependency as declared; ``path`` is absolute."""

    path: str | None = None
    kind: str | None = None


class TargetEntry(msgspec.Struct):
    """Something cargo compiles."""

    name: str
    kind: list[str]
    src_path: str
    edition: str = "2015"


class PackageEntry(msgspec.Struct):
    """A package; paths are absolute and resolved."""

    name: str
    manifest_path: str
    targets: list[TargetEntry]
    dependencies: list[Dependency]
    edition: str = "2015"


class Metadata(msgspec.Struct):
    """A workspace and its members."""

    packages: list[PackageEntry]
    workspace_root: str
    target_directory: str
    build_directory: str | None = None


async def metadata(folder: Path) -> Metadata:
    """Return what cargo says of the workspace that ``folder`` is in."""
    lines: list[bytes] = []
    finished = await tool(
        ["cargo", "metadata", "--no-deps", "--offline", "--format-version", "1"], folder, lines
    )
    if finished.returncode:
        words = error_line(finished.stderr)
        if "toolchain" in words and "not installed" in words:
            raise ToolMissingError(words)
        raise WorkspaceError(
            f"cargo cannot read the workspace of {folder}: {words or 'it does not say why'}"
        )
    try:
        return msgspec.json.decode(b"".join(lines), type=Metadata)
    except msgspec.MsgspecError as error:
        raise WorkspaceError(f"cargo metadata cannot be understood: {error}") from error


async def neighbours(described: Metadata) -> list[PackageEntry]:
    """Return the packages that the workspace reaches by path and that are no members of it."""
    known = {package.manifest_path: package for package in described.packages}
    members = set(known)
    loaded: dict[str, PackageEntry] = dict(known)
    wanted = [
        *(d.path for package in described.packages for d in package.dependencies if d.path),
        *_patched(Path(described.workspace_root)),
    ]
    while wanted:
        manifest = Path(wanted.pop()) / "Cargo.toml"
        name = str(manifest.resolve())
        if name in known or not manifest.is_file():
            continue
        if name not in loaded:
            try:
                loaded |= {
                    package.manifest_path: package
                    for package in (await metadata(manifest.parent)).packages
                }
            except WorkspaceError:
                continue  # the check will say it in cargo's own words
        if package := loaded.get(name):
            known[name] = package
            # what a dependency needs for its own tests is never compiled here
            wanted += [d.path for d in package.dependencies if d.path and d.kind != "dev"]
    return [package for name, package in known.items() if name not in members]


def _patched(root: Path) -> list[str]:
    """Return the folders that the manifest of ``root``, or a configuration above it, patches in."""
    found = _patches(root / "Cargo.toml", root)
    for folder in (root, *root.parents):
        for name in ("config.toml", "config"):
            found += _patches(folder / ".cargo" / name, folder)
    return found


def _patches(file: Path, base: Path) -> list[str]:
    try:
        table = tomllib.loads(file.read_text())
    except (OSError, ValueError):
        return []
    sources = [*_tables(table.get("patch")), table.get("replace")]
    paths = [entry.get("path") for source in sources for entry in _tables(source)]
    overrides = table.get("paths")
    return [
        str(base / path)
        for path in [*paths, *(overrides if isinstance(overrides, list) else [])]
        if isinstance(path, str)
    ]


def _tables(table: object) -> Iterable[dict[str, object]]:
    if not isinstance(table, dict):
        return []
    return [value for value in table.values() if isinstance(value, dict)]


async def tool(args: Sequence[str], folder: Path, lines: list[bytes] | None = None) -> Finished:
    """Run a tool of the toolchain; its output goes to ``lines`` where given, however long."""
    keep = None if lines is None else lines.append
    return await run(args, cwd=folder, env=ENVIRONMENT, on_line=keep)
