"""The engine: diagnostics → candidates → verify → keep or go back.

Every door uses it. An editor asks for ``offers``, each fix proven alone; the command
line asks for ``repair``, which goes on until nothing is left (``search`` has that part).
"""

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from rustmend.cargo.check import Report
from rustmend.cargo.format import formatted
from rustmend.cargo.selection import Selection
from rustmend.cargo.shadow import Shadow
from rustmend.cargo.verify import judge
from rustmend.cargo.workspace import Workspace
from rustmend.domain import (
    Candidate,
    Caution,
    Diagnostic,
    Fix,
    OverlappingEditsError,
    Snapshot,
    TextEdit,
    Verdict,
)
from rustmend.domain.text import conflict
from rustmend.propose import Context, Proposer
from rustmend.propose.alike import alike, bundled, likely
from rustmend.propose.manifests import runs_at_build_time
from rustmend.propose.rank import shortlist
from rustmend.sources import Sources

# a second offer for a diagnostic is worth a compilation only if it was about as likely
_RIVAL = 0.1
# from this many errors of one code on, a common cause is looked for, among this many of them
_ALIKE, _VOTERS = 3, 8
# how often fix-all drops what did not go together and tries the rest
_UNION_TRIES = 3


@dataclass(frozen=True, slots=True)
class Limits:
    """How far the engine goes. ``timeout`` is for one run of cargo, in seconds.

    ``sure`` is how likely a candidate must be, by its prior, to be tried without asking.
    """

    max_candidates: int = 12
    max_errors: int = 50
    max_rounds: int = 20
    max_checks: int = 120
    allow: frozenset[Caution] = frozenset()
    allow_light: bool = True
    warnings: bool = False
    tests: bool = False
    timeout: float | None = 600.0
    sure: float = 0.0

    def admits(self, candidate: Candidate) -> bool:
        """Whether ``candidate`` may be made without asking, for its cautions and its likelihood."""
        return candidate.prior >= self.sure and all(
            caution in self.allow or (self.allow_light and not caution.heavy)
            for caution in candidate.cautions
        )


@dataclass(slots=True)
class State:
    """A snapshot, what the compiler said of it, and what was tried from there."""

    snapshot: Snapshot
    report: Report
    sources: Sources
    candidates: dict[Diagnostic, list[Candidate]] = field(default_factory=dict)
    alone: dict[Diagnostic, list[Candidate]] = field(default_factory=dict)
    verdicts: dict[frozenset[TextEdit], Verdict] = field(default_factory=dict)
    polished: dict[tuple[TextEdit, ...], tuple[TextEdit, ...]] = field(default_factory=dict)

    @property
    def errors(self) -> list[Diagnostic]:
        """The errors of the report."""
        return [diagnostic for diagnostic in self.report.diagnostics if diagnostic.is_error]


