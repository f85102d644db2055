"""An editor for the tests: the real server process, driven over its standard input and output."""

import asyncio
import contextlib
import os
import sqlite3
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any, Union

import pytest
from lsprotocol import types
from pytest_lsp import LanguageClient, make_test_lsp_client

SERVER = Path(__file__).parents[2] / "server"
WAIT_SECONDS = 240
MANIFEST = '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2024"\n'


class Editor:
    """Opens, types, saves, asks for actions and applies them, as an editor does."""

    def __init__(self, client: LanguageClient, encoding: str) -> None:
        self.client = client
        self.encoding = encoding
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.statuses: list[Any] = []
        self.published: dict[str, types.PublishDiagnosticsParams] = {}
        self.applied: list[types.ApplyWorkspaceEditParams] = []
        self.asked: list[types.ShowMessageRequestParams] = []
        self.registered: list[types.Registration] = []
        self.choose: Callable[[types.ShowMessageRequestParams], types.MessageActionItem | None] = (
            lambda _: None
        )
        self._changed = asyncio.Event()

    # what the server says

    async def until(self, seen: Callable[[], Any]) -> Any:
        """Wait until ``seen`` gives something, looking whenever the server says something."""

        async def look() -> Any:
            while not (found := seen()):
                self._changed.clear()
                await self._changed.wait()
            return found

        return await asyncio.wait_for(look(), WAIT_SECONDS)

    def heard(self) -> None:
        self._changed.set()

    async def settled(self) -> Any:
        """Wait until the check that was asked for last is over; return its status."""
        await self.until(lambda: [s for s in self.statuses if s.state in ("checking", "error")])
        await self.until(lambda: self.statuses[-1].state in ("idle", "error"))
        last = self.statuses[-1]
        self.statuses.clear()
        return last

    # what the editor does

    def open(self, path: Path, text: str | None = None, *, version: int = 1) -> str:
        uri = path.as_uri()
        shown = path.read_bytes().decode() if text is None else text
        self.texts[uri], self.versions[uri] = shown.removeprefix("\ufeff"), version
        item = types.TextDocumentItem(uri, "rust", version, self.texts[uri])
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def type(self, uri: str, old: str, new: str) -> None:
        """Replace the first ``old`` by ``new``, sent as the range of ``old``."""
        text = self.texts[uri]
        start = text.index(old)
        reach = types.Range(self.position(text, start), self.position(text, start + len(old)))
        self.texts[uri] = text[:start] + new + text[start + len(old) :]
        self.versions[uri] += 1
        self.change(uri, [types.TextDocumentContentChangePartial(reach, new)])

    def change(self, uri: str, changes: list[Any], *, version: int | None = None) -> None:
        identifier = types.VersionedTextDocumentIdentifier(
            self.versions.get(uri, 0) if version is None else version, uri
        )
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, changes))

    def save(self, uri: str) -> None:
        path(uri).write_bytes(self.texts[uri].encode())
        self.client.text_document_did_save(
            types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri))
        )

    def close(self, uri: str) -> None:
        del self.texts[uri]
        self.client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
        )

    def at(self, uri: str, needle: str, *, nth: int = 0) -> types.Range:
        """Return the range of the nth ``needle`` in the text of a buffer."""
        text, start = self.texts[uri], -1
        for _ in range(nth + 1):
            start = text.index(needle, start + 1)
        return types.Range(self.position(text, start), self.position(text, start + len(needle)))

    async def actions(
        self, uri: str, reach: types.Range, *, only: list[str] | None = None
    ) -> list[types.CodeAction]:
        shown = [
            each
            for each in (self.published[uri].diagnostics if uri in self.published else [])
            if each.range.start.line <= reach.end.line and reach.start.line <= each.range.end.line
        ]
        context = types.CodeActionContext(shown, only=only)
        found = await self.client.text_document_code_action_async(
            types.CodeActionParams(types.TextDocumentIdentifier(uri), reach, context)
        )
        return [each for each in found or [] if isinstance(each, types.CodeAction)]

    async def fixes(self, uri: str, reach: types.Range) -> list[types.CodeAction]:
        return await self.actions(uri, reach, only=[types.CodeActionKind.QuickFix])

    async def hover(self, uri: str, position: types.Position) -> types.Hover | None:
        return await self.client.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(uri), position)
        )

    async def run(self, command: str, *arguments: Any) -> Any:
        params = types.ExecuteCommandParams(command, list(arguments))
        return await self.client.workspace_execute_command_async(params)

    def apply(self, edit: types.WorkspaceEdit | None) -> None:
        """Make an edit in the buffers, as the client that got it would; other files on disk."""
        assert edit is not None
        changes: list[tuple[str, int | None, list[Any]]] = [
            (uri, None, list(edits)) for uri, edits in (edit.changes or {}).items()
        ]
        for change in edit.document_changes or []:
            assert isinstance(change, types.TextDocumentEdit)
            changes.append(
                (change.text_document.uri, change.text_document.version, list(change.edits))
            )
        for uri, version, edits in changes:
            opened = uri in self.texts
            assert version in (None, self.versions.get(uri)) if opened else version is None
            text = self.texts[uri] if opened else path(uri).read_bytes().decode()
            for each in sorted(edits, key=lambda one: _key(one.range.start), reverse=True):
                start, end = self.offset(text, each.range.start), self.offset(text, each.range.end)
                text = text[:start] + each.new_text + text[end:]
            if opened:
                self.texts[uri] = text
                self.versions[uri] += 1
                self.change(uri, [types.TextDocumentContentChangeWholeDocument(text)])
            else:
                path(uri).write_bytes(text.encode())

    # positions, reckoned in another way than the server does

    def position(self, text: str, index: int) -> types.Position:
        before = text[:index]
        line = before.rpartition("\n")[2]
        return types.Position(before.count("\n"), self.units(line))

    def offset(self, text: str, position: types.Position) -> int:
        start = 0
        for _ in range(position.line):
            start = text.index("\n", start) + 1
        index = start
        while self.units(text[start:index]) < position.character:
            index += 1
        return index

    def units(self, text: str) -> int:
        width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[self.encoding]
        codec = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[self.encoding]
        return len(text.encode(codec)) // width


