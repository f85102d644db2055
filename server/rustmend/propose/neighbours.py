"""A repair that restores what was there reads like its neighbours: how usual a spelling is here.

Of several ways to write what compiles, people keep to those that they use around the place.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from rustmend.domain import Candidate, TextEdit
from rustmend.domain.text import OverlappingEditsError, apply_edits, edits_by_file
from rustmend.propose.rules.tokens import tokens
from rustmend.sources import Sources

# how much the neighbours weigh: a candidate that nothing around is like, and one that all is like
LEAST, MOST = 0.9, 1.3
# how much likelier a statement that does something is than one that does nothing
NO_EFFECT = 0.3
_IDLE = ("identifier", "_literal", "self", "field_expression", "binary_expression",
         "reference_expression")  # fmt: skip
_AROUND = frozenset({"block", "expression_statement", "match_arm"})
_WINDOW = 80
_LENGTH = 3
_LONG = 400

# the ways to make a String of text
_MADE = (".to_string()", ".to_owned()", ".into()")
_MADE_OF = {one: re.compile(re.escape(one).encode()) for one in _MADE}
_OF_LITERAL = {one: re.compile(b'"' + re.escape(one).encode()) for one in _MADE}


def weighed(candidate: Candidate, sources: Sources) -> Candidate:
    """Return ``candidate`` likelier or less likely by what is usual in the files that it edits."""
    if candidate.precedent or candidate.diagnostic.code is None:
        return candidate  # where brackets are wrong, what stands around is no measure
    likeness = _likeness(candidate.edits, sources)
    factor = LEAST + (MOST - LEAST) * likeness if likeness is not None else 1.0
    for edit in candidate.edits:
        factor *= _spelling(edit, sources) * _effect(edit, sources)
    return replace(candidate, prior=min(0.99, candidate.prior * factor))


def _likeness(edits: Sequence[TextEdit], sources: Sources) -> float | None:
    """Return which share of the short runs of tokens that come is found elsewhere in the file."""
    seen = total = 0
    for file, group in edits_by_file(edits).items():
        text = sources.read(file)
        if text is None or sum(len(edit.text) for edit in group) > _LONG:
            return None
        counts = _runs(text)
        for edit in group:
            start, end = edit.span.start, edit.span.end
            low, high = max(0, start - _WINDOW), min(len(text), end + _WINDOW)
            try:
                after = apply_edits(text[:high], [edit])[low:]
            except OverlappingEditsError:
                return None
            first, last = start - low, start - low + len(edit.text.encode())
            words = [token for token in tokens(after) if token.start or not low]
            for at in range(len(words) - _LENGTH + 1):
                run = words[at : at + _LENGTH]
                # a run counts that holds what came, or closes over what went
                if run[-1].end <= first or (
                    run[0].start >= last and not (first == last and run[0].start < first)
                ):
                    continue
                if first == last and not run[0].end <= first <= run[-1].start:
                    continue
                total += 1
                seen += counts[tuple(map(_plain, (one.text for one in run)))] > 0
    return seen / total if total else None


def _plain(token: str) -> str:
    """Return a token as it is compared: all text literals, and all numbers, are alike."""
    if token[:1] == '"' or token.startswith(('b"', 'r"', 'br"')):
        return '"'
    return "0" if token[:1].isdigit() else token


@lru_cache(maxsize=16)
def _runs(text: bytes) -> Counter[tuple[str, ...]]:
    words = [_plain(token.text) for token in tokens(text)]
    return Counter(zip(*(words[at:] for at in range(_LENGTH)), strict=False))


def _effect(edit: TextEdit, sources: Sources) -> float:
    """Return how likely a value is given up: one that only names something was meant to be used."""
    tree = sources.tree(edit.span.file) if edit.text.strip() == ";" else None
    if tree is None or edit.span.start != edit.span.end:
        return 1.0
    node = tree.smallest(edit.span.start - 1, edit.span.start)
    while (parent := node.parent()) is not None and parent.kind() not in _AROUND:
        if tree.bounds(parent)[1] != edit.span.start:
            break
        node = parent
    return NO_EFFECT if node.kind().endswith(_IDLE) else 1.0


def _spelling(edit: TextEdit, sources: Sources) -> float:
    """Return how usual a way to make a String is in the file, 0.6 to 1.1; 1.0 for all else.

    What is done to literals is told apart from what is done to other text.
    """
    if edit.text not in _MADE or edit.span.start != edit.span.end:
        return 1.0
    text = sources.read(edit.span.file) or b""
    counts = {one: len(seen.findall(text)) for one, seen in _OF_LITERAL.items()}
    literal = text[edit.span.start - 1 : edit.span.start] == b'"'
    if not (literal and any(counts.values())):
        every = {one: len(seen.findall(text)) for one, seen in _MADE_OF.items()}
        counts = {one: every[one] - (0 if literal else counts[one]) for one in every}
        counts[".into()"] //= 2  # it is said of much else
    share = (counts[edit.text] + 0.5) / (sum(counts.values()) + 1.5)
    return 0.6 + 0.5 * share
