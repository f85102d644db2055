"""Arms that a match lacks: as its neighbours are, and in words where they put theirs into words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from ast_grep_py import SgNode

from rustmend.domain import Candidate, TextEdit
from rustmend.propose.placeholders import plain_value
from rustmend.propose.rules.library import fields_of, find
from rustmend.propose.rules.site import Site, around, short
from rustmend.propose.rules.types import clean

_VARIANT = re.compile(r"(?:&(?:mut )?)*(?:\w+::)*?(?:(\w+)::)?(\w+)\s*(?:\(.*\)|\{.*\})?", re.S)
_FORMATS = re.compile(r"((?:write|writeln)!\(\w+, |format!\()\"")
_CASES = (str.lower, str.upper, str.title, str.capitalize)
_SHOWN = (("{%s}", 0.72), ("{%s:?}", 0.6))
_ORDINALS = ("first", "second", "third", "fourth")


@dataclass(frozen=True, slots=True)
class _Gap:
    """A match with its arms, and the patterns that rustc says it leaves out."""

    match: SgNode
    block: SgNode
    own: list[SgNode]
    missing: list[str]

    @property
    def prefix(self) -> str:
        """The path that neighbours' patterns start with: rustc drops it or spells it in full."""
        patterns = [pattern.text() for arm in self.own if (pattern := arm.field("pattern"))]
        found = (re.match(r"((?:\w+::)+)\w", text) for text in patterns)
        return next((one[1] for one in found if one), "")

    def arms(self, texts: Iterable[str]) -> list[str]:
        """Return an arm for each missing pattern, in whose text ``texts`` are the values."""
        pairs = zip(self.missing, texts, strict=True)
        return [f"{_pattern([pattern], self.prefix)} => {text}," for pattern, text in pairs]


def arms(site: Site) -> Iterator[Candidate]:
    """Cover what a match leaves out, as an arm of its neighbours does."""
    gap = _gap(site)
    if gap is None:
        return
    bodies: dict[str, float] = {}
    for index, arm in enumerate(reversed(gap.own)):
        value, pattern = arm.field("value"), arm.field("pattern")
        if value is not None and pattern is not None:
            bound = {n.text() for n in pattern.find_all(kind="identifier") if n.text().islower()}
            used = {n.text() for n in value.find_all(kind="identifier")}
            if not bound & used:
                bodies.setdefault(value.text(), 0.25 * 0.8**index)
    bodies.setdefault("{}", 0.15)
    yield from _passed_on(site, gap)
    for text, share in _ways_out(gap.match):
        bodies[text] = max(share, bodies.get(text, 0.0))
    for body, prior in sorted(bodies.items(), key=lambda pair: -pair[1])[:6]:
        for pattern_text, share in ((_pattern(gap.missing, gap.prefix), 1.0), ("_", 0.6)):
            text = f"{pattern_text} => {body},"
            yield _added(site, gap, [text], prior * share)


def _passed_on(site: Site, gap: _Gap) -> Iterator[Candidate]:
    """Cover one of two outcomes: the value goes on, the error goes back."""
    found = re.fullmatch(r"(Ok|Some|Err)\(_\)", "".join(gap.missing))
    if found is None:
        return
    declaration = gap.match.parent()
    pattern = declaration.field("pattern") if declaration is not None else None
    name = pattern.text() if pattern is not None and pattern.kind() == "identifier" else "value"
    texts = {f"{found[1]}({name}) => {name},": 0.5}
    if found[1] == "Err":
        used = re.search(rb"Err\((e|err|error)\)", site.tree.text)
        name = used[1].decode() if used else "err"
        texts = {f"Err({name}) => return Err({name}),": 0.5, f"Err({name}) => Err({name}),": 0.4}
    for text, prior in texts.items():
        yield _added(site, gap, [text], prior)


def _ways_out(match: SgNode) -> Iterator[tuple[str, float]]:
    """Yield what leaves the place of a match: the next round, or the function with nothing."""
    owner = around(match.parent(), "for_expression", "while_expression", "loop_expression",
                   "function_item", "closure_expression")  # fmt: skip
    if owner is not None and owner.kind() in ("for_expression", "while_expression",
                                              "loop_expression"):  # fmt: skip
        yield "continue", 0.2
    function = around(match, "function_item")
    result = function.field("return_type") if function is not None else None
    given = match.parent()
    while given is not None and given.kind() == "expression_statement":
        given = given.parent()
    if function is not None and given is not None and given == function.field("body"):
        # the match is what the function gives, so an arm gives a value of its type
        plain = plain_value(clean(result.text())) if result is not None else "{}"
        if plain is not None:
            yield plain, 0.6
    if result is None:
        yield "return", 0.1
    elif re.match(r"(?:\w+::)*Option\b", result.text()):
        yield "return None", 0.18
        yield "None", 0.12
    elif result.text() == "bool":
        yield "false", 0.12


