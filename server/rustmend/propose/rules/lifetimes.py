"""Lifetimes that are not named where they must be: here, or in the function that is called."""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.domain import Candidate, Span, TextEdit
from rustmend.propose.rules.generics import OWNERS, head_end
from rustmend.propose.rules.library import find
from rustmend.propose.rules.site import Site, ancestors, around, short
from rustmend.propose.scope import locals_at
from rustmend.propose.shape import callee

_TOO_SHORT = frozenset({"", "E0502", "E0505", "E0506", "E0499", "E0515", "E0597", "E0521", "E0716"})
_MOST = 3


def lifetimes(site: Site) -> Iterator[Candidate]:
    """Name a lifetime: one that is declared here, ``'static``, or the anonymous one."""
    code = site.code
    if code not in ("E0106", "E0261", "E0621", "E0726", "E0107", "E0308", "E0195", "E0637", "",
                    "E0700", "E0310", "E0521", "E0597", "E0515", "E0716"):  # fmt: skip
        return
    if code not in ("E0106", "E0261", "E0637") and "lifetime" not in site.words():
        return
    known = _declared(site.node)
    if code in ("E0106", "E0637"):
        yield from _usual(site, known)
    owner = around(site.node, *OWNERS)
    if owner is None or code == "E0106":
        return
    prior = 0.4
    end = head_end(site, owner)
    for node in owner.find_all(kind="reference_type"):
        start, _ = site.bounds(node)
        if start < end and "'" not in node.text()[:3]:
            for life in known[:2]:
                yield site.fix("lifetime", f"Give `{short(node.text(), 20)}` the lifetime `{life}`",
                               site.insert(start + 1, f"{life} "), prior=prior)  # fmt: skip
                prior *= 0.9


def of_callee(site: Site) -> Iterator[Candidate]:
    """Let what a method of the workspace returns live for longer than its borrow of ``self``."""
    words = site.words()
    if site.code not in _TOO_SHORT or not ("lifetime" in words or "borrow" in words):
        return
    for name in list(_called(site))[:_MOST]:
        for place in find(site.context, site.span.file, name, "fn"):
            result = place.node.field("return_type")
            receiver = place.node.find(kind="self_parameter")
            if result is None or receiver is None or "'" in receiver.text():
                continue
            inside = [result, *result.find_all(kind="reference_type")]
            elided = [one for one in inside if re.match(r"&(?!\s*')", one.text())]
            known = _declared(place.node.parent())
            ends = [place.tree.bounds(one)[0] + 1 for one in elided[:2]]
            for at in ([ends] if len(ends) > 1 else []) + [[end] for end in ends]:
                for life, prior in (*((one, 0.5) for one in known[:2]), ("'static", 0.4)):
                    edits = [TextEdit(Span(place.file, end, end), f"{life} ") for end in at]
                    title = f"Let `{name}` return a reference for `{life}`"
                    yield site.fix("lifetime", title, *edits, prior=prior)


def _called(site: Site) -> Iterator[str]:
    """Yield the functions that the error's places call, and those whose values they name."""
    seen: dict[str, None] = {}
    for label in site.diagnostic.labels:
        place = site.at(label) if label.span.file == site.span.file else None
        if place is None:
            continue
        said = set(re.findall(r"\w+", place.source))
        here = locals_at(place.tree, label.span.start)
        nodes = [one.origin for one in here if one.origin is not None and one.name in said]
        for node in [place.node, *nodes]:
            calls = [around(node, "call_expression"), *node.find_all(kind="call_expression")]
            seen.update(dict.fromkeys(callee(one) for one in calls if one is not None))
    yield from (name for name in seen if name)


def _declared(node: SgNode | None) -> list[str]:
    """Return the lifetimes that ``node`` and what lies around it declare, the nearest first."""
    found: dict[str, None] = {}
    for owner in ancestors(node):
        parameters = owner.field("type_parameters")
        if parameters is not None:
            found.update(dict.fromkeys(re.findall(r"'\w+", parameters.text())))
    return list(found)


def _usual(site: Site, known: list[str]) -> Iterator[Candidate]:
    """Yield lifetimes for a reference or a path that lacks one."""
    prior = 0.5
    for life in [*known, "'static", "'_"]:
        yield site.fix("lifetime", f"Use the lifetime `{life}`", named(site, life), prior=prior)
        prior *= 0.7


def named(place: Site, life: str) -> TextEdit:
    """Return the edit that names the lifetime which rustc says is missing at the place.

    It points at a reference, a path, the bracket that opens a path's arguments, or at ``'_``.
    """
    text, start = place.source, place.span.start
    if text.startswith("&") or not text:
        return place.insert(start + 1, f"{life} ")
    if text == "'_":
        return place.edit(start, place.span.end, life)
    bracket = place.tree.text.find(b"<", start, place.span.end)
    return place.insert(bracket + 1, f"{life}, ") if bracket >= 0 else place.insert(
        place.span.end, f"<{life}>"
    )  # fmt: skip
