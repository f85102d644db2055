"""Mismatched types: a conversion at the expression, or another type where it is declared."""

import re
from collections.abc import Iterator
from itertools import takewhile

from ast_grep_py import SgNode

from rustmend.domain import Candidate
from rustmend.propose.rules.bounded import by_bound, unsized
from rustmend.propose.rules.conversions import WRAPPERS, WRAPS, Way, ways
from rustmend.propose.rules.site import Site, ancestors, around, is_pattern, short
from rustmend.propose.rules.types import NUMBERS, Mismatch, clean, head, mismatch

CODES = frozenset({
    "E0308", "E0277", "E0369", "E0271", "E0599", "E0614", "E0600", "E0604", "E0605", "E0606",
    "E0607", "E0610", "E0631", "E0608", "E0618", "E0282", "E0283", "E0070", "E0067",
    "E0368", "E0223", "E0056", "E0220", "E0029", "E0689",
})  # fmt: skip
NO_VALUE = frozenset({
    "block", "match_arm", "function_item", "let_declaration", "arguments", "match_block",
    "expression_statement", "type_identifier", "generic_type", "reference_type", "primitive_type",
    "parameter", "source_file", "declaration_list", "impl_item", "parameters", "field_identifier",
    "string_content", "token_tree", "use_declaration", "struct_item", "enum_item", "trait_item",
    "attribute_item", "lifetime", "field_initializer", "match_expression", "if_expression",
    "for_expression", "visibility_modifier", "ERROR", "scoped_type_identifier", "tuple_type",
    "type_parameter", "type_arguments", "function_signature_item", "trait_bounds", "where_clause",
    "else_clause", "macro_definition", "mod_item", "field_declaration", "enum_variant",
    "dynamic_type", "bounded_type", "abstract_type", "ordered_field_declaration_list",
})  # fmt: skip


# An error in one of these is none of the operator outside
DEEPER = frozenset({"arguments", "block", "closure_expression", "struct_expression", "match_block",
                    "array_expression", "tuple_expression", "macro_invocation"})  # fmt: skip


def conversion(site: Site) -> Iterator[Candidate]:
    """Convert the expression that has the wrong type."""
    if site.code not in CODES:
        return
    types = mismatch(site.diagnostic)
    lent = re.match(r"the trait bound `&(?:mut )?([^`:]+): ", site.diagnostic.message)
    if lent and site.code == "E0277" and not types.found:
        types = Mismatch(clean(lent[1]), f"&{clean(lent[1])}")
    for place, share, its in _places(site, types):
        assigned = _is_assigned(place)
        for text, prior in (*by_bound(place, its), *unsized(site, place), *ways(place, its)):
            # what is assigned to a reference is more often meant for what it refers to
            likely = share * (0.4 if assigned and text == f"&mut {place.text()}" else 1.0)
            yield _fix(site, place, (text, prior * likely))
        yield from _recast(site, place, its)
        if (whole := _wrapped(place)) is not None:
            wraps = whole.text().startswith(f"{WRAPS.get(head(its.found), '?')}(")
            yield _fix(site, whole, (place.text(), 0.7 if wraps else 0.25))


def _is_assigned(node: SgNode) -> bool:
    parent = node.parent()
    assignment = parent is not None and parent.kind() == "assignment_expression"
    return assignment and parent is not None and parent.field("right") == node


def _recast(site: Site, node: SgNode, types: Mismatch) -> Iterator[Candidate]:
    """Cast to the type that is wanted what was cast to another one: nobody casts twice."""
    if types.expected not in NUMBERS or types.found not in NUMBERS:
        return
    casts = [node] if node.kind() == "type_cast_expression" else []
    for one in [*casts, *node.find_all(kind="type_cast_expression")][:3]:
        type_ = one.field("type")
        inner = around(one.parent(), *DEEPER) if one != node else None
        if type_ is not None and type_.text() == types.found and (
            inner is None or site.bounds(inner)[0] <= site.bounds(node)[0]
        ):  # fmt: skip
            yield site.fix("cast", f"Cast to `{types.expected}`",
                           site.replace(type_, types.expected), prior=0.97)  # fmt: skip


def _wrapped(node: SgNode) -> SgNode | None:
    """Return the call, such as ``Some(…)``, that does nothing but wrap ``node``."""
    given = node.parent()
    call = given.parent() if given is not None and given.kind() == "arguments" else None
    function = call.field("function") if call is not None else None
    if function is None or given is None or function.text() not in WRAPPERS:
        return None
    return call if sum(child.is_named() for child in given.children()) == 1 else None


def operands(site: Site) -> Iterator[Candidate]:
    """Convert one side of an operator: both must agree, and either may be the wrong one."""
    node = around(
        site.node, "binary_expression", "compound_assignment_expr", "assignment_expression"
    )
    if node is None or site.code not in ("E0308", "E0277", "E0369", "E0368"):
        return
    start, end = site.bounds(node)
    if not (start <= site.span.start and site.span.end <= end):
        return
    left, right = node.field("left"), node.field("right")
    inner = [one.kind() for one in takewhile(lambda one: one != node, ancestors(site.node))]
    if left is None or right is None or DEEPER & set(inner):
        return
    shared = mismatch(site.diagnostic)
    sides = _sides(site, left, right) or (Mismatch("", ""),) * 2
    for side, other, types in ((left, right, sides[0]), (right, left, sides[1])):
        if site.code == "E0308":
            types = Mismatch(shared.found, shared.expected) if side == left else shared
        yield from _recast(site, side, types)
        if re.match(r"\[.*\]$|str$", types.found) and side.kind() == "index_expression":
            yield _fix(site, side, (f"&{side.text()}", 0.9), rule="operand")  # no value of its own
        member = f"self.{side.text()}"
        if side.kind() == "identifier" and re.search(rf"\b{member}\b".encode(), site.tree.text):
            yield _fix(site, side, (member, 0.4), rule="operand")
        for text, prior in _operand_ways(side, types):
            if text != other.text():
                yield _fix(site, side, (text, prior), rule="operand")


