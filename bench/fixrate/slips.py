"""Small slips, made on the syntax tree: each kind yields the places where it can be made.

A slip is what people do while they type and refactor: something left out, something too
much, a wrong name. Whether a slip breaks the crate is for the compiler to say.
"""

from dataclasses import dataclass
from pathlib import Path

import places
from ast_grep_py import SgNode
from edits import (
    Edits,
    Search,
    change,
    cut,
    cut_listed,
    cut_spaced,
    delimiters,
    either,
    nodes,
    put,
    tokens,
)

from rustmend.syntax import Tree

# an integer type that is easily written instead
INTEGERS = {
    "u8": "u32", "u16": "u32", "u32": "usize", "u64": "u32", "u128": "u64", "usize": "u32",
    "i8": "i32", "i16": "i32", "i32": "u32", "i64": "i32", "i128": "i64", "isize": "i32",
}  # fmt: skip
# how the same thing is called by another type, or in another language
OTHER_NAMES = {
    "push": "push_str", "push_str": "push", "len": "count", "count": "len", "is_empty": "empty",
    "insert": "add", "get": "at", "get_mut": "get_ref_mut", "contains": "has", "pop": "pop_front",
    "starts_with": "has_prefix", "trim": "strip", "as_bytes": "bytes_of", "as_str": "to_str",
    "as_slice": "to_slice", "iter_mut": "iter_ref", "extend": "append_all", "chars": "characters",
    "unwrap_or": "or_default", "is_some": "is_present", "is_none": "is_null", "is_ok": "is_success",
    "map_err": "map_error", "and_then": "flat_map", "find": "find_first", "split": "split_by",
    "to_vec": "into_vec", "join": "concat_with", "as_mut": "to_mut", "next": "advance",
    "wrapping_add": "add_wrapping", "checked_add": "add_checked", "to_owned": "into_owned",
}  # fmt: skip
METHODS = ("clone", "to_string", "to_owned", "into", "as_ref", "iter", "collect", "unwrap")
RECEIVERS = {"&mut self": "&self", "&self": "self", "self": "&self"}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of slip. ``find`` yields its places in a file.

    ``open``: what was there cannot be known from what is left, so there are several right answers.
    ``elsewhere``: it counts only where every error shows in another file.
    """

    name: str
    find: Search
    open: bool = False
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip at a place: the file is relative to the crate's folder, ``edits`` do not overlap."""

    kind: str
    file: Path
    edits: Edits

    @property
    def key(self) -> str:
        """What tells this slip from others of its crate."""
        edits = ",".join(f"{edit.start}-{edit.end}{edit.text.decode()}" for edit in self.edits)
        return f"{self.kind} {self.file}:{edits}"

    def apply(self, text: bytes) -> bytes:
        """Return ``text`` with the slip in it."""
        for edit in sorted(self.edits, reverse=True):
            text = text[: edit.start] + edit.text + text[edit.end :]
        return text


def find(kind: Kind, file: Path, tree: Tree) -> list[Slip]:
    """Return every slip of ``kind`` that can be made in ``file``."""
    slips = [Slip(kind.name, file, edits) for edits in kind.find(tree)]
    return [slip for slip in slips if slip.apply(tree.text) != tree.text]


def misspelt(name: str) -> str | None:
    """Swap two letters in the middle, or lose one."""
    if len(name) < 4 or name in ("self", "Self", "super", "crate", "None", "Some"):
        return None
    middle = len(name) // 2
    if name[middle] != name[middle - 1] and len(name) % 2:
        return name[: middle - 1] + name[middle] + name[middle - 1] + name[middle + 1 :]
    return name[:middle] + name[middle + 1 :]


def _is_mutable(node: SgNode) -> bool:
    return any(child.kind() == "mutable_specifier" for child in node.children())


def _is_shared(node: SgNode) -> bool:
    return not _is_mutable(node)


def _is_plain(closure: SgNode) -> bool:
    return not closure.text().startswith(("move", "async"))


def _without_await(text: str) -> str:
    return text.removesuffix("await").rstrip().removesuffix(".").rstrip()


def _without_star(text: str) -> str | None:
    return text[1:] if text.startswith("*") else None


_borrows = nodes("reference_expression", where=_is_shared)
_borrows_mutably = nodes("reference_expression", where=_is_mutable)
_types_too = nodes("reference_expression", "reference_type", where=_is_mutable)
_quotes = tokens('"', "string_literal")
_commas = tokens(
    ",", "arguments", "parameters", "field_declaration_list", "field_initializer_list", "match_arm",
    "enum_variant_list", "array_expression", "tuple_expression", "use_list", "type_arguments",
)  # fmt: skip
_semicolons = tokens(
    ";", "let_declaration", "expression_statement", "use_declaration", "const_item"
)
_muts = tokens("mutable_specifier", "let_declaration", "parameter", "mut_pattern")
_moves = tokens("move", "closure_expression", "async_block")
_asyncs = tokens("async", "function_modifiers", "async_block")
_fields = nodes("field_initializer", "shorthand_field_initializer")
_methods = tokens("field_identifier", "field_expression")
_others_rely_on = either(
    change(places.declared_names, misspelt),
    cut_spaced(nodes("visibility_modifier")),
    cut_listed(nodes("parameter", "enum_variant", "field_declaration")),
)

