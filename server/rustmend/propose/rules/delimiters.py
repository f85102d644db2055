"""Unbalanced delimiters and quotes, placed by indentation and proven by the parser.

A brace is opened and closed on lines of one indentation, so the first pair that is not shows
where one is missing; what is inserted must make the item parse before it is worth a compile.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from rustmend.domain import Candidate, TextEdit
from rustmend.domain.text import apply_edits
from rustmend.propose.rules.site import POSTFIX, Site
from rustmend.propose.rules.tokens import CLOSER, OPENER, Lines, Token, item_slice, tokens
from rustmend.syntax import Tree

TRIES = 60
# places for a partner that come before the thought that a delimiter is too much
_FIRST = 2
MOST = 8
_WORDS = re.compile(r"delimiter|unclosed|unterminated|unexpected closing|expected|unknown start"
                    r"|character literal|prefix|unknown|literal|found|statements")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Suspect:
    """A delimiter without a partner; ``limit`` is where the parser noticed at the latest."""

    token: Token
    opens: bool
    limit: int


def delimiters(site: Site) -> Iterator[Candidate]:
    """Insert the delimiter that is missing, or take away the one too many."""
    if not _is_syntax(site):
        return
    text = site.tree.text
    lines = Lines(text)
    seen: set[tuple[int, int]] = set()
    for start, end in _slices(site, lines):
        if (start, end) in seen:
            continue
        seen.add((start, end))
        suspects = list(_suspects(tokens(text, start, end), lines))
        likely = [*_crowded(site, lines, (start, end)), *_announced(site, lines, (start, end))]
        mends = (e for suspect in suspects[:4] for e in _mends(site, suspect, lines, (start, end)))
        tries = chain(likely, mends)
        found = list(islice(parsing(site, tries, (start, end)), MOST))
        needless = [_needless(site, edit, (start, end)) for edit, _ in found]
        prior = 0.75
        for (edit, words), number in zip(found, needless, strict=True):
            more = number > min(needless)
            yield site.fix("delimiter", words, edit, prior=prior * (0.3 if more else 1.0))
            prior *= 0.8


def _needless(site: Site, edit: TextEdit, bounds: tuple[int, int]) -> int:
    """Count what nobody writes once ``edit`` is made: ``(name)``, and ``f(())``."""
    start, end = bounds
    tree = Tree(apply_edits(site.tree.text[:end], [edit])[start:])
    units = tree.root.find_all(kind="unit_expression")
    return sum((one.parent() or one).kind() == "arguments" for one in units) + sum(
        any(child.kind() in POSTFIX for child in one.children())
        for one in tree.root.find_all(kind="parenthesized_expression")
    )


def _crowded(site: Site, lines: Lines, bounds: tuple[int, int]) -> Iterator[tuple[TextEdit, str]]:
    """Yield the removal of one of two braces side by side, which rustfmt would have parted."""
    numbers = range(lines.number(bounds[0]), lines.number(max(bounds[0], bounds[1] - 1)) + 1)
    for number in numbers:
        for found in re.finditer(rb"^\s*\}\}|\{\{\s*$", lines.line(number)):
            at = lines.starts[number] + found.end() - (1 if found[0].endswith(b"}") else 0)
            if found[0].strip() == b"{{":
                at = lines.starts[number] + found.start()
            text = site.slice(at, at + 1)
            yield site.edit(at, at + 1, ""), f"Remove the second `{text}`"


def _announced(site: Site, lines: Lines, bounds: tuple[int, int]) -> Iterator[tuple[TextEdit, str]]:
    """Yield places for an opener that the parser says is missing for a closer it names."""
    for label, found in site.labels(r"missing open `(.)` for this delimiter"):
        opener, at = found[1], label.span.start
        start, _ = lines.bounds(lines.number(at))
        words = {token.text for token in tokens(site.tree.text, *bounds)}
        words |= {one.text for one in tokens(site.tree.text) if one.text[:1].isalpha()}
        inside = tokens(lines.text, start, at)
        if opener == "[":
            for match in re.finditer(rb"#!?", lines.text[start:at]):
                yield site.insert(start + match.end(), opener), f"Add the missing `{opener}`"
        for token in reversed(inside):
            # a name nobody knows may be two: `push(x)` without its bracket is `pushx)`
            name = token.text
            if not re.fullmatch(r"[A-Za-z_]\w+", name) or _written(site, name) > 1:
                continue
            for cut in range(len(name) - 1, 0, -1):
                left, right = name[:cut], name[cut:]
                if left in words and (right in words or right.isdigit()):
                    place = token.start + len(left.encode())
                    yield site.insert(place, opener), f"Add the missing `{opener}`"


def _written(site: Site, name: str) -> int:
    return len(re.findall(rb"\b%s\b" % re.escape(name.encode()), site.tree.text))


def quotes(site: Site) -> Iterator[Candidate]:
    """Close, or open, a string whose quote is missing."""
    if not _is_syntax(site):
        return
    lines = Lines(site.tree.text)
    for number in odd_lines(site, lines):
        line = lines.line(number)
        start, end = lines.bounds(number)
        bounds = item_slice(site.tree.text, lines, start, end)
        prior = 0.7
        tries = ((site.insert(p, '"'), "Close the string") for p in _quote_places(line, start))
        for edit, words in islice(parsing(site, tries, bounds), 5):
            yield site.fix("quote", words, edit, prior=prior)
            prior *= 0.8


def odd_lines(site: Site, lines: Lines) -> Iterator[int]:
    """Yield the few lines near the error on which a quote has no partner, likeliest first."""
    last = lines.number(min(site.span.start, len(site.tree.text)))
    # every string after the slip is read inside out, so the first that spans lines is suspect
    spanning = (
        lines.number(token.start)
        for token in tokens(site.tree.text)
        if "\n" in token.text and not token.text.startswith(("r", "br"))
    )
    nearby = range(last, max(-1, last - 100), -1)
    odd = (n for n in chain(islice(spanning, 8), nearby) if _odd_quotes(lines.line(n)))
    yield from islice(dict.fromkeys(odd), 4)


def parsing(
    site: Site, tries: Iterable[tuple[TextEdit, str]], bounds: tuple[int, int]
) -> Iterator[tuple[TextEdit, str]]:
    """Yield those edits after which the bytes between ``bounds`` parse; few are tried."""
    seen = set()
    for edit, words in islice(tries, TRIES):
        if edit not in seen and parses(site, [edit], bounds):
            yield edit, words
        seen.add(edit)


def parses(site: Site, edits: Sequence[TextEdit], bounds: tuple[int, int]) -> bool:
    """Whether ``edits`` lie between ``bounds``, and the bytes there parse with them made."""
    start, end = bounds
    inside = all(start <= edit.span.start and edit.span.end <= end for edit in edits)
    return inside and not Tree(apply_edits(site.tree.text[:end], edits)[start:]).broken()


def _is_syntax(site: Site) -> bool:
    return site.code in ("", "E0765", "E0758", "E0766", "E0762", "E0763", "E0585", "E0586") and (
        _WORDS.search(site.diagnostic.message) is not None
    )


def _slices(site: Site, lines: Lines) -> Iterator[tuple[int, int]]:
    """Yield the items that the labels lie in; the primary span may be the file's end."""
    size = len(site.tree.text)
    spans = [label.span for label in site.diagnostic.labels if label.span.file == site.span.file]
    for span in sorted(spans, key=lambda span: span.start):
        if span.start < size - 1:
            yield item_slice(site.tree.text, lines, span.start, span.start)
    if spans:
        first, last = min(s.start for s in spans), max(s.end for s in spans)
        yield item_slice(site.tree.text, lines, first, min(last, size))


