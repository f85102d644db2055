"""``rustmend kb``: look into the curated entries and tasks, and the journal."""

from collections.abc import Sequence
from typing import Any

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rustmend.commands import kb_fixes, output
from rustmend.errors import NotFoundError
from rustmend.explanation import precedent
from rustmend.knowledge.entries import Entry
from rustmend.knowledge.tasks import Task
from rustmend.wiring import knowledge

_ROOM = 50  # columns beside the ids in which titles are still easy to read
_LANGUAGES = {".rs": "rust", ".toml": "toml", ".html": "html", ".json": "json", ".csv": "csv"}


async def search(*, text: str, limit: int, as_json: bool) -> int:
    """Print the entries, tasks and past fixes that words or a code lead to; 1 without any."""
    known = knowledge()
    entries = known.index.search(text, limit) if known.index else []
    tasks = known.task_index.search(text, limit) if known.task_index else []
    fixes = known.search_fixes(text, None, limit)
    if as_json:
        output.print_json(
            {
                "entries": [
                    {**_entry_record(one.item), "similarity": one.similarity} for one in entries
                ],
                "tasks": [
                    {**_task_record(one.item), "similarity": one.similarity} for one in tasks
                ],
                "past_fixes": [
                    {**kb_fixes.record(one.fix, ""), "similarity": one.similarity} for one in fixes
                ],
            }
        )
    elif entries or tasks or fixes:
        _print_found([one.item for one in entries], [one.item for one in tasks], text)
        kb_fixes.print_all([(one.fix, "") for one in fixes])
    else:
        words = f"no entry, no task and no past fix speaks of {text!r}"
        output.console().print(words, markup=False, highlight=False)
    return 0 if entries or tasks or fixes else 1


async def list_all(*, which: str | None, as_json: bool) -> int:
    """Print ids and titles: all, or of a code, of ``errors``, ``lints``, ``tasks``, ``fixes``."""
    known = knowledge()
    entries = [one for one in known.entries if which in (None, _shelf(one), one.code or "none")]
    tasks = known.tasks if which in (None, "tasks") else ()
    fixes = kb_fixes.chosen(known, which)
    if which == "fixes":
        known.journal.complain()
    if as_json:
        output.print_json(
            {
                "entries": [_entry_record(entry) for entry in entries],
                "tasks": [_task_record(task) for task in tasks],
                "past_fixes": [kb_fixes.record(*each) for each in fixes],
            }
        )
    else:
        _print_titles("Errors", [entry for entry in entries if not entry.is_lint])
        _print_titles("Lints", [entry for entry in entries if entry.is_lint])
        _print_titles("Tasks", tasks)
        kb_fixes.print_all(fixes)
        if not (entries or tasks or fixes):
            what = "a code, `errors`, `lints`, `tasks` or `fixes`"
            words = f"nothing is called {which!r}: give {what}"
            words = "nothing was learned yet" if which == "fixes" else words
            output.console().print(words, markup=False)
    return 0 if entries or tasks or fixes else 1


async def show(*, entry: str, as_json: bool) -> int:
    """Print one entry, task or past fix as a person reads it."""
    known = knowledge()
    name = entry.strip("/")
    mistake = next((each for each in known.entries if each.id == name), None)
    task = next((each for each in known.tasks if name in (each.id, each.slug)), None)
    if mistake:
        text, record = _entry_page(mistake), {**_entry_record(mistake), "programs": _texts(mistake)}
    elif task:
        text, record = _task_page(task), {**_task_record(task), "files": task.files()}
    elif fix := known.journal.show(name):
        proof = known.journal.proofs().get(fix.id, "own")
        text, record = kb_fixes.page(fix, proof), kb_fixes.whole_record(fix, proof)
    else:
        known.journal.complain()
        named = next((each.code for each in known.entries if each.code == name), "")
        raise NotFoundError(
            f"{name} has several entries; `rustmend kb list {name}` names them"
            if named
            else f"no entry, task or past fix is called {entry!r}; `rustmend kb list` names them"
        )
    console = output.console()
    if as_json:
        output.print_json(record)
    else:
        output.print_markdown(console, text)
    return 0


def _print_found(entries: Sequence[Entry], tasks: Sequence[Task], text: str) -> None:
    """Print what was found for ``text``: what it most likely asks for first."""
    how = text.rstrip().endswith("?") or text.lstrip().lower().startswith("how")
    if how:
        _print_titles("How it is done", tasks)
    _print_titles("Mistakes and their mends", entries)
    if not how:
        _print_titles("How it is done", tasks)


def _entry_page(entry: Entry) -> str:
    mended = precedent(entry)
    parts = [f"# {entry.code or 'No code'}: {entry.title}", entry.explanation]
    parts += [f"```diff\n{mended.diff.rstrip()}\n```"] if mended else []
    for each in entry.alternatives:
        program = b"\n".join(each.program.files().values()).decode()
        parts.append(f"## Another way\n\n{each.when}\n\n```rust\n{program.rstrip()}\n```")
    return "\n\n".join(parts)


def _task_page(task: Task) -> str:
    parts = [f"# {task.title}", "\n".join(f"- *{question}*" for question in task.questions)]
    parts.append(task.notes)
    parts.append("## Mind\n\n" + "\n".join(f"- {trap}" for trap in task.traps))
    for name, text in task.files().items():
        language = _LANGUAGES.get(name[name.rfind(".") :], "text")
        # a doc comment may hold a fence of its own
        parts.append(f"## {name}\n\n````{language}\n{text.rstrip()}\n````")
    return "\n\n".join(parts)


def _texts(entry: Entry) -> dict[str, str]:
    return {
        name: text.decode()
        for program in (entry.broken, entry.fixed, *(a.program for a in entry.alternatives))
        for name, text in program.files().items()
    }


def _shelf(entry: Entry) -> str:
    return "lints" if entry.is_lint else "errors"


def _entry_record(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "code": entry.code,
        "title": entry.title,
        "explanation": entry.explanation,
        "search": list(entry.search),
    }


def _task_record(task: Task) -> dict[str, Any]:
    return {
        "id": task.id,
        "title": task.title,
        "questions": list(task.questions),
        "notes": task.notes,
        "traps": list(task.traps),
        "topics": list(task.topics),
        "dependencies": list(task.dependencies),
    }


def _print_titles(heading: str, items: Sequence[Entry] | Sequence[Task]) -> None:
    """Print a line each; on a terminal under a heading, ids in a column of their own.

    Where the terminal leaves too little room beside them, a title stands under its id.
    """
    if not items:
        return
    console = output.console()
    if not console.is_terminal:
        for item in items:
            console.print(f"{item.id}  {item.title}", markup=False, highlight=False)
        return
    console.print(Text(heading, style="bold"))
    if console.width - max(len(item.id) for item in items) < _ROOM:
        for item in items:
            console.print(Padding(Text(item.id, style="cyan"), (0, 0, 0, 2)))
            console.print(Padding(Text(item.title), (0, 0, 0, 6)))
        console.print()
        return
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style="cyan")
    table.add_column(overflow="fold")
    for item in items:
        table.add_row(item.id, Text(item.title))
    console.print(Padding(table, (0, 0, 1, 2)), soft_wrap=False, no_wrap=False)
