"""Code that means harm: each attempt fails, ends in time, and leaves nothing behind."""

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from rustmend.coder import folders
from rustmend.coder.compile import Build, compile_project
from rustmend.coder.project import Project
from rustmend.coder.sandbox import PROJECT, NoSandboxError, Sandbox, open_sandbox
from rustmend.config import Settings
from rustmend.errors import UsageError

MakeSettings = Callable[..., Settings]
MAIN = "fn main() {}"


async def build(settings: Settings, files: dict[str, str]) -> Build:
    """Build a project; afterwards no process and no folder is left."""
    async with open_sandbox(settings) as sandbox:
        done = await compile_project(Project.from_files(files), sandbox)
    assert_nothing_left(settings)
    return done


def assert_nothing_left(settings: Settings) -> None:
    home = str(settings.cache_path / "sandboxes")
    for _ in range(50):
        left = [p for p in psutil.process_iter(["cmdline"]) if home in str(p.info["cmdline"])]
        if not left:
            break
        time.sleep(0.1)
    assert left == []
    homes = [f for f in (settings.cache_path / "sandboxes").iterdir() if f.is_dir()]
    assert [list(folder.iterdir()) for folder in homes] in ([], [[]])


def run_of(body: str) -> dict[str, str]:
    return {"src/main.rs": f"#![allow(warnings)]\nuse std::fs;\nfn main() {{ {body} }}"}


def script_of(body: str) -> dict[str, str]:
    return {"build.rs": f"#![allow(warnings)]\nfn main() {{ {body} }}", "src/main.rs": MAIN}


def macro_of(body: str) -> dict[str, str]:
    return {
        "Cargo.toml": '[package]\nname = "a"\nversion = "0.1.0"\nedition = "2021"\n'
        '[dependencies]\nm = { path = "m" }\n[workspace]\n',
        "m/Cargo.toml": '[package]\nname = "m"\nversion = "0.1.0"\nedition = "2021"\n'
        "[lib]\nproc-macro = true\n",
        "m/src/lib.rs": "#![allow(warnings)]\nuse proc_macro::TokenStream;\n#[proc_macro]\n"
        f"pub fn evil(_: TokenStream) -> TokenStream {{ {body}; TokenStream::new() }}",
        "src/main.rs": f"m::evil!();\n{MAIN}",
    }


def each(paths: list[str], bad: str) -> str:
    listed = json.dumps(paths)
    return f'for p in {listed} {{ if {bad} {{ panic!("{{p}}") }} }}'


FORKS = 'loop { std::process::Command::new("sleep").arg("60").spawn(); }'
# what runs it: the program itself, a build script, a proc macro
EVERYWHERE = pytest.mark.parametrize("place", [run_of, script_of, macro_of])


async def test_an_honest_program_runs(settings: MakeSettings) -> None:
    done = await build(settings(), run_of('println!("hello"); eprintln!("there")'))
    assert done.success and done.run_output == "hello\nthere\n" and done.run_success


