"""Which paths a change of ``use`` declarations brings in."""

from rustmend.knowledge.nodes import Node
from rustmend.learning.difference import Change


def added_paths(change: Change) -> list[str]:
    """Return the paths that are imported after a change and were not before.

    Nothing where the change takes an import away, or is about anything else.
    """
    old = _around(change.parent, change.old)
    new = _around(change.new_parent, change.new)
    if old is None or new is None or not new:
        return []
    before = {path for use in old for path in _paths(use, "")}
    after = {path for use in new for path in _paths(use, "")}
    return sorted(after - before) if before <= after else []


def _around(parent: Node, run: tuple[Node, ...]) -> list[Node] | None:
    """Return the ``use`` declarations that hold the run, None where it is something else."""
    if parent.kind in ("source_file", "declaration_list"):
        plain = all(node.kind == "use_declaration" and node.text.startswith("use") for node in run)
        return list(run) if plain else None
    found = next(
        (each for each in (parent, *parent.ancestors()) if each.kind == "use_declaration"), None
    )
    return None if found is None else [found]


def _paths(node: Node, prefix: str) -> list[str]:
    match node.kind:
        case "use_declaration":
            return [path for child in node.children if child.named for path in _paths(child, "")]
        case "use_list":
            return [p for child in node.children if child.named for p in _paths(child, prefix)]
        case "scoped_use_list":
            head = "".join(child.text for child in node.children if child.kind != "use_list")
            lists = [child for child in node.children if child.kind == "use_list"]
            return [path for each in lists for path in _paths(each, prefix + head)]
        case "self":
            return [prefix.removesuffix("::")]
        case "visibility_modifier":
            return []
        case _:
            return [prefix + " ".join(node.text.split())]
