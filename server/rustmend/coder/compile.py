"""Build a project in a sandbox, run its program, run its tests."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from rustmend.cargo.check import Downloads, Report, check
from rustmend.coder import dependencies
from rustmend.coder.project import Project
from rustmend.coder.sandbox import Ran, Sandbox
from rustmend.domain import Diagnostic
from rustmend.settings import SandboxSettings

_OFFLINE_HINT = (
    "\nPackages that this machine does not have are not fetched here "
    "(the setting sandbox.dependencies is offline).\n"
)


@dataclass(frozen=True, slots=True)
class Build:
    """What came of a project.

    ``success`` says that it was built. ``build_output`` is what rustc and cargo print for people;
    ``run_output`` what its program printed, None where none was run, ``run_status`` the status that
    it ended with, None where it was ended, and ``run_success`` whether that is 0; ``test_output``
    and ``test_success`` likewise of ``cargo test``.
    Files in diagnostics lie below ``Sandbox.root``.
    """

    success: bool
    build_output: str
    diagnostics: tuple[Diagnostic, ...] = ()
    run_output: str | None = None
    run_status: int | None = None
    test_output: str | None = None
    test_success: bool | None = None

    @property
    def run_success(self) -> bool | None:
        """Whether its program came to a good end, None where none was run."""
        return None if self.run_output is None else self.run_status == 0

    @property
    def errors(self) -> list[Diagnostic]:
        """The errors that keep it from being built."""
        return [each for each in self.diagnostics if each.is_error]


class NoDownloads(Downloads):
    """There is no network inside."""

    def worth_trying(self) -> bool:
        """Never."""
        return False


def texts_of(project: Project) -> dict[Path, bytes]:
    """Return the project's files as a sandbox lays them."""
    return {Sandbox.root / path: text.encode() for path, text in project.files.items()}


async def compile_project(
    project: Project,
    sandbox: Sandbox,
    *,
    run: bool = True,
    test: bool = False,
    on_progress: Callable[[str], None] | None = None,
) -> Build:
    """Build ``project`` and, where that goes well, run its program and its tests.

    A missing ``Cargo.toml`` is made. Raises ``UsageError`` for a project that is not taken, and
    what ``dependencies.prepare`` and ``check`` raise.
    """
    tell = on_progress or (lambda _: None)
    project = project.with_manifest()
    await dependencies.prepare(project, sandbox.settings.sandbox)
    tell("building")
    report = await cargo(project, sandbox, ["build", "--message-format=json"])
    if not report.success:
        return Build(False, _output(report, sandbox), report.diagnostics)
    ran = tested = None
    if run and (program := _program(project, report.programs)):
        tell("running")
        ran = await sandbox.run([program], seconds=sandbox.settings.sandbox.run_seconds)
    if test:
        tell("testing")
        tested = await sandbox.run(["cargo", "test", "--offline", "--workspace", "--no-fail-fast"])
    return Build(
        True,
        _output(report, sandbox),
        report.diagnostics,
        run_output=_said(ran) if ran else None,
        run_status=ran.returncode if ran and not ran.ended else None,
        test_output=_said(tested) if tested else None,
        test_success=tested.success if tested else None,
    )


async def cargo(
    project: Project | Mapping[Path, bytes],
    sandbox: Sandbox,
    arguments: list[str],
    *,
    timeout: float | None = None,
    on_diagnostic: Callable[[Diagnostic], None] | None = None,
) -> Report:
    """Run cargo over the project in its sandbox and report; see ``cargo.check.check``."""
    sandbox.lay(texts_of(project) if isinstance(project, Project) else project)
    seconds = sandbox.settings.sandbox.seconds
    async with sandbox.watched() as ended:
        report = await check(
            sandbox.place,
            arguments,
            NoDownloads(),
            timeout=min(timeout or seconds, seconds),
            on_diagnostic=on_diagnostic,
        )
    if ended:
        return replace(report, success=False, failure=f"the build was ended: {ended[0]}")
    return report


def shortened(text: str, settings: SandboxSettings) -> str:
    """Return ``text`` without what goes beyond the limit of output."""
    most = settings.output_kb * 1024
    return text if len(text) <= most else f"{text[:most]}\n… ({len(text) - most} more)\n"


def _output(report: Report, sandbox: Sandbox) -> str:
    """Return what rustc and cargo would have printed."""
    rendered = "".join(f"{each.rendered.rstrip()}\n\n" for each in report.diagnostics)
    said = rendered + report.stderr
    if report.failure and report.failure not in said:
        said += f"{'' if said.endswith(chr(10)) or not said else chr(10)}{report.failure}\n"
    if not report.success and "--offline" in report.stderr:
        said += _OFFLINE_HINT
    return shortened(said, sandbox.settings.sandbox)


def _program(project: Project, programs: Mapping[str, str]) -> str | None:
    """Return the program to run, as ``cargo run`` would choose, or the first of several."""
    made = {unit.rpartition(" ")[2]: file for unit, file in programs.items() if " bin " in unit}
    try:
        package = tomllib.loads(project.files["Cargo.toml"]).get("package", {})
    except (ValueError, RecursionError):
        package = {}
    for key in ("default-run", "name"):
        name = package.get(key) if isinstance(package, dict) else None
        if isinstance(name, str) and name in made:
            return made[name]
    return next(iter(made.values()), None)


def _said(ran: Ran) -> str:
    """Return what a program printed, and why it was ended if it was."""
    said = ran.stdout
    for more in (ran.stderr, f"(ended: {ran.ended})\n" if ran.ended else ""):
        if more:
            said += ("" if not said or said.endswith("\n") else "\n") + more
    return said
