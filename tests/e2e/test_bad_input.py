"""Bad input as a user meets it: the real program says one clear line and touches nothing.

What lies below the command line has its tests elsewhere, and is not repeated here:

- no cargo, PATH without a package: ``doors/test_cli.py``; in the editor: ``lsp/test_workspaces.py``
- what cannot be loaded, in every shape: ``test_workspace.py``
- crashes, build scripts, 50 MB, endless runs, long files, as reports: ``test_check.py``
- build scripts that write, odd names, links, branches, slots: ``test_shadow.py``
- the disk limit over a few copies: ``test_disk.py``
- the editor's versions, ranges, unopened and moved-on buffers: ``lsp/test_buffers.py``
- the server's end with all its processes: ``lsp/test_life.py``
"""

import asyncio
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from interruptible import INTERRUPTIBLE
from rustmend.cargo.disk import keep_within, usage
from rustmend.cargo.shadow import probe
from rustmend.cargo.slots import take
from rustmend.cargo.workspace import Workspace

from ..lsp.conftest import Start, start

__all__ = ["start"]  # the fixture

Write = Callable[..., Path]

posix = pytest.mark.skipif(os.name != "posix", reason="signals and stand-ins are POSIX")
linux = pytest.mark.skipif(sys.platform != "linux", reason="made with Linux's tools")

BROKEN = "pub fn f(x: &u32) -> u32 { *x }\npub fn g() -> u32 { let y = 1u32; f(y) }\n"
MENDED = BROKEN.replace("f(y)", "f(&y)")
PATIENCE = 120
# what is printed matters here, not how many candidates are compiled before
FEW = {"RUSTMEND_VERIFY_MAX_ERRORS": "1", "RUSTMEND_VERIFY_MAX_CANDIDATES": "1"}
# a build script that says where it is, and goes on when it is told to
GATE = """
//- build.rs
fn main() {
    let gate = std::path::PathBuf::from(std::env::var("GATE").unwrap());
    std::fs::write(gate.join("reached"), "").unwrap();
    while !gate.join("open").exists() {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}
"""
ENDLESS = """
//- build.rs
fn main() {
    let mark = std::path::PathBuf::from(std::env::var("GATE").unwrap()).join("reached");
    let child = std::process::Command::new("setsid").args(["sleep", "4321"]).spawn().unwrap();
    std::fs::write(mark, child.id().to_string()).unwrap();
    loop { std::thread::sleep(std::time::Duration::from_secs(1)); }
}
//- src/lib.rs
"""


