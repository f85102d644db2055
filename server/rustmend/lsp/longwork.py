"""What takes a while because the user asked for it: with progress, and the user can call it off."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from pygls.protocol import LanguageServerProtocol

from rustmend.lsp.progress import Progress
from rustmend.lsp.worker import Worker

_T = TypeVar("_T")
Tell = Callable[[str], None]


class CalledOffError(Exception):
    """The user called it off."""


async def long_work(
    worker: Worker,
    protocol: LanguageServerProtocol,
    title: str,
    work: Callable[[Tell], Coroutine[Any, Any, _T]],
    *,
    supported: bool,
) -> _T:
    """Run ``work`` in the worker; what it tells, from any thread, is shown under ``title``.

    Raises ``CalledOffError``, and whatever ``work`` raises.
    """
    loop, progress, over = (
        asyncio.get_running_loop(),
        Progress(protocol, supported=supported),
        False,
    )
    called_off = asyncio.Event()

    def show(words: str) -> None:
        if not over:
            progress.show(title, words)

    def tell(words: str) -> None:
        loop.call_soon_threadsafe(show, words)

    task = asyncio.ensure_future(worker.result(work(tell)))

    def call_off() -> None:
        called_off.set()
        task.cancel()

    progress.show(title, on_cancel=call_off)
    try:
        return await task
    except asyncio.CancelledError:
        if called_off.is_set():
            raise CalledOffError from None
        raise
    finally:
        over = True
        task.cancel()
        progress.end()
