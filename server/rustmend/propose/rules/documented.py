"""Documentation that a lint demands: a first line, from the name of what lacks it."""

from collections.abc import Iterator

from rustmend.domain import Candidate
from rustmend.propose.rules.likeness import words
from rustmend.propose.rules.site import Site, around

_KINDS = {
    "enum_variant": "", "field_declaration": "The ", "function_item": "", "struct_item": "A ",
    "function_signature_item": "", "enum_item": "A ", "trait_item": "A ", "const_item": "The ",
    "static_item": "The ", "type_item": "A ", "mod_item": "", "union_item": "A ",
    "macro_definition": "", "associated_type": "The ",
}  # fmt: skip


def documented(site: Site) -> Iterator[Candidate]:
    """Write what the name says as a documentation comment, for its author to say more."""
    if site.code != "missing_docs":
        return
    node = around(site.node, *_KINDS)
    name = node.field("name") if node is not None else None
    if node is None or name is None:
        return
    start = site.bounds(node)[0]
    said = f"{_KINDS[node.kind()]}{' '.join(words(name.text()))}".strip()
    line = f"/// {said[:1].upper()}{said[1:]}."
    before = node.prev()
    while before is not None and before.kind() == "attribute_item":
        start, before = site.bounds(before)[0], before.prev()
    title = f"Document it as `{line}`"
    yield site.fix("documented", title, site.insert(start, f"{line}\n{site.indent(start)}"),
                   prior=0.4)  # fmt: skip
