"""What is too much where it stands: a call, a ``self.``."""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.domain import Candidate
from rustmend.propose.rules.conversions import CONVERTING
from rustmend.propose.rules.library import definitions
from rustmend.propose.rules.site import Site, around, short
from rustmend.propose.scope import locals_at

METHODS = ("E0599", "E0689", "E0282", "E0283", "E0284", "E0277", "E0308", "E0624", "E0034", "E0507",
           "E0616", "E0382", "E0505", "E0716")  # fmt: skip
_SURE = {"E0599": 0.6, "E0283": 0.5, "E0689": 0.5, "E0507": 0.2, "E0382": 0.1}


def calls(site: Site) -> Iterator[Candidate]:
    """Remove a method call without arguments that the value does not need or have."""
    if site.code not in METHODS:
        return
    if site.code in ("E0282", "E0283", "E0284"):
        yield from _inner(site)
    if site.code == "E0716":
        field = site.node.parent()
        outer = field.parent() if field is not None else None
        step = _called(outer) if outer is not None else None
        if outer is not None and step is not None and step[0].text() in CONVERTING:
            title = f"Remove `.{step[0].text()}()` from `{short(step[1].text(), 24)}`"
            yield site.fix("superfluous", title, site.replace(outer, step[1].text()), prior=0.5)
        return
    lone = _errors_about(site) < 2
    for label in site.diagnostic.labels:
        place = site.at(label) if label.span.file == site.span.file else None
        call = _called(place.node) if place is not None else None
        if (
            place is None
            or call is None
            or not (label.primary or site.code == "E0277" or "must be known" in label.text)
        ):
            continue
        name, owner = call
        whole = around(name, "call_expression")
        if whole is not None:
            prior = _SURE.get(site.code, 0.3) if name.text() in CONVERTING else 0.15
            prior *= 1.3 if lone else 0.8
            title = f"Remove `.{name.text()}()` from `{short(owner.text(), 24)}`"
            edit = place.replace(whole, owner.text())
            yield site.fix("superfluous", title, edit, prior=prior)


def _inner(site: Site) -> Iterator[Candidate]:
    """Remove a conversion, whose result nothing determines, from within the expression."""
    scope = site.node
    parent = scope.parent()
    if parent is not None and parent.kind() == "let_declaration":
        scope = parent.field("value") or scope
        if scope.kind() == "unary_expression" and scope.text().startswith("*"):
            yield site.fix("superfluous", "Remove the `*`",
                           site.edit(site.bounds(scope)[0], site.bounds(scope)[0] + 1, ""),
                           prior=0.5)  # fmt: skip
    if parent is not None and parent.kind() == "unary_expression" and parent.text()[0] == "*":
        yield site.fix("superfluous", "Remove the `*`",
                       site.edit(site.bounds(parent)[0], site.bounds(parent)[0] + 1, ""),
                       prior=0.5)  # fmt: skip
    for call in [scope, *scope.find_all(kind="call_expression")]:
        step = _called(call)
        if step is not None and step[0].text() in (
            "into",
            "try_into",
            "as_ref",
            "collect",
            "borrow",
        ):
            title = f"Remove `.{step[0].text()}()` from `{short(step[1].text(), 24)}`"
            yield site.fix("superfluous", title, site.replace(call, step[1].text()), prior=0.45)


def _errors_about(site: Site) -> int:
    """Return how many errors name the type that this one names: a missing derive causes many."""
    named = re.search(r"(?:struct|enum|type parameter|union) `([^`]+)`", site.diagnostic.message)
    if named is None:
        return 0
    return sum(f"`{named[1]}" in one.message for one in site.context.diagnostics)


def receivers(site: Site) -> Iterator[Candidate]:
    """Remove ``self.`` before the name of a local or function; put it before a tuple's index."""
    if site.code not in ("E0609", "E0599", "E0615", "E0689", "E0610", "E0424"):
        return
    node = site.node
    here = {local.name for local in locals_at(site.tree, site.span.start)}
    if site.code == "E0424":
        whole = node.parent()
        member = whole.field("field") if whole is not None else None
        if member is not None and member.text() in here:
            yield site.fix("superfluous", f"Use `{member.text()}`",
                           site.edit(site.bounds(node)[0], site.bounds(member)[0], ""),
                           prior=0.8)  # fmt: skip
        return
    field = node.parent() if node.kind() == "field_identifier" else None
    value = field.field("value") if field is not None else None
    if value is not None and value.text() == "self":
        name = node.text()
        start, end = site.bounds(value)[0], site.bounds(node)[0]
        free = [one for one in definitions(site.context, site.span.file, "fn")
                if one.file == site.span.file and one.name == name]  # fmt: skip
        if name in here:
            yield site.fix("superfluous", f"Use `{name}`, which is no field",
                           site.edit(start, end, ""), prior=0.7)  # fmt: skip
        elif free:
            inner = free[0].indent > 0
            yield site.fix("superfluous", f"Call the function `{name}`",
                           site.edit(start, end, ""), prior=0.4 if inner else 0.65)  # fmt: skip
            yield site.fix("superfluous", f"Call `Self::{name}`", site.edit(start, end, "Self::"),
                           prior=0.6 if inner else 0.2)  # fmt: skip
    if value is not None and value.kind() in ("integer_literal", "float_literal"):
        node = value
    if node.kind() in ("integer_literal", "float_literal") and "self" in here:
        yield site.fix("superfluous", f"Use the field `self.{short(node.text())}`",
                       site.insert(site.bounds(node)[0], "self."), prior=0.7)  # fmt: skip


def _called(node: SgNode) -> tuple[SgNode, SgNode] | None:
    """Return the name and the receiver of the argumentless method call that ``node`` names."""
    if node.kind() == "call_expression":
        function = node.field("function")
        name = function.field("field") if function is not None else None
        node = name if name is not None else node
    field = node.parent()
    if node.kind() != "field_identifier" or field is None:
        return None
    owner, call = field.field("value"), field.parent()
    if call is not None and call.kind() == "generic_function":
        call = call.parent()
    given = call.field("arguments") if call is not None else None
    if owner is None or given is None:
        return None
    said = node.text() == "expect" or not re.sub(r"[\s()]", "", given.text())
    return (node, owner) if said else None
