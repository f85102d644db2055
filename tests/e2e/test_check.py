"""What is concluded from a run of cargo, above all from one that gives no answer."""

import asyncio
import os
import shutil
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import psutil
import pytest

from rustmend.cargo.selection import Selection
from rustmend.cargo.shadow import Report, Shadow, open_shadow
from rustmend.cargo.workspace import load
from rustmend.domain import Diagnostic, Snapshot

Write = Callable[..., Path]
Check = Callable[..., Awaitable[Report]]

MANIFEST = "//- Cargo.toml\n[package]\nname = '{}'\nversion = '0.1.0'\nedition = '2024'\n"
TWO = "//- Cargo.toml\n[workspace]\nmembers = ['a', 'b']\nresolver = '3'\n"
BROKEN = "pub fn f() -> u8 { true }\n"


@pytest.fixture
async def check(tmp_path: Path) -> AsyncIterator[Check]:
    """Return a function that opens a workspace and checks it once."""
    shadows: list[Shadow] = []

    async def check(path: Path, selection: Selection | None = None, **options: object) -> Report:
        shadow = await open_shadow(await load(path), cache=tmp_path / "cache", limit_gb=5)
        shadows.append(shadow)
        return await shadow.check(
            Snapshot(),
            selection or Selection(),
            **options,  # type: ignore[arg-type]  # passed on as they are
        )

    yield check
    for shadow in shadows:
        shadow.close()


def members(write: Write, a: str, b: str, *, depends: bool = False) -> Path:
    root = write(TWO)
    dependency = "[dependencies]\na = { path = '../a' }\n" if depends else ""
    write(f"{MANIFEST.format('a')}{a}", "ws/a")
    write(f"{MANIFEST.format('b')}{dependency}{b}", "ws/b")
    return root


async def test_a_report_says_what_was_compiled(write: Write, check: Check) -> None:
    root = write(
        "//- src/lib.rs\n//- src/main.rs\nfn main() {}\n//- build.rs\nfn main() {}\n"
        "//- tests/t.rs\n//- examples/e.rs\nfn main() {}\n//- benches/b.rs\n"
    )
    report = await check(root)
    assert report.success
    assert report.units == {
        "app custom-build build-script-build",
        "app lib app", "app lib app test", "app bin app", "app bin app test",
        "app test t test", "app example e", "app bench b test",
    }  # fmt: skip


async def test_every_package_reports_although_one_fails(write: Write, check: Check) -> None:
    root = members(write, f"//- src/lib.rs\n{BROKEN}", "//- src/lib.rs\npub fn g() { let x = 1; }")
    report = await check(root)
    assert not report.success
    assert not report.failure
    assert {(d.package, d.code) for d in report.diagnostics} == {
        ("a", "E0308"),
        ("b", "unused_variables"),
    }
    assert "b lib b" in report.units
    assert "a lib a" not in report.units


async def test_a_library_and_its_tests_report_once(write: Write, check: Check) -> None:
    seen: list[Diagnostic] = []
    root = write(f"//- src/lib.rs\n{BROKEN}#[cfg(test)]\nmod tests {{ fn g() -> u8 {{ 'x' }} }}\n")
    report = await check(root, on_diagnostic=seen.append)
    assert [d.code for d in report.diagnostics if d.is_error] == ["E0308", "E0308"]
    assert tuple(seen) == report.diagnostics


async def test_two_errors_at_one_place_are_two(write: Write, check: Check) -> None:
    text = "fn both<T: std::fmt::Debug + Clone>(_: T) {}\nstruct No;\npub fn f() { both(No); }\n"
    report = await check(write(f"//- src/lib.rs\n{text}"))
    errors = [d for d in report.diagnostics if d.is_error]
    assert len(errors) == 2
    assert errors[0].key == errors[1].key


async def test_clippy_is_a_command_like_check(write: Write, check: Check) -> None:
    root = write("//- src/lib.rs\npub fn f(x: u8) -> u8 { return x; }\n")
    report = await check(root, Selection(command="clippy"))
    assert [d.code for d in report.diagnostics] == ["clippy::needless_return"]
    denied = Selection(command="clippy", extra_args=("--", "-Dclippy::needless_return"))
    assert not (await check(root, denied)).success


