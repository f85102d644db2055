"""Iterators that are looked ahead in and are not peekable: made so where they are made or held."""

import re
from collections.abc import Iterator
from pathlib import Path

from ast_grep_py import SgNode

from rustmend.domain import Candidate, Span, TextEdit
from rustmend.propose.rules.library import files
from rustmend.propose.rules.site import Site, around
from rustmend.propose.rules.types import head
from rustmend.propose.scope import local_at

_PEEKS = re.compile(r"no method named `(?:peek|peek_mut|next_if|next_if_eq)` found")
_PATH = "std::iter::Peekable"


def peeked(site: Site) -> Iterator[Candidate]:
    """Make the iterator that is looked ahead in a peekable one, where it was made."""
    value = _looked_into(site)
    made = _origin(site, site.span.start, value.text()) if value is not None else None
    if made is not None:
        edit = site.insert(site.bounds(made)[1], ".peekable()")
        title = "Make the iterator peekable where it is made"
        yield site.fix("peekable", title, edit, prior=0.9)


def declared(site: Site) -> Iterator[Candidate]:
    """Hold a peekable iterator in the field or the parameter that is looked ahead in."""
    value = _looked_into(site)
    if value is None:
        return
    field = value.field("field") if value.kind() == "field_expression" else None
    if field is not None:
        edits = [edit for file in files(site.context, site.span.file)
                 for edit in _held(site, file, field.text())]  # fmt: skip
        if edits:
            title = f"Hold a peekable iterator in `{field.text()}`"
            yield site.fix("peekable", title, *edits, prior=0.9)
        return
    local = local_at(site.tree, site.span.start, value.text())
    if local is not None and local.declared is not None:
        edit = site.replace(local.declared, _peekable(site, local.type))
        title = f"Take a peekable iterator as `{local.name}`"
        yield site.fix("peekable", title, edit, prior=0.8)


def _looked_into(site: Site) -> SgNode | None:
    if site.code != "E0599" or not _PEEKS.search(site.diagnostic.message):
        return None
    parent = site.node.parent()
    return parent.field("value") if parent is not None else None


def _held(site: Site, file: Path, name: str) -> Iterator[TextEdit]:
    """Yield what makes a field of this name peekable in a file: its type and what it is given."""
    kind = re.search(
        r"found for (?:struct|[\w ]*reference) `(?:&mut )?(\w+)", site.diagnostic.message
    )
    named = name.encode() in (site.context.sources.read(file) or b"")
    here = site.at(Span(file, 0, 0)) if named else None
    if here is None or kind is None:
        return
    owners = {"Self"}
    for one in here.tree.root.find_all(kind="field_declaration"):
        its, type_ = one.field("name"), one.field("type")
        if its is not None and type_ is not None and its.text() == name and kind[1] in type_.text():
            owners |= {head(owner.text()) for owner in _names(around(one, "struct_item"))}
            yield here.replace(type_, _peekable(here, type_.text()))
    for made in here.tree.root.find_all(kind="struct_expression"):
        body = made.field("body")
        if body is not None and any(head(owner.text()) in owners for owner in _names(made)):
            yield from _given(here, body, name)


def _names(node: SgNode | None) -> list[SgNode]:
    name = node.field("name") if node is not None else None
    return [name] if name is not None else []


def _given(here: Site, body: SgNode, name: str) -> Iterator[TextEdit]:
    """Yield what makes peekable what a struct expression gives the field."""
    for one in body.children():
        its, value = one.field("field") or one.field("name"), one.field("value")
        if its is not None and value is not None and its.text() == name:
            yield here.insert(here.bounds(value)[1], ".peekable()")
        elif one.kind() == "shorthand_field_initializer" and one.text() == name:
            start, end = here.bounds(one)
            origin = _origin(here, start, name)
            if origin is not None:
                yield here.insert(here.bounds(origin)[1], ".peekable()")
            else:
                yield here.insert(end, f": {name}.peekable()")


def _origin(here: Site, offset: int, name: str) -> SgNode | None:
    local = local_at(here.tree, offset, name)
    return local.origin if local is not None else None


def _peekable(site: Site, type_: str) -> str:
    """Return a peekable iterator over ``type_``, behind the same reference."""
    imported = re.search(rb"\buse\b[^;]*\bPeekable\b", site.tree.text)
    mark = re.match(r"(?:&(?:'\w+\s+)?(?:mut\s+)?)?", type_)
    lent = mark[0] if mark is not None else ""
    return f"{lent}{'Peekable' if imported else _PATH}<{type_[len(lent) :]}>"
