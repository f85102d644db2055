"""Private copies of both kinds: the same promises, the same traps."""

import asyncio
import contextlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path

import psutil
import pytest

from rustmend.cargo.mirror import Mirror
from rustmend.cargo.overlay import Overlay
from rustmend.cargo.selection import Selection
from rustmend.cargo.shadow import Report, Shadow, open_shadow, probe
from rustmend.cargo.workspace import load
from rustmend.domain import Snapshot
from rustmend.errors import RustmendError, ShadowError

Write = Callable[..., Path]
Open = Callable[..., Awaitable["Copy"]]

GOOD = "pub fn one() -> u32 { 1 }\n"
BAD = 'pub fn one() -> u32 { "1" }\n'
MANIFEST = "//- Cargo.toml\n[package]\nname = '{}'\nversion = '0.1.0'\nedition = '2024'\n"
LIB = f"//- src/lib.rs\n{GOOD}"
YEAR = 365 * 24 * 3600 * 10**9


class Copy:
    """A shadow with few words: texts are given by their path below the workspace."""

    def __init__(self, root: Path, shadow: Shadow) -> None:
        self.root = root
        self.shadow = shadow

    async def check(
        self,
        texts: Mapping[str, str | bytes] | None = None,
        selection: Selection | None = None,
        **options: object,
    ) -> Report:
        laid = {
            self.root / name: text.encode() if isinstance(text, str) else text
            for name, text in (texts or {}).items()
        }
        return await self.shadow.check(
            Snapshot(laid),
            selection or Selection(),
            **options,  # type: ignore[arg-type]  # passed on as they are
        )

    async def errors(self, texts: Mapping[str, str | bytes] | None = None) -> list[str | None]:
        report = await self.check(texts)
        assert not report.failure, report.failure
        assert report.success == (not any(d.is_error for d in report.diagnostics))
        return [d.code for d in report.diagnostics if d.is_error]


