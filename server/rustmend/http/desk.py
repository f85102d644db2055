"""What the routes share: the settings, the queue of work, the jobs and who follows them."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, TypeVar

from rustmend import wiring
from rustmend.coder import folders
from rustmend.coder.ask import Answer, ask
from rustmend.coder.compile import Build, compile_project
from rustmend.coder.generate import Generated, generate
from rustmend.coder.mend import Mended, compile_and_fix
from rustmend.coder.project import Project
from rustmend.coder.sandbox import Sandbox, obstacle, open_sandbox
from rustmend.config import Settings
from rustmend.errors import RustmendError
from rustmend.http import shapes
from rustmend.http.jobs import Job, Jobs, status_at
from rustmend.http.metrics import Metrics
from rustmend.http.models import CompileAndFix, Description, Result
from rustmend.http.works import BusyError, Tell, Works

_T = TypeVar("_T")
# a job that ended the server twice is not begun a third time
_MOST_STARTS = 2
_BETWEEN_EXPIRIES = 600.0  # seconds

log = logging.getLogger(__name__)


class Desk:
    """One server's."""

    def __init__(self, settings: Settings, *, unsafe: bool) -> None:
        self.settings = settings
        self.unsafe = unsafe
        self.works = Works(settings.serve.workers, settings.serve.queue)
        self.jobs = Jobs(settings.cache_path / "jobs.sqlite3")
        self.metrics = Metrics(lambda: self.works.waiting, lambda: self.works.running)
        self.sandbox = ""
        self._running: dict[str, asyncio.Task[None]] = {}
        self._followers: dict[str, set[asyncio.Queue[Job]]] = {}
        self._expiry: asyncio.Task[None] | None = None

    @property
    def knowledge(self) -> wiring.Knowledge:
        """The entries and the journal."""
        return wiring.Knowledge.of(self.settings)

    async def open(self) -> None:
        """Look for the sandbox, and take up what a stopped server left."""
        why_not = await obstacle(self.settings)
        self.sandbox = why_not or "bubblewrap"
        if why_not:
            how = "runs UNPROTECTED" if self.unsafe else "is refused"
            log.warning("no sandbox (%s): code of requests %s", why_not, how)
        self._expiry = asyncio.create_task(self._expire())
        # the first request should not wait for what all need
        self._warming = asyncio.create_task(asyncio.to_thread(lambda: self.knowledge.entries))
        for job in self.jobs.unfinished():
            if job.starts >= _MOST_STARTS:
                self.jobs.finish(job.id, "error", "the server was stopped twice while at it")
            else:
                self._start(job, bounded=False)

    async def close(self) -> None:
        """Stop. What is not finished is taken up by the next server."""
        if self._expiry:
            self._expiry.cancel()
        for task in self._running.values():
            task.cancel()
        await asyncio.to_thread(self.works.close)
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.gather(*self._running.values(), return_exceptions=True)
        self.jobs.close()
        await asyncio.to_thread(folders.close_all)

    async def in_sandbox(
        self, work: Callable[[Sandbox, Tell], Awaitable[_T]], tell: Tell = lambda _: None,
        *, bounded: bool = True,
    ) -> _T:  # fmt: skip
        """Do ``work`` in a sandbox of its own when its turn comes."""

        async def inside(telling: Tell) -> _T:
            async with open_sandbox(self.settings, unsafe=self.unsafe) as sandbox:
                return await work(sandbox, telling)

        return await self.works.do(inside, tell, bounded=bounded)

    async def compile(self, project: Project) -> Build:
        """Build a project and run it."""
        build = await self.in_sandbox(lambda s, tell: compile_project(project, s, on_progress=tell))
        self.metrics.project("compile", success=build.success)
        return build

    async def mend(
        self, request: CompileAndFix, tell: Tell = lambda _: None, *, bounded: bool = True
    ) -> Mended:
        """Mend a project until it builds."""
        project = request.project()
        mended = await self.in_sandbox(
            lambda sandbox, telling: compile_and_fix(
                project,
                sandbox,
                max_attempts=request.max_attempts,
                test=request.test,
                model=wiring.model_client(self.settings),
                on_progress=telling,
            ),
            tell,
            bounded=bounded,
        )
        self.metrics.project("mend", success=mended.success, fixes=len(mended.fixes))
        return mended

    async def generate(
        self, request: Description, tell: Tell = lambda _: None, *, bounded: bool = True
    ) -> Generated:
        """Write a project; it opens the sandboxes that it needs itself."""

        async def work(telling: Tell) -> Generated:
            return await generate(
                request.description,
                request.requirements or "",
                settings=self.settings,
                knowledge=self.knowledge,
                model=wiring.model_client(self.settings),
                unsafe=self.unsafe,
                on_progress=telling,
            )

        done = await self.works.do(work, tell, bounded=bounded)
        self.metrics.project("generate", success=done.success)
        return done

    async def answer(self, question: str) -> Answer:
        """Answer a question; a model's code is compiled in a sandbox, and not asked for without."""
        model = wiring.model_client(self.settings)
        if model is None or (await obstacle(self.settings) and not self.unsafe):
            return await self.works.do(
                lambda tell: ask(question, self.knowledge, on_progress=tell), lambda _: None
            )
        return await self.in_sandbox(
            lambda sandbox, tell: ask(
                question, self.knowledge, model, sandbox=sandbox, on_progress=tell
            )
        )

    def begin(self, kind: str, request: dict[str, Any]) -> Job:
        """Keep a job, start it, and return it. Raises ``BusyError`` and ``JobsError``."""
        if self.works.waiting >= self.settings.serve.queue:
            raise BusyError(self.works.waiting, 10)
        job = self.jobs.add(kind, request, status_at(kind, "waiting"), "waiting")
        self._start(job, bounded=False)
        return job

    def cancel(self, job: Job) -> None:
        """End a job; one that is finished stays as it is."""
        self.jobs.finish(job.id, "failed", "cancelled")
        if task := self._running.get(job.id):
            task.cancel()
        self._publish(job.id)

    async def follow(self, name: str) -> AsyncIterator[Job]:
        """Yield a job now, and whenever it has something to tell, until it is finished."""
        queue: asyncio.Queue[Job] = asyncio.Queue()
        self._followers.setdefault(name, set()).add(queue)
        try:
            job = self.jobs.get(name)
            while job is not None:
                yield job
                if job.finished is not None:
                    return
                job = await queue.get()
        finally:
            followers = self._followers.get(name, set())
            followers.discard(queue)
            if not followers:
                self._followers.pop(name, None)

    def _start(self, job: Job, *, bounded: bool) -> None:
        task = asyncio.create_task(self._do(job, bounded=bounded))
        self._running[job.id] = task
        task.add_done_callback(lambda _: self._running.pop(job.id, None))

    async def _do(self, job: Job, *, bounded: bool) -> None:
        progress: list[str] = []

        def tell(words: str) -> None:
            if not progress:
                self.jobs.begin(job.id)
            progress.append(words)
            with contextlib.suppress(RustmendError):
                self.jobs.tell(job.id, status_at(job.kind, words), words, progress)
            self._publish(job.id)

        try:
            result = await self._result(job, tell, bounded=bounded)
            status = "completed" if result.success else "failed"
            self.jobs.finish(job.id, status, result.message, result.model_dump())
        except RustmendError as error:
            self.jobs.finish(job.id, "error", str(error))
        except asyncio.CancelledError:
            raise
        except Exception:
            log.exception("job %s", job.id)
            self.jobs.finish(job.id, "error", "a mistake of rustmend's own; the log has more")
        self._publish(job.id)

    async def _result(self, job: Job, tell: Tell, *, bounded: bool) -> Result:
        if job.kind == "mend":
            request = CompileAndFix.model_validate(job.request)
            return shapes.result(await self.mend(request, tell, bounded=bounded))
        if job.kind == "generate":
            wanted = Description.model_validate(job.request)
            return shapes.generated(await self.generate(wanted, tell, bounded=bounded))
        raise RustmendError(f"this version does not know work of the kind {job.kind}")

    def _publish(self, name: str) -> None:
        followers = self._followers.get(name)
        if followers and (job := self.jobs.get(name)):
            for queue in followers:
                queue.put_nowait(job)

    async def _expire(self) -> None:
        while True:
            with contextlib.suppress(RustmendError):
                await asyncio.to_thread(self.jobs.expire, self.settings.serve.keep_hours * 3600)
            await asyncio.sleep(_BETWEEN_EXPIRIES)
