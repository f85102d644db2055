"""What the editor asks a model for: a fix of one diagnostic, or words about it.

Only commands come here: never a hover, a save or a move of the cursor. The main thread shows
progress and applies; the worker asks, compiles and is cancelled.
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from lsprotocol import types

from rustmend.domain import Candidate, Diagnostic, Snapshot
from rustmend.errors import RustmendError
from rustmend.lsp.convert import Lines
from rustmend.lsp.edits import EditMaker
from rustmend.lsp.hub import Hub
from rustmend.lsp.longwork import CalledOffError, Tell, long_work
from rustmend.lsp.room import Room, model_of
from rustmend.lsp.run import Buffer, Request, findings_of, keep, snapshot_of
from rustmend.lsp.store import Findings, Store

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer

    from rustmend.repair import State
    from rustmend.search_node import AppliedFix
    from rustmend.wiring import Parts

_YES, _NO = "Compile it", "Leave it"
_APPLY, _LEAVE = "Apply it", "Leave it"

_T = TypeVar("_T")


class NothingChangedError(Exception):
    """Why no edit came of it, in words for the user."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A verified fix, what it was verified for, and why it is one of caution, if it is."""

    applied: "AppliedFix"
    findings: Findings
    warning: str
    price: str


class Thinking:
    """Asks the model of a workspace. Main thread only."""

    def __init__(self, server: "LanguageServer", hub: Hub) -> None:
        self._server = server
        self._hub = hub
        self._loop = asyncio.get_running_loop()

    async def fix(self, room: Room, diagnostic: Diagnostic) -> str:
        """Have ``diagnostic`` mended, and apply the fix; return what was done.

        Raises ``NothingChangedError``.
        """
        parts = _parts(room)
        if not self._hub.client.apply_edit:
            raise NothingChangedError("this editor takes no edits from a server")
        title = f"Fix {diagnostic.code or 'this error'} with {model_of(room)}"

        def work(tell: Tell) -> Coroutine[Any, Any, _Found]:
            return _fix(parts, buffers, diagnostic, tell, self._consent)

        buffers = room.buffers()
        texts = {file: buffer.text for file, buffer in buffers.items()}
        # with the same texts over it, the key tells whether anything else changed on disk
        key = partial(room.session.key, parts, Snapshot(texts))
        before = await asyncio.to_thread(key)
        found = await self._cancellable(title, work)
        await self._ask_about(found)
        if await asyncio.to_thread(key) != before:
            raise NothingChangedError("files changed meanwhile: ask again")
        await self._apply(room, title, found)
        return f"{found.applied.fix.title} ({found.price})"

    async def tell(self, room: Room, diagnostic: Diagnostic) -> str:
        """Return the model's explanation of ``diagnostic``. Raises ``NothingChangedError``."""
        parts = _parts(room)
        title = f"{model_of(room)} explains {diagnostic.code or 'this error'}"

        def work(tell: Tell) -> Coroutine[Any, Any, str]:
            return _tell(parts, room.buffers(), diagnostic, tell)

        return await self._cancellable(title, work)

    async def _cancellable(self, title: str, work: Callable[[Tell], Coroutine[Any, Any, _T]]) -> _T:
        """Run ``work`` in the worker, with progress that can be cancelled."""
        try:
            return await long_work(
                self._hub.worker,
                self._server.protocol,
                title,
                work,
                supported=self._hub.client.progress,
            )
        except CalledOffError:
            raise NothingChangedError("cancelled: nothing was changed") from None
        except RustmendError as error:
            raise NothingChangedError(str(error)) from None

    async def _consent(self, candidate: Candidate) -> bool:
        """Ask whether code may run while it is compiled; called in the worker's thread."""
        files = ", ".join(sorted({edit.span.file.name for edit in candidate.edits}))
        question = (
            f"The model's fix changes {files}, which runs while the workspace is compiled. "
            "Compile it to see whether it is right?"
        )
        asked = asyncio.run_coroutine_threadsafe(self._choose(question, _YES, _NO), self._loop)
        return await asyncio.wrap_future(asked)

    async def _choose(self, question: str, yes: str, no: str) -> bool:
        answer = await self._server.window_show_message_request_async(
            types.ShowMessageRequestParams(
                types.MessageType.Warning,
                question,
                [types.MessageActionItem(yes), types.MessageActionItem(no)],
            )
        )
        return answer is not None and answer.title == yes

    async def _ask_about(self, found: _Found) -> None:
        """Ask whether a fix of caution is wanted, where the editor does not show it first."""
        if found.warning and not self._hub.client.change_annotations:
            title = found.applied.fix.candidate.title
            question = f"{title}: it compiles, but {found.warning}. Apply it?"
            if not await self._choose(question, _APPLY, _LEAVE):
                raise NothingChangedError("the fix was not wanted")

    async def _apply(self, room: Room, title: str, found: _Found) -> None:
        """Apply a fix to the texts that it was verified for, and beside no others."""
        fix, sources = found.applied.fix, found.applied.sources
        edits = fix.candidate.edits
        files = {edit.span.file for edit in edits}
        client = self._hub.client
        if any(_present(room, file) != sources.read(file) for file in files):
            raise NothingChangedError("the text moved on meanwhile: ask again")
        store = Store(room.present, _with_opened(found.findings, room))
        ready = next(iter(store.ready()), None)
        if ready is None:
            raise NothingChangedError("other files changed meanwhile: ask again")
        encoding = self._hub.documents.encoding
        maker = EditMaker(
            client,
            room.document,
            lambda file: (
                Lines(text, encoding) if (text := sources.read(file)) is not None else None
            ),
            lambda file: self._hub.showing.uri(room, file),
        )
        preview = f"{fix.title}" if len(files) > 1 or found.warning else ""
        edit = maker.workspace_edit(edits, preview=preview)
        if edit is None:
            raise NothingChangedError("this editor cannot make files")
        taken = self._hub.taken
        taken.offered(room, [ready], store.findings)
        answer = await self._server.workspace_apply_edit_async(
            types.ApplyWorkspaceEditParams(edit, label=title)
        )
        if not answer.applied:
            raise NothingChangedError("the editor did not take the edit")
        taken.applied(room, ready)


