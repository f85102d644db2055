"""A changed signature taken back, which is a smaller change than carrying it to all callers."""

import re
from collections.abc import Iterator, Mapping

from ast_grep_py import SgNode

from rustmend.domain import Candidate, Span, TextEdit
from rustmend.propose.rules.calls import missing_arguments
from rustmend.propose.rules.library import Place, find, find_text, in_bytes
from rustmend.propose.rules.site import Site, ancestors, around
from rustmend.propose.rules.types import arguments
from rustmend.propose.scope import locals_at
from rustmend.propose.shape import callee
from rustmend.syntax import walk

_RESULT = re.compile(r"^(?:\w+::)*(Option|Result)\s*<")
_OUTCOME = re.compile(r"\b(?:Option|Result)<")
_USED_AS_VALUE = frozenset({"E0308", "E0599", "E0277", "E0369", "E0609", "E0614", "E0608", "E0600",
                            "E0604", "E0606", "E0605", "E0282", "E0560"})  # fmt: skip
_MOST = 4


def wrapped_result(site: Site) -> Iterator[Candidate]:
    """Return the value itself again, where a function never returns anything but a value."""
    if site.code not in _USED_AS_VALUE or not _OUTCOME.search(site.words()):
        return
    for name in list(_called(site))[:_MOST]:
        for place in find(site.context, site.span.file, name, "fn"):
            edits = list(_unwrapped(place))
            if edits:
                title = f"Let `{name}` return the value itself again"
                prior = 0.65 if _often(site, name) else 0.45
                yield site.fix("undone", title, *edits, prior=prior)


def wrapped_field(site: Site) -> Iterator[Candidate]:
    """Declare a field as what it holds again, where all that use it know of no `Option`."""
    if site.code not in _USED_AS_VALUE or not re.search(r"\bOption<", site.words()):
        return
    for name in _fields(site):
        for file, match in find_text(site.context, site.span.file, rf"\b{name}\s*:\s*Option<"):
            tree = site.context.sources.tree(file)
            at = in_bytes(match, match.start())
            node = tree.smallest(at, at + 1) if tree is not None else None
            field = around(node, "field_declaration")
            type_ = field.field("type") if field is not None else None
            inner = arguments(type_.text()) if type_ is not None else []
            if tree is None or type_ is None or not inner:
                continue
            edits = [TextEdit(Span(file, *tree.bounds(type_)), inner[0])]
            for one in tree.root.find_all(kind="field_initializer"):
                its, value = one.field("field"), one.field("value")
                if its is not None and its.text() == name and value is not None and (
                    value.text().startswith("Some(")):  # fmt: skip
                    edits.append(TextEdit(Span(file, *tree.bounds(value)), value.text()[5:-1]))
            title = f"Let the field `{name}` hold `{inner[0]}` itself again"
            prior = 0.75 if _often(site, name) else 0.4
            yield site.fix("undone", title, *edits, prior=prior)


def _fields(site: Site) -> Iterator[str]:
    """Yield the names of the fields that the error is about, each once."""
    seen: dict[str, None] = {}
    for label in site.diagnostic.labels:
        place = site.at(label)
        if place is None:
            continue
        node: SgNode | None = place.node
        if node is not None and node.kind() == "field_identifier":
            node = node.parent()
        for one in walk(node) if node is not None else ():
            if one.kind() == "field_expression" and (name := one.field("field")) is not None:
                seen[name.text()] = None
        holder = node.parent() if node is not None else None
        if holder is not None and holder.kind() == "shorthand_field_initializer":
            seen[place.source] = None
        elif holder is not None and holder.kind() == "field_initializer":
            its = holder.field("field") or holder.field("name")
            if its is not None:
                seen[its.text()] = None
    yield from list(seen)[:_MOST]


def added_parameter(site: Site) -> Iterator[Candidate]:
    """Take back a parameter that no caller passes and the body does not use."""
    if site.code != "E0061":
        return
    missing = [index for index, _ in missing_arguments(site)]
    calls = [one for one in ancestors(site.node) if one.kind() == "call_expression"]
    if len(missing) != 1 or not calls:
        return
    for place in find(site.context, site.span.file, callee(calls[0]).removeprefix("::"), "fn"):
        parameters, body = place.node.field("parameters"), place.node.field("body")
        own = [one for one in parameters.children() if one.is_named()] if parameters else []
        own = [one for one in own if one.kind() == "parameter"]
        if missing[0] >= len(own) or body is None:
            continue
        pattern = own[missing[0]].field("pattern")
        if pattern is None or re.search(rf"\b{re.escape(pattern.text())}\b", body.text()):
            continue
        start, end = place.tree.bounds(own[missing[0]])
        before = re.search(rb",\s*$", place.tree.text[:start])
        after = re.match(rb"\s*,\s*", place.tree.text[end:])
        if before:
            start = before.start()
        elif after:
            end += after.end()
        title = f"Take the parameter `{pattern.text()}` back, which nothing uses"
        yield site.fix("undone", title, TextEdit(Span(place.file, start, end), ""), prior=0.4)


