"""A trait of the workspace asks for more than before: its new functions get plain bodies.

Once in the trait itself, as what implementations have that say nothing, or in each implementation.
"""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.domain import Candidate, Span, TextEdit
from rustmend.propose.placeholders import plain_value
from rustmend.propose.rules.site import Site, around
from rustmend.propose.rules.types import arguments, clean


def added_items(site: Site) -> Iterator[Candidate]:
    """Write the functions that an implementation lacks since its trait declares them."""
    if site.code != "E0046":
        return
    declared = list(_declared(site))
    bodies = [_body(node) for _, node in declared]
    if not declared or None in bodies:
        return
    names = ", ".join(f"`{_name(node)}`" for _, node in declared)
    edits = []
    for (place, node), body in zip(declared, bodies, strict=True):
        end = place.bounds(node)[1]
        semicolon = place.slice(end - 1, end) == ";"
        edits.append(place.edit(end - 1 if semicolon else end, end, f" {body}"))
    title = f"Let {names} do nothing special where an implementation says nothing"
    yield site.fix("trait item", title, *edits, prior=0.4, made_up=True)
    owner = around(site.node, "impl_item")
    block = owner.field("body") if owner is not None else None
    if owner is None or block is None:
        return
    indent = f"\n{site.indent(site.bounds(owner)[0])}    "
    text = "".join(
        f"{indent}{node.text().rstrip().rstrip(';').rstrip()} {body}\n"
        for (_, node), body in zip(declared, bodies, strict=True)
    )
    last = [child for child in block.children() if child.is_named()]
    at = site.bounds(last[-1])[1] if last else site.bounds(block)[0] + 1
    lead = "\n" if last else ""
    edit = TextEdit(Span(site.span.file, at, at), f"{lead}{text.rstrip()}" if last else text)
    title = f"Write {names} with plain bodies"
    yield site.fix("trait item", title, edit, prior=0.35, made_up=True)


def _declared(site: Site) -> Iterator[tuple[Site, SgNode]]:
    """Yield the functions of the workspace's trait that are missing."""
    for label, _ in site.labels(r"^`\w+` from trait$"):
        place = site.at(label)
        node = around(place.node, "function_signature_item") if place is not None else None
        if place is not None and node is not None:
            yield place, node


def _name(node: SgNode) -> str:
    name = node.field("name")
    return name.text() if name is not None else ""


def _body(node: SgNode) -> str | None:
    """Return the plainest body, None where there is no plain value of the type."""
    returned = node.field("return_type")
    if returned is None:
        return "{}"
    value = _value(clean(returned.text()))
    return f"{{ {value} }}" if value is not None else None


def _value(type_: str) -> str | None:
    if re.match(r"(?:\w+::)*Result<", type_):
        inner = _value(next(iter(arguments(type_)), ""))
        return f"Ok({inner})" if inner is not None else None
    return plain_value(type_)