def _sides(site: Site, left: SgNode, right: SgNode) -> tuple[Mismatch, Mismatch] | None:
    """Return what each side is and, since both should agree, what it ought to be."""
    first, second = (_labelled(site, side) for side in (left, right))
    found = [clean(one) for one in re.findall(r"`([^`]+)`", site.diagnostic.message)]
    if not (first and second) and len(found) == 2:
        first, second = found
        if site.diagnostic.message.startswith(("cannot add", "cannot subtract")):
            first, second = second, first
    if not (first and second):
        return None
    if second == "&str" and first != "String" and site.code == "E0369":
        return Mismatch("String", first), Mismatch("", second)  # text is joined to a `String`
    return Mismatch(_number(second), first), Mismatch(_number(first), second)


def _labelled(site: Site, side: SgNode) -> str:
    start, end = site.bounds(side)
    for label in site.diagnostic.labels:
        if (label.span.start, label.span.end) == (start, end):
            return clean(label.text.strip("`"))
    return ""


def _number(type_: str) -> str:
    return {"{integer}": "integer", "{float}": "f64"}.get(type_, type_)


def _operand_ways(node: SgNode, types: Mismatch) -> Iterator[Way]:
    yield from ways(node, types)
    if node.kind() == "binary_expression":
        # the innermost operand on the near side may be the one: `a + b < c`
        for name in ("right", "left"):
            part = node.field(name)
            if part is not None:
                for text, prior in ways(part, types):
                    whole = node.text()
                    at = whole.rindex(part.text()) if name == "right" else 0
                    yield whole[:at] + text + whole[at + len(part.text()) :], prior * 0.5


def _places(site: Site, types: Mismatch) -> Iterator[tuple[SgNode, float, Mismatch]]:
    """Yield the expressions that may have the wrong type, each with its share and its types."""
    seen = set()
    for label in site.diagnostic.labels:
        # of two branches, or of two values that settle one type, either may be the wrong one
        other_end = label.text == "expected because of this" or label.text.startswith(
            "this argument has type"
        )
        if not label.primary and "found" not in label.text and not other_end:
            continue
        place = site.at(label)
        if place is None or label.span.file != site.span.file:
            continue
        if other_end:
            # a value that is put into a list settles what the list holds
            held = types.inner() if label.text.startswith("this argument") else None
            yield place.node, 0.8, held or Mismatch(types.found, types.expected)
            continue
        for node, share in _expressions(place.node):
            if not node.is_named() or node.kind() in NO_VALUE or _is_called(node):
                continue
            if is_pattern(node) or _is_statement_macro(node):
                continue
            if site.bounds(node) in seen:
                continue
            seen.add(site.bounds(node))
            own = mismatch(site.diagnostic, label.text)
            if site.code == "E0614" and share < 1:
                named = re.search(r"type `([^`]+)` cannot", site.diagnostic.message)
                yield node, 1.2 * share, Mismatch("", clean(named[1]) if named else "")
                continue
            known = types if label.primary and types.expected else own
            yield node, share * (1.0 if label.primary else 0.8), known if share == 1 else _unknown()


def _is_called(node: SgNode) -> bool:
    parent = node.parent()
    return (
        parent is not None
        and parent.kind() == "call_expression"
        and (parent.field("function") == node)
    )


def _is_statement_macro(node: SgNode) -> bool:
    """Whether it is a macro of std that has no value: what is wrong is wrong inside it."""
    return re.match(r"(?:debug_)?assert(?:_eq|_ne)?!|e?print(?:ln)?!", node.text()) is not None


def _unknown() -> Mismatch:
    return Mismatch("", "")


def _expressions(node: SgNode) -> Iterator[tuple[SgNode, float]]:
    """Yield ``node`` as a value, and the receiver where it names a method or a field."""
    parent = node.parent()
    if node.kind() == "field_identifier" and parent is not None:
        value = parent.field("value")
        if value is not None:
            yield value, 0.9
        return
    yield node, 1.0
    if node.kind() in ("reference_expression", "unary_expression", "try_expression"):
        inner = node.field("value") or node.child(len(node.children()) - 1)
        if node.kind() == "try_expression":
            inner = node.child(0)
        if inner is not None and inner.is_named():
            yield inner, 0.6
    elif node.kind() == "call_expression":
        function = node.field("function")
        value = function.field("value") if function is not None else None
        if value is not None:
            yield value, 0.4


def _fix(site: Site, node: SgNode, way: Way, rule: str = "conversion") -> Candidate:
    text, prior = way
    before = node.text()
    title = f"Change `{short(before)}` to `{short(text)}`"
    if text == f"&{before}":
        title = f"Borrow `{short(before)}`"
    elif text == f"&mut {before}":
        title = f"Borrow `{short(before)}` mutably"
    elif text.startswith(before) and text[len(before) :].startswith((".", "?", " as ")):
        title = f"Add `{text[len(before) :].strip()}` to `{short(before)}`"
    elif text and before.startswith((f"{text}.", f"{text}?", f"{text} ")):
        title = f"Remove `{short(before[len(text) :].strip())}` from `{short(text)}`"
    elif before == f"&{text}":
        title = f"Remove the `&` from `{short(before)}`"
    return site.fix(rule, title, site.replace(node, text), prior=prior)
