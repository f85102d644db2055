"""``rustmend kb mine``: past fixes from a git history."""

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
    with output.progress(quiet=as_json) as tell:
        tell("reading the history")
        found = dig(
            history, lambda clone: assemble(clone / inside, {}), limit=limit, seconds=minutes * 60
        )
        async for latest in found:
            shown += latest.lessons
            tell(
                f"{latest.before + latest.looked_at} of {latest.commits} commits,"
                f" {len(shown)} repairs learned"
            )
    left = latest.commits - latest.before - latest.looked_at
    if as_json:
        output.print_json(
            {
                "commits": latest.commits,
                "looked_at": latest.looked_at,
                "before": latest.before,
                "left": left,
                "mended": latest.mended,
                "made": latest.made,
                "learned": [
                    {"id": each.fix.id, "code": each.fix.code, "rewrites": each.shown}
                    for each in shown
                ],
            }
        )
        return 0 if shown else 1
    console = output.console()
    for each in shown:
        code = f"{each.fix.code}: " if each.fix.code else ""
        words = f"learned {each.fix.id}  {code}{each.fix.diagnostic.message}"
        console.print(words, markup=False, highlight=False)
    console.print(
        f"{latest.looked_at} commits looked at ({latest.before} before): {latest.mended} repairs"
        f" of broken states, {latest.made} of single changes taken back"
    )
    if left:
        console.print(f"{left} commits are left: the same command goes on with them")
    return 0 if shown else 1


def _folder(repo: Path, origin: Path) -> Path:
    """Return the folder of the cargo workspace within the repository."""
    real = repo.resolve()
    return real.relative_to(origin.resolve()) if real.is_relative_to(origin.resolve()) else Path()
