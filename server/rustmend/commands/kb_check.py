"""``rustmend kb check``: compile the curated entries, and build and test the curated tasks."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rustmend.cargo.messages import parse_line
from rustmend.commands import output
from rustmend.config import load
from rustmend.domain import Diagnostic
from rustmend.errors import UsageError
from rustmend.knowledge.draft import ERROR
from rustmend.knowledge.entries import find_kb, read
from rustmend.knowledge.listing import write_listing
from rustmend.knowledge.prove import examine
from rustmend.knowledge.tasks import SHELF, read_tasks
from rustmend.knowledge.trial import try_tasks

# compilers at a time where nothing else is said: memory, not cores, is what many take
_JOBS = 2


async def check(*, which: Sequence[str], jobs: int | None, renew_index: bool, as_json: bool) -> int:
    """Prove what ``which`` names (ids, codes, slugs, folders, shelves; all by default)."""
    settings, _ = load(workspace=Path.cwd())
    kb = find_kb(settings.kb_path)
    all_entries, unreadable_entries = read(kb)
    # tasks have no line in the index, and testing them all takes minutes
    all_tasks, unreadable_tasks = ((), ()) if renew_index else read_tasks(kb)
    entries = [entry for entry in all_entries if _named(entry.id, which)]
    tasks = [task for task in all_tasks if _named(task.id, which)]
    unreadable = (*unreadable_entries, *unreadable_tasks)
    problems = [problem for problem in unreadable if _named(problem.entry, which)]
    count = len(entries) + len(tasks)
    if not count and not problems:
        words = " or ".join(which)
        raise UsageError(f"no entry or task is called {words}; `rustmend kb list` names them")
    done = 0
    with output.progress(quiet=as_json) as tell:

        def say(name: str) -> None:
            nonlocal done
            done += 1
            tell(f"{done} of {count}: {name}")

        cache = settings.cache_path / "kb"
        proofs = await examine(
            entries,
            parse=_parse,
            jobs=jobs or _JOBS,
            cache=cache,
            on_result=lambda entry, _: say(entry.id),
        )
        problems += [problem for proof in proofs for problem in proof.problems]
        if tasks:
            tell("building the tasks")
            problems += await try_tasks(
                tasks,
                jobs=jobs or _JOBS,
                cache=cache / SHELF,
                on_result=lambda task, _: say(task.id),
            )
    wrong = [problem for problem in problems if not problem.report]
    if renew_index:
        if which or wrong:
            raise UsageError("the index is renewed only from all entries, and only if they hold")
        write_listing(kb, proofs)
    if as_json:
        said = [asdict(problem) for problem in problems]
        output.print_json({"entries": len(entries), "tasks": len(tasks), "problems": said})
    else:
        console = output.console()
        for problem in problems:
            console.print(f"{problem.entry}: {problem.message}", markup=False, highlight=False)
        console.print(f"{len(entries)} entries, {len(tasks)} tasks, {len(wrong)} problems")
    return 1 if wrong else 0


def _named(item: str, which: Sequence[str]) -> bool:
    """Whether one of ``which`` names an entry or task: its id, code, slug, folder or shelf."""
    first = item.split("/")[0]
    shelf = SHELF if first == SHELF else "errors" if ERROR.fullmatch(first) else "lints"
    names = {item, *item.split("/", 1), shelf}
    return not which or any(
        "/".join(Path(each).parts[-2:]) in names or each in names for each in which
    )


def _parse(line: bytes, base: Path) -> Diagnostic | None:
    found = parse_line(line, base=base)
    return found if isinstance(found, Diagnostic) else None
