"""Mechanical mends: patterns bound to a diagnostic's spans, as ``kb/README.md`` defines them.

The work is in two steps, so that a part may use what a later part binds: first every
part finds its place and binds metavariables, then all templates are filled.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import msgspec
from ast_grep_py import Pattern, Rule, SgNode

from rustmend.domain import Diagnostic, Label, OverlappingEditsError, Span, TextEdit
from rustmend.knowledge.macros import inside_macro, opened
from rustmend.knowledge.place import deletion, import_edit, indented
from rustmend.sources import Sources
from rustmend.syntax import Tree

METAVARIABLE = re.compile(r"\$\$\$([A-Z_][A-Z0-9_]*)|\$([A-Z_][A-Z0-9_]*)")
# what `at = "item"` may look into; a macro call or an attribute is too small a place to search
ITEMS = frozenset(
    {
        "function_item", "function_signature_item", "impl_item", "trait_item", "struct_item",
        "enum_item", "union_item", "mod_item", "const_item", "static_item", "type_item",
        "macro_definition",
    }
)  # fmt: skip
# where a pattern that is no expression is understood, and the kinds of node that it may be there
CONTEXTS = {
    "const X: {} = 1;": frozenset(
        {
            "generic_type", "reference_type", "pointer_type", "array_type", "tuple_type",
            "type_identifier", "scoped_type_identifier", "dynamic_type", "abstract_type",
            "primitive_type", "bounded_type",
        }
    ),
    "fn f() { match x { {} } }": frozenset({"match_arm"}),
}  # fmt: skip
TITLE_LENGTH = 48
TRIED = 64  # ways to give all parts a place: parts that match in many places multiply

log = logging.getLogger(__name__)
Bindings = dict[str, str]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One ``[[rewrite.edit]]``: where (`at`, `pattern`, `selector`) and what (the rest)."""

    at: str = "primary"
    pattern: str = ""
    selector: str = ""
    replace: str | None = None
    before: str | None = None
    after: str | None = None
    delete: bool = False
    use: str | None = None


