"""Which file names of a submitted project are taken, and in which spelling."""

import unicodedata
from collections.abc import Iterable

from rustmend.errors import UsageError

MOST_FILES = 1000
_DEEPEST = 16
_LONGEST_NAME = 120  # bytes
_LONGEST_PATH = 400  # bytes
# cargo would run what a configuration names, and rustup would install what a toolchain file wants
_CONFIGURATION = ".cargo"
# spaces other than the plain one, invisible and private characters, halves of surrogate pairs
_UNPRINTABLE = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")


def normalised(path: str) -> str:
    """Return the one spelling of a relative path: ``/`` between names, NFC, no ``.`` parts.

    Raises ``UsageError`` for whatever may lead elsewhere or look like another name: absolute
    paths, ``..``, drive letters, backslashes, control and compatibility characters.
    """
    shown = ascii(path)[:80]
    if any(unicodedata.category(character) in _UNPRINTABLE for character in path):
        raise UsageError(f"the file name {shown} holds a character that cannot be seen")
    plain = unicodedata.normalize("NFC", path)
    if unicodedata.normalize("NFKC", path) != plain:
        raise UsageError(f"the file name {shown} holds a character that looks like another one")
    if "\\" in plain or ":" in plain:
        raise UsageError(f"the file name {shown} holds a backslash or a colon: write src/main.rs")
    if plain.startswith(("/", "~")):
        raise UsageError(f"the file name {shown} must be relative to the project")
    parts = [part for part in plain.split("/") if part not in ("", ".")]
    if not parts or plain.endswith("/"):
        raise UsageError(f"{shown} is not the name of a file")
    if ".." in parts:
        raise UsageError(f"the file name {shown} leads out of the project")
    if any(part != part.strip() or part.endswith(".") for part in parts):
        raise UsageError(f"the file name {shown} has a part that begins or ends oddly")
    if parts[0].casefold() == _CONFIGURATION:
        raise UsageError(f"{shown}: a project's own cargo configuration is not taken; leave it out")
    if len(parts) > _DEEPEST:
        raise UsageError(f"the file name {shown} is more than {_DEEPEST} folders deep")
    if len(plain.encode()) > _LONGEST_PATH or any(
        len(part.encode()) > _LONGEST_NAME for part in parts
    ):
        raise UsageError(f"the file name {shown} is too long")
    return "/".join(parts)


def distinct(paths: Iterable[str]) -> None:
    """Raise ``UsageError`` where two of these normalised paths cannot be beside each other."""
    files: dict[str, str] = {}
    for path in paths:
        if other := files.get(path.casefold()):
            raise UsageError(f"{other} and {path} are one file where case does not count")
        files[path.casefold()] = path
    folders = {
        folded.rsplit("/", depth)[0]
        for folded in files
        for depth in range(1, folded.count("/") + 1)
    }
    for folder in sorted(folders & files.keys()):
        raise UsageError(f"{files[folder]} cannot be a file and a folder at once")
