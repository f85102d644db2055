"""What was measured, and how it is told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """One place after so many examples.

    ``verified``: something was offered; ``restored``: the first offer is what had been there.
    ``compiled`` counts the candidates that had to be tried for it; ``looked_up`` is how long all
    candidates for the error took to be made, in seconds.
    """

    kind: str
    examples: int
    crate: str
    place: str
    error: str
    verified: bool
    restored: bool
    compiled: int
    title: str
    original: str
    broken: str
    looked_up: float = 0.0


def tables(figures: Sequence[Figure]) -> str:
    """Return the shares by number of examples, over places and over kinds."""
    lines = ["", "| examples | kinds | places | offered and verified | restored | precision |",
             "| --- | --- | --- | --- | --- | --- |"]  # fmt: skip
    for count in sorted({figure.examples for figure in figures}):
        mine = [figure for figure in figures if figure.examples == count]
        kinds = list(dict.fromkeys(figure.kind for figure in mine))
        groups = [[figure for figure in mine if figure.kind == kind] for kind in kinds]
        verified = _mean(_share(group, "verified") for group in groups)
        restored = _mean(_share(group, "restored") for group in groups)
        offered = [figure for figure in mine if figure.verified]
        precision = _share(offered, "restored")
        lines.append(f"| {count} | {len(kinds)} | {len(mine)} | {verified:.0%} | {restored:.0%} |"
                     f" {precision:.0%} |")  # fmt: skip
    lines.append("\nShares are means over kinds, so that a frequent kind counts no more.\n")
    for kind in dict.fromkeys(figure.kind for figure in figures):
        parts = []
        for count in sorted({figure.examples for figure in figures}):
            mine = [f for f in figures if f.kind == kind and f.examples == count]
            if mine:
                parts.append(f"{count}: {_share(mine, 'verified'):4.0%}"
                             f" {_share(mine, 'restored'):4.0%} of {len(mine)}")  # fmt: skip
        lines.append(f"{kind:<24} " + "   ".join(parts))
    return "\n".join(lines)


def beside(figures: Sequence[Figure]) -> str:
    """Return how the same places do with all sources, nothing learned (0) and all lessons."""
    lines = ["", "| learned | places | offered and verified | restored | looked up in, median |",
             "| --- | --- | --- | --- | --- |"]  # fmt: skip
    counts = sorted({figure.examples for figure in figures})
    for count in counts:
        mine = [figure for figure in figures if figure.examples == count]
        time = median(figure.looked_up for figure in mine) * 1000
        lines.append(f"| {count} | {len(mine)} | {_share(mine, 'verified'):.0%} |"
                     f" {_share(mine, 'restored'):.0%} | {time:.0f} ms |")  # fmt: skip
    off = {figure.place: figure for figure in figures if figure.examples == 0}
    for figure in figures:
        before = off.get(figure.place)
        if figure.examples and before and before.restored != figure.restored:
            lines.append(f"{'better' if figure.restored else 'worse '} {figure.place}:"
                         f" {before.title} | {figure.title}"
                         f" | {figure.original.strip()}")  # fmt: skip
    return "\n".join(lines)


def failures(figures: Sequence[Figure]) -> str:
    """Return what was not restored after the most examples."""
    most = max((figure.examples for figure in figures), default=0)
    return "\n".join(
        f"{f.kind:<20} {f.error[:60]:<60} | {f.original.strip()[:70]} | {f.broken.strip()[:70]} |"
        f" {f.title}"
        for f in figures
        if f.examples == most and not f.restored
    )


def _share(figures: Sequence[Figure], name: str) -> float:
    return _mean(float(getattr(figure, name)) for figure in figures)


def _mean(values: Iterable[float]) -> float:
    every = list(values)
    return sum(every) / len(every) if every else 0.0
