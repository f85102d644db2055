"""Commands that answer in words: shown as a document where the client can, and returned."""

import logging
import tempfile
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams

from rustmend.domain import Diagnostic
from rustmend.errors import RustmendError
from rustmend.lsp import past, projects, questions
from rustmend.lsp.arguments import identity, no_arguments, no_error, place, table, words
from rustmend.lsp.documents import path_of, uri_of
from rustmend.lsp.hover import markdown
from rustmend.lsp.hub import Hub
from rustmend.lsp.longwork import CalledOffError, Tell, long_work
from rustmend.lsp.room import Room, model_of
from rustmend.lsp.thinking import NothingChangedError, Thinking

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer

    from rustmend.config import Settings

log = logging.getLogger(__name__)

_T = TypeVar("_T")


class Texts:
    """The commands by name."""

    def __init__(self, server: "LanguageServer", hub: Hub) -> None:
        self._server = server
        self._hub = hub
        self._thinking = Thinking(server, hub)
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def close(self) -> None:
        """Remove what was shown."""
        if self._folder is not None:
            self._folder.cleanup()

    async def explain(self, *arguments: Any) -> str:
        """Return and show the explanation at ``{"uri": …, "range": …}`` or of ``{"code": …}``."""
        given = table(arguments)
        code = given.get("code")
        if isinstance(code, str) and "uri" not in given:
            text = await self._hub.worker.result(_explain_code(code)) or ""
            if not text:
                raise JsonRpcInvalidParams(f"nothing is known about {code}")
        else:
            where = place(self._hub, given)
            located = [
                each
                for each in where.room.store.located(where.file)
                if each.span.touches(where.span)
            ]
            if not located:
                raise no_error(where)
            texts = [markdown(where.room.store, each) for each in located]
            text = "\n\n---\n\n".join(dict.fromkeys(texts))
            if given.get("model") is True and model_of(where.room):
                text += f"\n\n---\n\n{await self._told(where.room, located[0].diagnostic)}"
            code = located[0].diagnostic.code
        await self._show(f"{str(code or 'error').replace('::', '-')}.md", text)
        return text

    async def _told(self, room: Room, diagnostic: Diagnostic) -> str:
        try:
            return await self._thinking.tell(room, diagnostic)
        except NothingChangedError as error:
            return f"*{error}*"

    async def ask(self, *arguments: Any) -> str:
        """Answer ``{"question": …}``; return and show the answer, ``""`` where there is none."""
        question = words(arguments, "question")
        flags, folder = dict(self._hub.household.flags), self._first_folder()
        try:
            text = await self._long(
                "rustmend: looking for an answer",
                lambda tell: questions.answer(flags, folder, question, tell),
            )
        except CalledOffError:
            return ""
        if text:
            await self._show("answer.md", text)
        else:
            self._server.window_show_message(
                types.ShowMessageParams(types.MessageType.Info, f"rustmend: {questions.NOTHING}")
            )
        return text

    async def generate(self, *arguments: Any) -> dict[str, Any]:
        """Make a project of ``{"description": …, "folder": …}``, perhaps with ``requirements``.

        ``folder`` is a path or a URI. Shows the project's first file, or what went wrong; returns
        whether it is there (``ok``), its ``folder``, and a ``message``.
        """
        given, description = table(arguments), words(arguments, "description")
        folder, requirements = words(arguments, "folder"), given.get("requirements") or ""
        out = path_of(folder) if "://" in folder else Path(folder).expanduser()
        if out is None or not out.is_absolute() or not isinstance(requirements, str):
            raise JsonRpcInvalidParams(
                'expected {"description": "…", "folder": an absolute path, "requirements": "…"}'
            )
        flags, place_ = dict(self._hub.household.flags), self._first_folder()
        try:
            done = await self._long(
                "rustmend: making a project",
                lambda tell: projects.make(
                    flags, place_, description=description, requirements=requirements, folder=out,
                    tell=tell,
                ),
            )  # fmt: skip
        except CalledOffError:
            return {"ok": False, "folder": str(out), "message": "cancelled: nothing was written"}
        if done.first is not None:
            await self._show_file(done.first)
        else:
            await self._show("generate.md", f"# Not made: {description}\n\n{done.details}\n")
        return {"ok": done.first is not None, "folder": str(out), "message": done.message}

    async def doctor(self, *arguments: Any) -> str:
        """Return what is found and what is missing, and show it."""
        no_arguments(arguments)
        flags, folder = dict(self._hub.household.flags), self._first_folder()
        text = await self._hub.worker.result(_examine(flags, folder))
        await self._show("doctor.md", text)
        return text

    async def log_file(self, *arguments: Any) -> str:
        """Return the path of the log, which may not be there yet."""
        no_arguments(arguments)
        return await self._hub.worker.result(_log_file(dict(self._hub.household.flags)))

    async def list_past_fixes(self, *arguments: Any) -> list[dict[str, Any]]:
        """Return the past fixes, newest first, as ``past.listed`` describes them."""
        no_arguments(arguments)
        return await self._hub.worker.result(past.listed(self._settings()))

    async def show_past_fix(self, *arguments: Any) -> str:
        """Return a past fix by its id, ``{"id": …}``, and show it."""
        text = await self._hub.worker.result(past.show(self._settings(), identity(arguments)))
        await self._show("past-fix.md", text)
        return text

    async def forget_past_fix(self, *arguments: Any) -> str:
        """Remove a past fix from the journal by its id, ``{"id": …}``."""
        return await self._hub.worker.result(past.forget(self._settings(), identity(arguments)))

    async def _long(self, title: str, work: Callable[[Tell], Coroutine[Any, Any, _T]]) -> _T:
        try:
            return await long_work(
                self._hub.worker,
                self._server.protocol,
                title,
                work,
                supported=self._hub.client.progress,
            )
        except RustmendError as error:
            raise JsonRpcInvalidParams(str(error)) from error

    def _first_folder(self) -> Path:
        return next((room.place for room in self._hub.rooms), Path.cwd())

    def _settings(self) -> "Settings | None":
        return next((room.settings for room in self._hub.rooms), None)

    async def _show(self, name: str, text: str) -> None:
        """Show a text as a document where the client can, else as a message."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="rustmend-")
        file = Path(self._folder.name) / name
        file.write_text(text, encoding="utf-8")
        if not await self._show_file(file):
            self._server.window_show_message(types.ShowMessageParams(types.MessageType.Info, text))

    async def _show_file(self, file: Path) -> bool:
        """Show a file where the client can; whether it did."""
        if not self._hub.client.show_document:
            return False
        params = types.ShowDocumentParams(uri_of(file), external=False, take_focus=True)
        try:
            return (await self._server.window_show_document_async(params)).success
        except JsonRpcException as error:
            log.warning("%s was not shown: %s", file, error)
            return False


async def _explain_code(code: str) -> str | None:
    from rustmend.explanation import explain_code
    from rustmend.wiring import knowledge

    return await explain_code(code, knowledge())


async def _examine(flags: dict[str, Any], folder: Path) -> str:
    from rustmend.config import load
    from rustmend.doctor import examine

    settings, problems = load(flags, workspace=folder)
    findings = await examine(settings, problems, folder)
    marks = {True: "✓", False: "✗", None: "○"}
    lines = ["# rustmend doctor", ""]
    for each in findings:
        lines.append(f"- {marks[each.ok]} **{each.name}**: {each.detail}")
        if not each.ok and each.remedy:
            lines.append(f"  - {each.remedy}")
    return "\n".join(lines)


async def _log_file(flags: dict[str, Any]) -> str:
    from rustmend.config import load
    from rustmend.logs import log_file

    settings, _ = load(flags)
    return str(log_file(settings))
