"""Telling the ways out that rustc offers from the parts of one."""

from itertools import pairwise

from rustmend.cargo.wire import WireSpan


def alternatives(parts: list[WireSpan]) -> list[list[WireSpan]]:
    """Split the parts of all alternatives, which rustc lists one after the other, unmarked.

    The parts of one alternative never overlap, and come in any order. So parts that do not
    overlap are one edit. Otherwise the alternatives are taken to be equally long, as long as
    possible, and failing that each to begin where the one before cannot go on.
    """
    for length in range(len(parts), 1, -1):
        if len(parts) % length == 0:
            groups = [parts[i : i + length] for i in range(0, len(parts), length)]
            if not any(_collide(group) for group in groups):
                return groups
    if len({_position(part) for part in parts}) == 1:
        return [[part] for part in parts]
    grown: list[list[WireSpan]] = [[]]
    for part in parts:
        if _collide([*grown[-1], part]):
            grown.append([])
        grown[-1].append(part)
    return grown


def _collide(group: list[WireSpan]) -> bool:
    ordered = sorted(group, key=_position)
    return any(
        _position(one) == _position(two)
        or (one.file_name == two.file_name and two.byte_start < one.byte_end)
        for one, two in pairwise(ordered)
    )


def _position(span: WireSpan) -> tuple[str, int, int]:
    return (span.file_name, span.byte_start, span.byte_end)
