"""Candidates, what the compiler said of them, and the fixes that came out."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from rustmend.domain.diagnostic import Diagnostic
from rustmend.domain.text import TextEdit


class Origin(StrEnum):
    """Where a candidate comes from, in the words of the JSON output."""

    COMPILER = "compiler"
    RULE = "rule"
    RECIPE = "recipe"
    PAST_FIX = "past-fix"
    MODEL = "model"


class Caution(Enum):
    """A reason why a candidate that checks may not be what the author wants."""

    REMOVES_CODE = ("removes code", True)
    ADDS_TODO = ("adds todo!", True)
    ADDS_UNSAFE = ("adds unsafe", True)
    SILENCES_LINT = ("silences a lint", True)
    SWALLOWS_ERROR = ("swallows an error", True)
    PANICS = ("panics", True)
    LEAKS = ("leaks", True)
    ADDS_DEPENDENCY = ("adds a dependency", True)
    EDITS_BUILD_TIME = ("edits code that runs at build time", True)
    ADDS_CLONE = ("adds a clone", False)
    LOSSY_CAST = ("lossy cast", False)
    WILDCARD_ARM = ("wildcard arm", False)
    DEFAULT_VALUE = ("default value", False)
    SWAPS_ARGUMENTS = ("swaps arguments", False)
    PUBLIC_SIGNATURE = ("changes a public signature", False)
    INACTIVE_CFG = ("touches inactive cfg", False)

    def __init__(self, words: str, heavy: bool) -> None:
        self.words = words
        self.heavy = heavy


@dataclass(frozen=True, slots=True)
class Candidate:
    """Edits, possibly in several files, that may repair ``diagnostic``.

    ``source`` names what made it (a rule's name, an entry's id) for ranking by record
    and for finding out later. ``prior`` is the likelihood its source gives it, in [0, 1].
    ``precedent``: somebody mended the same error by the same change.
    """

    title: str
    edits: tuple[TextEdit, ...]
    origin: Origin
    diagnostic: Diagnostic
    source: str = ""
    prior: float = 0.5
    cautions: tuple[Caution, ...] = ()
    precedent: bool = False

    @property
    def heavy(self) -> bool:
        """Whether a heavy caution speaks against it."""
        return any(caution.heavy for caution in self.cautions)


class VerifiedLevel(StrEnum):
    """How much a verified fix achieves; see the contract's words."""

    CLEAN = "clean"
    FIXES = "fixes"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the compiler said of a candidate over the whole selection.

    ``resolved`` are diagnostics of the state before that are gone; ``caused`` and
    ``revealed`` are errors of the state after. Spans of those lie in the text after the edit.
    ``after`` is everything reported after.
    """

    target_gone: bool
    resolved: tuple[Diagnostic, ...]
    caused: tuple[Diagnostic, ...]
    revealed: tuple[Diagnostic, ...]
    after: tuple[Diagnostic, ...]
    failure: str = ""

    @property
    def verified(self) -> bool:
        """Whether the candidate may be offered."""
        return not self.failure and self.target_gone and not self.caused

    @property
    def errors_left(self) -> int:
        """The number of errors after the edit."""
        return sum(diagnostic.is_error for diagnostic in self.after)

    @property
    def level(self) -> VerifiedLevel:
        """``clean`` where no error is left in the selection."""
        return VerifiedLevel.FIXES if self.errors_left else VerifiedLevel.CLEAN


@dataclass(frozen=True, slots=True)
class Fix:
    """A verified candidate: the only thing that is ever offered."""

    candidate: Candidate
    verdict: Verdict

    @property
    def title(self) -> str:
        """What it does, then its caution where it has one, then what is left."""
        cautions = ", ".join(caution.words for caution in self.candidate.cautions)
        left = self.verdict.errors_left
        words = "no errors left" if not left else f"{left} error{'s' * (left > 1)} left"
        return f"{self.candidate.title}{f' ({cautions})' if cautions else ''} ✓ {words}"
