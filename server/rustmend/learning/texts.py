"""From two states of some files to edits: each changed block of lines as small as it gets."""

import difflib
from collections.abc import Mapping
from pathlib import Path

from rustmend.domain import TextEdit
from rustmend.domain.text import trimmed


def edits_between(before: Mapping[Path, bytes], after: Mapping[Path, bytes]) -> list[TextEdit]:
    """Return the edits from ``before`` to ``after``, one for each changed line or block."""
    return [
        edit
        for file in sorted(after)
        if before.get(file, b"") != after[file]
        for edit in _in_file(file, before.get(file, b""), after[file])
    ]


def changed_lines(edits: list[TextEdit], before: Mapping[Path, bytes]) -> int:
    """Return how many lines are taken away or added, whichever are more, block by block."""
    count = 0
    for edit in edits:
        old = before.get(edit.span.file, b"")[edit.span.start : edit.span.end]
        count += max(old.count(b"\n"), edit.text.count("\n")) + 1
    return count


def _in_file(file: Path, before: bytes, after: bytes) -> list[TextEdit]:
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    found = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "replace" and b - a == d - c:
            # lines that changed one by one are changes of their own
            pairs = zip(starts[a:b], old[a:b], new[c:d], strict=True)
            found += [trimmed(file, start, one, other) for start, one, other in pairs]
        elif what != "equal":
            found.append(trimmed(file, starts[a], b"".join(old[a:b]), b"".join(new[c:d])))
    return found
