"""A call that may fail now: its failure is handed on by `?` and a wider return type."""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.domain import Candidate, TextEdit
from rustmend.propose.crates import listing
from rustmend.propose.dependencies import used_crates
from rustmend.propose.rules.library import definitions
from rustmend.propose.rules.site import Site, ancestors, around, short
from rustmend.propose.rules.types import arguments, clean, head, mismatch
from rustmend.propose.rules.undone import returned

SOURCE = "carried"
_CODES = frozenset({"E0308", "E0599", "E0277", "E0609", "E0369", "E0614", "E0608"})
_FOUND = re.compile(r"`&?((?:\w+::)*(?:Result|Option)<[^`]*>)`")
_ANY_ERROR = "Box<dyn std::error::Error>"


def passed_on(site: Site) -> Iterator[Candidate]:
    """Let the function around hand on the failure of a call in it."""
    if site.code not in _CODES:
        return
    outcome, node = _outcome(site), _value(site)
    function = around(node, "function_item", "closure_expression", "async_block")
    if not outcome or node is None or function is None or function.kind() != "function_item":
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
        edits = [site.insert(site.bounds(node)[1], "?")]
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


def _outcome(site: Site) -> str:
    """Return the type of the value that may be missing or an error, as the compiler spells it."""
    found = mismatch(site.diagnostic).found
    if head(found.lstrip("&")) in ("Option", "Result") and head(
        mismatch(site.diagnostic).expected
    ) not in ("Option", "Result"):
        return found.lstrip("&")
    if site.code == "E0308":
        return ""
    told = _FOUND.search("\n".join([*(label.text for label in site.diagnostic.labels),
                                    site.diagnostic.message]))  # fmt: skip
    return clean(told[1]) if told else ""


def _value(site: Site) -> SgNode | None:
    node = site.node
    parent = node.parent()
    if node.kind() == "field_identifier" and parent is not None:
        return parent.field("value")
    if node.kind() in ("call_expression", "identifier", "field_expression", "await_expression",
                       "macro_invocation"):  # fmt: skip
        return node
    return None


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
