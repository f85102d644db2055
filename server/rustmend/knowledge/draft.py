"""Start a new entry or task: a folder with files to fill, as ``kb/README.md`` describes them.

What has to be written is left empty, so that ``rustmend kb check`` names what is missing.
"""

import re
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from rustmend.errors import UsageError
from rustmend.knowledge.tasks import SLUG
from rustmend.write import WriteError

ERROR = re.compile(r"E\d{4}|none")
LINT = re.compile(r"(?:(?:clippy|rustdoc)::)?[a-z][a-z0-9]*(?:_[a-z0-9]+)*")

_ENTRY = '''\
{code}title = ""                      # what the author should do, in the imperative
explanation = """
"""                             # what the compiler saw, why it is forbidden, how to choose
search = []                     # the words people use when they look for it
# signs = ['has type `String`']   # what rustc prints of this situation and not of its neighbours
checked_with = "{release}"

# Another good way out, as a program of its own:
# [[alternative]]
# path = "fixed-clone.rs"
# when = "Both owners need their own copy and the value is small."

# The mend as a rewrite that fits other programs too; kb/README.md says how:
# [[rewrite]]
# title = "Borrow `$ARG`"
# message = ""
#
# [[rewrite.edit]]
# pattern = "$F($ARG)"
# replace = "$F(&$ARG)"
'''
_PROGRAM = "fn main() {\n}\n"
_TASK = '''\
title = ""                      # such as "Read a text file line by line"
questions = []                  # two or three, as people ask
notes = """
"""                             # how it is done here and why this way; when another is better
traps = []                      # what bites people, a sentence each
topics = []
checked_with = "{release}"
'''
_MANIFEST = """\
[package]
name = "{slug}"
version = "0.1.0"
edition = "2024"
publish = false

[dependencies]
"""
_LIBRARY = """\
//! What this package shows, in a line.

/// Returns what the tests below ask for.
pub fn answer() -> u32 {
    todo!("the task")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_does_what_the_title_says() {
        assert_eq!(answer(), 42);
    }
}
"""


def start_entry(kb: Path, code: str, slug: str, release: str) -> Path:
    """Make the folder of an entry about ``code`` and return it.

    ``code`` is an error's (``E0382``), ``none``, or a lint's name (``clippy::needless_return``).
    Raises ``UsageError`` where the names cannot be or the folder is there, ``WriteError``.
    """
    if ERROR.fullmatch(code):
        shelf, name, line = "errors", code, ""
    elif LINT.fullmatch(code):
        shelf, name, line = "lints", code.rpartition(":")[2], f'code = "{code}"\n'
    else:
        raise UsageError(
            f"{code!r} is no code: write such as E0382, none or clippy::needless_return"
        )
    texts = {
        "entry.toml": _ENTRY.format(code=line, release=release),
        "broken.rs": _PROGRAM,
        "fixed.rs": _PROGRAM,
    }
    return _make(kb / shelf / name / _valid(slug), texts)


def start_task(kb: Path, slug: str, release: str) -> Path:
    """Make the folder of a task and return it; raises what ``start_entry`` does."""
    texts = {
        "task.toml": _TASK.format(release=release),
        "Cargo.toml": _MANIFEST.format(slug=slug),
        "src/lib.rs": _LIBRARY,
    }
    return _make(kb / "tasks" / _valid(slug), texts)


def free_slug(kb: Path, code: str) -> str:
    """Return the first of ``draft``, ``draft-2``, … that no entry about ``code`` is called."""
    name = code.rpartition(":")[2]
    taken = {
        folder.name for shelf in ("errors", "lints") for folder in (kb / shelf / name).glob("*")
    }
    number = 1
    while (slug := "draft" if number == 1 else f"draft-{number}") in taken:
        number += 1
    return slug


def _valid(slug: str) -> str:
    if not SLUG.fullmatch(slug):
        raise UsageError(
            f"{slug!r} is no slug: write lower case words with dashes, such as used-in-loop"
        )
    return slug


def _make(folder: Path, texts: Mapping[str, str]) -> Path:
    """Make the folder with its files, whole or not at all."""
    if folder.exists():
        raise UsageError(f"{folder} is there already: choose another slug")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        staged = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
        try:
            for name, text in texts.items():
                (staged / name).parent.mkdir(exist_ok=True)
                (staged / name).write_text(text, encoding="utf-8")
            staged.chmod(0o755)  # mkdtemp's is for its owner alone
            staged.rename(folder)
        except OSError:
            shutil.rmtree(staged, ignore_errors=True)
            raise
    except OSError as error:
        raise WriteError(f"cannot make {folder}: {error.strerror}") from error
    return folder
