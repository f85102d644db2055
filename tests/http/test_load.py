"""Many at once, a server killed in the middle, and requests nobody would write."""

import concurrent.futures
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psutil
import pytest


def program(number: int) -> str:
    """Return a program with a slip that prints its own number."""
    slips = [
        f'let s: String = "{number}"; println!("{{s}}");',
        f'let v = vec!["{number}"]; let w = v; println!("{{}}", v[0]); drop(w);',
        f'let mut m = HashMap::new(); m.insert(1, "{number}"); println!("{{}}", m[&1]);',
        f'let n = "{number}"; n = n; println!("{{n}}");',
    ]
    return f"[filename: src/main.rs]\nfn main() {{ {slips[number % len(slips)]} }}\n"


def assert_no_process_of(home: Path) -> None:
    deadline = time.monotonic() + 3
    while True:
        running = [each.info for each in psutil.process_iter(["cmdline"])]
        left = [each for each in running if str(home) in str(each["cmdline"])]
        if not left or time.monotonic() > deadline:
            break
        time.sleep(0.1)
    assert left == []


def test_fifty_at_once_are_neither_lost_nor_mixed_up(start: Any) -> None:
    running = start()
    numbers = range(1000, 1050)
    with concurrent.futures.ThreadPoolExecutor(len(numbers)) as pool:
        sent = {
            number: pool.submit(
                running.post, "/compile-and-fix", code=program(number), description="x"
            )
            for number in numbers
        }
        most = 0
        while not all(each.done() for each in sent.values()):
            family = [psutil.Process(running.process.pid)]
            most = max(most, sum(each.memory_info().rss for each in family))
            assert running.client.get("/health").status_code == 200
            time.sleep(0.2)
    for number, each in sent.items():
        answer = each.result()
        assert answer.status_code == 200, answer.text
        said = answer.json()
        assert said["success"], said["message"]
        assert said["run_output"] == f"{number}\n"
        assert str(number) in said["combined_text"]
    assert most < 1 << 30
    homes = [f for f in (running.home / "cache/sandboxes").iterdir() if f.is_dir()]
    assert [list(home.iterdir()) for home in homes] == [[]]


def test_work_of_a_killed_server_is_taken_up_by_the_next(start: Any) -> None:
    running = start(RUSTMEND_SERVE_WORKERS="1")
    slow = 'fn main() { std::thread::sleep(std::time::Duration::from_secs(3)); println!("%d") }'
    names = {}
    for number in range(3):
        answer = running.post("/jobs/compile-and-fix", code=slow.replace("%d", str(number)))
        names[number] = answer.json()["project_id"]
    while not running.client.get(f"/project/{names[0]}").json()["progress"]:
        time.sleep(0.05)
    running.kill()
    assert_no_process_of(running.home)
    following = start()
    for number, name in names.items():
        deadline = time.monotonic() + 60
        state: dict[str, Any] = {}
        while time.monotonic() < deadline:
            state = following.client.get(f"/project/{name}").json()
            if state["status"] not in ("compiling", "generating"):
                break
            time.sleep(0.1)
        assert state["status"] == "completed", state
        assert state["run_output"] == f"{number}\n"
    homes = [f for f in (following.home / "cache/sandboxes").iterdir() if f.is_dir()]
    assert [list(folder.iterdir()) for folder in homes] == [[]]


def test_what_stops_the_server_twice_is_given_up(start: Any) -> None:
    endless = "fn main() { loop { std::thread::sleep(std::time::Duration::from_secs(1)) } }"
    running = start()
    name = running.post("/jobs/compile-and-fix", code=endless).json()["project_id"]
    for _ in range(2):
        while not running.client.get(f"/project/{name}").json()["progress"]:
            time.sleep(0.05)
        time.sleep(0.5)
        running.kill()
        running = start()
        if running.client.get(f"/project/{name}").json()["status"] == "error":
            break
    state = running.client.get(f"/project/{name}").json()
    assert state["status"] == "error" and "stopped twice" in state["message"]


def test_a_server_that_is_stopped_leaves_nothing(start: Any) -> None:
    running = start()
    endless = "fn main() { loop { std::thread::sleep(std::time::Duration::from_secs(1)) } }"
    running.post("/jobs/compile-and-fix", code=endless)
    time.sleep(1.5)
    assert running.stop() in (0, -15)
    assert_no_process_of(running.home)
    assert not [f for f in (running.home / "cache/sandboxes").iterdir() if f.is_dir()]


@pytest.mark.timeout(900)
def test_no_request_of_the_schema_breaks_the_server(server: Any, tmp_path: Path) -> None:
    schema = server.client.get("/openapi.json").json()
    assert set(schema["paths"]) >= {
        "/compile", "/compile-and-fix", "/jobs/compile-and-fix", "/project/{project_id}",
        "/project/{project_id}/files/{path}", "/project/{project_id}/download", "/check",
        "/explain", "/fixes/search", "/health", "/metrics",
    }  # fmt: skip
    file = tmp_path / "openapi.json"
    file.write_text(json.dumps(schema))
    done = subprocess.run(
        [
            Path(sys.executable).with_name("schemathesis"), "run", file, "--url", server.url,
            "--checks", "not_a_server_error", "--max-examples", "12", "--workers", "2",
            "--phases", "examples,coverage,fuzzing", "--request-timeout", "60",
            "--suppress-health-check", "all",
        ],
        capture_output=True, text=True, check=False, cwd=tmp_path, timeout=800,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert '"level": "error"' not in server.logged()
