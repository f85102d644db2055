"""Compile and test every curated task: what ``rustmend kb check`` runs for ``kb/tasks``.

Each must build without a warning of rustc's or clippy's, and its tests must pass. It is done
on copies in the cache, with one target folder for all; what passed is kept by content and
toolchain, so a second run compiles only what changed.
"""

import asyncio
import contextlib
import hashlib
import json
import re
import tomllib
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from rustmend.errors import CheckFailedError
from rustmend.knowledge.entries import Problem
from rustmend.knowledge.prove import Compiler
from rustmend.knowledge.tasks import DEPENDENCIES, MANIFEST, Task
from rustmend.process import Finished, ProcessTimeoutError, run

BUILD_TIMEOUT = 1800.0
TEST_TIMEOUT = 180.0
TAIL = 30  # lines of a failing test's output that are told
PASSED = re.compile(r"^test result: ok\. (\d+) passed", re.MULTILINE)
# without debug information linking takes half the time, and no test reads it
ROOT = """\
[workspace]
resolver = "3"
members = [{members}]

[profile.dev]
debug = 0
incremental = false
"""
Say = Callable[[Task, list[Problem]], None]


async def try_tasks(
    tasks: Sequence[Task], *, cache: Path, jobs: int = 2, on_result: Say | None = None
) -> list[Problem]:
    """Build and test ``tasks`` and return what is wrong, in their order.

    ``jobs`` compilers or test programs run at a time. ``cache`` gets the copies, the target folder
    and the record of what passed; several processes take turns at it. Raises ``ToolMissingError``
    without a cargo that runs, ``CheckFailedError`` where the cache cannot be written.
    """
    compiler = await Compiler.start(jobs, None)
    found: dict[str, list[str]] = {}

    def tell(task: Task, said: list[str]) -> None:
        found[task.id] = said
        if on_result:
            on_result(task, _problems(task, said, compiler.release))

    try:
        kept = {task.id: _kept(task, compiler.version, cache) for task in tasks}
        async with _alone(cache):
            fresh = [task for task in tasks if not kept[task.id].is_file()]
            for task in tasks:
                if kept[task.id].is_file():
                    tell(task, [])
            for name, members in _workspaces(fresh):
                shop = _Workspace(cache / name, cache / "target", jobs)
                async for task, said in shop.prove(members):
                    if not said:
                        kept[task.id].parent.mkdir(parents=True, exist_ok=True)
                        kept[task.id].touch()
                    tell(task, said)
    except OSError as error:
        raise CheckFailedError(f"cannot prepare {error.filename}: {error.strerror}") from error
    return [one for task in tasks for one in _problems(task, found[task.id], compiler.release)]


class _Workspace:
    """Copies of some tasks as members of one workspace, so that they share a lock file."""

    def __init__(self, folder: Path, target: Path, jobs: int) -> None:
        self._folder = folder
        self._jobs = jobs
        self._free = asyncio.Semaphore(jobs)
        self._env = {
            "CARGO_TARGET_DIR": str(target),
            "CARGO_TERM_COLOR": "never",
            # clippy compiles the tasks, so that its warnings come with the build itself
            "RUSTC_WORKSPACE_WRAPPER": "clippy-driver",
        }

    async def prove(self, tasks: Sequence[Task]) -> AsyncIterator[tuple[Task, list[str]]]:
        """Give each task with what is wrong with it, as soon as it is known."""
        self._lay_out(tasks)
        if failure := await self._fetch():
            for task in tasks:
                yield task, [f"the dependencies cannot be fetched: {failure}"]
            return
        for group in _alike(tasks):
            said = await self._build(group)
            running = [asyncio.ensure_future(self._test(task, said[task.slug])) for task in group]
            try:
                for task, result in zip(group, running, strict=True):
                    yield task, await result
            finally:
                for each in running:
                    each.cancel()

    def _lay_out(self, tasks: Sequence[Task]) -> None:
        members = ", ".join(f'"{task.slug}"' for task in tasks)
        _write(self._folder / MANIFEST, ROOT.format(members=members))
        for task in tasks:
            wanted = task.files()
            for name, text in wanted.items():
                _write(self._folder / task.slug / name, text)
            for file in (self._folder / task.slug).rglob("*"):
                if (
                    file.is_file()
                    and file.relative_to(self._folder / task.slug).as_posix() not in wanted
                ):
                    file.unlink()

    async def _fetch(self) -> str:
        """Bring what the lock file names, making it first; return why that failed, or ``""``."""
        here = await self._cargo("fetch", "--offline", timeout=BUILD_TIMEOUT)
        if here.returncode == 0:
            return ""
        fetched = await self._cargo("fetch", timeout=BUILD_TIMEOUT)
        return _reason(fetched.stderr) if fetched.returncode else ""

    async def _build(self, group: Sequence[Task]) -> dict[str, list[str]]:
        """Compile all that belongs to the tasks and return what the compiler said, by slug."""
        which = [
            part for task in group for part in ("-p", f"path+{self._folder.as_uri()}/{task.slug}")
        ]
        said: dict[str, list[str]] = {task.slug: [] for task in group}

        def read(line: bytes) -> None:
            with contextlib.suppress(ValueError):
                record = json.loads(line)
                if isinstance(record, dict) and record.get("reason") == "compiler-message":
                    slug = Path(record["manifest_path"]).parent.name
                    text = _short(record["message"])
                    if text and text not in said.get(slug, [text]):
                        said[slug].append(text)

        await run(
            ["cargo", "build", "--offline", "--all-targets", "--keep-going",
             "--message-format=json", "--jobs", str(self._jobs), *which],
            cwd=self._folder, env=self._env, on_line=read, timeout=BUILD_TIMEOUT,
        )  # fmt: skip
        return said

    async def _test(self, task: Task, said: list[str]) -> list[str]:
        if any(text.startswith("error") for text in said):
            return said
        try:
            async with self._free:
                done = await self._cargo("test", "--offline", at=task.slug, timeout=TEST_TIMEOUT)
        except ProcessTimeoutError:
            return [*said, f"its tests did not end within {TEST_TIMEOUT:g} s"]
        if done.returncode:
            words = (done.stdout + done.stderr).strip().splitlines()[-TAIL:]
            return [*said, "its tests fail:\n" + "\n".join(words)]
        if not sum(map(int, PASSED.findall(done.stdout))):
            return [*said, "no test was run"]
        return said

    async def _cargo(self, *args: str, at: str = "", timeout: float) -> Finished:
        return await run(["cargo", *args], cwd=self._folder / at, env=self._env, timeout=timeout)


