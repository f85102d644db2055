"""Wrong, hostile and too many requests: each gets a clear answer of the one shape."""

import concurrent.futures
import json
import os
import shutil
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

TOKEN = "let-me-in"  # noqa: S105  # of these tests
EVERYWHERE = "0.0.0.0"  # noqa: S104  # with a token


def refused(answer: httpx.Response, status: int, word: str) -> None:
    assert answer.status_code == status, answer.text
    said = answer.json()
    assert list(said) == ["detail"] and isinstance(said["detail"], str)
    assert word in said["detail"]


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ({}, "code"),
        ({"code": 1}, "code"),
        ({"code": ""}, "no code"),
        ({"code": "fn main() {}", "files": {"a.rs": ""}}, "either"),
        ({"files": {}}, "no file"),
        ({"files": {"../x.rs": ""}}, "leads out"),
        ({"files": {"/etc/passwd": ""}}, "relative"),
        ({"files": {"src/ma\u202ein.rs": ""}}, "cannot be seen"),
        ({"files": {"\uff0e\uff0e/x": ""}}, "looks like"),
        ({"files": {f"f{n}.rs": "" for n in range(10_000)}}, "at most 1000 files"),
        ({"files": {".cargo/config.toml": "[build]\nrustc-wrapper = 'x'", "a.rs": ""}}, "cargo"),
        ({"files": {"src/main.rs": "x" * 3_000_000}}, "too large"),
        ({"files": {"README.md": "nothing"}}, "no Rust file"),
        ({"code": "[filename: a/../../b.rs]\nx\n"}, "leads out"),
        (
            {"files": {"Cargo.toml": '[dependencies]\nx = { git = "https://127.0.0.1/x" }'}},
            "only the registry",
        ),
        ({"files": {"Cargo.toml": '[patch.crates-io]\nx = { path = "x" }'}}, "patch"),
    ],
)
@pytest.mark.parametrize("path", ["/compile", "/compile-and-fix", "/check"])
def test_wrong_input_is_refused(server: Any, path: str, body: dict[str, Any], word: str) -> None:
    refused(server.post(path, **body), 422, word)


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[" * 100_000, b"null", b'"x"', b"\xff\xfe", b"1e999"]
)
def test_what_is_no_json_is_refused(server: Any, body: bytes) -> None:
    headers = {"content-type": "application/json"}
    answer = server.client.post("/compile", content=body, headers=headers)
    assert answer.status_code in (400, 422) and list(answer.json()) == ["detail"]


def test_a_body_of_another_kind_is_told_what_to_be(server: Any) -> None:
    refused(server.client.post("/compile", content=b'{"code": "x"}'), 422, "application/json")


def test_half_a_character_breaks_nothing(server: Any) -> None:
    for body in ({"code": "\ud800"}, {"files": {"\ud800": "x"}}, {"files": {"a.rs": "\udfff"}}):
        answer = server.client.post(
            "/compile", content=json.dumps(body), headers={"content-type": "application/json"}
        )
        assert answer.status_code == 422, answer.text


def test_a_request_too_large(server: Any) -> None:
    refused(server.post("/compile", code="x" * (11 << 20)), 413, "at most 10 MiB")

    def pieces() -> Any:  # without a length
        yield b'{"code": "'
        for _ in range(11):
            yield b"x" * (1 << 20)

    answer = server.client.post(
        "/compile", content=pieces(), headers={"content-type": "application/json"}
    )
    refused(answer, 413, "at most 10 MiB")


def test_deep_code_breaks_nothing(server: Any) -> None:
    deep = "fn main() { " + "(" * 20_000 + ")" * 20_000 + " }"
    for path in ("/compile-and-fix", "/check"):
        answer = server.post(path, code=deep)
        assert answer.status_code < 500
    assert server.client.get("/health").status_code == 200


def test_hosts_and_pages_of_elsewhere(server: Any) -> None:
    refused(server.client.get("/health", headers={"host": "evil.example"}), 421, "not called")
    evil = {"origin": "https://evil.example"}
    refused(server.client.post("/compile", json={}, headers=evil), 403, "other servers")
    own = {"origin": server.url}
    assert server.client.get("/kb/stats", headers=own).status_code == 200
    text = {"content-type": "text/plain"}  # what a form of elsewhere could send
    answer = server.client.post("/compile", content=b'{"code": "fn main() {}"}', headers=text)
    assert answer.status_code == 422


