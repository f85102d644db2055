"""What a diagnostic shows of the code: words that tell apart of what the compiler says the same.

Of a struct, a function and an impl that lack a lifetime it says one thing; the code that it prints
beneath differs. Names of the user's own become ``id`` and ``TY``, and neighbours are
joined to pairs. Names in the message count as they are too: a misspelt method is known by its name.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from rustmend.domain.diagnostic import Diagnostic
from rustmend.domain.names import KNOWN

# a line of code in rustc's rendering: its number, then a bar, or a sign where it is suggested
LINE = re.compile(r"^\s*\d+\s+[|~+-] ?(.*)$", re.MULTILINE)
PLACE = re.compile(r"^ *(?:-->|:::) (.*)")
FOREIGN = re.compile(r"/rustlib/|/registry/src/|/git/checkouts/|^/rustc/")
COMMENT = re.compile(r"//.*")
TOKEN = re.compile(
    r"(?P<lifetime>'[a-z_]\w*\b(?!'))|(?P<text>\"[^\"]*\"|'.')|(?P<number>\d[\w.]*)"
    r"|(?P<name>[A-Za-z_]\w*)!?|->|=>|::|\.\.=?|[&|=<>!+*/-]=|&&|\|\||[^\s\w]"
)
QUOTED = re.compile(r"`([a-z_]\w*)!?`")
COUNT = re.compile(r"\b\d+\b")
INTEGERS = re.compile(r"expected `[iu](\d+|size)`, found `[iu](\d+|size)`")
# who may use an item says nothing of the mistake
PASSED_OVER = frozenset({"pub"})


def shown(diagnostic: Diagnostic) -> frozenset[str]:
    """Return the words of what a diagnostic shows.

    There are none where it does not carry what the compiler printed.
    """
    if not diagnostic.rendered:
        return frozenset()
    words = set(_compared(diagnostic))
    words.update(f"`{name}" for name in QUOTED.findall(diagnostic.message))
    for line in LINE.findall(own_text(diagnostic)):
        words.update(_with_pairs(line))
    return frozenset(words)


def own_text(diagnostic: Diagnostic) -> str:
    """Return what the compiler printed, without its view of std's and other crates' sources.

    Those are there only where the sources are installed, and are the same for many mistakes.
    """
    kept: list[str] = []
    foreign = False
    for line in diagnostic.rendered.splitlines():
        if place := PLACE.match(line):
            foreign = FOREIGN.search(place[1]) is not None
        elif line and line[0].isalpha():
            foreign = False
        if not foreign:
            kept.append(line)
    return "\n".join(kept)


def bears(diagnostic: Diagnostic, signs: Iterable[str]) -> bool:
    """Whether all ``signs``, regular expressions, are found in what the compiler printed."""
    text = own_text(diagnostic) or diagnostic.message
    return all(re.search(sign, text, re.MULTILINE) for sign in signs)


def _with_pairs(code: str) -> Iterator[str]:
    tokens = TOKEN.finditer(COMMENT.sub("", code))
    words = [word for word in map(_word, tokens) if word not in PASSED_OVER]
    yield from words
    yield from (f"{left} {right}" for left, right in pairwise(words))


def _compared(diagnostic: Diagnostic) -> Iterator[str]:
    """Give how the two numbers of a message compare: too few are another mistake than too many."""
    counts = [int(count) for count in COUNT.findall(diagnostic.message)[:2]]
    if len(counts) == 2:
        yield "more" if counts[0] > counts[1] else "fewer"
    for label in diagnostic.labels:
        if found := INTEGERS.search(label.text):
            wanted, given = (64 if width == "size" else int(width) for width in found.groups())
            yield "wider" if wanted > given else "narrower"


def _word(token: re.Match[str]) -> str:
    match token.lastgroup:
        case "lifetime" | "number":
            return token.lastgroup
        case "text":
            return "char" if token["text"][0] == "'" else "str"
        case "name" if token["name"] not in KNOWN:
            return "TY" if token["name"][0].isupper() else "id"
        case _:
            return token[0]
