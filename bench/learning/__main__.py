"""How far one example of a repair goes: ``python bench/learning --help``.

Learning alone: no suggestion of the compiler, no rule, no entry. A kind of mistake is made in
a crate and mended once, as by ``kb learn``; then it is made in other crates. What is offered
there was verified over the whole selection; the first offer is compared with what had been there.
"""

import argparse
import asyncio
import json
import sys
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "fixrate"))

from figures import Figure, failures, tables
from kinds import CHOSEN
from lessons import School


def main() -> None:
    arguments = argparse.ArgumentParser(prog="bench/learning", description=__doc__)
    arguments.add_argument("--work", type=Path, default=Path("target/fixrate"))
    arguments.add_argument("--teachers", default="fastrand,heck,lexopt")
    arguments.add_argument("--crates", default="httparse,humantime,shlex,either,slab,smallvec")
    arguments.add_argument("--kinds", help="only kinds that contain one of these, with commas")
    arguments.add_argument("--places", type=int, default=5, help="in each of three other crates")
    arguments.add_argument("--examples", default="1,3", help="after how many, with commas")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--name", default="learning", help="what the results are kept under")
    arguments.add_argument("--again", action="store_true", help="go on where it ended")
    arguments.add_argument("--show", action="store_true", help="the kept results; runs nothing")
    chosen = arguments.parse_args()
    work = chosen.work.resolve()
    kept = work / "results" / f"{chosen.name}.jsonl"
    figures = _load(kept) if chosen.show or chosen.again else []
    if not chosen.show:
        asyncio.run(_run(chosen, work, kept, figures))
    print(tables(figures))
    print(failures(figures))


async def _run(chosen: argparse.Namespace, work: Path, kept: Path, figures: list[Figure]) -> None:
    words = chosen.kinds.split(",") if chosen.kinds else [""]
    kinds = [kind for kind in CHOSEN if any(word in kind.name for word in words)]
    school = School(
        work, chosen.teachers.split(","), chosen.crates.split(","), chosen.places, chosen.seed
    )
    counts = [int(count) for count in chosen.examples.split(",")]
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text("".join(json.dumps(asdict(figure)) + "\n" for figure in figures))
    done = {figure.kind for figure in figures}
    async with school:
        for kind in kinds:
            if kind.name in done:
                continue
            async for figure in school.learn(kind, counts):
                figures.append(figure)
                with kept.open("a") as file:
                    file.write(json.dumps(asdict(figure)) + "\n")
                mark = "restored" if figure.restored else "verified" if figure.verified else "-"
                print(f"{figure.kind:<22} {figure.examples} {mark:<9} {figure.place}", flush=True)


def _load(kept: Path) -> list[Figure]:
    if not kept.exists():
        return []
    return [Figure(**json.loads(line)) for line in kept.read_text().splitlines()]


if __name__ == "__main__":
    main()
