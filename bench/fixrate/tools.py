"""The tools that are compared: each mends the crate in the folder it is given."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prepare import Subject

# seconds after which a tool is stopped and counts as having mended nothing
LIMIT = 300
# the exit statuses that say "done" or "errors remain": rustmend's, and cargo's own
EXPECTED = (0, 1, 101)
CARGO_OPTIONS = (
    "--offline", "--allow-no-vcs", "--allow-dirty", "--allow-staged", "--all-targets",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a tool did. ``answer`` is what it said of it, empty where it says nothing."""

    seconds: float
    cpu_seconds: float
    exit_status: int
    answer: dict[str, Any] = field(default_factory=dict)
    complaint: str = ""


Tool = Callable[[Subject, Path], Attempt]


def cargo_fix(subject: Subject, work: Path) -> Attempt:
    """Apply what rustc is sure of."""
    return _cargo_fix(subject, work, {})


def every_suggestion(subject: Subject, work: Path) -> Attempt:
    """Apply every suggestion of rustc's, sure or not."""
    return _cargo_fix(subject, work, {"__CARGO_FIX_YOLO": "1"})


def rustmend(subject: Subject, work: Path) -> Attempt:
    """Run rustmend as a user would who has used it never before: nothing learned, nothing kept."""
    return _rustmend(subject, work)


def cargo_clippy_fix(subject: Subject, work: Path) -> Attempt:
    """Let cargo mend what clippy is sure of."""
    command = ["cargo", "clippy", "--fix", *CARGO_OPTIONS]
    with _folder(work) as own:
        return _timed(command, subject, Path(own), {})[0]


def rustmend_clippy(subject: Subject, work: Path) -> Attempt:
    """Let rustmend mend warnings too."""
    return _rustmend(subject, work, "--clippy")


TOOLS: dict[str, Tool] = {
    "rustmend": rustmend,
    "cargo-fix": cargo_fix,
    "every-suggestion": every_suggestion,
}


def _rustmend(subject: Subject, work: Path, *options: str) -> Attempt:
    start = [sys.executable, "-m", "rustmend", "fix", str(subject.tools.root)]
    with _folder(work) as own:
        environment = {
            "RUSTMEND_CACHE_PATH": f"{own}/cache",
            "RUSTMEND_JOURNAL_PATH": f"{own}/journal.sqlite",
        }
        attempt, output = _timed(
            [*start, "--write", "--json", *options], subject, Path(own), environment
        )
    try:
        answer = json.loads(output)
    except ValueError:
        return attempt
    return Attempt(
        attempt.seconds, attempt.cpu_seconds, attempt.exit_status, answer,
        str(answer.get("error", "")) or attempt.complaint,
    )  # fmt: skip


def _cargo_fix(subject: Subject, work: Path, environment: dict[str, str]) -> Attempt:
    command = ["cargo", "fix", "--broken-code", *CARGO_OPTIONS]
    with _folder(work) as own:
        return _timed(command, subject, Path(own), environment)[0]


def _folder(work: Path) -> tempfile.TemporaryDirectory[str]:
    """Make a folder for one attempt; what a process that was stopped still holds may stay."""
    (work / "attempts").mkdir(parents=True, exist_ok=True)
    return tempfile.TemporaryDirectory(dir=work / "attempts", ignore_cleanup_errors=True)


def _timed(
    command: list[str], subject: Subject, own: Path, environment: dict[str, str]
) -> tuple[Attempt, str]:
    started = time.perf_counter()
    with (own / "stdout").open("w+") as stdout, (own / "stderr").open("w+") as stderr:
        process = subprocess.Popen(
            command,
            cwd=subject.tools.root,
            env={**subject.environment, **environment},
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=stderr,
            start_new_session=True,
        )
        status, cpu = _wait(process)
        stdout.seek(0)
        stderr.seek(0)
        complaint = stderr.read()[-2000:] if status not in EXPECTED else ""
        seconds = time.perf_counter() - started
        return Attempt(seconds, cpu, status, {}, complaint), stdout.read()


def _wait(process: subprocess.Popen[bytes]) -> tuple[int, float]:
    """Wait, and return the exit status and the CPU seconds of the process and its children."""
    deadline = time.monotonic() + LIMIT
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return process.returncode, usage.ru_utime + usage.ru_stime
        if time.monotonic() > deadline:
            os.killpg(process.pid, 9)
            deadline += 60
        time.sleep(0.01)
