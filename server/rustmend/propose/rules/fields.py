"""Fields that are missing or not declared."""

import re
from collections import Counter
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.domain import Candidate, Span, TextEdit
from rustmend.propose.placeholders import plain_value
from rustmend.propose.rules.library import Place, fields_of, find, find_text, in_bytes
from rustmend.propose.rules.site import Site, around, short
from rustmend.propose.rules.types import head
from rustmend.propose.scope import locals_at


def initializers(site: Site) -> Iterator[Candidate]:
    """Fill in the fields that a struct expression leaves out."""
    if site.code != "E0063":
        return
    names = re.findall(r"`(\w+)`", site.diagnostic.message.split(" in initializer")[0])
    expression = around(site.node, "struct_expression")
    body = expression.field("body") if expression is not None else None
    if expression is None or body is None or not names:
        return
    options = [_values(site, expression, name) for name in names]
    if not all(options):
        options = []
    for variant in range(max(map(len, options), default=0)):
        chosen = [values[min(variant, len(values) - 1)] for values in options]
        text = ", ".join(text for text, _ in chosen)
        prior = min(prior for _, prior in chosen)
        edit = _in_order(site, expression, body, names, text) or _added(site, body, text)
        yield site.fix("field", f"Set `{short(text, 40)}`", edit, prior=prior)
    rest = _added(site, body, "..Default::default()", last=True)
    yield site.fix("field", "Take the other fields from `Default`", rest, prior=0.15)


def initializers_in_macros(site: Site) -> Iterator[Candidate]:
    """Fill in a field where a macro of the workspace writes the struct expression."""
    missing = re.match(r"missing fields? `(\w+)` in initializer of `(?:\w+::)*(\w+)",
                       site.diagnostic.message) if site.code == "E0063" else None  # fmt: skip
    if missing is None:
        return
    name, owner = missing[1], missing[2]
    types = [type_.text() for place in find(site.context, site.span.file, owner, "struct")
             if (type_ := dict(fields_of(place.node)).get(name)) is not None]  # fmt: skip
    edits = []
    for file, match in find_text(site.context, site.span.file, rf"\b{owner}\s*\{{(?!\s*\}})"):
        tree = site.context.sources.tree(file)
        if tree is None:
            continue
        at = in_bytes(match, match.end())
        node = tree.smallest(at - 1, at)
        inside = node.parent() if node.kind() == "{" else node
        if inside is None or around(inside, "macro_definition") is None:
            continue
        if not re.search(rf"\b{name}\b|\.\.", inside.text()):
            edits.append(Span(file, at, at))
    for value in dict.fromkeys(filter(None, [*map(plain_value, types[:1]), "Default::default()"])):
        changes = [TextEdit(span, f" {name}: {value},") for span in edits]
        if changes:
            title = f"Set `{name}: {value}` in the macro"
            yield site.fix("field", title, *changes, prior=0.4, made_up=True)


def _in_order(
    site: Site, expression: SgNode, body: SgNode, names: list[str], text: str
) -> TextEdit | None:
    """Return the edit that puts one field before those that are declared after it, if any is."""
    place = next(find(site.context, site.span.file, _type_name(expression), "struct"), None)
    if place is None or len(names) != 1:
        return None
    declared = [field for field, _ in fields_of(place.node)]
    later = declared[declared.index(names[0]) + 1 :] if names[0] in declared else []
    for one in body.children():
        its = one.field("field") or one.field("name")
        name = one.text() if one.kind() == "shorthand_field_initializer" else its and its.text()
        if name in later:
            start = site.bounds(one)[0]
            multi = "\n" in body.text()
            return site.insert(start, f"{text},\n{site.indent(start)}" if multi else f"{text}, ")
    return None


def declared_fields(site: Site) -> Iterator[Candidate]:
    """Declare the field that is used, with the type that its name has elsewhere."""
    if site.code not in ("E0609", "E0560", "E0026", "E0559", "E0610"):
        return
    name = site.source
    owner = re.findall(r"`(?:&?(?:mut )?)(?:\w+::)*(\w+)", site.diagnostic.message)
    if not re.fullmatch(r"\w+", name) or not owner:
        return
    places = [p for one in owner for p in find(site.context, site.span.file, one, "struct")]
    for place in places:
        body = place.node.field("body")
        if body is None or body.kind() != "field_declaration_list":
            continue
        for type_, prior in _types(site, name)[:6]:
            edit = _declared(place, body, f"{name}: {type_}")
            yield site.fix(
                "field", f"Declare the field `{name}: {short(type_)}`", edit, prior=prior
            )


