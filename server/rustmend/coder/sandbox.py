"""A place in which code of others is compiled and run without touching this machine.

With bubblewrap it is a sandbox (``bubblewrap`` says what that is); without it, code runs only where
``unsafe`` allows it, in a plain folder under the same limits of time, size and output.
"""

import asyncio
import contextlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from rustmend.cargo.check import Place, mortal
from rustmend.coder import bubblewrap, folders, seccomp
from rustmend.coder.bubblewrap import PROJECT, Bounds, Toolbox
from rustmend.coder.watch import watch
from rustmend.config import Settings
from rustmend.errors import RustmendError, ToolMissingError
from rustmend.process import ProcessTimeoutError, run

_PATIENCE = 30.0  # seconds, for asking tools what they are
# a process may ask for more room than it fills: rustc's threads, a program's arenas
_ADDRESSES_PER_MEMORY = 4
# bytes of diagnostics; more are nobody's to read
_MOST_MESSAGES = 32 * 2**20
# prints a user, nothing of the machine, and how many network devices there are: the loopback
_PROBE = "id -u; ls -d /etc/passwd /home /root /var 2>/dev/null; grep -c : /proc/net/dev"
# $1 sources, $2 copy, then names that are no longer there, "--", the command
_ENTER = """
set -e
from=$1 to=$2; shift 2
cd -- "$to"
while [ "$1" != -- ]; do rm -rf -- "./$1"; shift; done
shift
# a build may have made something else of a folder
cp -ru --preserve=timestamps -- "$from/." . 2>/dev/null || {
  find . -mindepth 1 -delete
  cp -r --preserve=timestamps -- "$from/." .
}
exec "$@"
"""


class NoSandboxError(RustmendError):
    """Code of others would have to run, and there is no sandbox for it."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended. ``ended`` says in plain words why it was ended, "" if it did itself."""

    returncode: int
    stdout: str
    stderr: str
    ended: str = ""

    @property
    def success(self) -> bool:
        """Whether it came to a good end."""
        return self.returncode == 0 and not self.ended


