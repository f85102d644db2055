"""The place of a diagnostic with what rules need there: its syntax, its words, edits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ast_grep_py import SgNode

from rustmend.domain import Candidate, Caution, Diagnostic, Label, Origin, Span, TextEdit
from rustmend.propose.context import Context
from rustmend.syntax import Tree, parse

# A receiver of these kinds takes `.method()` without parentheses around it
POSTFIX = frozenset({
    "identifier", "self", "field_expression", "call_expression", "index_expression",
    "scoped_identifier", "macro_invocation", "try_expression", "parenthesized_expression",
    "string_literal", "raw_string_literal", "char_literal", "integer_literal", "float_literal",
    "boolean_literal", "array_expression", "tuple_expression", "await_expression",
    "struct_expression", "generic_function", "block", "match_expression", "if_expression",
    "unit_expression",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Site:
    """One span of a diagnostic. All offsets are bytes of ``file``."""

    diagnostic: Diagnostic
    context: Context
    span: Span
    tree: Tree
    marks: tuple[str, ...] = ()

    @property
    def node(self) -> SgNode:
        """The smallest node around the span."""
        return self.tree.smallest(self.span.start, self.span.end)

    @property
    def source(self) -> str:
        """The text of the span."""
        return self.slice(self.span.start, self.span.end)

    @property
    def code(self) -> str:
        """The diagnostic's code, "" where it has none."""
        return self.diagnostic.code or ""

    def slice(self, start: int, end: int) -> str:
        """Return the text between two offsets."""
        return self.tree.text[start:end].decode(errors="replace")

    def bounds(self, node: SgNode) -> tuple[int, int]:
        """Return where ``node`` starts and ends."""
        return self.tree.bounds(node)

    def rewrite(self, edits: tuple[TextEdit, ...]) -> tuple[TextEdit, ...]:
        """Return edits of this file with what stays as it is left out of them."""
        return tuple(part for edit in edits for part in self._smaller(edit))

    def _spoils(self, edits: tuple[TextEdit, ...]) -> bool:
        return any(mark in edit.text for edit in edits for mark in self.marks)

    def _smaller(self, edit: TextEdit) -> Iterator[TextEdit]:
        start, end = edit.span.start, edit.span.end
        old, new = self.slice(start, end), edit.text
        if edit.span.file != self.span.file or not old or not new or old == new:
            yield edit
        elif old in new and "\n" not in new.replace(old, "", 1):
            before, _, after = new.partition(old)
            if before:
                yield self.insert(start, before)
            if after:
                yield self.insert(end, after)
        elif new in old and old.startswith(new):
            yield self.edit(start + len(new.encode()), end, "")
        elif new in old and old.endswith(new):
            yield self.edit(start, end - len(new.encode()), "")
        else:
            yield edit

    def replace(self, node: SgNode, text: str) -> TextEdit:
        """Return the edit that puts ``text`` in the place of ``node``."""
        return self.edit(*self.bounds(node), text)

    def edit(self, start: int, end: int, text: str) -> TextEdit:
        """Return the edit that puts ``text`` between two offsets."""
        return TextEdit(Span(self.span.file, start, end), text)

    def insert(self, offset: int, text: str) -> TextEdit:
        """Return the edit that inserts ``text``."""
        return self.edit(offset, offset, text)

    def indent(self, offset: int) -> str:
        """Return the white space that the line of ``offset`` starts with."""
        return self.tree.indent(offset)

    def at(self, label: Label | Span) -> "Site | None":
        """Return the site of another span of the diagnostic, None where it cannot be read."""
        span = label.span if isinstance(label, Label) else label
        return site_at(self.diagnostic, self.context, span)

    def labels(self, pattern: str) -> Iterator[tuple[Label, re.Match[str]]]:
        """Yield the labels, of the notes too, whose text matches."""
        notes = (label for note in self.diagnostic.notes for label in note.labels)
        for label in (*self.diagnostic.labels, *notes):
            if found := re.search(pattern, label.text):
                yield label, found

    def words(self) -> str:
        """Return all that the compiler said, one message a line."""
        diagnostic = self.diagnostic
        labels = [label.text for label in diagnostic.labels]
        notes = [note.message for note in diagnostic.notes]
        helps = [suggestion.message for suggestion in diagnostic.suggestions]
        return "\n".join([diagnostic.message, *labels, *notes, *helps])

    def fix(
        self, rule: str, title: str, *edits: TextEdit, prior: float = 0.3, made_up: bool = False
    ) -> Candidate:
        """Return a candidate for the diagnostic.

        ``made_up``: nobody said what it writes, which its author has to look at.
        """
        return Candidate(
            title=title,
            edits=() if self._spoils(edits) else self.rewrite(edits),
            origin=Origin.RULE,
            diagnostic=self.diagnostic,
            source=rule,
            prior=min(prior, 1.0),
            cautions=(Caution.DEFAULT_VALUE,) if made_up else (),
        )


