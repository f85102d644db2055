"""What pygls leaves open of the protocol: the order of messages, requests that make no sense."""

import logging
from typing import Any, Protocol

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol, lsp_method

log = logging.getLogger(__name__)


class LifeProtocol(LanguageServerProtocol):
    """pygls' protocol, with an answer to every request.

    pygls' own documents stay empty: ours are safe in any order of messages.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._begun = False

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Read a message; one that asks something and cannot be read is answered."""
        try:
            return super().structure_message(data)
        except JsonRpcException:
            if "id" in data and "method" in data:
                log.info("wrong parameters for %s", data["method"])
                # pygls tells the caller in detail what its own classes did not like
                self._refuse(data["id"], JsonRpcInvalidParams(f"wrong params: {data['method']}"))
            raise

    def handle_message(self, message: Any) -> None:
        """Pass on what may come now."""
        if not (hasattr(message, "id") and hasattr(message, "method")):
            if self._begun or getattr(message, "method", "") == types.EXIT:
                super().handle_message(message)
            return
        if self._shutdown:
            self._refuse(message.id, JsonRpcInvalidRequest("the server was shut down"))
        elif message.method == types.INITIALIZE:
            if self._begun:
                self._refuse(message.id, JsonRpcInvalidRequest("initialize was asked for already"))
                return
            self._begun = True
            super().handle_message(message)
        elif not self._begun:
            self._refuse(message.id, JsonRpcServerNotInitialized("initialize comes first"))
        else:
            super().handle_message(message)

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> Any:
        """Pass it on."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Any:
        """Pass it on."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> Any:
        """Pass it on."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None

    def _refuse(self, message_id: Any, error: JsonRpcException) -> None:
        self._send_response(message_id, error=error.to_response_error())


class _Reader(Protocol):
    async def readline(self) -> bytes: ...

    async def readexactly(self, n: int, /) -> bytes: ...


class Headers:
    """A reader whose header lines are spelt as pygls expects them; names may come in any case."""

    def __init__(self, reader: _Reader) -> None:
        self._reader = reader

    async def readline(self) -> bytes:
        """Return the next line of a header, empty at the end of input."""
        line = await self._reader.readline()
        name, colon, value = line.partition(b":")
        if colon and name.strip().lower() == b"content-length":
            return b"Content-Length: %s\r\n" % value.strip()
        return line

    async def readexactly(self, count: int) -> bytes:
        """Return a message's body."""
        return await self._reader.readexactly(count)
