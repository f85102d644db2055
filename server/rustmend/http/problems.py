"""Errors → answers: each is ``{"detail": "one clear line"}``."""

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from rustmend import faults
from rustmend.coder.dependencies import FetchError
from rustmend.coder.sandbox import NoSandboxError
from rustmend.errors import RustmendError, ShadowError, ToolMissingError, UsageError
from rustmend.http.works import BusyError
from rustmend.model.failures import ModelError

log = logging.getLogger(__name__)

# where FastAPI found it, which the caller knows
_PLACES = ("body", "query", "path")
_UNAVAILABLE = (NoSandboxError, ToolMissingError, ShadowError)


class Problem(BaseModel):
    """Why there is no answer."""

    detail: str


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the answers of a route that are problems, for OpenAPI."""
    return {status: {"model": Problem} for status in (*statuses, 401, 413, 422, 429)}


def add_problems(app: FastAPI) -> None:
    """Let every error of ``app`` be answered in the one shape."""

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> JSONResponse:
        said = faults.said(error.errors(), "the request", _PLACES)
        if isinstance(error.body, bytes) and error.body:
            said += ", sent with Content-Type: application/json"
        return problem(422, said)

    @app.exception_handler(HTTPException)
    async def refused(_: Request, error: HTTPException) -> JSONResponse:
        return problem(error.status_code, str(error.detail), dict(error.headers or {}))

    @app.exception_handler(RustmendError)
    async def failed(_: Request, error: RustmendError) -> JSONResponse:
        return problem(status_of(error), str(error), headers_of(error))

    @app.exception_handler(Exception)
    async def broken(_: Request, error: Exception) -> JSONResponse:
        log.error("a mistake of rustmend's own", exc_info=error)
        return problem(500, "a mistake of rustmend's own; the server's log has more")


def status_of(error: RustmendError) -> int:
    """Return the status that says what kind of error it is."""
    match error:
        case BusyError():
            return 429
        case UsageError():
            return 422
        case FetchError() | ModelError():
            return 502
        case _ if isinstance(error, _UNAVAILABLE):
            return 503
    return 422


def headers_of(error: RustmendError) -> dict[str, str]:
    """Return what the answer says beside its body."""
    return {"Retry-After": str(error.retry_after)} if isinstance(error, BusyError) else {}


def problem(status: int, detail: str, headers: dict[str, str] | None = None) -> JSONResponse:
    """Return a problem as an answer; half a character in it must not break it."""
    text = detail.encode(errors="replace").decode()
    return JSONResponse({"detail": text}, status_code=status, headers=headers)
