"""Notices which errors a person mended, check by check, and what of that is worth learning.

Most that disappears is no repair: typing that was not finished, code that was deleted, another
branch, an error that hides it. So a repair counts only when the error stood in two checks or
the user had gone to it, nothing that comes earlier in a compilation is in the way, the item
is still there, HEAD and the manifests are the same, and the change still stands some time later.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rustmend.cargo.check import Report
from rustmend.cargo.hiding import Phase, phase
from rustmend.cargo.verify import judge, survivor
from rustmend.domain import Diagnostic, Snapshot, Span, TextEdit
from rustmend.learning.texts import changed_lines, edits_between
from rustmend.sources import Sources
from rustmend.syntax import ITEM_KINDS, Tree, parse

ENOUGH_CHECKS = 2
# what was changed since the error last stood, unrelated edits included
MAX_RAW_LINES = 150
# checks after which an error that is neither there nor gone is given up
PATIENCE = 12
MAX_STANDING = 60
_HIDDEN_BEHIND = Phase.PARSE  # a file that does not parse hides everything else

Texts = Mapping[Path, bytes]


@dataclass(frozen=True, slots=True)
class Seen:
    """One check: what it reported of which ``texts``, those of the open files at least.

    ``circumstances`` differ where the branch or a manifest does.
    """

    report: Report
    texts: Texts
    circumstances: object


@dataclass(frozen=True, slots=True)
class Repair:
    """An error that was mended by hand: the texts when it last stood, and when it was gone."""

    diagnostic: Diagnostic
    report: Report
    before: Texts
    after: Texts
    edits: tuple[TextEdit, ...]

    def stands(self, texts: Texts) -> bool:
        """Whether the changed lines are still there in the present ``texts``."""
        return all(
            file not in texts or all(line in texts[file] for line in _lines_after(self, file))
            for file in {edit.span.file for edit in self.edits}
        )


@dataclass(slots=True)
class _Standing:
    diagnostic: Diagnostic
    seen: Seen
    checks: int = 1
    visited: bool = False
    waited: int = 0


@dataclass(slots=True)
class _Pending:
    repair: Repair
    due: float
    tries: int = 0


@dataclass(slots=True)
class Observer:
    """Watches one workspace. ``now`` tells the time and ``wait`` how long a repair must stand."""

    now: Callable[[], float]
    wait: float
    _standing: list[_Standing] = field(default_factory=list)
    _pending: list[_Pending] = field(default_factory=list)
    _last: Seen | None = None

    def checked(self, seen: Seen) -> list[Diagnostic]:
        """Take note of a check; return the errors that are gone by a repair, as it seems."""
        last, self._last = self._last, seen
        if last is not None and last.circumstances != seen.circumstances:
            self._standing, self._pending = [], []
        self._pending = [each for each in self._pending if each.repair.stands(seen.texts)]
        found: list[Repair] = []
        standing: list[_Standing] = []
        for each in self._standing:
            left = self._look(each, seen, found)
            if left is not None:
                standing.append(left)
        known = {each.diagnostic for each in standing if each.seen is seen}
        fresh = [each for each in seen.report.diagnostics if each.is_error and each not in known]
        standing += [_Standing(each, seen) for each in fresh if each.span is not None]
        self._standing = standing[-MAX_STANDING:]
        due = self.now() + self.wait
        self._pending += [_Pending(repair, due) for repair in found]
        return [repair.diagnostic for repair in found]

    def visited(self, file: Path, place: int) -> None:
        """Take note that the user went to a place (a byte of the text that was checked)."""
        spot = Span(file, place, place)
        for each in self._standing:
            spans = [label.span for label in each.diagnostic.labels if label.primary]
            if any(span.touches(spot) for span in spans):
                each.visited = True

    def next_due(self) -> float | None:
        """Return when the next repair has stood long enough, by ``now``; None without any."""
        return min((each.due for each in self._pending), default=None)

    def take(self) -> Repair | None:
        """Return a repair that has stood long enough; ``done`` or ``again`` must follow."""
        ready = [each for each in self._pending if each.due <= self.now()]
        return ready[0].repair if ready else None

    def done(self, repair: Repair) -> None:
        """Leave a repair be: it is learned, or is none."""
        self._pending = [each for each in self._pending if each.repair is not repair]

    def again(self, repair: Repair) -> None:
        """Try a repair once more later, up to three times: something else was to be done."""
        for each in self._pending:
            if each.repair is repair:
                each.tries += 1
                if each.tries >= 3:
                    self.done(repair)

    def _look(self, each: _Standing, seen: Seen, found: list[Repair]) -> _Standing | None:
        """Return an error that still stands, or may; add it to ``found`` where it was mended."""
        before = {file: text for file, text in each.seen.texts.items() if file in seen.texts}
        after = {file: seen.texts[file] for file in before}
        edits = edits_between(before, after)
        there = survivor(each.diagnostic, seen.report.diagnostics, [edits])
        if there is not None:
            visited, checks = each.visited, each.checks + 1
            return _Standing(there, seen, checks, visited)
        each.waited += 1
        if each.waited > PATIENCE or changed_lines(edits, before) > MAX_RAW_LINES:
            return None
        if not self._far_enough(each, seen, edits):
            return each
        if edits and (each.checks >= ENOUGH_CHECKS or each.visited):
            repair = Repair(each.diagnostic, each.seen.report, before, after, tuple(edits))
            if _item_is_there(repair):
                found.append(repair)
        return None

    def _far_enough(self, each: _Standing, seen: Seen, edits: list[TextEdit]) -> bool:
        """Whether nothing new is reported that may only hide the error."""
        old, new = Sources(Snapshot(each.seen.texts)), Sources(Snapshot(seen.texts))
        verdict = judge(None, each.seen.report, seen.report, [edits], old, new)
        if verdict.failure or each.diagnostic not in verdict.resolved or verdict.caused:
            return False
        hiding = [one for one in verdict.revealed if one.package == each.diagnostic.package]
        return not any(phase(one) <= max(_HIDDEN_BEHIND, phase(each.diagnostic) - 1)
                       for one in hiding)  # fmt: skip


def circumstances(root: Path, manifests: object) -> object:
    """Return what a repair must not cross: the branch that is checked out, the ``manifests``."""
    for folder in (root, *root.parents):
        head = folder / ".git" / "HEAD"
        try:
            reference = head.read_text().strip()
        except OSError:
            continue
        name = reference.removeprefix("ref: ")
        try:
            commit = (folder / ".git" / name).read_text().strip() if name != reference else ""
        except OSError:
            commit = ""
        return (reference, commit, manifests)
    return ("", "", manifests)


def _item_is_there(repair: Repair) -> bool:
    """Whether the item around the error is still there under its name."""
    span = repair.diagnostic.span
    if span is None or span.file not in repair.before:
        return False
    name = _item(parse(repair.before[span.file]), span)
    if name is None:
        return True
    text = repair.after[span.file].decode(errors="replace")
    return re.search(rf"\b{re.escape(name)}\b", text) is not None


def _item(tree: Tree, span: Span) -> str | None:
    node = tree.enclosing(span.start, span.end, ITEM_KINDS - {"macro_invocation"})
    while node is not None:
        name = node.field("name")
        if name is not None:
            return name.text()
        node = node.parent()
    return None


def _lines_after(repair: Repair, file: Path) -> list[bytes]:
    """Return the lines that the repair left where it changed something."""
    found, shift = [], 0
    text = repair.after[file]
    for edit in sorted(edit for edit in repair.edits if edit.span.file == file):
        start = edit.span.start + shift
        end = start + len(edit.text.encode())
        shift += len(edit.text.encode()) - (edit.span.end - edit.span.start)
        first = text.rfind(b"\n", 0, start) + 1
        last = text.find(b"\n", end)
        found.append(text[first : last if last >= 0 else len(text)])
    return found
