"""What the knowledge base says to a question: tasks, entries and the compiler's own texts.

The indexes find what is likely; how much of the question an item speaks of decides between tasks
and entries, and whether anything was found at all: an index always returns its nearest.
"""

import difflib
import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from rustmend.explanation import precedent, rustc_text
from rustmend.knowledge.embed import prose

if TYPE_CHECKING:
    from rustmend.knowledge.entries import Entry
    from rustmend.knowledge.tasks import Task
    from rustmend.wiring import Knowledge

# of the question's words, weighed by rarity, an item must speak of this share; measured over the
# tasks' and entries' own questions against ones about cooking, law and travel
_ENOUGH = 0.5
# what only the running text says counts less than a title's word
_RUNNING_TEXT = 0.6
# the indexes' order decides between items that speak of the same share
_RANK = 0.15
_STEM = 6
# shorter words are like too many others
_TYPO = 5
_ALIKE = 0.8
_CODE = re.compile(r"\bE\d{4}\b")
_WORD = re.compile(r"\b[A-Za-z]+\b")
_STOP = frozenset(prose(
    "a an and any are as at be best between by can can't code could difference do does doesn't "
    "don't example explain find for from get give good have how i if in into is it it's its like "
    "make me mean my need of on "
    "one or please program rust should show so some tell than that the their them then there "
    "these this to up use using want was way we what what's when where which who why will with "
    "without would you your"
).split())  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """Something that an answer rests on.

    ``id`` is such as ``E0502/push-while-iterating``, ``tasks/read-lines``, ``rustc/E0502``.
    ``text`` is the whole of it as Markdown, ``share`` how much of the question it speaks of.
    """

    id: str
    kind: str
    title: str
    text: str
    share: float
    checked_with: str = ""

    @property
    def uri(self) -> str:
        """Its resource, as the MCP server serves it; "" for the compiler's own text."""
        shelf = {"entry": "errors/", "lint": "lints/", "task": ""}.get(self.kind)
        return "" if shelf is None else f"rustmend://{shelf}{self.id}"


async def consult(question: str, knowledge: "Knowledge", limit: int = 6) -> list[Source]:
    """Return what speaks of ``question``, the best first; empty where nothing does."""
    import asyncio

    spelt = await asyncio.to_thread(_spelt, question, knowledge)
    found = await asyncio.to_thread(_curated, spelt, knowledge, limit)
    codes = list(dict.fromkeys(_CODE.findall(question.upper())))
    texts = [(code, await rustc_text(code)) for code in codes[:2]]
    general = [
        Source(f"rustc/{code}", "rustc", f"What rustc says about {code}", text, 1.0)
        for code, text in texts
        if text
    ]
    # who asks for nothing but the code wants what it means, not one case of it
    alone = _content(question) <= {_stem(prose(code)) for code in codes}
    return [*general, *found] if alone else [*found, *general]


def nearest_tasks(text: str, knowledge: "Knowledge", limit: int) -> "list[tuple[Task, float]]":
    """Return the tasks that a description is most like, with the share that each speaks of."""
    words = _content(text)
    weigh = _rarity(knowledge)
    tasks = knowledge.similar_tasks(text, 2 * limit)
    shares = [(task, _share(words, *_task_words(task), weigh)) for task in tasks]
    return sorted(shares, key=lambda each: -each[1])[:limit]


def _curated(question: str, knowledge: "Knowledge", limit: int) -> list[Source]:
    words = _content(question)
    if not words:
        return []
    weigh = _rarity(knowledge)
    index = knowledge.index
    entries = [each.item for each in index.search(question, 2 * limit)] if index else []
    tasks = knowledge.similar_tasks(question, 2 * limit)
    codes = set(_CODE.findall(question.upper()))
    scored: list[tuple[float, float, Entry | Task]] = []
    for rank, entry in enumerate(entries):
        asked_for = not codes.isdisjoint(entry.codes)
        share = 1.0 if asked_for else _share(words, *_entry_words(entry), weigh)
        scored.append((share + _RANK / (1 + rank), share, entry))
    for rank, task in enumerate(tasks):
        share = _share(words, *_task_words(task), weigh)
        scored.append((share + _RANK / (1 + rank), share, task))
    scored = [each for each in scored if each[1] >= _ENOUGH]
    scored.sort(key=lambda each: -each[0])
    found = (_source(item, share) for _, share, item in scored[:limit])
    return [each for each in found if each is not None]


