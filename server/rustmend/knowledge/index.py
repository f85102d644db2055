"""Find what is similar: by what a diagnostic says, by its code, by what people type."""

import math
import re
import threading
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from rustmend.domain import Diagnostic
from rustmend.domain.shown import bears, shown
from rustmend.domain.signature import Said, normalise, words
from rustmend.knowledge.embed import PROSE_LENGTH, Sparse, document, prose, query
from rustmend.knowledge.engines import MEANING, PROSE, SAID, Engine, Point, open_engine
from rustmend.knowledge.entries import Entry
from rustmend.knowledge.listing import read_listing, read_shown
from rustmend.knowledge.tasks import Task

# A diagnostic's own code counts for much, but codes change between toolchains, so it only boosts.
CODE_BOOST = 3.0
# Compiler's words found in a question, against the words of the prose: best for questions as for
# pasted messages, as measured over kb/ and the compiler's own examples.
PASTED = 0.3
# What the code that the compiler prints counts: of 97 mistakes in programs that are not in kb/ it
# brings the very entry first in 84 instead of 70, and above this nothing changes.
SHOWN = 4.0
# What says the same, against the best of what does not; with another code it is worth less.
SAME = 1.15
SAME_ELSEWHERE = 1.05
# What an entry's own signs count where a diagnostic bears them all, more for a more special one,
# and where it lacks one
BEARS = 1.6
FURTHER_SIGN = 0.2
LACKS = 0.2
TYPICAL = 1.15  # what an entry counts more whose situation is met most
POOL = 64  # looked at even for the first alone, so that signs can lift what words put behind
WORDS = 3.0  # what the ranking by words counts against the one by meaning
BATCH = 200  # so that nobody waits long while many are added
CODE = re.compile(r"\bE\d{4}\b|\b(?:clippy::|rustdoc::)?[a-z]+(?:_[a-z]+)+\b")

NOTHING = Said(())


class Meanings(Protocol):
    """Dense vectors of what diagnostics say."""

    size: int

    def of(self, signature: str) -> Sequence[float]:
        """Return the vector that is kept for a signature; nothing where none is yet."""
        ...

    def ask(self, said: Said) -> Sequence[float]:
        """Return the vector of a question; nothing where it cannot be made."""
        ...


Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Document(Generic[Item]):
    """Something to be found: by what its diagnostic says, by its codes, by what people type."""

    item: Item
    codes: tuple[str, ...] = ()
    said: Said = NOTHING
    prose: str = ""
    group: str = ""
    shown: frozenset[str] = frozenset()
    signs: tuple[str, ...] = ()
    typical: bool = False


@dataclass(frozen=True, slots=True)
class Scored(Generic[Item]):
    """An item found. ``similarity`` is in [0, 1].

    For a diagnostic it is the share of common words, and ``same`` says that the two say the
    same but for names; for a search it is the score as a part of the best one's.
    """

    item: Item
    similarity: float
    same: bool = False


