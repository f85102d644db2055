"""How the server ends: soon, whole, and with everything it started."""

import asyncio
import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import psutil
import pytest

from .conftest import SERVER

# a build script that never ends, so that there is something to kill
ENDLESS = "use std::time::Duration;\nfn main() {\n    std::thread::sleep(Duration::MAX);\n}\n"
PATIENCE = 20


@pytest.fixture
def busy(crate):
    root = crate(main="fn main() {}\n")
    (root / "build.rs").write_text(ENDLESS)
    return root


async def builds(editor_or_pid, root: Path) -> list[psutil.Process]:
    """Wait for the build script of ``root`` to run below the server; return all processes there."""
    pid = editor_or_pid if isinstance(editor_or_pid, int) else editor_or_pid.client._server.pid
    while True:
        children = psutil.Process(pid).children(recursive=True)
        if any("build-script-build" in " ".join(_words(child)) for child in children):
            return children
        await asyncio.sleep(0.05)


def _words(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def gone(processes: list[psutil.Process]) -> bool:
    _, alive = psutil.wait_procs(processes, timeout=PATIENCE)
    return not any(_runs(each) for each in alive)


def _runs(process):
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:  # it ended just now
        return False


async def test_exit_ends_everything(start, busy):
    editor = await start(busy)
    children = await asyncio.wait_for(builds(editor, busy), 120)
    await editor.client.shutdown_async(None)
    editor.client.exit(None)
    assert await asyncio.wait_for(editor.client._server.wait(), PATIENCE) == 0
    assert gone(children)


async def test_exit_without_shutdown_is_status_one_and_ends_everything(start, busy):
    editor = await start(busy)
    children = await asyncio.wait_for(builds(editor, busy), 120)
    editor.client.exit(None)
    assert await asyncio.wait_for(editor.client._server.wait(), PATIENCE) == 1
    assert gone(children)


async def test_many_saves_leave_one_check_of_the_last_state(start, crate):
    root = crate(main="fn main() {}\n")
    editor = await start(root)
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    for _ in range(30):
        editor.type(uri, "fn main() {", "fn main() {\n    ()")
        editor.save(uri)
        editor.type(uri, "\n    ()", "")
        editor.save(uri)
    editor.type(uri, "{}", '{\n    let é: u8 = "🦀";\n    drop(é)\n}')
    editor.save(uri)
    await editor.until(lambda: editor.statuses and editor.statuses[-1].errors == 1)
    await editor.until(lambda: editor.statuses[-1].state == "idle")
    assert editor.statuses[-1].errors == 1
    cargo = [
        each
        for each in psutil.Process(editor.client._server.pid).children(recursive=True)
        if _runs(each)
    ]
    assert cargo == []


async def test_end_of_input_ends_everything(start, busy):
    editor = await start(busy)
    children = await asyncio.wait_for(builds(editor, busy), 120)
    editor.client._server.stdin.close()
    await asyncio.wait_for(editor.client._server.wait(), PATIENCE)
    assert gone(children)


async def test_death_of_the_editor_ends_everything(start, busy):
    # the process named in `initialize` is not the parent, and standard input stays open
    other = await asyncio.create_subprocess_exec("sleep", "600")
    editor = await start(busy, process_id=other.pid)
    children = await asyncio.wait_for(builds(editor, busy), 120)
    other.kill()
    await other.wait()
    await asyncio.wait_for(editor.client._server.wait(), PATIENCE)
    assert gone(children)


async def test_death_of_the_parent_ends_the_server(tmp_path):
    """The parent starts the server with pipes that somebody else keeps open, and is killed."""
    parent = textwrap.dedent("""
        import os, subprocess, sys
        server = subprocess.Popen(sys.argv[1:], stdin=0, stdout=subprocess.DEVNULL)
        print(server.pid, flush=True)
        server.wait()
    """)
    command = [sys.executable, "-m", "rustmend", "lsp"]
    process = subprocess.Popen(
        [sys.executable, "-c", parent, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(SERVER), "RUSTMEND_CACHE_PATH": str(tmp_path)},
    )
    assert process.stdin is not None and process.stdout is not None
    with process, os.fdopen(os.dup(process.stdin.fileno()), "wb"):
        server = psutil.Process(int(process.stdout.readline()))
        body = json.dumps(
            {"jsonrpc": "2.0", "id": 1, "method": "initialize",
             "params": {"processId": None, "rootUri": None, "capabilities": {}}}
        ).encode()  # fmt: skip
        process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        process.stdin.flush()
        while not server.num_threads() > 1:  # the watchdog has started
            await asyncio.sleep(0.05)
        process.kill()
        assert gone([server])


async def test_what_prints_by_mistake_stays_out_of_the_protocol(start, crate):
    root = crate(main="fn main() {}\n")
    (root / "build.rs").write_text(
        'fn main() {\n    println!("Content-Length: 5\\r\\n\\r\\nhello");\n}\n'
    )
    editor = await start(root)
    assert (await editor.settled()).state == "idle"


async def test_garbage_in_the_stream_is_survived(start, crate):
    editor = await start(crate(main="fn main() {}\n"))
    body = b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"wrong": true}}'
    editor.client._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    editor.client._server.stdin.write(b"Content-Length: 3\r\n\r\n{{{")
    assert (await editor.settled()).state == "idle"


