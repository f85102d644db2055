"""What leaves holds nothing private, and what comes in counts once it compiled."""

import json
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from rustmend.cargo.messages import parse_line
from rustmend.domain import (
    Candidate,
    Diagnostic,
    Fix,
    Label,
    Level,
    Note,
    Origin,
    Snapshot,
    Span,
    TextEdit,
    Verdict,
)
from rustmend.knowledge import schema
from rustmend.knowledge.exchange import Imported, Refused, lines, prove, read
from rustmend.knowledge.journal import Journal, JournalError
from rustmend.knowledge.pastfix import Hunk, PastFix, content_id, encode, past_fix, shareable
from rustmend.knowledge.prove import Compiler
from rustmend.knowledge.schema import MIGRATIONS, fixes_of
from rustmend.redact import mask
from rustmend.sources import Sources
from rustmend.write import WriteError, write_whole

PRIVATE = """\
// written by jane.doe@corp.io, see /home/jane/secret-project/notes.txt
const API_KEY: &str = "sk-live-abcdefghij1234567890";
fn connect() {
    let password = "hunter2_is_mine";
    let home = "/home/jane/secret-project/data";
    let text = String::from("a");
    drop(text);
    use_it(API_KEY, password, home, &text);
}
fn use_it(_: &str, _: &str, _: &str, _: &str) {}
"""
SECRETS = ("jane", "corp.io", "secret-project", "hunter2", "abcdefghij", "billing")
MOVED = "fn f() { let a = String::new(); drop(a); drop(a); }"
CLONED = "fn f() { let a = String::new(); drop(a.clone()); drop(a); }"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('let k = "sk-live-abcdefghij123456";', 'let k = "xx-xxxx-xxxxxxxxxxxxxxxx";'),
        ('password: "hunter2é!"', 'password: "xxxxxxxxx!"'),
        ("// by jane.doe@corp.io", "// by xxxx.xxx@xxxx.xx"),
        ("at /home/jane/x.rs:3:4", "at /xxxx/xxxx/x.xx:3:4"),
        (r"in C:\Users\jane\x.rs", r"in x:\xxxxx\xxxx\x.xx"),
        ('#[path = "../jane/x.rs"]', '#[path = "../xxxx/x.xx"]'),
        ("/ws/deep/er.rs is", "/xx/xxxx/xx.xx is"),
        ("postgres://bob:pw12345@host", "postgres://xxx:xxxxxxx@host"),
        ("a / b / c == d // e", "a / b / c == d // e"),
        ("expected `&str`, found `String`", "expected `&str`, found `String`"),
        ('println!("total: {}/{}", done, all);', 'println!("total: {}/{}", done, all);'),
    ],
)
def test_what_is_private_is_crossed_out_byte_for_byte(text: str, expected: str) -> None:
    found = mask(text, root="/ws")
    assert found == expected
    assert len(found.encode()) == len(text.encode())
    assert mask(found, root="/ws") == found


def test_nothing_private_leaves_and_offsets_still_hold() -> None:
    fix = private()
    shared = shareable(fix)
    text = encode(shared).decode()
    assert all(secret in encode(fix).decode() for secret in SECRETS)
    assert not [secret for secret in SECRETS if secret in text]
    (hunk,), (before,) = shared.hunks, fix.hunks
    assert len(hunk.before.encode()) == len(before.before.encode())
    assert "use_it(API_KEY, password, home, &text)" in hunk.before, "code stays"
    assert hunk.edits[0][:2] == before.edits[0][:2]
    assert hunk.file == "file1.rs" and shared.diagnostic.labels[0].span.file == Path("file1.rs")
    assert shared.workspace == shared.recorded == shared.diagnostic.rendered == ""
    assert shareable(shared) == shared, "twice is once"


def test_the_same_fix_of_two_people_is_one_line() -> None:
    mine = private()
    theirs = replace(private(Path("/elsewhere")), recorded="2026-01-02", change=7)
    assert mine.id != theirs.id
    assert len(lines([mine, theirs])) == 1
    assert lines([mine]) == lines([theirs])


