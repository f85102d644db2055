"""``rustmend kb``: the knowledge base on the command line."""

from pathlib import Path
from typing import Any

import click

from rustmend.cli_options import Above, Listed, edition_option, exits, json_option


@click.group(cls=Listed)
def kb() -> None:
    """Look into what is known: entries, tasks, past fixes."""


@kb.command()
@json_option
@exits
async def stats(**options: Any) -> int:
    """Count what is known and learned, by code."""
    from rustmend.commands.kb_stats import stats

    return await stats(**options)


@kb.command(short_help="Find entries, tasks and past fixes by words or a code.")
@click.argument("text")
@click.option(
    "--limit", default=10, show_default=True, type=click.IntRange(1), help="How many of each kind."
)
@json_option
@exits
async def search(**options: Any) -> int:
    """Find entries, tasks and past fixes by words, a code, or a compiler's message."""
    from rustmend.commands.kb import search

    return await search(**options)


@kb.command("list", short_help="List all that is known, or a part of it.")
@click.argument("which", required=False)
@json_option
@exits
async def list_(**options: Any) -> int:
    """List all that is known, or that of WHICH: a code, errors, lints, tasks or (past) fixes."""
    from rustmend.commands.kb import list_all

    return await list_all(**options)


@kb.command(short_help="Show an entry, a task or a past fix.")
@click.argument("entry")
@json_option
@exits
async def show(**options: Any) -> int:
    """Show one entry, task or past fix: E0382/pushed-then-used, tasks/read-lines, a fix's id."""
    from rustmend.commands.kb import show

    return await show(**options)


@kb.command(short_help="Learn a repair from a text before and one after.")
@click.argument("before", type=click.Path(path_type=Path))
@click.argument("after", type=click.Path(path_type=Path))
@edition_option
@json_option
@exits
async def learn(**options: Any) -> int:
    """Learn a repair from BEFORE, which has an error, and AFTER, in which it is mended.

    Both are files or both are folders. Both are checked; what was taught like this is offered in
    every workspace, unless it has names of your own in it. BEFORE and AFTER are not touched.
    """
    from rustmend.commands.learn import learn

    return await learn(**options)


@kb.command(short_help="Learn repairs from a repository's git history.")
@click.argument("repo", default=".", type=click.Path(path_type=Path))
@click.option(
    "--limit",
    default=100,
    show_default=True,
    type=click.IntRange(1),
    help="How many of the latest commits that changed Rust sources.",
)
@click.option(
    "--minutes",
    default=30.0,
    show_default=True,
    type=Above(0, min_open=True),
    help="Stop after this time; the next call goes on from there.",
)
@click.option("--again", is_flag=True, help="Look at commits that were looked at before, too.")
@json_option
@exits
async def mine(**options: Any) -> int:
    """Learn repairs from the git history of REPO, a repository of your own.

    Commits are checked out in a private clone; REPO is not touched. Where a commit mended what did
    not check, that is learned; of other commits single changes are taken back to see what they
    mend. What is compiled are old states of REPO, build scripts and macros included: name only a
    repository that you would build yourself.
    """
    from rustmend.commands.mine import mine

    return await mine(**options)


@kb.command("check", short_help="Prove entries and tasks with the compiler.")
@click.argument("which", nargs=-1)
@click.option("--jobs", type=click.IntRange(1), help="How many compilers at a time.")
@click.option("--renew-index", is_flag=True, help="Write kb/index.jsonl anew.")
@json_option
@exits
async def kb_check(**options: Any) -> int:
    """Prove every entry and task, or those of WHICH: ids, codes, slugs, errors, lints, tasks.

    An entry's broken program gives its code and the fixed one gives nothing; a task builds without
    a warning and its tests pass. What held is remembered by content.
    """
    from rustmend.commands.kb_check import check

    return await check(**options)


@kb.command(short_help="Start an entry or a task, with files to fill.")
@click.argument("what", metavar="CODE")
@click.argument("slug", required=False)
@click.option("--task", is_flag=True, help="Start a task; CODE is its slug then.")
@json_option
@exits
async def new(**options: Any) -> int:
    """Start an entry about CODE (E0382, none, clippy::needless_return) with files to fill.

    SLUG names the situation in lower case words with dashes. Nothing that is there is overwritten.
    """
    from rustmend.commands.kb_new import new

    return await new(**options)


@kb.command("export")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--dry-run", is_flag=True, help="Print exactly what would be written; write nothing.")
@json_option
@exits
async def kb_export(**options: Any) -> int:
    """Write past fixes to FILE as JSON lines, for others to import.

    Paths, secrets and e-mail addresses are blanked, and so are names of files; the code of the
    fixes is not. What was forgotten is not in it.
    """
    from rustmend.commands.kb_fixes import export

    return await export(**options)


@kb.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--jobs", type=click.IntRange(1), help="How many compilers at a time.")
@click.option("--dry-run", is_flag=True, help="Compile and report, and add nothing.")
@json_option
@exits
async def kb_import(**options: Any) -> int:
    """Add the past fixes of an export.

    Each is compiled where its item stands on its own, and refused if its mend does not compile. One
    that needs its surroundings counts once a fix made of it verified in a workspace. What was
    forgotten here stays away.
    """
    from rustmend.commands.kb_fixes import import_

    return await import_(**options)


@kb.command(short_help="Make dense vectors for look-ups, where a model is set.")
@click.option("--download", is_flag=True, help="Fetch the model of `embedding.model` if need be.")
@json_option
@exits
async def embed(**options: Any) -> int:
    """Make the dense vectors that look-ups use as a second opinion, if a model is configured.

    The setting `embedding.model` names one of fastembed's models, `embedding.path` a folder with an
    ONNX model. Nothing is fetched without --download.
    """
    from rustmend.commands.kb_embed import embed

    return await embed(**options)


@kb.command(short_help="Exchange rewrites with the team's server now.")
@click.option("--dry-run", is_flag=True, help="Show exactly what would leave; send nothing.")
@json_option
@exits
async def sync(**options: Any) -> int:
    """Exchange rewrites with the team's server now; it happens in the background anyway.

    Only rewrites without private names leave, once they were seen twice or were taught. What was
    forgotten is withdrawn, and what others withdrew is no longer served.
    """
    from rustmend.commands.kb_sync import sync

    return await sync(**options)


@kb.command(short_help="Make anew what past fixes teach.")
@json_option
@exits
async def relearn(**options: Any) -> int:
    """Make anew what past fixes teach, where an older rustmend looked at them.

    The pairs of texts are kept, so that a better generaliser can learn more of them. The language
    server does it by itself in idle time.
    """
    from rustmend.commands.kb_fixes import relearn

    return await relearn(**options)


@kb.command(short_help="Remove a past fix for good.")
@click.argument("fix_id", metavar="ID")
@json_option
@exits
async def forget(**options: Any) -> int:
    """Remove the past fix whose id begins with ID, for good: from the file's free pages too.

    An import does not bring it back, and a team's server is told at the next chance.
    """
    from rustmend.commands.kb_fixes import forget

    return await forget(**options)
