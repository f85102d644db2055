"""Borrows that last too long, are too short, or are not mutable."""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.domain import Candidate, TextEdit
from rustmend.propose.rules.library import find
from rustmend.propose.rules.moves import earlier_use
from rustmend.propose.rules.site import Site, ancestors, around, receiver, short
from rustmend.propose.rules.types import mismatch
from rustmend.propose.scope import Local, locals_at
from rustmend.propose.shape import callee

MUTABLE = {"iter": "iter_mut", "get": "get_mut", "values": "values_mut", "as_ref": "as_mut",
           "borrow": "borrow_mut", "first": "first_mut", "last": "last_mut", "chunks": "chunks_mut",
           "as_deref": "as_deref_mut", "read": "write", "peek": "peek_mut", "as_slice":
           "as_mut_slice", "deref": "deref_mut", "lock": "lock"}  # fmt: skip
# how many bindings lie at most between what is changed and what holds it
_STEPS = 3
# What lends one of many, or none: an option of a reference
_PERHAPS = frozenset({"get", "first", "last", "front", "back", "peek", "next", "nth", "find", "min",
                      "max", "min_by", "max_by", "min_by_key", "max_by_key", "map", "and_then",
                      "filter", "or", "or_else", "reduce", "next_back"})  # fmt: skip
_LENT = r"(?:borrow(?:ed)?|borrow of .*) (?:occurs )?here$"
OWNED = {"&str": "String", "&[u8]": "Vec<u8>", "&Path": "PathBuf"}


def overlapping(site: Site) -> Iterator[Candidate]:
    """Keep two borrows apart: take the value out before, copy it, or change the order."""
    if site.code not in ("E0499", "E0502", "E0503", "E0505", "E0506", "E0716", "E0713"):
        return
    yield from hoisted(site)
    for label, _ in site.labels(_LENT):
        if label.primary or label.span.file != site.span.file:
            continue
        place = site.at(label)
        declaration = around(place.node, "let_declaration") if place is not None else None
        value = declaration.field("value") if declaration is not None else None
        if value is None:
            continue
        for text, prior in _released(value):
            title = f"Take `{short(text)}` so that nothing stays borrowed"
            yield site.fix("release", title, site.replace(value, text), prior=prior)
    yield from earlier_use(site)


def hoisted(site: Site) -> Iterator[Candidate]:
    """Give a temporary a name in a statement of its own, before the one that uses it.

    That ends no loan that an earlier statement made.
    """
    if not _lent_within(site):
        return
    spans = [site.span]
    spans += [label.span for label in site.diagnostic.labels if label.span.file == site.span.file]
    seen: set[tuple[int, int]] = set()
    for span in spans:
        place = site.at(span)
        node = place.node if place is not None else None
        if node is None or not node.is_named():
            continue
        whole = around(node, "call_expression", "macro_invocation", "index_expression",
                       "field_expression", "binary_expression") or node  # fmt: skip
        for expression in (node, whole):
            statement = _statement(expression)
            if statement is None or expression.kind() in ("identifier", "self", "let_declaration"):
                continue
            bounds = site.bounds(expression)
            if bounds in seen or bounds == site.bounds(statement):
                continue
            seen.add(bounds)
            name = _fresh_name(site, expression)
            at = site.bounds(statement)[0]
            line = f"let {name} = {expression.text()};\n{site.indent(at)}"
            title = f"Bind `{short(expression.text())}` before"
            yield site.fix("hoist", title, site.insert(at, line),
                           site.replace(expression, name), prior=0.35)  # fmt: skip


def _lent_within(site: Site) -> bool:
    """Whether a statement around the site makes a loan that is in its way, or none is known."""
    lent = [site.at(label) for label, _ in site.labels(_LENT)
            if not label.primary and label.span.file == site.span.file]  # fmt: skip
    bounds = [site.bounds(one) for place in lent
              if place is not None and (one := _statement(place.node)) is not None]  # fmt: skip
    within = any(start <= site.span.start and site.span.end <= end for start, end in bounds)
    return within or not bounds


def named(site: Site) -> Iterator[Candidate]:
    """Give a temporary that is lent for longer than it lives a name of its own."""
    statement = _statement(site.node)
    if site.code != "E0716" or statement is None or statement.kind() != "let_declaration":
        return
    at = site.bounds(statement)[0]
    name = _fresh_name(site, site.node)
    line = f"let {name} = {site.source};\n{site.indent(at)}"
    yield site.fix("hoist", f"Bind `{short(site.source)}` before", site.insert(at, line),
                   site.edit(site.span.start, site.span.end, name), prior=0.5)  # fmt: skip