def _suspects(all_: list[Token], lines: Lines) -> Iterator[Suspect]:
    """Yield delimiters that seem to have no partner, the surest first."""
    certain: list[Suspect] = []
    by_indent: list[Suspect] = []
    stack: list[Token] = []
    for token in all_:
        if token.text in CLOSER:
            stack.append(token)
        elif token.text in OPENER:
            if token.text == "}" and stack and stack[-1].text == "{":
                by_indent += _misaligned(stack[-1], token, lines)
            wanted = OPENER[token.text]
            if stack and stack[-1].text == wanted:
                stack.pop()
            elif any(one.text == wanted for one in stack[-3:]):
                while stack[-1].text != wanted:
                    certain.append(Suspect(stack.pop(), True, token.start))
                stack.pop()
            else:
                certain.append(Suspect(token, False, token.start))
    certain += [Suspect(one, True, all_[-1].end) for one in reversed(stack)]
    yield from sorted(by_indent, key=lambda one: one.limit)[:2]
    yield from certain


def _misaligned(open_: Token, close: Token, lines: Lines) -> list[Suspect]:
    first, last = lines.number(open_.start), lines.number(close.start)
    if first == last or lines.text[lines.starts[last] : close.start].strip():
        return []
    outer, inner = lines.indent(first), lines.indent(last)
    if outer > inner:
        return [Suspect(open_, True, close.start)]
    return [Suspect(close, False, close.start)] if outer < inner else []


def _mends(
    site: Site, suspect: Suspect, lines: Lines, bounds: tuple[int, int]
) -> Iterator[tuple[TextEdit, str]]:
    token = suspect.token
    removal = site.edit(token.start, token.end, "")
    if suspect.opens:
        closer = CLOSER[token.text]
        for number, (place, text) in enumerate(
            _closing_places(token, suspect.limit, lines, bounds)
        ):
            if number == _FIRST:
                yield removal, f"Remove this `{token.text}`"
            yield site.insert(place, text or closer), f"Close the `{token.text}` with `{closer}`"
        yield removal, f"Remove this `{token.text}`"
        return
    opener = OPENER[token.text]
    for number, place in enumerate(_opening_places(token, lines, bounds)):
        if number == _FIRST:
            yield removal, f"Remove the unmatched `{token.text}`"
        spaced = f" {opener}" if opener == "{" else opener
        yield site.insert(place, spaced), f"Add the missing `{opener}`"
    yield removal, f"Remove the unmatched `{token.text}`"


