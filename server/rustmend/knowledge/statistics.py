"""What the journal holds, in numbers: known, learned, offered, accepted."""

import sqlite3
from dataclasses import dataclass

from rustmend.database import Database
from rustmend.knowledge.schema import COMPILED, OWN, UNPROVEN

OUTCOMES = ("offered", "accepted", "rejected", "undone")
# the outcomes' sums, in their order
_BY_ORIGIN = (
    "SELECT origin, sum(offered), sum(accepted), sum(rejected), sum(undone) FROM outcomes"
    " GROUP BY 1 ORDER BY 1"
)
_BY_DAY = (
    "SELECT day, code, sum(offered), sum(accepted), sum(rejected), sum(undone) FROM outcome_days"
    " GROUP BY 1, 2"
)
_BY_CODE = (
    "SELECT code, sum(offered), sum(accepted), sum(rejected), sum(undone) FROM outcome_days"
    " GROUP BY 1 ORDER BY 1"
)


@dataclass(frozen=True, slots=True)
class Stats:
    """What the journal holds; ``size`` is its file's, in bytes.

    ``fixes`` are those that count: made here, or imported and proven. ``codes`` counts them, the
    most frequent code first. ``outcomes`` tells what became of offers, ``origins`` the same for
    each origin of a fix, and ``by_code`` for each code.
    """

    fixes: int
    imported: int
    unproven: int
    forgotten: int
    workspaces: int
    codes: dict[str, int]
    outcomes: dict[str, int]
    origins: dict[str, dict[str, int]]
    by_code: dict[str, dict[str, int]]
    size: int


@dataclass(frozen=True, slots=True)
class Day:
    """One day and code: fixes that were learned, and what became of offers."""

    day: str
    code: str
    learned: int
    offered: int
    accepted: int
    rejected: int
    undone: int


def count(database: Database) -> Stats:
    """Count everything; nothing where the file fails."""

    def work(db: sqlite3.Connection) -> Stats:
        proofs = dict(db.execute("SELECT proof, count(*) FROM fixes GROUP BY 1").fetchall())
        codes = db.execute(
            "SELECT coalesce(code, 'none'), count(*) FROM fixes WHERE proof <> 'unproven'"
            " GROUP BY 1 ORDER BY 2 DESC, 1"
        )
        origins = _outcomes(db, _BY_ORIGIN)
        return Stats(
            fixes=proofs.get(OWN, 0) + proofs.get(COMPILED, 0),
            imported=proofs.get(COMPILED, 0) + proofs.get(UNPROVEN, 0),
            unproven=proofs.get(UNPROVEN, 0),
            # a fix has one id here and one in exports, both forgotten at one time
            forgotten=_one(db, "SELECT count(DISTINCT forgotten) FROM forgotten"),
            workspaces=_one(db, "SELECT count(DISTINCT nullif(workspace, '')) FROM fixes"),
            codes=dict(codes.fetchall()),
            outcomes={name: sum(each[name] for each in origins.values()) for name in OUTCOMES},
            origins=origins,
            by_code=_outcomes(db, _BY_CODE),
            size=database.path.stat().st_size,
        )

    nothing = Stats(0, 0, 0, 0, 0, {}, dict.fromkeys(OUTCOMES, 0), {}, {}, 0)
    return database.run(work, nothing)


def days(database: Database) -> tuple[Day, ...]:
    """Return what was learned and what became of offers, by day and code, oldest first."""

    def work(db: sqlite3.Connection) -> tuple[Day, ...]:
        found: dict[tuple[str, str], list[int]] = {}
        for day, code, *numbers in db.execute(_BY_DAY):
            found[day, code] = [0, *numbers]
        for day, code, learned in db.execute(
            "SELECT substr(recorded, 1, 10), coalesce(code, 'none'), count(*) FROM fixes"
            " WHERE proof <> 'unproven' GROUP BY 1, 2"
        ):
            found.setdefault((day, code), [0] * (1 + len(OUTCOMES)))[0] = learned
        return tuple(Day(day, code, *numbers) for (day, code), numbers in sorted(found.items()))

    return database.run(work, ())


def _outcomes(db: sqlite3.Connection, statement: str) -> dict[str, dict[str, int]]:
    rows = db.execute(statement)
    return {row[0]: dict(zip(OUTCOMES, row[1:], strict=True)) for row in rows}


def _one(db: sqlite3.Connection, statement: str) -> int:
    return int(db.execute(statement).fetchone()[0])
