"""The main job in a minute: a broken crate, the real language server, and an editor's part.

Nothing here knows about the engine: all that is shown came over stdio as an editor gets it.
"""

import asyncio
import contextlib
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.workspace import PositionCodec, TextDocument
from rich.console import Console
from rich.syntax import Syntax

from rustmend.domain.text import unified_diff
from rustmend.errors import RustmendError

_MANIFEST = """\
[package]
name = "orders"
version = "0.1.0"
edition = "2024"
"""

_MAIN = """\
#[derive(Debug)]
struct Order {
    customer: String,
    cents: u64,
}

fn total_by_customer(orders: &[Order]) -> HashMap<String, u64> {
    let mut totals = HashMap::new();
    for order in orders {
        *totals.entry(order.customer).or_insert(0) += order.cents;
    }
    totals
}

fn largest(orders: Vec<Order>) -> u64 {
    orders.iter().map(|order| order.cents).max().unwrap_or(0)
}

fn main() {
    let orders = vec![
        Order { customer: "Ada".to_string(), cents: 1250 },
        Order { customer: "Grace".to_string(), cents: 4999 },
    ];
    println!("largest order: {} cents", largest(orders));
    for (customer, cents) in total_by_customer(&orders) {
        println!("{customer}: {cents} cents");
    }
}
"""

_STEPS = 12
_WAIT_SECONDS = 120
_GOODBYE_SECONDS = 5


class DemoError(RustmendError):
    """The demonstration did not come to its end; the message says where it stopped."""


async def run(*, picture: Path | None = None) -> int:
    """Show diagnostic → verified fix → applied → no errors left; 0 if it got there.

    ``picture`` is where to keep what was shown as an SVG.
    """
    console = Console(record=picture is not None, width=100 if picture else None)
    with tempfile.TemporaryDirectory(prefix="rustmend-demo-") as folder:
        done = await _Demo(Path(folder).resolve() / "orders", console).run()
    if picture is not None:
        console.save_svg(str(picture), title="rustmend demo")
    return 0 if done else 1


