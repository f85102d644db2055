"""Trait objects where a value of known size is needed: boxed wherever they are declared so.

What is given for one is boxed along, where an error tells of it.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from ast_grep_py import SgNode

from rustmend.domain import Candidate, Span, TextEdit
from rustmend.propose.rules.library import Place, files
from rustmend.propose.rules.site import Site, around, short
from rustmend.propose.rules.types import mismatch
from rustmend.propose.rules.undone import returned
from rustmend.propose.scope import local_at

_UNSIZED = re.compile(r"dyn (?:for<[^>]*> )?(?:\w+::)*(?P<trait>\w+)")
# In these a trait object may stand as it is
_POINTERS = frozenset({"Box", "Rc", "Arc", "Weak", "Ref", "RefMut", "Cow", "NonNull", "PhantomData",
                       "RefCell", "Mutex", "RwLock", "Cell"})  # fmt: skip
_ADDING = frozenset({"push", "push_back", "push_front", "insert", "replace", "or_insert"})
_HELD = frozenset({"field_declaration", "ordered_field_declaration_list", "type_item",
                   "type_arguments", "tuple_type", "array_type", "let_declaration"})  # fmt: skip
_FILES = 60


def boxed(site: Site) -> Iterator[Candidate]:
    """Box a trait object wherever it is declared without a pointer around it."""
    found = _UNSIZED.search(_said(site))
    if found is None:
        return
    trait = found["trait"]
    edits: list[TextEdit] = []
    for file in files(site.context, site.span.file)[:_FILES]:
        tree = site.context.sources.tree(file)
        if tree is not None and f"dyn {trait}".encode() in tree.text:
            for node in tree.root.find_all(kind="dynamic_type"):
                if re.match(rf"dyn (?:for<[^>]*> )?(?:\w+::)*{trait}\b", node.text()):
                    edits += _boxed(site, Place(file, tree, _whole(node)))
    if edits:
        title = f"Box each `dyn {short(trait)}` that is held by value"
        yield site.fix("boxed", title, *edits, *_given(site, trait), prior=0.85)


def named_as_type(site: Site) -> Iterator[Candidate]:
    """Make a trait that is used as a type a trait object, boxed where it is held by value."""
    if site.code != "E0782":
        return
    edits: list[TextEdit] = []
    count = 0
    for one in site.context.diagnostics:
        place = site.at(one.span) if one.span is not None and one.code == "E0782" else None
        if place is None or place.source != site.source:
            continue
        count += 1
        here = Place(place.span.file, place.tree, place.node)
        if _by_value(here.node):
            edits += _boxed(site, here)
        else:
            edits += _passed(here)
    if edits:
        title = f"Make `{short(site.source)}` a trait object, boxed where it is held by value"
        yield site.fix("boxed", title, *edits, prior=0.95 if count > 1 else 0.6)


def _said(site: Site) -> str:
    """Return the message, or the bound, that says that a trait object has no known size."""
    if site.code == "E0277" and "cannot be known at compilation time" in site.diagnostic.message:
        return site.diagnostic.message
    unsized = re.search(r"`\(?(dyn [^`]*): Sized`", site.words()) if site.code == "E0599" else None
    return unsized[1] if unsized else ""


def _whole(node: SgNode) -> SgNode:
    """Return ``dyn Trait`` with what is added to it: ``dyn Trait + Send``."""
    parent = node.parent()
    while parent is not None and parent.kind() == "bounded_type":
        node, parent = parent, parent.parent()
    return node


def _by_value(node: SgNode) -> bool:
    """Whether a type stands where its size has to be known, other than in a signature."""
    parent = node.parent()
    if parent is None or parent.kind() not in _HELD:
        return False
    holder = parent.parent() if parent.kind() == "type_arguments" else None
    type_ = holder.field("type") if holder is not None else None
    return type_ is None or type_.text().split("::")[-1] not in _POINTERS


def _boxed(site: Site, place: Place) -> Iterator[TextEdit]:
    node, parent = place.node, place.node.parent()
    if not _by_value(node):
        return
    name = parent.field("name") if parent is not None and parent.kind() == "type_item" else None
    if name is not None and _pointed_to(site, name.text()):
        return
    text = node.text() if node.text().startswith("dyn ") else f"dyn {node.text()}"
    yield TextEdit(Span(place.file, *place.tree.bounds(node)), f"Box<{text}>")


def _pointed_to(site: Site, alias: str) -> bool:
    """Whether what an alias stands for is held behind pointers already."""
    pattern = rf"(?:&|\b(?:Box|Rc|Arc)<)\s*(?:'\w+\s+)?(?:mut\s+)?{alias}\b".encode()
    return any(
        re.search(pattern, site.context.sources.read(file) or b"")
        for file in files(site.context, site.span.file)[:_FILES]
    )


def _passed(place: Place) -> Iterator[TextEdit]:
    """Yield what makes a trait in a signature or behind a pointer a type."""
    node, parent = place.node, place.node.parent()
    start, end = place.tree.bounds(node)
    function = around(node, "function_item", "function_signature_item")
    text = f"dyn {node.text()}"
    if parent is not None and parent.kind() == "parameter":
        pattern, body = parent.field("pattern"), function.field("body") if function else None
        name = re.escape(pattern.text()) if pattern is not None else ""
        kept = name and body is not None and re.search(
            rf"\b(?:{'|'.join(_ADDING)})\([^;]*\b{name}\b|:\s*{name}\b|[{{,]\s*{name}\s*[,}}]",
            body.text(),
        )  # fmt: skip
        text = f"Box<{text}>" if kept else f"impl {node.text()}"
    elif function is not None and function.field("return_type") == node:
        body = function.field("body")
        values = returned(body) if body is not None else []
        kinds = {re.split(r"[({]|::", value.text())[0].strip() for value in values}
        if len(kinds) == 1 and body is not None:
            text = f"impl {node.text()}"
        else:
            text = f"Box<{text}>"
            for value in values:
                if not value.text().startswith("Box::new("):
                    yield from _in_box(place.file, *place.tree.bounds(value))
    yield TextEdit(Span(place.file, start, end), text)


def _given(site: Site, trait: str) -> Iterator[TextEdit]:
    """Yield the edits that box what errors say is given for the trait object."""
    seen: set[Span] = set()
    for one in site.context.diagnostics:
        place = site.at(one.span) if one.span is not None else None
        if place is None or place.span in seen:
            continue
        expected = _UNSIZED.search(mismatch(one).expected) if one.code == "E0308" else None
        value = place.node if expected and expected["trait"] == trait else None
        if one.code == "E0599" and place.source in _ADDING and f"dyn {trait}" in one.message:
            call = around(place.node, "call_expression")
            given = call.field("arguments") if call is not None else None
            inside = [each for each in given.children() if each.is_named()] if given else []
            value = inside[-1] if inside else None
        if value is None or value.text().startswith("Box::new(") or _is_boxed(place, value):
            continue
        seen.add(place.span)
        yield from _in_box(place.span.file, *place.bounds(value))


def _in_box(file: Path, start: int, end: int) -> Iterator[TextEdit]:
    yield TextEdit(Span(file, start, start), "Box::new(")
    yield TextEdit(Span(file, end, end), ")")


def _is_boxed(place: Site, value: SgNode) -> bool:
    """Whether ``value`` names a local that is declared as a box."""
    local = local_at(place.tree, place.bounds(value)[0], value.text())
    made = local.origin.text() if local is not None and local.origin is not None else ""
    return local is not None and re.match(r"Box<|Box::new\(", local.type or made) is not None