class Wire:
    """Messages as bytes, for what no client's library would send."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process

    def ask(
        self, number: int, method: str, params: object, header: str = "Content-Length: "
    ) -> Any:
        """Return the answer to a request; what the server says meanwhile is passed over."""
        self.say({"id": number, "method": method, "params": params}, header)
        assert self._process.stdout is not None
        while True:
            length = 0
            while (line := self._process.stdout.readline()).strip():
                if line.startswith(b"Content-Length:"):
                    length = int(line.partition(b":")[2])
            assert length, "the server is gone"
            message = json.loads(self._process.stdout.read(length))
            if message.get("id") == number:
                return message

    def say(self, message: dict[str, object], header: str = "Content-Length: ") -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(f"{header}{len(body)}\r\n\r\n".encode() + body)
        self._process.stdin.flush()


def test_nothing_on_its_input_is_the_end_of_it(tmp_path):
    (tmp_path / "empty").touch()
    for place in (os.devnull, tmp_path / "empty"):
        with Path(place).open() as nothing:
            done = subprocess.run(
                [sys.executable, "-m", "rustmend", "lsp"],
                stdin=nothing, capture_output=True, timeout=60, check=False,
                env={**os.environ, "PYTHONPATH": str(SERVER), "RUSTMEND_CACHE_PATH": str(tmp_path)},
            )  # fmt: skip
        assert (done.stdout, done.stderr) == (b"", b"")


def test_every_request_is_answered_in_any_order_and_with_any_header(tmp_path):
    hover = {
        "textDocument": {"uri": (tmp_path / "a.rs").as_uri()},
        "position": {"line": 0, "character": 0},
    }
    beginning = {"processId": None, "rootUri": None, "capabilities": {}}
    process = subprocess.Popen(
        [sys.executable, "-m", "rustmend", "lsp"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(SERVER), "RUSTMEND_CACHE_PATH": str(tmp_path)},
    )
    with process:
        wire = Wire(process)
        assert wire.ask(1, "textDocument/hover", hover)["error"]["code"] == -32002
        wire.say({"method": "initialized", "params": {}})
        begun = wire.ask(2, "initialize", beginning, header="content-length:")
        assert begun["result"]["capabilities"]["codeActionProvider"]
        wire.say({"method": "initialized", "params": {}})
        assert wire.ask(3, "initialize", beginning)["error"]["code"] == -32600
        assert wire.ask(4, "textDocument/hover", {"wrong": True})["error"]["code"] == -32602
        assert wire.ask(5, "textDocument/hover", hover)["result"] is None
        # it waits for the workspaces, which a second initialize must not have upset
        assert "error" not in wire.ask(
            6, "workspace/executeCommand", {"command": "rustmend.recheck"}
        )
        assert wire.ask(7, "shutdown", None)["result"] is None
        assert wire.ask(8, "textDocument/hover", hover)["error"]["code"] == -32600
        wire.say({"method": "exit"})
        assert process.wait(10) == 0
