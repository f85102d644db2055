"""Work-done progress: shown only where the client can, and only for what takes a while."""

import asyncio
import uuid
from collections.abc import Callable
from concurrent.futures import Future

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol

# what is over sooner would only flicker
_DELAY_SECONDS = 0.5


class Progress:
    """One bar at a time, begun late and always ended. Main thread only."""

    def __init__(self, protocol: LanguageServerProtocol, *, supported: bool) -> None:
        self._protocol = protocol
        self._supported = supported
        self._timer: asyncio.TimerHandle | None = None
        self._token: str | None = None
        self._title = ""
        self._message = ""
        self._begun = False
        self._on_cancel: Callable[[], None] | None = None

    def show(
        self, title: str, message: str = "", *, on_cancel: Callable[[], None] | None = None
    ) -> None:
        """Show ``title`` with ``message``; the same title goes on with the bar that is there."""
        if not self._supported:
            return
        if title != self._title:
            self.end()
            self._title, self._message, self._on_cancel = title, message, on_cancel
            self._timer = asyncio.get_running_loop().call_later(_DELAY_SECONDS, self._create)
        elif message != self._message:
            self._message = message
            if self._begun:
                self._notify(types.WorkDoneProgressReport(message=message))

    def end(self) -> None:
        """Take the bar away, if there is one."""
        if self._timer is not None:
            self._timer.cancel()
        if self._begun:
            self._notify(types.WorkDoneProgressEnd())
            if self._token is not None:
                self._protocol.progress.tokens.pop(self._token, None)
        self._timer, self._token, self._title, self._begun = None, None, "", False

    def _create(self) -> None:
        self._token = token = f"rustmend-{uuid.uuid4()}"
        created = self._protocol.send_request(
            types.WINDOW_WORK_DONE_PROGRESS_CREATE, types.WorkDoneProgressCreateParams(token)
        )
        created.add_done_callback(lambda answer: self._created(token, answer))

    def _created(self, token: str, answer: "Future[None]") -> None:
        # by the time the client answers, the work may be over
        if token != self._token or answer.cancelled() or answer.exception() is not None:
            return
        self._begun = True
        cancelled: Future[None] = Future()
        cancelled.add_done_callback(self._cancelled)
        self._protocol.progress.tokens[token] = cancelled
        self._notify(
            types.WorkDoneProgressBegin(
                self._title, cancellable=self._on_cancel is not None, message=self._message or None
            )
        )

    def _cancelled(self, future: "Future[None]") -> None:
        if future.cancelled() and self._on_cancel is not None:
            self._on_cancel()

    def _notify(
        self,
        value: types.WorkDoneProgressBegin
        | types.WorkDoneProgressReport
        | types.WorkDoneProgressEnd,
    ) -> None:
        if self._token is not None:
            params = types.ProgressParams(self._token, value)
            self._protocol.notify(types.PROGRESS, params)