def _spelt(question: str, knowledge: "Knowledge") -> str:
    """Return a question in which a word that nobody knows is the known one that is most like it."""
    known = _rarity(knowledge)

    def spelt(found: re.Match[str]) -> str:
        word = found[0].lower()
        bare = prose(word)
        if len(word) < _TYPO or bare in _STOP or known.counts[_stem(bare)]:
            return found[0]
        # a slip seldom hits the first letter, and "bread" should not become "read"
        alike = [each for each in known.words if each[0] == word[0]]
        return next(iter(difflib.get_close_matches(word, alike, 1, _ALIKE)), word)

    return _WORD.sub(spelt, question)


def _content(text: str) -> set[str]:
    """Return the words of a question that say what it is about."""
    return {_stem(w) for w in prose(text).split() if w not in _STOP and len(w) > 1}


def _entry_words(entry: "Entry") -> tuple[frozenset[str], frozenset[str]]:
    return _words(
        " ".join([entry.title, *entry.search, *filter(None, entry.codes), _apart(entry.id)]),
        entry.explanation,
    )


def _task_words(task: "Task") -> tuple[frozenset[str], frozenset[str]]:
    heavy = [task.title, *task.questions, *task.topics, *task.dependencies, _apart(task.slug)]
    return _words(" ".join(heavy), " ".join([task.notes, *task.traps]))


def _apart(name: str) -> str:
    return re.sub(r"[/_-]", " ", name)


@lru_cache(maxsize=4096)
def _words(heavy: str, running: str) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(map(_stem, prose(heavy).split())), frozenset(
        map(_stem, prose(running).split())
    )


def _stem(word: str) -> str:
    """Return what `graceful` and `gracefully` share."""
    return word[:_STEM]


def _share(
    words: set[str],
    heavy: frozenset[str],
    running: frozenset[str],
    weigh: "Rarity",
) -> float:
    total = sum(map(weigh, words))
    said = sum(weigh(w) * (1.0 if w in heavy else _RUNNING_TEXT * (w in running)) for w in words)
    return said / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much a word says: one that stands everywhere says little, an unknown one the most."""

    counts: Counter[str]
    documents: int
    words: tuple[str, ...]

    def __call__(self, word: str) -> float:
        """Return the weight of ``word``."""
        return math.log(1 + self.documents / (1 + self.counts[word]))


def _rarity(knowledge: "Knowledge") -> Rarity:
    entries, tasks = knowledge.entries, knowledge.tasks
    key = (len(entries), len(tasks))
    if key not in _rarities:
        counts: Counter[str] = Counter()
        pairs = [*map(_entry_words, entries), *map(_task_words, tasks)]
        for heavy, running in pairs:
            counts.update(heavy | running)
        texts = [*(each.title for each in entries), *(each.title for each in tasks)]
        texts += [question for task in tasks for question in task.questions]
        texts += [words for entry in entries for words in entry.search]
        words = {word for text in texts for word in _WORD.findall(text.lower())}
        _rarities[key] = Rarity(counts, len(pairs), tuple(sorted(words)))
    return _rarities[key]


_rarities: dict[tuple[int, int], Rarity] = {}


def _source(item: "Entry | Task", share: float) -> Source | None:
    from rustmend.knowledge.tasks import Task

    try:
        if isinstance(item, Task):
            return Source(item.id, "task", item.title, task_text(item), share, item.checked_with)
        found = precedent(item)
        diff = f"\n\n```diff\n{found.diff.rstrip()}\n```" if found else ""
        text = f"{item.explanation}{diff}"
        kind = "lint" if item.is_lint else "entry"
        return Source(item.id, kind, item.title, text, share, item.checked_with)
    except OSError:  # its files went meanwhile
        return None


def task_text(task: "Task") -> str:
    """Return a task as Markdown: notes, traps, its files. Raises ``OSError``."""
    parts = [task.notes]
    if task.traps:
        parts.append("Beware:\n" + "\n".join(f"- {trap}" for trap in task.traps))
    parts += [
        f"`{name}`\n\n```{_language(name)}\n{text.rstrip()}\n```"
        for name, text in _roots_first(task.files().items())
    ]
    return "\n\n".join(parts)


def _roots_first(files: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(files, key=lambda each: not each[0].startswith("src/"))


def _language(name: str) -> str:
    return {".rs": "rust", ".toml": "toml"}.get(Path(name).suffix, "text")
