"""The journal of past fixes: one SQLite file of the user's, shared by all windows.

Rows of fixes are only ever added, or really removed by ``forget``. A journal that cannot
be used never stops a repair: ``failure`` says why, and every question gets an empty answer.
"""

import contextlib
import glob
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, LiteralString

from rustmend.database import Database, transaction
from rustmend.domain import Origin
from rustmend.errors import RustmendError
from rustmend.knowledge import rewrites
from rustmend.knowledge.pastfix import PastFix
from rustmend.knowledge.schema import (
    COMPILED,
    MIGRATIONS,
    OWN,
    UNPROVEN,
    insert,
    now,
    select,
)
from rustmend.knowledge.statistics import OUTCOMES, Day, Stats, count, days

Outcome = Literal["offered", "accepted", "rejected", "undone"]
# the outcomes' numbers first, in the order of OUTCOMES
_COUNT = """
    INSERT INTO outcomes (offered, accepted, rejected, undone, source, origin, changed)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET offered = offered + excluded.offered,
        accepted = accepted + excluded.accepted, rejected = rejected + excluded.rejected,
        undone = undone + excluded.undone, changed = excluded.changed
"""
_COUNT_DAY = """
    INSERT INTO outcome_days (offered, accepted, rejected, undone, day, code, origin)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET offered = offered + excluded.offered,
        accepted = accepted + excluded.accepted, rejected = rejected + excluded.rejected,
        undone = undone + excluded.undone
"""


class JournalError(RustmendError):
    """The journal, or a file of its fixes, cannot be read or written."""


