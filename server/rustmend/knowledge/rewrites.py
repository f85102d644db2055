"""The learned rewrites in the journal's file: who they serve, how often they were seen.

A rewrite with anything private in it serves the workspace of its examples. Any other serves
every workspace after two examples, or one that was taught, and before that its own too.
"""

import logging
import sqlite3
from collections.abc import Iterable, Sequence
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


# which version of the generaliser looked at a past fix, and made a rewrite
VERSIONS = """
    ALTER TABLE fixes ADD COLUMN generaliser INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE rewrites ADD COLUMN generaliser INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX fixes_by_generaliser ON fixes (generaliser)
    """


class Example(msgspec.Struct, frozen=True):
    """What one past fix teaches alone.

    ``fix`` is its id. One ``change`` may mend several diagnostics and count once. ``explicit``:
    somebody showed it on purpose.
    """

    fix: str
    change: str
    workspace: str
    learned: Learned
    explicit: bool = False


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
        self._rows: dict[sqlite3.Row, Kept | None] = {}
        self._kept: tuple[Kept, ...] = ()
        self._version: object = None

    def all(self) -> tuple[Kept, ...]:
        """Return all rewrites; another process's too, as soon as they are written."""

        def look(db: sqlite3.Connection) -> tuple[Kept, ...]:
            version = (id(db), db.execute("PRAGMA data_version").fetchone()[0])
            if version != self._version:
                # only what is new is decoded: any row that another window writes leads here
                known, rows = self._rows, db.execute("SELECT * FROM rewrites ORDER BY number")
                self._rows = {row: known[row] if row in known else _kept(row) for row in rows}
                self._kept = tuple(kept for kept in self._rows.values() if kept is not None)
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
        generaliser: int = 0,
    ) -> tuple[Kept, ...]:
        """Keep what was made of the past fix ``fix``, merged with what is alike.

        ``generaliser`` is the version of what made it. Returns the rewrites as they are kept now.
        """

        def write(db: sqlite3.Connection) -> tuple[Kept, ...]:
            examples = [Example(fix, change, workspace, way, explicit) for way in ways]
            with transaction(db):
                kept = tuple(_learn(db, each, generaliser) for each in examples)
                _looked_at(db, fix, generaliser)
            self._version = None
            return kept

        return self._run(write, ())

    def outdated(self, generaliser: int, most: int) -> tuple[str, ...]:
        """Return the ids of past fixes that an older generaliser looked at, the latest first."""
        statement = "SELECT id FROM fixes WHERE generaliser < ? ORDER BY change DESC LIMIT ?"

        def look(db: sqlite3.Connection) -> tuple[str, ...]:
            return tuple(row[0] for row in db.execute(statement, (generaliser, most)))

        return self._run(look, ())

    def relearn(
        self, ways: Sequence[Learned], *, fix: str, change: str, workspace: str, generaliser: int
    ) -> int:
        """Put ``ways`` in the place of what the past fix ``fix`` taught; none leave that alone.

        Whose it was and whether it was shown on purpose stay. Returns how many are kept.
        """

        def write(db: sqlite3.Connection) -> int:
            with transaction(db):
                row = db.execute("SELECT generaliser FROM fixes WHERE id = ?", (fix,)).fetchone()
                if row is None or row[0] >= generaliser:
                    return 0  # forgotten meanwhile, or another process was quicker
                _looked_at(db, fix, generaliser)
                if not ways:
                    return 0
                shown = _forget(db, fix)[1] or not workspace
                examples = [Example(fix, change, workspace, way, shown) for way in ways]
                made = len([_learn(db, each, generaliser) for each in examples])
            self._version = None
            return made

        return self._run(write, 0)

    def forget(self, fix: str) -> int:
        """Take what one past fix taught away, and return how many rewrites are gone.

        A rewrite that others teach as well is made anew from those.
        """

        def write(db: sqlite3.Connection) -> int:
            with transaction(db):
                gone, _ = _forget(db, fix)
            self._version = None
            return gone

        return self._run(write, 0)


