"""The original service's requests get answers with all their fields; work goes on as jobs."""

import io
import json
import time
import zipfile
from typing import Any

import httpx
import pytest

HELLO = (
    '[filename: Cargo.toml]\n[package]\nname = "hello_world"\nversion = "0.1.0"\n'
    'edition = "2021"\n\n[dependencies]\n\n[filename: src/main.rs]\n'
    'fn main() {\n    println!("Hello, World!");\n}'
)
UNCLOSED = HELLO.replace('World!");', 'World!" // Missing closing parenthesis')
SLIP = (
    '[filename: src/main.rs]\nfn main() {\n    let s: String = "word";\n    println!("{s}");\n}\n'
)
HOPELESS = "[filename: src/main.rs]\nfn main() {\n    let x: u32 = nowhere::nothing(1, 2);\n}\n"


def finished(server: Any, name: str) -> dict[str, Any]:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        state: dict[str, Any] = server.client.get(f"/project/{name}").json()
        if state["status"] not in ("generating", "compiling"):
            return state
        time.sleep(0.1)
    raise AssertionError(state)


def test_compile(server: Any) -> None:
    answer = server.post("/compile", code=HELLO)
    assert answer.status_code == 200
    said = answer.json()
    assert said["success"] is True
    assert said["files"] == ["Cargo.toml", "src/main.rs"]
    assert "Compiling hello_world" in said["build_output"]
    assert said["run_output"] == "Hello, World!\n"
    assert "error_details" not in said


def test_compile_what_does_not_build(server: Any) -> None:
    said = server.post("/compile", code=HOPELESS).json()
    assert said["success"] is False and "run_output" not in said
    details = said["error_details"]
    assert details["full_error"] == said["build_output"] and "E0433" in details["full_error"]
    assert details["error_message"].startswith("error[E0433]")
    assert details["error_location"] == "src/main.rs:2:18"


def test_compile_files_as_an_object(server: Any) -> None:
    said = server.post("/compile", files={"src/main.rs": 'fn main() { print!("x") }'}).json()
    assert said["success"] and said["run_output"] == "x"
    assert said["files"] == ["Cargo.toml", "src/main.rs"]


def test_a_program_that_fails_was_built_all_the_same(server: Any) -> None:
    said = server.post("/compile", code='fn main() { panic!("no") }').json()
    assert said["success"] and said["run_success"] is False and "panicked" in said["run_output"]
    assert said["run_status"] == 101
    for status in (0, 3):
        code = f"fn main() {{ std::process::exit({status}) }}"
        said = server.post("/compile", code=code).json()
        assert (said["run_success"], said["run_status"]) == (status == 0, status)


def test_a_library_has_nothing_to_run(server: Any) -> None:
    said = server.post("/compile", code="pub fn f() {}").json()
    assert said["success"] and said["run_output"] is None


def test_compile_and_fix(server: Any) -> None:
    said = server.post(
        "/compile-and-fix", code=SLIP, description="says a word", max_attempts=3
    ).json()
    assert said["success"] and said["build_success"] and said["message"]
    first, *_, last = said["attempts"]
    assert first["attempt"] == 1 and not first["success"] and "E0308" in first["output"]
    assert last["success"] and last["attempt"] == len(said["attempts"])
    assert said["run_output"] == "word\n" and "Finished" in said["build_output"]
    assert 'let s: String = "word".' in said["files"]["src/main.rs"]
    assert said["combined_text"].startswith("[filename: Cargo.toml]\n")
    assert server.post("/compile", code=said["combined_text"]).json()["success"]
    assert said["fixes"][0]["origin"] and said["fixes"][0]["diff"].startswith("--- a/src/main.rs")


def test_compile_and_fix_of_the_originals_example(server: Any) -> None:
    said = server.post(
        "/compile-and-fix", code=UNCLOSED, description="hello", max_attempts=3
    ).json()
    assert said["success"], said
    assert said["run_output"] == "Hello, World!\n"
    assert "Missing closing parenthesis" in said["files"]["src/main.rs"]


def test_what_builds_is_left_alone(server: Any) -> None:
    said = server.post("/compile-and-fix", code=HELLO, description="x").json()
    assert said["success"] and [each["success"] for each in said["attempts"]] == [True]
    assert said["combined_text"] == HELLO


