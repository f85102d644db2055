"""Logging: to standard error and a rotating file, with secrets blanked.

Standard output belongs to the protocol and to results, so nothing is ever logged there.
"""

import contextlib
import logging
import os
import re
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rustmend.config import Settings

_FORMAT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"
_MAX_BYTES = 2 * 2**20
_KEPT_FILES = 2


def log_file(settings: "Settings") -> Path:
    """Return where the log lies. It may not exist yet."""
    return settings.cache_path / "logs" / "rustmend.log"


def keep_traceback(error: BaseException) -> Path:
    """Write what went wrong inside rustmend to a file for a bug report, and return where."""
    # this module is on the server's way to its first answer, and these are for a failure
    import tempfile
    import traceback

    from rustmend.config import load

    text = blank_secrets("".join(traceback.format_exception(error)))
    name = f"rustmend-{os.getpid()}.log"
    with contextlib.suppress(Exception):  # the mistake may be in what finds the folder
        file = log_file(load()[0]).with_name(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file
    file = Path(tempfile.gettempdir()) / name
    file.write_text(text)
    return file


def to_stderr(level: str = "warning") -> None:
    """Log to standard error only: what is right until the settings are known."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Blanking(_FORMAT))
    # editors show what comes this way as errors; the rest is for the file
    handler.setLevel(logging.WARNING)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    # pygls tells every message, and a message can be a whole file; failures reach us by its hook
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    logging.getLogger("filelock").setLevel(logging.WARNING)


def for_people() -> None:
    """Show warnings as a command does: a line each on standard error, under the program's name."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Blanking("rustmend: %(message)s"))
    logging.getLogger().handlers[:] = [handler]


def to_file(settings: "Settings") -> None:
    """Log to a rotating file as well. A folder that cannot be written is mentioned, no more."""
    # it costs a twentieth of the server's start, and the start needs no file
    from logging.handlers import RotatingFileHandler

    root = logging.getLogger()
    root.setLevel(settings.log.level.upper())
    file = log_file(settings)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            file, maxBytes=_MAX_BYTES, backupCount=_KEPT_FILES, encoding="utf-8", delay=True
        )
    except OSError as error:
        logging.getLogger(__name__).warning("no log file in %s: %s", file.parent, error)
        return
    handler.setFormatter(_Blanking(_FORMAT))
    for old in root.handlers[1:]:
        old.close()
    root.handlers[1:] = [handler]


class _Blanking(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return blank_secrets(super().format(record))


def blank_secrets(text: str) -> str:
    """Return ``text`` without what looks like a key, a token or a password."""
    return _secret().sub(lambda found: f"{found[1] or ''}…", text)


@lru_cache(maxsize=1)
def _secret() -> re.Pattern[str]:
    # compiled on first use: it would cost the server's start a hundredth
    return re.compile(
        r"(?i)(\b(?:api[_-]?key|\w*token|secret|passw(?:or)?d|authorization)\b[\"']?\s*[:=]"
        r"\s*[\"']?(?:bearer\s+)?)[^\s\"',;]{4,}"
        r"|\b(?:sk|pk|ghp|gho|ghs|github_pat|glpat|xox[abp])[-_][A-Za-z0-9_-]{10,}"
        r"|(?<=://)[^/\s:@]+:[^/\s@]+(?=@)"
    )
