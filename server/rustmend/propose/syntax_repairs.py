"""Edits that mend what does not parse, which has no shape to compare."""

import re

from rustmend.domain import Diagnostic, TextEdit
from rustmend.domain.text import apply_edits, edits_by_file
from rustmend.propose.rules.tokens import Lines, item_slice
from rustmend.sources import Sources
from rustmend.syntax import parse

_MARKS = re.compile(r"^[\s()\[\]{};,.:=>&|<?]*$")
# edits of a few, short words mend what does not parse without hiding anything
_FEW, _SHORT = 4, 24
_NO_RUST = frozenset({
    "mut", "let", "var", "try", "then", "do", "not", "begin", "end", "new", "await", "function",
    "func", "def", "fun", "as", "to", "of",
})  # fmt: skip
# what is worth a look however short it is: calls, macros, unsafe, jumps, values made up
_TELLING = re.compile(
    r"\w\s*!|\w\s*(?:::\s*<[^>]*>\s*)?\(|\b(?:unsafe|return|break|continue|default|as|_|None"
    r"|false|\d\w*)\b"
)


def punctuates(edit: TextEdit) -> bool:
    """Whether an edit only inserts brackets, separators or operators."""
    return edit.span.start == edit.span.end and _MARKS.match(edit.text) is not None


def parts_call(edit: TextEdit, before: Sources) -> bool:
    """Whether a semicolon parts a value from what is done with it, or a call is put off.

    The arguments, index, operator or ``?`` stand on its line: on the next one they may be a
    statement of their own. What is put off is a statement that becomes a closure.
    """
    text, put = before.read(edit.span.file) or b"", edit.text.strip()
    if put.startswith("||"):
        return text[: edit.span.start].rstrip()[-1:] in (b"{", b"}", b";")
    return put == ";" and re.match(rb"[ \t]*(?:[(\[?*&|-]|\.\.)", text[edit.span.end :]) is not None


def repairs_syntax(
    edits: tuple[TextEdit, ...], before: Sources, diagnostic: Diagnostic | None
) -> bool:
    """Whether brackets alone go, or a quote comes, in a text that does not parse.

    What a reader takes such a text for is no measure of what is in it afterwards.
    """
    if diagnostic is None or not diagnostic.is_error or diagnostic.code not in (None, "E0765"):
        return False
    if len(edits) <= _FEW and all(_respells(edit, before) for edit in edits):
        return _parses_only_after(edits, before)
    for edit in edits:
        text = before.read(edit.span.file) or b""
        gone = text[edit.span.start : edit.span.end].decode(errors="replace")
        if gone == '"' and not edit.text:
            # one quote of an odd number: what is a string on its line stays one
            if not _even_quotes(text, edit.span.start, -1):
                return False
            continue
        if not re.fullmatch(r"[\s()\[\]{},]*", gone):
            return False
        if edit.text == '"':
            # a string that ends on its own line takes no other line's code away
            if not _even_quotes(text, edit.span.start, 1):
                return False
        elif not _MARKS.match(edit.text):
            return False
    return True


def _even_quotes(text: bytes, at: int, more: int) -> bool:
    """Whether the line of ``at`` has an even number of quotes with ``more`` of them."""
    line = text[text.rfind(b"\n", 0, at) + 1 :].split(b"\n", 1)[0]
    return (re.sub(rb"'(?:\\.|[^\\'])'", b"", line).count(b'"') + more) % 2 == 0


def _respells(edit: TextEdit, before: Sources) -> bool:
    """Whether a word of another language, or a mark or two, gives way to what Rust says there."""
    gone = (before.read(edit.span.file) or b"")[edit.span.start : edit.span.end].decode("latin-1")
    words = re.findall(r"\w+", gone)
    if re.search(r"//|/\*|[\"#\n]", gone + edit.text):
        return False
    kept = not words or bool(re.search(r"\w|[!&|]", edit.text)) or set(words) <= _NO_RUST
    short = len(words) <= 1 and len(edit.text) <= _SHORT
    return short and kept and not _TELLING.search(edit.text)


def _parses_only_after(edits: tuple[TextEdit, ...], before: Sources) -> bool:
    for file, group in edits_by_file(edits).items():
        text = before.read(file) or b""
        # by indentation: what a parser takes for items is little of one that does not parse
        first, last = min(e.span.start for e in group), max(e.span.end for e in group)
        start, end = item_slice(text, Lines(text), first, last)
        after = apply_edits(text[:end], group)[start:]
        if not parse(text[start:end]).broken() or parse(after).broken():
            return False
    return True
