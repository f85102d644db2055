"""Which run of the tests a state of the search is compared with, and what a died one is worth."""

from rustmend.cargo.check import Report
from rustmend.domain import Snapshot
from rustmend.repair import State
from rustmend.search_node import Node
from rustmend.sources import Sources


def ran(*failed: str, success: bool = False, passed: frozenset[str] = frozenset()) -> Report:
    return Report((), success, frozenset(), passed=passed, failed=frozenset(failed))


def node(parent: Node | None = None, tests: Report | None = None) -> Node:
    nothing = Snapshot()
    return Node(State(nothing, ran(success=True), Sources(nothing)), parent=parent, tests=tests)


def test_a_state_without_a_run_is_compared_with_the_one_that_it_comes_of() -> None:
    first = ran(success=True, passed=frozenset({"adds"}))
    root = node(tests=first)
    between = node(node(root))
    assert between.tests_before is first
    own = ran("adds")
    assert node(between, own).tests_before is own
    assert node(node()).tests_before is None


def test_one_that_died_is_worth_less_than_any_that_failed() -> None:
    died, failed, good = (node(tests=each) for each in (ran(), ran("a", "b"), ran(success=True)))
    assert good.worth < failed.worth < died.worth
    assert node().worth == good.worth
