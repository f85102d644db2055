"""The only place that starts a process.

Every process leads a group of its own, so that ending it ends what it started:
cargo's rustc, a build script's daemon, a test that hangs.
"""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from rustmend.errors import RustmendError, ToolMissingError

# cargo prints one JSON message a line, and a message with a large macro expansion has no limit
LINE_LIMIT = 64 * 2**20
INSTALL = ": install Rust from https://rustup.rs, or put {} on the PATH"
KEPT_OUTPUT = 8 * 2**20
# the group is left in its session, so that low priority counts against the editor's own processes
if sys.platform == "win32":
    _OWN_GROUP: dict[str, Any] = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    _LOW_PRIORITY = psutil.BELOW_NORMAL_PRIORITY_CLASS
else:
    _OWN_GROUP: dict[str, Any] = {"process_group": 0}
    _LOW_PRIORITY = 10


class ProcessTimeoutError(RustmendError):
    """A process did not end in time and was ended, with all that it started.

    ``stdout`` and ``stderr`` are what it had printed.
    """

    stdout = ""
    stderr = ""


@dataclass(frozen=True, slots=True)
class Finished:
    """How a process ended: exit status (negative: the signal) and the end of what it printed.

    ``overflowed`` says that it was ended because it printed more than was allowed.
    """

    returncode: int
    stdout: str
    stderr: str
    overflowed: bool = False


async def run(
    args: Sequence[str | Path],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    stdin: bytes | None = None,
    on_line: Callable[[bytes], None] | None = None,
    timeout: float | None = None,
    low_priority: bool = False,
    most_output: int | None = None,
) -> Finished:
    """Run a program to its end and return how it ended.

    ``env`` is added to this process's environment, ``stdin`` is fed to it. With ``on_line`` each
    line of standard output goes there as it comes and none is kept; otherwise the last 8 MiB are.
    A program that prints more than ``most_output`` bytes to one of its streams is ended, and the
    first of them are kept. When cancelled, or after ``timeout`` seconds, the whole process group is
    killed before this returns. Raises ``ToolMissingError`` and ``ProcessTimeoutError``.
    """
    name = Path(args[0]).name
    try:
        process = await asyncio.create_subprocess_exec(
            *(os.fspath(arg) for arg in args),
            cwd=cwd,
            env={**os.environ, **env} if env is not None else None,
            stdin=subprocess.DEVNULL if stdin is None else subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            limit=LINE_LIMIT,
            **_OWN_GROUP,
        )
    except OSError as error:
        hint = INSTALL.format(name) if name in ("cargo", "rustc") else ""
        raise ToolMissingError(f"cannot run {name}: {error.strerror or error}{hint}") from error
    if low_priority:
        _lower(process.pid)
    assert process.stdout is not None and process.stderr is not None  # noqa: S101  # both are pipes
    stdout, stderr = _Kept(most_output), _Kept(most_output)
    overflowed = False
    try:
        async with asyncio.timeout(timeout):
            try:
                await asyncio.gather(
                    _lines(process.stdout, on_line, most_output)
                    if on_line
                    else stdout.all_of(process.stdout),
                    stderr.all_of(process.stderr),
                    _feed(process.stdin, stdin or b""),
                )
            except _OverflowError:
                overflowed = True
                await asyncio.shield(_end(process))
            returncode = await process.wait()
    except TimeoutError as error:
        late = ProcessTimeoutError(f"{name} did not end within {timeout:g} s")
        late.stdout, late.stderr = stdout.text, stderr.text
        raise late from error
    finally:
        await asyncio.shield(_end(process))
    return Finished(returncode, stdout.text, stderr.text, overflowed)


def alive(pid: int) -> bool:
    """Whether a process with this id exists and is not a zombie."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def kill_descendants() -> None:
    """Kill every process that came from this one and still runs: the last resort at the end."""
    for child in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            child.kill()


def on_battery() -> bool:
    """Whether this machine runs on its battery now."""
    try:
        battery = psutil.sensors_battery()
    except (
        AttributeError,
        OSError,
        RuntimeError,
    ):  # not on this system, or not readable in a container
        return False
    return battery is not None and not battery.power_plugged


def foreign_cargo(folders: Sequence[Path]) -> bool:
    """Whether a cargo that is not of our making checks now with its working folder in ``folders``.

    Only ``check`` and ``clippy`` count: a test that runs for minutes is nothing to wait for. It is
    how rust-analyzer's check is seen: looking takes no lock and touches no file.
    """
    ours = {process.pid for process in psutil.Process().children(recursive=True)}
    for process in psutil.process_iter(["pid", "name"]):
        name = process.info["name"] or ""
        if process.info["pid"] in ours or name.removesuffix(".exe") not in (
            "cargo",
            "cargo-clippy",
        ):
            continue
        with contextlib.suppress(psutil.Error, OSError):
            if _subcommand(process.cmdline()) not in ("check", "c", "clippy"):
                continue
            cwd = Path(process.cwd())
            if any(cwd == folder or folder in cwd.parents for folder in folders):
                return True
    return False


def _subcommand(arguments: Sequence[str]) -> str:
    """Return what a cargo was told to do, ``""`` where that is nothing."""
    rest = iter(arguments[1:])
    for argument in rest:
        if argument in ("--color", "--config", "-C", "-Z"):
            next(rest, None)
        elif not argument.startswith(("-", "+")):
            return argument
    return ""


def _lower(pid: int) -> None:
    """Leave the processor to others; what the process starts inherits it."""
    with contextlib.suppress(psutil.Error, OSError):
        psutil.Process(pid).nice(_LOW_PRIORITY)


class _OverflowError(Exception):
    """More was printed than is allowed."""


async def _lines(
    stream: asyncio.StreamReader, on_line: Callable[[bytes], None], most: int | None
) -> None:
    size = 0
    while True:
        try:
            line = await stream.readline()
        except (
            ValueError
        ):  # longer than LINE_LIMIT: asyncio dropped it, and no message of cargo's is
            continue
        if not line:
            return
        on_line(line)
        size += len(line)
        if most is not None and size > most:
            raise _OverflowError


class _Kept:
    """What a stream said: the first ``most`` bytes, or the end of it where there is no bound."""

    def __init__(self, most: int | None) -> None:
        self._most = most
        self._kept = bytearray()

    @property
    def text(self) -> str:
        return self._kept.decode(errors="replace")

    async def all_of(self, stream: asyncio.StreamReader) -> None:
        while chunk := await stream.read(2**16):
            self._kept += chunk
            if self._most is None:
                del self._kept[:-KEPT_OUTPUT]
            elif len(self._kept) > self._most:
                del self._kept[self._most :]
                raise _OverflowError


async def _feed(stream: asyncio.StreamWriter | None, text: bytes) -> None:
    if stream is None:
        return
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        stream.write(text)
        await stream.drain()
    stream.close()


async def _end(process: asyncio.subprocess.Process) -> None:
    """Kill what is left of the group; a leader that ended may have left others behind."""
    if sys.platform == "win32":
        with contextlib.suppress(psutil.Error):
            for child in psutil.Process(process.pid).children(recursive=True):
                child.kill()
        if process.returncode is None:
            process.kill()
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    await process.wait()
