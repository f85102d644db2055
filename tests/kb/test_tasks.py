"""Every curated task builds and passes its tests, and what does not is told."""

import asyncio
import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from rustmend.config import load
from rustmend.knowledge.draft import free_slug, start_entry, start_task
from rustmend.knowledge.engines import MemoryEngine
from rustmend.knowledge.entries import Problem, find_kb, read
from rustmend.knowledge.prove import Compiler
from rustmend.knowledge.tasks import load_tasks, read_tasks
from rustmend.knowledge.trial import try_tasks
from rustmend.wiring import Knowledge

CACHE = Path(platformdirs.user_cache_dir("rustmend", appauthor=False)) / "kb" / "tasks"
KB = find_kb()
# slug and a question in other words than the task's own
QUESTIONS = Path(__file__).parents[1] / "data" / "questions.txt"

WORDS = """\
title = "Double a number"
questions = ["how do I double a number", "twice as much"]
notes = "Multiply by two."
traps = ["It may overflow."]
topics = ["numbers"]
checked_with = "{release}"
"""
MANIFEST = """\
[package]
name = "double"
version = "0.1.0"
edition = "2024"
publish = false
"""
LIBRARY = """\
pub fn double(number: u32) -> u32 {
    number * 2
}

#[cfg(test)]
mod tests {
    #[test]
    fn two_becomes_four() {
        assert_eq!(super::double(2), 4);
    }
}
"""


def test_every_task_is_read() -> None:
    tasks, problems = read_tasks(KB)
    assert problems == ()
    assert tasks


@pytest.mark.registry
@pytest.mark.timeout(1800)  # from nothing, with all dependencies
def test_every_task_builds_and_passes() -> None:
    found = run(KB, cache=CACHE, jobs=os.cpu_count() or 1)
    said = "\n\n".join(f"{one.entry}: {one.message}" for one in found if not one.report)
    assert not said, f"`rustmend kb check tasks` shows them too\n\n{said}"


@pytest.mark.skipif(not shutil.which("rustfmt"), reason="wants rustfmt (rustup component add it)")
def test_every_task_is_formatted() -> None:
    files = [task.folder / name for task in load_tasks(KB) for name in task.files()]
    sources = [file for file in files if file.suffix == ".rs"]
    done = subprocess.run(
        ["rustfmt", "--check", "--edition", "2024", "-l", *sources],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_same_dependency_is_the_same_everywhere() -> None:
    import tomllib

    wanted: dict[str, set[str]] = {}
    for task in load_tasks(KB):
        manifest = tomllib.loads(task.files()["Cargo.toml"])
        for kind in ("dependencies", "dev-dependencies"):
            for name, how in manifest.get(kind, {}).items():
                wanted.setdefault(name, set()).add(json.dumps(how, sort_keys=True))
    assert {name: hows for name, hows in wanted.items() if len(hows) > 1} == {}


def test_a_task_that_holds_has_no_problems(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"task.toml": None}, "task.toml: No such file"),
        ({"task.toml": "title ="}, "task.toml: Invalid value"),
        (
            {"task.toml": WORDS + "colour = 1\n"},
            "task.toml: Object contains unknown field `colour`",
        ),
        ({"task.toml": WORDS.replace('"Multiply by two."', '" "')}, "task.toml: `notes` is empty"),
        ({"task.toml": WORDS.replace(', "twice as much"', "")}, "`questions` needs at least two"),
        ({"task.toml": WORDS.replace('"It may overflow."', "")}, "task.toml: `traps` is empty"),
        ({"Cargo.toml": None}, "Cargo.toml: No such file"),
        (
            {"Cargo.toml": MANIFEST.replace("double", "triple")},
            "is not the folder's name, 'double'",
        ),
        ({"Cargo.toml": MANIFEST.replace("publish", "#")}, "`publish = false` is missing"),
        (
            {"Cargo.toml": MANIFEST + "[dependencies]\nlog = '0.4'\n"},
            'pin `log` exactly, such as "=',
        ),
        (
            {"Cargo.toml": MANIFEST + "[dependencies]\nlog = {version = '=0.4.0', git = 'x'}\n"},
            "`log` does not come from the registry",
        ),
        ({"src/lib.rs": LIBRARY.replace("#[test]", "")}, "it has no test"),
    ],
)
def test_what_is_wrong_with_the_files_is_told(
    tmp_path: Path, changes: dict[str, str | None], expected: str
) -> None:
    write_task(tmp_path, **changes)
    tasks, found = read_tasks(tmp_path)
    assert tasks == ()
    assert any(expected in problem.message for problem in found), found


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"src/lib.rs": LIBRARY.replace("number * 2", "number * 3")}, "its tests fail:"),
        ({"src/lib.rs": "fn unused() {}\n\n" + LIBRARY}, "warning[dead_code]: function `unused`"),
        (
            {"src/lib.rs": "pub fn clumsy() -> u8 {\n    return 1;\n}\n\n" + LIBRARY},
            "warning[clippy::needless_return]",
        ),
        ({"src/lib.rs": LIBRARY.replace("2\n", "two\n")}, "error[E0425]: cannot find value `two`"),
        ({"src/lib.rs": LIBRARY.replace("#[test]", "#[test]\n#[ignore]")}, "no test was run"),
        ({"tests/whole.rs": '#[test]\nfn it_fails() { panic!("on purpose") }\n'}, "on purpose"),
    ],
)
def test_what_is_wrong_with_a_package_is_told(
    tmp_path: Path, changes: dict[str, str], expected: str
) -> None:
    found = problems(tmp_path, **changes)
    assert len(found) == 1 and expected in found[0], found


