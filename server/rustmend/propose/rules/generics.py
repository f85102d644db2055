"""Type parameters and their bounds, declared as the neighbours declare them."""

import re
from collections.abc import Iterable, Iterator

from ast_grep_py import SgNode

from rustmend.domain import Candidate
from rustmend.propose.rules.site import Site, ancestors, around, short
from rustmend.propose.rules.std_paths import STD_PATHS
from rustmend.propose.rules.types import clean, mismatch

OWNERS = ("function_item", "function_signature_item", "impl_item", "struct_item", "enum_item",
          "trait_item", "type_item")  # fmt: skip
USUAL = (("Vec<_>", 0.4), ("String", 0.2), ("HashMap<_, _>", 0.15), ("HashSet<_>", 0.12),
         ("u32", 0.05), ("i32", 0.05), ("usize", 0.05), ("f64", 0.05))  # fmt: skip
_PRELUDE = frozenset({"AsRef", "AsMut", "Default", "Extend", "FromIterator", "ToOwned", "ToString",
                      "TryFrom", "TryInto"})  # fmt: skip
RESULTS = {
    "collect": ("Vec<_>", "String", "HashMap<_, _>", "Result<Vec<_>, _>", "HashSet<_>"),
    "sum": ("u32", "usize", "f64", "i32", "u64"), "product": ("u32", "u64", "f64"),
    "parse": ("u32", "i32", "usize", "f64", "u64", "u16"),
}  # fmt: skip
UNBOUND = frozenset({
    "E0277", "E0599", "E0369", "E0382", "E0310", "E0309", "E0220", "E0282", "E0507", "E0308",
    "E0276", "E0311", "E0433", "E0576", "E0271", "E0614",
})  # fmt: skip


def parameter(site: Site) -> Iterator[Candidate]:
    """Declare the type parameter that is used, with the bounds that it has elsewhere."""
    name = site.source
    if site.code not in ("E0412", "E0425", "E0433", "E0405") or not re.fullmatch(
        "[A-Z]\\w{0,8}", name
    ):
        return
    texts = _declared_elsewhere(site, name)
    if not texts and len(name) > 2:
        return  # a type that is missing, not a parameter
    prior = 0.6
    for owner in [node for node in ancestors(site.node) if node.kind() in OWNERS][:2]:
        for text in [*texts, name][:4]:
            title = f"Declare the type parameter `{short(text)}`"
            edit = _declare(site, owner, name, text)
            if edit is not None:
                yield site.fix("type parameter", title, site.insert(*edit), prior=prior)
            prior *= 0.8


def bounds(site: Site) -> Iterator[Candidate]:
    """Give a type parameter the bounds, or an item the where clause, that its like have."""
    if site.code not in UNBOUND and not _dangling(site):
        return
    owners = [node for node in ancestors(site.node) if node.kind() in OWNERS][:2]
    names = {name for owner in owners for name in _parameters(owner)}
    if not _dangling(site) and not any(_mentions(site, name) for name in (*names, "Self")):
        return
    prior = 0.7
    seen = set()
    found = [_named_bounds(site, owner) for owner in owners]
    found += [each for owner in owners for each in (_clauses(site, owner), _inline(site, owner))]
    words = site.words()
    for index, group in enumerate(found):
        prior = min(prior, 0.7 if index < len(owners) else 0.5)
        for edit, text in group:
            traits = re.findall(r"\b[A-Z]\w+", text)
            named = _dangling(site) or any(re.search(rf"\b{one}\b", words) for one in traits)
            if index >= len(owners) and not named and site.code == "E0599":
                # a bound that has the method may not be named, but what is for debugging has none
                if "Debug" in traits or "Display" in traits:
                    continue
            elif index >= len(owners) and not named:
                prior = min(prior, 0.2)
            if (edit, text) not in seen:
                seen.add((edit, text))
                title = f"Add the bound `{short(text.strip(), 40)}`"
                yield site.fix("bound", title, site.edit(*edit, text), prior=prior)
                prior *= 0.9


