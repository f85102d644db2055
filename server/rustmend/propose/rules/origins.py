"""The mistake may lie where a value comes from, not where its type is noticed."""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.domain import Candidate
from rustmend.propose.rules.conversions import ways
from rustmend.propose.rules.mismatched import CODES, NO_VALUE
from rustmend.propose.rules.site import Site, around, receiver, short
from rustmend.propose.rules.types import Mismatch, clean, head, mismatch
from rustmend.propose.scope import Local, locals_at

BORROWING = frozenset({"E0507", "E0382", "E0505", "E0502", "E0499", "E0596", "E0594", "E0716",
                       "E0515", "E0597"})  # fmt: skip
# Steps of a chain of calls that are easily forgotten, likeliest first
ADAPTERS = (
    (".iter()", 0.3), ("?", 0.28), (".copied()", 0.26), (".cloned()", 0.25), (".as_ref()", 0.24),
    (".into_iter()", 0.23), (".chars()", 0.22), (".unwrap()", 0.2), (".as_bytes()", 0.19),
    (".len()", 0.18), (".as_str()", 0.18), (".iter_mut()", 0.17), (".as_mut()", 0.16),
    (".clone()", 0.15), (".borrow()", 0.14), (".to_string()", 0.13), (".borrow_mut()", 0.12),
    (".lines()", 0.1), (".bytes()", 0.1), (".values()", 0.1), (".enumerate()", 0.1),
    (".as_slice()", 0.1), (".as_deref()", 0.1), (".lock().unwrap()", 0.09), (".await", 0.09),
    (".collect::<Vec<_>>()", 0.09), (".rev()", 0.05), (".trim()", 0.05), (".get_mut()", 0.04),
)  # fmt: skip


_COPIED = re.compile(r"[iu](?:\d+|size)|f\d+|bool|char")

# Of these a value of any type may have one that lends it or makes another
LENDING = frozenset({".as_ref()", ".as_mut()", ".clone()", ".iter()", ".borrow()", ".as_deref()"})
STEPS = {
    "str": ".chars() .as_bytes() .bytes() .lines() .to_string() .trim() .len()",
    "String": ".as_str() .as_bytes() .chars() .lines() .len() .clone() .trim()",
    "Vec": ".iter() .into_iter() .iter_mut() .len() .as_slice()",
    "[": ".iter() .iter_mut() .len()",
    "Option": "? .unwrap() .as_ref() .as_mut() .copied() .cloned() .as_deref()",
    "Result": "? .unwrap() .as_ref() .await",
    "RefCell": ".borrow() .borrow_mut()", "Mutex": ".lock().unwrap()",
    "HashMap": ".iter() .values() .len()", "BTreeMap": ".iter() .values() .len()",
    "HashSet": ".iter() .len()", "Rc": ".borrow() .clone() .as_ref()",
    "Arc": ".lock().unwrap() .clone() .as_ref()", "Map": ".collect::<Vec<_>>() .copied()",
    "Filter": ".collect::<Vec<_>>()", "Chars": ".as_str() .rev() .enumerate()",
    **dict.fromkeys(
        ("Skip", "Take", "FilterMap", "FlatMap", "Flatten", "Rev", "Zip", "Chain", "StepBy",
         "SkipWhile", "TakeWhile", "MapWhile", "Enumerate", "Split", "Cloned", "Copied",
         "SplitWhitespace"),
        ".collect::<Vec<_>>()",
    ),
}  # fmt: skip
# What lists have and iterators lack: such a call is meant for what is collected
OF_LISTS = frozenset({
    "len", "is_empty", "push", "pop", "sort", "sort_by", "sort_by_key", "sort_unstable", "dedup",
    "join", "concat", "contains", "first", "get", "iter", "iter_mut", "swap", "reverse", "insert",
    "remove", "truncate", "extend", "windows", "chunks", "to_vec", "as_slice", "retain",
})  # fmt: skip


_STEPPING = frozenset({"next", "next_back", "peek", "nth", "by_ref"})
_MAKES = frozenset({".iter()", ".into_iter()", ".iter_mut()", ".chars()", ".bytes()", ".lines()"})


