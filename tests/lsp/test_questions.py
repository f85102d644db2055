"""Questions of the user's: answered from the knowledge base, or by a model."""

import asyncio

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from model_server import ModelServer, Step, ok

WORDS = """Read it line by line:

```rust
use std::io::BufRead;

pub fn count(reader: impl BufRead) -> usize {
    reader.lines().count()
}
```

```rust
pub fn broken() -> u8 { "no" }
```
"""


async def test_a_question_is_answered_from_the_knowledge_base(start, tmp_path):
    editor = await start(tmp_path)
    text = await editor.run("rustmend.ask", {"question": "What is E0382?"})
    assert text.startswith("# What is E0382?")
    assert "E0382" in text.split("\n", 1)[1]
    [shown] = editor.client.shown_documents
    assert shown.uri.endswith("answer.md")


async def test_a_models_code_is_marked_as_compiled_or_not(start, tmp_path):
    with ModelServer([ok(WORDS)]) as model:
        options = {"model": {"baseUrl": model.url, "name": "scripted-1"}}
        editor = await start(tmp_path, options=options)
        text = await editor.run("rustmend.ask", {"question": "How do I count lines?"})
    assert model.requests
    assert "*✓ " in text
    assert "*✗ " in text


async def test_no_question_is_said(start, tmp_path):
    editor = await start(tmp_path)
    for arguments in ([], [{"question": "  "}], [{"question": 7}]):
        with pytest.raises(JsonRpcException, match="expected"):
            await editor.run("rustmend.ask", *arguments)


async def test_a_question_can_be_called_off(start, tmp_path):
    with ModelServer([Step(hang=True)]) as model:
        options = {"model": {"baseUrl": model.url, "name": "scripted-1"}}
        editor = await start(tmp_path, options=options)
        asked = asyncio.ensure_future(editor.run("rustmend.ask", {"question": "How so?"}))
        while not model.requests or not editor.client.progress_reports:
            await asyncio.sleep(0.05)
        token = next(iter(editor.client.progress_reports))
        editor.client.window_work_done_progress_cancel(types.WorkDoneProgressCancelParams(token))
        assert await asyncio.wait_for(asked, 10) == ""
    assert editor.client.shown_documents == []