@EVERYWHERE
async def test_the_users_files_are_not_there(
    settings: MakeSettings, place: Callable[[str], dict[str, str]], tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret-contents")
    paths = ["/etc/passwd", "/etc/shadow", str(Path.home()), str(secret), str(tmp_path), "/root"]
    body = (
        f'for p in {paths!r} {{ if std::path::Path::new(p).exists() {{ panic!("seen {{p}}") }} }}'
    )
    done = await build(settings(), place(body.replace("'", '"')))
    assert done.success and done.run_success, done.build_output


@EVERYWHERE
async def test_nothing_can_be_written_outside(
    settings: MakeSettings, place: Callable[[str], dict[str, str]]
) -> None:
    name = f"rustmend-test-{os.getpid()}"
    paths = [
        f"{folder}/{name}" for folder in ("/usr", "/", "/dev", "/etc", "/rustmend/source", "/var")
    ]
    body = (
        f'for p in {paths!r} {{ if std::fs::write(p, b"x").is_ok() {{ panic!("wrote {{p}}") }} }}'
    )
    done = await build(settings(), place(body.replace("'", '"')))
    assert done.success and done.run_success, done.build_output
    assert not any(Path(path).exists() for path in paths)


@EVERYWHERE
async def test_there_is_no_network(
    settings: MakeSettings, place: Callable[[str], dict[str, str]]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        address = f"127.0.0.1:{server.getsockname()[1]}"
        body = f'if std::net::TcpStream::connect("{address}").is_ok() {{ panic!("connected") }}'
        done = await build(settings(), place(body))
        with pytest.raises(BlockingIOError):
            server.accept()
    assert done.success and done.run_success, done.build_output


@EVERYWHERE
async def test_no_other_process_can_be_killed(
    settings: MakeSettings, place: Callable[[str], dict[str, str]]
) -> None:
    kill = (
        'extern "C" { fn kill(pid: i32, sig: i32) -> i32; fn getppid() -> i32; }'
        f"unsafe {{ kill({os.getpid()}, 9); kill(-1, 9); kill(getppid(), 9); kill(1, 9); }}"
    )
    done = await build(settings(seconds=20), place(kill))
    assert psutil.pid_exists(os.getpid())
    assert not (done.success and done.run_success)  # it ended itself, and that is said
    assert done.build_output if not done.success else done.run_output is not None


@EVERYWHERE
async def test_a_fork_bomb_is_bounded(
    settings: MakeSettings, place: Callable[[str], dict[str, str]]
) -> None:
    most = 0
    before = len(psutil.pids())

    async def count() -> None:
        nonlocal most
        while True:
            most = max(most, len(psutil.pids()) - before)
            await asyncio.sleep(0.05)

    counting = asyncio.create_task(count())
    done = await build(settings(seconds=3, runSeconds=3, processes=64), place(FORKS))
    counting.cancel()
    assert most < 200
    said = done.run_output if done.success else done.build_output
    assert said and "did not end within 3 s" in said


@EVERYWHERE
async def test_an_endless_loop_is_ended(
    settings: MakeSettings, place: Callable[[str], dict[str, str]]
) -> None:
    started = time.monotonic()
    done = await build(settings(seconds=2, runSeconds=2), place("loop { std::hint::spin_loop() }"))
    assert time.monotonic() - started < 20
    said = done.run_output if done.success else done.build_output
    assert said and "did not end within 2 s" in said


@EVERYWHERE
async def test_ten_gigabytes_of_memory_are_not_had(
    settings: MakeSettings, place: Callable[[str], dict[str, str]]
) -> None:
    body = "let mut v: Vec<Vec<u8>> = vec![]; for _ in 0..10_000 { v.push(vec![1u8; 1 << 20]); }"
    done = await build(settings(memoryMb=512), place(body))
    assert not (done.success and done.run_success)
    said = done.run_output if done.success else done.build_output
    assert said and ("memory" in said or "SIGABRT" in said or "SIGKILL" in said)


async def test_memory_is_counted_over_all_processes(settings: MakeSettings) -> None:
    body = (
        "if std::env::args().count() > 1 { let v = vec![1u8; 150 << 20];"
        ' std::thread::sleep(std::time::Duration::from_secs(20)); println!("{}", v[7]) }'
        " let me = std::env::current_exe().unwrap();"
        " let all: Vec<_> = (0..8)"
        '.map(|_| std::process::Command::new(&me).arg("x").spawn()).collect();'
        " std::thread::sleep(std::time::Duration::from_secs(20));"
    )
    done = await build(settings(memoryMb=512, runSeconds=15), run_of(body))
    assert done.run_output and "more than 512 MiB of memory" in done.run_output


@EVERYWHERE
async def test_endless_output_is_ended(
    settings: MakeSettings, place: Callable[[str], dict[str, str]]
) -> None:
    body = (
        'use std::io::Write; let line = "x".repeat(1 << 16);'
        ' loop { let mut o = std::io::stdout(); if writeln!(o, "{line}").is_err() { break } }'
    )
    done = await build(settings(outputKb=64, memoryMb=512, seconds=20), place(body))
    assert not (done.success and done.run_success)
    said = done.run_output if done.success else done.build_output
    assert said is not None and len(said) < 200_000


@EVERYWHERE
async def test_the_disk_is_not_filled(
    settings: MakeSettings, place: Callable[[str], dict[str, str]]
) -> None:
    folder = 'std::env::var("OUT_DIR").unwrap_or("/rustmend/target".into())'
    body = (
        f"let b = vec![1u8; 1 << 20]; for i in 0..4000 {{ use std::io::Write;"
        f' let p = format!("{{}}/f{{}}", {folder}, i / 32);'
        " let mut f = std::fs::OpenOptions::new().create(true).append(true).open(p).unwrap();"
        " f.write_all(&b).unwrap(); }"
    )
    done = await build(settings(diskMb=128, memoryMb=1024), place(body))
    said = done.run_output if done.success else done.build_output
    assert not (done.success and done.run_success)
    assert said and "wrote more than 128 MiB" in said


async def test_a_file_has_a_size_limit(settings: MakeSettings) -> None:
    body = 'let b = vec![1u8; 100 << 20]; fs::write("/tmp/x", &b).unwrap();'
    done = await build(settings(diskMb=64), run_of(body))
    assert done.success and not done.run_success


async def test_a_daemon_does_not_stay(settings: MakeSettings) -> None:
    body = (
        'std::process::Command::new("setsid").args(["-f", "sleep", "31.4159"]).status().unwrap();'
    )
    done = await build(settings(), script_of(body) | {"src/main.rs": MAIN})
    assert done.success
    assert not [
        p for p in psutil.process_iter(["cmdline"]) if "31.4159" in (p.info["cmdline"] or [])
    ]


async def test_the_environment_of_the_server_is_not_seen(
    settings: MakeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("RUSTMEND_TOKEN", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "do-not-tell")
    monkeypatch.setenv("RUSTC_WRAPPER", "/nonexistent/wrapper")
    monkeypatch.setenv("CARGO_BUILD_RUSTC_WRAPPER", "/nonexistent/wrapper")
    body = (
        'println!("{:?}", std::env::vars().collect::<Vec<_>>());'
        ' println!("{:?}", fs::read_to_string("/proc/1/environ"));'
    )
    done = await build(settings(), run_of(body))
    assert done.success and done.run_output and "do-not-tell" not in done.run_output


async def test_no_process_of_a_sandbox_has_the_servers_environment(
    settings: MakeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUSTMEND_TOKEN", "do-not-tell")
    async with open_sandbox(settings()) as sandbox:
        sandbox.lay({PROJECT / "x": b""})
        running = asyncio.create_task(sandbox.run(["sleep", "88.88"]))
        family: list[psutil.Process] = []
        while "88.88" not in str([each.cmdline() for each in family[-1:]]):
            await asyncio.sleep(0.05)
            family = psutil.Process().children(recursive=True)
        seen = [each.environ() for each in family]
        running.cancel()
        await asyncio.wait([running])
    assert len(seen) >= 2 and "do-not-tell" not in str(seen)


async def test_it_is_not_root_and_has_no_way_to_become_it(settings: MakeSettings) -> None:
    async with open_sandbox(settings()) as sandbox:
        sandbox.lay({PROJECT / "x": b""})
        ran = await sandbox.run(["sh", "-c", "id -u; grep -E 'Cap|NoNew' /proc/self/status"])
        uid, *lines = ran.stdout.splitlines()
        assert uid != "0"
        assert {line.split()[1].strip("0") for line in lines} == {"", "1"}
        for words in (
            ["unshare", "-U", "id"],
            ["unshare", "-m", "id"],
            ["mount", "-t", "tmpfs", "x", "/rustmend/target"],
        ):
            assert not (await sandbox.run(words)).success


@pytest.mark.parametrize("macro", ["include!", "include_str!", "include_bytes!"])
async def test_files_of_the_machine_cannot_be_included(settings: MakeSettings, macro: str) -> None:
    source = f'fn main() {{ let _ = {macro}("/etc/passwd"); }}'
    done = await build(settings(), {"src/main.rs": source})
    assert not done.success and "No such file" in done.build_output


async def test_links_that_a_build_plants_lead_the_server_nowhere(
    settings: MakeSettings, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    files = script_of(
        f'std::fs::remove_dir_all("src"); std::os::unix::fs::symlink("{outside}", "src");'
    )
    async with open_sandbox(settings()) as sandbox:
        await compile_project(Project.from_files(files), sandbox)
        await compile_project(Project.from_files({**files, "src/new.rs": "// new"}), sandbox)
        ran = await sandbox.run(["ls", "-la", "/rustmend/source/src"])
    assert "new.rs" in ran.stdout
    assert list(outside.iterdir()) == []
    assert_nothing_left(settings())


@pytest.mark.parametrize(
    ("more", "word"),
    [
        ('[dependencies]\nx = { git = "https://127.0.0.1/x" }', "git"),
        ('[dependencies]\nx = { path = "../x" }', "leads out"),
        ('[dependencies]\nx = { path = "/etc" }', "leads out"),
        ('[dev-dependencies.x]\npath = "a/../../x"', "leads out"),
        ('[target."cfg(unix)".build-dependencies]\nx = { git = "file:///etc" }', "git"),
        ('[dependencies]\nx = { version = "1", registry = "mine" }', "registry"),
        ('[patch.crates-io]\nserde = { path = "s" }', "patch"),
        ('[replace]\n"serde:1.0.0" = { path = "s" }', "replace"),
        ('[workspace.dependencies]\nx = { git = "https://127.0.0.1/x" }', "git"),
    ],
)
async def test_other_sources_of_packages_are_refused(
    settings: MakeSettings, more: str, word: str
) -> None:
    manifest = f'[package]\nname = "a"\nversion = "0.1.0"\nedition = "2021"\n{more}\n'
    with pytest.raises(UsageError, match=word):
        await build(settings(), {"Cargo.toml": manifest, "src/main.rs": MAIN})


async def test_a_toolchain_file_changes_nothing(settings: MakeSettings) -> None:
    files = {"src/main.rs": MAIN, "rust-toolchain.toml": '[toolchain]\npath = "/tmp/evil"\n'}
    assert (await build(settings(), files)).success
    files["rust-toolchain.toml"] = '[toolchain]\nchannel = "nightly-2020-01-01"\n'
    assert (await build(settings(), files)).success


async def test_what_was_restored_is_compiled_again(settings: MakeSettings) -> None:
    good = Project.from_files({"src/main.rs": 'fn main() { println!("good") }'})
    bad = Project.from_files({"src/main.rs": "fn main() { nothing() }"})
    async with open_sandbox(settings()) as sandbox:
        outcomes = [
            (await compile_project(each, sandbox)).success for each in (good, bad, good, bad)
        ]
    assert outcomes == [True, False, True, False]


async def test_a_file_that_is_gone_is_gone(settings: MakeSettings) -> None:
    main = "mod other;\nfn main() {}"
    async with open_sandbox(settings()) as sandbox:
        both = Project.from_files({"src/main.rs": main, "src/other.rs": ""})
        assert (await compile_project(both, sandbox)).success
        one = Project.from_files({"src/main.rs": main})
        assert not (await compile_project(one, sandbox)).success


async def test_without_bubblewrap_it_is_refused(
    settings: MakeSettings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from rustmend.coder import sandbox as module

    here = settings()
    monkeypatch.setattr(module, "_obstacles", {here.cache_path: "bwrap not found"})
    with pytest.raises(NoSandboxError, match="install bubblewrap"):
        async with open_sandbox(here):
            pass
    async with open_sandbox(here, unsafe=True) as place:
        assert not place.safe
        done = await compile_project(Project.from_files(run_of('println!("ran")')), place)
        assert done.run_output == "ran\n"
        broken = await compile_project(
            Project.from_files({"src/main.rs": "fn main() { x }"}), place
        )
        assert [str(each.span.file) for each in broken.errors if each.span] == [
            str(Sandbox.root / "src/main.rs")
        ]
    assert_nothing_left(here)


async def test_a_killed_servers_folders_are_removed(settings: MakeSettings) -> None:
    here = settings()
    script = (
        "import asyncio, os, signal, sys\n"
        "from rustmend.config import load\n"
        "from rustmend.coder.sandbox import open_sandbox, PROJECT\n"
        "async def main():\n"
        f"    settings, _ = load({{'cache.path': {str(here.cache_path)!r}}})\n"
        "    async with open_sandbox(settings) as sandbox:\n"
        "        sandbox.lay({PROJECT / 'x': b''})\n"
        "        running = asyncio.create_task(sandbox.run(['sleep', '77.77']))\n"
        "        await asyncio.sleep(1)\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "asyncio.run(main())\n"
    )
    subprocess.run([sys.executable, "-c", script], check=False)
    folders.close_all()  # as in the next server, which has opened none yet
    async with open_sandbox(here):
        pass
    assert_nothing_left(here)
    assert not any("77.77" in str(p.info["cmdline"]) for p in psutil.process_iter(["cmdline"]))
