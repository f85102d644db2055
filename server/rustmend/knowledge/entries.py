"""Curated entries: the folders of ``kb/errors`` and ``kb/lints``, as ``kb/README.md`` says.

A bad entry never stops the others: ``read`` returns what is wrong beside what is right.
Programs are read from disk only when somebody asks for them.
"""

import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

import rustmend
from rustmend.errors import UsageError
from rustmend.knowledge.rewrite import Rewrite

PROGRAM = re.compile(rb"^\s*(?:pub(?:\([^)]*\))?\s+)?(?:async\s+)?fn\s+main\s*\(", re.MULTILINE)
# errors, which rustc reports, and lints, which clippy does
SHELVES = ("errors", "lints")
EDITIONS = ("2015", "2018", "2021", "2024")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an entry. A ``report`` fails no run: it is another toolchain's word."""

    entry: str
    message: str
    report: bool = False


@dataclass(frozen=True, slots=True)
class Program:
    """A program of an entry: one file, or a folder with ``main.rs`` or ``lib.rs``."""

    folder: Path
    name: str

    def files(self) -> dict[str, bytes]:
        """Return the sources by their path relative to the entry's folder, the root first.

        Raises ``OSError``.
        """
        path = self.folder / self.name
        if not path.is_dir():
            return {self.name: path.read_bytes()}
        root = path / "main.rs" if (path / "main.rs").is_file() else path / "lib.rs"
        others = sorted(file for file in path.rglob("*") if file.is_file() and file != root)
        return {
            file.relative_to(self.folder).as_posix(): file.read_bytes() for file in [root, *others]
        }


@dataclass(frozen=True, slots=True)
class Alternative:
    """A further good way out, and when to choose it."""

    program: Program
    when: str


@dataclass(frozen=True, slots=True, eq=False)  # each is one, and quick to hash
class Entry:
    """One mistake and its mends.

    ``id`` is such as ``E0382/used-in-loop``; ``code`` is None where rustc gives none. ``signs`` are
    regular expressions, all of which are found in what rustc prints of this very situation.
    ``typical`` ones are shown first where somebody asks for the code alone.
    """

    id: str
    code: str | None
    folder: Path
    title: str
    explanation: str
    search: tuple[str, ...]
    aliases: tuple[str, ...]
    edition: str
    checked_with: str
    crate: str
    broken: Program
    fixed: Program
    alternatives: tuple[Alternative, ...]
    rewrites: tuple[Rewrite, ...]
    signs: tuple[str, ...] = ()
    typical: bool = False

    @property
    def is_lint(self) -> bool:
        """Whether clippy's driver compiles it, for what it shows is a warning."""
        return self.folder.parent.parent.name == "lints"

    @property
    def codes(self) -> tuple[str | None, ...]:
        """The folder's code and what other toolchains call it."""
        return (self.code, *self.aliases)

    def is_program(self, files: dict[str, bytes]) -> bool:
        """Whether ``files`` (the root first) are compiled as a program, not as a library."""
        if self.crate:
            return self.crate == "program"
        return PROGRAM.search(next(iter(files.values()))) is not None


