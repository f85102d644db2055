"""What code needs after a dependency moved to another version, from ``kb/migrations``.

Each file there tells of one crate; ``kb/README.md`` says how. All that fits the package's code is
one candidate, and so is each change alone, wherever it fits.
"""

import logging
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import msgspec
from ast_grep_py import SgNode

from rustmend.domain import Candidate, Diagnostic, Origin, Span, TextEdit
from rustmend.domain.text import conflict, smallest_edit
from rustmend.knowledge.pattern import METAVARIABLE
from rustmend.knowledge.place import import_edit
from rustmend.propose.cautions import cautions
from rustmend.propose.context import Context
from rustmend.propose.dependencies import direct_versions, numbers
from rustmend.propose.manifests import package_of
from rustmend.propose.rules.library import files
from rustmend.propose.rules.moved import moved
from rustmend.propose.rules.site import site_at
from rustmend.sources import Sources
from rustmend.syntax import Tree

_ALL, _ONE, _REST = 0.9, 0.8, 0.9
_RENAMED = 2
_QUOTED = frozenset({
    "string_literal", "raw_string_literal", "char_literal", "line_comment", "block_comment",
})  # fmt: skip

if TYPE_CHECKING:
    from rustmend.cargo.workspace import Package

log = logging.getLogger(__name__)


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that is written otherwise: ``old`` is a pattern, or ``regex`` is one over the text.

    ``use`` is imported where the change is made. ``codes`` are errors that it mends from afar.
    From the version ``until`` on it is not needed.
    """

    new: str
    old: str = ""
    regex: str = ""
    use: str = ""
    codes: tuple[str, ...] = ()
    until: str = ""


class Migration(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What changed in ``crate`` with the version ``since``."""

    crate: str
    since: str
    change: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class _Made:
    change: Change
    edits: tuple[TextEdit, ...]


def load_migrations(kb: Path) -> tuple[Migration, ...]:
    """Return the migrations of ``kb``; a file that cannot be read is logged and left out."""
    found: list[Migration] = []
    for file in sorted((kb / "migrations").glob("*.toml")):
        try:
            told = tomllib.loads(file.read_text(encoding="utf-8"))
            found += [msgspec.convert({"crate": file.stem, **one}, Migration)
                      for one in told.get("migration", ())]  # fmt: skip
        except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
            log.warning("%s: %s", file, str(error).partition("\n")[0])
    return tuple(found)


class Migrations:
    """Applies the migrations of the crates that the package of an error depends on."""

    def __init__(self, migrations: Iterable[Migration]) -> None:
        self._by_crate: dict[str, list[Migration]] = {}
        for one in migrations:
            self._by_crate.setdefault(one.crate, []).append(one)
        self._made: WeakKeyDictionary[Sources, dict[Migration, list[_Made]]] = WeakKeyDictionary()

    def propose(self, diagnostic: Diagnostic, context: Context) -> Iterator[Candidate]:
        """Yield the changes of a migration that touch the place of ``diagnostic`` or its code."""
        span = diagnostic.span
        if span is None or not diagnostic.is_error:
            return
        for name, made in self._fitting(context, span.file):
            near = [one for one in made if _concerns(one, diagnostic, context)]
            yield from _with_renamed(diagnostic, context, name, made)
            if not near:
                continue
            if len(made) > 1:
                edits = _joined(made)
                yield _candidate(diagnostic, name, f"Write it as {name} wants it now", edits, _ALL)
            for one in near:
                title = f"Write `{_short(one)}` as {name} wants it now"
                yield _candidate(diagnostic, name, title, one.edits, _ONE)

    def _fitting(self, context: Context, near: Path) -> Iterator[tuple[str, list[_Made]]]:
        """Yield, by crate and version, what there is to change where it moved, as for ``near``."""
        known = self._made.setdefault(context.sources, {})
        for crate, version in direct_versions(context, near).items():
            for migration in self._by_crate.get(crate, ()):
                if numbers(version) < numbers(migration.since):
                    continue
                if migration not in known:
                    known[migration] = _changes(migration, context, near)
                if known[migration]:
                    yield f"{crate} {migration.since}", known[migration]


def _with_renamed(
    diagnostic: Diagnostic, context: Context, name: str, made: list[_Made]
) -> Iterator[Candidate]:
    """Make the whole migration together with a new name: what is not found hides the rest."""
    site = site_at(diagnostic, context, diagnostic.span)
    for one in islice(moved(site), _RENAMED) if site is not None else ():
        edits = _joined([_Made(made[0].change, one.edits), *made])
        if len(edits) > len(one.edits):
            title = f"{one.title}, and write the rest as {name} wants it"
            joined = _candidate(diagnostic, name, title, edits, _REST * one.prior)
            # nobody has thought the new name over: what speaks against it alone still does
            alone = cautions(context.sources, one.edits, context, diagnostic)
            yield replace(joined, cautions=alone)


