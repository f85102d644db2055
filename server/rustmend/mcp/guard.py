"""Who may talk to the server over HTTP: names of the host, origins, and a token."""

import os
import secrets

from mcp.server.transport_security import TransportSecuritySettings
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from rustmend.config import Settings

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def token_of(settings: Settings) -> str:
    """Return the token that clients must send, "" where none is set."""
    return os.environ.get(settings.serve.token_env, "").strip()


def security(host: str) -> TransportSecuritySettings:
    """Return which names of the host and which origins are taken.

    On loopback a page of elsewhere must not reach the server by a name of its own for it. Bound to
    all addresses, its names are not known, and the token alone tells.
    """
    open_to_all = host in ("0.0.0.0", "::")  # noqa: S104  # compared, not bound
    names = [*LOOPBACK, *([] if host in LOOPBACK else [host])]
    hosts = [f"[{name}]" if ":" in name else name for name in names]
    return TransportSecuritySettings(
        enable_dns_rebinding_protection=not open_to_all,
        allowed_hosts=[*(f"{name}:*" for name in hosts), *hosts],
        allowed_origins=[f"http://{name}:*" for name in hosts],
    )


class TokenGuard:
    """An ASGI application that lets those through who send the token."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._token = token.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, or refuse it."""
        if scope["type"] == "http" and not self._knows(dict(scope["headers"])):
            refusal = JSONResponse(
                {"detail": "send the server's token: Authorization: Bearer …"},
                status_code=401,
                headers={"www-authenticate": "Bearer"},
            )
            await refusal(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _knows(self, headers: dict[bytes, bytes]) -> bool:
        scheme, _, given = headers.get(b"authorization", b"").partition(b" ")
        return scheme.lower() == b"bearer" and secrets.compare_digest(given.strip(), self._token)