class Program:
    """The command line, in a process of its own with folders of its own."""

    def __init__(self, home: Path) -> None:
        self.gate = home / "gate"
        self.gate.mkdir()
        self.cache = home / "cache"
        self.started: list[subprocess.Popen[str]] = []
        self.environment = {
            **os.environ,
            "RUSTMEND_CACHE_PATH": str(self.cache),
            "RUSTMEND_JOURNAL_PATH": str(home / "journal.sqlite"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "GATE": str(self.gate),
        }

    def start(
        self, *arguments: object, before: tuple[str, ...] = (), **environment: str
    ) -> subprocess.Popen[str]:
        words = [*before, sys.executable, "-m", "rustmend", *map(str, arguments)]
        process = subprocess.Popen(
            words, env={**self.environment, **environment}, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            **INTERRUPTIBLE,
        )  # fmt: skip
        self.started.append(process)
        return process

    def __call__(
        self, *arguments: object, before: tuple[str, ...] = (), **environment: str
    ) -> tuple[int, str, str]:
        process = self.start(*arguments, before=before, **environment)
        out, err = process.communicate(timeout=300)
        assert "Traceback" not in err
        assert "mistake of rustmend's own" not in err
        return process.returncode, out, err

    def fails(self, *arguments: object, **environment: str) -> str:
        """Return the one line that a run with status 2 says, on both streams."""
        status, out, err = self(*arguments, "--json", **environment)
        assert status == 2, out + err
        (line,) = err.strip().splitlines()
        assert json.loads(out) == {"error": line.removeprefix("rustmend: ")}
        return line

    def codes(self, root: Path, **environment: str) -> list[str]:
        """Return the codes that a check lists."""
        status, out, err = self("check", root, "--json", **environment)
        assert status in (0, 1), err
        answer = json.loads(out)
        assert answer["ok"] is (status == 0)
        return [each["code"] for each in answer["diagnostics"]]

    def reached(self, process: subprocess.Popen[str]) -> str:
        """Wait until the build script is at the gate; return what it left there."""
        until((self.gate / "reached").exists, process)
        return (self.gate / "reached").read_text()

    def open(self) -> None:
        (self.gate / "open").touch()


@pytest.fixture
def rustmend(tmp_path: Path) -> Iterator[Program]:
    home = tmp_path / "home"
    home.mkdir()
    program = Program(home)
    yield program
    for process in program.started:
        process.kill()
        process.communicate()


@pytest.fixture
async def overlay(tmp_path: Path) -> None:
    """Skip where a namespace cannot hold what leaves its process group."""
    kind, reason = await probe(tmp_path / "probed")
    if kind != "overlay":
        pytest.skip(f"no overlay: {reason}")


def until(condition: Callable[[], bool], process: subprocess.Popen[str] | None = None) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it never came"
        assert process is None or process.poll() is None, "the program ended before"
        time.sleep(0.02)


def tree(root: Path) -> dict[str, tuple[bytes, int]]:
    """Return every file and folder with its content and time; links as they are."""
    found = {}
    for each in (root, *root.rglob("*")):
        status = each.lstat()
        content = each.read_bytes() if each.is_file() else b""
        found[str(each.relative_to(root))] = (content, status.st_mtime_ns)
    return found


def descendants(process: subprocess.Popen[str]) -> list[psutil.Process]:
    return psutil.Process(process.pid).children(recursive=True)


def gone(processes: list[psutil.Process]) -> bool:
    return not any(named(each) and each.is_running() for each in processes)


def named(process: psutil.Process) -> str:
    """Return what a process runs, nothing for one that ended, be it just now."""
    try:
        return "" if process.status() == "zombie" else process.name()
    except psutil.NoSuchProcess:
        return ""


# --- what cannot be checked ---------------------------------------------------------------------

NETLESS = """
//- Cargo.toml
[package]
name = "app"
version = "0.1.0"
edition = "2024"
[dependencies]
not-downloaded = "1"
//- src/lib.rs
//- .cargo/config.toml
[source.crates-io]
replace-with = "gone"
[source.gone]
registry = "sparse+http://127.0.0.1:9/"
[net]
retry = 0
"""


@pytest.mark.parametrize(
    ("story", "says"),
    [
        pytest.param(
            "//- rust-toolchain.toml\n[toolchain]\nchannel = '1.0.7'\n//- src/lib.rs\n",
            ["'1.0.7", "is not installed", "rustup toolchain install"],
            id="toolchain",
            marks=pytest.mark.skipif(not shutil.which("rustup"), reason="rustup picks toolchains"),
        ),
        pytest.param(
            "//- Cargo.toml\n[package\nname=\n//- src/lib.rs\n",
            ["cargo cannot read the workspace", "Cargo.toml:1:9"],
            id="manifest",
        ),
        pytest.param(NETLESS, ["not-downloaded", "127.0.0.1", "`cargo fetch`"], id="network"),
        pytest.param(
            '//- build.rs\nfn main() { panic!("install libfoo-dev") }\n//- src/lib.rs\n',
            ["build script of `app", "failed: install libfoo-dev"],
            id="build script",
        ),
    ],
)
def test_what_cannot_be_checked_is_said_in_a_line_and_works_once_mended(
    rustmend: Program, write: Write, story: str, says: list[str]
) -> None:
    root = write(story)
    before = tree(root)
    for command in ("check", "fix"):
        # a backtrace asked for by somebody else is no part of an answer
        line = rustmend.fails(command, root, RUST_BACKTRACE="1")
        assert all(words in line for words in says), line
        assert "backtrace" not in line.lower()
    assert tree(root) == before
    for name in ("rust-toolchain.toml", ".cargo/config.toml", "build.rs"):
        (root / name).unlink(missing_ok=True)
    write(f"//- src/lib.rs\n{BROKEN}")
    (root / "Cargo.toml").write_text('[package]\nname = "app"\nedition = "2024"\n')
    assert rustmend.codes(root) == ["E0308"]


@pytest.mark.parametrize(
    ("story", "name", "says"),
    [
        ("//- notes.txt\nhello\n", "notes.txt", "neither a folder, a Cargo.toml nor an .rs file"),
        ("//- rust-project.json\n{}\n//- lib.rs\n", "lib.rs", "without cargo"),
        ("//- a.rs\n", "a.rs/b.rs", "does not exist"),
    ],
)
def test_a_path_that_is_no_workspace(
    rustmend: Program, write: Write, story: str, name: str, says: str
) -> None:
    top = write(story, manifest=False)
    before = tree(top)
    assert says in rustmend.fails("fix", top / name, "--write")
    assert tree(top) == before


# --- programs that crash, babble or never end ---------------------------------------------------


def wrapper(folder: Path, script: str) -> dict[str, str]:
    """Return the setting that has the real rustc compile ``app`` only after ``script``."""
    file = folder / "wrapper.sh"
    file.write_text(
        '#!/bin/sh\nrustc=$1; shift\ncase "$*" in *"crate-name app "*)\n'
        f'{script}\n;; esac\nexec "$rustc" "$@"\n'
    )
    file.chmod(0o755)
    return {"RUSTC_WRAPPER": str(file)}


ICE = (
    """echo '{"$message_type":"diagnostic","message":"no entry","code":null,"level":"""
    """"error: internal compiler error","spans":[],"children":[],"rendered":"x"}' >&2; exit 101"""
)


@posix
@pytest.mark.parametrize(
    ("script", "says"), [(ICE, "rustc crashed: no entry"), ("kill -SEGV $$", "signal: 11")]
)
def test_a_compiler_that_crashes(
    rustmend: Program, write: Write, tmp_path: Path, script: str, says: str
) -> None:
    root = write(f"//- src/lib.rs\n{BROKEN}")
    before = tree(root)
    assert says in rustmend.fails("fix", root, "--write", **wrapper(tmp_path, script))
    assert tree(root) == before
    assert rustmend.codes(root) == ["E0308"]


def stand_in(folder: Path, script: str) -> dict[str, str]:
    """Return a PATH on which ``cargo check`` runs ``script`` before the real one."""
    real = subprocess.run(
        ["rustup", "which", "cargo"], capture_output=True, text=True, check=False
    ).stdout.strip() if shutil.which("rustup") else shutil.which("cargo")  # fmt: skip
    bin_ = folder / "bin"
    bin_.mkdir()
    (bin_ / "cargo").write_text(
        f'#!/bin/sh\nif [ "$1" = check ]; then\n{script}\nfi\nexec "{real}" "$@"\n'
    )
    (bin_ / "cargo").chmod(0o755)
    return {"PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}"}


@posix
def test_a_cargo_that_babbles(rustmend: Program, write: Write, tmp_path: Path) -> None:
    junk = (
        "echo hello; echo '[1, 2]'; echo '{\"reason\": 7}'; yes '{\"reason\": \"x\"}' | "
        "head -c 20000000; head -c 30000000 /dev/zero; echo; "
        "head -c 20000000 /dev/zero | tr '\\0' e >&2; echo >&2"
    )
    root = write(f"//- src/lib.rs\n{BROKEN}")
    environment = stand_in(tmp_path, junk) | FEW
    assert rustmend.codes(root, **environment) == ["E0308"]


def test_an_argument_that_cargo_does_not_know(rustmend: Program, write: Write) -> None:
    line = rustmend.fails(
        "check", write(f"//- src/lib.rs\n{BROKEN}"), RUSTMEND_CHECK_EXTRA_ARGS="--bogus"
    )
    assert line.startswith("rustmend: unexpected argument '--bogus' found")


@linux
def test_a_folder_that_is_gone(rustmend: Program, tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    words = 'cd "$0" && rmdir "$0" && exec "$@"'
    status, _, err = rustmend("check", before=("sh", "-c", words, str(tmp_path / "gone")))
    assert (status, err.count("\n")) == (2, 1)
    assert "the current folder is gone" in err


@posix
def test_a_pipe_is_no_source(rustmend: Program, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.rs")
    assert "neither a folder, a Cargo.toml nor an .rs file" in rustmend.fails(
        "check", tmp_path / "pipe.rs"
    )


@posix
def test_a_cargo_that_never_ends(rustmend: Program, write: Write, tmp_path: Path) -> None:
    root = write("//- src/lib.rs\n")
    before = tree(root)
    line = rustmend.fails("fix", root, "--timeout", "2", **stand_in(tmp_path, "sleep 4321"))
    assert "did not end within 2 s" in line
    assert "--timeout" in line
    assert tree(root) == before


@posix
@pytest.mark.usefixtures("overlay")
@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM), (signal.SIGKILL, -signal.SIGKILL)],
)
def test_a_check_that_is_broken_off_leaves_nothing_running(
    rustmend: Program, write: Write, number: signal.Signals, status: int
) -> None:
    """A build script that never ends, and what it started in a session of its own."""
    root = write(ENDLESS)
    before = tree(root)
    process = rustmend.start("check", root, "--json")
    rustmend.reached(process)
    until(lambda: any(named(each) == "sleep" for each in descendants(process)), process)
    running = descendants(process)
    process.send_signal(number)
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out) == (status, "")
    assert "Traceback" not in err
    until(lambda: gone(running))
    assert tree(root) == before
    (root / "build.rs").unlink()
    write(f"//- src/lib.rs\n{BROKEN}")
    assert rustmend.codes(root) == ["E0308"]
    assert [each.name for each in rustmend.cache.glob("shadows/*/slot?")] == ["slot0"]


