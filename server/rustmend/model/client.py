"""Questions to an OpenAI-compatible endpoint.

The only module that knows the ``openai`` package. What looks like a secret is blanked on the way
out and put back on the way in; each question is counted; a question asked before is answered from
what was kept. Cancelling the task that waits closes the connection.
"""

import asyncio
import hashlib
import json
import logging
import math
import os
import random
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from rustmend.config import Settings
from rustmend.model.answer import Answer, CutError, UnreadableError, read_document
from rustmend.model.failures import (
    LONGEST_PAUSE,
    ModelError,
    PassingError,
    RefusedError,
    failure_of_status,
    retry_after,
)
from rustmend.model.ledger import Ledger
from rustmend.model.message import Completion, Message, Usage
from rustmend.model.options import Options, Question
from rustmend.model.reasoning import shown, without_reasoning
from rustmend.model.wire import TooLongError, address_of, bounded, is_unreached, without_particulars
from rustmend.redact import Redaction

if TYPE_CHECKING:
    from openai import AsyncOpenAI

__all__ = ["Completion", "Message", "ModelClient", "ModelError", "Usage"]

log = logging.getLogger(__name__)

_TRIES = 4
_FIRST_PAUSE = 0.5
# a stream that goes on gets this many times the time-out for silence
_PATIENCE = 10
_CONNECT_SECONDS = 10.0
# what servers say owns their models
_OWNERS = {
    "llamacpp": "llama.cpp", "vllm": "vLLM", "library": "Ollama", "openai": "OpenAI",
    "system": "OpenAI",
}  # fmt: skip


