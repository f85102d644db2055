"""What the commands of the command line share: options, exit statuses, errors in one line."""

import asyncio
import atexit
import contextlib
import errno
import functools
import gc
import io
import json
import math
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, NoReturn

import click

from rustmend.errors import NotFoundError, RustmendError
from rustmend.logs import for_people

path_argument = click.argument("path", default=".", type=click.Path(path_type=Path))
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON document and nothing else."
)
edition_option = click.option(
    "--edition",
    type=click.Choice(["2015", "2018", "2021", "2024"]),
    default="2024",
    show_default=True,
    help="The edition of a single file without a package.",
)

# a full disk, a quota, a device that is gone
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EIO})

Command = Callable[..., Coroutine[None, None, int]]


def exits(function: Command) -> Callable[..., None]:
    """Run an async command to its exit status; an error becomes one line and status 2.

    Where nothing is found it is 1.
    """

    @functools.wraps(function)
    def run(**options: Any) -> None:
        for_people()
        try:
            Path.cwd()
        except OSError as error:
            why = f"the current folder is gone ({error.strerror}): change to another one"
            fail(why, as_json=bool(options.get("as_json")))
        try:
            sys.exit(asyncio.run(function(**options)))
        except NotFoundError as error:
            fail(str(error), as_json=bool(options.get("as_json")), status=1)
        except RustmendError as error:
            fail(str(error), as_json=bool(options.get("as_json")))
        except KeyboardInterrupt:
            sys.exit(130)
        except BrokenPipeError:
            # who reads has seen enough; the interpreter must not complain while it flushes
            sys.stdout = None
            sys.exit(0)
        except Exception as error:
            if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
                fail(
                    f"{error.strerror}: {error.filename!s:.80}…",
                    as_json=bool(options.get("as_json")),
                )
            if isinstance(error, OSError) and error.errno in _NO_ROOM:
                # what is still buffered cannot be written either, and must end in no traceback
                sys.stdout = None
                fail(f"cannot write the output: {error.strerror}", as_json=False)
            from rustmend.logs import keep_traceback

            kept = keep_traceback(error)
            fail(
                f"a mistake of rustmend's own ({error!r}); please report it with {kept}",
                as_json=bool(options.get("as_json")),
            )

    return run


def fail(message: str, *, as_json: bool, status: int = 2) -> NoReturn:
    """End with one line on standard error, and as JSON on standard output too if asked."""
    if as_json:
        with contextlib.suppress(OSError):  # the line below still says it
            sys.stdout.write(json.dumps({"error": message}) + "\n")
            sys.stdout.flush()
    if sys.stderr is not None:  # closed by who started it
        sys.stderr.write(f"rustmend: {message}\n")
    sys.exit(status)


class Above(click.FloatRange):
    """A number in a range, which NaN is not."""

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the number, or fail in click's way."""
        number = super().convert(value, param, ctx)
        return self.fail(f"{value!r} is no number", param, ctx) if math.isnan(number) else number


class Listed(click.Group):
    """Lists its commands in the order in which they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return their names in the order of the declaration."""
        return list(self.commands)


class Program(Listed):
    """Says what is wrong with a call in one line, as JSON too where that was asked for."""

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Run the command line and exit."""
        # the interpreter would look through all objects for what to collect: up to a second
        atexit.register(gc.freeze)
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")  # a ✓ must not end it on an old code page
        try:
            status = super().main(*args, **{**kwargs, "standalone_mode": False})
        except click.exceptions.NoArgsIsHelpError as error:
            name = error.ctx.command_path if error.ctx else "rustmend"
            fail(f"name a command; `{name} --help` lists them", as_json=False)
        except click.UsageError as error:
            help_ = f"{error.ctx.command_path} --help" if error.ctx else "rustmend --help"
            fail(
                f"{error.format_message().rstrip('.')}. See `{help_}`.",
                as_json="--json" in sys.argv,
            )
        except click.ClickException as error:
            fail(error.format_message(), as_json="--json" in sys.argv)
        except click.Abort:
            sys.exit(130)
        except OSError as error:  # a help text that nobody can take
            sys.stdout = None
            fail(f"cannot write the output: {error.strerror}", as_json=False)
        sys.exit(status if isinstance(status, int) else 0)
