"""What is wrong with the arguments of a call, in plain words.

The doors for agents and for programs check what they are sent with pydantic, whose own words are
for those who program with it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

_MOST = 5
# pydantic's kinds of errors; the braces are what it says beside them
_WORDS = {
    "missing": "is missing",
    "extra_forbidden": "is not known",
    "string_type": "must be a text",
    "string_too_short": "must not be empty",
    "string_too_long": "must not be longer than {max_length} characters",
    "string_unicode": "is no valid text",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_parsing_size": "is too large a number",
    "int_from_float": "must be a whole number",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "dict_type": "must be an object",
    "model_type": "must be an object",
    "model_attributes_type": "must be a JSON object",
    "list_type": "must be a list",
    "json_invalid": "must be JSON: {error}",
    "value_error": "{error}",
}


def said(errors: Iterable[Mapping[str, Any]], whole: str, left_out: tuple[str, ...] = ()) -> str:
    """Return pydantic's errors as one line, the first few of them.

    ``whole`` names what has no name of its own; ``left_out`` are parts of places that say nothing.
    """
    return "; ".join(_said(each, whole, left_out) for each in [*errors][:_MOST])


def _said(error: Mapping[str, Any], whole: str, left_out: tuple[str, ...]) -> str:
    kind = error["type"]
    # of what is no JSON the place is a number of characters
    place = [] if kind == "json_invalid" else [str(part) for part in error.get("loc", ())]
    name = ".".join(part for part in place if part not in left_out)
    try:
        words = _WORDS[kind].format(**error.get("ctx", {}))
    except KeyError:  # a kind of a later version, or one that is met nowhere yet
        words = error.get("msg", "is wrong")
    if kind == "value_error":
        return f"`{name}`: {words}" if name else words
    return f"{f'`{name}`' if name else whole} {words}"
