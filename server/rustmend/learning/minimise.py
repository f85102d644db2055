"""Cuts away what a change does beside the repair, by verifying smaller parts of it."""

from collections.abc import Sequence

from rustmend.domain import Diagnostic, Span, TextEdit, Verdict
from rustmend.repair import Engine, State

MAX_COMPILES = 6


class Minimiser:
    """Verifies parts of the edits that repaired ``state``; at most ``compiles`` runs of cargo."""

    def __init__(self, engine: Engine, state: State, compiles: int = MAX_COMPILES) -> None:
        self._engine = engine
        self._state = state
        self.left = compiles

    async def smallest(
        self, target: Diagnostic, edits: Sequence[TextEdit]
    ) -> tuple[tuple[TextEdit, ...], Verdict] | None:
        """Return the fewest edits found that mend ``target`` alone, with the verdict on them.

        None where not even all of them do, or no run is left to tell.
        """
        known = tuple(edits)
        verdict: Verdict | None = None
        tried: set[tuple[TextEdit, ...]] = set()
        while True:
            for part in _parts(target, known):
                if part in tried or not self.left:
                    continue
                tried.add(part)
                self.left -= 1
                found, _ = await self._engine.compile(self._state, target, part)
                if found.verified:
                    known, verdict = part, found
                    break
            else:
                return (known, verdict) if verdict is not None else None


def _parts(target: Diagnostic, edits: tuple[TextEdit, ...]) -> list[tuple[TextEdit, ...]]:
    """Return parts of the edits, those first that are likeliest to be the repair: near its spans.

    Then everything, and everything but one.
    """
    spans = [label.span for label in target.labels]
    spans += [label.span for note in target.notes for label in note.labels]
    near = sorted(edits, key=lambda edit: _distance(edit.span, spans))
    parts: list[tuple[TextEdit, ...]] = [(near[0],)] if len(near) > 1 else []
    if len(near) > 3:
        parts.append(tuple(sorted(near[: len(near) // 2])))
    parts.append(edits)
    if len(near) == 2:
        parts.append((near[1],))
    elif len(near) > 2:
        parts += [tuple(edit for edit in edits if edit != left) for left in reversed(near)]
    return parts


def _distance(span: Span, spans: Sequence[Span]) -> int:
    """Return the bytes between a place and the nearest span of its file; far in another one."""
    return min(
        (
            max(0, other.start - span.end, span.start - other.end)
            for other in spans
            if other.file == span.file
        ),
        default=1 << 40,
    )
