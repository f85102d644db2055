"""``Fix … with <model>`` in the editor: a command with progress that ends in a versioned edit."""

import asyncio
import json
import time

import pytest
from lsprotocol import types

from model_server import MODEL, ModelServer, Step, ok

from .conftest import able, rows

HARD = """mod tools;

pub struct Node {
    pub next: Option<Box<Node>>,
    pub value: i64,
}

pub fn last(list: &mut Node) -> &mut i64 {
    let mut node = list;
    while let Some(next) = &mut node.next {
        tools::visit(next);
        node = next;
    }
    tools::count(node.value)
}

fn main() {
    let mut list = Node { next: None, value: 1 };
    *last(&mut list) = 2;
}
"""
TOOLS = """use crate::Node;

pub fn visit(node: &mut Node) {
    node.value += 1;
}

pub fn count(value: i64) -> i64 {
    value
}
"""


def answer(*edits: tuple[str, str, str], title: str = "Return the last value itself") -> str:
    listed = [
        {"file": file, "line": 0, "find": find, "replace": replace} for file, find, replace in edits
    ]
    return json.dumps({"diagnosis": "why", "title": title, "edits": listed})


GOOD = answer(
    (
        "src/main.rs",
        "    tools::count(node.value)",
        "    tools::count(node.value);\n    &mut node.value",
    )
)
BOTH = answer(
    ("src/main.rs", "    tools::count(node.value)", "    tools::count(&mut node.value)"),
    (
        "src/tools.rs",
        "pub fn count(value: i64) -> i64 {",
        "pub fn count(value: &mut i64) -> &mut i64 {",
    ),
    title="Count by reference",
)  # fmt: skip
ELSEWHERE = answer(
    (
        "src/tools.rs",
        "pub fn count(value: i64) -> i64 {\n    value",
        "pub fn count(value: i64) -> &'static mut i64 {\n    Box::leak(Box::new(value))",
    )
)
CHEATS = answer(("src/main.rs", "    tools::count(node.value)", "    todo!()"), title="Later")
WRONG = answer(("src/main.rs", "    tools::count(node.value)", "    tools::count(&nothing)"))
ACCEPTED = "SELECT sum(accepted) FROM outcomes HAVING sum(accepted) > 0"
UNSAFE_BUILD = answer(("build.rs", "fn main() {}", 'fn main() { println!("x"); }'))


@pytest.fixture
def serve():
    started = []

    def begin(*script):
        server = ModelServer(script)
        started.append(server)
        return server.__enter__()

    yield begin
    for server in started:
        server.__exit__()


async def opened(start, crate, server, capabilities=None):
    root = crate(main=HARD, tools=TOOLS)
    editor = await start(
        root, environment={**server.environment, "RUSTMEND_VERIFY_MAX_CANDIDATES": "1"},
        capabilities=capabilities,
    )  # fmt: skip
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    return editor, uri, root


async def action_of(editor, uri):
    titles = {
        each.title: each for each in await editor.actions(uri, editor.at(uri, "tools::count"))
    }
    found = titles[f"Fix E0308 with {MODEL}"]
    assert found.edit is None
    assert not found.is_preferred
    return found


async def run(editor, action):
    return await editor.run(action.command.command, *action.command.arguments)


def annotating():
    capabilities = able()
    capabilities.workspace.workspace_edit.change_annotation_support = (
        types.ChangeAnnotationsSupportOptions()
    )
    return capabilities


async def test_a_right_answer_is_applied_with_its_version(start, crate, serve):
    server = serve(ok(GOOD))
    editor, uri, root = await opened(start, crate, server)
    editor.type(uri, "fn main() {", "// not saved yet\nfn main() {")
    result = await run(editor, await action_of(editor, uri))
    assert result["applied"], result
    assert "1 question" in result["message"]
    (params,) = editor.applied
    (change,) = params.edit.document_changes
    assert change.text_document.version == 2
    assert "    &mut node.value\n" in editor.texts[uri]
    assert "not saved yet" in editor.texts[uri]
    assert (root / "src/main.rs").read_text() == HARD
    assert "not saved yet" in server.requests[0].text


