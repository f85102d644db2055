"""Statements: a forgotten ``return``, semicolon, ``let``, ``async`` or ``.await``."""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.domain import Candidate, Span, TextEdit
from rustmend.propose.experience import IDLE, is_asked
from rustmend.propose.rules.library import find
from rustmend.propose.rules.site import Site, around, in_async, short
from rustmend.propose.rules.types import arguments, clean, head, mismatch
from rustmend.propose.scope import locals_at

LATER = ("E0308", "E0599", "E0277", "E0609")


def returns(site: Site) -> Iterator[Candidate]:
    """Return the value of a statement that was to leave the function."""
    if site.code not in ("E0308", "E0282", "E0283", "E0317", "E0277", "E0284"):
        return
    if site.code == "E0308" and "expected `()`" not in site.words():
        return
    statement = around(site.node, "expression_statement")
    if statement is None:
        tail = site.node if site.code == "E0308" else None
        if tail is None or around(tail, "function_item", "closure_expression") is None:
            return
        statement = tail
    text = statement.text()
    if text.startswith(("return", "if ", "match ", "for ", "while ", "loop")):
        return
    if statement.find(kind="compound_assignment_expr") or statement.find(
        kind="assignment_expression"
    ):
        return
    start, end = site.bounds(statement)
    outcome = re.match(r"(?:Ok|Err|Some|None)\b", text) is not None
    yield site.fix("return", f"Return `{short(text.rstrip(';'))}`",
                   site.insert(start, "return "), prior=0.65 if outcome else 0.4)  # fmt: skip
    if text.endswith(";"):
        yield site.fix("return", f"Make `{short(text.rstrip(';'))}` the value",
                       site.edit(end - 1, end, ""), prior=0.25)  # fmt: skip
    else:
        # a statement that only names a value would do nothing
        idle = statement.kind() in IDLE or outcome or is_asked(statement)
        yield site.fix("return", f"End `{short(text)}` with `;`", site.insert(end, ";"),
                       prior=0.1 if idle else 0.3)  # fmt: skip
        yield site.fix("return", f"Return `{short(text)}` here",
                       site.edit(start, end, f"return {text};"), prior=0.3)  # fmt: skip


def arm_values(site: Site) -> Iterator[Candidate]:
    """Leave the function with the value of an arm or branch, or give the value up."""
    if site.code != "E0308" or "incompatible types" not in site.diagnostic.message:
        return
    function = around(site.node, "function_item", "closure_expression", "async_block")
    result = function.field("return_type") if function is not None else None
    returned = head(clean(result.text())) if result is not None else ""
    types = mismatch(site.diagnostic)
    for label, _ in site.labels(r"expected|found|this is"):
        place = site.at(label) if label.span.file == site.span.file else None
        if place is None or not place.node.is_named():
            continue
        node, parent = place.node, place.node.parent()
        its = types.found if label.primary else types.expected
        if parent is not None and parent.kind() == "match_arm" and parent.field("value") == node:
            if label.primary and types.expected == "()" and node.kind() != "block":
                yield site.fix("return", f"End `{short(node.text())}` with `;`",
                               place.replace(node, f"{{ {node.text()}; }}"), prior=0.8)  # fmt: skip
        elif node.parent() is None:
            continue
        if returned and head(its) == returned and node.kind() != "block":
            start = place.bounds(node)[0]
            yield site.fix("return", f"Return `{short(node.text())}`",
                           site.insert(start, "return "), prior=0.75)  # fmt: skip


def unit_value(site: Site) -> Iterator[Candidate]:
    """Give a body that ends in ``()`` its value: ``Ok(())``, or the last statement's."""
    if site.code not in ("E0308", "E0317", "E0053"):
        return
    function = around(site.node, "function_item", "closure_expression")
    body = function.field("body") if function is not None else None
    if body is None or body.kind() != "block":
        return
    words = site.words()
    end = site.bounds(body)[1] - 1
    at = len(site.tree.text[:end].rstrip())
    named = [child for child in body.children() if child.is_named()]
    indent = site.indent(site.bounds(named[-1])[0]) if named else ""
    for value, mark in (("Ok(())", "Result<()"), ("None", "Option<"), ("self", "Self"),
                        ("true", "`bool`"), ("false", "`bool`"), ("Ok(self)", "Result<"),
                        ("Some(())", "Option<()")):  # fmt: skip
        if mark in words and "found `()`" in words:
            yield site.fix("value", f"End with `{value}`", site.insert(at, f"\n{indent}{value}"),
                           prior=0.4)  # fmt: skip
    if named and named[-1].text().endswith(";") and "()`" in words:
        last = site.bounds(named[-1])[1]
        yield site.fix("value", "Make the last statement the value",
                       site.edit(last - 1, last, ""), prior=0.5)  # fmt: skip


