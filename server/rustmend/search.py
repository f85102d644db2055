"""Repair until nothing is left: a best-first search over states.

A state is the edits made so far and the diagnostics left. From a state, the next likely
candidate of every error of the earliest phase is compiled together with the others, what
did not go well is left out, and the rest is kept once it verified as a whole. A state
that mends its error but may have caused another one is kept aside and only counts if what
follows makes the sum of its edits verify.
"""

import asyncio
import contextlib
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import count

from rustmend.cargo.verify import errors_kept, judge, statement, touches
from rustmend.domain import (
    Candidate,
    Diagnostic,
    Fix,
    Snapshot,
    TextEdit,
    Verdict,
)
from rustmend.domain.text import conflict
from rustmend.errors import CheckFailedError
from rustmend.propose.causes import order, phase_group
from rustmend.propose.rank import LIKELY
from rustmend.repair import Engine, State
from rustmend.search_again import Again
from rustmend.search_node import (
    AppliedFix,
    Node,
    Repair,
    blameless,
    item_around,
    leads_back,
    lets_go_on,
    patience,
    same,
)

__all__ = ["Repair", "repair"]

# how many unproven steps may follow each other
_DEPTH = 6
# runs after which a chain of unproven steps is given up
_CHAIN = 12
# runs in which what was caused says which of the candidates compiled together to leave out
_UNION_TRIES = 3
# unproven states that are kept for each error of a state, the best ones
_UNPROVEN = 2
# candidates that are tried of each error of an unproven state: it is a guess already
_FOLLOWERS = 4
# errors that are asked which candidates they share
_VOTERS = 30


async def repair(
    engine: Engine,
    snapshot: Snapshot,
    *,
    timeout: float | None = None,
    on_progress: Callable[[str], None] | None = None,
) -> Repair:
    """Search for the state with the fewest errors; keep what was mended even if errors remain.

    After ``timeout`` seconds the best state so far is the answer. Raises ``CheckFailedError`` where
    cargo gives no usable answer for the first state.
    """
    started = engine.checks
    deadline = None if timeout is None else asyncio.get_running_loop().time() + timeout
    try:
        async with asyncio.timeout_at(deadline):
            report = await engine.check(snapshot)
    except TimeoutError:
        raise CheckFailedError(
            f"the first check did not end within {timeout:g} s; allow more time with --timeout"
        ) from None
    if report.failure:
        raise CheckFailedError(report.failure)
    state = engine.state(snapshot, report)
    root = Node(state, old_errors=len(state.errors))
    search = _Search(engine, root, on_progress or (lambda _: None))
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout_at(deadline):
            await search.run()
    best = search.best
    return Repair(
        before=report,
        after=best.state.report,
        snapshot=best.state.snapshot,
        fixes=best.fixes,
        texts=best.texts,
        originals={file: root.state.sources.read(file) or b"" for file in best.texts},
        rounds=search.rounds,
        checks=engine.checks - started,
        tests=best.tests,
    )