async def test_features_targets_and_environment_reach_cargo(write: Write, check: Check) -> None:
    root = write(
        """
//- Cargo.toml
[package]
name = "app"
edition = "2024"
version = "0.1.0"
[features]
default = ["d"]
d = []
e = []
//- src/lib.rs
#[cfg(feature = "d")] compile_error!("d");
#[cfg(feature = "e")] compile_error!("e");
const _: () = assert!(option_env!("MARK").is_none());
//- tests/t.rs
compile_error!("t");
"""
    )

    async def words(**selection: object) -> set[str]:
        report = await check(root, Selection(**selection))  # type: ignore[arg-type]  # by name
        return {d.message for d in report.diagnostics}

    assert await words(all_targets=False) == {"d"}
    assert await words(no_default_features=True) == {"t"}
    assert await words(no_default_features=True, features=("e",), all_targets=False) == {"e"}
    assert await words(features="all", all_targets=False) == {"d", "e"}
    (marked,) = await words(no_default_features=True, all_targets=False, extra_env=(("MARK", ""),))
    assert "assertion failed" in marked


async def test_a_narrow_run_compiles_only_its_packages(write: Write, check: Check) -> None:
    root = members(write, "//- src/lib.rs\n", f"//- src/lib.rs\n{BROKEN}")
    report = await check(root, narrow=("a",))
    assert report.success
    assert {unit.split()[0] for unit in report.units} == {"a"}


# --- no usable answer ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("story", "words"),
    [
        (MANIFEST.format("app") + "[dependencies]\nno = { path = 'no' }\n//- src/lib.rs\n", "no"),
        (MANIFEST.format("app") + "[features]\nx = ['y']\n//- src/lib.rs\n", "feature `x`"),
    ],
)
async def test_a_workspace_that_cargo_declines_later(
    write: Write, tmp_path: Path, story: str, words: str
) -> None:
    """It was well when it was loaded; then its manifest changed."""
    root = write("//- src/lib.rs\n")
    shadow = await open_shadow(await load(root), cache=tmp_path / "cache", limit_gb=5)
    write(story)
    report = await shadow.check(Snapshot(), Selection())
    assert words in report.failure
    assert "\n" not in report.failure
    assert not report.success
    shadow.close()


async def test_a_dependency_that_cannot_be_had_is_named(write: Write, check: Check) -> None:
    root = write(
        MANIFEST.format("app")
        + "[dependencies]\nnot-downloaded = '1'\n//- src/lib.rs\n"
        + "//- .cargo/config.toml\n[source.crates-io]\nreplace-with = 'gone'\n"
        + "[source.gone]\nregistry = 'sparse+http://127.0.0.1:9/'\n[net]\nretry = 0\n"
    )
    report = await check(root)
    assert report.failure.startswith("a dependency cannot be had: ")
    assert "not-downloaded" in report.failure or "127.0.0.1" in report.failure
    assert "\n" not in report.failure


async def test_a_command_that_is_not_installed(write: Write, check: Check) -> None:
    report = await check(write("//- src/lib.rs\n"), Selection(command="not-a-command"))
    assert "not-a-command" in report.failure


async def test_a_build_script_that_fails_is_named_with_its_last_words(
    write: Write, check: Check
) -> None:
    root = write('//- build.rs\nfn main() { panic!("no libfoo here") }\n//- src/lib.rs\n')
    report = await check(root)
    assert report.failure == "the build script of `app v0.1.0 (" + (
        f"{root})` failed: no libfoo here"
    )
    assert not report.success


async def test_what_a_build_script_declares_an_error_is_why_it_failed(
    write: Write, check: Check
) -> None:
    story = """
//- build.rs
fn main() {
    println!("cargo::error=libfoo is not installed");
    eprintln!("looked in /usr/lib");
    std::process::exit(1)
}
//- src/lib.rs
"""
    report = await check(write(story))
    assert report.failure.endswith("failed: libfoo is not installed")


