"""What the server is doing, for the editor's status line, and what the user must be told once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

State = Literal["starting", "checking", "verifying", "idle", "error"]
# the busiest speaks for all; an error is shown once nothing is under way any more
_ORDER: tuple[State, ...] = ("checking", "verifying", "starting", "error", "idle")
# what takes long enough to be shown as progress
TITLES: dict[State, str] = {
    "checking": "rustmend: checking",
    "verifying": "rustmend: verifying fixes",
}

STATUS_METHOD = "rustmend/status"


@dataclass(frozen=True, slots=True)
class Status:
    """The state of one workspace: ``verified`` counts diagnostics with a fix that is ready."""

    state: State = "starting"
    errors: int = 0
    verified: int = 0
    message: str = ""


def together(parts: Iterable[Status]) -> Status:
    """Return the state of the whole window."""
    found = sorted(parts, key=lambda status: _ORDER.index(status.state))
    if not found:
        return Status("idle")
    messages = [status.message for status in found if status.message]
    return Status(
        found[0].state,
        sum(status.errors for status in found),
        sum(status.verified for status in found),
        found[0].message or (messages[0] if messages else ""),
    )


class StatusLine:
    """Sends ``rustmend/status`` when it changed."""

    def __init__(self, notify: Callable[[str, Any], None]) -> None:
        self._notify = notify
        self._sent: Status | None = None

    def show(self, status: Status) -> None:
        """Tell the client, unless it knows."""
        if status != self._sent:
            self._sent = status
            self._notify(
                STATUS_METHOD,
                {
                    "state": status.state,
                    "errors": status.errors,
                    "verified": status.verified,
                    "message": status.message,
                },
            )


class Once:
    """Passes each message on a single time, however often it is said."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._said: set[str] = set()

    def __call__(self, message: str) -> None:
        """Say ``message`` if it is new."""
        if message not in self._said:
            self._said.add(message)
            self._say(message)
