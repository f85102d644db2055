"""Look-up: how fast at 10,000 documents, and how often the right entry comes first.

Run: python bench/retrieval.py [DOCUMENTS]. The documents are the curated entries and, to fill up,
variations of what the compiler says of them. The questions are diagnostics of programs
that are not in kb/: the failing examples in the compiler's own explanations of its codes.
"""

import asyncio
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import platformdirs
import psutil

from rustmend.cargo.messages import parse_line
from rustmend.domain import Diagnostic
from rustmend.domain.signature import Said
from rustmend.knowledge.engines import EdgeEngine, Engine, MemoryEngine
from rustmend.knowledge.entries import Entry, find_kb, load
from rustmend.knowledge.index import Document, Index, documents
from rustmend.knowledge.listing import read_listing
from rustmend.knowledge.prove import Compiler

ROUNDS = 5
CACHE = Path(platformdirs.user_cache_dir("rustmend", appauthor=False)) / "kb"


def main(size: int) -> None:
    kb = find_kb()
    start = time.perf_counter()
    entries = load(kb)
    print(f"{len(entries)} entries read in {1e3 * (time.perf_counter() - start):.0f} ms")
    curated = documents(entries, read_listing(kb))
    codes = {code for one in curated for code in one.codes}
    questions = [(c, d) for c, d in asyncio.run(explained()) if c in codes]
    asked = len({code for code, _ in questions})
    print(f"{len(questions)} questions of {asked} codes from programs that are not in kb/\n")
    with tempfile.TemporaryDirectory() as folder:
        measure("qdrant-edge", lambda: EdgeEngine(Path(folder)), curated, questions)
        filled = [*curated, *variations(curated, size - len(curated))]
        measure("qdrant-edge", lambda: EdgeEngine(Path(folder)), filled, questions)
        if "--memory" in sys.argv:
            measure("qdrant-client :memory:", MemoryEngine, curated, questions)


def measure(
    name: str,
    engine: Callable[[], Engine],
    docs: list[Document[Entry]],
    questions: list[tuple[str, Diagnostic]],
) -> None:
    before = psutil.Process().memory_info().rss
    start = time.perf_counter()
    made: Engine = engine()
    opened = time.perf_counter()
    index = Index(made)
    index.add(docs)
    built = time.perf_counter()
    memory = psutil.Process().memory_info().rss - before
    times = []
    first = five = blind = 0
    for _ in range(ROUNDS):
        for _, diagnostic in questions:
            begun = time.perf_counter()
            index.similar(diagnostic, 5)
            times.append(time.perf_counter() - begun)
    for code, diagnostic in questions:
        found = [code in one.item.codes for one in index.similar(diagnostic, 5)]
        first += found[:1] == [True]
        five += any(found)
        without = Diagnostic(
            None, diagnostic.level, diagnostic.message, diagnostic.labels, diagnostic.notes,
            diagnostic.suggestions,
        )  # fmt: skip
        blind += any(code in one.item.codes for one in index.similar(without, 1))
    index.close()
    count = len(questions)
    print(f"{name}, {len(docs)} documents: {memory / 1e6:.0f} MB more, opened in", end=" ")
    print(f"{1e3 * (opened - start):.0f} ms, built in {1e3 * (built - opened):.0f} ms")
    print(f"  look-up: median {1e3 * statistics.median(times):.2f} ms,", end=" ")
    print(f"95th percentile {1e3 * statistics.quantiles(times, n=20)[-1]:.2f} ms")
    print(f"  recall@1 {first / count:.3f}, recall@5 {five / count:.3f},", end=" ")
    print(f"recall@1 by words alone {blind / count:.3f}\n")


def variations(docs: list[Document[Entry]], count: int) -> Iterable[Document[Entry]]:
    """Make documents of their kind: some words left out, some from another."""
    dice = random.Random(1)  # the same variations every time
    said = [one for one in docs if one.said.sentences]
    vocabulary = [word for one in said for line in one.said.sentences for word in line.split(" ")]
    for _ in range(count):
        one = dice.choice(said)
        lines = []
        for line in one.said.sentences:
            words = [w if dice.random() < 0.8 else dice.choice(vocabulary) for w in line.split(" ")]
            lines.append(" ".join(words))
        yield Document(one.item, one.codes, Said(tuple(lines)))


async def explained() -> list[tuple[str, Diagnostic]]:
    """Return what rustc says of the examples in its explanations that fail as they should."""
    compiler = await Compiler.start(2, CACHE)
    found: list[tuple[str, Diagnostic]] = []

    async def one(code: str) -> None:
        text = subprocess.run(["rustc", "--explain", code], capture_output=True, text=True).stdout
        for block in re.findall(r"```[^\n]*\n(.*?)```", text, re.DOTALL):
            if "feature(" in block:
                continue
            program = block if "fn main" in block else f"fn main() {{\n{block}\n}}\n"
            lines = await compiler.check({"example.rs": program.encode()}, "2021", True)
            said = [parse_line(line, base=Path("/example")) for line in lines]
            errors = [one for one in said if isinstance(one, Diagnostic) and one.is_error]
            if errors and errors[0].code == code:
                found.append((code, errors[0]))

    await asyncio.gather(*(one(f"E{number:04}") for number in range(1, 810)))
    return sorted(found, key=lambda pair: (pair[0], pair[1].message))


if __name__ == "__main__":
    main(int(next((argument for argument in sys.argv[1:] if argument.isdigit()), "10000")))