def spelt(site: Site) -> Iterator[Candidate]:
    """Say of the variants left out what the neighbours say of theirs: their names, their fields."""
    gap = _gap(site)
    found = [_VARIANT.fullmatch(one) for one in gap.missing] if gap is not None else []
    if gap is None or not found or None in found:
        return
    variants = [(one[1] or "", one[2]) for one in found if one is not None]
    if texts := _named(gap, variants) or _analogous(gap, variants):
        yield _added(site, gap, texts, 0.9)
    for shown, prior in _SHOWN:
        if texts := _described(site, gap, variants, shown):
            yield _added(site, gap, texts, prior, made_up=True)


def _added(
    site: Site, gap: _Gap, texts: list[str], prior: float, *, made_up: bool = False
) -> Candidate:
    title = f"Add the arm `{short(' '.join(texts), 40)}`"
    return site.fix("arm", title, _new_arms(site, gap, texts), prior=prior, made_up=made_up)


def _gap(site: Site) -> _Gap | None:
    match = around(site.node, "match_expression") if site.code == "E0004" else None
    block = match.field("body") if match is not None else None
    if match is None or block is None:
        return None
    missing = re.findall(r"`([^`]+)`", site.diagnostic.message.split("not covered")[0])
    own = [child for child in block.children() if child.kind() == "match_arm"]
    return _Gap(match, block, own, missing)


def _named(gap: _Gap, variants: list[tuple[str, str]]) -> list[str]:
    """Return arms that give the names as all neighbours give theirs, none where they do not."""
    given = []
    for name, text in _neighbours(gap):
        literals = re.findall(r'"([^"\\]*)"', text)
        if not name or len(literals) != 1:
            return []
        given.append((name, literals[0], text))
    for joint, case in product(("_", " ", "-", ""), _CASES):
        if given and all(case(_parted(name, joint)) == said for name, said, _ in given):
            _, said, text = given[-1]
            before, after = text.split(f'"{said}"')
            return gap.arms(
                f'{before}"{case(_parted(name, joint))}"{after}' for _, name in variants
            )
    return []


def _analogous(gap: _Gap, variants: list[tuple[str, str]]) -> list[str]:
    """Return arms that give what is called as the variant, where all neighbours do."""
    values: set[tuple[str, ...]] = set()
    for mine, text in _neighbours(gap):
        said = rf"(?<!\w){mine}(?!\w)"
        if not mine or not re.search(said, text):
            return []
        values.add(tuple(re.sub(said, name, text) for _, name in variants))
    return gap.arms(values.pop()) if len(values) == 1 else []


def _neighbours(gap: _Gap) -> Iterator[tuple[str, str]]:
    """Yield of each arm the variant that it is for, "" where it is for none, and its value."""
    for arm in gap.own:
        pattern, value = arm.field("pattern"), arm.field("value")
        variant = _VARIANT.fullmatch(pattern.text()) if pattern is not None else None
        yield (variant[2] if variant else ""), (value.text() if value is not None else "")


def _parted(name: str, joint: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", joint, name)


def _described(site: Site, gap: _Gap, variants: list[tuple[str, str]], shown: str) -> list[str]:
    """Return arms that format the names and all fields, none where no neighbour formats."""
    values = [value.text() for arm in gap.own if (value := arm.field("value")) is not None]
    formats = next((one for text in values if (one := _FORMATS.match(text))), None)
    texts = []
    for pattern, (enum, name) in zip(gap.missing, variants, strict=True):
        fields = _fields(site, enum, name)
        if formats is None or fields is None:
            return []
        bound, names = fields
        each = [f"{one} {shown % one}" if bound[:1] == " " else shown % one for one in names]
        words = _parted(name, " ").lower() + (f": {', '.join(each)}" if each else "")
        path = _pattern([re.sub(r"\s*[({].*", "", pattern, flags=re.S)], gap.prefix)
        texts.append(f'{path}{bound} => {formats[1]}"{words}"),')
    return texts


def _fields(site: Site, enum: str, name: str) -> tuple[str, list[str]] | None:
    """Return the pattern that binds a variant's fields and their names, None if it is unknown."""
    variants = (one for place in find(site.context, site.span.file, enum, "enum")
                for one in place.node.find_all(kind="enum_variant"))  # fmt: skip
    for variant in variants:
        its = variant.field("name")
        if its is None or its.text() != name:
            continue
        names = [field for field, _ in fields_of(variant)]
        if names and not names[0].isdigit():
            return f" {{ {', '.join(names)} }}", names
        bound = ["value"] if len(names) == 1 else list(_ORDINALS[: len(names)])
        if len(bound) == len(names):
            return f"({', '.join(bound)})" if bound else "", bound
    return None


def _pattern(missing: list[str], prefix: str) -> str:
    # neighbours that start with a path see through references
    texts = [re.sub(r"^(?:&(?:mut )?)*(?:\w+::)+(?=[A-Z])", prefix, one) if prefix else one
             for one in missing]  # fmt: skip
    return " | ".join(texts) or "_"


def _new_arms(site: Site, gap: _Gap, texts: list[str]) -> TextEdit:
    if not gap.own:
        return site.insert(site.bounds(gap.block)[0] + 1, f" {' '.join(texts)} ")
    start, end = site.bounds(gap.own[-1])
    comma = "" if gap.own[-1].text().endswith((",", "}")) else ","
    return site.insert(end, comma + "".join(f"\n{site.indent(start)}{text}" for text in texts))
