"""Private things used from outside: shown as their neighbours are."""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.domain import Candidate, Span, TextEdit
from rustmend.propose.rules.library import find
from rustmend.propose.rules.site import Site, site_at
from rustmend.syntax import Tree

PRIVATE = frozenset({"E0603", "E0616", "E0624", "E0451", "E0423", "E0446", "E0364", "E0365",
                     "E0433", "E0432", "E0308", "E0425", "E0599", "E0593"})  # fmt: skip
VISIBLE = frozenset({
    "function_item", "struct_item", "enum_item", "trait_item", "mod_item", "const_item",
    "static_item", "type_item", "field_declaration", "use_declaration", "union_item",
    "function_signature_item", "macro_definition",
})  # fmt: skip


def visibility(site: Site) -> Iterator[Candidate]:
    """Make what is private public, to the crate or to all, as the definition's neighbours are."""
    if site.code not in PRIVATE or "private" not in site.words():
        return
    seen: set[Span] = set()
    for span, tree, node in _definitions(site):
        if span in seen:
            continue
        seen.add(span)
        common = _usual(node)
        for prior, word in ((0.6, common), (0.4, "pub"), (0.35, "pub(crate)"), (0.1, "pub(super)")):
            yield site.fix("visibility", f"Make it `{word}`", _shown(span, tree, node, word),
                           prior=prior)  # fmt: skip


def _definitions(site: Site) -> Iterator[tuple[Span, Tree, SgNode]]:
    for note in site.diagnostic.notes:
        if "defined here" in note.message or "private" in note.message:
            for label in note.labels:
                place = site_at(site.diagnostic, site.context, label.span)
                node = _item(place.tree.smallest(label.span.start, label.span.start + 1)
                             if place else None)  # fmt: skip
                if place is not None and node is not None:
                    start, end = place.bounds(node)
                    yield Span(label.span.file, start, end), place.tree, node
    for name in dict.fromkeys(
        re.findall(r"`(?:\w+::)*(\w+)(?:<[^`]*>)?`", site.diagnostic.message)
    ):
        yield from _fields(site, name)
        if site.code in ("E0624", "E0603"):
            for one in find(site.context, site.span.file, name):
                start, end = one.tree.bounds(one.node)
                yield Span(one.file, start, end), one.tree, one.node


def _fields(site: Site, name: str) -> Iterator[tuple[Span, Tree, SgNode]]:
    """Yield the fields, named and by position, of a private-field error."""
    if site.code not in ("E0616", "E0451", "E0423", "E0308"):
        return
    owner = re.search(r"(?:of|in|struct|type) (?:struct |type )?`(?:\w+::)*(\w+)",
                      site.diagnostic.message)  # fmt: skip
    for one in find(site.context, site.span.file, owner[1] if owner else name, "struct"):
        for field in one.node.find_all(kind="field_declaration"):
            its = field.field("name")
            if its is not None and its.text() == name:
                start, end = one.tree.bounds(field)
                yield Span(one.file, start, end), one.tree, field


def _item(node: SgNode | None) -> SgNode | None:
    while node is not None and node.kind() not in VISIBLE:
        node = node.parent()
    return node


def _usual(node: SgNode) -> str:
    """Return the visibility that the node's siblings mostly have, ``pub`` if none has one."""
    parent = node.parent()
    words = [
        marker.text()
        for child in (parent.children() if parent is not None else [])
        for marker in child.children()
        if marker.kind() == "visibility_modifier"
    ]
    # of two that are as usual the first, so that the answer is the same every time
    return max(dict.fromkeys(words), key=words.count) if words else "pub"


def _shown(span: Span, tree: Tree, node: SgNode, word: str) -> TextEdit:
    for child in node.children():
        if child.kind() == "visibility_modifier":
            return TextEdit(Span(span.file, *tree.bounds(child)), word)
        if child.kind() not in ("attribute_item", "line_comment", "block_comment"):
            at = tree.bounds(child)[0]
            return TextEdit(Span(span.file, at, at), f"{word} ")
    return TextEdit(Span(span.file, span.start, span.start), f"{word} ")
