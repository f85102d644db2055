"""The mistake may lie in a declared type: a field, a parameter, a return type, a trait."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ast_grep_py import SgNode

from rustmend.domain import Candidate, Span, TextEdit
from rustmend.propose.rules.library import Place, find
from rustmend.propose.rules.site import Site, around, short
from rustmend.propose.rules.types import INTEGERS, Mismatch, clean, mismatch
from rustmend.propose.scope import locals_at

SIGNATURE = ("E0053", "E0050", "E0186", "E0185", "E0195", "E0049", "E0308", "E0106", "E0424",
             "E0061", "E0046", "E0276", "E0643", "E0407")  # fmt: skip
FUNCTIONS = ("function_item", "function_signature_item")
# Of what is lent whole, the view is lent by custom
_VIEWS = {"&String": "&str", "&Vec": r"&[\1]", "&PathBuf": "&Path"}
_COUNTS = ("usize", "i32", "u32", "u64")


def declaration(site: Site) -> Iterator[Candidate]:
    """Change the type that was declared for what is used as another one."""
    if site.code not in ("E0308", "E0277", "E0053", "E0271", "E0369", "E0614", "E0326", "E0604",
                         "E0606"):  # fmt: skip
        return
    primary = site.diagnostic.primary
    # the note of E0053 has whole signatures, its label the types that differ
    own = primary.text if site.code == "E0053" and primary is not None else None
    types = mismatch(site.diagnostic, own)
    yielded = re.search(r"yields `(.+?)`, but it yields `(.+?)`", site.diagnostic.message)
    if yielded:
        types = Mismatch(clean(yielded[1]), clean(yielded[2]))
    cast = re.match(r"only `(\w+)` can be cast as `char`, not `(\w+)`", site.diagnostic.message)
    if cast:
        types = Mismatch(cast[1], cast[2])
    if not types.expected or not types.found:
        return
    seen: set[TextEdit] = set()
    for file, tree_place, text, prior in _declared(site, types):
        edit = TextEdit(Span(file, *tree_place), text)
        if edit not in seen:
            seen.add(edit)
            yield site.fix("declaration", f"Declare it as `{short(text)}`", edit, prior=prior)


def receiver(site: Site) -> Iterator[Candidate]:
    """Take the receiver that the trait asks for, with ``Self`` for what is implemented."""
    function = around(site.node, "function_item")
    own = re.match(r"\w+", _self_type(function)) if function is not None else None
    if site.code != "E0053" or own is None:
        return
    whole = re.compile(rf"\b{own[0]}\b(?:<(?:[^<>]|<[^<>]*>)*>)?")
    for suggestion in site.diagnostic.suggestions:
        edits = [replace(edit, text=whole.sub("Self", edit.text)) for edit in suggestion.edits]
        if any(edit.text.startswith("self") for edit in edits):
            text = short(" ".join(edit.text for edit in edits))
            yield site.fix("receiver", f"Take `{text}` as the trait does", *edits, prior=0.85)


def namesake(site: Site) -> Iterator[Candidate]:
    """Take parameters or return type from another function of the same name.

    Methods of one trait, and overloads that differ in a suffix, are declared alike.
    """
    if site.code not in SIGNATURE and not re.search("expected parameter|expected one of",
                                                    site.diagnostic.message):  # fmt: skip
        return
    function = around(site.node, *FUNCTIONS)
    name = function.field("name") if function is not None else None
    if function is None or name is None:
        return
    parameters, own = function.field("parameters"), function.field("return_type")
    prior = 0.2 if site.code == "E0308" and "because of return type" not in site.words() else 0.5
    for place in find(site.context, site.span.file, name.text(), "fn"):
        if place.node == function and place.file == site.span.file:
            continue
        theirs, result = place.node.field("parameters"), place.node.field("return_type")
        if parameters is not None and theirs is not None and theirs.text() != parameters.text():
            title = f"Take the parameters of the other `{name.text()}`"
            yield site.fix("namesake", title, site.replace(parameters, theirs.text()), prior=prior)
        mine = own.text() if own is not None else ""
        if result is not None and result.text() != mine and parameters is not None:
            title = f"Return `{short(result.text())}` as the other `{name.text()}` does"
            yield site.fix("namesake", title, _returns(site, function, result.text()), prior=prior)
        prior *= 0.8
        if prior < 0.1:
            return


def return_type(site: Site) -> Iterator[Candidate]:
    """Declare the return type that the body's value has, spelt as its neighbours spell it."""
    if site.code != "E0308":
        return
    types = mismatch(site.diagnostic)
    function = around(site.node, "function_item")
    if function is None or types.expected != "()":
        return
    spelt = [types.found] if types.found != "integer" else _counting(site, function)
    for other in site.tree.root.find_all(kind="function_item"):
        result = other.field("return_type")
        if result is not None and clean(result.text()).split("<")[0] in _same(types.found):
            spelt.insert(0, result.text())
    name = _self_type(function)
    if name and types.found.split("<")[0] == name.split("<")[0]:
        spelt.insert(0, "Self")
    prior = 0.95 if types.found == "integer" and len(spelt) > len(_COUNTS) else 0.5
    for text in dict.fromkeys(spelt):
        if "{" not in text and "_" not in text:
            title = f"Return `{short(text)}`"
            yield site.fix("return type", title, _returns(site, function, text), prior=prior)
            prior *= 0.75


