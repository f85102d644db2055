"""``workspace/executeCommand``: the commands that check and fix."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from rustmend.domain import Diagnostic
from rustmend.lsp.actions import Menu
from rustmend.lsp.arguments import Place, no_arguments, no_error, place, table
from rustmend.lsp.documents import path_of
from rustmend.lsp.hub import Hub
from rustmend.lsp.progress import Progress
from rustmend.lsp.room import Room
from rustmend.lsp.store import Ready
from rustmend.lsp.thinking import NothingChangedError, Thinking

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer


_WAIT_SECONDS = 600.0
_TRIED = 12


class Commands:
    """The commands by name. ``menu`` makes the actions of a workspace."""

    def __init__(self, server: "LanguageServer", hub: Hub, menu: Callable[[Room], Menu]) -> None:
        self._server = server
        self._hub = hub
        self._menu = menu
        self._thinking = Thinking(server, hub)

    def recheck(self, *arguments: Any) -> None:
        """Check all workspaces again."""
        no_arguments(arguments)
        self._hub.recheck()

    def pause(self, *arguments: Any) -> bool:
        """Stop verifying in the background, or go on; return whether it is paused now."""
        no_arguments(arguments)
        return self._hub.pause()

    async def fix_all(self, *arguments: Any) -> dict[str, Any]:
        """Apply the fixes that verified together, in the workspace of ``{"uri": …}`` or in all.

        With ``"apply": false`` nothing is applied: ``fixes`` holds each workspace's title and edit.
        """
        rooms = self._rooms(arguments)
        apply = not arguments or table(arguments).get("apply") is not False
        problem = await self._settled(rooms, "rustmend: fix all")
        if problem:
            return problem
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

    async def fix_with_model(self, *arguments: Any) -> dict[str, Any]:
        """Have the model mend the error at a place, of ``{"code": …}`` where there are several."""
        given = table(arguments)
        where = place(self._hub, given)
        diagnostics = _at(self._menu(where.room), where)
        same = [each for each in diagnostics if each.code == given.get("code")]
        try:
            done = await self._thinking.fix(where.room, (same or diagnostics)[0])
        except NothingChangedError as error:
            return self._said(False, f"rustmend: {error}")
        return _outcome(True, done)

    async def list_fixes(self, *arguments: Any) -> dict[str, Any]:
        """Return what there is for the errors at a place, for an editor with a menu of its own.

        ``fixes`` holds the title and the edit of each verified fix, best first; ``message`` says
        what was tried where there is none. Before it says so, it waits for what is under way.
        """
        given = table(arguments)
        where = place(self._hub, given)
        readies = self._readies(where)
        if not readies:
            problem = await self._settled([where.room], "rustmend: verifying fixes")
            if problem:
                return {**problem, "fixes": []}
            where = place(self._hub, given)
            readies = self._readies(where)
        if not readies:
            [first, *_] = _at(self._menu(where.room), where)
            return {"fixes": [], "message": self._what_was_tried(where.room, first)}
        self._hub.taken.offered(where.room, readies)
        fixes = [fix for ready in readies for fix in self._as_fix(where.room, ready)]
        message = "" if fixes else "rustmend: this editor cannot make the edit"
        return {"fixes": fixes, "message": message}

    async def more_fixes(self, *arguments: Any) -> dict[str, Any]:
        """Let the user choose from all fixes at a place; say what was tried where there is none."""
        where = place(self._hub, table(arguments))
        menu = self._menu(where.room)
        diagnostics = _at(menu, where)
        choices = {
            ready.fix.title: ready
            for diagnostic in diagnostics
            for ready in reversed(menu.fixes_of(diagnostic))
        }
        if not choices:
            return self._said(False, self._what_was_tried(where.room, diagnostics[0]))
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
        menu = self._menu(where.room)  # the user took a while
        current = [ready for each in diagnostics for ready in menu.fixes_of(each)]
        if all(ready.fix is not chosen.fix for ready in current):
            return self._said(False, "rustmend: the text moved on; save to have it verified anew")
        ready = next(ready for ready in current if ready.fix is chosen.fix)
        self._hub.taken.offered(where.room, [ready])
        applied = await self._apply(where.room, ready.fix.title, ready.edits)
        return _outcome(applied, chosen.fix.title)

    async def _settled(self, rooms: Sequence[Room], title: str) -> dict[str, Any] | None:
        """Wait until nothing is under way in ``rooms``; return the outcome if it came otherwise."""
        progress = Progress(self._server.protocol, supported=self._hub.client.progress)
        task = asyncio.current_task()
        progress.show(title, on_cancel=lambda: _cancel(task))
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
        return None

    def _readies(self, where: Place) -> list[Ready]:
        """Return what is verified for the errors at a place, best first, each edit once."""
        menu = self._menu(where.room)
        readies = {
            frozenset(ready.edits): ready
            for diagnostic in menu.at(where.file, where.span.start, where.span.end)
            for ready in menu.fixes_of(diagnostic)
        }
        return [*readies.values()]

    def _rooms(self, arguments: Sequence[Any]) -> list[Room]:
        if arguments:
            path = path_of(str(table(arguments).get("uri")))
            room = self._hub.rooms.of_file(path) if path else None
            if room is None:
                raise JsonRpcInvalidParams('expected {"uri": …} of a file in a workspace')
            return [room]
        return list(self._hub.rooms)

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

    def _said(self, applied: bool, message: str) -> dict[str, Any]:
        self._server.window_show_message(types.ShowMessageParams(types.MessageType.Info, message))
        return _outcome(applied, message)


def _at(menu: Menu, where: Place) -> list[Diagnostic]:
    found = menu.at(where.file, where.span.start, where.span.end)
    if not found:
        raise no_error(where)
    return found


def _outcome(applied: bool, message: str) -> dict[str, Any]:
    return {"applied": applied, "message": message}


def _cancel(task: "asyncio.Task[Any] | None") -> None:
    if task is not None:
        task.cancel()
