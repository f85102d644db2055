"""What other languages write at the place where Rust's parser stopped.

Fingers keep the habits of Python, C or JavaScript. Each habit is a pattern in the lines around
the place, and what Rust writes for it; what does not parse afterwards is not worth a compile.
"""

import re
from collections.abc import Iterator
from itertools import islice

from rustmend.domain import Candidate, TextEdit
from rustmend.propose.rules.delimiters import parses
from rustmend.propose.rules.site import Site
from rustmend.propose.rules.tokens import Lines, item_slice, tokens

Habit = tuple[str, str, str]
"""A pattern, what Rust writes for it, and the title."""

# an expression short of everything that holds several: `a.b(c)[d]`
_TERM = r"[\w.]+(?:::<\w+>)?(?:\([^()]*\)|\[[^\[\]]*\])*(?:\.\w+(?:\([^()]*\))?)*"
HABITS: tuple[Habit, ...] = (
    (r"\b(?:elif|elseif|elsif|elsei|else[ \t]+fi)\b", "else if", "Write `else if`"),
    (r"\b(?:function|func|def|fun|sub|method)(?=\s+\w+\s*[(<])", "fn", "Write `fn`"),
    (r"\bfn\s+(pub(?:\([^)]*\))?|async|const|unsafe)\s+(?=\w+\s*[(<])", r"\1 fn ",
     "Put `fn` last"),
    (rf"\bnot\s+(?={_TERM})", "!", "Write `!`"),
    (rf"\btry\s+({_TERM})(?=\s*[;),}}])", r"\1?", "Write `?` behind it"),
    (rf"\bawait\s+({_TERM})(?=\s*[;),}}?])", r"\1.await", "Write `.await` behind it"),
    (r"(?<=[(,])(\s*)\(?(\w+(?:,\s*\w+)*)\)?\s*(?:=>|->)\s*", r"\1|\2| ",
     "Write the closure `|…| …`"),
    (r"(?<=[(,])(\s*)lambda\s+(\w+(?:,\s*\w+)*)\s*:\s*", r"\1|\2| ", "Write the closure `|…| …`"),
    (r"(=\s*|return\s+|[(,]\s*)([^?;=\n{}]+?)\s+\?\s+([^?:;\n]+?)\s+:\s+([^;\n]+?)(?=\s*[;)}\n])",
     r"\1if \2 { \3 } else { \4 }", "Write `if … { … } else { … }`"),
    (r"\bend\b(?=\s*$)", "}", "Close the block with `}`"),
    (r"\b(?:do|then)\s*$", "{", "Open the block with `{`"),
    (r"\bswitch\b(?=\s+[^;{}]+\{)", "match", "Write `match`"),
    (r"\bcase\s+([^:\n]+):\s*", r"\1 => ", "Write the arm with `=>`"),
    (r"\bdefault\s*:\s*", "_ => ", "Write the arm `_ =>`"),
    (r"\b(?:class|interface|trait)(?=\s+\w+\s*\{[^{}()]*\})", "struct", "Write `struct`"),
    (r"\binterface(?=\s+\w+\s*\{)", "trait", "Write `trait`"),
    (r"\bimport\s+(?=\w+::)", "use ", "Write `use`"),
    (r"<>", "!=", "Write `!=`"),
    (r"(?<=[\w)\]])\s*\*\*\s*(\w+)", r".pow(\1)", "Write `.pow(…)`"),
    (r"\b(\w+)\s*\+\+(?=\s*[;)}])", r"\1 += 1", "Write `+= 1`"),
    (r"\b(\w+)\s*--(?=\s*[;)}])", r"\1 -= 1", "Write `-= 1`"),
    (r"\b(?:let\s+)?(\w+)\s*:=\s*", r"let \1 = ", "Write `let … =`"),
)  # fmt: skip
_MOST = 6


