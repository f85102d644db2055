"""Which workspace a file belongs to, and what happens where there is none or a bad one."""

import os
import shutil

import pytest
from lsprotocol import types

from .conftest import MANIFEST

BROKEN = 'fn main() {\n    let x = 1;\n    x = 2;\n    println!("{x}");\n}\n'


async def test_two_folders_are_two_workspaces(start, crate):
    one, two = crate("one", main=BROKEN), crate("two", main=BROKEN)
    editor = await start(one, two)
    uris = [editor.open(root / "src/main.rs") for root in (one, two)]
    for uri in uris:
        await editor.until(lambda uri=uri: editor.published.get(uri))
        assert await editor.fixes(uri, editor.at(uri, "x = 2"))
    assert (await editor.settled()).errors == 2


async def test_folders_come_and_go(start, crate):
    one, two = crate("one", main=BROKEN), crate("two", main=BROKEN)
    editor = await start(one)
    first = editor.open(one / "src/main.rs")
    await editor.settled()
    folders = [types.WorkspaceFolder(root.as_uri(), root.name) for root in (one, two)]
    event = types.WorkspaceFoldersChangeEvent(added=[folders[1]], removed=[folders[0]])
    editor.client.workspace_did_change_workspace_folders(
        types.DidChangeWorkspaceFoldersParams(event)
    )
    await editor.until(lambda: not editor.published[first].diagnostics)
    uri = (two / "src/main.rs").as_uri()
    await editor.until(lambda: uri in editor.published and editor.published[uri].diagnostics)


async def test_workspaces_below_the_folder_are_found_and_members_share_one(start, tmp_path, crate):
    inner = crate("folder/inner", main=BROKEN)
    (inner / "Cargo.toml").write_text(MANIFEST + '[workspace]\nmembers = ["member"]\n')
    (inner / "member/src").mkdir(parents=True)
    (inner / "member/Cargo.toml").write_text(MANIFEST.replace("demo", "member"))
    (inner / "member/src/lib.rs").write_text("pub fn one() -> u8 {\n    300\n}\n")
    editor = await start(tmp_path / "folder")
    uri = editor.open(inner / "member/src/lib.rs")
    status = await editor.settled()
    assert status.errors == 2
    assert editor.published[(inner / "src/main.rs").as_uri()].diagnostics
    assert isinstance(await editor.actions(uri, editor.at(uri, "300")), list)


async def test_workspace_of_an_opened_file_is_found_without_a_folder(start, crate):
    root = crate(main=BROKEN)
    editor = await start()
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    assert await editor.fixes(uri, editor.at(uri, "x = 2"))


async def test_single_file_without_a_package(start, tmp_path):
    file = tmp_path / "scratch é" / "one.rs"
    file.parent.mkdir()
    file.write_text(BROKEN)
    (file.parent / "two.rs").write_text("this is no Rust")
    editor = await start()
    uri = editor.open(file)
    assert (await editor.settled()).errors == 1
    [fix, *_] = await editor.fixes(uri, editor.at(uri, "x = 2"))
    editor.apply(fix.edit)
    editor.save(uri)
    assert (await editor.settled()).errors == 0
    assert sorted(each.name for each in file.parent.iterdir()) == ["one.rs", "two.rs"]


@pytest.mark.parametrize("name", ["with space", "per%20cent", "é🦀", "a,b:c"])
async def test_any_path(start, crate, name):
    root = crate(name, main=BROKEN)
    editor = await start(root)
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    assert editor.published[uri].diagnostics
    [fix, *_] = await editor.fixes(uri, editor.at(uri, "x = 2"))
    assert fix.edit.document_changes[0].text_document.uri == uri


async def test_symlinked_workspace_is_named_as_the_editor_names_it(start, crate, tmp_path):
    root = crate("real", main=BROKEN)
    link = tmp_path / "link"
    link.symlink_to(root)
    editor = await start(link)
    uri = editor.open(link / "src/main.rs")
    await editor.settled()
    assert editor.published[uri].diagnostics
    assert await editor.fixes(uri, editor.at(uri, "x = 2"))


async def test_file_of_a_workspace_opened_by_another_way_to_it(start, crate, tmp_path):
    root = crate("real", main=BROKEN)
    (tmp_path / "link").symlink_to(root)
    editor = await start(root)
    uri = editor.open(tmp_path / "link/src/main.rs")
    await editor.until(lambda: uri in editor.published and editor.published[uri].diagnostics)
    assert await editor.fixes(uri, editor.at(uri, "x = 2"))