async def rows(file: Path, statement: str) -> list[Any]:
    """Wait until the journal has rows for ``statement``: it is written in the background."""
    while True:
        with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(file)) as db:
            found = db.execute(statement).fetchall()
            if found:
                return found
        await asyncio.sleep(0.05)


Start = Callable[..., Awaitable[Editor]]


@pytest.fixture
async def start(tmp_path: Path) -> AsyncIterator[Start]:
    """Start servers; each is stopped after the test."""
    editors: list[Editor] = []

    async def begin(
        *folders: Path,
        encoding: str = "utf-16",
        options: dict[str, Any] | None = None,
        settings: dict[str, Any] | None = None,
        environment: dict[str, str] | None = None,
        capabilities: types.ClientCapabilities | None = None,
        process_id: int | None = None,
    ) -> Editor:
        client = make_test_lsp_client()
        editor = Editor(client, encoding)
        editors.append(editor)
        _listen(editor, settings)
        home = tmp_path / "home"
        home.mkdir(exist_ok=True)
        await client.start_io(
            sys.executable,
            "-m",
            "rustmend",
            "lsp",
            env={
                **os.environ,
                "PYTHONPATH": str(SERVER),
                "RUSTMEND_CACHE_PATH": str(home / "cache"),
                "RUSTMEND_JOURNAL_PATH": str(home / "journal.sqlite3"),
                "XDG_CONFIG_HOME": str(home / "config"),
                "RUSTMEND_VERIFY_ON_BATTERY": "true",
                **(environment or {}),
            },
        )
        client.capabilities = capabilities or able(encoding, configuration=settings is not None)
        await client.initialize_async(
            types.InitializeParams(
                process_id=process_id,
                root_uri=folders[0].as_uri() if folders else None,
                workspace_folders=[
                    types.WorkspaceFolder(folder.as_uri(), folder.name) for folder in folders
                ],
                capabilities=client.capabilities,
                initialization_options=options,
            )
        )
        client.initialized(types.InitializedParams())
        return editor

    yield begin
    for editor in editors:
        if editor.client._server is not None and editor.client._server.returncode is None:
            await editor.client.shutdown_async(None)
            editor.client.exit(None)
        await editor.client.stop()


