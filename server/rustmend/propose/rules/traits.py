"""Items that an ``impl`` lacks: types from its signatures, functions as other types have them."""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.domain import Candidate
from rustmend.propose.rules.library import definitions, find_text
from rustmend.propose.rules.likeness import snake
from rustmend.propose.rules.site import Site, around, short
from rustmend.propose.rules.types import arguments, head, referent

_SAMPLES = 3


def missing_items(site: Site) -> Iterator[Candidate]:
    """Write the associated types and the functions that the trait asks for."""
    owner = around(site.node, "impl_item")
    body = owner.field("body") if owner is not None else None
    if site.code != "E0046" or owner is None or body is None:
        return
    listed = re.search(r"missing: (.+)", site.diagnostic.message)
    names = re.findall(r"`(\w+)`", listed[1]) if listed else []
    at = site.bounds(body)[0] + 1
    indent = f"\n{site.indent(site.bounds(owner)[0])}    "
    types = [name for name in names if name[:1].isupper()]
    if len(types) == 1 and len(names) == 1:
        spoken = [*_spoken_of(body)]
        if not spoken and names[0] in ("Err", "Error"):
            spoken = [*_failed_with(body), *_errors(site)]
        for type_, prior in spoken:
            text = f"type {names[0]} = {type_};"
            yield site.fix("trait item", f"Add `{text}`",
                           site.insert(at, f"{indent}{text}"), prior=prior)  # fmt: skip
    elif names and not types:
        yield from _as_elsewhere(site, owner, names, at, indent)


def _failed_with(body: SgNode) -> Iterator[tuple[str, float]]:
    """Yield the types of the errors that an impl itself makes."""
    made = re.findall(
        r"(?:\bErr|\.ok_or(?:_else)?)\((?:\|\|)?\s*([A-Z]\w*)(?=::|\s*[{(])", body.text()
    )
    yield from ((type_, 0.9) for type_ in dict.fromkeys(made))


def _spoken_of(body: SgNode) -> Iterator[tuple[str, float]]:
    """Yield the types that the functions of an impl return, without what holds them."""
    seen = set()
    for function in body.find_all(any=[{"kind": "function_item"}, {"kind": "const_item"}]):
        returned = function.field("return_type")
        if returned is None:
            continue
        whole = re.sub(r"'\w+\s*", "", returned.text())
        inner = referent(whole) or whole
        held = arguments(inner) if head(inner) in ("Option", "Result", "Poll") else []
        for type_, prior in ((held[-1], 0.85) if held else ("", 0), (inner, 0.7), (whole, 0.3)):
            if type_ and not re.search(r"\bSelf::", type_) and type_ not in seen:
                seen.add(type_)
                yield type_, prior


def _errors(site: Site) -> Iterator[tuple[str, float]]:
    """Yield the types of errors that the crate declares, then those that need no declaration."""
    named = {one.name for one in definitions(site.context, site.span.file, "enum", "struct")
             if one.name.endswith(("Error", "Err"))}  # fmt: skip
    yield from ((name, 0.6) for name in sorted(named))
    yield from (("String", 0.5), ("&'static str", 0.4), ("()", 0.3))
    yield from (("std::num::ParseIntError", 0.3), ("std::num::ParseFloatError", 0.2))


def _as_elsewhere(
    site: Site, owner: SgNode, names: list[str], at: int, indent: str
) -> Iterator[Candidate]:
    """Yield the functions as other types have them, with this type's name for theirs."""
    trait, type_ = owner.field("trait"), owner.field("type")
    if trait is None or type_ is None:
        return
    mine, sought = head(type_.text()), head(trait.text())
    pattern = rf"\bimpl\b[^{{}};]*\b{re.escape(sought)}\b[^{{}};]*\bfor\b"
    prior, samples = 0.4, 0
    for file, match in find_text(site.context, site.span.file, pattern):
        tree = site.context.sources.tree(file)
        if tree is None:
            continue
        text = tree.text.decode(errors="replace")
        start = len(text[: match.start()].encode())
        other = around(tree.smallest(start, start), "impl_item")
        its = other.field("type") if other is not None else None
        if other is None or its is None or its.text() == type_.text():
            continue
        parts = [one for name in names if (one := _function(other, name)) is not None]
        if len(parts) != len(names):
            continue
        renamed = "".join(
            f"{indent}{_renamed(one.text(), head(its.text()), mine)}\n" for one in parts
        )
        title = f"Write `{short(', '.join(names))}` as `{its.text()}` has it"
        # what another type's functions do is not known to be right for this one
        yield site.fix("trait item", title, site.insert(at, renamed), prior=prior, made_up=True)
        prior, samples = prior * 0.8, samples + 1
        if samples == _SAMPLES:
            return


def _function(owner: SgNode, name: str) -> SgNode | None:
    for one in owner.find_all(kind="function_item"):
        its = one.field("name")
        if its is not None and its.text() == name:
            return one
    return None


def _renamed(text: str, old: str, new: str) -> str:
    """Return ``text`` with a type's name replaced, in whatever case it is written."""
    for first, second in ((old, new), (old.lower(), new.lower()), (snake(old), snake(new))):
        text = re.sub(rf"(?<![A-Za-z]){re.escape(first)}(?![A-Za-z])", second, text)
    return text
