"""The user's paths for the paths that cargo saw."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from rustmend.cargo.workspace import Workspace, within


class PlaceMap:
    """Puts the user's paths for those of a private copy; implements ``check.Places``.

    ``moved`` are pairs of a folder as cargo sees it and the same as the user knows it; the
    first that fits is taken. Relative names in messages count from the workspace's root.
    """

    def __init__(self, workspace: Workspace, moved: Sequence[tuple[Path, Path]]) -> None:
        self.base = workspace.root
        self._moved = tuple((old, new) for old, new in moved if old != new)
        self._roots = workspace.roots
        foreign = {workspace.target_directory, workspace.build_directory, *_toolbox()}
        self._foreign = tuple(folder for folder in foreign if folder is not None)
        self._known: dict[Path, Path] = {}
        self._local: dict[Path, bool] = {}

    def relocate(self, path: Path) -> Path:
        """Return the user's path for one that was compiled."""
        known = self._known.get(path)
        if known is None:
            known = self._known[path] = self._relocated(path)
        return known

    def local(self, path: Path) -> bool:
        """Whether the user's path is source of this workspace, not of a registry nor generated."""
        known = self._local.get(path)
        if known is None:
            known = self._local[path] = any(within(path, root) for root in self._roots) and not any(
                within(path, folder) for folder in self._foreign
            )
        return known

    def rendered(self, text: str) -> str:
        """Return the compiler's text with the user's paths in it."""
        for old, new in self._moved:
            text = text.replace(f"{old}{os.sep}", str(new / "x")[:-1])
        return text

    def _relocated(self, path: Path) -> Path:
        for old, new in self._moved:
            if within(path, old):
                return new / path.relative_to(old)
        return path


def _toolbox() -> Iterator[Path]:
    """Yield where cargo and rustup keep sources that are nobody's to edit."""
    for variable, folder in (("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")):
        yield Path(os.environ.get(variable) or Path.home() / folder)
