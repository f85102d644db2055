"""What is checked: a cargo workspace, a package, or a single file without one."""

import asyncio
import os
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from rustmend.cargo.metadata import (
    ENVIRONMENT,
    Metadata,
    PackageEntry,
    metadata,
    neighbours,
    tool,
)
from rustmend.cargo.words import error_line
from rustmend.errors import ToolMissingError, UsageError, WorkspaceError
from rustmend.process import run

_OLDEST = (1, 74)
WANTED = "rustmend needs Rust 1.74 or newer"


@dataclass(frozen=True, slots=True)
class Target:
    """Something cargo compiles; ``kinds`` are cargo's: lib, bin, test, custom-build and so on."""

    name: str
    kinds: tuple[str, ...]
    src: Path
    edition: str


@dataclass(frozen=True, slots=True)
class Package:
    """A package whose sources lie on this disk; a member of the workspace, or reached by path."""

    name: str
    manifest: Path
    root: Path
    edition: str
    member: bool
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where the user's code lies and how it is compiled.

    Paths are absolute and spelt as the user gave them, symlinks kept. ``manifest`` is None
    for a single file, which is then ``single_file``, and its folder ``root``.
    ``toolchain`` is rustup's name for what is active there, None without rustup.
    """

    root: Path
    manifest: Path | None
    single_file: Path | None
    edition: str
    packages: tuple[Package, ...]
    target_directory: Path | None
    build_directory: Path | None
    toolchain: str | None
    rustc_version: str

    @property
    def roots(self) -> tuple[Path, ...]:
        """``root``, then the outermost folders of local packages that lie outside it."""
        outside = sorted({p.root for p in self.packages if not within(p.root, self.root)})
        return (
            self.root,
            *(
                folder
                for folder in outside
                if not any(within(folder, other) for other in outside if other != folder)
            ),
        )


async def load(path: Path, *, edition: str = "2024") -> Workspace:
    """Return the workspace that ``path`` belongs to.

    ``path`` is a folder in a package or workspace, a ``Cargo.toml``, or an ``.rs`` file; a
    file outside every package is a workspace of its own, in ``edition``. Nothing is written. Raises
    ``UsageError``, ``WorkspaceError`` and ``ToolMissingError``.
    """
    path = path.resolve() if ".." in path.parts else path.absolute()
    manifest = _manifest_of(path)
    folder = manifest.parent if manifest else path.parent
    version, toolchain = await asyncio.gather(_rustc_version(folder), _toolchain(folder))
    if manifest is None:
        return Workspace(folder, None, path, edition, (), None, None, toolchain, version)
    described = await metadata(folder)
    spelling = _Spelling(folder, described.workspace_root)
    members = [_package(package, spelling, member=True) for package in described.packages]
    outside = [_package(package, spelling, member=False) for package in await neighbours(described)]
    root = spelling.of(described.workspace_root)
    first = next((m for m in members if m.root == root), members[0] if members else None)
    return Workspace(
        root=root,
        manifest=root / "Cargo.toml",
        single_file=None,
        edition=first.edition if first else edition,
        packages=(*members, *outside),
        target_directory=spelling.of(described.target_directory),
        build_directory=spelling.of(described.build_directory or described.target_directory),
        toolchain=toolchain,
        rustc_version=version,
    )


def described(said: Metadata, root: Path, rustc_version: str) -> Workspace:
    """Return the workspace that ``cargo metadata`` told of where only it could look."""
    spelling = _Spelling(root, said.workspace_root)
    members = tuple(_package(package, spelling, member=True) for package in said.packages)
    return Workspace(
        root=root,
        manifest=root / "Cargo.toml",
        single_file=None,
        edition=members[0].edition if members else "2024",
        packages=members,
        target_directory=None,
        build_directory=None,
        toolchain=None,
        rustc_version=rustc_version,
    )


def within(path: Path, folder: Path) -> bool:
    """Whether ``path`` is ``folder`` or lies in it, by their spelling."""
    return path == folder or folder in path.parents


def _manifest_of(path: Path) -> Path | None:
    """Return the manifest that speaks for ``path``, or None for a single file."""
    try:
        there = path.exists()
        effective = os.access in os.supports_effective_ids
        readable = os.access(path, os.R_OK, effective_ids=effective)
    except PermissionError:  # a folder above it may not be entered
        there, readable = True, False
    if not there:
        raise UsageError(f"{path} does not exist")
    if not readable:
        raise UsageError(f"{path} cannot be read: check its permissions")
    if path.name == "Cargo.toml" and path.is_file():
        return path
    if path.is_dir():
        found = _above(path, "Cargo.toml")
        if found is None:
            _decline_without_cargo(path)
            raise UsageError(
                f"no Cargo.toml in {path} or above it: give a folder of a cargo package, "
                "a Cargo.toml or a single .rs file"
            )
        return found
    if path.suffix != ".rs" or not path.is_file():  # a pipe would be read for ever
        raise UsageError(f"{path} is neither a folder, a Cargo.toml nor an .rs file")
    found = _above(path.parent, "Cargo.toml")
    if found is not None and _has_package(found):
        return found
    if found is None:
        _decline_without_cargo(path.parent)
    return None


def _above(folder: Path, name: str) -> Path | None:
    return next((f / name for f in (folder, *folder.parents) if (f / name).is_file()), None)


def _decline_without_cargo(folder: Path) -> None:
    if project := _above(folder, "rust-project.json"):
        raise WorkspaceError(
            f"{project} describes a workspace without cargo, and rustmend checks with cargo only"
        )


def _has_package(manifest: Path) -> bool:
    """Whether a manifest has a package; one that cannot be read counts, for cargo to say why."""
    try:
        return "package" in tomllib.loads(manifest.read_text())
    except (OSError, ValueError):
        return True


async def _rustc_version(folder: Path) -> str:
    finished = await tool([os.environ.get("RUSTC", "rustc"), "--version"], folder)
    if finished.returncode:
        raise ToolMissingError(f"rustc does not run in {folder}: {error_line(finished.stderr)}")
    version = finished.stdout.strip()
    if too_old(version):
        raise ToolMissingError(
            f"{version} is used in {folder}, and {WANTED}: run `rustup update`, or name a newer "
            "toolchain in rust-toolchain.toml"
        )
    return version


def too_old(version: str) -> bool:
    """Whether cargo or rustc of such a ``--version`` lacks what is needed (``--keep-going``)."""
    found = re.search(r"(\d+)\.(\d+)", version)
    return found is not None and (int(found[1]), int(found[2])) < _OLDEST


async def _toolchain(folder: Path) -> str | None:
    try:
        finished = await run(["rustup", "show", "active-toolchain"], cwd=folder, env=ENVIRONMENT)
    except ToolMissingError:
        return None
    words = finished.stdout.split()
    return words[0] if words and finished.returncode == 0 else None


class _Spelling:
    """cargo resolves symlinks; this puts the user's own spelling back."""

    def __init__(self, folder: Path, root: str) -> None:
        given, real = folder, folder.resolve()
        while given.parent != real.parent and given.parent.resolve() == real.parent:
            given, real = given.parent, real.parent
        # where the link points into the workspace, its root has no other name
        self._pair = (given, real) if within(Path(root), real) else None

    def of(self, name: str) -> Path:
        path = Path(name)
        if self._pair and within(path, self._pair[1]):
            return self._pair[0] / path.relative_to(self._pair[1])
        return path


def _package(package: PackageEntry, spelling: _Spelling, *, member: bool) -> Package:
    manifest = spelling.of(package.manifest_path)
    return Package(
        name=package.name,
        manifest=manifest,
        root=manifest.parent,
        edition=package.edition,
        member=member,
        targets=tuple(
            Target(t.name, tuple(t.kind), spelling.of(t.src_path), t.edition)
            for t in package.targets
        ),
    )
