"""What the command line prints: the contract's JSON shapes, and the same for people."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from rich.console import Console
from rich.markdown import Markdown
from rich.markup import escape
from rich.syntax import Syntax

from rustmend.cargo.check import Report
from rustmend.domain import Diagnostic, Fix
from rustmend.model.message import Usage
from rustmend.search import Repair
from rustmend.search_node import diff_of
from rustmend.sources import Sources

Record = dict[str, Any]
_WIDEST = 110  # columns in which prose is still easy to read


class Names:
    """Gives files the names they have in output: relative to ``folder``, with slashes.

    ``root`` is the workspace's.
    """

    def __init__(self, folder: Path, root: Path) -> None:
        self._folder = folder
        self._root = root

    @classmethod
    def of(cls, path: Path, root: Path) -> "Names":
        """Return the names relative to the folder of ``path``, a folder or a file in it.

        A link keeps its name, as it does where the workspace is loaded.
        """
        path = path.resolve() if ".." in path.parts else path.absolute()
        return cls(path if path.is_dir() else path.parent, root)

    def within(self, files: Iterable[Path]) -> "Names":
        """Return names without ``..``, which no tool takes in a patch.

        Where one of ``files`` lies outside the folder they are relative to the workspace's root, or
        to what all have in common.
        """
        wanted = [*files]
        for folder in (self._folder, self._root):
            if all(file.is_relative_to(folder) for file in wanted):
                return Names(folder, self._root)
        try:
            return Names(Path(os.path.commonpath([self._root, *wanted])), self._root)
        except ValueError:  # on several drives
            return self

    def __call__(self, file: Path) -> str:
        """Return the name of an absolute path."""
        try:
            return Path(os.path.relpath(file, self._folder)).as_posix()
        except ValueError:  # another drive
            return file.as_posix()


def place(diagnostic: Diagnostic, sources: Sources, names: Names) -> Record:
    """Return file, 1-based line and 1-based column in characters; nulls where it has no place."""
    found = sources.place(diagnostic)
    if found is None:
        return {"file": None, "line": None, "column": None}
    file, line, column = found
    return {"file": names(file), "line": line, "column": column}


def diff_text(fix: Fix, sources: Sources, names: Names) -> str:
    """Return a fix as a unified diff over the texts of ``sources``."""
    return diff_of(fix, sources, names.within(edit.span.file for edit in fix.candidate.edits))


def fix_record(fix: Fix, sources: Sources, names: Names) -> Record:
    """Return one element of the JSON's ``fixes``; ``sources`` reads the texts before the fix."""
    candidate, verdict = fix.candidate, fix.verdict
    return {
        "code": candidate.diagnostic.code,
        "message": candidate.diagnostic.message,
        **place(candidate.diagnostic, sources, names),
        "title": candidate.title,
        "origin": candidate.origin.value,
        "level": verdict.level.value,
        "errors_revealed": len(verdict.revealed),
        "cautions": [caution.words for caution in candidate.cautions],
        "diff": diff_text(fix, sources, names),
    }


def diagnostic_record(diagnostic: Diagnostic, sources: Sources, names: Names) -> Record:
    """Return a diagnostic as ``check --json`` lists it, without its fixes."""
    return {
        "code": diagnostic.code,
        "level": diagnostic.level.value,
        "message": diagnostic.message,
        **place(diagnostic, sources, names),
    }


def repair_record(repair: Repair, elapsed: float, names: Names, usage: Usage) -> Record:
    """Return the whole JSON document of ``fix``."""
    before, after = (
        sum(each.is_error for each in report.diagnostics)
        for report in (repair.before, repair.after)
    )
    left = Sources(repair.snapshot)
    return {
        "ok": after == 0,
        "errors_before": before,
        "errors_after": after,
        "rounds": repair.rounds,
        "checks": repair.checks,
        "elapsed_s": round(elapsed, 2),
        "fixes": [fix_record(applied.fix, applied.sources, names) for applied in repair.fixes],
        "remaining": [
            {"code": each.code, "message": each.message, **place(each, left, names)}
            for each in repair.remaining
        ],
        "model": usage_record(usage),
        **({"tests": _tests(repair.tests)} if repair.tests else {}),
    }


def usage_record(usage: Usage) -> Record:
    """Return what was asked of a model; its cost only where the server says one."""
    return {
        "calls": usage.calls,
        "prompt_tokens": usage.prompt_tokens,
        "completion_tokens": usage.completion_tokens,
        **({} if usage.cost is None else {"cost": round(usage.cost, 6)}),
    }


