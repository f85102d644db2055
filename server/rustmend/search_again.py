"""What else may have been meant, where all is mended and tests fail: a test is evidence.

One candidate is exchanged for the next likely one of its error, what else was mended is mended as
before, and the tests are run. What leaves fewer of them failing was likelier meant.
"""

from collections.abc import AsyncIterator, Awaitable, Callable

from rustmend.domain import Candidate
from rustmend.domain.text import conflict
from rustmend.propose.rank import LIKELY
from rustmend.repair import Engine
from rustmend.search_node import Node, told

# how many other ways are tried of each error
_RIVALS = 3

Together = Callable[[Node, list[Candidate]], Awaitable[Node | None]]
Passes = Callable[[Node, Node], Awaitable[bool]]


class Again:
    """Looks for a better state beside one without errors whose tests fail.

    ``together`` compiles candidates over a state and returns what they prove; ``passes`` runs the
    tests of a state that comes of another, and says whether none fails that passed there.
    """

    def __init__(self, engine: Engine, together: Together, passes: Passes) -> None:
        self._engine = engine
        self._most = engine.checks + engine.limits.max_checks
        self._together = together
        self._passes = passes
        self._seen: dict[int, Node] = {}

    async def better(self, node: Node) -> AsyncIterator[Node]:
        """Yield states that other choices lead to, each better than ``node`` and those before."""
        while node.tests and node.tests.failed and id(node) not in self._seen:
            self._seen[id(node)] = node
            async for other in self._others(node):
                if other.worth < node.worth and _passed(other) > _passed(node):
                    node = other
                    yield node
                    break

    async def _others(self, node: Node) -> AsyncIterator[Node]:
        """Yield the states without errors, their tests run, that one other choice leads to."""
        for parent, chosen in node.trail():
            for number, old in enumerate(chosen):
                for new in await self._rivals(parent, old):
                    if self._engine.checks >= self._most:
                        return
                    picks = [*chosen[:number], new, *chosen[number + 1 :]]
                    led = await self._led(parent, picks, new, node)
                    if led is not None and await self._passes(parent, led):
                        yield led

    async def _rivals(self, node: Node, chosen: Candidate) -> list[Candidate]:
        """Return what else may have been meant where ``chosen`` was taken."""
        return [
            each
            for each in await self._engine.candidates(node.state, chosen.diagnostic)
            if each.prior >= LIKELY
            and frozenset(each.edits) not in node.passed
            and self._engine.limits.admits(each)
        ][:_RIVALS]

    async def _led(
        self, node: Node, picks: list[Candidate], new: Candidate, best: Node
    ) -> Node | None:
        """Return the state without errors that ``picks`` lead to with what ``best`` came by.

        None where ``new``, the one of them that was not made before, is not kept.
        """
        known = {told(applied.fix.candidate) for applied in best.fixes}
        led = await self._together(node, picks)
        if led is None or told(new) not in {told(one.fix.candidate) for one in led.fixes}:
            return None
        while led is not None and led.targets:
            if self._engine.checks >= self._most:
                return None
            picks = []
            for target in led.state.errors:
                found = await self._engine.candidates(led.state, target)
                pick = next((each for each in found if told(each) in known), None)
                if pick and not any(conflict(pick.edits, each.edits) for each in picks):
                    picks.append(pick)
            led = await self._together(led, picks) if picks else None
        return led


def _passed(node: Node) -> int:
    """Return how many tests passed: fewer that failed are no sign where some were not run."""
    return len(node.tests.passed) if node.tests else 0
