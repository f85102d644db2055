"""Rewrites out of raw pairs: of imported ones, and of all when a better generaliser comes.

A past fix keeps no files, only the texts around its changes. They are laid at their places in
files that are blank elsewhere, so every byte offset of the diagnostic and the edits holds.
"""

import hashlib
import logging
from collections.abc import Sequence
from pathlib import Path

from rustmend.domain import Snapshot, Span, TextEdit
from rustmend.domain.text import OverlappingEditsError, apply_edits
from rustmend.knowledge.journal import Journal
from rustmend.knowledge.learned import Learned
from rustmend.knowledge.pastfix import Hunk, PastFix, moved
from rustmend.learning.generalise import GENERALISER, generalise
from rustmend.sources import Sources

log = logging.getLogger(__name__)

_ROOT = Path("/past")
_MOST_TRIED = 64 * 2**10
_MOST_BYTES = 4 * 2**20  # of a file whose offsets are kept


def teach(journal: Journal, fix: PastFix) -> int:
    """Keep what one imported fix teaches, and return how many rewrites that are.

    They serve every workspace as candidates, each of which is compiled; one with a name of its
    author's in it serves none.
    """
    kept = journal.rewrites.learn(
        ways(fix), fix=fix.id, change=fix.id, workspace="", explicit=True, generaliser=GENERALISER
    )
    return len(kept)


def relearn(journal: Journal, most: int = 20) -> int:
    """Make anew what up to ``most`` past fixes teach that an older generaliser looked at.

    Where nothing comes of a pair now, what it taught before stays. Returns how many were looked
    at; 0 says that all is up to date, or that the journal fails. It raises nothing.
    """
    ids = journal.rewrites.outdated(GENERALISER, most)
    for fix_id in ids:
        fix = journal.show(fix_id)
        try:
            _replace(journal, fix_id, fix, ways(fix) if fix is not None else ())
        except Exception:  # one pair that defeats us keeps no other from its turn
            log.exception("the past fix %s could not be looked at anew", fix_id)
            _replace(journal, fix_id, fix, ())
        if journal.failure:
            return 0
    return len(ids)


def _replace(journal: Journal, fix_id: str, fix: PastFix | None, found: Sequence[Learned]) -> None:
    mine = fix.workspace if fix is not None else ""
    journal.rewrites.relearn(
        found,
        fix=fix_id,
        change=change_of(fix) if fix is not None and mine else fix_id,
        workspace=mine,
        generaliser=GENERALISER,
    )


def change_of(fix: PastFix) -> str:
    """Return what is the same for all diagnostics that one change mended."""
    hunks = [(hunk.file, hunk.before, hunk.after) for hunk in fix.hunks]
    return hashlib.sha256(repr(hunks).encode()).hexdigest()[:24]


def ways(fix: PastFix) -> tuple[Learned, ...]:
    """Return the rewrites that a past fix teaches by its texts alone, the most special first."""
    texts: dict[Path, bytes] = {}
    edits: list[TextEdit] = []
    for hunk in fix.hunks:
        file = _ROOT / hunk.file
        text = _laid(texts.get(file, b""), hunk)
        if text is None:
            return ()
        texts[file] = text
        edits += [TextEdit(Span(file, start, end), new) for start, end, new in hunk.edits]
    if not edits:
        return ()
    try:
        return generalise(moved(fix.diagnostic, _ROOT.joinpath), edits, Sources(Snapshot(texts)))
    except OverlappingEditsError:
        return ()


def _laid(text: bytes, hunk: Hunk) -> bytes | None:
    """Return ``text`` with those of a hunk at their place, None where that cannot be told."""
    # the lines around the change, and over them its whole item
    pieces = []
    for before, after in ((hunk.before, hunk.after), (hunk.item_before, hunk.item_after)):
        start = _start(hunk, before.encode(), after.encode())
        if start is not None:
            pieces.append((start, before.encode()))
    if not pieces:
        return None
    if len(pieces) > 1:  # part of what stands around an item does not parse without the rest
        pieces = pieces[1:]
    if any(start + len(piece) > _MOST_BYTES for start, piece in pieces):
        return None
    for start, piece in pieces:
        text = text.ljust(start + len(piece), b"\n")
        text = text[:start] + piece + text[start + len(piece) :]
    return text


def _start(hunk: Hunk, before: bytes, after: bytes) -> int | None:
    """Return where in its file the text before began, None where that cannot be told."""
    if not before or not hunk.edits or len(before) > _MOST_TRIED:
        return None
    first = hunk.edits[0][0]
    common = 0
    while common < min(len(before), len(after)) and before[common] == after[common]:
        common += 1
    # the first edit begins where the two part, or a little before
    for place in range(min(common, first), -1, -1):
        start = first - place
        try:
            moved = tuple(
                TextEdit(Span(_ROOT, one - start, other - start), text)
                for one, other, text in hunk.edits
            )
            if apply_edits(before, moved) == after:
                return start
        except OverlappingEditsError:
            continue
    return None
