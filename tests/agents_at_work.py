"""What the tests of the MCP server share: a broken crate, and what a client does and sees."""

import asyncio
import os
import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import psutil
from mcp import Client
from mcp_types import CallToolResult

from rustmend.process import alive

MANIFEST = '[package]\nname = "shop"\nversion = "0.1.0"\nedition = "2024"\n'
BROKEN = """\
pub fn total(prices: &[u32]) -> u32 {
    prices.iter().sum()
}

pub fn report(prices: Vec<u32>) -> String {
    format!("{}", total(prices))
}
"""
MENDED = BROKEN.replace("total(prices))", "total(&prices))")
SLOW = """\
fn main() {
    std::fs::write(std::env::var("MARK").unwrap(), "started").unwrap();
    std::thread::sleep(std::time::Duration::from_secs(300));
}
"""

Connect = Callable[..., AbstractAsyncContextManager[Client]]


async def answer(client: Client, tool: str, **arguments: Any) -> dict[str, Any]:
    result = await client.call_tool(tool, arguments)
    assert isinstance(result, CallToolResult)
    assert not result.is_error, result.content
    assert result.structured_content is not None
    return result.structured_content


async def refusal(client: Client, tool: str, **arguments: Any) -> str:
    result = await client.call_tool(tool, arguments)
    assert isinstance(result, CallToolResult)
    assert result.is_error
    [content] = result.content
    assert content.type == "text"
    assert "\n" not in content.text
    assert "Traceback" not in content.text
    return content.text


def named(name: str) -> list[psutil.Process]:
    return [each for each in psutil.process_iter(["name"]) if name.startswith(each.info["name"])]


async def until(what: Callable[[], object]) -> None:
    deadline = time.monotonic() + 120
    while not what():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.05)


async def started(mark: Path) -> list[psutil.Process]:
    """Wait for the build script, and return its process and all others of that cargo."""
    deadline = time.monotonic() + 120
    while not mark.exists():
        assert time.monotonic() < deadline, "the build script was not started"
        await asyncio.sleep(0.05)
    # in its namespace it has another number, so it is known by the variable it was given
    found = [each for each in psutil.process_iter(["name"]) if belongs(each, mark)]
    assert any("build-script" in each.info["name"] for each in found)
    return found


def belongs(process: psutil.Process, mark: Path) -> bool:
    try:
        return process.environ().get("MARK") == str(mark) and process.pid != os.getpid()
    except psutil.Error:
        return False


async def gone(processes: list[psutil.Process]) -> None:
    """Wait until none of the cargo's is left; the server itself may go on."""
    left = [each for each in processes if "python" not in each.info["name"]]
    deadline = time.monotonic() + 30
    while any(alive(each.pid) for each in left):
        assert time.monotonic() < deadline, "the build script is still running"
        await asyncio.sleep(0.05)
