"""Errors of one kind handed on where another is returned: turned by ``map_err`` or by ``From``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ast_grep_py import SgNode

from rustmend.domain import Candidate, Span, TextEdit
from rustmend.propose.rules.library import Place, fields_of, find
from rustmend.propose.rules.likeness import words
from rustmend.propose.rules.mapped import collected, elements, made
from rustmend.propose.rules.site import Site, around
from rustmend.propose.rules.types import Mismatch, arguments, clean, head, mismatch

# Names of variants that say what was not understood carry it more often than why
_WHAT = re.compile(r"^(?:Invalid|Bad|Unknown|NotA|Unexpected|Malformed|Illegal|Wrong)")


@dataclass(frozen=True, slots=True)
class _Failing:
    """An expression that fails with one of ``kinds`` where an error of type ``wanted`` goes on.

    ``by_from``: what passes it on would convert it, as ``?`` does.
    """

    value: SgNode
    wanted: str
    kinds: tuple[str, ...]
    by_from: bool = False


def error_kind(site: Site) -> Iterator[Candidate]:
    """Turn the error that is passed on into the kind that the function returns."""
    failing = _failing(site)
    if failing is None:
        return
    end = site.bounds(failing.value)[1]
    if failing.wanted == "String":
        edit = site.insert(end, ".map_err(|error| error.to_string())")
        yield site.fix("error kind", "Turn the error into text", edit, prior=0.85)
        return
    name = head(failing.wanted)
    for place in find(site.context, site.span.file, name, "enum", "struct"):
        for path, holds in _ways(place, name):
            if not any(_same(kind, holds) for kind in failing.kinds):
                for closure, prior in _closures(failing, path, holds):
                    title = f"Turn the error into `{path}`"
                    if holds and closure.startswith("|_|"):
                        title += " with what was read"
                    edit = site.insert(end, f".map_err({closure})")
                    yield site.fix("error kind", title, edit, prior=prior)
                continue
            turned = f"|error| {_holding(path, 'error')}" if path.endswith("}") else path
            yield site.fix("error kind", f"Turn the error into `{path}`",
                           site.insert(end, f".map_err({turned})"), prior=0.85)  # fmt: skip
            if failing.by_from and place.node.field("type_parameters") is None:
                yield site.fix("error kind", f"Implement `From<{holds}>` for `{name}`",
                               _from(place, name, path, holds),
                               prior=0.9 if _repeated(site, failing) else 0.6)  # fmt: skip


def _failing(site: Site) -> _Failing | None:
    """Return what fails with another error than the one that is wanted."""
    if site.code == "E0277" and (types := elements(site)) is not None:
        return _collected(site, types)
    tried = around(site.node, "try_expression")
    value = tried.child(0) if tried is not None else None
    if site.code == "E0277" and value is not None:
        said = re.search(r"`\?` couldn't convert the error to `([^`]+)`", site.diagnostic.message)
        found = re.findall(
            r"`(?:[^`]*: )?From<([^`]+)>`|this has type `Result<.*, ([^`,]+)>`", site.words()
        )
        kinds = tuple(dict.fromkeys(one or other for one, other in found))
        return _Failing(value, clean(said[1]), kinds, by_from=True) if said else None
    types = mismatch(site.diagnostic)
    if site.code == "E0271" and value is not None and "::Err == " in site.diagnostic.message:
        return _Failing(value, types.expected, (types.found,), by_from=True)
    if site.code == "E0308" and head(types.expected) == head(types.found) == "Result":
        wanted, found_ = arguments(types.expected), arguments(types.found)
        if len(wanted) == len(found_) == 2 and wanted[0] == found_[0] and wanted[1] != found_[1]:
            return _Failing(site.node, wanted[1], (found_[1],))
    return None


def _collected(site: Site, types: Mismatch) -> _Failing | None:
    """Return what a closure gives to one result of many."""
    iterator = collected(site)
    value = made(iterator) if iterator is not None else None
    wanted, found = arguments(types.expected), arguments(types.found)
    if value is None or not (wanted and found and head(types.found) == "Result"):
        return None
    return _Failing(value, wanted[-1], (found[-1],))


def _same(kind: str, holds: str) -> bool:
    """Whether a variant holds errors of a kind, by as much of both paths as is written."""
    first, second = kind.split("::"), holds.split("::")
    length = min(len(first), len(second))
    return first[-length:] == second[-length:]


def _ways(place: Place, name: str) -> Iterator[tuple[str, str]]:
    """Yield what makes an error of a type: a path and what it holds, "" for nothing.

    A path that ends in ``{ field }`` names the one field.
    """
    if place.node.kind() == "struct_item":
        yield from _made(name, place.node)
        return
    for variant in place.node.find_all(kind="enum_variant"):
        its = variant.field("name")
        if its is not None:
            yield from _made(f"{name}::{its.text()}", variant)


def _made(path: str, item: SgNode) -> Iterator[tuple[str, str]]:
    fields = fields_of(item)
    if not fields:
        yield path, ""
    elif len(fields) == 1:
        name, type_ = fields[0]
        yield path if name.isdigit() else f"{path} {{ {name} }}", type_.text()


def _holding(path: str, value: str) -> str:
    """Return what makes an error that holds ``value``, by a path as of ``_ways``."""
    field = re.search(r" \{ (\w+) \}$", path)
    if field is None:
        return f"{path}({value})"
    return path if field[1] == value else f"{path[: field.start()]} {{ {field[1]}: {value} }}"


def _closures(failing: _Failing, path: str, holds: str) -> Iterator[tuple[str, float]]:
    """Yield what turns an error of another type: its text, what was read, nothing at all."""
    kind = failing.kinds[0] if failing.kinds else ""
    akin = 0.3 if _words(path.partition("::")[2]) & _words(kind) else 0.0
    if holds == "":
        yield f"|_| {path}", 0.2 + akin
    if holds not in ("String", "Box<dyn Error>", "Box<dyn std::error::Error>"):
        return
    if holds != "String":
        yield f"|error| {_holding(path, 'error.into()')}", 0.7
        return
    what = _WHAT.match(path.rpartition("::")[2]) is not None
    read = _read(failing.value)
    if read:
        text = _holding(path, f"{read}.to_string()")
        yield f"|_| {text}", (0.6 if what else 0.35) + akin
    text = _holding(path, "error.to_string()")
    yield f"|error| {text}", (0.35 if what and read else 0.5) + akin


def _words(name: str) -> set[str]:
    """Return the words of a name in which all that speak of one thing have one spelling."""
    number = {"int", "float", "integer"}
    return {"number" if word in number else word for word in words(name)} - {"error"}


def _read(value: SgNode) -> str:
    """Return the name of the text that is parsed, "" where it has none."""
    function = value.field("function")
    function = function.field("function") or function if function is not None else None
    name = function.field("field") if function is not None else None
    owner = function.field("value") if function is not None else None
    if name is None or owner is None or name.text() != "parse":
        return ""
    text = re.sub(r"\.trim\(\)$", "", owner.text())
    return text if re.fullmatch(r"[\w.\[\]]+", text) else ""


def _from(place: Place, name: str, path: str, holds: str) -> TextEdit:
    """Return the edit that implements ``From`` after the type and what is implemented for it."""
    last = place.node
    for one in place.tree.root.children():
        type_ = one.field("type") if one.kind() == "impl_item" else None
        if type_ is not None and head(type_.text()) == name and last.parent() == one.parent():
            last = one
    pad = place.tree.indent(place.tree.bounds(last)[0])
    lines = (f"impl From<{holds}> for {name} {{", f"    fn from(error: {holds}) -> Self {{",
             f"        {_holding(path, 'error')}", "    }", "}")  # fmt: skip
    at = place.tree.bounds(last)[1]
    return TextEdit(Span(place.file, at, at), "\n\n" + "\n".join(pad + line for line in lines))


def _repeated(site: Site, failing: _Failing) -> bool:
    """Whether several places hand on an error of this kind: then it is said once how it turns."""
    mine = (site.code, site.diagnostic.message)
    kinds = [head(kind) for kind in failing.kinds]
    return (
        sum(
            (one.code, one.message) == mine
            and any(kind in label.text for kind in kinds for label in one.labels)
            for one in site.context.diagnostics
        )
        > 1
    )
