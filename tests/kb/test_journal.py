"""The journal keeps what it acknowledged, forgets what it is told to, and stops nothing."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rustmend.domain import (
    Applicability,
    Candidate,
    Diagnostic,
    Fix,
    Label,
    Level,
    Note,
    Origin,
    Snapshot,
    Span,
    Suggestion,
    TextEdit,
    Verdict,
)
from rustmend.knowledge.journal import Journal, JournalError
from rustmend.knowledge.pastfix import PastFix, past_fix, shareable
from rustmend.knowledge.schema import MIGRATIONS
from rustmend.sources import Sources

ROOT = Path("/ws")
FILE = ROOT / "src" / "main.rs"
SOURCE = """\
struct Order;

fn main() {
    let order = Order;
    take(order);
    look(&order);
}

fn take(_: Order) {}
"""


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made = Journal(tmp_path / "new" / "journal.sqlite3")
    yield made
    made.close()


def test_a_fix_comes_back_as_it_was_recorded(journal: Journal) -> None:
    fix = repaired("take(order)", "take(Order)")
    assert journal.record(fix)
    (kept,) = journal.list()
    assert kept == replace(fix, recorded=kept.recorded, change=kept.change)
    assert kept.recorded.endswith("+00:00") and kept.change == 1


def test_a_past_fix_holds_what_a_later_look_wants() -> None:
    fix = repaired("take(order)", "take(Order)")
    (hunk,) = fix.hunks
    assert (hunk.file, hunk.line) == ("src/main.rs", 2)
    assert hunk.before == SOURCE[SOURCE.index("\n") + 1 :].partition("\nfn take")[0] + "\n"
    assert hunk.after == hunk.before.replace("take(order)", "take(Order)")
    assert hunk.item_before.startswith("fn main() {") and "take(order)" in hunk.item_before
    assert hunk.item_after.startswith("fn main() {") and "take(Order)" in hunk.item_after
    start = SOURCE.index("take(order)")
    assert hunk.edits == ((start, start + len("take(order)"), "take(Order)"),)
    assert fix.diagnostic.span == Span(Path("src/main.rs"), start, start + 4)
    assert (fix.workspace, fix.toolchain, fix.origin) == ("/ws", "rustc 1.95.0", "rule")


def test_changes_far_apart_are_hunks_of_their_own() -> None:
    lines = [f"fn f{n}() {{ g(x{n}); }}\n" for n in range(30)]
    source = "".join(lines)
    first, second, last = (source.index(f"x{n})") for n in (1, 2, 25))
    edits = tuple(TextEdit(Span(FILE, at, at), "&") for at in (last, first, second))
    fix = past(edits, source)
    assert [(hunk.line, len(hunk.edits)) for hunk in fix.hunks] == [(1, 2), (23, 1)]
    assert "g(&x1)" in fix.hunks[0].after and "g(&x2)" in fix.hunks[0].after
    assert fix.hunks[1].item_after == "fn f25() { g(&x25); }"


def test_the_same_fix_is_one(journal: Journal) -> None:
    fix = repaired("take(order)", "take(Order)")
    assert journal.record(fix) and journal.record(replace(fix, title="otherwise"))
    assert len(journal.list()) == 1


def test_the_latest_come_first_and_can_be_chosen(journal: Journal) -> None:
    fixes = [numbered(n) for n in range(5)]
    for fix in fixes:
        journal.record(fix)
    assert [fix.id for fix in journal.list()] == [fix.id for fix in reversed(fixes)]
    assert [fix.id for fix in journal.list(limit=1)] == [fixes[-1].id]
    assert journal.list(code="E0001") == () == journal.list(workspace="/elsewhere")
    assert len(journal.list(code="E0382", workspace="/ws")) == 5
    assert [fix.id for fix in journal.since(3)] == [fixes[3].id, fixes[4].id]


def test_a_beginning_of_the_id_shows_a_fix(journal: Journal) -> None:
    fix = numbered(1)
    journal.record(fix)
    shown = journal.show(fix.id[:6])
    assert shown is not None and shown.id == fix.id
    assert journal.show("zzzz") is None and journal.show("") is None and journal.show("%") is None


def test_an_import_is_shown_and_forgotten_beside_own_fixes_that_are_the_same(
    journal: Journal,
) -> None:
    own = numbered(1)
    imported = shareable(own)
    assert journal.add([(imported, True)]) == 1 and journal.record(own)
    assert journal.record(replace(own, id="f" * 24, workspace="/other"))
    for wanted in (imported, own):
        shown = journal.show(wanted.id)
        assert shown is not None and shown.id == wanted.id
        assert journal.forget(wanted.id)
    assert [fix.id for fix in journal.list()] == ["f" * 24]


def test_what_was_forgotten_is_gone_from_the_disk_and_stays_away(
    journal: Journal, tmp_path: Path
) -> None:
    secret = repaired("take(order)", "take(hunter2_password)")
    for n in range(20):
        journal.record(numbered(n))
    journal.record(secret)
    aside = journal.path.with_name(f"{journal.path.name}.damaged-20260101-000000-000000")
    journal.close()
    aside.write_bytes(journal.path.read_bytes())
    shared = shareable(secret)
    assert stored(journal, b"hunter2_password")

    assert journal.forget(secret.id)
    assert not stored(journal, b"hunter2_password")
    assert not aside.exists(), "the damaged file held it too"
    assert not journal.forget(secret.id)
    assert not journal.record(secret), "it is not kept again"
    assert journal.add([(shared, True)]) == 0, "an import does not bring it back"
    assert journal.known([shared.id]) == (set(), {shared.id})
    assert journal.show(secret.id) is None and len(journal.list()) == 20


def test_what_is_taken_back_may_be_learned_again(journal: Journal) -> None:
    fix = numbered(1)
    assert journal.record(fix) and journal.forget(fix.id, for_good=False)
    assert journal.list() == () and journal.stats().forgotten == 0
    assert journal.record(fix) and len(journal.list()) == 1


def test_an_imported_fix_counts_once_it_is_proven(journal: Journal) -> None:
    waiting, compiled = shareable(numbered(1)), shareable(numbered(2))
    assert journal.add([(waiting, False), (compiled, True), (compiled, True)]) == 2
    assert [fix.id for fix in journal.list()] == [compiled.id]
    assert len(journal.list(unproven=True)) == 2
    stats = journal.stats()
    assert (stats.fixes, stats.imported, stats.unproven, stats.workspaces) == (1, 2, 1, 0)
    journal.proven(waiting.id)
    assert len(journal.list()) == 2 and journal.stats().unproven == 0


def test_what_was_made_here_is_not_imported_again(journal: Journal) -> None:
    fix = numbered(1)
    journal.record(fix)
    assert journal.known([shareable(fix).id]) == ({shareable(fix).id}, set())
    assert journal.add([(shareable(fix), True)]) == 0


def test_the_record_of_a_source_is_counted(journal: Journal) -> None:
    for outcome in ("offered", "offered", "offered", "accepted", "accepted", "undone"):
        journal.record_outcome("E0382/one", outcome, Origin.RECIPE)
    journal.record_outcome("other", "offered", Origin.RULE)
    assert journal.track_record("E0382/one") == (1, 3)
    assert journal.track_record("nobody") == (0, 0)
    other = Journal(journal.path)
    other.record_outcome("nobody", "offered", Origin.RULE)
    assert journal.track_record("nobody") == (0, 1), "another window's count is seen"
    other.close()


def test_stats_tell_what_is_there(journal: Journal) -> None:
    for n in range(3):
        journal.record(numbered(n))
    journal.record_outcome("x", "accepted", Origin.RULE)
    stats = journal.stats()
    assert (stats.fixes, stats.workspaces, stats.codes) == (3, 1, {"E0382": 3})
    assert stats.outcomes == {"offered": 0, "accepted": 1, "rejected": 0, "undone": 0}
    assert stats.size > 0
    assert journal.forget(journal.list()[0].id)
    assert (journal.stats().fixes, journal.stats().forgotten) == (2, 1)


def test_offers_are_counted_by_code_and_day(journal: Journal) -> None:
    journal.record(numbered(1))
    for outcome in ("offered", "offered", "accepted"):
        journal.record_outcome("x", outcome, Origin.RULE, "E0382")
    journal.record_outcome("y", "offered", Origin.COMPILER, "E0502")
    journal.record_outcome("y", "offered", Origin.COMPILER)
    stats = journal.stats()
    assert stats.by_code["E0382"] == {"offered": 2, "accepted": 1, "rejected": 0, "undone": 0}
    assert (stats.by_code["E0502"]["offered"], stats.by_code["none"]["offered"]) == (1, 1)
    assert stats.origins["compiler"]["offered"] == 2
    (one, other, none) = journal.history()
    assert (one.code, one.learned, one.offered, one.accepted) == ("E0382", 1, 2, 1)
    assert (other.code, none.code) == ("E0502", "none") and one.day == journal.list()[0].recorded[
        :10
    ]


def test_two_windows_see_each_other(journal: Journal) -> None:
    other = Journal(journal.path)
    journal.record(numbered(1))
    assert len(other.list()) == 1
    other.record(numbered(2))
    assert [fix.change for fix in journal.since(1)] == [2]
    other.close()


@pytest.mark.parametrize("how", ["garbage", "cut short", "page overwritten"])
def test_a_damaged_file_is_set_aside(
    journal: Journal, how: str, caplog: pytest.LogCaptureFixture
) -> None:
    for n in range(50):
        journal.record(numbered(n))
    journal.close()
    text = journal.path.read_bytes()
    match how:
        case "garbage":
            journal.path.write_bytes(b"this is no database at all, " * 300)
        case "cut short":
            journal.path.write_bytes(text[: len(text) // 2])
        case _:
            journal.path.write_bytes(text[:4096] + b"\xee" * (len(text) - 4096))
    assert journal.list() == ()
    assert "set aside as" in caplog.text
    (aside,) = journal.path.parent.glob("*.damaged-*")
    assert aside.stat().st_size > 0
    assert journal.record(numbered(1)) and len(journal.list()) == 1


@pytest.mark.parametrize("text", [b"xy", b"dear diary\n" * 1000, bytes(8192)])
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, text: bytes) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_bytes(text)
    journal = Journal(notes)
    assert not journal.record(numbered(1)) and journal.list() == ()
    with pytest.raises(JournalError, match=r"notes\.txt: it is no SQLite .* set journal\.path"):
        journal.all()
    journal.close()
    assert list(tmp_path.iterdir()) == [notes] and notes.read_bytes() == text


def test_a_file_that_is_removed_under_way_is_begun_anew(journal: Journal) -> None:
    journal.record(numbered(1))
    for file in journal.path.parent.iterdir():
        file.unlink()
    assert journal.record(numbered(2))
    other = Journal(journal.path)
    assert [fix.id for fix in other.list()] == [numbered(2).id]
    other.close()


def test_a_place_that_cannot_be_written_is_said_once_and_stops_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("")
    journal = Journal(tmp_path / "file" / "journal.sqlite3")
    for n in range(3):
        assert not journal.record(numbered(n))
        journal.record_outcome("x", "offered", Origin.RULE)
        assert journal.list() == () and journal.track_record("x") == (0, 0)
        assert journal.stats().fixes == 0
    assert len(caplog.records) == 1 and "nothing is remembered" in caplog.text
    assert str(journal.path) in journal.failure
    with pytest.raises(JournalError):
        journal.all()


def test_what_is_wrong_is_said_in_words(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    assert journal.list() == () and not journal.record(numbered(1))
    assert journal.failure == f"the journal {tmp_path}: it cannot be opened for writing"


def test_a_full_disk_loses_only_what_was_not_acknowledged(journal: Journal) -> None:
    assert journal.record(numbered(0))
    journal.close()
    code = (
        "import resource, signal, sys; from pathlib import Path\n"
        "sys.path.insert(0, sys.argv[2]); from test_journal import numbered, Journal\n"
        "journal = Journal(Path(sys.argv[1]))\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))\n"
        "kept = [n for n in range(1, 40) if journal.record(numbered(n))]\n"
        "print(len(kept), bool(journal.failure))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, journal.path, Path(__file__).parent],
        check=True,
        capture_output=True,
        text=True,
    )
    kept, failed = done.stdout.split()
    assert failed == "True" and int(kept) < 39
    assert len(journal.list()) == int(kept) + 1
    assert journal.record(numbered(100))


def test_a_row_that_cannot_be_read_is_passed_over(
    journal: Journal, caplog: pytest.LogCaptureFixture
) -> None:
    journal.record(numbered(1))
    journal.record(numbered(2))
    with sqlite3.connect(journal.path) as db:
        db.execute("UPDATE fixes SET hunks = 'null' WHERE change = 1")
    db.close()
    assert [fix.id for fix in journal.list()] == [numbered(2).id]
    assert f"past fix {numbered(1).id} cannot be read" in caplog.text


def test_a_journal_of_a_later_rustmend_is_left_alone(
    journal: Journal, caplog: pytest.LogCaptureFixture
) -> None:
    journal.record(numbered(1))
    journal.close()
    with sqlite3.connect(journal.path) as db:
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    db.close()
    before = journal.path.read_bytes()
    assert not journal.record(numbered(2)) and journal.list() == ()
    assert "later rustmend" in journal.failure
    journal.close()
    assert journal.path.read_bytes() == before


def test_kill_9_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    """Three writers at a time that record and forget, each killed at some moment, 201 in all."""
    path = tmp_path / "journal.sqlite3"
    done = subprocess.run(
        [sys.executable, "-c", KILLER, path, Path(__file__).parent],
        check=True,
        capture_output=True,
        text=True,
    )
    said = done.stdout.split()
    kept = {word.removeprefix("+") for word in said if word.startswith("+")}
    forgotten = {word.removeprefix("-") for word in said if word.startswith("-")}
    doubtful = {word.removeprefix("?") for word in said if word.startswith("?")}
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.close()
    journal = Journal(path)
    there = {fix.id for fix in journal.list(limit=10**6)}
    assert len(kept) >= 201 and len(forgotten) >= 20
    assert kept - doubtful <= there, "what was acknowledged is there"
    assert not forgotten & there, "and what was forgotten is not"
    assert list(tmp_path.glob("*.damaged-*")) == []
    journal.close()


# Prints what the writers said before they were killed: +id recorded, ?id about to be forgotten, -id
# forgotten.
KILLER = """
import itertools, os, random, signal, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from test_journal import Journal, numbered

