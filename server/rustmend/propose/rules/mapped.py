"""Iterators of one kind of element where a collection of another is to be built."""

import re
from collections.abc import Iterator
from itertools import product

from ast_grep_py import SgNode

from rustmend.domain import Candidate
from rustmend.propose.rules.conversions import SEQUENCES, Way, ways
from rustmend.propose.rules.site import Site, around, receiver, short
from rustmend.propose.rules.types import Mismatch, arguments, clean, head, mismatch, parts
from rustmend.propose.scope import local_at
from rustmend.syntax import parse

_BUILT = re.compile(
    r"a value of type `(?P<whole>[^`]+)` cannot be (?:built|made by summing|made by multiplying).*?"
    r"(?:over elements of type|from) `(?P<found>[^`]+)`"
)
_ENDS = ("collect", "sum", "product", "extend", "from_iter", "unzip")
_UNNAMED = ("value", "(key, value)", "(first, second, third)")


def mapped(site: Site) -> Iterator[Candidate]:
    """Convert the elements: at the end of the closure that makes them, or in a step of its own."""
    types, call = elements(site), collected(site)
    if types is None or call is None:
        return
    yield from _left_out(site, call, types)
    tail = made(call)
    if tail is not None:
        for text, prior in _converted(tail, types):
            title = f"Make each element `{short(text)}`"
            yield site.fix("mapped", title, site.replace(tail, text), prior=prior * 0.9)
    for step, prior in _steps(types):
        yield site.fix("mapped", f"Add `{step}` to `{short(call.text(), 24)}`",
                       site.replace(call, f"{receiver(call)}{step}"), prior=prior)  # fmt: skip


def outcome(site: Site) -> Iterator[Candidate]:
    """Give what is built or summed as an outcome, where its elements are none."""
    built = _BUILT.search(site.diagnostic.message) if site.code == "E0277" else None
    wrap = {"Option": "Some", "Result": "Ok"}.get(head(clean(built["whole"]))) if built else None
    call = around(site.node, "call_expression")
    if built is None or wrap is None or call is None or head(clean(built["found"])) in (
        "Option", "Result",
    ):  # fmt: skip
        return
    start, end = site.bounds(call)
    yield site.fix("mapped", f"Give it in `{wrap}(…)`",
                   site.insert(start, f"{wrap}("), site.insert(end, ")"), prior=0.75)  # fmt: skip


def _left_out(site: Site, call: SgNode, types: Mismatch) -> Iterator[Candidate]:
    """Leave out what the last ``map`` gives nothing for."""
    function = call.field("function")
    name = function.field("field") if function is not None else None
    optional = head(types.found) == "Option" and arguments(types.found) == [types.expected]
    if name is not None and name.text() == "map" and optional:
        yield site.fix("mapped", "Leave out what there is nothing for, with `filter_map`",
                       site.replace(name, "filter_map"), prior=0.6)  # fmt: skip


def elements(site: Site) -> Mismatch | None:
    """Return what the elements should be and what they are, None where nothing is collected."""
    if site.code == "E0308":
        types = mismatch(site.diagnostic)
        return types.inner() if head(types.expected) in SEQUENCES else None
    built = _BUILT.search(site.diagnostic.message) if site.code == "E0277" else None
    if built is None:
        return None
    whole, found = clean(built["whole"]), clean(built["found"])
    held = arguments(whole)
    if len(held) == 1 or head(whole) == head(found) == "Result":
        expected = held[0] if len(held) == 1 else whole
    else:
        expected = f"({', '.join(held)})" if held else "String" if whole == "String" else ""
    return Mismatch(expected, found)


def collected(site: Site) -> SgNode | None:
    """Return the iterator that the call at the site consumes, or the one that its value did."""
    call = around(site.node, "call_expression")
    if site.code == "E0308":
        local = local_at(site.tree, site.span.start, site.source)
        call = local.origin if local is not None else site.node
    function = call.field("function") if call is not None else None
    if function is not None and function.kind() == "generic_function":
        function = function.field("function")
    name = function.field("field") if function is not None else None
    if function is None or name is None or name.text() not in _ENDS:
        return None
    return function.field("value")


def made(call: SgNode) -> SgNode | None:
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


def _steps(types: Mismatch) -> Iterator[Way]:
    """Yield what is done to each element before it is collected."""
    if types.found == f"&{types.expected}":
        yield from ((".copied()", 0.5), (".cloned()", 0.5))
    if types.expected == "String":
        yield from ((".map(|s| s.to_string())", 0.4), (".map(String::from)", 0.4),
                    (".map(str::to_string)", 0.3))  # fmt: skip
        return
    if types.expected == "&str" and types.found == "&String":
        yield ".map(String::as_str)", 0.8
        return
    arity = len(parts(types.found)) or 1
    element = _expression(_UNNAMED[arity - 1]) if arity <= len(_UNNAMED) else None
    if element is not None and types.expected not in ("", "_"):
        for text, prior in _converted(element, types):
            yield f".map(|{element.text()}| {text})", prior * 0.7


def _expression(text: str) -> SgNode | None:
    """Return ``text`` as an expression of its own."""
    item = parse(f"const _: () = {text};".encode()).root.find(kind="const_item")
    return item.field("value") if item is not None else None


def _converted(node: SgNode, types: Mismatch) -> Iterator[Way]:
    """Yield the ways to convert an element, a tuple part by part."""
    wanted, found = parts(types.expected), parts(types.found)
    values = [one for one in node.children() if one.is_named()]
    if node.kind() != "tuple_expression" or not len(wanted) == len(found) == len(values):
        yield from ways(node, types)
        return
    choices = []
    for value, expected, is_ in zip(values, wanted, found, strict=True):
        if expected == is_ or "_" in (expected, is_):
            choices.append([(value.text(), 1.0)])
        else:
            likely: dict[str, float] = {}
            usual = ways(value, Mismatch(expected, is_))
            for text, prior in sorted(usual, key=lambda way: -way[1]):
                likely.setdefault(text, prior)
            choices.append(list(likely.items())[:2])
    for chosen in product(*choices):
        # every part has types of its own to go by, so that little else comes into question
        prior = min(0.9, 1.4 * min(prior for _, prior in chosen))
        yield f"({', '.join(text for text, _ in chosen)})", prior
