"""Numbered lines of files, the most important first, within a number of bytes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

# a longer line is shown in part: generated tables say nothing
_LONGEST_LINE = 320
# "1234| " and the line's end
_MARGIN = 7
_HEADER = 60


@dataclass(frozen=True, slots=True)
class Wanted:
    """Lines ``first`` to ``last`` (1-based, both included) of ``file``; weight 0 matters most."""

    file: str
    first: int
    last: int
    weight: int


@dataclass(slots=True)
class _Shown:
    lines: Sequence[str]
    chosen: set[int] = field(default_factory=set)

    def cost(self, first: int, last: int) -> int:
        new = [n for n in range(first, last + 1) if n not in self.chosen]
        size = sum(len(clipped(self.lines[n - 1]).encode()) + _MARGIN for n in new)
        return size + (_HEADER if not self.chosen else _MARGIN) if new else 0


def excerpts(texts: Mapping[str, str], wanted: Iterable[Wanted], budget: int) -> str:
    """Return the wanted lines as text, those of least weight first, in at most ``budget`` bytes.

    What does not fit is left out; of what has weight 0 the middle is shown as far as it fits.
    """
    shown = {name: _Shown(text.split("\n")) for name, text in texts.items()}
    left = budget
    for each in sorted(wanted, key=lambda one: one.weight):
        file = shown.get(each.file)
        if file is None:
            continue
        first, last = max(1, each.first), min(each.last, len(file.lines))
        cost = file.cost(first, last)
        while cost > left and each.weight == 0 and first < last:
            first, last = first + 1, last - 1
            cost = file.cost(first, last)
        if first <= last and cost <= left:
            left -= cost
            file.chosen.update(range(first, last + 1))
    return "\n".join(_rendered(name, file) for name, file in shown.items() if file.chosen)


def numbered(text: str, first: int, last: int) -> str:
    """Return lines ``first`` to ``last`` of ``text``, each with its number."""
    lines = text.split("\n")
    reach = range(max(1, first), min(last, len(lines)) + 1)
    return "\n".join(f"{n:4}| {clipped(lines[n - 1])}" for n in reach)


def clipped(line: str) -> str:
    """Return a line, cut where it is very long."""
    line = line.rstrip("\r")
    return line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]} …(cut)"


def _rendered(name: str, file: _Shown) -> str:
    total = len(file.lines) - (not file.lines[-1])
    parts = [f"--- {name} ({total} lines)"]
    before = 0
    for number in sorted(file.chosen):
        if number != before + 1:
            parts.append("    …")
        parts.append(f"{number:4}| {clipped(file.lines[number - 1])}")
        before = number
    if before < total:
        parts.append("    …")
    return "\n".join(parts)
