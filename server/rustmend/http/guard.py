"""What a request must pass before it is read: address, token, pace and size."""

import contextlib
import json
import logging
import secrets
import time
import uuid
from collections import OrderedDict
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rustmend.http.metrics import Metrics

# open to all who reach the server: it says nothing, or is the page that asks for the token
_OPEN = ("/health", "/", "/page/")
_UNMETERED = ("/health", "/metrics")
_MOST_ADDRESSES = 10_000
_POLICY = b"default-src 'self'; frame-ancestors 'none'; base-uri 'none'"
LOOPBACK = ("localhost", "127.0.0.1", "::1")

log = logging.getLogger("rustmend.http.access")


@dataclass(slots=True)
class _Pace:
    left: float
    seen: float


@dataclass(slots=True)
class Rules:
    """What is asked of a request. ``hosts`` are the names it may call the server, any if empty."""

    token: str | None
    per_minute: int
    max_body: int
    hosts: frozenset[str] = frozenset()
    _paces: OrderedDict[str, _Pace] = field(default_factory=OrderedDict)

    def too_fast(self, address: str) -> int:
        """Count a request; return the seconds to wait, 0 where it may pass."""
        now = time.monotonic()
        pace = self._paces.pop(address, None) or _Pace(float(self.per_minute), now)
        rate = self.per_minute / 60
        pace.left = min(float(self.per_minute), pace.left + (now - pace.seen) * rate)
        pace.seen = now
        self._paces[address] = pace
        if len(self._paces) > _MOST_ADDRESSES:
            self._paces.popitem(last=False)
        if pace.left < 1:
            return max(1, round((1 - pace.left) / rate))
        pace.left -= 1
        return 0


class _TooLargeError(Exception):
    """A body went over the limit while it came."""


class Guard:
    """The outermost layer (ASGI): refuses, logs and counts."""

    def __init__(self, app: ASGIApp, rules: Rules, metrics: Metrics) -> None:
        self._app = app
        self._rules = rules
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass or answer it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = time.monotonic()
        said = {"status": 500}
        name = uuid.uuid4().hex[:12]

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                said["status"] = message["status"]
                message["headers"] = [*message["headers"], *_headers(name)]
            await send(message)

        try:
            refusal = self._refusal(scope)
            if refusal:
                await _answer(sending, *refusal)
            else:
                await self._pass(scope, receive, sending)
        finally:
            seconds = time.monotonic() - begun
            route = getattr(scope.get("route"), "path", "other")
            self._metrics.request(scope["method"], route, said["status"], seconds)
            line = {
                "request": name, "method": scope["method"], "path": scope["path"],
                "status": said["status"], "ms": round(seconds * 1000), "client": _address(scope),
            }  # fmt: skip
            log.info("%s", json.dumps(line))

    def _refusal(self, scope: Scope) -> tuple[int, str, dict[str, str]] | None:
        headers = {
            key.decode("latin-1"): value.decode("latin-1") for key, value in scope["headers"]
        }
        host = _name(headers.get("host", ""))
        # a page of elsewhere must not reach a server that trusts everyone on this machine
        if self._rules.hosts and host not in self._rules.hosts:
            return 421, f"this server is not called {host!r}", {}
        origin = headers.get("origin")
        if origin and urlsplit(origin).netloc != headers.get("host"):
            return 403, "requests from pages of other servers are not taken", {}
        path = scope["path"]
        is_open = path in _OPEN or path.startswith("/page/")
        if self._rules.token and not is_open and not self._knows(headers.get("authorization", "")):
            words = "send the server's token: Authorization: Bearer …"
            return 401, words, {"www-authenticate": "Bearer"}
        if path not in _UNMETERED and (wait := self._rules.too_fast(_address(scope))):
            return 429, f"too many requests; wait {wait} s", {"retry-after": str(wait)}
        length = headers.get("content-length", "0")
        if length.isdigit() and int(length) > self._rules.max_body:
            return 413, self._too_large(), {}
        return None

    def _knows(self, authorization: str) -> bool:
        scheme, _, token = authorization.partition(" ")
        given, known = token.strip().encode(), (self._rules.token or "").encode()
        return scheme.lower() == "bearer" and secrets.compare_digest(given, known)

    def _too_large(self) -> str:
        return f"a request has at most {self._rules.max_body >> 20} MiB"

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:
        size = 0
        started = False

        async def receiving() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > self._rules.max_body:
                raise _TooLargeError
            return message

        async def sending(message: Message) -> None:
            nonlocal started
            # who reads the body takes the end of it for a mistake in it, and would say so
            if size <= self._rules.max_body or started:
                started = True
                await send(message)

        with contextlib.suppress(_TooLargeError):
            await self._app(scope, receiving, sending)
        if size > self._rules.max_body and not started:
            await _answer(send, 413, self._too_large(), {})


def _headers(name: str) -> list[tuple[bytes, bytes]]:
    return [
        (b"x-request-id", name.encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"no-referrer"),
        (b"content-security-policy", _POLICY),
    ]


def _name(host: str) -> str:
    """Return the host of a ``Host`` header, without its port."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return host


def _address(scope: Scope) -> str:
    client = scope.get("client")
    return str(client[0]) if client else "local"


async def _answer(send: Send, status: int, detail: str, headers: dict[str, str]) -> None:
    body = json.dumps({"detail": detail}).encode()
    lines = {"content-type": "application/json", "content-length": str(len(body)), **headers}
    start = [(key.encode(), value.encode()) for key, value in lines.items()]
    await send({"type": "http.response.start", "status": status, "headers": start})
    await send({"type": "http.response.body", "body": body})
