"""Iterators of one kind of element where a collection of another is to be built."""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.domain import Candidate
from rustmend.propose.rules.conversions import ways
from rustmend.propose.rules.site import Site, around, receiver, short
from rustmend.propose.rules.types import Mismatch, arguments, clean

_BUILT = re.compile(
    r"a value of type `(?P<whole>[^`]+)` cannot be (?:built|made by summing|made by multiplying).*?"
    r"(?:over elements of type|from) `(?P<found>[^`]+)`"
)
_ENDS = ("collect", "sum", "product", "extend", "from_iter", "unzip")


def mapped(site: Site) -> Iterator[Candidate]:
    """Convert the elements: at the end of the closure that makes them, or in a step of its own."""
    built = _BUILT.search(site.diagnostic.message) if site.code == "E0277" else None
    call = _collecting(site)
    if built is None or call is None:
        return
    whole, found = clean(built["whole"]), clean(built["found"])
    parts = arguments(whole)
    types = Mismatch(parts[-1] if len(parts) == 1 else "String" if whole == "String" else "", found)
    tail = _tail(call)
    if tail is not None:
        for text, prior in ways(tail, types):
            title = f"Make each element `{short(text)}`"
            yield site.fix("mapped", title, site.replace(tail, text), prior=prior * 0.9)
    steps = [(".copied()", 0.5), (".cloned()", 0.5)] if found == f"&{types.expected}" else []
    if types.expected == "String":
        steps += [(".map(|s| s.to_string())", 0.4), (".map(String::from)", 0.4),
                  (".map(str::to_string)", 0.3)]  # fmt: skip
    for step, prior in steps:
        yield site.fix("mapped", f"Add `{step}` to `{short(call.text(), 24)}`",
                       site.replace(call, f"{receiver(call)}{step}"), prior=prior)  # fmt: skip


def _collecting(site: Site) -> SgNode | None:
    """Return the iterator that the call at the site consumes."""
    call = around(site.node, "call_expression")
    function = call.field("function") if call is not None else None
    if function is not None and function.kind() == "generic_function":
        function = function.field("function")
    name = function.field("field") if function is not None else None
    if function is None or name is None or name.text() not in _ENDS:
        return None
    return function.field("value")


def _tail(call: SgNode) -> SgNode | None:
    """Return what the closure of the last ``map`` gives."""
    function, given = call.field("function"), call.field("arguments")
    name = function.field("field") if function is not None else None
    closure = given.find(kind="closure_expression") if given is not None else None
    if name is None or name.text() not in ("map", "flat_map", "filter_map") or closure is None:
        return None
    body = closure.field("body")
    if body is not None and body.kind() == "block":
        inside = [child for child in body.children() if child.is_named()]
        body = inside[-1] if inside and not inside[-1].kind().endswith("statement") else None
    return body
