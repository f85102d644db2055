"""The curated migrations: each can be read, and each change can be made."""

import re
import tomllib
from pathlib import Path

import pytest
from ast_grep_py import SgRoot

from rustmend.knowledge.entries import find_kb
from rustmend.knowledge.pattern import METAVARIABLE
from rustmend.propose.migrations import Migration, load_migrations

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
        assert set(METAVARIABLE.findall(change.new)) <= set(METAVARIABLE.findall(change.old))
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
