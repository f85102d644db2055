"""A Qdrant server for tests: the client's memory behind the REST interface, over a real socket.

It speaks the part of the protocol that rustmend uses, and fails as it is told to.
"""

import json
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

from qdrant_client import QdrantClient, models

ROUTE = re.compile(r"/collections/([^/?]+)(/[a-z/]+)?(?:\?.*)?$")


class QdrantServer:
    """``with QdrantServer() as server: server.url``.

    ``fault`` is "" or one of ``hang``, ``slow`` (0.2 s), ``500``, ``nonsense``, ``old`` (it knows
    no request); ``key`` is the API key that is asked for; ``version`` is Qdrant's; ``requests`` are
    the methods and paths, ``created`` the bodies of collections.
    """

    def __init__(self, key: str = "", tls: ssl.SSLContext | None = None) -> None:
        self.key = key
        self.fault = ""
        self.version = "1.20.0"
        self.requests: list[str] = []
        self.created: list[dict[str, Any]] = []
        self.client = QdrantClient(":memory:")
        self.lock = threading.Lock()
        self._ended = threading.Event()

        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:  # http.server's names
                outer._answer(self)

            do_PUT = do_POST = do_DELETE = do_GET  # noqa: N815

            def log_message(self, *_: object) -> None:
                pass

        self._http = _Server(("127.0.0.1", 0), Handler)
        if tls is not None:
            self._http.socket = tls.wrap_socket(self._http.socket, server_side=True)
        scheme = "https" if tls else "http"
        self.url = f"{scheme}://127.0.0.1:{self._http.server_address[1]}"
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        self._ended.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()
        self.client.close()

    def _answer(self, call: BaseHTTPRequestHandler) -> None:
        body = call.rfile.read(int(call.headers.get("Content-Length") or 0))
        self.requests.append(f"{call.command} {call.path.partition('?')[0]}")
        if self.fault == "hang":
            self._ended.wait(30)
            return
        if self.fault == "slow":
            time.sleep(0.2)
        status, text = self._result(call, body)
        call.send_response(status)
        call.send_header("Content-Type", "application/json")
        call.send_header("Content-Length", str(len(text)))
        call.end_headers()
        call.wfile.write(text)

    def _result(self, call: BaseHTTPRequestHandler, body: bytes) -> tuple[int, bytes]:
        if self.key and call.headers.get("api-key") != self.key:
            return 401, b'{"status":{"error":"Must provide an API key"}}'
        if call.path == "/" and call.command == "GET":
            return 200, json.dumps({"title": "qdrant", "version": self.version}).encode()
        if self.fault == "old":
            return 404, b""
        if self.fault == "500":
            return 500, b'{"status":{"error":"Service internal error"}}'
        if self.fault == "nonsense":
            return 200, b"<html>a proxy</html>"
        route = ROUTE.match(call.path)
        action = self._actions().get((call.command, (route[2] or "") if route else "?"))
        if route is None or action is None:
            return 404, b'{"status":{"error":"Not found"}}'
        with self.lock:
            try:
                result = action(route[1], json.loads(body or b"{}"))
            except ValueError as error:
                said = str(error)
                status = 404 if said.startswith("Collection") else 400 if "vector" in said else 409
                return status, json.dumps({"status": {"error": said}}).encode()
        return 200, json.dumps({"result": result, "status": "ok", "time": 0.0}).encode()

    def _actions(self) -> dict[tuple[str, str], Callable[[str, dict[str, Any]], Any]]:
        return {
            ("GET", "/exists"): lambda name, _: {"exists": self.client.collection_exists(name)},
            ("GET", ""): lambda name, _: _plain(self.client.get_collection(name)),
            ("PUT", ""): self._create,
            ("DELETE", ""): lambda name, _: self.client.delete_collection(name),
            ("PUT", "/index"): lambda *_: _done(),
            ("PUT", "/points"): self._upsert,
            ("POST", "/points/delete"): self._delete,
            ("POST", "/points/scroll"): self._scroll,
            ("POST", "/points/count"): self._count,
            ("POST", "/points/query"): lambda name, body: self._query(name, body),
            ("POST", "/points/query/batch"): lambda name, body: [
                self._query(name, each) for each in body["searches"]
            ],
        }

    def _create(self, name: str, body: dict[str, Any]) -> bool:
        self.created.append(body)
        asked = models.CreateCollection.model_validate(body)
        return self.client.create_collection(
            name,
            vectors_config=asked.vectors or {},
            sparse_vectors_config=asked.sparse_vectors,
        )

    def _upsert(self, name: str, body: dict[str, Any]) -> Any:
        points = [models.PointStruct.model_validate(each) for each in body["points"]]
        self.client.upsert(name, points)
        return _done()

    def _delete(self, name: str, body: dict[str, Any]) -> Any:
        self.client.delete(name, models.PointIdsList.model_validate(body))
        return _done()

    def _scroll(self, name: str, body: dict[str, Any]) -> Any:
        asked = models.ScrollRequest.model_validate(body)
        points, offset = self.client.scroll(
            name, scroll_filter=asked.filter, limit=asked.limit or 10, offset=asked.offset,
            with_payload=bool(asked.with_payload),
        )  # fmt: skip
        return {"points": [_plain(each) for each in points], "next_page_offset": offset}

    def _count(self, name: str, body: dict[str, Any]) -> Any:
        asked = models.CountRequest.model_validate(body)
        return _plain(self.client.count(name, asked.filter, exact=True))

    def _query(self, name: str, body: dict[str, Any]) -> Any:
        asked = models.QueryRequest.model_validate(body)
        found = self.client.query_points(
            name, query=asked.query, using=asked.using, query_filter=asked.filter,
            limit=asked.limit or 10, with_payload=bool(asked.with_payload),
        )  # fmt: skip
        return _plain(found)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client that ends in the middle is normal here."""


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json")


def _done() -> dict[str, Any]:
    return {"operation_id": 0, "status": "completed"}