@pytest.fixture(params=["overlay", "copy"])
async def kind(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    found, why = await probe(tmp_path / "probed")
    if request.param == "overlay" and found != "overlay":
        pytest.skip(f"no overlays here: {why}")
    return str(request.param)


@pytest.fixture
async def opened(kind: str, tmp_path: Path) -> AsyncIterator[Open]:
    """Return a function that opens a private copy of the workspace in a folder."""
    shadows: list[Shadow] = []

    async def opened(root: Path, *, cache: Path = tmp_path / "cache", limit_gb: float = 5) -> Copy:
        shadow = await open_shadow(await load(root), cache=cache, limit_gb=limit_gb, kind=kind)
        shadows.append(shadow)
        return Copy(root if root.is_dir() else root.parent, shadow)

    yield opened
    for shadow in shadows:
        shadow.close()


def tree(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Return all there is of a folder: contents, times and permissions."""
    return {
        str(f.relative_to(folder)): (
            f.read_bytes() if f.is_file() else b"",
            f.lstat().st_mtime_ns,
            f.lstat().st_mode,
        )
        for f in (folder, *folder.rglob("*"))
    }


def compiled(report: Report) -> list[str]:
    return [line for line in report.stderr.splitlines() if line.strip().startswith("Checking")]


# --- what is laid in, and taken out again -------------------------------------------------------


async def test_the_same_state_twice_is_compiled_once(write: Write, opened: Open) -> None:
    copy = await opened(write(LIB))
    for texts in ({}, {"src/lib.rs": GOOD + "pub struct New;\n"}, {}):
        assert compiled(await copy.check(texts))
        assert not compiled(await copy.check(texts))
        assert not compiled(await copy.check(texts))


async def test_an_edit_is_seen_and_so_is_taking_it_back(write: Write, opened: Open) -> None:
    copy = await opened(write(LIB))
    assert await copy.errors() == []
    for _ in range(3):
        assert await copy.errors({"src/lib.rs": BAD}) == ["E0308"]
        assert await copy.errors() == []
    assert await copy.errors({"src/lib.rs": BAD}) == ["E0308"]
    assert await copy.errors({"src/lib.rs": GOOD.replace("one", "two")}) == []
    assert await copy.errors({"src/lib.rs": BAD}) == ["E0308"]


async def test_an_edit_mends_what_is_broken_on_disk(write: Write, opened: Open) -> None:
    copy = await opened(write(f"//- src/lib.rs\n{BAD}"))
    for _ in range(2):
        assert await copy.errors() == ["E0308"]
        assert await copy.errors({"src/lib.rs": GOOD}) == []


async def test_a_buffer_that_says_what_the_disk_says_changes_nothing(
    write: Write, opened: Open
) -> None:
    copy = await opened(write(LIB))
    await copy.check()
    assert not compiled(await copy.check({"src/lib.rs": GOOD}))


async def test_a_file_that_is_only_in_a_buffer_comes_and_goes(write: Write, opened: Open) -> None:
    copy = await opened(write(LIB))
    texts = {"src/lib.rs": "mod new;\n", "src/new.rs": "pub fn f() {}\n"}
    assert await copy.errors(texts) == []
    assert await copy.errors({"src/lib.rs": "mod new;\n"}) == ["E0583"]
    assert await copy.errors(texts) == []
    assert await copy.errors() == []
    nested = {"src/lib.rs": "mod deep;\n", "src/deep/mod.rs": "", "src/deep/er/x.rs": ""}
    assert await copy.errors(nested) == []
    assert await copy.errors({"src/lib.rs": "mod deep;\n"}) == ["E0583"]


async def test_a_text_below_what_is_a_file_leaves_nothing_behind(
    write: Write, opened: Open
) -> None:
    copy = await opened(write(LIB))
    with contextlib.suppress(RustmendError):
        await copy.check({"src/lib.rs/x.rs": ""})
    assert await copy.errors() == []
    assert await copy.errors({"src/lib.rs": BAD}) == ["E0308"]


async def test_the_user_may_save_what_was_verified(write: Write, opened: Open) -> None:
    root = write(f"//- src/lib.rs\n{BAD}")
    copy = await opened(root)
    assert await copy.errors() == ["E0308"]
    assert await copy.errors({"src/lib.rs": GOOD}) == []
    (root / "src/lib.rs").write_text(GOOD)
    assert await copy.errors() == []
    (root / "src/lib.rs").write_text(BAD)
    assert await copy.errors() == ["E0308"]


# --- files whose times tell cargo the wrong thing -----------------------------------------------


def put_old(file: Path, text: str) -> None:
    """Put a text there as ``mv`` of an old file would: another inode, a time long past."""
    old = file.with_suffix(".old")
    old.write_text(text)
    os.utime(old, ns=(time.time_ns() - YEAR,) * 2)
    old.replace(file)


def overwrite_old(file: Path, text: str) -> None:
    """Overwrite it in place and set the time back, as ``cp -p`` and ``tar`` do."""
    file.write_text(text)
    os.utime(file, ns=(time.time_ns() - YEAR,) * 2)


def overwrite_unnoticed(file: Path, text: str) -> None:
    """Leave size and time as they were."""
    before = file.stat()
    file.write_text(text.ljust(before.st_size))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("put", [put_old, overwrite_old, overwrite_unnoticed])
async def test_a_change_with_an_old_time_is_seen(
    write: Write, opened: Open, put: Callable[[Path, str], None]
) -> None:
    root = write(f"//- src/lib.rs\n{BAD}")
    copy = await opened(root)
    assert await copy.errors() == ["E0308"]
    put(root / "src/lib.rs", GOOD)
    assert await copy.errors() == []
    put(root / "src/lib.rs", BAD)
    assert await copy.errors() == ["E0308"]
    assert await copy.errors() == ["E0308"]


async def test_an_old_time_is_seen_after_a_restart(write: Write, opened: Open) -> None:
    root = write(LIB)
    copy = await opened(root)
    assert await copy.errors() == []
    assert await copy.errors({"src/lib.rs": BAD}) == ["E0308"]
    copy.shadow.close()
    put_old(root / "src/lib.rs", GOOD + "fn unused() {}\n")
    again = await opened(root)
    report = await again.check()
    assert [d.code for d in report.diagnostics] == ["dead_code"]
    again.shadow.close()
    third = await opened(root)
    assert not compiled(await third.check())


async def test_included_data_with_an_old_time_is_seen(write: Write, opened: Open) -> None:
    story = '//- src/lib.rs\nconst _: () = assert!(include_bytes!("../data.bin").len() == 3);\n'
    root = write(story + "//- data.bin\nabc")
    copy = await opened(root)
    assert await copy.errors() == []
    put_old(root / "data.bin", "abcd")
    assert await copy.errors() == ["E0080"]
    put_old(root / "data.bin", "xyz")
    assert await copy.errors() == []


async def test_a_deleted_module_is_missed_and_comes_back(write: Write, opened: Open) -> None:
    root = write("//- src/lib.rs\nmod part;\n//- src/part.rs\npub fn f() {}\n")
    copy = await opened(root)
    assert await copy.errors() == []
    away = root.parent / "away.rs"
    (root / "src/part.rs").rename(away)
    assert await copy.errors() == ["E0583"]
    away.rename(root / "src/part.rs")
    assert await copy.errors() == []
    assert await copy.errors({"src/part.rs": "pub fn f() -> u8 {}\n"}) == ["E0308"]
    (root / "src/part.rs").unlink()
    assert await copy.errors() == ["E0583"]
    # an open buffer outlives its file
    assert await copy.errors({"src/part.rs": "pub fn g() {}\n"}) == []


async def test_a_file_becomes_a_folder(write: Write, opened: Open) -> None:
    root = write("//- src/lib.rs\nmod part;\n//- src/part.rs\npub fn f() {}\n")
    copy = await opened(root)
    assert await copy.errors({"src/part.rs": "pub fn f() -> u8 {}\n"}) == ["E0308"]
    (root / "src/part.rs").unlink()
    (root / "src/part").mkdir()
    (root / "src/part/mod.rs").write_text("pub mod deeper;\n")
    (root / "src/part/deeper.rs").write_text("pub fn f() -> u8 {}\n")
    assert await copy.errors() == ["E0308"]
    shutil.rmtree(root / "src/part")
    (root / "src/part").write_text("no folder any more")
    assert await copy.errors() == ["E0583"]


async def test_another_branch_is_checked_out(write: Write, opened: Open) -> None:
    root = write("//- src/lib.rs\nmod a;\n//- src/a.rs\npub fn f() {}\n")
    git = ("git", "-c", "user.name=x", "-c", "user.email=x@x", "-C", str(root))
    for words in ("init -qb main", "add .", "commit -qm one", "checkout -qb other"):
        subprocess.run([*git, *words.split()], check=True)
    (root / "src/lib.rs").write_text("mod b;\n")
    (root / "src/a.rs").rename(root / "src/b.rs")
    (root / "src/b.rs").write_text("pub fn f() -> u8 {}\n")
    subprocess.run([*git, "add", "-A"], check=True)
    subprocess.run([*git, "commit", "-qm", "two"], check=True)
    copy = await opened(root)
    assert await copy.errors() == ["E0308"]
    for branch, expected in (("main", []), ("other", ["E0308"]), ("main", [])):
        subprocess.run([*git, "checkout", "-q", branch], check=True)
        assert await copy.errors() == expected


async def test_a_save_while_cargo_runs_is_seen_the_next_time(
    write: Write, opened: Open, tmp_path: Path
) -> None:
    root = write(
        """
//- Cargo.toml
[workspace]
members = ["early", "late"]
resolver = "3"
//- early/Cargo.toml
[package]
name = "early"
//- early/src/lib.rs
pub fn f() {}
//- late/Cargo.toml
[package]
name = "late"
[dependencies]
early = { path = "../early" }
//- late/build.rs
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = std::path::PathBuf::from(std::env::var("MARK").unwrap());
    std::fs::write(folder.join("running"), "").unwrap();
    while !folder.join("go").exists() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
}
//- late/src/lib.rs
"""
    )
    copy = await opened(root)
    marked = Selection(extra_env=(("MARK", str(tmp_path)),))
    run = asyncio.create_task(copy.check(selection=marked))
    await until(lambda: (tmp_path / "running").exists())
    (root / "early/src/lib.rs").write_text(BAD)
    (root / "late/src/lib.rs").write_text(BAD)
    (tmp_path / "go").touch()
    await run
    for text, expected in ((BAD, 1), (GOOD, 0), (BAD, 1)):
        for name in ("early", "late"):
            (root / name / "src/lib.rs").write_text(text)
        report = await copy.check(selection=marked)
        packages = {d.package for d in report.diagnostics if d.is_error}
        assert len(packages) >= expected
        assert report.success is not bool(expected)


@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_preparation_that_is_broken_off_is_made_good(
    write: Write, opened: Open, kind: str, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    copy = await opened(write(f"//- src/lib.rs\nmod part;\n//- src/part.rs\n{GOOD}"))
    assert await copy.errors() == []
    assert await copy.errors({"src/part.rs": BAD}) == ["E0308"]
    whole = Overlay if kind == "overlay" else Mirror
    lay = whole._lay

    def broken_off(*args: object) -> None:
        if when == "after":
            lay(*args)  # type: ignore[arg-type]  # passed on as they are
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(whole, "_lay", broken_off)
        with pytest.raises(ShadowError, match="No space left"):
            await copy.check()
    assert await copy.errors({"src/part.rs": BAD}) == ["E0308"]
    with monkeypatch.context() as patch:
        patch.setattr(whole, "_lay", broken_off)
        with pytest.raises(ShadowError):
            await copy.check()
    assert await copy.errors() == []


# --- what is compiled writes, but never into the user's tree ------------------------------------

WRITER = """
//- build.rs
fn main() {
    println!("cargo::rerun-if-changed=source.txt");
    let text = std::fs::read_to_string("source.txt").unwrap();
    std::fs::write("src/gen.rs", format!("pub const TEXT: &str = {text:?};")).unwrap();
    std::fs::create_dir_all("made/deep").unwrap();
    std::fs::write("made/deep/file", "x").unwrap();
    let _ = std::fs::remove_file("doomed.txt");
    let _ = std::fs::remove_dir_all("folder");
    std::fs::create_dir("folder").unwrap();
}
//- source.txt
first
//- doomed.txt
here
//- folder/kept.rs
pub fn kept() {}
//- src/gen.rs
pub const TEXT: u8 = 0;
//- src/lib.rs
mod gen_ { include!("gen.rs"); }
pub fn text() -> &'static str { gen_::TEXT }
"""


async def test_a_build_script_that_writes_into_the_sources(write: Write, opened: Open) -> None:
    root = write(WRITER)
    before = tree(root)
    copy = await opened(root)
    assert await copy.errors() == []
    assert not compiled(await copy.check())
    assert await copy.errors({"src/lib.rs": f'{GOOD}mod gen_ {{ include!("gen.rs"); }}'}) == []
    assert await copy.errors() == []
    assert tree(root) == before


async def test_what_was_generated_gives_way_to_the_user(write: Write, opened: Open) -> None:
    root = write(WRITER)
    copy = await opened(root)
    assert await copy.errors() == []
    put_old(root / "src/gen.rs", "pub const TEXT: u16 = 1;")
    assert await copy.errors() == ["E0308"]
    (root / "src/gen.rs").write_text('pub const TEXT: &str = "mine";')
    assert await copy.errors() == []
    put_old(root / "source.txt", "second")  # the script runs again
    (root / "src/gen.rs").write_text("pub const TEXT: u8 = 0;")
    assert await copy.errors() == []


async def test_what_was_deleted_by_the_build_comes_back_when_the_user_writes_it(
    write: Write, opened: Open
) -> None:
    root = write(WRITER)
    copy = await opened(root)
    lib = {"src/lib.rs": 'const _: &str = include_str!("../doomed.txt");'}
    kept = {"src/lib.rs": '#[path = "../folder/kept.rs"] pub mod kept;'}
    assert await copy.errors() == []
    assert len(await copy.errors(lib)) == 1
    assert len(await copy.errors(kept)) == 1
    put_old(root / "doomed.txt", "again")
    put_old(root / "folder/kept.rs", "pub fn kept() -> u8 {}\n")
    assert await copy.errors(lib) == []
    assert await copy.errors(kept) == ["E0308"]


async def test_no_lock_file_is_written(write: Write, opened: Open) -> None:
    root = write("//- src/main.rs\nfn main() {}\n")
    before = tree(root)
    copy = await opened(root)
    assert await copy.errors() == []
    assert tree(root) == before
    assert not (root / "Cargo.lock").exists()


async def test_a_lock_that_a_candidate_changed_does_not_stay(write: Write, opened: Open) -> None:
    manifest = MANIFEST.format("app")
    root = write(f"{manifest}//- src/lib.rs\n")
    write(f"{MANIFEST.format('dep')}//- src/lib.rs\n", "ws/dep")
    subprocess.run(["cargo", "generate-lockfile", "--offline"], cwd=root, check=True)
    copy = await opened(root)
    locked = Selection(extra_args=("--locked",))
    added = {"Cargo.toml": f"{manifest.partition(chr(10))[2]}[dependencies]\ndep.path = 'dep'\n"}
    for _ in range(2):
        assert (await copy.check(selection=locked)).success
        assert "--locked" in (await copy.check(added, selection=locked)).failure
        assert (await copy.check(added)).success


async def test_git_does_not_hide_later_commits(write: Write, opened: Open) -> None:
    build = """
//- build.rs
fn main() {
    println!("cargo::rerun-if-changed=.git/refs/heads/main");
    println!("cargo::rerun-if-changed=src");
    let run = |args: &[&str]| {
        let out = std::process::Command::new("git").args(args).output().unwrap();
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap().trim().to_owned()
    };
    run(&["status"]);
    println!("cargo::rustc-env=SUBJECT={}", run(&["log", "-1", "--format=%s"]));
}
//- src/lib.rs
const _: () = assert!(env!("SUBJECT").len() == 3);
"""
    root = write(build)
    git = ("git", "-c", "user.name=x", "-c", "user.email=x@x", "-C", str(root))
    for words in ("init -qb main", "add .", "commit -qm one"):
        subprocess.run([*git, *words.split()], check=True)
    os.utime(root / "src/lib.rs")  # so that git would like to refresh its index
    before = tree(root)
    copy = await opened(root)
    assert await copy.errors() == []
    assert tree(root) == before
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "three"], check=True)
    assert await copy.errors() == ["E0080"]


# --- places -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a b %20 é,:=\\ 'x\" $(y)", "-n", "tärget", "x;y&z"])
async def test_any_name_of_a_folder(write: Write, opened: Open, name: str) -> None:
    root = write(f"//- src/lib.rs\nmod part;\n//- src/part.rs\n{GOOD}", Path("w") / name)
    before = tree(root)
    copy = await opened(root)
    assert await copy.errors() == []
    report = await copy.check({"src/part.rs": BAD})
    assert [d.span.file for d in report.diagnostics if d.span] == [root / "src/part.rs"]
    assert tree(root) == before


async def test_a_linked_workspace_is_reported_by_the_users_name(
    write: Write, opened: Open, tmp_path: Path
) -> None:
    write(f"{MANIFEST.format('dep')}//- src/lib.rs\n{GOOD}", "real/dep")
    manifest = MANIFEST.format("app") + "[dependencies]\ndep = { path = '../dep' }\n"
    real = write(f"{manifest}//- src/lib.rs\npub use dep::one;\n", "real/app")
    link = tmp_path / "link"
    link.symlink_to(real)
    copy = await opened(link)
    assert await copy.errors() == []
    report = await copy.check({"src/lib.rs": BAD})
    assert {d.span.file for d in report.diagnostics if d.span} == {link / "src/lib.rs"}
    # a buffer known by the other name is the same file
    report = await copy.shadow.check(Snapshot({real / "src/lib.rs": BAD.encode()}), Selection())
    assert [d.code for d in report.diagnostics] == ["E0308"]


async def test_links_within_the_workspace_lead_to_the_laid_text(write: Write, opened: Open) -> None:
    root = write("//- src/lib.rs\nmod part;\nmod more;\n//- shared/part.rs\npub fn f() {}\n")
    (root / "src/part.rs").symlink_to("../shared/part.rs")
    (root / "src/more").symlink_to(root / "shared", target_is_directory=True)
    (root / "shared/mod.rs").write_text("pub fn g() {}\n")
    copy = await opened(root)
    assert await copy.errors() == []
    report = await copy.check({"shared/part.rs": "pub fn f() -> u8 {}\n"})
    assert [d.code for d in report.diagnostics if d.is_error] == ["E0308"]
    report = await copy.check({"src/part.rs": "pub fn f() -> u8 {}\n"})
    assert [d.code for d in report.diagnostics if d.is_error] == ["E0308"]
    put_old(root / "shared/mod.rs", "pub fn g() -> u8 {}\n")
    assert await copy.errors() == ["E0308"]


async def test_a_path_dependency_outside_is_part_of_the_copy(write: Write, opened: Open) -> None:
    dep = write(
        f"{MANIFEST.format('dep')}//- build.rs\n"
        'fn main() { std::fs::write("src/gen.rs", "").unwrap(); }\n'
        f"//- src/lib.rs\nmod r#gen;\n{GOOD}",
        "dep",
    )
    manifest = MANIFEST.format("app") + "[dependencies]\ndep = { path = '../dep' }\n"
    root = write(f"{manifest}//- src/lib.rs\npub use dep::one;\n")
    before = tree(dep), tree(root)
    copy = await opened(root)
    assert await copy.errors() == []
    report = await copy.check({"../dep/src/lib.rs": "mod r#gen;\n" + BAD})
    assert [d.code for d in report.diagnostics if d.is_error] == ["E0308"]
    assert {d.span.file for d in report.diagnostics if d.span} == {dep / "src/lib.rs"}
    report = await copy.shadow.check(Snapshot({dep / "src/lib.rs": b"mod r#gen;\n"}), Selection())
    assert [d.code for d in report.diagnostics] == ["E0432"]
    assert await copy.errors() == []
    assert (tree(dep), tree(root)) == before


async def test_a_workspace_within_the_folder_of_its_dependency(write: Write, opened: Open) -> None:
    """As a ``fuzz`` folder is: its package depends on ``..``."""
    outer = write(f"//- src/lib.rs\n{GOOD}", "outer")
    manifest = MANIFEST.format("fuzz") + "[dependencies]\napp = { path = '..' }\n[workspace]\n"
    root = write(f"{manifest}//- src/main.rs\nfn main() {{ app::one(); }}\n", "outer/fuzz")
    before = tree(outer)
    copy = await opened(root)
    assert await copy.errors() == []
    assert await copy.errors({"../src/lib.rs": BAD}) == ["E0308"]
    assert await copy.errors() == []
    assert tree(outer) == before


async def test_a_cache_within_the_workspace_is_not_used(
    write: Write, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    root = write(LIB)
    before = tree(root)
    copy = await opened(root, cache=root / ".cache")
    assert await copy.errors() == []
    assert tree(root) == before


async def test_nowhere_outside_the_workspace_is_an_error(
    write: Write, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(LIB)
    monkeypatch.setattr("tempfile.tempdir", str(root / "temporary"))
    with pytest.raises(ShadowError, match="lies inside the workspace"):
        await opened(root, cache=root / ".cache")


async def test_a_cache_that_cannot_be_written_says_so(
    write: Write, opened: Open, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(ShadowError, match=r"cannot be written: .*cache\.path"):
        await opened(write(LIB), cache=tmp_path / "file" / "cache")


# --- slots --------------------------------------------------------------------------------------


def slots(tmp_path: Path) -> list[str]:
    return sorted(slot.name for slot in (tmp_path / "cache").glob("shadows/*/slot?"))


async def test_two_at_once_do_not_meet(write: Write, opened: Open, tmp_path: Path) -> None:
    root = write(LIB)
    one, two = await opened(root), await opened(root)
    assert slots(tmp_path) == ["slot0", "slot1"]
    for _ in range(2):
        found = await asyncio.gather(one.errors(), two.errors({"src/lib.rs": BAD}))
        assert found == [[], ["E0308"]]
        found = await asyncio.gather(one.errors({"src/lib.rs": BAD}), two.errors())
        assert found == [["E0308"], []]
    one.shadow.close()
    three = await opened(root)
    assert slots(tmp_path) == ["slot0", "slot1"]
    assert await three.errors() == []


async def test_a_free_sibling_warms_a_new_slot(
    write: Write, opened: Open, kind: str, tmp_path: Path
) -> None:
    root = write(LIB)
    one, two = await opened(root), await opened(root)
    changed = {"src/lib.rs": GOOD + "pub fn more() {}\n"}
    assert await one.errors(changed) == []
    one.shadow.close()
    report = await two.check(changed)
    assert report.success
    assert not compiled(report) or kind == "copy"
    assert await two.errors({"src/lib.rs": BAD}) == ["E0308"]
    assert await two.errors() == []


async def test_a_killed_server_leaves_a_free_slot_and_no_process(
    write: Write, opened: Open, kind: str, tmp_path: Path
) -> None:
    root = write(
        """
//- build.rs
fn main() {
    if std::path::Path::new("go-on").exists() { return; }
    std::fs::write(std::env::var("MARK").unwrap(), std::process::id().to_string()).unwrap();
    loop { std::thread::sleep(std::time::Duration::from_secs(1)); }
}
//- src/lib.rs
"""
    )
    mark = tmp_path / "mark"
    program = (
        "import asyncio, sys; from pathlib import Path\n"
        "from rustmend.cargo.workspace import load\n"
        "from rustmend.cargo.shadow import open_shadow\n"
        "from rustmend.cargo.selection import Selection\n"
        "from rustmend.domain import Snapshot\n"
        "async def main(root, cache, kind):\n"
        "    shadow = await open_shadow(await load(root), cache=cache, limit_gb=1, kind=kind)\n"
        "    await shadow.check(Snapshot(), Selection())\n"
        "asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))\n"
    )
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, str(root), str(tmp_path / "cache"), kind,
        env={**os.environ, "MARK": str(mark)},
    )  # fmt: skip
    await until(lambda: mark.exists() and mark.read_text() != "")
    script = build_script_of(root)
    assert script is not None
    server.kill()
    await server.wait()
    if kind == "overlay":
        await until(lambda: build_script_of(root) is None)
    else:
        script.kill()
    (root / "go-on").touch()
    copy = await opened(root)
    assert slots(tmp_path) == ["slot0"]
    assert await copy.errors() == []


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.02)


def build_script_of(root: Path) -> psutil.Process | None:
    """Return the running build script whose working folder is the workspace, or its copy."""
    for process in psutil.process_iter(["name"]):
        try:
            if process.info["name"].startswith("build-script") and process.cwd().endswith(
                str(root)
            ):
                return process
        except (psutil.Error, OSError):
            continue
    return None
