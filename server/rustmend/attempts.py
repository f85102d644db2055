"""Repair with a model: ask, compile the answer, tell what came of it, ask again.

Every answer is judged by the compiler against the last proven state, as any other candidate is. An
answer that leaves fewer errors without being proven is built upon; one that makes it worse is
taken back and told. What compiles by cheating is asked for once more, done properly.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from rustmend.cargo.check import Report
from rustmend.cargo.format import edits_between
from rustmend.domain import Candidate, Caution, Diagnostic, Fix, Origin, TextEdit
from rustmend.domain.text import unified_diff
from rustmend.model.client import Message, ModelClient, ModelError
from rustmend.model.prompt import ANSWER_SCHEMA, Material, Tried, question
from rustmend.model.reply import ReplyError, anchored, read_reply
from rustmend.outcomes import (
    LONGEST_OUTCOME,
    Round,
    failing_output,
    failing_tests,
    fails,
    further,
    outcome,
    reproach,
    worse,
)
from rustmend.propose import Context
from rustmend.propose.cautions import cautions
from rustmend.propose.model import (
    Precedents,
    for_errors,
    for_tests,
    manifest_of,
    name_of,
    room_of,
)
from rustmend.repair import Engine, State
from rustmend.search_node import AppliedFix

Consent = Callable[[Candidate], Awaitable[bool]]
"""Asks whether code that runs while it is compiled may be compiled."""

# of a model that is asked again for the same, something else is wanted
_WARM = 0.9
# answers in all, in terms of those for one state
_STATES = 4
_TEST_OUTPUT = 5_000


@dataclass(frozen=True, slots=True)
class Mended:
    """What came of it.

    ``state`` is the last proven state, ``fixes`` lead to it. ``cautious`` is a fix from there that
    is verified and has a caution that was not allowed. ``failure`` says in one line why no more
    came of it, and is empty where nothing is left to mend.
    """

    state: State
    fixes: tuple[AppliedFix, ...] = ()
    tests: Report | None = None
    cautious: AppliedFix | None = None
    failure: str = ""


@dataclass(frozen=True, slots=True)
class _Step:
    applied: AppliedFix
    state: State
    tests: Report | None


class Mender:
    """Asks ``client`` for what ``engine`` then proves.

    ``max_attempts`` counts the answers for one state. ``consent`` is asked before anything is
    compiled that would run meanwhile; without it nothing of that kind is. ``tests`` also runs
    the tests, and has failing ones mended.
    """

    def __init__(
        self,
        engine: Engine,
        client: ModelClient,
        precedents: Precedents,
        *,
        max_attempts: int = 3,
        tests: bool = False,
        consent: Consent | None = None,
        on_progress: Callable[[str], None] | None = None,
    ) -> None:
        self._engine = engine
        self._client = client
        self._precedents = precedents
        self._max_attempts = max_attempts
        self._tests = tests
        self._consent = consent
        self._tell = on_progress or (lambda _: None)
        self._asked = 0
        self._manifest = Caution.ADDS_DEPENDENCY in engine.limits.allow
        self._originals: Mapping[Path, bytes] = {}
        self.mended: Mended | None = None

    async def mend(
        self,
        state: State,
        *,
        focus: Diagnostic | None = None,
        tests: Report | None = None,
        originals: Mapping[Path, bytes] | None = None,
    ) -> Mended:
        """Mend ``state`` as far as it goes; with ``focus`` that one diagnostic, in one fix.

        ``originals`` are the texts before what was mended already, ``tests`` the last run of the
        tests. ``self.mended`` is what was reached at any moment, also where this is cancelled.
        """
        self._originals = originals or {}
        self.mended = Mended(state, tests=tests)
        try:
            while self._may_ask():
                reached = self.mended
                if self._tests and not reached.state.errors and reached.tests is None:
                    self._tell("running the tests")
                    tested = await self._engine.test(reached.state)
                    self.mended = reached = replace(reached, tests=tested)
                if not self._is_left(reached, focus):
                    return reached
                step = await self._step(reached, focus)
                if step is None:
                    break
                self.mended = replace(
                    reached,
                    state=step.state,
                    fixes=(*reached.fixes, step.applied),
                    tests=step.tests.remembering(reached.tests) if step.tests else reached.tests,
                )
                if focus is not None:
                    return self.mended
        except ModelError as error:
            self.mended = replace(self.mended, failure=str(error))
        return self.mended

    def preview(
        self,
        state: State,
        *,
        focus: Diagnostic | None = None,
        tests: Report | None = None,
        originals: Mapping[Path, bytes] | None = None,
    ) -> list[Message] | None:
        """Return the first question as it would be asked; None where there is nothing to ask."""
        self._originals = originals or {}
        reached = Mended(state, tests=tests)
        if not self._is_left(reached, focus):
            return None
        material, _ = self._material(reached, Round(state, state), focus)
        return question(material, structured=self._client.structured)

    def _may_ask(self) -> bool:
        return self._asked < self._max_attempts * _STATES

    def _is_left(self, reached: Mended, focus: Diagnostic | None) -> bool:
        failing = self._tests and reached.tests is not None and fails(reached.tests)
        return focus is not None or bool(reached.state.errors) or failing

    async def _step(self, reached: Mended, focus: Diagnostic | None) -> _Step | None:
        """Return a proven step from ``reached``; None, with the reason kept, if there is none."""
        now = Round(reached.state, reached.state)
        cautious: _Step | None = None
        attempt = unread = 0
        while attempt < self._max_attempts + now.advanced and self._may_ask():
            attempt += 1
            self._tell(f"asking {self._client.name} ({attempt} of {self._max_attempts})")
            candidate = await self._candidate(reached, now, focus)
            if candidate is None:
                # a slip of form is not a wrong idea
                unread += 1
                attempt -= unread == 1
                continue
            if not await self._may_compile(candidate):
                now.fail(
                    self._diff(now.base, candidate.edits),
                    "That code would run while it is compiled, which was not allowed.",
                )
                continue
            self._tell(f"compiling the answer of {self._client.name}")
            step = await self._judged(reached, now, candidate, focus)
            if step is None:
                continue
            if self._engine.limits.admits(candidate):
                return step
            if cautious is None or len(candidate.cautions) < len(
                cautious.applied.fix.candidate.cautions
            ):
                cautious = step
            if now.insisted:
                break
            now.insisted = True
            now.tried.append(Tried(self._diff(now.base, candidate.edits), reproach(candidate)))
            now.current = now.base
        for answer in now.answers:
            await self._client.forget(answer)
        self.mended = replace(
            reached,
            cautious=cautious.applied if cautious else None,
            failure=self._why(now, cautious),
        )
        return None

    async def _candidate(
        self, reached: Mended, now: Round, focus: Diagnostic | None
    ) -> Candidate | None:
        """Ask, and return the answer as edits of the last proven state; None if it is no use."""
        material, about = await asyncio.to_thread(self._material, reached, now, focus)
        structured = self._client.structured
        completion = await self._client.complete(
            question(material, structured=structured),
            schema=ANSWER_SCHEMA if structured else None,
            schema_name="edits",
            temperature=_WARM if now.warm else None,
            on_text=self._counter(),
        )
        self._asked += 1
        now.answers.append(completion)
        context = self._context(now.current)
        try:
            reply = read_reply(completion.text)
            if not reply.edits and reply.diagnosis:
                raise ReplyError(f"no edits, but: {reply.diagnosis}")
            edits = anchored(reply, room_of(context, manifest=self._manifest))
        except ReplyError as error:
            cut = " (it reached model.maxTokens)" if completion.cut else ""
            now.fail("", f"Your answer could not be used: {error}{cut}")
            return None
        texts = {**now.current.snapshot.texts, **now.current.sources.edited(edits)}
        total = self._since(now.base, texts)
        if not total or frozenset(total) in now.seen:
            now.warm = True
            now.fail(
                self._diff(now.base, total), "The same answer as before: think of another way."
            )
            return None
        now.seen.add(frozenset(total))
        # what it is for is told of the state that the user has
        first = about if now.current is now.base else now.base.errors
        target = focus or next(iter(first), None) or failing_tests(reached.tests)
        base = self._context(now.base)
        candidate = Candidate(
            title=reply.title or reply.diagnosis[:72] or f"Edit by {self._client.name}",
            edits=total,
            origin=Origin.MODEL,
            diagnostic=target,
            source=f"model:{self._client.name}",
            prior=1.0,
            cautions=cautions(base.sources, total, base, target),
        )
        return await self._engine.polished(now.base, candidate)

    async def _judged(
        self, reached: Mended, now: Round, candidate: Candidate, focus: Diagnostic | None
    ) -> _Step | None:
        """Compile a candidate; return the step if it is proven, else remember what came of it."""
        verdict, after = await self._engine.compile(now.base, focus, candidate.edits)
        diff = self._diff(now.base, candidate.edits)
        useful = (
            focus is not None
            or not now.base.errors
            or any(each.is_error for each in verdict.resolved)
        )
        if not (verdict.verified and useful):
            if not verdict.failure and focus is None and further(after.errors, now.current.errors):
                now.advance(after)
            else:
                now.fail(diff, outcome(verdict, useful=useful))
            return None
        tests = None
        if self._tests:
            self._tell("running the tests")
            tests = await self._engine.test(after)
            if broken := worse(reached.tests, tests, mending=not now.base.errors):
                now.fail(diff, f"{broken}\n{failing_output(tests, LONGEST_OUTCOME)}")
                return None
        return _Step(AppliedFix(Fix(candidate, verdict), now.base.sources), after, tests)

    def _material(
        self, reached: Mended, now: Round, focus: Diagnostic | None
    ) -> tuple[Material, list[Diagnostic]]:
        context = self._context(now.current)
        wanted = focus if now.current is now.base else None
        errors = now.current.errors
        about: list[Diagnostic] = []
        if errors or focus is not None:
            some = errors if wanted is None or wanted in errors else [wanted, *errors]
            material, about = for_errors(some, context, self._precedents, wanted)
        else:
            assert reached.tests is not None  # noqa: S101  # it is what is left
            output = failing_output(reached.tests, _TEST_OUTPUT)
            material = for_tests(output, sorted(reached.tests.failed), context)
        if self._manifest:
            material = manifest_of(material, context)
        changes = self._changes(now.current, context)
        return replace(material, tried=tuple(now.tried), changes=changes), about

    def _context(self, state: State) -> Context:
        return Context(self._engine.workspace, state.sources, state.report.diagnostics)

    def _changes(self, state: State, context: Context) -> str:
        """Return what was changed since the texts that the user has."""
        first = self.mended.fixes[0].sources if self.mended and self.mended.fixes else None
        files = dict.fromkeys([*self._originals, *state.snapshot.texts])
        parts = []
        for file in files:
            old = self._originals.get(file)
            if old is None:
                old = (first or state.sources).read(file) or b""
            parts.append(unified_diff(name_of(file, context), old, state.sources.read(file) or b""))
        return "".join(parts)

    def _since(self, base: State, texts: Mapping[Path, bytes]) -> tuple[TextEdit, ...]:
        """Return the smallest edits from ``base`` to ``texts``."""
        return tuple(
            edit
            for file, text in sorted(texts.items())
            for edit in edits_between(file, base.sources.read(file) or b"", text)
        )

    def _diff(self, base: State, edits: tuple[TextEdit, ...]) -> str:
        context = self._context(base)
        return "".join(
            unified_diff(name_of(file, context), base.sources.read(file) or b"", text)
            for file, text in base.sources.edited(edits).items()
        )

    async def _may_compile(self, candidate: Candidate) -> bool:
        if Caution.EDITS_BUILD_TIME not in candidate.cautions:
            return True
        if Caution.EDITS_BUILD_TIME in self._engine.limits.allow:
            return True
        return self._consent is not None and await self._consent(candidate)

    def _counter(self) -> Callable[[str], None]:
        """Return what tells how much of an answer has come."""
        size = 0

        def count(piece: str) -> None:
            nonlocal size
            before, size = size, size + len(piece)
            if before // 400 != size // 400:
                self._tell(f"{self._client.name} answers ({size // 100 / 10:g} kB)")

        return count

    def _why(self, now: Round, cautious: _Step | None) -> str:
        if cautious is not None:
            words = ", ".join(each.words for each in cautious.applied.fix.candidate.cautions)
            return f"the answer of {self._client.name} compiles, but {words}"
        last = now.tried[-1].outcome.split("\n")[0] if now.tried else "errors are left"
        return f"no answer of {self._client.name} could be verified (the last: {last})"
