"""The cases: slips that break a crate, the same ones for the same seed."""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import judge
from prepare import Subject
from slips import Kind, Slip, find

from rustmend.syntax import Tree

# slips of one kind that are tried in one crate before the next crate has its turn
TRIES = 4


@dataclass(frozen=True, slots=True)
class Case:
    """A slip that broke a crate, and what the compiler said."""

    subject: Subject
    slip: Slip
    errors: tuple[judge.Error, ...]

    @property
    def name(self) -> str:
        """What tells this case from all others."""
        return f"{self.subject.crate.name} {self.slip.key}"

    def breaks(self, root: Path) -> None:
        """Make the slip in the copy of the crate at ``root``."""
        file = root / self.slip.file
        file.write_bytes(self.slip.apply(file.read_bytes()))

    def lines(self) -> tuple[int, str, str]:
        """Return the line number of the slip, and its lines before and after."""
        text = (self.subject.original / self.slip.file).read_bytes()
        start, end = self.slip.edits[0].start, max(edit.end for edit in self.slip.edits)
        broken = self.slip.apply(text)
        end_of_broken = end + len(broken) - len(text)
        return (
            text.count(b"\n", 0, start) + 1,
            _lines(text, start, end),
            _lines(broken, start, end_of_broken),
        )


def cases(
    subjects: Sequence[Subject], kinds: Sequence[Kind], per_kind: int, seed: int, work: Path
) -> Iterator[Case]:
    """Yield ``per_kind`` cases of each kind, from as many crates as there are places in.

    One of each kind comes before the second of any, and the kinds in no order: a run that is
    stopped early is still a fair sample.
    What was found to break is kept in ``work`` and looked up the next time.
    """
    lanes = [_of_kind(kind, subjects, seed, work) for kind in kinds]
    random.Random(seed).shuffle(lanes)
    for _ in range(per_kind):
        yield from (case for lane in lanes if (case := next(lane, None)) is not None)


def _of_kind(kind: Kind, subjects: Sequence[Subject], seed: int, work: Path) -> Iterator[Case]:
    """Yield cases of ``kind``, from each crate in turn."""
    lanes = [_broken(subject, kind, seed, work) for subject in subjects]
    random.Random(f"{seed} {kind.name}").shuffle(lanes)
    while lanes:
        for lane in list(lanes):
            case = next(lane, None)
            if case is None:
                lanes.remove(lane)
            else:
                yield case


def _broken(subject: Subject, kind: Kind, seed: int, work: Path) -> Iterator[Case]:
    """Yield the slips of ``kind`` that break ``subject``, in an order that the seed decides."""
    kept = work / "cases" / f"{subject.crate.name}-{subject.crate.version}.jsonl"
    known = _known(kept)
    slips = [
        slip
        for file in subject.files
        for slip in find(kind, file, Tree((subject.original / file).read_bytes()))
    ]
    shuffled = random.Random(f"{seed} {kind.name} {subject.crate.name}")
    shuffled.shuffle(slips)
    misses = 0
    for slip in slips:
        if slip.key not in known:
            known[slip.key] = _try(subject, slip)
            kept.parent.mkdir(parents=True, exist_ok=True)
            record = {"slip": slip.key, "errors": [asdict(each) for each in known[slip.key]]}
            with kept.open("a") as file:
                file.write(json.dumps(record) + "\n")
        errors = known[slip.key]
        if errors and not (kind.elsewhere and any(e.file == str(slip.file) for e in errors)):
            misses = 0
            yield Case(subject, slip, errors)
        else:
            misses += 1
            if misses >= TRIES:
                return


def _try(subject: Subject, slip: Slip) -> tuple[judge.Error, ...]:
    place = subject.tools.root
    subject.tools.fresh(subject.original)
    file = place / slip.file
    file.write_bytes(slip.apply(file.read_bytes()))
    return judge.errors(subject, place)


def _known(kept: Path) -> dict[str, tuple[judge.Error, ...]]:
    if not kept.exists():
        return {}
    records = map(json.loads, kept.read_text().splitlines())
    return {
        record["slip"]: tuple(judge.Error(**each) for each in record["errors"])
        for record in records
    }


def _lines(text: bytes, start: int, end: int) -> str:
    first = text.rfind(b"\n", 0, start) + 1
    last = text.find(b"\n", max(end, start))
    return text[first : last if last >= 0 else len(text)].decode(errors="replace")
