"""Compile every curated entry: what ``rustmend kb check`` runs.

``broken`` gives the folder's code first, each fixed program compiles without a word of
rustc's or clippy's, and each rewrite turns ``broken`` into a program without errors. What
they said is kept by content and toolchain, so a second run compiles only what changed.
"""

import asyncio
import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rustmend.domain import Diagnostic, Snapshot
from rustmend.domain.shown import bears
from rustmend.domain.text import unified_diff
from rustmend.knowledge.entries import Entry, Problem
from rustmend.knowledge.faults import faults
from rustmend.knowledge.rewrite import Rewritten, apply
from rustmend.process import Finished, run
from rustmend.sources import Sources

TIMEOUT = 60.0
TRIED = 4  # ways in which one rewrite may fit that are compiled
Parse = Callable[[bytes, Path], Diagnostic | None]
Say = Callable[[Entry, list[Problem]], None]


@dataclass(frozen=True, slots=True)
class Proof:
    """What compiling an entry showed: what its broken program gives, and what is wrong with it."""

    entry: Entry
    toolchain: str
    diagnostics: tuple[Diagnostic, ...]
    problems: tuple[Problem, ...]


async def prove(
    entries: Sequence[Entry],
    *,
    parse: Parse,
    jobs: int = 2,
    cache: Path | None = None,
    on_result: Say | None = None,
) -> list[Problem]:
    """Compile ``entries``, ``jobs`` programs at a time, and return what is wrong, in their order.

    ``parse`` reads a line of cargo's JSON whose paths are relative to the folder given with it.
    ``cache`` keeps what rustc said. Raises ``ToolMissingError`` without a rustc that runs.
    """
    proofs = await examine(entries, parse=parse, jobs=jobs, cache=cache, on_result=on_result)
    return [problem for proof in proofs for problem in proof.problems]


async def examine(
    entries: Sequence[Entry],
    *,
    parse: Parse,
    jobs: int = 2,
    cache: Path | None = None,
    on_result: Say | None = None,
) -> list[Proof]:
    """Do what ``prove`` does, and return for each entry also what its broken program gives."""
    compiler = await Compiler.start(jobs, cache)

    async def one(entry: Entry) -> Proof:
        diagnostics, problems = await _prove_entry(entry, compiler, parse)
        if compiler.release != entry.checked_with:
            said = f"rustc {compiler.release} disagrees, {entry.checked_with} agreed: "
            problems = [Problem(p.entry, said + p.message, report=True) for p in problems]
        if on_result:
            on_result(entry, problems)
        return Proof(entry, compiler.release, tuple(diagnostics), tuple(problems))

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one(entry)) for entry in entries]
    return [task.result() for task in tasks]


class Compiler:
    """rustc on small programs, bounded in number and remembered by content."""

    def __init__(self, version: str, jobs: int, cache: Path | None) -> None:
        self.version = version
        self._free = asyncio.Semaphore(jobs)
        self._cache = cache

    @classmethod
    async def start(cls, jobs: int, cache: Path | None) -> "Compiler":
        """Ask rustc for its version. Raises ``ToolMissingError``."""
        finished = await run(["rustc", "-vV"])
        return cls(finished.stdout, jobs, cache)

    @property
    def release(self) -> str:
        """The release, such as ``1.95.0``."""
        found = [line for line in self.version.splitlines() if line.startswith("release: ")]
        return found[0].removeprefix("release: ") if found else "unknown"

    async def check(
        self, files: dict[str, bytes], edition: str, program: bool, driver: str = "rustc"
    ) -> list[bytes]:
        """Return the driver's messages on ``files`` (the root first), a record of cargo's each."""
        kept = self._kept(files, edition, program, driver)
        if kept is not None and kept.is_file():
            return kept.read_bytes().splitlines()
        async with self._free:
            lines = await _compile(files, edition, program, driver)
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as whole:
                whole.write(b"\n".join(lines))
            Path(whole.name).replace(kept)
        return lines

    def _kept(
        self, files: dict[str, bytes], edition: str, program: bool, driver: str
    ) -> Path | None:
        if self._cache is None:
            return None
        content = hashlib.sha256(repr((self.version, edition, program, driver)).encode())
        for name, text in files.items():
            content.update(repr((name, text)).encode())
        name = content.hexdigest()
        return self._cache / name[:2] / name[2:40]


async def _compile(
    files: dict[str, bytes], edition: str, program: bool, driver: str
) -> list[bytes]:
    with tempfile.TemporaryDirectory(prefix="rustmend-kb-") as place:
        folder = Path(place)
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(text)
        out = folder / "out"
        out.mkdir()
        finished = await run(
            [
                *(driver, next(iter(files)), "--edition", edition, "--error-format=json"),
                *("--crate-type", "bin" if program else "lib", "--crate-name", "entry"),
                *("--emit=metadata", "--out-dir", out),
            ],
            cwd=folder,
            timeout=TIMEOUT,
        )
        return [_record(line) for line in _messages(finished)]


