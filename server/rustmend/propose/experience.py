"""What experience says of rustc's suggestions: some are what their author wants less often."""

import re

from ast_grep_py import SgNode

from rustmend.domain import Diagnostic, Suggestion
from rustmend.propose.context import Context

# what has no effect where its value is not used
IDLE = frozenset({
    "identifier", "field_expression", "integer_literal", "float_literal", "string_literal",
    "boolean_literal", "binary_expression", "reference_expression", "struct_expression",
    "tuple_expression", "array_expression", "unary_expression",
})  # fmt: skip
_ASKS = re.compile(r"(?:is|has|can|contains|get|as|to|into|len|count|find|new|from|with)(?:_|$)")
_TELLS = re.compile(r"^\s*///.*\b(?:[Rr]eturns?|[Ww]hether)\b|#\[must_use")


def share(suggestion: Suggestion, diagnostic: Diagnostic, context: Context) -> float:
    """Return what is left of a suggestion's likelihood, 1.0 where nothing speaks against it."""
    if _leaves_crate(suggestion, diagnostic):
        return 0.3
    text = "".join(edit.text for edit in suggestion.edits).strip()
    if text.startswith("into_iter()") and "for reference `&" in diagnostic.message:
        return 0.7  # of what is lent the items are: `iter` says so
    if "insert whitespace" in suggestion.message:
        return 0.3  # mostly a quote is missing before
    if text == ";" and diagnostic.code == "E0308" and _is_asked(suggestion, context):
        return 0.25
    return 1.0


def _leaves_crate(suggestion: Suggestion, diagnostic: Diagnostic) -> bool:
    """Whether what another crate has no more is to be something of one's own called alike."""
    return " in crate `" in diagnostic.message and any(
        edit.text.startswith("crate::") for edit in suggestion.edits
    )


def _is_asked(suggestion: Suggestion, context: Context) -> bool:
    """Whether the value that a semicolon would throw away is what its function is called for."""
    span = suggestion.edits[0].span
    tree = context.sources.tree(span.file)
    if tree is None:
        return False
    value: SgNode | None = tree.smallest(max(0, span.start - 1), span.start)
    while value is not None and tree.bounds(value)[1] <= span.start:
        parent = value.parent()
        if parent is None or parent.kind() in ("block", "function_item"):
            break
        value = parent
    return value is not None and is_asked(value)


def is_asked(value: SgNode) -> bool:
    """Whether ``value``, at the end of a function without a return type, is why it is called."""
    function: SgNode | None = value
    while function is not None and function.kind() != "function_item":
        function = function.parent()
    name = function.field("name") if function is not None else None
    if function is None or name is None or function.field("return_type"):
        return False
    before, above = function.prev(), ""
    while before is not None and before.kind() in ("line_comment", "attribute_item"):
        above = f"{before.text()}\n{above}"
        before = before.prev()
    told = any(_TELLS.search(line) for line in above.splitlines())
    return told or value.kind() in IDLE or _ASKS.match(name.text()) is not None
