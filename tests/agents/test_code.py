"""Projects that come as text, built and mended in a sandbox."""

from pathlib import Path

import anyio
import pytest
from mcp_types import CallToolResult

from agents_at_work import Connect, answer, named, refusal, until

HELLO = """\
[filename: src/main.rs]
mod words;

fn main() {
    println!("{}", words::greeting());
}

[filename: src/words.rs]
pub fn greeting() -> String {
    "hello"
}
"""


@pytest.mark.usefixtures("sandboxed")
async def test_a_project_is_built_run_and_mended(connect: Connect) -> None:
    good = HELLO.replace('"hello"', '"hello".to_string()')
    async with connect() as client:
        built = await answer(client, "compile", code=good)
        broken = await answer(client, "compile", code=HELLO)
        mended = await answer(client, "compile_and_fix", code=HELLO, description="says hello")
        once = await answer(client, "compile_and_fix", code=HELLO, max_attempts=1)
        refused = await refusal(client, "compile", code="[filename: ../x.rs]\nfn main() {}\n")
    assert (built["success"], built["run_output"]) == (True, "hello\n")
    assert (built["run_status"], broken["run_status"]) == (0, None)
    assert set(built["files"]) == {"Cargo.toml", "src/main.rs", "src/words.rs"}
    assert built["error_details"] is None
    assert broken["success"] is False
    assert "E0308" in broken["error_details"]["error_message"]
    assert broken["error_details"]["error_location"] == "src/words.rs:2:5"
    assert "mismatched types" in broken["error_details"]["full_error"]
    assert (mended["success"], mended["build_success"]) == (True, True)
    assert mended["run_output"] == "hello\n"
    assert [each["success"] for each in mended["attempts"]] == [False, True]
    assert "to_string()" in mended["files"]["src/words.rs"]
    assert "[filename: src/words.rs]" in mended["combined_text"]
    assert (once["success"], len(once["attempts"])) == (False, 1)
    assert once["files"]["src/words.rs"] == HELLO.split("words.rs]\n")[1]
    assert "../x.rs" in refused


@pytest.mark.usefixtures("sandboxed")
async def test_a_cancelled_build_ends_what_runs_in_the_sandbox(
    connect: Connect, tmp_path: Path
) -> None:
    code = "fn main() { loop { std::thread::sleep(std::time::Duration::from_secs(1)); } }\n"
    name = '[package]\nname = "waits-for-ever"\nversion = "0.1.0"\nedition = "2024"\n'
    code = f"[filename: Cargo.toml]\n{name}\n[filename: src/main.rs]\n{code}"
    async with connect() as client:
        async with anyio.create_task_group() as group:
            group.start_soon(client.call_tool, "compile", {"code": code})
            await until(lambda: named("waits-for-ever"))
            group.cancel_scope.cancel()
        await until(lambda: not named("waits-for-ever"))
        assert (await answer(client, "explain_error", code="E0382"))["text"]
    await until(lambda: not list((tmp_path / "cache").glob("*/*/source/src/main.rs")))


@pytest.mark.usefixtures("sandboxed")
async def test_a_project_is_generated_or_it_is_no_success(connect: Connect) -> None:
    heard: list[str | None] = []

    async def listen(progress: float, total: float | None, message: str | None) -> None:
        heard.append(message)

    arguments = {"description": "a pool of worker threads", "requirements": "`i32::abs(-3)` is `3`"}
    async with connect() as client:
        done = await client.call_tool("generate", arguments, progress_callback=listen)
        assert isinstance(done, CallToolResult)
        made = done.structured_content
        nothing = await answer(client, "generate", description="a recipe for tomato soup")
        wrong = await answer(
            client, "generate", description="a pool of worker threads",
            requirements="`i32::abs(-3)` is `4`",
        )  # fmt: skip
    assert made is not None
    assert (made["success"], made["build_success"]) == (True, True)
    assert made["template"] == "tasks/thread-pool"
    assert made["requirements"] == [{"text": "`i32::abs(-3)` is `3`", "passed": True}]
    assert "[filename: src/lib.rs]" in made["combined_text"]
    assert "testing" in heard
    assert (nothing["success"], nothing["files"]) == (False, {})
    assert (wrong["success"], wrong["build_success"]) == (False, True)
    assert "requirement_1" in wrong["message"]