def site_at(diagnostic: Diagnostic, context: Context, span: Span | None) -> Site | None:
    """Return the site of ``span``, None where its file cannot be read or changed."""
    if span is None or not context.writable(span.file):
        return None
    tree = context.sources.tree(span.file)
    if tree is None or span.end > len(tree.text):
        return None
    opened, marks = _opened(tree, span)
    return Site(diagnostic, context, span, opened, marks)


# std's macros whose arguments are expressions
_CALLED = re.compile(
    rb"\b(?:(?:debug_)?assert(?:_eq|_ne)?|e?print(?:ln)?|format(?:_args)?|write(?:ln)?|panic|dbg"
    rb"|todo|unreachable|matches|vec)!(?=\s*[(\[])"
)


def _opened(tree: Tree, span: Span) -> tuple[Tree, tuple[str, ...]]:
    """Return a tree in which the arguments of macros around ``span`` are expressions.

    To the grammar they are mere tokens, unless the macro looks like a call or an array. All
    offsets stay. The texts tell what must not get into an edit: a macro that lost its mark.
    """
    node = around(tree.smallest(span.start, span.end), "macro_invocation")
    if node is None or tree.bounds(node) == (span.start, span.end):
        return tree, ()
    text, marks = tree.text, []
    while node is not None:
        start, _ = tree.bounds(node)
        if (found := _CALLED.match(text, start)) is None:
            break
        listed = found[0] == b"vec!"
        name = b"   &" if listed else found[0][:-1] + b" "
        text = text[:start] + name + text[start + len(name) :]
        marks.append("   &[" if listed else f"{name.decode()}(")
        node = around(node.parent(), "macro_invocation")
    return (parse(text), tuple(marks)) if marks else (tree, ())


def receiver(node: SgNode) -> str:
    """Return the text of an expression so that ``.method()`` can follow."""
    return node.text() if node.kind() in POSTFIX else f"({node.text()})"


def operand(node: SgNode) -> str:
    """Return the text of an expression so that ``&`` or ``*`` can stand in front."""
    tight = node.kind() in POSTFIX or node.kind() in ("reference_expression", "unary_expression")
    return node.text() if tight else f"({node.text()})"


def ancestors(node: SgNode | None) -> Iterator[SgNode]:
    """Yield ``node`` and the nodes around it, innermost first."""
    while node is not None:
        yield node
        node = node.parent()


def around(node: SgNode | None, *kinds: str) -> SgNode | None:
    """Return the innermost of ``node`` and the nodes around it that is of one of ``kinds``."""
    return next((one for one in ancestors(node) if one.kind() in kinds), None)


def is_pattern(node: SgNode) -> bool:
    """Whether ``node`` stands where names are bound, not where values are made."""
    child = node
    for parent in ancestors(node.parent()):
        if parent.kind() == "closure_parameters":
            return True
        if parent.field("pattern") == child:
            return parent.kind() != "match_pattern" or parent.field("condition") != child
        if parent.kind().endswith("_statement") or parent.kind() in ("block", "arguments"):
            return False
        child = parent
    return False


def token_arguments(tree: Tree, file: Path, held: SgNode) -> list[Span]:
    """Return where the parts between the commas of ``held`` are, tokens in brackets."""
    found: list[Span] = []
    open_ = False
    for token in held.children()[1:-1]:
        start, end = tree.bounds(token)
        if token.text() == ",":
            open_ = False
            continue
        if open_:
            start = found.pop().start
        found.append(Span(file, start, end))
        open_ = True
    return found


def in_async(node: SgNode) -> bool:
    """Whether ``.await`` may stand here."""
    owner = around(node, "function_item", "async_block", "closure_expression")
    if owner is None or owner.kind() == "async_block":
        return owner is not None
    return re.match(r"[^({|]*\basync\b", owner.text()) is not None


def short(text: str, most: int = 32) -> str:
    """Return ``text`` on one line, cut in the middle of nothing longer than ``most``."""
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[: most - 1]}…"
