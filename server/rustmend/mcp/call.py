"""How a tool's work is carried out: with progress, cancellation, and clear errors."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable, Coroutine, Iterable
from typing import Any, TypeVar

import anyio
from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.shared.exceptions import MCPError
from mcp_types import INVALID_PARAMS, CallToolResult, GetPromptResult, InputRequiredResult, Tool
from pydantic import ValidationError

from rustmend import faults
from rustmend.errors import RustmendError
from rustmend.logs import keep_traceback

log = logging.getLogger(__name__)

Tell = Callable[[str], None]
T = TypeVar("T")

# a client that restarts its time-out with progress must hear from us while cargo is silent
_HEARTBEAT = 5.0  # seconds


_running: set["asyncio.Task[Any]"] = set()


async def call_off(seconds: float) -> None:
    """Cancel all work that is going on, and wait for its end, at most for ``seconds``."""
    for task in _running:
        task.cancel()
    if _running:
        await asyncio.wait(_running, timeout=seconds)


async def carry_out(
    context: Context[Any, Any], title: str, work: Callable[[Tell], Coroutine[None, None, T]]
) -> T:
    """Do ``work``, which may tell what it is at, and return what it returns.

    The client hears what is told, and that it goes on. When it cancels, the work ends before this
    returns, with every process that it started. Raises ``ToolError`` with one line.
    """
    progress = _Progress(context, title)
    # A task of its own: a cancelled scope of anyio's cancels again at every await, and those who
    # end processes must be able to wait for that.
    task = asyncio.create_task(work(progress.tell))
    _running.add(task)
    task.add_done_callback(_running.discard)
    reporter = asyncio.create_task(progress.report())
    try:
        await asyncio.wait([task])
    except asyncio.CancelledError:
        task.cancel()
        with anyio.CancelScope(shield=True):
            await asyncio.wait([task])
        raise
    finally:
        reporter.cancel()
    try:
        return task.result()
    except asyncio.CancelledError:
        raise ToolError("the server is ending: the work was called off") from None
    except RustmendError as error:
        raise ToolError(str(error)) from error
    except ToolError:
        raise
    except Exception as error:
        kept = keep_traceback(error)
        raise ToolError(
            f"a mistake of rustmend's own ({error!r}); please report it with {kept}"
        ) from error


class _Progress:
    """Reports what was told last, at once and then now and again."""

    def __init__(self, context: Context[Any, Any], title: str) -> None:
        self._context = context
        self._words = title
        self._news = asyncio.Event()
        self._news.set()

    def tell(self, words: str) -> None:
        """Say what is being done now."""
        self._words = words
        self._news.set()

    async def report(self) -> None:
        """Report until cancelled."""
        started = time.monotonic()
        count = 0
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_HEARTBEAT):
                    await self._news.wait()
            late = not self._news.is_set()
            self._news.clear()
            count += 1  # the protocol wants it to grow; how much there is nobody knows
            words = f"{self._words} ({time.monotonic() - started:.0f} s)" if late else self._words
            try:
                await self._context.report_progress(count, message=words)
            except Exception:  # who does not listen any more must not lose the answer
                log.debug("progress could not be reported", exc_info=True)
                return


class Server(MCPServer[Any]):
    """An ``MCPServer`` that takes no unknown argument, and whose tool errors are one line."""

    async def list_tools(self) -> list[Tool]:
        """Return all tools."""
        tools = await super().list_tools()
        for tool in tools:
            # a client that checks what it sends can say at once what is not taken
            tool.input_schema = {**tool.input_schema, "additionalProperties": False}
        return tools

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        """Call a tool by name. Raises ``ToolError`` whose text says what is wrong and no more."""
        await self._refuse_unknown(name, arguments)
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            cause = error.__cause__
            if isinstance(cause, ValidationError):
                wrong = faults.said(cause.errors(include_url=False), "the call")
                raise ToolError(f"wrong arguments for {name}: {wrong}") from cause
            if type(cause) is ToolError:
                raise cause from cause.__cause__
            raise

    async def get_prompt(
        self,
        name: str,
        arguments: dict[str, Any] | None = None,
        context: Context[Any, Any] | None = None,
    ) -> GetPromptResult | InputRequiredResult:
        """Get a prompt by name. Raises ``MCPError`` for what is not known."""
        prompts = {each.name: each for each in await self.list_prompts()}
        if name not in prompts:
            raise MCPError(INVALID_PARAMS, f"there is no prompt {name}")
        taken = [each.name for each in prompts[name].arguments or ()]
        if unknown := [each for each in arguments or {} if each not in taken]:
            raise MCPError(INVALID_PARAMS, _unknown(name, unknown, taken))
        return await super().get_prompt(name, arguments, context)

    async def _refuse_unknown(self, name: str, arguments: dict[str, Any]) -> None:
        for tool in await super().list_tools():
            taken = tool.input_schema.get("properties", {})
            if tool.name == name and (unknown := [each for each in arguments if each not in taken]):
                raise ToolError(_unknown(name, unknown, taken))


def _unknown(name: str, unknown: list[str], taken: Iterable[str]) -> str:
    wrong = " and ".join(f"`{each}`" for each in unknown)
    verb = "is" if len(unknown) == 1 else "are"
    known = ", ".join(f"`{each}`" for each in taken)
    return f"wrong arguments for {name}: {wrong} {verb} not known; it takes {known}"
