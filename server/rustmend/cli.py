"""The command line: arguments → a door. What a command does is in ``commands``."""

import asyncio
import functools
import io
import json
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, NoReturn

import click

from rustmend import __version__
from rustmend.errors import RustmendError

# Everything else is imported where it is used: `rustmend lsp` must be up before an editor notices,
# and `--help` needs none of it.

_path = click.argument("path", default=".", type=click.Path(path_type=Path))
_json = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON document and nothing else."
)
_edition = click.option(
    "--edition",
    type=click.Choice(["2015", "2018", "2021", "2024"]),
    default="2024",
    show_default=True,
    help="The edition of a single file without a package.",
)

Command = Callable[..., Coroutine[None, None, int]]


def _exits(function: Command) -> Callable[..., None]:
    """Run an async command to its exit status; an error becomes one line and status 2."""

    @functools.wraps(function)
    def run(**options: Any) -> None:
        try:
            sys.exit(asyncio.run(function(**options)))
        except RustmendError as error:
            _fail(str(error), as_json=bool(options.get("as_json")))
        except KeyboardInterrupt:
            sys.exit(130)
        except BrokenPipeError:
            # who reads has seen enough; the interpreter must not complain while it flushes
            sys.stdout = None
            sys.exit(0)
        except Exception as error:
            from rustmend.logs import keep_traceback

            kept = keep_traceback(error)
            _fail(
                f"a mistake of rustmend's own ({error!r}); please report it with {kept}",
                as_json=bool(options.get("as_json")),
            )

    return run


def _fail(message: str, *, as_json: bool) -> NoReturn:
    if as_json:
        sys.stdout.write(json.dumps({"error": message}) + "\n")
    sys.stderr.write(f"rustmend: {message}\n")
    sys.exit(2)


class _Program(click.Group):
    """Says what is wrong with a call in one line, as JSON too where that was asked for."""

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run the command line and exit."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")  # a ✓ must not end it on an old code page
        try:
            status = super().main(*args, **{**kwargs, "standalone_mode": False})
        except click.UsageError as error:
            help_ = f"{error.ctx.command_path} --help" if error.ctx else "rustmend --help"
            _fail(f"{error.format_message()} See `{help_}`.", as_json="--json" in sys.argv)
        except click.ClickException as error:
            _fail(error.format_message(), as_json="--json" in sys.argv)
        except click.Abort:
            sys.exit(130)
        sys.exit(status if isinstance(status, int) else 0)


@click.group(
    cls=_Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="rustmend")
def main() -> None:
    """Compiler-verified fixes for Rust.

    Every fix that rustmend shows was applied in a private copy and checked by cargo over all that
    your own check covers. Nothing leaves this machine unless you configured where to.

    Exit status: 0 done, no errors left; 1 done, and errors remain (or nothing was found); 2 wrong
    usage, a missing tool or unreadable input.
    """


@main.command()
def lsp() -> None:
    """Run the language server on standard input and output.

    Editors start it beside rust-analyzer; the README says how to set them up.
    """
    from rustmend.lsp.server import serve

    serve()


@main.command()
@_path
@_json
@_edition
@click.option("--clippy", is_flag=True, help="Check with clippy.")
@_exits
async def check(**options: Any) -> int:
    """Show the diagnostics of PATH, each with its best verified fix; touch nothing.

    PATH is a folder in a package or workspace, a Cargo.toml, or a single .rs file.
    """
    from rustmend.commands.check import run

    return await run(**options)


@main.command()
@_path
@click.option("--write", is_flag=True, help="Write the fixes into the files.")
@click.option("--undo", is_flag=True, help="Take the last written run of this workspace back.")
@_json
@click.option("--model/--no-model", default=False, help="Let the configured model help too.")
@click.option(
    "--dry-run", is_flag=True, help="With --model: show what would be sent; send nothing."
)
@click.option("--clippy", is_flag=True, help="Check with clippy, and mend warnings too.")
@click.option("--strict", is_flag=True, help="Take no fix that has a caution, however light.")
@click.option("--allow", multiple=True, metavar="CAUTION", help="Allow a heavy caution by name.")
@click.option("--max-rounds", type=click.IntRange(1), help="Stop after this many steps.")
@click.option(
    "--timeout", type=click.FloatRange(0, min_open=True), help="Stop after this many seconds."
)
@click.option("--test", is_flag=True, help="Refuse what makes a passing test fail.")
@_edition
@_exits
async def fix(*, undo: bool, **options: Any) -> int:
    """Repair PATH until it checks or nothing verified is left, and print the diff.

    Files are written only with --write: all of them or none, and nothing over a file that changed
    meanwhile. What was mended is kept even if errors remain. Fixes without cautions come first,
    then light ones; heavy ones only as allowed, such as --allow "removes code".

    With --model the configured language model is asked for what rules do not mend surely. Its
    answers are compiled like everything else; with --test failing tests are mended too.
    """
    from rustmend.commands import fix as command

    if undo:
        return await command.undo(
            options["path"], as_json=options["as_json"], edition=options["edition"]
        )
    return await command.run(**options)