@posix
def test_who_reads_may_stop_reading(rustmend: Program, write: Write) -> None:
    wrong = "".join(f"pub fn g{n}() -> Missing{n} {{ }}\n" for n in range(1000))
    root = write(f"//- src/lib.rs\n{wrong}")
    for extra in ([], ["--json"]):
        process = rustmend.start("check", root, *extra, **FEW)
        assert process.stdout is not None and process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(PATIENCE) in (0, 1)
        assert process.stderr.read() == ""


# --- odd texts and places -----------------------------------------------------------------------


def test_a_thousand_errors_in_fifty_thousand_lines(rustmend: Program, write: Write) -> None:
    fine = "".join(f"pub fn f{n}() -> u32 {{\n    {n}\n}}\n\n" for n in range(12_250))
    wrong = "".join(f"pub fn g{n}() -> Missing{n} {{}}\n" for n in range(1000))
    root = write(f"//- src/lib.rs\n{fine}{wrong}")
    before = tree(root)
    status, out, _ = rustmend("check", root, "--json", **FEW)
    found = json.loads(out)["diagnostics"]
    assert status == 1
    assert [each["line"] for each in found] == list(range(49_001, 50_001))
    assert tree(root) == before


def test_text_that_is_not_utf8(rustmend: Program, write: Write) -> None:
    root = write(f"//- src/lib.rs\nmod latin;\n{BROKEN}")
    (root / "src/latin.rs").write_bytes(b"// caf\xe9\n")
    before = tree(root)
    status, out, err = rustmend("fix", root, "--write")
    assert status == 1, err
    assert "valid UTF-8" in out
    assert (root / "src/latin.rs").read_bytes() == b"// caf\xe9\n"
    assert rustmend("explain", f"{root}/src/latin.rs:1")[0] in (0, 1)
    (root / "src/lib.rs").write_bytes(before["src/lib.rs"][0])
    (root / "src/latin.rs").write_bytes(b"// cafe\n")
    assert rustmend("fix", root, "--write")[0] == 0


