"""How well tools mend real crates that were broken: ``python bench/fixrate --help``.

Crates of the registry are broken by slips, or by refactorings left half done; those that no
longer check are given to every tool, each on a fresh copy, and what comes out is checked again
by nobody's cache. Every judged case is kept at once, so a run can be stopped and go on.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import judge
from cases import Case, cases, moved
from crates import CRATES
from kept import append, load
from pairs import PAIRS
from prepare import prepare
from report import Outcome, failures, tables
from suites import MOVED, SINGLE, SUITES
from tools import TOOLS

HEAVY = frozenset(
    {
        "removes code", "adds todo!", "adds unsafe", "silences a lint", "swallows an error",
        "panics", "leaks", "adds a dependency", "edits code that runs at build time",
    }
)  # fmt: skip


def main() -> None:
    arguments = argparse.ArgumentParser(prog="bench/fixrate", description=__doc__)
    arguments.add_argument(
        "--work", type=Path, default=Path("target/fixrate"), help="a folder to keep"
    )
    arguments.add_argument("--part", choices=("work", "report", "all"), default="work")
    arguments.add_argument("--suite", choices=SUITES, default=SINGLE, help="how it is broken")
    arguments.add_argument("--crates", help="only these, by name, with commas")
    arguments.add_argument(
        "--kinds", help="only kinds that contain one of these words, with commas"
    )
    arguments.add_argument("--tools", default=",".join(TOOLS), help="which tools, with commas")
    arguments.add_argument("--per-kind", type=int, default=5, metavar="N")
    arguments.add_argument(
        "--others",
        type=int,
        metavar="N",
        help="the tools after the first get only the first N of a kind (or N crates)",
    )
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--find", action="store_true", help="find the cases; mend nothing yet")
    arguments.add_argument("--no-test", action="store_true", help="run no tests of what checks")
    arguments.add_argument(
        "--name", default="latest", help="names the results; to show, several with commas"
    )
    arguments.add_argument("--again", action="store_true", help="go on where this name's run ended")
    arguments.add_argument(
        "--show-failures", action="store_true", help="of the working part; runs nothing"
    )
    arguments.add_argument(
        "--show-table", action="store_true", help="of the kept results; runs nothing"
    )
    chosen = arguments.parse_args()
    work = chosen.work.resolve()
    if chosen.show_failures or chosen.show_table:
        names = chosen.name.split(",")
        outcomes = [each for name in names for each in _load(work, name)]
        mine = [each for each in outcomes if each.part == "work"]
        print(failures(mine) if chosen.show_failures else tables(outcomes))
        return
    kept = _results(work, chosen.name)
    if not chosen.again:
        kept.unlink(missing_ok=True)
    outcomes = _load(work, chosen.name)
    done = {(outcome.case, outcome.tool) for outcome in outcomes}
    had = Counter[str]()
    first, *others = chosen.tools.split(",")
    for case in _cases(chosen, work):
        had[case.kind] += 1
        if chosen.find:
            continue
        shared = chosen.others is None or had[case.kind] <= chosen.others
        for tool in (first, *(others if shared else ())):
            if (case.name, tool) in done:
                continue
            outcome = mend(case, tool, work, test=not chosen.no_test)
            outcomes.append(outcome)
            append(kept, asdict(outcome))
            _tell(outcome)
    print(tables(outcomes))


def mend(case: Case, tool: str, work: Path, *, test: bool) -> Outcome:
    """Let ``tool`` mend a fresh copy of the broken crate, and judge what it made of it."""
    subject = case.subject
    root = subject.tools.root
    subject.tools.fresh(subject.original)
    case.breaks(root)
    attempt = TOOLS[tool](subject, work)
    left = judge.errors(subject, root)
    changed = judge.changed_files(root, subject.original)
    cautions = [word for fix in attempt.answer.get("fixes", ()) for word in fix["cautions"]]
    file, line = case.place
    original, broken = case.lines()
    return Outcome(
        case=case.name,
        crate=subject.crate.label,
        part=subject.crate.part,
        kind=case.kind,
        tool=tool,
        file=file,
        line=line,
        original=original,
        broken=broken,
        errors=[asdict(error) for error in case.errors],
        checks_again=not left,
        restored=not left and judge.restored(root, subject.original, subject.edition),
        tests=judge.tests_pass(subject) if test and subject.tested and not left else None,
        errors_after=[asdict(error) for error in left],
        claimed=bool(attempt.answer.get("ok")),
        seconds=attempt.seconds,
        cpu_seconds=attempt.cpu_seconds,
        runs=attempt.answer.get("checks"),
        cautions=cautions,
        heavy=not HEAVY.isdisjoint(cautions),
        complaint=attempt.complaint,
        strayed=[str(file) for file in changed if file.suffix != ".rs"],
        answer=attempt.answer,
        kept=case.kept(root),
    )


def _cases(chosen: argparse.Namespace, work: Path) -> Iterator[Case]:
    known = PAIRS if chosen.suite == MOVED else CRATES
    crates = [crate for crate in known if chosen.part in (crate.part, "all")]
    if chosen.crates:
        crates = [crate for crate in known if crate.label in chosen.crates.split(",")]
    if chosen.suite == MOVED:
        yield from moved(prepare(crate, work) for crate in crates)
        return
    words = chosen.kinds.split(",") if chosen.kinds else [""]
    kinds = [kind for kind in SUITES[chosen.suite] if any(word in kind for word in words)]
    for part in dict.fromkeys(crate.part for crate in crates):
        subjects = [prepare(crate, work) for crate in crates if crate.part == part]
        yield from cases(subjects, kinds, chosen.per_kind, chosen.seed, work)


def _results(work: Path, name: str) -> Path:
    return work / "results" / f"{name}.jsonl"


def _load(work: Path, name: str) -> list[Outcome]:
    return [Outcome(**record) for record in load(_results(work, name))]


def _tell(outcome: Outcome) -> None:
    words = "restored" if outcome.restored else "checks" if outcome.checks_again else "-"
    flags = " FALSE CLAIM" * outcome.false_claim + " complaint" * bool(outcome.complaint)
    runs = f"{outcome.runs or '':>3} runs {outcome.seconds:5.1f} s"
    # single cases of the reporting part are for nobody to look at
    case = " ".join(outcome.case.split()) if outcome.part == "work" else outcome.kind
    print(f"{outcome.tool:<16} {words:<8} {runs} {case}{flags}", flush=True)


if __name__ == "__main__":
    main()
