"""Qdrant in this process: its engine, or where the engine's wheel is missing, its client's memory.

Both keep named sparse vectors with IDF and a keyword on the code, and are imported on
first use. The engine's folder is private to the process and only a cache: what is in it
comes from elsewhere, and it is removed at the end.
"""

import contextlib
import importlib.util
import os
import re
import shutil
import tempfile
import weakref
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from rustmend.knowledge.embed import Sparse
from rustmend.process import alive

SAID = "said"
PROSE = "prose"
VECTORS = (SAID, PROSE)


@dataclass(frozen=True, slots=True)
class Point:
    """A document as an engine keeps it."""

    number: int
    codes: tuple[str, ...]
    vectors: dict[str, Sparse]


class Engine(Protocol):
    """Keeps points and finds the nearest."""

    def add(self, points: Sequence[Point]) -> None:
        """Add points with new numbers."""
        ...

    def nearest(
        self, vector: str, sparse: Sparse, codes: Sequence[str], limit: int
    ) -> list[tuple[int, float]]:
        """Return numbers and scores, best first; with ``codes``, of points with one of them."""
        ...

    def close(self) -> None:
        """Give everything back."""
        ...


def open_engine(cache: Path) -> Engine:
    """Return an empty engine; a folder that it needs is made in ``cache``."""
    if importlib.util.find_spec("qdrant_edge") is not None:
        return EdgeEngine(cache)
    return MemoryEngine()


class EdgeEngine:
    """Qdrant's engine in this process, in a folder of its own."""

    def __init__(self, cache: Path) -> None:
        import qdrant_edge

        self._edge = qdrant_edge
        cache.mkdir(parents=True, exist_ok=True)
        _sweep(cache)
        self._folder = tempfile.mkdtemp(prefix=f"index-{os.getpid()}-", dir=cache)
        # also at the end of the process, if nobody closes it
        self._remove = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        sparse = qdrant_edge.EdgeSparseVectorParams(modifier=qdrant_edge.Modifier.Idf)
        config = qdrant_edge.EdgeConfig(
            sparse_vectors=dict.fromkeys(VECTORS, sparse), max_search_threads=1, wal_enabled=False
        )
        self._shard = qdrant_edge.EdgeShard.create(self._folder, config)
        self._shard.update(
            qdrant_edge.UpdateOperation.create_field_index(
                "codes", qdrant_edge.PayloadSchemaType.Keyword
            )
        )

    def add(self, points: Sequence[Point]) -> None:
        """Add points with new numbers."""
        edge = self._edge
        self._shard.update(
            edge.UpdateOperation.upsert_points(
                [
                    edge.Point(
                        point.number,
                        {
                            name: edge.SparseVector(vector.indices, vector.values)
                            for name, vector in point.vectors.items()
                        },
                        {"codes": list(point.codes)},
                    )
                    for point in points
                ]
            )
        )

    def nearest(
        self, vector: str, sparse: Sparse, codes: Sequence[str], limit: int
    ) -> list[tuple[int, float]]:
        """Return numbers and scores, best first; with ``codes``, of points with one of them."""
        edge = self._edge
        only = edge.FieldCondition("codes", match=edge.MatchAny(list(codes)))
        found = self._shard.query(
            edge.QueryRequest(
                limit,
                query=edge.Query.Nearest(edge.SparseVector(sparse.indices, sparse.values), vector),
                filter=edge.Filter(must=[only]) if codes else None,
            )
        )
        return [(int(str(point.id)), point.score) for point in found]

    def close(self) -> None:
        """Close the engine and remove its folder."""
        self._shard.close()
        self._remove()


class MemoryEngine:
    """``qdrant-client`` in memory: slower and larger, fine for some thousand points."""

    def __init__(self) -> None:
        from qdrant_client import QdrantClient, models

        self._models = models
        self._client = QdrantClient(":memory:")
        sparse = models.SparseVectorParams(modifier=models.Modifier.IDF)
        self._client.create_collection(
            "rustmend", vectors_config={}, sparse_vectors_config=dict.fromkeys(VECTORS, sparse)
        )

    def add(self, points: Sequence[Point]) -> None:
        """Add points with new numbers."""
        models = self._models
        self._client.upsert(
            "rustmend",
            [
                models.PointStruct(
                    id=point.number,
                    vector={
                        name: models.SparseVector(indices=vector.indices, values=vector.values)
                        for name, vector in point.vectors.items()
                    },
                    payload={"codes": list(point.codes)},
                )
                for point in points
            ],
        )

    def nearest(
        self, vector: str, sparse: Sparse, codes: Sequence[str], limit: int
    ) -> list[tuple[int, float]]:
        """Return numbers and scores, best first; with ``codes``, of points with one of them."""
        models = self._models
        only = models.FieldCondition(key="codes", match=models.MatchAny(any=list(codes)))
        found = self._client.query_points(
            "rustmend",
            query=models.SparseVector(indices=sparse.indices, values=sparse.values),
            using=vector,
            query_filter=models.Filter(must=[only]) if codes else None,
            limit=limit,
        )
        return [(int(point.id), point.score) for point in found.points]

    def close(self) -> None:
        """Forget the points."""
        self._client.close()


def _sweep(cache: Path) -> None:
    """Remove the folders of processes that are no more: killed ones leave theirs behind."""
    with contextlib.suppress(OSError):
        for folder in cache.iterdir():
            owner = re.match(r"index-(\d+)-", folder.name)
            if owner and not alive(int(owner[1])):
                shutil.rmtree(folder, ignore_errors=True)
