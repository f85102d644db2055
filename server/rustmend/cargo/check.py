"""One run of cargo in a prepared place, and what can be concluded from it."""

import re
import shutil
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from rustmend.cargo.messages import BuildFinished, CompilerCrash, Unit, parse_line
from rustmend.cargo.metadata import ENVIRONMENT
from rustmend.cargo.words import error_line
from rustmend.domain import Diagnostic
from rustmend.errors import ShadowError, ToolMissingError
from rustmend.process import ProcessTimeoutError, run


@dataclass(frozen=True, slots=True)
class Report:
    """One run of cargo over a snapshot.

    ``diagnostics`` come in cargo's order, the same one from two targets of a package once.
    ``units`` are the targets that were compiled, or fresh, to their end: "package kind target",
    with " test" after it for a test harness. ``failure`` says in one line why there is no usable
    answer, and is empty where there is one. ``obstacles`` are lines about what kept a part from
    being compiled although it was no error in the code, such as a build script that failed:
    with other errors in ``diagnostics`` the answer is still usable, for the rest. ``passed`` and
    ``failed`` name the tests that ran, if they were run; one that failed anywhere failed.
    ``programs`` are the files that can be run, by the unit that they were made of.
    ``output`` is the end of what they printed.
    """

    diagnostics: tuple[Diagnostic, ...]
    success: bool
    units: frozenset[str]
    failure: str = ""
    stderr: str = ""
    obstacles: tuple[str, ...] = ()
    passed: frozenset[str] = frozenset()
    failed: frozenset[str] = frozenset()
    programs: Mapping[str, str] = field(default_factory=dict)
    output: str = ""

    @property
    def died(self) -> bool:
        """Whether the tests did not succeed and none says that it failed: nobody got that far."""
        return not self.success and not self.failed

    def remembering(self, before: "Report | None") -> "Report":
        """Return this run of the tests with what passed before it and does not fail in it.

        A package that does not compile runs none, which is no reason to forget that they passed.
        """
        known = before.passed if before else frozenset()
        return replace(self, passed=self.passed | (known - self.failed))


class Places(Protocol):
    """How the paths of the place that cargo runs in become the user's."""

    base: Path

    def relocate(self, path: Path) -> Path:
        """Return the user's path for one that was compiled."""

    def local(self, path: Path) -> bool:
        """Whether the user's path is source of this workspace."""

    def rendered(self, text: str) -> str:
        """Return the compiler's text with the user's paths in it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where and how cargo is started. ``launcher`` are the words before ``cargo``.

    A cargo that prints more than ``most_output`` bytes is ended.
    """

    cwd: Path
    environment: Mapping[str, str]
    places: Places
    launcher: tuple[str, ...] = ()
    manifest: Path | None = None
    most_output: int | None = None

    def with_environment(self, more: Mapping[str, str]) -> "Place":
        """Return this place with ``more`` variables, which cannot put its own aside."""
        return replace(self, environment={**more, **self.environment})


def mortal() -> tuple[str, ...]:
    """Return the words before a command that let it die with this process, however it dies."""
    return ("setpriv", "--pdeathsig", "KILL") if shutil.which("setpriv") else ()


class Downloads:
    """Remembers that a download failed, so that not every check waits for a missing network."""

    PATIENCE = 60.0  # seconds

    def __init__(self) -> None:
        self._failed = float("-inf")

    def worth_trying(self) -> bool:
        """Whether the last failure is long enough ago."""
        return time.monotonic() - self._failed > self.PATIENCE

    def failed(self) -> None:
        """Remember a failure now."""
        self._failed = time.monotonic()


async def check(
    place: Place,
    arguments: list[str],
    downloads: Downloads,
    *,
    on_diagnostic: Callable[[Diagnostic], None] | None = None,
    timeout: float | None = None,
    low_priority: bool = True,
) -> Report:
    """Run ``cargo`` with ``arguments`` and report.

    It runs offline, since downloads would hold the lock that all cargos share. Only where that
    fails for want of a dependency it runs once more with the network. Whatever cargo makes of it
    is in the report; ``ShadowError`` is raised where the place itself could not be entered.
    """
    watch = _Watch(place.places, on_diagnostic)
    report = await _run(place, arguments, watch, ("--offline",), timeout, low_priority)
    if not (watch.finished is None and _wants_network(report.stderr) and downloads.worth_trying()):
        return report
    watch = _Watch(place.places, on_diagnostic)
    report = await _run(place, arguments, watch, (), timeout, low_priority)
    if watch.finished is None:
        downloads.failed()
        if report.failure:
            return replace(
                report,
                failure=f"a dependency cannot be had: {report.failure}; "
                "run `cargo fetch` in the workspace once the network is there",
            )
    return report


def _wants_network(stderr: str) -> bool:
    # of a wrong argument cargo says how it was called
    others = ("--locked", "--frozen", "\nUsage: ")
    return "--offline" in stderr and not any(words in stderr for words in others)


