"""Where a file belongs: the nearest manifest, or nothing of ours."""

import os
from pathlib import Path

_MANIFEST = "Cargo.toml"
_CHILDREN = 8


def nearest_manifest(path: Path) -> Path | None:
    """Return the manifest in the folder of ``path`` or the nearest one above."""
    return next(
        (folder / _MANIFEST for folder in path.parents if (folder / _MANIFEST).is_file()), None
    )


def workspaces_in(folder: Path) -> list[Path]:
    """Return where to look for workspaces in a folder that was opened: it, or those right below."""
    if nearest_manifest(folder / _MANIFEST) or (folder / "rust-project.json").is_file():
        return [folder]
    try:
        children = sorted(child for child in folder.iterdir() if not child.name.startswith("."))
    except OSError:
        return []
    return [child for child in children if (child / _MANIFEST).is_file()][:_CHILDREN]


def is_library(path: Path) -> bool:
    """Whether a file is somebody else's: the standard library's, or downloaded by cargo."""
    home = Path.home()
    cargo = Path(os.environ.get("CARGO_HOME") or home / ".cargo")
    rustup = Path(os.environ.get("RUSTUP_HOME") or home / ".rustup")
    folders = (cargo / "registry", cargo / "git", rustup)
    if any(path.is_relative_to(folder) for folder in folders):
        return True
    return ("lib", "rustlib", "src") in zip(
        path.parts, path.parts[1:], path.parts[2:], strict=False
    )