def _forget(db: sqlite3.Connection, fix: str) -> tuple[int, bool]:
    """Take what a past fix taught away.

    Returns how many rewrites are gone, and whether it was shown on purpose.
    """
    gone, explicit = 0, False
    mentioned = db.execute("SELECT * FROM rewrites WHERE instr(examples, ?)", (fix,))
    for kept in _read(mentioned):
        mine = [example for example in kept.examples if example.fix == fix]
        left = tuple(example for example in kept.examples if example.fix != fix)
        if not mine:
            continue
        # rows of older versions say it of all examples together
        all_shown = kept.explicit and not any(each.explicit for each in kept.examples)
        explicit = explicit or all_shown or any(each.explicit for each in mine)
        shown = all_shown or any(each.explicit for each in left)
        again = _merged(left)
        if again is None:
            gone += 1
            db.execute("DELETE FROM rewrites WHERE id = ?", (kept.id,))
        else:
            _update(db, replace(kept, learned=again, examples=left, explicit=shown))
    return gone, explicit


def _looked_at(db: sqlite3.Connection, fix: str, generaliser: int) -> None:
    db.execute(
        "UPDATE fixes SET generaliser = ?2 WHERE id = ?1 AND generaliser < ?2", (fix, generaliser)
    )


def _merged(examples: Sequence[Example]) -> Learned | None:
    """Return the rewrite over all examples, None where there is none."""
    found = examples[0].learned if examples else None
    for example in examples[1:]:
        found = merge(found, example.learned) if found is not None else None
    return found


def _learn(db: sqlite3.Connection, example: Example, generaliser: int) -> Kept:
    way, explicit = example.learned, example.explicit
    mine = example.workspace if private(way) else None
    rows = db.execute(
        "SELECT * FROM rewrites WHERE skeleton = ? AND workspace IS ?", (way.skeleton, mine)
    )
    for kept in _read(rows):
        if any(each.fix == example.fix for each in kept.examples):
            others = tuple(each for each in kept.examples if each.fix != example.fix)
            if kept.learned.identity == way.identity or not others:
                known = replace(kept, explicit=kept.explicit or explicit)
                _update(db, known, generaliser)
                return known
        merged = merge(kept.learned, way)
        if merged is None or (mine is None and private(merged)):
            continue
        examples = (*kept.examples, example)
        if len(examples) > MOST_EXAMPLES or any(e.fix == example.fix for e in kept.examples):
            examples = kept.examples
        known = replace(kept, learned=merged, examples=examples, explicit=kept.explicit or explicit)
        _update(db, known, generaliser)
        return known
    name = way.identity if mine is None else f"{way.identity}@{mine}"
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    fresh = Kept(name, way, mine, (example,), explicit, now)
    db.execute(
        "INSERT OR IGNORE INTO rewrites (id, code, signature, normaliser, skeleton, rewrite,"
        " workspace, examples, occurrences, explicit, recorded, generaliser)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(fresh.id, way.codes[0] or None, way.signatures[0], NORMALISER, way.skeleton),
            *(encode(way), mine, _examples(fresh), 1, explicit, now, generaliser),
        ),
    )
    return fresh


def _update(db: sqlite3.Connection, kept: Kept, generaliser: int = 0) -> None:
    db.execute(
        "UPDATE rewrites SET rewrite = ?, examples = ?, occurrences = ?, explicit = ?,"
        " generaliser = max(generaliser, ?) WHERE id = ?",
        (
            *(encode(kept.learned), _examples(kept), kept.occurrences, kept.explicit),
            *(generaliser, kept.id),
        ),
    )


def _examples(kept: Kept) -> str:
    return msgspec.json.encode(kept.examples).decode()


def _read(rows: Iterable[sqlite3.Row]) -> list[Kept]:
    return [kept for row in rows if (kept := _kept(row)) is not None]


def _kept(row: sqlite3.Row) -> Kept | None:
    try:
        learned = decode(row["rewrite"])
        examples = msgspec.json.decode(row["examples"], type=tuple[Example, ...])
    except msgspec.MsgspecError as error:  # of a rustmend that wrote otherwise
        log.warning("rewrite %s cannot be read: %s", row["id"], error)
        return None
    explicit = bool(row["explicit"])
    return Kept(row["id"], learned, row["workspace"], examples, explicit, row["recorded"])
