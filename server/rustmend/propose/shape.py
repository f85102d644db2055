"""What a piece of Rust consists of, counted so that two versions of it can be compared.

Only what is compiled and can run counts as *active*: nothing in comments, in strings, in macro
definitions, under a ``cfg`` that the other version lacks, or behind a constant condition.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from ast_grep_py import SgNode

from rustmend.domain.text import common_ends
from rustmend.propose.idiom import DEAD_MACROS, LOCKED, dead, harmless, without_strings

# What counts as one thing that can be taken away, by the group in which one may stand for another:
# an `if` rewritten as a `match` has lost nothing.
UNITS = {
    **dict.fromkeys(
        ("if_expression", "else_clause", "match_arm", "for_expression", "while_expression",
         "loop_expression", "match_expression"), "control",
    ),
    **dict.fromkeys(("assignment_expression", "compound_assignment_expr"), "assignment"),
    **dict.fromkeys(("field_declaration", "enum_variant"), "data"),
    **dict.fromkeys(("field_initializer", "shorthand_field_initializer"), "initializer"),
    "binary_expression": "operator",
    "function_signature_item": "function_item",  # a body that comes takes nothing away
    **{
        item: item
        for item in (
            "function_item", "impl_item", "trait_item", "struct_item",
            "enum_item", "union_item", "mod_item", "const_item", "static_item", "type_item",
            "macro_definition", "extern_crate_declaration", "associated_type",
        )
    },
}  # fmt: skip
TOKENS = frozenset({
    "identifier", "field_identifier", "shorthand_field_identifier", "integer_literal",
    "float_literal", "string_content", "char_literal", "boolean_literal", "self",
})  # fmt: skip
TYPE_POSITIONS = frozenset({
    "type_arguments", "type_parameters", "reference_type", "generic_type", "where_clause",
    "tuple_type", "array_type", "function_type", "dynamic_type", "abstract_type",
    "scoped_type_identifier", "use_declaration", "lifetime", "visibility_modifier",
})  # fmt: skip
NO_STATEMENT = frozenset({
    "line_comment", "block_comment", "attribute_item", "inner_attribute_item", "use_declaration",
    "label",
})  # fmt: skip
# A closure, future or function that stands here on its own runs only if somebody asks for it
HOLDERS = frozenset({"let_declaration", "block", "expression_statement"})
# A call of one of these only turns its value into another form of the same; macros likewise
ADAPTORS = frozenset({
    "clone", "cloned", "copied", "into", "try_into", "iter", "iter_mut", "into_iter", "collect",
    "unwrap", "unwrap_or", "unwrap_or_default", "expect", "ok", "borrow", "borrow_mut", "deref",
    "deref_mut", "by_ref", "from", "try_from", "default", "format", "vec", "dbg",
})  # fmt: skip
ADAPTING = re.compile(r"(?:to|as|into)_\w+$|[A-Z]\w*$")
WRAPPERS = frozenset({
    "Arc", "Rc", "Box", "Cell", "RefCell", "Mutex", "RwLock", "Pin", "Path", "PathBuf", "String",
    "OsString", "Vec", "HashMap", "HashSet", "BTreeMap", "BTreeSet", "VecDeque",
})  # fmt: skip
KEYWORDS = frozenset({
    "as", "await", "else", "fn", "for", "if", "in", "let", "match", "mut", "pub", "return", "while",
})  # fmt: skip
HIDING = re.compile(r"^(?:cfg|cfg_attr|ignore|should_panic|test|path|macro_use|no_mangle)\b")
LINTS = re.compile(r"^(?:allow|expect|warn|deny|forbid)\b|\b(?:allow|expect)\s*\(")


@dataclass(slots=True)
class Shape:
    """Counts of one text, names as written. ``calls`` are the methods and functions called.

    The first part of a key of ``tokens`` and ``units`` is "" for code that just runs.
    """

    tokens: Counter[tuple[str, str]] = field(default_factory=Counter)
    units: Counter[tuple[str, str]] = field(default_factory=Counter)
    calls: Counter[str] = field(default_factory=Counter)
    macros: Counter[str] = field(default_factory=Counter)
    attributes: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    casts: Counter[str] = field(default_factory=Counter)
    patterns: Counter[str] = field(default_factory=Counter)
    defaults: Counter[str] = field(default_factory=Counter)
    arguments: list[tuple[str, ...]] = field(default_factory=list)
    jumps: Counter[str] = field(default_factory=Counter)
    definitions: Counter[str] = field(default_factory=Counter)
    # what may do something: calls, macros and awaits, those left out that only adapt a value
    acts: Counter[str] = field(default_factory=Counter)
    adaptors: Counter[str] = field(default_factory=Counter)
    negations: Counter[str] = field(default_factory=Counter)


# What may be gone into when two versions differ only in there: it has no meaning of its own
# for what is inside, other than the condition of an `if`, which is no container
CONTAINERS = frozenset({
    "source_file", "mod_item", "declaration_list", "impl_item", "trait_item", "function_item",
    "block", "expression_statement", "if_expression", "else_clause", "for_expression",
    "while_expression", "loop_expression", "match_expression", "match_block",
})  # fmt: skip


def difference(old: SgNode, new: SgNode) -> tuple[list[SgNode], list[SgNode]]:
    """Return the nodes in which two trees differ: siblings on each side, as deep as is sound."""
    while True:
        first, second = old.children(), new.children()
        left, right = [node.text() for node in first], [node.text() for node in second]
        start, end = common_ends(left, right)
        first, second = first[start : len(first) - end], second[start : len(second) - end]
        if len(first) == len(second):
            # what stayed between two changes counts on neither side
            pairs = [(a, b) for a, b in zip(first, second, strict=True) if a.text() != b.text()]
            first, second = [a for a, _ in pairs], [b for _, b in pairs]
        if len(first) == len(second) == 1 and _enters(first[0], second[0]):
            old, new = first[0], second[0]
            continue
        if old.kind() == "source_file" or old.kind() in ("block", "declaration_list"):
            return first, second
        return [old], [new]


def _enters(old: SgNode, new: SgNode) -> bool:
    return old.kind() == new.kind() and old.kind() in CONTAINERS


def shape_of(roots: list[SgNode]) -> Shape:
    """Count what is under ``roots``, which are siblings."""
    shape = Shape()
    stack: list[tuple[SgNode, str, bool]] = [(root, "", False) for root in roots]
    parent = roots[0].parent() if roots else None
    if parent is not None and parent.kind() == "block":
        shape.units[("", "statement")] += sum(map(_does_something, roots))
    while stack:
        node, where, in_type = stack.pop()
        kind = node.kind()
        if kind in ("line_comment", "block_comment"):
            continue
        if kind in TOKENS:
            if not in_type and _stands_for_itself(node):
                literal = node.parent() if kind == "string_content" else None
                shape.tokens[(where, (node if literal is None else literal).text())] += 1
            continue
        if kind in UNITS or (kind == "use_declaration" and node.text().startswith("pub")):
            shape.units[(where, UNITS.get(kind, kind))] += 1
            shape.units[(where, "function body")] += kind == "function_item"
        if kind == "block":
            shape.units[(where, "statement")] += sum(map(_does_something, node.children()))
        _count(shape, node, kind)
        inner = _where(node, kind, where)
        in_type = in_type or kind in TYPE_POSITIONS
        stack.extend(
            (child, inner, in_type)
            for child in node.children()
            if child.is_named() or child.kind() == "unsafe"
        )
    return shape


def callee(node: SgNode) -> str:
    """Return the last name of what a call expression calls, "" where it has none."""
    function = node.field("function")
    while function is not None and function.kind() == "generic_function":
        function = function.field("function")
    if function is None:
        return ""
    last = function.field("field") or function.field("name") or function
    return last.text() if last.kind() in ("identifier", "field_identifier") else ""


def _count(shape: Shape, node: SgNode, kind: str) -> None:
    if kind in ("if_expression", "while_expression", "match_pattern"):
        condition = node.field("condition")
        shape.jumps["constant condition"] += condition is not None and _constant(condition)
        shape.units[("", "control")] += kind == "match_pattern" and condition is not None
    if kind == "call_expression":
        shape.calls[callee(node)] += not harmless(node, callee(node))
        _act(shape, callee(node), adapts=_makes_wrapper(node))
        shape.kinds["emptied place"] += _empties(node)
    elif kind == "scoped_identifier":
        name = node.field("name")
        shape.calls[f"::{name.text() if name else ''}"] += 1
    elif kind == "macro_invocation":
        macro = node.field("macro")
        called = (macro.text() if macro else "").split("::")[-1]
        shape.macros[called] += 1
        _inside_macro(shape, node)
        tokens = without_strings(node.text().split("!", 1)[-1])
        if not dead(macro.text() if macro else "", tokens[1:]):
            _act(shape, called)
            _act_inside(shape, tokens)
    elif kind == "macro_rule":
        _act_inside(shape, without_strings(node.text().split("=>", 1)[-1]))
    elif kind == "await_expression":
        shape.acts[".await"] += 1
    elif kind == "let_chain":
        shape.units[("", "operator")] += sum(child.kind() == "&&" for child in node.children())
    elif kind in ("unary_expression", "binary_expression"):
        operator = next((c.text() for c in node.children() if not c.is_named()), "")
        shape.negations[f"{kind}:{operator}"] += operator != "*"
    elif kind in ("attribute_item", "inner_attribute_item"):
        attribute = node.find(kind="attribute")
        shape.attributes[" ".join(attribute.text().split()) if attribute else node.text()] += 1
    elif kind == "expression_statement":
        inner = node.child(0)
        if inner is not None and inner.kind() == "try_expression":
            shape.kinds["try_statement"] += 1
    elif kind == "type_cast_expression":
        type_ = node.field("type")
        shape.casts[type_.text() if type_ else ""] += 1
    elif kind in ("match_arm", "let_condition", "let_declaration"):
        pattern = node.field("pattern")
        text = " ".join(pattern.text().split()) if pattern else ""
        shape.patterns[f"{kind}:{text}"] += 1
    elif kind == "arguments":
        texts = tuple(child.text() for child in node.children() if child.is_named())
        shape.arguments.append(texts)
        for text in texts:
            shape.defaults[text] += 1
    elif kind == "field_initializer":
        value = node.field("value")
        shape.defaults[value.text() if value else ""] += 1
    elif kind in ("return_expression", "break_expression", "continue_expression"):
        if _cuts_off(node):
            shape.jumps[kind] += 1
    elif kind == "loop_expression":
        body = node.field("body")
        if (
            body is not None
            and body.find(kind="break_expression") is None
            and not any(c.is_named() for c in body.children())
        ):
            shape.jumps["loop"] += 1
    elif kind == "try_expression" and _never_looked_at(node):
        shape.kinds["try_statement"] += 1
    elif kind == "use_declaration" and node.text().startswith("pub"):
        shape.units[("", "exported name")] += _exports(node)
    shape.kinds[kind] += 1
    if kind in ("use_declaration", "mod_item", "function_item", "struct_item", "enum_item",
                "const_item", "static_item", "type_item", "trait_item"):  # fmt: skip
        for leaf in node.find_all(kind="identifier") if kind == "use_declaration" else [node]:
            name = leaf if kind == "use_declaration" else node.field("name")
            if name is not None:
                shape.definitions[name.text()] += 1
    elif kind == "let_declaration":
        pattern = node.field("pattern")
        mutable = any(child.kind() == "mutable_specifier" for child in node.children())
        if pattern is not None:
            shape.definitions[("mut " if mutable else "") + pattern.text()] += 1


def _act(shape: Shape, name: str, *, adapts: bool = False) -> None:
    adapts = adapts or name in ADAPTORS or ADAPTING.match(name) is not None
    (shape.adaptors if adapts else shape.acts)[name] += 1


def _act_inside(shape: Shape, tokens: str) -> None:
    """Count what may do something in a macro's tokens, and the conditions joined there."""
    calls = r"(\w+(?:::<[^()]*?>)?::)?\b([a-zA-Z_]\w*)\s*(\(|!\s*[\(\[{])"
    for call in re.finditer(calls, tokens):
        path, name = call[1] or "", call[2]
        runs = call[3] == "(" or not dead(path + name, tokens[call.end() :])
        if name not in KEYWORDS and runs:
            _act(shape, name, adapts=name == "new" and path.partition("::")[0] in WRAPPERS)
    shape.acts[".await"] += len(re.findall(r"\.\s*await\b", tokens))
    shape.units[("", "operator")] += len(re.findall(r"[\w)\]?]\s*(?:&&|\|\|)", tokens))


