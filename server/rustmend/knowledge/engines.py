"""Qdrant in this process: its engine, or where the engine's wheel is missing, its client's memory.

Both keep named sparse vectors with IDF and a keyword on the code, and are imported on
first use. The engine's folder is private to the process and only a cache: what is in it
comes from elsewhere, and it is removed at the end.
"""

import contextlib
import errno
import importlib.util
import logging
import os
import re
import shutil
import tempfile
import weakref
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from rustmend.knowledge.embed import Sparse
from rustmend.process import alive

SAID = "said"
PROSE = "prose"
VECTORS = (SAID, PROSE)
MEANING = "meaning"  # dense, where there is a model

# an index of some ten thousand points has 2 MB
_ROOM = 32 * 2**20

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Point:
    """A document as an engine keeps it.

    ``vectors`` are sparse, ``meaning`` is dense and empty where there is none. ``group`` is what a
    question may be narrowed to.
    """

    number: int
    codes: tuple[str, ...]
    vectors: dict[str, Sparse]
    group: str = ""
    meaning: Sequence[float] = ()


Query = Sparse | Sequence[float]


class Engine(Protocol):
    """Keeps points and finds the nearest."""

    def add(self, points: Sequence[Point]) -> None:
        """Add points, or put them in the place of those with their numbers."""
        ...

    def remove(self, numbers: Sequence[int]) -> None:
        """Remove points."""
        ...

    def nearest(
        self,
        vector: str,
        query: Query,
        limit: int,
        *,
        codes: Sequence[str] = (),
        groups: Sequence[str] = (),
    ) -> list[tuple[int, float]]:
        """Return numbers and scores, best first.

        With ``codes`` or ``groups``, only of points that have one of them.
        """
        ...

    def close(self) -> None:
        """Give everything back."""
        ...


def open_engine(cache: Path, size: int = 0) -> Engine:
    """Return an empty engine; a folder that it needs is made in ``cache``.

    ``size`` is the length of dense vectors, 0 for none. Raises ``OSError`` and ``ImportError``.
    """
    if importlib.util.find_spec("qdrant_edge") is not None:
        return EdgeEngine(cache, size)
    return MemoryEngine(size)


class EdgeEngine:
    """Qdrant's engine in this process, in a folder of its own."""

    def __init__(self, cache: Path, size: int = 0) -> None:
        import qdrant_edge

        self._edge = qdrant_edge
        self._folder = _private_folder(cache)
        # also at the end of the process, if nobody closes it
        self._remove = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        sparse = qdrant_edge.EdgeSparseVectorParams(modifier=qdrant_edge.Modifier.Idf)
        dense = qdrant_edge.EdgeVectorParams(size, qdrant_edge.Distance.Cosine) if size else None
        config = qdrant_edge.EdgeConfig(
            vectors={MEANING: dense} if dense else None,
            sparse_vectors=dict.fromkeys(VECTORS, sparse),
            max_search_threads=1,
            wal_enabled=False,
        )
        self._shard = qdrant_edge.EdgeShard.create(self._folder, config)
        for key in ("codes", "group"):
            self._shard.update(
                qdrant_edge.UpdateOperation.create_field_index(
                    key, qdrant_edge.PayloadSchemaType.Keyword
                )
            )

    def add(self, points: Sequence[Point]) -> None:
        """Add points, or put them in the place of those with their numbers."""
        made = [self._point(point) for point in points]
        self._shard.update(self._edge.UpdateOperation.upsert_points(made))

    def remove(self, numbers: Sequence[int]) -> None:
        """Remove points."""
        self._shard.update(self._edge.UpdateOperation.delete_points(list(numbers)))

    def nearest(
        self,
        vector: str,
        query: Query,
        limit: int,
        *,
        codes: Sequence[str] = (),
        groups: Sequence[str] = (),
    ) -> list[tuple[int, float]]:
        """Return numbers and scores, best first, of points with one of the codes and groups."""
        edge = self._edge
        must = [
            edge.FieldCondition(key, match=edge.MatchAny(list(values)))
            for key, values in (("codes", codes), ("group", groups))
            if values
        ]
        asked = (
            edge.SparseVector(query.indices, query.values)
            if isinstance(query, Sparse)
            else list(query)
        )
        found = self._shard.query(
            edge.QueryRequest(
                limit,
                query=edge.Query.Nearest(asked, vector),
                filter=edge.Filter(must=must) if must else None,
            )
        )
        return [(int(str(point.id)), point.score) for point in found]

    def _point(self, point: Point) -> Any:
        edge = self._edge
        vectors: dict[str, Any] = {
            name: edge.SparseVector(vector.indices, vector.values)
            for name, vector in point.vectors.items()
        }
        if point.meaning:
            vectors[MEANING] = list(point.meaning)
        return edge.Point(point.number, vectors, _payload(point))

    def close(self) -> None:
        """Close the engine and remove its folder."""
        self._shard.close()
        self._remove()