class Journal:
    """The journal in ``path``, opened on first use. It may be used from any thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.database = Database(path, MIGRATIONS, "journal", "journal.path")
        self._run = self.database.run
        self.rewrites = rewrites.Rewrites(self.database)
        self._records: dict[str, tuple[int, int]] = {}
        self._records_of: object = None

    @property
    def failure(self) -> str:
        """Why the journal could not be used the last time; empty where it could."""
        return self.database.failure

    def record(self, fix: PastFix) -> bool:
        """Keep ``fix``; when this returns True it is safe on disk, now or since before.

        A fix that was forgotten is not kept again.
        """

        def keep(db: sqlite3.Connection) -> bool:
            with transaction(db):
                return insert(db, [(fix, OWN)]) is not None

        return self._run(keep, False)

    def add(self, fixes: Iterable[tuple[PastFix, bool]]) -> int:
        """Add imported fixes, each with whether it was compiled, and return how many are new.

        They are what ``shareable`` gives. Raises ``JournalError``.
        """
        rows = [(fix, COMPILED if compiled else UNPROVEN) for fix, compiled in fixes]

        def keep(db: sqlite3.Connection) -> int:
            with transaction(db):
                fresh = [row for row in rows if not _is_shared(db, row[0].id)]
                return insert(db, fresh) or 0

        added = self._run(keep, 0)
        self.complain()
        return added

    def known(self, ids: Iterable[str]) -> tuple[set[str], set[str]]:
        """Return which of the ids that exports use (are here already, were forgotten)."""
        wanted = list(ids)

        def look(db: sqlite3.Connection) -> tuple[set[str], set[str]]:
            here = {each for each in wanted if _is_shared(db, each)}
            statement = "SELECT 1 FROM forgotten WHERE id = ?"
            return here, {each for each in wanted if db.execute(statement, (each,)).fetchone()}

        nothing: tuple[set[str], set[str]] = (set(), set())
        return self._run(look, nothing)

    def proven(self, fix_id: str) -> None:
        """Count an imported fix from now on: it served a first verified fix."""
        self._run(
            lambda db: (
                db.execute(
                    "UPDATE fixes SET proof = ? WHERE id = ? AND proof = ?",
                    (COMPILED, fix_id, UNPROVEN),
                ).rowcount
            ),
            0,
        )

    def proven_by(self, source: str) -> None:
        """Count the imported fixes that taught the rewrite which ``source`` of a fix names."""
        kind, _, rewrite = source.partition(":")
        waiting = [i for i, proof in self.proofs().items() if proof == UNPROVEN]
        if kind != "past-fix" or not waiting:
            return
        for kept in self.rewrites.all():
            if kept.id == rewrite:
                for example in kept.examples:
                    self.proven(example.fix)

    def record_outcome(
        self, source: str, outcome: Outcome, origin: Origin, code: str | None = None
    ) -> None:
        """Count what became of an offer by ``source`` for an error of ``code``."""
        counts = [0] * len(OUTCOMES)
        counts[OUTCOMES.index(outcome)] = 1

        def write(db: sqlite3.Connection) -> None:
            with transaction(db):
                db.execute(_COUNT, (*counts, source, origin.value, now()))
                db.execute(_COUNT_DAY, (*counts, now()[:10], code or "none", origin.value))
            self._records_of = None

        self._run(write, None)

    def track_record(self, source: str) -> tuple[int, int]:
        """Return how often fixes by ``source`` were (accepted and not undone, offered).

        One that was passed over for another mend counts as offered twice.
        """

        def look(db: sqlite3.Connection) -> tuple[int, int]:
            version = (id(db), db.execute("PRAGMA data_version").fetchone()[0])
            if version != self._records_of:  # another process wrote, or this one just did
                rows = db.execute(
                    "SELECT source, max(0, sum(accepted) - sum(undone)),"
                    " sum(offered) + sum(rejected)"
                    " FROM outcomes GROUP BY source"
                )
                self._records = {name: (accepted, offered) for name, accepted, offered in rows}
                self._records_of = version
            return self._records.get(source, (0, 0))

        return self._run(look, (0, 0))

    def list(
        self,
        *,
        code: str | None = None,
        workspace: str | None = None,
        limit: int = 100,
        unproven: bool = False,
    ) -> tuple[PastFix, ...]:
        """Return the latest fixes, the latest first, of one code or workspace where given.

        With ``unproven`` also imported ones that do not count yet.
        """
        return self._select(
            "WHERE (?1 IS NULL OR code = ?1) AND (?2 IS NULL OR workspace = ?2)"
            " AND (?3 OR proof <> 'unproven') ORDER BY change DESC LIMIT ?4",
            (code, workspace, unproven, limit),
        )

    def of(self, ids: Sequence[str]) -> dict[str, PastFix]:
        """Return the fixes that have these ids and count, by id."""
        marks = ", ".join("?" * len(ids))
        found = self._select(f"WHERE id IN ({marks}) AND proof <> 'unproven'", tuple(ids))
        return {fix.id: fix for fix in found}

    def same(self, signature: str, workspace: str | None) -> tuple[PastFix, ...]:
        """Return the fixes that count and have this signature, the latest first.

        They are those of ``workspace`` and imported ones; of all workspaces where it is None.
        """
        return self._select(
            "WHERE signature = ?1 AND (?2 IS NULL OR workspace IN (?2, ''))"
            " AND proof <> 'unproven' ORDER BY change DESC LIMIT 100",
            (signature, workspace),
        )

    def since(self, change: int) -> tuple[PastFix, ...]:
        """Return the fixes written after ``change``, in order: how one window sees another's."""
        return self._select("WHERE change > ? ORDER BY change", (change,))

    def show(self, fix_id: str) -> PastFix | None:
        """Return the one fix whose id, here or in exports, begins with ``fix_id``.

        Several fixes may have one id in exports; the one that has it here too goes before them.
        """
        found = self._select(
            "WHERE substr(id, 1, length(?1)) = ?1 OR substr(shared, 1, length(?1)) = ?1"
            " ORDER BY id = ?1 DESC LIMIT 2",
            (fix_id,),
        )
        one = len(found) == 1 or any(fix.id == fix_id for fix in found)
        return found[0] if one and fix_id else None

    def proofs(self) -> dict[str, str]:
        """Return by id which fixes are imported, each with ``compiled`` or ``unproven``."""
        statement = "SELECT id, proof FROM fixes WHERE proof <> 'own'"
        nothing: dict[str, str] = {}
        return self._run(lambda db: dict(db.execute(statement).fetchall()), nothing)

    def forget(self, fix_id: str, *, for_good: bool = True) -> bool:
        """Remove the one fix whose id begins with ``fix_id``, from the file's free pages too.

        For good it is not kept again, from an import neither. Returns whether there was one.
        """
        fix = self.show(fix_id)
        if fix is None:
            return False

        def remove(db: sqlite3.Connection) -> bool:
            with transaction(db):
                ids = tuple(
                    db.execute("SELECT id, shared FROM fixes WHERE id = ?", (fix.id,)).fetchone()
                    or (fix.id, fix.id)
                )
                db.execute("DELETE FROM fixes WHERE id = ?", (fix.id,))
                db.execute(
                    "DELETE FROM vectors WHERE signature = ?1"
                    " AND NOT EXISTS (SELECT 1 FROM fixes WHERE signature = ?1)",
                    (fix.signature,),
                )
                at = now()
                for each in dict.fromkeys(ids) if for_good else ():
                    db.execute("INSERT OR IGNORE INTO forgotten VALUES (?, ?)", (each, at))
            # what was removed still stands in the log until that is written back and cut off
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return True

        self.rewrites.forget(fix.id)
        self._leave_out(fix.id)
        return self._run(remove, False)

    def _leave_out(self, fix_id: str) -> None:
        """Remove damaged files that were set aside and hold the fix too."""
        for aside in self.path.parent.glob(f"{glob.escape(self.path.name)}.damaged-*"):
            with contextlib.suppress(OSError):
                if fix_id.encode() in aside.read_bytes():
                    aside.unlink()

    def stats(self) -> Stats:
        """Return what the journal holds."""
        return count(self.database)

    def history(self) -> tuple[Day, ...]:
        """Return what was learned and what became of offers, by day and code, oldest first."""
        return days(self.database)

    def all(self) -> tuple[PastFix, ...]:
        """Return every fix, in no order. Raises ``JournalError``."""
        fixes = self._select("", ())
        self.complain()
        return fixes

    def close(self) -> None:
        """Close the file. It is opened again when the journal is used again."""
        self.database.close()

    def complain(self) -> None:
        """Raise ``JournalError`` where the journal could not be used the last time."""
        if self.failure:
            raise JournalError(self.failure)

    def _select(self, rest: LiteralString, values: tuple[object, ...]) -> tuple[PastFix, ...]:
        return self._run(lambda db: select(db, rest, values), ())


def _is_shared(db: sqlite3.Connection, shared: str) -> bool:
    return db.execute("SELECT 1 FROM fixes WHERE shared = ?", (shared,)).fetchone() is not None
