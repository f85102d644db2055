"""Names that are not found: misspelt, without their path, or misspelt where they are bound."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from ast_grep_py import SgNode

from rustmend.domain import Candidate
from rustmend.propose.rules.library import definitions, find_text
from rustmend.propose.rules.site import Site, around
from rustmend.propose.rules.tokens import tokens
from rustmend.propose.scope import locals_at

UNKNOWN = frozenset({
    "E0425", "E0412", "E0433", "E0432", "E0405", "E0599", "E0609", "E0560", "E0026", "E0531",
    "E0532", "E0404", "E0407", "E0437", "E0438", "E0576", "E0220", "E0559", "E0574", "E0261",
    "E0408", "E0423", "E0424", "E0583", "E0635",
})  # fmt: skip
STD = (
    "collections", "convert", "fmt", "io", "iter", "ops", "rc", "sync", "cell", "borrow", "cmp",
    "error", "path", "time", "thread", "string", "str", "vec", "mem", "process", "env", "net",
    "num", "hash", "marker", "option", "result", "default", "HashMap", "HashSet", "BTreeMap",
    "BTreeSet", "VecDeque", "String", "Vec", "Option", "Some", "None", "Result", "Ok", "Err", "Box",
    "PathBuf", "Path", "Rc", "Arc", "RefCell", "Cell", "Mutex", "RwLock", "Duration", "Instant",
    "Display", "Debug", "Formatter", "Iterator", "IntoIterator", "FromStr", "FromIterator",
    "Default", "Clone", "PartialEq", "PartialOrd", "Ordering", "Deref", "AsRef", "From", "Into",
    "TryFrom", "Read", "Write", "BufRead", "BufReader", "Cow", "Error", "println", "format",
    "vec", "assert_eq", "assert", "usize", "isize", "bool", "char", "str", "self", "Self", "crate",
    "super", "push", "push_str", "insert", "remove", "contains", "contains_key", "len", "is_empty",
    "iter", "iter_mut", "into_iter", "collect", "clone", "unwrap", "unwrap_or", "unwrap_or_else",
    "unwrap_or_default", "expect", "map", "map_err", "and_then", "filter", "filter_map",
    "flat_map", "fold", "zip", "enumerate", "chain", "rev", "take", "skip", "any", "all", "find",
    "position", "max", "min", "sum", "count", "last", "nth", "next", "peek", "peekable", "split",
    "split_whitespace", "trim", "to_string", "to_owned", "to_vec", "to_lowercase", "to_uppercase",
    "starts_with", "ends_with", "replace", "parse", "chars", "bytes", "lines", "as_str", "as_ref",
    "as_mut", "as_bytes", "as_slice", "get", "get_mut", "entry", "or_insert", "or_default", "keys",
    "values", "values_mut", "sort", "sort_by", "sort_by_key", "dedup", "retain", "drain",
    "extend", "append", "pop", "truncate", "clear", "first", "swap", "reverse", "join", "concat",
    "ok_or", "ok_or_else", "is_some", "is_none", "is_ok", "is_err", "cloned", "copied", "borrow",
    "borrow_mut", "lock", "read", "write", "send", "recv", "spawn", "new", "with_capacity",
    "default", "from", "into", "try_from", "try_into", "eq", "cmp", "partial_cmp", "hash", "fmt",
    "abs", "pow", "sqrt", "min_by_key", "max_by_key", "windows", "chunks", "step_by",
    "wrapping_add", "saturating_sub", "checked_add", "checked_sub", "checked_mul", "to_le_bytes",
    "from_utf8",
)  # fmt: skip
KEYWORDS = frozenset({
    "as", "async", "await", "break", "const", "continue", "dyn", "else", "enum", "extern", "false",
    "fn", "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref",
    "return", "static", "struct", "trait", "true", "type", "unsafe", "use", "where", "while",
})  # fmt: skip
_AFFIXES = re.compile(r"^(?:get|is|set)_|_(?:mut|ref)$")
# What other types call it, in std
SIBLINGS: dict[str, tuple[str, ...]] = {
    "push": ("push_str", "insert", "push_back", "extend"), "push_str": ("push", "extend"),
    "add": ("push", "insert"), "append": ("extend", "push"), "extend": ("append", "push"),
    "insert": ("push", "entry"), "len": ("count", "as_str().len"), "count": ("len",),
    "size": ("len",), "length": ("len",), "empty": ("is_empty",), "isEmpty": ("is_empty",),
    "has": ("contains", "contains_key"), "contains": ("contains_key", "any"),
    "contains_key": ("contains",), "find": ("get", "position", "contains"),
    "get": ("nth", "first", "get_mut"), "nth": ("get",), "iter": ("into_iter", "iter_mut", "chars"),
    "into_iter": ("iter", "into_values"), "iter_mut": ("iter", "values_mut"),
    "map": ("and_then", "then"), "and_then": ("map", "flat_map", "filter_map"),
    "unwrap_or": ("unwrap_or_else", "unwrap_or_default"),
    "unwrap_or_else": ("unwrap_or", "or_else"),
    "ok_or": ("ok_or_else", "map_err"), "ok_or_else": ("ok_or",), "filter": ("filter_map",),
    "filter_map": ("filter", "map", "flat_map"), "flat_map": ("map", "filter_map"),
    "pop": ("pop_front", "pop_back", "remove", "take"), "remove": ("swap_remove", "take", "pop"),
    "first": ("front", "next"), "last": ("back", "next_back"), "push_back": ("push",),
    "to_str": ("as_str", "to_string"), "toString": ("to_string",), "as_string": ("to_string",),
    "as_str": ("as_ref", "as_bytes"), "as_slice": ("as_ref",), "as_ref": ("as_deref", "as_mut"),
    "borrow": ("as_ref", "lock"), "read": ("lock", "borrow"), "write": ("lock", "borrow_mut"),
    "join": ("concat",), "trim": ("trim_end", "strip"), "substr": ("get",), "chars": ("bytes",),
    "split": ("split_whitespace", "splitn"), "sort": ("sort_unstable", "sort_by"),
    "is_some": ("is_ok",), "is_ok": ("is_some",), "is_none": ("is_err",), "is_err": ("is_none",),
    "cloned": ("clone", "copied"), "copied": ("cloned", "clone"), "clone": ("cloned", "to_owned"),
    "expect": ("unwrap",), "sum": ("count", "fold"), "position": ("find",), "any": ("contains",),
}  # fmt: skip


def misspelt(site: Site) -> Iterator[Candidate]:
    """Spell the name as one that is known here."""
    name = site.source
    if site.code not in UNKNOWN or not re.fullmatch(r"\w+!?", name) or len(name) < 2:
        return
    often = _repeated(site, name)
    for known, prior in _alike(site, name)[:8]:
        if often or "impl Future" in site.diagnostic.message:
            prior *= 0.45
        yield site.fix("misspelt", f"Change `{name}` to `{known}`",
                       site.edit(site.span.start, site.span.end, known), prior=prior)  # fmt: skip


def affixed(site: Site) -> Iterator[Candidate]:
    """Call the workspace's own function whose name says a little more, or a little less."""
    name = site.source
    if site.code not in ("E0599", "E0425") or not re.fullmatch(r"[a-z]\w+", name):
        return
    bare = _AFFIXES.sub("", name)
    for one in dict.fromkeys(d.name for d in definitions(site.context, site.span.file, "fn")):
        if one != name and bare == _AFFIXES.sub("", one):
            yield site.fix("affixed", f"Change `{name}` to `{one}`",
                           site.edit(site.span.start, site.span.end, one), prior=0.75)  # fmt: skip


