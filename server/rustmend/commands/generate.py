"""``rustmend generate``: a project from a description, which builds and whose tests pass."""

import shlex
from pathlib import Path

from rustmend.coder.deliver import generate_into
from rustmend.coder.generate import Generated
from rustmend.commands import output
from rustmend.commands.output import Record
from rustmend.config import load
from rustmend.wiring import Knowledge, model_client

# lines of what cargo said, for people
_SHOWN = 40


async def run(
    description: str,
    *,
    out: Path,
    requirements: str,
    model: bool,
    attempts: int,
    unsafe_no_sandbox: bool,
    as_json: bool,
) -> int:
    """Write the project into ``out``; 1, and nothing written, where it is not right."""
    settings, _ = load(workspace=Path.cwd())
    client = model_client(settings) if model else None
    with output.progress(quiet=as_json) as tell:
        done = await generate_into(
            out,
            description,
            requirements,
            settings=settings,
            knowledge=Knowledge.of(settings),
            model=client,
            unsafe=unsafe_no_sandbox,
            max_attempts=attempts,
            on_progress=tell,
        )
    if as_json:
        usage = client.usage if client else None
        counts = {
            "calls": usage.calls if usage else 0,
            "prompt_tokens": usage.prompt_tokens if usage else 0,
            "completion_tokens": usage.completion_tokens if usage else 0,
        }
        written = str(out) if done.success else None
        output.print_json({**record(done), "out": written, "model": counts})
    else:
        _show(done, out)
    return 0 if done.success else 1


def record(done: Generated) -> Record:
    """Return what came of it as ``generate --json`` gives it."""
    build = done.build
    return {
        "ok": done.success,
        "message": done.message,
        "template": done.template or None,
        "examples": list(done.examples),
        "files": dict(done.project.files) if done.project else {},
        "build_success": build.success if build else False,
        "build_output": build.build_output if build else "",
        "test_output": build.test_output if build else None,
        "requirements": [
            {"text": each.requirement.text, "test": each.requirement.test, "passed": each.passed}
            for each in done.requirements
        ],
        "attempts": [
            {"attempt": each.number, "success": each.success, "output": each.output}
            for each in done.attempts
        ],
    }


def _show(done: Generated, out: Path) -> None:
    console = output.console()
    lines = done.message.splitlines()
    console.print("\n".join(lines[:_SHOWN]), markup=False, highlight=False)
    if len(lines) > _SHOWN:
        console.print(f"… and {len(lines) - _SHOWN} more lines (--json has them all)", style="dim")
    if done.requirements:
        console.print()
    for each in done.requirements:
        mark = {True: "[green]✓[/]", False: "[red]✗[/]", None: "[yellow]○[/]"}[each.passed]
        console.print(mark, end=" ")
        words = "" if each.passed is not None else " (no test says so)"
        console.print(f"{each.requirement.text}{words}", markup=False, highlight=False)
    if done.success and done.project:
        console.print()
        for name in done.project.files:
            console.print(f"  {out / name}", markup=False, highlight=False)
        console.print(
            f"Now: cd {shlex.quote(str(out))} && cargo test", markup=False, highlight=False
        )
    elif not done.success:
        console.print("Nothing was written.", style="dim")
