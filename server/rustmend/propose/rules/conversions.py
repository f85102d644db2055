"""Ways to make an expression have another type: what the language and std offer.

References coerce by ``&``, ``&mut`` and ``*``; wrappers (`Option`, `Result`, `Box`) are put on and
taken off; std converts between its own types by methods whose names say the direction.
"""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.propose.numbers import holds
from rustmend.propose.rules.likeness import snake
from rustmend.propose.rules.site import operand, receiver
from rustmend.propose.rules.types import INTEGERS, NUMBERS, Mismatch, arguments, head, referent

Way = tuple[str, float]
"""The new text of an expression, and how likely it is meant."""

WRAPPERS = frozenset({
    "Some", "Ok", "Err", "Box::new", "Rc::new", "Arc::new", "Cell::new", "RefCell::new",
    "Mutex::new", "RwLock::new", "Cow::Borrowed", "Cow::Owned", "Reverse", "Wrapping", "Pin::new",
    "String::from", "PathBuf::from", "Path::new", "Into::into", "From::from",
})  # fmt: skip
WRAPS = {
    "Option": "Some", "Result": "Ok", "Box": "Box::new", "Rc": "Rc::new", "Arc": "Arc::new",
    "RefCell": "RefCell::new", "Cell": "Cell::new", "Mutex": "Mutex::new", "RwLock": "RwLock::new",
    "Poll": "Poll::Ready", "Reverse": "Reverse", "Wrapping": "Wrapping", "NonNull": "NonNull::from",
}  # fmt: skip
# Calls that change how a value is held, not what it is: one may go without the meaning going
CONVERTING = frozenset({
    "clone", "cloned", "copied", "to_string", "to_owned", "to_vec", "into_owned", "into",
    "as_ref", "as_mut", "as_str", "as_slice", "as_bytes", "as_deref", "as_path", "iter", "iter_mut",
    "into_iter", "collect", "unwrap", "expect", "borrow", "borrow_mut", "ok", "deref", "chars",
    "bytes", "into_boxed_slice", "into_inner", "by_ref", "to_path_buf", "unwrap_or_default",
    "try_into",
})  # fmt: skip
SEQUENCES = frozenset({"Vec", "VecDeque", "HashSet", "BTreeSet", "HashMap", "BTreeMap", "String",
                       "BinaryHeap", "LinkedList", "Box"})  # fmt: skip
LENGTHS = frozenset({"Vec", "String", "str", "[", "HashMap", "BTreeMap", "HashSet", "VecDeque"})
SMART = frozenset({"Box", "Rc", "Arc", "Ref", "RefMut", "MutexGuard", "Cow", "String", "Vec"})


# What a method of std returns is called after it
ADAPTERS = frozenset({
    "Iter", "IterMut", "IntoIter", "Chars", "CharIndices", "Bytes", "Lines", "SplitWhitespace",
    "Keys", "Values", "ValuesMut", "IntoKeys", "IntoValues", "Rev", "Enumerate", "Peekable",
    "Cycle", "Fuse", "Cloned", "Copied", "Components", "Flatten",
})  # fmt: skip


def ways(node: SgNode, types: Mismatch) -> Iterator[Way]:
    """Yield new texts for the expression ``node``, found as one type and expected as another."""
    yield from undone(node, types)
    if head(types.expected) in ADAPTERS:
        yield f"{receiver(node)}.{snake(head(types.expected))}()", 0.65
    yield from _by_reference(node, types)
    yield from _by_wrapper(node, types)
    yield from _by_method(node, types)
    yield from _by_number(node, types)
    yield from _inside(node, types)
    x, tight = receiver(node), operand(node)
    pointless = _pointless(types)
    yield from ((f"{x}{suffix}", prior) for suffix, prior in ANYWAY if suffix not in pointless)
    if node.kind() != "reference_expression":
        marks = (("&", 0.16), ("&mut ", 0.08), ("*", 0.14))
        yield from ((f"{mark}{tight}", prior) for mark, prior in marks if mark not in pointless)