class Engine:
    """Checks, proposes and verifies for one workspace. One run of cargo at a time."""

    def __init__(
        self,
        workspace: Workspace,
        shadow: Shadow,
        proposer: Proposer,
        selection: Selection,
        limits: Limits | None = None,
        *,
        low_priority: bool = False,
    ) -> None:
        self.workspace = workspace
        self.shadow = shadow
        self.proposer = proposer
        self.selection = selection
        self.limits = limits or Limits()
        self.checks = 0
        self._low_priority = low_priority
        self._states: dict[int, State] = {}

    async def check(
        self, snapshot: Snapshot, *, on_diagnostic: Callable[[Diagnostic], None] | None = None
    ) -> Report:
        """Run cargo over the whole selection. Raises what ``Shadow.check`` raises."""
        self.checks += 1
        return await self.shadow.check(
            snapshot,
            self.selection,
            on_diagnostic=on_diagnostic,
            timeout=self.limits.timeout,
            low_priority=self._low_priority,
        )

    async def test(self, state: State) -> Report:
        """Run the tests of those packages in which ``state`` has no error; benches do not count."""
        broken = {
            each.package
            for each in state.errors
            if not each.target.startswith(("bench ", "example "))
        }
        members = [each.name for each in self.workspace.packages if each.member]
        whole = tuple(name for name in members if name not in broken)
        if broken and not whole:
            failure = "no package is without errors"
            return Report((), success=False, units=frozenset(), failure=failure)
        self.checks += 1
        return await self.shadow.check(
            state.snapshot,
            replace(self.selection, command="test"),
            narrow=whole if broken else (),
            timeout=self.limits.timeout,
            low_priority=self._low_priority,
        )

    def state(self, snapshot: Snapshot, report: Report) -> State:
        """Return the state that ``report`` is about, with what was tried from there already."""
        state = self._states.get(id(report))
        if state is None or state.report is not report:
            state = State(snapshot, report, Sources(snapshot))
            self._states = dict(islice(self._states.items(), max(0, len(self._states) - 3), None))
            self._states[id(report)] = state
        return state

    async def candidates(self, state: State, diagnostic: Diagnostic) -> list[Candidate]:
        """Return the candidates for ``diagnostic``, best first, at most ``max_candidates``.

        Before one comes what makes the same change wherever the compiler says the same.
        """
        if diagnostic not in state.candidates:
            mine = await self._alone(state, diagnostic)
            places = alike(diagnostic, state.report.diagnostics) if likely(mine) else []
            others = [await self._alone(state, each) for each in places]
            state.candidates[diagnostic] = list(bundled(mine, others))
        return state.candidates[diagnostic]

    async def _alone(self, state: State, diagnostic: Diagnostic) -> list[Candidate]:
        if diagnostic not in state.alone:
            context = Context(self.workspace, state.sources, state.report.diagnostics)
            found = await asyncio.to_thread(self.proposer.candidates, diagnostic, context)
            state.alone[diagnostic] = shortlist(found, self.limits.max_candidates)
        return state.alone[diagnostic]

    async def polished(self, state: State, candidate: Candidate) -> Candidate:
        """Return ``candidate`` laid out as rustfmt would."""
        if candidate.edits not in state.polished:
            state.polished[candidate.edits] = await formatted(
                candidate.edits, state.sources, self.workspace.edition
            )
        return replace(candidate, edits=state.polished[candidate.edits])

    async def verify(self, state: State, candidate: Candidate) -> Verdict:
        """Compile ``candidate`` over ``state`` and judge it; a second time costs nothing."""
        key = frozenset(candidate.edits)
        if key not in state.verdicts:
            state.verdicts[key], _ = await self.compile(
                state, candidate.diagnostic, candidate.edits
            )
        return state.verdicts[key]

    async def compile(
        self, state: State, target: Diagnostic | None, edits: tuple[TextEdit, ...]
    ) -> tuple[Verdict, State]:
        """Compile ``edits`` over ``state``; return the verdict and the state they lead to."""
        try:
            texts = state.sources.edited(edits)
        except OverlappingEditsError as error:
            return Verdict(False, (), (), (), (), str(error)), state
        snapshot = state.snapshot.over(texts)
        after = await self.check(snapshot)
        edited = Sources(snapshot)
        verdict = judge(
            target,
            state.report,
            after,
            [edits],
            state.sources,
            edited,
            at_build_time=self.at_build_time(edits, state.sources),
        )
        return verdict, State(snapshot, after, edited)

    def at_build_time(self, edits: Iterable[TextEdit], sources: Sources) -> bool:
        """Whether code that ``edits`` change runs while the workspace is compiled."""
        files = {edit.span.file for edit in edits}
        return any(runs_at_build_time(file, self.workspace, sources) for file in files)

    async def offers(
        self,
        snapshot: Snapshot,
        report: Report,
        order: Sequence[Diagnostic],
        *,
        per_diagnostic: int = 2,
    ) -> AsyncGenerator[Fix, None]:
        """Yield verified fixes for ``order`` as they are found, each proven alone.

        First one for every diagnostic, then further ones that were about as likely. A diagnostic
        that another's fix resolves needs none of its own.
        """
        state = self.state(snapshot, report)
        first: dict[Diagnostic, Fix] = {}
        lanes: dict[Diagnostic, Iterator[Candidate]] = {}
        for diagnostic in order[: self.limits.max_errors]:
            # a fix with a caution takes nobody's place: what it removed may only have been misspelt
            good = [fix for fix in first.values() if not fix.candidate.cautions]
            if any(diagnostic in fix.verdict.resolved for fix in good):
                continue
            lanes[diagnostic] = iter(await self._shared_first(state, diagnostic))
            fix = await self._first_verified(state, lanes[diagnostic])
            if fix is not None:
                first[diagnostic] = fix
                yield fix
        for diagnostic, best in first.items():
            found = 1
            floor = 0.0 if best.candidate.cautions else best.candidate.prior - _RIVAL
            while found < per_diagnostic:
                rivals = (each for each in lanes[diagnostic] if each.prior >= floor)
                fix = await self._first_verified(state, rivals)
                if fix is None:
                    break
                found += 1
                yield fix

    async def _shared_first(self, state: State, diagnostic: Diagnostic) -> list[Candidate]:
        """Return the candidates, first those that others of its code have too: a common cause."""
        mine = await self.candidates(state, diagnostic)
        alike = [each for each in state.errors if each.code == diagnostic.code][:_VOTERS]
        if len(alike) < _ALIKE:
            return mine
        votes: Counter[frozenset[TextEdit]] = Counter()
        for each in alike:
            others = await self.candidates(state, each)
            votes.update({frozenset(candidate.edits) for candidate in others})
        return self.proposer.by_votes(mine, votes)

    async def _first_verified(self, state: State, lane: Iterator[Candidate]) -> Fix | None:
        for candidate in lane:
            polished = await self.polished(state, candidate)
            verdict = await self.verify(state, polished)
            if verdict.verified:
                return Fix(polished, verdict)
        return None

    def tried(self, report: Report, diagnostic: Diagnostic) -> list[tuple[Candidate, str]]:
        """Return what was tried for ``diagnostic`` without success, and what came of it."""
        state = self._states.get(id(report))
        if state is None:
            return []
        return [
            (candidate, _why_not(verdict))
            for candidate in state.candidates.get(diagnostic, [])
            if (verdict := state.verdicts.get(frozenset(candidate.edits))) and not verdict.verified
        ]

    async def fix_all(self, snapshot: Snapshot, report: Report, fixes: Sequence[Fix]) -> Fix | None:
        """Return those of ``fixes`` that verify together, as one fix; None where none do."""
        state = self.state(snapshot, report)
        chosen: list[Fix] = []
        for fix in fixes:
            if fix.candidate.edits in [each.candidate.edits for each in chosen]:
                continue
            if not any(conflict(fix.candidate.edits, each.candidate.edits) for each in chosen):
                chosen.append(fix)
        if len(chosen) == 1:
            return chosen[0]
        for _ in range(_UNION_TRIES):
            if not chosen:
                return None
            edits = tuple(edit for fix in chosen for edit in fix.candidate.edits)
            verdict, _ = await self.compile(state, None, edits)
            held = [fix for fix in chosen if fix.candidate.diagnostic in verdict.resolved]
            if verdict.verified and len(held) == len(chosen):
                several = all(each.is_error for each in verdict.resolved)
                title = f"Fix {len(verdict.resolved)} {'errors' if several else 'diagnostics'}"
                return Fix(replace(chosen[0].candidate, title=title, edits=edits), verdict)
            # what lies beside an error that came up goes first
            chosen = held if len(held) < len(chosen) else chosen[:-1]
        return None


def _why_not(verdict: Verdict) -> str:
    if verdict.failure:
        return verdict.failure
    if not verdict.target_gone:
        return "the error is still there"
    first = verdict.caused[0]
    return f"causes {first.code or 'an error'}: {first.message}"