async def test_a_build_script_that_fails_does_not_hide_others_errors(
    write: Write, check: Check
) -> None:
    root = members(
        write,
        '//- build.rs\nfn main() { eprintln!("first"); std::process::exit(3) }\n//- src/lib.rs\n',
        f"//- src/lib.rs\n{BROKEN}",
    )
    report = await check(root)
    assert not report.failure
    assert [d.code for d in report.diagnostics] == ["E0308"]
    assert [line.partition(" failed: ")[2] for line in report.obstacles] == ["first"]


def wrapper(folder: Path, script: str) -> str:
    """Return a configuration that has rustc for the workspace's own packages run by a script."""
    file = folder / "wrapper.sh"
    file.write_text(f'#!/bin/sh\nrustc=$1; shift\ncase "$*" in *"crate-name app "*)\n{script}\n'
                    ';; esac\nexec "$rustc" "$@"\n')  # fmt: skip
    file.chmod(0o755)
    return f"//- .cargo/config.toml\n[build]\nrustc-workspace-wrapper = '{file}'\n"


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("kill -SEGV $$", "signal: 11"),
        ("echo 'thread rustc panicked' >&2; exit 101", "rustc crashed while compiling `app`"),
        (
            """echo '{"$message_type":"diagnostic","message":"no entry","code":null,"level":"""
            """"error: internal compiler error","spans":[],"children":[],"rendered":"x"}' >&2"""
            "; exit 101",
            "rustc crashed: no entry",
        ),
    ],
)
async def test_a_compiler_that_crashes_gives_no_answer(
    write: Write, check: Check, tmp_path: Path, script: str, words: str
) -> None:
    root = write(f"//- src/lib.rs\n{wrapper(tmp_path, script)}")
    report = await check(root)
    assert words in report.failure
    assert not report.success


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
async def test_foreign_lines_and_fifty_megabytes_do_no_harm(
    write: Write, check: Check, tmp_path: Path
) -> None:
    junk = (
        'yes \'{"reason": "not-ours"}\' | head -c 25000000; echo; '
        "head -c 25000000 /dev/zero | tr '\\0' x; echo; echo '{'; echo '{}'"
    )
    root = write(f"//- src/lib.rs\n{BROKEN}{wrapper(tmp_path, junk)}")
    report = await check(root, Selection(all_targets=False))
    assert [d.code for d in report.diagnostics] == ["E0308"]
    assert not report.failure


ENDLESS = """
//- build.rs
fn main() {
    let mark = std::env::var("MARK").unwrap();
    std::process::Command::new("setsid").args(["sleep", "4321"]).spawn().unwrap();
    std::fs::write(mark, "").unwrap();
    loop { std::thread::sleep(std::time::Duration::from_secs(1)); }
}
//- src/lib.rs
"""


def left_over() -> list[psutil.Process]:
    return [
        process
        for process in psutil.Process().children(recursive=True)
        if process.name() in ("sleep", "cargo") or process.name().startswith("build-script")
    ]


async def test_a_check_that_never_ends_is_stopped_with_all_it_started(
    write: Write, check: Check, tmp_path: Path
) -> None:
    selection = Selection(extra_env=(("MARK", str(tmp_path / "mark")),))
    report = await check(write(ENDLESS), selection, timeout=4)
    assert report.failure == "cargo check did not end within 4 s and was stopped"
    await gone()


async def test_a_cancelled_check_leaves_nothing_running(
    write: Write, check: Check, tmp_path: Path
) -> None:
    mark = tmp_path / "mark"
    selection = Selection(extra_env=(("MARK", str(mark)),))
    task = asyncio.create_task(check(write(ENDLESS), selection))
    async with asyncio.timeout(60):
        while not mark.exists():
            await asyncio.sleep(0.02)
    assert left_over()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await gone()


async def gone() -> None:
    async with asyncio.timeout(20):
        while left_over():
            await asyncio.sleep(0.02)


# --- odd texts ----------------------------------------------------------------------------------


async def test_text_that_is_not_utf8_is_an_error_of_that_file(write: Write, check: Check) -> None:
    root = write("//- src/lib.rs\nmod part;\n")
    (root / "src/part.rs").write_bytes(b"pub fn f() {} // \xff\n")
    report = await check(root)
    assert not report.failure
    assert any("UTF-8" in d.message for d in report.diagnostics)


