"""What an index reads from the journal: short rows, what changed since, and dense vectors."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from rustmend.database import Database, transaction
from rustmend.domain.signature import NORMALISER
from rustmend.knowledge.pastfix import shareable
from rustmend.knowledge.schema import said_of, select


@dataclass(frozen=True, slots=True)
class Row:
    """A past fix as an index wants it; ``change`` counts what the journal wrote."""

    change: int
    id: str
    workspace: str
    code: str | None
    signature: str
    said: tuple[str, ...]
    title: str
    message: str


class Feed:
    """Reads ``database``, the journal's file."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._run = database.run
        self._sentences = msgspec.json.Decoder(tuple[str, ...])

    def version(self) -> tuple[str, int, int, int]:
        """Return what differs once anybody wrote.

        That is the journal, the connection to it, others' writes, and our own.
        """

        def look(db: sqlite3.Connection) -> tuple[str, int, int, int]:
            journal = db.execute("SELECT journal FROM about").fetchone()[0]
            others = db.execute("PRAGMA data_version").fetchone()[0]
            return str(journal), id(db), int(others), db.total_changes

        return self._run(look, ("", 0, 0, 0))

    def rows(self, change: int, limit: int) -> list[Row]:
        """Return the first rows that were written after ``change``."""

        def look(db: sqlite3.Connection) -> list[Row]:
            found = db.execute(
                "SELECT change, id, workspace, code, signature, said, title,"
                " json_extract(diagnostic, '$.message') FROM fixes"
                " WHERE change > ? ORDER BY change LIMIT ?",
                (change, limit),
            )
            return [
                Row(
                    change=row[0],
                    id=row[1],
                    workspace=row[2],
                    code=row[3],
                    signature=row[4],
                    said=self._sentences.decode(row[5]),
                    title=row[6],
                    message=row[7] or "",
                )
                for row in found
            ]

        nothing: list[Row] = []
        return self._run(look, nothing)

    def forgotten_since(self, number: int) -> tuple[int, list[str]]:
        """Return the ids forgotten after ``number``, and the number to ask with the next time."""

        def look(db: sqlite3.Connection) -> tuple[int, list[str]]:
            found = db.execute(
                "SELECT rowid, id FROM forgotten WHERE rowid > ? ORDER BY rowid", (number,)
            ).fetchall()
            return (found[-1][0] if found else number), [row[1] for row in found]

        nothing: tuple[int, list[str]] = (number, [])
        return self._run(look, nothing)

    def renew(self) -> int:
        """Normalise anew what an older normaliser did; return how many rows that were.

        An older rustmend in another window may also have left out what it did not know.
        """

        def work(db: sqlite3.Connection) -> int:
            old = select(db, "WHERE normaliser <> ? OR shared = ''", (NORMALISER,))
            if not old:
                return 0
            with transaction(db):
                for fix in old:
                    db.execute(
                        "UPDATE fixes SET said = ?, signature = ?, normaliser = ?,"
                        " shared = CASE shared WHEN '' THEN ? ELSE shared END WHERE id = ?",
                        (*said_of(fix), shareable(fix).id, fix.id),
                    )
            return len(old)

        return self._run(work, 0)

    def vectors(self, model: str) -> dict[str, bytes]:
        """Return the vectors of a model by signature: float32, in this machine's byte order."""
        statement = "SELECT signature, vector FROM vectors WHERE model = ?"
        nothing: dict[str, bytes] = {}
        return self._run(lambda db: dict(db.execute(statement, (model,)).fetchall()), nothing)

    def keep_vectors(self, model: str, vectors: Mapping[str, bytes]) -> None:
        """Keep vectors of a model by signature."""

        def keep(db: sqlite3.Connection) -> None:
            with transaction(db):
                db.executemany(
                    "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)",
                    [(model, signature, vector) for signature, vector in vectors.items()],
                )

        self._run(keep, None)
