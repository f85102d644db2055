"""Refactorings left half done: a definition is changed, and everyone who uses it left behind.

What the author was about to do is plain from the definition, so taking the change back mends
the crate and helps nobody: the reports say how often the new definition was kept.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

from ast_grep_py import SgNode
from edits import Edit, Edits, Search, change, listed, nodes, unlisted
from slips import Kind

from rustmend.syntax import Tree

# what a name is called after someone thought about it again
RENAMED = {
    "buf": "buffer", "buffer": "bytes", "pos": "position", "position": "offset", "idx": "index",
    "index": "place", "len": "length", "length": "size", "data": "contents", "inner": "wrapped",
    "iter": "items", "value": "content", "key": "label", "name": "title", "start": "begin",
    "end": "finish", "next": "following", "count": "total", "state": "stage", "src": "source",
    "s": "text", "x": "first", "y": "second", "a": "left", "b": "right", "n": "number",
}  # fmt: skip
ADDED = ("limit: usize", "strict: bool", "prefix: &str", "depth: Option<usize>")
FIXED = {
    "bool": "false", "char": "' '", "&str": '""', "usize": "0", "u8": "0", "u16": "0", "u32": "0",
    "u64": "0", "i8": "0", "i16": "0", "i32": "0", "i64": "0", "f32": "0.0", "f64": "0.0",
}  # fmt: skip
OWNED = frozenset({"type_identifier", "generic_type", "primitive_type", "scoped_type_identifier"})
# what is lent under another type than it is owned under
LENT = {"String": "str", "PathBuf": "Path", "OsString": "OsStr", "CString": "CStr"}


def renamed(name: str) -> str:
    """Return what ``name`` is called from now on; types and variants keep their capital."""
    other = RENAMED.get(name)
    if other is not None:
        return other
    return f"{name}Kind" if name[:1].isupper() else f"{name}_value"


def lent(text: str) -> str:
    """Return the type behind the reference when a ``text`` is borrowed: ``Vec<T>`` → ``[T]``."""
    if text.startswith("Vec<"):
        return f"[{text.removeprefix('Vec<').removesuffix('>')}]"
    return LENT.get(text, text)


def names(*declarations: str) -> Callable[[Tree], Iterator[SgNode]]:
    """Choose the names that these declarations give, where no trait dictates them."""

    def search(tree: Tree) -> Iterator[SgNode]:
        for node in nodes(*declarations)(tree):
            name = node.field("name")
            if name is not None and not _dictated(node) and name.text() != "main":
                yield name

    return search


def functions(tree: Tree) -> Iterator[SgNode]:
    """Choose functions whose signature is their own: those of a trait's impl are left out."""
    for node in nodes("function_item", "function_signature_item")(tree):
        if not _dictated(node):
            yield node


def typed(*roles: str) -> Callable[[Tree], Iterator[SgNode]]:
    """Choose the types of parameters, results and fields, as ``roles`` say."""

    def search(tree: Tree) -> Iterator[SgNode]:
        for node in functions(tree):
            given = [each.field("type") for each in _parameters(node)]
            chosen = given if "parameter" in roles else []
            yield from (each for each in chosen if each is not None)
            result = node.field("return_type")
            if "result" in roles and result is not None:
                yield result
        if "field" in roles:
            for field in nodes("field_declaration")(tree):
                declared = field.field("type")
                if declared is not None:
                    yield declared

    return search


def added_parameter(tree: Tree) -> Iterator[Edits]:
    """Let a function want one thing more, last or, every third time, first."""
    for place, node in enumerate(functions(tree)):
        text = ADDED[place % len(ADDED)]
        own, parameters = _parameters(node), node.field("parameters")
        if parameters is None:
            continue
        if not own or place % 3 != 2:
            last = listed(parameters)[-1:] or [None]
            if last[0] is None:
                start = tree.bounds(parameters)[0] + 1
                yield (Edit(start, start, text.encode()),)
            else:
                end = tree.bounds(last[0])[1]
                yield (Edit(end, end, f", {text}".encode()),)
        else:
            start = tree.bounds(own[0])[0]
            yield (Edit(start, start, f"{text}, ".encode()),)


