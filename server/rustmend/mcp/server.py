"""``rustmend mcp``: the server, on standard input and output or Streamable HTTP."""

import asyncio
import contextlib
import logging
import os
import signal
import socket
import sys
from pathlib import Path
from typing import NoReturn

from rustmend import __version__
from rustmend.config import Settings, load
from rustmend.errors import ToolMissingError, UsageError
from rustmend.logs import to_file, to_stderr
from rustmend.process import kill_descendants

try:
    from rustmend.mcp.call import Server, call_off
    from rustmend.mcp.code_tools import add_code_tools
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
but what you write yourself changes the workspace. `compile` and `compile_and_fix` take a project as
text and build it in a sandbox, `generate` makes one from a description."""

# seconds that work which is called off at the end has for tidying up
_ENDING = 3.0

log = logging.getLogger(__name__)


def make(workplace: Workplace) -> Server:
    """Return the server with its tools, resources and prompts."""
    server = Server("rustmend", title="rustmend", instructions=_INSTRUCTIONS, version=__version__)
    add_workspace_tools(server, workplace)
    add_knowledge_tools(server, workplace)
    add_code_tools(server, workplace)
    add_entries(server, workplace)
    add_prompts(server)
    return server


async def serve_stdio(folder: Path, *, unsafe: bool = False) -> NoReturn:
    """Serve one client on standard input and output, until its end or a signal."""
    _log(folder)
    serving = asyncio.ensure_future(make(Workplace(folder, unsafe=unsafe)).run_stdio_async())
    signalled = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if number := getattr(signal, name, None):
            with contextlib.suppress(NotImplementedError):  # Windows
                loop.add_signal_handler(number, signalled.set)
    ending = asyncio.ensure_future(signalled.wait())
    status = 0
    try:
        await asyncio.wait([serving, ending], return_when=asyncio.FIRST_COMPLETED)
        await call_off(_ENDING)
        if serving.done() and (error := serving.exception()):
            log.error("the server ended with an error", exc_info=error)
            status = 2
    finally:
        kill_descendants()
    # the thread that reads standard input cannot be interrupted, and would be waited for
    sys.stderr.flush()
    os._exit(status)


async def serve_http(folder: Path, host: str, port: int, *, unsafe: bool = False) -> int:
    """Serve many clients over Streamable HTTP at ``/mcp``, until a signal.

    Raises ``UsageError`` where it would be open to others without a token, or cannot listen.
    """
    import uvicorn
    from starlette.types import ASGIApp

    from rustmend.coder.sandbox import obstacle
    from rustmend.mcp import guard

    settings = _log(folder)
    token = guard.token_of(settings)
    if host not in guard.LOOPBACK and not token:
        raise UsageError(
            f"{host} can be reached by others: set a token in {settings.serve.token_env}, which "
            "clients send as `Authorization: Bearer …`, or listen on 127.0.0.1"
        )
    if not unsafe and (why_not := await obstacle(settings)):
        log.warning(
            "no sandbox (%s): `compile`, `compile_and_fix`, `generate` will refuse", why_not
        )
    server = make(Workplace(folder, confined=not unsafe, unsafe=unsafe))
    app: ASGIApp = server.streamable_http_app(transport_security=guard.security(host))
    if token:
        app = guard.TokenGuard(app, token)
    listener = _listen(host, port)
    name = f"[{host}]" if ":" in host else host
    sys.stderr.write(f"rustmend: MCP at http://{name}:{listener.getsockname()[1]}/mcp\n")
    config = uvicorn.Config(app, log_config=None, timeout_graceful_shutdown=2)
    try:
        await uvicorn.Server(config).serve([listener])
    finally:
        kill_descendants()
    return 0


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        # who was told the address may come before the server takes its first connection
        listener.listen()
    except OSError as error:
        raise UsageError(f"cannot listen on {host}:{port}: {error.strerror or error}") from error
    return listener


def _log(folder: Path) -> Settings:
    to_stderr()
    settings, problems = load(workspace=folder)
    to_file(settings)
    for problem in problems:
        log.warning("%s", problem)
    return settings