def _counting(site: Site, function: SgNode) -> list[str]:
    """Return the types of whole numbers, first what functions return that call this one."""
    name = function.field("name")
    called = rf"\b{name.text()}\(" if name is not None else "$."
    users = [result.text() for other in site.tree.root.find_all(kind="function_item")
             if (result := other.field("return_type")) is not None
             and result.text() in INTEGERS and re.search(called, other.text())]  # fmt: skip
    return [*dict.fromkeys(users), *_COUNTS]


def _same(type_: str) -> set[str]:
    """Return the heads that may be an alias of ``type_``: ``io::Result`` for a ``Result``."""
    head = type_.split("<")[0]
    return {head, head.split("::")[-1]}


def _self_type(function: SgNode) -> str:
    owner = around(function, "impl_item")
    type_ = owner.field("type") if owner is not None else None
    return type_.text() if type_ is not None else ""


def _returns(site: Site, function: SgNode, text: str) -> TextEdit:
    result, parameters = function.field("return_type"), function.field("parameters")
    if result is not None:
        return site.replace(result, text)
    end = site.bounds(parameters)[1] if parameters is not None else site.bounds(function)[1]
    return site.insert(end, f" -> {text}")


def _declared(site: Site, types: Mismatch) -> Iterator[tuple[Path, tuple[int, int], str, float]]:
    """Yield file, place and new text of the types that may be declared wrongly."""
    for note in site.diagnostic.notes:
        trait = note.message.startswith("type in trait")
        if not trait and not note.message.startswith("expected this to be"):
            continue
        for label in note.labels:
            place = site.at(label)
            if place is None or not label.primary:
                continue
            span = (place.span.start, place.span.end)
            if trait:
                if (text := _as_implemented(site, place.source, types)) is not None:
                    yield place.span.file, span, text, 0.6
            else:
                yield from _own_item(site, place.source)
                for text, prior in _retyped(place.source, types.expected, types.found):
                    yield place.span.file, span, text, prior + 0.2
    for label, _ in site.labels(r"because of return type|^type in trait|expected due to this$"):
        place = site.at(label)
        if place is not None:
            for text, prior in _retyped(place.source, types.expected, types.found):
                yield place.span.file, (place.span.start, place.span.end), text, prior
    if site.code == "E0053":
        for text, prior in _retyped(site.source, types.found, types.expected):
            yield site.span.file, (site.span.start, site.span.end), text, prior
        yield from _header(site, types)
    for note in site.diagnostic.notes:
        if "defined here" in note.message:
            for label in note.labels:
                place = site.at(label)
                type_ = place.node.field("type") if place is not None else None
                if place is not None and type_ is not None and not label.primary:
                    for text, prior in _retyped(type_.text(), types.expected, types.found):
                        yield label.span.file, place.bounds(type_), text, prior
    node = site.node
    if node.kind() == "type_cast_expression" and (value := node.field("value")) is not None:
        node = value
    yield from _of_value(site, node, types.found, types.expected)
    for label, _ in site.labels(r"^expected because|expected due to|^expected `"):
        place = site.at(label)
        if place is not None and place.span.file == site.span.file:
            yield from _of_value(place, place.node, types.expected, types.found)
    parent = node.parent()
    if parent is not None and parent.kind() == "field_initializer":
        field = parent.field("field") or parent.field("name")
        if field is not None:
            yield from _of_field(site, field.text(), types.expected, types.found)
    elif parent is not None and parent.kind() == "shorthand_field_initializer":
        yield from _of_field(site, node.text(), types.expected, types.found)


def _as_implemented(site: Site, declared: str, types: Mismatch) -> str | None:
    """Return what a trait would have to say in the place of ``declared`` for the impl to fit."""
    if "self" in declared:
        marks = {f"&{types.expected}": "&self", f"&mut {types.expected}": "&mut self"}
        return "self" if types.expected == f"&{types.found}" else marks.get(types.found)
    primary = site.diagnostic.primary
    return None if primary is None or primary.in_macro else site.source


def _own_item(site: Site, text: str) -> Iterator[tuple[Path, tuple[int, int], str, float]]:
    """Yield the impl's own ``Item`` made the one of the iterator that it names."""
    owner = around(site.node, "impl_item")
    for one in owner.find_all(kind="type_item") if owner is not None else []:
        name, type_ = one.field("name"), one.field("type")
        if name is not None and type_ is not None and name.text() == "Item":
            yield site.span.file, site.bounds(type_), text, 0.7