@main.command()
@click.argument("what")
@click.option(
    "--model/--no-model",
    default=False,
    help="Let the configured model explain it in its words too.",
)
@_edition
@_exits
async def explain(**options: Any) -> int:
    """Explain a code (E0382) or the diagnostic at a place (src/x.rs:12 or src/x.rs:12:5)."""
    from rustmend.commands.explain import run

    return await run(**options)


@main.command()
@click.argument("question")
@_json
@click.option(
    "--model/--no-model",
    default=True,
    show_default=True,
    help="Let the configured model word the answer, where one is configured.",
)
@_exits
async def ask(**options: Any) -> int:
    """Answer a QUESTION about Rust from the knowledge base, naming the sources.

    With a model configured it words the answer from those sources; its code is compiled before it
    is shown, and marked as compiled or not. The status is 1 where nothing is known.
    """
    from rustmend.commands.ask import run

    return await run(**options)


@main.command()
@click.argument("description")
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where the project goes: a new folder or an empty one. Its name is the package's.",
)
@click.option(
    "--requirements",
    default="",
    metavar="TEXT",
    help="What it must do, a line each; one that shows a call and what it gives becomes a test.",
)
@click.option(
    "--model/--no-model",
    default=True,
    show_default=True,
    help="Let the configured model write it, where one is configured.",
)
@click.option(
    "--attempts",
    default=5,
    show_default=True,
    type=click.IntRange(1, 20),
    help="How often the model may write.",
)
@click.option(
    "--unsafe-no-sandbox", is_flag=True, help="Let the model's code run without a sandbox."
)
@_json
@_exits
async def generate(**options: Any) -> int:
    """Make a cargo project from a DESCRIPTION: it builds, and its tests pass.

    With a model configured it is written, built, tested and mended until it is right. Without one
    the nearest task of the knowledge base is taken under the new name, and that is said. The status
    is 1, and nothing is written, where it does not come right.
    """
    from rustmend.commands.generate import run

    return await run(**options)


@main.command()
@_path
@click.option("--http", is_flag=True, help="Serve Streamable HTTP at /mcp instead of one client.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address for --http.")
@click.option(
    "--port",
    default=8001,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="Port for --http.",
)
@click.option(
    "--unsafe-no-sandbox", is_flag=True, help="Let code that clients send run without a sandbox."
)
@_exits
async def mcp(*, path: Path, http: bool, host: str, port: int, unsafe_no_sandbox: bool) -> int:
    """Run the MCP server for PATH, for agents: on standard input and output, or --http.

    docs/mcp.md has the configuration for VS Code, Cursor, Claude Code and others. An address that
    others can reach needs a token in RUSTMEND_TOKEN.
    """
    from rustmend.mcp.server import serve_http, serve_stdio

    if http:
        return await serve_http(path.absolute(), host, port, unsafe=unsafe_no_sandbox)
    return await serve_stdio(path.absolute(), unsafe=unsafe_no_sandbox)


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to bind to.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes any."
)
@click.option(
    "--unsafe-no-sandbox",
    is_flag=True,
    help="Run code of requests unprotected where there is no sandbox.",
)
@_exits
async def serve(**options: Any) -> int:
    """Run the HTTP API and its page.

    Code of requests is compiled and run in a sandbox (bubblewrap). Anything but loopback wants a
    token in RUSTMEND_TOKEN, which callers send as `Authorization: Bearer …`. docs/http.md has the
    endpoints with examples.
    """
    from rustmend.http.serve import serve

    return await serve(**options)


@main.group()
def kb() -> None:
    """Look into the knowledge base: curated entries and what was learned."""


@kb.command()
@_json
@_exits
async def stats(**options: Any) -> int:
    """Count what is known and learned, by code."""
    from rustmend.commands.kb_stats import stats

    return await stats(**options)


@kb.command()
@click.argument("text")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1))
@_json
@_exits
async def search(**options: Any) -> int:
    """Find entries and tasks by words, a code, or a compiler's message."""
    from rustmend.commands.kb import search

    return await search(**options)


@kb.command("list")
@click.argument("which", required=False)
@_json
@_exits
async def list_(**options: Any) -> int:
    """List all that is known, or that of WHICH: a code, errors, lints, tasks or (past) fixes."""
    from rustmend.commands.kb import list_all

    return await list_all(**options)


@kb.command()
@click.argument("entry")
@_json
@_exits
async def show(**options: Any) -> int:
    """Show one entry, task or past fix: E0382/pushed-then-used, tasks/read-lines, a fix's id."""
    from rustmend.commands.kb import show

    return await show(**options)


@kb.command()
@click.argument("before", type=click.Path(path_type=Path))
@click.argument("after", type=click.Path(path_type=Path))
@_edition
@_json
@_exits
async def learn(**options: Any) -> int:
    """Learn a repair from BEFORE, which has an error, and AFTER, in which it is mended.

    Both are files or both are folders. Both are checked; what was taught like this is offered in
    every workspace, unless it has names of your own in it. BEFORE and AFTER are not touched.
    """
    from rustmend.commands.learn import learn

    return await learn(**options)


