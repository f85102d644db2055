"""Where the parts of a rewrite apply: patterns of code at the spans of a diagnostic.

The rules are those of ``kb/README.md``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import msgspec
from ast_grep_py import Pattern, Rule, SgNode

from rustmend.domain import Diagnostic, Label, Span
from rustmend.knowledge.macros import inside_macro, opened
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


@dataclass(frozen=True, slots=True)
class Match:
    """What a part is about: ``span``, and its node unless the bare span was taken."""

    span: Span
    node: SgNode | None
    bindings: Bindings


def places(
    part: Part, diagnostic: Diagnostic, sources: Sources, bindings: Bindings
) -> Iterator[Match]:
    """Yield the places of ``part`` in the order of trying, each with all that is bound there."""
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


def metavariables(text: str) -> set[str]:
    """Return the names of the metavariables in a pattern or template; ``$_`` is none."""
    return {many or one for many, one in METAVARIABLE.findall(text)} - {"_"}


def groups(found: re.Match[str]) -> Bindings:
    """Return what the named groups of a regular expression bind."""
    return {name: value for name, value in found.groupdict().items() if value is not None}


regex = lru_cache(maxsize=None)(re.compile)  # re itself keeps no more than 512


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


def _labels(
    at: str, diagnostic: Diagnostic, bindings: Bindings
) -> Iterator[tuple[Label, Bindings]]:
    """Yield the labels that ``at`` means, with what its regular expression binds."""
    kind, _, expression = at.partition(":")
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
        found = regex(expression.strip()).search(text)
        if found is None or label.in_macro:
            continue
        bound = groups(found)
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


def _same(first: str, second: str) -> bool:
    return first.split() == second.split()


def _decoded(source: bytes, start: int, end: int) -> str:
    return source[start:end].decode(errors="replace")
