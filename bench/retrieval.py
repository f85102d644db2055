"""Look-up: how fast at 10,000 and 100,000 documents, and how often the right entry comes first.

Run: python bench/retrieval.py [--memory] [--dense FOLDER] [--small]. The documents are the curated
entries and, to fill up, variations of what the compiler says of them; past fixes are the same
in a journal. ``questions.py`` says what is asked. ``--memory`` measures the client's memory too,
``--dense`` a model as a second opinion, ``--small`` leaves 100,000 out.
"""

import argparse
import asyncio
import os
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import psutil
from lsprotocol import types
from questions import ask
from session import Session

from rustmend.database import transaction
from rustmend.domain import Diagnostic, Label, Level, Span
from rustmend.domain.signature import NORMALISER, Said
from rustmend.knowledge.dense import open_model
from rustmend.knowledge.engines import EdgeEngine, Engine, MemoryEngine
from rustmend.knowledge.entries import Entry, find_kb, load
from rustmend.knowledge.feed import Feed
from rustmend.knowledge.fixindex import FixIndex
from rustmend.knowledge.index import Document, Index, documents
from rustmend.knowledge.journal import Journal
from rustmend.knowledge.listing import read_listing, read_shown
from rustmend.knowledge.meanings import KeptMeanings
from rustmend.knowledge.pastfix import encode

ROUNDS = 3
FEW = 20
Question = tuple[str, Diagnostic, Entry | None]
BROKEN = "pub fn f(s: String) -> usize { drop(s); s.len() }\n"


def main(options: argparse.Namespace) -> None:
    kb = find_kb()
    start = time.perf_counter()
    entries = load(kb)
    print(f"{len(entries)} entries read in {1e3 * (time.perf_counter() - start):.0f} ms")
    curated = documents(entries, read_listing(kb), read_shown(kb))
    codes = {code for one in curated for code in one.codes}
    questions = [each for each in ask(entries) if each[0] in codes]
    kinds = len({code for code, _, _ in questions})
    made = sum(entry is not None for _, _, entry in questions)
    print(f"{len(questions)} questions of {kinds} codes, {made} of them renamed programs\n")
    sizes = [10_000] if options.small else [10_000, 100_000]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        measure("qdrant-edge", EdgeEngine(folder), curated, questions)
        if options.dense:
            dense(Path(options.dense), folder, curated, questions)
        for size in sizes:
            filled = [*curated, *variations(curated, size - len(curated))]
            measure("qdrant-edge", EdgeEngine(folder), filled, questions)
            del filled
        if options.memory:
            few = random.Random(3).sample(questions, FEW)  # it takes a second for each
            measure("qdrant-client :memory:", MemoryEngine(), curated, few)
            filled = [*curated, *variations(curated, 10_000 - len(curated))]
            measure("qdrant-client :memory:", MemoryEngine(), filled, few)
        for size in sizes:
            past_fixes(folder / f"{size}.sqlite3", size, curated, questions)
        asyncio.run(server_memory(folder, folder / "10000.sqlite3"))


def measure(
    name: str,
    engine: Engine,
    docs: list[Document[Entry]],
    questions: Sequence[Question],
    meanings: KeptMeanings | None = None,
) -> None:
    before = psutil.Process().memory_info().rss
    start = time.perf_counter()
    index = Index(engine, meanings)
    index.add(docs)
    built = time.perf_counter()
    memory = psutil.Process().memory_info().rss - before
    print(f"{name}, {len(docs)} documents: {memory / 1e6:.0f} MB more, built in", end=" ")
    print(f"{1e3 * (built - start):.0f} ms")
    timed(lambda diagnostic: index.similar(diagnostic, 5), questions)
    first = five = blind = own = asked = 0
    for code, diagnostic, entry in questions:
        found = index.similar(diagnostic, 5)
        right = [code in one.item.codes for one in found]
        first += right[:1] == [True]
        five += any(right)
        blind += any(code in one.item.codes for one in index.similar(without(diagnostic), 1))
        if entry is not None:
            asked += 1
            own += found[0].item == entry or (found[0].same and entry in [o.item for o in found])
    count = len(questions)
    print(f"  the code: recall@1 {first / count:.3f}, recall@5 {five / count:.3f},", end=" ")
    print(f"recall@1 by words alone {blind / count:.3f}")
    print(f"  the very entry of a renamed program, or one that says the same: {own / asked:.3f}\n")
    index.close()


def dense(
    folder: Path, cache: Path, docs: list[Document[Entry]], questions: Sequence[Question]
) -> None:
    before = psutil.Process().memory_info().rss
    start = time.perf_counter()
    model = open_model(None, folder, cache)
    print(f"{model.name} loaded in {time.perf_counter() - start:.1f} s", end=", ")
    print(f"{(psutil.Process().memory_info().rss - before) / 1e6:.0f} MB more")
    journal = Journal(cache / "dense.sqlite3")
    meanings = KeptMeanings(model, Feed(journal.database))
    start = time.perf_counter()
    made = meanings.make(one.said for one in docs)
    print(f"{made} vectors made in {time.perf_counter() - start:.1f} s, one text at a time")
    measure("qdrant-edge with it", EdgeEngine(cache, model.size), docs, questions, meanings)
    journal.close()


