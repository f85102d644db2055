"""``rustmend ask``: a question about Rust, answered from what is known."""

from pathlib import Path

from rustmend.coder.ask import Answer, ask
from rustmend.commands import output
from rustmend.commands.output import Record
from rustmend.config import load
from rustmend.wiring import Knowledge, model_client


async def run(question: str, *, model: bool, as_json: bool) -> int:
    """Print the answer; 1 where nothing is known."""
    settings, _ = load(workspace=Path.cwd())
    client = model_client(settings) if model else None
    with output.progress(quiet=as_json) as tell:
        answer = await ask(question, Knowledge.of(settings), client, on_progress=tell)
    if as_json:
        usage = client.usage if client else None
        output.print_json(
            {
                **record(answer),
                "model": {
                    "name": answer.model or None,
                    "calls": usage.calls if usage else 0,
                    "prompt_tokens": usage.prompt_tokens if usage else 0,
                    "completion_tokens": usage.completion_tokens if usage else 0,
                },
            }
        )
    elif answer.found:
        output.print_markdown(output.console(), answer.markdown())
    else:
        output.console().print(
            "nothing in the knowledge base speaks of this", markup=False, highlight=False
        )
    return 0 if answer.found else 1


def record(answer: Answer) -> Record:
    """Return an answer as ``ask --json`` gives it."""
    return {
        "question": answer.question,
        "found": answer.found,
        "answer": answer.text,
        "note": answer.note,
        "sources": [
            {
                "id": each.id,
                "kind": each.kind,
                "title": each.title,
                "uri": each.uri or None,
                "cited": each.id in answer.cited,
            }
            for each in answer.sources
        ],
        "code": [
            {
                "language": each.language,
                "text": each.text,
                "compiled": each.compiled,
                "note": each.note,
            }
            for each in answer.blocks
        ],
    }
