"""Makes mistakes in crates, teaches how they are mended, and asks for the mend elsewhere."""

import contextlib
import os
import random
import shutil
import time
from collections.abc import AsyncIterator, Container, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import judge
from crates import CRATES
from figures import Figure
from prepare import Subject, prepare
from slips import Kind, Slip, find

from rustmend.cargo.check import Report
from rustmend.domain import Snapshot, Verdict
from rustmend.knowledge.journal import Journal
from rustmend.learning.teach import keep, repaired
from rustmend.learning.texts import edits_between
from rustmend.propose import Context, Proposer
from rustmend.propose.compiler import CompilerSuggestions
from rustmend.propose.past import PastFixes
from rustmend.propose.recipes import Recipes
from rustmend.propose.rules import Rules
from rustmend.repair import State
from rustmend.sources import Sources
from rustmend.syntax import Tree
from rustmend.wiring import Parts, assemble

# slips of one kind that are tried in one crate before it counts as having no more places
TRIES = 14
CRATES_EACH = 3
MAX_ERRORS = 12  # a slip with more is no small one
MENDED = Verdict(True, (), (), (), ())


@dataclass(frozen=True, slots=True)
class Mistake:
    """A slip that broke a crate, and what the compiler said."""

    room: "Room"
    slip: Slip
    file: Path
    text: bytes
    broken: bytes
    report: Report
    state: State

    @property
    def key(self) -> str:
        """The crate and the place."""
        return f"{self.room.subject.crate.name} {self.slip.key}"

    @property
    def snapshot(self) -> Snapshot:
        """The broken state."""
        return Snapshot({self.file: self.broken})


@dataclass(frozen=True, slots=True)
class Room:
    """A crate with an engine over it."""

    subject: Subject
    parts: Parts

    async def mistakes(self, kind: Kind, seed: int) -> AsyncIterator[Mistake]:
        """Yield places where a slip of ``kind`` breaks the crate, in an order of the seed's."""
        self.enter()
        slips = [
            slip
            for name in self.subject.files
            for slip in find(kind, name, Tree((self.subject.original / name).read_bytes()))
        ]
        random.Random(f"{seed} {kind.name} {self.subject.crate.name}").shuffle(slips)
        for slip in slips[:TRIES]:
            file = self.subject.tools.root / slip.file
            text = (self.subject.original / slip.file).read_bytes()
            broken = slip.apply(text)
            self.enter()
            report = await self.parts.engine.check(Snapshot({file: broken}))
            errors = [each for each in report.diagnostics if each.is_error]
            if not report.failure and 0 < len(errors) <= MAX_ERRORS:
                snapshot = Snapshot({file: broken})
                state = State(snapshot, report, Sources(snapshot))
                yield Mistake(self, slip, file, text, broken, report, state)

    def enter(self) -> None:
        """Let cargo see this crate's dependencies."""
        os.environ.update(self.subject.environment)


class School:
    """Teachers' crates, and others in which is tried what they teach."""

    def __init__(
        self, work: Path, teachers: Sequence[str], others: Sequence[str], places: int, seed: int
    ) -> None:
        self._work = work
        self._names = (teachers, others)
        self._places = places
        self._seed = seed
        self._rooms: dict[str, Room] = {}
        self._all: Journal | None = None
        self._stack = contextlib.AsyncExitStack()

    async def __aenter__(self) -> "School":
        names = (*self._names[0], *self._names[1])
        crates = [next(each for each in CRATES if each.name == name) for name in names]
        for subject in [prepare(crate, self._work) for crate in crates]:
            subject.tools.fresh(subject.original)
            os.environ.update(subject.environment)
            flags = {
                "cache.path": str(self._work / "learning" / "cache"),
                "journal.path": str(self._work / "learning" / "none.sqlite"),
            }
            parts = await self._stack.enter_async_context(assemble(subject.tools.root, flags))
            self._rooms[subject.crate.name] = Room(subject, parts)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        await self._stack.aclose()

    async def teach_all(self, kinds: Sequence[Kind], count: int) -> None:
        """Fill a journal with ``count`` lessons of every kind, unless it is there already."""
        file = self._work / "learning" / "all" / f"{self._seed}-{count}.sqlite"
        there = file.exists()
        self._all = Journal(file)
        if there:
            return
        for kind in kinds:
            for mistake in await self._examples(kind, count):
                teach(self._all, mistake)

    async def compare(
        self, kind: Kind, known: Container[tuple[str, int, str]]
    ) -> AsyncIterator[Figure]:
        """Yield how it goes at every place with all sources, without the lessons and with."""
        assert self._all is not None
        for place in await self._others(kind):
            for learned in (0, len(self._all.rewrites.all())):
                if (kind.name, learned, place.key) in known:
                    continue
                kept = self._all.rewrites.all if learned else lambda: ()
                knowledge = place.room.parts.knowledge
                sources = [
                    CompilerSuggestions(),
                    Rules(),
                    Recipes(knowledge.entries, knowledge.said),
                ]
                yield await attempt(Proposer([*sources, PastFixes(kept)]), place, kind, learned)

    async def learn(
        self, kind: Kind, counts: Sequence[int], known: Container[tuple[str, int, str]] = ()
    ) -> AsyncIterator[Figure]:
        """Yield how it goes at every place after each number of examples, but what is known."""
        examples = await self._examples(kind, max(counts))
        places = await self._others(kind)
        folder = self._work / "learning" / "journal"
        for count in counts:
            shutil.rmtree(folder, ignore_errors=True)
            journal = Journal(folder / "journal.sqlite")
            for mistake in examples[:count]:
                teach(journal, mistake)
            if len(examples) >= count:
                proposer = Proposer([PastFixes(journal.rewrites.all)])
                for place in places:
                    if (kind.name, count, place.key) not in known:
                        yield await attempt(proposer, place, kind, count)
            journal.close()

    async def _examples(self, kind: Kind, count: int) -> list[Mistake]:
        """Return examples, each of another teacher's crate where there are enough of them."""
        lanes = [self._rooms[name].mistakes(kind, self._seed) for name in self._names[0]]
        found: list[Mistake] = []
        while lanes and len(found) < count:
            for lane in list(lanes):
                mistake = await anext(lane, None)
                if mistake is None:
                    lanes.remove(lane)
                else:
                    found.append(mistake)
        return found[:count]

    async def _others(self, kind: Kind) -> list[Mistake]:
        """Return places in the first three crates that have enough, else in those with most."""
        found: list[list[Mistake]] = []
        for name in self._names[1]:
            here: list[Mistake] = []
            async for mistake in self._rooms[name].mistakes(kind, self._seed):
                here.append(mistake)
                if len(here) == self._places:
                    break
            found.append(here)
            if sum(len(each) == self._places for each in found) == CRATES_EACH:
                break
        chosen = sorted(found, key=lambda here: -len(here))[:CRATES_EACH]
        return [mistake for here in chosen for mistake in here]