def awaits(site: Site) -> Iterator[Candidate]:
    """Await a future, or make the function that awaits asynchronous."""
    words = site.words()
    no_field = site.code == "E0609" and site.source == "await"  # edition 2015 knows no `await`
    if site.code == "E0728" or "`await` is only allowed" in words or no_field:
        waiting = around(site.node, "await_expression", "field_expression")
        if waiting is not None and (inner := waiting.child(0)) is not None:
            yield site.fix("async", "Remove `.await`", site.replace(waiting, inner.text()),
                           prior=0.55)  # fmt: skip
        function = around(site.node, "function_item")
        if function is not None:
            at = site.bounds(function)[0] + _keyword(function.text())
            yield site.fix(
                "async", "Make the function `async`", site.insert(at, "async "), prior=0.7
            )
        closure = around(site.node, "closure_expression")
        if closure is not None:
            yield site.fix("async", "Make the closure `async`",
                           site.insert(site.bounds(closure)[0], "async "), prior=0.4)  # fmt: skip
    if site.code == "E0277" and "is not a future" in words:
        whole = around(site.node, "await_expression")
        if whole is not None:
            inner = whole.child(0)
            if inner is not None:
                yield site.fix(
                    "async", "Remove `.await`", site.replace(whole, inner.text()), prior=0.6
                )
        return
    dictated = site.code == "E0053" and "found future" in words
    if dictated or "async functions cannot be used for tests" in words:
        function = around(site.node, "function_item")
        found = re.match(r"[^({]*?\basync\s+", function.text()) if function is not None else None
        if function is not None and found is not None and ".await" not in function.text():
            end = site.bounds(function)[0] + len(found[0].encode())
            why = "as the trait says" if dictated else "since it waits for nothing"
            yield site.fix("async", f"Make it synchronous, {why}",
                           site.edit(end - len("async "), end, ""), prior=0.8)  # fmt: skip
    if site.code not in LATER:
        return
    future = re.search(r"impl Future|opaque type|future", words) is not None
    if in_async(site.node):
        types = mismatch(site.diagnostic)
        held = bool(types.expected) and types.expected in arguments(types.found)
        tried = "the `?` operator can only be applied" in words
        if future or held or tried:
            prior = 0.75 if future else 0.6 if held else 0.35
            for node in _awaitable(site):
                end = site.bounds(node)[1]
                yield site.fix("async", "Await it", site.insert(end, ".await"), prior=prior)
                prior *= 0.8
    if future:
        yield from _synchronous(site)


def _awaitable(site: Site) -> Iterator[SgNode]:
    """Yield the expressions at the site that may be futures, the likeliest first."""
    node = site.node
    if node.kind() == "try_expression" and (inner := node.child(0)) is not None:
        yield inner
    elif node.kind() == "field_identifier":
        field = node.parent()
        value = field.field("value") if field is not None else None
        if value is not None:
            yield value
    elif node.kind() in ("call_expression", "identifier", "macro_invocation", "field_expression"):
        yield node
    for label in site.diagnostic.labels:
        place = site.at(label) if label.span.file == site.span.file else None
        if place is not None and place.node.kind() == "call_expression" and place.node != node:
            yield place.node


def _synchronous(site: Site) -> Iterator[Candidate]:
    """Take ``async`` from the function called here, where it waits for nothing."""
    names = set(re.findall(r"\b([a-z_]\w*)\s*(?:::<[^()]*>)?\(", _line(site)))
    for name in sorted(names):
        for place in find(site.context, site.span.file, name, "fn"):
            body = place.node.field("body")
            found = re.match(r"[^({]*?\basync\s+", place.node.text())
            if found is None or (body is not None and ".await" in body.text()):
                continue
            end = place.tree.bounds(place.node)[0] + len(found[0].encode())
            edit = TextEdit(Span(place.file, end - len("async "), end), "")
            if place.tree.text[end - len("async ") : end] == b"async ":
                yield site.fix("async", f"Make `{name}` synchronous", edit, prior=0.9)


def _line(site: Site) -> str:
    """Return the lines of the diagnostic's places in this file."""
    text = site.tree.text
    lines = []
    for label in site.diagnostic.labels:
        if label.span.file == site.span.file:
            start = text.rfind(b"\n", 0, label.span.start) + 1
            end = text.find(b"\n", label.span.end)
            lines.append(text[start : end if end >= 0 else len(text)].decode(errors="replace"))
    names = set(re.findall(r"\w+", "\n".join(lines)))
    lines += [
        local.origin.text()
        for local in locals_at(site.tree, site.span.start)
        if local.name in names and local.origin is not None
    ]
    return "\n".join(lines)


def _keyword(text: str) -> int:
    """Return where ``async`` goes in a function's text: after ``pub``, before the rest."""
    found = re.search(r"(?:\bunsafe\s+)?(?:\bextern\b[^f]*)?\bfn\b", text)
    return len(text[: found.start()].encode()) if found else 0