async def test_a_fix_over_two_files_can_be_looked_at_first(start, crate, serve):
    server = serve(ok(BOTH))
    editor, uri, root = await opened(start, crate, server, annotating())
    result = await run(editor, await action_of(editor, uri))
    assert result["applied"], result
    (params,) = editor.applied
    assert len(params.edit.document_changes) == 2
    (note,) = params.edit.change_annotations.values()
    assert note.needs_confirmation
    assert "Count by reference" in note.label
    assert "value: &mut i64" in (root / "src/tools.rs").read_text()


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (ok(WRONG), "no answer of"),
        (ok(GOOD[:-30]), "could not be used"),
        (Step(status=401), "RUSTMEND_MODEL_API_KEY"),
        (Step("<html>", content_type="text/html"), "text/html"),
        (ok(answer(("../x.rs", "a", "b"))), "outside the workspace"),
    ],
)
async def test_a_wrong_answer_changes_nothing_and_is_explained(start, crate, serve, step, words):
    server = serve(step)
    editor, uri, root = await opened(start, crate, server)
    result = await run(editor, await action_of(editor, uri))
    assert not result["applied"]
    assert words in result["message"]
    assert result["message"] in [each.message for each in editor.client.messages]
    assert editor.applied == []
    assert (editor.texts[uri], (root / "src/main.rs").read_text()) == (HARD, HARD)


async def test_cancel_frees_the_action_at_once_and_closes_the_connection(start, crate, serve):
    server = serve(Step(hang=True))
    editor, uri, _ = await opened(start, crate, server)
    action = await action_of(editor, uri)

    def bar():
        for token, values in editor.client.progress_reports.items():
            if values and f"with {MODEL}" in getattr(values[0], "title", ""):
                return token
        return None

    running = asyncio.create_task(run(editor, action))
    await asyncio.to_thread(server.asked.wait, 60)
    while bar() is None:
        await asyncio.sleep(0.02)
    stopped = time.monotonic()
    editor.client.window_work_done_progress_cancel(types.WorkDoneProgressCancelParams(bar()))
    result = await asyncio.wait_for(running, 10)
    assert time.monotonic() - stopped < 0.2
    assert not result["applied"]
    assert "cancelled" in result["message"]
    assert await asyncio.to_thread(server.disconnected.wait, 5)


async def test_a_cheat_is_asked_about_before_it_is_applied(start, crate, serve):
    server = serve(ok(CHEATS))
    editor, uri, _ = await opened(start, crate, server)
    editor.choose = lambda params: next(a for a in params.actions if a.title == "Leave it")
    result = await run(editor, await action_of(editor, uri))
    assert not result["applied"]
    assert "adds todo!" in editor.asked[-1].message
    assert editor.texts[uri] == HARD
    assert "Do it properly" in server.requests[1].text


async def test_what_runs_at_build_time_is_asked_about(start, crate, serve):
    server = serve(ok(UNSAFE_BUILD))
    root = crate(main=HARD, tools=TOOLS)
    (root / "build.rs").write_text("fn main() {}\n")
    editor = await start(root, environment=server.environment)
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    editor.choose = lambda params: next(a for a in params.actions if a.title == "Leave it")
    result = await run(editor, await action_of(editor, uri))
    assert not result["applied"]
    assert "build.rs" in editor.asked[0].message


async def test_text_that_moved_on_is_left_alone(start, crate, serve):
    server = serve(Step(GOOD, pause=0.2, piece=40))
    editor, uri, _ = await opened(start, crate, server)
    running = asyncio.create_task(run(editor, await action_of(editor, uri)))
    await asyncio.to_thread(server.asked.wait, 60)
    editor.type(uri, "fn main() {", "fn other() {}\n\nfn main() {")
    result = await running
    assert not result["applied"]
    assert "moved on" in result["message"]


