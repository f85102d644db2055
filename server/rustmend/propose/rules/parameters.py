"""A parameter that a type's body needs and nobody declares: on the type, its impls, its makers."""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.domain import Candidate, Span, TextEdit
from rustmend.propose.rules.library import Place, find, find_text, in_bytes
from rustmend.propose.rules.lifetimes import named
from rustmend.propose.rules.site import Site, around
from rustmend.propose.rules.types import arguments, head

_TYPES = ("struct_item", "enum_item")
_UNKNOWN_TYPE = ("E0412", "E0425")


def declared(site: Site) -> Iterator[Candidate]:
    """Declare a lifetime or a type parameter on a type, and wherever the type is implemented."""
    place = _type_at(site)
    if place is None:
        return
    its, had = place.node.field("name"), _parameters(place.node)
    parameter, edits = _needed(site, place)
    if its is None or not parameter or parameter in had:
        return
    name = its.text()
    edits.append(_added(place, place.node.field("type_parameters"), its, parameter))
    carried = list(_implemented(site, place, name, parameter, len(had)))
    title = f"Declare `{parameter}` on `{name}`"
    if carried:
        title += " and where it is implemented"
    yield site.fix("parameter", title, *edits, *carried, prior=0.9 if carried else 0.75)


def _type_at(site: Site) -> Place | None:
    """Return the type in which a parameter is missing, or of which one too many is said."""
    if site.code in ("E0106", "E0261", *_UNKNOWN_TYPE):
        item = around(site.node, *_TYPES, "impl_item", "function_item")
        return Place(site.span.file, site.tree, item) if item and item.kind() in _TYPES else None
    if site.code == "E0107" and re.match(r"(?:struct|enum) takes", site.diagnostic.message):
        name = head(site.slice(*site.bounds(around(site.node, "generic_type") or site.node)))
        return next(find(site.context, site.span.file, name, "struct", "enum"), None)
    return None


def _needed(site: Site, place: Place) -> tuple[str, list[TextEdit]]:
    """Return the parameter that errors in a type ask for, "" for none, and what names it there."""
    start, end = place.tree.bounds(place.node)
    parameter, edits = "", list[TextEdit]()
    for one in site.context.diagnostics:
        here = site.at(one.span) if one.span is not None else None
        if here is None or here.span.file != place.file:
            continue
        if not start <= here.span.start <= here.span.end <= end:
            continue
        if one.code == "E0106":
            parameter = parameter or "'a"
            edits.append(named(here, parameter))
        elif one.code == "E0261" or (
            one.code in _UNKNOWN_TYPE and re.fullmatch(r"[A-Z][A-Z0-9]?", here.source)
        ):
            parameter = parameter or here.source
    return parameter, edits


def _parameters(owner: SgNode) -> list[str]:
    """Return the names of the parameters that an item declares."""
    own = owner.field("type_parameters")
    listed = arguments(f"_{own.text()}") if own is not None else []
    return [re.split(r"[:=]", one.removeprefix("const "))[0].strip() for one in listed if one]


def _added(place: Place, own: SgNode | None, after: SgNode, parameter: str) -> TextEdit:
    """Return the edit that adds ``parameter`` to a list ``own``, or makes one."""
    if own is None:
        at = place.tree.bounds(after)[1]
        return TextEdit(Span(place.file, at, at), f"<{parameter}>")
    start, end = place.tree.bounds(own)
    if parameter.startswith("'"):
        return TextEdit(Span(place.file, start + 1, start + 1), f"{parameter}, ")
    return TextEdit(Span(place.file, end - 1, end - 1), f", {parameter}")


def _implemented(
    site: Site, place: Place, name: str, parameter: str, had: int
) -> Iterator[TextEdit]:
    """Yield what names the parameter in every impl that has as many arguments as there were."""
    refs = {re.sub(r"'\w+\s+", "", one.text()) for one in
            place.node.find_all(kind="reference_type")}  # fmt: skip
    for file, match in find_text(site.context, place.file, rf"\bimpl\b[^{{;]*\b{name}\b[^{{;]*\{{"):
        tree = site.context.sources.tree(file)
        at = in_bytes(match, match.start())
        owner = around(tree.smallest(at, at + 4), "impl_item") if tree is not None else None
        type_ = owner.field("type") if owner is not None else None
        if tree is None or owner is None or type_ is None or head(type_.text()) != name:
            continue
        here = Place(file, tree, owner)
        given = arguments(type_.text())
        if len(given) != had:
            continue
        inside = type_.field("type_arguments")
        yield _added(here, inside, type_, parameter)
        if parameter not in _parameters(owner):
            yield _added(here, owner.field("type_parameters"), owner.children()[0], parameter)
        if parameter.startswith("'"):
            yield from _makers(here, name, parameter, refs)


def _makers(here: Place, name: str, lifetime: str, refs: set[str]) -> Iterator[TextEdit]:
    """Yield the lifetime for what functions borrow that return the type."""
    for function in here.node.find_all(kind="function_item"):
        result, parameters = function.field("return_type"), function.field("parameters")
        if result is None or parameters is None:
            continue
        if not re.search(rf"\b(?:Self|{name})\b", result.text()):
            continue
        for one in parameters.find_all(kind="reference_type"):
            if re.sub(r"'\w+\s+", "", one.text()) in refs and "'" not in one.text()[:3]:
                at = here.tree.bounds(one)[0] + 1
                yield TextEdit(Span(here.file, at, at), f"{lifetime} ")
