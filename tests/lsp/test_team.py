"""A team's server that is not there is told, and takes nothing away."""

from qdrant_server import free_port

TEXT = "pub fn takes(s: String) -> usize { drop(s); s.len() }\n"


async def test_fixes_are_offered_without_the_teams_server_and_status_says_so(start, crate):
    root = crate(lib=TEXT)
    editor = await start(root, options={"team": {"url": f"http://127.0.0.1:{free_port()}"}})
    uri = editor.open(root / "src/lib.rs")
    status = await editor.settled()
    assert status.state == "idle" and status.errors == 1
    assert "the team's server does not answer" in status.message
    assert await editor.fixes(uri, editor.at(uri, "s.len"))
