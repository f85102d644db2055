"""Values of two types that ``assert_eq!`` or ``assert_ne!`` is to compare."""

import re
from collections.abc import Iterator

from rustmend.domain import Candidate
from rustmend.propose.rules.conversions import ways
from rustmend.propose.rules.site import Site, around, short, token_arguments
from rustmend.propose.rules.types import Mismatch, clean

_COMPARED = re.compile(r"can't compare `(?P<left>[^`]+)` with `(?P<right>[^`]+)`")
_MACRO = re.compile(r"(?:debug_)?assert_(?:eq|ne)!")
# what does not name the types is not tried at a place that the compiler does not point at
_LEAST = 0.2


def asserted(site: Site) -> Iterator[Candidate]:
    """Make one of the values what the other one is."""
    types = _COMPARED.search(site.diagnostic.message) if site.code == "E0277" else None
    call = around(site.node, "macro_invocation")
    if types is None or call is None or not _MACRO.match(call.text()):
        return
    left, right = clean(types["left"]), clean(types["right"])
    held = next((one for one in call.children() if one.kind() == "token_tree"), None)
    values = token_arguments(site.tree, site.span.file, held)[:2] if held is not None else []
    for value, expected, found in zip(values, (right, left), (left, right), strict=False):
        place = site.at(value)
        if place is None or place.bounds(place.node) != (value.start, value.end):
            continue
        for text, prior in ways(place.node, Mismatch(expected, found)):
            if prior >= _LEAST:
                title = f"Compare `{short(text)}`"
                edit = place.replace(place.node, text)
                yield place.fix("compared", title, edit, prior=prior * 0.9)