async def test_broken_manifest_is_said_once_and_mended(start, crate):
    root = crate(main=BROKEN)
    (root / "Cargo.toml").write_text("[package\n")
    editor = await start(root)
    uri = editor.open(root / "src/main.rs")
    status = await editor.settled()
    assert status.state == "error"
    editor.save(uri)
    await editor.until(lambda: editor.statuses and editor.statuses[-1].state == "error")
    assert len(editor.client.messages) == 1
    assert "Cargo.toml" in editor.client.messages[0].message
    (root / "Cargo.toml").write_text(MANIFEST)
    editor.statuses.clear()
    _changed(editor, root / "Cargo.toml")
    assert (await editor.settled()).errors == 1
    assert await editor.fixes(uri, editor.at(uri, "x = 2"))


async def test_manifest_broken_later_is_an_error_and_offers_nothing(start, crate):
    root = crate(main=BROKEN)
    editor = await start(root)
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    (root / "Cargo.toml").write_text(MANIFEST + "[dependencies]\nnothing = {}}\n")
    _changed(editor, root / "Cargo.toml")
    await editor.until(lambda: editor.statuses and editor.statuses[-1].state == "error")
    assert await editor.fixes(uri, editor.at(uri, "x = 2")) == []
    assert len(editor.client.messages) == 1


async def test_without_cargo_it_says_so_and_goes_on(start, crate, tmp_path):
    root = crate(main=BROKEN)
    empty = tmp_path / "bin"
    empty.mkdir()
    for tool in ("env", "sh"):
        (empty / tool).symlink_to(shutil.which(tool))
    editor = await start(root, environment={"PATH": str(empty)})
    uri = editor.open(root / "src/main.rs")
    status = await editor.settled()
    assert status.state == "error"
    await editor.until(lambda: editor.client.messages)
    [message] = editor.client.messages
    assert "cargo" in message.message or "rustc" in message.message
    assert await editor.actions(uri, editor.at(uri, "x = 2")) == []


async def test_rust_project_without_cargo_is_declined(start, tmp_path):
    root = tmp_path / "project"
    root.mkdir()
    (root / "rust-project.json").write_text("{}")
    editor = await start(root)
    status = await editor.settled()
    assert status.state == "error"
    await editor.until(lambda: editor.client.messages)
    assert "rust-project.json" in editor.client.messages[0].message


async def test_untrusted_workspace_runs_no_cargo(start, crate, tmp_path):
    root = crate(main=BROKEN)
    spy = tmp_path / "bin"
    spy.mkdir()
    for tool in ("cargo", "rustc", "rustup"):
        (spy / tool).write_text(f"#!/bin/sh\ntouch {tmp_path}/ran-{tool}\nexit 1\n")
        (spy / tool).chmod(0o755)
    editor = await start(
        root,
        options={"trusted": False},
        environment={"PATH": f"{spy}:{os.environ['PATH']}"},
    )
    uri = editor.open(root / "src/main.rs")
    await editor.until(lambda: editor.statuses and editor.statuses[-1].state == "idle")
    assert "not trusted" in editor.statuses[-1].message
    editor.save(uri)
    assert await editor.actions(uri, editor.at(uri, "x = 2")) == []
    assert not list(tmp_path.glob("ran-*"))
    assert editor.client.messages == []


async def test_member_of_an_untrusted_workspace_is_not_checked(start, crate, tmp_path):
    member = crate("whole/member", main=BROKEN)
    (tmp_path / "whole/Cargo.toml").write_text('[workspace]\nmembers = ["member"]\n')
    (tmp_path / "whole/rustmend.toml").write_text("trusted = false\n")
    ran = tmp_path / "ran"
    build = f'fn main() {{ std::fs::write("{ran.as_posix()}", "").unwrap(); }}\n'
    (member / "build.rs").write_text(build)
    editor = await start(member)
    uri = editor.open(member / "src/main.rs")
    await editor.until(lambda: editor.statuses and "not trusted" in editor.statuses[-1].message)
    assert not any(status.state == "checking" for status in editor.statuses)
    editor.save(uri)
    assert await editor.actions(uri, editor.at(uri, "x = 2")) == []
    assert not ran.exists()


async def test_files_of_libraries_are_left_alone(start, crate, tmp_path):
    root = crate(main="fn main() {}\n")
    home = tmp_path / "cargo-home"
    library = home / "registry/src/index/lib-1.0.0"
    (library / "src").mkdir(parents=True)
    (library / "Cargo.toml").write_text(MANIFEST)
    (library / "src/lib.rs").write_text(BROKEN)
    editor = await start(root, environment={"CARGO_HOME": str(home)})
    uri = editor.open(library / "src/lib.rs")
    assert (await editor.settled()).errors == 0
    assert uri not in editor.published


async def test_vendored_package_that_is_no_workspace_is_no_trouble(start, crate):
    root = crate(main="fn main() {}\n")
    (root / "vendor/other/src").mkdir(parents=True)
    (root / "vendor/other/Cargo.toml").write_text(MANIFEST.replace("demo", "other"))
    (root / "vendor/other/src/lib.rs").write_text(BROKEN)
    (root / "Cargo.toml").write_text(MANIFEST + "[workspace]\n")
    editor = await start(root)
    editor.open(root / "vendor/other/src/lib.rs")
    await editor.settled()
    assert await editor.run("rustmend.recheck") is None
    assert (await editor.settled()).state == "idle"
    assert editor.client.messages == []


