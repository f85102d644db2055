"""``rustmend explain``: why the compiler says no, for a code or at a place."""

import re
from pathlib import Path

from rustmend.commands import output
from rustmend.commands.thinking import required_client
from rustmend.domain import Diagnostic, Snapshot
from rustmend.domain.text import line_column
from rustmend.errors import CheckFailedError, UsageError
from rustmend.explanation import explain_code, explain_diagnostic
from rustmend.propose import Context
from rustmend.sources import Sources
from rustmend.telling import told
from rustmend.wiring import assemble, knowledge, precedents

_CODE = re.compile(r"[Ee]\d{4}|[a-z]+::[a-z_]+|[a-z]+(?:_[a-z]+)+")
_PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d+)(?::(?P<column>\d+))?")


async def run(what: str, *, edition: str, model: bool = False) -> int:
    """Print the explanation of ``what``, a code or ``file:line[:column]``; 1 if there is none.

    ``model`` has the model explain the diagnostic at a place too, in this code.
    """
    place = _PLACE.fullmatch(what)
    if place is None and not _CODE.fullmatch(what):
        raise UsageError(
            f"{what!r} is neither a code such as E0382 nor a place such as src/main.rs:12:5"
        )
    if place and not all(int(place[part] or 1) for part in ("line", "column")):
        raise UsageError(f"{what}: lines and columns count from 1")
    if model and place is None:
        raise UsageError(
            "--model explains an error in its code: give its place, such as src/main.rs:12:5"
        )
    with output.progress() as tell:
        tell("looking up")
        if place is None:
            code = what.upper() if what[:1] in "eE" and what[1:].isdigit() else what
            text = await explain_code(code, knowledge({}))
        else:
            column = int(place["column"]) if place["column"] else None
            text = await _at(Path(place["file"]), int(place["line"]), column, edition, model)
    console = output.console()
    if text is None:
        nothing = f"no diagnostic at {what}" if place else f"nothing is known about {what}"
        console.print(nothing, markup=False, highlight=False)
        return 1
    output.print_markdown(console, text)
    return 0


async def _at(file: Path, line: int, column: int | None, edition: str, model: bool) -> str | None:
    if not file.is_file():
        raise UsageError(f"{file} is not a file")
    async with assemble(file, {}, edition=edition) as parts:
        report = await parts.engine.check(Snapshot())
        if report.failure:
            raise CheckFailedError(report.failure)
        found = _nearest(report.diagnostics, file.resolve(), line, column)
        if found is None:
            return None
        text = await explain_diagnostic(found, parts.knowledge)
        if model:
            context = Context(parts.workspace, Sources(Snapshot()), report.diagnostics)
            client = required_client(parts.settings)
            known = precedents(parts.knowledge, parts.workspace)
            text += f"\n\n---\n\n{await told(found, context, client, known)}"
        return text


def _nearest(
    diagnostics: tuple[Diagnostic, ...], file: Path, line: int, column: int | None
) -> Diagnostic | None:
    """Return the diagnostic with a span on the line, errors and the nearest column first."""
    text = Sources(Snapshot()).read(file) or b""
    found = []
    for diagnostic in diagnostics:
        for label in diagnostic.labels:
            if label.span.file.resolve() != file:
                continue
            first, at = line_column(text, label.span.start)
            last, _ = line_column(text, label.span.end)
            if first <= line <= last:
                away = abs(at - column) if column else 0
                found.append((not diagnostic.is_error, not label.primary, away, diagnostic))
    return min(found, key=lambda each: each[:3])[3] if found else None
