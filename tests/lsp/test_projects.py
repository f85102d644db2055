"""New projects from the editor: written whole and shown, or called off without a trace."""

import asyncio

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from model_server import ModelServer, Step

POOL = "a pool of worker threads"


async def test_a_project_is_made_and_its_first_file_shown(start, tmp_path):
    editor = await start(tmp_path)
    out = tmp_path / "my workers"
    # by its URI, as some editors name a folder
    done = await editor.run("rustmend.generate", {"description": POOL, "folder": out.as_uri()})
    assert done["ok"] is True
    assert done["folder"] == str(out)
    assert "tasks/thread-pool" in done["message"]
    [shown] = editor.client.shown_documents
    assert shown.uri == (out / "src" / "lib.rs").as_uri()
    assert 'name = "my-workers"' in (out / "Cargo.toml").read_text()


async def test_a_project_that_does_not_come_right_is_not_written(start, tmp_path):
    editor = await start(tmp_path)
    out = tmp_path / "out"
    wanted = {"description": POOL, "folder": str(out), "requirements": "`i32::abs(-3)` is `4`"}
    done = await editor.run("rustmend.generate", wanted)
    assert done["ok"] is False
    assert "requirement_1" in done["message"]
    assert not out.exists()
    [shown] = editor.client.shown_documents
    assert shown.uri.endswith("generate.md")


async def test_a_project_under_way_can_be_called_off(start, tmp_path):
    with ModelServer([Step(hang=True)]) as model:
        options = {"model": {"baseUrl": model.url, "name": "scripted-1"}}
        editor = await start(tmp_path, options=options)
        wanted = {"description": POOL, "folder": str(tmp_path / "out")}
        running = asyncio.create_task(editor.run("rustmend.generate", wanted))
        while not editor.client.progress_reports:
            await asyncio.sleep(0.05)
        [token] = editor.client.progress_reports
        while not model.requests:
            await asyncio.sleep(0.05)
        editor.client.window_work_done_progress_cancel(types.WorkDoneProgressCancelParams(token))
        done = await running
        assert await asyncio.to_thread(model.disconnected.wait, 30)
    assert done == {
        "ok": False, "folder": str(tmp_path / "out"), "message": "cancelled: nothing was written"
    }  # fmt: skip
    assert not (tmp_path / "out").exists()


async def test_wrong_arguments_are_said(start, tmp_path):
    editor = await start(tmp_path)
    for arguments in ([], [{"description": "x"}], [{"description": "x", "folder": "relative"}]):
        with pytest.raises(JsonRpcException, match="expected"):
            await editor.run("rustmend.generate", *arguments)
    with pytest.raises(JsonRpcException, match="not empty"):
        (tmp_path / "full").mkdir()
        (tmp_path / "full" / "file").touch()
        wanted = {"description": POOL, "folder": str(tmp_path / "full")}
        await editor.run("rustmend.generate", wanted)