class Index(Generic[Item]):
    """What can be found. It may be asked from any thread, also while it is being added to.

    ``meanings`` are a dense model's second opinion about what diagnostics say.
    """

    def __init__(self, engine: Engine, meanings: Meanings | None = None) -> None:
        self._engine = engine
        self._meanings = meanings
        self._lock = threading.Lock()
        self._documents: dict[int, Document[Item]] = {}
        self._next = 0
        self._numbers: dict[Item, list[int]] = {}
        self._same: dict[str, list[int]] = {}
        self._codes: set[str] = set()
        self._shown: Counter[str] = Counter()
        self._weights: dict[str, float] = {}  # of the words that documents show

    def __len__(self) -> int:
        return len(self._documents)

    def add(self, documents: Iterable[Document[Item]]) -> None:
        """Add documents. Those of one call are added in batches, between which it may be asked."""
        fresh = list(documents)
        for start in range(0, len(fresh), BATCH):
            batch = fresh[start : start + BATCH]
            vectors = [_vectors(one) for one in batch]
            with self._lock:
                self._weights.clear()
                numbered = dict(enumerate(batch, self._next))
                self._engine.add(
                    [
                        self._point(number, one, mine)
                        for (number, one), mine in zip(numbered.items(), vectors, strict=True)
                    ]
                )
                self._documents |= numbered
                self._next += len(numbered)
                for number, one in numbered.items():
                    self._codes.update(one.codes)
                    self._shown.update(one.shown)
                    self._numbers.setdefault(one.item, []).append(number)
                    if one.said.sentences:
                        self._same.setdefault(one.said.signature, []).append(number)

    def remove(self, items: Iterable[Item]) -> None:
        """Remove documents by their items; it is no matter whether they are there."""
        with self._lock:
            self._weights.clear()
            gone = [number for item in items for number in self._numbers.pop(item, ())]
            for number in gone:
                one = self._documents.pop(number)
                if one.said.sentences:
                    self._same[one.said.signature].remove(number)
            if gone:
                self._engine.remove(gone)

    def understand(self, signatures: Iterable[str]) -> None:
        """Take the dense vectors over that were made meanwhile for these."""
        wanted = list(signatures)
        for start in range(0, len(wanted), BATCH):
            with self._lock:
                numbers = [
                    n for each in wanted[start : start + BATCH] for n in self._same.get(each, ())
                ]
                known = [(n, self._documents[n]) for n in numbers]
                self._engine.add([self._point(n, one, _vectors(one)) for n, one in known])

    def similar(
        self, diagnostic: Diagnostic, limit: int = 5, *, groups: Sequence[str] = ()
    ) -> list[Scored[Item]]:
        """Return what is most like ``diagnostic``: first what says the same, then by words.

        Where the code that the compiler prints is known of both, it tells apart of what nearly the
        same is said.

        With ``groups`` only documents of these are looked at.
        """
        said = normalise(diagnostic)
        text, signature = said.text, said.signature
        codes = {diagnostic.code} if diagnostic.code else set()
        meaning = self._meanings.ask(said) if self._meanings else ()
        with self._lock:
            same = frozenset(
                number
                for number in self._same.get(signature, ())
                if not groups or self._documents[number].group in groups
            )
            scores = self._nearest(SAID, query(text), codes, max(POOL, 4 * limit), groups)
            if meaning:
                scores = _fused(
                    scores, self._engine.nearest(MEANING, meaning, 4 * limit, groups=groups)
                )

            best = max(scores.values(), default=0.0) or 1.0
            code = shown(diagnostic) if self._shown else frozenset()

            def order(number: int) -> tuple[float, int]:
                one = self._documents[number]
                fit = fitting(diagnostic, one.signs)
                fit *= TYPICAL if one.typical else 1.0
                if number not in same:
                    score = scores[number] / best
                else:
                    score = SAME_ELSEWHERE if codes.isdisjoint(one.codes) else SAME
                return (-score * fit * (1 + SHOWN * self._alike(code, one.shown)), number)

            ranked = sorted({*scores, *same}, key=order)[:limit]
            here = frozenset(text.split(" "))
            return [
                Scored(self._documents[n].item, _common(here, self._documents[n]), n in same)
                for n in ranked
            ]

    def search(
        self, text: str, limit: int = 10, *, groups: Sequence[str] = ()
    ) -> list[Scored[Item]]:
        """Return what people mean by ``text``: words, a code, or a compiler's message pasted."""
        with self._lock:
            codes = self._codes.intersection(CODE.findall(text))
            scores = self._nearest(PROSE, query(prose(text)), codes, 4 * limit, groups)
            pasted = query(Said((" ".join(words(text)),)).text)
            for number, score in self._nearest(SAID, pasted, codes, 4 * limit, groups).items():
                scores[number] = scores.get(number, 0.0) + PASTED * score
            for number in scores:
                scores[number] *= TYPICAL if self._documents[number].typical else 1.0
            ranked = sorted(scores, key=lambda n: (-scores[n], n))[:limit]
            best = max(scores.values(), default=0.0) or 1.0
            return [Scored(self._documents[n].item, scores[n] / best) for n in ranked]

    def close(self) -> None:
        """Give the engine back; after this nothing may be asked."""
        with self._lock:
            self._engine.close()

    def _nearest(
        self, vector: str, sparse: Sparse, codes: set[str], limit: int, groups: Sequence[str]
    ) -> dict[int, float]:
        """Return scores by number, from all documents and from those of the codes, boosted."""
        scores = dict(self._engine.nearest(vector, sparse, limit, groups=groups))
        if codes:
            scores |= dict(
                self._engine.nearest(vector, sparse, limit, codes=sorted(codes), groups=groups)
            )
        return {
            number: score * (1.0 if codes.isdisjoint(self._documents[number].codes) else CODE_BOOST)
            for number, score in scores.items()
        }

    def _alike(self, left: frozenset[str], right: frozenset[str]) -> float:
        """Return how much of two codes is common, the rare words more; from 0 to 1."""
        if not left or not right:
            return 0.0
        count = len(self._documents)
        if not self._weights:
            self._weights.update(
                (word, math.log(1 + count / (1 + often)) ** 2)
                for word, often in self._shown.items()
            )
        known, strange = self._weights, math.log(1 + count) ** 2

        def weight(words: Iterable[str]) -> float:
            return sum([known.get(word, strange) for word in words])

        return weight(left & right) / math.sqrt(weight(left) * weight(right))

    def _point(self, number: int, one: Document[Item], vectors: dict[str, Sparse]) -> Point:
        known = (
            self._meanings.of(one.said.signature) if self._meanings and one.said.sentences else ()
        )
        return Point(number, one.codes, vectors, one.group, known)


