"""A real server process on a free port, and a client for it."""

import contextlib
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from rustmend.coder.sandbox import obstacle
from rustmend.config import load

Start = Callable[..., "Server"]


class Server:
    """``rustmend serve`` with folders of its own."""

    def __init__(self, home: Path, *arguments: str, **variables: str) -> None:
        self.home = home
        environment = {
            key: value for key, value in os.environ.items() if not key.startswith("RUSTMEND_")
        }
        environment |= {
            "RUSTMEND_CACHE_PATH": str(home / "cache"),
            "RUSTMEND_JOURNAL_PATH": str(home / "journal.sqlite3"),
            "XDG_CONFIG_HOME": str(home / "config"),
            **variables,
        }
        self._log = home / f"log-{os.urandom(4).hex()}"
        with self._log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "rustmend", "serve", "--port", "0", *arguments],
                env=environment,
                stdout=log,
                stderr=log,
                cwd=home,
            )
        while not (found := re.search(r"^rustmend: (http://\S+)/ ", self.logged(), re.M)):
            if self.process.poll() is not None:
                raise AssertionError(f"the server did not start: {self.logged()}")
            time.sleep(0.05)
        self.url = found[1]
        headers = {}
        if token := variables.get("RUSTMEND_TOKEN"):
            headers["Authorization"] = f"Bearer {token}"
        self.client = httpx.Client(base_url=self.url, timeout=120, headers=headers)
        self._wait()

    def _wait(self) -> None:
        for _ in range(100):
            with contextlib.suppress(httpx.ConnectError):
                self.client.get("/health")
                return
            time.sleep(0.1)
        raise AssertionError("the server does not answer")

    def post(self, path: str, **body: Any) -> httpx.Response:
        return self.client.post(path, json=body)

    def logged(self) -> str:
        return self._log.read_text()

    def kill(self) -> None:
        self.client.close()
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        self.client.close()
        if self.process.poll() is None:
            self.process.terminate()
        try:
            return self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise


@pytest.fixture(scope="session")
def sandboxed(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skip, or in CI fail, where there is no sandbox."""
    import asyncio

    settings, _ = load({"cache.path": str(tmp_path_factory.mktemp("probe"))})
    if why_not := asyncio.run(obstacle(settings)):
        message = f"no sandbox here: {why_not}"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)


@pytest.fixture(scope="module")
def server(sandboxed: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the tests of a module."""
    running = Server(tmp_path_factory.mktemp("server"))
    yield running
    assert running.stop() in (0, -15)


@pytest.fixture
def start(sandboxed: None, tmp_path: Path) -> Iterator[Start]:
    """Start servers that end with the test."""
    started: list[Server] = []

    def start(*arguments: str, **variables: str) -> Server:
        started.append(Server(tmp_path, *arguments, **variables))
        return started[-1]

    yield start
    for each in started:
        if each.process.poll() is None:
            each.stop()


@pytest.fixture(scope="module")
def start_in(sandboxed: None) -> Iterator[Start]:
    """Start servers in a given folder, which end with the module's tests."""
    started: list[Server] = []

    def start_in(home: Path, *arguments: str, **variables: str) -> Server:
        started.append(Server(home, *arguments, **variables))
        return started[-1]

    yield start_in
    for each in started:
        each.stop()
