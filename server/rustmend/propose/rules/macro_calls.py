"""Calls in the body of a ``macro_rules!`` of the workspace whose function takes other arguments."""

import re
from collections.abc import Iterator

from ast_grep_py import SgNode

from rustmend.domain import Candidate, Span, TextEdit
from rustmend.propose.placeholders import plain_value
from rustmend.propose.rules.calls import missing_arguments, surplus_arguments, with_comma
from rustmend.propose.rules.library import Place, find
from rustmend.propose.rules.site import Site, around, short, token_arguments
from rustmend.syntax import walk


def arguments(site: Site) -> Iterator[Candidate]:
    """Drop, exchange or supply an argument where the macro is defined that makes the call."""
    call = around(site.node, "macro_invocation")
    macro = call.field("macro") if call is not None else None
    if site.code not in ("E0061", "E0308") or macro is None:
        return
    surplus, missing = surplus_arguments(site), missing_arguments(site)
    exchanged = site.code == "E0308" and "are incorrect" in site.diagnostic.message
    for function in _functions(site):
        for place in find(site.context, site.span.file, macro.text().split("::")[-1]):
            for given in _calls(place, function):
                values = token_arguments(place.tree, place.file, given)
                text = place.tree.text
                edits: list[TextEdit] = []
                if exchanged and len(values) == 2:
                    told = [text[one.start : one.end].decode() for one in values]
                    edits = [TextEdit(values[0], told[1]), TextEdit(values[1], told[0])]
                elif surplus and max(surplus) < len(values):
                    edits = [TextEdit(with_comma(values, at), "") for at in surplus]
                elif len(missing) == 1 and missing[0][0] == len(values) > 0:
                    value, end = plain_value(missing[0][1]), values[-1].end
                    edits = [TextEdit(Span(place.file, end, end), f", {value}")] if value else []
                if edits:
                    title = f"Call `{function}` in `{short(macro.text())}!` as it is declared now"
                    yield site.fix("macro call", title, *edits, prior=0.7)


def _functions(site: Site) -> Iterator[str]:
    """Yield the name of the function that is called, as its definition says it."""
    for note in site.diagnostic.notes:
        for label in note.labels if "defined here" in note.message else ():
            place = site.at(label) if label.primary else None
            if place is not None and re.fullmatch(r"\w+", place.source):
                yield place.source
                return


def _calls(place: Place, function: str) -> Iterator[SgNode]:
    """Yield what each call of ``function`` in a macro's definition is given, in its brackets."""
    for node in walk(place.node):
        after = node.next() if node.is_leaf() and node.text() == function else None
        if after is not None and after.kind() == "token_tree" and after.text().startswith("("):
            yield after
