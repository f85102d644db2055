"""``rustmend lsp``: the language server on standard input and output.

Handlers are thin: they pass on to the desk. Only pygls and the standard library are
imported here; the rest loads once the editor has its answer to ``initialize``.
"""

import asyncio
import contextlib
import logging
import os
import signal
import stat
import sys
import threading
from collections.abc import Callable, Coroutine
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.io_ import StdinAsyncReader, StdoutWriter, run_async
from pygls.lsp.server import LanguageServer

from rustmend import __version__
from rustmend.lsp.documents import Documents
from rustmend.lsp.kinds import COMMANDS, KINDS
from rustmend.lsp.protocol import Headers, LifeProtocol
from rustmend.lsp.watchdog import Watchdog

if TYPE_CHECKING:
    from rustmend.lsp.desk import Desk

log = logging.getLogger(__name__)

# everything must be over within a second: tasks and processes first, then whatever still hangs
_STOP_SECONDS = 0.6
_HARD_STOP_SECONDS = 0.9


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


class Server(LanguageServer):
    """The language server. Until its desk is there, it only keeps the documents."""

    def __init__(self) -> None:
        super().__init__("rustmend", __version__, protocol_cls=LifeProtocol)
        self._documents = Documents()
        self._desk: Desk | None = None
        self._ready: asyncio.Future[Desk]
        self._options: dict[str, Any] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = False
        self._was_shut_down = False
        self._watchdog = Watchdog(self._orphaned)
        self._register()

    async def talk(self, stdin: BinaryIO, stdout: BinaryIO) -> int:
        """Handle messages until the end of input; return the exit status for it."""
        self.protocol.set_writer(StdoutWriter(stdout))
        for number in (signal.SIGTERM, signal.SIGINT):
            with contextlib.suppress(NotImplementedError):  # Windows
                asyncio.get_running_loop().add_signal_handler(number, self._signalled)
        reader = await _reader(stdin, stdout)
        await run_async(threading.Event(), Headers(reader), self.protocol, log, self._unreadable)
        log.info("end of input")
        return 0

    def stop(self) -> None:
        """End all that was started; if that takes too long, end the hard way."""
        if self._stopping:
            return
        self._stopping = True
        hard = threading.Timer(_HARD_STOP_SECONDS, self._end_hard)
        hard.daemon = True
        hard.start()
        self._watchdog.stop()
        if self._desk is not None and not self._desk.stop(_STOP_SECONDS):
            self._end_hard()

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Log it: what a user can do something about is said elsewhere, once."""
        if isinstance(error, JsonRpcInvalidParams):
            log.info("%s", error)
        else:
            log.error("%s: %s %s", source.__name__, error, getattr(error, "data", None) or "")

    def _register(self) -> None:
        handlers: dict[str, tuple[Callable[..., Any], Any]] = {
            types.INITIALIZE: (self._initialize, None),
            types.INITIALIZED: (self._initialized, None),
            types.SHUTDOWN: (self._shutdown, None),
            types.EXIT: (self._exit, None),
            types.TEXT_DOCUMENT_DID_OPEN: (self._did_open, None),
            types.TEXT_DOCUMENT_DID_CHANGE: (self._did_change, None),
            types.TEXT_DOCUMENT_DID_CLOSE: (self._did_close, None),
            types.TEXT_DOCUMENT_DID_SAVE: (self._did_save, types.SaveOptions(include_text=False)),
            types.TEXT_DOCUMENT_HOVER: (self._hover, None),
            types.TEXT_DOCUMENT_CODE_ACTION: (
                self._code_action,
                types.CodeActionOptions(code_action_kinds=[*KINDS]),
            ),
            types.WORKSPACE_DID_CHANGE_WATCHED_FILES: (self._did_change_files, None),
            types.WORKSPACE_DID_CHANGE_CONFIGURATION: (self._did_change_settings, None),
            types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: (self._did_change_folders, None),
        }
        for name, (handler, options) in handlers.items():
            # pygls marks what it registers, and a bound method cannot be marked
            self.feature(name, options)(partial(handler))
        for name in COMMANDS:
            self.command(name)(self._command(name))

    def _command(self, name: str) -> Callable[..., Any]:
        async def call(*arguments: Any) -> Any:
            desk = await self._ready
            return await desk.run(name, arguments)

        return call

    def _initialize(self, params: types.InitializeParams) -> None:
        encoding = self.workspace.position_encoding
        self._documents.encoding = str(getattr(encoding, "value", encoding))  # type: ignore[assignment]  # pygls chose one of the three
        options = params.initialization_options
        self._options = dict(options) if isinstance(options, dict) else {}
        self._ready = asyncio.get_running_loop().create_future()
        self._watchdog.start(params.process_id)

    def _initialized(self, _: types.InitializedParams) -> None:
        self._start(self._begin())

    async def _begin(self) -> None:
        # the rest of the server loads while the editor goes on
        await asyncio.to_thread(import_module, "rustmend.lsp.desk")
        from rustmend.lsp.desk import Desk

        self._desk = Desk(self, self._documents, self._options)
        try:
            await self._desk.begin()
        finally:
            # a command is about the workspaces and the settings: it waits for them
            self._ready.set_result(self._desk)

    def _did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        document = self._documents.open(params.text_document)
        if document is not None and self._desk is not None:
            self._desk.hub.opened(document)

    def _did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        before = self._documents.get(params.text_document.uri)
        document = self._documents.change(params)
        if document is not None and self._desk is not None:
            self._desk.hub.changed(before, document)

    def _did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        document = self._documents.close(params.text_document.uri)
        if document is not None and self._desk is not None:
            self._desk.hub.closed(document)

    def _did_save(self, params: types.DidSaveTextDocumentParams) -> None:
        if self._desk is not None:
            self._desk.saved(params.text_document.uri)
        else:
            self._documents.save(params.text_document.uri)

    def _hover(self, params: types.HoverParams) -> types.Hover | None:
        return self._desk.hover(params) if self._desk else None

    def _code_action(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        return self._desk.actions(params) if self._desk else []

    def _did_change_files(self, params: types.DidChangeWatchedFilesParams) -> None:
        if self._desk is not None:
            self._desk.files_changed(params)

    def _did_change_settings(self, params: types.DidChangeConfigurationParams) -> None:
        if self._desk is not None:
            self._start(self._desk.configure(params.settings))

    def _did_change_folders(self, params: types.DidChangeWorkspaceFoldersParams) -> None:
        if self._desk is not None:
            self._desk.folders_changed(params.event)

    def _exit(self, _: None = None) -> None:
        self.stop()

    def _signalled(self) -> None:
        self.stop()
        self._end_hard()

    def _orphaned(self) -> None:
        """End everything: called by the watchdog, in its thread."""
        log.warning("the editor ended without a word")
        self.stop()
        self._end_hard()

    def _end_hard(self) -> None:
        from rustmend.process import kill_descendants

        kill_descendants()
        os._exit(0 if self._was_shut_down else 1)

    def _shutdown(self, _: None = None) -> None:
        self._was_shut_down = True

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("a task failed", exc_info=error)

    def _unreadable(self, error: Exception, _: Any) -> None:
        log.error("a message could not be read: %s", error)


async def _reader(stdin: BinaryIO, stdout: BinaryIO) -> Any:
    """Read without a thread where that is possible: each turn through one delays a request."""
    # reading this way makes the other direction of a shared socket non-blocking too
    shared = os.path.samestat(os.fstat(stdin.fileno()), os.fstat(stdout.fileno()))
    # /dev/null and its like cannot be waited for
    device = stat.S_ISCHR(os.fstat(stdin.fileno()).st_mode) and not stdin.isatty()
    if sys.platform != "win32" and not shared and not device:
        with contextlib.suppress(ValueError, OSError):  # a regular file, for one
            stream = asyncio.StreamReader()
            protocol = asyncio.StreamReaderProtocol(stream)
            await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, stdin)
            return stream
    return StdinAsyncReader(stdin)
