"""Options and results: a value taken out, an outcome handled."""

import re
from collections.abc import Iterator

from rustmend.domain import Candidate
from rustmend.propose.rules.site import Site, around, short
from rustmend.propose.rules.types import head, mismatch
from rustmend.propose.scope import Local, locals_at

# a lock or a thread fails only where another thread has panicked
_AFTER_PANIC = re.compile(r"\.\s*(?:(?:lock|read|write|join)\(\)|wait(?:_while)?\([^()]+\))$")


def wrapped_value(site: Site) -> Iterator[Candidate]:
    """Take the value out of a result where a method or a field of the value is meant."""
    if site.code not in ("E0599", "E0609", "E0308", "E0277", "E0614", "E0608"):
        return
    words = site.words()
    if not re.search(r"`(?:\w+::)*(?:Result|Option)<", words):
        return
    for local in _named(site):
        origin = local.origin
        if origin is not None and _AFTER_PANIC.search(origin.text()):
            edit = site.insert(site.bounds(origin)[1], ".unwrap()")
            title = f"Take the value out of `{short(origin.text())}`"
            yield site.fix("outcome", title, edit, prior=0.85)
    node = site.node.parent() if site.node.kind() == "field_identifier" else site.node
    value = node.field("value") if node is not None and node.kind() == "field_expression" else node
    if value is not None and _AFTER_PANIC.search(value.text()):
        yield site.fix("outcome", f"Take the value out of `{short(value.text())}`",
                       site.insert(site.bounds(value)[1], ".unwrap()"), prior=0.9)  # fmt: skip


def wrapped_twice(site: Site) -> Iterator[Candidate]:
    """Wrap a value once, where what is wrapped twice is not what it would be."""
    if site.code not in ("E0277", "E0271") or not re.match(
        r"`(?:Option|Result)<", site.diagnostic.message
    ):
        return
    function = around(site.node, "function_item", "closure_expression")
    for call in function.find_all(kind="call_expression") if function is not None else []:
        name, given = call.field("function"), call.field("arguments")
        inner = [one for one in given.children() if one.is_named()] if given is not None else []
        if name is None or name.text() not in ("Some", "Ok") or len(inner) != 1:
            continue
        if inner[0].text().startswith(f"{name.text()}("):
            yield site.fix("outcome", f"Wrap it in `{name.text()}` once",
                           site.replace(call, inner[0].text()), prior=0.85)  # fmt: skip


def _named(site: Site) -> list[Local]:
    names = set(re.findall(r"[a-z_]\w*", site.source))
    parent = site.node.parent() if site.node.kind() == "field_identifier" else None
    if parent is not None and (value := parent.field("value")) is not None:
        names.add(value.text())
    return [local for local in locals_at(site.tree, site.span.start) if local.name in names]


def pushed_option(site: Site) -> Iterator[Candidate]:
    """Add what an option holds to a collection, if it holds anything."""
    types = mismatch(site.diagnostic)
    given = around(site.node, "arguments")
    call = given.parent() if given is not None else None
    function = call.field("function") if call is not None else None
    name = function.field("field") if function is not None else None
    if site.code != "E0308" or name is None or name.text() not in ("push", "push_back", "insert"):
        return
    if head(types.found) == "Option" and head(types.expected) != "Option":
        yield site.fix("outcome", f"Call `extend` in place of `{name.text()}`",
                       site.replace(name, "extend"), prior=0.6)  # fmt: skip


def unwritten_value(site: Site) -> Iterator[Candidate]:
    """Give an empty arm or branch the value that stands for nothing."""
    if site.code != "E0308" or site.node.kind() != "block" or site.source.strip("{} \n"):
        return
    expected = mismatch(site.diagnostic).expected
    for type_, value in _NOTHING:
        if re.fullmatch(type_, expected):
            yield site.fix("value", f"Give `{value}`", site.replace(site.node, value), prior=0.45)


_NOTHING = (
    (r"[iu](?:\d+|size)|integer", "0"), (r"f\d+|floating-point number", "0.0"),
    ("bool", "false"), ("String", "String::new()"), ("&str", '""'), ("Option<.*>", "None"),
    ("Vec<.*>", "Vec::new()"), (r"Result<\(\), .*>", "Ok(())"),
)  # fmt: skip
