"""The client against a real HTTP server that plays a script."""

import asyncio
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from model_server import MODEL, ModelServer, Step, busy, ok
from rustmend.config import load
from rustmend.model import client as client_module
from rustmend.model.client import Message, ModelClient, ModelError, Usage
from rustmend.wiring import model_client

QUESTION = [Message("user", "why?")]
SCHEMA = {
    "type": "object",
    "properties": {"a": {"type": "string"}},
    "required": ["a"],
    "additionalProperties": False,
}

Make = Callable[..., ModelClient]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def make(server: ModelServer | str, **model: Any) -> ModelClient:
        url = server if isinstance(server, str) else server.url
        flags = {"model": {"baseUrl": url, "name": MODEL, **model}}
        settings, problems = load(
            {**flags, "journal.path": str(tmp_path / "journal.sqlite3")},
            environment={},
            user_file=tmp_path / "none",
        )
        assert problems == []
        made = model_client(settings)
        assert made is not None
        return made

    return make


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_module, "_FIRST_PAUSE", 0.01)


async def said(client: ModelClient) -> str:
    """Return the line in which a question fails."""
    with pytest.raises(ModelError) as caught:
        await client.complete(QUESTION)
    assert "\n" not in str(caught.value)
    return str(caught.value)


async def test_an_answer_comes_in_pieces_and_is_counted(make: Make) -> None:
    with ModelServer([ok("because of the borrow")]) as server:
        client = make(server)
        pieces: list[str] = []
        done = await client.complete(QUESTION, on_text=pieces.append)
    assert done.text == "because of the borrow" == "".join(pieces)
    assert len(pieces) > 1
    assert (done.prompt_tokens, done.completion_tokens, done.model) == (1, 5, MODEL)
    assert (client.usage.calls, client.usage.prompt_tokens) == (1, 1)