def lent_parameter(site: Site) -> Iterator[Candidate]:
    """Take a parameter by value again where the body moves out of it."""
    if site.code != "E0507" or "behind a" not in site.diagnostic.message:
        return
    root = re.match(r"[\s*&(]*(\w+)", site.source)
    for local in locals_at(site.tree, site.span.start):
        if root is None or local.name != root[1] or local.declared is None or local.name == "self":
            continue
        owned = re.sub(r"^&(?:'\w+\s+)?(?:mut\s+)?", "", local.type)
        if owned != local.type and not owned.startswith(("[", "str", "dyn")):
            title = f"Take `{local.name}` by value"
            yield site.fix("undone", title, site.replace(local.declared, owned), prior=0.5)


def defaulted_parameter(site: Site) -> Iterator[Candidate]:
    """Give a type parameter that nobody states a default, so that all users stay as they are."""
    if site.code != "E0107":
        return
    for place, node in _defined(site):
        parameters = node.field("type_parameters")
        own = [one for one in parameters.children() if one.is_named()] if parameters else []
        types = [one for one in own if one.kind() in ("type_parameter", "type_identifier")]
        if not types or node.kind() == "function_item" or types[-1] != own[-1]:
            continue
        plain = [one for one in types if "=" not in one.text() and ":" not in one.text()]
        edits = [TextEdit(Span(place.span.file, place.bounds(one)[1], place.bounds(one)[1]),
                          " = ()") for one in plain]  # fmt: skip
        if edits:
            names = ", ".join(one.text() for one in plain)
            yield site.fix("default", f"Let `{names}` be `()` where nobody says", *edits, prior=0.5)


_OWNED = {"str": "String", "Path": "PathBuf", "OsStr": "OsString"}


def owned_again(site: Site) -> Iterator[Candidate]:
    """Let a type own what it borrows since it got a lifetime that its users do not name."""
    if site.code not in ("E0106", "E0726", "E0107", "E0261"):
        return
    names = re.findall(r"\b[A-Z]\w*", site.source) or re.findall(r"`(\w+)`", site.words())
    near = site.span.file
    found = [find(site.context, near, name, "struct", "enum") for name in dict.fromkeys(names[:2])]
    for place in (one for places in found for one in places):
        parameters, body = place.node.field("type_parameters"), place.node.field("body")
        own = [one for one in parameters.children() if one.is_named()] if parameters else []
        lives = [one.text() for one in own if one.text().startswith("'")]
        if body is None or parameters is None or len(lives) != 1 or own[0].text() != lives[0]:
            continue
        lifetime = lives[0]
        start, end = place.tree.bounds(parameters)
        if len(own) > 1:
            start, end = place.tree.bounds(own[0])[0], place.tree.bounds(own[1])[0]
        edits = [TextEdit(Span(place.file, start, end), "")]
        for one in body.find_all(kind="reference_type"):
            type_ = one.field("type")
            held = next((c for c in one.children() if c.kind() == "lifetime"), None)
            if type_ is not None and held is not None and held.text() == lifetime:
                edits.append(TextEdit(Span(place.file, *place.tree.bounds(one)), _owned(type_)))
        if len(edits) > 1 and lifetime not in re.sub(rf"&{lifetime}\b", "", body.text()):
            name = place.node.field("name")
            title = f"Let `{name.text() if name is not None else ''}` own what it holds again"
            yield site.fix("undone", title, *edits, prior=0.5)


def owned_field(site: Site) -> Iterator[Candidate]:
    """Let a field own what it borrows for a lifetime that its type does not have."""
    lent = around(site.node, "reference_type") if site.code == "E0106" else None
    type_ = lent.field("type") if lent is not None else None
    if lent is None or type_ is None or type_.kind() == "dynamic_type":
        return
    if around(lent, "field_declaration", "ordered_field_declaration_list") is not None:
        title = f"Own it as `{_owned(type_)}`"
        yield site.fix("undone", title, site.replace(lent, _owned(type_)), prior=0.5)


def owned_result(site: Site) -> Iterator[Candidate]:
    """Return a list itself, where a slice of what the function makes is nobody's to lend."""
    function = around(site.node, "function_item", "closure_expression")
    declared = function.field("return_type") if function is not None else None
    if site.code != "E0277" or "a slice of type `" not in site.diagnostic.message:
        return
    type_ = declared.field("type") if declared is not None else None
    if declared is not None and type_ is not None and declared.text().startswith("&"):
        title = f"Return `{_owned(type_)}`"
        yield site.fix("undone", title, site.replace(declared, _owned(type_)), prior=0.7)