class Rewrite(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One ``[[rewrite]]``: parts that are all made together."""

    title: str
    edit: tuple[Part, ...]
    message: str = ""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """One way in which a rewrite fits a diagnostic."""

    title: str
    edits: tuple[TextEdit, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """What a part is about: ``span``, and its node unless the bare span was taken."""

    span: Span
    node: SgNode | None
    bindings: Bindings


def apply(
    rewrite: Rewrite, diagnostic: Diagnostic, sources: Sources, limit: int = 4
) -> list[Rewritten]:
    """Return the ways in which ``rewrite`` fits ``diagnostic``, best places first, each edit once.

    A rewrite that is itself at fault fits nothing.
    """
    found: dict[tuple[TextEdit, ...], Rewritten] = {}
    try:
        said = _regex(rewrite.message).search(diagnostic.message)
        if said is None:
            return []
        every = _matches(rewrite.edit, diagnostic, sources, _groups(said), ())
        for matches, bindings in islice(every, TRIED):
            made = _fill(rewrite, matches, bindings, sources)
            if made is not None:
                found.setdefault(made.edits, made)
                if len(found) == limit:
                    break
    except (re.error, RuntimeError) as error:  # ast-grep's word for a pattern it cannot read
        log.warning("rewrite %r: %s", rewrite.title, str(error).partition("\n")[0])
    return list(found.values())


def templates(rewrite: Rewrite) -> list[str]:
    """Return the title, then every text that is filled in."""
    parts = [(part.replace, part.before, part.after, part.use) for part in rewrite.edit]
    return [rewrite.title, *(text for texts in parts for text in texts if text)]


def metavariables(text: str) -> set[str]:
    """Return the names of the metavariables in a pattern or template; ``$_`` is none."""
    return {many or one for many, one in METAVARIABLE.findall(text)} - {"_"}


@lru_cache(maxsize=4096)
def rule(pattern: str, selector: str) -> Rule:
    """Return ast-grep's rule for what a part matches."""
    if pattern and selector:
        return {"pattern": {"context": pattern, "selector": selector, "strictness": None}}
    if selector:
        return {"kind": selector}
    return {"any": [{"pattern": reading} for reading in _readings(pattern)]}


def _readings(pattern: str) -> list[str | Pattern]:
    """Return the pattern as an expression, and as the type or the match arm that it may be."""
    found: list[str | Pattern] = [pattern]
    for context, kinds in CONTEXTS.items():
        # a metavariable is read as a letter, so that places stay the same
        tree = Tree(context.replace("{}", pattern).replace("$", "D").encode(errors="replace"))
        place = context.index("{}")
        node = tree.smallest(place, place + len(pattern.encode()))
        if node.kind() in kinds and not tree.broken():
            whole = context.replace("{}", pattern)
            found.append({"context": whole, "selector": node.kind(), "strictness": None})
    return found


def _matches(
    parts: tuple[Part, ...],
    diagnostic: Diagnostic,
    sources: Sources,
    bindings: Bindings,
    before: tuple[Match, ...],
) -> Iterator[tuple[tuple[Match, ...], Bindings]]:
    """Yield each way to give every part a place, with all that is bound then."""
    if not parts:
        yield before, bindings
        return
    for match in _places(parts[0], diagnostic, sources, bindings):
        yield from _matches(parts[1:], diagnostic, sources, match.bindings, (*before, match))


def _places(
    part: Part, diagnostic: Diagnostic, sources: Sources, bindings: Bindings
) -> Iterator[Match]:
    wide = part.at in ("item", "file")
    for label, bound in _labels(part.at, diagnostic, bindings):
        span = label.span
        tree = sources.tree(span.file)
        if tree is None or span.end > len(tree.text):
            continue
        if part.use is not None:
            yield Match(span, None, bound)
        elif not part.pattern and not part.selector and not wide:
            yield Match(span, None, {**bound, "TEXT": _decoded(tree.text, span.start, span.end)})
        else:
            views = [tree]
            if not wide and inside_macro(tree, span.start, span.end):
                views.append(opened(tree.text))
            for view in views:
                for node in _nodes(part, view, span):
                    more = _captured(part, tree.text, view, node, bound)
                    if more is not None:
                        yield Match(Span(span.file, *view.bounds(node)), node, more)


def _labels(
    at: str, diagnostic: Diagnostic, bindings: Bindings
) -> Iterator[tuple[Label, Bindings]]:
    """Yield the labels that ``at`` means, with what its regular expression binds."""
    kind, _, regex = at.partition(":")
    if kind == "note":
        said = [(label, note.message) for note in diagnostic.notes for label in note.labels]
        said += [
            (Label(edit.span, "", False), suggestion.message)
            for suggestion in diagnostic.suggestions
            for edit in suggestion.edits
        ]
    elif kind == "label":
        said = [(label, label.text) for label in diagnostic.labels]
    else:
        said = [(label, "") for label in diagnostic.labels if label.primary]
    for label, text in said:
        found = _regex(regex.strip()).search(text)
        if found is None or label.in_macro:
            continue
        bound = _groups(found)
        if all(_same(bindings.get(name, value), value) for name, value in bound.items()):
            yield label, {**bindings, **bound}


def _nodes(part: Part, tree: Tree, span: Span) -> Iterator[SgNode]:
    """Yield the nodes that the part matches around the span, in the order of trying."""
    if part.at == "file":
        yield from _nearest(tree, _all(tree.root, part), span)
    elif part.at == "item":
        item = tree.enclosing(span.start, span.end, ITEMS) or tree.root
        yield from _nearest(tree, _all(item, part), span)
    else:
        smallest = tree.smallest(span.start, span.end)
        for node in [smallest, *smallest.ancestors()]:
            if node.matches(**rule(part.pattern, part.selector)):
                yield from islice(_all(node, part), 1)
        for node in _all(smallest, part):
            inner = Span(span.file, *tree.bounds(node))
            if inner.touches(span) and node.range() != smallest.range():
                yield node


def _all(node: SgNode, part: Part) -> list[SgNode]:
    """Return the matches in ``node``, itself included and first; without a pattern only itself."""
    if not part.pattern and not part.selector:
        return [node]
    return node.find_all({"rule": rule(part.pattern, part.selector)})


def _nearest(tree: Tree, nodes: list[SgNode], span: Span) -> list[SgNode]:
    """Sort by distance, what stands before the span first: there names are declared."""

    def distance(node: SgNode) -> tuple[bool, int]:
        start, _ = tree.bounds(node)
        return start > span.start, abs(span.start - start)

    return sorted(nodes, key=distance)


def _captured(
    part: Part, source: bytes, tree: Tree, node: SgNode, bindings: Bindings
) -> Bindings | None:
    """Return the bindings with what the match captured, or None where a bound name differs."""
    bound = dict(bindings)
    for many, one in METAVARIABLE.findall(part.pattern):
        captured = node.get_multiple_matches(many) if many else [node.get_match(one)]
        nodes = [inner for inner in captured if inner is not None]
        if not nodes and one:
            continue
        start, end = (tree.bounds(nodes[0])[0], tree.bounds(nodes[-1])[1]) if nodes else (0, 0)
        text = _decoded(source, start, end)
        if not _same(bound.setdefault(many or one, text), text):
            return None
    if "TEXT" not in metavariables(part.pattern):
        bound["TEXT"] = _decoded(source, *tree.bounds(node))
    return bound


def _fill(
    rewrite: Rewrite, matches: tuple[Match, ...], bindings: Bindings, sources: Sources
) -> Rewritten | None:
    """Return the edits, or None where a metavariable has no value or nothing would change."""
    edits: list[TextEdit] = []
    if any(name not in bindings for text in templates(rewrite) for name in metavariables(text)):
        return None
    for part, match in zip(rewrite.edit, matches, strict=True):
        text = match.bindings.get("TEXT", bindings.get("TEXT", ""))  # each part has its own
        edit = _edit(part, match, {**bindings, "TEXT": text}, sources)
        if edit is None:
            return None
        edits.append(edit)
    unique = tuple(dict.fromkeys(edits))
    try:
        changed = any(text != sources.read(file) for file, text in sources.edited(unique).items())
    except OverlappingEditsError:
        return None
    title = _title(rewrite.title, {**bindings, **matches[0].bindings} if matches else bindings)
    return Rewritten(title, unique) if changed else None


def _edit(part: Part, match: Match, bindings: Bindings, sources: Sources) -> TextEdit | None:
    span, text = match.span, sources.read(match.span.file) or b""
    if part.use is not None:
        tree = sources.tree(span.file)
        return import_edit(tree, span, _filled(part.use, bindings)) if tree else None
    if part.delete:
        return TextEdit(deletion(text, span, match.node), "")
    template = part.replace if part.replace is not None else part.before or part.after or ""
    new = _filled(indented(text, span.start, template), bindings)
    if part.replace is not None:
        return TextEdit(span, new)
    place = span.start if part.before is not None else span.end
    return TextEdit(Span(span.file, place, place), new)


def _filled(template: str, bindings: Bindings) -> str:
    """Fill in the metavariables; a list that is empty or ends in a comma makes no double one."""
    for many, _ in METAVARIABLE.findall(template):
        hole = re.escape(f"$$${many}") + "(?![A-Z0-9_])"
        if many and not bindings[many]:
            template = re.sub(rf"{hole}\s*,\s*|,\s*{hole}", "", template)
        elif many and bindings[many].endswith(","):
            template = re.sub(rf"({hole})\s*,", r"\1", template)
    return METAVARIABLE.sub(lambda found: bindings[found[1] or found[2]], template)


def _title(template: str, bindings: Bindings) -> str:
    short = {name: _shortened(text) for name, text in bindings.items()}
    return METAVARIABLE.sub(lambda found: short[found[1] or found[2]], template)


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= TITLE_LENGTH else text[: TITLE_LENGTH - 1].rstrip() + "…"


_regex = lru_cache(maxsize=None)(re.compile)  # re itself keeps no more than 512


def _groups(found: re.Match[str]) -> Bindings:
    return {name: value for name, value in found.groupdict().items() if value is not None}


def _same(first: str, second: str) -> bool:
    return first.split() == second.split()


def _decoded(source: bytes, start: int, end: int) -> str:
    return source[start:end].decode(errors="replace")