async def test_the_key_comes_from_the_named_variable(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MY_KEY", "abc")
    monkeypatch.setenv("OPENAI_API_KEY", "another")
    monkeypatch.setenv("OPENAI_ORG_ID", "of another account")
    with ModelServer([ok("yes")]) as server:
        await make(server, apiKeyEnv="MY_KEY").complete(QUESTION)
    headers = {name.lower(): value for name, value in server.requests[0].headers.items()}
    assert headers["authorization"] == "Bearer abc"
    telling = {name for name in headers if name.startswith(("openai-", "x-stainless"))}
    assert telling == {"x-stainless-raw-response"}


async def test_a_question_asked_before_is_answered_without_asking(make: Make) -> None:
    with ModelServer([ok("one"), ok("two")]) as server:
        first = await make(server).complete(QUESTION)
        again = await make(server).complete(QUESTION)
        assert (again.text, again.cached, again.prompt_tokens) == ("one", True, 0)
        assert len(server.requests) == 1
        await make(server).forget(first)
        assert (await make(server).complete(QUESTION)).text == "two"
        warmer = await make(server).complete(QUESTION, temperature=0.9)
        assert not warmer.cached


async def test_a_day_has_its_limit_over_all_processes(make: Make) -> None:
    with ModelServer([ok("one"), ok("two"), ok("three")]) as server:
        for number in range(2):
            await make(server, perDay=2).complete([Message("user", str(number))])
        line = await said(make(server, perDay=2))
        assert "model.perDay" in line
        assert len(server.requests) == 2
        assert (await make(server, perDay=0).complete(QUESTION)).text == "three"


@pytest.mark.parametrize(
    "answer",
    [
        "<think>first this,\nthen that</think>\nyes",
        "\n<thinking>a</thinking><think>b</think>yes",
        "the opening tag was in the prompt</think>\n\nyes",
        "yes",
    ],
)
async def test_reasoning_is_no_part_of_the_answer(make: Make, answer: str) -> None:
    with ModelServer([Step(answer, reasoning="hm, let me see", piece=3)]) as server:
        pieces: list[str] = []
        done = await make(server).complete(QUESTION, on_text=pieces.append)
    assert done.text == "yes"
    if "opening" not in answer:
        assert "".join(pieces).strip() == "yes"


async def test_an_answer_that_is_all_reasoning_says_what_to_raise(make: Make) -> None:
    with ModelServer([Step("<think>on and on", finish_reason="length")]) as server:
        assert "model.maxTokens" in await said(make(server))


async def test_a_server_without_streaming_is_understood(make: Make) -> None:
    with ModelServer([Step("yes", refuses=("stream",))]) as server:
        assert (await make(server).complete(QUESTION)).text == "yes"


async def test_a_schema_goes_along_and_is_left_out_where_it_is_refused(make: Make) -> None:
    with ModelServer([Step('{"a": "1"}', refuses=("response_format",))]) as server:
        client = make(server)
        assert client.structured
        done = await client.complete(QUESTION, schema=SCHEMA, schema_name="thing")
        assert (done.text, client.structured) == ('{"a": "1"}', False)
        sent = server.requests[0].body["response_format"]
        assert sent["json_schema"]["name"] == "thing"
        assert sent["json_schema"]["schema"] == SCHEMA
        await client.complete([Message("user", "next")], schema=SCHEMA)
        assert "response_format" not in server.requests[-1].body
    assert len(server.requests) == 3


async def test_parts_that_newer_models_refuse_are_said_their_way(make: Make) -> None:
    with ModelServer([Step("yes", refuses=("temperature", "max_tokens"))]) as server:
        done = await make(server, maxTokens=77).complete(QUESTION, temperature=0.5)
    assert done.text == "yes"
    assert server.requests[-1].body["max_completion_tokens"] == 77
    assert "temperature" not in server.requests[-1].body


async def test_busy_and_failing_servers_are_asked_again(make: Make) -> None:
    with ModelServer([busy(), Step(status=503), Step(reset=True), ok("yes")]) as server:
        client = make(server)
        assert (await client.complete(QUESTION)).text == "yes"
        assert len(server.requests) == 4
        assert client.usage.calls == 4


async def test_the_pause_is_the_one_that_the_server_names(make: Make) -> None:
    with ModelServer([busy("1"), ok("yes")]) as server:
        started = time.monotonic()
        await make(server).complete(QUESTION)
        assert time.monotonic() - started >= 1.0
    with ModelServer([busy("3600")]) as server:
        assert "try again in 3600 s" in await said(make(server))
        assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("step", "words", "questions"),
    [
        (Step(status=401, reply="bad key"), "RUSTMEND_MODEL_API_KEY", 1),
        (Step(status=404, reply="no such model"), "model.name", 1),
        (Step(status=429, reply="slow down"), "busy", 4),
        (Step(status=500), "try again", 4),
        (Step(status=307, headers={"Location": "http://elsewhere.test/"}), "elsewhere.test", 1),
        (Step(status=400, reply="context length exceeded: 9000 tokens"), "context length", 2),
        (Step(reset=True), "cannot reach", 4),
        (Step("half an answ", stop_after=1, piece=4), "cannot reach", 4),
        (Step("half an answ", stop_after=1, clean_stop=True, piece=4), "broke off", 4),
        (Step("<html>hello</html>", content_type="text/html"), "text/html", 1),
        (Step('{"choices": [{"mess', content_type="application/json"), "model.baseUrl", 1),
        (Step('{"choices": []}', content_type="application/json"), "model.baseUrl", 1),
        (Step("[1, 2]", content_type="application/json"), "model.baseUrl", 1),
        (Step(raw=b"data: {half\n\n", content_type="text/event-stream"), "model.baseUrl", 1),
        (Step(raw=b"data: [1]\n\n", content_type="text/event-stream"), "model.baseUrl", 1),
        (Step(raw=b'data: {"error": {"message": "out of memory"}}\n\n',
              content_type="text/event-stream"), "out of memory", 4),
        (Step("x" * 1000, piece=1000, repeat=10_000), "too long", 1),
        (Step(raw=b"x" * 10_000_000, content_type="text/event-stream"), "too long", 1),
        (Step(raw=b" " * 10_000_000, content_type="application/json"), "too long", 1),
        (Step(""), "empty answer", 1),
    ],
)  # fmt: skip
async def test_each_fault_is_one_line_that_says_what_to_do(
    make: Make, step: Step, words: str, questions: int
) -> None:
    with ModelServer([step]) as server:
        assert words in await said(make(server))
        assert len(server.requests) == questions


