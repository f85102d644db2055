"""What the number types of Rust can hold, by the widths in their names."""

import re

_NUMBER = re.compile(r"([iuf])(\d+|size)")
_EXACT = {"32": 24, "64": 53}  # bits of the significand: IEEE 754
_POINTER = {"at least": 16, "at most": 64}  # what std's `From` allows, and what exists


def holds(target: str, source: str) -> bool:
    """Whether every value of the number type ``source`` is one of ``target``."""
    wanted, given = _NUMBER.fullmatch(target), _NUMBER.fullmatch(source)
    if wanted is None or given is None:
        return False
    if target == source:
        return True
    room, bits = _bits(wanted[2], "at least"), _bits(given[2], "at most")
    if wanted[1] == "f":
        return bits <= (room if given[1] == "f" else _EXACT[wanted[2]])
    if given[1] == wanted[1]:
        return bits <= room
    return given[1] == "u" and wanted[1] == "i" and bits < room


def _bits(width: str, bound: str) -> int:
    return _POINTER[bound] if width == "size" else int(width)