@kb.command()
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
    type=click.FloatRange(0, min_open=True),
    help="Stop after this time; the next call goes on from there.",
)
@click.option("--again", is_flag=True, help="Look at commits that were looked at before, too.")
@_json
@_exits
async def mine(**options: Any) -> int:
    """Learn repairs from the git history of REPO, a repository of your own.

    Commits are checked out in a private clone; REPO is not touched. Where a commit mended what did
    not check, that is learned; of other commits single changes are taken back to see what they
    mend. What is compiled are old states of REPO, build scripts and macros included: name only a
    repository that you would build yourself.
    """
    from rustmend.commands.mine import mine

    return await mine(**options)


@kb.command("check")
@click.argument("which", nargs=-1)
@click.option("--jobs", type=click.IntRange(1), help="How many compilers at a time.")
@click.option("--renew-index", is_flag=True, help="Write kb/index.jsonl anew.")
@_json
@_exits
async def kb_check(**options: Any) -> int:
    """Prove every entry and task, or those of WHICH: ids, codes, slugs, errors, lints, tasks.

    An entry's broken program gives its code and the fixed one gives nothing; a task builds without
    a warning and its tests pass. What held is remembered by content.
    """
    from rustmend.commands.kb_check import check

    return await check(**options)


@kb.command()
@click.argument("what", metavar="CODE")
@click.argument("slug", required=False)
@click.option("--task", is_flag=True, help="Start a task; CODE is its slug then.")
@_json
@_exits
async def new(**options: Any) -> int:
    """Start an entry about CODE (E0382, none, clippy::needless_return) with files to fill.

    SLUG names the situation in lower case words with dashes. Nothing that is there is overwritten.
    """
    from rustmend.commands.kb_new import new

    return await new(**options)


@kb.command("export")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--dry-run", is_flag=True, help="Print exactly what would be written; write nothing.")
@_json
@_exits
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
@_json
@_exits
async def kb_import(**options: Any) -> int:
    """Add the past fixes of an export.

    Each is compiled where its item stands on its own, and refused if its mend does not compile. One
    that needs its surroundings counts once a fix made of it verified in a workspace. What was
    forgotten here stays away.
    """
    from rustmend.commands.kb_fixes import import_

    return await import_(**options)


@kb.command()
@click.option("--download", is_flag=True, help="Fetch the model of `embedding.model` if need be.")
@_json
@_exits
async def embed(**options: Any) -> int:
    """Make the dense vectors that look-ups use as a second opinion, if a model is configured.

    The setting `embedding.model` names one of fastembed's models, `embedding.path` a folder with an
    ONNX model. Nothing is fetched without --download.
    """
    from rustmend.commands.kb_embed import embed

    return await embed(**options)


@kb.command()
@click.option("--dry-run", is_flag=True, help="Show exactly what would leave; send nothing.")
@_json
@_exits
async def sync(**options: Any) -> int:
    """Exchange rewrites with the team's server now; it happens in the background anyway.

    Only rewrites without private names leave, once they were seen twice or were taught. What was
    forgotten is withdrawn, and what others withdrew is no longer served.
    """
    from rustmend.commands.kb_sync import sync

    return await sync(**options)


@kb.command()
@click.argument("fix_id", metavar="ID")
@_json
@_exits
async def forget(**options: Any) -> int:
    """Remove the past fix whose id begins with ID, for good: from the file's free pages too.

    An import does not bring it back, and a team's server is told at the next chance.
    """
    from rustmend.commands.kb_fixes import forget

    return await forget(**options)


@main.command()
@_json
@click.option(
    "--bundle", type=click.Path(path_type=Path), help="Pack what a bug report needs, names blanked."
)
@_exits
async def doctor(**options: Any) -> int:
    """Say what is found and what is missing, each with the line that mends it."""
    from rustmend.commands.doctor import run

    return await run(**options)


@main.group()
def cache() -> None:
    """Look after the private copies' disk use."""


@cache.command("show")
@_json
@_exits
async def cache_show(**options: Any) -> int:
    """Show what the private copies take, and the limit."""
    from rustmend.commands.cache import show

    return await show(**options)


@cache.command("clean")
@_json
@_exits
async def cache_clean(**options: Any) -> int:
    """Remove the private copies that are not in use; they are made again when needed."""
    from rustmend.commands.cache import clean

    return await clean(**options)


@main.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@_exits
async def purge(*, yes: bool) -> int:
    """Remove everything rustmend ever wrote on this machine: caches, logs, what was learned."""
    from rustmend.commands.cache import purge

    return await purge(yes=yes)


@main.command()
@click.option(
    "--picture", type=click.Path(path_type=Path), help="Also keep what is shown, as an SVG."
)
@_exits
async def demo(**options: Any) -> int:
    """Show the main job: diagnostic, verified fix, applied, no errors left.

    Copies a small broken crate to a temporary folder and drives the real language server over
    stdio as an editor would.
    """
    from rustmend.demo import run

    return await run(**options)