def fitting(diagnostic: Diagnostic, signs: Sequence[str]) -> float:
    """Return what an entry counts by its signs: more where all are borne, less where one is not."""
    if not signs:
        return 1.0
    return BEARS + FURTHER_SIGN * (len(signs) - 1) if bears(diagnostic, signs) else LACKS


def _fused(scores: dict[int, float], dense: list[tuple[int, float]]) -> dict[int, float]:
    """Fuse two rankings by their reciprocal ranks: the words count three times the meaning.

    Only with so small a constant do the weights hold: with a larger one what both rankings name
    somewhere beats what the better one names first.
    """
    fused: dict[int, float] = {}
    for weight, ranking in (
        (WORDS, sorted(scores, key=lambda n: (-scores[n], n))),
        (1.0, [n for n, _ in dense]),
    ):
        for rank, number in enumerate(ranking):
            fused[number] = fused.get(number, 0.0) + weight / (1 + rank)
    return fused


EntryIndex = Index[Entry]
TaskIndex = Index[Task]


def index_entries(
    entries: Iterable[Entry], kb: Path, cache: Path, meanings: Meanings | None = None
) -> EntryIndex:
    """Return an index over the entries of ``kb``, whose engine may keep a folder in ``cache``.

    It takes a moment (importing the engine most of it), so it belongs in a worker thread.
    """
    index = EntryIndex(open_engine(cache, meanings.size if meanings else 0), meanings)
    index.add(documents(entries, read_listing(kb), read_shown(kb)))
    return index


def index_tasks(tasks: Iterable[Task], cache: Path) -> TaskIndex:
    """Return an index over tasks, as ``index_entries`` does over entries."""
    index = TaskIndex(open_engine(cache))
    index.add(Document(task, prose=task_prose(task)) for task in tasks)
    return index


def documents(
    entries: Iterable[Entry],
    said: Mapping[str, Said],
    code: Mapping[str, frozenset[str]] | None = None,
) -> list[Document[Entry]]:
    """Return the entries as documents.

    ``said`` is what their broken programs give and ``code`` what the compiler prints, by id.
    """
    return [
        Document(
            entry,
            tuple(code for code in entry.codes if code),
            said.get(entry.id, NOTHING),
            _prose(entry),
            shown=(code or {}).get(entry.id, frozenset()),
            signs=entry.signs,
            typical=entry.typical,
        )
        for entry in entries
    ]


def _prose(entry: Entry) -> str:
    name = re.sub(r"[/-]", " ", entry.id)
    # a title and what people type say more than an explanation's running text
    heavy = " ".join([entry.title, *entry.search])
    return prose(" ".join([name, heavy, heavy, *entry.aliases, entry.explanation]))


def task_prose(task: Task) -> str:
    """Return the words by which a task is found."""
    # notes and traps speak of much beside the question
    heavy = " ".join([task.title, *task.questions, task.slug.replace("-", " ")])
    light = " ".join([*task.topics, *task.dependencies, task.notes, *task.traps])
    return prose(" ".join([heavy, heavy, heavy, light]))


def _vectors(one: Document[Item]) -> dict[str, Sparse]:
    vectors: dict[str, Sparse] = {}
    if one.said.sentences:
        vectors[SAID] = document(one.said.text)
    words = " ".join([*map(prose, one.codes), one.prose]).strip()
    if words:
        vectors[PROSE] = document(words, PROSE_LENGTH)
    return vectors


def _common(text: frozenset[str], one: Document[Item]) -> float:
    other = frozenset(one.said.text.split(" "))
    return len(text & other) / max(1, len(text | other))
