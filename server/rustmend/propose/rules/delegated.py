"""A function that an ``impl`` lacks and hands on: to the field it wraps, or as its siblings do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ast_grep_py import SgNode

from rustmend.domain import Candidate
from rustmend.propose.rules.library import fields_of, find
from rustmend.propose.rules.site import Site, around
from rustmend.propose.rules.types import head, listed
from rustmend.propose.shape import callee

_POINTER = re.compile(r"^(?:&|(?:\w+::)*(?:Box|Rc|Arc)<)")
_LENT = {"self": "", "&self": "&", "&mut self": "&mut "}
# how parameters are called that rustc shows by their types alone
_NAMED = (
    (r"\bu8\b", "buf"), (r"\bFormatter\b", "f"), (r"\bContext\b", "cx"), (r"\bstr\b", "s"),
    (r"\bSelf\b", "other"), (r"\busize\b", "n"), (r"\bH$", "state"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Missing:
    """A function by its name, its head as it is to be written, its receiver and parameters."""

    name: str
    head: str
    taken: str
    given: tuple[tuple[str, str], ...]


def handed_on(site: Site) -> Iterator[Candidate]:
    """Write a missing function that calls the same one of what the type wraps."""
    owner = around(site.node, "impl_item") if site.code == "E0046" else None
    body = owner.field("body") if owner is not None else None
    named = re.search(r"missing: `([a-z_]\w*)`$", site.diagnostic.message)
    if owner is None or body is None or named is None:
        return
    missing = _missing(site, owner, body, named[1])
    if missing is None:
        return
    functions = [one for one in body.children() if one.kind() == "function_item"]
    at = site.bounds(functions[-1])[1] if functions else site.bounds(body)[0] + 1
    outer = site.indent(site.bounds(owner)[0])
    lead, end = ("\n\n", "") if functions else ("\n", "\n" + outer)
    seen: set[str] = set()
    for text, prior in (*_as_siblings(missing, functions), *_wrapped(site, owner, missing)):
        if text not in seen:
            seen.add(text)
            written = f"{missing.head} {{\n{outer}        {text}\n{outer}    }}"
            # nobody said that nothing else is to be done there
            yield site.fix("handed on", f"Hand `{missing.name}` on to `{text}`",
                           site.insert(at, f"{lead}{outer}    {written}{end}"),
                           prior=prior, made_up=True)  # fmt: skip


def _missing(site: Site, owner: SgNode, body: SgNode, name: str) -> _Missing | None:
    """Return the function as its trait declares it: by rustc's words, or in the workspace."""
    said = re.search(rf"`((?:unsafe )?fn {name}\b[^`]*?) \{{ todo!\(\) \}}`", site.words())
    head_ = said[1] if said else None
    for label, _ in site.labels(rf"^`{name}` from trait$"):
        place = site.at(label)
        node = around(place.node, "function_signature_item") if place is not None else None
        head_ = node.text().rstrip("; ") if node is not None else head_
    split = re.match(rf"[\w ]*\bfn {name}(?:<[^(]*>)?\((.*?)\)(\s*->.*)?$", head_ or "", re.S)
    if head_ is None or split is None:
        return None
    parameters = [one for one in listed(split[1]) if one]
    receiver = next((one for one in parameters if re.search(r"\bself$", one.split(":")[0])), "")
    own = owner.field("type")
    its = head(own.text()) if own is not None else ""
    named = [one if one == receiver else _with_name(one, its) for one in parameters]
    result = re.sub(r"<Self as [^>]*?>::", "Self::", split[2] or "")
    trait = owner.field("trait")
    module = trait.text().rpartition("::")[0] if trait is not None else ""
    if module and "Formatter" in split[1]:
        named = [re.sub(r"\bFormatter\b", f"{module}::Formatter", one) for one in named]
        result = f" -> {module}::Result"
    result = _as_here(result, body)
    start = head_[: head_.index("(")]
    return _Missing(
        name,
        f"{start}({', '.join(named)}){result}",
        receiver,
        tuple(
            (parts[0].strip(), parts[2].strip())
            for one in named
            if one != receiver and (parts := one.partition(":"))
        ),
    )


