"""Calls that are named like a sin and are none."""

import re

from ast_grep_py import SgNode

LOCKED = re.compile(
    r"\.\s*(?:(?:lock|read|write|join)\(\)|wait(?:_while)?\([^()]+\))"
    r"\s*\.\s*(?:unwrap\(\)|expect\([^()]*\))"
)
_LONGEST = 200


def harmless(call: SgNode, name: str) -> bool:
    """Whether a call of ``name`` copies nothing and panics at nothing new, whatever its name says.

    A literal has to be made into a String; a lock is refused, and a thread's end is an error, only
    after a panic of its own.
    """
    function = call.field("function")
    value = function.field("value") if function is not None else None
    if value is not None and value.kind() in ("string_literal", "raw_string_literal"):
        return True
    return name in ("unwrap", "expect") and LOCKED.search(call.text()[-_LONGEST:]) is not None
