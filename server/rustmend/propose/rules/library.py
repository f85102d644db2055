"""Where things are defined in the workspace: found by name in the text, then in the tree."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from ast_grep_py import SgNode

from rustmend.sources import Sources
from rustmend.syntax import Tree

if TYPE_CHECKING:
    from rustmend.propose.context import Context

_BESIDE_TYPES = frozenset({
    "visibility_modifier", "attribute_item", "line_comment", "block_comment",
})  # fmt: skip
SKIPPED = frozenset({"target", "node_modules", ".git"})
DEFINES = {
    "fn": ("function_item", "function_signature_item"), "struct": ("struct_item",),
    "enum": ("enum_item",), "trait": ("trait_item",), "type": ("type_item", "associated_type"),
    "const": ("const_item",), "static": ("static_item",), "mod": ("mod_item",),
    "union": ("union_item",), "macro_rules!": ("macro_definition",),
}  # fmt: skip
_LISTED: WeakKeyDictionary[Sources, dict[Path | None, list[Path]]] = WeakKeyDictionary()
_DEFINITION = re.compile(
    rb"^(?P<lead>[ \t]*)(?P<pub>pub(?:\([^)]*\))?\s+)?(?:(?:default|async|unsafe|const|extern"
    rb"(?:\s+\"[^\"]*\")?)\s+)*(?P<what>fn|struct|enum|trait|type|const|static|mod|union|"
    rb"macro_rules!)\s+(?:mut\s+)?(?P<name>\w+)",
    re.M,
)


@dataclass(frozen=True, slots=True)
class Definition:
    """An item called ``name`` of a kind such as ``fn`` or ``struct``, by its text alone."""

    name: str
    kind: str
    file: Path
    start: int
    public: str
    indent: int


@dataclass(frozen=True, slots=True)
class Place:
    """A node in a file of the workspace."""

    file: Path
    tree: Tree
    node: SgNode = field(compare=False)


def files(context: "Context", near: Path | None = None) -> list[Path]:
    """Return the workspace's Rust files, those of the package of ``near`` first.

    They are listed once for each state, as its texts are read once.
    """
    listed = _LISTED.setdefault(context.sources, {})
    if near not in listed:
        listed[near] = _files(context, near)
    return listed[near]


def _files(context: "Context", near: Path | None) -> list[Path]:
    workspace = context.workspace
    roots = [package.root for package in workspace.packages] or [workspace.root]
    if not workspace.packages and near is not None:
        return [near, *(file for file in context.sources.snapshot.texts if file != near)]
    own = [root for root in roots if near is not None and near.is_relative_to(root)]
    ordered = [*sorted(own, key=lambda root: -len(root.parts)), *roots]
    found: dict[Path, None] = {near: None} if near is not None else {}
    for root in dict.fromkeys(ordered):
        found.update(dict.fromkeys(_rust_files(root)))
    found.update(dict.fromkeys(f for f in context.sources.snapshot.texts if f.suffix == ".rs"))
    return list(found)


def definitions(context: "Context", near: Path, *kinds: str) -> Iterator[Definition]:
    """Yield what the workspace defines, the file ``near`` first; all kinds if none is given."""
    for file in files(context, near):
        text = context.sources.read(file)
        if text is not None:
            for one in _definitions(text):
                if not kinds or one[1] in kinds:
                    yield Definition(one[0], one[1], file, one[2], one[3], one[4])


def find(context: "Context", near: Path, name: str, *kinds: str) -> Iterator[Place]:
    """Yield the nodes of the items called ``name``, the nearest file's first."""
    for one in definitions(context, near, *kinds):
        tree = context.sources.tree(one.file) if one.name == name else None
        if tree is None:
            continue
        node: SgNode | None = tree.smallest(one.start, one.start)
        while node is not None and node.kind() not in DEFINES[one.kind]:
            node = node.parent()
        if node is not None:
            yield Place(one.file, tree, node)


def fields_of(item: SgNode) -> list[tuple[str, SgNode]]:
    """Return name and type of each field of a struct or a variant, ``0`` for the first unnamed."""
    body = item.field("body")
    inside = [one for one in body.children() if one.is_named()] if body is not None else []
    if body is not None and body.kind() == "field_declaration_list":
        pairs = ((one.field("name"), one.field("type")) for one in inside)
        return [(name.text(), type_) for name, type_ in pairs if name and type_]
    types = (one for one in inside if one.kind() not in _BESIDE_TYPES)
    return [(str(place), one) for place, one in enumerate(types)]


def find_text(context: "Context", near: Path, pattern: str) -> Iterator[tuple[Path, re.Match[str]]]:
    """Yield where a regular expression matches in the workspace's files, the nearest first."""
    compiled = re.compile(pattern)
    for file in files(context, near):
        text = context.sources.read(file)
        if text is not None:
            for match in compiled.finditer(text.decode(errors="replace")):
                yield file, match


def in_bytes(match: re.Match[str], at: int) -> int:
    """Return the byte of the file at which character ``at`` of what ``find_text`` found lies."""
    return len(match.string[:at].encode())


@lru_cache(maxsize=4096)
def _definitions(text: bytes) -> tuple[tuple[str, str, int, str, int], ...]:
    return tuple(
        (
            match["name"].decode(errors="replace"),
            match["what"].decode(),
            match.start("name"),
            (match["pub"] or b"").decode().strip(),
            len(match["lead"]),
        )
        for match in _DEFINITION.finditer(text)
    )


def _rust_files(root: Path) -> list[Path]:
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in SKIPPED and not f.startswith("."))
        found += [Path(folder, name) for name in sorted(names) if name.endswith(".rs")]
    return found
