"""The compiler's own suggestions, all of them, as candidates."""

import re
from collections.abc import Iterator

from rustmend.domain import Applicability, Candidate, Diagnostic, Origin, Suggestion, TextEdit
from rustmend.propose.placeholders import filled, has_placeholder
from rustmend.propose.proposer import Context

PRIORS = {
    Applicability.MACHINE_APPLICABLE: 0.8,
    Applicability.MAYBE_INCORRECT: 0.5,
    Applicability.UNSPECIFIED: 0.4,
    Applicability.HAS_PLACEHOLDERS: 0.3,
}
SHORT = 40
_TRAILING = re.compile(r"[\s:,]+$")


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
                yield _candidate(suggestion, suggestion.edits, diagnostic, 1.0)
                continue
            names = set(re.findall(r"\b[A-Z]\w*", "".join(e.text for e in suggestion.edits)))
            if not any(has_placeholder(edit.text) for edit in suggestion.edits):
                known = names and names <= _in_scope(diagnostic, context)
                yield _candidate(suggestion, suggestion.edits, diagnostic, 2.0 if known else 1.0)
                continue
            for edits, share in filled(suggestion, diagnostic, context):
                yield _candidate(suggestion, edits, diagnostic, share)


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
    suggestion: Suggestion, edits: tuple[TextEdit, ...], diagnostic: Diagnostic, share: float
) -> Candidate:
    return Candidate(
        title=title(suggestion.message, edits),
        edits=edits,
        origin=Origin.COMPILER,
        diagnostic=diagnostic,
        source=f"compiler:{diagnostic.code or 'syntax'}:{suggestion.applicability.value}",
        prior=PRIORS[suggestion.applicability] * share,
    )


def title(message: str, edits: tuple[TextEdit, ...]) -> str:
    """Return what a suggestion does: rustc's message as a title, with the short text it inserts."""
    words = _TRAILING.sub("", " ".join(message.split()))
    words = re.sub(r"^(?:help|note): ", "", words)
    words = re.sub(
        r"^(?:you (?:can|could|might (?:want|need) to|may want to)|consider|try) ", "", words
    )
    words = re.sub(r"^(\w+?)ing\b", _imperative, words)
    words = words[:1].upper() + words[1:]
    inserted = [" ".join(edit.text.split()) for edit in edits if edit.text.strip()]
    if len(edits) == 1 and inserted and len(inserted[0]) <= SHORT and inserted[0] not in words:
        words += f": `{inserted[0]}`"
    return words


_GERUNDS = {
    "add": "add", "annotat": "annotate", "borrow": "borrow", "chang": "change", "clon": "clone",
    "call": "call", "clos": "close", "convert": "convert", "copy": "copy", "creat": "create",
    "dereferenc": "dereference", "escap": "escape", "giv": "give", "import": "import",
    "insert": "insert", "introduc": "introduce", "mak": "make", "mov": "move",
    "pass": "pass", "provid": "provide", "reborrow": "reborrow", "remov": "remove",
    "renam": "rename", "replac": "replace", "restrict": "restrict", "return": "return",
    "separat": "separate", "specify": "specify", "switch": "switch", "tak": "take", "turn": "turn",
    "us": "use", "wrapp": "wrap", "writ": "write",
}  # fmt: skip


def _imperative(match: re.Match[str]) -> str:
    return _GERUNDS.get(match[1], match[0])