def test_an_export_comes_back_and_is_stable(tmp_path: Path) -> None:
    file = tmp_path / "export.jsonl"
    fixes = [private(), simple(MOVED, CLONED), simple(MOVED.replace("f()", "g()"), CLONED)]
    write_whole(file, b"".join(lines(fixes)))
    first = file.read_bytes()
    assert [each["id"] for each in map(json.loads, first.splitlines())] == sorted(
        shareable(fix).id for fix in fixes
    )
    back = read(file)
    assert [line.number for line in back] == [1, 2, 3]
    write_whole(file, b"".join(lines([line.fix for line in reversed(back)])))
    assert file.read_bytes() == first
    assert [each.name for each in tmp_path.iterdir()] == ["export.jsonl"], "nothing half-written"


def test_an_export_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(WriteError, match="cannot write"):
        write_whole(tmp_path / "out", b"{}\n")
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_an_import_says_which_line_is_wrong(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    with pytest.raises(JournalError, match="cannot read"):
        read(file)
    for bad in (b"{}", b"null", b"\xff\xfe", b'{"id": 1}', b"[" * 100_000):
        file.write_bytes(b"".join(lines([private()])) + b"\n" + bad + b"\n")
        with pytest.raises(JournalError, match=r"x\.jsonl:3: not a line of an export"):
            read(file)
    with pytest.raises(WriteError, match="cannot write"):
        write_whole(tmp_path / "no" / "folder.jsonl", b"")


def test_an_id_that_lies_is_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    lie = replace(simple(MOVED, CLONED), id="0" * 24)
    file.write_bytes(encode(lie) + b"\n")
    (line,) = read(file)
    assert line.fix.id == content_id(line.fix) != lie.id and line.named == (lie.id,)


async def test_an_import_is_compiled_before_it_counts() -> None:
    needs_more = "fn g(o: Order) { take(o); take(o); }"
    fixes = [
        simple(MOVED, CLONED),
        simple(MOVED, MOVED.replace("drop(a); drop(a)", "drop(b); drop(a)")),
        simple(needs_more, needs_more.replace("take(o);", "take(o.clone());", 1)),
        simple("fn h() {}", "fn h() { }"),
        replace(simple(MOVED, CLONED), hunks=()),
    ]
    compiler = await Compiler.start(2, None)
    taken, refused = await prove(list(enumerate(fixes, 1)), compiler, parse)
    assert taken == [
        Imported(1, fixes[0], True),
        Imported(3, fixes[2], False),
        Imported(4, fixes[3], False),
    ]
    assert [each.line for each in refused] == [2, 5]
    assert refused[0].reason.startswith("its mend does not compile: cannot find value `b`")
    assert refused[1] == Refused(5, "it changes nothing")


async def test_lines_that_are_whole_items_stand_on_their_own_too() -> None:
    item = "fn g() -> usize { let a = String::new(); take(a); a.len() }"
    helper = "\nfn take(_: String) {}\n"
    fix = simple(item, item.replace("take(a)", "take(a.clone())"))
    (hunk,) = fix.hunks
    wider = replace(hunk, before=hunk.before + helper, after=hunk.after + helper)
    compiler = await Compiler.start(2, None)
    taken, _ = await prove([(1, fix), (2, replace(fix, hunks=(wider,)))], compiler, parse)
    assert [each.compiled for each in taken] == [False, True]


async def test_a_lint_is_proven_by_clippy() -> None:
    before = "pub fn f(x: bool) -> bool { return x; }"
    code = "clippy::needless_return"
    compiler = await Compiler.start(2, None)
    good = simple(before, before.replace("return x;", "x"), code, Level.WARNING)
    bad = simple(before, before.replace("return x;", "return !x;"), code, Level.WARNING)
    taken, refused = await prove([(1, good), (2, bad)], compiler, parse)
    assert taken == [Imported(1, good, True)] and [each.line for each in refused] == [2]


def test_rows_of_the_first_schema_are_brought_along(tmp_path: Path) -> None:
    fix = private()
    with sqlite3.connect(tmp_path / "j") as db:
        for statement in MIGRATIONS[0].split(";"):
            db.execute(statement)
        db.execute(
            "INSERT INTO fixes (id, recorded, workspace, toolchain, code, signature, normaliser,"
            " diagnostic, hunks, title, origin, source) VALUES (?, '2026', ?, ?, ?, 'old', 0, ?, ?,"
            " ?, ?, ?)",
            (
                *(fix.id, fix.workspace, fix.toolchain, fix.code, encode(fix.diagnostic).decode()),
                *(encode(fix.hunks).decode(), fix.title, fix.origin, fix.source),
            ),
        )
        db.execute("PRAGMA user_version = 1")
    db.close()
    journal = Journal(tmp_path / "j")
    (kept,) = journal.list()
    assert kept == replace(fix, recorded="2026", change=1)
    assert journal.known([shareable(fix).id])[0], "it is known by the id that exports use"
    with sqlite3.connect(tmp_path / "j") as db:
        assert db.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
        (said,) = db.execute("SELECT said FROM fixes").fetchone()
        assert "borrow of moved value" in json.loads(said)[0]
        db.row_factory = sqlite3.Row
        assert list(fixes_of([])) == []
    db.close()
    journal.close()


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "j") as db:
        for statement in MIGRATIONS[0].split(";"):
            db.execute(statement)
        db.execute("CREATE TABLE vectors (x)")  # in the way of the next version
        db.execute("PRAGMA user_version = 1")
    db.close()
    journal = Journal(tmp_path / "j")
    assert journal.list() == () and "vectors" in journal.failure
    with sqlite3.connect(tmp_path / "j") as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
        columns = [row[1] for row in db.execute("PRAGMA table_info(fixes)")]
        assert "said" not in columns
    db.close()