def foreign(site: Site) -> Iterator[Candidate]:
    """Write what another language says as Rust says it."""
    message = site.diagnostic.message
    if site.code not in ("", "E0425") or not re.search(
        r"expected|ternary|missing|unexpected|invalid|reserved|not followed|unknown|no `", message
    ):
        return
    lines = Lines(site.tree.text)
    bounds = item_slice(site.tree.text, lines, site.span.start, site.span.start)
    parsing = (each for each in _tries(site, lines, bounds) if parses(site, each[0], bounds))
    for edits, words in islice(parsing, _MOST):
        yield site.fix("habit", words, *edits, prior=0.7)


def _tries(
    site: Site, lines: Lines, bounds: tuple[int, int]
) -> Iterator[tuple[tuple[TextEdit, ...], str]]:
    start, end = bounds
    text, at = site.slice(start, end), len(site.slice(start, site.span.start))
    line = text.rfind("\n", 0, at) + 1
    near = text.rfind("\n", 0, max(0, line - 1)) + 1, text.find("\n", text.find("\n", at) + 1)
    for pattern, replacement, words in HABITS:
        found = list(re.finditer(pattern, text, re.M))
        close = [
            one for one in found if near[0] <= one.start() <= (near[1] if near[1] > 0 else end)
        ]
        for group in ([one] for one in close):
            yield _replaced(site, start, text, group, replacement), words
        if close and len(found) > 1:
            yield _replaced(site, start, text, found, replacement), words
    yield from _separators(site, bounds)
    yield from _paths(site, lines)
    yield from _lifetimes(site, lines)


def _replaced(
    site: Site, start: int, text: str, found: list[re.Match[str]], replacement: str
) -> tuple[TextEdit, ...]:
    return tuple(
        site.edit(
            start + len(text[: one.start()].encode()),
            start + len(text[: one.end()].encode()),
            one.expand(replacement),
        )
        for one in found
    )


def _separators(site: Site, bounds: tuple[int, int]) -> Iterator[tuple[tuple[TextEdit, ...], str]]:
    """Part the members of a struct or an enum with commas, all of them."""
    text = site.slice(*bounds)
    if not re.match(
        r"(?:\s*(?:#\[[^\]]*\]|///[^\n]*))*\s*(?:pub(?:\([^)]*\))?\s+)?(?:struct|enum)\b", text
    ):
        return
    inside = tokens(site.tree.text, *bounds)
    edits = [site.edit(one.start, one.end, ",") for one in inside if one.text == ";"]
    if edits:
        yield tuple(edits), "Part the members with `,`"


def _paths(site: Site, lines: Lines) -> Iterator[tuple[tuple[TextEdit, ...], str]]:
    """Join the parts of an import with ``::``."""
    start, end = lines.bounds(lines.number(site.span.start))
    found = re.match(
        rb"\s*(?:pub\s+)?(?:use|import)\s+(\w+(?:\.[\w{}, *]+)+)", site.tree.text[start:end]
    )
    if found:
        first = start + found.start(1)
        dots = [first + one.start() for one in re.finditer(rb"\.", found[1])]
        yield tuple(site.edit(at, at + 1, "::") for at in dots), "Join the path with `::`"


def _lifetimes(site: Site, lines: Lines) -> Iterator[tuple[tuple[TextEdit, ...], str]]:
    """Put the quote before the names of lifetimes."""
    start, end = lines.bounds(lines.number(site.span.start))
    text = site.tree.text[start:end]
    found = list(re.finditer(rb"&(?=([a-z]\w{0,2})\s+(?:mut\s+)?[\w\[(])", text))
    names = {match[1] for match in found if match[1] not in (b"mut", b"dyn", b"raw")}
    declared = [
        m
        for name in names
        for m in re.finditer(rb"<(?=%s\b)|(?<=, )(?=%s\s*[,>])" % (name, name), text)
    ]
    places = sorted({start + m.end() for m in [*found, *declared] if m.re is not None
                     and (m not in found or m[1] in names)})  # fmt: skip
    if places:
        yield tuple(site.insert(at, "'") for at in places), "Write the lifetime with its `'`"
