"""Which files build scripts are made of: what they declare as modules and what they include."""

import os.path
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from rustmend.sources import Sources

if TYPE_CHECKING:
    from rustmend.cargo.workspace import Package, Workspace

_MODULE = re.compile(r"\bmod\s+(?:r#)?(\w+)\s*([;{])")
_PATH = re.compile(r"#!?\s*\[[^\]]*?\bpath\s*=\s*([^\]]*)\]")
_INCLUDE = re.compile(r'\binclude\s*!\s*[(\[{](\s*r?#*"[^"\\]*"#*\s*,?\s*[)\]}]|[^;]*)')
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_LITERAL = re.compile(r'\s*r?#*"[^"\\]*"#*\s*,?\s*[)\]}]*\s*')


@dataclass(slots=True)
class _Reach:
    """What scripts reach: files, whole folders, and packages where a path is computed."""

    files: set[Path] = field(default_factory=set)
    folders: set[Path] = field(default_factory=set)
    unclear: set[Path] = field(default_factory=set)


_Scripts = tuple[tuple[Path, Path], ...]
_REACHED: WeakKeyDictionary[Sources, dict[_Scripts, _Reach]] = WeakKeyDictionary()


def in_build_script(
    file: Path, owner: "Package | None", workspace: "Workspace", sources: Sources
) -> bool:
    """Whether ``file`` of the package ``owner`` is, or may be, part of a build script.

    By the text alone, so a comment makes it too careful, no more. Where a path is computed,
    every file of the package counts that is not among another target's.
    """
    scripts = tuple(
        (package.root, target.src)
        for package in workspace.packages
        for target in package.targets
        if "custom-build" in target.kinds
    )
    if not scripts:
        return False
    known = _REACHED.setdefault(sources, {})
    if scripts not in known:
        known[scripts] = _reach(scripts, sources)
    reach = known[scripts]
    if file in reach.files or not reach.folders.isdisjoint(file.parents):
        return True
    return (
        owner is not None
        and owner.root in reach.unclear
        and not any(
            file.is_relative_to(target.src.parent)
            for target in owner.targets
            if "custom-build" not in target.kinds and target.src.parent != owner.root
        )
    )


def _reach(scripts: _Scripts, sources: Sources) -> _Reach:
    reach = _Reach()
    queue = list(scripts)
    while queue:
        root, file = queue.pop()
        if file in reach.files:
            continue
        reach.files.add(file)
        there = file in sources.snapshot.texts or file.is_file()
        text = ((sources.read(file) if there else None) or b"").decode(errors="replace")
        # a module's own are beside it or in its folder, by how it was itself found
        bases = {file.parent, file.parent / file.stem}
        modules = [(match[1], match[2]) for match in _MODULE.finditer(text)]
        inner = {base / name for base in bases for name, what in modules if what == "{"}
        reach.folders |= inner
        found = {
            base / name
            for base in bases | inner
            for module, what in modules
            if what == ";"
            for name in (f"{module}.rs", f"{module}/mod.rs")
        }
        for match in [*_PATH.finditer(text), *_INCLUDE.finditer(text)]:
            said = match[1]
            if not _LITERAL.fullmatch(said):
                reach.unclear.add(root)
            for name in _STRING.findall(said):
                # ``concat!(env!("CARGO_MANIFEST_DIR"), "/x.rs")`` starts with a slash
                places = {file.parent / name, root / name.lstrip("/")}
                places |= {base / name for base in inner}
                found |= {Path(os.path.normpath(place)) for place in places}
        queue += [(root, one) for one in found]
    return reach
