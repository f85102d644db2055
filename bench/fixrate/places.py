"""Where slips can be made that take more than one kind of node to describe."""

from collections.abc import Iterator
from itertools import pairwise

from ast_grep_py import SgNode
from edits import Edit, Edits, Search, listed, nodes, same, unlisted, without

from rustmend.syntax import Tree, walk

EXPRESSIONS = frozenset(
    {"identifier", "field_expression", "call_expression", "self", "index_expression"}
)
ATTACHED = frozenset({"line_comment", "block_comment", "attribute_item"})
TAKERS = frozenset({"arguments", "return_expression", "block"})
GIVERS = frozenset({"let_declaration", "field_initializer"})
DECLARATIONS = (
    "function_item", "function_signature_item", "struct_item", "enum_item", "enum_variant",
    "trait_item", "const_item", "type_item", "field_declaration",
)  # fmt: skip
WRITES = frozenset(
    {
        "push",
        "push_str",
        "insert",
        "clear",
        "extend",
        "pop",
        "remove",
        "truncate",
        "set_len",
        "next",
    }
)


def values(tree: Tree) -> Iterator[SgNode]:
    """Choose expressions that are handed on: arguments, initialisers, results."""
    for node in walk(tree.root):
        parent = node.parent()
        if parent is None or node.kind() not in EXPRESSIONS:
            continue
        handed_on = parent.kind() in TAKERS
        if handed_on or (parent.kind() in GIVERS and same(node, parent.field("value"))):
            yield node


def variables(tree: Tree) -> Iterator[SgNode]:
    """Choose variables that are handed on whole."""
    return (node for node in values(tree) if node.kind() == "identifier" and node.text().islower())


def receivers(tree: Tree) -> Iterator[SgNode]:
    """Choose what stands before a dot."""
    for node in nodes("field_expression")(tree):
        value = node.field("value")
        if value is not None and value.kind() in EXPRESSIONS and value.kind() != "self":
            yield value


def results(tree: Tree) -> Iterator[SgNode]:
    """Choose the last expression of a block."""
    for node in nodes("call_expression", "identifier", "field_expression")(tree):
        parent = node.parent()
        if parent is not None and parent.kind() == "block":
            yield node


def shared_targets(tree: Tree) -> Iterator[SgNode]:
    """Choose what is borrowed without ``mut``, in expressions and in types."""
    for node in nodes("reference_expression", "reference_type")(tree):
        target = node.field("value") or node.field("type")
        if target is not None and not any(c.kind() == "mutable_specifier" for c in node.children()):
            yield target


def inner_results(tree: Tree) -> Iterator[SgNode]:
    """Choose the last expression of a block that is no function's body."""
    for node in results(tree):
        parent = node.parent()
        owner = parent.parent() if parent is not None else None
        if owner is not None and owner.kind() not in ("function_item", "closure_expression"):
            yield node


def referenced_types(tree: Tree) -> Iterator[SgNode]:
    """Choose the named types directly behind a reference."""
    for node in nodes("type_identifier")(tree):
        parent = node.parent()
        if parent is not None and parent.kind() == "reference_type":
            yield node


def dictated_functions(tree: Tree) -> Iterator[SgNode]:
    """Choose the functions that a trait's impl must have."""
    yield from nodes("function_item", where=_in_trait_impl)(tree)


def doubled_use(tree: Tree) -> Iterator[Edits]:
    """Import something twice."""
    for node in nodes("use_declaration")(tree):
        end = tree.bounds(node)[1]
        yield (Edit(end, end, f"\n{node.text()}".encode()),)


def used_names(tree: Tree) -> Iterator[SgNode]:
    """Choose names where they are used, not where something is declared."""
    for node in nodes("identifier", "type_identifier", "field_identifier")(tree):
        parent = node.parent()
        kind = parent.kind() if parent is not None else ""
        if parent is None or kind in ("lifetime", "attribute", "use_as_clause", "token_tree"):
            continue
        declares = any(same(node, parent.field(role)) for role in ("name", "pattern"))
        if not declares or kind in ("scoped_identifier", "scoped_type_identifier"):
            yield node


def declared_names(tree: Tree) -> Iterator[SgNode]:
    """Choose the names of items, variants and fields where they are declared."""
    for node in nodes(*DECLARATIONS)(tree):
        name = node.field("name")
        if name is not None:
            yield name


def arguments(tree: Tree) -> Iterator[SgNode]:
    """Choose every argument of every call."""
    return (each for node in nodes("arguments")(tree) for each in listed(node))


def without_call(method: str) -> Search:
    """Leave ``.method()`` out."""

    def search(tree: Tree) -> Iterator[Edits]:
        for node in nodes("call_expression")(tree):
            callee = node.field("function")
            if callee is not None and callee.kind() == "generic_function":
                callee = callee.field("function")
            if callee is None or callee.kind() != "field_expression":
                continue
            name, value = callee.field("field"), callee.field("value")
            if name is not None and value is not None and name.text() == method:
                yield (Edit(tree.bounds(value)[1], tree.bounds(node)[1]),)

    return search


def unwrapped(*names: str) -> Search:
    """Take ``Ok(…)`` from around what is in it."""

    def search(tree: Tree) -> Iterator[Edits]:
        for node in nodes("call_expression")(tree):
            callee, given = node.field("function"), node.field("arguments")
            if callee is None or given is None or callee.text() not in names:
                continue
            if len(listed(given)) == 1:
                outer, inner = tree.bounds(node), tree.bounds(listed(given)[0])
                yield (Edit(outer[0], inner[0]), Edit(inner[1], outer[1]))

    return search


