"""The index over the journal's past fixes, kept up with what any window writes.

Fixes that say the same in one workspace are one document, so it grows with the kinds of
mistake and not with their number. What other windows wrote is taken over when somebody asks:
``PRAGMA data_version`` tells in microseconds whether there is something.
"""

import logging
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rustmend.domain import Diagnostic
from rustmend.domain.signature import Said, normalise
from rustmend.knowledge.embed import prose
from rustmend.knowledge.engines import Engine
from rustmend.knowledge.feed import Feed, Row
from rustmend.knowledge.index import Document, Index, Meanings
from rustmend.knowledge.journal import Journal
from rustmend.knowledge.pastfix import PastFix

log = logging.getLogger(__name__)

PIECE = 1000  # rows that are read at a time
AT_ONCE = 100  # more rows than these are taken over in the background
# where past fixes of another signature are shown: that many common words
ALIKE = 0.4
IMPORTED = "imported"  # the group of what no workspace here made


@dataclass(frozen=True, slots=True)
class Kind:
    """What documents are: the fixes of one workspace that say the same under one code."""

    group: str
    code: str
    signature: str


@dataclass(frozen=True, slots=True)
class Found:
    """A past fix, and how alike its diagnostic is, in [0, 1]; ``same`` but for names."""

    fix: PastFix
    similarity: float
    same: bool


