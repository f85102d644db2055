"""Values used after they were moved: lent, copied, taken, or used before."""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.domain import Candidate
from rustmend.propose.rules.site import Site, around, operand, receiver, short

CONSUMING = {"into_iter": ("iter", "iter_mut"), "unwrap": ("as_ref().unwrap", "take().unwrap"),
             "into_values": ("values",), "into_keys": ("keys",), "into_bytes": ("as_bytes",),
             "into_string": ("to_string",), "unwrap_or_default": ("clone().unwrap_or_default",),
             "map": ("as_ref().map",), "expect": ("as_ref().expect",),
             "join": ("take().join",)}  # fmt: skip


def moved(site: Site) -> Iterator[Candidate]:
    """Lend a value where it was given away too early."""
    if site.code not in ("E0382", "E0505", "E0381"):
        return
    for label, _ in site.labels(r"value (?:partially )?moved|move out of|moved due to this"):
        place = site.at(label)
        if place is None or label.span.file != site.span.file:
            continue
        if "method call" in label.text or "due to this" in label.text:
            yield from _consuming(site, place)
            yield from _borrowing_method(site)
            continue
        node = place.node
        if node.kind() in ("closure_expression", "async_block") or node.text() == "move":
            yield from _closure(site, place)
            continue
        text = operand(node)
        yield site.fix("lend", f"Lend `{short(node.text())}` instead of moving it",
                       place.replace(node, f"&{text}"), prior=0.5)  # fmt: skip
        yield site.fix("lend", f"Clone `{short(node.text())}` where it is moved",
                       place.replace(node, f"{receiver(node)}.clone()"), prior=0.35)  # fmt: skip
        yield site.fix("lend", f"Lend `{short(node.text())}` mutably",
                       place.replace(node, f"&mut {text}"), prior=0.15)  # fmt: skip
        yield from _in_callee(site, place)
    yield from earlier_use(site)


def moved_out(site: Site) -> Iterator[Candidate]:
    """Borrow, take or copy what cannot be moved out of a reference."""
    if site.code not in ("E0507", "E0508", "E0509"):
        return
    node = site.node
    x, tight = receiver(node), operand(node)
    held = re.search(r"has type `(?:\w+::)*Option<", site.words()) is not None
    if held and node.kind() in ("field_expression", "identifier"):
        shared = "behind a shared reference" in site.words()
        step = ".as_ref()" if shared else ".take()"
        yield site.fix("move out", f"Change `{short(node.text())}` to `{short(x + step)}`",
                       site.replace(node, x + step), prior=0.85)  # fmt: skip
    ways = ((f"&{tight}", 0.45), (f"{x}.clone()", 0.35), (f"{x}.as_ref()", 0.3),
            (f"{x}.take()", 0.3), (f"&mut {tight}", 0.2), (f"{x}.as_mut()", 0.15),
            (f"std::mem::take(&mut {node.text()})", 0.15), (f"{x}.as_deref()", 0.15))  # fmt: skip
    for text, prior in ways:
        title = f"Change `{short(node.text())}` to `{short(text)}`"
        yield site.fix("move out", title, site.replace(node, text), prior=prior)
    if node.text().startswith("*"):
        yield site.fix("move out", f"Change `{short(node.text())}` to `&{short(node.text())}`",
                       site.insert(site.bounds(node)[0], "&"), prior=0.35)  # fmt: skip
    yield from _consuming(site, site)
    yield from _borrowing_method(site)


def _borrowing_method(site: Site) -> Iterator[Candidate]:
    """Let the method that takes its receiver whole borrow it, where it is the workspace's own."""
    for note in site.diagnostic.notes:
        if "takes ownership of the receiver" not in note.message:
            continue
        for label in note.labels:
            callee = site.at(label)
            if callee is not None and label.primary and callee.source in ("self", "mut self"):
                for text, prior in (("&self", 0.6), ("&mut self", 0.2)):
                    edit = callee.edit(label.span.start, label.span.end, text)
                    title = f"Let the method take `{text}`"
                    yield callee.fix("lend", title, edit, prior=prior)


