"""Workspaces as cargo would describe them, made without it."""

from pathlib import Path

from rustmend.cargo.workspace import Package, Target, Workspace

EDITION = "2024"


def target(src: Path, kind: str = "lib", name: str = "app") -> Target:
    return Target(name, (kind,), src, EDITION)


def package(root: Path, *targets: Target, name: str = "app") -> Package:
    return Package(name, root / "Cargo.toml", root, EDITION, member=True, targets=targets)


def workspace(root: Path, *packages: Package, target_directory: Path | None = None) -> Workspace:
    manifest = root / "Cargo.toml"
    return Workspace(root, manifest, None, EDITION, packages, target_directory, None, None, "")