def associated(site: Site) -> Iterator[Candidate]:
    """Say what a parameter's associated type is, where the bound leaves it open."""
    if site.code not in ("E0308", "E0271", "E0277", "E0369", "E0631"):
        return
    said = re.findall(r"associated type `<(\w+) as ([^`>]+)>::(\w+)` to `([^`]+)`", site.words())
    types = mismatch(site.diagnostic)
    open_ = re.fullmatch(r"<(\w+) as ([^>]+)>::(\w+)", types.found)
    if open_ and types.expected:
        said.append((*open_.groups(), types.expected))
    signatures = re.search(
        r"`fn\(<(\w+) as ([^`>]+)>::(\w+)\) -> _`\s+found closure signature `fn\((.+?)\) -> _`",
        site.words(),
    )
    built = re.search(r"type `(?:\w+::)*(?:Vec|VecDeque|HashSet|BTreeSet|Box|BinaryHeap)<([^`]+)>` "
                      r"cannot be built .* elements of type `<(\w+) as ([^`>]+)>::(\w+)`",
                      site.diagnostic.message)  # fmt: skip
    if signatures:
        said.append(signatures.groups())
    elif built:
        said.append((built[2], built[3], built[4], built[1]))
    for name, trait, item, type_ in dict.fromkeys(said):
        for owner in [node for node in ancestors(site.node) if node.kind() in OWNERS][:2]:
            for bound in _bounds_on(owner, name):
                if bound.text() == clean(trait) or bound.text() == trait:
                    end = site.bounds(bound)[1]
                    inside = bound.text().endswith(">")
                    text = f", {item} = {type_}" if inside else f"<{item} = {type_}>"
                    yield site.fix("bound", f"Say that `{item}` is `{type_}`",
                                   site.insert(end - inside, text), prior=0.8)  # fmt: skip


def _bounds_on(owner: SgNode, name: str) -> Iterator[SgNode]:
    for node in owner.find_all(any=[{"kind": "type_parameter"}, {"kind": "where_predicate"}]):
        its, bounds = node.field("name") or node.field("left"), node.field("bounds")
        if its is not None and bounds is not None and its.text() == name:
            yield from (child for child in bounds.children() if child.is_named())


def type_arguments(site: Site) -> Iterator[Candidate]:
    """Say a generic type where it cannot be inferred: as declared, returned, or usual."""
    if site.code not in ("E0282", "E0283", "E0284", "E0790", "E0107"):
        return
    declaration = around(site.node, "let_declaration")
    if declaration is not None and declaration.field("type") is None:
        pattern = declaration.field("pattern")
        if pattern is not None:
            end = site.bounds(pattern)[1]
            for type_, prior in (*_returned(site, pattern), *USUAL):
                yield site.fix("annotation", f"Annotate as `{type_}`",
                               site.insert(end, f": {type_}"), prior=prior)  # fmt: skip
    scope = declaration or around(site.node, "expression_statement", "function_item", "block")
    for call in scope.find_all(kind="call_expression") if scope is not None else []:
        function = call.field("function")
        name = function.field("field") if function is not None else None
        if name is None:
            continue
        prior = 0.45
        summed = re.search(r"cannot satisfy `_: (?:Sum|Product)<&?([^`>]+)>`", site.words())
        if summed and name.text() in ("sum", "product"):
            edit = site.insert(site.bounds(name)[1], f"::<{summed[1]}>")
            title = f"Write `{name.text()}::<{summed[1]}>()`"
            yield site.fix("turbofish", title, edit, prior=0.85)
        for type_ in RESULTS.get(name.text(), ()):
            edit = site.insert(site.bounds(name)[1], f"::<{type_}>")
            title = f"Write `{name.text()}::<{type_}>()`"
            yield site.fix("turbofish", title, edit, prior=prior)
            prior *= 0.6
    yield from _as_elsewhere(site)


def _returned(site: Site, pattern: SgNode) -> Iterator[tuple[str, float]]:
    """Yield the type that a function returns whose value is the binding."""
    function = around(site.node, "function_item")
    body, result = (
        (function.field(one) for one in ("body", "return_type")) if function else (None,) * 2
    )
    inside = [one for one in body.children() if one.is_named()] if body is not None else []
    name = pattern.text().removeprefix("mut ")
    if result is not None and inside and inside[-1].text() == name:
        yield result.text(), 0.6


def _as_elsewhere(site: Site) -> Iterator[Candidate]:
    """Yield the type arguments with which the same function is called elsewhere in the file."""
    name = site.source
    if not re.fullmatch(r"\w+", name):
        return
    text = site.tree.text.decode(errors="replace")
    for found in dict.fromkeys(re.findall(rf"\b{name}(::<[^()]*?>)\(", text)):
        yield site.fix("turbofish", f"Write `{name}{short(found)}`",
                       site.insert(site.span.end, found), prior=0.5)  # fmt: skip
    for type_ in ("String", "_", "&str", "()") if site.code != "E0107" else ():
        yield site.fix("turbofish", f"Write `{name}::<{type_}>`",
                       site.insert(site.span.end, f"::<{type_}>"), prior=0.1)  # fmt: skip


