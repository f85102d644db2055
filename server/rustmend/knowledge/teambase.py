"""A team's rewrites in a collection of a Qdrant server or cluster, through ``qdrant-client``.

A rewrite is a point: its words as a sparse vector with IDF, its codes as a keyword, itself in
the payload. A withdrawn one is a point too, a tombstone, for members have to learn of it.
Point ids are made from the rewrites' own, so that members who learned the same write one point.
"""

import logging
import os
import re
import time
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from rustmend.domain.signature import Said
from rustmend.errors import RustmendError
from rustmend.knowledge.embed import document, query
from rustmend.knowledge.engines import SAID
from rustmend.knowledge.index import CODE_BOOST
from rustmend.settings import Team as TeamSettings

log = logging.getLogger(__name__)

INSTALL = "pip install 'rustmend[team]'"
SECONDS = 10  # for one request; a look-up waits far shorter, elsewhere
BATCH = 100
PAGE = 1000
DAY = 86_400.0
# what a server answers that does not know a request, a vector or a parameter
_UNKNOWN = frozenset({400, 404, 405, 422})
_OLDEST = "1.10"  # the first with one query interface, and with IDF
_IDS = uuid.UUID("6f0c0a3e-6f0d-5c1c-9f3e-2b1d0f6f7a11")


class TeamError(RustmendError):
    """The team's server cannot be used: not there, refuses, or holds something else."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A rewrite as it is shared. ``said`` are normalised words, ``body`` is its JSON."""

    id: str
    codes: tuple[str, ...]
    said: tuple[str, ...]
    body: str
    occurrences: int = 1


