"""What a shared rewrite weighs, for docs/team.md: bytes of its JSON, words, and a point on disk.

Run: python bench/team_size.py. The rewrites are those that the programs of kb/ teach, each from
broken to fixed; those with private names are left out, as they never leave.
"""

import asyncio
import json
import statistics
import tempfile
from pathlib import Path
from typing import Any

import qdrant_edge as edge
from questions import CACHE

from rustmend.cargo.messages import parse_line
from rustmend.domain import Diagnostic, Snapshot
from rustmend.domain.signature import Said
from rustmend.knowledge.embed import document
from rustmend.knowledge.entries import find_kb, load
from rustmend.knowledge.learned import private
from rustmend.knowledge.prove import Compiler
from rustmend.knowledge.rewrites import Example, Kept
from rustmend.knowledge.sharing import to_team
from rustmend.knowledge.teambase import Shared
from rustmend.learning.generalise import generalise
from rustmend.learning.texts import edits_between
from rustmend.sources import Sources

POINTS = 20_000


async def main() -> None:
    compiler = await Compiler.start(2, CACHE)
    found: list[Shared] = []
    taught = nameless = 0
    for entry in load(find_kb()):
        broken, fixed = entry.broken.files(), entry.fixed.files()
        if entry.is_lint or len(broken) > 1 or len(fixed) > 1:
            continue
        lines = await compiler.check(broken, entry.edition, entry.is_program(broken))
        said = [parse_line(line, base=entry.folder) for line in lines]
        first = next((d for d in said if isinstance(d, Diagnostic) and d.is_error), None)
        if first is None:
            continue
        file = entry.folder / next(iter(broken))
        before = {file: next(iter(broken.values()))}
        edits = edits_between(before, {file: next(iter(fixed.values()))})
        ways = generalise(first, tuple(edits), Sources(Snapshot(before)))
        taught += bool(ways)
        nameless += any(not private(way) for way in ways)
        found += [to_team(kept(way)) for way in ways if not private(way)]
    bodies = [len(each.body) for each in found]
    payloads = [len(json.dumps(payload(each))) for each in found]
    words = [len(document(Said(each.said).text).indices) for each in found]
    print(f"{taught} mends teach rewrites, {nameless} of them without a private name")
    for name, values in (("body, bytes", bodies), ("payload, bytes", payloads), ("words", words)):
        quantiles = statistics.quantiles(values, n=10)
        mean, tenth = statistics.mean(values), quantiles[-1]
        print(f"  {name}: median {statistics.median(values):.0f}, mean {mean:.0f}, p90 {tenth:.0f}")
    print(f"  a point on disk: {on_disk(found):.0f} bytes")


def kept(way: Any) -> Kept:
    return Kept(way.identity, way, None, (Example("x", "x", "/w", way),), explicit=True)


def payload(shared: Shared) -> dict[str, Any]:
    return {
        "id": shared.id, "codes": list(shared.codes), "said": list(shared.said),
        "body": shared.body, "occurrences": shared.occurrences, "gone": False,
    }  # fmt: skip


def on_disk(found: list[Shared]) -> float:
    """Return the bytes a point takes in Qdrant's engine, with its indexes, after it optimised."""
    with tempfile.TemporaryDirectory() as place:
        sparse = edge.EdgeSparseVectorParams(modifier=edge.Modifier.Idf, on_disk=True)
        config = edge.EdgeConfig(sparse_vectors={"said": sparse}, on_disk_payload=True)
        shard = edge.EdgeShard.create(place, config)
        for key, kind in (("codes", "Keyword"), ("gone", "Bool"), ("at", "Float")):
            schema = getattr(edge.PayloadSchemaType, kind)
            shard.update(edge.UpdateOperation.create_field_index(key, schema))
        for start in range(0, POINTS, 500):
            points = []
            for number in range(start, start + 500):
                shared = found[number % len(found)]
                vector = document(Said(shared.said).text)
                sparse_vector = edge.SparseVector(vector.indices, vector.values)
                points.append(edge.Point(number, {"said": sparse_vector}, payload(shared)))
            shard.update(edge.UpdateOperation.upsert_points(points))
        shard.optimize()
        shard.flush()
        shard.close()
        files = [f for f in Path(place).rglob("*") if f.is_file() and "wal" not in f.parts]
        # what is allocated: the engine makes files larger than it fills
        return sum(f.stat().st_blocks * 512 for f in files) / POINTS


if __name__ == "__main__":
    asyncio.run(main())