ANYWAY = (("?", 0.12), (".into()", 0.12), (".clone()", 0.1), (".as_ref()", 0.1),
          (".to_string()", 0.06), (".to_owned()", 0.05), (".unwrap()", 0.05), (".iter()", 0.05),
          (".collect()", 0.05), (".as_str()", 0.04), (".as_mut()", 0.05), (".borrow()", 0.04),
          (".await", 0.03))  # fmt: skip


_NO_OUTCOME = frozenset({"?", ".unwrap()", ".await"})
_NO_VIEW = frozenset({".as_str()", ".as_mut()", ".borrow()"})
# What values of std's types have no use for: neither the method, nor an impl behind it
_LACKS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        (*NUMBERS, "bool", "char", "(", "()"),
        _NO_OUTCOME | _NO_VIEW | {".iter()", ".collect()", ".as_ref()", "*"},
    ),
    **dict.fromkeys(("str", "String"), _NO_OUTCOME | {".iter()", ".collect()", ".as_mut()"}),
    **dict.fromkeys(
        ("Vec", "[", "HashMap", "HashSet", "BTreeMap", "BTreeSet", "VecDeque", "BinaryHeap"),
        _NO_OUTCOME | {".as_str()", ".to_string()", ".collect()"},
    ),
    **dict.fromkeys(
        ("Option", "Result"), _NO_VIEW - {".as_mut()"} | {".to_string()", ".collect()", ".await"}
    ),
}  # fmt: skip


def _pointless(types: Mismatch) -> frozenset[str]:
    """Return the marks and steps that cannot lead from the type found to the one expected."""
    expected, found = types.expected, types.found
    known = bool(expected) and expected != "_" and not re.fullmatch(r"[A-Z]", expected)
    lacks = _LACKS.get(head(found.lstrip("&").removeprefix("mut ")), frozenset())
    if found.startswith("&"):
        lacks = lacks - {"*"}
    if known and not expected.startswith("&"):
        lacks |= {"&", "&mut ", ".as_str()", ".borrow()"}
        lacks |= {".as_ref()"} if head(expected) not in ("Option", "Result", "Pin") else set()
    elif known:
        lacks |= {".clone()", ".to_string()", ".to_owned()", ".collect()"}
        lacks |= {"&mut "} if not expected.startswith("&mut ") else {"&"}
    return lacks


def undone(node: SgNode, types: Mismatch) -> Iterator[Way]:
    """Yield ``node`` without its outermost conversion: the slip may have been to write it."""
    kind, text = node.kind(), node.text()
    value = node.field("value")
    if kind == "reference_expression" and value is not None:
        wanted = types.expected
        yield value.text(), 0.6 if wanted and not wanted.startswith("&") else 0.4
        if wanted and wanted == referent(types.found):
            yield f"{receiver(value)}.clone()", 0.4
        if text.startswith("&mut "):
            yield f"&{value.text()}", 0.3
        else:
            yield f"&mut {value.text()}", 0.8 if wanted.startswith("&mut ") else 0.3
    elif kind == "unary_expression" and text.startswith("*"):
        yield text[1:].lstrip(), 0.4
    elif kind == "try_expression":
        yield text[:-1].rstrip(), 0.4
    elif kind == "type_cast_expression" and value is not None:
        yield value.text(), 0.3
    elif kind == "call_expression":
        yield from _uncalled(node, types)
    elif kind == "await_expression":
        yield text.removesuffix("await").rstrip().removesuffix("."), 0.3


