"""The workspaces that are looked after, by place, file and session. Main thread only."""

from collections.abc import Iterator
from pathlib import Path

from rustmend.lsp.places import nearest_manifest
from rustmend.lsp.room import Room
from rustmend.lsp.session import Session


class Rooms:
    """Each workspace once, under every place that it was opened by. Iterating gives each once."""

    def __init__(self) -> None:
        self._by_place: dict[Path, Room] = {}

    def __iter__(self) -> Iterator[Room]:
        return iter(list({id(room): room for room in self._by_place.values()}.values()))

    def __contains__(self, place: Path) -> bool:
        return place in self._by_place

    def add(self, room: Room) -> None:
        """Look after one more."""
        self._by_place[room.place] = room

    def remove(self, room: Room) -> None:
        """Look after one less."""
        self._by_place = {place: each for place, each in self._by_place.items() if each is not room}

    def same(self, room: Room, other: Room) -> None:
        """Let ``other`` serve for the places of ``room``, which is the same workspace."""
        for place, each in list(self._by_place.items()):
            if each is room:
                self._by_place[place] = other

    def of_session(self, session: Session) -> list[Room]:
        """Return the rooms of a session: one, or none that is still looked after."""
        return [room for room in self if room.session is session]

    def of_file(self, path: Path) -> Room | None:
        """Return the room of a Rust file; None for what no workspace of ours compiles."""
        if path in self._by_place:
            return self._by_place[path]
        manifest = nearest_manifest(path)
        if manifest is not None and manifest.parent in self._by_place:
            return self._by_place[manifest.parent]
        return next((room for room in self if room.holds(path, manifest)), None)
