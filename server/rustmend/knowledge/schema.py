"""The journal's schema, version by version, and how a row and a past fix become each other.

What was released is never changed here: another schema is another step after it.
"""

import logging
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import LiteralString

import msgspec

from rustmend.domain.signature import NORMALISER, normalise
from rustmend.knowledge.pastfix import (
    PastFix,
    decode_diagnostic,
    decode_hunks,
    encode,
    shareable,
)
from rustmend.knowledge.rewrites import MIGRATION as REWRITES
from rustmend.knowledge.rewrites import VERSIONS

log = logging.getLogger(__name__)

_SELECT = (
    "SELECT id, workspace, toolchain, signature, normaliser, diagnostic, hunks, title, origin,"
    " source, recorded, change FROM fixes"
)
# made here and compiled by its workspace; imported and compiled here; imported, not yet proven
OWN, COMPILED, UNPROVEN = "own", "compiled", "unproven"

_FIRST = """
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
    )
"""


def _shared(db: sqlite3.Connection) -> None:
    """Add what look-ups, exports and imports want of each row.

    ``said`` are the compiler's words, normalised; ``shared`` is the id outside this machine;
    ``vectors`` are those of a dense model, float32, by what was said.
    """
    for statement in (
        "ALTER TABLE fixes ADD COLUMN said TEXT NOT NULL DEFAULT '[]'",
        "ALTER TABLE fixes ADD COLUMN shared TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE fixes ADD COLUMN proof TEXT NOT NULL DEFAULT 'own'",
        "CREATE INDEX fixes_by_shared ON fixes (shared)",
        "CREATE INDEX fixes_by_workspace ON fixes (workspace, change)",
        "CREATE TABLE vectors (model TEXT NOT NULL, signature TEXT NOT NULL, vector BLOB NOT NULL,"
        " PRIMARY KEY (model, signature)) WITHOUT ROWID",
    ):
        db.execute(statement)
    for fix in select(db):
        db.execute(
            "UPDATE fixes SET said = ?, signature = ?, normaliser = ?, shared = ? WHERE id = ?",
            (*said_of(fix), shareable(fix).id, fix.id),
        )


# tells this file from the next one in its place, which may get its inode and its change numbers
_ABOUT = """
    CREATE TABLE about (journal TEXT NOT NULL);
    INSERT INTO about VALUES (lower(hex(randomblob(16))))
"""

# what each server of a team has from here, by content, and what anybody withdrew
_TEAM = """
    CREATE TABLE team_sent (
        server TEXT NOT NULL,
        id TEXT NOT NULL,
        content TEXT NOT NULL,
        sent TEXT NOT NULL,
        PRIMARY KEY (server, id)
    );
    CREATE TABLE team_gone (id TEXT PRIMARY KEY, at REAL NOT NULL)
"""

# what became of offers, by day, code and origin, for the statistics; ranking goes by source
_DAYS = """
    CREATE TABLE outcome_days (
        day TEXT NOT NULL,
        code TEXT NOT NULL,
        origin TEXT NOT NULL,
        offered INTEGER NOT NULL DEFAULT 0,
        accepted INTEGER NOT NULL DEFAULT 0,
        rejected INTEGER NOT NULL DEFAULT 0,
        undone INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (day, code, origin)
    )
"""

# up to when each server's withdrawals are known, in seconds
_SEEN = "CREATE TABLE team_seen (server TEXT PRIMARY KEY, at REAL NOT NULL)"


def _reworded(db: sqlite3.Connection) -> None:
    """Make the ids anew that fixes have in exports: sentences there are the compiler's own."""
    for fix in select(db):
        db.execute("UPDATE fixes SET shared = ? WHERE id = ?", (shareable(fix).id, fix.id))


MIGRATIONS = (_FIRST, _shared, _ABOUT, REWRITES, _TEAM, _DAYS, _SEEN, VERSIONS, _reworded)


def insert(db: sqlite3.Connection, fixes: Iterable[tuple[PastFix, str]]) -> int | None:
    """Add fixes with their proofs, but for what is there or was forgotten.

    Returns how many were added, None where all were forgotten. It wants a transaction around it.
    """
    added, kept = 0, False
    for fix, proof in fixes:
        shared = fix.id if proof != OWN else shareable(fix).id
        if db.execute("SELECT 1 FROM forgotten WHERE id IN (?, ?)", (fix.id, shared)).fetchone():
            continue
        kept = True
        said, signature, normaliser = said_of(fix)
        added += db.execute(
            "INSERT OR IGNORE INTO fixes (id, recorded, workspace, toolchain, code, signature,"
            " normaliser, diagnostic, hunks, title, origin, source, said, shared, proof)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(fix.id, fix.recorded or now(), fix.workspace, fix.toolchain, fix.code),
                *(signature, normaliser, encode(fix.diagnostic).decode()),
                *(encode(fix.hunks).decode(), fix.title, fix.origin, fix.source),
                *(said, shared, proof),
            ),
        ).rowcount
    return added if kept else None


def said_of(fix: PastFix) -> tuple[str, str, int]:
    """Return what the compiler said as JSON, its signature, and the normaliser's version."""
    said = normalise(fix.diagnostic)
    return encode(said.sentences).decode(), said.signature, NORMALISER


def select(
    db: sqlite3.Connection, rest: LiteralString = "", values: Sequence[object] = ()
) -> tuple[PastFix, ...]:
    """Return the fixes that ``rest``, the end of a SELECT, asks for.

    Without those that cannot be read.
    """
    return tuple(fixes_of(db.execute(f"{_SELECT} {rest}", values)))


def fixes_of(rows: Iterable[sqlite3.Row]) -> Iterator[PastFix]:
    """Yield the fixes of rows of ``_SELECT``, but for those that cannot be read."""
    for row in rows:
        columns = dict(row)
        try:
            diagnostic = decode_diagnostic(columns.pop("diagnostic"))
            hunks = decode_hunks(columns.pop("hunks"))
        except msgspec.MsgspecError as error:  # of a rustmend that wrote otherwise
            log.warning("past fix %s cannot be read: %s", columns["id"], error)
            continue
        yield PastFix(**columns, diagnostic=diagnostic, hunks=hunks)


def now() -> str:
    """Return the time in UTC, as rows keep it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