class TeamBase:
    """The collection. Every method is one or a few requests, and raises ``TeamError``."""

    def __init__(
        self, client: Any, collection: str, shards: int = 1, replicas: int = 1, key: str = ""
    ) -> None:
        """``key`` is the environment variable that the API key is, or would be, read from."""
        from qdrant_client import models

        self._client = client
        self._models = models
        self._name = collection
        self._shards, self._replicas = shards, replicas
        self._key = key
        self._checked = False

    def put(self, rewrites: Sequence[Shared]) -> None:
        """Add rewrites, or renew those that are there."""
        self._ready()
        for start in range(0, len(rewrites), BATCH):
            batch = [self._point(each) for each in rewrites[start : start + BATCH]]
            self._do(lambda batch=batch: self._client.upsert(self._name, batch, wait=True))

    def withdraw(self, ids: Iterable[str]) -> None:
        """Remove rewrites and leave tombstones, which other members honour."""
        wanted = list(ids)
        if not wanted:
            return
        self._ready()
        models, now = self._models, time.time()
        stones = [
            models.PointStruct(
                id=_uuid(f"gone:{each}"), vector={}, payload={"id": each, "gone": True, "at": now}
            )
            for each in wanted
        ]
        self._do(lambda: self._client.upsert(self._name, stones, wait=True))
        self.remove(wanted)

    def remove(self, ids: Iterable[str]) -> None:
        """Remove rewrites that a tombstone is there for."""
        points = [_uuid(each) for each in ids]
        if points:
            self._ready()
            self._do(lambda: self._client.delete(self._name, points, wait=True))

    def withdrawn(self, since: float) -> Iterator[tuple[str, float]]:
        """Yield the ids that were withdrawn after a time, in seconds, and when."""
        self._ready()
        models = self._models
        only = models.Filter(
            must=[
                models.FieldCondition(key="gone", match=models.MatchValue(value=True)),
                models.FieldCondition(key="at", range=models.Range(gte=since)),
            ]
        )
        offset = None
        while True:
            points, offset = self._do(
                lambda offset=offset: self._client.scroll(
                    self._name, scroll_filter=only, limit=PAGE, offset=offset, with_payload=True
                )
            )
            for point in points:
                payload = point.payload or {}
                if isinstance(payload.get("id"), str):
                    yield payload["id"], float(payload.get("at") or 0.0)
            if offset is None:
                return

    def similar(self, said: Said, codes: Sequence[str], limit: int) -> list[Shared]:
        """Return the rewrites whose errors are most like ``said``, those of the codes lifted.

        It is one request, for somebody waits.
        """
        models = self._models
        asked = query(said.text)
        vector = models.SparseVector(indices=asked.indices, values=asked.values)
        here = models.FieldCondition(key="gone", match=models.MatchValue(value=False))
        of_codes = models.FieldCondition(key="codes", match=models.MatchAny(any=list(codes)))
        filters = [[here], *([[here, of_codes]] if codes else [])]
        requests = [
            models.QueryRequest(
                query=vector,
                using=SAID,
                filter=models.Filter(must=must),
                limit=limit,
                with_payload=True,
            )
            for must in filters
        ]
        try:
            answers = self._do(lambda: self._client.query_batch_points(self._name, requests))
        except TeamError as error:
            if _is_missing(error.__cause__):
                return []  # nobody shared anything yet
            if _status(error.__cause__) in _UNKNOWN:
                self._ready()  # it says what is wrong with the collection
            raise
        found: dict[str, tuple[float, Shared]] = {}
        for point in (point for answer in answers for point in answer.points):
            shared = _shared(point.payload or {})
            if shared is not None:
                boost = 1.0 if set(codes).isdisjoint(shared.codes) else CODE_BOOST
                found[shared.id] = (boost * point.score, shared)
        best = sorted(found.values(), key=lambda each: (-each[0], each[1].id))
        return [shared for _, shared in best[:limit]]

    def count(self) -> int:
        """Return how many rewrites there are."""
        self._ready()
        models = self._models
        here = models.FieldCondition(key="gone", match=models.MatchValue(value=False))
        only = models.Filter(must=[here])
        return int(self._do(lambda: self._client.count(self._name, only, exact=True)).count)

    def close(self) -> None:
        """Give the connections back."""
        self._client.close()

    def _ready(self) -> None:
        """Make the collection if it is not there, and look at its schema if it is."""
        if self._checked:
            return
        try:
            self._look()
        except TeamError as error:
            if _status(error.__cause__) in _UNKNOWN and (old := self._too_old()):
                raise TeamError(
                    f"the team's server is Qdrant {old}, and {_OLDEST} or newer is needed"
                ) from error
            raise
        self._checked = True

    def _look(self) -> None:
        if not self._do(lambda: self._client.collection_exists(self._name)):
            self._create()
            return
        info = self._do(lambda: self._client.get_collection(self._name))
        sparse = (info.config.params.sparse_vectors or {}).get(SAID)
        if sparse is None or sparse.modifier != self._models.Modifier.IDF:
            raise TeamError(
                f"the collection {self._name!r} on the team's server is none of rustmend's;"
                " set team.collection to another name"
            )
        self._index({} if info.payload_schema is None else info.payload_schema)

    def _too_old(self) -> str:
        """Return the server's version where it does not know what is asked of it, else ""."""
        version = str(self._do(self._client.info).version)
        return version if _number(version) < _number(_OLDEST) else ""

    def _create(self) -> None:
        models = self._models
        try:
            self._do(
                lambda: self._client.create_collection(
                    self._name,
                    vectors_config={},
                    sparse_vectors_config={
                        SAID: models.SparseVectorParams(
                            modifier=models.Modifier.IDF,
                            index=models.SparseIndexParams(on_disk=True),
                        )
                    },
                    shard_number=self._shards,
                    replication_factor=self._replicas,
                    on_disk_payload=True,
                )
            )
        except TeamError:
            # another member may have been quicker
            if not self._do(lambda: self._client.collection_exists(self._name)):
                raise
        self._index({})

    def _index(self, there: Mapping[str, Any]) -> None:
        """Make the payload's indexes but for those that are ``there``."""
        kinds = self._models.PayloadSchemaType
        for key, kind in (("codes", kinds.KEYWORD), ("gone", kinds.BOOL), ("at", kinds.FLOAT)):
            if key not in there:
                self._do(
                    lambda key=key, kind=kind: self._client.create_payload_index(
                        self._name, key, kind
                    )
                )

    def _point(self, shared: Shared) -> Any:
        models = self._models
        vector = document(Said(shared.said).text)
        return models.PointStruct(
            id=_uuid(shared.id),
            vector={SAID: models.SparseVector(indices=vector.indices, values=vector.values)},
            payload=payload(shared),
        )

    def _do(self, request: Any) -> Any:
        try:
            return request()
        # qdrant-client lets through what httpx, pydantic and its own tree raise
        except Exception as error:
            raise TeamError(_plain(error, self._key)) from error