def _of_value(
    site: Site, node: SgNode, old: str, new: str
) -> Iterator[tuple[Path, tuple[int, int], str, float]]:
    """Yield new types for what ``node`` names or calls."""
    while node.kind() in ("reference_expression", "try_expression", "parenthesized_expression",
                          "unary_expression", "index_expression"):  # fmt: skip
        inner = node.field("value") or next(
            (child for child in node.children() if child.is_named()), None
        )
        if inner is None:
            return
        node = inner
    if node.kind() == "identifier":
        for local in locals_at(site.tree, site.span.start):
            if local.name == node.text() and local.declared is not None:
                for text, prior in _retyped(local.type, old, new):
                    yield site.span.file, site.bounds(local.declared), text, prior
        for place in find(site.context, site.span.file, node.text(), "const", "static"):
            yield from _retype(place, "type", old, new)
    elif node.kind() == "field_expression":
        name = node.field("field")
        if name is not None:
            yield from _of_field(site, name.text(), old, new)
    elif node.kind() == "call_expression":
        function = node.field("function")
        last = function.field("field") or function.field("name") or function if function else None
        if last is not None:
            for place in find(site.context, site.span.file, last.text(), "fn"):
                yield from _retype(place, "return_type", old, new)


def _of_field(
    site: Site, name: str, old: str, new: str
) -> Iterator[tuple[Path, tuple[int, int], str, float]]:
    # of several places that ask for another type none is the wrong one
    more = 0.45 if _wanted(site, name, new) > 1 else 0.0
    for one in site.tree.root.find_all(kind="field_declaration"):
        its = one.field("name")
        if its is not None and its.text() == name:
            place = Place(site.span.file, site.tree, one)
            for file, span, text, prior in _retype(place, "type", old, new):
                yield file, span, text, prior + more


def _wanted(site: Site, name: str, type_: str) -> int:
    """Return how many errors are about a field of this name and tell of the type."""
    text, said = site.tree.text, f"`{type_}`"
    return sum(
        re.search(rf"\.{name}\b".encode(), text[label.span.start : label.span.end]) is not None
        for one in site.context.diagnostics
        if said in one.message or any(said in label.text for label in one.labels)
        for label in one.labels
        if label.primary and label.span.file == site.span.file
    )


def _retype(
    place: Place, part: str, old: str, new: str
) -> Iterator[tuple[Path, tuple[int, int], str, float]]:
    type_ = place.node.field(part)
    if type_ is not None:
        for text, prior in _retyped(type_.text(), old, new):
            yield place.file, place.tree.bounds(type_), text, prior


def _retyped(declared: str, old: str, new: str) -> Iterator[tuple[str, float]]:
    """Yield ``declared`` with the type ``old`` in it made ``new``."""
    if not new or "{" in new or new in ("integer", "_") or "closure" in new:
        return
    if clean(declared) == old or declared == old:
        yield new, 0.35
        if view := _VIEWS.get(re.sub(r"<.*", "", new)):
            yield re.sub(r"^&\w+(?:<(.*)>)?$", view, new), 0.7
    elif old and re.search(rf"(?<!\w){re.escape(old)}(?!\w)", declared):
        text = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: new, declared, count=1)
        yield text, 0.3
    for first, second in _parts(old, new):
        if re.search(rf"\b{re.escape(first)}\b", declared):
            yield re.sub(rf"\b{re.escape(first)}\b", second, declared, count=1), 0.3
    if new == f"&{old}" or new == f"&mut {old}":
        yield f"{new[: len(new) - len(old)]}{declared}", 0.35
    if old in (f"&{new}", f"&mut {new}") and declared.startswith("&"):
        yield re.sub(r"^&(?:'\w+\s+)?(?:mut\s+)?", "", declared), 0.35
    if old.startswith("&mut ") and new == f"&{old[5:]}":
        yield re.sub(r"^&('\w+\s+)?mut\s+", r"&\1", declared), 0.3
    if new.startswith("&mut ") and old == f"&{new[5:]}":
        yield re.sub(r"^&('\w+\s+)?", r"&\1mut ", declared), 0.35


def _parts(old: str, new: str) -> list[tuple[str, str]]:
    """Return the names in which two types of one shape differ."""
    first, second = re.findall(r"\w+", old), re.findall(r"\w+", new)
    if len(first) != len(second) or re.sub(r"\w+", "", old) != re.sub(r"\w+", "", new):
        return []
    return [(a, b) for a, b in zip(first, second, strict=True) if a != b and b != "_"][:2]


def _header(site: Site, types: Mismatch) -> Iterator[tuple[Path, tuple[int, int], str, float]]:
    """Yield the trait of the enclosing impl with the other type as its argument."""
    owner = around(site.node, "impl_item")
    trait = owner.field("trait") if owner is not None else None
    if trait is not None:
        for text, prior in _retyped(trait.text(), types.expected, types.found):
            yield site.span.file, site.bounds(trait), text, prior