def _owned(type_: SgNode) -> str:
    text = _OWNED.get(type_.text(), type_.text())
    return f"Vec<{text[1:-1]}>" if text.startswith("[") and ";" not in text else text


def _defined(site: Site) -> Iterator[tuple[Site, SgNode]]:
    for note in site.diagnostic.notes:
        for label in note.labels if "defined here" in note.message else ():
            place = site.at(label)
            node = around(place.node, "struct_item", "enum_item", "type_item", "trait_item",
                          "union_item") if place is not None else None  # fmt: skip
            if place is not None and node is not None and label.primary:
                yield place, node


def _often(site: Site, name: str) -> bool:
    """Whether several errors lie where the function is named."""
    errors = 0
    for one in site.context.diagnostics:
        text = site.context.sources.read(one.span.file) if one.is_error and one.span else None
        if one.span is not None and text is not None:
            end = text.find(b"\n", one.span.end)
            errors += name.encode() in text[text.rfind(b"\n", 0, one.span.start) + 1 : end]
    return errors > 1


def _called(site: Site) -> Iterator[str]:
    """Yield the names of the functions whose values the error is about, each once."""
    seen: set[str] = set()
    chain = (label for label, _ in site.labels(r"changed to `.*(?:Option|Result)<.*` here"))
    for label in (*site.diagnostic.labels, *chain):
        place = site.at(label)
        if place is None:
            continue
        nodes = [place.node]
        parent = place.node.parent()
        if parent is not None and parent.kind() in ("field_expression", "binary_expression"):
            nodes.append(parent)
        origins = {one.name: one.origin for one in locals_at(place.tree, place.span.start)}
        for node in nodes:
            seen.update(_calls(node, origins))
    yield from sorted(seen)


def _calls(node: SgNode, origins: Mapping[str, SgNode | None]) -> Iterator[str]:
    """Yield what is called in ``node``, or was called for the value of a local that it names."""
    for one in walk(node):
        if one.kind() == "call_expression":
            yield callee(one).removeprefix("::")
        elif one.kind() == "scoped_identifier" and (last := one.field("name")) is not None:
            yield last.text()  # given to another function, such as `map`
        elif one.kind() == "identifier" and (origin := origins.get(one.text())) is not None:
            for inner in walk(origin):
                if inner.kind() == "call_expression":
                    yield callee(inner).removeprefix("::")


def _unwrapped(place: Place) -> Iterator[TextEdit]:
    """Yield the edits that make a function return what it wraps, none where it returns less."""
    declared, body = place.node.field("return_type"), place.node.field("body")
    wrapper = _RESULT.match(declared.text()) if declared is not None else None
    if declared is None or body is None or wrapper is None:
        return
    values = returned(body)
    start = "Some(" if wrapper[1] == "Option" else "Ok("
    if not values or not all(value.text().startswith(start) for value in values):
        return
    inner = arguments(declared.text())
    if not inner or any(one.kind() == "try_expression" for one in walk(body)):
        return
    yield TextEdit(Span(place.file, *place.tree.bounds(declared)), inner[0])
    for value in values:
        given = value.field("arguments")
        held = [one for one in given.children() if one.is_named()] if given is not None else []
        if len(held) == 1:
            yield TextEdit(Span(place.file, *place.tree.bounds(value)), held[0].text())


def returned(body: SgNode) -> list[SgNode]:
    """Return the expressions whose values a function's body returns, branches apart."""
    found = []
    for node in walk(body):
        if node.kind() == "return_expression":
            owner = next((one for one in ancestors(node.parent())
                          if one.kind() in ("closure_expression", "async_block")
                          or one == body), None)  # fmt: skip
            value = [child for child in node.children() if child.is_named()]
            if owner == body and value:
                found.append(value[0])
    inside = [one for one in body.children() if one.is_named() and "comment" not in one.kind()]
    return found + (list(_branches(inside[-1])) if inside else [])


def _branches(node: SgNode) -> Iterator[SgNode]:
    kind = node.kind()
    if kind == "expression_statement":
        inside = [one for one in node.children() if one.is_named()]
        if node.text().rstrip().endswith(";") or not inside:
            return
        node, kind = inside[0], inside[0].kind()
    if kind == "block":
        inside = [one for one in node.children() if one.is_named()]
        if inside:
            yield from _branches(inside[-1])
    elif kind == "if_expression":
        for name in ("consequence", "alternative"):
            part = node.field(name)
            if part is not None:
                yield from _branches(part)
    elif kind == "else_clause":
        yield from _branches([one for one in node.children() if one.is_named()][-1])
    elif kind == "match_expression":
        block = node.field("body")
        for arm in block.children() if block is not None else []:
            value = arm.field("value")
            if value is not None:
                yield from _branches(value)
    elif kind != "return_expression" and kind != "let_declaration":
        yield node
