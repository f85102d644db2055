"""What is wrong with an entry's rewrites before they are ever tried on code."""

import re
from collections.abc import Iterator, Mapping

from rustmend.knowledge.entries import Entry
from rustmend.knowledge.pattern import METAVARIABLE, Part, metavariables, rule
from rustmend.knowledge.rewrite import Rewrite, templates
from rustmend.syntax import parse, walk

PLACES = ("primary", "label", "note", "item", "file")
NAME = re.compile(r"(?<![\w'])(?<!\w::)[A-Za-z_]\w*")
BROUGHT = re.compile(r"\b(?:let|for)\s+(?:mut\s+)?(\w+)|\|\s*(\w+)\s*\||#!?\[(\w+)")
NAMING = {  # what declares a name, and the field that holds it
    "function_item": "name", "function_signature_item": "name", "struct_item": "name",
    "enum_item": "name", "union_item": "name", "trait_item": "name", "type_item": "name",
    "mod_item": "name", "const_item": "name", "static_item": "name", "enum_variant": "name",
    "field_declaration": "name", "macro_definition": "name", "parameter": "pattern",
    "let_declaration": "pattern",
}  # fmt: skip


def faults(entry: Entry, broken: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the faults of an entry whose broken program has the files ``broken``."""
    own = _own_names(broken)
    for number, rewrite in enumerate(entry.rewrites, 1):
        which = f"rewrite {number} ({rewrite.title})"
        if entry.code is None and not rewrite.message:
            yield f"{which}: where there is no code, `message` is needed"
        yield from (f"{which}: {fault}" for fault in _shape(rewrite))
        for name in sorted(_literals(rewrite) & own):
            yield f"{which}: `{name}` is a name of this program only; use a metavariable"


def _shape(rewrite: Rewrite) -> Iterator[str]:
    if not rewrite.edit:
        yield "it has no [[rewrite.edit]]"
    regexes = [rewrite.message, *(part.at.partition(":")[2].strip() for part in rewrite.edit)]
    bound = {"TEXT"}
    for regex in regexes:
        try:
            bound |= set(re.compile(regex).groupindex)
        except re.error as error:
            yield f"{regex!r} is no regular expression: {error}"
    for part in rewrite.edit:
        bound |= metavariables(part.pattern)
        yield from _part(part)
    for template in templates(rewrite):
        for name in sorted(metavariables(template) - bound):
            yield f"`${name}` is bound by no pattern and no regular expression"


def _part(part: Part) -> Iterator[str]:
    kind, _, regex = part.at.partition(":")
    if kind not in PLACES or (kind in ("label", "note")) != bool(regex.strip()):
        yield f"`at` is none of primary, label: REGEX, note: REGEX, item, file: {part.at!r}"
    ways = [part.replace, part.before, part.after, part.use, part.delete or None]
    if sum(way is not None for way in ways) != 1:
        yield "each edit has exactly one of `replace`, `before`, `after`, `delete`, `use`"
    if part.pattern or part.selector:
        try:
            parse(b"").root.find({"rule": rule(part.pattern, part.selector)})
        except RuntimeError as error:
            yield f"`pattern` {part.pattern!r}: {_reason(error)}"


def _literals(rewrite: Rewrite) -> set[str]:
    """Return the identifiers that patterns and templates name outright.

    Those that they bring with them (``let NAME``, ``|NAME|``, ``#[NAME]``) or look up in what they
    name (``HashMap::new``) are no one's own.
    """
    texts = [*templates(rewrite)[1:], *(part.pattern for part in rewrite.edit)]
    plain = [METAVARIABLE.sub(" ", text) for text in texts]
    brought = {name for text in plain for names in BROUGHT.findall(text) for name in names}
    return {name for text in plain for name in NAME.findall(text)} - brought


def _own_names(files: Mapping[str, bytes]) -> set[str]:
    """Return the names that the program declares and nobody else would have.

    One letter is nobody's own, and neither is what an impl of a std trait must be called.
    """
    names: set[str] = set()
    traits: set[str] = set()
    implemented: list[tuple[str, str]] = []
    for text in files.values():
        for node in walk(parse(text).root):
            field = NAMING.get(node.kind())
            name = node.field(field) if field else None
            if name is None:
                continue
            impls = [parent for parent in node.ancestors() if parent.kind() == "impl_item"]
            trait = impls[0].field("trait") if impls else None
            if node.kind() == "trait_item":
                traits.add(name.text())
            if trait is not None and node.kind() in ("function_item", "type_item", "const_item"):
                implemented.append((trait.text().split("<")[0], name.text()))
            else:
                names |= {part.text() for part in walk(name) if part.kind().endswith("identifier")}
    names |= {name for trait, name in implemented if trait in traits}
    return {name for name in names if len(name) > 1 and name not in ("self", "Self", "main")}


def _reason(error: RuntimeError) -> str:
    """Return the last cause that ast-grep names, without its stack."""
    causes = re.findall(r"^\s*\d+: (.*)$", str(error).partition("Stack backtrace")[0], re.MULTILINE)
    return causes[-1] if causes else "cannot be read"
