"""Reasoning that models write before their answer, which is no part of it."""

import re

# what DeepSeek, Qwen and their kin write, and what others wrote before them
_OPEN = re.compile(r"\s*<(think|thinking|thought|reasoning)>", re.IGNORECASE)
_CLOSE = re.compile(r"</(think|thinking|thought|reasoning)>", re.IGNORECASE)
_LONGEST_TAG = len("<reasoning>")


def without_reasoning(text: str) -> str:
    """Return an answer without the reasoning before it.

    An answer that never leaves its reasoning is empty. Some servers swallow the opening tag, which
    their prompt already holds: a closing one alone ends reasoning too.
    """
    found = False
    while opening := _OPEN.match(text):
        closing = _CLOSE.search(text, opening.end())
        if closing is None:
            return ""
        text, found = text[closing.end() :], True
    if not found and (closing := _CLOSE.search(text)) and "<" + closing[1] not in text:
        text = text[closing.end() :]
    return text.strip()


def shown(text: str) -> str:
    """Return what of the beginning of an answer can be shown while it is still coming."""
    rest = (without_reasoning(text) if _OPEN.match(text) else text).lstrip()
    if rest.startswith("<") and ">" not in rest and len(rest) < _LONGEST_TAG:
        return ""  # it may become a tag
    return rest