def _declared_elsewhere(site: Site, name: str) -> list[str]:
    found: dict[str, int] = {}
    for node in site.tree.root.find_all(kind="type_parameter"):
        its = node.field("name")
        if its is not None and its.text() == name:
            found[node.text()] = found.get(node.text(), 0) + 1
    # one with bounds is likelier the forgotten one: a bare one is rustc's own suggestion
    return sorted(found, key=lambda text: (":" not in text, -found[text]))


def _declare(site: Site, owner: SgNode, name: str, text: str) -> tuple[int, str] | None:
    parameters = owner.field("type_parameters")
    if parameters is not None:
        start, end = site.bounds(parameters)
        used = site.slice(end, site.bounds(owner)[1])
        for one in parameters.children():
            # parameters are declared in the order in which they are used
            other = re.split(r"\W", one.text())[0]
            if one.kind() == "type_parameter" and _first(used, name) < _first(used, other):
                return site.bounds(one)[0], f"{text}, "
        return (end - 1, f", {text}") if end - start > 2 else (start + 1, text)
    its = owner.field("name")
    if its is not None:
        return site.bounds(its)[1], f"<{text}>"
    start = site.bounds(owner)[0]
    at = start + owner.text().find("impl") + 4
    return at, f"<{text}>"


def _first(text: str, name: str) -> int:
    """Return where ``name`` stands first in ``text``, -1 where it does not."""
    found = re.search(rf"\b{name}\b", text)
    return found.start() if found else -1


def _dangling(site: Site) -> bool:
    """Whether a where clause names a parameter and then no bound."""
    return not site.code and "expected one of" in site.diagnostic.message and (
        around(site.tree.smallest(max(0, site.span.start - 1), site.span.start), "where_clause")
        is not None
        or b"where" in site.tree.text[max(0, site.span.start - 300) : site.span.start]
    )  # fmt: skip


def _mentions(site: Site, name: str) -> bool:
    return re.search(rf"`[^`]*\b{name}\b[^`]*`", site.words()) is not None


def _named_bounds(site: Site, owner: SgNode) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the bounds without which what the compiler names does not hold.

    ``Entry<T>: Clone`` holds, for a type that derives it, where ``T: Clone`` does.
    """
    own = owner.field("type_parameters")
    names = set(re.findall(r"[<,]\s*([A-Z]\w*)", own.text())) if own is not None else set()
    wanted: dict[tuple[str, str], None] = {}
    for type_, trait in re.findall(r"`([^`:]+): ((?:\w+::)*[A-Z]\w*(?:<[^`]*>)?)`", site.words()):
        for name in re.findall(r"\b[A-Z]\w*", type_):
            if name in names:
                wanted[(name, trait)] = None
    for type_, trait in re.findall(r"required for `([^`]+)` to implement `([^`]+)`", site.words()):
        wanted[(re.sub(r"<(\w+) as [^>]+>", r"\1", type_), clean(trait))] = None
    without = re.search(r"found for type parameter `(\w+)`", site.diagnostic.message)
    trait = owner.field("trait") if without is not None else None
    for suggestion in site.diagnostic.suggestions if without and trait else ():
        for edit in suggestion.edits:
            said = re.match(r"\s*[:+]\s*((?:\w+::)*(\w+))\W*$", edit.text)
            if without and trait and said and said[2] == trait.text().rpartition("::")[2]:
                # what is implemented by handing on is what the other has to have
                wanted[(without[1], trait.text())] = None
    for label in site.diagnostic.labels:
        # a reference is cloned where what it refers to cannot be
        place = site.at(label)
        cloned = re.fullmatch(r"`?&(Self|[A-Z])`?", label.text)
        if place is not None and cloned and place.source.endswith(".clone()"):
            wanted[(cloned[1], "Clone")] = None
    if moved := re.search(r"has type `(\w+)`, which does not implement the `Copy`", site.words()):
        wanted[(moved[1], "Clone")] = wanted[(moved[1], "Copy")] = None
    wanted = {pair: None for pair in wanted if pair[0] in names or not pair[0].isalnum()}
    clause = next((child for child in owner.children() if child.kind() == "where_clause"), None)
    habit = site.tree.text.count(b"where") > site.tree.text.count(b"T: ") // 2
    reached = [(name, _reached(site, trait)) for name, trait in wanted]
    for name, trait in [*_together(reached), *reversed(reached)]:
        end = len(site.tree.text[: site.bounds(clause)[1]].rstrip(b", \n")) if clause else 0
        at = head_end(site, owner)
        comma = "" if clause is not None and clause.text().strip() == "where" else ","
        where = (
            ((end, end), f"{comma} {name}: {trait}")
            if clause
            else ((at, at), f" where {name}: {trait} ")
        )
        inline = bound_beside(site, owner, name, trait)
        yield from (each for each in ((where, inline) if habit else (inline, where)) if each)


def _reached(site: Site, trait: str) -> str:
    """Return a trait of std as it can be written here: by its path, if nothing imports it."""
    name = re.match(r"\w+", trait)
    if name is None or trait.startswith(f"{name[0]}::") or name[0] in _PRELUDE:
        return trait
    paths = STD_PATHS.get(name[0], ())
    imported = re.search(rf"\buse\b[^;]*\b{name[0]}\b".encode(), site.tree.text)
    written = re.findall(rf"(?<![\w:])((?:\w+::)+{name[0]})\b", site.tree.text.decode("latin-1"))
    usual = max(dict.fromkeys(written), key=written.count, default="")
    path = paths[0] if len(paths) == 1 else usual
    return trait if imported or not path else path + trait[name.end() :]


def _together(wanted: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the bounds of a parameter that lacks several as one."""
    traits: dict[str, list[str]] = {}
    for name, trait in wanted:
        traits.setdefault(name, []).append(trait)
    for name, several in traits.items():
        if len(several) > 1 and set(several) != {"Copy", "Clone"}:
            yield name, " + ".join(several)