def _workspaces(tasks: Iterable[Task]) -> list[tuple[str, list[Task]]]:
    """Part those that need the registry from those that can be tried without a network."""
    alone = [task for task in tasks if not task.dependencies]
    rest = [task for task in tasks if task.dependencies]
    return [(name, some) for name, some in (("alone", alone), ("depending", rest)) if some]


def _alike(tasks: Sequence[Task]) -> list[list[Task]]:
    """Group tasks by what they depend on.

    Those of one group are built together. Others are not, for cargo would give each
    the features that the others ask for, and hide that it forgot to.
    """
    groups: dict[str, list[Task]] = {}
    for task in tasks:
        manifest = tomllib.loads(task.files()[MANIFEST])
        wanted = {kind: manifest.get(kind) for kind in DEPENDENCIES}
        groups.setdefault(json.dumps(wanted, sort_keys=True), []).append(task)
    return list(groups.values())


def _short(message: dict[str, Any]) -> str:
    """Return what the compiler said in a line, ``""`` for its count at the end."""
    code = f"[{message['code']['code']}]" if message.get("code") else ""
    spans = [span for span in message["spans"] if span["is_primary"]]
    if not code and not spans:
        return ""
    place = f" ({spans[0]['file_name']}:{spans[0]['line_start']})" if spans else ""
    return f"{message['level']}{code}: {message['message']}{place}"


def _reason(stderr: str) -> str:
    lines = [line.strip() for line in stderr.splitlines() if line.strip()]
    said = [line.removeprefix("error: ") for line in lines if line.startswith("error:")]
    return " ".join([*said, *lines[-1:]]) if said else "cargo gave no reason"


def _problems(task: Task, said: list[str], release: str) -> list[Problem]:
    if release == task.checked_with:
        return [Problem(task.id, text) for text in said]
    disagrees = f"rustc {release} disagrees, {task.checked_with} agreed: "
    return [Problem(task.id, disagrees + text, report=True) for text in said]


def _kept(task: Task, version: str, cache: Path) -> Path:
    """Return the file that is there when this very package has passed on this toolchain."""
    content = hashlib.sha256(repr((version, ROOT)).encode())
    for item in task.files().items():
        content.update(repr(item).encode())
    return cache / "passed" / content.hexdigest()[:40]


def _write(file: Path, text: str) -> None:
    """Write what differs only: a new time would make cargo compile again."""
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


@contextlib.asynccontextmanager
async def _alone(cache: Path) -> AsyncIterator[None]:
    cache.mkdir(parents=True, exist_ok=True)
    lock = FileLock(cache / "lock")
    while True:
        try:
            lock.acquire(timeout=0)
            break
        except Timeout:
            await asyncio.sleep(0.2)
    try:
        yield
    finally:
        lock.release()
