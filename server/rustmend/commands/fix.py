"""``rustmend fix``: repair until it checks or nothing verified is left."""

import time
from collections.abc import Sequence
from pathlib import Path

from rustmend.cargo.workspace import load
from rustmend.commands import output
from rustmend.domain import Caution, Snapshot
from rustmend.errors import UsageError
from rustmend.search import Repair, repair
from rustmend.wiring import Parts, assemble, knowledge, undo_log
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
) -> int:
    """Repair ``path``, print the diff and write it if asked to; 0 without errors left, 1 with."""
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
            done = await repair(parts.engine, Snapshot(), timeout=timeout, on_progress=tell)
            if write and done.texts:
                _write(parts, done)
    names = output.Names.of(path)
    if as_json:
        output.print_json(output.repair_record(done, time.monotonic() - started, names))
    else:
        output.print_repair(output.console(), done, names, written=write)
    return 1 if done.remaining else 0


async def undo(path: Path, *, as_json: bool, edition: str) -> int:
    """Take the last written run of ``path``'s workspace back."""
    workspace = await load(path, edition=edition)
    files, learned = undo_log().undo(workspace.root)
    journal = knowledge().journal
    for fix_id in learned:  # what was taken back is no example
        journal.forget(fix_id, for_good=False)
    names = output.Names.of(path)
    if as_json:
        output.print_json({"undone": [names(file) for file in files]})
    else:
        for file in files:
            output.console().print(f"restored {names(file)}", markup=False, highlight=False)
        if not files:
            output.console().print("the last run was cut off before it wrote: nothing to restore")
    return 0


def _write(parts: Parts, done: Repair) -> None:
    learned = [parts.past_fix(each.fix, each.sources).id for each in done.fixes]
    with undo_log().remembering(parts.workspace.root, done.originals, done.texts, learned):
        write_texts(done.originals, done.texts)
    for applied in done.fixes:
        parts.record(applied.fix, applied.sources)


def _cautions(words: Sequence[str]) -> frozenset[Caution]:
    known = {caution.words: caution for caution in Caution}
    for word in words:
        if word not in known:
            raise UsageError(
                f"--allow: no caution is called {word!r}; there are: {', '.join(known)}"
            )
    return frozenset(known[word] for word in words)
