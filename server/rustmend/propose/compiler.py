"""The compiler's own suggestions, all of them, as candidates."""

import re
from collections.abc import Iterator

from rustmend.domain import Applicability, Candidate, Diagnostic, Origin, Suggestion, TextEdit
from rustmend.domain.text import apply_edits
from rustmend.propose.context import Context
from rustmend.propose.experience import share
from rustmend.propose.placeholders import filled, has_placeholder
from rustmend.propose.titles import title

PRIORS = {
    Applicability.MACHINE_APPLICABLE: 0.8,
    Applicability.MAYBE_INCORRECT: 0.5,
    Applicability.UNSPECIFIED: 0.4,
    Applicability.HAS_PLACEHOLDERS: 0.3,
}


class CompilerSuggestions:
    """Candidates from rustc's and clippy's suggestions, whatever applicability they carry.

    A suggestion with a placeholder (``/* value */``, ``todo!()``, ``_`` for a type) is offered
    only with all of them filled from what is in scope.
    """

    def propose(self, diagnostic: Diagnostic, context: Context) -> Iterator[Candidate]:
        """Yield the suggestions in rustc's order, fillings of placeholders likeliest first."""
        for suggestion in diagnostic.suggestions:
            if not suggestion.edits:
                continue
            marked = suggestion.applicability is Applicability.HAS_PLACEHOLDERS
            if not marked and not any(has_placeholder(edit.text) for edit in suggestion.edits):
                left = share(suggestion, diagnostic, context)
                yield _candidate(suggestion, suggestion.edits, diagnostic, left, context)
                continue
            names = set(re.findall(r"\b[A-Z]\w*", "".join(e.text for e in suggestion.edits)))
            # a type parameter that happens to be called as one in scope is likely that one
            known = 2.0 if names and names <= _in_scope(diagnostic, context) else 1.0
            for edits, part in filled(suggestion, diagnostic, context):
                yield _candidate(suggestion, edits, diagnostic, part * known, context)


def _in_scope(diagnostic: Diagnostic, context: Context) -> set[str]:
    """Return the type parameters that the items around the diagnostic declare."""
    span = diagnostic.span
    tree = context.sources.tree(span.file) if span is not None else None
    node = tree.smallest(span.start, span.end) if tree is not None and span is not None else None
    names: set[str] = set()
    while node is not None:
        parameters = node.field("type_parameters")
        if parameters is not None:
            names |= set(re.findall(r"[<,]\s*(?:const\s+)?([A-Z]\w*)", parameters.text()))
        node = node.parent()
    return names


def _candidate(
    suggestion: Suggestion,
    edits: tuple[TextEdit, ...],
    diagnostic: Diagnostic,
    likely: float,
    context: Context,
) -> Candidate:
    return Candidate(
        title=_title(suggestion.message, edits, context),
        edits=edits,
        origin=Origin.COMPILER,
        diagnostic=diagnostic,
        source=f"compiler:{diagnostic.code or 'syntax'}:{suggestion.applicability.value}",
        prior=PRIORS[suggestion.applicability] * likely,
    )


def _title(message: str, edits: tuple[TextEdit, ...], context: Context) -> str:
    """Return the title of a suggestion, with the text it rewrites where that is in one place."""
    files = {edit.span.file for edit in edits}
    text = context.sources.read(edits[0].span.file) or b""
    inserted = [edit.text for edit in edits if edit.text.strip()]
    only = inserted[0] if len(edits) == len(inserted) == 1 else ""
    start, end = min(e.span.start for e in edits), max(e.span.end for e in edits)
    if len(files) > 1 or end > len(text):
        return title(message, "", " … ".join(inserted), only)
    after = apply_edits(text[:end], list(edits))[start:]
    return title(message, text[start:end].decode(errors="replace"),
                 after.decode(errors="replace"), only)  # fmt: skip
