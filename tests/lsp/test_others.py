"""Waiting for somebody else's check, and noticing that there is none."""

import asyncio
import os
import shutil
import signal

import psutil
import pytest
from pygls.exceptions import JsonRpcException

from rustmend.lsp.others import NOBODY_CHECKS, Others
from rustmend.process import foreign_cargo


async def another_cargo(tmp_path, folder, command):
    """Start what looks like a cargo that somebody else runs in ``folder``."""
    program = tmp_path / "cargo"
    if not program.exists():
        shutil.copy(shutil.which("tail"), program)
    # not a child of ours: its parent ends at once
    done = await asyncio.create_subprocess_exec(
        "sh", "-c", '"$0" -f "$1" /dev/null >/dev/null 2>&1 & echo $!', str(program), command,
        cwd=folder, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    output, _ = await done.communicate()
    return int(output)


async def test_our_check_comes_after_theirs(tmp_path):
    folder = tmp_path / "w"
    folder.mkdir()
    pid = await another_cargo(tmp_path, folder, "check")
    others = Others()
    try:
        while not foreign_cargo([folder]):
            await asyncio.sleep(0.01)
        assert not foreign_cargo([tmp_path / "elsewhere"])
        waiting = asyncio.create_task(others.finish([folder], expected=True))
        await asyncio.wait({waiting}, timeout=1)
        assert not waiting.done()
    finally:
        os.kill(pid, signal.SIGKILL)
    await waiting
    for _ in range(4):
        await others.finish([folder], expected=True)
    assert others.remark == ""


async def test_running_tests_are_no_check(tmp_path):
    pid = await another_cargo(tmp_path, tmp_path, "test")
    try:
        while psutil.Process(pid).name() != "cargo":
            await asyncio.sleep(0.01)
        assert "test" in psutil.Process(pid).cmdline()
        assert not foreign_cargo([tmp_path])
    finally:
        os.kill(pid, signal.SIGKILL)


async def test_nobody_who_checks_is_remarked_on_after_some_saves(tmp_path):
    others = Others()
    await others.finish([tmp_path], expected=False)
    await others.finish([tmp_path], expected=True)
    assert others.remark == ""
    for _ in range(2):
        await others.finish([tmp_path], expected=True)
    assert others.remark == NOBODY_CHECKS


@pytest.mark.parametrize("command", ["fixAll", "listFixes"])
async def test_what_is_asked_right_after_a_save_waits_for_their_check_and_ours(
    start, crate, tmp_path, command
):
    root = crate(main="fn main() {}\n")
    editor = await start(root)
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    pid = await another_cargo(tmp_path, root, "check")
    try:
        while not foreign_cargo([root]):
            await asyncio.sleep(0.01)
        editor.type(
            uri, "fn main() {}", 'fn main() {\n    let name: String = "é";\n    drop(name)\n}'
        )
        editor.save(uri)
        line = {"start": {"line": 1, "character": 0}, "end": {"line": 2, "character": 0}}
        place = {"uri": uri, "range": line, "apply": False}
        asking = asyncio.create_task(editor.run(f"rustmend.{command}", place))
        await editor.until(lambda: editor.statuses and editor.statuses[-1].state == "checking")
        await asyncio.wait({asking}, timeout=1)
        assert not asking.done()
        with pytest.raises(JsonRpcException, match="no error at this place yet"):
            await editor.run("rustmend.explain", {"uri": uri, "range": line})
        assert {each.state for each in editor.statuses} == {"checking"}
    finally:
        os.kill(pid, signal.SIGKILL)
    fixes = (await asking)["fixes"]
    assert fixes and fixes[0]["title"].endswith("✓ no errors left")