def swapped_arguments(tree: Tree) -> Iterator[Edits]:
    """Let two neighbours change places."""
    for node in nodes("arguments")(tree):
        given = listed(node)
        for one, two in pairwise(given):
            if one.text() != two.text():
                yield (
                    Edit(*tree.bounds(one), two.text().encode()),
                    Edit(*tree.bounds(two), one.text().encode()),
                )


def without_self(tree: Tree) -> Iterator[Edits]:
    """Leave ``self.`` out."""
    for node in nodes("field_expression")(tree):
        value, field = node.field("value"), node.field("field")
        if value is not None and field is not None and value.kind() == "self":
            yield (Edit(tree.bounds(node)[0], tree.bounds(field)[0]),)


def without_annotation(tree: Tree) -> Iterator[Edits]:
    """Leave the type of a ``let`` out, or a turbofish."""
    for node in nodes("let_declaration")(tree):
        pattern, annotation = node.field("pattern"), node.field("type")
        if pattern is not None and annotation is not None:
            yield (Edit(tree.bounds(pattern)[1], tree.bounds(annotation)[1]),)
    for node in nodes("generic_function")(tree):
        callee = node.field("function")
        if callee is not None:
            yield (Edit(tree.bounds(callee)[1], tree.bounds(node)[1]),)


def without_cast(tree: Tree) -> Iterator[Edits]:
    """Leave ``as T`` out."""
    for node in nodes("type_cast_expression")(tree):
        value = node.field("value")
        if value is not None:
            yield (Edit(tree.bounds(value)[1], tree.bounds(node)[1]),)


def without_return_type(tree: Tree) -> Iterator[Edits]:
    """Leave ``-> T`` out."""
    for node in nodes("function_item")(tree):
        parameters, result = node.field("parameters"), node.field("return_type")
        if parameters is not None and result is not None:
            yield (Edit(tree.bounds(parameters)[1], tree.bounds(result)[1]),)


def without_derived(tree: Tree) -> Iterator[Edits]:
    """Leave one trait out of a ``derive``."""
    for attribute in nodes("attribute_item")(tree):
        if not attribute.text().startswith("#[derive("):
            continue
        for node in walk(attribute):
            if node.kind() == "identifier" and node.text() != "derive":
                yield unlisted(tree, node)


def without_lifetime(tree: Tree) -> Iterator[Edits]:
    """Leave a lifetime out of the type that it is used in."""
    for node in nodes("lifetime")(tree):
        parent = node.parent()
        if parent is not None and parent.kind() == "reference_type":
            yield without(tree, node)
        elif parent is not None and parent.kind() == "type_arguments":
            yield _unlisted_or_all(tree, parent, node)


def without_bound(tree: Tree) -> Iterator[Edits]:
    """Leave one bound out; with the last one of a ``where``, the line."""
    for node in nodes("trait_bounds")(tree):
        parent = node.parent()
        for each in listed(node):
            if parent is not None and parent.kind() == "where_predicate" and len(listed(node)) == 1:
                yield unlisted(tree, parent)
            else:
                yield _unlisted_or_all(tree, node, each)


def without_trait_function(tree: Tree) -> Iterator[Edits]:
    """Leave a function out of a trait's impl, with its documentation and attributes."""
    for node in nodes("function_item", where=_in_trait_impl)(tree):
        first = node
        while (before := first.prev()) is not None and before.kind() in ATTACHED:
            first = before
        yield (Edit(tree.bounds(first)[0], tree.bounds(node)[1]),)


def without_member_of(kind: str) -> Search:
    """Leave one out of a list such as bounds; with the last one, the list."""

    def search(tree: Tree) -> Iterator[Edits]:
        for node in nodes(kind)(tree):
            for each in listed(node):
                yield _unlisted_or_all(tree, node, each)

    return search


def moved_before(tree: Tree) -> Iterator[Edits]:
    """Give a variable away one statement before it is used."""
    for node in variables(tree):
        statement = _statement(node)
        if statement is not None:
            start = tree.bounds(statement)[0]
            yield (Edit(start, start, f"let kept = {node.text()};\n".encode()),)


def borrowed_over(tree: Tree) -> Iterator[Edits]:
    """Hold a reference to something over a statement that changes it."""
    for node in nodes("call_expression", "compound_assignment_expr", "assignment_expression")(tree):
        changed, statement = _changed(node), _statement(node)
        if changed is not None and statement is not None and statement.kind() != "let_declaration":
            start, end = tree.bounds(statement)
            before = Edit(start, start, f"let held = &{changed};\n".encode())
            yield (before, Edit(end, end, b"\nlet _ = held;"))


def _unlisted_or_all(tree: Tree, whole: SgNode, member: SgNode) -> Edits:
    if len(listed(whole)) == 1:
        return (Edit(*tree.bounds(whole)),)
    return unlisted(tree, member)


def _in_trait_impl(node: SgNode) -> bool:
    parent = node.parent()
    owner = parent.parent() if parent is not None else None
    return owner is not None and owner.kind() == "impl_item" and owner.field("trait") is not None


def _changed(node: SgNode) -> str | None:
    """Return what the expression writes to, where that is plain to see."""
    if node.kind() != "call_expression":
        target = node.field("left")
    else:
        callee = node.field("function")
        if callee is None or callee.kind() != "field_expression":
            return None
        method, target = callee.field("field"), callee.field("value")
        if method is None or method.text() not in WRITES:
            return None
    return target.text() if target is not None and target.kind() in EXPRESSIONS else None


def _statement(node: SgNode) -> SgNode | None:
    """Return the statement around ``node`` that is directly in a block, closures apart."""
    current = node
    while (parent := current.parent()) is not None and current.kind() != "closure_expression":
        if parent.kind() == "block":
            plain = current.kind() in ("let_declaration", "expression_statement")
            return current if plain else None
        current = parent
    return None
