"""``rustmend kb``: look into the curated entries and the journal, and prove the entries."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.markdown import Markdown

from rustmend.cargo.messages import parse_line
from rustmend.commands import output
from rustmend.config import load
from rustmend.domain import Diagnostic
from rustmend.errors import UsageError
from rustmend.explanation import precedent
from rustmend.knowledge.entries import Entry, Problem, find_kb, read
from rustmend.knowledge.listing import write_listing
from rustmend.knowledge.prove import examine
from rustmend.wiring import knowledge

# compilers at a time where nothing else is said: memory, not cores, is what many take
_JOBS = 2


async def stats(*, as_json: bool) -> int:
    """Print how much is known and learned, by code."""
    known = knowledge()
    codes = Counter(entry.code or "no code" for entry in known.entries)
    learned = known.journal.stats()
    if as_json:
        output.print_json(
            {
                "entries": len(known.entries),
                "rewrites": sum(len(entry.rewrites) for entry in known.entries),
                "codes": dict(codes.most_common()),
                "past_fixes": asdict(learned),
            }
        )
        return 0
    console = output.console()
    console.print(f"{len(known.entries)} curated entries over {len(codes)} codes")
    console.print(f"{learned.fixes} past fixes in {learned.workspaces} workspaces")
    for outcome, count in learned.outcomes.items():
        console.print(f"  {outcome}: {count}")
    for code, count in codes.most_common():
        past = learned.codes.get(code, 0)
        console.print(f"{count:>5}  {code}" + (f"  ({past} learned)" if past else ""), markup=False)
    return 0


async def search(*, text: str, limit: int, as_json: bool) -> int:
    """Print the entries that words or a code lead to; 1 where there is none."""
    index = knowledge().index
    found = index.search(text, limit) if index else []
    if as_json:
        records = [{**_record(each.item), "similarity": each.similarity} for each in found]
        output.print_json({"entries": records})
    elif found:
        _print_titles([each.item for each in found])
    else:
        output.console().print(f"no entry speaks of {text!r}", markup=False, highlight=False)
    return 0 if found else 1


async def list_entries(*, as_json: bool) -> int:
    """Print every entry's id and title."""
    entries = knowledge().entries
    if as_json:
        output.print_json({"entries": [_record(entry) for entry in entries]})
    else:
        _print_titles(entries)
    return 0 if entries else 1


async def show(*, entry: str, as_json: bool) -> int:
    """Print one entry as a person reads it: why, and how it is mended."""
    found = next((each for each in knowledge().entries if each.id == entry), None)
    if found is None:
        raise UsageError(f"no entry is called {entry!r}; `rustmend kb list` names them")
    mended = precedent(found)
    if as_json:
        programs = {
            name: text.decode()
            for program in (found.broken, found.fixed, *(a.program for a in found.alternatives))
            for name, text in program.files().items()
        }
        output.print_json({**_record(found), "programs": programs})
        return 0
    parts = [f"# {found.code or 'No code'}: {found.title}", found.explanation]
    parts += [f"```diff\n{mended.diff.rstrip()}\n```"] if mended else []
    for each in found.alternatives:
        program = b"\n".join(each.program.files().values()).decode()
        parts.append(f"## Another way\n\n{each.when}\n\n```rust\n{program.rstrip()}\n```")
    text = "\n\n".join(parts)
    console = output.console()
    if console.is_terminal:
        console.print(Markdown(text))
    else:
        console.file.write(text + "\n")
    return 0


async def check(*, which: Sequence[str], jobs: int | None, renew_index: bool, as_json: bool) -> int:
    """Compile the entries named by ``which`` (ids, codes, slugs or folders; all by default)."""
    settings, _ = load(workspace=Path.cwd())
    kb = find_kb(settings.kb_path)
    entries, unreadable = read(kb)
    wanted = [entry for entry in entries if _named(entry.id, which)]
    problems = [problem for problem in unreadable if _named(problem.entry, which)]
    if not wanted and not problems:
        raise UsageError(f"no entry is called {' or '.join(which)}; `rustmend kb list` names them")
    done = 0
    with output.progress(quiet=as_json) as tell:

        def say(entry: Entry, _: list[Problem]) -> None:
            nonlocal done
            done += 1
            tell(f"{done} of {len(wanted)}: {entry.id}")

        proofs = await examine(
            wanted,
            parse=_parse,
            jobs=jobs or _JOBS,
            cache=settings.cache_path / "kb",
            on_result=say,
        )
    problems += [problem for proof in proofs for problem in proof.problems]
    wrong = [problem for problem in problems if not problem.report]
    if renew_index:
        if which or wrong:
            raise UsageError("the index is renewed only from all entries, and only if they hold")
        write_listing(kb, proofs)
    if as_json:
        output.print_json(
            {"entries": len(wanted), "problems": [asdict(problem) for problem in problems]}
        )
    else:
        console = output.console()
        for problem in problems:
            console.print(f"{problem.entry}: {problem.message}", markup=False, highlight=False)
        console.print(f"{len(wanted)} entries, {len(wrong)} problems")
    return 1 if wrong else 0


def _named(entry: str, which: Sequence[str]) -> bool:
    """Whether one of ``which`` names the entry: its id, its code, its slug or its folder."""
    names = {entry, *entry.split("/", 1)}
    return not which or any(
        "/".join(Path(each).parts[-2:]) in names or each in names for each in which
    )


def _parse(line: bytes, base: Path) -> Diagnostic | None:
    found = parse_line(line, base=base)
    return found if isinstance(found, Diagnostic) else None


def _record(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "code": entry.code,
        "title": entry.title,
        "explanation": entry.explanation,
        "search": list(entry.search),
    }


def _print_titles(entries: Sequence[Entry]) -> None:
    console = output.console()
    for entry in entries:
        console.print(f"{entry.id}  {entry.title}", markup=False, highlight=False)
