"""Where text goes so that it reads as if written there: indentation, imports, commas."""

import re
from functools import lru_cache

from ast_grep_py import SgNode

from rustmend.domain import Span, TextEdit
from rustmend.syntax import Tree

OWNED = ("attribute_item", "line_comment", "block_comment")
# what an import comes after in a file that has none yet
HEAD = frozenset({"inner_attribute_item", "line_comment", "block_comment", "shebang"})


def indented(text: bytes, place: int, template: str) -> str:
    """Return ``template`` with its further lines indented like the line of ``place``.

    Its line ends become those of ``text``.
    """
    indent = re.match(rb"[ \t]*", text[text.rfind(b"\n", 0, place) + 1 :])
    space = indent[0].decode() if indent else ""
    first, *rest = template.split("\n")
    # a line that is empty, and not the last, stays empty; the last is followed by what was there
    lines = [line and space + line for line in rest[:-1]] + [space + line for line in rest[-1:]]
    return _line_end(text).join([first, *lines])


def deletion(text: bytes, span: Span, node: SgNode | None) -> Span:
    """Return what to remove so that no stray comma and no empty line is left."""
    start, end = span.start, span.end
    if node is not None and _is(node.next(), ","):
        comma = text.index(b",", end)
        end = comma + 1 + len(_blank(text[comma + 1 :]))
    elif node is not None and _is(node.prev(), ","):
        start = text.rindex(b",", 0, start)
    line_start = text.rfind(b"\n", 0, start) + 1
    line_end = text.find(b"\n", end)
    line_end = len(text) if line_end < 0 else line_end + 1
    if not text[line_start:start].strip() and not text[end:line_end].strip():
        return Span(span.file, line_start, line_end)
    return Span(span.file, start, end)


def import_edit(tree: Tree, span: Span, path: str) -> TextEdit | None:
    """Return the edit that imports ``path`` in the module around ``span``, None if it is there."""
    statement = f"use {path.removeprefix('use ').rstrip(';')};"
    module = tree.enclosing(span.start, span.end, frozenset({"mod_item"}))
    body = module.field("body") if module is not None else tree.root
    if body is None:
        return None
    children = body.children()
    uses = [child for child in children if child.kind() == "use_declaration"]
    if any(use.text() == statement for use in uses):
        return None
    end = _line_end(tree.text)
    if uses:
        later = [use for use in uses if use.text() > statement and _is_plain(use)]
        if later:
            place = tree.bounds(later[0])[0]
            return _insert(span, place, statement + indented(tree.text, place, "\n"))
        place = tree.bounds(uses[-1])[1]
        return _insert(span, place, indented(tree.text, place, "\n") + statement)
    if module is not None:
        place = tree.bounds(body)[0] + 1
        space = indented(tree.text, tree.bounds(module)[0], "\n    ")
        return _insert(span, place, space + statement + end)
    head = 3 if tree.text.startswith(b"\xef\xbb\xbf") else 0
    for child in children:
        if child.kind() not in HEAD or not _is_head(child):
            break
        head = tree.bounds(child)[1]
    if head <= 3:
        return _insert(span, head, statement + end * 2)
    owned = tree.text[head - 1 : head] == b"\n"  # by an inner doc comment, not by an attribute
    rest = tree.text[head:] if owned else re.sub(rb"\A\r?\n", b"", tree.text[head:])
    apart = "" if rest[:1] in (b"\r", b"\n") else end
    if owned:
        return _insert(span, head, end + statement + end + apart)
    return _insert(span, head, end * 2 + statement + apart)


def _insert(span: Span, place: int, text: str) -> TextEdit:
    return TextEdit(Span(span.file, place, place), text)


def _is_plain(use: SgNode) -> bool:
    """Whether nothing (an attribute, a comment) belongs to the import and would be torn off."""
    before = use.prev()
    return before is None or before.kind() not in (
        "attribute_item",
        "line_comment",
        "block_comment",
    )


def _is_head(child: SgNode) -> bool:
    """Whether it must stay at the top: an inner attribute, `//!`, or a licence comment."""
    return child.kind() in ("inner_attribute_item", "shebang") or child.text().startswith(
        ("//!", "/*!")
    )


def _is(node: SgNode | None, text: str) -> bool:
    return node is not None and node.text() == text


def _blank(text: bytes) -> bytes:
    found = re.match(rb"[ \t]*", text)
    return found[0] if found else b""


@lru_cache(maxsize=4)
def _line_end(text: bytes) -> str:
    return "\r\n" if b"\r\n" in text else "\n"