def misspelt_binding(site: Site) -> Iterator[Candidate]:
    """Rename the binding, where it and not its uses may be misspelt."""
    name = site.source
    if site.code not in ("E0425", "E0609", "E0560", "E0407", "E0432", "E0433", "E0412", "E0405",
                         "E0599", "E0026", "E0046"):  # fmt: skip
        return
    if site.code == "E0425" and re.fullmatch(r"[a-z_]\w*", name):
        for local in locals_at(site.tree, site.span.start):
            if (near := closeness(name, local.name)) and local.name != "self":
                title = f"Rename `{local.name}` to `{name}` where it is bound"
                once = site.tree.text.count(local.name.encode()) == 1
                once = once and _wordlike(name, site) > _wordlike(local.name, site)
                yield site.fix("binding", title, site.edit(local.start, local.end, name),
                               prior=(1.0 if once else 0.4) * near)  # fmt: skip
    if not re.fullmatch(r"\w+", name):
        return
    often = _repeated(site, name)
    for one in definitions(site.context, site.span.file):
        near = closeness(name, one.name)
        tree = site.context.sources.tree(one.file) if near > 0.6 else None
        if tree is not None:
            title = f"Rename `{one.name}` to `{name}` where it is defined"
            place = Site(site.diagnostic, site.context,
                         type(site.span)(one.file, one.start, one.start), tree)  # fmt: skip
            size = len(one.name.encode())
            same_case = one.name[:1].isupper() == name[:1].isupper()
            yield site.fix("binding", title, place.edit(one.start, one.start + size, name),
                           prior=(0.9 if often and same_case else 0.3) * near)  # fmt: skip
    for found in site.tree.root.find_all(kind="field_declaration"):
        its = found.field("name")
        if its is not None and site.code in ("E0609", "E0560", "E0026", "E0599"):
            near = closeness(name, its.text())
            if near:
                title = f"Rename the field `{its.text()}` to `{name}`"
                yield site.fix("binding", title, site.replace(its, name),
                               prior=(0.9 if often else 0.3) * near)  # fmt: skip


