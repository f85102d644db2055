"""``rustmend cache`` and ``rustmend purge``: what lies on this machine because of us."""

import contextlib
import glob
import shutil
import sys
from pathlib import Path

from rustmend.cargo.disk import clean as clean_slots
from rustmend.cargo.disk import usage
from rustmend.cargo.slots import homes
from rustmend.commands import output
from rustmend.config import load
from rustmend.database import is_strange
from rustmend.errors import UsageError
from rustmend.model.ledger import ledger_file

# what we make in the cache folder, by name: the folder itself may be one that others use too
_OURS = ("sandboxes", "shadows", "logs", "undo", "kb", "index", "models")
_LEFTOVERS = ("probe-*", "removed-*", "index-*")


async def show(*, as_json: bool) -> int:
    """Print what the private copies take, and the limit."""
    settings, _ = load(workspace=Path.cwd())
    used = usage(settings.cache_path)
    if as_json:
        output.print_json(
            {
                "folder": str(settings.cache_path),
                "limit_gb": settings.cache.limit_gb,
                "bytes": sum(each.size for each in used),
                "copies": [
                    {"workspace": str(each.root), "bytes": each.size, "in_use": each.in_use}
                    for each in used
                ],
            }
        )
        return 0
    console = output.console()
    for each in used:
        state = "  (in use)" if each.in_use else ""
        console.print(f"{_megabytes(each.size):>10}  {each.root}{state}", markup=False)
    total = sum(each.size for each in used)
    places = " and ".join(map(str, homes(settings.cache_path)))
    console.print(
        f"{_megabytes(total):>10}  of {settings.cache.limit_gb:g} GB in {places}", markup=False
    )
    return 0


async def clean(*, as_json: bool) -> int:
    """Remove the private copies that nobody uses."""
    settings, _ = load(workspace=Path.cwd())
    freed = clean_slots(settings.cache_path)
    if as_json:
        output.print_json({"freed_bytes": freed})
    else:
        output.console().print(f"{_megabytes(freed)} freed")
    return 0


async def purge(*, yes: bool) -> int:
    """Remove everything: private copies, logs, the way back, the journal of past fixes."""
    settings, _ = load()  # what a workspace's file names may be anybody's
    in_use = [each.root for each in usage(settings.cache_path) if each.in_use]
    if in_use:
        raise UsageError(f"in use by a running rustmend: {in_use[0]}; close it and run again")
    folders = homes(settings.cache_path)
    places = [folder / name for folder in folders for name in _OURS]
    places += [each for folder in folders for name in _LEFTOVERS for each in folder.glob(name)]
    places += _journal_files(settings.journal_path)
    places += _journal_files(ledger_file(settings))
    places += _journal_files(settings.cache_path / "jobs.sqlite3")
    places = [place for place in places if place.exists()]
    if not yes:
        if not sys.stdin.isatty():
            raise UsageError("purge removes what was learned; add --yes to do it without asking")
        sys.stderr.write("".join(f"{place}\n" for place in places))
        sys.stderr.write("Remove all of this? [y/N] ")
        sys.stderr.flush()
        if sys.stdin.readline().strip().lower() not in ("y", "yes"):
            return 1
    for place in places:
        if place.is_dir():
            shutil.rmtree(place)
        else:
            place.unlink()
        output.console().print(f"removed {place}", markup=False, highlight=False)
    for folder in folders:
        with contextlib.suppress(OSError):  # not empty: the rest is not of our making
            folder.rmdir()
    return 0


def _journal_files(journal: Path) -> list[Path]:
    """The database, and all that was put beside it: SQLite's files, the lock, damaged ones.

    Nothing where it is a file of somebody else.
    """
    if is_strange(journal):
        return []
    beside = [journal.with_name(journal.name + end) for end in ("", "-wal", "-shm", ".lock")]
    return [*beside, *journal.parent.glob(f"{glob.escape(journal.name)}.damaged-*")]


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.0f} MB"
