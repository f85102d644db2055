"""``rustmend check``: the diagnostics, each with its best verified fix; touches nothing."""

from pathlib import Path

from rustmend.commands import output
from rustmend.domain import Diagnostic, Fix, Snapshot
from rustmend.errors import CheckFailedError
from rustmend.sources import Sources
from rustmend.wiring import assemble


async def run(path: Path, *, as_json: bool, edition: str, clippy: bool) -> int:
    """Check ``path`` and print what was found; 0 without errors, 1 with."""
    snapshot = Snapshot()
    fixes: dict[Diagnostic, Fix] = {}
    with output.progress(quiet=as_json) as tell:
        flags = {"check.command": "clippy"} if clippy else {}
        async with assemble(path, flags, edition=edition) as parts:
            tell("checking")
            report = await parts.engine.check(snapshot)
            if report.failure:
                raise CheckFailedError(report.failure)
            order = sorted(report.diagnostics, key=lambda each: not each.is_error)
            async for fix in parts.engine.offers(snapshot, report, order, per_diagnostic=1):
                tell(f"verified: {fix.candidate.title}")
                for diagnostic in (fix.candidate.diagnostic, *fix.verdict.resolved):
                    fixes.setdefault(diagnostic, fix)
    sources, names = Sources(snapshot), output.Names.of(path, parts.workspace.root)
    records = [
        {
            **output.diagnostic_record(each, sources, names),
            "fixes": [output.fix_record(fix, sources, names) for fix in [fixes.get(each)] if fix],
        }
        for each in report.diagnostics
    ]
    ok = not any(each.is_error for each in report.diagnostics)
    if as_json:
        output.print_json({"ok": ok, "diagnostics": records})
        return 0 if ok else 1
    console = output.console()
    shown = set()
    for diagnostic, record in zip(report.diagnostics, records, strict=True):
        output.print_diagnostic(console, diagnostic, record)
        for each in record["fixes"]:
            # one fix often mends several errors, and one diff of it is enough
            again = each["diff"] in shown
            output.print_fix(console, fixes[diagnostic].title, "" if again else each["diff"])
            shown.add(each["diff"])
        console.print()
    output.print_summary(console, report.diagnostics, len(fixes))
    return 0 if ok else 1
