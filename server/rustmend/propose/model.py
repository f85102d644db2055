"""What a model needs to see to mend errors or failing tests: gathered from one state."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ast_grep_py import SgNode

from rustmend.domain import Diagnostic, Label
from rustmend.domain.text import line_column
from rustmend.model.excerpts import Wanted
from rustmend.model.prompt import Material, Problem
from rustmend.model.reply import Room
from rustmend.propose.causes import by_cause
from rustmend.propose.context import Context
from rustmend.propose.dependencies import described, signatures
from rustmend.propose.rules.library import Place, definitions, files, find
from rustmend.syntax import Tree

Precedents = Callable[[Diagnostic], Sequence[tuple[str, str]]]
"""From an error to how similar ones were mended: title and diff."""

# an item of so many lines is shown whole, of a longer one this many around the place
_WHOLE, _AROUND = 70, 22
_DEFINITION_LINES = 40
_MOST_NAMES = 24
_SHOWN_WHOLE = 400
_MOST_ERRORS = 60
_MOST_CAUSES = 12
_WORD = re.compile(r"\b[A-Za-z_]\w{2,}\b")
_KEYWORDS = frozenset(
    """
    let mut ref fn pub use mod impl for where match if else while loop return self Self
    super crate struct enum trait type const static move async await dyn unsafe break
    continue as in true false None Some Ok Err String Vec Option Result Box str bool char
    usize isize u8 u16 u32 u64 u128 i8 i16 i32 i64 i128 f32 f64 assert_eq assert println
    format vec the not found this that with value type types expected trait method
    function cannot new len iter map push get unwrap into from clone to_string collect
    next and or is of
    """.split()  # noqa: SIM905  # a list of so many literals is no easier to read
)
_PANIC = re.compile(r"panicked at (?:'.*', )?([^\s:]+\.rs):(\d+)")


@dataclass(slots=True)
class _Gathering:
    """The files and lines that are worth seeing. Names are relative to the workspace's root."""

    context: Context
    texts: dict[str, str] = field(default_factory=dict)
    wanted: list[Wanted] = field(default_factory=list)

    def name(self, file: Path) -> str:
        return name_of(file, self.context)

    def lines(self, file: Path, first: int, last: int, weight: int) -> None:
        """Want lines of ``file``, 1-based, if it is the user's."""
        text = self.context.sources.read(file)
        if text is None or not self.context.writable(file):
            return
        name = self.name(file)
        self.texts.setdefault(name, text.decode(errors="replace"))
        self.wanted.append(Wanted(name, first, last, weight))

    def label(self, label: Label, weight: int, around: int) -> None:
        text = self.context.sources.read(label.span.file)
        if text is not None:
            first, _ = line_column(text, label.span.start)
            last, _ = line_column(text, label.span.end)
            last = min(last, first + 12)
            self.lines(label.span.file, first - around, last + around, weight)

    def node(self, file: Path, tree: Tree, node: SgNode, weight: int, most: int) -> None:
        """Want an item with its attributes and comments; of a long one the beginning."""
        start, end = tree.bounds(node)
        first, _ = line_column(tree.text, start)
        last, _ = line_column(tree.text, end)
        first -= _lead(node)
        self.lines(file, first, min(last, first + most), weight)

    def enclosing(self, label: Label, weight: int) -> None:
        """Want the item around a label, and the headers of what that lies in."""
        file, tree = label.span.file, self.context.sources.tree(label.span.file)
        item = tree.enclosing(label.span.start, label.span.end) if tree else None
        if tree is None or item is None:
            return
        start, end = tree.bounds(item)
        first, last = line_column(tree.text, start)[0], line_column(tree.text, end)[0]
        at, _ = line_column(tree.text, label.span.start)
        if last - first < _WHOLE:
            self.lines(file, first - _lead(item), last, weight)
        else:
            self.lines(file, first, first + 3, weight)
            self.lines(file, max(first, at - _AROUND), min(last, at + _AROUND), weight)
        outer = item.parent()
        while outer is not None:
            if outer.kind() in ("impl_item", "trait_item", "mod_item", "function_item"):
                line, _ = line_column(tree.text, tree.bounds(outer)[0])
                self.lines(file, line, line + 1, weight + 1)
            outer = outer.parent()

    def imports(self, file: Path, weight: int) -> None:
        tree = self.context.sources.tree(file)
        for node in tree.root.children() if tree else []:
            if tree is not None and node.kind() in ("use_declaration", "mod_item"):
                first, _ = line_column(tree.text, tree.bounds(node)[0])
                last, _ = line_column(tree.text, tree.bounds(node)[1])
                short = node.kind() == "use_declaration"
                self.lines(file, first, last if short else first, weight)

    def definition(self, place: Place, weight: int) -> None:
        """Want an item, and of a type what is implemented for it: the signatures."""
        kind = place.node.kind()
        self.node(place.file, place.tree, place.node, weight, _DEFINITION_LINES)
        name = place.node.field("name")
        if name is None or kind not in ("struct_item", "enum_item", "trait_item", "union_item"):
            return
        for block in place.tree.root.find_all(kind="impl_item"):
            type_ = block.field("type")
            if type_ is not None and re.match(rf"{re.escape(name.text())}\b", type_.text()):
                first, _ = line_column(place.tree.text, place.tree.bounds(block)[0])
                self.lines(place.file, first, first, weight + 1)
                for function in block.find_all(kind="function_item"):
                    self.signature(place.file, place.tree, function, weight + 1)

    def signature(self, file: Path, tree: Tree, function: SgNode, weight: int) -> None:
        start, end = tree.bounds(function)
        body = function.field("body")
        stop = tree.bounds(body)[0] if body is not None else end
        self.lines(file, line_column(tree.text, start)[0], line_column(tree.text, stop)[0], weight)

    def names(self, near: Path, names: Iterable[str], weight: int) -> None:
        """Want the definitions of ``names``, wherever in the workspace they are."""
        known = {one.name for one in definitions(self.context, near)}
        for name in list(dict.fromkeys(n for n in names if n in known))[:_MOST_NAMES]:
            for place in list(find(self.context, near, name))[:3]:
                self.definition(place, weight)

    def whole(self, file: Path, weight: int) -> None:
        text = self.context.sources.read(file)
        if text is not None and text.count(b"\n") <= _SHOWN_WHOLE:
            self.lines(file, 1, text.count(b"\n") + 1, weight)