def print_usage(console: Console, name: str, usage: Usage) -> None:
    """Print what a model was asked, and what it took."""
    cost = "" if usage.cost is None else f", cost {usage.cost:.4f}"
    console.print(
        f"{name}: {_many(usage.calls, 'question')}, {usage.prompt_tokens} tokens asked, "
        f"{usage.completion_tokens} answered{cost}",
        markup=False,
        highlight=False,
    )


def _tests(tests: Report) -> Record:
    return {
        "passed": len(tests.passed),
        "failed": sorted(tests.failed),
        "not_run": "" if tests.success or tests.passed or tests.failed else _why_not(tests),
    }


def _why_not(tests: Report) -> str:
    errors = sum(each.is_error for each in tests.diagnostics)
    return tests.failure or f"the tests do not compile: {_many(errors, 'error')}"


def console() -> Console:
    """Return where a command prints for people."""
    return Console(soft_wrap=True)


@contextmanager
def progress(*, quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """Give a function that says what is going on: on standard error, and only on a terminal."""
    screen = Console(stderr=True)
    if quiet or not screen.is_terminal:
        yield lambda _: None
        return
    with screen.status("starting") as status:
        yield lambda words: status.update(escape(words))


def print_json(document: object) -> None:
    """Write the one JSON document that ``--json`` promises to standard output."""
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n")
    sys.stdout.buffer.flush()


def print_diagnostic(console: Console, diagnostic: Diagnostic, where: Record) -> None:
    """Print the line that a person looks for: what, and where."""
    code = f"\\[{diagnostic.code}]" if diagnostic.code else ""
    colour = "red" if diagnostic.is_error else "yellow"
    console.print(f"[bold {colour}]{diagnostic.level.value}{code}[/]: ", end="", highlight=False)
    console.print(diagnostic.message, markup=False, highlight=False)
    if where["file"] is not None:
        console.print(
            f"  --> {where['file']}:{where['line']}:{where['column']}",
            markup=False,
            highlight=False,
        )


def print_fix(console: Console, title: str, diff: str) -> None:
    """Print a fix: what it does, and its diff."""
    console.print("[bold green]fix:[/] ", end="")
    console.print(title, markup=False, highlight=False)
    print_diff(console, diff)


def print_markdown(console: Console, text: str) -> None:
    """Print a text with its headings and code, wrapped at words; as it is where nobody looks."""
    if console.is_terminal:
        width = min(console.width, _WIDEST)
        console.print(Markdown(text, code_theme="ansi_light"), soft_wrap=False, width=width)
    else:
        console.file.write(text.rstrip("\n") + "\n")


def print_diff(console: Console, diff: str) -> None:
    """Print a diff, coloured on a terminal and as it is anywhere else."""
    if console.is_terminal:
        console.print(Syntax(diff.rstrip("\n"), "diff", theme="ansi_light", word_wrap=True))
    else:
        console.file.write(diff)


def print_repair(console: Console, repair: Repair, names: Names, *, written: bool) -> None:
    """Print what ``fix`` did, and what is left."""
    for applied in repair.fixes:
        diagnostic = applied.fix.candidate.diagnostic
        print_diagnostic(console, diagnostic, place(diagnostic, applied.sources, names))
        print_fix(console, applied.fix.title, diff_text(applied.fix, applied.sources, names))
    left = Sources(repair.snapshot)
    for diagnostic in repair.remaining:
        print_diagnostic(console, diagnostic, place(diagnostic, left, names))
        console.print("  no verified fix", style="dim")
    if repair.texts and not written:
        console.print("Nothing was written: add --write to keep this.", style="dim")
    if repair.tests:
        ran = _tests(repair.tests)
        if ran["not_run"]:
            console.print(f"tests: not run, {ran['not_run']}", markup=False, highlight=False)
        else:
            console.print(f"tests: {ran['passed']} passed, {len(ran['failed'])} failed")
        for name in ran["failed"]:
            console.print(f"  {name}", markup=False, highlight=False)
    count = len(repair.remaining)
    console.print(f"{_many(len(repair.fixes), 'fix', 'fixes')}, {_many(count, 'error')} left")


def print_summary(console: Console, diagnostics: Sequence[Diagnostic], fixes: int) -> None:
    """Print the last line of ``check``."""
    errors = sum(each.is_error for each in diagnostics)
    found = f"{_many(errors, 'error')}, {_many(len(diagnostics) - errors, 'warning')}"
    mended = f", {fixes or 'none'} with a verified fix" if diagnostics else ""
    console.print(found + mended)


def _many(count: int, one: str, several: str = "") -> str:
    return f"{count} {one if count == 1 else several or f'{one}s'}"
