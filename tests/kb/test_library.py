"""What the knowledge base finds for a question, and that it finds nothing for others."""

import asyncio
from pathlib import Path

import pytest

from rustmend.coder.library import consult, nearest_tasks
from rustmend.config import load
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