def past_fixes(
    file: Path, size: int, docs: list[Document[Entry]], questions: Sequence[Question]
) -> None:
    """Fill a journal, and measure how its index is built and asked."""
    journal = Journal(file)
    fill(journal, size, docs)
    index = FixIndex(journal, lambda: EdgeEngine(file.parent))
    start = time.perf_counter()
    index.wait()
    took = time.perf_counter() - start
    print(f"{size} past fixes of {len(index)} kinds, {file.stat().st_size / 1e6:.0f} MB:", end=" ")
    print(f"index built in {1e3 * took:.0f} ms in the background")
    workspace = Path("/workspace/0")
    timed(lambda diagnostic: index.similar(diagnostic, workspace, 3), questions)
    other = Journal(file)
    times = []
    for number in range(20):
        said = f"a new thing{number} that another window saw"
        row(other, f"new{number}", Said((said,)), "E9999", str(workspace))
        begun = time.perf_counter()
        found = index.similar(Diagnostic("E9999", Level.ERROR, said, ()), workspace, 3)
        assert found and found[0].fix.diagnostic.message == said
        times.append(time.perf_counter() - begun)
    print(f"  another window's row is found in {1e3 * statistics.median(times):.1f} ms\n")
    other.close()
    index.close()
    journal.close()


def fill(journal: Journal, size: int, docs: list[Document[Entry]]) -> None:
    """Write rows as fast as SQLite takes them: a workspace has some thousand."""
    made = list(variations(docs, size))

    def write(db: sqlite3.Connection) -> None:
        with transaction(db):
            for number, one in enumerate(made):
                code = one.codes[0] if one.codes else None
                insert(db, f"fix{number}", one.said, code, f"/workspace/{number // 5000}")

    journal.database.run(write, None)
    journal.complain()


def row(journal: Journal, id_: str, said: Said, code: str, workspace: str) -> None:
    journal.database.run(lambda db: insert(db, id_, said, code, workspace), None)


def insert(db: sqlite3.Connection, id_: str, said: Said, code: str | None, workspace: str) -> None:
    message = said.sentences[0] if said.sentences else ""
    label = Label(Span(Path("src/lib.rs"), 10, 14), "here", True)
    diagnostic = Diagnostic(code, Level.ERROR, message, (label,))
    hunk = {
        "file": "src/lib.rs", "line": 1, "before": BROKEN, "after": BROKEN, "item_before": BROKEN,
        "item_after": BROKEN, "edits": [[10, 14, "x.clone()"]],
    }  # fmt: skip
    db.execute(
        "INSERT INTO fixes (id, recorded, workspace, toolchain, code, signature, normaliser,"
        " diagnostic, hunks, title, origin, source, said, shared)"
        " VALUES (?, '2026-01-01', ?, 'rustc 1.95.0', ?, ?, ?, ?, ?, 'Mend it', 'rule', 'x', ?, ?)",
        (
            *(id_, workspace, code, said.signature, NORMALISER, encode(diagnostic).decode()),
            *(encode([hunk]).decode(), encode(said.sentences).decode(), id_),
        ),
    )


async def server_memory(folder: Path, journal: Path) -> None:
    """Start the real server over a journal, look something up, and see what it takes."""
    root = folder / "crate"
    (root / "src").mkdir(parents=True)
    (root / "Cargo.toml").write_text('[package]\nname = "c"\nversion = "0.1.0"\nedition = "2024"\n')
    file = root / "src" / "lib.rs"
    file.write_text(BROKEN)
    os.environ |= {"RUSTMEND_JOURNAL_PATH": str(journal), "RUSTMEND_CACHE_PATH": str(folder / "c")}
    session = await Session.start(root)
    await session.open(file)
    await session.idle()
    place = types.Position(0, BROKEN.index("s.len") + 1)
    for _ in range(10):  # the first hover starts the index of past fixes
        assert await session.hover(file, place)
        await asyncio.sleep(1)
    print(f"the whole server with 10,000 past fixes: {session.memory() / 1e6:.0f} MB")
    await session.stop()


def timed(look: Callable[[Diagnostic], object], questions: Sequence[Question]) -> None:
    times = []
    for _ in range(ROUNDS):
        for _, diagnostic, _ in questions:
            begun = time.perf_counter()
            look(diagnostic)
            times.append(time.perf_counter() - begun)
    print(f"  look-up: median {1e3 * statistics.median(times):.2f} ms,", end=" ")
    print(f"95th percentile {1e3 * statistics.quantiles(times, n=20)[-1]:.2f} ms")


def without(diagnostic: Diagnostic) -> Diagnostic:
    return replace(diagnostic, code=None)


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


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--memory", action="store_true")
    parser.add_argument("--dense", metavar="FOLDER")
    parser.add_argument("--small", action="store_true")
    main(parser.parse_args())
