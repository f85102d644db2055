"""The workspaces that the tools work on: where they are, and one piece of work at a time."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from rustmend.config import Settings, load
from rustmend.errors import RustmendError, UsageError

if TYPE_CHECKING:
    from rustmend.coder.sandbox import Sandbox
    from rustmend.wiring import Knowledge, Parts


@dataclass(slots=True)
class Workplace:
    """Where the server was started, and what its clients may do.

    With ``confined``, no workspace outside ``folder`` is opened and no change is compiled that
    would run as a program meanwhile: the clients are not the user's own. ``unsafe`` lets code that
    clients send run without a sandbox.
    """

    folder: Path
    confined: bool = False
    unsafe: bool = False
    _working: dict[Path, asyncio.Lock] = field(default_factory=dict)
    _sandboxes: asyncio.Semaphore = field(
        default_factory=lambda: asyncio.Semaphore(os.cpu_count() or 1)
    )

    @asynccontextmanager
    async def open(self, path: str, *, clippy: bool = False) -> AsyncIterator["Parts"]:
        """Give the parts for the workspace of ``path``, relative to the folder or absolute.

        Raises what ``wiring.assemble`` raises.
        """
        from rustmend.wiring import assemble

        place = self._place(path)
        real = place.resolve()
        if self.confined and not real.is_relative_to(self.folder.resolve()):
            raise UsageError(f"{path} lies outside {self.folder}, which this server is for")
        flags = {"check.command": "clippy"} if clippy else {}
        # two runs of cargo at once would take twice as long each, and twice the room
        turn = self._working.setdefault(real, asyncio.Lock())
        async with turn, assemble(place, flags) as parts:
            root = parts.workspace.root.resolve()
            if self.confined and not root.is_relative_to(self.folder.resolve()):
                raise UsageError(f"{root} lies outside {self.folder}, which this server is for")
            yield parts

    async def root(self, path: str) -> Path | None:
        """Return the root of the workspace of ``path``, None where there is none."""
        from rustmend.cargo.workspace import load

        try:
            return (await load(self._place(path))).root
        except RustmendError:
            return None

    def _place(self, path: str) -> Path:
        try:
            place = self.folder / Path(path).expanduser()
            place.resolve().stat()
        except (FileNotFoundError, PermissionError, NotADirectoryError):
            return place  # what loads it says it better
        except (OSError, ValueError, RuntimeError) as error:  # its length, a NUL, a user's home
            raise UsageError(f"`path` is no path: {error}"[:200]) from None
        return place

    @property
    def settings(self) -> Settings:
        """The folder's settings."""
        return load(workspace=self.folder)[0]

    def knowledge(self) -> "Knowledge":
        """Return what is known about mistakes, as the folder's settings name it."""
        from rustmend.wiring import Knowledge

        return Knowledge.of(self.settings)

    def turn(self) -> asyncio.Semaphore:
        """Return what is held while a sandbox is worked in: there is one for each processor."""
        return self._sandboxes

    @asynccontextmanager
    async def sandbox(self) -> AsyncIterator["Sandbox"]:
        """Give a sandbox for code that a client sent, when it is its turn.

        Raises ``NoSandboxError`` and what opening one raises.
        """
        from rustmend.coder.sandbox import open_sandbox

        async with self.turn(), open_sandbox(self.settings, unsafe=self.unsafe) as sandbox:
            yield sandbox
