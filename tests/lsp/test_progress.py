"""What the user sees of work under way, and previews."""

from lsprotocol import types

from .conftest import able

TEXT = """fn greet() -> String {
    "Hello"
}

fn part() -> String {
    "Goodbye"
}

fn main() {
    println!("{} {}", greet(), part());
}
"""
SLOW = "fn main() {\n    std::thread::sleep(std::time::Duration::from_millis(1500));\n}\n"


async def test_long_check_has_progress_that_ends(start, crate):
    root = crate(main="fn main() {}\n")
    (root / "build.rs").write_text(SLOW)
    editor = await start(root)
    await editor.settled()
    reports = editor.client.progress_reports
    values = [value for values in reports.values() for value in values]
    assert isinstance(values[0], types.WorkDoneProgressBegin)
    assert values[0].title == "rustmend: checking"
    assert all(isinstance(each[-1], types.WorkDoneProgressEnd) for each in reports.values() if each)


async def test_client_without_progress_gets_none(start, crate):
    root = crate(main="fn main() {}\n")
    (root / "build.rs").write_text(SLOW)
    editor = await start(root, capabilities=types.ClientCapabilities())
    assert (await editor.settled()).state == "idle"
    assert editor.client.progress_reports == {}


async def test_fix_all_is_previewed_where_the_client_can(start, crate):
    root = crate(main=TEXT)
    capabilities = able()
    edit = capabilities.workspace.workspace_edit
    edit.change_annotation_support = types.ChangeAnnotationsSupportOptions()
    editor = await start(root, capabilities=capabilities)
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    outcome = await editor.run("rustmend.fixAll", {"uri": uri})
    assert outcome["applied"]
    assert outcome["message"].endswith("✓ no errors left")
    [applied] = editor.applied
    [annotation] = applied.edit.change_annotations.values()
    assert annotation.needs_confirmation
    assert annotation.label == outcome["message"]
    editor.save(uri)
    assert (await editor.settled()).errors == 0


async def test_pause_stops_verification_until_it_is_resumed(start, crate):
    root = crate(main="fn main() {}\n")
    editor = await start(root)
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    assert await editor.run("rustmend.pause") is True
    editor.type(uri, "fn main() {}\n", TEXT)
    editor.save(uri)
    await editor.until(lambda: editor.statuses and editor.statuses[-1].message.startswith("paused"))
    await editor.until(lambda: editor.statuses[-1].errors == 2)
    assert editor.statuses[-1].verified == 0
    editor.statuses.clear()
    assert await editor.run("rustmend.pause") is False
    assert (await editor.settled()).verified == 2
