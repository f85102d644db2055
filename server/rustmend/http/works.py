"""Pieces of work that compile: so many at once, so many waiting, and no more.

They run on an event loop in a thread of their own, so that what the engine computes never keeps a
request from its answer.
"""

import asyncio
import concurrent.futures
import logging
import os
import threading
import time
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from rustmend.errors import RustmendError

_T = TypeVar("_T")
Tell = Callable[[str], None]
_PATIENCE = 10.0  # seconds, for work to clean up at the end
# what a piece of work takes before any was seen, in seconds
_FIRST_GUESS = 2.0

log = logging.getLogger(__name__)


class BusyError(RustmendError):
    """Too much work waits already. ``retry_after`` is in seconds."""

    def __init__(self, waiting: int, retry_after: int) -> None:
        super().__init__(f"{waiting} pieces of work are waiting already; try again later")
        self.retry_after = retry_after


class Works:
    """The queue. Work is started in the order in which it came."""

    def __init__(self, workers: int, queue: int) -> None:
        self.workers = workers or os.cpu_count() or 1
        self._queue = queue
        self._turns: asyncio.Semaphore | None = None
        self._open: set[concurrent.futures.Future[Any]] = set()
        self.running = 0
        self._mean = _FIRST_GUESS
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="works", daemon=True)
        self._thread.start()

    @property
    def waiting(self) -> int:
        """How many pieces of work have not begun."""
        return max(0, len(self._open) - self.running)

    async def do(
        self, work: Callable[[Tell], Awaitable[_T]], tell: Tell, *, bounded: bool = True
    ) -> _T:
        """Do ``work`` when its turn comes, and return what it gives.

        ``tell`` is called in this loop with what ``work`` tells. Cancelling ends the work. Raises
        ``BusyError`` where too much waits, unless the work is not ``bounded``.
        """
        if bounded and self.waiting >= self._queue:
            seconds = self.waiting * self._mean / self.workers
            raise BusyError(self.waiting, max(1, round(seconds)))
        here = asyncio.get_running_loop()

        def tell_here(words: str) -> None:
            if not here.is_closed():
                here.call_soon_threadsafe(tell, words)

        future = asyncio.run_coroutine_threadsafe(self._one(work, tell_here), self._loop)
        self._open.add(future)
        future.add_done_callback(self._open.discard)
        return await asyncio.wrap_future(future)

    def close(self) -> None:
        """End all work and wait until it has cleaned up."""
        pending = list(self._open)
        for future in pending:
            future.cancel()
        asyncio.run_coroutine_threadsafe(self._drain(), self._loop)
        self._thread.join(_PATIENCE)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    async def _drain(self) -> None:
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        if others:
            await asyncio.wait(others, timeout=_PATIENCE / 2)
        self._loop.stop()

    async def _one(self, work: Callable[[Tell], Awaitable[_T]], tell: Tell) -> _T:
        if self._turns is None:
            self._turns = asyncio.Semaphore(self.workers)
        async with self._turns:
            self.running += 1
            begun = time.monotonic()
            try:
                return await work(tell)
            finally:
                self.running -= 1
                self._mean += (time.monotonic() - begun - self._mean) / 8