def test_the_command_line_exports_imports_and_forgets(tmp_path: Path) -> None:
    mine = Journal(tmp_path / "mine.sqlite3")
    secret, plain = private(), simple(MOVED, CLONED)
    assert mine.record(secret) and mine.record(plain)
    file = tmp_path / "out.jsonl"

    status, shown = kb(mine.path, "export", "--dry-run")
    assert status == 0 and not file.exists()
    assert kb(mine.path, "export", str(file))[0] == 0
    assert shown.encode() == file.read_bytes(), "a dry run shows exactly what would leave"

    theirs = Journal(tmp_path / "theirs.sqlite3")
    status, report = kb(theirs.path, "import", str(file), "--json")
    told = json.loads(report)
    assert (status, told["added"], told["compiled"], told["unproven"]) == (0, 2, 1, 1)
    assert json.loads(kb(theirs.path, "import", str(file), "--json")[1])["known"] == 2
    assert len(theirs.list()) == 1 and len(theirs.list(unproven=True)) == 2

    status, gone = kb(mine.path, "forget", secret.id[:10], "--json")
    assert status == 0 and json.loads(gone)["forgotten"] == secret.id
    assert kb(mine.path, "forget", secret.id)[0] == 1, "nothing was found"
    again = tmp_path / "again.jsonl"
    kb(mine.path, "export", str(again))
    assert len(again.read_bytes().splitlines()) == 1
    back = json.loads(kb(mine.path, "import", str(file), "--json")[1])
    assert (back["added"], back["forgotten"], back["known"]) == (0, 1, 1)

    status, listed = kb(mine.path, "list", "fixes")
    assert status == 0 and listed.startswith(plain.id[:12])
    status, page = kb(mine.path, "show", plain.id[:8])
    assert status == 0 and "-fn f() { let a = String::new(); drop(a); drop(a); }" in page
    status, counted = kb(mine.path, "stats", "--json")
    assert json.loads(counted)["past_fixes"]["forgotten"] == 1
    mine.close()
    theirs.close()


