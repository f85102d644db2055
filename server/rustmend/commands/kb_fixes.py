"""``rustmend kb`` on past fixes: export, import, forget, and how they are listed and shown."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rustmend.cargo.messages import parse_line
from rustmend.commands import output
from rustmend.config import load
from rustmend.domain import Diagnostic
from rustmend.errors import NotFoundError, ToolMissingError, UsageError
from rustmend.explanation import precedent_of
from rustmend.knowledge import exchange
from rustmend.knowledge.pastfix import PastFix
from rustmend.knowledge.prove import Compiler
from rustmend.knowledge.schema import UNPROVEN
from rustmend.learning.relearn import relearn as again
from rustmend.learning.relearn import teach
from rustmend.wiring import Knowledge, knowledge
from rustmend.write import write_whole

_JOBS = 2
_LISTED = 1000
_PROOFS = {"compiled": "imported", "unproven": "imported, not proven here yet"}


async def export(*, file: Path | None, dry_run: bool, as_json: bool) -> int:
    """Write what may leave as JSON lines; with ``dry_run`` show exactly that instead."""
    if file is None and not dry_run:
        raise UsageError("name a FILE to write, or add --dry-run to see what would be written")
    lines = exchange.lines(knowledge().journal.all())
    if not dry_run and file is not None:
        write_whole(file, b"".join(lines))
    if as_json:
        record: dict[str, Any] = {"fixes": len(lines), "file": None if dry_run else str(file)}
        if dry_run:
            record["lines"] = [line.decode().rstrip("\n") for line in lines]
        output.print_json(record)
        return 0
    console = output.console()
    if dry_run:
        # these bytes, and no others, would be written
        console.file.write(b"".join(lines).decode())
        return 0
    console.print(f"{_many(len(lines))} written to {file}", markup=False, highlight=False)
    return 0


async def import_(*, file: Path, jobs: int | None, dry_run: bool, as_json: bool) -> int:
    """Add the fixes of an export; 1 where one of them was refused."""
    settings, _ = load(workspace=Path.cwd())
    journal = knowledge().journal
    found = exchange.read(file)
    names = {line.fix.id: {line.fix.id, *line.named} for line in found}
    known = journal.known(each for ids in names.values() for each in ids)
    journal.complain()
    here, forgotten = ({fix for fix, ids in names.items() if ids & some} for some in known)
    fresh = [(line.number, line.fix) for line in found if line.fix.id not in here | forgotten]
    with output.progress(quiet=as_json) as tell:
        taken, refused, note = await _proved(
            fresh,
            jobs or _JOBS,
            settings.cache_path / "kb",
            lambda done: tell(f"compiling {done} of {len(fresh)}"),
        )
    added = rewrites = 0
    if not dry_run:
        added = journal.add((each.fix, each.compiled) for each in taken)
        rewrites = sum(teach(journal, each.fix) for each in taken)
    compiled = sum(each.compiled for each in taken)
    if as_json:
        output.print_json(
            {
                "read": len(found),
                "added": added,
                "rewrites": rewrites,
                "compiled": compiled,
                "unproven": len(taken) - compiled,
                "known": len(here - forgotten),
                "forgotten": len(forgotten),
                "refused": [asdict(each) for each in refused],
                "note": note,
            }
        )
        return 1 if refused else 0
    console = output.console()
    for each in refused:
        console.print(f"{file}:{each.line}: {each.reason}", markup=False, highlight=False)
    if note:
        console.print(note, markup=False, highlight=False)
    words = "would be added" if dry_run else "added"
    console.print(f"{_many(len(taken) if dry_run else added)} {words}, {len(refused)} refused")
    if taken:
        console.print(f"  {compiled} compiled here", highlight=False)
        waiting = len(taken) - compiled
        console.print(
            f"  {waiting} need their surroundings: they count once a fix made of them verified",
            highlight=False,
        )
    if rewrites:
        console.print(f"  {rewrites} rewrites were made of them", highlight=False)
    if here - forgotten:
        console.print(f"  {len(here - forgotten)} were here already", highlight=False)
    if forgotten:
        console.print(f"  {len(forgotten)} were forgotten here and stay away", highlight=False)
    return 1 if refused else 0


async def forget(*, fix_id: str, as_json: bool) -> int:
    """Remove one past fix for good."""
    journal = knowledge().journal
    fix = journal.show(fix_id)
    journal.complain()
    if fix is None:
        raise NotFoundError(
            f"no single past fix has an id that begins with {fix_id!r};"
            " `rustmend kb list fixes` names them"
        )
    gone = journal.forget(fix.id)
    journal.complain()
    if as_json:
        output.print_json({"forgotten": fix.id, "code": fix.code, "title": fix.title})
    else:
        output.console().print(f"forgotten: {_line(fix, '')}", markup=False, highlight=False)
    return 0 if gone else 1


async def relearn(*, as_json: bool) -> int:
    """Look at every past fix anew that an older generaliser looked at."""
    journal = knowledge().journal
    before = len(journal.rewrites.all())
    done = 0
    with output.progress(quiet=as_json) as tell:
        while looked_at := await asyncio.to_thread(again, journal):
            done += looked_at
            tell(f"{_many(done)} looked at")
    journal.complain()
    count = len(journal.rewrites.all())
    if as_json:
        output.print_json({"looked_at": done, "rewrites_before": before, "rewrites": count})
        return 0
    words = f"{_many(done)} looked at anew" if done else "all is up to date"
    output.console().print(f"{words}; {count:,} rewrites, {before:,} before", highlight=False)
    return 0


def chosen(known: Knowledge, which: str | None) -> list[tuple[PastFix, str]]:
    """Return the latest past fixes of a code, or all for None and ``fixes``, with their proofs."""
    if which in ("errors", "lints", "tasks"):
        return []
    code = None if which in (None, "fixes") else which
    fixes = known.journal.list(code=code, limit=_LISTED, unproven=True)
    proofs = known.journal.proofs()
    return [(fix, proofs.get(fix.id, "own")) for fix in fixes]


def print_all(fixes: Sequence[tuple[PastFix, str]]) -> None:
    """Print a line each; on a terminal under a heading, in columns."""
    console = output.console()
    if not fixes:
        return
    if not console.is_terminal:
        for fix, proof in fixes:
            console.print(_line(fix, proof), markup=False, highlight=False)
        return
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for style in ("cyan", "dim", "", "", "dim"):
        table.add_column(style=style or None)
    for fix, proof in fixes:
        said = Text(_said(fix))
        table.add_row(
            fix.id[:12], fix.recorded[:10], fix.code or "no code", said, _PROOFS.get(proof, "")
        )
    console.print(Text("Past fixes", style="bold"))
    console.print(Padding(table, (0, 0, 1, 2)), soft_wrap=False, no_wrap=False)


def record(fix: PastFix, proof: str) -> dict[str, Any]:
    """Return a past fix for JSON, as ``kb list`` names it."""
    return {
        "id": fix.id,
        "code": fix.code,
        "title": fix.title,
        "message": fix.diagnostic.message,
        "workspace": fix.workspace,
        "origin": fix.origin,
        "toolchain": fix.toolchain,
        "recorded": fix.recorded,
        **({"proof": proof} if proof else {}),
    }


def whole_record(fix: PastFix, proof: str) -> dict[str, Any]:
    """Return a past fix for JSON, as ``kb show`` does."""
    hunks = [asdict(hunk) for hunk in fix.hunks]
    return {**record(fix, proof), "diff": precedent_of(fix).diff, "hunks": hunks}


def page(fix: PastFix, proof: str) -> str:
    """Return a past fix as a person reads it."""
    where = f" in {fix.workspace}" if fix.workspace else ", imported"
    state = ", not proven here yet" if proof == UNPROVEN else ""
    return "\n\n".join(
        [
            f"# {fix.code or 'No code'}: {fix.title or 'mended by hand'}",
            f"```text\n{fix.diagnostic.message}\n```",
            f"```diff\n{precedent_of(fix).diff.rstrip()}\n```",
            f"{fix.made.capitalize()}{where}{state}, on {fix.recorded[:10]}, {fix.toolchain}.",
            f"`rustmend kb forget {fix.id[:12]}` removes it.",
        ]
    )


def _line(fix: PastFix, proof: str) -> str:
    note = f"  ({_PROOFS[proof]})" if _PROOFS.get(proof) else ""
    return f"{fix.id[:12]}  {fix.recorded[:10]}  {fix.code or 'no code'}  {_said(fix)}{note}"


def _said(fix: PastFix) -> str:
    return (fix.title or fix.diagnostic.message).partition("\n")[0]


async def _proved(
    fresh: list[tuple[int, PastFix]], jobs: int, cache: Path, tell: Callable[[int], None]
) -> tuple[list[exchange.Imported], list[exchange.Refused], str]:
    if not fresh:
        return [], [], ""
    try:
        compiler = await Compiler.start(jobs, cache)
    except ToolMissingError as error:
        waiting = [exchange.Imported(line, fix, False) for line, fix in fresh]
        return waiting, [], f"nothing was compiled: {error}"
    taken, refused = await exchange.prove(fresh, compiler, _parse, tell)
    return taken, refused, ""


def _parse(line: bytes, base: Path) -> Diagnostic | None:
    found = parse_line(line, base=base)
    return found if isinstance(found, Diagnostic) else None


def _many(count: int) -> str:
    return f"{count} past fix" + ("" if count == 1 else "es")
