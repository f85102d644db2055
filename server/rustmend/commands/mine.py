"""``rustmend kb mine``: past fixes from a git history."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from rustmend.commands import output
from rustmend.config import load
from rustmend.errors import UsageError
from rustmend.learning.history import History
from rustmend.learning.mine import Mined
from rustmend.learning.mine import mine as dig
from rustmend.learning.teach import Lesson
from rustmend.wiring import assemble


async def mine(*, repo: Path, limit: int, minutes: float, again: bool, as_json: bool) -> int:
    """Look into the history of ``repo``; 0 where something was learned, 1 where nothing was."""
    settings, _ = load(workspace=repo if repo.is_dir() else Path.cwd())
    if not settings.trusted:
        raise UsageError(f"{repo} is not trusted, so its history is not compiled")
    history = await History.of(repo.absolute(), settings.cache_path, again=again)
    inside = _folder(repo.absolute(), history.origin)
    latest = Mined(0, 0, 0, 0, 0)
    shown: list[Lesson] = []
    try:
        with output.progress(quiet=as_json) as tell:
            tell("reading the history")
            found = dig(
                history,
                lambda clone: assemble(clone / inside, {}),
                limit=limit,
                seconds=minutes * 60,
            )
            async for latest in found:
                shown += latest.lessons
                tell(
                    f"{latest.before + latest.looked_at} of {latest.commits} commits,"
                    f" {len(shown)} repairs learned"
                )
    except asyncio.CancelledError:  # interrupted: what was learned is kept
        if not as_json:
            _print(latest, shown)
        raise
    if as_json:
        output.print_json(
            {
                "commits": latest.commits,
                "looked_at": latest.looked_at,
                "before": latest.before,
                "left": latest.left,
                "mended": latest.mended,
                "made": latest.made,
                "learned": [
                    {"id": each.fix.id, "code": each.fix.code, "rewrites": each.shown}
                    for each in shown
                ],
            }
        )
        return 0 if shown else 1
    _print(latest, shown)
    return 0 if shown else 1


def _print(latest: Mined, shown: Sequence[Lesson]) -> None:
    console = output.console()
    for each in shown:
        code = f"{each.fix.code}: " if each.fix.code else ""
        words = f"learned {each.fix.id}  {code}{each.fix.diagnostic.message}"
        console.print(words, markup=False, highlight=False)
        for rewrite in each.shown:
            console.print(f"  {rewrite}", markup=False, highlight=False)
    console.print(
        f"{_commits(latest.looked_at)} looked at ({latest.before} before), repairs learned:"
        f" {latest.mended} of broken states, {latest.made} of single changes taken back"
    )
    if latest.left:
        console.print(f"{_commits(latest.left)} left: the same command goes on there")
    elif not latest.looked_at and latest.before:
        console.print("--again looks at them once more")


def _commits(number: int) -> str:
    return f"{number} commit{'' if number == 1 else 's'}"


def _folder(repo: Path, origin: Path) -> Path:
    """Return the folder of the cargo workspace within the repository."""
    real = repo.resolve()
    return real.relative_to(origin.resolve()) if real.is_relative_to(origin.resolve()) else Path()
