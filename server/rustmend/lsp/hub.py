"""Brings documents, sessions and the editor together. Main thread, except where it says not.

Which workspace a file belongs to, what asks for a check, what is published when.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rustmend.lsp.client import Client
from rustmend.lsp.documents import Document, Documents
from rustmend.lsp.order import Focus
from rustmend.lsp.places import is_library, nearest_manifest, workspaces_in
from rustmend.lsp.progress import Progress
from rustmend.lsp.room import Room
from rustmend.lsp.rooms import Rooms
from rustmend.lsp.run import Reason, Request
from rustmend.lsp.session import Household, Session
from rustmend.lsp.showing import Showing
from rustmend.lsp.status import TITLES, Once, State, Status, StatusLine, together
from rustmend.lsp.store import Findings
from rustmend.lsp.taken import Taken
from rustmend.lsp.worker import Worker

if TYPE_CHECKING:
    from rustmend.cargo.workspace import Workspace
    from rustmend.config import Settings

log = logging.getLogger(__name__)

# a longer text would hold up the editor when it is read in the main thread
_READ_NOW_BYTES = 200_000


class Hub:
    """Everything between the protocol's handlers and the worker."""

    def __init__(
        self,
        client: Client,
        documents: Documents,
        *,
        notify: Callable[[str, Any], None],
        warn: Callable[[str], None],
        progress: Progress,
    ) -> None:
        self.client = client
        self.documents = documents
        self.worker = Worker()
        self.taken = Taken(self.worker)
        self.household = Household({}, self)
        self.rooms = Rooms()
        self._loop = asyncio.get_running_loop()
        self.showing = Showing(client, documents, notify)
        self._warn = Once(warn)
        self._status = StatusLine(notify)
        self._progress = progress
        self._folders: list[Path] = []
        self._settling: asyncio.Event | None = None
        self._is_configured = False

    # --- folders, settings, files -------------------------------------------------

    def _flags_to(self, flags: dict[str, Any]) -> None:
        if flags != self.household.flags:
            self.household.flags = flags
            for room in self.rooms:
                self.ask(room, "command", reload=True)

    def add_folders(self, folders: Iterable[Path]) -> None:
        """Look after the workspaces in ``folders`` from now on."""
        for folder in folders:
            self._folders.append(folder)
            for place in workspaces_in(folder):
                self._open(place)
        self._show_status()

    def remove_folders(self, folders: Iterable[Path]) -> None:
        """Leave the workspaces in ``folders`` alone from now on."""
        for folder in folders:
            for room in self.rooms:
                if room.place.is_relative_to(folder):
                    self._close(room)
            self._folders = [each for each in self._folders if each != folder]
        self._show_status()

    def opened(self, document: Document) -> None:
        """Look after the workspace of a file that was opened."""
        if document.path.suffix != ".rs" or is_library(document.path):
            return
        room = self.rooms.of_file(document.path)
        if room is None:
            manifest = nearest_manifest(document.path)
            if manifest is None and not document.path.exists():
                # a new file: there is nothing to compile before it is saved
                return
            place = manifest.parent if manifest else document.path
            inside = any(
                place != other and place.is_relative_to(other)
                for other in (*self._folders, *(each.place for each in self.rooms))
            )
            self._open(place, quiet=inside and manifest is not None)
            return
        own = room.own(document.path)
        if own is not None:
            self._also_checked(room.store.findings, own, document.text)
        self.showing.publish_soon(room)

    def closed(self, document: Document) -> None:
        """Note that the file on disk counts again."""
        room = self.rooms.of_file(document.path)
        if room is None:
            return
        if room.place == document.path:
            # a single file is looked after while it is open
            self._close(room)
            self._show_status()
            return
        own = room.own(document.path)
        checked = own is not None and own in room.store.findings.texts
        if checked and not room.is_known(document.path):
            room.store.findings.outdated = True
            self.ask(room, "files")
        self.showing.publish_soon(room)

    def changed(self, before: Document | None, document: Document) -> None:
        """Bring what is shown up to the text."""
        room = self.rooms.of_file(document.path)
        if room is not None:
            if before is not None:
                self.taken.changed(room, before, document)
            # an editor moves what it shows itself; but a marker whose fix is withheld must go
            if room.mode == "hints":
                self.showing.publish_soon(room)

    def saved(self, document: Document) -> None:
        """Check the workspace of a saved file, if that is wanted."""
        room = self.rooms.of_file(document.path)
        if room is None:
            self.opened(document)
        elif room.settings is None or room.settings.check.on_save:
            self.look(document.path, None)
            self.ask(room, "save")

    def files_changed(self, paths: Iterable[Path]) -> None:
        """Check what changed outside the editor."""
        asked: dict[Path, tuple[Room, bool]] = {}
        for path in paths:
            is_manifest = path.name in ("Cargo.toml", "Cargo.lock", "rustmend.toml")
            room = self.rooms.of_file(path)
            if room is None and path.name == "Cargo.toml":
                for folder in self._folders:
                    if path.is_relative_to(folder) and path.parent in workspaces_in(folder):
                        self._open(path.parent)
            if room is None or room.is_known(path):
                continue
            room.store.findings.outdated = True
            reload = is_manifest or asked.get(room.place, (room, False))[1]
            asked[room.place] = (room, reload)
        for room, reload in asked.values():
            if room.settings is None or room.settings.check.on_save or reload:
                self.ask(room, "files", reload=reload)
            self.showing.publish_soon(room)

    def look_at_disk(self, room: Room) -> None:
        """See for ourselves what changed outside an editor that does not watch files for us."""
        if not room.store.findings.outdated:
            self.files_changed(room.store.changed_on_disk())

    def look(self, path: Path, place: int | None) -> None:
        """Note where the user is: what lies there is verified first."""
        room = self.rooms.of_file(path)
        own = room.own(path) if room else None
        if room is None or own is None:
            return
        known = room.session.focus
        changed = room.changed_lines(own) if place is None else known.changed
        opened = frozenset(room.buffers())
        self.worker.call(setattr, room.session, "focus", Focus(own, place, changed, opened))
        if place is not None:
            self.worker.call(room.session.pupil.visited, own, place)

    def ask(self, room: Room, reason: Reason, *, reload: bool = False) -> None:
        """Have a workspace checked in its present state."""
        # from now on: who waits for the end of it must not take what was there before for it
        room.status = Status("starting" if room.workspace is None else "checking")
        self._show_status()
        request = Request(reason, room.buffers(), reload)
        self.worker.call(room.session.ask, request)

    def recheck(self) -> None:
        """Check everything, and verify whatever speaks against it."""
        for room in self.rooms:
            self.ask(room, "command", reload=True)

    def pause(self) -> bool:
        """Stop verifying in the background, or go on; whether it is paused now."""
        self.household.paused = not self.household.paused
        for room in self.rooms:
            self.ask(room, "files" if self.household.paused else "command")
        return self.household.paused

    def stop(self, seconds: float) -> bool:
        """End everything that runs; whether it ended in time."""
        self.showing.stop()
        return self.worker.stop(seconds)

    async def configured(self, options: Any, answered: Any) -> None:
        """Use what the editor says: options as they are, answers without their defaults."""
        self._flags_to(await self.worker.result(_flags(options, answered)))
        self._is_configured = True

    async def settled(self, rooms: Sequence[Room]) -> None:
        """Wait until nothing is under way in ``rooms``."""
        while any(room.status.state not in ("idle", "error") for room in rooms):
            self._settling = self._settling or asyncio.Event()
            await self._settling.wait()

    # --- the sessions' listener: called in the worker's thread ----------------------

    def loaded(self, session: Session, workspace: "Workspace", settings: "Settings") -> None:
        """Take note that the workspace was read."""
        self._in_main(self._loaded, session, workspace, settings)

    def same_as(self, session: Session, other: Session) -> None:
        """Take note that ``other`` has this workspace already."""
        self._in_main(self._same_as, session, other)

    def state(self, session: Session, state: State, message: str) -> None:
        """Take note of what is being done."""
        self._in_main(self._state, session, state, message)

    def found(self, session: Session, findings: Findings) -> None:
        """Take note of what was found."""
        self._in_main(self._found, session, findings)

    def confirmed(self, session: Session) -> None:
        """Take note that what is being worked on is the present state."""
        self._in_main(self._confirmed, session)

    def trouble(self, session: Session, message: str) -> None:
        """Tell the user, once."""
        self._in_main(self._warn, message)

    # --- the same in the main thread ------------------------------------------------

    def _in_main(self, function: Callable[..., None], *args: Any) -> None:
        try:
            self._loop.call_soon_threadsafe(function, *args)
        except RuntimeError:  # the loop ended before the worker did
            log.debug("too late: %s", function)

    def _loaded(self, session: Session, workspace: "Workspace", settings: "Settings") -> None:
        for room in self.rooms.of_session(session):
            room.loaded(workspace, settings)
            self.look_at_open(room)

    def look_at_open(self, room: Room) -> None:
        """Tell a session which of its files are open."""
        opened = frozenset(room.buffers())
        if opened and room.session.focus.file is None:
            first = next(iter(opened)) if len(opened) == 1 else None
            self.worker.call(setattr, room.session, "focus", Focus(first, None, (), opened))

    def _same_as(self, session: Session, other: Session) -> None:
        for mine in self.rooms.of_session(session):
            for theirs in self.rooms.of_session(other):
                self.rooms.same(mine, theirs)
        self._show_status()

    def _state(self, session: Session, state: State, message: str) -> None:
        for room in self.rooms.of_session(session):
            room.status = Status(state, message=message)
            if state == "error":
                # nothing is known about the present state: nothing of before may be offered
                room.store.findings.outdated = True
                self.showing.publish(room)
        self._show_status()

    def _found(self, session: Session, findings: Findings) -> None:
        for room in self.rooms.of_session(session):
            fresh = room.store.findings is not findings
            if fresh:
                for file, buffer in room.buffers().items():
                    self._also_checked(findings, file, buffer.text)
                room.store.findings = findings
                self.taken.checked(room, findings)
            if fresh or room.mode == "hints":
                self.showing.publish(room)
        self._show_status()

    def _confirmed(self, session: Session) -> None:
        for room in self.rooms.of_session(session):
            room.store.findings.outdated = False
            self.showing.publish(room)

    def _show_status(self) -> None:
        status = together(room.counted for room in self.rooms)
        if self._settling is not None:
            self._settling.set()
            self._settling = None
        title = TITLES.get(status.state)
        if title is None:
            self._progress.end()
        else:
            self._progress.show(title, f"{status.verified} ready" if status.verified else "")
        self._status.show(status)

    def _open(self, place: Path, *, quiet: bool = False) -> None:
        # before the settings are known, nothing may run: a workspace may not be trusted
        if place in self.rooms or not self._is_configured:
            return
        session = Session(place, self.household, quiet=quiet)
        room = Room(place, session, documents=lambda: self.documents)
        self.rooms.add(room)
        self.worker.start(session.serve(), f"session of {place}")
        self.ask(room, "start")

    def _close(self, room: Room) -> None:
        self.rooms.remove(room)
        self.worker.call(room.session.end)
        room.store.findings = Findings()
        self.showing.publish(room)

    def _also_checked(self, findings: Findings, file: Path, text: bytes) -> None:
        """Keep the text of a file that was opened after the check: what is typed now counts."""
        if file not in findings.texts:
            findings.add_text(file, text, limit=_READ_NOW_BYTES)


async def _flags(options: Any, answered: Any) -> dict[str, Any]:
    from rustmend.config import SECTION, flatten, load, without_defaults
    from rustmend.logs import to_file

    flags = flatten(options) if isinstance(options, Mapping) else {}
    if isinstance(answered, Mapping):
        # an editor may send all of its settings
        ours = answered.get(SECTION, answered)
        flags.update(without_defaults(ours) if isinstance(ours, Mapping) else {})
    settings, _ = load(flags)
    to_file(settings)
    return flags
