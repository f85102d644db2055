"""What a person mends by hand is learned; what only disappears is not."""

import asyncio
import contextlib
import json
import sqlite3
import subprocess
from pathlib import Path

AFTER = 0.4  # seconds that a mend must stand in these tests
LIB = """\
pub struct Order {
    pub items: Vec<String>,
    pub total: u64,
}

pub fn count(items: &[String]) -> usize {
    items.len()
}

pub fn report(order: Order) -> String {
    let lines = 1;
    format!("{} {} {lines}", count(&order.items), order.total)
}

pub fn half(order: &Order) -> u64 {
    order.total / 2
}
"""


def fixes(journal: Path) -> list[tuple[str, str]]:
    """Every past fix: its code, and what it changed."""
    try:
        with contextlib.closing(sqlite3.connect(journal)) as db:
            rows = db.execute("SELECT code, hunks FROM fixes ORDER BY change").fetchall()
    except sqlite3.Error:
        return []
    return [(code, "".join(e[2] for h in json.loads(hunks) for e in h["edits"]))
            for code, hunks in rows]  # fmt: skip


async def learned(journal: Path, count: int) -> list[tuple[str, str]]:
    """Wait until there are ``count`` past fixes: they are learned in spare time."""
    while len(found := fixes(journal)) < count:
        await asyncio.sleep(0.1)
    return found


async def save(editor, uri, old: str, new: str) -> None:
    editor.type(uri, old, new)
    editor.save(uri)
    await editor.settled()


async def begin(start, crate, tmp_path: Path, text: str = LIB):
    root = crate(lib=text)
    editor = await start(root, options={"learnAfter": AFTER})
    uri = editor.open(root / "src/lib.rs")
    await editor.settled()
    return root, editor, uri, tmp_path / "home/journal.sqlite3"


async def test_a_mend_by_hand_is_learned_without_what_else_was_changed(
    start, crate, tmp_path
) -> None:
    _, editor, uri, journal = await begin(start, crate, tmp_path)
    await save(editor, uri, "&order.items", "order.items")
    await save(editor, uri, "let lines = 1;", "let lines = 2;")
    assert fixes(journal) == []
    editor.type(uri, "order.total / 2", "order.total / 2 + 1")
    await save(editor, uri, "count(order.items)", "count(&order.items)")
    assert await learned(journal, 1) == [("E0308", "&")]


async def test_it_is_offered_in_another_function(start, crate, tmp_path) -> None:
    text = LIB.replace("u64", "u32")  # whatever fits a count would be surer than a habit
    broken = text.replace("order.total / 2", "order.total / count(&order.items)")
    _, editor, uri, journal = await begin(start, crate, tmp_path, broken)
    await save(editor, uri, "let lines = 1;", "let lines = 2;")
    old, new = "/ count(&order.items)", "/ u32::try_from(count(&order.items)).unwrap_or(u32::MAX)"
    await save(editor, uri, old, new)
    await learned(journal, 1)
    other = "pub fn share(parts: &[u8], all: u32) -> u32 {\n    all / parts.len()\n}\n"
    await save(editor, uri, "pub fn half", f"{other}\npub fn half")
    found = await editor.fixes(uri, editor.at(uri, "all / parts.len()"))
    assert "as in a past fix" in found[0].title, [fix.title for fix in found]
    editor.apply(found[0].edit)
    assert "all / u32::try_from(parts.len()).unwrap_or(u32::MAX)" in editor.texts[uri]


async def test_a_day_of_things_that_are_no_mends(start, crate, tmp_path) -> None:
    root, editor, uri, journal = await begin(start, crate, tmp_path)
    git = ["git", "-C", str(root), "-c", "user.name=a", "-c", "user.email=a@b.c"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "first"]):
        subprocess.run([*git, *command], check=True)
    whole = editor.texts[uri]

    def back() -> None:
        editor.type(uri, editor.texts[uri], whole)

    # typing that is not finished, saved on the way, once
    await save(editor, uri, "order.total / 2", "order.total / ")
    await save(editor, uri, "order.total / ", "order.total / 2")
    # it stood, but the code was deleted
    await save(editor, uri, "&order.items", "order.items")
    await save(editor, uri, "let lines = 1;", "let lines = 3;")
    report = editor.texts[uri].partition("pub fn report")[2].partition("\npub fn half")[0]
    await save(editor, uri, "pub fn report" + report, "")
    back()
    editor.save(uri)
    await editor.settled()
    # it stood, and is hidden by a file that does not parse, and that is all
    await save(editor, uri, "&order.items", "order.items")
    await save(editor, uri, "let lines = 1;", "let lines = 4;")
    await save(editor, uri, "pub fn half(", "pub fn half((")
    # another branch, on which it is well
    subprocess.run([*git, "stash", "-q"], check=True)
    subprocess.run([*git, "checkout", "-qb", "other"], check=True)
    back()
    editor.save(uri)
    await editor.settled()
    # commented out
    await save(editor, uri, "&order.items", "order.items")
    await save(editor, uri, "let lines = 1;", "let lines = 5;")
    await save(editor, uri, 'format!("{} {} ', 'String::new() // format!("{} {} ')
    back()
    editor.save(uri)
    await editor.settled()
    # mended, and taken back soon
    await save(editor, uri, "&order.items", "order.items")
    await save(editor, uri, "let lines = 1;", "let lines = 6;")
    editor.type(uri, "count(order.items)", "count(&order.items)")
    editor.save(uri)
    await editor.settled()
    await save(editor, uri, "count(&order.items)", "count(order.items)")
    await asyncio.sleep(3 * AFTER)
    # silenced with todo!, and unwrapped
    await save(editor, uri, "count(order.items)", "todo!()")
    await asyncio.sleep(3 * AFTER)
    assert fixes(journal) == []
    # after all that, a real one is still seen
    back()
    editor.save(uri)
    await editor.settled()
    await save(editor, uri, "order.total / 2", "order.total / 2u32")
    await save(editor, uri, "let lines = 1;", "let lines = 7;")
    await save(editor, uri, "order.total / 2u32", "order.total / u64::from(2u32)")
    found = await learned(journal, 1)
    assert {change for _, change in found} == {"u64::from(2u32)"}


async def test_nothing_is_learned_where_learning_is_off(start, crate, tmp_path) -> None:
    root = crate(lib=LIB)
    editor = await start(root, options={"learnAfter": AFTER, "learn": False})
    uri = editor.open(root / "src/lib.rs")
    await editor.settled()
    await save(editor, uri, "&order.items", "order.items")
    await save(editor, uri, "let lines = 1;", "let lines = 2;")
    await save(editor, uri, "count(order.items)", "count(&order.items)")
    await asyncio.sleep(3 * AFTER)
    assert fixes(tmp_path / "home/journal.sqlite3") == []
