"""The cases: slips that break a crate, the same ones for the same seed; moved dependencies."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import judge
from kept import append, load
from prepare import Subject
from slips import KINDS, Kind, Slip, find
from suites import BY_NAME, COUNTS, MOVED_KIND

from rustmend.syntax import Tree

# slips of one kind that are tried in one crate before the next crate has its turn
TRIES = 4
# slips of one crate at once are at least so many bytes apart
APART = 60


@dataclass(frozen=True, slots=True)
class Case:
    """Slips that broke a crate together, mostly one, and what the compiler said.

    Without any the crate is broken as it is: a dependency of it was moved.
    """

    subject: Subject
    kind: str
    slips: tuple[Slip, ...]
    errors: tuple[judge.Error, ...]

    @property
    def name(self) -> str:
        """What tells this case from all others."""
        if not self.slips:
            return f"{self.subject.crate.label} {self.kind}"
        kind = f"{self.kind}: " if len(self.slips) > 1 else ""
        return f"{self.subject.crate.label} {kind}{_key(self.slips)}"

    @property
    def place(self) -> tuple[str, int]:
        """The file and the line of the first slip; without slips, of the first error."""
        if not self.slips:
            return self.errors[0].file, self.errors[0].line
        slip = self.slips[0]
        text = (self.subject.original / slip.file).read_bytes()
        return str(slip.file), text.count(b"\n", 0, slip.edits[0].start) + 1

    def breaks(self, root: Path) -> None:
        """Make the slips in the copy of the crate at ``root``."""
        _make(self.slips, root)

    def lines(self) -> tuple[str, str]:
        """Return the lines of the slips, before and after."""
        pairs = [self._lines_of(slip) for slip in self.slips]
        return "\n".join(one for one, _ in pairs), "\n".join(other for _, other in pairs)

    def kept(self, root: Path) -> bool:
        """Whether what the slips changed is still as they left it, in the copy at ``root``."""
        mended = {slip.file: _plain((root / slip.file).read_bytes()) for slip in self.slips}
        return all(
            _plain(line.encode()) in mended[slip.file]
            for slip in self.slips
            for line in self._changed_lines(slip)
        )

    def _changed_lines(self, slip: Slip) -> list[str]:
        text = (self.subject.original / slip.file).read_bytes()
        original, broken = (set(_lines(each).splitlines()) for each in (text, slip.apply(text)))
        return [line for line in broken - original if line.strip()]

    def _lines_of(self, slip: Slip) -> tuple[str, str]:
        text = (self.subject.original / slip.file).read_bytes()
        start, end = min(edit.start for edit in slip.edits), max(edit.end for edit in slip.edits)
        broken = slip.apply(text)
        end_of_broken = end + len(broken) - len(text)
        return _lines(text, start, end), _lines(broken, start, end_of_broken)


def cases(
    subjects: Sequence[Subject], kinds: Sequence[str], per_kind: int, seed: int, work: Path
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


def moved(subjects: Iterator[Subject]) -> Iterator[Case]:
    """Yield the crates whose dependency was moved."""
    for subject in subjects:
        place = subject.tools.root
        subject.tools.fresh(subject.original)
        yield Case(subject, MOVED_KIND, (), judge.errors(subject, place))


def _of_kind(kind: str, subjects: Sequence[Subject], seed: int, work: Path) -> Iterator[Case]:
    """Yield cases of ``kind``, from each crate in turn."""
    if kind in COUNTS:
        lanes = [_several(subject, kind, seed, work) for subject in subjects]
    else:
        lanes = [_broken(subject, BY_NAME[kind], seed, work) for subject in subjects]
    random.Random(f"{seed} {kind}").shuffle(lanes)
    while lanes:
        for lane in list(lanes):
            case = next(lane, None)
            if case is None:
                lanes.remove(lane)
            else:
                yield case


def _broken(subject: Subject, kind: Kind, seed: int | str, work: Path) -> Iterator[Case]:
    """Yield the slips of ``kind`` that break ``subject``, in an order that the seed decides."""
    slips = [
        slip
        for file in subject.files
        for slip in find(kind, file, Tree((subject.original / file).read_bytes()))
    ]
    shuffled = random.Random(f"{seed} {kind.name} {subject.crate.label}")
    shuffled.shuffle(slips)
    tried = Tried(subject, work)
    misses = 0
    for slip in slips:
        errors = tried.errors((slip,))
        if errors and not (kind.elsewhere and any(e.file == str(slip.file) for e in errors)):
            misses = 0
            yield Case(subject, kind.name, (slip,), errors)
        else:
            misses += 1
            if misses >= TRIES:
                return


def _several(subject: Subject, kind: str, seed: int, work: Path) -> Iterator[Case]:
    """Yield slips of different kinds together, each of which breaks ``subject`` alone too."""
    lanes = [_broken(subject, each, f"{seed} {kind}", work) for each in KINDS]
    random.Random(f"{seed} {kind} {subject.crate.label}").shuffle(lanes)
    tried = Tried(subject, work)
    taken: list[Slip] = []
    while lanes:
        for lane in list(lanes):
            case = next(lane, None)
            if case is None:
                lanes.remove(lane)
                continue
            if all(_are_apart(case.slips[0], other) for other in taken):
                taken.append(case.slips[0])
            if len(taken) == COUNTS[kind]:
                slips = tuple(taken)
                taken = []
                yield Case(subject, kind, slips, tried.errors(slips))


class Tried:
    """What the compiler said of slips in one crate, kept for the next time."""

    def __init__(self, subject: Subject, work: Path) -> None:
        self._subject = subject
        self._kept = work / "cases" / f"{subject.crate.label}-{subject.crate.version}.jsonl"
        self._known = {
            record["slip"]: tuple(judge.Error(**each) for each in record["errors"])
            for record in load(self._kept)
        }

    def errors(self, slips: tuple[Slip, ...]) -> tuple[judge.Error, ...]:
        """Return the errors that ``slips`` cause together."""
        key = _key(slips)
        if key not in self._known:
            place = self._subject.tools.root
            self._subject.tools.fresh(self._subject.original)
            _make(slips, place)
            self._known[key] = judge.errors(self._subject, place)
            errors = [asdict(each) for each in self._known[key]]
            append(self._kept, {"slip": key, "errors": errors})
        return self._known[key]


def _make(slips: tuple[Slip, ...], root: Path) -> None:
    for name in dict.fromkeys(slip.file for slip in slips):
        edits = tuple(edit for slip in slips if slip.file == name for edit in slip.edits)
        file = root / name
        file.write_bytes(Slip("", name, edits).apply(file.read_bytes()))


def _are_apart(one: Slip, other: Slip) -> bool:
    if one.file != other.file:
        return True
    return all(
        a.end + APART < b.start or b.end + APART < a.start for a in one.edits for b in other.edits
    )


def _key(slips: tuple[Slip, ...]) -> str:
    return " & ".join(slip.key for slip in slips)


def _plain(text: bytes) -> str:
    return "".join(text.decode(errors="replace").split())


def _lines(text: bytes, start: int = 0, end: int | None = None) -> str:
    end = len(text) if end is None else end
    first = text.rfind(b"\n", 0, start) + 1
    last = text.find(b"\n", max(end, start))
    return text[first : last if last >= 0 else len(text)].decode(errors="replace")
