"""Whether every warning that can be mended alone is: ``python bench/fixrate/clippy.py --help``.

Old crates have many warnings of clippy's default lints. Each one with a sure suggestion is mended
alone in a fresh copy first, to know which can be. Then ``cargo clippy --fix`` and ``rustmend fix
--clippy`` mend the whole crate, and what they left is tried alone again: what can be mended in
the state that a tool left, and was not, is lost.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import judge
from crates import Crate
from edits import Edit
from kept import append, load
from prepare import CHECK, Subject, prepare
from report import row
from slips import Slip
from tools import Attempt, cargo_clippy_fix, rustmend_clippy

CLIPPY = ("cargo", "clippy", *CHECK[2:])
TOOLS: dict[str, Callable[[Subject, Path], Attempt]] = {
    "cargo clippy --fix": cargo_clippy_fix,
    "rustmend fix --clippy": rustmend_clippy,
}
CRATES = (
    Crate("textwrap", "0.11.0", "work", "text"),
    Crate("humantime", "1.3.0", "work", "text, time"),
    Crate("shlex", "0.1.1", "work", "command lines"),
    Crate("semver-parser", "0.7.0", "work", "parser"),
    Crate("linked-hash-map", "0.5.2", "work", "collection, unsafe"),
    Crate("getopts", "0.2.18", "report", "command lines"),
    Crate("ansi_term", "0.11.0", "report", "terminals"),
    Crate("fixedbitset", "0.1.9", "report", "collection"),
    Crate("strsim", "0.8.0", "report", "text"),
    Crate("bit-vec", "0.5.0", "report", "collection"),
)


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning with a sure suggestion. ``line`` is the text of its first line."""

    code: str
    file: str
    line: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What clippy says of a state: sure warnings, how many of all sorts, each sort of error."""

    sure: tuple[Warned, ...]
    warnings: int
    errors: Counter[str]


@dataclass(frozen=True, slots=True)
class Result:
    """What a tool made of a crate; ``alone`` could be mended alone before, ``lost`` still can."""

    crate: str
    part: str
    tool: str
    sure: int
    alone: int
    left: int
    lost: list[str]
    warnings: int
    warnings_left: int
    errors_left: int
    tests: bool | None
    seconds: float
    cpu_seconds: float
    runs: int | None
    complaint: str


def main() -> None:
    arguments = argparse.ArgumentParser(prog="bench/fixrate/clippy.py", description=__doc__)
    arguments.add_argument("--work", type=Path, default=Path("target/fixrate-clippy"))
    arguments.add_argument("--part", choices=("work", "report", "all"), default="all")
    arguments.add_argument("--crates", help="only these, by name, with commas")
    arguments.add_argument("--tools", default=",".join(TOOLS), help="which tools, with commas")
    arguments.add_argument("--name", default="clippy", help="what the results are kept under")
    arguments.add_argument("--again", action="store_true", help="go on where this name's run ended")
    arguments.add_argument("--show", action="store_true", help="the kept results; runs nothing")
    chosen = arguments.parse_args()
    work = chosen.work.resolve()
    kept = work / "results" / f"{chosen.name}.jsonl"
    if not (chosen.again or chosen.show):
        kept.unlink(missing_ok=True)
    results = [Result(**record) for record in load(kept)]
    done = {(result.crate, result.tool) for result in results}
    for crate in () if chosen.show else CRATES:
        wanted = crate.name in chosen.crates.split(",") if chosen.crates else True
        tools = [each for each in chosen.tools.split(",") if (crate.name, each) not in done]
        if not (wanted and chosen.part in (crate.part, "all") and tools):
            continue
        subject = prepare(crate, work)
        before = _see(subject, subject.original)
        alone = _alone(subject, subject.original, before)
        for tool in tools:
            result = _judge(subject, tool, work, before, alone)
            results.append(result)
            append(kept, asdict(result))
            print(f"{tool:<22} {crate.name:<16} {result.left} of {result.sure} left, "
                  f"{len(result.lost)} lost, {result.errors_left} errors", flush=True)  # fmt: skip
    print(table(results))


def table(results: Sequence[Result]) -> str:
    """Return the results as Markdown, a line for each crate and tool, and the sums."""
    head = ("crate", "tool", "sure suggestions", "mendable alone", "left", "lost", "errors after",
            "all warnings", "tests", "seconds", "cargo runs")  # fmt: skip
    lines = [row(*head), row(*("---" for _ in head))]
    for tool in dict.fromkeys(result.tool for result in results):
        mine = [result for result in results if result.tool == tool]
        lines += [_line(result.crate, tool, [result]) for result in mine]
        lines.append(_line("**all**", tool, mine))
    return "\n".join(lines)


def _line(name: str, tool: str, results: Sequence[Result]) -> str:
    tested = [result.tests for result in results if result.tests is not None]
    return row(
        name, tool,
        str(sum(each.sure for each in results)), str(sum(each.alone for each in results)),
        str(sum(each.left for each in results)), str(sum(len(each.lost) for each in results)),
        str(sum(each.errors_left for each in results)),
        f"{sum(e.warnings for e in results)} → {sum(e.warnings_left for e in results)}",
        f"{sum(tested)} of {len(tested)}", f"{sum(each.seconds for each in results):.0f}",
        str(sum(each.runs or 0 for each in results) or "—"),
    )  # fmt: skip


def _judge(subject: Subject, tool: str, work: Path, before: Seen, alone: list[Warned]) -> Result:
    place = subject.tools.root
    subject.tools.fresh(subject.original)
    attempt = TOOLS[tool](subject, work)
    after = _see(subject, place)
    # an error of the crate's own stays, and says nothing against the tool
    caused = not after.errors <= before.errors
    tests = None
    if subject.tested:
        tests = not caused and judge.tests_pass(subject)
    lost = [] if caused else _alone(subject, place, after)
    return Result(
        crate=subject.crate.name,
        part=subject.crate.part,
        tool=tool,
        sure=len(before.sure),
        alone=len(alone),
        left=len(after.sure),
        lost=[f"{each.code} {each.file}: {each.line.strip()}" for each in lost],
        warnings=before.warnings,
        warnings_left=after.warnings,
        errors_left=after.errors.total(),
        tests=tests,
        seconds=attempt.seconds,
        cpu_seconds=attempt.cpu_seconds,
        runs=attempt.answer.get("checks"),
        complaint=attempt.complaint,
    )


def _alone(subject: Subject, source: Path, seen: Seen) -> list[Warned]:
    """Return the warnings that go away alone, without a further error or another warning."""
    mendable = []
    for each in seen.sure:
        name = Path(each.file)
        text = Slip("", name, each.edits).apply((source / name).read_bytes())
        now = _see(subject, source, {name: text})
        if now.errors <= seen.errors and now.warnings < seen.warnings:
            mendable.append(each)
    return mendable


def _see(subject: Subject, source: Path, edits: dict[Path, bytes] | None = None) -> Seen:
    """Let clippy look at ``source``, or at what ``edits`` make of it."""
    said = judge.compile_anew(subject, source, CLIPPY, edits)
    messages = {
        json.dumps(_identity(message)): message for message in said.messages if message["spans"]
    }
    errors = Counter(m["message"] for m in messages.values() if m["level"] == "error")
    if said.failure and not errors:
        raise SystemExit(f"{subject.crate.name}: {said.failure}")
    sure = [each for message in messages.values() if (each := _sure(message)) is not None]
    warnings = sum(message["level"] == "warning" for message in messages.values())
    return Seen(tuple(sure), warnings, errors)


def _identity(message: dict[str, Any]) -> list[Any]:
    """What tells a diagnostic from others; a library's own and its tests' are the same."""
    spans = [(s["file_name"], s["byte_start"], s["byte_end"]) for s in message["spans"]]
    return [message["code"], message["message"], spans]


def _sure(message: dict[str, Any]) -> Warned | None:
    if message["level"] != "warning":
        return None
    spans = [
        span
        for part in (message, *message["children"])
        for span in part["spans"]
        if span["suggestion_applicability"] == "MachineApplicable"
    ]
    files = {span["file_name"] for span in spans}
    places = {(span["byte_start"], span["byte_end"]) for span in spans}
    # several at one place are alternatives, and nobody knows which
    if len(files) != 1 or len(places) != len(spans) or files.pop().startswith("/"):
        return None
    primary = next(span for span in message["spans"] if span["is_primary"])
    return Warned(
        code=(message["code"] or {}).get("code", ""),
        file=spans[0]["file_name"],
        line=primary["text"][0]["text"] if primary["text"] else "",
        edits=tuple(
            Edit(s["byte_start"], s["byte_end"], s["suggested_replacement"].encode()) for s in spans
        ),
    )


if __name__ == "__main__":
    main()
