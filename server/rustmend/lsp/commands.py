"""``workspace/executeCommand``: what one can ask for beside what happens by itself.

Wrong arguments are answered with an error that says what was expected.
"""

import asyncio
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from rustmend.domain import Diagnostic, Span
from rustmend.lsp import past
from rustmend.lsp.actions import Menu
from rustmend.lsp.documents import path_of, uri_of
from rustmend.lsp.hover import markdown
from rustmend.lsp.hub import Hub
from rustmend.lsp.progress import Progress
from rustmend.lsp.room import Room
from rustmend.lsp.store import Ready

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer

    from rustmend.config import Settings

_WAIT_SECONDS = 600.0
_TRIED = 12


@dataclass(frozen=True, slots=True)
class Place:
    """What a command is about: a range of a file of a workspace, in bytes."""

    room: Room
    file: Path
    span: Span


class Commands:
    """The commands by name. ``menu`` makes the actions of a workspace."""

    def __init__(self, server: "LanguageServer", hub: Hub, menu: Callable[[Room], Menu]) -> None:
        self._server = server
        self._hub = hub
        self._menu = menu
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def close(self) -> None:
        """Remove what was shown."""
        if self._folder is not None:
            self._folder.cleanup()

    def recheck(self, *arguments: Any) -> None:
        """Check all workspaces again."""
        _no_arguments(arguments)
        self._hub.recheck()

    def pause(self, *arguments: Any) -> bool:
        """Stop verifying in the background, or go on; return whether it is paused now."""
        _no_arguments(arguments)
        return self._hub.pause()

    async def fix_all(self, *arguments: Any) -> dict[str, Any]:
        """Apply the fixes that verified together, in the workspace of ``{"uri": …}`` or in all.

        With ``"apply": false`` nothing is applied: ``fixes`` holds each workspace's title and edit.
        """
        rooms = self._rooms(arguments)
        apply = not arguments or _table(arguments).get("apply") is not False
        progress = Progress(self._server.protocol, supported=self._hub.client.progress)
        task = asyncio.current_task()
        progress.show("rustmend: fix all", on_cancel=lambda: _cancel(task))
        try:
            await asyncio.wait_for(self._hub.settled(rooms), _WAIT_SECONDS)
        except asyncio.CancelledError:
            if task is None or not task.uncancel():
                return _outcome(False, "cancelled: nothing was changed")
            raise
        except TimeoutError:
            return self._said(
                False, "rustmend: the fixes are not verified yet; nothing was changed"
            )
        finally:
            progress.end()
        if not apply:
            fixes = [fix for room in rooms for fix in self._all_of(room)]
            message = "" if fixes else self._why_not(rooms)
            return {**_outcome(False, message), "fixes": fixes}
        results = [await self._apply_all(room) for room in rooms]
        done = [message for applied, message in results if applied]
        if done:
            return _outcome(True, "; ".join(done))
        messages = [message for _, message in results if message]
        return self._said(False, messages[0] if messages else self._why_not(rooms))

    async def explain(self, *arguments: Any) -> str:
        """Return and show the explanation at ``{"uri": …, "range": …}`` or of ``{"code": …}``."""
        given = _table(arguments)
        code = given.get("code")
        if isinstance(code, str) and "uri" not in given:
            text = await self._hub.worker.result(_explain_code(code)) or ""
            if not text:
                raise JsonRpcInvalidParams(f"nothing is known about {code}")
        else:
            place = self._place(given)
            located = [
                each
                for each in place.room.store.located(place.file)
                if each.span.touches(place.span)
            ]
            if not located:
                raise JsonRpcInvalidParams("there is no error at this place")
            texts = [markdown(place.room.store, each) for each in located]
            text = "\n\n---\n\n".join(dict.fromkeys(texts))
            code = located[0].diagnostic.code
        await self._show(f"{str(code or 'error').replace('::', '-')}.md", text)
        return text

    async def list_fixes(self, *arguments: Any) -> dict[str, Any]:
        """Return what there is for the errors at a place, for an editor with a menu of its own.

        ``fixes`` holds the title and the edit of each verified fix, best first; ``message`` says
        what was tried where there is none.
        """
        place = self._place(_table(arguments))
        menu = self._menu(place.room)
        diagnostics = _at(menu, place)
        readies = {
            frozenset(ready.edits): ready
            for diagnostic in diagnostics
            for ready in menu.fixes_of(diagnostic)
        }
        self._hub.taken.offered(place.room, [*readies.values()])
        fixes = [fix for ready in readies.values() for fix in self._as_fix(place.room, ready)]
        message = "" if fixes else self._what_was_tried(place.room, diagnostics[0])
        return {"fixes": fixes, "message": message}

    async def more_fixes(self, *arguments: Any) -> dict[str, Any]:
        """Let the user choose from all fixes at a place; say what was tried where there is none."""
        place = self._place(_table(arguments))
        menu = self._menu(place.room)
        diagnostics = _at(menu, place)
        choices = {
            ready.fix.title: ready
            for diagnostic in diagnostics
            for ready in reversed(menu.fixes_of(diagnostic))
        }
        if not choices:
            return self._said(False, self._what_was_tried(place.room, diagnostics[0]))
        answer = await self._server.window_show_message_request_async(
            types.ShowMessageRequestParams(
                types.MessageType.Info,
                "Verified fixes",
                [types.MessageActionItem(title) for title in reversed(choices)],
            )
        )
        chosen = choices.get(answer.title) if answer else None
        if chosen is None:
            return _outcome(False, "nothing was chosen")
        menu = self._menu(place.room)  # the user took a while
        current = [ready for each in diagnostics for ready in menu.fixes_of(each)]
        if all(ready.fix is not chosen.fix for ready in current):
            return self._said(False, "rustmend: the text moved on; save to have it verified anew")
        ready = next(ready for ready in current if ready.fix is chosen.fix)
        self._hub.taken.offered(place.room, [ready])
        applied = await self._apply(place.room, ready.fix.title, ready.edits)
        return _outcome(applied, chosen.fix.title)

    async def doctor(self, *arguments: Any) -> str:
        """Return what is found and what is missing, and show it."""
        _no_arguments(arguments)
        folder = next((room.place for room in self._hub.rooms.values()), Path.cwd())
        text = await self._hub.worker.result(_examine(dict(self._hub.household.flags), folder))
        await self._show("doctor.md", text)
        return text

    async def log_file(self, *arguments: Any) -> str:
        """Return the path of the log, which may not be there yet."""
        _no_arguments(arguments)
        return await self._hub.worker.result(_log_file(dict(self._hub.household.flags)))

    async def list_past_fixes(self, *arguments: Any) -> list[dict[str, Any]]:
        """Return the past fixes, newest first, as ``past.listed`` describes them."""
        _no_arguments(arguments)
        return await self._hub.worker.result(past.listed(self._settings()))

    async def show_past_fix(self, *arguments: Any) -> str:
        """Return a past fix by its id, ``{"id": …}``, and show it."""
        text = await self._hub.worker.result(past.show(self._settings(), _id(arguments)))
        await self._show("past-fix.md", text)
        return text

    async def forget_past_fix(self, *arguments: Any) -> str:
        """Remove a past fix from the journal by its id, ``{"id": …}``."""
        return await self._hub.worker.result(past.forget(self._settings(), _id(arguments)))

    def _rooms(self, arguments: Sequence[Any]) -> list[Room]:
        if arguments:
            path = path_of(str(_table(arguments).get("uri")))
            room = self._hub.room_of(path) if path else None
            if room is None:
                raise JsonRpcInvalidParams('expected {"uri": …} of a file in a workspace')
            return [room]
        return list({id(room): room for room in self._hub.rooms.values()}.values())

    async def _apply_all(self, room: Room) -> tuple[bool, str]:
        ready = room.store.ready_fix_all()
        if ready is None:
            return False, ""
        self._hub.taken.offered(room, [ready])
        applied = await self._apply(room, ready.fix.title, ready.edits, preview=True)
        return applied, ready.fix.title if applied else "rustmend: the editor did not take the edit"

    def _all_of(self, room: Room) -> list[dict[str, Any]]:
        ready = room.store.ready_fix_all()
        if ready is None:
            return []
        self._hub.taken.offered(room, [ready])
        return self._as_fix(room, ready)

    def _as_fix(self, room: Room, ready: Ready) -> list[dict[str, Any]]:
        """Return title and edit, nothing where this client cannot make the edit."""
        edit = self._hub.showing.edit_maker(room).workspace_edit(ready.edits)
        return [] if edit is None else [{"title": ready.fix.title, "edit": edit}]

    def _why_not(self, rooms: Sequence[Room]) -> str:
        return next(
            (room.status.message for room in rooms if room.status.message),
            "rustmend: no verified fix to apply",
        )

    async def _apply(self, room: Room, title: str, edits: Any, *, preview: bool = False) -> bool:
        edit = self._hub.showing.edit_maker(room).workspace_edit(
            edits, preview=title if preview else ""
        )
        if edit is None or not self._hub.client.apply_edit:
            return False
        params = types.ApplyWorkspaceEditParams(edit, label=title)
        answer = await self._server.workspace_apply_edit_async(params)
        return answer.applied

    def _what_was_tried(self, room: Room, diagnostic: Diagnostic) -> str:
        tried = room.store.findings.tried.get(diagnostic, [])
        name = diagnostic.code or "this error"
        if not tried:
            return f"rustmend: no candidate was found for {name}"
        lines = [f"- {candidate.title}: {reason}" for candidate, reason in tried[:_TRIED]]
        return "\n".join([f"rustmend: no verified fix for {name}. Tried:", *lines])

    def _place(self, given: Mapping[str, Any]) -> Place:
        expected = 'expected {"uri": "file://…", "range": {"start": …, "end": …}}'
        path = path_of(given["uri"]) if isinstance(given.get("uri"), str) else None
        room = self._hub.room_of(path) if path else None
        file = room.own(path) if room and path else None
        lines = self._hub.showing.lines(room, file) if room and file else None
        try:
            ends = [
                types.Position(
                    int(given["range"][end]["line"]), int(given["range"][end]["character"])
                )
                for end in ("start", "end")
            ]
        except (KeyError, TypeError, ValueError) as error:
            raise JsonRpcInvalidParams(expected) from error
        if room is None or file is None or lines is None:
            raise JsonRpcInvalidParams(f"{given.get('uri')} is in no workspace that is checked")
        return Place(room, file, Span(file, *lines.offsets(types.Range(ends[0], ends[1]))))

    def _settings(self) -> "Settings | None":
        return next((room.settings for room in self._hub.rooms.values()), None)

    def _said(self, applied: bool, message: str) -> dict[str, Any]:
        self._server.window_show_message(types.ShowMessageParams(types.MessageType.Info, message))
        return _outcome(applied, message)

    async def _show(self, name: str, text: str) -> None:
        """Show a text as a document where the client can, else as a message."""
        if not self._hub.client.show_document:
            self._server.window_show_message(types.ShowMessageParams(types.MessageType.Info, text))
            return
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="rustmend-")
        file = Path(self._folder.name) / name
        file.write_text(text, encoding="utf-8")
        await self._server.window_show_document_async(
            types.ShowDocumentParams(uri_of(file), external=False, take_focus=True)
        )


