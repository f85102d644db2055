"""What a function has at hand and does not use."""

import re

from rustmend.propose.rules.site import Site
from rustmend.propose.scope import locals_at


def unused_locals(site: Site) -> set[str]:
    """Return the locals in scope that nothing mentions: likely what was forgotten here."""
    found = set()
    for local in locals_at(site.tree, site.span.start):
        if local.name == "self" or local.name.startswith("_"):
            continue
        function = _function(site, local.start)
        text = site.tree.text[function[0] : function[1]]
        if len(re.findall(rb"(?<![\w.])%s\b" % re.escape(local.name.encode()), text)) == 1:
            found.add(local.name)
    return found


def _function(site: Site, offset: int) -> tuple[int, int]:
    node = site.tree.smallest(offset, offset)
    while (parent := node.parent()) is not None and node.kind() not in (
        "function_item", "function_signature_item",
    ):  # fmt: skip
        node = parent
    return site.bounds(node)
