"""Ends the server when nobody is left to talk to."""

import os
import threading
from collections.abc import Callable

_SECONDS = 0.3


class Watchdog:
    """Calls ``on_death`` once, from its own thread, when the parent or the editor is gone."""

    def __init__(self, on_death: Callable[[], None]) -> None:
        self._on_death = on_death
        self._parent = os.getppid()
        self._editor: int | None = None
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def start(self, editor: int | None) -> None:
        """Watch the parent, and the process that ``initialize`` named."""
        self._editor = editor
        self._thread.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._stopped.set()

    def _watch(self) -> None:
        # the editor waits for its answer now, and has not died yet
        self._stopped.wait(_SECONDS)
        from rustmend.process import alive

        # the id of an editor outside this container means nothing here
        editor = self._editor if self._editor and alive(self._editor) else None
        while not self._stopped.wait(_SECONDS):
            if os.getppid() != self._parent or (editor is not None and not alive(editor)):
                self._on_death()
                return