def removed_parameter(tree: Tree) -> Iterator[Edits]:
    """Fix the value that was a parameter in the function's own body."""
    for node in functions(tree):
        body = node.field("body")
        for each in _parameters(node):
            name, declared = each.field("pattern"), each.field("type")
            value = FIXED.get(declared.text()) if declared is not None else None
            if body is None or value is None or name is None or name.kind() != "identifier":
                continue
            start = tree.bounds(body)[0] + 1
            line = f"\n        let {name.text()}: {declared.text() if declared else ''} = {value};"
            yield (*unlisted(tree, each), Edit(start, start, line.encode()))


def reordered_parameters(tree: Tree) -> Iterator[Edits]:
    """Let two neighbours of different types change places."""
    for node in functions(tree):
        for one, two in pairwise(_parameters(node)):
            types = one.field("type"), two.field("type")
            if types[0] is not None and types[1] is not None and types[0].text() != types[1].text():
                yield (
                    Edit(*tree.bounds(one), two.text().encode()),
                    Edit(*tree.bounds(two), one.text().encode()),
                )


def borrowed_field(tree: Tree) -> Iterator[Edits]:
    """Let a struct borrow what it owned, for a lifetime that it is given."""
    for node in nodes("struct_item")(tree):
        name, generics, body = node.field("name"), node.field("type_parameters"), node.field("body")
        if name is None or body is None:
            continue
        lifetime = "'a"
        if generics is None:
            end = tree.bounds(name)[1]
            parameter: Edits = (Edit(end, end, b"<'a>"),)
        elif listed(generics) and listed(generics)[0].text().startswith("'"):
            lifetime = listed(generics)[0].text().split(":")[0].strip()
            parameter = ()
        else:
            start = tree.bounds(generics)[0] + 1
            parameter = (Edit(start, start, b"'a, "),)
        for field in listed(body):
            declared = field.field("type") if field.kind() == "field_declaration" else None
            if declared is not None and declared.kind() in OWNED - {"primitive_type"}:
                text = f"&{lifetime} {lent(declared.text())}"
                yield (*parameter, Edit(*tree.bounds(declared), text.encode()))


def _made_optional(text: str) -> str | None:
    return None if text.startswith(("Option<", "Result<", "impl ")) else f"Option<{text}>"


def _by_value(text: str) -> str | None:
    rest = text.removeprefix("&").lstrip()
    unsized = rest.startswith(("str", "[", "dyn ", "mut ", "'", "(dyn", "Path", "OsStr", "CStr"))
    return None if rest == text or unsized else rest


def _slice(text: str) -> str | None:
    inner = text.removeprefix("&mut ").removeprefix("&")
    if not inner.startswith("Vec<"):
        return None
    return f"{'&mut ' if text.startswith('&mut ') else '&'}{lent(inner)}"


def _str(text: str) -> str | None:
    return "&str" if text in ("String", "&String") else None


def _parameters(function: SgNode) -> list[SgNode]:
    """Return the parameters, the receiver apart."""
    parameters = function.field("parameters")
    own = listed(parameters) if parameters is not None else []
    return [each for each in own if each.kind() == "parameter"]


def _dictated(node: SgNode) -> bool:
    parent = node.parent()
    owner = parent.parent() if parent is not None else None
    return owner is not None and owner.kind() == "impl_item" and owner.field("trait") is not None


def _owned(*roles: str) -> Callable[[Tree], Iterator[SgNode]]:
    return lambda tree: (node for node in typed(*roles)(tree) if node.kind() in OWNED)


def _kind(name: str, find: Search) -> Kind:
    return Kind(name, find, open=True)


REFACTORINGS = (
    _kind("field renamed", change(names("field_declaration"), renamed)),
    _kind("variant renamed", change(names("enum_variant"), renamed)),
    _kind("function renamed", change(names("function_item"), renamed)),
    _kind("parameter added", added_parameter),
    _kind("parameter removed", removed_parameter),
    _kind("parameters reordered", reordered_parameters),
    _kind("parameter by value", change(typed("parameter"), _by_value)),
    _kind("parameter by reference", change(_owned("parameter"), lambda text: f"&{lent(text)}")),
    _kind("parameter made Option", change(typed("parameter"), _made_optional)),
    _kind("field made Option", change(typed("field"), _made_optional)),
    _kind("result made Option", change(typed("result"), _made_optional)),
    _kind("Vec<T> to &[T]", change(typed("parameter", "result", "field"), _slice)),
    _kind("String to &str", change(typed("parameter", "result", "field"), _str)),
    _kind("field borrowed", borrowed_field),
)