def test_byte_order_mark_and_line_endings_stay(rustmend: Program, write: Write) -> None:
    root = write("//- src/lib.rs\n")
    file = root / "src/lib.rs"
    broken, mended = (
        b"\xef\xbb\xbf// \xc3\xa9\r\n" + text.replace("\n", "\r\n").encode()
        for text in (BROKEN, MENDED)
    )
    file.write_bytes(broken)
    assert rustmend("fix", root, "--write")[0] == 0
    assert file.read_bytes() == mended


def test_errors_inside_macros_are_listed_where_they_are_called(
    rustmend: Program, write: Write
) -> None:
    root = write(
        "//- src/lib.rs\nmacro_rules! make {\n    ($n:ident) => { pub fn $n() -> u32 { true } };\n"
        '}\nmake!(a);\nmake!(b);\npub fn c() { println!("{}", missing_thing); }\n'
    )
    before = tree(root)
    status, out, _ = rustmend("check", root, "--json")
    assert status == 1
    assert {each["line"] for each in json.loads(out)["diagnostics"]} == {4, 5, 6}
    assert tree(root) == before


@pytest.mark.parametrize("name", ["with space", "per%20cent", "é🦀"])
def test_any_name_of_a_folder_by_way_of_a_link(
    rustmend: Program, write: Write, tmp_path: Path, name: str
) -> None:
    root = write(f"//- src/lib.rs\n{BROKEN}", name)
    link = tmp_path / f"link to {name}"
    link.symlink_to(root)
    before = tree(root)
    status, out, err = rustmend("check", link, "--json")
    assert status == 1, err
    (found,) = json.loads(out)["diagnostics"]
    assert found["file"] == "src/lib.rs"
    assert tree(root) == before
    assert rustmend("fix", link, "--write")[0] == 0
    assert link.is_symlink()
    assert (root / "src/lib.rs").read_text() == MENDED
    assert [each.name for each in (root / "src").iterdir()] == ["lib.rs"]