def for_errors(
    errors: Sequence[Diagnostic], context: Context, precedents: Precedents, focus: Diagnostic | None
) -> tuple[Material, list[Diagnostic]]:
    """Return what is to be known about ``errors``, and which of them it is about.

    With ``focus`` that is the group of this one; else all groups, root causes first, as far as one
    question has room.
    """
    groups = by_cause(errors, context.sources)
    if focus is not None:
        groups = [group for group in groups if focus in group] or [[focus]]
        # an error that it was asked for comes first
        groups = [sorted(groups[0], key=lambda error: error != focus)]
    chosen = groups[:_MOST_CAUSES]
    told = [error for group in chosen for error in group][:_MOST_ERRORS]
    gathering = _Gathering(context)
    for rank, error in enumerate(told):
        _about(error, gathering, far=rank >= 12)
    near = next((error.span.file for error in told if error.span), None)
    if near is not None:
        spoken = [name for error in told[:12] for name in _spoken(error, context)]
        gathering.names(near, spoken, 4)
        _callers(gathering, told[:6], near)
        for file in dict.fromkeys(error.span.file for error in told if error.span):
            gathering.whole(file, 8)
        for file in files(context, near)[:12]:
            gathering.whole(file, 9)
    material = Material(
        problems=_problems(told, context),
        texts=gathering.texts,
        wanted=gathering.wanted,
        environment=described(context, near),
        precedents=_precedents(chosen, precedents),
        signatures=signatures(context, near, told),
        causes=len(chosen),
        untold=sum(map(len, groups)) - len(told),
    )
    return material, told