def _wordlike(name: str, site: Site) -> float:
    """Return which share of a name's runs of three letters is found elsewhere in the file."""
    text = re.sub(rf"\b{name}\b", "", site.tree.text.decode(errors="replace")).lower()
    runs = [name[at : at + 3].lower() for at in range(len(name) - 2)]
    return sum(run in text for run in runs) / len(runs) if runs else 0.0


def _repeated(site: Site, name: str) -> bool:
    """Whether the name is missing at several places: then it is its definition that changed."""
    places = set()
    for one in site.context.diagnostics:
        span = one.span
        text = site.context.sources.read(span.file) if span is not None else None
        if span is not None and text is not None and one.code == site.code:
            found = text[span.start : span.end].decode(errors="replace")
            if name in found and len(found) < len(name) + 20:
                places.add(span)
    return len(places) > 1


def sibling_method(site: Site) -> Iterator[Candidate]:
    """Call the method that this type has in place of one that another type has."""
    if site.code == "E0609":
        had = set(re.findall(r"`(\w+)`", site.words().partition("available field")[2]))
        for other in had.intersection(SIBLINGS.get(site.source, ())):
            yield site.fix("sibling method", f"Read `{other}` in place of `{site.source}`",
                           site.edit(site.span.start, site.span.end, other), prior=0.7)  # fmt: skip
    if site.code not in ("E0599", "E0308", "E0277", "E0061", "E0282", "E0631"):
        return
    seen: set[int] = set()
    for label in site.diagnostic.labels:
        place = site.at(label)
        if place is None or label.span.file != site.span.file:
            continue
        node: SgNode | None = place.node
        if node is not None and node.kind() != "field_identifier":
            call = around(node, "call_expression")
            function = call.field("function") if call is not None else None
            node = function.field("field") if function is not None else None
        if node is None or place.bounds(node)[0] in seen:
            continue
        seen.add(place.bounds(node)[0])
        prior = 0.5 if site.code == "E0599" else 0.25
        for other in SIBLINGS.get(node.text(), ()):
            title = f"Call `{other}` in place of `{node.text()}`"
            yield site.fix("sibling method", title, place.replace(node, other), prior=prior)
            prior *= 0.8


