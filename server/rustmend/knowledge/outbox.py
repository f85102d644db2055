"""What was sent to which server, and what the team withdrew: the journal as outbox."""

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence

from rustmend.database import Database, transaction
from rustmend.knowledge.schema import now
from rustmend.knowledge.teambase import Shared


class Outbox:
    """Reads and writes the journal's tables about the team."""

    def __init__(self, database: Database) -> None:
        self._run = database.run
        self._gone: frozenset[str] = frozenset()
        self._version: object = None

    def waiting(self, server: str, own: Sequence[Shared]) -> list[Shared]:
        """Return what of ``own`` the server does not have as it is now."""
        sent = self._sent(server)
        gone = self.gone()
        return [s for s in own if s.id not in gone and sent.get(s.id) != _content(s)]

    def ids_sent(self, server: str) -> set[str]:
        """Return the ids of what the server got from here."""
        return set(self._sent(server))

    def sent(self, server: str, rewrites: Sequence[Shared]) -> None:
        """Remember that the server has these."""

        def keep(db: sqlite3.Connection) -> None:
            with transaction(db):
                db.executemany(
                    "INSERT OR REPLACE INTO team_sent VALUES (?, ?, ?, ?)",
                    [(server, each.id, _content(each), now()) for each in rewrites],
                )

        self._run(keep, None)

    def unsent(self, server: str, ids: Iterable[str]) -> None:
        """Remember that the server has these no more."""

        def drop(db: sqlite3.Connection) -> None:
            with transaction(db):
                db.executemany(
                    "DELETE FROM team_sent WHERE server = ? AND id = ?",
                    [(server, each) for each in ids],
                )

        self._run(drop, None)

    def honour(self, gone: Iterable[tuple[str, float]]) -> None:
        """Remember what was withdrawn, and when: it is neither served nor sent again."""

        def keep(db: sqlite3.Connection) -> None:
            with transaction(db):
                db.executemany("INSERT OR IGNORE INTO team_gone VALUES (?, ?)", list(gone))
            self._version = None

        self._run(keep, None)

    def gone(self) -> frozenset[str]:
        """Return the ids that were withdrawn, by anybody."""

        def look(db: sqlite3.Connection) -> frozenset[str]:
            version = (id(db), db.execute("PRAGMA data_version").fetchone()[0])
            if version != self._version:
                self._gone = frozenset(row[0] for row in db.execute("SELECT id FROM team_gone"))
                self._version = version
            return self._gone

        return self._run(look, frozenset())

    def seen(self, server: str) -> float:
        """Return up to when the server's withdrawals are known, in seconds."""
        statement = "SELECT coalesce(max(at), 0.0) FROM team_seen WHERE server = ?"
        return self._run(lambda db: float(db.execute(statement, (server,)).fetchone()[0]), 0.0)

    def saw(self, server: str, at: float) -> None:
        """Remember that the server's withdrawals are known up to then."""
        statement = "INSERT OR REPLACE INTO team_seen VALUES (?, ?)"
        self._run(lambda db: db.execute(statement, (server, at)).rowcount, 0)

    def _sent(self, server: str) -> dict[str, str]:
        statement = "SELECT id, content FROM team_sent WHERE server = ?"
        nothing: dict[str, str] = {}
        return self._run(lambda db: dict(db.execute(statement, (server,)).fetchall()), nothing)


def _content(shared: Shared) -> str:
    text = repr((shared.codes, shared.said, shared.body, shared.occurrences))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