KINDS = (
    Kind("& dropped", change(_borrows, lambda text: text.removeprefix("&").lstrip())),
    Kind("& added", put(places.values, "&")),
    Kind("&mut added", put(places.values, "&mut ")),
    Kind("&mut dropped", change(_borrows_mutably, lambda text: text.removeprefix("&mut "))),
    Kind("&mut to &", change(_types_too, lambda text: text.replace("mut ", "", 1))),
    Kind("receiver changed", change(nodes("self_parameter"), RECEIVERS.get)),
    Kind("mut dropped", cut_spaced(_muts)),
    Kind("mut added", put(places.shared_targets, "mut ")),
    Kind("* dropped", change(nodes("unary_expression"), _without_star)),
    Kind("* added", put(places.values, "*")),
    Kind("? dropped", change(nodes("try_expression"), lambda text: text.removesuffix("?"))),
    Kind("? added", put(places.values, after="?")),
    *(Kind(f".{name}() dropped", places.without_call(name)) for name in METHODS),
    *(Kind(f".{name}() added", put(places.values, after=f".{name}()")) for name in METHODS[1:]),
    Kind(".clone() added", put(places.receivers, after=".clone()")),
    Kind("use dropped", cut(nodes("use_declaration"))),
    Kind("use added", places.doubled_use),
    Kind("pub added", put(places.dictated_functions, "pub ")),
    Kind("pub dropped", cut_spaced(nodes("visibility_modifier"))),
    Kind("self. dropped", places.without_self),
    Kind("self. added", put(places.variables, "self.")),
    Kind("move dropped", cut_spaced(_moves)),
    Kind("move added", put(nodes("closure_expression", where=_is_plain), "move ")),
    Kind("async dropped", cut_spaced(_asyncs)),
    Kind("async added", put(tokens("fn", "function_item"), "async ")),
    Kind(".await dropped", change(nodes("await_expression"), _without_await)),
    Kind(".await added", put(nodes("call_expression"), after=".await")),
    Kind("dyn dropped", cut_spaced(tokens("dyn", "dynamic_type"))),
    Kind("dyn added", put(places.referenced_types, "dyn ")),
    Kind("return added", put(places.inner_results, "return ")),
    Kind("return dropped", cut_spaced(tokens("return", "return_expression"))),
    Kind("; dropped", cut(_semicolons)),
    Kind("; added", put(places.results, after=";")),
    Kind("brace dropped", either(cut(delimiters("{")), cut(delimiters("}")))),
    Kind("brace added", either(put(delimiters("{"), "{"), put(delimiters("}"), after="}"))),
    Kind("parenthesis dropped", either(cut(delimiters("(")), cut(delimiters(")")))),
    Kind("parenthesis added", either(put(delimiters("("), "("), put(delimiters(")"), after=")"))),
    Kind("bracket added", either(put(delimiters("["), "["), put(delimiters("]"), after="]"))),
    Kind("bracket dropped", either(cut(delimiters("[")), cut(delimiters("]")))),
    Kind("quote dropped", cut(_quotes)),
    Kind("quote added", put(_quotes, after='"')),
    Kind("comma dropped", cut(_commas)),
    Kind("comma added", put(_commas, after=",")),
    Kind("Ok(…) removed", places.unwrapped("Ok", "Err")),
    Kind("Some(…) removed", places.unwrapped("Some")),
    Kind("Ok(…) added", put(places.values, "Ok(", ")")),
    Kind("Some(…) added", put(places.values, "Some(", ")")),
    Kind("match arm removed", cut(nodes("match_arm")), open=True),
    Kind("struct field removed", cut_listed(_fields), open=True),
    Kind("argument removed", cut_listed(places.arguments), open=True),
    Kind("trait method removed", places.without_trait_function, open=True),
    Kind("derive removed", places.without_derived),
    Kind("bound removed", places.without_bound),
    Kind("where clause removed", cut(nodes("where_clause"))),
    Kind("lifetime removed", places.without_lifetime),
    Kind("generic parameter removed", places.without_member_of("type_parameters")),
    Kind("type annotation removed", places.without_annotation),
    Kind("return type removed", places.without_return_type),
    Kind("cast removed", places.without_cast),
    Kind("arguments swapped", places.swapped_arguments),
    Kind("integer type changed", change(nodes("primitive_type"), INTEGERS.get)),
    Kind("name misspelt", change(places.used_names, misspelt)),
    Kind("method of another type", change(_methods, OTHER_NAMES.get)),
    Kind("statement removed", cut(nodes("let_declaration")), open=True),
    Kind("used after move", places.moved_before, open=True),
    Kind("borrow kept too long", places.borrowed_over, open=True),
    Kind("error in another file", _others_rely_on, open=True, elsewhere=True),
)