class FixIndex:
    """Finds past fixes.

    ``open_index`` makes the engine and ``meanings`` loads a dense model, both in the background,
    and ``on_built`` is called there once it is built.
    """

    def __init__(
        self,
        journal: Journal,
        open_index: Callable[[], Engine],
        meanings: Callable[[], Meanings | None] = lambda: None,
        on_built: Callable[[], None] = lambda: None,
    ) -> None:
        self._journal = journal
        self._feed = Feed(journal.database)
        self._open = open_index
        self._meanings = meanings
        self._on_built = on_built
        self._index: Index[Kind] | None = None
        self._ids: dict[Kind, list[str]] = {}
        self._kinds: dict[str, Kind] = {}
        self._said: dict[str, Said] = {}
        self._version: tuple[str, int, int, int] | None = None
        self._change = self._forgotten = 0
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self.failure = ""

    def start(self) -> None:
        """Begin to build it in the background, if nobody did."""
        if self._thread is not None:  # who builds holds the lock, and nobody waits for that
            return
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._build, name="past fixes", daemon=True)
                self._thread.start()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until it is built; return whether it is, or can be no more."""
        self.start()
        assert self._thread is not None  # noqa: S101  # start made it
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def __len__(self) -> int:
        return len(self._index) if self._index else 0

    def said(self) -> list[Said]:
        """Return what the fixes say, each once."""
        return list(self._said.values())

    def understand(self, signatures: Iterable[str]) -> None:
        """Take dense vectors over that were made meanwhile."""
        if self._index is not None:
            self._index.understand(signatures)

    def similar(self, diagnostic: Diagnostic, workspace: Path | None, limit: int) -> list[Found]:
        """Return past fixes of the like, what says the same first and of that the latest.

        They are those of ``workspace`` and imported ones, of all workspaces where it is None. While
        the index is being built, and where it cannot be, those of the same signature are found.
        """
        index = self._current()
        if index is None:
            signature = normalise(diagnostic).signature
            same = self._journal.same(signature, None if workspace is None else str(workspace))
            ordered = sorted(same, key=lambda fix: fix.code != diagnostic.code)
            return [Found(fix, 1.0, True) for fix in ordered[:limit]]
        found = index.similar(diagnostic, 4 * limit, groups=_groups(workspace))
        kinds = [
            (one.item, one.similarity, one.same)
            for one in found
            if one.same or (one.similarity >= ALIKE and one.item.code == (diagnostic.code or ""))
        ]
        return self._fixes(kinds, limit)

    def search(self, text: str, workspace: Path | None, limit: int) -> list[Found]:
        """Return past fixes that words, a code or a compiler's message lead to."""
        index = self._current()
        if index is None:
            return []
        found = index.search(text, 4 * limit, groups=_groups(workspace))
        return self._fixes([(one.item, one.similarity, False) for one in found], limit)

    def close(self) -> None:
        """Give the engine back."""
        with self._lock:
            if self._index is not None:
                self._index.close()
                self._index = None
                self.failure = "closed"

    def _fixes(self, kinds: Sequence[tuple[Kind, float, bool]], limit: int) -> list[Found]:
        wanted = [
            (id_, similarity, same)
            for kind, similarity, same in kinds
            for id_ in reversed(self._ids.get(kind, []))
        ][: 4 * limit]
        there = self._journal.of([id_ for id_, _, _ in wanted])
        found = {i: Found(there[i], alike, same) for i, alike, same in wanted if i in there}
        return list(found.values())[:limit]

    def _current(self) -> Index[Kind] | None:
        """Return the index with what was written meanwhile, None where it is not built."""
        self.start()
        if self._index is None or not self._lock.acquire(blocking=False):
            return self._index  # another thread is taking over
        try:
            self._catch_up(AT_ONCE)
        finally:
            self._lock.release()
        return self._index

    def _build(self) -> None:
        try:
            self._feed.renew()
            index: Index[Kind] = Index(self._open(), self._meanings())
            with self._lock:
                self._catch_up(None, index)
                self._index = index
            self._on_built()
        except Exception as error:  # look-ups by signature go on without it
            self._index = None
            self.failure = str(error) or repr(error)
            log.warning("past fixes are found by signature alone: %s", self.failure)

    def _catch_up(self, at_once: int | None, index: Index[Kind] | None = None) -> None:
        """Take over what was written since; what is more than ``at_once`` later and elsewhere."""
        index = self._index if index is None else index  # an empty one is false
        version = self._feed.version()
        if index is None or (version == self._version and at_once is not None):
            return
        if self._version is not None and version[0] != self._version[0]:
            # the journal was set aside or removed, and a new one is begun in its place
            index.remove(self._ids)
            self._ids, self._kinds, self._change, self._forgotten = {}, {}, 0, 0
        begun, forgotten = self._feed.forgotten_since(self._forgotten)
        self._remove(index, forgotten)
        self._forgotten = begun
        while rows := self._feed.rows(self._change, min(PIECE, (at_once or PIECE) + 1)):
            self._add(index, rows)
            self._change = rows[-1].change
            if at_once is not None and len(rows) > at_once:
                threading.Thread(target=self._rest, name="past fixes", daemon=True).start()
                return
        self._version = version

    def _rest(self) -> None:
        with self._lock:
            self._catch_up(None)

    def _add(self, index: Index[Kind], rows: Sequence[Row]) -> None:
        fresh: dict[Kind, Document[Kind]] = {}
        for row in rows:
            kind = Kind(row.workspace or IMPORTED, row.code or "", row.signature)
            self._kinds[row.id] = kind
            ids = self._ids.setdefault(kind, [])
            ids.append(row.id)
            if len(ids) == 1:
                said = self._said.setdefault(row.signature, Said(row.said))
                codes = (row.code,) if row.code else ()
                text = prose(f"{row.title} {row.message}")
                fresh[kind] = Document(kind, codes, said, text, kind.group)
        index.add(fresh.values())

    def _remove(self, index: Index[Kind], forgotten: Iterable[str]) -> None:
        for id_ in forgotten:
            kind = self._kinds.pop(id_, None)
            if kind is None:
                continue
            self._ids[kind].remove(id_)
            if not self._ids[kind]:
                del self._ids[kind]
                index.remove([kind])


def _groups(workspace: Path | None) -> tuple[str, ...]:
    return () if workspace is None else (str(workspace), IMPORTED)