class _Search:
    def __init__(self, engine: Engine, root: Node, on_progress: Callable[[str], None]) -> None:
        self._engine = engine
        self._on_progress = on_progress
        self.best = root
        self._root = root.state
        self._before = engine.checks
        self._past = [root.state]
        self._known: dict[object, bool] = {}
        self._followed: set[object] = set()
        self._again = Again(engine, self._together, self._passes)
        root.targets = len(self._targets(root.state))
        self.rounds = 0

    async def run(self) -> None:
        """Search; ``best`` is the best proven state at any moment."""
        if self._engine.limits.tests:
            self.best.tests = await self._engine.test(self._root)
        found_at = self._spent
        frontier = [self.best]
        limits = self._engine.limits
        while frontier and self.rounds < limits.max_rounds:
            spent = self._spent
            if spent >= limits.max_checks or spent - found_at > patience(self._root, self.rounds):
                break
            node = min(frontier, key=lambda node: node.turn)
            child = await self._advance(node)
            if child is None:
                frontier.remove(node)
                continue
            self._past.append(child.state)
            if limits.tests and not child.steps and not await self._passes(node, child):
                continue
            frontier.append(child)
            if not child.steps and child.worth < self.best.worth:
                self.best, found_at = child, self._spent
                self.rounds += 1
                left = len(child.state.errors)
                self._on_progress(f"{left} error{'' if left == 1 else 's'} left")
            if not self.best.targets:
                async for better in self._again.better(self.best):
                    self.best, found_at = better, self._spent
            if not self.best.targets and not (self.best.tests and self.best.tests.failed):
                break

    @property
    def _spent(self) -> int:
        """How many runs of cargo this search has taken: an engine may have had others before."""
        return self._engine.checks - self._before

    async def _passes(self, node: Node, child: Node) -> bool:
        """Run the tests of ``child``; whether none of them passed before and fails now."""
        before = node.tests_before
        tests = await self._engine.test(child.state)
        child.tests = tests.remembering(before)
        if before is None:
            return True
        # what still has errors runs fewer tests, and so does what died
        lost = tests.died and not child.state.errors and before.passed - tests.passed
        return not lost and not before.passed & tests.failed

    def _targets(self, state: State) -> list[Diagnostic]:
        """Return what is to be mended: errors, and warnings too if asked for.

        Their turn comes once nothing is left to try for the errors: one that stays, in a test
        say, is no reason to leave the warnings of all else.
        """
        if not self._engine.limits.warnings:
            return state.errors
        return list(state.report.diagnostics)

    async def _advance(self, node: Node) -> Node | None:
        """Return a state one step on, or None when nothing is left to try from here."""
        while True:
            while picks := await self._picks(node):
                child = await self._together(node, picks)
                if child is not None:
                    return child
                if node.unproven and node.unproven[0].promises(node):
                    followed = node.unproven.pop(0)
                    if self._first_time(followed):
                        return followed
                    node.unproven.append(followed)
                if self._spent >= self._engine.limits.max_checks:
                    return None
                if node.steps and self._engine.checks - node.since > _CHAIN:
                    return None
            # likely candidates first, then what they led to, and only then the unlikely ones
            if node.unproven:
                return node.unproven.pop(0)
            if node.desperate or node.steps:
                return None
            node.desperate = True

    def _first_time(self, node: Node) -> bool:
        """Whether the last step of ``node`` is promising for the first time in this search."""
        key = same(node.fixes[-1].fix.candidate)
        new = key not in self._followed
        self._followed.add(key)
        return new

    async def _picks(self, node: Node) -> list[Candidate]:
        """Return the next candidate of each target of the earliest phase that has one left.

        Of several errors in one item only the first is taken: the others often follow from it.
        """
        lanes: dict[int, list[Candidate]] = {}
        items: set[object] = set()
        targets = self._of_chain(node) if node.steps else self._targets(node.state)
        for target in sorted(targets, key=order):
            group = phase_group(target)
            if lanes and group not in lanes:
                break
            around = statement(node.state.sources, target.span) if node.steps else None
            item = around or self._item(node.state, target)
            candidate = None if item in items else await self._next(node, target)
            if candidate is None:
                continue
            picked = lanes.setdefault(group, [])
            if not any(conflict(candidate.edits, each.edits) for each in picked):
                picked.append(candidate)
                items.add(item)
        # where they do not go together, the likelier ones are tried without the others first
        picked = next(iter(lanes.values()), [])
        return self._engine.proposer.by_votes(picked, await self._votes(node))

    def _of_chain(self, node: Node) -> list[Diagnostic]:
        """Return what may have been caused, which must go before an unproven state counts.

        Errors of the same items go along: two of them may have one cause. The rest can wait.
        """
        items = {self._item(node.state, each) for each in node.suspects}
        others = [each for each in node.state.errors if self._item(node.state, each) in items]
        return list({id(each): each for each in (*node.suspects, *others)}.values())

    async def _next(self, node: Node, target: Diagnostic) -> Candidate | None:
        """Return the likeliest candidate not yet tried: first what would mend several errors."""
        votes = await self._votes(node)
        candidates = await self._engine.candidates(node.state, target)
        if node.steps:  # an entry may fit in many places; each of its titles has one chance
            first: dict[str, Candidate] = {}
            for each in candidates:
                first.setdefault(each.title, each)
            candidates = list(first.values())[:_FOLLOWERS]
        for candidate in self._engine.proposer.by_votes(candidates, votes):
            key = frozenset(candidate.edits)
            known = self._known.get(same(candidate))
            likely = candidate.prior >= LIKELY and known is not False
            if (
                (likely or (node.desperate and target.is_error))
                and key not in node.passed
                and self._engine.limits.admits(candidate)
            ):
                return candidate
        return None

    async def _votes(self, node: Node) -> Counter[frozenset[TextEdit]]:
        """Count for how many errors each edit is a candidate: it is likely their common cause."""
        if node.votes is None:
            node.votes = Counter()
            for target in node.state.errors[:_VOTERS]:
                candidates = await self._engine.candidates(node.state, target)
                node.votes.update({frozenset(each.edits) for each in candidates})
        return node.votes

    def _item(self, state: State, target: Diagnostic) -> object:
        """Return what tells the item around ``target`` from others; warnings stand alone."""
        item = item_around(state.sources, target.span) if target.is_error else None
        return item or target.key

    async def _together(self, node: Node, picks: list[Candidate]) -> Node | None:
        """Compile ``picks`` together, leave out what fails, and return the state of the rest."""
        for candidate in picks:
            node.passed.add(frozenset(candidate.edits))
        polished = [await self._engine.polished(node.state, each) for each in picks]
        for tried in count():
            targets = [each.diagnostic for each in polished]
            target = targets[0] if len(targets) == 1 else None
            edits = tuple(edit for each in polished for edit in each.edits)
            if leads_back(self._past, node.state, edits):
                return None
            verdict, state = await self._engine.compile(node.state, target, edits)
            if verdict.failure:
                held = polished[: len(polished) // 2]
            else:
                held = [each for each in polished if each.diagnostic in verdict.resolved]
            if len(polished) == 1 and not node.steps:
                # what failed here is unlikely after other errors are mended, too
                worth = targets[0].is_error or verdict.verified
                self._known[same(polished[0])] = bool(held) and worth
            if len(held) == len(polished) and not verdict.failure:
                child = self._child(node, polished, edits, verdict, state)
                if child is not None:
                    return child
                # something was caused: what is to blame, or the less likely half, goes later
                free = blameless(polished, verdict.caused, state.sources)
                held = (tried < _UNION_TRIES and free) or polished[: len(polished) // 2]
            for candidate in polished:
                fails = candidate.diagnostic not in verdict.resolved and not verdict.failure
                if candidate not in held and not fails:
                    self._retry(node, picks, polished, candidate)
            polished = held
            if not polished:
                break
        return None

    def _retry(
        self, node: Node, picks: list[Candidate], polished: list[Candidate], candidate: Candidate
    ) -> None:
        """Let a candidate that was only left out with others have another turn."""
        if len(polished) > 1:
            for pick in picks:
                if pick.diagnostic == candidate.diagnostic:
                    node.passed.discard(frozenset(pick.edits))

    def _child(
        self,
        node: Node,
        candidates: list[Candidate],
        edits: tuple[TextEdit, ...],
        verdict: Verdict,
        state: State,
    ) -> Node | None:
        """Return the proven state after ``edits``; set one aside that may have caused an error."""
        base = node.base or node
        steps = (*node.steps, edits)
        if node.steps:
            # proven or not is a matter of all steps since the last proven state
            verdict = judge(
                None,
                base.state.report,
                state.report,
                steps,
                base.state.sources,
                state.sources,
                at_build_time=self._engine.at_build_time(
                    (edit for step in steps for edit in step), state.sources
                ),
            )
        applied = tuple(
            AppliedFix(Fix(candidate, verdict), node.state.sources) for candidate in candidates
        )
        proven = verdict.verified
        fixes = node.fixes + applied
        if proven and node.steps:
            # none of them was proven alone: they have one verdict, and teach nothing one by one
            first = len(base.fixes)
            fixes = fixes[:first] + tuple(
                replace(each, fix=replace(each.fix, verdict=verdict), alone=False)
                for each in fixes[first:]
            )
        child = Node(
            state,
            parent=node,
            fixes=fixes,
            base=None if proven else base,
            steps=() if proven else steps,
            history=(*node.history, edits),
            targets=len(self._targets(state)),
            old_errors=errors_kept(self._root.report, state.report, (*node.history, edits)),
            texts={**node.texts, **node.state.sources.edited(edits)},
        )
        if proven:
            return child
        lints = not all(each.diagnostic.is_error for each in candidates)
        if lints and any(new.is_error for new in verdict.caused):
            return None  # no warning is worth an error
        # what a mended error may have hidden lies beside the edit, not in it
        beside = not any(touches(new, edits) for new in verdict.caused)
        fewer = len(state.errors) <= len(base.state.errors) and len(candidates) == 1
        if len(steps) <= _DEPTH and (beside or fewer):
            child.suspects = verdict.caused
            got_on = not node.steps or len(verdict.caused) < node.fewest
            child.fewest = len(verdict.caused) if got_on else node.fewest
            child.since = self._engine.checks if got_on else node.since
            child.goes_on = beside and lets_go_on(candidates, verdict.caused)
            child.likelihood = min(each.prior for each in candidates) * (1.0 if beside else 0.5)
            if all(each.steps[-1] != edits for each in node.unproven):
                node.set_aside(child, _UNPROVEN)
        return None
