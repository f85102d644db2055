"""Learned rewrites on their way to a team and from it: only what has no private name in it.

Of what the compiler said only its own words go along (``wording``).
"""

import sqlite3
from collections.abc import Collection, Sequence

import msgspec
from msgspec.structs import replace as changed

from rustmend.knowledge.journal import Journal
from rustmend.knowledge.learned import Learned, Part, decode, encode, private
from rustmend.knowledge.rewrites import ENOUGH, Example, Kept
from rustmend.knowledge.teambase import Shared, TeamError
from rustmend.knowledge.wording import own_frame, own_words


class OwnRewrites:
    """What was learned on this machine, as a team may have it."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def shared(self) -> Sequence[Shared]:
        """Return what may serve everybody: seen twice or taught, by somebody here, nameless."""
        return [to_team(kept) for kept in self._journal.rewrites.all() if may_leave(kept)]

    def unreadable(self) -> Collection[str]:
        """Return the ids of rows that this version cannot read.

        Raises ``TeamError`` where the journal cannot be read: then nothing is known to be gone.
        """

        def look(db: sqlite3.Connection) -> set[str] | None:
            return {row[0] for row in db.execute("SELECT id FROM rewrites")}

        ids = self._journal.database.run(look, None)
        if ids is None:
            raise TeamError(f"nothing is synced: {self._journal.failure}")
        return ids - {kept.id for kept in self._journal.rewrites.all()}


def may_leave(kept: Kept) -> bool:
    """Whether a rewrite may be shared."""
    here = any(example.workspace for example in kept.examples)
    enough = kept.explicit or kept.occurrences >= ENOUGH
    # what follows a suggestion is nothing without the suggestion's words
    told = all(part.op != "follow" or _worded(part) == part for part in kept.learned.parts)
    return here and enough and kept.workspace is None and told and not private(kept.learned)


def from_team(shared: Shared) -> Kept | None:
    """Return a rewrite of the team's as one that serves here, None where it cannot be read."""
    try:
        learned = decode(shared.body)
    except msgspec.MsgspecError:  # of another version of rustmend
        return None
    if private(learned) or not learned.parts or not learned.said:
        return None
    example = Example(fix="", change=shared.id, workspace="", learned=learned)
    return Kept(shared.id, learned, None, (example,), explicit=True)


def to_team(kept: Kept) -> Shared:
    """Return a rewrite as the team gets it."""
    learned = _without_others_words(kept.learned)
    sentences = (line for words in learned.said for line in words.split("\n") if line)
    return Shared(
        id=kept.id,
        codes=tuple(code for code in learned.codes if code),
        said=tuple(dict.fromkeys(sentences)),
        body=encode(learned),
        occurrences=kept.occurrences,
    )


def _without_others_words(learned: Learned) -> Learned:
    """Return the rewrite without what programs made the compiler say."""
    said = ("\n".join(map(own_words, words.split("\n"))) for words in learned.said)
    return changed(
        learned,
        said=tuple(dict.fromkeys(said)),
        parts=tuple(map(_worded, learned.parts)),
        given=tuple(changed(each, said=own_frame(each.said)) for each in learned.given),
    )


def _worded(part: Part) -> Part:
    near = (changed(each, said=own_frame(each.said)) for each in part.near)
    return changed(part, near=tuple(dict.fromkeys(near)))
