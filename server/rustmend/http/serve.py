"""``rustmend serve``: the server itself."""

import ipaddress
import json
import logging
import socket
import sys
from datetime import UTC, datetime

from rustmend import logs
from rustmend.config import Settings, load
from rustmend.errors import ToolMissingError, UsageError


async def serve(*, host: str, port: int, unsafe_no_sandbox: bool) -> int:
    """Serve until interrupted. Raises ``UsageError`` and ``ToolMissingError``."""
    try:
        import uvicorn

        from rustmend.http.app import create_app, token_of
    except ImportError as error:
        raise ToolMissingError(
            f"the server needs more packages ({error.name}): pip install 'rustmend[serve]'"
        ) from error
    settings, problems = load()
    _log(settings)
    for problem in problems:
        logging.getLogger(__name__).warning("%s", problem)
    token = token_of(settings)
    if not _is_loopback(host) and not token:
        raise UsageError(
            f"{host} can be reached from elsewhere: set {settings.serve.token_env} to a secret "
            "that callers must send, or bind to 127.0.0.1"
        )
    bound = _bind(host, port)
    app = create_app(settings, host=host, unsafe=unsafe_no_sandbox, token=token)
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=5,
            lifespan="on",
        )
    )
    name = f"[{host}]" if ":" in host else host
    sys.stderr.write(f"rustmend: http://{name}:{bound.getsockname()[1]}/ (Ctrl+C stops)\n")
    sys.stderr.flush()
    await server.serve(sockets=[bound])
    return 0 if server.started else 2


def _bind(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        bound = socket.socket(family, socket.SOCK_STREAM)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
    except OSError as error:
        raise UsageError(
            f"{host}:{port} cannot be used ({error.strerror or error}); choose another --port"
        ) from error
    return bound


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class _Lines(logging.Formatter):
    """One JSON object a line, secrets blanked."""

    def format(self, record: logging.LogRecord) -> str:
        message = record.getMessage()
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        if record.name.endswith(".access"):
            line |= json.loads(message)
        else:
            line["message"] = logs.blank_secrets(message)
        if record.exc_info:
            line["traceback"] = logs.blank_secrets(self.formatException(record.exc_info))
        return json.dumps(line)


def _log(settings: Settings) -> None:
    logs.to_stderr(settings.log.level)
    logs.to_file(settings)
    handler = logging.getLogger().handlers[0]
    handler.setLevel(logging.NOTSET)
    handler.setFormatter(_Lines())
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