def origin(site: Site) -> Iterator[Candidate]:
    """Convert the value that a binding was given, where the binding has the wrong type."""
    if site.code not in CODES | BORROWING:
        return
    types = mismatch(site.diagnostic)
    seen = set()
    words = site.words()
    for local in _bindings(site):
        node = local.origin
        if node is None or node.kind() in NO_VALUE or site.bounds(node) in seen:
            continue
        if node.kind() == "self" and local.name == "self":
            continue
        if (tail := _tail(node)) is not None:
            node = tail
        seen.add(site.bounds(node))
        loop = node.parent()
        if site.code == "E0614" and loop is not None and loop.kind() == "for_expression":
            changed = re.search(rf"\*{local.name}\s*[-+*/|&^]?=[^=]", loop.text()) is not None
            for mark, prior in (("&mut ", 0.9 if changed else 0.3), ("&", 0.6)):
                title = f"Iterate over `{mark}{short(node.text(), 24)}`"
                yield site.fix("origin", title, site.insert(site.bounds(node)[0], mark),
                               prior=prior)  # fmt: skip
        its_own = _errors_with(local, site) > 1
        outcome = re.search(r"`&?(?:\w+::)*(?:Result|Option)<", words) is not None
        for text, prior in [*_known(node, types), *_adapted(node, site)]:
            undone = node.text().startswith(f"{text}.")
            if its_own and (
                undone or f"&{text}" == node.text() or (outcome and text == f"{node.text()}?")
            ):
                prior = 1.0  # several errors, one cause
            elif text == f"{node.text()}?" and node.kind() == "call_expression":
                prior *= 1.5  # what may fail is asked where it is called
            if f"&{text}" == node.text() and site.code == "E0369":
                prior = 1.3  # operators are for values more often than for references
            title = f"Change `{short(node.text(), 24)}` to `{short(text)}` where it is taken"
            yield site.fix("origin", title, site.replace(node, text), prior=prior * 0.55)


def _tail(node: SgNode) -> SgNode | None:
    """Return the value at the end of a plain or unsafe block, None for all else."""
    block = next((one for one in node.children() if one.kind() == "block"), None)
    block = node if node.kind() == "block" else block if node.kind() == "unsafe_block" else None
    inside = [one for one in block.children() if one.is_named()] if block is not None else []
    if not inside or inside[-1].kind() in NO_VALUE or inside[-1].kind().endswith("declaration"):
        return None
    return inside[-1]


def destructured(site: Site) -> Iterator[Candidate]:
    """Copy a small value out of the reference that a pattern binds: ``Some(&x)``, ``copied()``."""
    types = mismatch(site.diagnostic)
    indexed = re.search(r"cannot be indexed by `&(\w+)`", site.diagnostic.message)
    value = indexed[1] if indexed else types.expected
    if not _COPIED.fullmatch(value) or not (indexed or types.found == f"&{value}"):
        return
    for local in _bindings(site):
        node = local.origin
        if node is None or local.declared is not None:
            continue
        more = 0.3 if _errors_with(local, site) > 1 else 0.0
        title = f"Bind `&{local.name}` in the pattern"
        yield site.fix("pattern", title, site.insert(local.start, "&"), prior=0.55 + more)
        if node.kind() == "call_expression":
            title = f"Add `.copied()` to `{short(node.text(), 24)}`"
            edit = site.insert(site.bounds(node)[1], ".copied()")
            yield site.fix("pattern", title, edit, prior=0.45 + more)


def collected(site: Site) -> Iterator[Candidate]:
    """Copy or clone what a chain lends before it is collected into a list of values."""
    types = mismatch(site.diagnostic)
    inner = types.inner()
    if site.code != "E0308" or inner is None or inner.found != f"&{inner.expected}":
        return
    nodes = [local.origin for local in _bindings(site) if local.origin is not None]
    for node in (site.node, *nodes):
        found = re.search(r"\.collect(?:::<.*>)?\(\)$", node.text(), re.S)
        if node.kind() == "call_expression" and found is not None:
            step = ".copied()" if _COPIED.fullmatch(inner.expected) else ".cloned()"
            at = site.bounds(node)[0] + len(node.text()[: found.start()].encode())
            title = f"Add `{step}` before it is collected"
            yield site.fix("collected", title, site.insert(at, step), prior=0.85)


def _errors_with(local: Local, site: Site) -> int:
    """Return in how many errors a place names the binding."""
    pattern = re.compile(rf"(?<![.\w]){re.escape(local.name)}\b")
    text = site.tree.text
    return sum(
        any(
            label.span.file == site.span.file
            and label.span.start > local.start
            and pattern.search(text[label.span.start : label.span.end].decode(errors="replace"))
            for label in one.labels
        )
        for one in site.context.diagnostics
    )


def scrutinee(site: Site) -> Iterator[Candidate]:
    """Convert what is matched: its patterns say the type that was meant."""
    types = mismatch(site.diagnostic)
    for label, _ in site.labels(r"^this expression has type"):
        place = site.at(label)
        if place is None or place.node.kind() in NO_VALUE - {"match_expression"}:
            continue
        turned = Mismatch(types.found, types.expected)
        for text, prior in ways(place.node, turned):
            title = f"Match on `{short(text)}`"
            yield site.fix("scrutinee", title, place.replace(place.node, text), prior=prior * 0.9)


