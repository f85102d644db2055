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
                    "E0700", "E0310", "E0521", "E0597", "E0515", "E0716", "E0195"):  # fmt: skip
        return
    if code not in ("E0106", "E0261", "E0637") and "lifetime" not in site.words():
        return
    known = _lifetimes(site)
    if code in ("E0106", "E0637"):
        yield from _named(site, known)
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


def _lifetimes(site: Site) -> list[str]:
    return _declared(site.node)


def _declared(node: SgNode | None) -> list[str]:
    """Return the lifetimes that ``node`` and what lies around it declare, the nearest first."""
    found: dict[str, None] = {}
    for owner in ancestors(node):
        parameters = owner.field("type_parameters")
        if parameters is not None:
            found.update(dict.fromkeys(re.findall(r"'\w+", parameters.text())))
    return list(found)


def _named(site: Site, known: list[str]) -> Iterator[Candidate]:
    """Yield lifetimes for a reference or a path that lacks one."""
    at, reference = site.span.end, site.source.startswith("&")
    prior = 0.5
    for life in [*known, "'static", "'_"]:
        if reference or site.source in ("'_", ""):
            edit = site.insert(site.span.start + 1, f"{life} ")
        elif site.source.endswith(">"):
            edit = site.insert(site.tree.text.find(b"<", site.span.start) + 1, f"{life}, ")
        else:
            edit = site.insert(at, f"<{life}>")
        yield site.fix("lifetime", f"Use the lifetime `{life}`", edit, prior=prior)
        prior *= 0.7