class _Alternative(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    path: str
    when: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``entry.toml`` as it is written."""

    title: str
    explanation: str
    search: tuple[str, ...]
    checked_with: str
    code: str = ""
    aliases: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    typical: bool = False
    edition: str = "2024"
    crate: str = ""
    alternative: tuple[_Alternative, ...] = ()
    rewrite: tuple[Rewrite, ...] = ()


def load(kb: Path) -> tuple[Entry, ...]:
    """Return the entries of ``kb`` that can be read, by code and slug."""
    return read(kb)[0]


def read(kb: Path) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Return the entries of ``kb`` and what is wrong with the rest. Raises ``UsageError``."""
    root = kb / "errors"
    if not root.is_dir():
        raise UsageError(f"{kb} holds no knowledge base: there is no folder `errors` in it")
    entries: list[Entry] = []
    problems: list[Problem] = []
    for folder in (each for shelf in SHELVES for each in _folders(kb / shelf)):
        found = _read_entry(folder)
        if isinstance(found, Entry):
            entries.append(found)
        else:
            problems += found
    return tuple(entries), tuple(problems)


def find_kb(setting: Path | None = None) -> Path:
    """Return the folder of the curated entries. Raises ``UsageError`` where there is none.

    It is the setting, else ``kb`` of the checkout that rustmend runs from, else the packaged one.
    """
    package = Path(rustmend.__file__).parent
    places = [setting] if setting else [package.parents[1] / "kb", package / "_kb"]
    for place in places:
        if (place / "errors").is_dir():
            return place
    named = "the setting `kb.path` is wrong: " if setting else ""
    where = " or ".join(map(str, places))
    raise UsageError(f"{named}there is no knowledge base (with a folder `errors`) in {where}")


def _folders(root: Path) -> Iterator[Path]:
    for code in folder_names(root) if root.is_dir() else ():
        if (root / code).is_dir():
            for slug in folder_names(root / code):
                if (root / code / slug).is_dir():
                    yield root / code / slug


def folder_names(folder: Path) -> list[str]:
    """Return the names in a folder, sorted."""
    return sorted(os.listdir(folder))  # noqa: PTH208  # no Path for each of some thousand names


def _read_entry(folder: Path) -> Entry | list[Problem]:
    name = f"{folder.parent.name}/{folder.name}"
    try:
        present = folder_names(folder)
        raw = tomllib.loads((folder / "entry.toml").read_text(encoding="utf-8"))
        file = msgspec.convert(raw, _File)
    except (OSError, ValueError) as error:  # msgspec's and tomllib's are ValueErrors
        reason = error.strerror if isinstance(error, OSError) else str(error)
        return [Problem(name, f"entry.toml: {reason}")]
    entry = _entry(name, folder, file, present)
    wrong = [*_faults(file), *_missing(entry, present)]
    return [Problem(name, f"entry.toml: {fault}") for fault in wrong] or entry


def _entry(name: str, folder: Path, file: _File, present: list[str]) -> Entry:
    def program(stem: str) -> Program:
        return Program(folder, stem if stem in present else f"{stem}.rs")

    return Entry(
        id=name,
        code=file.code or (None if folder.parent.name == "none" else folder.parent.name),
        folder=folder,
        title=file.title,
        explanation=file.explanation.strip(),
        search=file.search,
        aliases=file.aliases,
        signs=file.signs,
        typical=file.typical,
        edition=file.edition,
        checked_with=file.checked_with,
        crate=file.crate,
        broken=program("broken"),
        fixed=program("fixed"),
        alternatives=tuple(
            Alternative(Program(folder, item.path.rstrip("/")), item.when)
            for item in file.alternative
        ),
        rewrites=file.rewrite,
    )


def _faults(file: _File) -> Iterator[str]:
    for key in ("title", "explanation", "checked_with"):
        if not getattr(file, key).strip():
            yield f"`{key}` is empty"
    if not file.search:
        yield "`search` is empty: name the words that people type"
    if file.edition not in EDITIONS:
        yield f"`edition` is none of {', '.join(EDITIONS)}"
    for sign in file.signs:
        try:
            re.compile(sign)
        except re.error as error:
            yield f"the sign {sign!r} is no regular expression: {error}"
    if file.crate not in ("", "program", "library"):
        yield '`crate` is neither "program" nor "library"'


def _missing(entry: Entry, present: list[str]) -> Iterator[str]:
    names = [entry.broken.name, entry.fixed.name]
    names += [item.program.name for item in entry.alternatives]
    for name in names:
        if name not in present:
            yield f"the program `{name}` is not there"
    for name in sorted({*present} - {"entry.toml", *names}):
        yield f"`{name}` belongs to no program: list it under [[alternative]] or remove it"