def for_tests(output: str, failed: Iterable[str], context: Context) -> Material:
    """Return what is to be known about failing tests: their output, and what they test."""
    gathering = _Gathering(context)
    root = context.workspace.root
    places: list[tuple[Path, int]] = []
    for name, line in dict.fromkeys(_PANIC.findall(output)):
        candidates = [root / name, *(p.root / name for p in context.workspace.packages)]
        found = next((each for each in candidates if context.sources.read(each)), None)
        if found is not None and context.writable(found):
            places.append((found, int(line)))
    for file, line in places[:12]:
        gathering.lines(file, line - 3, line + 3, 0)
    near = places[0][0] if places else next(iter(files(context)), None)
    tests = [place for name in failed for place in _tests(name, context, near)]
    reached: list[Place] = []
    for place in tests[:8]:
        gathering.node(place.file, place.tree, place.node, 1, _WHOLE)
    names = [name for place in tests[:8] for name in _WORD.findall(place.node.text())]
    for weight in (2, 4):
        new = _reached(names, context, near, [*tests, *reached])
        for place in new:
            gathering.definition(place, weight)
        reached += new
        names = [name for place in new for name in _WORD.findall(place.node.text())]
    for file in dict.fromkeys(place.file for place in [*tests, *reached]):
        gathering.imports(file, 5)
        gathering.whole(file, 7)
    for file in files(context, near)[:12] if near else []:
        gathering.whole(file, 9)
    return Material(
        problems=(),
        texts=gathering.texts,
        wanted=gathering.wanted,
        environment=described(context, near),
        tests=output,
    )


def room_of(context: Context, *, manifest: bool) -> Room:
    """Return where a model's edits may lie."""
    return Room(context.workspace.root, context.sources.read, context.writable, manifest)


def name_of(file: Path, context: Context) -> str:
    """Return a file's name as it is shown: relative to the workspace, with slashes."""
    root = context.workspace.root
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()


def manifest_of(material: Material, context: Context) -> Material:
    """Return ``material`` with the manifests shown, for they may be edited."""
    gathering = _Gathering(context, dict(material.texts), list(material.wanted))
    for package in context.workspace.packages:
        if package.member:
            gathering.whole(package.manifest, 5)
    return replace(material, texts=gathering.texts, wanted=gathering.wanted, manifest=True)


def _about(error: Diagnostic, gathering: _Gathering, *, far: bool) -> None:
    """Want what one error is about; of those far down a cascade the place alone."""
    primary = error.primary
    for label in error.labels:
        gathering.label(label, 0 if label.primary and not far else 2, 1 if far else 2)
    if primary is None or far:
        return
    gathering.enclosing(primary, 1)
    gathering.imports(primary.span.file, 3)
    others = [label for label in error.labels if not label.primary]
    for label in [*others, *(label for note in error.notes for label in note.labels)]:
        gathering.enclosing(label, 2)
    for suggestion in error.suggestions[:2]:
        for edit in suggestion.edits[:4]:
            gathering.label(Label(edit.span, "", False), 2, 1)


def _problems(errors: Sequence[Diagnostic], context: Context) -> list[Problem]:
    """Return each error in full once; those with the same words are told by their places."""
    found: dict[tuple[str | None, str], list[Diagnostic]] = {}
    for error in errors:
        found.setdefault((error.code, error.message), []).append(error)
    problems = []
    for (_, message), same in found.items():
        # one sentence may fit unlike mistakes: those with labels of their own are told in full
        full = same[:3] if message.startswith("mismatched types") else same[:1]
        alike = tuple(_place(each, context) for each in same if each not in full)
        problems += [Problem(_rendered(each), alike if each is full[-1] else ()) for each in full]
    return problems


def _rendered(error: Diagnostic) -> str:
    if error.rendered:
        return error.rendered
    return f"error{f'[{error.code}]' if error.code else ''}: {error.message}"


def _place(error: Diagnostic, context: Context) -> str:
    if error.span is None:
        return "no place"
    line, column = line_column(context.sources.read(error.span.file) or b"", error.span.start)
    return f"{name_of(error.span.file, context)}:{line}:{column}"


