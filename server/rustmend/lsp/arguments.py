"""The arguments of commands: what is wrong with them is answered with what was expected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from rustmend.domain import Span
from rustmend.lsp.documents import path_of
from rustmend.lsp.hub import Hub
from rustmend.lsp.room import Room


@dataclass(frozen=True, slots=True)
class Place:
    """What a command is about: a range of a file of a workspace, in bytes."""

    room: Room
    file: Path
    span: Span


def no_arguments(arguments: Sequence[Any]) -> None:
    """Refuse arguments; those that say nothing are let through."""
    if any(argument for argument in arguments):
        raise JsonRpcInvalidParams("this command takes no arguments")


def table(arguments: Sequence[Any]) -> Mapping[str, Any]:
    """Return the one object that was given."""
    if len(arguments) != 1 or not isinstance(arguments[0], Mapping):
        raise JsonRpcInvalidParams('expected one object, such as {"uri": …, "range": …}')
    return arguments[0]


def words(arguments: Sequence[Any], name: str) -> str:
    """Return a text of the object that was given."""
    given = table(arguments).get(name)
    if not isinstance(given, str) or not given.strip():
        raise JsonRpcInvalidParams(f'expected {{"{name}": "…"}}')
    return given.strip()


def identity(arguments: Sequence[Any]) -> str:
    """Return what ``{"id": …}`` names."""
    given = table(arguments).get("id")
    if not isinstance(given, str | int) or isinstance(given, bool):
        raise JsonRpcInvalidParams('expected {"id": …}')
    return str(given)


def place(hub: Hub, given: Mapping[str, Any]) -> Place:
    """Return where ``{"uri": …, "range": …}`` is."""
    expected = 'expected {"uri": "file://…", "range": {"start": …, "end": …}}'
    path = path_of(given["uri"]) if isinstance(given.get("uri"), str) else None
    room = hub.rooms.of_file(path) if path else None
    file = room.own(path) if room and path else None
    lines = hub.showing.lines(room, file) if room and file else None
    try:
        ends = [
            types.Position(int(given["range"][end]["line"]), int(given["range"][end]["character"]))
            for end in ("start", "end")
        ]
    except (KeyError, TypeError, ValueError) as error:
        raise JsonRpcInvalidParams(expected) from error
    if room is None or file is None or lines is None:
        raise JsonRpcInvalidParams(
            f"{path or 'a buffer without a file'} is in no workspace that is checked"
        )
    return Place(room, file, Span(file, *lines.offsets(types.Range(ends[0], ends[1]))))


def no_error(where: Place) -> JsonRpcInvalidParams:
    """Return the answer to a command about a place where nothing is wrong, as far as is known."""
    busy = where.room.status.state in ("starting", "checking")
    yet = " yet: it is being checked" if busy else ""
    return JsonRpcInvalidParams(f"there is no error at this place{yet}")
