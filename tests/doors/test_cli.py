"""The command line as its users call it: the real program in a process of its own."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

MANIFEST = '[package]\nname = "{name}"\nversion = "0.1.0"\nedition = "2024"\n'
# a dropped `&`, and further down a second error of another kind
BROKEN = """\
pub fn total(prices: &[u32]) -> u32 {
    prices.iter().sum()
}

pub fn report(prices: Vec<u32>) -> String {
    format!("{}", total(prices))
}
"""
MENDED = BROKEN.replace("total(prices))", "total(&prices))")

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def temporary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("temporary")


@pytest.fixture
def rustmend(tmp_path: Path, temporary: Path) -> Run:
    environment = {
        **os.environ,
        "TMPDIR": str(temporary),
        "RUSTMEND_CACHE_PATH": str(tmp_path / "cache"),
        "RUSTMEND_JOURNAL_PATH": str(tmp_path / "journal.sqlite"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }

    def run(
        *arguments: object, cwd: Path | None = None, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "rustmend", *map(str, arguments)],
            cwd=cwd or tmp_path, env={**environment, **(env or {})}, capture_output=True, text=True,
            timeout=300, check=False,
        )  # fmt: skip

    return run


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of half a megabyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(disk)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a file system of its own wants root")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def crate(root: Path, library: str, name: str = "shop") -> Path:
    (root / "src").mkdir(parents=True)
    (root / "Cargo.toml").write_text(MANIFEST.format(name=name))
    (root / "src" / "lib.rs").write_text(library)
    return root


def contents(root: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(file.relative_to(root)): (file.read_bytes(), file.stat().st_mtime_ns)
        for file in root.rglob("*")
        if file.is_file()
    }


def test_fix_prints_a_diff_and_touches_nothing(rustmend: Run, tmp_path: Path) -> None:
    root = crate(tmp_path / "shop", BROKEN)
    before = contents(root)
    done = rustmend("fix", root, "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["ok"] is True
    assert (answer["errors_before"], answer["errors_after"]) == (1, 0)
    assert answer["remaining"] == []
    [fix] = answer["fixes"]
    assert (fix["code"], fix["file"], fix["line"]) == ("E0308", "src/lib.rs", 6)
    assert fix["column"] == 25
    assert fix["level"] == "clean"
    assert fix["origin"] in {"compiler", "rule", "recipe"}
    assert '+    format!("{}", total(&prices))' in fix["diff"]
    assert set(answer["model"]) == {"calls", "prompt_tokens", "completion_tokens"}
    assert contents(root) == before


def test_fix_writes_and_undo_takes_it_back(rustmend: Run, tmp_path: Path) -> None:
    root = crate(tmp_path / "shop", BROKEN)
    file = root / "src" / "lib.rs"
    file.chmod(0o640)
    assert rustmend("fix", root, "--write").returncode == 0
    assert file.read_text() == MENDED
    assert file.stat().st_mode & 0o777 == 0o640
    learned = json.loads(rustmend("kb", "stats", "--json").stdout)["past_fixes"]["fixes"]
    undone = rustmend("fix", "--undo", root)
    assert undone.returncode == 0, undone.stderr
    assert file.read_text() == BROKEN
    left = json.loads(rustmend("kb", "stats", "--json").stdout)["past_fixes"]["fixes"]
    assert (learned, left) == (1, 0)
    again = rustmend("fix", "--undo", root)
    assert again.returncode == 2
    assert "no written run" in again.stderr


def test_undo_keeps_its_hands_off_a_file_that_was_edited_since(
    rustmend: Run, tmp_path: Path
) -> None:
    root = crate(tmp_path / "shop", BROKEN)
    file = root / "src" / "lib.rs"
    rustmend("fix", root, "--write")
    file.write_text(MENDED + "// mine\n")
    done = rustmend("fix", "--undo", root)
    assert done.returncode == 2
    assert "edited since" in done.stderr
    assert file.read_text().endswith("// mine\n")


def test_what_was_mended_is_kept_though_errors_remain(rustmend: Run, tmp_path: Path) -> None:
    hopeless = "\npub fn lost() -> Nowhere9000 { zzyzx_quux_blorb(41) }\n"
    root = crate(tmp_path / "shop", BROKEN + hopeless)
    done = rustmend("fix", root, "--write", "--json")
    assert done.returncode == 1
    answer = json.loads(done.stdout)
    assert answer["ok"] is False
    assert answer["remaining"]
    assert "total(&prices)" in (root / "src" / "lib.rs").read_text()


def test_check_lists_each_diagnostic_with_its_fix(rustmend: Run, tmp_path: Path) -> None:
    root = crate(tmp_path / "shop", BROKEN)
    done = rustmend("check", root / "Cargo.toml", "--json")
    assert done.returncode == 1
    answer = json.loads(done.stdout)
    [diagnostic] = answer["diagnostics"]
    assert (diagnostic["code"], diagnostic["level"]) == ("E0308", "error")
    assert diagnostic["fixes"][0]["title"]
    clean = rustmend("check", crate(tmp_path / "whole", MENDED, "whole"), "--json")
    assert clean.returncode == 0
    assert json.loads(clean.stdout) == {"ok": True, "diagnostics": []}


def test_a_mend_outside_the_folder_is_a_patch_of_the_workspace(
    rustmend: Run, tmp_path: Path
) -> None:
    members = '[workspace]\nmembers = ["app", "shop"]\nresolver = "3"\n'
    crate(tmp_path / "ws" / "shop", BROKEN)
    app = crate(tmp_path / "ws" / "app", 'pub fn f() -> String {\n    "word"\n}\n', "app")
    (tmp_path / "ws" / "Cargo.toml").write_text(members)
    found = json.loads(rustmend("check", app, "--json").stdout)["diagnostics"]
    fixes = {each["file"]: each["fixes"][0] for each in found}
    # what lies in the folder is named from there, and what does not from where git and patch can go
    heads = {name: fix["diff"].splitlines()[:2] for name, fix in fixes.items()}
    assert heads == {
        "src/lib.rs": ["--- a/src/lib.rs", "+++ b/src/lib.rs"],
        "../shop/src/lib.rs": ["--- a/shop/src/lib.rs", "+++ b/shop/src/lib.rs"],
    }
    assert {name: fix["file"] for name, fix in fixes.items()} == {name: name for name in fixes}
    # a package beside the workspace belongs to it by its path
    alone = crate(tmp_path / "alone", "pub use shop::total;\n", "alone")
    beside = crate(tmp_path / "beside" / "shop", BROKEN)
    with (alone / "Cargo.toml").open("a") as manifest:
        manifest.write('[dependencies]\nshop = { path = "../beside/shop" }\n')
    [found] = json.loads(rustmend("check", alone, "--json").stdout)["diagnostics"]
    assert found["file"] == "../beside/shop/src/lib.rs"
    assert found["fixes"][0]["diff"].startswith("--- a/beside/shop/src/lib.rs\n")
    assert (beside / "src" / "lib.rs").read_text() == BROKEN


def test_what_a_build_script_made_has_the_place_that_rustc_says(
    rustmend: Run, tmp_path: Path
) -> None:
    root = crate(tmp_path / "made", 'include!(concat!(env!("OUT_DIR"), "/made.rs"));\n', "made")
    wrong = "// a line\\npub fn f() -> u8 { true }"
    (root / "build.rs").write_text(
        'fn main() { let out = std::env::var("OUT_DIR").unwrap();'
        f' std::fs::write(format!("{{out}}/made.rs"), "{wrong}").unwrap(); }}'
    )
    [found] = json.loads(rustmend("check", root, "--json").stdout)["diagnostics"]
    assert (found["line"], found["column"]) == (2, 20)


@pytest.mark.parametrize(
    ("library", "line"),
    [
        (MENDED, "0 errors, 0 warnings"),
        (BROKEN, "1 error, 0 warnings, 1 with a verified fix"),
        ("pub fn f() -> Missing { nowhere() }\n", "2 errors, 0 warnings, none with a verified fix"),
    ],
)
def test_check_ends_with_what_was_found(
    rustmend: Run, tmp_path: Path, library: str, line: str
) -> None:
    done = rustmend("check", crate(tmp_path / "shop", library))
    assert done.stdout.splitlines()[-1] == line


@pytest.mark.skipif(sys.platform != "linux", reason="mounts a small disk")
def test_a_full_disk_costs_no_look_up_and_leaves_no_half_file(
    rustmend: Run, small_disk: Path
) -> None:
    done = rustmend("kb", "search", "moved", env={"RUSTMEND_CACHE_PATH": str(small_disk / "c")})
    assert done.returncode == 0, done.stderr
    assert "E0382/" in done.stdout
    (small_disk / "fill").write_bytes(bytes(shutil.disk_usage(small_disk).free))
    done = rustmend("doctor", "--bundle", small_disk / "bundle.zip")
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert [each.name for each in small_disk.iterdir() if "bundle" in each.name] == []


@pytest.mark.skipif(os.name != "posix", reason="POSIX's name for nothing")
def test_what_is_no_file_takes_what_is_written(rustmend: Run) -> None:
    assert rustmend("kb", "export", "/dev/null").returncode == 0
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize(
    "call",
    [
        ["explain", "E9999"],
        ["kb", "search", "zzyzxqux"],
        ["kb", "show", "E0382/nowhere"],
        ["kb", "show", "E0382"],
        ["kb", "forget", "123456789abc"],
        ["kb", "list", "E9999"],
    ],
)
def test_what_is_not_found_is_status_1(rustmend: Run, call: list[str]) -> None:
    done = rustmend(*call)
    assert done.returncode == 1
    assert len((done.stdout + done.stderr).splitlines()) == 1
    if call[0] == "kb":
        done = rustmend(*call, "--json")
        assert done.returncode == 1
        assert json.loads(done.stdout)


@pytest.mark.parametrize(("columns", "under"), [(60, True), (120, False)])
def test_titles_stand_where_the_terminal_leaves_room_for_them(columns: int, under: bool) -> None:
    script = shutil.which("script")
    if script is None or sys.platform != "linux":
        pytest.skip("no `script` that makes a terminal here")
    call = f"stty cols {columns}; {sys.executable} -m rustmend kb list E0502"
    done = subprocess.run(
        [script, "-qec", call, os.devnull],
        env={**os.environ, "TERM": "xterm", "COLUMNS": ""},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    lines = [line.rstrip() for line in re.sub(r"\x1b\[[\d;]*m", "", done.stdout).splitlines()]
    assert max(map(len, lines)) <= columns
    [found] = [at for at, line in enumerate(lines) if "E0502/copy-within-one-buffer" in line]
    assert "`extend_from_within`" in lines[found + under]
    assert lines[found].endswith("buffer") is under


def test_a_wrong_setting_is_named_once_and_its_default_counts(
    rustmend: Run, tmp_path: Path
) -> None:
    wrong = {"RUSTMEND_KB_PATH": str(tmp_path / "nosuch"), "RUSTMEND_VERIFY_JOBS": "many"}
    done = rustmend("kb", "show", "E0382/builder-result-thrown-away", "--json", env=wrong)
    assert json.loads(done.stdout)["code"] == "E0382"
    jobs, kb = sorted(done.stderr.splitlines(), key=lambda line: "kb.path" in line)
    assert jobs.startswith("rustmend: the setting `verify.jobs`")
    assert kb.startswith("rustmend: the setting `kb.path` is wrong: ")
    assert str(tmp_path / "nosuch") in kb
    doctor = json.loads(rustmend("doctor", "--json", env=wrong).stdout)
    assert "`kb.path`" in json.dumps(doctor)


def test_a_single_file_needs_no_package(rustmend: Run, tmp_path: Path) -> None:
    file = tmp_path / "alone.rs"
    file.write_text('fn main() {\n    let name: String = "Ada";\n    println!("{name}");\n}\n')
    done = rustmend("fix", file, "--write", "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)["fixes"][0]["file"] == "alone.rs"
    assert '"Ada".to_string()' in file.read_text()
    assert [each.name for each in tmp_path.glob("*.rs")] == ["alone.rs"]


def test_explain_knows_codes_and_places(rustmend: Run, tmp_path: Path) -> None:
    by_code = rustmend("explain", "E0382")
    assert by_code.returncode == 0
    assert "E0382" in by_code.stdout
    root = crate(tmp_path / "shop", BROKEN)
    at_place = rustmend("explain", f"{root / 'src' / 'lib.rs'}:6")
    assert at_place.returncode == 0, at_place.stderr
    assert "mismatched types" in at_place.stdout
    assert rustmend("explain", f"{root / 'src' / 'lib.rs'}:1").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["fix", "nowhere"], "nowhere"),
        (["fix", "--allow", "everything", "."], "no caution is called 'everything'"),
        (["explain", "what is this"], "neither a code"),
        (["explain", "src/x.rs:11:0"], "count from 1"),
        (["explain", "src/x.rs:0"], "count from 1"),
        (["fix", "--timeout", "nan"], "no number"),
        (["check", "x" * 5000], "name too long"),
        (["check", "empty"], "Cargo.toml"),
        (["check", "bad"], "Cargo.toml:1"),
    ],
)
def test_wrong_input_gets_one_clear_line(
    rustmend: Run, tmp_path: Path, arguments: list[str], says: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "Cargo.toml").write_text("[package\nname=")
    done = rustmend(*arguments)
    assert done.returncode == 2, done.stdout
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_wrong_call_is_json_where_that_was_asked_for(rustmend: Run) -> None:
    done = rustmend("fix", "--json", "--frobnicate")
    assert done.returncode == 2
    assert "--frobnicate" in json.loads(done.stdout)["error"]
    assert "rustmend fix --help" in done.stderr
    assert rustmend("fix", "--help").returncode == 0
    assert rustmend("--version").stdout.startswith("rustmend")


def test_purge_removes_what_is_ours_and_nothing_else(rustmend: Run, tmp_path: Path) -> None:
    rustmend("check", crate(tmp_path / "shop", MENDED))
    strangers = tmp_path / "cache" / "thesis.txt", tmp_path / "journal.sqlite.notes"
    for file in strangers:
        file.write_text("mine")
    assert rustmend("purge", "--yes").returncode == 0
    assert [file.read_text() for file in strangers] == ["mine", "mine"]
    assert sorted(each.name for each in (tmp_path / "cache").iterdir()) == ["thesis.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no modes there")
def test_copies_in_the_temporary_folder_are_ours_alone_and_go(
    rustmend: Run, tmp_path: Path, temporary: Path
) -> None:
    spare = temporary / f"rustmend-{os.getuid()}"
    root = crate(tmp_path / "shop", MENDED)
    env = {"RUSTMEND_CACHE_PATH": str(root / "cache")}
    spare.symlink_to(tmp_path / "cache")
    refused = rustmend("check", root, env=env)
    assert refused.returncode == 2 and f"{spare} is a link or somebody else's" in refused.stderr
    spare.unlink()
    assert rustmend("check", root, env=env).returncode == 0
    assert spare.stat().st_mode & 0o777 == 0o700
    shown = json.loads(rustmend("cache", "show", "--json", env=env).stdout)
    assert [each["workspace"] for each in shown["copies"]] == [str(root)]
    assert rustmend("cache", "clean", env=env).returncode == 0
    assert not list(spare.glob("shadows/*/slot0"))
    assert rustmend("purge", "--yes", env=env).returncode == 0
    assert not spare.exists() and not (root / "cache").exists()


def test_purge_spares_a_file_that_is_no_journal(rustmend: Run, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("dear diary")
    env = {"RUSTMEND_JOURNAL_PATH": str(notes)}
    assert rustmend("purge", "--yes", env=env).returncode == 0
    assert notes.read_text() == "dear diary"


def test_a_refused_write_keeps_the_way_back_of_the_run_before(tmp_path: Path) -> None:
    from rustmend.errors import StaleTextError
    from rustmend.write import UndoLog, write_texts

    file, log = tmp_path / "one.rs", UndoLog(tmp_path / "undo")
    file.write_text("1")
    with log.remembering(tmp_path, {file: b"1"}, {file: b"2"}):
        write_texts({file: b"1"}, {file: b"2"})
    with (
        pytest.raises(StaleTextError),
        log.remembering(tmp_path, {file: b"other"}, {file: b"3"}),
    ):
        write_texts({file: b"other"}, {file: b"3"})
    log.undo(tmp_path)
    assert file.read_text() == "1"


def test_an_old_code_page_gets_what_it_can_show(rustmend: Run, tmp_path: Path) -> None:
    done = rustmend("fix", crate(tmp_path / "shop", BROKEN), env={"PYTHONIOENCODING": "cp1252"})
    assert done.returncode == 0, done.stderr
    assert "no errors left" in done.stdout


def test_without_cargo_it_says_how_to_get_it(rustmend: Run, tmp_path: Path) -> None:
    root = crate(tmp_path / "shop", BROKEN)
    (tmp_path / "bin").mkdir()
    done = rustmend("check", root, "--json", env={"PATH": str(tmp_path / "bin")})
    assert done.returncode == 2
    assert "rustup.rs" in json.loads(done.stdout)["error"]
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="a stand-in for rustc is a script")
def test_a_toolchain_that_is_too_old_is_said(rustmend: Run, tmp_path: Path) -> None:
    root = crate(tmp_path / "shop", BROKEN)
    old = tmp_path / "bin" / "rustc"
    old.parent.mkdir()
    old.write_text("#!/bin/sh\necho 'rustc 1.73.0 (cc66ad468 2023-10-03)'\n")
    old.chmod(0o755)
    environment = {"PATH": f"{old.parent}{os.pathsep}{os.environ['PATH']}"}
    done = rustmend("check", root, env=environment)
    assert done.returncode == 2
    assert "rustmend needs Rust 1.74 or newer" in done.stderr
    findings = json.loads(rustmend("doctor", "--json", env=environment).stdout)["findings"]
    [found] = [each for each in findings if each["name"] == "rustc"]
    assert (found["ok"], found["remedy"]) == (False, "rustup update")


def test_output_that_nobody_takes_is_said_in_one_line(rustmend: Run, tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    for call in (["--help"], ["kb", "--help"], ["kb", "list"]):
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "rustmend", *call],
                stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            )  # fmt: skip
        assert done.returncode == 2, call
        assert done.stderr == "rustmend: cannot write the output: No space left on device\n"


def test_the_demo_comes_to_its_end_or_says_why_not(rustmend: Run, tmp_path: Path) -> None:
    done = rustmend("demo")
    assert done.returncode == 0, done.stderr
    assert "no errors left: cargo check agrees." in done.stdout
    (tmp_path / "bin").mkdir()
    done = rustmend("demo", env={"PATH": str(tmp_path / "bin")})
    assert done.returncode == 2
    assert "no errors left" not in done.stdout
    assert "rustup.rs" in done.stderr
    # the server has nothing to offer, and is ended all the same
    done = rustmend("demo", env={"RUSTMEND_VERIFY_MAX_CANDIDATES": "1"})
    assert done.returncode == 2
    assert "no verified fix was offered" in done.stderr


def test_doctor_runs_the_tools_it_reports(rustmend: Run, tmp_path: Path) -> None:
    fake = tmp_path / "bin" / "rust-analyzer"
    fake.parent.mkdir()
    fake.write_text("#!/bin/sh\necho 'error: not installed' >&2\nexit 1\n")
    fake.chmod(0o755)
    done = rustmend("doctor", "--json", env={"PATH": f"{fake.parent}:{os.environ['PATH']}"})
    assert done.returncode == 0, done.stdout
    findings = {each["name"]: each for each in json.loads(done.stdout)["findings"]}
    assert findings["cargo"]["ok"] is True
    assert findings["rust-analyzer"]["ok"] is None
    assert "not installed" in findings["rust-analyzer"]["detail"]
    assert findings["rust-analyzer"]["remedy"]


def test_the_caches_use_is_shown_and_cleaned(rustmend: Run, tmp_path: Path) -> None:
    rustmend("check", crate(tmp_path / "shop", BROKEN))
    shown = json.loads(rustmend("cache", "show", "--json").stdout)
    assert shown["bytes"] > 0
    assert rustmend("cache", "clean").returncode == 0
    assert json.loads(rustmend("cache", "show", "--json").stdout)["bytes"] == 0
    assert rustmend("purge", "--yes").returncode == 0
    assert not (tmp_path / "cache").exists()


def test_a_file_that_changes_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    from rustmend.errors import StaleTextError
    from rustmend.write import write_texts

    one, two = tmp_path / "one.rs", tmp_path / "two.rs"
    one.write_text("1")
    two.write_text("changed")
    with pytest.raises(StaleTextError):
        write_texts({one: b"1", two: b"2"}, {one: b"x", two: b"y"})
    assert (one.read_text(), two.read_text()) == ("1", "changed")


def test_all_files_are_written_or_none(tmp_path: Path) -> None:
    from rustmend.write import WriteError, write_texts

    one, two = tmp_path / "one.rs", tmp_path / "locked" / "two.rs"
    two.parent.mkdir()
    one.write_text("1")
    two.write_text("2")
    after = {one: b"x", two.parent / "missing" / "three.rs": b"y"}
    with pytest.raises(WriteError):
        write_texts({one: b"1"}, after)
    assert one.read_text() == "1"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["locked", "one.rs"]


@pytest.mark.parametrize("command", ["check", "fix"])
def test_untrusted_workspace_is_refused_in_one_line(rustmend, tmp_path, command):
    root = crate(tmp_path / "shop", BROKEN)
    (root / "rustmend.toml").write_text("trusted = false\n")
    for where, env in ((root, {}), (root, {"RUSTMEND_TRUSTED": "perhaps"})):
        done = rustmend(command, where, env={**env, "PATH": "/nowhere"})
        assert done.returncode != 0
        [line] = done.stderr.splitlines()
        assert "not trusted" in line
        assert "`trusted`" in line


def test_a_full_disk_is_said_in_one_line(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "rustmend", "kb", "list", "--json"],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("rustmend: cannot write the output")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("group", [[], ["kb"], ["cache"]])
def test_a_command_is_asked_for_in_one_line(group: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rustmend", *group], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
