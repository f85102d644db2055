"""Plain values: standard library only, no I/O."""

from rustmend.domain.diagnostic import (
    Applicability,
    Diagnostic,
    Label,
    Level,
    Note,
    Suggestion,
)
from rustmend.domain.repair import (
    Candidate,
    Caution,
    Fix,
    Origin,
    Verdict,
    VerifiedLevel,
)
from rustmend.domain.text import OverlappingEditsError, Snapshot, Span, TextEdit

__all__ = [
    "Applicability",
    "Candidate",
    "Caution",
    "Diagnostic",
    "Fix",
    "Label",
    "Level",
    "Note",
    "Origin",
    "OverlappingEditsError",
    "Snapshot",
    "Span",
    "Suggestion",
    "TextEdit",
    "Verdict",
    "VerifiedLevel",
]
