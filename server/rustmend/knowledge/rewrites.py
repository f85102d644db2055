"""The learned rewrites in the journal's file: who they serve, how often they were seen.

A rewrite with anything private in it serves the workspace of its examples. Any other serves
every workspace after two examples, or one that was taught, and before that its own too.
"""

import logging
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import msgspec

from rustmend.database import Database, transaction
from rustmend.domain.signature import NORMALISER
from rustmend.knowledge.learned import Learned, decode, encode, private
from rustmend.knowledge.unify import merge

log = logging.getLogger(__name__)

ENOUGH = 2
MOST_EXAMPLES = 40  # more of the same teach nothing

MIGRATION = """
    CREATE TABLE rewrites (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        code TEXT,
        signature TEXT NOT NULL,
        normaliser INTEGER NOT NULL,
        skeleton TEXT NOT NULL,
        rewrite TEXT NOT NULL,
        workspace TEXT,
        examples TEXT NOT NULL,
        occurrences INTEGER NOT NULL,
        explicit INTEGER NOT NULL,
        recorded TEXT NOT NULL
    );
    CREATE INDEX rewrites_by_skeleton ON rewrites (skeleton);
    """


class Example(msgspec.Struct, frozen=True):
    """What one past fix teaches alone.

    ``fix`` is its id. One ``change`` may mend several diagnostics and count once.
    """

    fix: str
    change: str
    workspace: str
    learned: Learned


@dataclass(frozen=True, slots=True)
class Kept:
    """A rewrite as it is kept, the least general one over its ``examples``.

    ``workspace`` is the only one that it serves, None where it may serve all.
    ``explicit``: somebody taught it.
    """

    id: str
    learned: Learned
    workspace: str | None
    examples: tuple[Example, ...]
    explicit: bool
    recorded: str = ""

    @property
    def occurrences(self) -> int:
        """How many repairs it was learned from."""
        return len({example.change for example in self.examples})

    @property
    def foreign(self) -> bool:
        """Whether an import or a team taught it, be it among others."""
        return any(not example.workspace for example in self.examples)

    def serves(self, workspace: str) -> bool:
        """Whether it may be offered in ``workspace``."""
        if self.workspace is not None:
            return self.workspace == workspace
        enough = self.explicit or self.occurrences >= ENOUGH
        return enough or any(example.workspace == workspace for example in self.examples)


class Rewrites:
    """The table ``rewrites`` of the journal. It may be used from any thread."""

    def __init__(self, database: Database) -> None:
        self._run = database.run
        self._kept: tuple[Kept, ...] = ()
        self._version: object = None

    def all(self) -> tuple[Kept, ...]:
        """Return all rewrites; another process's too, as soon as they are written."""

        def look(db: sqlite3.Connection) -> tuple[Kept, ...]:
            version = (id(db), db.execute("PRAGMA data_version").fetchone()[0])
            if version != self._version:
                self._kept = _read(db.execute("SELECT * FROM rewrites ORDER BY number"))
                self._version = version
            return self._kept

        return self._run(look, ())

    def learn(
        self,
        ways: Sequence[Learned],
        *,
        fix: str,
        change: str,
        workspace: str,
        explicit: bool = False,
    ) -> tuple[Kept, ...]:
        """Keep what was made of the past fix ``fix``, merged with what is alike.

        Returns the rewrites as they are kept now.
        """

        def write(db: sqlite3.Connection) -> tuple[Kept, ...]:
            examples = [Example(fix, change, workspace, way) for way in ways]
            with transaction(db):
                kept = tuple(_learn(db, each, explicit) for each in examples)
            self._version = None
            return kept

        return self._run(write, ())

    def forget(self, fix: str) -> int:
        """Take what one past fix taught away, and return how many rewrites are gone.

        A rewrite that others teach as well is made anew from those.
        """

        def write(db: sqlite3.Connection) -> int:
            gone = 0
            with transaction(db):
                for kept in _read(db.execute("SELECT * FROM rewrites")):
                    left = [example for example in kept.examples if example.fix != fix]
                    if len(left) == len(kept.examples):
                        continue
                    again = _merged(left)
                    if again is None:
                        gone += 1
                        db.execute("DELETE FROM rewrites WHERE id = ?", (kept.id,))
                    else:
                        _update(db, replace(kept, learned=again, examples=tuple(left)))
            self._version = None
            return gone

        return self._run(write, 0)


def _merged(examples: Sequence[Example]) -> Learned | None:
    """Return the rewrite over all examples, None where there is none."""
    found = examples[0].learned if examples else None
    for example in examples[1:]:
        found = merge(found, example.learned) if found is not None else None
    return found


def _learn(db: sqlite3.Connection, example: Example, explicit: bool) -> Kept:
    way = example.learned
    mine = example.workspace if private(way) else None
    rows = db.execute(
        "SELECT * FROM rewrites WHERE skeleton = ? AND workspace IS ?", (way.skeleton, mine)
    )
    for kept in _read(rows):
        if any(each.fix == example.fix for each in kept.examples):
            others = tuple(each for each in kept.examples if each.fix != example.fix)
            if kept.learned.identity == way.identity or not others:
                known = replace(kept, explicit=kept.explicit or explicit)
                _update(db, known)
                return known
        merged = merge(kept.learned, way)
        if merged is None or (mine is None and private(merged)):
            continue
        examples = (*kept.examples, example)
        if len(examples) > MOST_EXAMPLES or any(e.fix == example.fix for e in kept.examples):
            examples = kept.examples
        known = replace(kept, learned=merged, examples=examples, explicit=kept.explicit or explicit)
        _update(db, known)
        return known
    name = way.identity if mine is None else f"{way.identity}@{mine}"
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    fresh = Kept(name, way, mine, (example,), explicit, now)
    db.execute(
        "INSERT OR IGNORE INTO rewrites (id, code, signature, normaliser, skeleton, rewrite,"
        " workspace, examples, occurrences, explicit, recorded)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(fresh.id, way.codes[0] or None, way.signatures[0], NORMALISER, way.skeleton),
            *(encode(way), mine, _examples(fresh), 1, explicit, now),
        ),
    )
    return fresh


def _update(db: sqlite3.Connection, kept: Kept) -> None:
    db.execute(
        "UPDATE rewrites SET rewrite = ?, examples = ?, occurrences = ?, explicit = ? WHERE id = ?",
        (encode(kept.learned), _examples(kept), kept.occurrences, kept.explicit, kept.id),
    )


def _examples(kept: Kept) -> str:
    return msgspec.json.encode(kept.examples).decode()


def _read(rows: sqlite3.Cursor) -> tuple[Kept, ...]:
    found = []
    for row in rows:
        try:
            learned = decode(row["rewrite"])
            examples = msgspec.json.decode(row["examples"], type=tuple[Example, ...])
        except msgspec.MsgspecError as error:  # of a rustmend that wrote otherwise
            log.warning("rewrite %s cannot be read: %s", row["id"], error)
            continue
        found.append(
            Kept(
                row["id"],
                learned,
                row["workspace"],
                examples,
                bool(row["explicit"]),
                row["recorded"],
            )
        )
    return tuple(found)
