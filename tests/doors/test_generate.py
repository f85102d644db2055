"""`rustmend generate`: what is called done builds, and its tests pass; all else is exit 1."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from interruptible import INTERRUPTIBLE
from model_server import ModelServer, Step, ok
from rustmend.coder.sandbox import obstacle
from rustmend.config import load
from sums import LIB, MANIFEST, PLAN, blocks

REQUIRED = "- `add(2, 3)` returns `5`\n- it never panics\n- it is documented"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    settings, _ = load({"cache.path": str(tmp_path / "cache")}, user_file=tmp_path / "none.toml")
    if why_not := asyncio.run(obstacle(settings)):
        message = f"no sandbox here: {why_not}"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    return {
        **os.environ,
        "RUSTMEND_CACHE_PATH": str(tmp_path / "cache"),
        "RUSTMEND_JOURNAL_PATH": str(tmp_path / "journal.sqlite"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }


@pytest.fixture
def run(environment: dict[str, str], tmp_path: Path) -> Run:
    def called(
        *arguments: object, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "rustmend", "generate", *map(str, arguments)], cwd=tmp_path,
            env={**environment, **(env or {})}, capture_output=True, text=True, check=False,
        )  # fmt: skip

    return called


@pytest.fixture
def written(run: Run, tmp_path: Path) -> Callable[..., Any]:
    """Generate with a scripted model; return the status, the document and what it was asked."""

    def called(*script: Step | str, attempts: int = 3) -> tuple[int, Any, Sequence[Any]]:
        with ModelServer([ok(PLAN), *script]) as server:
            done = run(
                "a library that adds numbers", "--out", tmp_path / "sums", "--json",
                "--requirements", REQUIRED, "--attempts", attempts, env=server.environment,
            )  # fmt: skip
            assert "Traceback" not in done.stderr
            return done.returncode, json.loads(done.stdout), server.requests

    return called


def left(tmp_path: Path) -> set[str]:
    return {each.name for each in tmp_path.iterdir()} - {"cache", "config"}


def test_without_a_model_the_nearest_task_is_taken_and_that_is_said(
    run: Run, tmp_path: Path
) -> None:
    out = tmp_path / "deep" / "My Workers"
    done = run("a pool of worker threads", "--out", out, "--requirements", "`i32::abs(-3)` is `3`")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No model is configured" in done.stdout
    assert "tasks/thread-pool" in done.stdout
    assert "✓ `i32::abs(-3)` is `3`" in done.stdout
    assert 'name = "my-workers"' in (out / "Cargo.toml").read_text()
    assert "use my_workers::*;" in (out / "tests" / "requirements.rs").read_text()
    tested = subprocess.run(
        ["cargo", "test", "--offline", "--quiet"], cwd=out, capture_output=True, check=False
    )
    assert tested.returncode == 0, tested.stdout
    assert [each.name for each in out.parent.iterdir()] == ["My Workers"]


def test_without_a_model_what_no_task_does_is_not_done(run: Run, tmp_path: Path) -> None:
    for description, said in (
        ("a recipe book for tomato soup", "no model is configured"),
        ("a pool of worker threads", "tests do not pass: requirement_1"),
    ):
        done = run(
            description, "--out", tmp_path / "out", "--requirements", "`i32::abs(-3)` is `4`"
        )
        assert done.returncode == 1, done.stdout
        assert said in done.stdout
        assert "Nothing was written." in done.stdout
        assert left(tmp_path) == set()


def test_packages_that_are_not_here_are_not_fetched_unless_the_setting_says_so(
    run: Run, tmp_path: Path
) -> None:
    # a home of cargo's in which no package is
    home = tmp_path / "cache" / "cargo"
    env = {"CARGO_HOME": str(home)}
    done = run("read a csv file into structs with serde", "--out", tmp_path / "out", env=env)
    assert done.returncode == 1, done.stdout + done.stderr
    assert 'set it to "allowed"' in done.stdout
    assert not (home / "registry" / "cache").exists()
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_not_empty_stays_as_it_is(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine").write_text("mine")
    done = run("a pool of worker threads", "--out", out)
    assert done.returncode == 2
    assert "is not empty" in done.stderr
    assert [each.name for each in out.iterdir()] == ["mine"]
    assert run("x", "--out", out / "mine").returncode == 2
    assert run("  ", "--out", tmp_path / "new").returncode == 2


def test_a_model_writes_what_is_tested(written: Callable[..., Any], tmp_path: Path) -> None:
    # an empty folder is as good as none
    (tmp_path / "sums").mkdir()
    status, document, requests = written(ok(blocks(LIB)))
    assert status == 0, document
    assert len(requests) == 2
    assert "assert_eq!(add(2, 3), 5);" in requests[0].text
    assert "requirement_2, requirement_3" in requests[0].text
    assert (document["ok"], document["build_success"]) == (True, True)
    assert [each["passed"] for each in document["requirements"]] == [True, None, None]
    assert "1 of 3 requirements" in document["message"]
    assert document["model"]["calls"] == 2
    assert (tmp_path / "sums" / "src" / "lib.rs").read_text() == LIB
    assert "requirement_1" in (tmp_path / "sums" / "tests" / "requirements.rs").read_text()


def test_what_the_engine_can_mend_costs_no_question(written: Callable[..., Any]) -> None:
    broken = LIB.replace("a + b\n", "let sum: i32 = &(a + b);\n    sum\n")
    fenced = "Here you are:\n\n" + "\n".join(
        f"**[filename: {path}]**\n```rust\n{text}```\n"
        for path, text in {"Cargo.toml": MANIFEST, "src/lib.rs": broken}.items()
    )
    status, document, requests = written(ok(f"{fenced}\nHave fun!"))
    assert status == 0, document["message"]
    assert len(requests) == 2
    assert "&(a + b)" not in document["files"]["src/lib.rs"]
    assert document["files"]["Cargo.toml"] == MANIFEST


def test_a_failed_test_goes_back_to_the_model(written: Callable[..., Any]) -> None:
    wrong = LIB.replace("a + b", "a - b")
    status, document, requests = written(
        ok("I would rather talk about it."), ok(blocks(wrong)), ok(f"[filename: src/lib.rs]\n{LIB}")
    )
    assert status == 0, document["message"]
    assert "no [filename: …] line" in requests[2].text
    assert "requirement_1" in requests[3].text
    assert "left: -1" in requests[3].text
    assert [each["success"] for each in document["attempts"]] == [False, False, True]


CHEATS = {
    "undone": (LIB.replace("a + b", "todo!()"), "todo!"),
    "ignored": (LIB.replace("#[test]", "#[test]\n    #[ignore]"), "adds is ignored"),
    "idle": (LIB.replace("assert_eq!(add(2, 3), 5);", "add(2, 3);"), "adds asserts nothing"),
    "true": (LIB.replace("assert_eq!(add(2, 3), 5)", "assert!(true)"), "adds asserts nothing"),
    "none": (LIB.split("#[cfg")[0] + "/* #[test] fn adds() { assert_eq!(1, 1) } */", ""),
}


@pytest.mark.parametrize("cheat", CHEATS)
def test_a_cheat_is_not_done(written: Callable[..., Any], tmp_path: Path, cheat: str) -> None:
    lib, said = CHEATS[cheat]
    replaced = {"tests/requirements.rs": "#[test]\nfn requirement_1() { assert!(1 < 2); }\n"}
    status, document, _ = written(ok(blocks(lib, **replaced)), attempts=1)
    # the test that was required is a test, and the model could not put it aside
    assert document["files"]["tests/requirements.rs"].count("assert_eq!(add(2, 3), 5)") == 1
    if cheat == "none":
        assert status == 0
        return
    assert status == 1
    assert said in document["message"]
    assert document["out"] is None
    assert not (tmp_path / "sums").exists()


def test_a_test_that_fails_cannot_be_removed(written: Callable[..., Any]) -> None:
    wrong = LIB.replace("assert_eq!(add(2, 3), 5)", "assert_eq!(add(2, 3), 6)")
    gone = LIB.replace("#[test]", "").replace("fn adds()", "#[allow(dead_code)]\n    fn adds()")
    status, document, requests = written(ok(blocks(wrong)), ok(blocks(gone)), ok(blocks(LIB)))
    assert "the test adds was removed" in requests[3].text
    assert status == 0
    assert document["files"]["src/lib.rs"] == LIB


def test_a_project_that_never_builds_is_exit_1(written: Callable[..., Any], tmp_path: Path) -> None:
    status, document, requests = written(ok(blocks("pub fn add() -> Missing { nothing( }\n")))
    assert status == 1
    assert len(requests) == 4
    assert "It does not build" in document["message"]
    assert document["build_success"] is False
    assert not (tmp_path / "sums").exists()


def test_a_model_that_cannot_be_asked_is_one_line(run: Run, tmp_path: Path) -> None:
    with ModelServer([Step(status=401, reply="no")]) as server:
        done = run("x", "--out", tmp_path / "out", env=server.environment)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_an_interrupt_leaves_nothing(environment: dict[str, str], tmp_path: Path) -> None:
    with ModelServer([ok(PLAN), Step(hang=True)]) as server:
        process = subprocess.Popen(
            [sys.executable, "-m", "rustmend", "generate", "sums", "--out", "out"], cwd=tmp_path,
            env={**environment, **server.environment}, stderr=subprocess.PIPE, text=True,
            **INTERRUPTIBLE,
        )  # fmt: skip
        while len(server.requests) < 2:
            assert process.poll() is None
            server.asked.wait(1)
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert server.disconnected.wait(30)
        assert process.stderr is not None
        assert "Traceback" not in process.stderr.read()
        process.stderr.close()
    assert not (tmp_path / "out").exists()
    assert not list(tmp_path.glob(".rustmend-*"))
