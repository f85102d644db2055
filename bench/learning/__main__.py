"""How far one example of a repair goes: ``python bench/learning --help``.

Learning alone: no suggestion of the compiler, no rule, no entry. A kind of mistake is made in
a crate and mended once, as by ``kb learn``; then it is made in other crates. What is offered
there was verified over the whole selection; the first offer is compared with what had been there.
``--everything`` asks all sources at the same places, once without anything learned and once with
the lessons of all kinds.
"""

import argparse
import asyncio
import sys
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "fixrate"))

from figures import Figure, beside, failures, tables
from kept import append, load
from kinds import CHOSEN

from lessons import School

WORK = "httparse,humantime,shlex,either,slab,smallvec"
REPORT = "strsim,hex,getopts,glob,percent-encoding,arrayvec,num-rational,tinyvec,base64"


def main() -> None:
    arguments = argparse.ArgumentParser(prog="bench/learning", description=__doc__)
    arguments.add_argument("--work", type=Path, default=Path("target/fixrate"))
    arguments.add_argument("--teachers", default="fastrand,heck,lexopt")
    arguments.add_argument("--part", choices=("work", "report"), default="work")
    arguments.add_argument("--crates", help="others than those of the part, with commas")
    arguments.add_argument("--kinds", help="only kinds that contain one of these, with commas")
    arguments.add_argument("--places", type=int, default=5, help="in each of three other crates")
    arguments.add_argument("--examples", default="1,3", help="after how many, with commas")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--everything", action="store_true", help="all sources, off and on")
    arguments.add_argument("--name", default="learning", help="what the results are kept under")
    arguments.add_argument("--again", action="store_true", help="begin anew; else it goes on")
    arguments.add_argument("--show", action="store_true", help="the kept results; runs nothing")
    chosen = arguments.parse_args()
    work = chosen.work.resolve()
    kept = work / "results" / f"{chosen.name}.jsonl"
    if chosen.again and not chosen.show:
        kept.unlink(missing_ok=True)
    figures, done = _load(kept)
    if not chosen.show:
        asyncio.run(_run(chosen, work, kept, figures, done))
    print(beside(figures) if chosen.everything else tables(figures))
    print(failures(figures))


async def _run(
    chosen: argparse.Namespace, work: Path, kept: Path, figures: list[Figure], done: set[str]
) -> None:
    words = chosen.kinds.split(",") if chosen.kinds else [""]
    kinds = [kind for kind in CHOSEN if any(word in kind.name for word in words)]
    crates = chosen.crates or (WORK if chosen.part == "work" else REPORT)
    school = School(work, chosen.teachers.split(","), crates.split(","), chosen.places, chosen.seed)
    counts = [int(count) for count in chosen.examples.split(",")]
    known = {(figure.kind, figure.examples, figure.place) for figure in figures}
    async with school:
        if chosen.everything:
            await school.teach_all(CHOSEN, max(counts))
        for kind in kinds:
            if kind.name in done:
                continue
            ask = school.compare(kind, known) if chosen.everything else None
            async for figure in ask or school.learn(kind, counts, known):
                figures.append(figure)
                append(kept, asdict(figure))
                mark = "restored" if figure.restored else "verified" if figure.verified else "-"
                print(f"{figure.kind:<22} {figure.examples} {mark:<9} {figure.place}", flush=True)
            append(kept, {"done": kind.name})


def _load(kept: Path) -> tuple[list[Figure], set[str]]:
    """Return the figures of earlier runs, and the kinds that are done."""
    records = load(kept)
    figures = [Figure(**record) for record in records if "done" not in record]
    return figures, {record["done"] for record in records if "done" in record}


if __name__ == "__main__":
    main()
