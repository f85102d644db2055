"""What goes over the wire, and how much may come back."""

from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit

from rustmend.model.failures import ModelError

# nothing that is asked for here is longer, in bytes of all that comes
_LONGEST_ANSWER = 8 * 2**20


class TooLongError(Exception):
    """More came over the wire than any answer is long."""


def address_of(url: str) -> str:
    """Return the address that the paths of the protocol are added to. Raises ``ModelError``."""
    parts = urlsplit(url.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ModelError(
            f"model.baseUrl is {url!r}, which is no address: it looks like http://127.0.0.1:8080/v1"
        )
    return url.strip().rstrip("/").removesuffix("/chat/completions")


async def without_particulars(request: Any) -> None:
    """Take off the headers that tell of this machine and of the user's account elsewhere."""
    request.headers["accept-encoding"] = "identity"
    request.headers["user-agent"] = "rustmend"
    for name in [each for each in request.headers if each.lower().startswith("x-stainless")]:
        if name.lower() != "x-stainless-raw-response":  # the package reads it again
            del request.headers[name]
    if not request.url.host.endswith("openai.com"):
        for name in ("openai-organization", "openai-project"):
            if name in request.headers:
                del request.headers[name]


async def bounded(response: Any) -> None:
    """Let no more through than an answer can be long."""
    response.stream = _bounded_stream(response.stream)


def is_unreached(cause: BaseException | None) -> bool:
    """Whether a failure came before anything was sent."""
    import httpx2

    return isinstance(cause, httpx2.ConnectError | httpx2.ConnectTimeout)


def _bounded_stream(stream: Any) -> Any:
    import httpx2

    class Bounded(httpx2.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            size = 0
            async for piece in stream:
                size += len(piece)
                if size > _LONGEST_ANSWER:
                    raise TooLongError
                yield piece

        async def aclose(self) -> None:
            await stream.aclose()

    return Bounded()
