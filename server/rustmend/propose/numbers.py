"""What the number types of Rust can hold, by the widths in their names."""

import re

NUMBER = re.compile(r"[iu](?:8|16|32|64|128|size)|f(?:16|32|64|128)")
_EXACT = {"16": 11, "32": 24, "64": 53, "128": 113}  # bits of the significand: IEEE 754
_POINTER = {"at least": 16, "at most": 64}  # what std's `From` allows, and what exists


def holds(target: str, source: str) -> bool:
    """Whether every value of the number type ``source`` is one of ``target``."""
    if NUMBER.fullmatch(target) is None or NUMBER.fullmatch(source) is None:
        return False
    if target == source:
        return True
    room, bits = _bits(target[1:], "at least"), _bits(source[1:], "at most")
    if target[0] == "f":
        return bits <= (room if source[0] == "f" else _EXACT[target[1:]])
    if source[0] == target[0]:
        return bits <= room
    return source[0] == "u" and target[0] == "i" and bits < room


def _bits(width: str, bound: str) -> int:
    return _POINTER[bound] if width == "size" else int(width)