class ClientEngine:
    """Qdrant through ``client``, in a new collection."""

    def __init__(self, client: Any, collection: str, size: int = 0) -> None:
        from qdrant_client import models

        self._models = models
        self._client = client
        self._name = collection
        sparse = models.SparseVectorParams(modifier=models.Modifier.IDF)
        dense = models.VectorParams(size=size or 1, distance=models.Distance.COSINE)
        client.create_collection(
            collection,
            vectors_config={MEANING: dense} if size else {},
            sparse_vectors_config=dict.fromkeys(VECTORS, sparse),
        )

    def add(self, points: Sequence[Point]) -> None:
        """Add points, or put them in the place of those with their numbers."""
        self._client.upsert(self._name, [self._point(point) for point in points])

    def remove(self, numbers: Sequence[int]) -> None:
        """Remove points."""
        self._client.delete(self._name, list(numbers))

    def nearest(
        self,
        vector: str,
        query: Query,
        limit: int,
        *,
        codes: Sequence[str] = (),
        groups: Sequence[str] = (),
    ) -> list[tuple[int, float]]:
        """Return numbers and scores, best first, of points with one of the codes and groups."""
        models = self._models
        must: list[Any] = [
            models.FieldCondition(key=key, match=models.MatchAny(any=list(values)))
            for key, values in (("codes", codes), ("group", groups))
            if values
        ]
        found = self._client.query_points(
            self._name,
            query=models.SparseVector(indices=query.indices, values=query.values)
            if isinstance(query, Sparse)
            else list(query),
            using=vector,
            query_filter=models.Filter(must=must) if must else None,
            limit=limit,
        )
        return [(int(point.id), point.score) for point in found.points]

    def _point(self, point: Point) -> Any:
        models = self._models
        vectors: dict[str, Any] = {
            name: models.SparseVector(indices=vector.indices, values=vector.values)
            for name, vector in point.vectors.items()
        }
        if point.meaning:
            vectors[MEANING] = list(point.meaning)
        return models.PointStruct(id=point.number, vector=vectors, payload=_payload(point))

    def close(self) -> None:
        """Forget the points."""
        self._client.delete_collection(self._name)
        self._client.close()


class MemoryEngine(ClientEngine):
    """``qdrant-client`` in memory: slower and larger, fine for some thousand points."""

    def __init__(self, size: int = 0) -> None:
        from qdrant_client import QdrantClient

        super().__init__(QdrantClient(":memory:"), "rustmend", size)


def _payload(point: Point) -> dict[str, Any]:
    return {"codes": list(point.codes), **({"group": point.group} if point.group else {})}


def _private_folder(cache: Path) -> str:
    """Make a folder in ``cache``, or among temporary files where nothing can be written there.

    The engine maps its files into memory: on a full disk the first touch would end the process.
    """
    prefix = f"index-{os.getpid()}-"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        _sweep(cache)
        _want_room(cache)
        return tempfile.mkdtemp(prefix=prefix, dir=cache)
    except OSError as error:
        log.debug("no index in %s: %s", cache, error)
        _want_room(Path(tempfile.gettempdir()))
        return tempfile.mkdtemp(prefix=f"rustmend-{prefix}")


def _want_room(folder: Path) -> None:
    if shutil.disk_usage(folder).free < _ROOM:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))


def _sweep(cache: Path) -> None:
    """Remove the folders of processes that are no more: killed ones leave theirs behind."""
    with contextlib.suppress(OSError):
        for folder in cache.iterdir():
            owner = re.match(r"index-(\d+)-", folder.name)
            if owner and not alive(int(owner[1])):
                shutil.rmtree(folder, ignore_errors=True)
