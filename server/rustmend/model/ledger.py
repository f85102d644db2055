"""What was asked, what it took, and the answers worth keeping: one small SQLite file.

Questions are kept as a digest only. Answers are kept as the model gave them, in which secrets are
still blanked.
"""

import sqlite3
import time
from datetime import date
from pathlib import Path

from rustmend.config import Settings
from rustmend.database import Database, transaction

_SCHEMA = (
    """
    CREATE TABLE calls (
        id INTEGER PRIMARY KEY,
        day TEXT NOT NULL,
        at REAL NOT NULL,
        model TEXT NOT NULL,
        prompt_tokens INTEGER NOT NULL DEFAULT 0,
        completion_tokens INTEGER NOT NULL DEFAULT 0,
        cost REAL
    );
    CREATE INDEX calls_by_day ON calls (day);
    CREATE TABLE answers (
        key TEXT PRIMARY KEY,
        text TEXT NOT NULL,
        model TEXT NOT NULL,
        at REAL NOT NULL
    )
    """,
)
_KEPT_ANSWERS = 500
_KEPT_DAYS = 400


def ledger_file(settings: Settings) -> Path:
    """Return where the record lies: beside the past fixes. It may not exist yet."""
    return settings.journal_path.with_name("model.sqlite3")


class Ledger:
    """The file ``path``, shared by all processes. Where it fails, nothing is limited or kept."""

    def __init__(self, path: Path) -> None:
        self._database = Database(path, _SCHEMA, "record of questions to the model", "journal.path")

    def begin(self, model: str, per_day: int) -> int | None:
        """Count a question of today and return its number; None where the day's are used up.

        ``per_day`` 0 is no limit. The number is 0 where nothing can be written.
        """
        today = date.today().isoformat()

        def work(db: sqlite3.Connection) -> int | None:
            with transaction(db):
                asked = db.execute("SELECT count(*) FROM calls WHERE day = ?", (today,))
                if per_day and int(asked.fetchone()[0]) >= per_day:
                    return None
                db.execute("DELETE FROM calls WHERE at < ?", (time.time() - _KEPT_DAYS * 86400,))
                call = db.execute(
                    "INSERT INTO calls (day, at, model) VALUES (?, ?, ?)",
                    (today, time.time(), model),
                )
                return call.lastrowid

        unlimited: int | None = 0
        return self._database.run(work, unlimited)

    def finish(self, call: int, prompt: int, completion: int, cost: float | None) -> None:
        """Write what a question took: tokens, and what the server says it cost."""

        def work(db: sqlite3.Connection) -> None:
            db.execute(
                "UPDATE calls SET prompt_tokens = ?, completion_tokens = ?, cost = ? WHERE id = ?",
                (prompt, completion, cost, call),
            )

        self._database.run(work, None)

    def take_back(self, call: int) -> None:
        """Do not count a question: nobody got it."""

        def work(db: sqlite3.Connection) -> None:
            db.execute("DELETE FROM calls WHERE id = ?", (call,))

        self._database.run(work, None)

    def answer(self, key: str) -> tuple[str, str] | None:
        """Return the kept answer to a question, and the model that gave it."""

        def work(db: sqlite3.Connection) -> tuple[str, str] | None:
            row = db.execute("SELECT text, model FROM answers WHERE key = ?", (key,)).fetchone()
            return (row["text"], row["model"]) if row else None

        return self._database.run(work, None)

    def keep(self, key: str, text: str, model: str) -> None:
        """Keep an answer; the oldest make room."""

        def work(db: sqlite3.Connection) -> None:
            with transaction(db):
                db.execute(
                    "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)",
                    (key, text, model, time.time()),
                )
                db.execute(
                    "DELETE FROM answers WHERE key NOT IN "
                    "(SELECT key FROM answers ORDER BY at DESC LIMIT ?)",
                    (_KEPT_ANSWERS,),
                )

        self._database.run(work, None)

    def drop(self, key: str) -> None:
        """Forget an answer that turned out to be no use."""

        def work(db: sqlite3.Connection) -> None:
            db.execute("DELETE FROM answers WHERE key = ?", (key,))

        self._database.run(work, None)

    def close(self) -> None:
        """Close the file."""
        self._database.close()
