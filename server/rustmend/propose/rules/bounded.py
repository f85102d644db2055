"""Conversions that a type parameter's bounds offer, and those for pointers to unsized values."""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.propose.rules.conversions import Way
from rustmend.propose.rules.site import Site, ancestors, operand, receiver
from rustmend.propose.rules.types import Mismatch, head

# What a bound lets one call on a value of the parameter's type
METHOD_OF = {
    "AsRef": ".as_ref()", "AsMut": ".as_mut()", "Borrow": ".borrow()", "BorrowMut": ".borrow_mut()",
    "Into": ".into()", "TryInto": ".try_into()?", "ToString": ".to_string()",
    "Display": ".to_string()", "ToOwned": ".to_owned()", "IntoIterator": ".into_iter()",
    "Clone": ".clone()",
}  # fmt: skip
_BORROWS = (".as_ref()", ".as_mut()", ".borrow()", ".borrow_mut()")
_DECLARED = ("function_item", "function_signature_item", "impl_item", "trait_item")


def by_bound(node: SgNode, types: Mismatch) -> Iterator[Way]:
    """Yield what the bounds of a type parameter can make of a value of its type."""
    name = types.found.lstrip("&").removeprefix("mut ")
    if not re.fullmatch(r"[A-Z]\w*|impl .+", name):
        return
    lent = node.field("value") if node.kind() == "reference_expression" else None
    x = receiver(lent if lent is not None else node)
    bounds = bounds_of(node, name)
    for bound in bounds:
        if step := METHOD_OF.get(head(bound), ""):
            fits = types.expected.startswith("&") == (step in _BORROWS)
            yield f"{x}{step}", 0.7 if fits else 0.3
    if "Deref" in map(head, bounds):
        yield f"&*{operand(node)}", 0.5


def bounds_of(node: SgNode, name: str) -> list[str]:
    """Return the bounds that the items around ``node`` put on a type parameter or ``impl`` type."""
    if name.startswith("impl "):
        return [one.strip() for one in name.removeprefix("impl ").split("+")]
    found: list[str] = []
    for owner in ancestors(node):
        for part in owner.children() if owner.kind() in _DECLARED else []:
            if part.kind() not in ("type_parameters", "where_clause"):
                continue
            for one in part.children():
                its, bounds = one.field("name") or one.field("left"), one.field("bounds")
                if its is not None and bounds is not None and its.text() == name:
                    found += [each.text() for each in bounds.children() if each.is_named()]
    return found


def unsized(site: Site, node: SgNode) -> Iterator[Way]:
    """Yield the reference to what a pointer points to, where no coercion happens of itself.

    Inside ``Some(…)`` a ``&Box<dyn Trait>`` is not made a ``&dyn Trait``.
    """
    words = site.words()
    if "cannot be known at compilation time" in site.diagnostic.message and (
        node.kind() == "index_expression"
    ):
        yield f"&{node.text()}", 0.6
        yield f"&mut {node.text()}", 0.5
    if "required for the cast from `&" not in words:
        return
    x, tight = receiver(node), operand(node)
    yield f"{x}.as_ref()", 0.5
    yield f"{x}.as_deref()", 0.2
    if node.kind() != "reference_expression":
        yield f"&**{tight}", 0.4
        yield f"&*{tight}", 0.3
        yield f"&{tight}", 0.3