def test_unknown_paths_and_methods(server: Any) -> None:
    refused(server.client.get("/nothing"), 404, "Not Found")
    refused(server.client.get("/compile"), 405, "Not Allowed")
    assert server.client.get("/page/../app.py").status_code == 404
    assert server.client.get("/page/%2e%2e/app.py").status_code == 404


def test_a_token_is_asked_for(start: Any) -> None:
    running = start(RUSTMEND_TOKEN=TOKEN)
    assert running.client.get("/kb/stats").status_code == 200
    for authorization in ("", "Bearer wrong", f"Basic {TOKEN}", "Bearer", "Bearer \xe9"):
        headers = {"authorization": authorization.encode("latin-1")}
        for path in ("/kb/stats", "/metrics", "/openapi.json"):
            answer = httpx.get(running.url + path, headers=headers)
            refused(answer, 401, "token")
            assert answer.headers["www-authenticate"] == "Bearer"
    assert httpx.get(f"{running.url}/health").status_code == 200
    assert httpx.get(f"{running.url}/").status_code == 200
    assert TOKEN not in running.logged()


def test_anything_but_loopback_wants_a_token(start: Any) -> None:
    with pytest.raises(AssertionError, match="set RUSTMEND_TOKEN"):
        start("--host", EVERYWHERE)
    assert start("--host", EVERYWHERE, RUSTMEND_TOKEN=TOKEN).client.get("/health").is_success


def test_who_asks_too_often_is_told_to_wait(start: Any) -> None:
    running = start(RUSTMEND_SERVE_PER_MINUTE="20")
    answers = [running.client.get("/kb/entries?code=E0382") for _ in range(25)]
    refused(answers[-1], 429, "too many")
    assert int(answers[-1].headers["retry-after"]) >= 1
    assert running.client.get("/health").status_code == 200


def test_a_full_queue_says_when_to_come_again(start: Any) -> None:
    running = start(RUSTMEND_SERVE_WORKERS="1", RUSTMEND_SERVE_QUEUE="2")
    slow = "fn main() { std::thread::sleep(std::time::Duration::from_secs(4)) }"
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        waiting = [pool.submit(running.post, "/compile", code=slow)]
        # as long as the first has not begun it takes a place in the queue
        while running.client.get("/health").json()["running"] < 1:
            time.sleep(0.02)
        waiting += [pool.submit(running.post, "/compile", code=slow) for _ in range(2)]
        while running.client.get("/health").json()["waiting"] < 2:
            assert not waiting[0].done(), [each.result().text for each in waiting]
            time.sleep(0.02)
        late = running.post("/compile", code=slow)
        refused(late, 429, "waiting")
        assert int(late.headers["retry-after"]) >= 1
        assert all(each.result().json()["success"] for each in waiting)


def test_without_a_sandbox_nothing_is_compiled(start: Any, tmp_path: Any) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    for folder in map(Path, os.environ["PATH"].split(os.pathsep)):
        for tool in folder.iterdir() if folder.is_dir() else ():
            if tool.name != "bwrap" and not (tools / tool.name).exists():
                (tools / tool.name).symlink_to(tool)
    assert not shutil.which("bwrap", path=str(tools))
    running = start(PATH=str(tools))
    answer = running.post("/compile", code="fn main() {}")
    refused(answer, 503, "bwrap not found")
    assert "--unsafe-no-sandbox" in answer.json()["detail"]
    assert running.post("/explain", code="E0382").status_code == 200
    running.stop()
    unsafe = start("--unsafe-no-sandbox", PATH=str(tools))
    assert unsafe.post("/compile", code='fn main() { print!("x") }').json()["run_output"] == "x"
    assert "UNPROTECTED" in unsafe.logged()


def test_metrics_and_logs(server: Any) -> None:
    server.post("/compile", code="fn main() {}")
    text = server.client.get("/metrics").text
    assert 'rustmend_requests_total{method="POST",route="/compile",status="200"}' in text
    assert 'rustmend_projects_total{outcome="builds",work="compile"}' in text
    lines = [json.loads(line) for line in server.logged().splitlines() if line[0] == "{"]
    assert any(line.get("path") == "/compile" and line["status"] == 200 for line in lines)


def test_a_taken_port_is_said(start: Any) -> None:
    running = start()
    port = running.url.rpartition(":")[2]
    with pytest.raises(AssertionError, match="cannot be used"):
        start("--port", port)