WRITER = """
//- build.rs
fn main() { std::fs::write("src/made.rs", "pub fn made() -> u32 { 1 }\\n").unwrap(); }
"""


def test_a_build_script_that_writes_into_the_sources(rustmend: Program, write: Write) -> None:
    root = write(f"{WRITER}//- src/lib.rs\nmod made;\npub fn g() -> u32 {{ made::made(2) }}\n")
    before = tree(root)
    assert rustmend.codes(root) == ["E0061"]
    assert tree(root) == before
    assert rustmend("fix", root, "--write", "--allow", "removes code")[0] == 0
    assert sorted(each.name for each in (root / "src").iterdir()) == ["lib.rs"]


# --- places that take no writing ----------------------------------------------------------------


def mounted(mount: str) -> tuple[str, ...]:
    """Return the words that run a command where ``mount`` was done, if that can be had here."""
    words = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", f'{mount} && exec "$@"')
    if not shutil.which("unshare"):
        pytest.skip("unshare is not here")
    tried = subprocess.run([*words, "sh", "true"], capture_output=True, check=False)
    if tried.returncode:
        pytest.skip(f"no namespaces here: {tried.stderr!r}")
    return (*words, "sh")


@linux
def test_a_read_only_workspace_is_checked_and_left_whole(rustmend: Program, write: Write) -> None:
    root = write(f"//- src/lib.rs\n{BROKEN}")
    before = tree(root)
    inside = mounted(f"mount --bind {root} {root} && mount -o remount,bind,ro {root}")
    status, out, err = rustmend("fix", root, before=inside)
    assert status == 0, err
    assert "f(&y)" in out
    status, _, err = rustmend("fix", root, "--write", before=inside)
    assert status == 2
    assert "lib.rs" in err and "ead-only" in err and "as they were" in err
    assert len(err.strip().splitlines()) == 1
    assert tree(root) == before
    assert rustmend("fix", root, "--write")[0] == 0


@linux
@pytest.mark.parametrize("options", ["size=1m", "size=1m,ro"])
def test_a_cache_that_is_full_or_read_only(rustmend: Program, write: Write, options: str) -> None:
    root = write(f"//- src/lib.rs\n{BROKEN}// {'x' * 2_000_000}\n")
    before = tree(root)
    rustmend.cache.mkdir()
    inside = mounted(f"mount -t tmpfs -o {options} none {rustmend.cache}")
    status, _, err = rustmend("fix", root, "--write", before=inside)
    assert status == 2, err
    assert "free some space" in err and "cache.path" in err
    assert tree(root) == before
    assert rustmend("cache", "show", before=inside)[0] == 0
    assert rustmend("doctor", before=inside)[0] in (0, 1)
    assert rustmend.codes(root) == ["E0308"]


def test_a_journal_that_cannot_be_kept_stops_no_fix(
    rustmend: Program, write: Write, tmp_path: Path
) -> None:
    root = write(f"//- src/lib.rs\n{BROKEN}")
    (tmp_path / "file").write_text("no folder")
    where = str(tmp_path / "file" / "journal.sqlite")
    assert rustmend("fix", root, "--write", RUSTMEND_JOURNAL_PATH=where)[0] == 0
    assert (root / "src/lib.rs").read_text() == MENDED


# --- what happens meanwhile ---------------------------------------------------------------------


def test_a_file_deleted_while_checked(rustmend: Program, write: Write) -> None:
    root = write(f"{GATE}//- src/lib.rs\nmod part;\n//- src/part.rs\npub fn p() {{}}\n")
    process = rustmend.start("check", root, "--json")
    rustmend.reached(process)
    (root / "src/part.rs").unlink()
    rustmend.open()
    out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode in (0, 1), err
    assert isinstance(json.loads(out)["ok"], bool)
    assert rustmend.codes(root) == ["E0583"]
    (root / "src/part.rs").write_text("pub fn p() {}\n")
    assert "E0583" not in rustmend.codes(root)


