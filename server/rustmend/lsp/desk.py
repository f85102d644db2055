"""What answers the editor once ``initialize`` is over: requests in, the protocol's values out."""

import asyncio
import logging
from collections.abc import Awaitable
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from rustmend.lsp.actions import Menu
from rustmend.lsp.client import Client
from rustmend.lsp.commands import Commands
from rustmend.lsp.documents import Document, Documents, path_of
from rustmend.lsp.hover import hover
from rustmend.lsp.hub import Hub
from rustmend.lsp.kinds import COMMANDS
from rustmend.lsp.progress import Progress
from rustmend.lsp.room import Room, model_of
from rustmend.lsp.texts import Texts

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer

log = logging.getLogger(__name__)

# file events come in crowds: a checkout of another branch, a formatter over the workspace
_CROWD_SECONDS = 0.3
_ANSWER_SECONDS = 10
_WATCHED = ("**/*.rs", "**/Cargo.toml", "**/Cargo.lock", "**/rustmend.toml")


class Desk:
    """Serves one editor. Main thread only."""

    def __init__(
        self, server: "LanguageServer", documents: Documents, options: dict[str, Any]
    ) -> None:
        self._server = server
        self._documents = documents
        self._options = options
        self._client = Client.of(server.client_capabilities)
        self._events: set[str] = set()
        self._crowd: asyncio.TimerHandle | None = None
        self.hub = Hub(
            self._client,
            documents,
            notify=server.protocol.notify,
            warn=self._warn,
            progress=Progress(server.protocol, supported=self._client.progress),
        )
        self._texts = Texts(server, self.hub)
        self._commands = Commands(server, self.hub, self._menu)

    async def begin(self) -> None:
        """Ask for the settings, then look after what is open."""
        self._register()
        await self.configure(None)
        workspace = self._server.workspace
        folders = [path_of(folder.uri) for folder in workspace.folders.values()]
        if not folders and workspace.root_uri:
            folders = [path_of(workspace.root_uri)]
        self.hub.add_folders([folder for folder in folders if folder is not None])
        for document in self._documents:
            self.hub.opened(document)

    async def configure(self, sent: Any) -> None:
        """Use what the editor says of our section: its answer, else what it sent by itself."""
        await self.hub.configured(self._options, await self._answered(sent))

    def actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """Return the menu for a range, from what is known now."""
        found = self._find(params.text_document.uri)
        if found is None:
            return []
        room, document = found
        file = room.own(document.path)
        if file is None:
            return []
        if params.context.trigger_kind is not types.CodeActionTriggerKind.Automatic:
            self.hub.look(document.path, document.lines.offset(params.range.start))
        if not self._client.watches_files:
            self.hub.look_at_disk(room)
        menu = self._menu(room)
        actions = menu.actions(file, document.lines, params)
        self.hub.taken.offered(room, menu.shown)
        return actions

    def hover(self, params: types.HoverParams) -> types.Hover | None:
        """Return the explanation of the diagnostic at a position, from what is known now."""
        found = self._find(params.text_document.uri)
        if found is None:
            return None
        room, document = found
        file = room.own(document.path)
        if file is None:
            return None
        place = document.lines.offset(params.position)
        self.hub.worker.call(room.session.pupil.visited, file, place)
        return hover(room.store, self._client, file, document.lines, params.position)

    async def run(self, command: str, arguments: tuple[Any, ...]) -> Any:
        """Run a command and return its result."""
        method = COMMANDS[command]
        owner = self._commands if hasattr(self._commands, method) else self._texts
        result = getattr(owner, method)(*arguments)
        return await result if isinstance(result, Awaitable) else result

    def saved(self, uri: str) -> None:
        """Have the workspace of a saved file checked."""
        document, path = self._documents.save(uri), path_of(uri)
        if document is not None:
            self.hub.saved(document)
        elif path is not None:
            self.hub.files_changed([path])

    def files_changed(self, params: types.DidChangeWatchedFilesParams) -> None:
        """Have checked what changed outside the editor, once the crowd has passed."""
        self._events.update(change.uri for change in params.changes)
        if self._crowd is not None:
            self._crowd.cancel()
        self._crowd = asyncio.get_running_loop().call_later(_CROWD_SECONDS, self._handle_crowd)

    def folders_changed(self, event: types.WorkspaceFoldersChangeEvent) -> None:
        """Look after other folders."""
        removed = [path_of(folder.uri) for folder in event.removed]
        self.hub.remove_folders([path for path in removed if path is not None])
        added = [path_of(folder.uri) for folder in event.added]
        self.hub.add_folders([path for path in added if path is not None])

    def stop(self, seconds: float) -> bool:
        """End everything that runs; whether it ended in time."""
        self._texts.close()
        return self.hub.stop(seconds)

    def _register(self) -> None:
        registrations = []
        if self._client.watches_files:
            watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            registrations.append(types.Registration("rustmend-files", method, options))
        if self._client.configuration_events:
            method = types.WORKSPACE_DID_CHANGE_CONFIGURATION
            section = {"section": "rustmend"}
            registrations.append(types.Registration("rustmend-settings", method, section))
        if registrations:
            params = types.RegistrationParams(registrations)
            self._server.protocol.send_request(types.CLIENT_REGISTER_CAPABILITY, params)

    async def _answered(self, sent: Any) -> Any:
        if not self._client.configuration:
            return sent
        params = types.ConfigurationParams([types.ConfigurationItem(section="rustmend")])
        try:
            asked = self._server.workspace_configuration_async(params)
            answers = await asyncio.wait_for(asked, _ANSWER_SECONDS)
        except Exception as error:  # a client that cannot answer has said nothing
            log.warning("no answer to workspace/configuration: %r", error)
            return sent
        return answers[0] if answers else sent

    def _handle_crowd(self) -> None:
        events, self._events = self._events, set()
        paths = [path_of(uri) for uri in sorted(events)]
        self.hub.files_changed([path for path in paths if path is not None])

    def _find(self, uri: str) -> tuple[Room, Document] | None:
        document = self._documents.get(uri)
        room = self.hub.rooms.of_file(document.path) if document else None
        return (room, document) if room and document else None

    def _menu(self, room: Room) -> Menu:
        others = room.mode != "full"
        edits = self.hub.showing.edit_maker(room)
        return Menu(room.store, edits, others_check=others, model=model_of(room))

    def _warn(self, message: str) -> None:
        log.warning("%s", message)
        params = types.ShowMessageParams(types.MessageType.Warning, f"rustmend: {message}")
        self._server.window_show_message(params)
