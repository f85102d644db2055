"""What an endpoint takes, learned from what it refuses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rustmend.model.failures import speaks_of_length
from rustmend.model.message import Message

# part of a request -> the words by which servers refuse it
_SPOKEN_OF = {
    "response_format": ("response_format", "json_schema", "schema", "grammar", "guided"),
    "max_tokens": ("max_tokens", "maximum context", "context length"),
    "max_completion_tokens": ("max_completion_tokens", "maximum context", "context length"),
    "temperature": ("temperature",),
    "stream_options": ("stream_options",),
    "stream": ("stream",),
}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, before an endpoint's ways are known."""

    messages: Sequence[Message]
    schema: Mapping[str, Any] | None
    schema_name: str
    temperature: float | None


@dataclass(slots=True)
class Options:
    """The parts of a request that an endpoint does not take."""

    refused: set[str] = field(default_factory=set)

    def body(self, question: Question, model: str, max_tokens: int) -> dict[str, Any]:
        """Return the request for ``question`` as this endpoint takes it."""
        body: dict[str, Any] = {
            "model": model,
            "messages": [{"role": m.role, "content": m.content} for m in question.messages],
            "max_tokens": max_tokens,
            "stream": True,
            "stream_options": {"include_usage": True},
        }
        if question.temperature is not None:
            body["temperature"] = question.temperature
        if question.schema is not None:
            inner = {"name": question.schema_name, "strict": True, "schema": question.schema}
            body["response_format"] = {"type": "json_schema", "json_schema": inner}
        if "max_tokens" in self.refused:
            body["max_completion_tokens"] = body["max_tokens"]
        return {name: value for name, value in body.items() if name not in self.refused}

    def refuse(self, body: Mapping[str, Any], said: str) -> bool:
        """Leave out from now on what a refusal speaks of; False where nothing is left to leave out.

        OpenAI's newer models want ``max_completion_tokens`` and no temperature, small servers know
        no schema, and vLLM counts the longest answer against the context.
        """
        said = said.lower()
        for name, words in _SPOKEN_OF.items():
            if name in body and any(word in said for word in words):
                self.refused.add(name)
                if name == "max_tokens" and ("too large" in said or speaks_of_length(said)):
                    self.refused.add("max_completion_tokens")
                if name == "stream":
                    self.refused.add("stream_options")
                return True
        if "response_format" in body and not speaks_of_length(said):
            self.refused.add("response_format")
            return True
        return False