@dataclass(slots=True)
class _Watch:
    """What has been read from cargo so far."""

    places: Places
    on_diagnostic: Callable[[Diagnostic], None] | None
    diagnostics: dict[object, Diagnostic] = field(default_factory=dict)
    units: set[str] = field(default_factory=set)
    programs: dict[str, str] = field(default_factory=dict)
    crashes: list[str] = field(default_factory=list)
    tests: dict[str, set[str]] = field(default_factory=lambda: {"ok": set(), "FAILED": set()})
    printed: deque[str] = field(default_factory=deque)
    finished: bool | None = None

    def line(self, line: bytes) -> None:
        places = self.places
        match parse_line(
            line,
            base=places.base,
            relocate=places.relocate,
            local=places.local,
            rendered=places.rendered,
        ):
            case Diagnostic() as diagnostic:
                # the library and its test harness report alike what they share
                key = (diagnostic.key, diagnostic.message)
                if key not in self.diagnostics:
                    self.diagnostics[key] = diagnostic
                    if self.on_diagnostic:
                        self.on_diagnostic(diagnostic)
            case Unit(name=name, program=program):
                self.units.add(name)
                if program:
                    self.programs[name] = program
            case BuildFinished(success=success):
                self.finished = success
            case CompilerCrash(message=message):
                self.crashes.append(f"rustc crashed: {message}")
            case None if not line.startswith(b'{"reason"'):
                if ran := _TEST.match(line):
                    self.tests[ran[2].decode()].add(ran[1].decode(errors="replace"))
                self.printed.append(line[:_PRINTED_LINE].decode(errors="replace").rstrip())
                if len(self.printed) > _PRINTED_LINES:
                    self.printed.popleft()

    def report(self, stderr: str, returncode: int) -> Report:
        diagnostics = tuple(self.diagnostics.values())
        crashes = (*self.crashes, *_crashes(stderr))
        obstacles = _failed_build_scripts(stderr)
        failure = ""
        if self.finished is None:
            failure = error_line(stderr) or f"cargo ended with status {returncode} and no word"
        elif crashes:
            failure = crashes[0]
        elif full := next((d for d in diagnostics if _DISK_FULL in d.message), None):
            failure = f"the disk is full: {full.message}"
        elif not self.finished and not any(d.is_error for d in diagnostics):
            failure = next(iter(obstacles), "") or error_line(stderr) or "cargo failed, unexplained"
        return Report(
            diagnostics,
            success=self.finished is True and returncode == 0,
            units=frozenset(self.units),
            failure=failure,
            stderr=stderr,
            obstacles=obstacles,
            passed=frozenset(self.tests["ok"] - self.tests["FAILED"]),
            failed=frozenset(self.tests["FAILED"]),
            programs=self.programs,
            output=self.places.rendered("\n".join(self.printed)),
        )


async def _run(
    place: Place,
    arguments: list[str],
    watch: _Watch,
    flags: tuple[str, ...],
    timeout: float | None,
    low_priority: bool,
) -> Report:
    command, *rest = arguments
    manifest = ("--manifest-path", str(place.manifest)) if place.manifest else ()
    try:
        finished = await run(
            [*place.launcher, "cargo", command, *flags, *manifest, *rest],
            cwd=place.cwd,
            env={**ENVIRONMENT, "GIT_OPTIONAL_LOCKS": "0", **place.environment},
            on_line=watch.line,
            timeout=timeout,
            low_priority=low_priority,
            most_output=place.most_output,
        )
    except ProcessTimeoutError:
        failure = f"cargo {command} did not end within {timeout:g} s and was stopped"
        return replace(watch.report("", 0), failure=failure, success=False)
    except ToolMissingError as error:
        return replace(watch.report("", 0), failure=str(error), success=False)
    stderr = place.places.rendered(finished.stderr)
    if finished.overflowed:
        failure = f"cargo {command} printed more than {place.most_output} bytes and was stopped"
        return replace(watch.report(stderr, -9), failure=failure, success=False)
    if watch.finished is None and (words := _LAUNCHER.search(stderr)):
        raise ShadowError(f"the private copy cannot be entered: {words[0]}")
    return watch.report(stderr, finished.returncode)


# what is kept of what tests print: the last lines, and of a line so many bytes
_PRINTED_LINES, _PRINTED_LINE = 600, 400
_DISK_FULL = "(os error 28)"
# a line of the standard test harness
_TEST = re.compile(rb"^test (.+?)(?: - should panic)? \.\.\. (ok|FAILED)\b")
_LAUNCHER = re.compile(r"^(?:unshare|mount|setpriv|bwrap|prlimit|sh): .*", re.M)
_NOT_COMPILED = re.compile(r"^error: could not compile (`[^`]+`.*)$", re.M)
_STATUS = re.compile(r"process didn't exit successfully: `.*` \(((?:signal|exit).*)\)$", re.M)
_DECLARED_ERROR = re.compile(r"^ *cargo::error=(.+)$", re.M)
_BUILD_SCRIPT = re.compile(r"^error: failed to run custom build command for (`[^`]+`)", re.M)


def _crashes(stderr: str) -> list[str]:
    """Return a line for each target whose compiler ended without a count of errors."""
    found = []
    for match in _NOT_COMPILED.finditer(stderr):
        if " due to " in match[1]:
            continue
        after = stderr[match.end() :].partition("\nerror: ")[0]
        status = _STATUS.search(after)
        how = status[1] if status else "no errors reported"
        found.append(f"rustc crashed while compiling {match[1]}: {how}")
    return found


def _failed_build_scripts(stderr: str) -> tuple[str, ...]:
    found = []
    for match in _BUILD_SCRIPT.finditer(stderr):
        after = stderr[match.end() :].partition("\nerror: ")[0]
        said = after.rpartition("--- stderr\n")[2] or after
        why = "; ".join(_DECLARED_ERROR.findall(after)) or _last_words(said)
        found.append(f"the build script of {match[1]} failed: {why}")
    return tuple(found)


def _last_words(stderr: str) -> str:
    """Return the message of a panic, or else the last line."""
    lines = [line.strip() for line in stderr.splitlines() if line.strip()]
    lines = [line for line in lines if not line.startswith("warning: build failed")]
    for number, line in reversed(list(enumerate(lines))):
        if "panicked at '" in line:  # until Rust 1.72
            return line.partition("panicked at '")[2].rpartition("'")[0]
        if "panicked at " in line and number + 1 < len(lines):
            return lines[number + 1]
    return lines[-1] if lines else "no word"
