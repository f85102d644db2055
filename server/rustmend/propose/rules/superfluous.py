"""What is too much where it stands: a call, a ``self.``, a type argument, an import."""

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


def function_calls(site: Site) -> Iterator[Candidate]:
    """Pass a function where it is called with nothing: ``map(f())`` for ``map(f)``."""
    call = around(site.node, "call_expression") if site.code == "E0061" else None
    outer = call.parent() if call is not None else None
    if call is None or outer is None or outer.kind() != "arguments":
        return
    function, given = call.field("function"), call.field("arguments")
    if function is None or given is None or given.text() != "()":
        return
    if function.kind() in ("identifier", "scoped_identifier"):
        title = f"Pass `{short(function.text())}` itself"
        yield site.fix("superfluous", title, site.replace(given, ""), prior=0.8)


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


def type_arguments(site: Site) -> Iterator[Candidate]:
    """Leave out what a trait takes no more: rustc speaks of its associated types alone."""
    taken = re.search(
        r"trait takes (?:at most )?(\d+) generic arguments? but (\d+) generic",
        site.diagnostic.message,
    )
    whole = around(site.node, "generic_type")
    given = whole.field("type_arguments") if whole is not None else None
    if site.code != "E0107" or taken is None or given is None:
        return
    listed = [one for one in given.children() if one.is_named()]
    types = [one for one in listed if one.kind() not in ("lifetime", "type_binding")]
    if len(types) != int(taken[2]):
        return
    surplus = types[int(taken[1]) :]
    kept = ", ".join(one.text() for one in listed if one not in surplus)
    title = f"Leave out `{short(', '.join(one.text() for one in surplus))}`"
    edit = site.replace(given, f"<{kept}>" if kept else "")
    yield site.fix("superfluous", title, edit, prior=0.6)


def imports(site: Site) -> Iterator[Candidate]:
    """Drop an import that leads nowhere and that nothing names: a trait whose methods moved."""
    if site.code != "E0432":
        return
    leaves: list[SgNode] = []
    for label in site.diagnostic.labels:
        place = site.at(label) if label.primary and label.span.file == site.span.file else None
        leaf = _imported(place.node) if place is not None else None
        if leaf is None:
            return
        leaves.append(leaf)
    if not all(_unnamed(site, re.split(r"::|\s+", leaf.text())[-1]) for leaf in leaves):
        return
    reach: list[tuple[int, int]] = []
    for start, end in sorted(_with_separator(site, _alone(leaf)) for leaf in leaves):
        if reach and start == reach[-1][1]:
            start = reach.pop()[0]
        reach.append((start, end))
    names = ", ".join(f"`{re.split(r'::', leaf.text().split()[0])[-1]}`" for leaf in leaves)
    edits = [site.edit(_list_end(site, start, end), end, "") for start, end in reach]
    title = f"Drop the import of {names}, which nothing names"
    yield site.fix("superfluous", title, *edits, prior=0.45)


def _imported(node: SgNode) -> SgNode | None:
    """Return all of what is imported at ``node`` as one name, None where it is handed on."""
    use = around(node, "use_declaration")
    if use is None or use.text().startswith("pub"):
        return None
    while (parent := node.parent()) is not None and parent.kind() not in (
        "use_list", "use_declaration",
    ):  # fmt: skip
        node = parent
    return node if node.kind() not in ("scoped_use_list", "use_list", "use_wildcard") else None


def _unnamed(site: Site, name: str) -> bool:
    """Whether nothing in the file but one import says ``name``."""
    found = re.findall(rb"\b%s\b" % re.escape(name.encode()), site.tree.text)
    return name == "_" or len(found) == 1


def _alone(leaf: SgNode) -> SgNode:
    """Return what goes with ``leaf``: of a list of one the list, of one import the whole line."""
    parent = leaf.parent()
    while parent is not None and leaf.kind() != "use_declaration":
        others = [one for one in parent.children() if one.is_named()]
        if parent.kind() == "use_list" and len(others) > 1:
            return leaf
        leaf, parent = parent, parent.parent()
    return leaf


def _with_separator(site: Site, node: SgNode) -> tuple[int, int]:
    """Return where ``node`` lies with the comma or the line end after it."""
    start, end = site.bounds(node)
    after = re.match(rb"\s*,\s*|[ \t]*\n", site.tree.text[end:])
    return start, end + (after.end() if after else 0)


def _list_end(site: Site, start: int, end: int) -> int:
    """Return where to cut so that no comma is left alone before the end of a list."""
    before = re.search(rb",\s*$", site.tree.text[:start])
    closes = re.match(rb"\s*\}", site.tree.text[end:])
    return before.start() if before and closes else start


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
