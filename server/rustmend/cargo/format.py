"""Edits laid out as rustfmt would, and nothing else of the file touched."""

import asyncio
import difflib
from pathlib import Path

from rustmend.domain import TextEdit
from rustmend.domain.text import apply_edits, common_ends, edits_by_file, map_offset, smallest_edit
from rustmend.errors import RustmendError
from rustmend.process import run
from rustmend.sources import Sources

# how far from an edited line rustfmt's own changes may reach, in lines: a call that no longer fits
# is wrapped with its neighbours, an unformatted file is left alone
_REACH = 2
# lines up to which a diff is exact
_EXACT = 400


async def formatted(
    edits: tuple[TextEdit, ...], sources: Sources, edition: str
) -> tuple[TextEdit, ...]:
    """Return ``edits`` with their lines as rustfmt and the file's line endings want them.

    Where rustfmt is missing or cannot read the result, the edits come back as they were.
    """
    groups = edits_by_file(edits)
    done = await asyncio.gather(
        *(_in_file(file, group, sources, edition) for file, group in groups.items())
    )
    return tuple(edit for group in done for edit in group)


async def _in_file(
    file: Path, edits: list[TextEdit], sources: Sources, edition: str
) -> list[TextEdit]:
    before = sources.read(file) or b""
    if b"\r\n" in before:
        edits = [
            TextEdit(edit.span, edit.text.replace("\r\n", "\n").replace("\n", "\r\n"))
            for edit in edits
        ]
    if file.suffix != ".rs":
        return edits
    after = apply_edits(before, edits)
    tidy = await _rustfmt(file, after, edition)
    if tidy is None or tidy == after:
        return edits
    return await asyncio.to_thread(_laid_out, file, edits, before, after, tidy)


def _laid_out(
    file: Path, edits: list[TextEdit], before: bytes, after: bytes, tidy: bytes
) -> list[TextEdit]:
    merged = _merge_near(after, tidy, _edited_lines(after, edits))
    return edits if merged == after else edits_between(file, before, merged)


async def _rustfmt(file: Path, text: bytes, edition: str) -> bytes | None:
    command = ["rustfmt", "--emit", "stdout", "--quiet", "--edition", edition]
    if file.parent.is_dir():  # a submitted file lies nowhere
        command += ["--config-path", str(file.parent)]
    try:
        done = await run(command, stdin=text, timeout=10)
    except RustmendError:
        return None
    return done.stdout.encode() if done.returncode == 0 and done.stdout else None


def _edited_lines(after: bytes, edits: list[TextEdit]) -> list[range]:
    """Return the lines of the text after that the edits wrote, 0-based."""
    found = []
    for edit in edits:
        end = map_offset(edit.span.end, edits, after=True)
        start = end - len(edit.text.encode())
        found.append(range(after.count(b"\n", 0, start), after.count(b"\n", 0, end) + 1))
    return found


def _merge_near(after: bytes, tidy: bytes, edited: list[range]) -> bytes:
    """Return ``after`` with those changes of ``tidy`` that lie at the edited lines."""
    old, new = after.splitlines(keepends=True), tidy.splitlines(keepends=True)
    merged: list[bytes] = []
    for tag, i1, i2, j1, j2 in _changes(old, new):
        near = any(
            i1 >= lines.start - _REACH and i2 <= lines.stop + _REACH and i1 <= lines.stop
            and lines.start <= i2
            for lines in edited
        )  # fmt: skip
        merged += new[j1:j2] if tag != "equal" and near else old[i1:i2]
    return b"".join(merged)


def edits_between(file: Path, before: bytes, after: bytes) -> list[TextEdit]:
    """Return edits from ``before`` to ``after``: changed lines less what both ends share."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    edits, position = [], 0
    for tag, i1, i2, j1, j2 in _changes(old, new):
        gone, come = b"".join(old[i1:i2]), b"".join(new[j1:j2])
        if tag != "equal":
            edits.append(smallest_edit(file, position, gone.decode(), come.decode()))
        position += len(gone)
    return edits


def _changes(old: list[bytes], new: list[bytes]) -> list[tuple[str, int, int, int, int]]:
    """Return difflib's operations, in the time that the differing middle takes."""
    head, tail = common_ends(old, new)
    # without difflib's guess about frequent lines a long middle takes its square
    middle = old[head : len(old) - tail], new[head : len(new) - tail]
    matcher = difflib.SequenceMatcher(None, *middle, len(middle[0]) > _EXACT)
    found = [("equal", 0, head, 0, head)]
    found += [
        (tag, i1 + head, i2 + head, j1 + head, j2 + head)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
    ]
    return [*found, ("equal", len(old) - tail, len(old), len(new) - tail, len(new))]