def _messages(finished: Finished) -> list[str]:
    lines = [line for line in finished.stderr.splitlines() if line.startswith("{")]
    if finished.returncode and not lines:
        said = finished.stderr.strip().splitlines() or [f"exit status {finished.returncode}"]
        crash = {"level": "error", "message": f"rustc crashed: {said[0]}", "spans": []}
        return [json.dumps({**crash, "code": None, "children": [], "rendered": said[0]})]
    return lines


def _record(line: str) -> bytes:
    """Wrap rustc's message as cargo does, so that one parser reads both."""
    target = {"name": "entry", "kind": ["bin"]}
    record = {"reason": "compiler-message", "package_id": "entry", "target": target}
    return json.dumps({**record, "message": json.loads(line)}).encode()


async def _prove_entry(
    entry: Entry, compiler: Compiler, parse: Parse
) -> tuple[list[Diagnostic], list[Problem]]:
    problems: list[str] = []
    try:
        files = entry.broken.files()
        good = [entry.fixed, *(item.program for item in entry.alternatives)]
        fixed = {program.name: program.files() for program in good}
    except OSError as error:
        return [], [Problem(entry.id, f"{error.filename}: {error.strerror}")]

    async def check(texts: dict[str, bytes], *, mended: bool = False) -> list[Diagnostic]:
        # clippy speaks of what it would rather see in a mended program, not of the mistake
        driver = "clippy-driver" if entry.is_lint or mended else "rustc"
        lines = await compiler.check(texts, entry.edition, entry.is_program(texts), driver)
        return [found for line in lines if (found := parse(line, entry.folder)) is not None]

    broken = await check(files)
    problems += [*faults(entry, files), *_judge_broken(entry, broken), *_unseen(entry, broken)]
    for name, texts in fixed.items():
        problems += [f"{name}: {_short(found)}" for found in await check(texts, mended=True)]
    for number, rewrite in enumerate(entry.rewrites, 1):
        which = f"rewrite {number} ({rewrite.title})"
        ways, reason = _ways(entry, number - 1, broken, files)
        if not ways:
            problems.append(f"{which}: {reason}")
            continue
        failures: list[str] = []
        for way in ways:
            after = await check(_edited(entry, files, way))
            # a lint's own rewrite must make it go away
            errors = [d for d in after if d.is_error or (entry.is_lint and d.code in entry.codes)]
            if not errors:
                break
            failures.append(f"{_short(errors[0])}\n{_diff(entry, files, way)}")
        else:
            problems.append(f"{which}: no candidate compiles; the first gives {failures[0]}")
    return broken, [Problem(entry.id, problem) for problem in problems]


def _judge_broken(entry: Entry, found: list[Diagnostic]) -> Iterator[str]:
    lint = entry.code is not None and not (entry.code[:1] == "E" and entry.code[1:].isdigit())
    first = next((d for d in found if d.is_error or lint), None)
    if first is None:
        yield f"{entry.broken.name} compiles"
    elif first.code not in entry.codes:
        yield f"{entry.broken.name} gives {_short(first)} first, not {entry.code or 'no code'}"


def _unseen(entry: Entry, found: list[Diagnostic]) -> Iterator[str]:
    first = next((d for d in found if d.code in entry.codes), None)
    for sign in entry.signs:
        if first is not None and not bears(first, (sign,)):
            yield f"the sign {sign!r} is not in what rustc prints of {entry.broken.name}"


def _ways(
    entry: Entry, number: int, broken: list[Diagnostic], files: dict[str, bytes]
) -> tuple[list[Rewritten], str]:
    """Return how a rewrite fits any of the diagnostics of the entry's code, or why it does not."""
    sources = Sources(Snapshot({entry.folder / name: text for name, text in files.items()}))
    mine = [diagnostic for diagnostic in broken if diagnostic.code in entry.codes]
    ways = [w for d in mine for w in apply(entry.rewrites[number], d, sources, TRIED)]
    if ways:
        return ways, ""
    said = "; ".join(
        f"{d.message!r} with labels {[label.text for label in d.labels]}"
        f" and notes {[note.message for note in d.notes if note.labels]}"
        for d in mine
    )
    return [], f"fits no diagnostic of {entry.broken.name}: {said or 'there is none of this code'}"


def _edited(entry: Entry, files: dict[str, bytes], way: Rewritten) -> dict[str, bytes]:
    snapshot = Snapshot({entry.folder / name: text for name, text in files.items()})
    edited = Sources(snapshot).edited(way.edits)
    return {name: edited.get(entry.folder / name, text) for name, text in files.items()}


def _diff(entry: Entry, files: dict[str, bytes], way: Rewritten) -> str:
    edited = _edited(entry, files, way)
    return "".join(unified_diff(name, text, edited[name]) for name, text in files.items())


def _short(diagnostic: Diagnostic) -> str:
    code = f"[{diagnostic.code}]" if diagnostic.code else ""
    return f"{diagnostic.level}{code}: {diagnostic.message}"
