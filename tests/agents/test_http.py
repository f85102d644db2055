"""The MCP server over Streamable HTTP: the same tools, and who may call them."""

import re
import socket
import subprocess
import sys
from functools import partial
from pathlib import Path

import anyio
import httpx2
import pytest
from mcp import Client
from mcp.client.streamable_http import streamable_http_client
from mcp_types import CallToolResult

from agents_at_work import BROKEN, MENDED, SLOW, answer, gone, refusal, started, until


async def test_over_http_a_client_gets_the_same(address: str, shop: Path) -> None:
    heard: list[str | None] = []

    async def listen(progress: float, total: float | None, message: str | None) -> None:
        heard.append(message)

    async with Client(address) as client:
        result = await client.call_tool("diagnose", {}, progress_callback=listen)
        assert isinstance(result, CallToolResult)
        assert result.structured_content is not None
        assert result.structured_content["errors"] == 1
        assert heard
        good = await answer(client, "verify_patch", files={"src/lib.rs": MENDED})
        assert good["verified"] is True
        # who is not the user's own agent cannot read the machine through the compiler's messages
        for text in ('include!("/etc/passwd");', 'const X: u8 = env!("HOME");'):
            said = await refusal(client, "verify_patch", files={"src/lib.rs": MENDED + text})
            assert "not the workspace's" in said
        may = {"files": {"build.rs": "fn main() {}"}, "may_run": True}
        assert "does not compile such a change" in await refusal(client, "verify_patch", **may)
        assert "outside" in await refusal(client, "diagnose", path=str(shop.parent))
        assert "outside" in await refusal(client, "diagnose", path="/")
        asked = {"files": {"src/lib.rs": MENDED}, "tests": True}
        assert "runs no tests" in await refusal(client, "verify_patch", **asked)
        (shop / "src" / "lib.rs").write_text(MENDED)
        learned = await answer(client, "record_fix", before={"src/lib.rs": BROKEN})
        assert learned["learned"]
        reads = {"src/lib.rs": 'include!("/etc/passwd");'}
        assert "not the workspace's" in await refusal(client, "record_fix", before=reads)


async def test_over_http_a_cancelled_call_ends_what_it_started(
    address: str, shop: Path, environment: dict[str, str]
) -> None:
    heard: list[str | None] = []

    async def listen(progress: float, total: float | None, message: str | None) -> None:
        heard.append(message)

    (shop / "build.rs").write_text(SLOW)
    async with Client(address) as client:
        async with anyio.create_task_group() as group:
            call = partial(client.call_tool, "diagnose", {}, progress_callback=listen)
            group.start_soon(call)
            script = await started(Path(environment["MARK"]))
            # while cargo says nothing, the client hears that it goes on
            await until(lambda: any(re.search(r"\(\d+ s\)$", words or "") for words in heard))
            group.cancel_scope.cancel()
        await gone(script)


@pytest.mark.parametrize("address", ["a token"], indirect=True)
async def test_a_token_is_asked_for(address: str) -> None:
    async with httpx2.AsyncClient() as http:
        for headers in ({}, {"authorization": "Bearer another"}, {"authorization": "a token"}):
            said = await http.post(address, headers=headers, json={})
            assert said.status_code == 401
            assert "Bearer" in said.json()["detail"]
    known = {"authorization": "Bearer a token"}
    async with (
        httpx2.AsyncClient(headers=known) as http,
        Client(streamable_http_client(address, http_client=http)) as client,
    ):
        assert (await client.list_tools()).tools


async def test_pages_of_elsewhere_are_refused(address: str) -> None:
    async with httpx2.AsyncClient() as http:
        as_evil = await http.post(address, headers={"host": "evil.example"}, json={})
        from_evil = await http.post(address, headers={"origin": "http://evil.example"}, json={})
    assert (as_evil.status_code, from_evil.status_code) == (421, 403)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "example.org"])  # noqa: S104  # it must not be bound
def test_an_address_for_others_wants_a_token(environment: dict[str, str], host: str) -> None:
    assert "RUSTMEND_TOKEN" in complaint(environment, "--host", host)


def test_a_port_that_is_taken(environment: dict[str, str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert f"cannot listen on 127.0.0.1:{port}" in complaint(environment, "--port", port)


def complaint(environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "rustmend", "mcp", "--http", *arguments],
        env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    [line] = done.stderr.splitlines()
    return line