class ModelClient:
    """The endpoint that the settings name. ``usage`` counts what this client asked."""

    def __init__(self, settings: Settings, ledger: Ledger) -> None:
        if settings.model.base_url is None:
            raise ModelError("no model is configured: set model.baseUrl")
        self.url = address_of(settings.model.base_url)
        self.usage = Usage()
        self._settings = settings.model
        self._ledger = ledger
        self._options = Options()
        self._model = settings.model.name or ""

    @property
    def name(self) -> str:
        """The model's name as it is shown."""
        return self._model or "the model"

    @property
    def structured(self) -> bool:
        """Whether the server has not refused a JSON schema yet."""
        return "response_format" not in self._options.refused

    async def complete(
        self,
        messages: Sequence[Message],
        *,
        schema: Mapping[str, Any] | None = None,
        schema_name: str = "answer",
        temperature: float | None = None,
        on_text: Callable[[str], None] | None = None,
    ) -> Completion:
        """Ask, and return the answer. Raises ``ModelError``.

        With ``schema`` the answer is JSON of that shape where the server can; where it cannot, the
        answer is what the messages ask for. ``on_text`` gets the answer as it comes, piece by
        piece, without its reasoning. Failures that may pass (busy, 5xx, a broken connection) are
        tried again, with growing pauses or the one that the server names.
        """
        redaction = Redaction()
        contents = redaction.blank(each.content for each in messages)
        sent = [Message(m.role, text) for m, text in zip(messages, contents, strict=True)]
        key = self._key(sent, schema, temperature)
        if kept := await asyncio.to_thread(self._ledger.answer, key):
            text = redaction.restore(kept[0])
            if on_text:
                on_text(text)
            return Completion(text, 0, 0, kept[1], cached=True, key=key)
        question = Question(sent, schema, schema_name, temperature)
        answer = await self._answered(question, on_text)
        text = without_reasoning(answer.text)
        if not text:
            raise ModelError(
                f"{self.name} gave an empty answer"
                + (": it spent model.maxTokens on reasoning; raise it" if answer.cut else "")
            )
        if not answer.cut:
            await asyncio.to_thread(self._ledger.keep, key, text, answer.model)
        return Completion(
            redaction.restore(text),
            answer.prompt_tokens,
            answer.completion_tokens,
            answer.model,
            cut=answer.cut,
            key=key,
        )

    def request(
        self,
        messages: Sequence[Message],
        *,
        schema: Mapping[str, Any] | None = None,
        schema_name: str = "answer",
        temperature: float | None = None,
    ) -> dict[str, Any]:
        """Return what ``complete`` would send, secrets blanked; nothing is sent."""
        contents = Redaction().blank(each.content for each in messages)
        sent = [Message(m.role, text) for m, text in zip(messages, contents, strict=True)]
        question = Question(sent, schema, schema_name, temperature)
        return self._options.body(question, self._model, self._settings.max_tokens)

    async def forget(self, completion: Completion) -> None:
        """Do not give this answer again: it turned out to be no use."""
        await asyncio.to_thread(self._ledger.drop, completion.key)

    async def models(self) -> list[str]:
        """Return the names of the models that the endpoint lists. Raises ``ModelError``."""
        listed, _ = await self._listing()
        return [str(each.id) for each in listed]

    async def identify(self) -> str:
        """Return what serves the model, as far as it tells. Raises ``ModelError``."""
        listed, headers = await self._listing()
        owners = [str(each.owned_by).lower() for each in listed]
        told = next((_OWNERS[owner] for owner in owners if owner in _OWNERS), "")
        return told or headers.get("server", "")

    async def _listing(self) -> tuple[Sequence[Any], Mapping[str, str]]:
        """Return the models that the endpoint lists, and the headers of its answer."""
        try:
            async with self._connected() as client, asyncio.timeout(_CONNECT_SECONDS):
                answer = await client.models.with_raw_response.list()
                return answer.parse().data or (), answer.headers
        except TimeoutError:
            raise self._silent(_CONNECT_SECONDS) from None
        except (RefusedError, PassingError) as error:
            raise error.failure from None

    def _key(
        self,
        messages: Sequence[Message],
        schema: Mapping[str, Any] | None,
        temperature: float | None,
    ) -> str:
        asked = [[each.role, each.content] for each in messages]
        whole = [self.url, self._settings.name, asked, schema, temperature]
        return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()

    async def _answered(self, question: Question, on_text: Callable[[str], None] | None) -> Answer:
        """Ask until there is an answer."""
        if not self._model:
            names = await self.models()
            if not names:
                raise ModelError(f"{self.url} lists no model: set model.name")
            self._model = names[0]
        tries = 0
        while True:
            body = self._options.body(question, self._model, self._settings.max_tokens)
            try:
                return await self._once(body, on_text)
            except RefusedError as refused:
                if not self._options.refuse(body, refused.body):
                    raise refused.failure from None
                log.info("%s refused a part of the question; it is left out", self.url)
            except PassingError as passing:
                tries += 1
                pause = passing.pause
                if pause is None:
                    pause = _FIRST_PAUSE * 2 ** (tries - 1) * random.uniform(0.8, 1.2)  # noqa: S311  # spreads out retries
                if tries == _TRIES and passing.status == 500 and "response_format" in body:
                    # some servers fail over a schema that they cannot turn into a grammar
                    self._options.refused.add("response_format")
                    tries -= 1
                elif tries >= _TRIES or pause > LONGEST_PAUSE:
                    raise passing.failure from None
                log.info("%s; once more in %.1f s", passing.failure, pause)
                await asyncio.sleep(pause)

    async def _once(self, body: dict[str, Any], on_text: Callable[[str], None] | None) -> Answer:
        """Send one request. Raises ``ModelError``, ``RefusedError`` and ``PassingError``."""
        call = await asyncio.to_thread(self._ledger.begin, self._model, self._settings.per_day)
        if call is None:
            raise ModelError(
                f"the {self._settings.per_day} questions of today are used up: raise "
                "model.perDay, or go on tomorrow"
            )
        size = sum(len(each["content"].encode()) for each in body["messages"])
        log.info("asking %s at %s: %d bytes", self._model, self.url, size)
        log.debug("question: %s", body["messages"])
        started = time.monotonic()
        answer = Answer(self._model)
        reached = True
        try:
            async with asyncio.timeout(self._settings.timeout * _PATIENCE):
                await self._receive(body, answer, on_text)
        except PassingError as error:
            reached = error.reached
            raise
        except TimeoutError:
            raise ModelError(
                f"{self.name} did not come to an end within "
                f"{self._settings.timeout * _PATIENCE:g} s: raise model.timeout"
            ) from None
        finally:
            await asyncio.shield(self._count(call, answer, size if reached else None))
        log.info(
            "%s answered in %.1f s: %d + %d tokens",
            answer.model, time.monotonic() - started, answer.prompt_tokens,
            answer.completion_tokens,
        )  # fmt: skip
        log.debug("answer: %s", answer.text)
        return answer

    async def _count(self, call: int, answer: Answer, size: int | None) -> None:
        """Count a question of ``size`` bytes, None for one that nobody got."""
        if size is None:
            await asyncio.to_thread(self._ledger.take_back, call)
            return
        answer.guess_tokens(size)
        self.usage.calls += 1
        self.usage.prompt_tokens += answer.prompt_tokens
        self.usage.completion_tokens += answer.completion_tokens
        if answer.cost is not None:
            self.usage.cost = (self.usage.cost or 0.0) + answer.cost
        took = (answer.prompt_tokens, answer.completion_tokens, answer.cost)
        await asyncio.to_thread(self._ledger.finish, call, *took)

    async def _receive(
        self, body: dict[str, Any], answer: Answer, on_text: Callable[[str], None] | None
    ) -> None:
        emitted = 0
        async with self._connected() as client:
            create = client.chat.completions.with_streaming_response.create
            async with create(**body) as response:
                kind = response.headers.get("content-type", "").lower()
                if "event-stream" not in kind:
                    # a server without streaming answers in one piece
                    if "json" not in kind:
                        raise self._foreign(kind)
                    answer.add_document(read_document(await response.text()))
                    if on_text and (text := shown(answer.text)):
                        on_text(text)
                    return
                async for chunk in await response.parse():
                    answer.add_chunk(chunk)
                    text = shown(answer.text) if on_text else ""
                    if on_text and len(text) > emitted:
                        on_text(text[emitted:])
                        emitted = len(text)
                answer.finish()

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator["AsyncOpenAI"]:
        """Give a client for one question, and translate what it raises.

        One for each question: it belongs to the event loop, and the connection must be closed when
        the question is given up.
        """
        openai = await asyncio.to_thread(_openai)
        http = openai.DefaultAsyncHttpxClient(
            follow_redirects=False,  # what is sent goes to the configured address only
            event_hooks={"request": [without_particulars], "response": [bounded]},
        )
        client = openai.AsyncOpenAI(
            api_key=os.environ.get(self._settings.api_key_env) or "none",
            base_url=self.url,
            http_client=http,
            max_retries=0,
            timeout=openai.Timeout(self._settings.timeout, connect=_CONNECT_SECONDS),
        )
        try:
            async with client:
                yield client
        except openai.APIStatusError as error:
            raise self._of_status(error.status_code, error.response) from None
        except openai.APIConnectionError as error:
            cause = error.__cause__
            reached = not is_unreached(cause)
            if reached and isinstance(error, openai.APITimeoutError):
                raise self._silent(self._settings.timeout) from None
            failure = ModelError(
                f"cannot reach {self.url} ({str(cause or '') or error}): is the server running, "
                "and is model.baseUrl right?"
            )
            # who did not even answer the door for seconds is not worth a second wait
            pause = math.inf if isinstance(error, openai.APITimeoutError) else None
            raise PassingError(failure, pause, reached=reached) from None
        except TooLongError:
            raise ModelError(f"{self.name} gave far too long an answer; it was cut off") from None
        except openai.APIError as error:  # an error in the midst of a stream
            raise PassingError(ModelError(f"{self.url} failed: {error.message}")) from None
        except CutError:
            raise PassingError(
                ModelError(f"{self.url} broke off in the midst of an answer")
            ) from None
        except (UnreadableError, ValueError, TypeError, AttributeError) as error:
            log.debug("unreadable answer", exc_info=True)
            raise ModelError(
                f"{self.url} gives answers that are no chat completions ({error}): check "
                "model.baseUrl"
            ) from None

    def _of_status(self, status: int, response: Any) -> Exception:
        body = str(getattr(response, "text", ""))
        failure = failure_of_status(
            status,
            body,
            response.headers,
            url=self.url,
            model=self._model,
            key_env=self._settings.api_key_env,
        )
        if status in (400, 422, 501):
            return RefusedError(failure, body)
        if status in (408, 409, 425, 429) or status >= 500:
            if "insufficient_quota" in body:
                return failure
            return PassingError(failure, retry_after(response.headers), status)
        return failure

    def _silent(self, seconds: float) -> ModelError:
        return ModelError(
            f"{self.url} was silent for {seconds:g} s: is the server busy or its model still "
            "loading? model.timeout allows more time"
        )

    def _foreign(self, kind: str) -> ModelError:
        return ModelError(
            f"{self.url} answers with {kind or 'something without a type'}, not with a chat "
            "completion: check model.baseUrl, which mostly ends in /v1"
        )


def _openai() -> Any:
    # a third of a second, and on first use only
    import openai

    for name in ("openai", "httpx2", "httpcore2"):  # they log what is sent
        logging.getLogger(name).setLevel(logging.WARNING)
    return openai
