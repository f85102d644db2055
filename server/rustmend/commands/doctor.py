"""``rustmend doctor``: what is found, what is missing, and the line that mends it."""

from dataclasses import asdict
from pathlib import Path

from rustmend.commands import output
from rustmend.config import load
from rustmend.doctor import examine, pack
from rustmend.logs import log_file


async def run(*, as_json: bool, bundle: Path | None) -> int:
    """Print the findings; 1 where something that is needed is missing."""
    folder = Path.cwd()
    settings, problems = load(workspace=folder)
    with output.progress(quiet=as_json) as tell:
        tell("looking")
        findings = await examine(settings, problems, folder)
    if bundle is not None:
        pack(findings, log_file(settings), bundle)
    if as_json:
        output.print_json({"findings": [asdict(finding) for finding in findings]})
    else:
        console = output.console()
        for finding in findings:
            mark = {True: "[green]✓[/]", False: "[red]✗[/]", None: "[yellow]○[/]"}[finding.ok]
            console.print(f"{mark} [bold]{finding.name}[/]: ", end="")
            console.print(finding.detail, markup=False, highlight=False)
            if not finding.ok and finding.remedy:
                console.print(f"    {finding.remedy}", style="dim", markup=False, highlight=False)
    return 1 if any(finding.ok is False for finding in findings) else 0