def _makes_wrapper(call: SgNode) -> bool:
    """Whether ``call`` is one such as ``Arc::new(x)``."""
    function = call.field("function")
    path = function.field("path") if function is not None else None
    if path is None or callee(call) != "new":
        return False
    return re.sub(r"(?:::)?<.*", "", path.text()).split("::")[-1] in WRAPPERS


def _empties(call: SgNode) -> bool:
    """Whether ``call`` is ``x.take()``, ``take(&mut x)`` or ``replace(&mut x, …)``."""
    if callee(call) not in ("take", "replace"):
        return False
    arguments = call.field("arguments")
    texts = [c.text() for c in arguments.children() if c.is_named()] if arguments else []
    return texts[0].startswith("&mut ") if texts else callee(call) == "take"


def _never_looked_at(node: SgNode) -> bool:
    """Whether the value of ``x?`` is bound to a name that is not read in the same block."""
    let = node.parent()
    if let is None or let.kind() != "let_declaration":
        return False
    pattern, block = let.field("pattern"), let.parent()
    if pattern is None or block is None or pattern.kind() not in ("identifier", "_"):
        return False
    following = block.text().split(let.text(), 1)[-1]
    return re.search(rf"\b{re.escape(pattern.text())}\b", following) is None


def _exports(use: SgNode) -> int:
    """Return how many names the braces of a ``use`` list."""
    return sum(
        child.is_named() and child.kind() not in ("scoped_use_list", "line_comment")
        for names in use.find_all(kind="use_list")
        for child in names.children()
    )


