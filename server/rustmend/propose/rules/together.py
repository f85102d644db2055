"""Several places of one error that are wrong in the same way, mended together."""

from collections.abc import Iterator

from rustmend.domain import Candidate
from rustmend.propose.rules.conversions import ways
from rustmend.propose.rules.generics import bound_beside
from rustmend.propose.rules.site import Site, ancestors, around, operand, short
from rustmend.propose.rules.types import mismatch


def arguments(site: Site) -> Iterator[Candidate]:
    """Convert all arguments that have another type than the function takes."""
    if site.code != "E0308" or "are incorrect" not in site.diagnostic.message:
        return
    edits, texts = [], []
    for label, _ in site.labels(r"^expected .*found"):
        place = site.at(label)
        if place is None or label.span.file != site.span.file:
            continue
        best = max(ways(place.node, mismatch(site.diagnostic, label.text)),
                   key=lambda way: way[1], default=None)  # fmt: skip
        if best is not None:
            edits.append(place.replace(place.node, best[0]))
            texts.append(f"`{short(best[0], 20)}`")
    if len(edits) > 1:
        yield site.fix("conversion", f"Pass {', '.join(texts)}", *edits, prior=0.75)


def operands(site: Site) -> Iterator[Candidate]:
    """Read both values that an operator is given references to."""
    node = around(site.node, "binary_expression")
    if node is None or site.code not in ("E0369", "E0277", "E0308"):
        return
    sides = [node.field("left"), node.field("right")]
    given = [label.text.strip("`") for label in site.diagnostic.labels if not label.primary]
    if None in sides or len(given) != 2 or not all(text.startswith("&") for text in given):
        return
    edits = [site.replace(side, f"*{operand(side)}") for side in sides if side is not None]
    yield site.fix("operand", "Read both values with `*`", *edits, prior=0.6)
    parameter = given[0].removeprefix("&")
    for owner in ancestors(node):
        bound = bound_beside(site, owner, parameter, "Copy")
        if bound is not None:
            title = f"Read both values with `*`, which `{parameter}: Copy` allows"
            yield site.fix("operand", title, *edits, site.edit(*bound[0], bound[1]), prior=0.6)
