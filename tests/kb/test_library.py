"""What the knowledge base finds for a question, and that it finds nothing for others."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from rustmend.coder.library import consult, nearest_tasks
from rustmend.config import load
from rustmend.explanation import explain_code
from rustmend.wiring import Knowledge


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    folder = tmp_path_factory.mktemp("library")
    return known(folder)


def known(folder: Path, **paths: Path) -> Knowledge:
    flags = {"journal.path": folder / "journal.sqlite", "cache.path": folder}
    flags |= {f"{name}.path": path for name, path in paths.items()}
    return Knowledge(load({name: str(path) for name, path in flags.items()}, workspace=folder)[0])


def found(question: str, knowledge: Knowledge) -> list[str]:
    return [source.id for source in asyncio.run(consult(question, knowledge))]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how can a program read text one line after another", "tasks/read-lines"),
        ("stop worker threads gracefully", "tasks/graceful-shutdown-threads"),
        ("limit how many async tasks run concurrently", "tasks/tokio-semaphore-limit"),
        ("replace a file atomically when writing", "tasks/write-atomically"),
        ("cannot borrow `v` as mutable because it is also borrowed as immutable", "E0502/"),
        ("vector used after I passed it to a function", "E0382/"),
        ("implement Display so that my struct can be printed", "E0277/display-not-implemented"),
        ("how convert string to int", "tasks/parse-numbers"),
        ("what is the difference between String and &str", "tasks/borrow-or-own"),
        ("how to spwan a child process and read its output", "tasks/run-child-process"),
        ("how to get the biggest number in a vec", "tasks/top-n"),
        ("how delete all items from vector that match a condition", "E0502/remove-by-index"),
        ("I need a queue where the most important job comes first", "tasks/priority-queue"),
        ("whats the right way to handle errors in main", "tasks/boxed-errors"),
        ("how to parse json in rust", "tasks/serde-derive-json"),
        ("E0499", "rustc/E0499"),
        ("error[E0308]: mismatched types expected `String`, found `&str`", "E0308/"),
    ],
)
def test_a_question_finds_what_speaks_of_it(
    knowledge: Knowledge, question: str, expected: str
) -> None:
    assert any(each.startswith(expected) for each in found(question, knowledge)[:3])


@pytest.mark.parametrize(
    "question",
    [
        "how do I bake bread",
        "what is the capital of France",
        "who won the world cup in 1998",
        "is it legal to record a phone call",
        "recipe for tomato soup",
        "translate hello to Spanish",
        "how do I write a css grid layout",
        "what is the",
        "🦀",
    ],
)
def test_a_question_about_something_else_finds_nothing(knowledge: Knowledge, question: str) -> None:
    assert found(question, knowledge) == []


def test_the_nearest_task_to_a_description(knowledge: Knowledge) -> None:
    [(task, share), *_] = nearest_tasks("a pool of worker threads", knowledge, 3)
    assert task.slug == "thread-pool"
    assert share > 0.8


def test_a_source_without_a_knowledge_base(tmp_path: Path) -> None:
    (tmp_path / "errors").mkdir()
    empty = known(tmp_path, kb=tmp_path)
    assert found("read a file by lines", empty) == []


def explained(code: str, knowledge: Knowledge) -> str:
    return asyncio.run(explain_code(code, knowledge)) or ""


def test_a_code_is_explained_by_its_typical_situations(knowledge: Knowledge) -> None:
    text = explained("E0382", knowledge)
    entries = [each for each in knowledge.entries if each.code == "E0382"]
    first = [each.title for each in entries if each.typical]
    assert 1 <= len(first) <= 3
    assert all(f"## {title}" in text for title in first)
    assert f"There are {len(entries) - 3} more situations: `rustmend kb list E0382`" in text


def test_no_code_has_more_typical_situations_than_are_shown(knowledge: Knowledge) -> None:
    typical = Counter(each.code for each in knowledge.entries if each.typical)
    assert typical["E0308"]
    assert max(typical.values()) <= 3


def test_a_lint_is_explained_without_its_tool_too(knowledge: Knowledge) -> None:
    whole = explained("clippy::needless_return", knowledge)
    assert whole.count("```diff") > 1
    assert explained("needless_return", knowledge).split("\n", 1)[1] == whole.split("\n", 1)[1]


def test_a_code_without_an_entry_is_explained_by_the_reason(knowledge: Knowledge) -> None:
    assert "`cargo clean` mends it." in explained("E0460", knowledge)
    assert explained("E9999", knowledge) == ""