async def test_a_long_file_and_a_thousand_errors(write: Write, check: Check) -> None:
    fine = "".join(f"pub fn f{n}() -> u32 {{\n    {n}\n}}\n\n" for n in range(12_250))
    wrong = "".join(f"pub fn g{n}() -> u32 {{ true }}\n" for n in range(1000))
    root = write(f"//- src/lib.rs\n{fine}{wrong}")
    text = (root / "src/lib.rs").read_bytes()
    assert text.count(b"\n") == 50_000
    started = time.process_time()
    report = await check(root, Selection(all_targets=False))
    assert time.process_time() - started < 10
    spans = [d.span for d in report.diagnostics if d.code == "E0308"]
    assert len(spans) == 1000
    assert all(span and text[span.start : span.end] == b"true" for span in spans)


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
async def test_spans_cover_the_bytes_on_disk(
    write: Write, check: Check, start: bytes, end: bytes
) -> None:
    root = write("//- src/lib.rs\n")
    lines = ["// é🦀", "/*", "é */ pub fn f() -> u8 {", '\tlet _ = "e\u0301🦀"; true', "}", ""]
    text = start + end.join(line.encode() for line in lines)
    (root / "src/lib.rs").write_bytes(text)
    (found,) = (await check(root)).diagnostics
    assert found.span is not None
    assert text[found.span.start : found.span.end] == b"true"


# --- single files -------------------------------------------------------------------------------


async def test_a_single_file_is_checked_where_it_lies(
    write: Write, check: Check, tmp_path: Path
) -> None:
    folder = write(
        """
//- prog-1.rs
mod helper;
mod inner { pub mod deep; }
#[path = "odd name.rs"]
mod named;
const DATA: &str = include_str!("sub/data.txt");
fn main() {
    helper::sub::f();
    inner::deep::g();
    named::h();
    let _: u8 = DATA;
}
//- helper.rs
pub mod sub;
//- helper/sub.rs
pub fn f() {}
//- inner/deep.rs
pub fn g() -> u8 { "" }
//- odd name.rs
pub fn h() {}
//- sub/data.txt
words
//- other.rs
this is no Rust
""",
        "a folder",
        manifest=False,
    )
    before = sorted(folder.rglob("*"))
    report = await check(folder / "prog-1.rs")
    assert not report.failure
    assert {(d.code, d.span.file) for d in report.diagnostics if d.span} == {
        ("E0308", folder / "prog-1.rs"),
        ("E0308", folder / "inner/deep.rs"),
    }
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(
    "name", ["test.rs", "9lives.rs", "ünï.rs", "self.rs", "a.b.rs", "build.rs"]
)
async def test_a_single_file_may_have_any_name(write: Write, check: Check, name: str) -> None:
    folder = write(f"//- {name}\nfn main() {{ let x: u8 = true; }}\n", "one", manifest=False)
    report = await check(folder / name)
    assert not report.failure
    assert [d.code for d in report.diagnostics if d.is_error] == ["E0308"]


async def test_a_single_file_without_main_is_a_library(write: Write, check: Check) -> None:
    folder = write("//- part.rs\npub fn f() {}\n", "one", manifest=False)
    report = await check(folder / "part.rs")
    assert report.success
    assert report.units == {"single-file lib part", "single-file lib part test"}


async def test_a_single_file_follows_its_buffer(write: Write, tmp_path: Path) -> None:
    folder = write("//- part.rs\nmod gone;\n", "one", manifest=False)
    file = folder / "part.rs"
    shadow = await open_shadow(await load(file), cache=tmp_path / "cache", limit_gb=5)

    async def codes(*texts: tuple[str, str]) -> list[str | None]:
        laid = {folder / name: text.encode() for name, text in texts}
        return [d.code for d in (await shadow.check(Snapshot(laid), Selection())).diagnostics]

    assert await codes() == ["E0583"]
    assert await codes(("part.rs", "pub fn f() {}")) == []
    assert await codes(("gone.rs", "pub fn f() -> u8 {}")) == ["E0308"]
    assert await codes() == ["E0583"]
    (folder / "gone.rs").write_text("")
    assert await codes() == []
    (folder / "gone.rs").unlink()
    assert await codes(("part.rs", "")) == []
    assert await codes() == ["E0583"]
    shadow.close()


