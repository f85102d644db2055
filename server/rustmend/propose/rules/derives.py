"""Traits that a type of one's own lacks and could derive."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rustmend.domain import Candidate, Span, TextEdit
from rustmend.propose.derives import DERIVED
from rustmend.propose.rules.library import Place, find
from rustmend.propose.rules.site import Site

NEEDS = {"Eq": ("PartialEq",), "Copy": ("Clone",), "Ord": ("PartialEq", "Eq", "PartialOrd"),
         "PartialOrd": ("PartialEq",)}  # fmt: skip
_BY_METHOD = {
    "clone": "Clone", "cmp": "Ord", "partial_cmp": "PartialOrd", "eq": "PartialEq",
    "default": "Default", "hash": "Hash", "fmt": "Debug", "max": "Ord", "min": "Ord",
    "sort": "Ord", "contains": "PartialEq", "entry": "Hash", "insert": "Hash",
}  # fmt: skip
# what is derived right after what it needs
_PAIRS = {"Eq": "PartialEq", "Ord": "PartialOrd"}
_BY_CONVERSION = frozenset({"to_owned", "to_string", "iter", "as_ref", "into", "to_vec", "unwrap"})


def derives(site: Site) -> Iterator[Candidate]:
    """Derive the missing trait on the type of the workspace that lacks it."""
    if site.code not in ("E0277", "E0599", "E0369", "E0382", "E0507", "E0204", "E0600", "E0004",
                         "E0184", "E0308", "E0505"):  # fmt: skip
        return
    traits = [name for name in _traits(site) if name in DERIVED]
    if not traits:
        return
    # a call that copies text or lends is likelier too much than its trait too little
    prior = 0.3 if site.code == "E0599" and site.source in _BY_CONVERSION else 0.6
    for name in _types(site):
        for place in find(site.context, site.span.file, name, "struct", "enum", "union"):
            for together in dict.fromkeys((_lacking(site, name), _ever_lacking(site, name))):
                if len(together) > 1:
                    listed = ", ".join(f"`{trait}`" for trait in together)
                    yield site.fix("derive", f"Derive {listed} for `{name}`",
                                   _derived(place, together), prior=0.85)  # fmt: skip
            for trait in traits[:3]:
                names = [*NEEDS.get(trait, ()), trait]
                yield site.fix("derive", f"Derive `{trait}` for `{name}`",
                               _derived(place, names), prior=prior)  # fmt: skip
                yield site.fix("derive", f"Derive only `{trait}` for `{name}`",
                               _derived(place, [trait]), prior=prior * 0.8)  # fmt: skip
                prior *= 0.8


def _traits(site: Site) -> list[str]:
    words = site.words()
    found = re.findall(r"trait `(?:\w+::)*(\w+)|(?:doesn't implement|: |derive\()`?(?:\w+::)*(\w+)",
                       words)  # fmt: skip
    names = [first or second for first, second in found]
    if site.code == "E0369" or "can't compare" in words:
        operator = re.search(r"binary operation `(\S+)`", words)
        ordered = bool(operator and operator[1] in ("<", ">", "<=", ">="))
        names.insert(0, "PartialOrd" if ordered else "PartialEq")
    if site.code in ("E0382", "E0507", "E0505"):
        names += ["Copy", "Clone"]
    if site.code == "E0599" and site.source in _BY_METHOD:
        names.insert(0, _BY_METHOD[site.source])
    return list(dict.fromkeys(names))


def _ever_lacking(site: Site, name: str) -> tuple[str, ...]:
    """Return all that any error says ``name`` lacks: two at one place are mended together only."""
    found = {trait for one in site.context.diagnostics if f"`{name}" in one.message
             for trait in _lacking(replace(site, diagnostic=one), name)}  # fmt: skip
    return tuple(trait for trait in DERIVED if trait in found)


def _lacking(site: Site, name: str) -> tuple[str, ...]:
    """Return all that the compiler says ``name`` lacks, with what that needs, as is customary."""
    said = re.findall(rf"\b{name}(?:<[^`]*>)?: (?:\w+::)*(\w+)", site.words())
    said += re.findall(rf"annotating `{name}` with `#\[derive\(([^)]*)\)", site.words())
    said += re.findall(rf"^`{name}(?:<[^`]*>)?` doesn't implement `(\w+)`", site.diagnostic.message)
    named = {trait for text in said for trait in re.findall(r"\w+", text)}
    named |= {need for trait in named for need in NEEDS.get(trait, ())}
    return tuple(trait for trait in DERIVED if trait in named)


def _types(site: Site) -> list[str]:
    named = re.findall(r"`[^`]*`", site.words())
    names = [name for text in named for name in re.findall(r"\b[A-Z]\w*", text)]
    return [name for name in dict.fromkeys(names) if name not in DERIVED][:8]


def _derived(place: Place, names: Sequence[str]) -> TextEdit:
    """Return the edit that adds ``names`` to the type's derive, in the customary order."""
    before = place.node.prev()
    while before is not None and before.kind() in ("attribute_item", "line_comment"):
        found = re.match(r"#\[derive\((.*)\)\]$", before.text(), re.S)
        if found:
            have = re.findall(r"[\w:]+", found[1])
            new = [name for name in names if name not in have]
            at = place.tree.bounds(before)[0] + before.text().index("(") + 1
            end = place.tree.bounds(before)[1] - 2
            pair = next(
                (n for n, one in enumerate(have) if new and one == _PAIRS.get(new[0])), None
            )
            after = have[pair + 1 :] if pair is not None else have
            later = next((one for one in after if new and _before(new[0], one, place)), None)
            later = after[0] if pair is not None and after else later
            if later is not None:
                offset = re.search(rf"(?<![\w:]){re.escape(later)}\b", found[1])
                at += len(found[1][: offset.start()].encode()) if offset is not None else 0
                return TextEdit(Span(place.file, at, at), f"{', '.join(new)}, ")
            return TextEdit(Span(place.file, end, end), "".join(f", {name}" for name in new))
        before = before.prev()
    start = place.tree.bounds(place.node)[0]
    text = f"#[derive({', '.join(names)})]\n{place.tree.indent(start)}"
    return TextEdit(Span(place.file, start, start), text)


def _before(first: str, second: str, place: Place) -> bool:
    """Whether ``first`` is derived before ``second``, as elsewhere in the file or by custom."""
    pattern = r"derive\([^)]*\b%s\b[^)]*\b%s\b"
    text = place.tree.text.decode(errors="replace")
    there = len(re.findall(pattern % (first, second), text))
    back = len(re.findall(pattern % (second, first), text))
    if there != back:
        return there > back
    if first not in DERIVED or second not in DERIVED:
        return False
    return DERIVED.index(first) < DERIVED.index(second)
