"""Outcomes → tables for people, and the failures one by one."""

import math
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from suites import MOVED, OPEN, REFACTORED, SINGLE, SUITES, suite_of

OURS = "rustmend"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one tool made of one case. ``heavy`` and ``cautions`` are of the fixes it took."""

    case: str
    crate: str
    part: str
    kind: str
    tool: str
    file: str
    line: int
    original: str
    broken: str
    errors: list[dict[str, Any]]
    checks_again: bool
    restored: bool
    tests: bool | None
    errors_after: list[dict[str, Any]]
    claimed: bool
    seconds: float
    cpu_seconds: float
    runs: int | None
    cautions: list[str] = field(default_factory=list)
    heavy: bool = False
    complaint: str = ""
    strayed: list[str] = field(default_factory=list)
    answer: dict[str, Any] = field(default_factory=dict)
    kept: bool = False

    @property
    def suite(self) -> str:
        """The suite that the case belongs to."""
        return suite_of(self.kind)

    @property
    def false_claim(self) -> bool:
        """It said that no error is left, and the judge found one."""
        return self.claimed and not self.checks_again

    @property
    def worse(self) -> bool:
        """More errors than before."""
        return len(self.errors_after) > len(self.errors)

    @property
    def fewer(self) -> bool:
        """Fewer errors than before, or none."""
        return len(self.errors_after) < len(self.errors)


def interval(hits: int, of: int) -> tuple[float, float]:
    """Return the bounds of the 95 % confidence interval of a rate, after Wilson."""
    if not of:
        return 0.0, 1.0
    z = 1.96
    rate, spread = hits / of, z * z / of
    middle = (rate + spread / 2) / (1 + spread)
    half = z * math.sqrt(rate * (1 - rate) / of + spread / of / 4) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def tables(outcomes: Sequence[Outcome]) -> str:
    """Return the tables as Markdown: over all, then by kind; each part and suite apart."""
    parts = []
    for part, suite in dict.fromkeys((outcome.part, outcome.suite) for outcome in outcomes):
        mine = [each for each in outcomes if (each.part, each.suite) == (part, suite)]
        crates = len({outcome.crate for outcome in mine})
        cases = len({outcome.case for outcome in mine})
        head = f"## {part} part, {suite}: {cases} cases in {crates} crates"
        parts.append(f"{head}\n\n{_over_all(mine, suite)}\n")
        parts.append(f"### By kind: checks again / restored, of\n\n{_by_kind(mine, suite)}\n")
    return "\n".join(parts)


def failures(outcomes: Iterable[Outcome]) -> str:
    """Return every case that was not restored, the gravest first."""
    shown = [outcome for outcome in outcomes if not outcome.restored or outcome.false_claim]
    shown.sort(
        key=lambda outcome: (not outcome.false_claim, not outcome.complaint, outcome.checks_again)
    )
    return "\n".join(_failure(outcome) for outcome in shown)


def _over_all(outcomes: Sequence[Outcome], suite: str) -> str:
    columns = _columns(outcomes)
    lines = [row("", *columns), row("---", *("---" for _ in columns))]
    lines += [
        row(name, *(cell(mine) for mine in columns.values()))
        for suites, name, cell in _ROWS
        if suite in suites
    ]
    return "\n".join(lines)


def _columns(outcomes: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """Return the outcomes by tool; rustmend's on the others' cases again where it had more."""
    tools = dict.fromkeys(outcome.tool for outcome in outcomes)
    columns = {tool: [each for each in outcomes if each.tool == tool] for tool in tools}
    cases = [{each.case for each in mine} for mine in columns.values()]
    shared = set.intersection(*cases)
    if shared and OURS in columns and len(shared) < len(columns[OURS]):
        same = [each for each in columns[OURS] if each.case in shared]
        columns[f"{OURS}, the same cases"] = same
    return columns


def _by_kind(outcomes: Sequence[Outcome], suite: str) -> str:
    tools = list(dict.fromkeys(outcome.tool for outcome in outcomes))
    lines = [row("kind", "slips", *tools), row("---", *("---" for _ in ["", *tools]))]
    for kind in SUITES[suite]:
        mine = [outcome for outcome in outcomes if outcome.kind == kind]
        if not mine:
            continue
        cells = []
        for tool in tools:
            done = [each for each in mine if each.tool == tool]
            cells.append(f"{sum(e.checks_again for e in done)} / {sum(e.restored for e in done)}")
        lines.append(row(kind, str(len({each.case for each in mine})), *cells))
    return "\n".join(lines)


def _failure(outcome: Outcome) -> str:
    head = "FALSE CLAIM " * outcome.false_claim + "CRASH " * bool(outcome.complaint)
    place = f"{outcome.crate} {outcome.file}:{outcome.line}"
    head += "checks, not restored" if outcome.checks_again else "not mended"
    lines = [
        f"=== {head}: {outcome.tool}: {outcome.kind}: {place}",
        f"  was:    {outcome.original}".rstrip(),
        f"  broken: {outcome.broken}".rstrip(),
    ]
    lines += [_indented(error["rendered"], "  | ") for error in outcome.errors[:3]]
    if outcome.complaint:
        lines.append(f"  complaint: {outcome.complaint}")
    lines.append(f"  {outcome.runs} runs of cargo, {outcome.seconds:.1f} s")
    for fix in outcome.answer.get("fixes", ()):
        cautions = f" [{', '.join(fix['cautions'])}]" if fix["cautions"] else ""
        lines.append(f"  fix ({fix['origin']}, {fix['level']}){cautions}: {fix['title']}")
        lines.append(_indented(fix["diff"], "    "))
    for error in outcome.errors_after[:3]:
        place = f"{error['file']}:{error['line']}"
        lines.append(f"  left: {error['code']} {place}: {error['message']}")
    return "\n".join(lines) + "\n"


def _indented(text: str, by: str) -> str:
    return "\n".join(by + line for line in text.rstrip().splitlines())


def _rate(outcomes: Sequence[Outcome], hit: Callable[[Outcome], bool]) -> str:
    if not outcomes:
        return "—"
    hits = sum(map(hit, outcomes))
    low, high = interval(hits, len(outcomes))
    return f"{hits / len(outcomes):.0%} ({low:.0%} to {high:.0%}; {hits} of {len(outcomes)})"


def _over_kinds(outcomes: Sequence[Outcome], hit: Callable[[Outcome], bool]) -> str:
    kinds = {outcome.kind for outcome in outcomes}
    rates = [
        statistics.mean(hit(outcome) for outcome in outcomes if outcome.kind == kind)
        for kind in sorted(kinds)
    ]
    return f"{statistics.mean(rates):.0%}" if rates else "—"


def _closed(outcomes: Sequence[Outcome]) -> list[Outcome]:
    return [outcome for outcome in outcomes if outcome.kind not in OPEN]


def _opened(outcomes: Sequence[Outcome]) -> list[Outcome]:
    return [outcome for outcome in outcomes if outcome.kind in OPEN]


def _tested(outcomes: Sequence[Outcome]) -> list[Outcome]:
    return [outcome for outcome in outcomes if outcome.tests is not None]


def _spread(values: Sequence[float], form: str) -> str:
    if not values:
        return "—"
    return f"{form.format(statistics.median(values))} / {form.format(max(values))}"


def _count(flags: Iterable[bool]) -> str:
    return str(sum(flags))


def _checks(outcome: Outcome) -> bool:
    return outcome.checks_again


def _restored(outcome: Outcome) -> bool:
    return outcome.restored


def row(*cells: str) -> str:
    """Return a line of a table."""
    return f"| {' | '.join(cells)} |"


def _errors(outcomes: Sequence[Outcome]) -> str:
    before = sum(len(each.errors) for each in outcomes)
    return f"{before} → {sum(len(each.errors_after) for each in outcomes)}"


_EVERY = tuple(SUITES)
_NATURAL = tuple(suite for suite in SUITES if suite != SINGLE)
_MADE = tuple(suite for suite in SUITES if suite != MOVED)
_ROWS: tuple[tuple[tuple[str, ...], str, Callable[[Sequence[Outcome]], str]], ...] = (
    (_EVERY, "checks again", lambda of: _rate(of, _checks)),
    (_MADE, "… averaged over kinds", lambda of: _over_kinds(of, _checks)),
    (_NATURAL, "fewer errors than before, or none", lambda of: _rate(of, lambda each: each.fewer)),
    (_NATURAL, "errors, before → after", _errors),
    (_MADE, "original restored", lambda of: _rate(of, _restored)),
    (_MADE, "… averaged over kinds", lambda of: _over_kinds(of, _restored)),
    ((SINGLE,), "… where one answer is right", lambda of: _rate(_closed(of), _restored)),
    ((SINGLE,), "… where several are", lambda of: _rate(_opened(of), _restored)),
    (
        (REFACTORED,),
        "change kept, of those that check",
        lambda of: _rate([each for each in of if each.checks_again], lambda each: each.kept),
    ),
    (
        _EVERY,
        "tests pass, of those that check",
        lambda of: _rate(_tested(of), lambda each: bool(each.tests)),
    ),
    (_EVERY, "false claims", lambda of: _count(each.false_claim for each in of)),
    (_EVERY, "more errors than before", lambda of: _count(each.worse for each in of)),
    (_EVERY, "wrote elsewhere", lambda of: _count(bool(each.strayed) for each in of)),
    (_EVERY, "gave up with a complaint", lambda of: _count(bool(each.complaint) for each in of)),
    (_EVERY, "heavy cautions", lambda of: _count(each.heavy for each in of)),
    (
        _EVERY,
        "light cautions only",
        lambda of: _count(bool(each.cautions) and not each.heavy for each in of),
    ),
    (
        _EVERY,
        "cargo runs, median / worst",
        lambda of: _spread([e.runs for e in of if e.runs], "{:.0f}"),
    ),
    (_EVERY, "seconds, median / worst", lambda of: _spread([e.seconds for e in of], "{:.1f}")),
    (
        _EVERY,
        "CPU seconds, median / worst",
        lambda of: _spread([e.cpu_seconds for e in of], "{:.1f}"),
    ),
)
