"""The thread that does what takes long, with an event loop of its own.

The main thread must answer within milliseconds while cargo's output is read and
candidates are made; two loops keep the two apart.
"""

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

log = logging.getLogger(__name__)

_T = TypeVar("_T")


class Worker:
    """Runs coroutines in its thread. Every task is kept, and its failure is logged."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._thread = threading.Thread(target=self._run, name="worker", daemon=True)
        self._thread.start()

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> None:
        """Start ``work``; callable from any thread."""
        try:
            self._loop.call_soon_threadsafe(self._start, work, name)
        except RuntimeError:  # stopped meanwhile
            work.close()

    async def result(self, work: Coroutine[Any, Any, _T]) -> _T:
        """Run ``work`` in the worker's thread and await it in this one's."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self._loop))

    def call(self, function: Callable[..., None], *args: Any) -> None:
        """Call ``function`` in the worker's thread; callable from any thread."""
        try:
            self._loop.call_soon_threadsafe(function, *args)
        except RuntimeError:
            log.debug("stopped, not called: %s", function)

    def stop(self, seconds: float) -> bool:
        """Cancel everything and wait for its end; whether it ended in time."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._loop.create_task, self._finish())
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _start(self, work: Coroutine[Any, Any, Any], name: str) -> None:
        task = self._loop.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("%s failed", task.get_name(), exc_info=error)

    async def _finish(self) -> None:
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        self._loop.stop()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()
        self._loop.close()