@pytest.mark.parametrize("late", [False, True])
@pytest.mark.parametrize(
    ("old", "new", "stands"),
    [
        ("visit(node: &mut Node)", "visit(node: &mut Node, by: i64)", False),
        ("node.value += 1", "node.value += 2", True),
    ],
)
async def test_only_a_harmless_change_of_another_buffer_keeps_the_answer(
    start, crate, serve, late, old, new, stands
):
    server = serve(Step(GOOD, pause=0.2, piece=40))
    editor, uri, root = await opened(start, crate, server)
    tools = root / "src/tools.rs"
    other = tools.as_uri() if late else editor.open(tools)
    running = asyncio.create_task(run(editor, await action_of(editor, uri)))
    await asyncio.to_thread(server.asked.wait, 60)
    if late:
        editor.open(tools)
    editor.type(other, old, new)
    result = await running
    assert result["applied"] == stands, result
    assert len(editor.applied) == stands
    assert ("changed meanwhile: ask again" in result["message"]) != stands


async def test_a_file_that_changed_on_disk_voids_the_answer(start, crate, serve):
    server = serve(Step(GOOD, pause=0.2, piece=40))
    editor, uri, root = await opened(start, crate, server)
    running = asyncio.create_task(run(editor, await action_of(editor, uri)))
    await asyncio.to_thread(server.asked.wait, 60)
    (root / "src/tools.rs").write_text(TOOLS + "\npub fn more() {}\n")
    result = await running
    assert not result["applied"]
    assert "files changed meanwhile: ask again" in result["message"]
    assert editor.applied == []


async def test_an_answer_that_is_undone_soon_is_unlearned(start, crate, serve, tmp_path):
    editor, uri, _ = await opened(start, crate, serve(ok(GOOD)))
    assert (await run(editor, await action_of(editor, uri)))["applied"]
    journal = tmp_path / "home/journal.sqlite3"
    assert len(await rows(journal, "SELECT 1 FROM fixes")) == 1
    editor.type(uri, editor.texts[uri], HARD)
    await rows(journal, "SELECT 1 FROM outcomes WHERE undone = 1")
    await rows(journal, "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM fixes)")
    assert await rows(journal, ACCEPTED) == [(1,)]


@pytest.mark.parametrize("script", [BOTH, ELSEWHERE])
async def test_an_answer_for_closed_files_is_learned_once(start, crate, serve, tmp_path, script):
    editor, uri, _ = await opened(start, crate, serve(*[ok(script)] * 3))
    editor.choose = lambda params: next(a for a in params.actions if a.title == "Apply it")
    result = await run(editor, await action_of(editor, uri))
    assert result["applied"], result
    journal = tmp_path / "home/journal.sqlite3"
    assert len(await rows(journal, "SELECT 1 FROM fixes")) == 1
    assert await rows(journal, ACCEPTED) == [(1,)]


async def test_nothing_is_sent_but_by_the_commands(start, crate, serve):
    server = serve(ok("The value is no reference."))
    editor, uri, _ = await opened(start, crate, server)
    reach = editor.at(uri, "tools::count")
    await editor.hover(uri, reach.start)
    await editor.actions(uri, reach)
    editor.type(uri, "fn main() {", "// x\nfn main() {")
    editor.save(uri)
    await editor.settled()
    assert (server.requests, server.others) == ([], [])
    explain = next(
        each for each in await editor.actions(uri, reach) if each.title == "Explain this error"
    )
    text = await run(editor, explain)
    assert "The value is no reference." in text
    assert "E0308" in text
    assert len(server.requests) == 1


async def test_no_action_without_a_model_or_where_the_workspace_says_no(start, crate, serve):
    server = serve(ok(GOOD))
    root = crate(main=HARD, tools=TOOLS)
    (root / "rustmend.toml").write_text("model.enabled = false\n")
    editor = await start(root, environment=server.environment)
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    titles = [each.title for each in await editor.actions(uri, editor.at(uri, "tools::count"))]
    assert titles
    assert not [title for title in titles if " with " in title]
    assert (server.requests, server.others) == ([], [])