def _values(site: Site, expression: SgNode, name: str) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    here = {local.name for local in locals_at(site.tree, site.span.start)}
    if name in here:
        found.append((name, 0.8))
    elsewhere: Counter[str] = Counter()
    type_name = expression.field("name")
    for other in site.tree.root.find_all(kind="struct_expression"):
        theirs = other.field("name")
        if other == expression or theirs is None or type_name is None:
            continue
        for value in other.find_all(kind="field_initializer"):
            its, right = value.field("field") or value.field("name"), value.field("value")
            if its is not None and right is not None and its.text() == name:
                elsewhere[right.text()] += 2 if theirs.text() == type_name.text() else 1
    for text, _ in elsewhere.most_common(4):
        known = set(re.findall(r"(?<![.\w:])[a-z_]\w*(?!\w|!|\(|::)", text)) <= here | {"self"}
        found.append((f"{name}: {text}", 0.5 if known else 0.2))
    owner = around(expression, "impl_item")
    own = owner.field("type") if owner is not None else None
    its_type = type_name.text() if type_name is not None else ""
    if "self" in here and (own is None or its_type in ("Self", own.text().split("<")[0])):
        found.append((f"{name}: self.{name}", 0.4))
        found.append((f"{name}: self.{name}.clone()", 0.2))
    for place in find(site.context, site.span.file, _type_name(expression), "struct"):
        type_ = dict(fields_of(place.node)).get(name)
        if type_ is not None:
            if plain := plain_value(type_.text()):
                # nothing is what a field may hold that says so
                found.append((f"{name}: {plain}", 0.55 if plain == "None" else 0.35))
            found.append((f"{name}: Default::default()", 0.2))
    return found


def _type_name(expression: SgNode) -> str:
    """Return the name of the type that a struct expression makes, that of the impl for ``Self``."""
    type_ = expression.field("name")
    if type_ is not None and type_.text() == "Self":
        owner = around(expression, "impl_item")
        type_ = owner.field("type") if owner is not None else None
    return head(type_.text()) if type_ is not None else ""


def _types(site: Site, name: str) -> list[tuple[str, float]]:
    """Return types that things called ``name`` have: parameters, fields, locals."""
    found: Counter[str] = Counter()
    text = site.tree.text.decode(errors="replace")
    for match in re.finditer(rf"\b{re.escape(name)}\s*:\s*([^,;=)}}\n]+(?:<[^;=\n]*?>)?)", text):
        if re.match(r"(?:&|'|\w|\(|\[|Option|Vec)", match[1]) and "::new" not in match[1]:
            found[match[1].strip()] += 1
    for local in locals_at(site.tree, site.span.start):
        if local.name == name and local.type:
            found[local.type] += 3
    usual = [(text, 0.5 * 0.8**i) for i, (text, _) in enumerate(found.most_common(4))]
    plain = [("usize", 0.12), ("bool", 0.1), ("String", 0.1), ("u32", 0.08), ("&'a str", 0.06)]
    return usual + [pair for pair in plain if pair[0] not in found]


def _added(site: Site, body: SgNode, text: str, *, last: bool = False) -> TextEdit:
    """Return the edit that adds an initialiser to a struct expression, in its layout."""
    start = site.bounds(body)[0]
    inside = [child for child in body.children() if child.is_named()]
    if not inside:
        return site.insert(start + 1, f" {text} ")
    base = [child for child in inside if child.kind() == "base_field_initializer"]
    if base and not last:
        return site.insert(site.bounds(base[0])[0], f"{text}, ")
    at = site.bounds(inside[-1])[1]
    multi = "\n" in body.text()
    separator = f",\n{site.indent(at)}" if multi else ", "
    return site.insert(at, f"{separator}{text}")


def _declared(place: Place, body: SgNode, text: str) -> TextEdit:
    start, _ = place.tree.bounds(body)
    own = [child for child in body.children() if child.kind() == "field_declaration"]
    public = own and any(child.kind() == "visibility_modifier" for child in own[-1].children())
    text = f"pub {text}" if public else text
    if not own:
        return TextEdit(Span(place.file, start + 1, start + 1), f" {text} ")
    at = place.tree.bounds(own[-1])[1]
    separator = f",\n{place.tree.indent(at)}" if "\n" in body.text() else ", "
    return TextEdit(Span(place.file, at, at), f"{separator}{text}")