async def test_a_server_that_hangs_is_given_up(make: Make) -> None:
    with ModelServer([Step(hang=True)]) as server:
        line = await said(make(server, timeout=0.3))
        assert "model.timeout" in line
        assert server.disconnected.wait(5)
        assert len(server.requests) == 1


async def test_a_slow_stream_is_waited_for(make: Make) -> None:
    with ModelServer([Step("slow and steady", piece=3, pause=0.15)]) as server:
        assert (await make(server, timeout=0.6).complete(QUESTION)).text == "slow and steady"


async def test_nobody_there(make: Make) -> None:
    with ModelServer([ok("yes")]) as server:
        url = server.url
    client = make(url, perDay=1)
    assert "is the server running" in await said(client)
    # nobody was asked anything
    assert client.usage == Usage()
    assert "is the server running" in await said(client)


async def test_nobody_there_to_name_a_model(make: Make) -> None:
    with ModelServer([ok("yes")]) as server:
        url = server.url
    for name in ("", "tiny"):
        client = make(url, name=name)
        assert "is the server running" in await said(client)
        with pytest.raises(ModelError, match="is the server running"):
            await client.models()
        with pytest.raises(ModelError, match="is the server running"):
            await client.identify()


@pytest.mark.parametrize("step", [Step(hang=True), Step("x" * 4000, pause=0.05)])
async def test_cancelling_closes_the_connection_at_once(make: Make, step: Step) -> None:
    with ModelServer([step]) as server:
        task = asyncio.create_task(make(server).complete(QUESTION))
        await asyncio.to_thread(server.asked.wait)
        await asyncio.sleep(0.1)
        started = time.monotonic()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert time.monotonic() - started < 0.2
        assert await asyncio.to_thread(server.disconnected.wait, 5)


async def test_secrets_stay_here_and_come_back_in_the_answer(make: Make) -> None:
    code = 'const API_KEY: &str = "f00-b4r-s3cret"; // ask ann@corp.io'
    with ModelServer([lambda request: request.body["messages"][0]["content"]]) as server:
        client = make(server)
        done = await client.complete([Message("user", code)])
        again = await client.complete([Message("user", code)])
    assert "f00-b4r" not in server.requests[0].text
    assert "corp.io" not in server.requests[0].text
    assert done.text == code == again.text
    assert again.cached


async def test_content_is_logged_only_while_tracing(
    make: Make, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    with ModelServer([ok("an answer")]) as server:
        await make(server).complete([Message("user", "a question")])
        assert "answered in" in caplog.text
        assert "a question" not in caplog.text
        assert "an answer" not in caplog.text
        caplog.set_level("DEBUG")
        await make(server).complete([Message("user", "a question too")])
        assert "a question too" in caplog.text


async def test_without_a_name_the_first_listed_model_is_asked(make: Make) -> None:
    with ModelServer([ok("yes")], models=["first", "second"]) as server:
        client = make(server, name=None)
        assert await client.models() == ["first", "second"]
        await client.complete(QUESTION)
        assert (server.requests[0].body["model"], client.name) == ("first", "first")


@pytest.fixture
def nothing() -> Iterator[ModelServer]:
    with ModelServer([ok("never")]) as server:
        yield server
        assert server.requests == []
        assert server.others == []


def test_no_client_without_an_address_or_where_it_is_switched_off(nothing: ModelServer) -> None:
    settings, _ = load(environment={}, user_file=Path("none"))
    assert model_client(settings) is None
    off, _ = load({"model": {"baseUrl": nothing.url, "enabled": False}}, environment={})
    assert model_client(off) is None


@pytest.mark.parametrize("url", ["localhost:8080", "ftp://there/v1", "http://", "nonsense"])
def test_an_address_that_is_none_is_said(make: Make, url: str) -> None:
    with pytest.raises(ModelError, match=r"model\.baseUrl"):
        make(url)
