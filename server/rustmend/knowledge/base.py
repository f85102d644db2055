"""All that is known about mistakes, together: entries, tasks, past fixes, and their indexes."""

import logging
import threading
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rustmend.config import Settings
from rustmend.domain import Diagnostic
from rustmend.errors import RustmendError

if TYPE_CHECKING:
    from rustmend.domain.signature import Said
    from rustmend.knowledge.engines import Engine
    from rustmend.knowledge.entries import Entry
    from rustmend.knowledge.fixindex import FixIndex, Found
    from rustmend.knowledge.index import EntryIndex, TaskIndex
    from rustmend.knowledge.journal import Journal
    from rustmend.knowledge.meanings import KeptMeanings
    from rustmend.knowledge.pastfix import PastFix
    from rustmend.knowledge.rewrites import Kept
    from rustmend.knowledge.tasks import Task
    from rustmend.knowledge.team import Team

log = logging.getLogger(__name__)


class Knowledge:
    """The curated entries, the index over them and the journal, each opened on first use.

    Of one kind there is one a process: ``Knowledge.of``. It may be asked from any thread. A part
    that cannot be opened is logged once and then absent: the rest goes on without.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._cache = settings.cache_path
        self._lock = threading.RLock()

    @classmethod
    def of(cls, settings: Settings) -> "Knowledge":
        """Return the knowledge that the settings name."""
        kind = (
            *(settings.kb_path, settings.journal_path, settings.cache_path),
            *(settings.embedding, settings.team),
        )
        return _known.setdefault(kind, cls(settings))

    @property
    def entries(self) -> "tuple[Entry, ...]":
        """The curated entries; none where there is no knowledge base."""
        with self._lock:
            return self._entries

    @property
    def folder(self) -> "Path | None":
        """Where the curated knowledge lies, None where there is none."""
        return self._folder

    @property
    def index(self) -> "EntryIndex | None":
        """The index over the entries, None where it cannot be made."""
        with self._lock:
            return self._index

    @property
    def tasks(self) -> "tuple[Task, ...]":
        """The curated tasks; none where there is no knowledge base."""
        with self._lock:
            return self._tasks

    @property
    def task_index(self) -> "TaskIndex | None":
        """The index over the tasks, None where it cannot be made."""
        with self._lock:
            return self._task_index

    @cached_property
    def journal(self) -> "Journal":
        """The journal of past fixes. It never raises: what fails is empty, and logged."""
        from rustmend.knowledge.journal import Journal

        return Journal(self._settings.journal_path)

    @property
    def fix_index(self) -> "FixIndex":
        """The index over past fixes, built in the background from its first use on."""
        with self._lock:
            return self._fix_index

    @property
    def meanings(self) -> "KeptMeanings | None":
        """The dense vectors where a model is configured and there. Loading it takes a second."""
        with self._lock:
            return self._meanings

    def similar(self, diagnostic: Diagnostic, limit: int) -> "list[Entry]":
        """Return the entries about the most similar errors, the most similar first."""
        index = self.index
        found = [each.item for each in index.similar(diagnostic, limit)] if index else []
        # what no listing describes yet is still about the code
        found += [each for each in self.entries if diagnostic.code in each.codes]
        return list(dict.fromkeys(found))[:limit]

    def similar_tasks(self, text: str, limit: int) -> "list[Task]":
        """Return the tasks that a question or a description is most like, the nearest first."""
        index = self.task_index
        return [each.item for each in index.search(text, limit)] if index else []

    def past_fixes(self, diagnostic: Diagnostic, workspace: Path, limit: int) -> "list[PastFix]":
        """Return how such errors were mended before in this workspace, the most alike first."""
        return [found.fix for found in self.fix_index.similar(diagnostic, workspace, limit)]

    def search_fixes(self, text: str, workspace: Path | None, limit: int) -> "list[Found]":
        """Return the past fixes that words, a code or a message lead to; None for everywhere."""
        index = self.fix_index
        index.wait()
        return index.search(text, workspace, limit)

    @cached_property
    def team(self) -> "Team | None":
        """The team's rewrites where a server is configured; nothing is asked yet."""
        settings = self._settings.team
        if not settings.url:
            return None
        from rustmend.knowledge.outbox import Outbox
        from rustmend.knowledge.sharing import OwnRewrites
        from rustmend.knowledge.team import Team
        from rustmend.knowledge.teambase import connect

        return Team(
            settings.url,
            lambda: connect(settings),
            Outbox(self.journal.database),
            OwnRewrites(self.journal),
            timeout=settings.timeout_ms / 1000,
        )

    @property
    def remark(self) -> str:
        """What a user should know: that the team's server did not answer the last time."""
        return self.team.failure if self.team is not None else ""

    def team_rewrites(self, diagnostic: Diagnostic) -> "list[Kept]":
        """Return what the team knows about an error, within the time that ``team.timeoutMs`` is."""
        if self.team is None:
            return []
        from rustmend.knowledge.sharing import from_team

        found = (from_team(shared) for shared in self.team.similar(diagnostic))
        return [kept for kept in found if kept is not None]

    def embed(self, on_made: Callable[[int, int], bool] = lambda *_: True) -> int:
        """Make the dense vectors that are missing, and return how many; none without a model.

        ``on_made`` gets how many are done and how many there are, and ends it by False.
        """
        meanings, fixes, entries = self.meanings, self.fix_index, self.index
        if meanings is None:
            return 0
        fixes.wait()

        def made(fresh: "list[str]", done: int, count: int) -> bool:
            for index in (entries, fixes):
                if index is not None:
                    index.understand(fresh)
            return on_made(done, count)

        return meanings.make([*self.said.values(), *fixes.said()], made)

    @cached_property
    def said(self) -> "dict[str, Said]":
        """What the compiler says of the entries' broken programs, by id."""
        from rustmend.knowledge.listing import read_listing

        try:
            return read_listing(self._folder) if self._folder else {}
        except RustmendError:
            return {}

    @cached_property
    def reasons(self) -> "dict[str, str]":
        """Why no entry can show certain codes, by code."""
        from rustmend.knowledge.without import reasons

        return reasons(self._folder) if self._folder else {}

    @cached_property
    def _fix_index(self) -> "FixIndex":
        from rustmend.knowledge.engines import open_engine
        from rustmend.knowledge.fixindex import FixIndex

        def opened() -> "Engine":
            return open_engine(self._cache, self.meanings.size if self.meanings else 0)

        return FixIndex(self.journal, opened, lambda: self.meanings, self._embed_later)

    def _embed_later(self) -> None:
        if self.meanings is not None:
            threading.Thread(target=self.embed, name="dense vectors", daemon=True).start()

    @cached_property
    def _meanings(self) -> "KeptMeanings | None":
        try:
            return self.open_meanings()
        except RustmendError as error:
            log.warning("look-ups go by words alone: %s", error)
            return None

    def open_meanings(self, *, download: bool = False) -> "KeptMeanings | None":
        """Load the configured model, fetching it only where told to. Raises ``EmbeddingError``."""
        from rustmend.knowledge.dense import open_model
        from rustmend.knowledge.feed import Feed
        from rustmend.knowledge.meanings import KeptMeanings

        embedding = self._settings.embedding
        if not (embedding.model or embedding.path):
            return None
        folder = Path(embedding.path).expanduser() if embedding.path else None
        model = open_model(embedding.model, folder, self._cache, download=download)
        return KeptMeanings(model, Feed(self.journal.database))

    @cached_property
    def _folder(self) -> "Path | None":
        from rustmend.knowledge.entries import find_kb

        instead = "; its default is used"
        for place in dict.fromkeys((self._settings.kb_path, None)):
            try:
                return find_kb(place)
            except RustmendError as error:
                log.warning("%s%s", error, instead if place else "")
        return None

    @cached_property
    def _entries(self) -> "tuple[Entry, ...]":
        from rustmend.knowledge.entries import load

        try:
            return load(self._folder) if self._folder else ()
        except (RustmendError, OSError) as error:
            log.warning("no curated entries: %s", error)
            return ()

    @cached_property
    def _tasks(self) -> "tuple[Task, ...]":
        from rustmend.knowledge.tasks import load_tasks

        try:
            return load_tasks(self._folder) if self._folder else ()
        except (RustmendError, OSError) as error:
            log.warning("no curated tasks: %s", error)
            return ()

    @cached_property
    def _task_index(self) -> "TaskIndex | None":
        from rustmend.knowledge.index import index_tasks

        try:
            return index_tasks(self.tasks, self._cache)
        except (RustmendError, OSError, ImportError) as error:
            log.warning("no tasks by similarity: %s", error)
            return None

    @cached_property
    def _index(self) -> "EntryIndex | None":
        from rustmend.knowledge.index import index_entries

        if self._folder is None:
            return None
        try:
            return index_entries(self.entries, self._folder, self._cache, self.meanings)
        except (RustmendError, OSError, ImportError) as error:
            log.warning("no look-ups by similarity: %s", error)
            return None


_known: dict[tuple[object, ...], Knowledge] = {}