def teach(journal: Journal, mistake: Mistake) -> None:
    """Learn how a mistake is mended, as ``kb learn`` does."""
    sources = Sources(mistake.snapshot)
    edits = edits_between({mistake.file: mistake.broken}, {mistake.file: mistake.text})
    parts = mistake.room.parts
    for diagnostic in [each for each in mistake.report.diagnostics if each.is_error]:
        fix = repaired(diagnostic, edits, MENDED, sources)
        keep(journal, parts.past_fix(fix, sources), fix, sources, explicit=True)


async def attempt(proposer: Proposer, mistake: Mistake, kind: Kind, count: int) -> Figure:
    """Ask for fixes, and compare the first with what had been there."""
    room, engine = mistake.room, mistake.room.parts.engine
    room.enter()
    engine.proposer = proposer
    # other sources propose other things, but what was compiled before stays true
    mistake.state.candidates.clear()
    engine._states = {id(mistake.report): mistake.state}
    errors = [each for each in mistake.report.diagnostics if each.is_error]
    context = Context(room.parts.workspace, Sources(mistake.snapshot), mistake.report.diagnostics)
    for _ in range(2):  # the first time trees are built, which others would find then
        started = time.perf_counter()
        proposer.candidates(errors[0], context)
        looked_up = time.perf_counter() - started
    before = engine.checks
    first = None
    offers = engine.offers(mistake.snapshot, mistake.report, errors, per_diagnostic=1)
    async for fix in offers:
        first = fix
        break
    await offers.aclose()
    restored = False
    if first is not None:
        made = Sources(mistake.snapshot).edited(first.candidate.edits)
        restored = (
            all(
                _same(text, mistake.text if file == mistake.file else file.read_bytes(), room)
                for file, text in made.items()
            )
            and mistake.file in made
        )
    start, end = mistake.slip.edits[0].start, max(edit.end for edit in mistake.slip.edits)
    error = errors[0]
    return Figure(
        kind=kind.name,
        examples=count,
        crate=room.subject.crate.name,
        place=mistake.key,
        error=f"{error.code} {error.message}",
        verified=first is not None,
        restored=restored,
        compiled=engine.checks - before,
        title=first.candidate.title if first else "",
        original=_line(mistake.text, start, end),
        broken=_line(mistake.broken, start, end + len(mistake.broken) - len(mistake.text)),
        looked_up=looked_up,
    )


def _same(one: bytes, other: bytes, room: Room) -> bool:
    if judge.tokens(one) == judge.tokens(other):
        return True
    edition = room.subject.edition
    laid_out = [judge._formatted(text, edition) for text in (one, other)]
    return judge.tokens(laid_out[0]) == judge.tokens(laid_out[1])


def _line(text: bytes, start: int, end: int) -> str:
    first = text.rfind(b"\n", 0, start) + 1
    last = text.find(b"\n", max(end, start))
    return text[first : last if last >= 0 else len(text)].decode(errors="replace")