def _uncalled(node: SgNode, types: Mismatch) -> Iterator[Way]:
    function, given = node.field("function"), node.field("arguments")
    if function is None or given is None:
        return
    values = [child for child in given.children() if child.is_named()]
    if function.kind() == "field_expression" and not values:
        owner = function.field("value")
        name = function.field("field")
        if owner is not None and name is not None:
            taken = name.text() in ("unwrap", "expect") and head(types.expected) in (
                "Option",
                "Result",
            )
            yield owner.text(), 0.9 if taken else 0.3 if name.text() in CONVERTING else 0.08
            if types.expected == "String" and name.text() in ("as_str", "as_ref", "trim"):
                yield f"{owner.text()}.to_string()", 0.5
                if name.text() == "as_str":
                    yield f"{owner.text()}.clone()", 0.9
    elif len(values) == 1 and (function.text() in WRAPPERS or function.text()[:1].isupper()):
        yield values[0].text(), 0.5 if function.text() in WRAPPERS else 0.1


def _by_reference(node: SgNode, types: Mismatch) -> Iterator[Way]:
    expected, found = types.expected, types.found
    tight, x = operand(node), receiver(node)
    if node.kind() == "reference_expression":
        return
    if expected in NUMBERS and found.startswith("&&"):
        yield f"**{tight}", 0.75
    if expected.startswith("&mut "):
        if found.startswith("&mut "):
            yield f"&mut *{tight}", 0.2
        else:
            yield f"&mut {tight}", 0.6
    elif expected.startswith("&"):
        if found == referent(expected) or not found.startswith("&"):
            yield f"&{tight}", 0.55
        if head(found) in SMART:
            yield f"&*{tight}", 0.15
        if found.startswith("&&"):
            yield f"*{tight}", 0.5
    if found.startswith("&") and not expected.startswith("&"):
        inner = referent(found)
        copies = inner in NUMBERS or inner in ("bool", "char")
        same = inner == expected or "_" in expected or not expected
        yield f"*{tight}", 0.6 if copies and same else 0.45 if same else 0.12
        yield f"{x}.clone()", 0.15 if copies else 0.4 if same else 0.1


def _by_wrapper(node: SgNode, types: Mismatch) -> Iterator[Way]:
    expected, found = types.expected, types.found
    x, outer = node.text(), head(expected)
    if outer in WRAPS and head(found) != outer:
        parts = arguments(expected)
        if outer == "Result" and len(parts) == 2 and parts[1] == found:
            yield f"Err({x})", 0.5
        elif outer == "Result" and len(parts) == 2 and parts[1] == "_":
            yield f"Err({x})", 0.45
        if node.kind() == "string_literal" and parts == ["char"] and len(x) == 3:
            yield f"{WRAPS[outer]}('{x[1]}')", 0.8
        if x == "()" and outer == "Result":
            yield "Ok(())", 0.9
        same = bool(parts) and (parts[0] == found or "_" in found or parts[0] == "_")
        held = head(parts[0]) if parts else ""
        if head(found) != "Result" or held in ("Result", "_", "") or re.fullmatch(r"[A-Z]", held):
            yield f"{WRAPS[outer]}({x})", 0.7 if same else 0.4
        if outer == "Option":
            yield f"{receiver(node)}.ok()" if head(found) == "Result" else f"Some(&{x})", 0.2
    if head(found) in ("Option", "Result") and outer not in ("Option", "Result"):
        yield f"{receiver(node)}?", 0.5
        yield f"{receiver(node)}.unwrap()", 0.3
        yield f"{receiver(node)}.unwrap_or_default()", 0.05
    if outer == "Result" and head(found) == "Option":
        yield f"{receiver(node)}.ok_or_else(Default::default)", 0.02
    if expected == "bool" and head(found) in ("Option", "Result"):
        yield f"{receiver(node)}.{'is_some' if head(found) == 'Option' else 'is_ok'}()", 0.4


