"""A fix as an edit of the workspace: versions, new files, a preview where the client shows one."""

from collections.abc import Callable, Iterable
from pathlib import Path

from lsprotocol import types

from rustmend.domain import TextEdit
from rustmend.domain.text import edits_by_file
from rustmend.lsp.client import Client
from rustmend.lsp.convert import Lines
from rustmend.lsp.documents import Document

_ANNOTATION = "rustmend"


class EditMaker:
    """Turns edits of the present texts into what the client can apply.

    ``document`` gives the open buffer of a file, ``lines`` its present text, None for a file
    that is not there, ``uri`` the name that the client has for it.
    """

    def __init__(
        self,
        client: Client,
        document: Callable[[Path], Document | None],
        lines: Callable[[Path], Lines | None],
        uri: Callable[[Path], str],
    ) -> None:
        self._client = client
        self._document = document
        self._lines = lines
        self._uri = uri

    def workspace_edit(
        self, edits: Iterable[TextEdit], *, preview: str = ""
    ) -> types.WorkspaceEdit | None:
        """Return the edit, or None where this client cannot make it.

        ``preview`` is what a client that can show the changes first says above them.
        """
        changes: dict[str, list[types.TextEdit]] = {}
        versions: dict[str, int | None] = {}
        created: list[types.CreateFile] = []
        for file, group in edits_by_file(edits).items():
            uri = self._uri(file)
            document, lines = self._document(file), self._lines(file)
            if lines is None:
                created.append(types.CreateFile(uri=uri))
                lines = Lines(b"", "utf-8")
            versions[uri] = document.version if document else None
            changes[uri] = lines.text_edits(group)
        if created and not (self._client.creates_files and self._client.document_changes):
            return None
        if not self._client.document_changes:
            return types.WorkspaceEdit(changes=dict(changes))
        annotate = bool(preview) and self._client.change_annotations
        edit = types.WorkspaceEdit(
            document_changes=[
                *created,
                *(_document_edit(uri, versions[uri], changes[uri], annotate) for uri in changes),
            ]
        )
        if annotate:
            note = types.ChangeAnnotation(label=preview, needs_confirmation=True)
            edit.change_annotations = {_ANNOTATION: note}
        return edit


def _document_edit(
    uri: str, version: int | None, edits: list[types.TextEdit], annotate: bool
) -> types.TextDocumentEdit:
    return types.TextDocumentEdit(
        types.OptionalVersionedTextDocumentIdentifier(uri, version),
        [
            types.AnnotatedTextEdit(_ANNOTATION, edit.range, edit.new_text) if annotate else edit
            for edit in edits
        ],
    )
