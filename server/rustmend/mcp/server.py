"""``rustmend mcp``: the server, on standard input and output or Streamable HTTP."""

import asyncio
import contextlib
import logging
import os
import signal
import sys
from pathlib import Path
from typing import NoReturn

from rustmend import __version__
from rustmend.config import load
from rustmend.errors import ToolMissingError
from rustmend.logs import to_file, to_stderr
from rustmend.process import kill_descendants

try:
    from rustmend.mcp.call import Server
    from rustmend.mcp.entries import add_entries, add_prompts
    from rustmend.mcp.knowledge_tools import add_knowledge_tools
    from rustmend.mcp.workplace import Workplace
    from rustmend.mcp.workspace_tools import add_workspace_tools
except ModuleNotFoundError as error:
    raise ToolMissingError(
        f"the MCP server needs the package {error.name}: pip install 'rustmend[mcp]'"
    ) from error

_INSTRUCTIONS = """\
rustmend mends Rust with the compiler's word for it. `diagnose` checks a workspace and gives each
error its best verified mend. Mend the rest yourself: `explain_error` and `find_similar_fixes` tell
how, `verify_patch` compiles a change before you write it, and `record_fix` remembers it. Nothing
but what you write yourself changes the workspace."""

log = logging.getLogger(__name__)


def make(workplace: Workplace) -> Server:
    """Return the server with its tools, resources and prompts."""
    server = Server("rustmend", title="rustmend", instructions=_INSTRUCTIONS, version=__version__)
    add_workspace_tools(server, workplace)
    add_knowledge_tools(server, workplace)
    add_entries(server, workplace)
    add_prompts(server)
    return server


async def serve_stdio(folder: Path) -> NoReturn:
    """Serve one client on standard input and output, until its end or a signal."""
    _log(folder)
    serving = asyncio.ensure_future(make(Workplace(folder)).run_stdio_async())
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if number := getattr(signal, name, None):
            with contextlib.suppress(NotImplementedError):  # Windows
                loop.add_signal_handler(number, serving.cancel)
    status = 0
    try:
        await asyncio.wait([serving])
        if not serving.cancelled() and (error := serving.exception()):
            log.error("the server ended with an error", exc_info=error)
            status = 2
    finally:
        kill_descendants()
    # the thread that reads standard input cannot be interrupted, and would be waited for
    sys.stderr.flush()
    os._exit(status)


def _log(folder: Path) -> None:
    to_stderr()
    settings, problems = load(workspace=folder)
    to_file(settings)
    for problem in problems:
        log.warning("%s", problem)