def _by_method(node: SgNode, types: Mismatch) -> Iterator[Way]:
    expected, found = types.expected, types.found
    x = receiver(node)
    if expected == "&str" and found.lstrip("&") in (*NUMBERS, "char", "bool"):
        yield f"&{x}.to_string()", 0.7
    if expected == "Duration" and found in NUMBERS:
        yield f"Duration::from_secs({node.text()})", 0.5
        yield f"Duration::from_millis({node.text()})", 0.45
    if expected == "String" and head(found) in ("ToUppercase", "ToLowercase", "Display"):
        yield f"{x}.to_string()", 0.7
    bare_expected, bare_found = expected.lstrip("&"), found.lstrip("&").removeprefix("mut ")
    for want, have, suffix, prior in METHODS:
        if want in (expected, head(expected)) and have in (found, head(found), head(bare_found)):
            yield f"{x}{suffix}", prior
    no_iterator = SEQUENCES | {"Option", "Result", "&", "[", "("} | NUMBERS
    if head(expected) in SEQUENCES and head(found) not in no_iterator:
        yield f"{x}.collect()", 0.45
    if expected in ("usize", "integer") and found and found not in NUMBERS:
        yield f"{x}.len()", 0.6 if head(bare_found) in LENGTHS else 0.3
        yield f"{x}.count()", 0.15
    if head(expected) == head(found) == "Option":
        yield from _between_options(x, arguments(expected), arguments(found))
    if head(expected) == "Option" and head(bare_found) == "Option" and found.startswith("&"):
        yield f"{x}.as_ref()", 0.5
        yield f"{x}.as_deref()", 0.4
        yield f"{x}.clone()", 0.3
    if bare_expected == f"[{''.join(arguments(bare_found))}]":
        yield f"{x}.as_slice()", 0.2
    if head(expected) in ("Vec", "[") and head(bare_found) == "[":
        yield f"{x}.to_vec()", 0.5


METHODS = (
    ("String", "str", ".to_string()", 0.6), ("String", "str", ".to_owned()", 0.5),
    ("String", "str", ".into()", 0.35), ("String", "char", ".to_string()", 0.5),
    ("String", "Cow", ".into_owned()", 0.5), ("String", "Cow", ".to_string()", 0.3),
    ("String", "integer", ".to_string()", 0.4), ("String", "usize", ".to_string()", 0.4),
    ("String", "Path", ".display().to_string()", 0.3), ("String", "Chars", ".collect()", 0.6),
    ("&str", "String", ".as_str()", 0.5), ("&str", "Cow", ".as_ref()", 0.4),
    ("&str", "OsStr", ".to_str().unwrap()", 0.1), ("&str", "Path", ".to_str().unwrap()", 0.1),
    ("&[u8]", "str", ".as_bytes()", 0.8), ("&[u8]", "String", ".as_bytes()", 0.8),
    ("&", "str", ".as_bytes()", 0.2), ("&", "String", ".as_str()", 0.25),
    ("&", "String", ".as_bytes()", 0.2),
    ("Vec", "str", ".as_bytes().to_vec()", 0.2), ("Vec", "String", ".into_bytes()", 0.3),
    ("PathBuf", "str", ".into()", 0.5), ("PathBuf", "Path", ".to_path_buf()", 0.6),
    ("PathBuf", "String", ".into()", 0.5), ("&Path", "PathBuf", ".as_path()", 0.5),
    ("&Path", "str", ".as_ref()", 0.4), ("&OsStr", "str", ".as_ref()", 0.4),
    ("&OsStr", "Path", ".as_os_str()", 0.5), ("Cow", "str", ".into()", 0.4),
    ("Cow", "String", ".into()", 0.4), ("Cow", "[", ".into()", 0.4),
    ("Cow", "Vec", ".into()", 0.4), ("Box", "str", ".into()", 0.4),
    ("Box", "String", ".into()", 0.3), ("Rc", "str", ".into()", 0.3),
    ("Arc", "str", ".into()", 0.3),
    ("Option", "Result", ".ok()", 0.5), ("char", "Option", ".unwrap()", 0.2),
    ("f64", "Duration", ".as_secs_f64()", 0.4), ("u64", "Duration", ".as_secs()", 0.4),
    ("u128", "Duration", ".as_millis()", 0.4), ("bool", "Vec", ".is_empty()", 0.1),
    ("Duration", "u64", ".as_secs()", 0.05), ("Duration", "Instant", ".elapsed()", 0.5),
)  # fmt: skip