def _inside_macro(shape: Shape, node: SgNode) -> None:
    """Count calls in a macro's arguments, which are mere tokens to the parser, but run."""
    tokens = LOCKED.sub(".lock()", node.text().split("!", 1)[-1])
    for name, mark in re.findall(r"\b(\w+)\s*(!?)\s*[\(\[]", tokens):
        (shape.macros if mark else shape.calls)[name] += 1


def _where(node: SgNode, kind: str, where: str) -> str:
    """Return where code below ``node`` stands: a longer text is farther from running."""
    if kind == "macro_definition":
        return f"{where}/macro"
    if kind == "macro_invocation":
        macro = node.field("macro")
        name = macro.text().split("::")[-1] if macro else ""
        return f"{where}/{name}!" if name in DEAD_MACROS else where
    if kind == "if_expression" or kind == "while_expression":
        condition = node.field("condition")
        if condition is not None and _constant(condition):
            return f"{where}/never"
    if kind == "for_expression" and _no_round(node.field("value")):
        return f"{where}/never"
    if kind in ("closure_expression", "async_block", "function_item"):
        parent = node.parent()
        if parent is not None and (parent.kind() in HOLDERS or _discarded(parent)):
            return f"{where}/later"
    return where


def _discarded(arguments: SgNode) -> bool:
    call = arguments.parent() if arguments.kind() == "arguments" else None
    return call is not None and callee(call) in ("drop", "forget")