def bound_beside(
    site: Site, owner: SgNode, name: str, trait: str
) -> tuple[tuple[int, int], str] | None:
    """Return where and what to insert to bound a parameter that ``owner`` declares, if it does."""
    own = owner.field("type_parameters")
    for node in own.find_all(kind="type_parameter") if own is not None else []:
        its = node.field("name")
        if its is not None and its.text() == name:
            end = site.bounds(node)[1]
            return (end, end), f" + {trait}" if node.field("bounds") is not None else f": {trait}"
    return None


def _clauses(site: Site, owner: SgNode) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield where clauses of other items, for one that has none, and single missing bounds."""
    own = next((child for child in owner.children() if child.kind() == "where_clause"), None)
    names = _parameters(owner)
    if own is None:
        at = head_end(site, owner)
        found: dict[str, int] = {}
        for clause in site.tree.root.find_all(kind="where_clause"):
            named = set(re.findall(r"(?:where|,)\s*([A-Z]\w*)\s*:", clause.text()))
            if named and named <= names:
                found[clause.text()] = found.get(clause.text(), 0) + len(named)
        for text in sorted(found, key=lambda one: -found[one])[:3]:
            yield (at, at), f" {text} "
    if _dangling(site):
        before = site.tree.text[: site.span.start].decode(errors="replace")
        named_ = re.search(r"([A-Z]\w*)\s*$", before)
        for bound in _bounds_of(site, named_[1]) if named_ else []:
            yield (site.span.start, site.span.start), bound


def _inline(site: Site, owner: SgNode) -> Iterator[tuple[tuple[int, int], str]]:
    for node in owner.find_all(kind="type_parameter"):
        name = node.field("name")
        if name is None or node.field("bounds") is not None or not _mentions(site, name.text()):
            continue
        end = site.bounds(node)[1]
        for bound in _bounds_of(site, name.text()):
            yield (end, end), bound


def _bounds_of(site: Site, name: str) -> list[str]:
    """Return the bounds that parameters called ``name`` have in this file, commonest first."""
    found: dict[str, int] = {}
    for node in site.tree.root.find_all(
        any=[{"kind": "type_parameter"}, {"kind": "where_predicate"}]
    ):
        its, its_bounds = node.field("name") or node.field("left"), node.field("bounds")
        if its is not None and its_bounds is not None and its.text() == name:
            found[its_bounds.text()] = found.get(its_bounds.text(), 0) + 1
    return sorted(found, key=lambda one: -found[one])[:4]


def _parameters(owner: SgNode) -> set[str]:
    names = set()
    for node in ancestors(owner):
        parameters = node.field("type_parameters")
        if parameters is not None:
            names |= set(re.findall(r"[<,]\s*(?:const\s+)?([A-Z]\w*)", parameters.text()))
    return names


def head_end(site: Site, owner: SgNode) -> int:
    """Return where an item's head ends: before its body or semicolon, after its last part."""
    body = owner.field("body")
    end = site.bounds(body)[0] if body is not None else site.bounds(owner)[1] - 1
    return len(site.tree.text[:end].rstrip())