def _parts(room: Room) -> "Parts":
    if room.session.parts is None or not model_of(room):
        raise NothingChangedError(
            "no model can be asked here: set rustmend.model.baseUrl and rustmend.model.name, and "
            "see that rustmend.model.enabled is not false"
        )
    return room.session.parts


def _present(room: Room, file: Path) -> bytes | None:
    text = room.present(file)
    return _on_disk(file) if text is None else text


def _on_disk(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _with_opened(findings: Findings, room: Room) -> Findings:
    """Add what was opened and typed in since the check; it was checked as it lies on disk."""
    for file, buffer in room.buffers().items():
        if file not in findings.texts and not buffer.unchanged:
            findings.add_text(file, _on_disk(file) or b"")
    return findings


async def _state(
    parts: "Parts", buffers: Mapping[Path, Buffer], wanted: Diagnostic
) -> "tuple[State, Diagnostic]":
    """Check the present texts; return the state and what ``wanted`` is in it."""
    snapshot = await asyncio.to_thread(snapshot_of, buffers)
    report = await parts.engine.check(snapshot)
    if report.failure:
        raise NothingChangedError(report.failure)
    same = [each for each in report.diagnostics if each.key == wanted.key]
    same += [
        each
        for each in report.diagnostics
        if (each.code, each.message) == (wanted.code, wanted.message)
    ]
    if not same:
        raise NothingChangedError("the error is no longer there")
    return parts.engine.state(snapshot, report), same[0]


async def _fix(
    parts: "Parts",
    buffers: Mapping[Path, Buffer],
    wanted: Diagnostic,
    tell: Tell,
    consent: Callable[[Candidate], Coroutine[Any, Any, bool]],
) -> _Found:
    from rustmend.attempts import Mender
    from rustmend.wiring import model_client, precedents

    client = await asyncio.to_thread(model_client, parts.settings)
    if client is None:
        raise NothingChangedError("no model is configured")
    state, focus = await _state(parts, buffers, wanted)
    request = Request("command", buffers)
    findings = await asyncio.to_thread(
        findings_of, state.report, state.snapshot, request, parts.workspace
    )
    mender = Mender(
        parts.engine,
        client,
        precedents(parts.knowledge, parts.workspace),
        max_attempts=parts.settings.model.max_attempts,
        consent=consent,
        on_progress=tell,
    )
    mended = await mender.mend(state, focus=focus)
    usage = client.usage
    price = (
        f"{usage.calls} question{'s' * (usage.calls != 1)}, {usage.prompt_tokens} tokens asked, "
        f"{usage.completion_tokens} answered"
    )
    applied = mended.fixes[0] if mended.fixes else mended.cautious
    if applied is None:
        raise NothingChangedError(f"{mended.failure} ({price})")
    await asyncio.to_thread(keep, applied.fix, findings)
    cautions = applied.fix.candidate.cautions
    words = ", ".join(each.words for each in cautions if each.heavy or not mended.fixes)
    return _Found(applied, findings, words, price)


async def _tell(
    parts: "Parts", buffers: Mapping[Path, Buffer], wanted: Diagnostic, tell: Tell
) -> str:
    from rustmend.propose import Context
    from rustmend.telling import told
    from rustmend.wiring import model_client, precedents

    client = await asyncio.to_thread(model_client, parts.settings)
    if client is None:
        raise NothingChangedError("no model is configured")
    state, diagnostic = await _state(parts, buffers, wanted)
    tell(f"asking {client.name}")
    context = Context(parts.workspace, state.sources, state.report.diagnostics)
    known = precedents(parts.knowledge, parts.workspace)
    return await told(diagnostic, context, client, known)
