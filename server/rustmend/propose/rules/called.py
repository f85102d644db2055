"""A type parameter whose values are called: the bound that its calls ask for."""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.domain import Candidate
from rustmend.propose.rules.generics import OWNERS, bound_beside
from rustmend.propose.rules.library import fields_of, find
from rustmend.propose.rules.site import Site, ancestors, around, short
from rustmend.propose.rules.types import arguments, clean, head, referent
from rustmend.propose.scope import Local, local_at

_LITERALS = {
    "string_literal": "&str", "char_literal": "char", "boolean_literal": "bool",
}  # fmt: skip
_CONDITIONS = frozenset({"if_expression", "while_expression", "match_pattern", "unary_expression"})
_REPEATING = ("for_expression", "while_expression", "loop_expression", "closure_expression")


def bound(site: Site) -> Iterator[Candidate]:
    """Say of the parameter that it is a function of what it is given and what is made of it."""
    named = re.fullmatch(r"expected function, found `(?:&(?:mut )?)?([A-Z]\w*)`",
                         site.diagnostic.message)  # fmt: skip
    call = around(site.node, "call_expression")
    given = call.field("arguments") if call is not None else None
    if site.code != "E0618" or named is None or call is None or given is None:
        return
    types = [_type(site, one) for one in given.children() if one.is_named()]
    taken = ", ".join(type_ for type_ in types if type_)
    if not all(types):
        return
    mutable = _is_mutable(site, call)
    again = around(call.parent(), *_REPEATING) is not None
    traits = ("FnMut", "Fn") if mutable else ("Fn", "FnMut") if again else ("Fn", "FnOnce")
    for owner in [node for node in ancestors(call) if node.kind() in OWNERS][:2]:
        for result, likely in _results(site, call):
            for trait, prior in zip(traits, (0.75, 0.5), strict=True):
                text = f"{trait}({taken}){f' -> {result}' if result else ''}"
                edit = bound_beside(site, owner, named[1], text)
                if edit is not None:
                    yield site.fix("bound", f"Add the bound `{named[1]}: {short(text, 40)}`",
                                   site.edit(*edit[0], edit[1]), prior=prior * likely)  # fmt: skip


def _is_mutable(site: Site, call: SgNode) -> bool:
    function = call.field("function")
    text = re.sub(r"[()\s]", "", function.text()) if function is not None else ""
    if text.startswith("self."):
        own = _local(site, call, "self")
        return own is not None and own.type in ("&mut self", "mut self")
    local = _local(site, call, text)
    return local is not None and site.slice(local.start - 4, local.start) == "mut "


def _type(site: Site, node: SgNode) -> str:
    """Return the type of an argument as it can be written, "" where nothing says it."""
    kind, text = node.kind(), node.text()
    if kind == "self" and (own := _local(site, node, "self")) is not None:
        return own.type.replace("self", "Self") if re.match(r"&?(?:mut )?self$", own.type) else ""
    if kind in _LITERALS:
        return _LITERALS[kind]
    if kind == "reference_expression" and (value := node.field("value")) is not None:
        inner = _type(site, value)
        return inner and f"{'&mut ' if text.startswith('&mut') else '&'}{inner}"
    if kind == "unary_expression" and text.startswith("*"):
        value = next((one for one in node.children() if one.is_named()), None)
        return referent(_type(site, value)) if value is not None else ""
    if kind == "field_expression":
        name = node.field("field")
        return _field(site, name.text()) if name is not None and text.startswith("self.") else ""
    local = _local(site, node, text) if kind == "identifier" else None
    return (local.type or _of_each(site, local)) if local is not None else ""


def _local(site: Site, node: SgNode, name: str) -> Local | None:
    return local_at(site.tree, site.bounds(node)[0], name)


def _of_each(site: Site, local: Local) -> str:
    """Return the type of what a loop or a closure is given one by one of a list."""
    origin = local.origin
    named = re.fullmatch(r"(&?)(\w+)(\.iter\(\))?", origin.text()) if origin is not None else None
    list_ = _local(site, origin, named[2]) if origin is not None and named is not None else None
    if named is None or list_ is None:
        return ""
    type_ = clean(list_.type)
    lent = named[1] or named[3] or type_.startswith("&")
    held = referent(type_) or type_
    slice_ = re.fullmatch(r"\[([^;]+)(?:;.*)?\]", held)
    inner = [slice_[1]] if slice_ else arguments(held) if head(held) == "Vec" else []
    return f"{'&' if lent else ''}{inner[0]}" if inner else ""


def _field(site: Site, name: str) -> str:
    owner = around(site.node, "impl_item")
    type_ = owner.field("type") if owner is not None else None
    structs = find(site.context, site.span.file, head(type_.text()), "struct") if type_ else ()
    found = (dict(fields_of(place.node)).get(name) for place in structs)
    return next((one.text() for one in found if one is not None), "")


def _results(site: Site, call: SgNode) -> Iterator[tuple[str, float]]:
    """Yield what the call may give, "" for nothing, by what is done with it."""
    parent = call.parent()
    if parent is None:
        return
    if parent.kind() == "expression_statement":
        yield "", 1.0
        return
    if parent.kind() in _CONDITIONS or parent.text().startswith(f"{call.text()} &&"):
        yield "bool", 1.0
        return
    declared = parent.field("type") if parent.kind() == "let_declaration" else None
    if declared is not None:
        yield declared.text(), 1.0
        return
    function = around(call, "function_item")
    result = function.field("return_type") if function is not None else None
    if result is not None:
        collected = arguments(result.text()) if around(call, "closure_expression") else []
        for text in [*collected[:1], result.text()]:
            yield text, 0.9
    elif parent.kind() == "block":
        yield "", 0.9