@pytest.fixture
def crate(tmp_path: Path) -> Callable[..., Path]:
    """Make a crate of files given by name, ``main`` meaning src/main.rs."""

    def make(name: str = "demo", **files: str) -> Path:
        root = tmp_path / name
        (root / "src").mkdir(parents=True)
        (root / "Cargo.toml").write_text(MANIFEST)
        for stem, text in files.items():
            (root / "src" / f"{stem}.rs").write_bytes(text.encode())
        return root

    return make


def able(encoding: str = "utf-16", *, configuration: bool = False) -> types.ClientCapabilities:
    """Return what a present-day editor can do."""
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=[encoding]),
        workspace=types.WorkspaceClientCapabilities(
            apply_edit=True,
            workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True),
            configuration=configuration,
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                dynamic_registration=True
            ),
        ),
        window=types.WindowClientCapabilities(
            work_done_progress=True,
            show_document=types.ShowDocumentClientCapabilities(support=True),
        ),
        text_document=types.TextDocumentClientCapabilities(
            hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
            publish_diagnostics=types.PublishDiagnosticsClientCapabilities(
                related_information=True,
                code_description_support=True,
                data_support=True,
                tag_support=types.ClientDiagnosticsTagOptions([*types.DiagnosticTag]),
            ),
        ),
    )


def path(uri: str) -> Path:
    """Return the file of a ``file:`` URI that this module made."""
    from pygls.uris import to_fs_path

    return Path(to_fs_path(uri) or "")


def _listen(editor: Editor, settings: dict[str, Any] | None) -> None:
    client = editor.client
    converter = client.protocol._converter

    def action(found: dict[str, Any], _: Any) -> types.Command | types.CodeAction:
        # lsprotocol takes an action that has a command for a bare command
        plain = isinstance(found.get("command"), str)
        return converter.structure(found, types.Command if plain else types.CodeAction)

    converter.register_structure_hook(types.Command | types.CodeAction, action)
    converter.register_structure_hook(Union[types.Command, types.CodeAction], action)  # noqa: UP007  # the other spelling
    client.set_configuration({"rustmend": settings or {}})

    @client.feature("rustmend/status")
    def status(params: Any) -> None:
        editor.statuses.append(params)
        editor.heard()

    published = client.protocol.fm.features.pop(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, None)

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def publish(params: types.PublishDiagnosticsParams) -> None:
        if published is not None:
            published(params)
        editor.published[params.uri] = params
        editor.heard()

    client.protocol.fm.features.pop(types.WINDOW_SHOW_MESSAGE, None)

    @client.feature(types.WINDOW_SHOW_MESSAGE)
    def message(params: types.ShowMessageParams) -> None:
        client.messages.append(params)
        editor.heard()

    @client.feature(types.WORKSPACE_APPLY_EDIT)
    def apply(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
        editor.applied.append(params)
        editor.apply(params.edit)
        return types.ApplyWorkspaceEditResult(applied=True)

    @client.feature(types.WINDOW_SHOW_MESSAGE_REQUEST)
    def ask(params: types.ShowMessageRequestParams) -> types.MessageActionItem | None:
        editor.asked.append(params)
        return editor.choose(params)

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(params: types.RegistrationParams) -> None:
        editor.registered.extend(params.registrations)
        editor.heard()


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character
