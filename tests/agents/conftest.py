"""The MCP server for each test, over a broken crate of its own."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from mcp import Client, StdioServerParameters

from agents_at_work import BROKEN, MANIFEST, Connect
from rustmend.coder.sandbox import obstacle
from rustmend.config import load


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    root = tmp_path / "shop"
    (root / "src").mkdir(parents=True)
    (root / "Cargo.toml").write_text(MANIFEST)
    (root / "src" / "lib.rs").write_text(BROKEN)
    return root


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {
        **os.environ,
        "RUSTMEND_CACHE_PATH": str(tmp_path / "cache"),
        "RUSTMEND_JOURNAL_PATH": str(tmp_path / "journal.sqlite"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "MARK": str(tmp_path / "mark"),
    }


@pytest.fixture
def connect(shop: Path, environment: dict[str, str]) -> Connect:
    @asynccontextmanager
    async def connected(mode: str = "auto") -> AsyncIterator[Client]:
        arguments = ["-m", "rustmend", "mcp", str(shop)]
        server = StdioServerParameters(command=sys.executable, args=arguments, env=environment)
        async with Client(server, mode=mode) as client:
            yield client

    return connected


@pytest.fixture
def sandboxed(tmp_path: Path) -> None:
    settings, _ = load({"cache.path": str(tmp_path / "cache")}, user_file=tmp_path / "none.toml")
    if why_not := asyncio.run(obstacle(settings)):
        message = f"no sandbox here: {why_not}"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)


@pytest.fixture
async def address(
    shop: Path, environment: dict[str, str], request: pytest.FixtureRequest
) -> AsyncIterator[str]:
    """Serve HTTP, with the token of the parameter if there is one; give the server's address."""
    token = getattr(request, "param", "")
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "rustmend", "mcp", str(shop), "--http", "--port", "0",
        env={**environment, "RUSTMEND_TOKEN": token}, stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )  # fmt: skip
    assert server.stderr is not None
    assert server.stdout is not None
    line = (await server.stderr.readline()).decode()
    assert "MCP at http://127.0.0.1:" in line, line
    yield line.split()[-1]
    server.terminate()
    printed, _ = await asyncio.wait_for(server.communicate(), 30)
    assert printed == b""
