"""What cargo, rustc or clippy reported, as plain values."""

from dataclasses import dataclass
from enum import StrEnum

from rustmend.domain.text import Span, TextEdit


class Level(StrEnum):
    """rustc's levels that stand on their own; notes and helps are children."""

    ERROR = "error"
    WARNING = "warning"


class Applicability(StrEnum):
    """How sure the compiler is of a suggestion (``rustc_lint_defs::Applicability``)."""

    MACHINE_APPLICABLE = "MachineApplicable"
    MAYBE_INCORRECT = "MaybeIncorrect"
    HAS_PLACEHOLDERS = "HasPlaceholders"
    UNSPECIFIED = "Unspecified"


@dataclass(frozen=True, slots=True)
class Label:
    """A span with what the compiler says about it.

    ``span`` is in a file of the user's, walked out of macro expansions to the call
    site; ``in_macro`` says that it had to be. ``text`` may be empty.
    """

    span: Span
    text: str
    primary: bool
    in_macro: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One way out that the compiler names; alternatives are suggestions of their own."""

    message: str
    edits: tuple[TextEdit, ...]
    applicability: Applicability


@dataclass(frozen=True, slots=True)
class Note:
    """A note or help under a diagnostic. ``level`` is rustc's word for it."""

    level: str
    message: str
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One error or warning. ``code`` is ``E0382``, ``unused_variables``, ``clippy::…`` or None.

    ``package`` and ``target`` say what was being compiled when it was first reported;
    ``rendered`` is the compiler's own text without colours.
    """

    code: str | None
    level: Level
    message: str
    labels: tuple[Label, ...]
    notes: tuple[Note, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    rendered: str = ""
    package: str = ""
    target: str = ""

    @property
    def primary(self) -> Label | None:
        """The first primary label, or None for an error without a place."""
        return next((label for label in self.labels if label.primary), None)

    @property
    def span(self) -> Span | None:
        """The first primary span, or None for an error without a place."""
        return self.primary.span if self.primary else None

    @property
    def is_error(self) -> bool:
        """Whether it stops the build."""
        return self.level is Level.ERROR

    @property
    def key(self) -> tuple[str | None, str, Span | None]:
        """What makes it the same diagnostic in two targets of one package: the verdict's measure.

        The message is left out: it names types that an unrelated edit may rename.
        """
        return (self.code, self.level.value, self.span)
