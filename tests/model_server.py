"""A language model that plays a script, behind a real HTTP server on loopback.

It speaks OpenAI's protocol: chat completions in one piece or streamed, and the list of models. Each
question takes the next step of the script; the last step is played again when the script is over.
"""

import contextlib
import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

MODEL = "scripted-1"


@dataclass(frozen=True)
class Request:
    """A question as it came over the wire. ``text`` is all that its messages say."""

    body: dict[str, Any]
    headers: Mapping[str, str]

    @property
    def text(self) -> str:
        return "\n".join(each["content"] for each in self.body["messages"])


Reply = str | Callable[[Request], str]


@dataclass(frozen=True)
class Step:
    """How one question is answered: ``reply`` (or what it makes of the question), with a fault."""

    reply: Reply = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = ""
    hang: bool = False  # until the client goes, or the server is closed
    reset: bool = False  # the connection, before any answer
    stop_after: int = -1  # this many pieces of the stream
    clean_stop: bool = False  # the stream ends as if all were well, without a reason
    pause: float = 0.0  # seconds between the pieces
    piece: int = 20  # characters of each
    reasoning: str = ""  # sent as reasoning_content, before the answer
    raw: bytes = b""  # sent as the body, as it is
    refuses: tuple[str, ...] = ()  # parts of a request that get a 400 by name, before the reply
    finish_reason: str = "stop"
    repeat: int = 1  # how often the reply is sent, for one of megabytes


def ok(reply: Reply, **extra: Any) -> Step:
    return Step(reply, **extra)


def busy(seconds: str = "0") -> Step:
    return Step(status=429, headers={"Retry-After": seconds}, reply="too many requests")


class ModelServer:
    """``with ModelServer([ok("…")]) as server``: its ``url`` ends in /v1; ``requests`` came in."""

    def __init__(self, script: Sequence[Step | str], *, models: Sequence[str] = (MODEL,)) -> None:
        self.script = [step if isinstance(step, Step) else Step(step) for step in script]
        self.models = list(models)
        self.requests: list[Request] = []
        self.others: list[str] = []
        self.disconnected = threading.Event()
        self.asked = threading.Event()
        self._closing = threading.Event()
        self._turn = threading.Lock()
        self._served = 0
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    @property
    def environment(self) -> dict[str, str]:
        """What makes rustmend use this server."""
        return {"RUSTMEND_MODEL_BASE_URL": self.url, "RUSTMEND_MODEL_NAME": MODEL}

    def __enter__(self) -> "ModelServer":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def next_step(self, request: Request) -> Step:
        with self._turn:
            self.requests.append(request)
            step = self.script[min(self._served, len(self.script) - 1)]
            if not any(name in request.body for name in step.refuses):
                self._served += 1
            self.asked.set()
            return step

    def wait_until_closed(self, connection: socket.socket) -> None:
        """Wait until the client closes the connection, and note that it did."""
        connection.settimeout(0.02)
        while not self._closing.is_set():
            try:
                if connection.recv(1) == b"":
                    break
            except TimeoutError:
                continue
            except OSError:
                break
        else:
            return
        self.disconnected.set()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that goes away in the midst is what many tests are about."""


def _handler(server: ModelServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            server.others.append(self.path)
            if self.path.endswith("/models"):
                models = [{"id": name, "object": "model"} for name in server.models]
                self._whole(200, json.dumps({"object": "list", "data": models}).encode())
            else:
                self._whole(404, b'{"error": {"message": "not here"}}')

        def do_POST(self) -> None:
            size = int(self.headers.get("content-length", 0))
            body = json.loads(self.rfile.read(size))
            if not self.path.endswith("/v1/chat/completions"):
                server.others.append(self.path)
                self._whole(404, b"<html>not found</html>", "text/html")
                return
            request = Request(body, dict(self.headers.items()))
            step = server.next_step(request)
            try:
                self._play(step, request)
            except (BrokenPipeError, ConnectionError):
                server.disconnected.set()

        def _play(self, step: Step, request: Request) -> None:
            refused = next((name for name in step.refuses if name in request.body), None)
            if refused:
                said = {"error": {"message": f"unsupported parameter: {refused}"}}
                self._whole(400, json.dumps(said).encode())
                return
            if step.hang:
                server.wait_until_closed(self.connection)
                self.close_connection = True
                return
            if step.reset:
                self._reset()
                return
            reply = step.reply(request) if callable(step.reply) else step.reply
            if step.status != 200:
                said = {"error": {"message": reply or "it failed"}}
                self._whole(step.status, json.dumps(said).encode(), headers=step.headers)
            elif step.raw or step.content_type:
                kind = step.content_type or "application/json"
                self._whole(200, step.raw or reply.encode(), kind)
            elif request.body.get("stream"):
                self._stream(step, reply, request)
            else:
                message = {"role": "assistant", "content": reply * step.repeat}
                choice = {"index": 0, "message": message, "finish_reason": step.finish_reason}
                document = {"model": MODEL, "choices": [choice], "usage": _usage(request, reply)}
                self._whole(200, json.dumps(document).encode())

        def _whole(
            self,
            status: int,
            body: bytes,
            kind: str = "application/json",
            headers: Mapping[str, str] | None = None,
        ) -> None:
            self.send_response(status)
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(body)))
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def _stream(self, step: Step, reply: str, request: Request) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/event-stream")
            self.send_header("connection", "close")
            chunked = not step.clean_stop
            if chunked:
                self.send_header("transfer-encoding", "chunked")
            self.end_headers()
            self.close_connection = True
            for number, delta in enumerate(_deltas(step, reply)):
                if number == step.stop_after:
                    if not step.clean_stop:
                        self._reset()
                    return
                self._event(_chunk(delta), chunked=chunked)
                time.sleep(step.pause)
            self._event(_chunk({}, step.finish_reason), chunked=chunked)
            if request.body.get("stream_options"):
                usage = {**_chunk({}), "choices": [], "usage": _usage(request, reply)}
                self._event(usage, chunked=chunked)
            self._event("[DONE]", chunked=chunked)
            if chunked:
                self.wfile.write(b"0\r\n\r\n")

        def _event(self, document: object, *, chunked: bool) -> None:
            text = document if isinstance(document, str) else json.dumps(document)
            line = f"data: {text}\n\n".encode()
            self.wfile.write(b"%x\r\n%s\r\n" % (len(line), line) if chunked else line)
            self.wfile.flush()

        def _reset(self) -> None:
            """Close with a reset instead of a farewell."""
            linger = struct.pack("ii", 1, 0)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self.close_connection = True
            with contextlib.suppress(OSError):
                self.connection.close()

    return Handler


def _deltas(step: Step, reply: str) -> Iterator[dict[str, str]]:
    if step.reasoning:
        yield {"role": "assistant", "reasoning_content": step.reasoning}
    for _ in range(step.repeat):
        for start in range(0, len(reply), step.piece):
            yield {"role": "assistant", "content": reply[start : start + step.piece]}


def _chunk(delta: Mapping[str, str], finish_reason: str | None = None) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason}
    return {"id": "1", "object": "chat.completion.chunk", "model": MODEL, "choices": [choice]}


def _usage(request: Request, reply: str) -> dict[str, int]:
    asked, answered = len(request.text) // 4, len(reply) // 4
    return {
        "prompt_tokens": asked,
        "completion_tokens": answered,
        "total_tokens": asked + answered,
    }
