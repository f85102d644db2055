"""One workspace as the main thread sees it: its store, its status, what it published."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from rustmend.lsp.documents import Document
from rustmend.lsp.run import Buffer
from rustmend.lsp.status import Status
from rustmend.lsp.store import Store

if TYPE_CHECKING:
    from rustmend.cargo.workspace import Workspace
    from rustmend.config import Settings
    from rustmend.lsp.session import Session


@dataclass(slots=True)
class Room:
    """The main thread's side of a session."""

    place: Path
    session: "Session"
    store: Store = field(init=False)
    status: Status = field(default_factory=Status)
    workspace: "Workspace | None" = None
    settings: "Settings | None" = None
    _spelt: dict[Path, Path | None] = field(default_factory=dict)
    published: dict[str, list[types.Diagnostic]] = field(default_factory=dict)
    documents: Callable[[], Iterable[Document]] = tuple

    def __post_init__(self) -> None:
        self.store = Store(self.present)

    def loaded(self, workspace: "Workspace", settings: "Settings") -> None:
        """Take over what the session read."""
        self.workspace, self.settings = workspace, settings
        self._spelt.clear()

    @property
    def roots(self) -> tuple[Path, ...]:
        """The folders that are this workspace's, as far as is known yet."""
        if self.workspace is None or self.workspace.single_file:
            return ()
        return self.workspace.roots

    def is_built(self, path: Path) -> bool:
        """Whether a file lies where cargo puts what it makes."""
        if self.workspace is None:
            return "target" in path.parts
        folders = (self.workspace.target_directory, self.workspace.build_directory)
        return any(folder is not None and path.is_relative_to(folder) for folder in folders)

    @property
    def mode(self) -> str:
        """What is published: ``hints``, ``full`` or ``off``."""
        return self.settings.diagnostics if self.settings else "off"

    def own(self, path: Path) -> Path | None:
        """Return a file as this workspace spells it, None for a file that is not its own.

        An editor may name a file by another way to it, over a symlink.
        """
        if path not in self._spelt:
            self._spelt[path] = self._own(path)
        return self._spelt[path]

    def _own(self, path: Path) -> Path | None:
        # a single file may have its modules beside it
        roots = self.roots or ((self.place.parent,) if self.workspace else ())
        if path == self.place or any(path.is_relative_to(root) for root in roots):
            return path
        real = path.resolve()
        for root in roots:
            resolved = root.resolve()
            if real.is_relative_to(resolved):
                return root / real.relative_to(resolved)
        return None

    def document(self, file: Path) -> Document | None:
        """Return the open buffer of one of the workspace's files."""
        return next((each for each in self.documents() if self.own(each.path) == file), None)

    def buffers(self) -> dict[Path, Buffer]:
        """Return the open buffers of this workspace's files."""
        return {
            file: Buffer(document.text, document.unchanged)
            for document in self.documents()
            for file in [self.own(document.path)]
            if file is not None
        }

    def present(self, file: Path) -> bytes | None:
        """Return the text of a file's open buffer."""
        document = self.document(file)
        return document.text if document else None


def model_of(room: Room) -> str:
    """Return how the model that may be asked for a workspace is called, "" where there is none."""
    model = room.settings.model if room.settings else None
    if model is None or not (model.enabled and model.base_url):
        return ""
    return model.name or "the model"
