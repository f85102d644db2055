"""Open buffers, in bytes.

pygls keeps its own, but splits lines where Rust and the editors do not (form feed,
U+2028), and fails on a change without an open; here every message is safe in any order.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from lsprotocol import types
from pygls.uris import from_fs_path, to_fs_path

from rustmend.lsp.convert import BOM, Encoding, Lines

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Document:
    """One state of an open buffer. ``text`` has the byte order mark that its file has.

    ``unchanged`` says that nothing was typed since it was opened or saved, so that the file on disk
    says the same, perhaps in an encoding of its own.
    """

    uri: str
    path: Path
    version: int | None
    text: bytes
    encoding: Encoding
    unchanged: bool = True

    @cached_property
    def lines(self) -> Lines:
        """Where its lines are."""
        return Lines(self.text, self.encoding)


class Documents:
    """The buffers that are open now, by URI. What is no file is left aside."""

    def __init__(self) -> None:
        self.encoding: Encoding = "utf-16"
        self._open: dict[str, Document] = {}

    def __iter__(self) -> Iterator[Document]:
        return iter(list(self._open.values()))

    def get(self, uri: str) -> Document | None:
        """Return the open buffer of ``uri``, however its characters are escaped."""
        return self._open.get(unquote(uri))

    def at(self, path: Path) -> Document | None:
        """Return the open buffer of a file."""
        return next((document for document in self if document.path == path), None)

    def open(self, item: types.TextDocumentItem) -> Document | None:
        """Take a buffer in, also one that was open already."""
        path = path_of(item.uri)
        if path is None:
            return None
        text = item.text.encode(errors="surrogatepass")
        if _starts_with_bom(path) and not text.startswith(BOM):
            text = BOM + text
        document = Document(item.uri, path, item.version, text, self.encoding)
        self._open[unquote(item.uri)] = document
        return document

    def change(self, params: types.DidChangeTextDocumentParams) -> Document | None:
        """Make the changes, whatever the version says; None for a buffer that is not open."""
        uri = params.text_document.uri
        document = self.get(uri)
        if document is None:
            log.warning("a change of %s, which was not opened", uri)
            return None
        text = document.text
        for change in params.content_changes:
            new = change.text.encode(errors="surrogatepass")
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = Lines(text, self.encoding).offsets(change.range)
                text = text[:start] + new + text[end:]
            else:
                bom = text.startswith(BOM) and not new.startswith(BOM)
                text = BOM + new if bom else new
        version = params.text_document.version
        changed = Document(document.uri, document.path, version, text, self.encoding, False)
        self._open[unquote(uri)] = changed
        return changed

    def save(self, uri: str) -> Document | None:
        """Note that the buffer is on disk now."""
        document = self.get(uri)
        if document is None:
            return None
        saved = Document(
            document.uri, document.path, document.version, document.text, document.encoding, True
        )
        self._open[unquote(uri)] = saved
        return saved

    def close(self, uri: str) -> Document | None:
        """Let the buffer go; from now on its file counts."""
        return self._open.pop(unquote(uri), None)


def path_of(uri: str) -> Path | None:
    """Return the absolute path that a ``file:`` URI names, None for any other."""
    try:
        path = to_fs_path(uri)
    except ValueError:
        return None
    return Path(path) if path and "\0" not in path and Path(path).is_absolute() else None


def uri_of(path: Path) -> str:
    """Return the ``file:`` URI of an absolute path."""
    return str(from_fs_path(str(path)))


def _starts_with_bom(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(BOM)) == BOM
    except OSError:
        return False
