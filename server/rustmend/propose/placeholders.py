"""Placeholders in what the compiler suggests, and what may stand there instead."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, product

from rustmend.domain import Diagnostic, Suggestion, TextEdit
from rustmend.propose.context import Context
from rustmend.propose.scope import Local, locals_at
from rustmend.syntax import Tree

MOST = 8
_PLACEHOLDER = re.compile(r"/\*\s*([^*]+?)\s*\*/|\b(todo|unimplemented)!\([^()]*\)")
_NUMBER = re.compile(r"^[iu](?:8|16|32|64|128|size)$")


def has_placeholder(text: str) -> bool:
    """Whether ``text`` leaves something for the author to fill in."""
    return _PLACEHOLDER.search(text) is not None


def filled(
    suggestion: Suggestion, diagnostic: Diagnostic, context: Context
) -> Iterator[tuple[tuple[TextEdit, ...], float]]:
    """Yield the suggestion with all its placeholders filled, each with its share of likelihood.

    Nothing is yielded where one of them cannot be filled: better no candidate than ``todo!()``.
    """
    if any(_PLACEHOLDER.search(edit.text) and "!(" in edit.text for edit in suggestion.edits):
        return  # a body: only its author knows it
    choices: list[list[tuple[str, float]]] = []
    for edit in suggestion.edits:
        tree = context.sources.tree(edit.span.file)
        if tree is None:
            return
        locals_ = locals_at(tree, edit.span.start)
        texts = list(islice(_fillings(edit, locals_, tree), MOST))
        if not texts:
            return
        choices.append(texts)
    for combination in islice(product(*choices), MOST):
        share = 1.0
        edits = []
        for edit, (text, part) in zip(suggestion.edits, combination, strict=True):
            share *= part
            edits.append(replace(edit, text=text))
        yield tuple(edits), share


def values_for(type_: str, locals_: list[Local]) -> list[tuple[str, float]]:
    """Return expressions that may have type ``type_``: what is in scope, then a plain value."""
    wanted = spelling(type_)
    found: list[tuple[str, float]] = []
    for local in locals_:
        if local.name == "self" or local.name.startswith("_"):
            continue
        declared = spelling(local.type)
        if declared and declared == wanted:
            found.append((local.name, 0.9))
        elif declared and wanted == f"&{declared}":
            found.append((f"&{local.name}", 0.8))
        elif declared and declared in (f"&{wanted}", f"&mut{wanted}"):
            found.append((f"*{local.name}", 0.4))
        elif not declared:
            found.append((local.name, 0.3))
    if plain := plain_value(type_):
        found.append((plain, 0.2))
    return sorted(found, key=lambda pair: -pair[1])


def plain_value(type_: str) -> str | None:
    """Return the plainest value of a type of the standard library, None for others."""
    plain = type_.replace(" ", "")
    if _NUMBER.match(plain):
        return "0"
    fixed = {
        "bool": "false", "f32": "0.0", "f64": "0.0", "&str": '""', "char": "' '", "()": "()",
        "String": "String::new()", "std::string::String": "String::new()", "integer": "0",
        "{integer}": "0", "{float}": "0.0", "&'staticstr": '""',
    }.get(plain)  # fmt: skip
    if fixed:
        return fixed
    head = re.match(r"(?:\w+::)*(\w+)<", plain)
    if head and head[1] == "Option":
        return "None"
    if head and head[1] in ("Vec", "HashMap", "HashSet", "BTreeMap", "BTreeSet", "VecDeque"):
        return f"{head[1]}::new()"
    return None


def _fillings(edit: TextEdit, locals_: list[Local], tree: Tree) -> Iterator[tuple[str, float]]:
    marks = list(_PLACEHOLDER.finditer(edit.text))
    if not marks:
        if re.fullmatch(r"\s*=\s*42\s*", edit.text):  # rustc's stand-in for any number
            yield edit.text.replace("42", "0"), 0.5
        else:
            yield edit.text, 1.0
        return
    already = tree.text[edit.span.start : edit.span.end].decode(errors="replace")
    options: list[list[tuple[str, float]]] = []
    for mark in marks:
        what = mark[1] or ""
        if what.lower() in ("type", "self type", "trait", "ident", "pattern"):
            return
        values = values_for(what, locals_) if what != "value" else values_for("", locals_)
        unused = [(text, part) for text, part in values if text not in already]
        options.append((unused or values)[:MOST])
    for combination in product(*options):
        text, share = "", 1.0
        position = 0
        for mark, (value, part) in zip(marks, combination, strict=True):
            text += edit.text[position : mark.start()] + value
            share *= part
            position = mark.end()
        yield text + edit.text[position:], share


def spelling(type_: str) -> str:
    """Return the type without lifetimes, paths and spaces, so that two spellings compare."""
    return re.sub(r"'\w+\s*|\s+|\b(?:\w+::)+", "", type_)
