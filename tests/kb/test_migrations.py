"""The curated migrations: each can be read, and each change can be made."""

import re
import tomllib
from itertools import islice
from pathlib import Path

import pytest
from ast_grep_py import SgRoot

from rustmend.domain import Diagnostic, Label, Level, Snapshot, Span
from rustmend.knowledge.entries import find_kb
from rustmend.knowledge.pattern import METAVARIABLE
from rustmend.propose.context import Context
from rustmend.propose.migrations import Change, Migration, Migrations, load_migrations
from rustmend.sources import Sources
from workspaces import package, workspace

KB = find_kb(None)
MIGRATIONS = load_migrations(KB)


def test_every_file_is_read() -> None:
    declared = sum(
        len(tomllib.loads(file.read_text())["migration"])
        for file in (KB / "migrations").glob("*.toml")
    )
    assert declared == len(MIGRATIONS) > 20


@pytest.mark.parametrize("migration", MIGRATIONS, ids=lambda one: f"{one.crate}-{one.since}")
def test_every_change_can_be_made(migration: Migration) -> None:
    for change in migration.change:
        assert bool(change.old) != bool(change.regex)
        if change.regex:
            re.compile(change.regex)
            continue
        told = METAVARIABLE.findall(change.new)
        assert set(told) <= set(METAVARIABLE.findall(change.old))
        assert len(told) == len(set(told)), "what was called once would be called twice"
        sample = METAVARIABLE.sub("sample", change.old)
        made = METAVARIABLE.sub("sample", change.new)
        assert SgRoot(sample, "rust").root().find(pattern=change.old) is not None, change.old
        assert made != sample


def test_a_broken_file_takes_no_other_away(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "migrations").mkdir()
    (tmp_path / "migrations/a.toml").write_text("[[migration]]\nsince = 1\n")
    (tmp_path / "migrations/b.toml").write_text(
        '[[migration]]\nsince = "2"\n[[migration.change]]\nold = "$A.x()"\nnew = "$A.y()"\n'
    )
    assert [one.crate for one in load_migrations(tmp_path)] == ["b"]
    assert "a.toml" in caplog.text


def changed(
    root: Path, packages: dict[str, dict[str, str]], change: str, *, first: bool = False
) -> set[tuple[Path, int]]:
    """Return the files and bytes where changes of the crate ``it`` would be made.

    Those of the ``first`` candidate, or of all. ``packages`` are files by folder; the error is
    all over the first package's ``src/lib.rs``.
    """
    found = []
    for name, texts in packages.items():
        for file, text in texts.items():
            (root / name / file).parent.mkdir(parents=True, exist_ok=True)
            (root / name / file).write_text(text)
        found.append(package(root / name, name=name))
    near = root / next(iter(packages)) / "src/lib.rs"
    everywhere = Label(Span(near, 0, near.stat().st_size), "", True)
    error = Diagnostic("E0599", Level.ERROR, "it has moved", (everywhere,))
    context = Context(workspace(root, *found), Sources(Snapshot()), (error,))
    toml = tomllib.loads(change)
    migration = Migration("it", "2", tuple(Change(**one) for one in toml["change"]))
    return {
        (edit.span.file, edit.span.start)
        for candidate in islice(
            Migrations([migration]).propose(error, context), 1 if first else None
        )
        for edit in candidate.edits
    }


MANIFEST = '[package]\nname = "{}"\n[dependencies]\nit = "{}"\n'
RENAME = "[[change]]\nregex = 'old_name'\nnew = 'changed'\n"


def test_words_in_comments_and_literals_stay(tmp_path: Path) -> None:
    code = """\
//! old_name
/* old_name */ // old_name
/// old_name
#[doc = "old_name"]
pub fn a() -> [&'static str; 2] {
    println!("old_name {}", it::old_name());
    ["old_name", r#"old_name"#]
}
// old_name"""
    texts = {"src/lib.rs": code, "Cargo.toml": MANIFEST.format("a", "2.1")}
    assert changed(tmp_path, {"a": texts}, RENAME) == {
        (tmp_path / "a/src/lib.rs", code.index("it::") + 4)
    }


def test_a_literal_as_a_whole_may_change(tmp_path: Path) -> None:
    texts = {"src/lib.rs": 'fn a() { b().short("v"); }', "Cargo.toml": MANIFEST.format("a", "2")}
    rule = "[[change]]\nregex = '\\.short\\(\"(\\w)\"\\)'\nnew = \".short('\\\\1')\"\n"
    start = texts["src/lib.rs"].index('"v"')
    assert changed(tmp_path, {"a": texts}, rule) == {(tmp_path / "a/src/lib.rs", start)}


def test_of_two_changes_at_a_place_the_first_is_made_and_elsewhere_both(tmp_path: Path) -> None:
    code = "fn a() { pair(old(1), 2); old(3); }"
    texts = {"src/lib.rs": code, "Cargo.toml": MANIFEST.format("a", "2")}
    pair = "[[change]]\nold = 'pair(old($A), $B)'\nnew = 'both($A, $B)'\n"
    alone = "[[change]]\nregex = '\\bold\\('\nnew = 'new('\n"
    starts = {code.index("pair"), code.index("old(3")}
    made = changed(tmp_path, {"a": texts}, pair + alone, first=True)
    assert made == {(tmp_path / "a/src/lib.rs", start) for start in starts}


def test_another_package_keeps_what_its_own_version_wants(tmp_path: Path) -> None:
    packages = {
        name: {"src/lib.rs": "fn a() { old_name() }", "Cargo.toml": MANIFEST.format(name, version)}
        for name, version in (("a", "2"), ("a/inner", "1"), ("b", "1"))
    }
    assert {file for file, _ in changed(tmp_path, packages, RENAME)} == {tmp_path / "a/src/lib.rs"}


@pytest.mark.parametrize(
    ("asked", "locked", "until", "wanted"),
    [
        ("2", ["it 2.4.0"], "", True),
        ("1", ["it 1.9.9", "it 2.4.0"], "", False),
        ("2", ["it 2.4.0", "it 1.9.9"], "", True),
        (">=1, <3", ["it 2.4.0"], "", True),
        ("2", ["it 2.4.0"], "2.4", False),
        ("2", ["it 2.3.9"], "2.4", True),
        ("1.5", [], "", False),
    ],
)
def test_the_version_that_the_package_gets_counts(
    tmp_path: Path, asked: str, locked: list[str], until: str, wanted: bool
) -> None:
    versions = [one.split()[1] for one in locked]
    lock = "".join(f'[[package]]\nname = "it"\nversion = "{each}"\n' for each in versions)
    # cargo tells the version only where there are several; the first is the package's own
    mine = locked[:1] if len(locked) > 1 else ["it"]
    lock += f'[[package]]\nname = "a"\nversion = "0.1.0"\ndependencies = {mine}\n'
    (tmp_path / "Cargo.lock").write_text(lock)
    texts = {"src/lib.rs": "fn a() { old_name() }", "Cargo.toml": MANIFEST.format("a", asked)}
    rule = RENAME + (f'until = "{until}"\n' if until else "")
    assert bool(changed(tmp_path, {"a": texts}, rule)) is wanted
