"""A team's server that is not there is told, and takes nothing away."""

import asyncio

from lsprotocol import types

from qdrant_server import free_port

TEXT = "pub fn takes(s: String) -> usize { drop(s); s.len() }\n"


async def test_fixes_are_offered_without_the_teams_server_and_status_says_so(start, crate):
    root = crate(lib=TEXT)
    editor = await start(root, options={"team": {"url": f"http://127.0.0.1:{free_port()}"}})
    uri = editor.open(root / "src/lib.rs")
    status = await editor.settled()
    assert status.state == "idle" and status.errors == 1
    assert await editor.fixes(uri, editor.at(uri, "s.len"))
    # it is asked once its client is loaded, which no check waits for: the next ones tell
    for _ in range(10):
        if "the team's server does not answer" in status.message:
            return
        await asyncio.sleep(1)
        await editor.client.workspace_execute_command_async(
            types.ExecuteCommandParams("rustmend.recheck")
        )
        status = await editor.settled()
    raise AssertionError(f"the status does not tell: {status.message!r}")
