"""The journal of past fixes: one SQLite file of the user's, shared by all windows.

Rows of fixes are only ever added, or really removed by ``forget``. A journal that cannot
be used never stops a repair: ``failure`` says why, and every question gets an empty answer.
"""

import logging
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import msgspec

from rustmend.database import Database, transaction
from rustmend.domain import Origin
from rustmend.errors import RustmendError
from rustmend.knowledge.pastfix import (
    PastFix,
    content_id,
    decode_diagnostic,
    decode_fix,
    decode_hunks,
    encode,
)

log = logging.getLogger(__name__)

Outcome = Literal["offered", "accepted", "rejected", "undone"]
OUTCOMES = ("offered", "accepted", "rejected", "undone")

# What was released is never changed here: another schema is another script after it.
MIGRATIONS = (
    """
    CREATE TABLE fixes (
        change INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        recorded TEXT NOT NULL,
        workspace TEXT NOT NULL,
        toolchain TEXT NOT NULL,
        code TEXT,
        signature TEXT NOT NULL,
        normaliser INTEGER NOT NULL,
        diagnostic TEXT NOT NULL,
        hunks TEXT NOT NULL,
        title TEXT NOT NULL,
        origin TEXT NOT NULL,
        source TEXT NOT NULL
    );
    CREATE INDEX fixes_by_signature ON fixes (signature);
    CREATE INDEX fixes_by_code ON fixes (code);
    CREATE TABLE forgotten (id TEXT PRIMARY KEY, forgotten TEXT NOT NULL);
    CREATE TABLE outcomes (
        source TEXT NOT NULL,
        origin TEXT NOT NULL,
        offered INTEGER NOT NULL DEFAULT 0,
        accepted INTEGER NOT NULL DEFAULT 0,
        rejected INTEGER NOT NULL DEFAULT 0,
        undone INTEGER NOT NULL DEFAULT 0,
        changed TEXT NOT NULL,
        PRIMARY KEY (source, origin)
    );
    """,
)
COLUMNS = (
    "id, workspace, toolchain, signature, normaliser, diagnostic, hunks, title, origin, source,"
    " recorded, change"
)


class JournalError(RustmendError):
    """The journal, or a file of its fixes, cannot be read or written."""


@dataclass(frozen=True, slots=True)
class Stats:
    """What the journal holds; ``size`` is its file's, in bytes.

    ``codes`` counts fixes, the most frequent code first, and ``outcomes`` what became of offers.
    """

    fixes: int
    workspaces: int
    codes: dict[str, int]
    outcomes: dict[str, int]
    size: int


