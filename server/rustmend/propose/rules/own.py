"""Conversions that the workspace itself defines between two of its types."""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.domain import Candidate
from rustmend.propose.rules.library import find_text, in_bytes
from rustmend.propose.rules.site import Site, around, is_pattern, receiver, short
from rustmend.propose.rules.types import clean, head, mismatch, referent

_MOST = 400
_TYPE = re.compile(r"^[A-Z]\w*$")


def converted(site: Site) -> Iterator[Candidate]:
    """Convert by a method of the type found, or a constructor of the type expected."""
    node = site.node
    types = mismatch(site.diagnostic)
    expected, found = types.expected, types.found
    if site.code != "E0308" or not node.is_named() or is_pattern(node):
        return
    want, have = head(_bare(expected)), head(_bare(found))
    if want == have or not _TYPE.match(want) or {want, have} & {"Option", "Result"}:
        return
    seen: set[str] = set()
    for text, prior in _ways(site, node, want, have, lent=expected.startswith("&")):
        if text not in seen:
            seen.add(text)
            title = f"Convert with `{short(text, 48)}`"
            yield site.fix("own conversion", title, site.replace(node, text), prior=prior)


def _ways(
    site: Site, node: SgNode, want: str, have: str, *, lent: bool
) -> Iterator[tuple[str, float]]:
    for owner, function in _functions(site, want, have):
        name, parameters = function.field("name"), function.field("parameters")
        result = function.field("return_type")
        if name is None or parameters is None or result is None:
            continue
        own = head(clean(owner))
        returned = clean(result.text())
        returned = own if returned == "Self" else returned
        given = [child for child in parameters.children() if child.is_named()]
        values = [child for child in given if child.kind() == "parameter"]
        method = any(child.kind() == "self_parameter" for child in given)
        if method and not values and own == have and head(_bare(returned)) == want:
            if returned.startswith("&") == lent:
                yield f"{receiver(node)}.{name.text()}()", 0.75
        elif not method and len(values) == 1 and own == want and head(returned) == want:
            type_ = values[0].field("type")
            if type_ is not None and head(_bare(clean(type_.text()))) == have:
                if re.search(r"\bfrom$", name.text()):
                    yield f"{receiver(node)}.into()", 0.55
                mark = "&" if type_.text().startswith("&") and not _is_lent(site) else ""
                yield f"{want}::{name.text()}({mark}{node.text()})", 0.6


def _is_lent(site: Site) -> bool:
    return mismatch(site.diagnostic).found.startswith("&")


def _functions(site: Site, want: str, have: str) -> Iterator[tuple[str, SgNode]]:
    """Yield functions that return ``want``, with the type that they are implemented for."""
    returned = rf"\bfn\s+\w+[^{{}};]*?->\s*&?(?:'\w+\s+)?(?:mut\s+)?(?:Self|(?:\w+::)*{want})\b"
    for count, (file, match) in enumerate(find_text(site.context, site.span.file, returned)):
        tree = site.context.sources.tree(file)
        if tree is None or count > _MOST:
            return
        start = in_bytes(match, match.start())
        function = around(tree.smallest(start, start + 2), "function_item",
                          "function_signature_item")  # fmt: skip
        owner = around(function, "impl_item") if function is not None else None
        type_ = owner.field("type") if owner is not None else None
        if function is not None and type_ is not None and head(clean(type_.text())) in (want, have):
            yield type_.text(), function


def _bare(type_: str) -> str:
    return referent(type_) or type_
