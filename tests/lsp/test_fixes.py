"""The main job: save, a verified fix on the error, apply it, and the error is gone."""

import subprocess
from pathlib import Path

import pytest
from lsprotocol import types

from .conftest import able

ENCODINGS = pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])

LINES = {
    "plain": 'let n = takes(name); println!("{n} {}", name.len());',
    "accents": 'let é = "é"; let n = takes(name); println!("{é}{n} {}", name.len());',
    "crab": 'let _ = "🦀🦀"; let n = takes(name); println!("{n} {}", name.len());',
    "combining": 'let _ = "e\u0301o\u0308"; let n = takes(name); println!("{n} {}", name.len());',
    "tabs": '\t\tlet n = takes(name);\t\t/* 🦀 */\tprintln!("{n} {}", name.len());',
}


def program(line: str) -> str:
    return f"""fn takes(s: String) -> usize {{
    s.len()
}}

fn main() {{
    let name = String::from("Ferris");
    {line}
}}
"""


def checks(root: Path) -> bool:
    done = subprocess.run(
        ["cargo", "check", "--offline"],
        cwd=root,
        capture_output=True,
        env={**__import__("os").environ, "CARGO_TARGET_DIR": str(root.parent / "target")},
    )
    return done.returncode == 0


@ENCODINGS
@pytest.mark.parametrize("line", ["accents", "combining", "tabs"])
async def test_saved_error_is_fixed_by_what_is_offered(start, crate, encoding, line):
    root = crate(main=program("let _ = takes(name);"))
    main = root / "src/main.rs"
    editor = await start(root, encoding=encoding)
    uri = editor.open(main)
    assert (await editor.settled()).errors == 0
    editor.type(uri, "let _ = takes(name);", LINES[line])
    editor.save(uri)
    status = await editor.settled()
    assert (status.state, status.errors, status.verified) == ("idle", 1, 1)
    place = editor.at(uri, "name", nth=2)
    [marker] = editor.published[uri].diagnostics
    assert marker.range == place
    assert (marker.severity, marker.source) == (types.DiagnosticSeverity.Hint, "rustmend")
    fixes = await editor.fixes(uri, types.Range(place.start, place.start))
    assert 1 <= len(fixes) <= 2
    assert fixes[0].title.endswith("✓ no errors left")
    assert list(fixes[0].diagnostics) == [marker]
    editor.apply(fixes[0].edit)
    editor.save(uri)
    status = await editor.settled()
    assert (status.errors, status.verified) == (0, 0)
    assert not editor.published[uri].diagnostics
    assert checks(root)


@ENCODINGS
async def test_line_endings_stay_and_a_byte_order_mark_shifts_nothing(start, crate, encoding):
    text = "\ufeff" + program(LINES["crab"]).replace("\n", "\r\n")
    root = crate(main=text)
    editor = await start(root, encoding=encoding)
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    [fix, *_] = await editor.fixes(uri, editor.at(uri, "name", nth=2))
    editor.apply(fix.edit)
    assert editor.texts[uri].count("\n") == editor.texts[uri].count("\r\n")
    (root / "src/main.rs").write_bytes(b"\xef\xbb\xbf" + editor.texts[uri].encode())
    assert checks(root)


async def test_fix_in_another_file_is_offered_on_the_error_and_unopened_files_have_no_version(
    start, crate
):
    root = crate(
        main='mod store;\nfn main() {\n    println!("{}", store::size());\n}\n',
        store="fn size() -> usize {\n    3\n}\n",
    )
    editor = await start(root)
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    fixes = await editor.fixes(uri, editor.at(uri, "size"))
    [edit] = [
        change
        for fix in fixes
        for change in fix.edit.document_changes
        if change.text_document.uri.endswith("store.rs")
    ]
    assert edit.text_document.version is None
    editor.apply(fixes[0].edit)
    editor.save(uri)
    assert checks(root)


async def test_client_without_versions_gets_plain_changes(start, crate):
    root = crate(main=program(LINES["plain"]))
    capabilities = types.ClientCapabilities()
    editor = await start(root, capabilities=capabilities)
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    [fix, *_] = await editor.fixes(uri, editor.at(uri, "name", nth=2))
    assert fix.edit.document_changes is None
    assert list(fix.edit.changes) == [uri]


async def test_same_state_saved_again_keeps_the_fixes_and_tries_nothing_anew(start, crate):
    root = crate(main=program(LINES["plain"]))
    editor = await start(root)
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    before = await editor.fixes(uri, editor.at(uri, "name", nth=2))
    editor.save(uri)
    await editor.until(lambda: [each for each in editor.statuses if each.state == "checking"])
    await editor.until(lambda: editor.statuses[-1].state == "idle")
    assert "verifying" not in [each.state for each in editor.statuses]
    assert await editor.fixes(uri, editor.at(uri, "name", nth=2)) == before


async def test_other_file_that_changed_on_disk_withholds_the_fix_without_watching(start, crate):
    root = crate(
        main="mod b;\n\nfn main() {\n    b::charge(1, 2);\n}\n", b="pub fn charge(_: u32) {}\n"
    )
    capabilities = able()
    capabilities.workspace.did_change_watched_files = None
    editor = await start(root, capabilities=capabilities)
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    place = editor.at(uri, "charge(1, 2)")
    assert await editor.fixes(uri, place)
    # written without a change: nothing to withhold
    (root / "src/b.rs").write_text("pub fn charge(_: u32) {}\n")
    assert await editor.fixes(uri, place)
    (root / "src/b.rs").write_text("pub fn charge(_: u32, _: u32) {}\n")
    assert await editor.fixes(uri, place) == []
    # asking was enough to have it checked again
    assert (await editor.settled()).errors == 0
    assert await editor.fixes(uri, place) == []
