"""Work that was started and goes on, in a file that outlives the server."""

import json
import sqlite3
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rustmend.database import Database, transaction
from rustmend.errors import RustmendError

_MIGRATIONS = (
    """
    CREATE TABLE jobs (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        request TEXT NOT NULL,
        status TEXT NOT NULL,
        message TEXT NOT NULL,
        progress TEXT NOT NULL DEFAULT '[]',
        result TEXT,
        starts INTEGER NOT NULL DEFAULT 0,
        created REAL NOT NULL,
        finished REAL
    );
    CREATE INDEX jobs_open ON jobs (created) WHERE finished IS NULL
    """,
    """
    ALTER TABLE jobs ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
    UPDATE jobs SET told = json_array_length(progress)
    """,
)
# of a job that tells much, the end
_MOST_WORDS = 200


class JobsError(RustmendError):
    """The file of jobs cannot be written."""


@dataclass(frozen=True, slots=True)
class Job:
    """A piece of work. ``result`` is there once it is finished and came to one.

    ``status`` is generating, compiling, completed, failed or error; ``starts`` counts how often it
    was begun, ``created`` and ``finished`` are seconds since 1970. ``progress`` is the end of what
    was told, ``told`` how much that was.
    """

    id: str
    kind: str
    request: dict[str, Any]
    status: str
    message: str
    progress: tuple[str, ...]
    told: int
    result: dict[str, Any] | None
    starts: int
    created: float
    finished: float | None


def status_at(kind: str, words: str) -> str:
    """Return the status of a job of ``kind`` while it does what ``words`` tell."""
    builds = words.startswith(("building", "compiling", "running", "testing"))
    return "compiling" if builds or kind == "mend" else "generating"


class Jobs:
    """The file. Methods are quick and may be called from any thread; they raise ``JobsError``."""

    def __init__(self, path: Path) -> None:
        self._database = Database(path, _MIGRATIONS, "file of jobs", "cache.path")

    def add(self, kind: str, request: dict[str, Any], status: str, message: str) -> Job:
        """Keep a new job and return it."""
        name = str(uuid.uuid4())
        now = time.time()
        self._write(
            "INSERT INTO jobs (id, kind, request, status, message, created) VALUES (?,?,?,?,?,?)",
            (name, kind, json.dumps(request), status, message, now),
        )
        return Job(name, kind, request, status, message, (), 0, None, 0, now, None)

    def get(self, name: str) -> Job | None:
        """Return a job."""
        rows = self._read("SELECT * FROM jobs WHERE id = ?", (name,))
        return _job(rows[0]) if rows else None

    def unfinished(self) -> list[Job]:
        """Return what was not brought to its end, the oldest first."""
        rows = self._read("SELECT * FROM jobs WHERE finished IS NULL ORDER BY created", ())
        return [_job(row) for row in rows]

    def begin(self, name: str) -> None:
        """Count a start."""
        self._write("UPDATE jobs SET starts = starts + 1 WHERE id = ?", (name,))

    def tell(self, name: str, status: str, message: str, progress: Sequence[str]) -> None:
        """Keep how far a job is."""
        kept = json.dumps(list(progress)[-_MOST_WORDS:])
        self._write(
            "UPDATE jobs SET status = ?, message = ?, progress = ?, told = ? "
            "WHERE id = ? AND finished IS NULL",
            (status, message, kept, len(progress), name),
        )

    def finish(
        self, name: str, status: str, message: str, result: dict[str, Any] | None = None
    ) -> None:
        """Keep what became of a job; what is finished stays as it is."""
        said = None if result is None else json.dumps(result)
        self._write(
            "UPDATE jobs SET status = ?, message = ?, result = ?, finished = ? "
            "WHERE id = ? AND finished IS NULL",
            (status, message, said, time.time(), name),
        )

    def expire(self, seconds: float) -> None:
        """Forget what was finished longer ago than that."""
        self._write("DELETE FROM jobs WHERE finished < ?", (time.time() - seconds,))

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _write(self, statement: str, values: tuple[object, ...]) -> None:
        def work(db: sqlite3.Connection) -> bool:
            with transaction(db):
                db.execute(statement, values)
            return True

        if not self._database.run(work, otherwise=False):
            raise JobsError(self._database.failure)

    def _read(self, statement: str, values: tuple[object, ...]) -> list[sqlite3.Row]:
        nothing: list[sqlite3.Row] | None = None
        rows = self._database.run(lambda db: db.execute(statement, values).fetchall(), nothing)
        if rows is None:
            raise JobsError(self._database.failure)
        return rows


def _job(row: sqlite3.Row) -> Job:
    return Job(
        id=row["id"],
        kind=row["kind"],
        request=json.loads(row["request"]),
        status=row["status"],
        message=row["message"],
        progress=tuple(json.loads(row["progress"])),
        told=row["told"],
        result=json.loads(row["result"]) if row["result"] else None,
        starts=row["starts"],
        created=row["created"],
        finished=row["finished"],
    )