def writer(first):
    reader, end = os.pipe()
    if process := os.fork():
        os.close(end)
        return process, reader
    journal = Journal(Path(sys.argv[1]))
    def say(sign, fix):
        os.write(end, f"{sign}{fix.id}\\n".encode())
    for number in itertools.count(first):
        fix = numbered(number)
        if journal.record(fix):
            say("+", fix)
        if number % 3 == 2:
            say("?", fix)
            if journal.forget(fix.id):
                say("-", fix)

dice = random.Random(7)
for turn in range(67):
    writers = [writer(1000 * (3 * turn + n)) for n in range(3)]
    said = [os.read(reader, 26) for _, reader in writers]  # all are at work
    time.sleep(dice.uniform(0, 0.03))
    for process, reader in writers:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        said += iter(lambda: os.read(reader, 2**16), b"")
        os.close(reader)
    print(b"".join(said).decode())
"""


def stored(journal: Journal, text: bytes) -> bool:
    files = [journal.path, Path(f"{journal.path}-wal"), Path(f"{journal.path}-shm")]
    return any(text in file.read_bytes() for file in files if file.exists())


def numbered(number: int) -> PastFix:
    return repaired("take(order)", f"take(Order{number})")


def repaired(old: str, new: str) -> PastFix:
    start = SOURCE.index(old)
    return past((TextEdit(Span(FILE, start, start + len(old)), new),), SOURCE)


def past(edits: tuple[TextEdit, ...], source: str) -> PastFix:
    start = edits[0].span.start
    label = Label(Span(FILE, start, start + 4), "value moved here", True)
    suggestion = Suggestion("consider", edits, Applicability.MAYBE_INCORRECT)
    diagnostic = Diagnostic(
        code="E0382",
        level=Level.ERROR,
        message="borrow of moved value: `order`",
        labels=(label,),
        notes=(Note("note", "a note", (label,)),),
        suggestions=(suggestion,),
        rendered="rendered",
        package="package",
        target="bin main",
    )
    candidate = Candidate("Mend it", edits, Origin.RULE, diagnostic, source="moves")
    fix = Fix(candidate, Verdict(True, (diagnostic,), (), (), ()))
    sources = Sources(Snapshot({FILE: source.encode()}))
    return past_fix(fix, sources, root=ROOT, toolchain="rustc 1.95.0")