def _changes(migration: Migration, context: Context, near: Path) -> list[_Made]:
    versions = {one: _version(migration.crate, context, one) for one in context.workspace.packages}
    texts = [
        (file, tree, versions[owner])
        for file in files(context, near)
        if context.writable(file)
        and (owner := package_of(file, context.workspace)) is not None
        and versions[owner] >= numbers(migration.since)
        and (tree := context.sources.tree(file)) is not None
    ]
    found = []
    for change in migration.change:
        edits: list[TextEdit] = []
        for file, tree, version in texts:
            if change.until and version >= numbers(change.until):
                continue
            if not _may_match(change, migration.crate, tree.text):
                continue
            mine = list(_matches(change, file, tree))
            if mine and change.use:
                brought = import_edit(tree, mine[0].span, change.use)
                mine += [brought] if brought is not None else []
            edits += mine
        if edits:
            found.append(_Made(change, tuple(edits)))
    return found


def _version(crate: str, context: Context, package: "Package") -> tuple[int, ...]:
    """Return the version of ``crate`` that ``package`` gets; () where it does not ask for it."""
    return numbers(direct_versions(context, package.manifest).get(crate, ""))


def _may_match(change: Change, crate: str, text: bytes) -> bool:
    """Whether a file has the words of a pattern: looking for them is quicker than matching."""
    if change.regex:
        return True
    words = re.findall(r"[a-z_]\w+", METAVARIABLE.sub("", change.old), re.I)
    return all(
        re.search(rb"\b%s\b" % word.encode(), text) for word in words or [crate.replace("-", "_")]
    )


def _matches(change: Change, file: Path, tree: Tree) -> Iterator[TextEdit]:
    if change.regex:
        text = tree.text.decode(errors="replace")
        if len(text.encode()) != len(tree.text):
            return
        for match in re.finditer(change.regex, text, re.M):
            start = len(text[: match.start()].encode())
            if (told := match.expand(change.new)) == match[0] or _quoted(tree, start, start):
                continue
            edit = smallest_edit(file, start, match[0], told)
            if not _quoted(tree, edit.span.start, edit.span.end):
                yield edit
        return
    taken: list[TextEdit] = []
    for node in tree.root.find_all(pattern=change.old):
        start, _ = tree.bounds(node)
        new = _filled(change.new, node, tree)
        if new is None or new == node.text():
            continue
        edit = smallest_edit(file, start, node.text(), new)
        if not conflict([edit], taken):
            taken.append(edit)
    yield from taken


def _quoted(tree: Tree, start: int, end: int) -> bool:
    """Whether the place lies inside a comment or a literal: it is words there, no code."""
    node: SgNode | None = tree.smallest(start, end)
    while node is not None and node.kind() not in _QUOTED:
        node = node.parent()
    if node is None:
        return False
    first, last = tree.bounds(node)
    # a comment goes on to the end of its line, which a documenting one holds
    open_ended = "comment" in node.kind() and not node.text().endswith("\n")
    return first < start and end < last + open_ended


def _filled(template: str, node: SgNode, tree: Tree) -> str | None:
    for many, one in METAVARIABLE.findall(template):
        name = many or one
        if many:
            held = node.get_multiple_matches(name)
            text = _listed(held[0], held[-1], tree) if held else ""
            template = template.replace(f"$$${name}", text)
        else:
            match = node.get_match(name)
            if match is None:
                return None
            template = template.replace(f"${name}", match.text())
    return template


def _listed(first: SgNode, last: SgNode, tree: Tree) -> str:
    """Return a list as it is laid out: with what stands between it and its brackets."""
    start, end = tree.bounds(first)[0], tree.bounds(last)[1]
    while (before := first.prev()) is not None and before.text() not in ("(", "[", "{"):
        first = before
    while (after := last.next()) is not None and after.text() not in (")", "]", "}"):
        last = after
    if before is not None and after is not None:
        start, end = tree.bounds(before)[1], tree.bounds(after)[0]
    return tree.text[start:end].decode(errors="replace")


def _concerns(made: _Made, diagnostic: Diagnostic, context: Context) -> bool:
    """Whether a change lies where the error is noticed, or mends such errors from afar."""
    span = diagnostic.span
    tree = context.sources.tree(span.file) if span else None
    if (diagnostic.code or "none") in made.change.codes:
        return True
    if span is None or tree is None:
        return False
    item = tree.enclosing(span.start, span.end)
    bounds = tree.bounds(item) if item is not None else (span.start, span.end)
    around = Span(span.file, *bounds)
    return any(around.touches(edit.span) for edit in made.edits)


def _joined(made: Iterable[_Made]) -> tuple[TextEdit, ...]:
    edits: dict[TextEdit, None] = {}
    for one in made:
        for edit in one.edits:  # where two changes fit the first is made, elsewhere both
            if edit not in edits and not conflict([edit], edits):
                edits[edit] = None
    return tuple(edits)


def _candidate(
    diagnostic: Diagnostic, name: str, title: str, edits: tuple[TextEdit, ...], prior: float
) -> Candidate:
    return Candidate(
        title=title,
        edits=edits,
        origin=Origin.RECIPE,
        diagnostic=diagnostic,
        source=f"migration:{name}",
        prior=prior,
        precedent=True,
    )


def _short(made: _Made) -> str:
    text = made.change.old or next((e.text for e in made.edits if e.text.strip()), "it")
    return " ".join(text.split())[:40]
