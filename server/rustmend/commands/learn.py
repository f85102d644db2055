"""``rustmend kb learn``: a repair that somebody shows is a repair that is known."""

from pathlib import Path
from typing import Any

from rustmend.commands import output
from rustmend.errors import UsageError
from rustmend.knowledge.rewrites import Kept
from rustmend.learning.teach import Lesson
from rustmend.learning.teach import learn as teach
from rustmend.wiring import assemble

# what cargo makes, and what is none of ours
_SKIPPED = frozenset({"target", ".git"})
_MANIFESTS = frozenset({"Cargo.toml", "build.rs"})


async def learn(*, before: Path, after: Path, edition: str, as_json: bool) -> int:
    """Learn from two files or folders and print what; 0 where something was learned."""
    texts = _changed(before, after)
    with output.progress(quiet=as_json) as tell:
        async with assemble(before, {"learn": True}, edition=edition) as parts:
            tell("checking both")
            base = (parts.workspace.single_file or before.absolute()).resolve()
            mapped = {base if not name.parts else base / name: text for name, text in texts.items()}
            lessons = await teach(parts, {}, mapped)
    if as_json:
        output.print_json({"learned": [_record(each) for each in lessons]})
        return 0
    console = output.console()
    for lesson in lessons:
        said = lesson.fix
        code = f"{said.code}: " if said.code else ""
        console.print(f"learned {said.id}  {code}{said.diagnostic.message}", markup=False)
        for kept in lesson.rewrites:
            console.print(f"  {_words(kept)}", markup=False, highlight=False)
        if not lesson.rewrites:
            console.print("  too much changes at once to do the same elsewhere; kept to look at")
    return 0


def _changed(before: Path, after: Path) -> dict[Path, bytes]:
    """Return the texts of ``after`` that differ, by path relative to ``before``; "" for a file."""
    for path in (before, after):
        if not path.exists():
            raise UsageError(f"{path} is not there: name two files or two folders")
    if before.is_dir() != after.is_dir():
        raise UsageError("one is a file and the other a folder: name two files or two folders")
    try:
        if not before.is_dir():
            for path in (before, after):
                if path.suffix != ".rs":
                    raise UsageError(f"{path} is no Rust file: it must end in .rs")
            _read(before)
            return {Path(): _read(after)}
        old, new = _sources(before), _sources(after)
    except OSError as error:
        raise UsageError(f"cannot read {error.filename}: {error.strerror}") from error
    gone = sorted(old.keys() - new.keys())
    if gone:
        raise UsageError(
            f"{after / gone[0]} is not there: a repair that removes files is not learned"
        )
    changed = {name: text for name, text in new.items() if old.get(name) != text}
    other = [name for name in changed if name.name in _MANIFESTS]
    if other:
        raise UsageError(f"{other[0]} differs: only a repair in Rust sources can be learned")
    return changed


def _sources(folder: Path) -> dict[Path, bytes]:
    found = {}
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder)
        wanted = file.suffix == ".rs" or file.name in _MANIFESTS
        if wanted and not _SKIPPED.intersection(name.parts) and file.is_file():
            found[name] = _read(file)
    return found


def _read(file: Path) -> bytes:
    text = file.read_bytes()
    try:
        text.decode()
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} is no UTF-8 text, so nothing can be learned from it") from error
    return text


def _record(lesson: Lesson) -> dict[str, Any]:
    fix = lesson.fix
    return {
        "id": fix.id,
        "code": fix.code,
        "message": fix.diagnostic.message,
        "title": fix.title,
        "rewrites": [
            {
                "id": kept.id.partition("@")[0],
                "rewrite": _shown(kept),
                "everywhere": kept.workspace is None,
                "occurrences": kept.occurrences,
            }
            for kept in lesson.rewrites
        ],
    }


def _words(kept: Kept) -> str:
    where = "everywhere" if kept.workspace is None else "here only: it has names of your own"
    return f"{_shown(kept)}  ({where})"


def _shown(kept: Kept) -> str:
    from rustmend.knowledge.learned import readable

    return readable(kept.learned)
