"""Curated tasks: the packages of ``kb/tasks``, as ``kb/README.md`` says.

Each answers a question that people ask by a small package whose tests pass. A bad one
never stops the others, and sources are read from disk only when somebody asks for them.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from rustmend.knowledge.entries import EDITIONS, Problem, folder_names

SHELF = "tasks"
MANIFEST = "Cargo.toml"
WORDS = "task.toml"
SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
DEPENDENCIES = ("dependencies", "dev-dependencies", "build-dependencies")
TESTS = re.compile(r"^\s*#\[(?:\w+::)?test\b", re.MULTILINE)
# what cargo leaves where somebody tries a package in its place
JUNK = ("target", "Cargo.lock")


@dataclass(frozen=True, slots=True, eq=False)  # each is one, and quick to hash
class Task:
    """A question and the package that answers it.

    ``id`` is such as ``tasks/read-lines``; ``dependencies`` are the names of the crates that it
    needs; ``notes`` is Markdown.
    """

    id: str
    title: str
    questions: tuple[str, ...]
    notes: str
    traps: tuple[str, ...]
    topics: tuple[str, ...]
    checked_with: str
    folder: Path
    dependencies: tuple[str, ...]

    @property
    def slug(self) -> str:
        """The name of the folder and of the package."""
        return self.folder.name

    def files(self) -> dict[str, str]:
        """Return the package by paths relative to its folder: the manifest, then the sources.

        Raises ``OSError``; a file that is not UTF-8 is a ``Problem`` when the task is read.
        """
        return {name: file.read_text(encoding="utf-8") for name, file in _package(self.folder)}


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``task.toml`` as it is written."""

    title: str
    questions: tuple[str, ...]
    notes: str
    traps: tuple[str, ...]
    topics: tuple[str, ...]
    checked_with: str


def load_tasks(kb: Path) -> tuple[Task, ...]:
    """Return the tasks of ``kb`` that can be read, by slug."""
    return read_tasks(kb)[0]


def read_tasks(kb: Path) -> tuple[tuple[Task, ...], tuple[Problem, ...]]:
    """Return the tasks of ``kb`` and what is wrong with the rest; both empty where it has none."""
    tasks: list[Task] = []
    problems: list[Problem] = []
    root = kb / SHELF
    for folder in (root / name for name in folder_names(root)) if root.is_dir() else ():
        if folder.is_dir():
            found = _read_task(folder)
            if isinstance(found, Task):
                tasks.append(found)
            else:
                problems += found
    return tuple(tasks), tuple(problems)


def _read_task(folder: Path) -> Task | list[Problem]:
    name = f"{SHELF}/{folder.name}"
    try:
        words = msgspec.convert(_toml(folder / WORDS), _Words)
        manifest = _toml(folder / MANIFEST)
        faults = [*_faults(words), *_manifest_faults(folder.name, manifest), *_untested(folder)]
    except _UnreadableError as error:
        return [Problem(name, str(error))]
    except msgspec.ValidationError as error:
        return [Problem(name, f"{WORDS}: {error}")]
    if faults:
        return [Problem(name, fault) for fault in faults]
    return Task(
        id=name,
        title=words.title,
        questions=words.questions,
        notes=words.notes.strip(),
        traps=words.traps,
        topics=words.topics,
        checked_with=words.checked_with,
        folder=folder,
        dependencies=tuple(
            sorted({each for kind in DEPENDENCIES for each in manifest.get(kind, ())})
        ),
    )


class _UnreadableError(Exception):
    """``str()`` names the file and says why it cannot be read."""


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise _UnreadableError(f"{file.name}: {error.strerror}") from error
    except ValueError as error:  # tomllib's and the decoder's
        raise _UnreadableError(f"{file.name}: {error}") from error


def _package(folder: Path) -> Iterator[tuple[str, Path]]:
    """Give the files of the package with their names, the manifest first."""
    yield MANIFEST, folder / MANIFEST
    for file in sorted(folder.rglob("*")):
        inner = file.relative_to(folder)
        if inner.parts[0] not in (*JUNK, MANIFEST, WORDS) and file.is_file():
            yield inner.as_posix(), file


def _faults(words: _Words) -> Iterator[str]:
    for key in ("title", "notes", "checked_with"):
        if not getattr(words, key).strip():
            yield f"{WORDS}: `{key}` is empty"
    if len({question.strip() for question in words.questions} - {""}) < 2:
        yield f"{WORDS}: `questions` needs at least two, as people ask them"
    for key in ("traps", "topics"):
        if not [each for each in getattr(words, key) if each.strip()]:
            yield f"{WORDS}: `{key}` is empty"


def _manifest_faults(slug: str, manifest: dict[str, Any]) -> Iterator[str]:
    package = manifest.get("package")
    package = package if isinstance(package, dict) else {}
    if not SLUG.fullmatch(slug):
        yield f"the folder's name is not lower case with dashes: {slug}"
    if package.get("name") != slug:
        yield f"{MANIFEST}: `name` is not the folder's name, {slug!r}"
    if package.get("edition") not in EDITIONS:
        yield f"{MANIFEST}: `edition` is none of {', '.join(EDITIONS)}"
    if package.get("publish") is not False:
        yield f"{MANIFEST}: `publish = false` is missing"
    if "workspace" in manifest or "patch" in manifest:
        yield f"{MANIFEST}: a task is one package, without `[workspace]` and `[patch]`"
    for kind in DEPENDENCIES:
        for name, wanted in manifest.get(kind, {}).items():
            version = wanted.get("version") if isinstance(wanted, dict) else wanted
            if not str(version).startswith("="):
                yield f'{MANIFEST}: pin `{name}` exactly, such as "=1.2.3"'
            if isinstance(wanted, dict) and {"path", "git", "registry"} & set(wanted):
                yield f"{MANIFEST}: `{name}` does not come from the registry"


def _untested(folder: Path) -> Iterator[str]:
    tested = False
    for name, file in _package(folder):
        try:
            text = file.read_text(encoding="utf-8")
        except OSError as error:
            raise _UnreadableError(f"{name}: {error.strerror}") from error
        except ValueError as error:
            raise _UnreadableError(f"{name}: {error}") from error
        tested = tested or (name.endswith(".rs") and TESTS.search(text) is not None)
    if not tested:
        yield "it has no test"
