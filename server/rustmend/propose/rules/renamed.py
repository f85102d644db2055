"""A name that changed where it is defined and not where it is used: all uses follow at once."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from weakref import WeakKeyDictionary

from ast_grep_py import SgNode

from rustmend.domain import Candidate, Diagnostic, Span, TextEdit
from rustmend.propose.dependencies import direct_versions
from rustmend.propose.rules.library import definitions, files
from rustmend.propose.rules.likeness import likeness
from rustmend.propose.rules.names import STD
from rustmend.propose.rules.site import Site, around, is_pattern
from rustmend.propose.rules.types import clean, head
from rustmend.propose.scope import locals_at
from rustmend.sources import Sources
from rustmend.syntax import Tree, walk

FIELD, METHOD, VARIANT, ITEM = "field", "method", "variant", "item"
_FIELDS = frozenset({"E0609", "E0560", "E0026", "E0615", "E0559"})
_ITEMS = frozenset({"E0425", "E0412", "E0433", "E0405", "E0422", "E0531", "E0404", "E0574", "E0432",
                    "E0423", "E0532", "E0576", "E0583"})  # fmt: skip
# What is missed as such a thing, by the compiler's word for it
TYPES = ("struct", "enum", "type", "union", "trait")
_WORDS = {
    "type": TYPES, "trait": ("trait", "type"), "struct": TYPES, "function": ("fn", "struct"),
    "value": ("const", "static", "fn", "struct"), "macro": ("macro_rules!",),
    "unit struct": ("struct", "const"), "tuple struct": ("struct",),
}  # fmt: skip
_Places = tuple[list[tuple[Span, str]], list[tuple[Span, str]]]
_PLACES: WeakKeyDictionary[Sources, dict[object, _Places]] = WeakKeyDictionary()
_COUNTS: WeakKeyDictionary[Sources, dict[Path, Counter[str]]] = WeakKeyDictionary()
_OWNERS = ("struct_item", "enum_item", "union_item", "enum_variant")
_MOST = 3
# A name that no place uses is one that came new; one that is used and much alike may have followed
_UNUSED, _ALIKE, _USED = 1.0, 0.7, 0.25


@dataclass(frozen=True, slots=True)
class Missing:
    """A name that is used and not defined; ``owner`` is the type that should have it."""

    name: str
    what: str
    owner: str
    span: Span


@dataclass(frozen=True, slots=True)
class Renamed:
    """A definition that may be the missing one under its new name."""

    name: str
    prior: float
    place: Span


def followed(site: Site) -> Iterator[Candidate]:
    """Use the name that the definition has now, wherever the old one stands."""
    missing = missing_name(site.diagnostic, site.context.sources.tree(site.span.file))
    if missing is None or _of_dependency(site, missing):
        return
    found = sorted(_renamed(site, missing), key=lambda one: -one.prior)[:_MOST]
    if not found:
        return
    told_places, places = spots(site, missing)
    for one in found:
        told = {span: text.format(one.name) for span, text in told_places}
        everywhere = {span: text.format(one.name) for span, text in places} | told
        for edits, prior in ((everywhere, 1.0), (told, 0.8)):
            if len(edits) > 1 or one.prior > 0.5:
                number = len(edits)
                title = f"Follow the new name `{one.name}` of `{missing.name}`"
                title += f" at {number} places" if number > 1 else ""
                changes = (TextEdit(span, text) for span, text in edits.items())
                yield site.fix("renamed", title, *changes, prior=one.prior * prior)
            if len(told) == len(everywhere):
                break
        title = f"Call `{one.name}` `{missing.name}` again where it is defined"
        back = TextEdit(one.place, missing.name)
        yield site.fix("renamed back", title, back, prior=0.45 * one.prior)


def missing_name(diagnostic: Diagnostic, tree: Tree | None) -> Missing | None:
    """Return the name that ``diagnostic`` does not find, and where its identifier stands."""
    code, span, message = diagnostic.code or "", diagnostic.span, diagnostic.message
    if span is None or tree is None or span.end > len(tree.text):
        return None
    what, owner = ITEM, ""
    if code in _FIELDS:
        quoted = re.findall(r"`([^`]+)`", message)
        name, what = next((one for one in quoted if re.fullmatch(r"\w+", one)), ""), FIELD
        owners = re.search(r"(?:on type|struct|variant|union) `([^`]+)`", message)
        owner = _owner(owners[1]) if owners else ""
        if code == "E0560" and len(quoted) == 2:
            owner, name = _owner(quoted[0]), quoted[1]
    elif code == "E0599":
        told = re.search(r"no (?P<what>[\w ,]+?) named `(?P<name>\w+)` found for "
                         r"(?:[a-z][\w ]* )?`(?P<owner>[^`]+)`", message)  # fmt: skip
        if told is None:
            return None
        name, owner = told["name"], _owner(told["owner"])
        what = VARIANT if "variant" in told["what"] and name[:1].isupper() else METHOD
    elif code in ("E0407", "E0437", "E0438"):
        told = re.search(r"`(\w+)` is not a member of trait `(?:\w+::)*(\w+)", message)
        if told is None:
            return None
        name, owner, what = told[1], told[2], METHOD
    elif code == "E0220":
        told = re.search(r"associated type `([A-Z]\w*)` not found for `Self`", message)
        within = around(tree.smallest(span.start, span.end), "impl_item")
        type_ = within.field("type") if within is not None else None
        if told is None or type_ is None:
            return None
        name, owner, what = told[1], _owner(type_.text()), VARIANT
    elif code in _ITEMS:
        source = tree.text[span.start : span.end].decode(errors="replace")
        labels = " ".join(label.text for label in diagnostic.labels if label.primary)
        # of a path, the segment that is not found, which need not be the last
        named = [*re.findall(r"(?:no|could not find|find \w+) `(\w+)`", f"{labels} {message}"),
                 *re.findall(r"undeclared [\w ]+ `(\w+)`", message), source]  # fmt: skip
        name = next((one for one in named if re.fullmatch(r"\w+", one)
                     and re.search(rf"\b{one}\b", source)), "")  # fmt: skip
    else:
        return None
    if not re.fullmatch(r"[A-Za-z_]\w+", name):
        return None
    at = re.search(rb"\b%s\b" % name.encode(), tree.text[span.start : span.end])
    if at is None:
        return None
    place = Span(span.file, span.start + at.start(), span.start + at.end())
    return Missing(name, what, owner, place)


def sought(diagnostic: Diagnostic) -> tuple[str, ...]:
    """Return the kinds of items that may be what is not found, none if any may be."""
    told = re.search(r"(?:cannot find|expected) ((?:unit |tuple )?\w+)", diagnostic.message)
    return _WORDS.get(told[1], ()) if told else ()


def _of_dependency(site: Site, missing: Missing) -> bool:
    """Whether the path before the name leads into a dependency."""
    text = (site.context.sources.read(missing.span.file) or b"")[: missing.span.start]
    path = re.search(rb"(\w+)\s*::(?:\s*\w+\s*::)*\s*(?:\{[^{};]*)?$", text)
    if missing.what is not ITEM or path is None:
        return False
    crates = direct_versions(site.context, missing.span.file)
    return path[1].decode() in {"std", "core", "alloc", *(n.replace("-", "_") for n in crates)}


def _owner(type_: str) -> str:
    bare = clean(type_).lstrip("&").removeprefix("mut ")
    return head(re.sub(r"^(?:dyn|impl) ", "", bare))


def _renamed(site: Site, missing: Missing) -> Iterator[Renamed]:
    """Yield the definitions that the name may have now."""
    counts = _counts(site)
    seen: set[str] = set()
    options = [one for one in _options(site, missing) if one[0] != missing.name]
    defined = Counter(name for name, _ in options)
    fresh = [name for name in defined if counts[name] <= defined[name]]
    for name, place in options:
        if name in seen:
            continue
        seen.add(name)
        alike = likeness(missing.name, name)
        if missing.what in (FIELD, VARIANT) or site.code == "E0407":
            # the owner is known, so its only name that nobody uses is the one
            alike = max(alike, 0.7 if fresh == [name] else 0.1)
        elif alike < 0.4:
            continue
        close = _ALIKE if missing.owner and alike > 0.8 else _USED
        used = _UNUSED if name in fresh else close
        yield Renamed(name, (0.3 + 0.7 * alike) * used, place)


def _options(site: Site, missing: Missing) -> Iterator[tuple[str, Span]]:
    """Yield the names of what the missing one may be, with where they are defined."""
    if missing.what is ITEM:
        kinds = sought(site.diagnostic)
        near = missing.span.file
        for one in definitions(site.context, near, *kinds):
            if one.kind == "fn" and one.indent and not _free(site, one.file, one.start):
                continue
            if one.kind == "fn" and one.name.startswith("test"):
                continue
            if (one.name[:1].isupper()) == missing.name[:1].isupper():
                yield one.name, Span(one.file, one.start, one.start + len(one.name.encode()))
        return
    for file in files(site.context, missing.span.file):
        text = site.context.sources.read(file) or b""
        if missing.owner.encode() not in text:
            continue
        tree = site.context.sources.tree(file)
        if tree is not None:
            for node in _members(tree, missing):
                yield node.text(), Span(file, *tree.bounds(node))


def _members(tree: Tree, missing: Missing) -> Iterator[SgNode]:
    """Yield the name nodes of the fields, variants or methods of the owner."""
    if missing.what is METHOD:
        for owner in tree.root.find_all(any=[{"kind": "impl_item"}, {"kind": "trait_item"}]):
            type_ = owner.field("type") or owner.field("name")
            trait = owner.field("trait")
            if type_ is None or trait is not None or _owner(type_.text()) != missing.owner:
                continue
            body = owner.field("body")
            for one in body.children() if body is not None else []:
                name = one.field("name")
                if name is not None and one.kind() in (
                    "function_item", "function_signature_item", "associated_type", "const_item",
                ):  # fmt: skip
                    yield name
        return
    for owner in tree.root.find_all(any=[{"kind": kind} for kind in _OWNERS]):
        its, body = owner.field("name"), owner.field("body")
        if its is None or body is None or its.text() != missing.owner.split("::")[-1]:
            continue
        kind = "enum_variant" if missing.what is VARIANT else "field_declaration"
        for one in body.children():
            name = one.field("name")
            if one.kind() == kind and name is not None:
                yield name


def _free(site: Site, file: Path, start: int) -> bool:
    """Whether the function at ``start`` belongs to no type or trait."""
    tree = site.context.sources.tree(file)
    return tree is not None and around(tree.smallest(start, start), "impl_item",
                                       "trait_item") is None  # fmt: skip


def spots(site: Site, missing: Missing) -> _Places:
    """Return the places that the compiler complains of, and all there may be.

    Each comes with what belongs there, ``{}`` standing for the new name.
    """
    known = _PLACES.setdefault(site.context.sources, {})
    key = (missing.name, missing.what, missing.owner)
    if key not in known:
        known[key] = (list(_told(site, missing)), list(_everywhere(site, missing)))
    return known[key]


def _told(site: Site, missing: Missing) -> Iterator[tuple[Span, str]]:
    for one in site.context.diagnostics:
        span = one.span
        tree = site.context.sources.tree(span.file) if span is not None else None
        other = missing_name(one, tree) if one.is_error else None
        if tree is None or other is None or other.name != missing.name:
            continue
        if {other.what, missing.what} in ({missing.what}, {METHOD, ITEM}) and (
            other.owner == missing.owner or not other.owner or missing.what is METHOD
        ):
            yield other.span, _written(tree, other.span, missing.name)


def _everywhere(site: Site, missing: Missing) -> Iterator[tuple[Span, str]]:
    """Yield all places of the old name, where no other definition can be meant by it."""
    name = missing.name
    if name in STD or _defined(site, missing):
        return
    for file in files(site.context, missing.span.file):
        text = site.context.sources.read(file) or b""
        tree = site.context.sources.tree(file) if name.encode() in text else None
        if tree is None or not site.context.writable(file):
            continue
        for node in walk(tree.root):
            if node.is_leaf() and node.text() == name and _uses(tree, node, missing):
                span = Span(file, *tree.bounds(node))
                yield span, _written(tree, span, name)


def _defined(site: Site, missing: Missing) -> bool:
    """Whether something else of the kind has the old name."""
    name = missing.name
    if missing.what in (ITEM, METHOD):
        return any(one.name == name and (missing.what is ITEM or one.kind == "fn")
                   for one in definitions(site.context, missing.span.file)
                   if not (site.code == "E0407" and one.kind == "fn"))  # fmt: skip
    kind = "enum_variant" if missing.what is VARIANT else "field_declaration"
    for file in files(site.context, missing.span.file):
        text = site.context.sources.read(file) or b""
        tree = site.context.sources.tree(file) if name.encode() in text else None
        for one in tree.root.find_all(kind=kind) if tree is not None else []:
            its = one.field("name")
            if its is not None and its.text() == name:
                return True
    return False


def _uses(tree: Tree, node: SgNode, missing: Missing) -> bool:
    """Whether a leaf that reads like the missing name is a use of what it named."""
    kind, parent = node.kind(), node.parent()
    if parent is None:
        return False
    if parent.kind() == "token_tree" and missing.what is not ITEM:
        return _used_in_macro(node, missing)
    grand = parent.parent()
    called = grand is not None and grand.kind() in ("call_expression", "generic_function")
    if missing.what is FIELD:
        if kind == "shorthand_field_identifier":
            return True
        if parent.kind() == "shorthand_field_initializer":
            return False  # told by the compiler where it is one of this struct
        if kind != "field_identifier":
            return False
        if parent.kind() == "field_expression":
            return not called or parent != grand.field("function") if grand else True
        return parent.kind() in ("field_initializer", "field_pattern")
    if missing.what is METHOD:
        if kind == "field_identifier":
            return called
        return kind == "identifier" and parent.kind() == "scoped_identifier" and (
            parent.field("name") == node and _prefix(parent) in (missing.owner, "Self")
        )  # fmt: skip
    if missing.what is VARIANT:
        return kind == "identifier" and parent.kind() == "scoped_identifier" and (
            parent.field("name") == node and _prefix(parent) in (missing.owner, "Self")
        )  # fmt: skip
    if kind == "type_identifier":
        return True
    if kind != "identifier" or (is_pattern(node) and node.text()[:1].islower()):
        return False
    if parent.kind() == "token_tree":
        before = node.prev()
        return before is None or before.text() != "."
    start, _ = tree.bounds(node)
    return parent.kind() in ("scoped_identifier", "scoped_use_list", "use_list", "use_declaration",
                             "scoped_type_identifier", "use_as_clause") or (
        all(local.name != missing.name for local in locals_at(tree, start))
    )  # fmt: skip


def _used_in_macro(node: SgNode, missing: Missing) -> bool:
    """Whether a token of a macro's arguments reads like a use of a member."""
    before, after = node.prev(), node.next()
    called = after is not None and after.text().startswith("(")
    if before is None or node.kind() != "identifier":
        return False
    if before.text() == "." and missing.what is not VARIANT:
        return called is (missing.what is METHOD)
    owner = before.prev() if before.text() == "::" and missing.what is not FIELD else None
    return owner is not None and owner.text() in (missing.owner, "Self")


def _prefix(path: SgNode) -> str:
    before = path.field("path")
    return _owner(before.text()) if before is not None else ""


def _written(tree: Tree, span: Span, old: str) -> str:
    """Return how a name is written at ``span``: a field's short form keeps its variable."""
    node = tree.smallest(span.start, span.end)
    parent = node.parent()
    short = node.kind() in ("shorthand_field_identifier", "shorthand_field_initializer") or (
        parent is not None and parent.kind() == "shorthand_field_initializer"
    )
    return f"{{}}: {old}" if short else "{}"


def _counts(site: Site) -> Counter[str]:
    """Count the words of the workspace, once for each state and file."""
    known = _COUNTS.setdefault(site.context.sources, {})
    if site.span.file not in known:
        total: Counter[str] = Counter()
        for file in files(site.context, site.span.file):
            text = site.context.sources.read(file)
            if text is not None:
                total.update(_words(text))
        known[site.span.file] = total
    return known[site.span.file]


@lru_cache(maxsize=512)
def _words(text: bytes) -> Counter[str]:
    code = re.sub(rb"//[^\n]*", b"", text)
    return Counter(word.decode() for word in re.findall(rb"[A-Za-z_]\w*", code))