def mutability(site: Site) -> Iterator[Candidate]:
    """Make mutable what is changed: the binding, the reference, or the method that gave it."""
    if site.code not in ("E0596", "E0594", "E0384"):
        return
    names = {leaf.text() for leaf in site.node.find_all(kind="identifier")} | {site.source}
    found = re.search(r"`\*?(\w+)", site.diagnostic.message)
    if found:
        names.add(found[1])
    for local in locals_at(site.tree, site.span.start):
        if local.name in names:
            yield from _made_mutable(site, local)
    if site.node.kind() == "unary_expression" or site.source.startswith(("*", "(*")):
        at = site.span.start + site.source.find("*")
        yield site.fix("mutable", "Borrow it", site.insert(at, "&"), prior=0.4)
    yield from _field_type(site)
    if "in a `&` reference" in site.diagnostic.message:
        for name, other in _mutable_calls(site, site.node):
            yield site.fix("mutable", f"Call `{other}` in place of `{name.text()}`",
                           site.replace(name, other), prior=0.8)  # fmt: skip
    node = around(site.node, "reference_expression")
    if node is not None and node.text().startswith("&") and not node.text().startswith("&mut"):
        yield site.fix("mutable", "Borrow mutably",
                       site.insert(site.bounds(node)[0] + 1, "mut "), prior=0.3)  # fmt: skip
    lent = re.match(r"&mut\s+", node.text()) if node is not None and site.code == "E0596" else None
    if node is not None and lent is not None:
        start = site.bounds(node)[0]
        yield site.fix("mutable", "Borrow it without `mut`",
                       site.edit(start + 1, start + len(lent[0]), ""), prior=0.5)  # fmt: skip


def lent_mutably(site: Site) -> Iterator[Candidate]:
    """Call what lends mutably where what it lends is changed: ``get_mut`` for ``get``."""
    types = mismatch(site.diagnostic)
    if site.code != "E0308" or "&mut " not in types.expected or "&mut " in types.found:
        return
    if types.expected.replace("&mut ", "&") != types.found:
        return
    names = set(re.findall(r"[a-z_]\w*", site.source))
    origins = [local.origin for local in locals_at(site.tree, site.span.start)
               if local.name in names and local.origin is not None]  # fmt: skip
    for node in (site.node, *origins):
        for name, other in _mutable_calls(site, node):
            yield site.fix("mutable", f"Call `{other}` in place of `{name.text()}`",
                           site.replace(name, other), prior=0.75)  # fmt: skip


def _field_type(site: Site) -> Iterator[Candidate]:
    """Make the reference mutable that a field or a signature declares and a pattern reaches."""
    names = set(re.findall(r"\w+", site.source)) - {"self", "mut"}
    owner = around(site.node, "impl_item")
    type_ = owner.field("type") if owner is not None else None
    for local in locals_at(site.tree, site.span.start):
        if local.name in names and local.origin is not None:
            names |= set(re.findall(r"\w+", local.origin.text()))
    mine = re.match(r"\w+", type_.text()) if type_ is not None else None
    for one in site.tree.root.find_all(kind="field_declaration"):
        its, declared = one.field("name"), one.field("type")
        holder = around(one, "struct_item", "enum_item")
        name = holder.field("name") if holder is not None else None
        if its is None or declared is None or its.text() not in names:
            continue
        found = re.search(r"&('\w+\s+)?(?!mut\b)", declared.text())
        if found is not None and "&mut" not in declared.text():
            at = site.bounds(declared)[0] + len(declared.text()[: found.end()].encode())
            own = mine is not None and name is not None and name.text() == mine[0]
            yield site.fix("mutable", f"Declare the field `{its.text()}` with `&mut`",
                           site.insert(at, "mut "), prior=0.6 if own else 0.35)  # fmt: skip


def returned(site: Site) -> Iterator[Candidate]:
    """Return an owned value where a reference would outlive what it refers to."""
    if site.code not in ("E0515", "E0597", "E0106", "E0310", "E0521", "E0716"):
        return
    if "static" in site.words():
        yield from _kept(site)
    if site.code not in ("E0515", "E0597", "E0106"):
        return
    function = around(site.node, "function_item", "function_signature_item")
    result = function.field("return_type") if function is not None else None
    if result is None:
        return
    type_ = re.sub(r"'\w+\s*", "", result.text())
    owned = type_
    for reference, held in OWNED.items():
        owned = owned.replace(reference, held)
    if owned == type_:
        owned = re.sub(r"&(?:mut )?", "", type_, count=1)
    if owned == type_:
        return
    edits = [site.replace(result, owned)]
    node = site.node
    if node.kind() == "reference_expression" and (value := node.field("value")) is not None:
        plain = value.text()
        if value.kind() == "index_expression":
            plain = f"{plain}.to_string()" if "String" in owned else f"{plain}.to_vec()"
        edits.append(site.replace(node, plain))
    else:
        for step in (".as_str()", ".as_slice()", ".as_ref()", ".as_path()"):
            if node.text().endswith(step):
                edits.append(site.replace(node, node.text().removesuffix(step)))
                break
        else:
            if node.kind() == "call_expression":
                edits.append(site.replace(node, f"{receiver(node)}.to_string()"))
    yield site.fix("own", f"Return an owned `{short(owned)}`", *edits, prior=0.45)


