"""Calls that are named like a sin and are none."""

import re

from ast_grep_py import SgNode

LOCKED = re.compile(r"\.\s*(?:lock|read|write|join)\(\)\s*\.\s*(?:unwrap\(\)|expect\([^()]*\))")
_LONGEST = 200


def harmless(call: SgNode, name: str) -> bool:
    """Whether a call of ``name`` copies, panics or swallows nothing, whatever its name says.

    A literal has to be made into a String; a lock is refused, and a thread's end is an error, only
    after a panic of its own; and where ``None`` is passed on, the caller learns of the error.
    """
    function = call.field("function")
    value = function.field("value") if function is not None else None
    if value is not None and value.kind() in ("string_literal", "raw_string_literal"):
        return True
    if name in ("unwrap", "expect"):
        return LOCKED.search(call.text()[-_LONGEST:]) is not None
    return name == "ok" and _passed_on(call)


def _passed_on(call: SgNode) -> bool:
    """Whether what ``call`` gives is returned as an Option: by ``?``, or as a function's value."""
    parent = call.parent()
    if parent is not None and parent.kind() == "try_expression":
        return True
    if parent is not None and parent.kind() == "return_expression":
        while parent is not None and parent.kind() not in ("function_item", "closure_expression"):
            parent = parent.parent()
    elif parent is not None and parent.kind() == "block":
        last = next((c for c in reversed(parent.children()) if c.is_named()), None)
        parent = parent.parent() if last is not None and last == call else None
    if parent is None or parent.kind() != "function_item":
        return False
    returns = parent.field("return_type")
    return returns is not None and re.match(r"(?:\w+::)*Option\b", returns.text()) is not None
