"""``rustmend lsp``: the language server on standard input and output.

Handlers are thin: they take the protocol's values apart and ask the hub. Only pygls and
the standard library are imported here; the rest loads in the worker once the editor has
its answer to ``initialize``.
"""

import asyncio
import contextlib
import logging
import os
import sys
import threading
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, BinaryIO

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.io_ import StdinAsyncReader, StdoutWriter, run_async
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from rustmend import __version__
from rustmend.lsp.actions import KINDS, Menu
from rustmend.lsp.client import Client
from rustmend.lsp.commands import Commands
from rustmend.lsp.documents import Documents, path_of
from rustmend.lsp.hover import hover
from rustmend.lsp.hub import Hub
from rustmend.lsp.progress import Progress
from rustmend.lsp.room import Room
from rustmend.lsp.watchdog import Watchdog

log = logging.getLogger(__name__)

# everything must be over within a second: tasks and processes first, then whatever still hangs
_STOP_SECONDS = 0.6
_HARD_STOP_SECONDS = 0.9
# file events come in crowds: a checkout of another branch, a formatter over the workspace
_CROWD_SECONDS = 0.3
_WATCHED = ("**/*.rs", "**/Cargo.toml", "**/Cargo.lock", "**/rustmend.toml")


def serve() -> None:
    """Serve one editor on standard input and output, and exit."""
    from rustmend.logs import to_stderr

    to_stderr()
    # requests are answered between two steps of the worker: it must let go of the interpreter soon
    sys.setswitchinterval(0.001)
    protocol_out = os.fdopen(os.dup(1), "wb")
    # whatever prints by mistake, here or in a library, must not end up in the protocol
    os.dup2(2, 1)
    server = Server()
    status = 1
    try:
        status = asyncio.run(server.talk(sys.stdin.buffer, protocol_out))
    except BrokenPipeError:
        log.info("the editor is gone")
    except SystemExit as request:
        status = request.code if isinstance(request.code, int) else 1
    except KeyboardInterrupt:
        status = 130
    finally:
        server.stop()
    sys.exit(status)


