"""Functions given to others by name that take other arguments than they are called with."""

import re
from collections.abc import Iterator, Sequence

from ast_grep_py import SgNode

from rustmend.domain import Candidate
from rustmend.propose.placeholders import plain_value, spelling, values_for
from rustmend.propose.rules.site import Site, around, short
from rustmend.propose.rules.types import listed
from rustmend.propose.scope import locals_at

Parameter = tuple[str, str]
"""The name and the type of one."""

_COUNT = re.compile(r"function is expected to take (\d+) .*takes (\d+) argument")
# what makes one type of another where a closure hands it on, after Python's `str.format`
_HANDED: tuple[tuple[str, str, str], ...] = (
    (r"Option<(?P<T>.+)>", r"(?P<T>.+)", "Some({})"),
    (r"(?P<T>\w+)", r"&(?P<T>.+)", "{}.clone()"),
    (r"String|PathBuf|OsString", r"&.*", "{}.into()"),
    (r"&(?:str|Path|OsStr|\[.*\])", r"(?!&).+", "&{}"),
)


def wrapped(site: Site) -> Iterator[Candidate]:
    """Give a closure that calls the function with what it takes of that, or more, or converted."""
    name = site.node if site.node.kind() != "arguments" else None
    function = _function(site)
    if name is None or function is None or not re.fullmatch(r"[\w:<>]+", site.source):
        return
    own = _parameters(function)
    count = _COUNT.search(site.diagnostic.message) if site.code == "E0593" else None
    if count is not None and int(count[2]) == len(own):
        wanted = int(count[1])
        ways = _fewer(site, own, wanted) if len(own) < wanted else _more(site, own, wanted)
    elif site.code == "E0631":
        ways = _converted(site, own)
    else:
        return
    for (taken, given), prior in ways:
        text = f"|{', '.join(taken)}| {site.source}({', '.join(given)})"
        title = f"Call `{short(site.source)}` in a closure, `{short(text, 48)}`"
        yield site.fix("callback", title, site.edit(site.span.start, site.span.end, text),
                       prior=prior)  # fmt: skip


_Ways = Iterator[tuple[tuple[list[str], list[str]], float]]


def _fewer(site: Site, own: Sequence[Parameter], wanted: int) -> _Ways:
    """Yield closures that leave out what the function no longer takes, by type or by place."""
    expected = _expected(site)
    names = [name for name, _ in own]
    prior = 0.6
    seen = set()
    starts = [*_matches(own, expected), *range(wanted - len(own), -1, -1)]
    for start in starts:
        places = range(start, start + len(own)) if isinstance(start, int) else start
        taken = ["_"] * wanted
        for place, name in zip(places, names, strict=True):
            taken[place] = name
        if tuple(taken) not in seen:
            seen.add(tuple(taken))
            yield (taken, names), prior
            prior *= 0.7


def _more(site: Site, own: Sequence[Parameter], wanted: int) -> _Ways:
    """Yield closures that supply what the function takes besides, from scope or plain."""
    locals_ = [one for one in locals_at(site.tree, site.span.start) if one.name != "self"]
    expected = _expected(site)
    found = _matches([("", type_) for type_ in expected], [type_ for _, type_ in own])
    prior = 0.6
    for places in [*found, range(wanted), range(len(own) - wanted, len(own))]:
        taken = [own[place][0] for place in places]
        given = []
        for place, (name, type_) in enumerate(own):
            if place in places:
                given.append(name)
                continue
            same = [one.name for one in locals_ if one.name == name]
            values = [text for text, _ in values_for(type_, locals_)]
            plain = plain_value(type_)
            given += [*same, *values, *([plain] if plain else [])][:1]
        if len(given) == len(own):
            yield (taken, given), prior
            prior *= 0.7


def _converted(site: Site, own: Sequence[Parameter]) -> _Ways:
    """Yield a closure that makes of each argument what the function takes."""
    said = re.search(
        r"expected function signature `(?:for<[^>]*> )?fn\((.*)\) -> .*\s+"
        r"found function signature `(?:for<[^>]*> )?fn\((.*)\) -> ",
        site.words(),
    )
    if said is None:
        return
    given, wanted = (_types(one) for one in said.groups())
    if not len(given) == len(wanted) == len(own):
        return
    handed = []
    for (name, _), have, want in zip(own, given, wanted, strict=True):
        text = name if spelling(have) == spelling(want) else _made(name, have, want)
        if text is None:
            return
        handed.append(text)
    yield ([name for name, _ in own], handed), 0.6


def _made(name: str, have: str, want: str) -> str | None:
    for wanted, found, text in _HANDED:
        to, from_ = re.fullmatch(wanted, spelling(want)), re.fullmatch(found, spelling(have))
        if to and from_ and to.groupdict() == from_.groupdict():
            return text.format(name)
    return None


def _function(site: Site) -> SgNode | None:
    """Return the function of the workspace that the error tells the arguments of."""
    for label, _ in site.labels(r"^takes \d+ argument|found signature defined here"):
        place = site.at(label)
        found = around(place.node, "function_item") if place is not None else None
        if found is not None:
            return found
    return None


def _parameters(function: SgNode) -> list[Parameter]:
    own = function.field("parameters")
    found: list[Parameter] = []
    for one in own.children() if own is not None else []:
        if one.kind() == "self_parameter":
            found.append(("it", one.text().replace("self", "Self")))
        elif one.kind() == "parameter":
            pattern, type_ = one.field("pattern"), one.field("type")
            plain = pattern is not None and pattern.kind() == "identifier"
            name = pattern.text() if pattern is not None and plain else f"x{len(found)}"
            found.append((name, type_.text() if type_ is not None else ""))
    return found


def _expected(site: Site) -> list[str]:
    """Return the types that the function is called with, where a bound at hand says so."""
    for label, _ in site.labels("required by this bound"):
        place = site.at(label)
        found = re.match(r"Fn(?:Mut|Once)?\((.*?)\)(?: ->|$)", place.source) if place else None
        if found is not None:
            return _types(found[1])
    return []


def _matches(own: Sequence[Parameter], others: Sequence[str]) -> list[list[int]]:
    """Return where in ``others`` the types of ``own`` are, in their order, if all are."""
    places: list[int] = []
    for _, type_ in own:
        rest = range(places[-1] + 1 if places else 0, len(others))
        place = next((at for at in rest if spelling(others[at]) == spelling(type_)), None)
        if place is None:
            return []
        places.append(place)
    return [places] if places else []


def _types(text: str) -> list[str]:
    return [one for one in listed(text) if one]
