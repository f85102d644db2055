"""``rustmend kb stats``: what is known, learned, offered and accepted, by code."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict

from rich.table import Table

from rustmend.commands import output
from rustmend.knowledge.statistics import OUTCOMES, Stats
from rustmend.wiring import Knowledge, knowledge

_SHOWN = 40


async def stats(*, as_json: bool) -> int:
    """Print how much is known and learned, and what became of offers, by code."""
    known = knowledge()
    codes = Counter(entry.code or "none" for entry in known.entries)
    learned = known.journal.stats()
    if as_json:
        output.print_json(
            {
                "entries": len(known.entries),
                "tasks": len(known.tasks),
                "rewrites": sum(len(entry.rewrites) for entry in known.entries),
                "codes": dict(codes.most_common()),
                "past_fixes": asdict(learned),
                "journal": str(known.journal.path),
                "failure": known.journal.failure,
                "learned_rewrites": len(known.journal.rewrites.all()),
                "team": asdict(known.team.state()) if known.team else None,
            }
        )
        return 0
    console = output.console()
    console.print(
        f"Known:   {len(known.entries):,} curated entries over {len(codes)} codes,"
        f" {len(known.tasks):,} tasks",
        highlight=False,
    )
    for line in _failed(known) if known.journal.failure else _learned(known, learned):
        console.print(line, markup=False, highlight=False)
    if learned.origins:
        table = Table("origin", *learned.outcomes, box=None, padding=(0, 2, 0, 0))
        for origin, counts in learned.origins.items():
            table.add_row(origin, *(f"{count:,}" for count in counts.values()))
        console.print("\nOffers")
        console.print(table)
    table = Table("code", "entries", "learned", *OUTCOMES, box=None, padding=(0, 2, 0, 0))
    every = sorted(
        {*codes, *learned.codes, *learned.by_code},
        key=lambda c: (-learned.codes.get(c, 0), -_sum(learned.by_code.get(c)), -codes[c], c),
    )
    for code in every[:_SHOWN]:
        numbers = [codes[code], learned.codes.get(code), *learned.by_code.get(code, {}).values()]
        table.add_row(code, *(str(number or "") for number in numbers))
    console.print()
    console.print(table)
    if len(every) > _SHOWN:
        console.print(f"… and {len(every) - _SHOWN} more codes; --json has all", style="dim")
    return 0


def _failed(known: Knowledge) -> Iterator[str]:
    yield f"Learned: unknown: {known.journal.failure}"


def _learned(known: Knowledge, learned: Stats) -> Iterator[str]:
    proven = learned.imported - learned.unproven
    yield (
        f"Learned: {_many(learned.fixes, 'past fix', 'past fixes')}"
        f" in {_many(learned.workspaces, 'workspace')}"
        + (f", {proven:,} of them imported" if proven else "")
        + (f"; {learned.unproven:,} imported and not proven here yet" if learned.unproven else "")
        + (f"; {learned.forgotten:,} forgotten" if learned.forgotten else "")
    )
    if rewrites := known.journal.rewrites.all():
        everywhere = sum(kept.serves("") for kept in rewrites)
        yield (
            f"         {_many(len(rewrites), 'rewrite')} made of them, {everywhere:,} for any"
            " workspace"
        )
    if known.team is not None:
        state = known.team.state()
        yield (
            f"Team:    {state.url}, {state.waiting:,} rewrites wait to be sent"
            + (f", {state.withdrawn:,} to be withdrawn" if state.withdrawn else "")
        )
    yield f"Journal: {known.journal.path} ({learned.size / 1e6:.1f} MB)"


def _sum(counts: dict[str, int] | None) -> int:
    return sum(counts.values()) if counts else 0


def _many(count: int, one: str, several: str = "") -> str:
    return f"{count:,} {one if count == 1 else several or f'{one}s'}"
