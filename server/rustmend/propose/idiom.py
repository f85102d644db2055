"""Calls and macros that are not what their name says."""

import re

from ast_grep_py import SgNode

LOCKED = re.compile(
    r"\.\s*(?:(?:lock|read|write|join)\(\)|wait(?:_while)?\([^()]+\))"
    r"\s*\.\s*(?:unwrap\(\)|expect\([^()]*\))"
)
_LONGEST = 200
# These say what the compiler knows, of nothing or a literal: one of one's own may be called alike
TELLING_MACROS = frozenset({
    "include_bytes", "line", "column", "file", "module_path", "env", "option_env",
})  # fmt: skip
DEAD_MACROS = TELLING_MACROS | {"stringify", "concat", "include_str", "cfg", "macro_rules"}
# what panics for nothing but a nought is made of another number
_NO_NOUGHT = re.compile(
    r"\bNonZero(?:\w+|::<\w+>)?::new\(\s*[\d_]*[1-9][\d_]*(?:[iu](?:\d+|size))?\s*\)"
    r"\s*\.\s*(?:unwrap\(\)|expect\([^()]*\))"
)


def harmless(call: SgNode, name: str) -> bool:
    """Whether a call of ``name`` copies nothing and panics at nothing new, whatever its name says.

    A literal has to be made into a String; a lock is refused, and a thread's end is an error, only
    after a panic of its own.
    """
    function = call.field("function")
    value = function.field("value") if function is not None else None
    if value is not None and value.kind() in ("string_literal", "raw_string_literal"):
        return True
    text = call.text()[-_LONGEST:]
    # at the end of the text is the call that is asked about
    ends = [found.end() for one in (LOCKED, _NO_NOUGHT) for found in one.finditer(text)]
    return name in ("unwrap", "expect") and len(text) in ends


def without_strings(tokens: str) -> str:
    """Return a macro's tokens with nothing in their strings."""
    return re.sub(r'(?s)"(?:\\.|[^"\\])*"', '""', tokens)


def dead(macro: str, arguments: str) -> bool:
    """Whether a macro, called with what starts with ``arguments``, is one of std's that do nothing.

    Strings are empty in ``arguments``.
    """
    name = macro.removeprefix("std::").removeprefix("core::")
    if name in TELLING_MACROS:
        return re.match(r'\s*(?:r?#*""|[)\]}])', arguments) is not None
    return name in DEAD_MACROS
