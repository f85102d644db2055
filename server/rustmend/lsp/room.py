"""One workspace as the main thread sees it: its store, its status, what it published."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from rustmend.domain import Span
from rustmend.lsp.documents import Document
from rustmend.lsp.drift import drift
from rustmend.lsp.run import Buffer
from rustmend.lsp.status import Status
from rustmend.lsp.store import Store, stamp

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

    @property
    def counted(self) -> Status:
        """What is being done, with the errors and those that have a verified fix."""
        findings = self.store.findings
        resolved = {each for fix in list(findings.fixes) for each in findings.mended_by(fix)}
        return Status(
            self.status.state,
            sum(each.is_error for each in findings.diagnostics),
            sum(id(each) in resolved for each in findings.diagnostics),
            self.status.message,
        )

    def holds(self, path: Path, manifest: Path | None) -> bool:
        """Whether a file, with the nearest manifest above it, belongs to this workspace."""
        if manifest is None:
            # that of the workspace may have been removed
            return any(path.is_relative_to(root) for root in self.roots)
        if self.workspace is not None and self.workspace.packages:
            manifests = {package.manifest for package in self.workspace.packages}
            if manifest in manifests or manifest == self.workspace.manifest:
                return True
        own = self.own(path)
        return own is not None and own != path

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

    def is_known(self, path: Path) -> bool:
        """Whether a change on disk is no news: what a build wrote, or what was checked already."""
        if self.is_built(path):
            return True
        own = self.own(path)
        document = self.document(own) if own else None
        known = document.text if document else self.store.checked_text(own) if own else None
        try:
            if known is None or path.read_bytes() != known:
                return False
        except OSError:
            return False
        if own is not None and document is None:
            self.store.findings.stamps[own] = stamp(own)
        return True

    def changed_lines(self, file: Path) -> tuple[Span, ...]:
        """Return what of an open file is not as it was checked, as spans of its present text."""
        checked, document = self.store.checked_text(file), self.document(file)
        if checked is None or document is None:
            return ()
        spans, shift = [], 0
        for edit in drift(file, checked, document.text, None).edits:
            start = edit.span.start + shift
            spans.append(Span(file, start, start + len(edit.text.encode())))
            shift += len(edit.text.encode()) - (edit.span.end - edit.span.start)
        return tuple(spans)

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
