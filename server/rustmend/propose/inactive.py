"""Code that was not compiled because of a ``cfg``, and the names that it uses."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ast_grep_py import SgNode

from rustmend.domain import TextEdit
from rustmend.sources import Sources
from rustmend.syntax import parse

if TYPE_CHECKING:
    from rustmend.propose.context import Context

# `test` is compiled by the whole selection, so what stands there was seen by the compiler
_COMPILED = re.compile(r"cfg\s*\(\s*test\s*\)")


def touches_inactive(
    names: set[str], edits: tuple[TextEdit, ...], sources: Sources, context: "Context"
) -> bool:
    """Whether a name that goes away is used under a ``cfg`` in a file that is edited.

    Which ``cfg`` were on is not known here, so each counts as off, unless the edit itself lies
    in it: there the compiler has reported something.
    """
    words = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b")
    for file in {edit.span.file for edit in edits}:
        text = sources.read(file)
        if text is None or b"cfg" not in text:
            continue
        places = [edit.span for edit in edits if edit.span.file == file]
        for start, end in _under_cfg(text):
            if any(start <= span.start and span.end <= end for span in places):
                continue
            if words.search(text[start:end].decode(errors="replace")):
                return True
    return False


@lru_cache(maxsize=16)
def _under_cfg(text: bytes) -> tuple[tuple[int, int], ...]:
    """Return the bytes of every node that a ``cfg`` attribute governs."""
    tree = parse(text)
    found = []
    for attribute in tree.root.find_all(kind="attribute_item"):
        words = attribute.text()
        if "cfg" not in words or _COMPILED.search(words):
            continue
        governed: SgNode | None = attribute.next()
        while governed is not None and governed.kind() in (
            "attribute_item", "line_comment", "block_comment",
        ):  # fmt: skip
            governed = governed.next()
        if governed is not None:
            found.append(tree.bounds(governed))
    return tuple(found)