def test_a_bad_task_does_not_stop_the_others(tmp_path: Path) -> None:
    write_task(tmp_path)
    write_task(tmp_path, "broken", **{"src/lib.rs": LIBRARY.replace("-> u32", "-> u8")})
    write_task(tmp_path, "unreadable", **{"Cargo.toml": "?"})
    assert [problem.entry for problem in read_tasks(tmp_path)[1]] == ["tasks/unreadable"]
    (found,) = run(tmp_path, cache=tmp_path / "cache")
    assert (found.entry, found.report) == ("tasks/broken", False)
    assert found.message.startswith("error[E0308]: mismatched types (broken/src/lib.rs:2)")


def test_a_dependency_that_cannot_be_had_spares_the_tasks_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARGO_NET_OFFLINE", "true")
    monkeypatch.setenv("CARGO_HOME", str(tmp_path / "empty"))
    write_task(tmp_path)
    write_task(tmp_path, "needy", **{"Cargo.toml": MANIFEST + "[dependencies]\nlog = '=0.4.27'\n"})
    (found,) = run(tmp_path, cache=tmp_path / "cache")
    assert found.entry == "tasks/needy"
    assert found.message.startswith("the dependencies cannot be fetched: no matching package named")


def test_another_toolchain_gives_a_report(tmp_path: Path) -> None:
    write_task(tmp_path, release="1.0.0", **{"src/lib.rs": "fn unused() {}\n\n" + LIBRARY})
    (found,) = run(tmp_path, cache=tmp_path / "cache")
    assert found.report and "disagrees, 1.0.0 agreed: warning[dead_code]" in found.message


def test_what_passed_once_is_not_built_again_and_what_failed_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cargo = shutil.which("cargo")
    (tmp_path / "bin").mkdir()
    counting = tmp_path / "bin" / "cargo"
    counting.write_text(f'#!/bin/sh\necho "$1" >> {tmp_path}/calls\nexec {cargo} "$@"\n')
    counting.chmod(0o755)
    monkeypatch.setenv("PATH", str(counting.parent), prepend=os.pathsep)

    def tests() -> int:
        before = (tmp_path / "calls").read_text() if (tmp_path / "calls").exists() else ""
        run(tmp_path / "kb", cache=tmp_path / "cache")
        return (tmp_path / "calls").read_text()[len(before) :].split().count("test")

    write_task(tmp_path / "kb")
    wrong = LIBRARY.replace("number * 2", "number * 3")
    write_task(tmp_path / "kb", "wrong", **{"src/lib.rs": wrong})
    assert [tests(), tests()] == [2, 1]
    (tmp_path / "kb" / "tasks" / "wrong" / "src" / "lib.rs").write_text(LIBRARY)
    assert [tests(), tests()] == [1, 0]


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_a_knowledge_base_that_cannot_be_written_to_is_tested_and_left_alone(
    tmp_path: Path,
) -> None:
    folder = write_task(tmp_path / "kb")
    before = sorted(folder.rglob("*"))
    for each in [*before, folder]:
        each.chmod(stat.S_IMODE(each.stat().st_mode) & ~0o222)
    try:
        assert run(tmp_path / "kb", cache=tmp_path / "cache") == []
        assert sorted(folder.rglob("*")) == before
    finally:
        for each in [folder, *before]:
            each.chmod(stat.S_IMODE(each.stat().st_mode) | 0o200)


def test_what_cargo_leaves_in_place_belongs_to_no_task(tmp_path: Path) -> None:
    folder = write_task(
        tmp_path, **{"Cargo.lock": "x", "target/debug/x.rs": "x", "data/x.csv": "x"}
    )
    (task,) = load_tasks(tmp_path)
    assert list(task.files()) == ["Cargo.toml", "data/x.csv", "src/lib.rs"]
    assert task.folder == folder and task.slug == "double"


def test_tasks_are_found_by_questions_that_they_do_not_hold(tmp_path: Path) -> None:
    settings, _ = load({"cache.path": str(tmp_path)}, workspace=tmp_path)
    known = Knowledge(settings)
    asked = [line.split(": ", 1) for line in QUESTIONS.read_text().splitlines()]
    assert len(asked) >= 100
    places: dict[str, int] = {}
    for slug, question in asked:
        found = [task.slug for task in known.similar_tasks(question, 3)]
        places[f"{slug}: {question}"] = found.index(slug) if slug in found else 99
    later = [question for question, place in places.items() if place > 0]
    assert len(later) <= 0.20 * len(asked), later
    missed = [question for question, place in places.items() if place > 2]
    assert len(missed) <= 0.05 * len(asked), missed