async def test_the_folder_above_decides_on_the_toolchain_of_a_single_file(
    write: Write, check: Check
) -> None:
    write("//- .cargo/config.toml\n[build]\nrustflags = ['--cfg', 'marked']\n", "above",
          manifest=False)  # fmt: skip
    folder = write("//- x.rs\n#[cfg(marked)]\nfn f() -> u8 {}\n", "above/below", manifest=False)
    report = await check(folder / "x.rs")
    assert "E0308" in {d.code for d in report.diagnostics}


# --- places that are made with namespaces -------------------------------------------------------


async def in_namespace(tmp_path: Path, mount: str, root: Path, cache: Path) -> list[str]:
    """Check ``root`` with each kind of copy and with the one that is chosen, after ``mount``.

    Returns a line for each: what was asked for, what was had, and the answer.
    """
    program = f"""
import asyncio
from pathlib import Path
from rustmend.cargo.selection import Selection
from rustmend.cargo.shadow import open_shadow
from rustmend.cargo.workspace import load
from rustmend.domain import Snapshot
from rustmend.errors import ShadowError
async def main():
    root = Path({str(root)!r})
    for kind in ("overlay", "copy", None):
        try:
            cache = Path({str(cache)!r})
            shadow = await open_shadow(await load(root), cache=cache, limit_gb=1, kind=kind)
            big = {{root / "src/big.rs": b"// " + b"x" * 3_000_000}}
            report = await shadow.check(Snapshot(big), Selection())
            print(kind, shadow.kind, report.success, report.failure)
            shadow.close()
        except ShadowError as error:
            print(kind, "error", error)
asyncio.run(main())
"""
    if not shutil.which("unshare"):
        pytest.skip("unshare is not here")
    words = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c",
             f'{mount} && exec "$1" -c "$2"', "sh", sys.executable, program]  # fmt: skip
    done = await asyncio.create_subprocess_exec(*words, stdout=-1, stderr=-1)
    out, err = await done.communicate()
    if b"unshare:" in err or b"mount:" in err:
        pytest.skip(f"no namespaces here: {err.decode()}")
    lines = out.decode().splitlines()
    assert len(lines) == 3, err.decode()
    return lines


linux = pytest.mark.skipif(sys.platform != "linux", reason="made with Linux's tools")


@linux
async def test_a_full_cache_is_said_so(write: Write, tmp_path: Path) -> None:
    root = write("//- src/lib.rs\npub fn f() {}\n")
    cache = tmp_path / "small"
    cache.mkdir()
    lines = await in_namespace(tmp_path, f"mount -t tmpfs -o size=1m none {cache}", root, cache)
    assert all("No space left on device" in line for line in lines)
    assert all(" error " in line and "free some space" in line for line in lines)


@linux
async def test_a_read_only_workspace_is_checked(write: Write, tmp_path: Path) -> None:
    root = write("//- src/lib.rs\npub fn f() {}\n")
    mount = f"mount --bind {root} {root} && mount -o remount,bind,ro {root}"
    lines = await in_namespace(tmp_path, mount, root, tmp_path / "cache")
    assert [line.split()[2] for line in lines] == ["True", "True", "True"]


@linux
async def test_a_workspace_with_a_mount_in_it_is_copied(write: Write, tmp_path: Path) -> None:
    root = write("//- src/lib.rs\nmod data;\n//- src/data/nothing.txt\n")
    mount = f"mount -t tmpfs none {root}/src/data && touch {root}/src/data/mod.rs"
    lines = await in_namespace(tmp_path, mount, root, tmp_path / "cache")
    assert lines[0].startswith("overlay error the private copy cannot be entered: mount: ")
    assert [line.split()[1:3] for line in lines[1:]] == [["copy", "True"], ["copy", "True"]]