def counted(site: Site) -> Iterator[Candidate]:
    """Count along in a loop whose pattern has a place for the position."""
    loop = around(site.node, "for_expression")
    pattern, value = (loop.field(one) for one in ("pattern", "value")) if loop else (None, None)
    if site.code != "E0308" or pattern is None or value is None or loop is None:
        return
    start, end = site.bounds(pattern)
    if pattern.kind() != "tuple_pattern" or not start <= site.span.start <= end:
        return
    if sum(one.is_named() for one in pattern.children()) == 2:
        text = value.text()
        if text.startswith("&"):
            text = f"{receiver(value).lstrip('(').rstrip(')')[1:]}.iter()"
        elif not text.endswith(")"):
            text += ".iter()"
        yield site.fix("origin", "Count along with `enumerate`",
                       site.replace(value, f"{text}.enumerate()"), prior=0.85)  # fmt: skip
        if text.endswith(".chars()"):
            edit = site.replace(value, f"{text[:-8]}.char_indices()")
            yield site.fix("origin", "Call `char_indices` in place of `chars`", edit, prior=0.7)


def chain(site: Site) -> Iterator[Candidate]:
    """Put a forgotten step into a chain of calls."""
    if site.code not in CODES | BORROWING:
        return
    call = around(site.node, "call_expression", "field_expression", "index_expression",
                  "for_expression")  # fmt: skip
    for link in [link for link in _links(call, site) if link.kind() != "self"][:5]:
        for suffix, prior in _fitting(site):
            text = f"{receiver(link)}{suffix}"
            title = f"Add `{suffix}` to `{short(link.text(), 24)}`"
            likely = 0.35 if site.code in BORROWING - {"E0507", "E0382"} else 0.8
            if link.kind() == "identifier" and site.source in _STEPPING and suffix in _MAKES:
                likely = 0.3  # an iterator that is asked for more is made once, where it is bound
            yield site.fix("chain", title, site.replace(link, text), prior=prior * likely)


def _bindings(site: Site) -> Iterator[Local]:
    """Yield the locals that the wrong expression is made of."""
    for label in site.diagnostic.labels:
        place = site.at(label) if label.span.file == site.span.file else None
        if place is None or place.node.kind() in NO_VALUE - {"field_identifier", "match_arm"}:
            continue
        node: SgNode = place.node
        if label.primary and node.kind() == "field_identifier":
            node = node.parent() or node
        if not label.primary and node.kind() not in ("identifier", "field_expression"):
            continue
        if not node.is_named() or node.kind().endswith("_literal"):
            node = around(node, "index_expression", "binary_expression") or node
        summed = node.parent()
        if summed is not None and summed.kind() == "compound_assignment_expr":
            node = summed.field("left") or node  # the error lies on the operator
        names = {leaf.text() for leaf in node.find_all(kind="identifier")}
        if node.kind() == "identifier":
            names.add(node.text())
        for local in locals_at(site.tree, place.span.start):
            if local.name in names:
                yield local


def _known(node: SgNode, types: Mismatch) -> Iterator[tuple[str, float]]:
    yield from ways(node, types)
    if head(types.found) == "&" and not types.expected.startswith("&"):
        yield f"{receiver(node)}.iter().copied()", 0.1


def _adapted(node: SgNode, site: Site) -> Iterator[tuple[str, float]]:
    for suffix, prior in _fitting(site):
        yield f"{receiver(node)}{suffix}", prior


def _fitting(site: Site) -> list[tuple[str, float]]:
    """Return the steps, those that the types in the message have before those of other types."""
    named = re.findall(r"`([^`]+)`", f"{site.diagnostic.message} {mismatch(site.diagnostic).found}")
    named.append(mismatch(site.diagnostic).found)
    heads = {head(clean(one).lstrip("&").removeprefix("mut ")) for one in named}
    fitting = {suffix for one in heads for suffix in STEPS.get(one, "").split()}
    if not fitting:
        lends = site.code in BORROWING
        return [pair for pair in ADAPTERS if not lends or pair[0] in LENDING]
    weighed = [(s, prior * (1.8 if s in fitting else 0.4)) for s, prior in ADAPTERS]
    if ".collect::<Vec<_>>()" in fitting and site.source in OF_LISTS:
        weighed.append((".collect::<Vec<_>>()", 0.9))
    return sorted(weighed, key=lambda pair: -pair[1])


def _links(node: SgNode | None, site: Site) -> Iterator[SgNode]:
    """Yield the receivers of the chain around the place, the nearest ones first."""
    if node is None:
        return
    if node.kind() == "for_expression":
        value = node.field("value")
        if value is not None and site.bounds(value)[0] <= site.span.start:
            yield value
        return
    outermost = node
    while (parent := outermost.parent()) is not None and parent.kind() in (
        "call_expression", "field_expression", "try_expression", "await_expression",
    ):  # fmt: skip
        outermost = parent
    links = []
    current: SgNode | None = outermost
    while current is not None:
        kind = current.kind()
        if kind == "call_expression":
            current = current.field("function")
            if current is not None and current.kind() == "generic_function":
                current = current.field("function")
            continue
        if kind == "index_expression" or kind == "try_expression":
            current = current.child(0)
            if kind == "index_expression" and current is not None:
                links.append(current)
            continue
        if kind not in ("field_expression", "await_expression"):
            break
        current = current.field("value") or current.child(0)
        if current is not None:
            links.append(current)
    yield from sorted(links, key=lambda one: abs(site.bounds(one)[1] - site.span.start))
