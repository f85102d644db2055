"""A single ``.rs`` file without a package: compiled through a package made up for it.

Only the file and what it reaches are copied, never its folder, which may be a home folder.
"""

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from rustmend.cargo.check import Place
from rustmend.cargo.mirror import HANDED_OVER, Mirror
from rustmend.cargo.record import Look, compare
from rustmend.cargo.workspace import Workspace

_MODULE = re.compile(rb"\bmod\s+(?:r#)?(\w+)\s*;")
_INLINE = re.compile(rb"\bmod\s+(?:r#)?(\w+)\s*\{")
_MAIN = re.compile(rb"\bfn\s+main\s*[(<]")
# whatever names a file, be it for #[path], include! or a macro around them
_LITERAL = re.compile(rb'"([^"\n\\]{1,200})"')
_TOO_LARGE = 50 * 2**20


class SingleFile(Mirror):
    """The copy of one file, what it reaches, and the package made up for it."""

    def __init__(self, workspace: Workspace, slot: Path) -> None:
        super().__init__(workspace, slot)
        assert workspace.single_file is not None  # noqa: S101  # what this kind is for
        self._file = workspace.single_file
        self._manifest = slot / "package" / "Cargo.toml"
        self._reached: set[Path] = set()

    @property
    def place(self) -> Place:
        """Where cargo runs."""
        return replace(super().place, cwd=self._copy_of(self._file.parent), manifest=self._manifest)

    def _look(
        self, before: Mapping[str, Look], wanted: Mapping[str, bytes]
    ) -> tuple[dict[str, Look], set[str]]:
        def read(path: Path) -> bytes | None:
            text = wanted.get(str(path))
            return _read(path) if text is None else text

        self._reached = reachable(self._file, read)
        looks: dict[str, Look] = {}
        changed: set[str] = set()
        for path in (*map(str, self._reached), *self._above()):
            compare(path, before.get(path), looks, changed)
        changed.update(path for path in before if path not in looks)
        self._describe(read(self._file) or b"")
        return looks, changed

    def _above(self) -> Iterator[str]:
        folder = self._file.parent
        for name in HANDED_OVER:
            if name != "Cargo.toml":
                yield from (
                    str(f / name) for f in (folder, *folder.parents) if (f / name).is_file()
                )

    def _describe(self, text: bytes) -> None:
        """Write the manifest, if it has to change: a program where there is a main function."""
        name = re.sub(r"\W", "_", self._file.stem, flags=re.ASCII)
        if not re.match(r"[A-Za-z_]", name) or name in _TAKEN:
            name = f"file_{name}"
        manifest = (
            '[package]\nname = "single-file"\nversion = "0.0.0"\n'
            f"edition = {json.dumps(self._workspace.edition)}\n"
            "autobins = false\nautoexamples = false\nautotests = false\nautobenches = false\n"
            f"{'[[bin]]' if _MAIN.search(text) else '[lib]'}\nname = {json.dumps(name)}\n"
            f"path = {json.dumps(str(self._copy_of(self._file)), ensure_ascii=False)}\n"
            "[workspace]\n"
        ).encode()
        if not self._manifest.exists() or self._manifest.read_bytes() != manifest:
            self._manifest.parent.mkdir(parents=True, exist_ok=True)
            self._manifest.write_bytes(manifest)

    def _real(self, path: Path) -> str | None:
        """Return where a file is to be laid in: links decide what it reaches, so they stay."""
        near = path in self._reached or self._file.parent in path.parents
        return str(path) if near else None


# names that cargo keeps for itself, or that clash with the standard crates
_TAKEN = frozenset({"build", "deps", "examples", "incremental", "test", "core", "std", "alloc"})


def reachable(root: Path, read: Callable[[Path], bytes | None]) -> set[Path]:
    """Return ``root`` and the files that its text, and theirs, may compile in.

    Sought generously, by names alone: a file more does no harm.
    """
    found: set[Path] = set()
    todo = [root]
    while todo:
        file = todo.pop()
        if file in found:
            continue
        text = read(file)
        if text is None:
            continue
        found.add(file)
        if file.suffix == ".rs":
            todo += _modules(file, text)
            todo += _named(file.parent, text)
    return found


def _modules(file: Path, text: bytes) -> Iterable[Path]:
    bases = {file.parent, file.parent / file.stem}
    inline = [name.decode() for name in _INLINE.findall(text)]
    for _ in range(2):  # modules within modules, as deep as anybody nests files
        bases |= {base / name for base in list(bases)[:200] for name in inline[:50]}
    for name in {name.decode() for name in _MODULE.findall(text)}:
        for base in bases:
            yield from (p for p in (base / f"{name}.rs", base / name / "mod.rs") if p.is_file())


def _named(folder: Path, text: bytes) -> Iterable[Path]:
    for literal in set(_LITERAL.findall(text)):
        try:
            path = Path(os.path.normpath(folder / literal.decode()))
            if path.is_file() and path.stat().st_size <= _TOO_LARGE:
                yield path
        except (OSError, ValueError):  # no name of a file at all
            continue


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
