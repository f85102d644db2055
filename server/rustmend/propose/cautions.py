"""What speaks against an edit that checks, found by comparing syntax before and after.

The words are those of ``Caution``. When in doubt it is flagged: a flag costs a glance,
code that silently went away costs trust.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rustmend.domain import Caution, Diagnostic, TextEdit
from rustmend.propose.compared import PANICKING_CALLS, shapes
from rustmend.propose.inactive import touches_inactive
from rustmend.propose.numbers import NUMBER, holds
from rustmend.propose.shape import HIDING, LINTS, Shape
from rustmend.propose.syntax_repairs import parts_call, punctuates, repairs_syntax
from rustmend.sources import Sources

if TYPE_CHECKING:
    from rustmend.propose.context import Context

# So many names and literals may go without anything else in their place: a wrapper such as
# `Some(…)`, a method such as `.as_ref()`, an argument.
FREE_TOKENS = 2
# Their answer is an Option where an index panics
CHECKED = frozenset({"get", "get_mut", "first", "first_mut", "last", "last_mut", "nth"})
# What each construct may stand for when a call went: `a.add(b)` is `a + b`
COMBINATORS = frozenset({
    "map", "and_then", "map_err", "ok_or", "ok_or_else", "unwrap_or_else", "map_or", "map_or_else",
    "for_each", "try_for_each", "filter", "then", "then_some", "or_else", "is_some_and", "fold",
})  # fmt: skip
DOING = {
    "binary_expression": frozenset({
        "add", "sub", "mul", "div", "rem", "eq", "ne", "lt", "gt", "le", "ge", "cmp", "partial_cmp",
        "and", "or", "bitand", "bitor", "bitxor", "shl", "shr", "concat", "push_str",
    }),
    "compound_assignment_expr": frozenset({"add_assign", "sub_assign", "push_str", "push"}),
    "index_expression": CHECKED | {"index"},
    "unary_expression": frozenset({"neg", "not"}),
    "struct_expression": frozenset({"new"}),
    "if_expression": COMBINATORS,
    "match_expression": COMBINATORS,
    "for_expression": COMBINATORS,
    "while_expression": COMBINATORS,
}  # fmt: skip
NOT_FOUND = ("E0423", "E0424", "E0425", "E0432", "E0433", "E0434", "E0599", "E0610", "E0618", None)
PLACEHOLDERS = ("todo", "unimplemented")
PANICKING_MACROS = ("panic", "unreachable")
LEAKS = ("leak", "forget", "into_raw", "::leak", "::forget", "::into_raw", "::ManuallyDrop")
CLONES = ("clone", "to_owned", "to_string", "to_vec", "cloned", "into_owned", "::clone",
          "::to_owned", "::to_string")  # fmt: skip
# These make an owned value of a borrowed one; of an owned one they make a copy
MAKERS = ("to_owned", "to_string", "to_vec", "into_owned", "::to_owned", "::to_string")
_MADE = re.compile(
    r"expected (?:[a-z][\w ]*)?`(?:(?:\w+::)*(?:String|PathBuf|OsString)`,?\s+found "
    r"(?:[a-z][\w ,]*? )?"
    r"(?!`&*(?:mut )?(?:\w+::)*(?:String|PathBuf|OsString)\b)|(?:\w+::)*Vec<[^`]*`,?\s+found "
    r"(?:[a-z][\w ]*? )?`&(?:'\w+ )?(?:mut )?\[)"
)
SWALLOWING = ("ok", "::ok")
DEFAULTING = ("default", "::default", "unwrap_or_default", "unwrap_or", "::unwrap_or_default")
DEFAULT_TEXT = frozenset({
    "0", "0.0", '""', "None", "false", "()", "String::new()", "Vec::new()", "vec![]", "' '",
    "HashMap::new()", "HashSet::new()", "BTreeMap::new()", "BTreeSet::new()", "VecDeque::new()",
    "Default::default()",
})  # fmt: skip
SILENCES = re.compile(r"\b(?:allow|expect)\s*\(")
# what makes more of a value than one that is read: statements, an assignment, a way out, a call
_DOES = re.compile(
    rb";|(?:<<|>>|(?<![=!<>]))=(?!=)|\?|\b(?:return|break|continue|loop|while|for|unsafe|await)\b"
    rb"|\b[a-z_]\w*\s*(?:::\s*<[^()]*>\s*)?\(|\w!\s*[(\[{]"
)
_QUOTED = re.compile(r"`([^`]*)`")


def cautions(
    before: Sources,
    edits: tuple[TextEdit, ...],
    context: "Context",
    diagnostic: Diagnostic | None = None,
    *,
    renames: bool = False,
) -> tuple[Caution, ...]:
    """Return what speaks against making ``edits`` on ``before``, in the enum's order.

    ``diagnostic`` is the one to be mended: its types tell a widening cast from a lossy one. An edit
    that ``renames`` follows a definition: what no name was found for was no signature yet, and
    a pattern's new name is no new arm.
    """
    old, new, told = shapes(before, edits, context)
    found = set(told)
    if not repairs_syntax(edits, before, diagnostic) and not all(map(punctuates, edits)):
        # a text that does not parse yet has no shape worth comparing, and no one can hide code
        # by inserting brackets alone
        surplus = _surplus(before, edits, diagnostic)
        found |= _compare(old, new, diagnostic, renames=renames, surplus=surplus)
        if renames:
            found.discard(Caution.PUBLIC_SIGNATURE)
    else:
        found.discard(Caution.PUBLIC_SIGNATURE)
        if any(parts_call(edit, before) for edit in edits):
            found.add(Caution.REMOVES_CODE)
    gone = {name.removeprefix("mut ") for name in old.definitions - new.definitions}
    if gone and touches_inactive(gone, edits, before, context):
        found.add(Caution.INACTIVE_CFG)
    return tuple(caution for caution in Caution if caution in found)


def _compare(
    old: Shape, new: Shape, diagnostic: Diagnostic | None, *, renames: bool, surplus: bool
) -> set[Caution]:
    found: set[Caution] = set()
    added = new.calls - old.calls
    macros = new.macros - old.macros
    if (
        (not surplus and _removes(old, new))
        or _drops_act(old, new, diagnostic)
        or _drops_negation(old, new, diagnostic)
    ):
        found.add(Caution.REMOVES_CODE)
    if any(macros[name] for name in PLACEHOLDERS) or (new.jumps - old.jumps)["loop"]:
        found.add(Caution.ADDS_TODO)
    if any(macros[name] for name in PANICKING_MACROS) or any(added[c] for c in PANICKING_CALLS):
        found.add(Caution.PANICS)
    if (new.kinds - old.kinds)["index_expression"] and any(
        (old.calls - new.calls)[name] for name in CHECKED
    ):
        found.add(Caution.PANICS)
    if any((new.kinds - old.kinds)[kind] for kind in ("unsafe_block", "unsafe")):
        found.add(Caution.ADDS_UNSAFE)
    if any(SILENCES.search(text) for text in (new.attributes - old.attributes)) or any(
        re.match("warn|deny|forbid", text) for text in (old.attributes - new.attributes)
    ):
        found.add(Caution.SILENCES_LINT)
    if any(added[name] for name in SWALLOWING) or any(map(_swallows, new.patterns - old.patterns)):
        found.add(Caution.SWALLOWS_ERROR)
    defaulting = any(added[name] for name in DEFAULTING)
    if defaulting and "Result<" in _words(diagnostic) and not added["::default"]:
        found.add(Caution.SWALLOWS_ERROR)
    if _drops_try(old, new, diagnostic):
        found.add(Caution.SWALLOWS_ERROR)
    if any(added[name] for name in LEAKS):
        found.add(Caution.LEAKS)
    if any(added[name] for name in CLONES) and not _only_way(added, diagnostic):
        found.add(Caution.ADDS_CLONE)
    if (
        defaulting
        or any(text in DEFAULT_TEXT for text in (new.defaults - old.defaults))
        or _leaves_default(added, diagnostic)
        or (new.kinds - old.kinds)["emptied place"]
        or (not renames and any(map(_made_up_arm, new.patterns - old.patterns)))
    ):
        found.add(Caution.DEFAULT_VALUE)
    if any(_lossy(type_, diagnostic) for type_ in (new.casts - old.casts)):
        found.add(Caution.LOSSY_CAST)
    if (new.patterns - old.patterns)["match_arm:_"]:
        found.add(Caution.WILDCARD_ARM)
    if _swaps(old, new):
        found.add(Caution.SWAPS_ARGUMENTS)
    return found


def _only_way(added: Counter[str], diagnostic: Diagnostic | None) -> bool:
    """Whether an owned value is made of a borrowed one of another type: nothing cheaper can."""
    if sum(added[name] for name in CLONES) > sum(added[name] for name in MAKERS):
        return False
    return _MADE.search(_words(diagnostic)) is not None


def _surplus(before: Sources, edits: tuple[TextEdit, ...], diagnostic: Diagnostic | None) -> bool:
    """Whether nothing goes but arguments that the compiler says are taken no more.

    What calls something in one is another matter.
    """
    labels = diagnostic.labels if diagnostic is not None else ()
    spans = [label.span for label in labels if "unexpected argument" in label.text]
    for edit in edits:
        text = before.read(edit.span.file) or b""
        inside = [one for one in spans if edit.span.contains(one)]
        left = text[edit.span.start : edit.span.end]
        for one in inside:
            argument = text[one.start : one.end]
            left = left.replace(argument, b"" if not _DOES.search(argument) else b"!", 1)
        if edit.text or not inside or left.strip(b", \r\n\t"):
            return False
    return bool(edits)


def _removes(old: Shape, new: Shape) -> bool:
    if any(new.units[unit] < count for unit, count in old.units.items()):
        return True
    lost, gained = old.tokens - new.tokens, new.tokens - old.tokens
    if lost.total() - gained.total() > FREE_TOKENS:
        return True
    # what stands in a macro definition or behind a constant condition does not run
    if sum(count for (where, _), count in gained.items() if where) > sum(
        count for (where, _), count in lost.items() if where
    ) and any(not where for where, _ in lost):
        return True
    attributes = (new.attributes - old.attributes), (old.attributes - new.attributes)
    if any(HIDING.match(text) for text in attributes[0]):
        return True
    if any(not LINTS.match(text) and not _extended(text, attributes[0]) for text in attributes[1]):
        return True
    return bool(new.jumps - old.jumps)


def _drops_act(old: Shape, new: Shape, diagnostic: Diagnostic | None) -> bool:
    """Whether a call, macro or await went without another, or a construct, in its place."""
    lost, gained = old.acts - new.acts, new.acts - old.acts
    come = gained.total()
    if lost:
        # a name that the compiler does not know did nothing: what replaces it is the call meant
        unknown = _unknown(diagnostic)
        syntax = diagnostic is not None and diagnostic.code is None and diagnostic.is_error
        passed = Counter(new.arguments) - Counter(old.arguments)
        values = {re.split(r"::|\.", text)[-1] for texts in passed for text in texts}
        names, adaptors = new.tokens - old.tokens, (new.adaptors - old.adaptors).total()
        for name, count in list(lost.items()):
            if name == ".await" and _about_await(diagnostic):
                del lost[name]
            elif syntax and any(re.search(rf"\b{name}\b", text) for text in new.attributes):
                del lost[name]  # an attribute that lacked a bracket read as a call
            elif (name in unknown and (adaptors or names)) or (
                name in values or (name in unknown and ("", name) not in old.tokens - new.tokens)
            ):
                lost[name] = max(0, count - 1)
    for kind, count in (new.kinds - old.kinds).items():
        come += min(count, sum(lost[name] for name in DOING.get(kind, ())))
    if lost.total() > come:
        return True
    shorter = sum(map(len, old.arguments)) > sum(map(len, new.arguments))
    tries = (old.kinds - new.kinds)["try_expression"] > 0
    return shorter and tries and old.acts == new.acts and old.adaptors == new.adaptors


def _about_await(diagnostic: Diagnostic | None) -> bool:
    return diagnostic is not None and (
        diagnostic.code == "E0728" or "is not a future" in _words(diagnostic)
    )


def _unknown(diagnostic: Diagnostic | None) -> set[str]:
    """Return the names that a diagnostic calls unknown, or no function."""
    if diagnostic is None or diagnostic.code not in NOT_FOUND:
        return set()
    return set(re.findall(r"`(?:[^`]*::)?(\w+)!?`", _words(diagnostic)))


def _drops_negation(old: Shape, new: Shape, diagnostic: Diagnostic | None) -> bool:
    """Whether a ``!`` or ``-`` went and all else stayed."""
    if diagnostic is not None and diagnostic.code == "E0600":
        return False
    lost, gained = old.negations - new.negations, new.negations - old.negations
    signs = [lost["unary_expression:!"] % 2, lost["unary_expression:-"] % 2]
    return any(signs) and not gained and old.tokens == new.tokens and old.calls == new.calls


def _extended(attribute: str, added: Counter[str]) -> bool:
    """Whether all names of ``attribute``, such as derived traits, are in one that was added."""
    names = set(re.findall(r"\w+", attribute))
    return any(names <= set(re.findall(r"\w+", other)) for other in added)


def _swallows(pattern: str) -> bool:
    kind, _, text = pattern.partition(":")
    if kind == "let_declaration":
        return text == "_"
    if kind == "let_condition":
        return text.startswith("Ok(")
    return re.match(r"Err\((?:_|\.\.)\)", text) is not None


def _leaves_default(added: Counter[str], diagnostic: Diagnostic | None) -> bool:
    """Whether a value is moved out of its place by leaving a default one there."""
    moved = diagnostic is not None and diagnostic.code in ("E0382", "E0505", "E0507", "E0508")
    return moved and any(added[name] for name in ("take", "::take", "::replace"))


def _made_up_arm(pattern: str) -> bool:
    """Whether an arm was added that binds nothing: what it does was not derived from the value."""
    kind, _, text = pattern.partition(":")
    return kind == "match_arm" and text != "_" and not re.search(r"\b[a-z]\w*\b", text)


def _drops_try(old: Shape, new: Shape, diagnostic: Diagnostic | None) -> bool:
    """Whether a statement ``x?;`` became ``x;`` though ``x`` may well be a Result."""
    return (old.kinds - new.kinds)["try_statement"] > 0 and (
        "can only be applied to values" not in _words(diagnostic)
    )


def _lossy(target: str, diagnostic: Diagnostic | None) -> bool:
    """Whether a cast to ``target`` may change the value: of the types spoken of, another's."""
    if NUMBER.fullmatch(target) is None:
        return target in ("char", "_")
    said = [diagnostic.message, *(one.text for one in diagnostic.labels)] if diagnostic else []
    quoted = [text for words in said for text in _QUOTED.findall(words)]
    # a value is of a type that stands there alone; one in another, `From<u64>`, may be what it is
    alone = {text.removeprefix("&") for text in quoted} - {target}
    spoken = {word for text in quoted for word in re.findall(r"\w+", text)}
    numbers = {word for word in spoken if NUMBER.fullmatch(word)}
    return not alone & numbers or not all(holds(target, number) for number in numbers)


def _swaps(old: Shape, new: Shape) -> bool:
    before, after = Counter(old.arguments), Counter(new.arguments)
    lost, gained = before - after, after - before
    return any(
        len(a) > 1 and _bare(a) != _bare(b) and sorted(_bare(a)) == sorted(_bare(b))
        for a in lost
        for b in gained
    )


def _bare(arguments: tuple[str, ...]) -> list[str]:
    return [re.sub(r"^[&*]+(?:mut )?", "", text) for text in arguments]


def _words(diagnostic: Diagnostic | None) -> str:
    if diagnostic is None:
        return ""
    parts: Iterable[str] = (
        diagnostic.message,
        *(label.text for label in diagnostic.labels),
        *(note.message for note in diagnostic.notes),
    )
    return "\n".join(parts)