class Journal:
    """The journal in ``path``, opened on first use. It may be used from any thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._database = Database(path, MIGRATIONS, "journal")
        self._run = self._database.run
        self._records: dict[str, tuple[int, int]] = {}
        self._records_of: object = None

    @property
    def failure(self) -> str:
        """Why the journal could not be used the last time; empty where it could."""
        return self._database.failure

    def record(self, fix: PastFix) -> bool:
        """Keep ``fix``; when this returns True it is safe on disk, now or since before.

        A fix that was forgotten is not kept again.
        """
        return self._run(lambda db: _insert(db, [fix]) is not None, False)

    def record_outcome(self, source: str, outcome: Outcome, origin: Origin) -> None:
        """Count what became of an offer by ``source``."""
        assert outcome in OUTCOMES  # noqa: S101  # it becomes part of the statement below
        statement = (
            f"INSERT INTO outcomes (source, origin, {outcome}, changed) VALUES (?, ?, 1, ?)"  # noqa: S608  # checked above
            f" ON CONFLICT DO UPDATE SET {outcome} = {outcome} + 1, changed = excluded.changed"
        )

        def count(db: sqlite3.Connection) -> None:
            db.execute(statement, (source, origin.value, _now()))
            self._records_of = None

        self._run(count, None)

    def track_record(self, source: str) -> tuple[int, int]:
        """Return how often fixes by ``source`` were (accepted and not undone, offered)."""

        def look(db: sqlite3.Connection) -> tuple[int, int]:
            version = (id(db), db.execute("PRAGMA data_version").fetchone()[0])
            if version != self._records_of:  # another process wrote, or this one just did
                rows = db.execute(
                    "SELECT source, max(0, sum(accepted) - sum(undone)), sum(offered)"
                    " FROM outcomes GROUP BY source"
                )
                self._records = {name: (accepted, offered) for name, accepted, offered in rows}
                self._records_of = version
            return self._records.get(source, (0, 0))

        return self._run(look, (0, 0))

    def list(
        self, *, code: str | None = None, workspace: str | None = None, limit: int = 100
    ) -> tuple[PastFix, ...]:
        """Return the latest fixes, the latest first, of one code or workspace where given."""
        return self._select(
            "WHERE (?1 IS NULL OR code = ?1) AND (?2 IS NULL OR workspace = ?2)"
            " ORDER BY change DESC LIMIT ?3",
            (code, workspace, limit),
        )

    def since(self, change: int) -> tuple[PastFix, ...]:
        """Return the fixes written after ``change``, in order: how one window sees another's."""
        return self._select("WHERE change > ? ORDER BY change", (change,))

    def show(self, fix_id: str) -> PastFix | None:
        """Return the one fix whose id begins with ``fix_id``."""
        found = self._select("WHERE substr(id, 1, length(?1)) = ?1 LIMIT 2", (fix_id,))
        return found[0] if len(found) == 1 and fix_id else None

    def forget(self, fix_id: str) -> bool:
        """Remove the one fix whose id begins with ``fix_id``, from the file's free pages too.

        It is not kept again, from an import neither. Returns whether there was one.
        """
        fix = self.show(fix_id)
        if fix is None:
            return False

        def remove(db: sqlite3.Connection) -> bool:
            with transaction(db):
                db.execute("DELETE FROM fixes WHERE id = ?", (fix.id,))
                db.execute("INSERT OR IGNORE INTO forgotten VALUES (?, ?)", (fix.id, _now()))
            # what was removed still stands in the log until that is written back and cut off
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return True

        return self._run(remove, False)

    def stats(self) -> Stats:
        """Return what the journal holds."""

        def count(db: sqlite3.Connection) -> Stats:
            fixes, workspaces = db.execute(
                "SELECT count(*), count(DISTINCT workspace) FROM fixes"
            ).fetchone()
            codes = db.execute(
                "SELECT coalesce(code, 'none'), count(*) FROM fixes GROUP BY 1 ORDER BY 2 DESC, 1"
            )
            sums = ", ".join(f"coalesce(sum({outcome}), 0)" for outcome in OUTCOMES)
            totals = db.execute(f"SELECT {sums} FROM outcomes").fetchone()  # noqa: S608  # own names
            outcomes = dict(zip(OUTCOMES, totals, strict=True))
            return Stats(fixes, workspaces, dict(codes), outcomes, self.path.stat().st_size)

        return self._run(count, Stats(0, 0, {}, dict.fromkeys(OUTCOMES, 0), 0))

    def export(self, file: Path) -> int:
        """Write all fixes as JSON lines, by id, and return how many. Raises ``JournalError``."""
        fixes = self._select("ORDER BY id", ())
        self._complain()
        # neither the number nor the time says anything elsewhere, and both would make diffs
        lines = [encode(replace(fix, change=0, recorded="")) + b"\n" for fix in fixes]
        try:
            file.write_bytes(b"".join(lines))
        except OSError as error:
            raise JournalError(f"cannot write {file}: {error.strerror}") from error
        return len(lines)

    def import_(self, file: Path) -> int:
        """Add the fixes of an export, and return how many are new. Raises ``JournalError``."""
        try:
            lines = file.read_bytes().splitlines()
        except OSError as error:
            raise JournalError(f"cannot read {file}: {error.strerror}") from error
        fixes = []
        for number, line in enumerate(lines, 1):
            try:
                fix = decode_fix(line)
            except msgspec.MsgspecError as error:
                raise JournalError(f"{file}:{number}: not a line of an export: {error}") from error
            fixes.append(replace(fix, id=content_id(fix)))
        added = self._run(lambda db: _insert(db, fixes), None)
        self._complain()
        return added or 0

    def close(self) -> None:
        """Close the file. It is opened again when the journal is used again."""
        self._database.close()

    def _complain(self) -> None:
        if self.failure:
            raise JournalError(self.failure)

    def _select(self, rest: str, values: tuple[object, ...]) -> tuple[PastFix, ...]:
        statement = f"SELECT {COLUMNS} FROM fixes {rest}"  # noqa: S608  # own text only
        return self._run(lambda db: tuple(_fixes(db.execute(statement, values))), ())


def _insert(db: sqlite3.Connection, fixes: Iterable[PastFix]) -> int | None:
    """Add what is neither there nor forgotten; return how many, None where all were forgotten."""
    added, kept = 0, False
    with transaction(db):
        for fix in fixes:
            if db.execute("SELECT 1 FROM forgotten WHERE id = ?", (fix.id,)).fetchone():
                continue
            kept = True
            added += db.execute(
                "INSERT OR IGNORE INTO fixes (id, recorded, workspace, toolchain, code, signature,"
                " normaliser, diagnostic, hunks, title, origin, source)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(fix.id, fix.recorded or _now(), fix.workspace, fix.toolchain, fix.code),
                    *(fix.signature, fix.normaliser, encode(fix.diagnostic).decode()),
                    *(encode(fix.hunks).decode(), fix.title, fix.origin, fix.source),
                ),
            ).rowcount
    return added if kept else None


def _fixes(rows: Iterable[sqlite3.Row]) -> Iterator[PastFix]:
    for row in rows:
        columns = dict(row)
        try:
            diagnostic = decode_diagnostic(columns.pop("diagnostic"))
            hunks = decode_hunks(columns.pop("hunks"))
        except msgspec.MsgspecError as error:  # of a rustmend that wrote otherwise
            log.warning("past fix %s cannot be read: %s", columns["id"], error)
            continue
        yield PastFix(**columns, diagnostic=diagnostic, hunks=hunks)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
