"""An answer as it comes: in pieces, or in one."""

import json
from dataclasses import dataclass
from typing import Any

# what a token is about, where a server does not count
_BYTES_PER_TOKEN = 4


class CutError(Exception):
    """The stream ended before the answer did."""


class UnreadableError(Exception):
    """It is no chat completion."""


@dataclass(slots=True)
class Answer:
    """What came so far. ``cost`` is what the server says, in its own currency."""

    model: str
    text: str = ""
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None
    cut: bool = False
    reasoned: int = 0
    ended: bool = False

    def add_chunk(self, chunk: Any) -> None:
        """Add a piece of a stream, a ``ChatCompletionChunk`` of ``openai``."""
        for choice in chunk.choices or ():
            if choice.index or choice.delta is None:
                continue
            self.text += choice.delta.content or ""
            extra = choice.delta.model_extra or {}
            self._reasoning(extra)
            self._end(choice.finish_reason)
        self._count(chunk.model, chunk.usage.model_dump() if chunk.usage else None)

    def add_document(self, document: Any) -> None:
        """Add a whole answer as JSON gives it. Raises ``UnreadableError``."""
        try:
            choice = document["choices"][0]
            content = choice["message"]["content"] or ""
        except (KeyError, IndexError, TypeError) as error:
            said = document.get("error") if isinstance(document, dict) else None
            raise UnreadableError(str(said or "no choices in it")) from error
        if not isinstance(content, str):
            raise UnreadableError("its content is no text")
        self.text = content
        self._reasoning(choice["message"])
        self._end(choice.get("finish_reason") or "stop")
        self._count(document.get("model"), document.get("usage"))

    def finish(self) -> None:
        """Say that nothing more comes. Raises ``CutError`` where more should have."""
        if not self.ended:
            raise CutError

    def guess_tokens(self, asked: int) -> None:
        """Fill in the counts that the server left out; ``asked`` is the question's bytes."""
        self.prompt_tokens = self.prompt_tokens or -(-asked // _BYTES_PER_TOKEN)
        if not self.completion_tokens:
            size = len(self.text.encode()) + self.reasoned
            self.completion_tokens = -(-size // _BYTES_PER_TOKEN)

    def _reasoning(self, extra: dict[str, Any]) -> None:
        for name in ("reasoning_content", "reasoning"):
            if isinstance(text := extra.get(name), str):
                self.reasoned += len(text.encode())
                return

    def _end(self, reason: str | None) -> None:
        if reason:
            self.ended = True
            self.cut = self.cut or reason == "length"

    def _count(self, model: object, usage: object) -> None:
        if isinstance(model, str) and model:
            self.model = model
        if isinstance(usage, dict):
            self.ended = self.ended or bool(self.text and usage.get("completion_tokens"))
            self.prompt_tokens = _count_of(usage.get("prompt_tokens"))
            self.completion_tokens = _count_of(usage.get("completion_tokens"))
            cost = usage.get("cost")
            self.cost = float(cost) if isinstance(cost, int | float) else self.cost


def read_document(text: str) -> Any:
    """Return the JSON document ``text``. Raises ``UnreadableError``."""
    try:
        return json.loads(text)
    except ValueError as error:
        raise UnreadableError("no JSON") from error


def _count_of(value: object) -> int:
    return max(0, int(value)) if isinstance(value, int | float) else 0