def test_what_cannot_be_mended_is_never_called_done(server: Any) -> None:
    said = server.post("/compile-and-fix", code=HOPELESS, description="x").json()
    assert said["success"] is False and said["build_success"] is False
    assert said["files"]["src/main.rs"] == HOPELESS.partition("\n")[2]
    assert "left" in said["message"]
    assert all(not each["success"] for each in said["attempts"])


def test_no_more_attempts_than_asked_for(server: Any) -> None:
    said = server.post("/compile-and-fix", code=SLIP, description="x", max_attempts=1).json()
    assert len(said["attempts"]) == 1 and not said["success"]


def test_a_job_tells_how_far_it_is(server: Any) -> None:
    started = server.post("/jobs/compile-and-fix", code=SLIP, description="x")
    assert started.status_code == 202
    name = started.json()["project_id"]
    events: list[tuple[str, dict[str, Any]]] = []
    with server.client.stream("GET", f"/project/{name}/events") as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        kind = ""
        for line in stream.iter_lines():
            if line.startswith("event: "):
                kind = line[7:]
            elif line.startswith("data: "):
                events.append((kind, json.loads(line[6:])))
    assert [kind for kind, _ in events][-1] == "done"
    told = [said["message"] for kind, said in events if kind == "progress"]
    assert told[0] == "building" and any("looking for fixes" in words for words in told)
    done = events[-1][1]
    assert done["status"] == "completed" and done["files"] == ["Cargo.toml", "src/main.rs"]
    assert done == server.client.get(f"/project/{name}").json()


def test_a_projects_files_can_be_fetched(server: Any) -> None:
    name = server.post("/jobs/compile-and-fix", code=SLIP).json()["project_id"]
    state = finished(server, name)
    assert state["status"] == "completed" and state["build_output"] and state["run_output"]
    file = server.client.get(f"/project/{name}/files/src/main.rs")
    assert file.headers["content-type"].startswith("text/plain") and "fn main" in file.text
    for wrong in ("src/other.rs", "../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "/etc/passwd"):
        assert server.client.get(f"/project/{name}/files/{wrong}").status_code == 404
    packed = server.client.get(f"/project/{name}/download")
    assert packed.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(packed.content)) as archive:
        assert archive.namelist() == ["Cargo.toml", "src/main.rs"]
        assert archive.read("src/main.rs").decode() == file.text


def test_a_job_that_fails_says_so(server: Any) -> None:
    name = server.post("/jobs/compile-and-fix", code=HOPELESS).json()["project_id"]
    state = finished(server, name)
    assert state["status"] == "failed" and "left" in state["message"]


def test_a_job_can_be_cancelled(server: Any) -> None:
    endless = "fn main() { loop { std::thread::sleep(std::time::Duration::from_secs(1)) } }"
    name = server.post("/jobs/compile-and-fix", code=endless).json()["project_id"]
    while not server.client.get(f"/project/{name}").json()["progress"]:
        time.sleep(0.05)
    state = server.client.delete(f"/project/{name}").json()
    assert (state["status"], state["message"]) == ("failed", "cancelled")
    deadline = time.monotonic() + 10
    while server.client.get("/health").json()["running"] and time.monotonic() < deadline:
        time.sleep(0.05)
    assert server.client.get("/health").json()["running"] == 0


def test_work_ends_when_its_caller_goes_away(server: Any) -> None:
    endless = "fn main() { loop { std::thread::sleep(std::time::Duration::from_secs(1)) } }"
    with pytest.raises(httpx.ReadTimeout):
        httpx.post(f"{server.url}/compile", json={"code": endless}, timeout=1.5)
    deadline = time.monotonic() + 6
    while server.client.get("/health").json()["running"] and time.monotonic() < deadline:
        time.sleep(0.1)
    assert server.client.get("/health").json()["running"] == 0


@pytest.mark.parametrize("path", ["", "/files/src/main.rs", "/download", "/events"])
def test_an_unknown_project(server: Any, path: str) -> None:
    answer = server.client.get(f"/project/nothing{path}")
    assert answer.status_code == 404 and answer.json() == {"detail": "Project not found"}