def _no_round(value: SgNode | None) -> bool:
    """Whether a loop over ``value`` never runs its body: ``0..0``, ``[]``."""
    text = re.sub(r"\s+", "", value.text()) if value is not None else ""
    return re.match(r"(\d+)\.\.\1$|\[\]|\(0\.\.0\)", text) is not None


def _constant(condition: SgNode) -> bool:
    if "cfg!" in condition.text() or _joins_literal(condition):
        return True
    return not any(
        condition.find(kind=kind) is not None for kind in ("identifier", "self", "field_identifier")
    ) and condition.kind() not in ("identifier", "self")


def _joins_literal(condition: SgNode) -> bool:
    """Whether a literal alone decides, as in ``false && x``."""
    if condition.kind() in ("binary_expression", "let_chain", "parenthesized_expression"):
        return any(map(_joins_literal, condition.children()))
    return condition.kind() == "boolean_literal"


def _does_something(statement: SgNode) -> bool:
    """Whether a child of a block is a statement or value other than ``;``, ``()`` and ``{}``."""
    if not statement.is_named() or statement.kind() in NO_STATEMENT:
        return False
    return re.sub(r"\s+", "", statement.text()).strip(";") not in ("", "()", "{}")


def _stands_for_itself(node: SgNode) -> bool:
    """Whether a name is more than the path in front of another one; of a literal the first part."""
    parent = node.parent()
    if node.kind() == "string_content" and parent is not None:
        return next(c for c in parent.children() if c.kind() == "string_content") == node
    if parent is None or parent.kind() != "scoped_identifier":
        return True
    above = parent.parent()
    in_front = above is not None and above.kind() == "scoped_identifier"
    return not in_front and parent.field("name") == node


def _cuts_off(node: SgNode) -> bool:
    """Whether statements follow that can no longer be reached."""
    statement = node.parent()
    if statement is None or statement.kind() != "expression_statement":
        return False
    block = statement.parent()
    if block is None or block.kind() != "block":
        return False
    following = statement.next()
    while following is not None:
        if (
            following.is_named()
            and "comment" not in following.kind()
            and not following.kind().endswith("_item")
        ):
            return True
        following = following.next()
    return False