def qualified(site: Site) -> Iterator[Candidate]:
    """Put what is missing in front of a name: ``self.``, ``Self::``, a path used elsewhere."""
    name = site.source
    if site.code not in ("E0425", "E0412", "E0433", "E0405", "E0423", "E0531", "E0432", "E0574",
                         "E0422"):  # fmt: skip
        return
    if not re.fullmatch(r"\w+", name):
        return
    inside = site.tree.text[: site.span.start].rstrip().endswith(b"::")
    if site.code == "E0432":
        for prefix in ("crate::", "self::", "super::"):
            yield site.fix("path", f"Import from `{prefix}`",
                           site.insert(site.span.start, prefix), prior=0.3)  # fmt: skip
        return
    if name[:1].isupper():
        for owner in _enums_with(site, name):
            qualified = len(re.findall(rb"\b%s::" % owner.encode(), site.tree.text))
            yield site.fix("path", f"Write `{owner}::{name}`",
                           site.insert(site.span.start, f"{owner}::"),
                           prior=0.95 if qualified else 0.75)  # fmt: skip
    if inside:  # what can start a path alone has no place here
        return
    paths: Counter[str] = Counter()
    for file, match in find_text(site.context, site.span.file, rf"(?:\b\w+::)+{name}\b"):
        if file == site.span.file or len(paths) < 3:
            paths[match[0]] += 1
    for path, _ in paths.most_common(4):
        yield site.fix("path", f"Write `{path}`",
                       site.edit(site.span.start, site.span.end, path), prior=0.3)  # fmt: skip
    if name[:1].islower():
        call = site.node.parent()
        called = call is not None and call.kind() == "call_expression"
        members = [d for d in definitions(site.context, site.span.file, "fn") if d.name == name]
        for prefix in ("self.", "Self::"):
            prior = 0.5 if called and members else 0.2
            if locals_at(site.tree, site.span.start):
                yield site.fix("path", f"Write `{prefix}{name}`",
                               site.insert(site.span.start, prefix), prior=prior)  # fmt: skip


def _enums_with(site: Site, variant: str) -> Iterator[str]:
    """Yield the names of the workspace's enums that have a variant."""
    pattern = rf"\benum\s+(\w+)[^{{]*\{{(?:[^{{}}]|\{{[^{{}}]*\}})*?\b{variant}\b\s*[,({{=}}]"
    found = find_text(site.context, site.span.file, pattern)
    yield from dict.fromkeys(match[1] for _, match in islice(found, 3))


def too_far_up(site: Site) -> Iterator[Candidate]:
    """Take one ``super::`` from a path that leads out of the crate."""
    if site.code == "E0433" and "too many leading `super`" in site.diagnostic.message:
        path = around(site.node, "use_declaration", "scoped_identifier") or site.node
        text = path.text()
        at = site.bounds(path)[0] + len(text[: text.find("super::")].encode())
        yield site.fix("path", "Leave one `super::` out", site.edit(at, at + 7, ""), prior=0.8)
        whole = re.search(r"(?:super::)+", text)
        if whole is not None:
            yield site.fix("path", "Start at `crate::`",
                           site.edit(at, at + len(whole[0]), "crate::"), prior=0.5)  # fmt: skip


@lru_cache(maxsize=16_384)
def closeness(first: str, second: str) -> float:
    """Return how alike two names are, 0.0 for too different to be a slip."""
    if first == second or not first or not second:
        return 0.0
    if first.lower().replace("_", "") == second.lower().replace("_", ""):
        return 0.95
    most = 1 if max(len(first), len(second)) < 5 else 2 if max(len(first), len(second)) < 10 else 3
    distance = _distance(first, second, most)
    if distance > most or distance >= min(len(first), len(second)):
        return 0.0
    return 1 - distance / (max(len(first), len(second)) + 1)


def _alike(site: Site, name: str) -> list[tuple[str, float]]:
    found: dict[str, float] = {}
    bare = name.rstrip("!")
    own = Counter(token.text for token in tokens(site.tree.text) if token.text[:1].isalpha())
    elsewhere = {one.name for one in definitions(site.context, site.span.file)}
    for word in {*own, *elsewhere, *STD}:
        near = closeness(bare, word)
        same_case = word[:1].isupper() == bare[:1].isupper()
        if near and word not in KEYWORDS:
            # a name that is written once is likelier the slip than the one that is not found
            known = word in elsewhere or word in STD or own.get(word, 0) > 1
            found[word] = near * (0.7 if same_case else 0.4) * (1 if known else 0.5)
    if bare in STD:
        found = {word: prior * 0.4 for word, prior in found.items()}
    for local in locals_at(site.tree, site.span.start):
        if local.name in found:
            found[local.name] += 0.15
    return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))


def _distance(first: str, second: str, most: int) -> int:
    """Return the edit distance, two letters swapped being one edit, cut off above ``most``."""
    if abs(len(first) - len(second)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        older, before = before, row
        row = [i]
        for j, b in enumerate(second, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and first[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