class _Demo:
    def __init__(self, root: Path, console: Console) -> None:
        self._root = root
        self._file = root / "src" / "main.rs"
        self._uri = self._file.as_uri()
        self._console = console
        self._version = 1
        self._diagnostics: list[types.Diagnostic] = []
        self._idle = asyncio.Event()
        self._failure = ""

    async def run(self) -> bool:
        self._file.parent.mkdir(parents=True)
        (self._root / "Cargo.toml").write_text(_MANIFEST)
        self._file.write_text(_MAIN)
        self._console.print("A crate that does not build, as an editor opens it:")
        self._console.print(Syntax(_MAIN, "rust", line_numbers=True, theme="ansi_light"))
        client = self._client()
        # a journal of its own: what is taken here says nothing about the user
        environment = {**os.environ, "RUSTMEND_JOURNAL_PATH": str(self._root.parent / "journal")}
        await client.start_io(sys.executable, "-m", "rustmend", "lsp", env=environment)
        try:
            await self._open(client)
            return await self._mend(client)
        except RuntimeError as error:  # what pygls raises when the other side is gone
            raise DemoError(f"the language server ended: {error}; see `rustmend doctor`") from error
        finally:
            # stopping waits for the server's end, however it went
            with contextlib.suppress(RuntimeError, TimeoutError):
                async with asyncio.timeout(_GOODBYE_SECONDS):
                    await client.shutdown_async(None)
            with contextlib.suppress(RuntimeError):
                client.exit(None)
            await client.stop()

    def _client(self) -> LanguageClient:
        client = LanguageClient("rustmend-demo", "1")

        def publish(params: types.PublishDiagnosticsParams) -> None:
            if params.uri == self._uri:
                self._diagnostics = list(params.diagnostics)

        def status(params: Any) -> None:
            if params.state in ("idle", "error"):
                self._failure = params.message if params.state == "error" else ""
                self._idle.set()

        def message(params: types.ShowMessageParams) -> None:
            self._console.print(params.message, markup=False)

        def progress(_: types.WorkDoneProgressCreateParams) -> None:
            return None

        def register(_: types.RegistrationParams) -> None:
            return None

        handlers: dict[str, Callable[[Any], None]] = {
            types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: publish,
            "rustmend/status": status,
            types.WINDOW_SHOW_MESSAGE: message,
            types.WINDOW_WORK_DONE_PROGRESS_CREATE: progress,
            types.CLIENT_REGISTER_CAPABILITY: register,
        }
        for name, handler in handlers.items():
            client.feature(name)(handler)
        return client

    async def _open(self, client: LanguageClient) -> None:
        await client.initialize_async(
            types.InitializeParams(
                process_id=None,
                root_uri=self._root.as_uri(),
                workspace_folders=[types.WorkspaceFolder(self._root.as_uri(), self._root.name)],
                initialization_options={"diagnostics": "full", "learn": False},
                capabilities=types.ClientCapabilities(
                    general=types.GeneralClientCapabilities(
                        position_encodings=[types.PositionEncodingKind.Utf16]
                    ),
                    workspace=types.WorkspaceClientCapabilities(
                        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True)
                    ),
                ),
            )
        )
        client.initialized(types.InitializedParams())
        client.text_document_did_open(
            types.DidOpenTextDocumentParams(
                types.TextDocumentItem(self._uri, "rust", self._version, _MAIN)
            )
        )

    async def _mend(self, client: LanguageClient) -> bool:
        for step in range(_STEPS):
            await self._wait()
            errors = [each for each in self._diagnostics if _is_error(each)]
            if self._failure or not (step or errors):
                nothing = "the language server found no error; see `rustmend doctor`"
                raise DemoError(self._failure or nothing)
            if not errors:
                self._console.print("[bold green]✓ no errors left[/]: cargo check agrees.")
                return True
            for error in errors:
                line = error.range.start.line + 1
                self._console.print(f"[bold red]error\\[{error.code}][/] line {line}: ", end="")
                first, *_ = error.message.splitlines()
                self._console.print(first, markup=False, highlight=False)
            action = await self._offered(client, errors)
            if action is None:
                raise DemoError(
                    "no verified fix was offered; run `rustmend doctor` to see what is missing"
                )
            self._console.print("[bold]lightbulb:[/] ", end="")
            self._console.print(action.title, markup=False, highlight=False)
            self._apply(client, action)
        return False

    async def _wait(self) -> None:
        try:
            await asyncio.wait_for(self._idle.wait(), _WAIT_SECONDS)
        except TimeoutError:
            raise DemoError(f"the language server was not done within {_WAIT_SECONDS} s") from None
        self._idle.clear()

    async def _offered(
        self, client: LanguageClient, errors: list[types.Diagnostic]
    ) -> types.CodeAction | None:
        for error in errors:
            answer = await client.text_document_code_action_async(
                types.CodeActionParams(
                    types.TextDocumentIdentifier(self._uri),
                    error.range,
                    types.CodeActionContext([error], only=[types.CodeActionKind.QuickFix]),
                )
            )
            for action in answer or []:
                if isinstance(action, types.CodeAction) and action.edit is not None:
                    return action
        return None

    def _apply(self, client: LanguageClient, action: types.CodeAction) -> None:
        """Make the edit as an editor does, and save."""
        before = self._file.read_text()
        document = TextDocument(
            self._uri, before, position_codec=PositionCodec(types.PositionEncodingKind.Utf16)
        )
        text = before
        for change in (action.edit.document_changes if action.edit else None) or []:
            if not isinstance(change, types.TextDocumentEdit):
                continue
            edits = [edit for edit in change.edits if isinstance(edit, types.TextEdit)]
            for edit in sorted(edits, key=lambda edit: _start(edit), reverse=True):
                start = document.offset_at_position(edit.range.start)
                end = document.offset_at_position(edit.range.end)
                text = text[:start] + edit.new_text + text[end:]
        diff = unified_diff("src/main.rs", before.encode(), text.encode())
        self._console.print(Syntax(diff.rstrip("\n"), "diff", theme="ansi_light"))
        self._file.write_text(text)
        self._version += 1
        client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self._version, self._uri),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )
        client.text_document_did_save(
            types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(self._uri))
        )


def _start(edit: types.TextEdit) -> tuple[int, int]:
    return edit.range.start.line, edit.range.start.character


def _is_error(diagnostic: types.Diagnostic) -> bool:
    return diagnostic.severity == types.DiagnosticSeverity.Error