def test_each_task_is_found_first_by_its_own_questions(tmp_path: Path) -> None:
    from rustmend.knowledge.index import Document, Index, task_prose

    tasks = load_tasks(KB)
    index: Index[str] = Index(MemoryEngine())
    index.add(Document(task.id, prose=task_prose(task)) for task in tasks)
    missed = [
        f"{question}: {first}"
        for task in tasks
        for question in task.questions
        if (first := index.search(question, 1)[0].item) != task.id
    ]
    index.close()
    asked = sum(len(task.questions) for task in tasks)
    assert len(missed) <= 0.02 * asked, missed


def test_a_new_entry_and_a_new_task_say_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "errors").mkdir()
    for code, folder in (
        ("E0382", "errors/E0382/sent-then-logged"),
        ("none", "errors/none/sent-then-logged"),
        ("clippy::needless_return", "lints/needless_return/sent-then-logged"),
    ):
        assert start_entry(tmp_path, code, "sent-then-logged", "1.95.0") == tmp_path / folder
    start_task(tmp_path, "read-lines", "1.95.0")
    said = [problem.message for problem in (*read(tmp_path)[1], *read_tasks(tmp_path)[1])]
    assert said.count("entry.toml: `title` is empty") == 3
    assert "entry.toml: `search` is empty: name the words that people type" in said
    assert "task.toml: `questions` needs at least two, as people ask them" in said
    assert not any("Invalid" in each or "unknown" in each for each in said)


def test_a_filled_draft_holds(tmp_path: Path) -> None:
    release = asyncio.run(Compiler.start(1, None)).release
    folder = start_task(tmp_path, "double", release)
    words = (folder / "task.toml").read_text()
    for key in ("questions", "traps", "topics"):
        words = words.replace(f"{key} = []", f'{key} = ["one", "two"]')
    words = words.replace('title = ""', 'title = "Double"').replace('"""\n"""', '"""\nSo.\n"""')
    (folder / "task.toml").write_text(words)
    library = (folder / "src" / "lib.rs").read_text()
    (folder / "src" / "lib.rs").write_text(library.replace('todo!("the task")', "42"))
    assert read_tasks(tmp_path)[1] == ()
    assert run(tmp_path, cache=tmp_path / "cache") == []


def test_nothing_is_overwritten_and_no_name_leads_elsewhere(tmp_path: Path) -> None:
    kb = tmp_path / "kb"
    (kb / "errors").mkdir(parents=True)
    first = new(kb, "E0382")
    assert first.returncode == 0, first.stderr
    (kb / "errors" / "E0382" / "draft" / "broken.rs").write_text("mine")
    assert free_slug(kb, "E0382") == "draft-2"
    for arguments, words in (
        (("E0382", "draft"), "is there already: choose another slug"),
        (("E0382", "../up"), "'../up' is no slug"),
        (("E382",), "'E382' is no code"),
        (("--task", "Read Lines"), "'Read Lines' is no slug"),
        (("--task", "read-lines", "more"), "a task has a slug and no code"),
    ):
        done = new(kb, *arguments)
        assert done.returncode == 2 and words in done.stderr, done.stderr
    assert (kb / "errors" / "E0382" / "draft" / "broken.rs").read_text() == "mine"
    assert [folder.name for folder in kb.rglob("*") if folder.is_dir()] == [
        "errors", "E0382", "draft",
    ]  # fmt: skip


def new(kb: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rustmend", "kb", "new", *arguments],
        env={**os.environ, "RUSTMEND_KB_PATH": str(kb)},
        cwd=kb, capture_output=True, text=True, check=False,
    )  # fmt: skip


def problems(kb: Path, **changes: str) -> list[str]:
    """Return what is wrong with the package of this module after ``changes`` to its files."""
    write_task(kb, **changes)
    return [problem.message for problem in run(kb, cache=kb / "cache")]


def run(kb: Path, *, cache: Path, jobs: int = 2) -> list[Problem]:
    return asyncio.run(try_tasks(load_tasks(kb), cache=cache, jobs=jobs))


def write_task(
    kb: Path, slug: str = "double", *, release: str | None = None, **files: str | None
) -> Path:
    folder = kb / "tasks" / slug
    release = release or asyncio.run(Compiler.start(1, None)).release
    texts: dict[str, str | None] = {
        "task.toml": WORDS, "Cargo.toml": MANIFEST, "src/lib.rs": LIBRARY, **files,
    }  # fmt: skip
    for name, text in texts.items():
        if text is not None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            text = text.replace("{release}", release)
            if slug != "double":
                text = text.replace('"double"', f'"{slug}"')
            (folder / name).write_text(text)
    return folder
