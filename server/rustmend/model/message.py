"""What is said to a model and what comes back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of a conversation; ``role`` is ``system``, ``user`` or ``assistant``."""

    role: str
    content: str


@dataclass(frozen=True, slots=True)
class Completion:
    """An answer without its reasoning.

    Token counts are the server's, or a guess from the length where it gives none. ``cached`` says
    that nothing was sent; ``cut`` that the answer ended at the limit of its length. ``key`` names
    the question.
    """

    text: str
    prompt_tokens: int
    completion_tokens: int
    model: str
    cached: bool = False
    cut: bool = False
    key: str = ""


@dataclass(slots=True)
class Usage:
    """What a run asked so far. ``cost`` is the sum of what the server said, if it said any."""

    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None
