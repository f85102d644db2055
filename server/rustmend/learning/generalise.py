"""From a repair to rewrites, the special before the general: what differs becomes a hole.

What the change keeps becomes a hole that carries it over; of what it brings, the
language's and std's own words stay, and a name of the user's becomes a hole that the
diagnostic fills. Where nothing names it, it stays, and the rewrite is private.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from rustmend.domain import Diagnostic, TextEdit
from rustmend.domain.text import edits_by_file
from rustmend.knowledge.learned import (
    Given,
    Learned,
    Near,
    Part,
    frame,
    kin,
    said,
)
from rustmend.knowledge.nearness import nearness
from rustmend.knowledge.nodes import Node, broken, flat, gap_after, gap_before, nodes
from rustmend.learning.abstract import Abstraction
from rustmend.learning.difference import Change, changes
from rustmend.learning.imports import added_paths
from rustmend.sources import Sources

# raise it whenever more or better rewrites are made of the same repairs: pairs that an older one
# looked at are then looked at again
GENERALISER = 3
# a repair of more places than these is no one mistake
MAX_PARTS = 6
MAX_TOKENS = 120
_LISTS = {",": ",", "+": "+", "|": "|"}


def generalise(
    diagnostic: Diagnostic, edits: Sequence[TextEdit], sources: Sources
) -> tuple[Learned, ...]:
    """Return rewrites that make ``edits`` for ``diagnostic``, the most special first.

    ``sources`` read the texts before. Nothing comes of a repair that is too large, or
    changes something else than Rust.
    """
    files = edits_by_file(edits)
    if any(file.suffix != ".rs" for file in files) or diagnostic.span is None:
        return ()
    after = sources.edited(tuple(edits))
    found: list[tuple[Path, Node, Change]] = []
    for file in files:
        before = sources.read(file) or b""
        root = nodes(before)
        # what does not parse has no tree to compare
        loose = diagnostic.code is None and broken(before)
        pair = (flat(before), flat(after[file])) if loose else (root, nodes(after[file]))
        found += [(file, root, change) for change in changes(*pair)]
    follows = _followed(diagnostic, sources, after)
    if not found or len(found) > MAX_PARTS or _size(found) > MAX_TOKENS:
        return follows
    special = _rewrite(diagnostic, found, sources, keep=True)
    general = _rewrite(diagnostic, found, sources, keep=False)
    ways = [way for way in (special, general) if way is not None]
    return tuple({way.identity: way for way in (*ways[:1], *follows, *ways[1:])}.values())


def _rewrite(
    diagnostic: Diagnostic,
    found: Iterable[tuple[Path, Node, Change]],
    sources: Sources,
    *,
    keep: bool,
) -> Learned | None:
    """Return the repair as a rewrite; ``keep`` says that names stay where they were."""
    abstraction = Abstraction(diagnostic, sources, keep=keep)
    found = list(found)
    abstraction.look([change for _, _, change in found])  # what any part keeps is known to all
    parts: list[Part] = []
    for file, root, change in found:
        made = _imports(diagnostic, file, change, abstraction) or [
            _part(diagnostic, file, root, change, abstraction)
        ]
        parts += [part for part in made if part not in parts]
    return _learned(diagnostic, tuple(parts), abstraction.given())


def _learned(
    diagnostic: Diagnostic, parts: tuple[Part, ...], given: tuple[Given, ...] = ()
) -> Learned:
    signature, words = said(diagnostic)
    return Learned(
        (diagnostic.code or "",), (kin(diagnostic),), (signature,), (words,), parts, given
    )


def _part(
    diagnostic: Diagnostic, file: Path, root: Node, change: Change, abstraction: Abstraction
) -> Part:
    old, new = list(change.old), list(change.new)
    siblings, others = change.parent.children, change.new_parent.children
    separator = ""
    if not old or not new:
        run = old or new
        marks = [node.text for node in run if node.text in _LISTS]
        if marks and len(run) == 2 and len(marks) == 1:
            separator = marks[0]
            old = [node for node in old if node.text != separator]
            new = [node for node in new if node.text != separator]
    start = change.old[0].start if change.old else _gap(change)[0]
    end = change.old[-1].end if change.old else _gap(change)[1]
    near = nearness(diagnostic, file, root, start, end)
    if old:
        template, pattern = abstraction.templates(new), abstraction.patterns(old)
        if len(pattern) == len(template) == 1 and abstraction.is_given(template[0]):
            # the diagnostic says all of it, so it matters little what was there
            pattern = (abstraction.anything(old[0]),)
        return Part(
            op="replace",
            near=near,
            template=template,
            parent=change.parent.kind,
            run=pattern,
            separator=separator,
        )
    first, last = change.new_start, change.new_start + len(change.new)
    whole = change.new_parent.parent is None
    lead = "\n" if whole and not first else gap_before(change.new[0])
    trail = "\n" if whole and last == len(others) else gap_after(change.new[-1])
    return Part(
        op="insert",
        near=near,
        template=abstraction.templates(new),
        parent=change.parent.kind,
        before=_neighbour(siblings[change.start - 1]) if change.start else "",
        after=_neighbour(siblings[change.end]) if change.end < len(siblings) else "",
        lead=lead,
        trail=trail,
        separator=separator,
    )


def _imports(
    diagnostic: Diagnostic, file: Path, change: Change, abstraction: Abstraction
) -> list[Part]:
    """Return the imports that a change of ``use`` declarations adds and does nothing else."""
    near = (Near("primary", "", "far"),)
    return [
        Part(op="import", near=near, template=(abstraction.path(path),))
        for path in added_paths(change)
    ]


def _followed(
    diagnostic: Diagnostic, sources: Sources, after: dict[Path, bytes]
) -> tuple[Learned, ...]:
    """Return the rewrite that does what the compiler suggested, where just that was done."""
    wanted = {file: nodes(text) for file, text in after.items()}
    for suggestion in diagnostic.suggestions:
        files = {edit.span.file for edit in suggestion.edits}
        if files != wanted.keys():
            continue
        made = sources.edited(suggestion.edits)
        if all(nodes(made[file]).same(wanted[file]) for file in files):
            near = (Near("suggestion", frame(suggestion.message), "same"),)
            return (_learned(diagnostic, (Part(op="follow", near=near),)),)
    return ()


def _gap(change: Change) -> tuple[int, int]:
    """Return the bytes between the neighbours of what was added."""
    siblings = change.parent.children
    start = siblings[change.start - 1].end if change.start else change.parent.start
    end = siblings[change.end].start if change.end < len(siblings) else change.parent.end
    return start, max(start, end)


def _neighbour(node: Node) -> str:
    return node.kind if node.named else node.text


def _size(found: Iterable[tuple[Path, Node, Change]]) -> int:
    return sum(len(node.tokens) for _, _, change in found for node in (*change.old, *change.new))
