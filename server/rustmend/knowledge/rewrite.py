"""Mechanical mends: patterns bound to a diagnostic's spans, as ``kb/README.md`` defines them.

The work is in two steps, so that a part may use what a later part binds: first every
part finds its place and binds metavariables, then all templates are filled.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Annotated

import msgspec

from rustmend.domain import Diagnostic, OverlappingEditsError, Span, TextEdit
from rustmend.domain.text import smallest_edit
from rustmend.knowledge.pattern import (
    METAVARIABLE,
    Bindings,
    Match,
    Part,
    groups,
    metavariables,
    places,
    regex,
)
from rustmend.knowledge.place import deletion, import_edit, indented
from rustmend.sources import Sources

TITLE_LENGTH = 48
TRIED = 64  # ways to give all parts a place: parts that match in many places multiply

log = logging.getLogger(__name__)


class Rewrite(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One ``[[rewrite]]``: parts that are all made together.

    ``likelihood`` says how likely it is what the author wants where it fits and compiles.
    """

    title: str
    edit: tuple[Part, ...]
    message: str = ""
    likelihood: Annotated[float, msgspec.Meta(gt=0, lt=1)] | None = None


@dataclass(frozen=True, slots=True)
class Rewritten:
    """One way in which a rewrite fits a diagnostic."""

    title: str
    edits: tuple[TextEdit, ...]


def apply(
    rewrite: Rewrite, diagnostic: Diagnostic, sources: Sources, limit: int = 4
) -> list[Rewritten]:
    """Return the ways in which ``rewrite`` fits ``diagnostic``, best places first, each edit once.

    A rewrite that is itself at fault fits nothing.
    """
    found: dict[tuple[TextEdit, ...], Rewritten] = {}
    try:
        said = regex(rewrite.message).search(diagnostic.message)
        if said is None:
            return []
        every = _matches(rewrite.edit, diagnostic, sources, groups(said), ())
        for matches, bindings in islice(every, TRIED):
            made = _fill(rewrite, matches, bindings, sources)
            if made is not None:
                found.setdefault(made.edits, made)
                if len(found) == limit:
                    break
    except (re.error, RuntimeError) as error:  # ast-grep's word for a pattern it cannot read
        log.warning("rewrite %r: %s", rewrite.title, str(error).partition("\n")[0])
    return list(found.values())


def templates(rewrite: Rewrite) -> list[str]:
    """Return the title, then every text that is filled in."""
    parts = [(part.replace, part.before, part.after, part.use) for part in rewrite.edit]
    return [rewrite.title, *(text for texts in parts for text in texts if text)]


def _matches(
    parts: tuple[Part, ...],
    diagnostic: Diagnostic,
    sources: Sources,
    bindings: Bindings,
    before: tuple[Match, ...],
) -> Iterator[tuple[tuple[Match, ...], Bindings]]:
    """Yield each way to give every part a place, with all that is bound then."""
    if not parts:
        yield before, bindings
        return
    for match in places(parts[0], diagnostic, sources, bindings):
        yield from _matches(parts[1:], diagnostic, sources, match.bindings, (*before, match))


def _fill(
    rewrite: Rewrite, matches: tuple[Match, ...], bindings: Bindings, sources: Sources
) -> Rewritten | None:
    """Return the edits, or None where a metavariable has no value or nothing would change."""
    edits: list[TextEdit] = []
    if any(name not in bindings for text in templates(rewrite) for name in metavariables(text)):
        return None
    for part, match in zip(rewrite.edit, matches, strict=True):
        text = match.bindings.get("TEXT", bindings.get("TEXT", ""))  # each part has its own
        edit = _edit(part, match, {**bindings, "TEXT": text}, sources)
        if edit is None:
            return None
        edits.append(edit)
    unique = tuple(dict.fromkeys(edits))
    try:
        changed = any(text != sources.read(file) for file, text in sources.edited(unique).items())
    except OverlappingEditsError:
        return None
    title = _title(rewrite.title, {**bindings, **matches[0].bindings} if matches else bindings)
    return Rewritten(title, unique) if changed else None


def _edit(part: Part, match: Match, bindings: Bindings, sources: Sources) -> TextEdit | None:
    span, text = match.span, sources.read(match.span.file) or b""
    if part.use is not None:
        tree = sources.tree(span.file)
        return import_edit(tree, span, _filled(part.use, bindings)) if tree else None
    if part.delete:
        return TextEdit(deletion(text, span, match.node), "")
    template = part.replace if part.replace is not None else part.before or part.after or ""
    new = _filled(indented(text, span.start, template), bindings)
    if part.replace is not None:
        old = text[span.start : span.end].decode()
        return smallest_edit(span.file, span.start, old, new)
    place = span.start if part.before is not None else span.end
    return TextEdit(Span(span.file, place, place), new)


def _filled(template: str, bindings: Bindings) -> str:
    """Fill in the metavariables; a list that is empty or ends in a comma makes no double one."""
    for many, _ in METAVARIABLE.findall(template):
        hole = re.escape(f"$$${many}") + "(?![A-Z0-9_])"
        if many and not bindings[many]:
            template = re.sub(rf"{hole}\s*,\s*|,\s*{hole}", "", template)
        elif many and bindings[many].endswith(","):
            template = re.sub(rf"({hole})\s*,", r"\1", template)
    return METAVARIABLE.sub(lambda found: bindings[found[1] or found[2]], template)


def _title(template: str, bindings: Bindings) -> str:
    short = {name: _shortened(text) for name, text in bindings.items()}
    return METAVARIABLE.sub(lambda found: short[found[1] or found[2]], template)


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= TITLE_LENGTH else text[: TITLE_LENGTH - 1].rstrip() + "…"
