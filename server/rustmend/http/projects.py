"""Routes that build: the original service's, and those for work that goes on."""

import asyncio
import io
import json
import zipfile
from collections.abc import AsyncIterator, Awaitable
from typing import Annotated, TypeVar

from fastapi import APIRouter, Path, Request
from fastapi.responses import PlainTextResponse, Response, StreamingResponse
from starlette.exceptions import HTTPException

from rustmend.http import shapes
from rustmend.http.desk import Desk
from rustmend.http.jobs import Job, status_at
from rustmend.http.models import (
    Code,
    CompileAndFix,
    Compiled,
    Description,
    ProjectState,
    Result,
    Started,
)
from rustmend.http.problems import refusals

_T = TypeVar("_T")
_HEARTBEAT = 15.0  # seconds
_LOOK = 1.0  # seconds between looks whether the caller is still there

ProjectId = Annotated[str, Path(max_length=64)]
FilePath = Annotated[str, Path(max_length=1000)]


def project_routes(desk: Desk) -> APIRouter:
    """Return the routes."""
    routes = APIRouter(responses=refusals(502, 503), tags=["projects"])

    @routes.post("/compile")
    async def compile_(request: Request, sent: Code) -> Compiled:
        """Build a project once and run its program."""
        project = sent.project().with_manifest()
        build = await while_there(request, desk.compile(project))
        return shapes.compiled(project, build)

    @routes.post("/compile-and-fix")
    async def compile_and_fix(request: Request, sent: CompileAndFix) -> Result:
        """Build a project, and mend it with verified fixes until it builds."""
        return shapes.result(await while_there(request, desk.mend(sent)))

    @routes.post("/generate-sync")
    async def generate_sync(request: Request, sent: Description) -> Result:
        """Write a project that builds and whose tests pass, and wait for it."""
        return shapes.generated(await while_there(request, desk.generate(sent)))

    @routes.post("/generate")
    async def generate(sent: Description) -> Started:
        """Start to write a project; `/project/{project_id}` has what comes of it."""
        job = desk.begin("generate", sent.model_dump())
        return Started(project_id=job.id, status="processing", message="Project generation started")

    @routes.post("/jobs/compile-and-fix", status_code=202)
    async def start_compile_and_fix(sent: CompileAndFix) -> Started:
        """Start to mend a project; `/project/{project_id}` has what comes of it."""
        sent.project()
        job = desk.begin("mend", sent.model_dump())
        return Started(project_id=job.id, status=job.status, message="Project is being mended")

    @routes.get("/project/{project_id}", responses=refusals(404))
    async def project(project_id: ProjectId) -> ProjectState:
        """Return what became of work that was started."""
        return _state(_found(desk, project_id))

    @routes.delete("/project/{project_id}", responses=refusals(404))
    async def cancel(project_id: ProjectId) -> ProjectState:
        """End the work; what is finished stays as it is."""
        desk.cancel(_found(desk, project_id))
        return _state(_found(desk, project_id))

    @routes.get(
        "/project/{project_id}/events",
        responses={
            **refusals(404),
            200: {"content": {"text/event-stream": {}}, "description": "Server-sent events."},
        },
        response_class=StreamingResponse,
    )
    async def events(project_id: ProjectId) -> StreamingResponse:
        """Tell, as server-sent events, what happens: `progress`, at the end `done`."""
        _found(desk, project_id)
        return StreamingResponse(_events(desk, project_id), media_type="text/event-stream")

    @routes.get(
        "/project/{project_id}/files/{path:path}",
        responses=refusals(404),
        response_class=PlainTextResponse,
    )
    async def file(project_id: ProjectId, path: FilePath) -> PlainTextResponse:
        """Return one file of a project."""
        text = _files(_found(desk, project_id)).get(path)
        if text is None:
            raise HTTPException(404, "File not found")
        return PlainTextResponse(text)

    @routes.get(
        "/project/{project_id}/download",
        responses={
            **refusals(404),
            200: {"content": {"application/zip": {}}, "description": "All files."},
        },
        response_class=Response,
    )
    async def download(project_id: ProjectId) -> Response:
        """Return all files of a project as a zip."""
        files = _files(_found(desk, project_id))
        if not files:
            raise HTTPException(404, "There are no files yet")
        name = f"project-{project_id}.zip"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        packed = await asyncio.to_thread(_zip, files)
        return Response(packed, media_type="application/zip", headers=headers)

    return routes


async def while_there(request: Request, work: Awaitable[_T]) -> _T:
    """Return what ``work`` gives; it is ended when nobody waits for it any more."""
    task = asyncio.ensure_future(work)
    try:
        while not task.done():
            await asyncio.wait([task], timeout=_LOOK)
            if not task.done() and await request.is_disconnected():
                break
        else:
            return task.result()
    finally:
        task.cancel()
    raise HTTPException(499, "the caller went away")


def _found(desk: Desk, project_id: str) -> Job:
    job = desk.jobs.get(project_id)
    if job is None:
        raise HTTPException(404, "Project not found")
    return job


def _files(job: Job) -> dict[str, str]:
    files: dict[str, str] = (job.result or {}).get("files", {})
    return files


def _state(job: Job) -> ProjectState:
    result = job.result or {}
    return ProjectState(
        project_id=job.id,
        status=job.status,
        message=job.message,
        files=list(_files(job)),
        build_output=result.get("build_output"),
        run_output=result.get("run_output"),
        run_success=result.get("run_success"),
        run_status=result.get("run_status"),
        combined_text=result.get("combined_text"),
        attempts=result.get("attempts", []),
        fixes=result.get("fixes", []),
        progress=list(job.progress),
    )


async def _events(desk: Desk, project_id: str) -> AsyncIterator[str]:
    told = 0
    following = aiter(desk.follow(project_id))
    next_one = asyncio.ensure_future(anext(following, None))
    try:
        while True:
            done, _ = await asyncio.wait([next_one], timeout=_HEARTBEAT)
            if not done:
                yield ": still at it\n\n"
                continue
            job = next_one.result()
            if job is None:
                return
            fresh = job.told - told
            for words in job.progress[-fresh:] if fresh > 0 else ():
                status = status_at(job.kind, words)
                yield _event("progress", {"status": status, "message": words})
            told = job.told
            if job.finished is not None:
                yield _event("done", _state(job).model_dump())
                return
            next_one = asyncio.ensure_future(anext(following, None))
    finally:
        next_one.cancel()


def _event(name: str, said: dict[str, object]) -> str:
    return f"event: {name}\ndata: {json.dumps(said)}\n\n"


def _zip(files: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()