def earlier_use(site: Site) -> Iterator[Candidate]:
    """Put the statement that still uses the value before the one that moves or changes it."""
    here = _statement(site, site.span.start)
    pattern = r"moved here|borrow occurs here|later used here|assigned|is borrowed here"
    for label, _ in site.labels(pattern):
        if label.span.file != site.span.file:
            continue
        there = _statement(site, label.span.start)
        if here is None or there is None or here == there or here.parent() != there.parent():
            continue
        first, second = sorted((here, there), key=lambda node: site.bounds(node)[0])
        start, end = site.bounds(second)
        line = site.tree.text.rfind(b"\n", 0, start) + 1
        if site.tree.text[line:start].strip() or not second.text().endswith((";", "}")):
            continue
        at = site.bounds(first)[0]
        # as it stands in the file: in the site's tree macros may look like functions
        whole = site.context.sources.read(site.span.file) or b""
        moved, before = (whole[slice(*site.bounds(each))].decode() for each in (second, first))
        insertion = site.insert(at, f"{moved}\n{site.indent(at)}")
        removal = site.edit(line, min(end + 1, len(site.tree.text)), "")
        title = f"Put `{short(moved)}` before `{short(before, 24)}`"
        near = second.prev() == first
        yield site.fix("reorder", title, insertion, removal, prior=0.5 if near else 0.3)


def _consuming(site: Site, place: Site) -> Iterator[Candidate]:
    call = around(place.node, "call_expression")
    function = call.field("function") if call is not None else None
    name = function.field("field") if function is not None else None
    owner = function.field("value") if function is not None else None
    if name is None or owner is None:
        loop = around(place.node, "for_expression")
        value = loop.field("value") if loop is not None else None
        if value is not None and place.span.start <= place.bounds(value)[1]:
            for mark, prior in (("&", 0.6), ("&mut ", 0.3)):
                yield site.fix("lend", f"Iterate over `{mark}{short(value.text())}`",
                               place.insert(place.bounds(value)[0], mark), prior=prior)  # fmt: skip
        return
    for other in CONSUMING.get(name.text(), ()):
        yield site.fix("lend", f"Call `{other}` in place of `{name.text()}`",
                       place.replace(name, other), prior=0.5)  # fmt: skip
    for step, prior in (
        (".clone()", 0.35),
        (".as_ref()", 0.3),
        (".take()", 0.2),
        (".as_mut()", 0.2),
    ):
        yield site.fix("lend", f"Add `{step}` before `{name.text()}`",
                       place.replace(owner, receiver(owner) + step), prior=prior)  # fmt: skip


def _closure(site: Site, place: Site) -> Iterator[Candidate]:
    """Let a closure borrow, or give it a clone of its own."""
    closure = around(place.node, "closure_expression", "async_block")
    if closure is None:
        return
    start = site.bounds(closure)[0]
    if closure.text().startswith("move "):
        yield site.fix("lend", "Let the closure borrow", site.edit(start, start + 5, ""), prior=0.5)
    found = re.search(r"`(\w+)`", site.diagnostic.message)
    statement = _statement(site, start)
    if found and statement is not None:
        at = site.bounds(statement)[0]
        text = f"let {found[1]} = {found[1]}.clone();\n{site.indent(at)}"
        # inside a block of its own the clone leaves the outer name alone
        call = around(closure, "arguments")
        body = closure.text()
        yield site.fix("lend", f"Give the closure a clone of `{found[1]}`",
                       site.replace(closure, f"{{ let {found[1]} = {found[1]}.clone(); {body} }}"),
                       prior=0.3 if call is not None else 0.2)  # fmt: skip
        yield site.fix("lend", f"Clone `{found[1]}` before", site.insert(at, text), prior=0.1)


def _in_callee(site: Site, place: Site) -> Iterator[Candidate]:
    """Let the function borrow its parameter, and lend the argument."""
    for note in site.diagnostic.notes:
        if not re.search("consider changing this (?:parameter|method)", note.message):
            continue
        for label in note.labels:
            callee = site.at(label)
            if callee is None or not label.primary:
                continue
            node = callee.node
            if node.kind() == "self_parameter" or node.text() in ("self", "mut self"):
                edit = callee.replace(node, "&self")
                yield site.fix("lend", "Let the method borrow `self`", edit, prior=0.45)
                continue
            yield site.fix("lend", f"Let the function borrow its `{short(node.text())}`",
                           callee.insert(label.span.start, "&"),
                           place.insert(place.span.start, "&"), prior=0.45)  # fmt: skip


def _statement(site: Site, offset: int) -> SgNode | None:
    node: SgNode | None = site.tree.smallest(offset, offset)
    while node is not None:
        parent = node.parent()
        if parent is not None and parent.kind() == "block" and node.is_named():
            return node
        node = parent
    return None
