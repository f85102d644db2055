"""A warm start from what the user has built, and what private copies take on disk."""

import asyncio
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from rustmend.cargo import seed as seeding
from rustmend.cargo.disk import clean, keep_within, usage
from rustmend.cargo.selection import Selection
from rustmend.cargo.shadow import Report, Shadow, open_shadow, probe
from rustmend.cargo.workspace import load
from rustmend.domain import Snapshot

Write = Callable[..., Path]
Open = Callable[..., Awaitable[Shadow]]

MANIFEST = "//- Cargo.toml\n[package]\nname = '{}'\nversion = '0.1.0'\nedition = '2024'\n"
BUILT = (
    MANIFEST.format("app")
    + """
[dependencies]
macros = { path = "macros" }
part = { path = "part" }
[workspace]
//- build.rs
fn main() { println!("cargo::rerun-if-changed=build.rs"); }
//- src/lib.rs
macros::nothing!();
pub fn f() -> u8 { part::one() }
"""
    + MANIFEST.format("part").replace("Cargo", "part/Cargo")
    + "//- part/src/lib.rs\npub fn one() -> u8 { 1 }\n"
    + MANIFEST.format("macros").replace("Cargo", "macros/Cargo")
    + """
[lib]
proc-macro = true
//- macros/src/lib.rs
#[proc_macro]
pub fn nothing(_: proc_macro::TokenStream) -> proc_macro::TokenStream { "".parse().unwrap() }
"""
)


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What other tests leave in the machine's is neither counted nor removed."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


@pytest.fixture
async def opened(tmp_path: Path) -> AsyncIterator[Open]:
    shadows: list[Shadow] = []

    async def opened(root: Path, *, limit_gb: float = 5, kind: str | None = None) -> Shadow:
        shadow = await open_shadow(
            await load(root), cache=tmp_path / "cache", limit_gb=limit_gb, kind=kind
        )
        shadows.append(shadow)
        return shadow

    yield opened
    for shadow in shadows:
        shadow.close()


@pytest.fixture
async def overlays(tmp_path: Path) -> None:
    kind, why = await probe(tmp_path / "cache")
    if kind != "overlay":
        pytest.skip(f"no overlays here: {why}")