def payload(shared: Shared) -> dict[str, Any]:
    """Return all that a server gets of a rewrite but the vector of its words."""
    return {
        "id": shared.id,
        "codes": list(shared.codes),
        "said": list(shared.said),
        "body": shared.body,
        "occurrences": shared.occurrences,
        "gone": False,
    }


def connect(settings: TeamSettings) -> TeamBase:
    """Return the team's collection; nothing is asked yet. Raises ``TeamError``."""
    try:
        from qdrant_client import QdrantClient
    except ImportError as error:
        raise TeamError(f"a team's server wants qdrant-client: {INSTALL}") from error
    import warnings

    url = settings.url or ""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise TeamError(f"team.url is no address such as https://qdrant.example:6333: {url}")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a key sent without TLS, which doctor says in words
        client = QdrantClient(
            url=url,
            api_key=os.environ.get(settings.api_key_env) or None,
            timeout=SECONDS,
            check_compatibility=False,  # a request of its own, which prints
        )
    return TeamBase(
        client, settings.collection, settings.shards, settings.replicas, settings.api_key_env
    )


def insecure(settings: TeamSettings) -> bool:
    """Whether a key would cross a network in clear."""
    parts = urlsplit(settings.url or "")
    near = parts.hostname in ("localhost", "127.0.0.1", "::1")
    return parts.scheme == "http" and not near and bool(os.environ.get(settings.api_key_env))


def _shared(payload: dict[str, Any]) -> Shared | None:
    """Return what a payload holds, None where another program wrote it."""
    codes, said, count = payload.get("codes"), payload.get("said"), payload.get("occurrences")
    if not (isinstance(payload.get("id"), str) and isinstance(payload.get("body"), str)):
        return None
    if not (isinstance(codes, list) and isinstance(said, list) and isinstance(count, int)):
        return None
    return Shared(
        payload["id"], tuple(map(str, codes)), tuple(map(str, said)), payload["body"], count
    )


def _is_missing(error: BaseException | None) -> bool:
    """Whether an error says that there is no such collection; the client's memory has a class."""
    if _status(error) == 404:
        return True
    return isinstance(error, ValueError) and str(error).startswith("Collection")


def _status(error: BaseException | None) -> int | None:
    """Return the status of an answer that is no success."""
    return getattr(error, "status_code", None)


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:2])


def _uuid(name: str) -> str:
    return str(uuid.uuid5(_IDS, name))


def _plain(error: Exception, key: str) -> str:
    """Return what went wrong on the way, in a few words."""
    status = _status(error)
    if status in (401, 403):
        if not os.environ.get(key):
            return f"the team's server asks for a key, and {key} holds none (see team.apiKeyEnv)"
        return f"the team's server refuses the key that {key} holds (see team.apiKeyEnv)"
    if status is not None:
        return f"the team's server answers {status}"
    source = getattr(error, "source", error)
    said = str(source).strip().partition("\n")[0] or type(source).__name__
    if "CERTIFICATE_VERIFY_FAILED" in said:
        return (
            "the team's server has a certificate that nobody vouches for here; set SSL_CERT_FILE"
            f" to its CA's: {said[:120]}"
        )
    return f"the team's server does not answer: {said[:200]}"