class Sandbox:
    """The place of one project. Made by ``open_sandbox``; one command at a time.

    ``root`` is the folder of the project as those inside know it, and nothing on this machine.
    """

    root = PROJECT

    def __init__(self, settings: Settings, toolbox: Toolbox, folder: Path, uid: int) -> None:
        """``uid`` is -1 where there is no sandbox, only a folder."""
        self.settings = settings
        self.toolbox = toolbox
        self.safe = uid != -1
        self._folder = folder
        self._uid = uid
        self._laid: dict[str, bytes] = {}
        self._gone: set[str] = set()
        self._stamp = 0

    def lay(self, texts: Mapping[Path, bytes]) -> None:
        """Make the project consist of ``texts``, files below ``root``.

        Whatever changed since the last time is written anew with the present time, what was
        restored included: cargo goes by it.
        """
        wanted = {str(path.relative_to(PROJECT)): text for path, text in texts.items()}
        self._stamp = max(time.time_ns(), self._stamp + 2_000_000)
        # in a sandbox a build may write into its copy only
        place = self._folder / ("source" if self.safe else "project")
        for name in self._laid.keys() - wanted.keys():
            (place / name).unlink(missing_ok=True)
            self._gone.add(name)
        for name, text in wanted.items():
            if self._laid.get(name) != text:
                file = place / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(text)
                os.utime(file, ns=(self._stamp, self._stamp))
        self._gone -= wanted.keys()
        self._laid = wanted

    @property
    def place(self) -> Place:
        """Where cargo runs."""
        seconds = int(self.settings.sandbox.seconds)
        return Place(
            cwd=self._cwd,
            environment={} if self.safe else self._variables(),
            places=_Inside(self._inside, frozenset(PROJECT / name for name in self._laid)),
            launcher=self._launcher(seconds, {}),
            most_output=_MOST_MESSAGES,
        )

    async def run(
        self,
        words: list[str],
        *,
        seconds: float | None = None,
        environment: Mapping[str, str] | None = None,
        stdin: bytes = b"",
    ) -> Ran:
        """Run a command in the project's folder, for at most ``seconds``; it sees no input of ours.

        What it printed is kept up to the limit of output. Raises ``ToolMissingError``.
        """
        limits = self.settings.sandbox
        seconds = limits.seconds if seconds is None else seconds
        async with self.watched() as ended:
            launcher = self._launcher(max(1, int(seconds * 2)), environment or {})
            outside = None if self.safe else {**self._variables(), **(environment or {})}
            try:
                done = await run(
                    [*launcher, *words],
                    cwd=self._cwd,
                    env=outside,
                    stdin=stdin,
                    timeout=seconds,
                    low_priority=True,
                    most_output=limits.output_kb * 1024,
                )
            except ProcessTimeoutError as late:
                why = f"it did not end within {seconds:g} s"
                return Ran(-9, self.shown(late.stdout), self.shown(late.stderr), why)
        why = next(iter(ended), "")
        if done.overflowed:
            why = f"it printed more than {limits.output_kb} KiB"
        return Ran(done.returncode, self.shown(done.stdout), self.shown(done.stderr), why)

    @asynccontextmanager
    async def watched(self) -> AsyncIterator[list[str]]:
        """Look after what is run meanwhile; the list gets a reason if it had to be ended."""
        limits = self.settings.sandbox
        ended: list[str] = []
        guard = asyncio.create_task(
            watch(self._folder, ended, memory_mb=limits.memory_mb, disk_mb=limits.disk_mb)
        )
        try:
            yield ended
        finally:
            guard.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await guard

    def shown(self, text: str) -> str:
        """Return what a tool printed without the place that it saw."""
        for folder in (self._inside, PROJECT):
            text = text.replace(f"{folder}/", "").replace(str(folder), ".")
        return text

    @property
    def _inside(self) -> Path:
        return PROJECT if self.safe else self._folder / "project"

    def _launcher(self, seconds: int, more: Mapping[str, str]) -> tuple[str, ...]:
        limits = self.settings.sandbox
        bounds = Bounds(
            processes=limits.processes,
            memory=limits.memory_mb * _ADDRESSES_PER_MEMORY,
            file_size=limits.disk_mb,
            seconds=max(1, seconds),
        )
        if not self.safe:
            return (*mortal(), *(bounds.words() if shutil.which("prlimit") else ()))
        variables = {**bubblewrap.environment(), **more}
        before = bubblewrap.words(self._folder, self.toolbox, bounds, self._uid, variables)
        enter = ("sh", "-c", _ENTER, "sh", str(bubblewrap.SOURCE), str(PROJECT))
        return (*before, *enter, *sorted(self._gone), "--")

    @property
    def _cwd(self) -> Path:
        return self._folder if self.safe else self._inside

    def _variables(self) -> dict[str, str]:
        return {"CARGO_TARGET_DIR": str(self._folder / "target"), "CARGO_NET_OFFLINE": "true"}


class _Inside:
    """Which of the paths that cargo speaks of are the project's; implements ``check.Places``."""

    def __init__(self, inside: Path, files: frozenset[Path]) -> None:
        self.base = PROJECT
        self._inside = inside
        self._files = files

    def relocate(self, path: Path) -> Path:
        if path.is_relative_to(self._inside):
            return PROJECT / path.relative_to(self._inside)
        return path

    def local(self, path: Path) -> bool:
        return path in self._files

    def rendered(self, text: str) -> str:
        return text.replace(f"{self._inside}/", "").replace(f"{PROJECT}/", "")


