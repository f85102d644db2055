"""Find what is similar: Qdrant's engine in this process, over what diagnostics say.

The folder of the engine is private to the process and only a cache: everything in it
comes from elsewhere, and it is removed at the end. Where the engine's wheel is missing,
``qdrant-client`` keeps the same points in memory. Both are imported on first use.
"""

import contextlib
import importlib.util
import shutil
import tempfile
import threading
import weakref
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from rustmend.domain import Diagnostic
from rustmend.domain.signature import Said, normalise, words
from rustmend.knowledge.embed import PROSE_LENGTH, Sparse, document, prose, query
from rustmend.knowledge.entries import Entry

# A diagnostic's own code counts for much, but codes change between toolchains: it only boosts.
CODE_BOOST = 1.5
SAID = "said"
PROSE = "prose"
VECTORS = (SAID, PROSE)
BATCH = 1000


@dataclass(frozen=True, slots=True)
class Document:
    """Something to be found: by what its diagnostic says, by its code, by what people write."""

    key: str
    codes: tuple[str, ...] = ()
    said: Said = Said(())
    prose: str = ""


@dataclass(frozen=True, slots=True)
class Scored:
    """A document found. ``similarity`` is the share of common words, in [0, 1].

    ``same`` says that the two diagnostics say the same but for names.
    """

    key: str
    similarity: float
    same: bool = False


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
        """Return numbers and scores, best first; of points with one of ``codes`` if there are any."""
        ...

    def close(self) -> None:
        """Give everything back."""
        ...


class Index:
    """What can be found. It may be asked from any thread, and while it is being added to."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._documents: list[Document] = []
        self._same: dict[str, list[int]] = {}

    def __len__(self) -> int:
        return len(self._documents)

    def add(self, documents: Iterable[Document]) -> None:
        """Add documents, in bulk if there are many."""
        fresh = list(documents)
        for start in range(0, len(fresh), BATCH):
            batch = fresh[start : start + BATCH]
            with self._lock:
                first = len(self._documents)
                self._engine.add([_point(first + i, one) for i, one in enumerate(batch)])
                self._documents += batch
                for number, one in enumerate(batch, first):
                    if one.said.sentences:
                        self._same.setdefault(one.said.signature, []).append(number)

    def similar(self, diagnostic: Diagnostic, limit: int = 5) -> list[Scored]:
        """Return what is most like ``diagnostic``, what says the same first."""
        said = normalise(diagnostic)
        codes = [diagnostic.code] if diagnostic.code else []
        vector = query(said.text)
        with self._lock:
            same = self._same.get(said.signature, ())
            scores = dict(self._engine.nearest(SAID, vector, [], 4 * limit))
            if codes:
                mine = self._engine.nearest(SAID, vector, codes, 4 * limit)
                scores |= {number: score * CODE_BOOST for number, score in mine}
            scores |= {number: scores.get(number, 0.0) for number in same}
            found = sorted(scores, key=lambda n: (n not in same, -scores[n], n))[:limit]
            text = frozenset(said.text.split(" "))
            return [
                Scored(self._documents[n].key, _common(text, self._documents[n]), n in same)
                for n in found
            ]

    def search(self, text: str, limit: int = 10) -> list[Scored]:
        """Return what people mean by ``text``: words, a code, or a compiler's message pasted."""
        asked = [word for word in text.replace(",", " ").split() if word[:1] in "Ec" and len(word) > 4]
        with self._lock:
            known = {code for one in self._documents for code in one.codes}
            codes = [word for word in asked if word in known]
            scores: dict[int, float] = {}
            for vector, sparse in (
                (PROSE, query(prose(text))),
                (SAID, query(Said((" ".join(words(text)),)).text)),
            ):
                near = self._engine.nearest(vector, sparse, [], 4 * limit)
                if codes:
                    near += self._engine.nearest(vector, sparse, codes, 4 * limit)
                for number, score in dict(near).items():
                    scores[number] = scores.get(number, 0.0) + score
            for number in scores:
                if set(codes) & set(self._documents[number].codes):
                    scores[number] *= 2 * CODE_BOOST
            found = sorted(scores, key=lambda n: (-scores[n], n))[:limit]
            best = max(scores.values(), default=1.0) or 1.0
            return [Scored(self._documents[n].key, scores[n] / best) for n in found]

    def close(self) -> None:
        """Give the engine back. Nothing can be found any more."""
        with self._lock:
            self._engine.close()


def entry_documents(entries: Iterable[Entry], said: dict[str, Said]) -> list[Document]:
    """Return the entries as documents; ``said`` is what ``listing.read_listing`` knows of them."""
    return [
        Document(
            entry.id,
            tuple(code for code in entry.codes if code),
            said.get(entry.id, Said(())),
            prose(" ".join([entry.id.replace("/", " ").replace("-", " "), *[entry.title] * 2,
                            *entry.search, *entry.search, *entry.aliases, entry.explanation])),
        )
        for entry in entries
    ]  # fmt: skip


def open_index(cache: Path | None = None) -> Index:
    """Return an empty index in a private folder under ``cache`` (or the system's temporary folder)."""
    if importlib.util.find_spec("qdrant_edge") is not None:
        return Index(EdgeEngine(cache))
    return Index(MemoryEngine())


class EdgeEngine:
    """Qdrant's engine in this process, in a folder of its own."""

    def __init__(self, cache: Path | None = None) -> None:
        import qdrant_edge

        self._edge = qdrant_edge
        if cache is not None:
            cache.mkdir(parents=True, exist_ok=True)
        self._folder = tempfile.mkdtemp(prefix="index-", dir=cache)
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
        """Return numbers and scores, best first; of points with one of ``codes`` if there are any."""
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
        """Return numbers and scores, best first; of points with one of ``codes`` if there are any."""
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


def _point(number: int, one: Document) -> Point:
    vectors: dict[str, Sparse] = {}
    if one.said.sentences:
        vectors[SAID] = document(one.said.text)
    if one.prose:
        vectors[PROSE] = document(one.prose, PROSE_LENGTH)
    return Point(number, one.codes, vectors)


def _common(text: frozenset[str], one: Document) -> float:
    other = frozenset(one.said.text.split(" "))
    return len(text & other) / max(1, len(text | other))