def _spoken(error: Diagnostic, context: Context) -> Iterator[str]:
    """Yield the names that an error speaks of, then those in its lines."""
    texts = [error.message, *(label.text for label in error.labels)]
    texts += [note.message for note in error.notes]
    for text in texts:
        for quoted in re.findall(r"`([^`]+)`", text):
            yield from (word for word in _WORD.findall(quoted) if word not in _KEYWORDS)
    for label in error.labels:
        code = context.sources.read(label.span.file) or b""
        start = code.rfind(b"\n", 0, label.span.start) + 1
        stop = code.find(b"\n", label.span.end)
        line = code[start : stop if stop >= 0 else len(code)][:2000].decode(errors="replace")
        yield from (word for word in _WORD.findall(line) if word not in _KEYWORDS)


def _callers(gathering: _Gathering, errors: Sequence[Diagnostic], near: Path) -> None:
    """Want the places that use the function around an error: they say what it is meant to do."""
    context = gathering.context
    for error in errors:
        tree = context.sources.tree(error.span.file) if error.span else None
        if error.span is None or tree is None:
            continue
        function = tree.enclosing(error.span.start, error.span.end, frozenset({"function_item"}))
        name = function.field("name") if function is not None else None
        if name is None or len(name.text()) < 4 or name.text() in _KEYWORDS:
            continue
        used = re.compile(rb"\b" + re.escape(name.text().encode()) + rb"\s*(?:::<[^>]*>)?\(")
        shown = 0
        for file in files(context, near):
            text = context.sources.read(file) or b""
            for match in used.finditer(text):
                line, _ = line_column(text, match.start())
                gathering.lines(file, line - 2, line + 2, 6)
                shown += 1
                if shown >= 4:
                    break
            if shown >= 4:
                break


def _tests(name: str, context: Context, near: Path | None) -> list[Place]:
    """Return the functions that a test's name may mean, such as ``tests::adds``."""
    if near is None:
        return []
    *modules, function = name.split("::")
    places = list(find(context, near, function, "fn"))
    inside = [place for place in places if _in_module(place, modules[-1:])]
    return (inside or places)[:2]


def _in_module(place: Place, modules: list[str]) -> bool:
    if not modules:
        return True
    node: SgNode | None = place.node
    while node is not None:
        name = node.field("name") if node.kind() == "mod_item" else None
        if name is not None and name.text() == modules[0]:
            return True
        node = node.parent()
    return place.file.stem == modules[0]


def _reached(
    names: Sequence[str], context: Context, near: Path | None, seen: Sequence[Place]
) -> list[Place]:
    """Return the definitions of ``names`` that are not among ``seen``."""
    if near is None:
        return []
    known = {one.name for one in definitions(context, near)}
    shown = {(place.file, place.tree.bounds(place.node)) for place in seen}
    found: list[Place] = []
    wanted = [name for name in dict.fromkeys(names) if name in known and name not in ("tests",)]
    for name in wanted[:_MOST_NAMES]:
        for place in list(find(context, near, name))[:3]:
            key = (place.file, place.tree.bounds(place.node))
            if key not in shown and place.node.kind() != "mod_item":
                shown.add(key)
                found.append(place)
    return found


def _precedents(
    groups: Sequence[Sequence[Diagnostic]], precedents: Precedents
) -> list[tuple[str, str]]:
    """Return up to three similar fixes, of the first causes each the best."""
    lanes = [list(precedents(group[0])) for group in groups[:3]]
    found = [lane[depth] for depth in range(3) for lane in lanes if depth < len(lane)]
    return list(dict.fromkeys(found))[:3]


def _lead(node: SgNode) -> int:
    """Return how many lines of attributes and comments stand right before an item."""
    lines, before = 0, node.prev()
    at = node.range().start.line
    while before is not None and before.kind() in ("attribute_item", "line_comment"):
        lines = at - before.range().start.line
        before = before.prev()
    return min(max(lines, 0), 8)
