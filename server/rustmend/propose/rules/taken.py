"""Ways round a borrow: another value left behind, a list collected first, a handle shared."""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.domain import Candidate
from rustmend.propose.rules.site import Site, around, short

_STEPS = re.compile(r"\.(?:iter|keys|values)\(\)$")


def replaced(site: Site) -> Iterator[Candidate]:
    """Leave another value behind in one step, where the next statement would have put it there."""
    node = site.node
    statement = _statement(node)
    follower = _next(statement)
    if site.code not in ("E0507", "E0508") or follower is None or statement is None:
        return
    found = re.fullmatch(rf"{re.escape(node.text())}\s*=\s*(.+);", follower.text(), re.S)
    if found is None:
        return
    path = "mem" if re.search(rb"^use (?:std|core)::mem;", site.tree.text, re.M) else "std::mem"
    text = f"{path}::replace(&mut {node.text()}, {found[1]})"
    edits = [site.replace(node, text)]
    if re.fullmatch(r"[a-z_]\w*", found[1]):  # a variable is given away once
        edits.append(site.edit(site.bounds(statement)[1], site.bounds(follower)[1], ""))
    yield site.fix("replace", f"Take it with `{path}::replace`", *edits, prior=0.9)


def collected(site: Site) -> Iterator[Candidate]:
    """Go over a list of its own, where the loop changes what it goes over."""
    if site.code not in ("E0502", "E0499", "E0506", "E0505"):
        return
    spans = [label.span for label in site.diagnostic.labels if label.span.file == site.span.file]
    for span in spans:
        place = site.at(span)
        loop = around(place.node, "for_expression") if place is not None else None
        value, body = (loop.field("value"), loop.field("body")) if loop is not None else (None,) * 2
        if place is None or value is None or body is None:
            continue
        first, last = place.bounds(value)
        inside = place.bounds(body)
        if not first <= span.start <= last or not any(
            inside[0] <= one.start and one.end <= inside[1] for one in spans
        ):
            continue
        text = value.text()
        if _STEPS.search(text):
            for step, prior in ((".cloned()", 0.62), (".copied()", 0.5)):
                new = f"{text}{step}.collect::<Vec<_>>()"
                yield site.fix("collect", f"Go over a copy of `{short(text)}`",
                               site.replace(value, new), prior=prior)  # fmt: skip
        elif text.startswith("&") and not text.startswith("&mut"):
            yield site.fix("collect", f"Go over a copy of `{short(text[1:])}`",
                           site.replace(value, f"{text[1:]}.clone()"), prior=0.55)  # fmt: skip
        return


def shared(site: Site) -> Iterator[Candidate]:
    """Give a closure that moves what it uses a handle of its own, under the same name."""
    found = re.search(r"moved value: `(\w+)`", site.diagnostic.message)
    if site.code != "E0382" or found is None:
        return
    name, words = found[1], site.words()
    handle = re.search(r"`(?:\w+::)*(Arc|Rc)<", words)
    for label, _ in site.labels(r"moved into closure|moved here"):
        place = site.at(label)
        closure = around(place.node, "closure_expression", "async_block") if place else None
        statement = _statement(closure, through=True) if closure is not None else None
        if place is None or statement is None or label.span.file != site.span.file:
            continue
        usual = b"Arc::clone(&" in site.tree.text or b"Rc::clone(&" in site.tree.text
        text = f"{handle[1]}::clone(&{name})" if handle and usual else f"{name}.clone()"
        at = place.bounds(statement)[0]
        again = "previous iteration" in words
        yield site.fix("share", f"Give the closure its own `{name}`",
                       site.insert(at, f"let {name} = {text};\n{site.indent(at)}"),
                       prior=0.95 if handle and again else 0.6 if again else 0.3)  # fmt: skip
        return


def _statement(node: SgNode | None, *, through: bool = False) -> SgNode | None:
    while node is not None:
        parent = node.parent()
        if parent is not None and parent.kind() == "block":
            return node
        if node.kind() == "closure_expression" and not through:
            return None
        through, node = False, parent
    return None


def _next(statement: SgNode | None) -> SgNode | None:
    return statement.next() if statement is not None else None