def _with_name(parameter: str, own: str) -> str:
    if not parameter.startswith("_:"):
        return parameter
    type_ = parameter.removeprefix("_:").strip()
    kinds = (*_NAMED, (rf"^&?{re.escape(own)}\b", "other"))
    name = next((name for kind, name in kinds if re.search(kind, type_)), "value")
    return f"{name}: {type_}"


def _as_here(result: str, body: SgNode) -> str:
    """Return a result's type with an alias of ``Result`` where the siblings use one."""
    aliased = re.search(r"->\s*((?:\w+::)*Result)<[^,<>]*>", body.text())
    found = re.search(r"Result<([^,]*), std::io::Error>", result)
    if found is None:
        return result
    name = aliased[1] if aliased else "std::io::Result"
    return result.replace(found[0], f"{name}<{found[1]}>")


def _as_siblings(missing: _Missing, functions: list[SgNode]) -> Iterator[tuple[str, float]]:
    """Yield what siblings do that call what is called as they are, with this one's name."""
    for one in functions:
        its, body, parameters = (one.field(name) for name in ("name", "body", "parameters"))
        inside = [each for each in body.children() if each.is_named()] if body else []
        if its is None or parameters is None or len(inside) != 1:
            continue
        own = {each.text() for each in parameters.find_all(kind="identifier")}
        for call in inside[0].find_all(kind="call_expression"):
            called, given = callee(call).rsplit("::", 1)[-1], call.field("arguments")
            called = called.removeprefix(".")
            if not re.search(rf"(?:^|_){its.text()}$", called) or given is None:
                continue
            kept = [each.text() for each in given.children() if each.is_named()]
            kept = [text for text in kept if text not in own]
            function = call.field("function")
            path = function.text() if function is not None else ""
            new = path.removesuffix(its.text()) + missing.name
            text = f"{new}({', '.join((*kept, *(name for name, _ in missing.given)))})"
            yield inside[0].text().replace(call.text(), text), 0.75


def _wrapped(site: Site, owner: SgNode, missing: _Missing) -> Iterator[tuple[str, float]]:
    """Yield the same call on each of what the type holds, on what it points to first."""
    type_, trait = owner.field("type"), owner.field("trait")
    if type_ is None or trait is None or missing.taken not in _LENT:
        return
    if missing.name == "drop" or re.search(r"->\s*Self$", missing.head):
        return  # nobody calls the one, and what a field makes is a field
    lent = _LENT[missing.taken]
    if _POINTER.match(type_.text()):
        yield _call(missing, trait, "(**self)", missing.given), 0.7
        return
    place = next(find(site.context, site.span.file, head(type_.text()), "struct"), None)
    fields = [(name, type_.text()) for name, type_ in fields_of(place.node)
              if "PhantomData" not in type_.text()] if place is not None else []  # fmt: skip
    own = re.compile(rf"^(&?)(?:Self|{re.escape(head(type_.text()))})\b")
    for field, held in fields:
        given = tuple(
            (f"{same[1]}{name}.{field}" if (same := own.match(its)) else name, its)
            for name, its in missing.given
        )
        likely = 0.6 if len(fields) == 1 else 0.5 if re.fullmatch(r"[A-Z]\w?", held) else 0.3
        if lent and re.search(r"->\s*&", missing.head) and not given:
            yield f"{lent}self.{field}", likely
        yield _call(missing, trait, f"self.{field}", given), likely


def _call(missing: _Missing, trait: SgNode, value: str, given: tuple[tuple[str, str], ...]) -> str:
    texts = [text for text, _ in given]
    path = trait.text().split("<")[0]
    if "::" in path:  # nothing says that its methods are in scope
        return f"{path}::{missing.name}({', '.join((_LENT[missing.taken] + value, *texts))})"
    return f"{value}.{missing.name}({', '.join(texts)})"
