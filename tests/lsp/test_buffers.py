"""Buffers that move on: what is checked, what is withheld, what is safe."""

import pytest
from lsprotocol import types

TEXT = """fn takes(s: String) -> usize {
    s.len()
}

fn other() -> i32 {
    let é = 1;
    é
}

fn broken() {
    let name = String::from("🦀");
    let n = takes(name);
    println!("{n} {}", name.len());
}

fn main() {
    broken();
    println!("{}", other());
}
"""


@pytest.fixture(params=["utf-8", "utf-16"])
async def opened(request, start, crate):
    root = crate(main=TEXT)
    editor = await start(root, encoding=request.param)
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    return editor, uri


def error(editor, uri):
    return editor.at(uri, "name", nth=2)


async def markers(editor, uri, count):
    await editor.until(lambda: len(editor.published[uri].diagnostics) == count)
    return editor.published[uri].diagnostics


async def test_edit_in_another_function_keeps_the_fix_and_shifts_it(opened):
    editor, uri = opened
    editor.type(uri, "let é = 1;", 'let é = 2;\n    let _ = "🦀é";')
    [fix, *_] = await editor.fixes(uri, error(editor, uri))
    assert fix.title.endswith("✓ no errors left")
    await editor.until(lambda: editor.published[uri].diagnostics[0].range == error(editor, uri))
    editor.apply(fix.edit)
    editor.save(uri)
    assert (await editor.settled()).errors == 0


async def test_edit_in_the_same_function_withholds_the_fix_until_verified_anew(opened):
    editor, uri = opened
    editor.type(uri, "let n =", "let m = 1;\n    let n =")
    assert await editor.fixes(uri, error(editor, uri)) == []
    await markers(editor, uri, 0)
    editor.save(uri)
    await editor.settled()
    assert await editor.fixes(uri, error(editor, uri))
    await markers(editor, uri, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("fn other() -> i32", "fn other() -> u32"),
        ("fn other()", "#[inline]\nfn other()"),
        ("fn takes", "use std::fmt;\n\nfn takes"),
        ("fn main", "mod extra {}\n\nfn main"),
        ("let é = 1;", "use std::fmt;\n    let é = 1;"),
        ("s.len()", "s.len() + 1"),
    ],
    ids=["signature", "attribute", "use", "mod", "inner use", "touched by the fix"],
)
async def test_edit_that_may_matter_elsewhere_withholds_the_fix(start, crate, old, new):
    root = crate(main=TEXT)
    editor = await start(root)
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    editor.type(uri, old, new)
    for fix in await editor.fixes(uri, error(editor, uri)):
        # of two fixes one may not touch what was edited
        assert old == "s.len()"
        assert "takes(&" not in str(fix.edit)


async def test_undoing_the_edit_brings_the_fix_back(opened):
    editor, uri = opened
    before = await editor.fixes(uri, error(editor, uri))
    editor.type(uri, "let n =", "let m =")
    assert await editor.fixes(uri, error(editor, uri)) == []
    editor.type(uri, "let m =", "let n =")
    again = await editor.fixes(uri, error(editor, uri))
    assert [fix.title for fix in again] == [fix.title for fix in before]


async def test_unsaved_error_is_reported_on_save_only(start, crate):
    root = crate(main="mod store;\nfn main() {}\n", store="pub fn size() -> usize {\n    1\n}\n")
    editor = await start(root)
    main, store = (editor.open(root / f"src/{name}.rs") for name in ("main", "store"))
    assert (await editor.settled()).errors == 0
    editor.type(store, "usize", "String")
    assert await editor.actions(store, editor.at(store, "1")) == []
    # saving another file checks the state that the editor shows, the unsaved buffer included
    editor.save(main)
    assert (await editor.settled()).errors == 1
    assert store in editor.published
    assert (root / "src/store.rs").read_text() == "pub fn size() -> usize {\n    1\n}\n"
    editor.close(store)
    assert (await editor.settled()).errors == 0


async def test_versions_may_jump_and_changes_may_come_without_an_open(opened):
    editor, uri = opened
    editor.versions[uri] = 40
    editor.type(uri, "let é = 1;", "let é = 3;")
    [fix, *_] = await editor.fixes(uri, error(editor, uri))
    assert fix.edit.document_changes[0].text_document.version == 41
    editor.versions[uri] = 3
    editor.type(uri, "let é = 3;", "let é = 4;")
    [fix, *_] = await editor.fixes(uri, error(editor, uri))
    assert fix.edit.document_changes[0].text_document.version == 4
    stranger = uri.replace("main.rs", "stranger.rs")
    whole = types.TextDocumentContentChangeWholeDocument("fn x() {}")
    editor.change(stranger, [whole], version=9)
    editor.client.text_document_did_close(
        types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(stranger))
    )
    editor.client.text_document_did_save(
        types.DidSaveTextDocumentParams(types.TextDocumentIdentifier("untitled:Untitled-1"))
    )
    assert await editor.fixes(uri, error(editor, uri))


async def test_ranges_outside_the_text_are_moved_to_its_end(opened):
    editor, uri = opened
    end = types.Range(types.Position(5000, 5000), types.Position(6000, 1))
    editor.change(uri, [types.TextDocumentContentChangePartial(end, "// end\n")], version=2)
    editor.texts[uri] += "// end\n"
    editor.versions[uri] = 2
    line = types.Range(types.Position(5, 900), types.Position(5, 901))
    editor.change(uri, [types.TextDocumentContentChangePartial(line, " ")], version=3)
    editor.texts[uri] = editor.texts[uri].replace("let é = 1;", "let é = 1; ")
    editor.versions[uri] = 3
    [fix, *_] = await editor.fixes(uri, error(editor, uri))
    editor.apply(fix.edit)
    editor.save(uri)
    assert (await editor.settled()).errors == 0


async def test_file_that_is_no_utf8_stops_nothing(start, crate):
    root = crate(main="mod latin;\n" + TEXT, latin="// caf\u00e9\n")
    (root / "src/latin.rs").write_bytes(b"// caf\xe9\n")
    editor = await start(root)
    uri = editor.open(root / "src/main.rs")
    latin = editor.open(root / "src/latin.rs", text="// caf\u00e9\n")
    status = await editor.settled()
    assert status.errors == 1
    assert await editor.hover(latin, types.Position(0, 5)) is None
    (root / "src/latin.rs").write_bytes(b"// cafe\n")
    editor.save(uri)
    assert (await editor.settled()).state == "idle"
    assert await editor.fixes(uri, error(editor, uri))
