"""A token too few or too many where the parser stopped."""

import re
from collections.abc import Iterator
from itertools import islice

from rustmend.domain import Candidate, TextEdit
from rustmend.propose.rules.delimiters import parsing
from rustmend.propose.rules.site import Site
from rustmend.propose.rules.tokens import Lines, Token, item_slice, tokens

MOST = 8
COMMON = (";", ",", "}", ")", "=>", ":", "{", "->", "=", ".", "::", "(", "]", "|", ">", "&", "!")
WORDS = ("let", "fn", "in", "mut", "return", "struct", "enum", "impl", "use", "if", "for", "pub",
         "match", "else", "const", "type")  # fmt: skip


def grammar(site: Site) -> Iterator[Candidate]:
    """Insert or remove one token at the place where parsing stopped."""
    message = site.diagnostic.message
    if site.code or not re.search(r"expected|unexpected|missing|unknown|found|invalid", message):
        return
    lines = Lines(site.tree.text)
    # what lacks its end is the item before the one that the parser met
    first = len(site.tree.text[: site.span.start].rstrip())
    bounds = item_slice(site.tree.text, lines, max(0, first - 1), site.span.start)
    near = [
        token
        for token in tokens(site.tree.text, bounds[0], bounds[1])
        if token.start >= site.span.start - 400 and token.end <= site.span.end + 200
    ]
    prior = 0.6
    for edit, words in islice(parsing(site, _tries(site, near), bounds), MOST):
        yield site.fix("grammar", words, edit, prior=prior)
        prior *= 0.8


def _tries(site: Site, near: list[Token]) -> Iterator[tuple[TextEdit, str]]:
    index = next((i for i, t in enumerate(near) if t.end > site.span.start), len(near))
    before = near[index - 1] if 0 < index <= len(near) else None
    wanted = [text for text in _expected(site) if text not in WORDS]
    places = [before.end] if before is not None else []
    places.append(site.span.end if index >= len(near) else near[index].start)
    places += [near[i].end for i in (index, index - 2, index + 1) if 0 <= i < len(near)]
    for place in places[:2]:
        for text in dict.fromkeys([*wanted, *COMMON]):
            yield site.insert(place, _spaced(text)), f"Add the missing `{text}`"
    for i in (index, index - 1, index + 1, index - 2):
        if 0 <= i < len(near):
            token = near[i]
            yield site.edit(token.start, token.end, ""), f"Remove the `{token.text}`"
    if index < len(near):
        for word in WORDS:
            yield site.insert(near[index].start, f"{word} "), f"Add the missing `{word}`"
    for place in places[2:]:
        for text in dict.fromkeys(wanted[:6]):
            yield site.insert(place, _spaced(text)), f"Add the missing `{text}`"


def _expected(site: Site) -> list[str]:
    """Return the tokens that the message names before what it found, likeliest first."""
    named = re.findall(r"`([^`]+)`", site.diagnostic.message.split("found")[0])
    return sorted(named, key=lambda text: COMMON.index(text) if text in COMMON else len(COMMON))


def _spaced(text: str) -> str:
    return f" {text} " if text in ("=>", "->", "=", "{", "|") else text