def _between_options(x: str, wanted: list[str], found: list[str]) -> Iterator[Way]:
    if not wanted or not found:
        return
    want, have = wanted[0], found[0]
    if have == f"&{want}" or (have.startswith("&") and not want.startswith("&")):
        yield f"{x}.cloned()", 0.5
        yield f"{x}.copied()", 0.5
    elif want.startswith("&mut "):
        yield f"{x}.as_mut()", 0.6
        yield f"{x}.as_deref_mut()", 0.4
    elif want.startswith("&"):
        direct = want == f"&{have}"
        yield f"{x}.as_ref()", 0.7 if direct else 0.3
        yield f"{x}.as_deref()", 0.3 if direct else 0.7
    elif want == "String" and have == "&str":
        yield f"{x}.map(str::to_string)", 0.3
        yield f"{x}.map(|s| s.to_string())", 0.3
        yield f"{x}.map(String::from)", 0.3


def _by_number(node: SgNode, types: Mismatch) -> Iterator[Way]:
    expected, found = types.expected, types.found
    if expected not in NUMBERS | {"char"} or "{" in expected:
        if expected == "f64" or expected == "f32":
            yield f"{node.text()}.0", 0.5
        return
    text = node.text()
    left, right = node.field("left"), node.field("right")
    if node.kind() == "binary_expression" and left is not None and right is not None:
        rest = text[len(left.text()) :]
        if expected in ("f32", "f64") and found in INTEGERS and "/" in rest[: -len(right.text())]:
            # what whole numbers leave over is lost before a quotient of them is converted
            yield f"{operand(left)} as {expected} / {operand(right)} as {expected}", 0.95
        if found in NUMBERS and expected not in ("integer", "floating-point number"):
            literal = right.kind().endswith("_literal")
            yield f"{operand(left)} as {expected}{rest}", 0.65 if literal else 0.3
    if found == "char" and expected == "integer":
        yield f"{text} as u32", 0.6
        yield f"{text} as u8", 0.4
    cast = node.kind() in ("binary_expression", "unary_expression", "type_cast_expression")
    base = f"({text})" if cast or node.kind() == "range_expression" else text
    if node.kind() == "integer_literal" and expected in ("f32", "f64"):
        yield f"{text}.0", 0.8
    elif node.kind() == "char_literal" and expected == "u8":
        yield f"b{text}", 0.8
    elif node.kind() == "string_literal" and expected == "char":
        yield f"'{text[1:-1]}'", 0.7
    if found in NUMBERS or found in ("char", "bool", ""):
        if expected not in ("integer", "floating-point number"):
            yield f"{base} as {expected}", 0.6
            if found not in INTEGERS or holds(expected, found):
                yield f"{expected}::from({text})", 0.3
        if expected in INTEGERS and found in INTEGERS:
            yield f"{receiver(node)}.try_into().unwrap()", 0.05
        if node.kind() == "type_cast_expression" and (value := node.field("value")) is not None:
            yield f"{value.text()} as {expected}", 0.6
    if head(found) == "&" and referent(found) in NUMBERS and expected not in ("integer",):
        if expected == "f64" and holds("f64", referent(found)):
            yield f"f64::from(*{operand(node)})", 0.65
        if referent(found) != expected:
            yield f"*{operand(node)} as {expected}", 0.5


def _inside(node: SgNode, types: Mismatch) -> Iterator[Way]:
    """Yield conversions of what a wrapper holds: ``Some(*x)`` for an ``Option<&T>``."""
    inner = types.inner()
    function, given = node.field("function"), node.field("arguments")
    if node.kind() != "call_expression" or function is None or given is None:
        return
    values = [child for child in given.children() if child.is_named()]
    if function.text() not in WRAPPERS or len(values) != 1:
        return
    for text, prior in ways(values[0], inner or Mismatch("", "")):
        yield f"{function.text()}({text})", prior * (0.9 if inner else 0.5)