class _Protocol(LanguageServerProtocol):
    """pygls' protocol without its own documents: ours are safe in any order of messages."""

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> Any:
        """Pass it on."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Any:
        """Pass it on."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> Any:
        """Pass it on."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None


class Server(LanguageServer):
    """The language server. Before ``initialize`` it has no hub, and every request finds nothing."""

    def __init__(self) -> None:
        super().__init__("rustmend", __version__, protocol_cls=_Protocol)
        self.documents = Documents()
        self.hub: Hub | None = None
        self._commands: Commands | None = None
        self._options: dict[str, Any] = {}
        self._events: set[str] = set()
        self._crowd: asyncio.TimerHandle | None = None
        self._reader: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = False
        self._watchdog = Watchdog(self._orphaned)
        self._register()

    async def talk(self, stdin: BinaryIO, stdout: BinaryIO) -> int:
        """Handle messages until the end of input; return the exit status for it."""
        self.protocol.set_writer(StdoutWriter(stdout))
        stopped = threading.Event()
        reader = await _reader(stdin, stdout)
        await run_async(stopped, reader, self.protocol, log, self._unreadable)
        log.info("end of input")
        return 0

    def stop(self) -> None:
        """End all that was started; if that takes too long, end the hard way."""
        if self._stopping:
            return
        self._stopping = True
        hard = threading.Timer(_HARD_STOP_SECONDS, _end_hard)
        hard.daemon = True
        hard.start()
        self._watchdog.stop()
        if self._commands is not None:
            self._commands.close()
        if self.hub is not None and not self.hub.stop(_STOP_SECONDS):
            _end_hard()

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Log it: what a user can do something about is said elsewhere, once."""
        if isinstance(error, JsonRpcInvalidParams):
            log.info("%s", error)
        else:
            log.error("%s: %s %s", source.__name__, error, getattr(error, "data", None) or "")

    # --- handlers ------------------------------------------------------------------

    def _register(self) -> None:
        handlers: dict[str, Callable[..., Any]] = {
            types.INITIALIZE: self._initialize,
            types.INITIALIZED: self._initialized,
            types.EXIT: self._exit,
            types.TEXT_DOCUMENT_DID_OPEN: self._did_open,
            types.TEXT_DOCUMENT_DID_CHANGE: self._did_change,
            types.TEXT_DOCUMENT_DID_CLOSE: self._did_close,
            types.TEXT_DOCUMENT_HOVER: self._hover,
            types.WORKSPACE_DID_CHANGE_WATCHED_FILES: self._did_change_watched_files,
            types.WORKSPACE_DID_CHANGE_CONFIGURATION: self._did_change_configuration,
            types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: self._did_change_folders,
        }
        for name, handler in handlers.items():
            # pygls marks what it registers, and a bound method cannot be marked
            self.feature(name)(partial(handler))
        self.feature(types.TEXT_DOCUMENT_DID_SAVE, types.SaveOptions(include_text=False))(
            partial(self._did_save)
        )
        self.feature(
            types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[*KINDS])
        )(partial(self._code_action))
        for name in (
            "recheck", "pause", "fixAll", "explain", "moreFixes", "doctor",
            "showPastFix", "forgetPastFix",
        ):  # fmt: skip
            self.command(f"rustmend.{name}")(self._command(name))

    def _initialize(self, params: types.InitializeParams) -> None:
        encoding = self.workspace.position_encoding
        self.documents.encoding = str(getattr(encoding, "value", encoding))  # type: ignore[assignment]  # pygls chose one of the three
        options = params.initialization_options
        self._options = dict(options) if isinstance(options, dict) else {}
        self._watchdog.start(params.process_id)

    def _initialized(self, _: types.InitializedParams) -> None:
        client = Client.of(self.client_capabilities)
        self.hub = Hub(
            client,
            self.documents,
            notify=self.protocol.notify,
            warn=self._warn,
            progress=Progress(self.protocol, supported=client.progress),
        )
        self._commands = Commands(self, self.hub, self._menu)
        self._start(self._begin(self.hub, client))

    async def _begin(self, hub: Hub, client: Client) -> None:
        """Ask for the settings, then look after what is open."""
        registrations = []
        if client.watches_files:
            watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            registrations.append(types.Registration("rustmend-files", method, options))
        if client.configuration_events:
            method = types.WORKSPACE_DID_CHANGE_CONFIGURATION
            section = {"section": "rustmend"}
            registrations.append(types.Registration("rustmend-settings", method, section))
        if registrations:
            params = types.RegistrationParams(registrations)
            self.protocol.send_request(types.CLIENT_REGISTER_CAPABILITY, params)
        await hub.configured(self._options, await self._answered(client))
        folders = [path_of(folder.uri) for folder in self.workspace.folders.values()]
        if not folders and self.workspace.root_uri:
            folders = [path_of(self.workspace.root_uri)]
        hub.add_folders([folder for folder in folders if folder is not None])
        for document in self.documents:
            hub.opened(document)

    async def _answered(self, client: Client, sent: Any = None) -> Any:
        """Return what the editor says of our section: the answer, else what it sent by itself."""
        if not client.configuration:
            return sent
        params = types.ConfigurationParams([types.ConfigurationItem(section="rustmend")])
        try:
            answers = await asyncio.wait_for(self.workspace_configuration_async(params), 10)
        except Exception as error:  # a client that cannot answer has said nothing
            log.warning("no answer to workspace/configuration: %r", error)
            return sent
        return answers[0] if answers else sent

    def _did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        document = self.documents.open(params.text_document)
        if document is not None and self.hub is not None:
            self.hub.opened(document)

    def _did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        document = self.documents.change(params)
        if document is not None and self.hub is not None:
            self.hub.changed(document)

    def _did_save(self, params: types.DidSaveTextDocumentParams) -> None:
        document = self.documents.save(params.text_document.uri)
        path = path_of(params.text_document.uri)
        if self.hub is not None and document is not None:
            self.hub.saved(document)
        elif self.hub is not None and path is not None:
            self.hub.files_changed([path])

    def _did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        document = self.documents.close(params.text_document.uri)
        if document is not None and self.hub is not None:
            self.hub.closed(document)

    def _code_action(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        found = self._find(params.text_document.uri)
        if found is None:
            return []
        hub, room, document = found
        file = room.own(document.path)
        if file is None:
            return []
        if params.context.trigger_kind is not types.CodeActionTriggerKind.Automatic:
            hub.look(document.path, document.lines.offset(params.range.start))
        return self._menu(room).actions(file, document.lines, params)

    def _hover(self, params: types.HoverParams) -> types.Hover | None:
        found = self._find(params.text_document.uri)
        if found is None:
            return None
        hub, room, document = found
        file = room.own(document.path)
        if file is None:
            return None
        return hover(room.store, hub.client, file, document.lines, params.position)

    def _did_change_watched_files(self, params: types.DidChangeWatchedFilesParams) -> None:
        self._events.update(change.uri for change in params.changes)
        if self._crowd is not None:
            self._crowd.cancel()
        self._crowd = asyncio.get_running_loop().call_later(_CROWD_SECONDS, self._handle_crowd)

    def _handle_crowd(self) -> None:
        events, self._events = self._events, set()
        paths = [path for path in map(path_of, sorted(events)) if path is not None]
        if self.hub is not None:
            self.hub.files_changed(paths)

    def _did_change_configuration(self, params: types.DidChangeConfigurationParams) -> None:
        if self.hub is not None:
            self._start(self._reconfigure(self.hub, params.settings))

    async def _reconfigure(self, hub: Hub, sent: Any) -> None:
        await hub.configured(self._options, await self._answered(hub.client, sent))

    def _did_change_folders(self, params: types.DidChangeWorkspaceFoldersParams) -> None:
        if self.hub is not None:
            added = [path_of(folder.uri) for folder in params.event.added]
            removed = [path_of(folder.uri) for folder in params.event.removed]
            self.hub.remove_folders([path for path in removed if path is not None])
            self.hub.add_folders([path for path in added if path is not None])

    def _exit(self, _: None = None) -> None:
        self.stop()

    # --- the rest --------------------------------------------------------------------

    def _find(self, uri: str) -> tuple[Hub, Room, Any] | None:
        document = self.documents.get(uri)
        room = self.hub.room_of(document.path) if self.hub and document else None
        return (self.hub, room, document) if self.hub and room and document else None

    def _menu(self, room: Room) -> Menu:
        assert self.hub is not None  # noqa: S101  # a room is the hub's
        others = room.mode != "full"
        return Menu(
            room.store, self.hub.showing.edit_maker(room), self.hub.client, others_check=others
        )

    def _command(self, name: str) -> Any:
        method = {"fixAll": "fix_all", "moreFixes": "more_fixes", "showPastFix": "show_past_fix",
                  "forgetPastFix": "forget_past_fix"}.get(name, name)  # fmt: skip

        async def call(*arguments: Any) -> Any:
            if self._commands is None:
                return None
            result = getattr(self._commands, method)(*arguments)
            return await result if isinstance(result, Awaitable) else result

        return call

    def _warn(self, message: str) -> None:
        log.warning("%s", message)
        params = types.ShowMessageParams(types.MessageType.Warning, f"rustmend: {message}")
        self.window_show_message(params)

    def _start(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("a task failed", exc_info=error)

    def _unreadable(self, error: Exception, _: Any) -> None:
        log.error("a message could not be read: %s", error)

    def _orphaned(self) -> None:
        """End everything: called by the watchdog, in its thread."""
        log.warning("the editor ended without a word")
        self.stop()
        _end_hard()


async def _reader(stdin: BinaryIO, stdout: BinaryIO) -> Any:
    """Read without a thread where that is possible: each turn through one delays a request."""
    # reading this way makes the other direction of a shared socket non-blocking too
    shared = os.path.samestat(os.fstat(stdin.fileno()), os.fstat(stdout.fileno()))
    if sys.platform != "win32" and not shared:
        with contextlib.suppress(ValueError, OSError):  # a regular file, for one
            stream = asyncio.StreamReader()
            protocol = asyncio.StreamReaderProtocol(stream)
            await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, stdin)
            return stream
    return StdinAsyncReader(stdin)


def _end_hard() -> None:
    from rustmend.process import kill_descendants

    kill_descendants()
    os._exit(1)
