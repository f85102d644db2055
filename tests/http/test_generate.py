"""Projects from descriptions, and the model's help, over HTTP."""

import json
import re
import time
from typing import Any

from model_server import ModelServer, ok
from sums import LIB, PLAN, blocks

BLOCKS = blocks()
WRONG = BLOCKS.replace("a + b", "a - b")
# no rule knows what was meant
UNKNOWN = '[filename: src/main.rs]\nfn main() {\n    println!("{}", the_answer());\n}\n'
EDIT = json.dumps(
    {
        "diagnosis": "the function is missing",
        "title": "Write the_answer",
        "edits": [
            {
                "file": "src/main.rs",
                "line": 1,
                "find": "fn main() {",
                "replace": "fn the_answer() -> u8 {\n    42\n}\n\nfn main() {",
            }
        ],
    }
)


def test_a_project_from_the_nearest_task(server: Any) -> None:
    said = server.post("/generate-sync", description="a pool of worker threads").json()
    assert said["success"] is True and said["build_success"] is True
    assert "No model is configured" in said["message"]
    assert "Cargo.toml" in said["files"] and said["combined_text"].startswith("[filename: ")
    assert said["test_success"] and said["similar_project_used"]


def test_what_no_task_does_is_not_done(server: Any) -> None:
    said = server.post("/generate-sync", description="a recipe book for tomato soup").json()
    assert said["success"] is False and said["build_success"] is False
    assert "model.baseUrl" in said["message"]


def test_a_description_is_wanted(server: Any) -> None:
    for path in ("/generate", "/generate-sync"):
        for body in ({}, {"description": ""}, {"description": "   "}, {"description": 7}):
            answer = server.client.post(path, json=body)
            assert answer.status_code == 422 and list(answer.json()) == ["detail"]


def test_generation_goes_on_by_itself(start: Any) -> None:
    with ModelServer([ok(PLAN), ok(WRONG), ok(BLOCKS)]) as model:
        running = start(**model.environment)
        started = running.post("/generate", description="adds numbers", requirements="small")
        assert started.status_code == 200
        assert set(started.json()) == {"project_id", "status", "message"}
        name = started.json()["project_id"]
        seen = set()
        while True:
            state = running.client.get(f"/project/{name}").json()
            seen.add(state["status"])
            if state["status"] not in ("generating", "compiling"):
                break
            time.sleep(0.02)
        assert state["status"] == "completed", state
        assert seen >= {"generating", "completed"}
        assert state["files"][:2] == ["Cargo.toml", "src/lib.rs"] and state["build_output"]
        assert running.client.get(f"/project/{name}/files/src/lib.rs").text == LIB
        # told afterwards, each step has the status of its own time
        told = re.findall(r"event: progress\ndata: (.*)", running.client.get(
            f"/project/{name}/events").text)  # fmt: skip
        by_words = {step["message"]: step["status"] for step in map(json.loads, told)}
        assert by_words["building"] == "compiling"
        assert {by_words[words] for words in by_words if words.endswith(" plans")} == {"generating"}


def test_what_the_model_does_not_get_right_is_never_called_done(start: Any) -> None:
    with ModelServer([ok(PLAN), ok(WRONG)]) as model:
        running = start(**model.environment)
        said = running.post("/generate-sync", description="adds numbers").json()
        assert said["success"] is False and said["test_success"] is False
        assert "did not get it right" in said["message"]


def test_the_model_mends_what_rules_do_not(start: Any) -> None:
    with ModelServer([ok(EDIT)]) as model:
        running = start(**model.environment)
        said = running.post("/compile-and-fix", code=UNKNOWN, description="prints 42").json()
    assert said["success"], said
    assert said["run_output"] == "42\n"
    assert [each["origin"] for each in said["fixes"]] == ["model"]


def test_a_model_that_is_not_there_is_said(start: Any) -> None:
    with ModelServer([]) as model:
        environment = model.environment
    running = start(**environment)
    answer = running.post("/generate-sync", description="adds numbers")
    assert answer.status_code == 502 and list(answer.json()) == ["detail"]
    said = running.post("/compile-and-fix", code=UNKNOWN, description="x").json()
    assert said["success"] is False and said["files"]["src/main.rs"] in UNKNOWN


def test_code_of_an_answer_sees_nothing_of_the_machine(start: Any, tmp_path: Any) -> None:
    secret = tmp_path / "secret"
    secret.write_text("in-the-file")
    tells = "\n".join(
        f"```rust\nconst _: () = panic!({macro});\nfn main() {{}}\n```\n"
        for macro in (f'include_str!("{secret}")', 'env!("MINE")', 'env!("PATH")')
    )
    with ModelServer([ok(tells)]) as model:
        running = start(MINE="in-a-variable", **model.environment)
        said = running.post("/ask", question="How do I read a file?").json()
        sent = "".join(request.text for request in model.requests)
    assert [each["compiled"] for each in said["blocks"]] == [False] * 3
    everything = json.dumps(said) + sent
    assert "in-the-file" not in everything and "in-a-variable" not in everything
    assert "/rustmend/toolchain/bin" in said["answer"]  # the third is the sandbox's own
