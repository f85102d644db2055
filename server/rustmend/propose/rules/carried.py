"""A call that may fail now: its failure is handed on by `?` and a wider return type."""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.domain import Candidate, TextEdit
from rustmend.propose.compared import among_tests, for_tests
from rustmend.propose.crates import listing
from rustmend.propose.dependencies import used_crates
from rustmend.propose.rules.library import definitions
from rustmend.propose.rules.site import Site, ancestors, around, short
from rustmend.propose.rules.types import arguments, clean, head, mismatch
from rustmend.propose.rules.undone import returned
from rustmend.propose.scope import local_at

SOURCE = "carried"
_CODES = frozenset({"E0308", "E0599", "E0277", "E0609", "E0369", "E0614", "E0608"})
_VALUES = frozenset({
    "call_expression", "identifier", "field_expression", "await_expression", "macro_invocation",
})  # fmt: skip
_FOUND = re.compile(r"`&?((?:\w+::)*(?:Result|Option)<[^`]*>)`")
_ANY_ERROR = "Box<dyn std::error::Error>"


def passed_on(site: Site) -> Iterator[Candidate]:
    """Let the function around hand on the failure of a call in it."""
    if site.code not in _CODES:
        return
    outcome, nodes = _outcome(site), _values(site)
    if not outcome or not nodes or _tested(site):
        return
    node = nodes[0]
    function = around(node, "function_item", "closure_expression", "async_block")
    if function is None or function.kind() != "function_item":
        return
    body, name = function.field("body"), function.field("name")
    owner = around(function, "impl_item")
    if body is None or name is None:
        return
    if owner is not None and owner.field("trait") is not None:
        return
    declared = function.field("return_type")
    type_ = declared.text() if declared is not None else "()"
    if re.match(r"(?:\w+::)*(?:Option|Result|impl)\b|!", type_):
        return
    for wrapped, wrap, share in _types(site, outcome, type_):
        edits = [site.insert(site.bounds(one)[1], "?") for one in nodes]
        edits += _wrapped(site, function, body, wrap)
        if declared is not None:
            edits.append(site.replace(declared, wrapped))
        else:
            parameters = function.field("parameters")
            if parameters is None:
                return
            edits.append(site.insert(site.bounds(parameters)[1], f" -> {wrapped}"))
        title = f"Hand on what `{short(node.text(), 24)}` may fail with, from `{name.text()}`"
        yield site.fix(SOURCE, title, *edits, prior=0.6 * share)


def in_tests(site: Site) -> Iterator[Candidate]:
    """Take the value out of what a call gives in a test, which fails where there is none."""
    if site.code not in _CODES or not _outcome(site) or not _tested(site):
        return
    nodes = _values(site)
    edits = [site.insert(site.bounds(one)[1], ".unwrap()") for one in nodes]
    if edits:
        title = f"Take the value out of `{short(nodes[0].text(), 24)}` with `.unwrap()`"
        yield site.fix("test", title, *edits, prior=0.8)


def or_default(site: Site) -> Iterator[Candidate]:
    """Read a field of what may not be there, and a plain value where it is not."""
    parent = site.node.parent()
    if site.code != "E0609" or parent is None or head(_outcome(site)) != "Option":
        return
    value = parent.field("value")
    if value is not None and parent.kind() == "field_expression":
        text = f"{value.text()}.map(|it| it.{site.source}).unwrap_or_default()"
        title = f"Read `{site.source}` where `{short(value.text(), 24)}` gives something"
        yield site.fix("default", title, site.replace(parent, text), prior=0.35)


def _tested(site: Site) -> bool:
    """Whether the place is compiled for tests alone."""
    return among_tests(site.span.file, site.context) or for_tests(site.node)


def _outcome(site: Site) -> str:
    """Return the type of the value that may be missing or an error, as the compiler spells it."""
    types = mismatch(site.diagnostic)
    found, wanted = types.found.lstrip("&"), head(types.expected) in ("Option", "Result")
    if head(found) in ("Option", "Result") and not wanted:
        return found
    if wanted and _tested(site):
        return types.expected  # the other side of an assertion
    if site.code == "E0308":
        return ""
    told = _FOUND.search("\n".join([*(label.text for label in site.diagnostic.labels),
                                    site.diagnostic.message]))  # fmt: skip
    return clean(told[1]) if told else ""


def _values(site: Site) -> list[SgNode]:
    """Return the calls that may fail: what is used, or what a variable that is used was given."""
    found = []
    if site.code == "E0369":
        sides = [site.at(label) for label in site.diagnostic.labels
                 if _FOUND.search(f"`{label.text.strip('`')}`")]  # fmt: skip
        found = [one.node for one in sides if one is not None]
    else:
        node, parent = site.node, site.node.parent()
        if node.kind() == "field_identifier" and parent is not None:
            parent = parent.field("value")
            found = [parent] if parent is not None else []
        elif node.kind() in _VALUES:
            found = [node]
    origins = {}
    for node in found:
        given = _given(site, node)
        origins[site.bounds(given)] = given
    return list(origins.values())


def _given(site: Site, node: SgNode) -> SgNode:
    plain = node.kind() == "identifier"
    local = local_at(site.tree, site.bounds(node)[0], node.text()) if plain else None
    origin = local.origin if local is not None else None
    if origin is not None and origin.kind() in ("call_expression", "await_expression"):
        declaration = origin.parent()
        if declaration is not None and declaration.kind() == "let_declaration":
            return origin
    return node


def _types(site: Site, outcome: str, type_: str) -> Iterator[tuple[str, str, float]]:
    """Yield return types that can carry the failure, with what wraps a value then."""
    if head(outcome) == "Option":
        yield f"Option<{type_}>", "Some", 1.0
        return
    parts = arguments(outcome)
    if len(parts) == 2:
        for share, error in enumerate(dict.fromkeys((_spelt(site, parts[1]), _ANY_ERROR))):
            if error:
                yield f"Result<{type_}, {error}>", "Ok", 1.0 - 0.25 * share


def _spelt(site: Site, error: str) -> str:
    """Return how an error's type can be written in this file, "" where that is not known."""
    name = re.match(r"\w+", error)
    if name is None:
        return error if error.startswith("Box<") else ""
    used = re.search(rf"\buse [^;]*\b{name[0]}\b", site.tree.root.text())
    if used or name[0] in ("String", "Box"):
        return error
    if any(one.name == name[0] for one in definitions(site.context, site.span.file, "struct",
                                                      "enum", "type")):  # fmt: skip
        return error
    for crate, folder, _ in used_crates(site.context, site.span.file):
        for path in listing(folder).paths(name[0])[:1]:
            return "::".join((crate, *path, error))
    return ""


def _wrapped(site: Site, function: SgNode, body: SgNode, wrap: str) -> Iterator[TextEdit]:
    """Yield the edits that wrap every value which the function returns."""
    values = returned(body)
    if function.field("return_type") is None:
        end = site.bounds(body)[1] - 1
        pad = f"{site.indent(site.bounds(function)[0])}"
        yield site.insert(end, f"    {wrap}(())\n{pad}")
        values = []
    for value in values:
        start, end = site.bounds(value)
        yield site.insert(start, f"{wrap}(")
        yield site.insert(end, ")")
    for one in body.find_all(kind="return_expression"):
        inner = [child for child in one.children() if child.is_named()]
        owner = next((each for each in ancestors(one.parent())
                      if each.kind() in ("closure_expression", "async_block") or each == body),
                     None)  # fmt: skip
        if not inner and owner == body:
            yield site.insert(site.bounds(one)[1], f" {wrap}(())")