def build(root: Path, *words: str) -> str:
    """Run the user's own cargo in place, and return what it says."""
    done = subprocess.run(
        ["cargo", "check", "--workspace", "--all-targets", "--offline", *words],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stderr


def compiled(words: str) -> list[str]:
    return [line for line in words.splitlines() if line.strip().startswith(("Checking", "Compil"))]


async def check(
    shadow: Shadow, *texts: tuple[Path, str], selection: Selection | None = None
) -> Report:
    snapshot = Snapshot({file: text.encode() for file, text in texts})
    return await shadow.check(snapshot, selection or Selection())


def tree(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    return {
        str(f.relative_to(folder)): (
            f.read_bytes() if f.is_file() else b"",
            f.lstat().st_mtime_ns,
            f.lstat().st_mode,
        )
        for f in (folder, *folder.rglob("*"))
    }


# --- seeding ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "selection"),
    [
        ((), Selection()),
        (("--target-dir", "target/rust-analyzer"), Selection()),
        (("--target-dir", "out/checks"), Selection(target_dir="out/checks")),
    ],
)
async def test_a_built_workspace_is_fresh_at_once_and_stays_so(
    write: Write, opened: Open, overlays: None, words: tuple[str, ...], selection: Selection
) -> None:
    root = write(BUILT)
    build(root, *words)
    before = tree(root)
    shadow = await opened(root)
    report = await check(shadow, selection=selection)
    assert report.success
    assert not compiled(report.stderr)
    wrong = root / "part/src/lib.rs", "pub fn one() -> u16 { 1 }\n"
    broken = root / "macros/src/lib.rs", "no macro"
    assert not (await check(shadow, wrong, selection=selection)).success
    assert not (await check(shadow, broken, selection=selection)).success
    assert (await check(shadow, selection=selection)).success
    assert tree(root) == before, "the user's own target folder was written to"
    assert not compiled(build(root, *words))


@pytest.mark.parametrize("kind", ["overlay", "copy"])
async def test_what_is_wrong_now_is_never_fresh(
    write: Write, opened: Open, overlays: None, kind: str
) -> None:
    """The user's own cargo would take the file for unchanged, since its time is old."""
    root = write(BUILT)
    build(root)
    old = root / "part/old.rs"
    old.write_text("pub fn one() -> u16 { 1 }\n")
    os.utime(old, (1, 1))
    old.replace(root / "part/src/lib.rs")
    report = await check(await opened(root, kind=kind))
    assert [d.code for d in report.diagnostics] == ["E0308"]


async def test_another_compilers_work_is_not_taken(
    write: Write, opened: Open, overlays: None
) -> None:
    root = write(BUILT)
    build(root)
    (root / "target/.rustc_info.json").write_text("{}")
    report = await check(await opened(root))
    assert report.success
    assert compiled(report.stderr)


async def test_what_changes_while_it_is_taken_is_thrown_away(
    write: Write, opened: Open, overlays: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(BUILT)
    build(root)
    take = seeding._take

    def take_while_the_user_compiles(*args: object) -> None:
        take(*args)  # type: ignore[arg-type]  # passed on as they are
        next((root / "target/debug/.fingerprint").glob("app-*/lib-app")).write_text("")

    monkeypatch.setattr(seeding, "_take", take_while_the_user_compiles)
    report = await check(await opened(root))
    assert report.success
    assert len(compiled(report.stderr)) == 3


async def test_only_libraries_that_are_never_written_into_are_shared(
    write: Write, opened: Open, overlays: None, tmp_path: Path
) -> None:
    root = write(BUILT)
    build(root)
    await check(await opened(root))
    theirs = {f.stat().st_ino: f for f in (root / "target").rglob("*") if f.is_file()}
    shared = {
        theirs[f.stat().st_ino].name.partition("-")[0] + f.suffix
        for f in (tmp_path / "cache").glob("shadows/*/slot0/target/**/*")
        if f.is_file() and f.stat().st_ino in theirs
    }
    assert shared == {"libapp.rmeta", "libmacros.rmeta", "libpart.rmeta"}


# --- what it takes ------------------------------------------------------------------------------


async def built_copies(write: Write, opened: Open, *names: str) -> list[Shadow]:
    """Check a workspace of each name once; later ones are used later."""
    shadows = []
    for name in names:
        root = write(f"{MANIFEST.format('app')}//- src/lib.rs\n", name)
        shadow = await opened(root)
        assert (await check(shadow)).success
        shadows.append(shadow)
    return shadows


def roots(tmp_path: Path) -> dict[str, bool]:
    return {one.root.name: one.in_use for one in usage(tmp_path / "cache")}


async def test_usage_lists_every_copy(write: Write, opened: Open, tmp_path: Path) -> None:
    assert usage(tmp_path / "nothing here") == []
    one, _two = await built_copies(write, opened, "one", "two")
    one.close()
    found = usage(tmp_path / "cache")
    assert roots(tmp_path) == {"one": False, "two": True}
    assert [copy.root for copy in found] == [tmp_path / "one", tmp_path / "two"]
    assert all(copy.size > 10_000 for copy in found)
    assert all(abs(copy.last_used - time.time()) < 600 for copy in found)
    assert {copy.kind for copy in found} <= {"overlay", "copy"}


async def test_cleaning_spares_what_is_in_use(write: Write, opened: Open, tmp_path: Path) -> None:
    one, two, three = await built_copies(write, opened, "one", "two", "three")
    one.close()
    three.close()
    sizes = {copy.root.name: copy.size for copy in usage(tmp_path / "cache")}
    assert clean(tmp_path / "cache") == sizes["one"] + sizes["three"]
    assert roots(tmp_path) == {"two": True}
    assert (await check(two)).success
    assert clean(tmp_path / "cache") == 0


async def test_the_longest_unused_goes_first_and_none_in_use(
    write: Write, opened: Open, tmp_path: Path
) -> None:
    shadows = await built_copies(write, opened, "one", "two", "three", "four")
    for shadow in shadows[1:]:
        shadow.close()
    total = sum(copy.size for copy in usage(tmp_path / "cache"))
    assert keep_within(tmp_path / "cache", total) == total
    assert keep_within(tmp_path / "cache", total - 1) < total
    assert set(roots(tmp_path)) == {"one", "three", "four"}
    assert keep_within(tmp_path / "cache", 0) > 0
    assert roots(tmp_path) == {"one": True}


async def test_a_check_looks_after_the_limit(write: Write, opened: Open, tmp_path: Path) -> None:
    (old,) = await built_copies(write, opened, "old")
    old.close()
    root = write(f"{MANIFEST.format('app')}//- src/lib.rs\n", "new")
    shadow = await opened(root, limit_gb=0)
    assert (await check(shadow)).success
    async with asyncio.timeout(30):
        while "old" in roots(tmp_path):
            await asyncio.sleep(0.02)
    # ours is over the limit by itself: it starts over, once, and goes on answering
    for wrong in (True, False, True):
        text = "pub fn f() -> u8 { true }" if wrong else "pub fn f() {}"
        assert (await check(shadow, (root / "src/lib.rs", text))).success is not wrong


async def test_hard_links_to_the_users_libraries_cost_nothing(
    write: Write, opened: Open, overlays: None, tmp_path: Path
) -> None:
    root = write(BUILT)
    build(root)
    library = next((root / "target/debug/deps").glob("libpart-*.rmeta"))
    with library.open("ab") as file:
        file.truncate(20_000_000)
        file.write(os.urandom(1_000_000))
    await check(await opened(root))
    (copy,) = usage(tmp_path / "cache")
    linked = next(copy.folder.glob("target/debug/deps/libpart-*.rmeta"))
    assert linked.stat().st_ino == library.stat().st_ino
    size = 512 * sum(
        f.stat().st_blocks
        for f in copy.folder.glob("target/debug/deps/*.rmeta")
        if f.stat().st_nlink > 1
    )
    assert size > 1_000_000
    shutil.rmtree(root / "target")
    (later,) = usage(tmp_path / "cache")
    assert later.size == copy.size + size


async def test_a_folder_without_permissions_can_be_cleaned(
    write: Write, opened: Open, tmp_path: Path
) -> None:
    (one,) = await built_copies(write, opened, "one")
    one.close()
    (copy,) = usage(tmp_path / "cache")
    locked = copy.folder / "work" / "x" / "work"
    locked.mkdir(parents=True)
    (locked / "inside").touch()
    locked.chmod(0)
    clean(tmp_path / "cache")
    assert roots(tmp_path) == {}
    assert not list((tmp_path / "cache").glob("shadows/*/removed-*"))
