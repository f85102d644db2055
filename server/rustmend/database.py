"""One SQLite file that several processes share and that never stands in the way.

Where it cannot be opened, read or written, ``failure`` says why, the log says it once,
and the question gets the answer that was given for that case.
"""

import contextlib
import logging
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout

from rustmend.errors import RustmendError

BUSY_SECONDS = 10.0
_HEADER = b"SQLite format 3\0"
_DATABASES = frozenset({".sqlite3", ".sqlite", ".db", ".db3"})
_WORDS = {
    "SQLITE_FULL": "the disk is full",
    "SQLITE_IOERR_SHMSIZE": "the disk is full",
    "SQLITE_CANTOPEN": "it cannot be opened for writing",
    "SQLITE_READONLY": "it cannot be written",
    "SQLITE_BUSY": "another program keeps it locked",
}
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

log = logging.getLogger(__name__)

Value = TypeVar("Value")
Migration = str | Callable[[sqlite3.Connection], None]


class LaterVersionError(RustmendError):
    """The file was written by a later rustmend, whose schema is not known here."""


class StrangeFileError(RustmendError):
    """The file is no SQLite database, so it is somebody else's."""


class Database:
    """The file ``path``, opened on first use, from any thread.

    ``migrations`` are SQL scripts, or functions where SQL is not enough: each brings the schema
    from its place to the next version (``PRAGMA user_version``), wholly or not at all. ``name`` is
    what the user calls the file, ``setting`` what says where it lies.
    """

    def __init__(
        self, path: Path, migrations: Sequence[Migration], name: str, setting: str
    ) -> None:
        self.path = path
        self.failure = ""
        self._migrations = migrations
        self._name = name
        self._setting = setting
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None

    def run(self, work: Callable[[sqlite3.Connection], Value], otherwise: Value) -> Value:
        """Return what ``work`` gives, or ``otherwise`` where the file fails.

        A damaged file is set aside and the work done in a new one; a file that is no database is
        left alone. Statements outside a
        ``transaction`` take effect one by one; what took effect survives the death of the process.
        """
        with self._lock:
            try:
                try:
                    result = work(self._open())
                except sqlite3.DatabaseError as error:
                    if _kind(error) not in DAMAGED:
                        raise
                    self.close()
                    self._set_aside()
                    result = work(self._open())
            except (sqlite3.Error, OSError, Timeout, LaterVersionError, StrangeFileError) as error:
                self.close()
                said = f"the {self._name} {self.path}: {_in_words(error)}"
                if said != self.failure:
                    log.error("%s; nothing is remembered until that is mended", said)
                self.failure = said
                return otherwise
            self.failure = ""
            return result

    def close(self) -> None:
        """Close the file. It is opened again when it is used again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _open(self) -> sqlite3.Connection:
        """Return the connection, a new one where the file was removed or set aside meanwhile."""
        if self._connection is not None and self._file == _identity(self.path):
            return self._connection
        self.close()
        self.path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(
            self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        db.row_factory = sqlite3.Row
        try:
            db.execute("PRAGMA synchronous = FULL")
            db.execute("PRAGMA secure_delete = ON")
            if _version(db) != len(self._migrations):
                with self._alone():
                    self._migrate(db)
            self._file = _identity(self.path)
        except BaseException:
            db.close()
            raise
        self._connection = db
        return db

    def _migrate(self, db: sqlite3.Connection) -> None:
        if _version(db) > len(self._migrations):
            raise LaterVersionError("it was written by a later rustmend; update this one")
        db.execute("PRAGMA journal_mode = WAL")
        for number in range(_version(db), len(self._migrations)):
            with transaction(db):
                migration = self._migrations[number]
                if callable(migration):
                    migration(db)
                else:
                    for statement in migration.split(";"):
                        db.execute(statement)
                db.execute(f"PRAGMA user_version = {number + 1}")

    def _set_aside(self) -> None:
        """Rename a damaged file, unless another process did so just before."""
        # SQLite has refused it: reading it ourselves takes no lock from a connection
        if not _is_sound(self.path) and is_strange(self.path):
            raise StrangeFileError(
                f"it is no SQLite database and was left as it is; set {self._setting} to another"
            )
        with self._alone():
            if _is_sound(self.path):
                return
            stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
            aside = self.path.with_name(f"{self.path.name}.damaged-{stamp}")
            self.path.replace(aside)
            for suffix in ("-wal", "-shm"):
                with contextlib.suppress(FileNotFoundError):
                    self.path.with_name(self.path.name + suffix).replace(f"{aside}{suffix}")
            said = "the %s was damaged; it was set aside as %s, and a new one is begun"
            log.error(said, self._name, aside)

    def _alone(self) -> FileLock:
        return FileLock(f"{self.path}.lock", timeout=BUSY_SECONDS)


@contextlib.contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """Make all statements take effect together, on disk, or none of them."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # a full disk has ended it already
            db.execute("ROLLBACK")
        raise


def is_strange(path: Path) -> bool:
    """Whether there is a file that holds something, but no SQLite database, sound or damaged.

    One that is called like a database is taken for a damaged one, even if its beginning is lost.
    Not for a file in use: closing it would end the locks of this process's connections.
    """
    if path.suffix in _DATABASES or not path.is_file():
        return False
    with path.open("rb") as file:
        start = file.read(len(_HEADER))
    return start not in (b"", _HEADER)


def _is_sound(path: Path) -> bool:
    with contextlib.closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as db:
        try:
            return bool(db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
        except sqlite3.DatabaseError:
            return False


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116  # asked at every question
    except FileNotFoundError:
        return None
    return (found.st_dev, found.st_ino)


def _in_words(error: Exception) -> str:
    """Return what is wrong as a user can mend it, where SQLite says less than it knows."""
    name = getattr(error, "sqlite_errorname", "")
    return next((words for start, words in _WORDS.items() if name.startswith(start)), str(error))


def _kind(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
