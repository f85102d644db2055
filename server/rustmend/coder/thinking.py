"""Rules and a model together: what rules mend surely, then the model, then rules again."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

from rustmend.attempts import Mended, Mender
from rustmend.domain import Snapshot
from rustmend.model.client import ModelClient
from rustmend.model.message import Message
from rustmend.propose.model import Precedents
from rustmend.repair import Engine
from rustmend.search import Repair, repair

# what rustc marks as machine-applicable has 0.8
_SURE = 0.7


class ModelRepair:
    """One run over the workspace of ``engine``. ``failure`` says why the model did no more.

    It begins with ``snapshot``; ``max_attempts`` bounds the model's answers.
    """

    def __init__(
        self,
        engine: Engine,
        client: ModelClient,
        precedents: Precedents,
        *,
        max_attempts: int,
        tests: bool,
        tell: Callable[[str], None],
        snapshot: Snapshot | None = None,
    ) -> None:
        self._engine = engine
        self._tests = tests
        self._tell = tell
        self._snapshot = snapshot or Snapshot()
        self._mender = Mender(
            engine,
            client,
            precedents,
            max_attempts=max_attempts,
            tests=tests,
            on_progress=tell,
        )
        self.failure = ""

    async def run(self, timeout: float | None) -> Repair:
        """Repair as far as it goes; after ``timeout`` seconds the best state so far is the answer.

        Raises ``CheckFailedError`` where cargo gives no usable answer for the first state.
        """
        loop = asyncio.get_running_loop()
        deadline = None if timeout is None else loop.time() + timeout
        before = self._engine.checks
        done = await self._by_rules(timeout)
        state = self._engine.state(done.snapshot, done.after)
        try:
            async with asyncio.timeout_at(deadline):
                await self._mender.mend(state, tests=done.tests, originals=done.originals)
        except TimeoutError:
            self.failure = "the time was up"
        mended = self._mender.mended or Mended(state)
        self.failure = self.failure or mended.failure
        done = _joined(done, mended, self._engine.checks - before)
        left = None if deadline is None else deadline - loop.time()
        if done.remaining and (left is None or left > 1):
            done = _followed(done, await repair(self._engine, done.snapshot, timeout=left))
        return done

    async def first_question(self, timeout: float | None) -> list[Message] | None:
        """Return what the model would be asked first; None where there is nothing to ask."""
        done = await self._by_rules(timeout)
        state = self._engine.state(done.snapshot, done.after)
        return self._mender.preview(state, tests=done.tests, originals=done.originals)

    async def _by_rules(self, timeout: float | None) -> Repair:
        """Mend what needs no thought.

        What is merely likely, or has a caution, waits until the model had its say: it may compile
        and still do something else than was meant.
        """
        limits = self._engine.limits
        self._engine.limits = replace(limits, allow_light=False, sure=_SURE)
        try:
            return await repair(
                self._engine, self._snapshot, timeout=timeout, on_progress=self._tell
            )
        finally:
            self._engine.limits = limits


def _joined(done: Repair, mended: Mended, checks: int) -> Repair:
    """Return the repair with what the model added to it."""
    if not mended.fixes:
        return replace(done, checks=checks, tests=mended.tests or done.tests)
    texts = dict(mended.state.snapshot.texts)
    originals = dict(done.originals)
    for applied in mended.fixes:
        for edit in applied.fix.candidate.edits:
            file = edit.span.file
            originals.setdefault(file, mended.fixes[0].sources.read(file) or b"")
    return replace(
        done,
        after=mended.state.report,
        snapshot=mended.state.snapshot,
        fixes=done.fixes + mended.fixes,
        texts={file: texts[file] for file in originals},
        originals=originals,
        rounds=done.rounds + len(mended.fixes),
        checks=checks,
        tests=mended.tests,
    )


def _followed(done: Repair, more: Repair) -> Repair:
    """Return the repair with what rules added after the model."""
    return replace(
        done,
        after=more.after,
        snapshot=more.snapshot,
        fixes=done.fixes + more.fixes,
        texts={**done.texts, **more.texts},
        originals={**more.originals, **done.originals},
        rounds=done.rounds + more.rounds,
        checks=done.checks + more.checks,
        tests=more.tests or done.tests,
    )