@asynccontextmanager
async def open_sandbox(settings: Settings, *, unsafe: bool = False) -> AsyncIterator[Sandbox]:
    """Give a new, empty sandbox; its folder and its processes are gone afterwards in any case.

    Raises ``NoSandboxError`` where there is none and ``unsafe`` is not given, ``ShadowError`` and
    ``ToolMissingError``.
    """
    toolbox = await find_toolbox()
    why_not = await obstacle(settings)
    if why_not and not unsafe:
        raise NoSandboxError(
            f"there is no sandbox for code of others here ({why_not}): install bubblewrap, or "
            "start with --unsafe-no-sandbox if all who can ask are trusted"
        )
    sandbox = await asyncio.to_thread(_make, settings, toolbox, safe=not why_not)
    try:
        yield sandbox
    finally:
        await asyncio.shield(asyncio.to_thread(folders.take_away, sandbox._folder))


def _make(settings: Settings, toolbox: Toolbox, *, safe: bool) -> Sandbox:
    if not safe:
        return Sandbox(settings, toolbox, folders.make(settings.cache_path, None), -1)
    uid, gid = bubblewrap.user_ids()
    folder = folders.make(settings.cache_path, (uid, gid))
    (folder / "cargo.toml").write_text(bubblewrap.cargo_configuration(toolbox.cargo_home))
    if filter_ := seccomp.program():
        (folder / "filter").write_bytes(filter_)
    if known := _compiler_notes.get(toolbox):
        note = folder / "target" / ".rustc_info.json"
        note.write_bytes(known)
        os.chown(note, uid, gid)
    return Sandbox(settings, toolbox, folder, uid)


# what cargo asked the compiler about itself, from a run of our own; it spares each sandbox 0.1 s
_compiler_notes: dict[Toolbox, bytes] = {}


async def find_toolbox() -> Toolbox:
    """Return where the toolchain lies. Raises ``ToolMissingError``."""
    if not _toolboxes:
        _toolboxes.append(await _find_toolbox())
    return _toolboxes[0]


_toolboxes: list[Toolbox] = []


async def _find_toolbox() -> Toolbox:
    neutral = Path(tempfile.gettempdir())
    answers = []
    for question in (["--print", "sysroot"], ["--version"]):
        done = await run(["rustc", *question], cwd=neutral, timeout=_PATIENCE)
        if done.returncode:
            raise ToolMissingError(f"rustc does not run: {done.stderr.strip()[:200]}")
        answers.append(done.stdout.strip())
    home = Path.home()
    return Toolbox(
        sysroot=Path(answers[0]).resolve(),
        cargo_home=Path(os.environ.get("CARGO_HOME") or home / ".cargo").absolute(),
        rustup_home=Path(os.environ.get("RUSTUP_HOME") or home / ".rustup").absolute(),
        rustc_version=answers[1],
    )


async def obstacle(settings: Settings) -> str:
    """Return why there is no sandbox on this machine, "" where there is. It is tried out once."""
    cache = settings.cache_path
    if cache not in _obstacles:
        _obstacles[cache] = await _try_out(settings)
    return _obstacles[cache]


_obstacles: dict[Path, str] = {}


async def _try_out(settings: Settings) -> str:
    if sys.platform != "linux":
        return "bubblewrap is for Linux"
    if missing := bubblewrap.missing():
        return f"{missing} not found"
    toolbox = await find_toolbox()
    sandbox = await asyncio.to_thread(_make, settings, toolbox, safe=True)
    try:
        sandbox.lay({
            PROJECT / "Cargo.toml": b'[package]\nname = "t"\nversion = "0.1.0"\nedition = "2021"\n',
            PROJECT / "src/lib.rs": b"",
        })  # fmt: skip
        done = await sandbox.run(["sh", "-c", _PROBE])
        lines = done.stdout.split()
        if done.ended or not lines or lines[0] == "0":
            return done.stderr.strip().rpartition("\n")[2] or done.ended or "it cannot be entered"
        if lines[1:] != ["1"]:
            return "it does not keep things apart"
        if (await sandbox.run(["cargo", "check", "--offline"])).success:
            note = sandbox._folder / "target" / ".rustc_info.json"
            _compiler_notes[toolbox] = note.read_bytes()
    except (RustmendError, OSError) as error:
        return str(error)
    finally:
        await asyncio.to_thread(folders.take_away, sandbox._folder)
    return ""