def _kept(site: Site) -> Iterator[Candidate]:
    """Own what is handed to something that may keep it for ever, such as a thread."""
    declaration = around(site.node, "let_declaration")
    value = declaration.field("value") if declaration is not None else None
    if value is None:
        return
    for step, prior in ((".to_owned()", 0.5), (".clone()", 0.4), (".to_string()", 0.3),
                        (".to_vec()", 0.2)):  # fmt: skip
        edit = site.replace(value, f"{receiver(value)}{step}")
        usual = 1.3 if site.tree.text.count(f"{step};".encode()) else 1.0
        yield site.fix("own", f"Add `{step}` to `{short(value.text())}`", edit, prior=prior * usual)


def _released(value: SgNode) -> Iterator[tuple[str, float]]:
    text = value.text()
    if callee(value) in _PERHAPS:
        yield f"{text}.cloned()", 0.5
        yield f"{text}.copied()", 0.4
    elif text.startswith("&") and not text.startswith("&mut"):
        yield f"{text[1:]}.clone()", 0.35
        yield text[1:], 0.25
    else:
        yield f"{receiver(value)}.clone()", 0.3
        yield f"{receiver(value)}.to_owned()", 0.2
        yield f"{receiver(value)}.cloned()", 0.25
        yield f"*{text}", 0.3
        yield f"{receiver(value)}.copied()", 0.25
        yield f"{receiver(value)}.to_vec()", 0.1
        yield f"{receiver(value)}.collect::<Vec<_>>()", 0.1


def _made_mutable(site: Site, local: Local) -> Iterator[Candidate]:
    yield site.fix("mutable", f"Make `{local.name}` mutable",
                   site.insert(local.start, "mut "), prior=0.6)  # fmt: skip
    declared = local.declared
    if declared is not None and declared.kind() == "reference_type":
        text = re.sub(r"^&('\w+\s+)?(?!mut)", r"&\1mut ", declared.text())
        yield site.fix("mutable", f"Take `{local.name}` as `{short(text)}`",
                       site.replace(declared, text), prior=0.5)  # fmt: skip
    if local.origin is None:
        return
    text = local.origin.text()
    if text.startswith("&") and not text.startswith("&mut"):
        edit = site.replace(local.origin, f"&mut {text[1:].lstrip()}")
        yield site.fix("mutable", f"Borrow `{short(text[1:])}` mutably", edit, prior=0.6)
    if reached := _reached(site, local):
        yield site.fix("mutable", "Lend mutably all the way from where it is held", *reached,
                       prior=0.9)  # fmt: skip
    for name, other in _mutable_calls(site, local.origin):
        both = b"mut" not in site.tree.text[max(0, local.start - 4) : local.start]
        if both and other in ("borrow_mut", "write", "lock"):
            yield site.fix("mutable", f"Call `{other}`, and make `{local.name}` mutable",
                           site.replace(name, other), site.insert(local.start, "mut "),
                           prior=0.75)  # fmt: skip
        yield site.fix("mutable", f"Call `{other}` in place of `{name.text()}`",
                       site.replace(name, other), prior=0.6)  # fmt: skip


def _reached(site: Site, local: Local) -> list[TextEdit]:
    """Return what lends mutably at every step from a value's owner to a binding; none for one."""
    node, edits, further = local.origin, list[TextEdit](), False
    for step in range(_STEPS):
        calls = list(_mutable_calls(site, node)) if node is not None else []
        text = node.text() if node is not None else ""
        if node is not None and (calls or re.match(r"&(?!mut\b)", text)):
            edits.append(site.replace(*calls[-1]) if calls
                         else site.insert(site.bounds(node)[0] + 1, "mut "))  # fmt: skip
            further = step > 0
        root = re.match(r"&?(?:mut )?(\w+)", text)
        above = locals_at(site.tree, site.bounds(node)[0]) if node is not None else []
        node = next((one.origin for one in above if root is not None and one.name == root[1]), None)
    return edits if further else []


def _mutable_calls(site: Site, node: SgNode) -> Iterator[tuple[SgNode, str]]:
    """Yield the names of the calls in ``node`` that lend, and what lends mutably in their place.

    The workspace's own functions have it by custom under the same name with ``_mut``.
    """
    for call in [node, *node.find_all(kind="call_expression")]:
        function = call.field("function")
        name = function.field("field") if function is not None else None
        if name is None:
            continue
        other = f"{name.text()}_mut"
        if name.text() in MUTABLE:
            yield name, MUTABLE[name.text()]
        elif any(find(site.context, site.span.file, other, "fn")):
            yield name, other


def _statement(node: SgNode) -> SgNode | None:
    for one in ancestors(node):
        parent = one.parent()
        if one.kind() in ("closure_expression", "match_arm"):
            return None
        if parent is not None and parent.kind() == "block" and one.is_named():
            return one
    return None


def _fresh_name(site: Site, expression: SgNode) -> str:
    """Name a value after the method or field that gives it."""
    taken = {local.name for local in locals_at(site.tree, site.span.start)}
    function = expression.field("function")
    named = function if function is not None else expression
    last = named.field("field") or named.field("name")
    name = last.text() if last is not None else "value"
    if name in ("clone", "unwrap", "get", "as_str", "to_string", "new", "collect", "from",
                "iter", "as_ref", "into", "expect") or name.isdigit():  # fmt: skip
        name = "value"
    while name in taken:
        name = f"{name}_"
    return name
