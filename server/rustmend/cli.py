"""The command line: arguments → a door. What a command does is in ``commands``."""

from pathlib import Path
from typing import Any

import click

from rustmend import __version__
from rustmend.cli_kb import kb
from rustmend.cli_options import (
    Above,
    Listed,
    Program,
    edition_option,
    exits,
    json_option,
    path_argument,
)
from rustmend.errors import UsageError

# Everything else is imported where it is used: `rustmend lsp` must be up before an editor notices,
# and `--help` needs none of it.


@click.group(
    cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="rustmend")
def main() -> None:
    """Compiler-verified fixes for Rust.

    Every fix that rustmend shows was applied in a private copy and checked by cargo over all that
    your own check covers. Nothing leaves this machine unless you configured where to.

    Exit status: 0 done, no errors left; 1 done, and errors remain (or nothing was found); 2 wrong
    usage, a missing tool or unreadable input.
    """


@main.command(short_help="Run the language server on standard input and output.")
def lsp() -> None:
    """Run the language server on standard input and output.

    Editors start it beside rust-analyzer; the README says how to set them up.
    """
    from rustmend.lsp.server import serve

    serve()


@main.command(short_help="Show diagnostics with their best verified fix; touch nothing.")
@path_argument
@json_option
@edition_option
@click.option("--clippy", is_flag=True, help="Check with clippy.")
@exits
async def check(**options: Any) -> int:
    """Show the diagnostics of PATH, each with its best verified fix; touch nothing.

    PATH is a folder in a package or workspace, a Cargo.toml, or a single .rs file.
    """
    from rustmend.commands.check import run

    return await run(**options)


@main.command(short_help="Repair until it checks; print the diff, or --write it.")
@path_argument
@click.option("--write", is_flag=True, help="Write the fixes into the files.")
@click.option("--undo", is_flag=True, help="Take the last written run of this workspace back.")
@json_option
@click.option("--model/--no-model", default=False, help="Let the configured model help too.")
@click.option(
    "--dry-run", is_flag=True, help="With --model: show what would be sent; send nothing."
)
@click.option("--clippy", is_flag=True, help="Check with clippy, and mend warnings too.")
@click.option("--strict", is_flag=True, help="Take no fix that has a caution, however light.")
@click.option(
    "--allow",
    multiple=True,
    metavar="CAUTION",
    help='Allow a heavy caution, such as "removes code".',
)
@click.option("--max-rounds", type=click.IntRange(1), help="Stop after this many steps.")
@click.option("--timeout", type=Above(0, min_open=True), help="Stop after this many seconds.")
@click.option("--test", is_flag=True, help="Run the tests too; refuse what makes one fail.")
@edition_option
@exits
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


@main.command(short_help="Explain a code, or the diagnostic at a place.")
@click.argument("what")
@click.option(
    "--model/--no-model",
    default=False,
    help="Let the configured model explain it in its words too.",
)
@edition_option
@exits
async def explain(**options: Any) -> int:
    """Explain a code (E0382, needless_return) or the diagnostic at a place.

    A place is such as src/x.rs:12 or src/x.rs:12:5.
    """
    from rustmend.commands.explain import run

    return await run(**options)


@main.command(short_help="Answer a question about Rust, naming the sources.")
@click.argument("question")
@json_option
@click.option(
    "--model/--no-model",
    default=True,
    show_default=True,
    help="Let the configured model word the answer, where one is configured.",
)
@exits
async def ask(**options: Any) -> int:
    """Answer a QUESTION about Rust from the knowledge base, naming the sources.

    With a model configured it words the answer from those sources; its code is compiled before it
    is shown, and marked as compiled or not. The status is 1 where nothing is known.
    """
    from rustmend.commands.ask import run

    return await run(**options)


@main.command(short_help="Make a cargo project that builds and passes its tests.")
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
@json_option
@exits
async def generate(**options: Any) -> int:
    """Make a cargo project from a DESCRIPTION: it builds, and its tests pass.

    With a model configured it is written, built, tested and mended until it is right. Without one
    the nearest task of the knowledge base is taken under the new name, and that is said. The status
    is 1, and nothing is written, where it does not come right.
    """
    from rustmend.commands.generate import run

    return await run(**options)


@main.command(short_help="Run the MCP server, for agents.")
@path_argument
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
@exits
async def mcp(*, path: Path, http: bool, host: str, port: int, unsafe_no_sandbox: bool) -> int:
    """Run the MCP server for PATH, for agents: on standard input and output, or --http.

    docs/mcp.md has the configuration for VS Code, Cursor, Claude Code and others. An address that
    others can reach needs a token in RUSTMEND_TOKEN.
    """
    from rustmend.mcp.server import serve_http, serve_stdio

    if not path.exists():
        raise UsageError(f"{path} does not exist")
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
@exits
async def serve(**options: Any) -> int:
    """Run the HTTP API and its page.

    Code of requests is compiled and run in a sandbox (bubblewrap). Anything but loopback wants a
    token in RUSTMEND_TOKEN, which callers send as `Authorization: Bearer …`. docs/http.md has the
    endpoints with examples.
    """
    from rustmend.http.serve import serve

    return await serve(**options)


main.add_command(kb)


@main.command(short_help="Say what is found and what is missing.")
@json_option
@click.option(
    "--bundle", type=click.Path(path_type=Path), help="Pack what a bug report needs, names blanked."
)
@exits
async def doctor(**options: Any) -> int:
    """Say what is found and what is missing, each with the line that mends it."""
    from rustmend.commands.doctor import run

    return await run(**options)


@main.group(cls=Listed)
def cache() -> None:
    """Look after the private copies' disk use."""


@cache.command("show")
@json_option
@exits
async def cache_show(**options: Any) -> int:
    """Show what the private copies take, and the limit."""
    from rustmend.commands.cache import show

    return await show(**options)


@cache.command("clean", short_help="Remove the private copies that are not in use.")
@json_option
@exits
async def cache_clean(**options: Any) -> int:
    """Remove the private copies that are not in use; they are made again when needed."""
    from rustmend.commands.cache import clean

    return await clean(**options)


@main.command(short_help="Remove everything rustmend ever wrote on this machine.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@exits
async def purge(*, yes: bool) -> int:
    """Remove everything rustmend ever wrote on this machine: caches, logs, what was learned."""
    from rustmend.commands.cache import purge

    return await purge(yes=yes)


@main.command(short_help="Show the main job on a small broken crate.")
@click.option(
    "--picture", type=click.Path(path_type=Path), help="Also keep what is shown, as an SVG."
)
@exits
async def demo(**options: Any) -> int:
    """Show the main job: diagnostic, verified fix, applied, no errors left.

    Copies a small broken crate to a temporary folder and drives the real language server over
    stdio as an editor would.
    """
    from rustmend.demo import run

    return await run(**options)