async def test_changes_outside_the_editor_are_checked(start, crate):
    root = crate(main="mod store;\nfn main() {}\n", store="pub fn size() -> usize {\n    1\n}\n")
    editor = await start(root)
    uri = editor.open(root / "src/main.rs")
    assert (await editor.settled()).errors == 0
    assert [each.method for each in editor.registered] == ["workspace/didChangeWatchedFiles"]
    store = root / "src/store.rs"
    store.write_text("pub fn size() -> String {\n    1\n}\n")
    # what equals an open buffer is no news
    _changed(editor, root / "src/main.rs", store)
    assert (await editor.settled()).errors == 1
    assert store.as_uri() in editor.published or not editor.published
    _changed(editor, root / "src/main.rs")
    editor.save(uri)
    assert (await editor.settled()).errors == 1
    store.unlink()
    _changed(editor, store)
    assert (await editor.settled()).errors == 1


async def test_a_new_file_without_a_package_is_no_trouble_and_a_closed_one_no_error(
    start, tmp_path
):
    file = tmp_path / "new.rs"
    editor = await start()
    uri = editor.open(file, BROKEN)
    assert await editor.run("rustmend.recheck") is None
    assert not editor.client.messages
    editor.save(uri)
    assert (await editor.settled()).errors == 1
    editor.close(uri)
    await editor.until(lambda: editor.statuses and editor.statuses[-1].errors == 0)
    await editor.until(lambda: not editor.published[uri].diagnostics)


async def test_a_file_removed_from_disk_counts_until_its_buffer_is_closed(start, crate):
    root = crate(main="mod store;\nfn main() {}\n", store="pub fn size() {}\n")
    editor = await start(root)
    uri = editor.open(root / "src/store.rs")
    assert (await editor.settled()).errors == 0
    (root / "src/store.rs").unlink()
    _changed(editor, root / "src/store.rs")
    assert (await editor.settled()).errors == 0
    editor.close(uri)
    assert (await editor.settled()).errors == 1


async def test_a_workspace_removed_from_disk_is_an_error_and_offers_nothing(start, crate):
    root = crate(main=BROKEN)
    editor = await start(root)
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    assert await editor.fixes(uri, editor.at(uri, "x = 2"))
    shutil.rmtree(root)
    _changed(editor, root / "src/main.rs", root / "Cargo.toml")
    status = await editor.settled()
    assert (status.state, str(root) in status.message) == ("error", True)
    assert await editor.fixes(uri, editor.at(uri, "x = 2")) == []


async def test_settings_from_the_editor_count_and_wrong_ones_are_said_once(start, crate):
    root = crate(main=BROKEN)
    (root / "rustmend.toml").write_text('diagnostics = "full"\n')
    settings = {"diagnostics": "hints", "check": {"command": "chekc"}, "verify": {"maxErrors": 7}}
    editor = await start(root, settings=settings)
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    # a default that the editor sends does not hide what the workspace says
    assert editor.published[uri].diagnostics[0].source == "rustc"
    [message] = editor.client.messages
    assert "`check.command`" in message.message
    editor.client.set_configuration({"rustmend": {"diagnostics": "off"}})
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
    await editor.until(lambda: not editor.published[uri].diagnostics)


async def test_too_many_errors_are_not_verified(start, crate):
    root = crate(main=BROKEN.replace("x = 2;", "x = 2;\n    x = 3;"))
    editor = await start(root, options={"verify": {"maxErrors": 1}})
    editor.open(root / "src/main.rs")
    status = await editor.settled()
    if status.errors > 1:
        assert "verify.maxErrors" in status.message
        assert status.verified == 0
    await editor.run("rustmend.recheck")
    assert (await editor.settled()).verified >= 1


def _changed(editor, *paths):
    editor.client.workspace_did_change_watched_files(
        types.DidChangeWatchedFilesParams(
            [types.FileEvent(path.as_uri(), types.FileChangeType.Changed) for path in paths]
        )
    )


async def test_manifest_changed_without_a_word_is_read_on_the_next_save(start, crate):
    root = crate(main=BROKEN)
    editor = await start(root)
    uri = editor.open(root / "src/main.rs")
    await editor.settled()
    (root / "Cargo.toml").write_text(MANIFEST.replace("2024", "2021"))
    (root / "rustmend.toml").write_text('diagnostics = "full"\n')
    (root / "src/lib.rs").write_text('pub fn one() -> u8 {\n    300u8 + ""\n}\n')
    editor.save(uri)
    # the library's error hides those of the program
    assert (await editor.settled()).errors == 1
    assert editor.published[(root / "src/lib.rs").as_uri()].diagnostics[0].source == "rustc"