def _closing_places(
    token: Token, limit: int, lines: Lines, bounds: tuple[int, int]
) -> Iterator[tuple[int, str]]:
    """Yield offsets where the partner of ``token`` may stand, with the text if not just itself."""
    number = lines.number(token.start)
    end = lines.bounds(number)[1]
    if token.text == "{":
        indent = lines.indent(number)
        for below in range(number + 1, min(lines.number(bounds[1] - 1) + 1, len(lines.starts))):
            if not lines.blank(below) and lines.indent(below) <= indent:
                text = lines.line(below).lstrip()
                at = lines.starts[below]
                pad = lines.line(number)[:indent].decode(errors="replace")
                if text.startswith(b"else"):
                    yield at + indent, "} "
                else:
                    # a closing line may have lost its `}`: `);` for `});`
                    yield at + lines.indent(below), "}"
                    yield at, f"{pad}}}\n"
                break
    inside = tokens(lines.text, token.end, max(end, token.end))
    if token.text != "{" and (not inside or inside[0].text in (".", "{", ";", "?", ",")):
        yield token.end, ""
    yield from ((place, "") for place in _ranked(inside, end))
    last = lines.number(limit)
    for below in range(number + 1, min(last + 1, number + 40)):
        line_start, line_end = lines.bounds(below)
        if below == last:
            line_end = limit
        inside = tokens(lines.text, line_start, line_end)
        if token.text != "{" and inside:
            first = inside[0].start
            yield first, ""
            yield from ((place, "") for place in _ranked(inside, line_end))


def _ranked(inside: list[Token], end: int) -> list[int]:
    """Return the borders of tokens on a line, those where a bracket mostly closes first."""
    order = {";": 0, "{": 1, "?": 2, ",": 3, ")": 3, "]": 3, "}": 3, ".": 4, "=>": 4}
    places: list[tuple[int, int]] = []
    for index, token in enumerate(inside):
        if index or token.text in (")", "]", "}", ";", ","):
            before = inside[index - 1].end if index else token.start
            places.append((order.get(token.text, 6), before))
    if inside:
        places.append((0 if inside[-1].text not in ";,{" else 5, inside[-1].end))
    return [place for _, place in sorted(places, key=lambda pair: (pair[0], -pair[1]))]


def _opening_places(token: Token, lines: Lines, bounds: tuple[int, int]) -> Iterator[int]:
    number = lines.number(token.start)
    start, _ = lines.bounds(number)
    if token.text == "}":
        indent = lines.indent(number)
        for above in range(number - 1, max(lines.number(bounds[0]) - 1, number - 400), -1):
            if lines.blank(above):
                continue
            if lines.indent(above) == indent and not lines.line(above).lstrip().startswith(b"//"):
                inside = tokens(lines.text, *lines.bounds(above))
                if inside:
                    yield inside[-1].end
                    arrows = [one.end for one in inside if one.text in ("=>", "else", "=", "(")]
                    yield from reversed(arrows)
            if lines.indent(above) < indent:
                break
    for above in range(number, max(-1, number - 6), -1):
        start, end = lines.bounds(above)
        inside = tokens(lines.text, start, token.start if above == number else end)
        names = [one.end for one in inside if re.match(r"\w", one.text)]
        yield from reversed(names)
        yield from reversed([one.start for one in inside])


def _odd_quotes(line: bytes) -> bool:
    """Whether a string on this line is not closed, apart from those that go on below."""
    plain = re.sub(rb"""'(?:\\.|[^\\'])'|//.*$""", b"", line)
    return len(re.findall(rb'(?<!\\)"', plain)) % 2 == 1


def _quote_places(line: bytes, start: int) -> Iterator[int]:
    first = line.rfind(b'"')
    ends = [match.start() for match in re.finditer(rb"[)\],;]+\s*$|$", line)]
    ends += [match.start() for match in re.finditer(rb"[),\]};.]|\s*=>", line)]
    if first >= 0 and line.lstrip().startswith(b"#"):
        # in an attribute a string is a word
        word = re.match(rb'"[\w.:-]*', line[first:])
        ends.insert(0, first + len(word[0]) if word else first)
    opening = re.search(rb"[\w.!?]+$", line[:first])
    if opening is not None and opening[0] not in (b"b", b"c", b"r", b"br"):
        # what stands right before a quote is in the string that it ends
        ends.insert(0, opening.start())
    for place in dict.fromkeys(ends):
        if place != first:
            yield start + place
    for match in re.finditer(rb"[(,=\[]\s*|\bb(?=\W)", line):
        yield start + match.end()
