"""What was taken is remembered, and can be looked at and forgotten."""

import contextlib
import sqlite3

import pytest
from pygls.exceptions import JsonRpcException

from .conftest import rows

TEXT = """fn takes(s: String) -> usize {
    s.len()
}

fn main() {
    let name = String::from("é");
    let n = takes(name);
    println!("{n} {}", name.len());
}
"""


async def test_taken_fix_is_recorded_shown_and_forgotten(start, crate, tmp_path):
    root = crate(main=TEXT)
    editor = await start(root)
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    [fix, *_] = await editor.fixes(uri, editor.at(uri, "name", nth=2))
    journal = tmp_path / "home/journal.sqlite3"
    offered = await rows(journal, "SELECT sum(offered) FROM outcomes HAVING sum(offered) > 0")
    assert offered[0][0] >= 1
    editor.type(uri, "let n =", "let m =")
    editor.type(uri, "let m =", "let n =")
    [fix, *_] = await editor.fixes(uri, editor.at(uri, "name", nth=2))
    editor.apply(fix.edit)
    [(identity, code)] = await rows(journal, "SELECT id, code FROM fixes")
    assert code == "E0382"
    [(accepted,)] = await rows(journal, "SELECT sum(accepted) FROM outcomes WHERE accepted > 0")
    assert accepted == 1
    [listed] = await editor.run("rustmend.listPastFixes")
    assert (listed["id"], listed["code"]) == (identity, "E0382")
    assert listed["file"] == "src/main.rs"
    shown = await editor.run("rustmend.showPastFix", {"id": identity})
    assert "borrow of moved value" in shown
    assert "```diff" in shown
    assert identity in await editor.run("rustmend.forgetPastFix", {"id": identity})
    with pytest.raises(JsonRpcException, match="there is no past fix"):
        await editor.run("rustmend.showPastFix", {"id": identity})
    assert await editor.run("rustmend.listPastFixes") == []


async def test_nothing_is_recorded_where_learning_is_off(start, crate, tmp_path):
    root = crate(main=TEXT)
    editor = await start(root, options={"learn": False})
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    [fix, *_] = await editor.fixes(uri, editor.at(uri, "name", nth=2))
    editor.apply(fix.edit)
    journal = tmp_path / "home/journal.sqlite3"
    await rows(journal, "SELECT 1 FROM outcomes WHERE accepted > 0")
    with contextlib.closing(sqlite3.connect(journal)) as db:
        assert db.execute("SELECT count(*) FROM fixes").fetchall() == [(0,)]


async def test_what_was_taken_back_is_no_example(start, crate, tmp_path):
    editor = await start(root := crate(main=TEXT))
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    [fix, *_] = await editor.fixes(uri, editor.at(uri, "name", nth=2))
    editor.apply(fix.edit)
    journal = tmp_path / "home/journal.sqlite3"
    await rows(journal, "SELECT 1 FROM fixes")
    await rows(journal, "SELECT 1 FROM rewrites")
    editor.type(uri, editor.texts[uri], TEXT)
    await rows(journal, "SELECT 1 FROM outcomes WHERE undone = 1")
    await rows(journal, "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM fixes)")
    await rows(journal, "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM rewrites)")


async def test_what_was_passed_over_counts_against_it(start, crate, tmp_path):
    editor = await start(root := crate(main=TEXT))
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    [fix, *_] = await editor.fixes(uri, editor.at(uri, "name", nth=2))
    editor.type(uri, "name.len());", "n);")
    editor.save(uri)
    await editor.settled()
    await rows(tmp_path / "home/journal.sqlite3", "SELECT 1 FROM outcomes WHERE rejected > 0")
    assert fix.title