def test_another_branch_checked_out_while_checking(rustmend: Program, write: Write) -> None:
    root = write(f"{GATE}//- src/lib.rs\n{MENDED}//- .gitignore\ntarget\n")

    def git(*words: str) -> None:
        identity = ("-c", "user.name=a", "-c", "user.email=a@example.com")
        subprocess.run(["git", "-C", root, *identity, *words], check=True, capture_output=True)

    git("init", "-b", "whole")
    git("add", ".")
    git("commit", "-m", "whole")
    git("checkout", "-b", "broken")
    (root / "src/lib.rs").write_text(BROKEN)
    git("commit", "-am", "broken")
    process = rustmend.start("check", root, "--json")
    rustmend.reached(process)
    git("checkout", "whole")
    rustmend.open()
    out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode in (0, 1), err
    assert isinstance(json.loads(out)["ok"], bool)
    assert rustmend.codes(root) == []
    git("checkout", "broken")
    assert rustmend.codes(root) == ["E0308"]
    git("checkout", "whole")
    assert rustmend.codes(root) == []


def test_what_is_saved_meanwhile_is_not_written_over(rustmend: Program, write: Write) -> None:
    """The user saves while the tests run that decide on the fix."""
    root = write(
        f"//- src/lib.rs\n{BROKEN}#[test]\nfn slow() {{\n"
        '    let gate = std::path::PathBuf::from(std::env::var("GATE").unwrap());\n'
        '    std::fs::write(gate.join("reached"), "").unwrap();\n'
        '    while !gate.join("open").exists() { std::thread::yield_now(); }\n}\n'
    )
    process = rustmend.start("fix", root, "--write", "--test")
    rustmend.reached(process)
    mine = (root / "src/lib.rs").read_text() + "// mine\n"
    (root / "src/lib.rs").write_text(mine)
    rustmend.open()
    _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2
    assert "changed meanwhile" in err and "run again" in err
    assert (root / "src/lib.rs").read_text() == mine
    assert rustmend("fix", root, "--write")[0] == 0


def test_several_at_once_on_one_workspace(rustmend: Program, write: Write) -> None:
    root = write(f"//- src/lib.rs\n{BROKEN}")
    before = tree(root)
    running = [rustmend.start("check", root, "--json") for _ in range(2)]
    running.append(rustmend.start("fix", root, "--json"))
    for process, status in zip(running, (1, 1, 0), strict=True):
        out, err = process.communicate(timeout=PATIENCE)
        assert process.returncode == status, err
        assert len(json.loads(out).get("diagnostics", [0])) == 1
    assert tree(root) == before


async def test_two_windows_and_a_command_line_on_one_workspace(
    rustmend: Program, write: Write, start: Start
) -> None:
    root = write(f"//- src/lib.rs\n{BROKEN}")
    before = tree(root)
    shared = {"RUSTMEND_CACHE_PATH": str(rustmend.cache)}
    windows = [await start(root, environment=shared) for _ in range(2)]
    command = rustmend.start("check", root, "--json")
    for window in windows:
        uri = window.open(root / "src/lib.rs")
        assert (await window.settled()).errors == 1
        assert await window.fixes(uri, window.at(uri, "f(y)"))
    out, err = await asyncio.to_thread(command.communicate, timeout=PATIENCE)
    assert command.returncode == 1, err
    assert len(json.loads(out)["diagnostics"]) == 1
    assert tree(root) == before


@posix
@pytest.mark.usefixtures("overlay")
async def test_a_server_killed_in_the_middle_leaves_nothing_and_the_next_is_right(
    rustmend: Program, write: Write, start: Start
) -> None:
    root = write(ENDLESS)
    shared = {"RUSTMEND_CACHE_PATH": str(rustmend.cache), "GATE": str(rustmend.gate)}
    first = await start(root, environment=shared)
    server = first.client._server
    assert server is not None
    async with asyncio.timeout(PATIENCE):
        while not (rustmend.gate / "reached").exists():
            await asyncio.sleep(0.02)
    below = psutil.Process(server.pid).children

    def asleep() -> bool:
        return any(named(each) == "sleep" for each in below(recursive=True))

    await asyncio.to_thread(until, asleep)
    running = below(recursive=True)
    server.kill()
    await server.wait()
    await asyncio.to_thread(until, lambda: gone(running))
    (root / "build.rs").unlink()
    write(f"//- src/lib.rs\n{BROKEN}")
    second = await start(root, environment=shared)
    uri = second.open(root / "src/lib.rs")
    assert (await second.settled()).errors == 1
    assert await second.fixes(uri, second.at(uri, "f(y)"))


