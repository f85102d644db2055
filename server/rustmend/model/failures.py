"""What can go wrong at an endpoint, said in one line with what to do."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from rustmend.errors import RustmendError
from rustmend.logs import blank_secrets

# a server that wants a longer pause than this is not waited for, in seconds
LONGEST_PAUSE = 60.0
_QUOTED = 200


class ModelError(RustmendError):
    """The language model gave no usable answer."""


class RefusedError(Exception):
    """The server does not take the request as it is."""

    def __init__(self, failure: ModelError, body: str) -> None:
        super().__init__(str(failure))
        self.failure = failure
        self.body = body


class PassingError(Exception):
    """A failure that may not come again; not ``reached``: the server knows nothing of it.

    ``pause`` is in seconds, None for what the caller thinks right.
    """

    def __init__(
        self,
        failure: ModelError,
        pause: float | None = None,
        status: int = 0,
        *,
        reached: bool = True,
    ) -> None:
        super().__init__(str(failure))
        self.failure = failure
        self.pause = pause
        self.status = status
        self.reached = reached


def failure_of_status(
    status: int, body: str, headers: Mapping[str, str], *, url: str, model: str, key_env: str
) -> ModelError:
    """Return the error for an answer with a status of 300 or more."""
    said = _said(body)
    if 300 <= status < 400:
        target = headers.get("location", "another address")
        return ModelError(
            f"{url} sends on to {target}, which is not followed: set model.baseUrl to the address "
            "that answers itself"
        )
    if status in (401, 403):
        return ModelError(
            f"{url} refuses the key ({status}{said}): put a valid one into the environment "
            f"variable {key_env}, or name another variable in model.apiKeyEnv"
        )
    if status == 404:
        return ModelError(
            f"{url} has no model {model!r}, or is no OpenAI-compatible address (404{said}): check "
            "model.name, and that model.baseUrl ends as the server's own guide says, mostly in /v1"
        )
    if status == 429:
        pause = retry_after(headers)
        when = f"in {pause:.0f} s" if pause else "later"
        return ModelError(
            f"{url} is busy or your quota there is used up (429{said}): try again {when}"
        )
    if status >= 500:
        return ModelError(
            f"{url} failed ({status}{said}): try again, and look at the server's own log if it "
            "goes on"
        )
    if speaks_of_length(body):
        return ModelError(
            f"the question is longer than the model takes ({status}{said}): raise the server's "
            "context length, or take another model"
        )
    return ModelError(f"{url} refuses the question ({status}{said}): check model.name")


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that a server asks to wait (a number or a date, RFC 9110), if it does."""
    try:
        if milliseconds := headers.get("retry-after-ms"):
            return max(0.0, float(milliseconds) / 1000)
        value = headers.get("retry-after", "")
        if value.strip().replace(".", "", 1).isdigit():
            return float(value)
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def speaks_of_length(body: str) -> bool:
    """Whether a refusal is about the length of the context."""
    body = body.lower()
    return any(
        words in body
        for words in ("context length", "context size", "context window", "too many tokens")
    )


def _said(body: str) -> str:
    """Return what the server says went wrong, short and on one line, as an addition."""
    try:
        document = json.loads(body)
    except ValueError:
        # a proxy's page says nothing that helps
        text = "" if body.lstrip().startswith("<") else body
    else:
        error = document.get("error", document) if isinstance(document, dict) else document
        text = error.get("message", "") if isinstance(error, dict) else error
    text = blank_secrets(" ".join(str(text).split()))
    return f": {text[:_QUOTED]}" if text else ""
