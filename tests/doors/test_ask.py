"""`rustmend ask`: answers name their sources, and no code is shown without its mark."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from model_server import ModelServer, Step, ok

QUESTION = "how do I read a file line by line?"
GOOD = 'fn main() {\n    let n: u32 = 1;\n    println!("{n}");\n}'
BAD = GOOD.replace("= 1", '= "one"')

Ask = Callable[..., tuple[int, dict[str, Any]]]


def fenced(code: str, language: str = "rust") -> str:
    return f"```{language}\n{code}\n```"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {
        **os.environ,
        "RUSTMEND_CACHE_PATH": str(tmp_path / "cache"),
        "RUSTMEND_JOURNAL_PATH": str(tmp_path / "journal.sqlite"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }


@pytest.fixture
def run(
    environment: dict[str, str], tmp_path: Path
) -> Callable[..., subprocess.CompletedProcess[str]]:
    def called(
        *arguments: str, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "rustmend", "ask", *arguments], cwd=tmp_path,
            env={**environment, **(env or {})}, capture_output=True, text=True, check=False,
        )  # fmt: skip

    return called


@pytest.fixture
def asked(run: Callable[..., subprocess.CompletedProcess[str]]) -> Callable[..., Any]:
    def called(script: Sequence[Step | str], question: str = QUESTION) -> Any:
        with ModelServer(script) as server:
            done = run(question, "--json", env=server.environment)
            assert done.returncode == 0, done.stderr
            return json.loads(done.stdout), server.requests

    return called


def test_without_a_model_the_best_task_answers(
    run: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    done = run(QUESTION, "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["found"] is True
    assert answer["sources"][0] == {
        "id": "tasks/read-lines",
        "kind": "task",
        "title": "Read a text file line by line",
        "uri": "rustmend://tasks/read-lines",
        "cited": True,
    }
    assert "BufReader" in answer["answer"]
    rust = [block for block in answer["code"] if block["language"] == "rust"]
    assert rust
    assert all(block["compiled"] is True for block in rust)
    assert answer["model"] == {
        "name": None, "calls": 0, "prompt_tokens": 0, "completion_tokens": 0
    }  # fmt: skip
    shown = run(QUESTION)
    assert shown.returncode == 0
    assert "**Sources**" in shown.stdout
    assert "`tasks/read-lines`" in shown.stdout
    assert "✓ compiled and tested" in shown.stdout


def test_a_code_alone_is_explained_and_its_examples_are_marked(
    run: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    answer = json.loads(run("what does e0382 mean?", "--json").stdout)
    assert answer["sources"][0]["id"] == "rustc/E0382"
    assert any(source["id"].startswith("E0382/") for source in answer["sources"])
    marks = [block["compiled"] for block in answer["code"]]
    # the text shows the mistake first, and its mends after that
    assert marks[0] is False
    assert True in marks
    assert "✗ does not compile: E0382" in answer["answer"]


def test_what_nobody_knows_is_not_answered(
    run: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    done = run("how long do I bake rye bread?", "--json")
    assert done.returncode == 1
    answer = json.loads(done.stdout)
    assert (answer["found"], answer["answer"], answer["sources"]) == (False, "", [])
    assert run("   ").returncode == 2


def test_a_model_words_the_answer_from_the_sources_and_cites_them(asked: Any) -> None:
    reply = (
        f"Use a buffered reader [tasks/read-lines], not [tasks/invented].\n\n{fenced(GOOD)}\n\n"
        f"An index is `a[b/c]`.\n"
    )
    answer, requests = asked([ok(reply)])
    [request] = requests
    assert '<source id="tasks/read-lines"' in request.text
    assert QUESTION in request.text
    assert [source["id"] for source in answer["sources"]] == ["tasks/read-lines"]
    assert answer["sources"][0]["cited"] is True
    assert "invented" not in answer["answer"]
    assert "`a[b/c]`" in answer["answer"]
    assert "*✓ compiled, with rustc" in answer["answer"]
    assert answer["code"][0]["compiled"] is True
    assert answer["model"]["name"] == "scripted-1"
    assert answer["model"]["calls"] == 1


def test_code_that_does_not_compile_gets_a_second_chance(asked: Any) -> None:
    answer, requests = asked([ok(fenced(BAD)), ok(f"So:\n\n{fenced(GOOD)}")])
    assert len(requests) == 2
    assert "E0308" in requests[1].text
    assert answer["code"][0]["compiled"] is True
    assert answer["answer"].startswith("So:")


def test_code_that_never_compiles_is_marked_whatever_the_model_says(asked: Any) -> None:
    reply = f"{fenced(BAD)}\n\n*✓ compiled, with rustc 1.95.0*\n"
    answer, requests = asked([ok(reply)])
    assert len(requests) == 3
    assert "✓" not in answer["answer"]
    assert "*✗ does not compile: E0308: mismatched types (line 2)*" in answer["answer"]
    assert answer["code"][0]["compiled"] is False


def test_how_blocks_are_compiled(asked: Any, tmp_path: Path) -> None:
    cases = [
        ("let n: Option<u8> = None;\nassert!(n.is_none());", True, "as the body of a function"),
        ('let n: u8 = "7".parse()?;\nprintln!("{n}");', True, "as the body of a function"),
        ("pub fn one() -> u8 { 1 }", True, "compiled, with rustc"),
        ("use nowhere::Thing;\npub fn f(_: Thing) {}", False, "needs the crate `nowhere`"),
        ("pub fn f( {", False, "does not compile"),
        ('fn main() { std::fs::write("ran", "x").unwrap(); }', True, "compiled"),
    ]
    answer, _ = asked([ok("\n\n".join(fenced(code) for code, *_ in cases))])
    for block, (code, compiled, note) in zip(answer["code"], cases, strict=True):
        assert block["text"].strip() == code
        assert block["compiled"] is compiled, block
        assert note in block["note"]
    assert not list(tmp_path.rglob("ran"))


def test_what_is_no_rust_is_not_compiled(asked: Any) -> None:
    text = f"{fenced('a = 1', 'toml')}\n\n{fenced(BAD, 'rust,compile_fail')}\n\n{fenced('…')[:-4]}"
    answer, requests = asked([ok(text)])
    assert [block["compiled"] for block in answer["code"]] == [None, None, False]
    assert len(requests) == 3


def test_a_model_that_fails_leaves_the_knowledge_base(asked: Any) -> None:
    answer, _ = asked([Step(status=401, reply="no")])
    assert answer["sources"][0]["id"] == "tasks/read-lines"
    assert "gave no answer" in answer["note"]
    assert answer["model"]["name"] is None


def test_a_model_alone_says_that_it_is(asked: Any) -> None:
    answer, requests = asked([ok("Some minutes.")], "how long do I bake rye bread?")
    assert "no source" in requests[0].text
    assert answer["sources"] == []
    assert "answers alone" in answer["note"]


def test_no_model_means_no_request(
    run: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    with ModelServer([ok("x")]) as server:
        done = run(QUESTION, "--json", "--no-model", env=server.environment)
        assert done.returncode == 0
        assert server.requests == []
