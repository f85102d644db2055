"""``rustmend fix``: repair until it checks or nothing verified is left."""

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from rustmend.cargo.workspace import load
from rustmend.coder.thinking import ModelRepair
from rustmend.commands import output
from rustmend.commands.thinking import required_client
from rustmend.domain import Caution, Origin, Snapshot
from rustmend.errors import UsageError
from rustmend.model.client import ModelClient
from rustmend.model.message import Message, Usage
from rustmend.model.prompt import ANSWER_SCHEMA
from rustmend.search import Repair, repair
from rustmend.wiring import Parts, assemble, knowledge, precedents, undo_log
from rustmend.write import write_texts


async def run(
    path: Path,
    *,
    as_json: bool,
    write: bool,
    clippy: bool,
    strict: bool,
    allow: Sequence[str],
    max_rounds: int | None,
    timeout: float | None,
    test: bool,
    edition: str,
    model: bool = False,
    dry_run: bool = False,
) -> int:
    """Repair ``path``, print the diff and write it if asked to; 0 without errors left, 1 with."""
    if dry_run and not model:
        raise UsageError("--dry-run shows what the model would be asked: add --model")
    client: ModelClient | None = None
    failure = ""
    flags = {"check.command": "clippy" if clippy else None, "fix.maxRounds": max_rounds}
    started = time.monotonic()
    with output.progress(quiet=as_json) as tell:
        async with assemble(
            path,
            flags,
            edition=edition,
            allow=_cautions(allow),
            allow_light=False if strict else None,
            warnings=clippy,
            tests=test,
        ) as parts:
            tell("checking")
            if model:
                client = required_client(parts.settings)
                run = ModelRepair(
                    parts.engine,
                    client,
                    precedents(parts.knowledge, parts.workspace),
                    max_attempts=parts.settings.model.max_attempts,
                    tests=test,
                    tell=tell,
                )
                if dry_run:
                    return _preview(await run.first_question(timeout), client, as_json=as_json)
                done = await run.run(timeout)
                failure = run.failure
            else:
                done = await repair(parts.engine, Snapshot(), timeout=timeout, on_progress=tell)
            if write and done.texts:
                _write(parts, done)
    names = output.Names.of(path, parts.workspace.root)
    usage = client.usage if client else Usage()
    if as_json:
        record = output.repair_record(done, time.monotonic() - started, names, usage)
        if failure:
            record["model"]["failure"] = failure
        output.print_json(record)
    else:
        console = output.console()
        output.print_repair(console, done, names, written=write)
        if client:
            output.print_usage(console, client.name, usage)
        if failure:
            sys.stderr.write(f"rustmend: {failure}\n")
    return 1 if done.remaining else 0


def _preview(messages: Sequence[Message] | None, client: ModelClient, *, as_json: bool) -> int:
    """Print what would be sent, and send nothing."""
    body = client.request(messages, schema=ANSWER_SCHEMA, schema_name="edits") if messages else None
    if as_json:
        output.print_json({"url": client.url, "request": body})
        return 0
    console = output.console()
    if body is None:
        console.print("Nothing is left to ask the model.")
        return 0
    rest = {name: value for name, value in body.items() if name != "messages"}
    console.file.write(f"To {client.url}/chat/completions\n{json.dumps(rest)}\n")
    for message in body["messages"]:
        console.file.write(f"\n[{message['role']}]\n{message['content']}\n")
    return 0


async def undo(path: Path, *, as_json: bool, edition: str) -> int:
    """Take the last written run of ``path``'s workspace back."""
    workspace = await load(path, edition=edition)
    files, learned = undo_log().undo(workspace.root)
    journal = knowledge().journal
    for fix_id in learned:  # what was taken back is no example, and its source was wrong
        past = journal.show(fix_id)
        if past is not None:
            journal.record_outcome(past.source, "undone", Origin(past.origin))
        journal.forget(fix_id, for_good=False)
    names = output.Names.of(path, workspace.root)
    if as_json:
        output.print_json({"undone": [names(file) for file in files]})
    else:
        for file in files:
            output.console().print(f"restored {names(file)}", markup=False, highlight=False)
        if not files:
            output.console().print("the last run was cut off before it wrote: nothing to restore")
    return 0


def _write(parts: Parts, done: Repair) -> None:
    alone = [each for each in done.fixes if each.alone]
    learned = [parts.past_fix(each.fix, each.sources).id for each in alone]
    with undo_log().remembering(parts.workspace.root, done.originals, done.texts, learned):
        write_texts(done.originals, done.texts)
    for applied in alone:
        parts.record(applied.fix, applied.sources)


def _cautions(words: Sequence[str]) -> frozenset[Caution]:
    known = {caution.words: caution for caution in Caution}
    for word in words:
        if word not in known:
            raise UsageError(
                f"--allow: no caution is called {word!r}; there are: {', '.join(known)}"
            )
    return frozenset(known[word] for word in words)