# --- writing, killed at any moment --------------------------------------------------------------

REPEATED = """
import sys
from pathlib import Path
from rustmend.write import UndoLog, write_texts
files = sorted(Path(sys.argv[1]).glob("*.rs"))
log = UndoLog(Path(sys.argv[2]))
print("ready", flush=True)
while True:
    before = {file: file.read_bytes() for file in files}
    after = {file: b"new\\n" * 9000 if text[:3] == b"old" else b"old\\n" * 9000
             for file, text in before.items()}
    log.remember(Path(sys.argv[1]), before, after)
    write_texts(before, after)
"""


@posix
def test_writing_killed_at_random_moments_leaves_whole_files(tmp_path: Path) -> None:
    from rustmend.write import UndoLog, write_texts

    folder, log = tmp_path / "ws", tmp_path / "undo"
    folder.mkdir()
    files = [folder / f"{number}.rs" for number in range(8)]
    chance = random.Random(7)  # noqa: S311  # moments, not secrets
    whole = (b"old\n" * 9000, b"new\n" * 9000)
    for _ in range(12):
        for file in files:
            file.write_bytes(whole[0])
        command = [sys.executable, "-c", REPEATED, str(folder), str(log)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(chance.uniform(0, 0.1))
            writer.kill()
        assert {file.read_bytes() for file in files} <= set(whole)
        # the run that was cut off is taken back as a whole, even where it was half written
        if any(log.glob("*.json")):
            UndoLog(log).undo(folder)
        assert len({file.read_bytes() for file in files}) == 1
        # what it left beside the files is cleared away by the next one that writes there
        texts = {file: file.read_bytes() for file in files}
        write_texts(texts, dict.fromkeys(files, b"last\n"))
        assert sorted(folder.iterdir()) == files


def test_a_fix_killed_while_it_writes_can_be_taken_back(rustmend: Program, write: Write) -> None:
    root = write(f"//- src/lib.rs\n{BROKEN}")
    process = rustmend.start("fix", root, "--write")
    until(lambda: any((rustmend.cache / "undo").glob("*.json")) or process.poll() is not None)
    process.kill()
    process.communicate()
    assert (root / "src/lib.rs").read_text() in (BROKEN, MENDED)
    assert rustmend("fix", "--undo", root)[0] == 0
    assert (root / "src/lib.rs").read_text() == BROKEN
    assert rustmend("fix", root, "--write")[0] == 0
    assert (root / "src/lib.rs").read_text() == MENDED
    assert [each.name for each in (root / "src").iterdir()] == ["lib.rs"]


# --- the disk limit -----------------------------------------------------------------------------


def hundred(cache: Path, folder: Path) -> None:
    """Leave the copies of a hundred workspaces, 1 MB each, the higher numbers used later."""
    for number in range(100):
        root = folder / f"w{number}"
        root.mkdir(parents=True)
        slot = take(
            Workspace(root, root / "Cargo.toml", None, "2024", (), None, None, None, "rustc 1"),
            cache, "copy",
        )  # fmt: skip
        (slot.folder / "target").write_bytes(bytes(2**20))
        os.utime(slot.folder / "slot.json", (1_700_000_000 + number,) * 2)
        slot.release()


def test_the_longest_unused_of_a_hundred_copies_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    cache = tmp_path / "cache"
    hundred(cache, tmp_path / "all")
    assert keep_within(cache, 10 * 2**20) <= 10 * 2**20
    left = sorted(int(each.root.name[1:]) for each in usage(cache))
    assert 8 <= len(left) <= 10
    assert left == list(range(100 - len(left), 100))


def test_a_short_command_keeps_to_the_limit_too(
    rustmend: Program, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hundred(rustmend.cache, tmp_path / "all")
    root = write(f"//- src/lib.rs\n{MENDED}")
    assert rustmend.codes(root, RUSTMEND_CACHE_LIMIT_GB="0.02", TMPDIR=str(tmp_path)) == []
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left = usage(rustmend.cache)
    assert sum(each.size for each in left) <= 0.02 * 2**30
    assert any(each.root == root for each in left)