async def _explain_code(code: str) -> str | None:
    from rustmend.explanation import explain_code
    from rustmend.wiring import knowledge

    return await explain_code(code, knowledge())


async def _examine(flags: dict[str, Any], folder: Path) -> str:
    from rustmend.config import load
    from rustmend.doctor import examine

    settings, problems = load(flags, workspace=folder)
    findings = await examine(settings, problems, folder)
    marks = {True: "✓", False: "✗", None: "-"}
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


def _at(menu: Menu, place: Place) -> list[Diagnostic]:
    found = menu.at(place.file, place.span.start, place.span.end)
    if not found:
        raise JsonRpcInvalidParams("there is no error at this place")
    return found


def _outcome(applied: bool, message: str) -> dict[str, Any]:
    return {"applied": applied, "message": message}


def _cancel(task: "asyncio.Task[Any] | None") -> None:
    if task is not None:
        task.cancel()


def _no_arguments(arguments: Sequence[Any]) -> None:
    if any(argument for argument in arguments):
        raise JsonRpcInvalidParams("this command takes no arguments")


def _table(arguments: Sequence[Any]) -> Mapping[str, Any]:
    if len(arguments) != 1 or not isinstance(arguments[0], Mapping):
        raise JsonRpcInvalidParams('expected one object, such as {"uri": …, "range": …}')
    return arguments[0]


def _id(arguments: Sequence[Any]) -> str:
    given = _table(arguments).get("id")
    if not isinstance(given, str | int) or isinstance(given, bool):
        raise JsonRpcInvalidParams('expected {"id": …}')
    return str(given)
