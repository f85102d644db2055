"""An editor's side of the real server, reduced to what the benchmarks time."""

import asyncio
import sys
import time
from pathlib import Path
from typing import Any

import psutil
from lsprotocol import types
from pygls.lsp.client import LanguageClient

PATIENCE = 300


class Session:
    """One server process with one workspace, in single-check mode."""

    def __init__(self, client: LanguageClient) -> None:
        self._client = client
        self._state = ""
        self._changed = asyncio.Event()
        self._versions: dict[Path, int] = {}

    @classmethod
    async def start(cls, root: Path) -> "Session":
        client = LanguageClient("bench", "1")
        session = cls(client)

        @client.feature("rustmend/status")
        def status(params: Any) -> None:
            session._state = params.state
            session._changed.set()

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(_: types.PublishDiagnosticsParams) -> None:
            session._changed.set()

        await client.start_io(sys.executable, "-m", "rustmend", "lsp")
        await _initialize(client, root)
        client.initialized(types.InitializedParams())
        return session

    @staticmethod
    async def time_initialize(command: list[str], root: Path) -> float:
        client = LanguageClient("bench", "1")
        started = time.perf_counter()
        await client.start_io(*command)
        await _initialize(client, root)
        took = time.perf_counter() - started
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()
        return took

    async def open(self, file: Path) -> None:
        self._versions[file] = 1
        self._client.text_document_did_open(
            types.DidOpenTextDocumentParams(
                types.TextDocumentItem(file.as_uri(), "rust", 1, file.read_text())
            )
        )

    def save(self, file: Path) -> None:
        """Tell the server that ``file`` was changed to what lies on disk, and saved."""
        if file not in self._versions:
            self._versions[file] = 0
            self._client.text_document_did_open(
                types.DidOpenTextDocumentParams(
                    types.TextDocumentItem(file.as_uri(), "rust", 0, file.read_text())
                )
            )
        self._versions[file] += 1
        self._state = ""
        self._client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self._versions[file], file.as_uri()),
                [types.TextDocumentContentChangeWholeDocument(file.read_text())],
            )
        )
        self._client.text_document_did_save(
            types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(file.as_uri()))
        )

    async def saved(self, file: Path) -> None:
        self.save(file)
        await self.idle()

    async def idle(self) -> None:
        async with asyncio.timeout(PATIENCE):
            while self._state not in ("idle", "error"):
                self._changed.clear()
                await self._changed.wait()

    async def fix_at(self, file: Path, text: str) -> list[float]:
        """Wait for a verified quick fix at ``text``; return how long each answer took."""
        line = next(n for n, each in enumerate(file.read_text().splitlines()) if text in each)
        where = types.Range(types.Position(line, 0), types.Position(line, 200))
        answers = []
        async with asyncio.timeout(PATIENCE):
            while True:
                started = time.perf_counter()
                found = await self._client.text_document_code_action_async(
                    types.CodeActionParams(
                        types.TextDocumentIdentifier(file.as_uri()),
                        where,
                        types.CodeActionContext([], only=[types.CodeActionKind.QuickFix]),
                    )
                )
                answers.append(time.perf_counter() - started)
                if any("✓" in action.title for action in found or []):
                    return answers
                await asyncio.sleep(0.02)

    async def fix_all(self, file: Path) -> None:
        """Ask for ``source.fixAll.rustmend`` until it is there."""
        async with asyncio.timeout(PATIENCE):
            while True:
                found = await self._client.text_document_code_action_async(
                    types.CodeActionParams(
                        types.TextDocumentIdentifier(file.as_uri()),
                        types.Range(types.Position(0, 0), types.Position(0, 0)),
                        types.CodeActionContext([], only=["source.fixAll.rustmend"]),
                    )
                )
                if found:
                    return
                await asyncio.sleep(0.05)

    async def hover(self, file: Path, place: types.Position) -> bool:
        """Ask for the explanation at ``place``; return whether there is one."""
        params = types.HoverParams(types.TextDocumentIdentifier(file.as_uri()), place)
        return await self._client.text_document_hover_async(params) is not None

    def memory(self) -> int:
        """Resident bytes of the server process."""
        children = psutil.Process().children()
        return max(each.memory_info().rss for each in children if each.is_running())

    async def stop(self) -> None:
        await self._client.shutdown_async(None)
        self._client.exit(None)
        await self._client.stop()


async def _initialize(client: LanguageClient, root: Path) -> None:
    await client.initialize_async(
        types.InitializeParams(
            process_id=None,
            root_uri=root.as_uri(),
            workspace_folders=[types.WorkspaceFolder(root.as_uri(), root.name)],
            initialization_options={"diagnostics": "full"},
            capabilities=types.ClientCapabilities(
                workspace=types.WorkspaceClientCapabilities(
                    workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True)
                )
            ),
        )
    )
