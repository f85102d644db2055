"""What cargo, rustc and rustup print to people, in one line."""

import re

_LEAD = re.compile(r"^error(?:\[\w+\])?: *")
# cargo frames an excerpt of the manifest with bars; the words are outside of it
_EXCERPT = re.compile(r"^\s*(?:\d+\s*)?\|")
_PLACE = re.compile(r"^\s*--> ")
# rustup prints one where somebody's environment asks for it
_BACKTRACE = re.compile(r"^\s*stack backtrace:", re.I)
_LONGEST = 400


def error_line(stderr: str) -> str:
    """Return the first error in ``stderr`` with its causes, or else its last line, as one line."""
    lines = stderr.strip().splitlines()
    start = next((i for i, line in enumerate(lines) if _LEAD.match(line)), None)
    if start is None:
        return lines[-1].strip()[:_LONGEST] if lines else ""
    words: list[str] = []
    for line in lines[start:]:
        if (words and _LEAD.match(line)) or _BACKTRACE.match(line):
            break
        text = _PLACE.sub("at ", _LEAD.sub("", line)).strip()
        if text and text != "Caused by:" and not _EXCERPT.match(line):
            words.append(text)
    return re.sub(r":: ", ": ", ": ".join(words))[:_LONGEST]
