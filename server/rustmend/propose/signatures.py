"""The public interface that a piece of a library declares."""

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from ast_grep_py import SgNode

from rustmend.propose.manifests import package_of
from rustmend.syntax import Tree

if TYPE_CHECKING:
    from rustmend.propose.context import Context

ITEMS = frozenset({
    "function_item", "function_signature_item", "struct_item", "enum_item", "trait_item",
    "type_item", "const_item", "static_item", "field_declaration", "associated_type",
})  # fmt: skip
ENTERED = frozenset({"source_file", "mod_item", "impl_item", "declaration_list", "trait_item",
                     "struct_item", "field_declaration_list", "enum_item",
                     "enum_variant_list"})  # fmt: skip


def public_signatures(tree: Tree, file: Path, context: "Context") -> Counter[str]:
    """Return the signatures of the public items in ``tree``, names of parameters left out.

    Empty for files of packages without a library: nobody else can call those.
    """
    if not _in_library(file, context):
        return Counter()
    found: Counter[str] = Counter()
    stack: list[tuple[SgNode, bool]] = [(tree.root, False)]
    while stack:
        node, public = stack.pop()
        kind = node.kind()
        visible = public or any(
            child.kind() == "visibility_modifier" and child.text() == "pub"
            for child in node.children()
        )
        if kind in ITEMS and visible:
            found[_signature(node)] += 1
        if kind == "enum_variant" and public:
            found[" ".join(node.text().split())] += 1
        if kind in ENTERED:
            inherits = (visible and kind in ("trait_item", "enum_item")) or (
                public and kind in ("declaration_list", "enum_variant_list")
            )
            stack.extend((child, inherits) for child in node.children() if child.is_named())
    return found


def _signature(node: SgNode) -> str:
    kind = node.kind()
    if kind not in ("function_item", "function_signature_item"):
        name, params = node.field("name"), node.field("type_parameters")
        type_ = node.field("type") if kind != "associated_type" else None
        parts = [part.text() for part in (name, params, type_) if part is not None]
        return f"{kind} {' '.join(parts)}"
    parts = []
    for child in node.children():
        if child.kind() == "parameters":
            parts.append(f"({','.join(_parameter_types(child))})")
        elif child.kind() not in ("block", ";", "line_comment", "block_comment"):
            parts.append(child.text())
    return re.sub(r"\s+", " ", " ".join(parts))


def _parameter_types(parameters: SgNode) -> list[str]:
    types = []
    for child in parameters.children():
        if child.kind() == "self_parameter":
            # `mut self` is the function's own affair
            types.append("self" if child.text() == "mut self" else child.text())
        elif child.is_named() and "comment" not in child.kind():
            type_ = child.field("type")
            types.append(type_.text() if type_ is not None else child.text())
    return types


def _in_library(file: Path, context: "Context") -> bool:
    owner = package_of(file, context.workspace)
    if owner is None:
        return False
    libraries = [t for t in owner.targets if any("lib" in kind for kind in t.kinds)]
    return any(file.is_relative_to(target.src.parent) for target in libraries)