@pytest.mark.parametrize("forgotten", ["before", "after"])
def test_what_was_forgotten_stays_away_under_the_id_of_an_older_export(
    forgotten: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An older rustmend let a program's own words out, and they were part of the id."""
    fix = private()
    spoken = Note("note", "the zanzibar department wants `Zanzibar`")
    diagnostic = replace(fix.diagnostic, notes=(*fix.diagnostic.notes, spoken))
    fix = replace(fix, diagnostic=diagnostic)
    fix = replace(fix, id=content_id(fix))
    mine, file = Journal(tmp_path / "mine.sqlite3"), tmp_path / "old.jsonl"

    with monkeypatch.context() as older:
        older.setattr("rustmend.knowledge.pastfix.own_text", lambda text, _: text)
        # what another program said is all that tells these two apart
        other = replace(diagnostic, notes=(diagnostic.notes[0], Note("note", "the zeppelin flies")))
        file.write_bytes(b"".join([*lines([replace(fix, diagnostic=other)]), *lines([fix])]))
        assert mine.record(fix)
        if forgotten == "before":
            assert mine.forget(fix.id)
    assert "zanzibar" in file.read_text()
    (line,) = read(file)
    assert line.fix.id == shareable(fix).id not in line.named
    assert "zanzibar" not in encode(line.fix).decode().lower()
    if forgotten == "after":
        mine.database.run(schema._reworded, None)
        assert mine.forget(fix.id)

    told = json.loads(kb(mine.path, "import", str(file), "--json")[1])
    assert (told["added"], told["forgotten"]) == (0, 1)
    assert mine.list(unproven=True) == ()
    theirs = json.loads(kb(tmp_path / "theirs.sqlite3", "import", str(file), "--json")[1])
    assert (theirs["added"], theirs["forgotten"]) == (1, 0)
    mine.close()


def kb(journal: Path, *arguments: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "rustmend", "kb", *arguments],
        env={**_environment(), "RUSTMEND_JOURNAL_PATH": str(journal)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


def _environment() -> dict[str, str]:
    import os

    return dict(os.environ)


def parse(line: bytes, base: Path) -> Diagnostic | None:
    found = parse_line(line, base=base)
    return found if isinstance(found, Diagnostic) else None


def simple(before: str, after: str, code: str = "E0382", level: Level = Level.ERROR) -> PastFix:
    span = Span(Path("src/main.rs"), 3, 4)
    diagnostic = Diagnostic(code, level, "use of moved value: `a`", (Label(span, "", True),))
    hunk = Hunk("src/main.rs", 1, f"{before}\n", f"{after}\n", before, after, ((3, 4, "x"),))
    made = PastFix(
        id="", workspace="", toolchain="rustc 1.95.0", signature="", normaliser=0,
        diagnostic=diagnostic, hunks=(hunk,), title="Clone it", origin="rule", source="clones",
    )  # fmt: skip
    return shareable(made)


def private(root: Path = Path("/home/jane/secret-project")) -> PastFix:
    file = root / "billing" / "mod.rs"
    at = PRIVATE.index("drop(text)") + 5
    label = Label(Span(file, at, at + 4), "value moved here", True)
    diagnostic = Diagnostic(
        "E0382", Level.ERROR, "borrow of moved value: `text`", (label,),
        notes=(Note("note", f"declared in {root}/billing/mod.rs"),),
        rendered=PRIVATE, package=f"path+file://{root}#billing@0.1.0", target="lib billing",
    )  # fmt: skip
    edit = TextEdit(Span(file, at, at + 4), "text.clone()")
    fix = Fix(
        Candidate("Clone it", (edit,), Origin.RULE, diagnostic, source="clones"),
        Verdict(True, (diagnostic,), (), (), ()),
    )
    sources = Sources(Snapshot({file: PRIVATE.encode()}))
    return past_fix(fix, sources, root=root, toolchain="rustc 1.95.0")
