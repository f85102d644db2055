"""The application: its routes behind its guard."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.responses import FileResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.types import ASGIApp

from rustmend import __version__
from rustmend.config import Settings
from rustmend.http.desk import Desk
from rustmend.http.guard import LOOPBACK, Guard, Rules
from rustmend.http.lookup import lookup_routes
from rustmend.http.models import Health
from rustmend.http.problems import add_problems, refusals
from rustmend.http.projects import project_routes

_PAGE = Path(__file__).parent / "page"
_ABOUT = """Compile Rust projects in a sandbox, mend them with fixes that the compiler verified,
and look up how errors are mended. Endpoints of the Rust Coder service keep their fields."""


def create_app(
    settings: Settings, *, host: str = "127.0.0.1", unsafe: bool = False, token: str | None = None
) -> ASGIApp:
    """Return the application (ASGI) for a server that is bound to ``host``."""
    desk = Desk(settings, unsafe=unsafe)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await desk.open()
        try:
            yield
        finally:
            await desk.close()

    app = FastAPI(
        title="rustmend",
        version=__version__,
        description=_ABOUT,
        lifespan=lifespan,
        docs_url=None,  # they would fetch scripts from elsewhere
        redoc_url=None,
        responses={422: refusals()[422]},
    )
    add_problems(app)
    app.include_router(project_routes(desk))
    app.include_router(lookup_routes(desk))
    _add_own_routes(app, desk)
    app.mount("/page", StaticFiles(directory=_PAGE), name="page")
    _mark_token(app)
    rules = Rules(
        token=token,
        per_minute=settings.serve.per_minute,
        max_body=settings.serve.max_body_mb << 20,
        hosts=frozenset((*LOOPBACK, host)) if host in LOOPBACK and not token else frozenset(),
    )
    return Guard(app, rules, desk.metrics)


def token_of(settings: Settings) -> str | None:
    """Return the token that callers must send, if one is set."""
    return os.environ.get(settings.serve.token_env) or None


def _add_own_routes(app: FastAPI, desk: Desk) -> None:
    @app.get("/health", tags=["server"])
    async def health() -> Health:
        """Tell whether the server can do its work."""
        return Health(
            status="ok",
            version=__version__,
            sandbox=desk.sandbox,
            model=bool(desk.settings.model.enabled and desk.settings.model.base_url),
            waiting=desk.works.waiting,
            running=desk.works.running,
        )

    @app.get("/metrics", tags=["server"], response_class=Response)
    async def metrics() -> Response:
        """Return the server's numbers for Prometheus."""
        return Response(desk.metrics.text(), media_type=desk.metrics.content_type)

    @app.get("/", include_in_schema=False)
    async def page() -> FileResponse:
        return FileResponse(_PAGE / "index.html")


def _mark_token(app: FastAPI) -> None:
    """Say in OpenAPI how the token is sent."""
    make = app.openapi

    def openapi() -> dict[str, Any]:
        schema = make()
        components = schema.setdefault("components", {})
        components["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        schema["security"] = [{}, {"token": []}]
        return schema

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's way to extend it
