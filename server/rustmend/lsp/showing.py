"""Publishes for a workspace what changed, and no more often than the keys are struck."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lsprotocol import types

from rustmend.lsp.client import Client
from rustmend.lsp.convert import Lines
from rustmend.lsp.documents import Documents, uri_of
from rustmend.lsp.edits import EditMaker
from rustmend.lsp.publish import FullDiagnostics, markers
from rustmend.lsp.room import Room

# typing asks for new markers at every key; this is how long it may rest
_TYPING_SECONDS = 0.1


class Showing:
    """What the client sees of the workspaces' files."""

    def __init__(
        self, client: Client, documents: Documents, notify: Callable[[str, Any], None]
    ) -> None:
        self._client = client
        self._documents = documents
        self._notify = notify
        self._publishing: dict[Path, asyncio.TimerHandle] = {}

    def lines(self, room: Room, file: Path) -> Lines | None:
        """Return the present lines of a file of the workspace, None where there is none."""
        document = room.document(file)
        if document is not None:
            return document.lines
        text = room.store.checked_text(file)
        if text is None:
            try:
                text = file.read_bytes()
            except OSError:
                return None
        return Lines(text, self._documents.encoding)

    def uri(self, room: Room, file: Path) -> str:
        """Return the name that the client has for a file."""
        document = room.document(file)
        return document.uri if document else uri_of(file)

    def edit_maker(self, room: Room) -> EditMaker:
        """Return what turns edits of the workspace's files into the protocol's."""
        return EditMaker(
            self._client,
            room.document,
            lambda file: self.lines(room, file),
            lambda file: self.uri(room, file),
        )

    def publish_soon(self, room: Room) -> None:
        """Publish for a workspace after the keys that follow each other quickly."""
        if room.place not in self._publishing:
            loop = asyncio.get_running_loop()
            self._publishing[room.place] = loop.call_later(_TYPING_SECONDS, self.publish, room)

    def publish(self, room: Room) -> None:
        """Publish what changed for the files of a workspace."""
        waiting = self._publishing.pop(room.place, None)
        if waiting is not None:
            waiting.cancel()
        shown: dict[str, list[types.Diagnostic]] = {}
        versions: dict[str, int | None] = {}
        for file in room.store.files() if room.mode != "off" else ():
            lines = self.lines(room, file)
            if lines is None or room.own(file) is None:
                continue
            document, uri = room.document(file), self.uri(room, file)
            versions[uri] = document.version if document else None
            shown[uri] = self._diagnostics(room, file, lines)
        for uri in {*shown, *room.published}:
            diagnostics = shown.get(uri, [])
            if diagnostics != room.published.get(uri, []):
                self._notify(
                    types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS,
                    types.PublishDiagnosticsParams(uri, diagnostics, versions.get(uri)),
                )
        room.published = {uri: found for uri, found in shown.items() if found}

    def stop(self) -> None:
        """Publish no longer."""
        for timer in self._publishing.values():
            timer.cancel()

    def _diagnostics(self, room: Room, file: Path, lines: Lines) -> list[types.Diagnostic]:
        if room.mode != "full":
            return markers(room.store, file, lines)
        full = FullDiagnostics(
            self._client, lambda other: self.lines(room, other), lambda other: self.uri(room, other)
        )
        return full.of(room.store, file, lines)
