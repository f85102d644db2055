"""The verdict: what a candidate resolved, what it caused, what had only been hidden.

Two runs over the same selection are compared as sets of (code, level, primary span),
the spans of the first mapped through the edits. An error that is new is *caused*
unless it is certain that it was there before and not shown; ``_was_hidden`` lists all
that counts as certain.
"""

import re
from collections.abc import Iterable, Sequence

from rustmend.cargo.check import Report
from rustmend.cargo.hiding import Phase, hides_in_body, phase
from rustmend.domain import Diagnostic, Span, TextEdit, Verdict
from rustmend.domain.text import edits_by_file, map_offset
from rustmend.sources import Sources
from rustmend.syntax import Tree

_WITH_BODY = frozenset({"function_item", "const_item", "static_item"})
# what these make of their arguments has no item in it; others may make functions of their own
_NO_ITEMS = frozenset({
    "print", "println", "eprint", "eprintln", "format", "format_args", "write", "writeln", "dbg",
    "panic", "todo", "unimplemented", "unreachable", "vec", "matches", "assert", "assert_eq",
    "assert_ne", "debug_assert", "debug_assert_eq", "debug_assert_ne",
})  # fmt: skip
# what an import says beside the names that it brings
_EVERYWHERE = frozenset({"use", "std", "core", "alloc", "crate", "self", "super", "pub", "as"})

Steps = Sequence[Sequence[TextEdit]]
"""Sets of edits made one after the other, each for the text that the ones before it left."""


def judge(
    target: Diagnostic | None,
    before: Report,
    after: Report,
    steps: Steps,
    sources: Sources,
    edited: Sources,
    *,
    at_build_time: bool = False,
) -> Verdict:
    """Compare the run ``before`` the edits with the one ``after``.

    ``target`` is what the edits are meant to resolve, None where any progress will do.
    ``at_build_time`` says that edited code runs while other code is compiled.
    ``sources`` and ``edited`` read the texts before and after.
    """
    failure = after.failure or _lost_units(before, after) or _obstacle(before, after)
    if failure:
        return Verdict(False, (), (), (), after.diagnostics, failure)
    present = {new.key for new in after.diagnostics}
    gone = tuple(old for old in before.diagnostics if present.isdisjoint(_mapped_keys(old, steps)))
    known = {key for old in before.diagnostics for key in _mapped_keys(old, steps)}
    fresh = [
        new for new in after.diagnostics if new.key not in known and _counts(new, target, steps)
    ]
    certain = _Hiding(target, gone, steps, sources, edited, at_build_time)
    revealed = tuple(new for new in fresh if certain.was_hidden(new))
    return Verdict(
        target_gone=target is None or target in gone,
        resolved=gone,
        caused=tuple(new for new in fresh if new not in revealed),
        revealed=revealed,
        after=after.diagnostics,
    )


def errors_kept(before: Report, after: Report, steps: Steps) -> int:
    """Count the errors of ``after`` that ``before`` had already."""
    known = {key for old in before.diagnostics for key in _mapped_keys(old, steps)}
    return sum(new.is_error and new.key in known for new in after.diagnostics)


def survivor(old: Diagnostic, after: Iterable[Diagnostic], steps: Steps) -> Diagnostic | None:
    """Return the diagnostic of ``after`` that ``old`` became by the edits, None if it is gone."""
    keys = _mapped_keys(old, steps)
    return next((new for new in after if new.key in keys), None)


def _lost_units(before: Report, after: Report) -> str:
    """A target that is not compiled any more proves nothing about its errors."""
    lost = before.units - after.units if after.success else frozenset()
    return f"no longer compiled: {', '.join(sorted(lost))}" if lost else ""


def _obstacle(before: Report, after: Report) -> str:
    """What newly keeps a part from being compiled hides that part's errors."""
    return next((each for each in after.obstacles if each not in before.obstacles), "")


def _counts(new: Diagnostic, target: Diagnostic | None, steps: Steps) -> bool:
    """Whether a new diagnostic can speak against the edits.

    Lints that appear when the last error goes do not; but one who mends a warning
    wants no other warning in the place.
    """
    if new.is_error:
        return True
    return target is not None and not target.is_error and touches(new, steps[-1])


def touches(new: Diagnostic, edits: Sequence[TextEdit]) -> bool:
    """Whether ``new``, of the text after ``edits``, lies in or beside one of them."""
    return new.span is not None and lies_beside(new.span, edits, edits)


def lies_beside(span: Span, edits: Iterable[TextEdit], among: Iterable[TextEdit]) -> bool:
    """Whether ``span``, of the text after all edits that ``edits`` are ``among``, touches one."""
    made = [edit for edit in among if edit.span.file == span.file]
    return any(
        span.start <= map_offset(edit.span.end, made, after=True)
        and map_offset(edit.span.start, made, after=False) <= span.end
        for edit in edits
        if edit.span.file == span.file
    )


def _mapped_keys(old: Diagnostic, steps: Steps) -> set[tuple[str | None, str, Span | None]]:
    """Return every key that ``old`` can have after the edits.

    An edit at the border of a span may have grown it or moved it; both count as the same.
    """
    code, level, span = old.key
    spans = {span}
    for edits in steps:
        spans = {moved for each in spans for moved in _moves(each, edits)}
    return {(code, level, each) for each in spans}


def _moves(span: Span | None, edits: Sequence[TextEdit]) -> Iterable[Span | None]:
    if span is None:
        return [None]
    mine = [edit for edit in edits if edit.span.file == span.file]
    if not mine:
        return [span]
    starts = {map_offset(span.start, mine, after=side) for side in (True, False)}
    ends = {map_offset(span.end, mine, after=side) for side in (True, False)}
    return [Span(span.file, start, end) for start in starts for end in ends if start <= end]


def _changed(steps: Steps) -> list[Span]:
    """Return where, in the text after all steps, the edits of each have led to."""
    found: list[Span] = []
    for number, edits in enumerate(steps):
        for edit in edits:
            spans = {moved for moved in _moves(edit.span, edits) if moved is not None}
            for later in steps[number + 1 :]:
                spans = {moved for span in spans for moved in _moves(span, later) if moved}
            found += spans
    return found


class _Hiding:
    """Tells a new error that was certainly there before from one that may have been caused."""

    def __init__(
        self,
        target: Diagnostic | None,
        gone: tuple[Diagnostic, ...],
        steps: Steps,
        sources: Sources,
        edited: Sources,
        at_build_time: bool,
    ) -> None:
        self._gone = [old for old in gone if old.is_error]
        self._target = target
        self._steps = steps
        self._sources = sources
        self._edited = edited
        self._changed = _changed(steps)
        # what a macro or a build script does is felt everywhere
        self._bodies = None if at_build_time else _edited_bodies(steps, sources, edited)
        self._tainting = {
            name for old in self._gone if old.span for name in _introduced(sources, old.span)
        }

    def was_hidden(self, new: Diagnostic) -> bool:
        """Whether ``new`` was certainly there before, kept back by an error that is gone."""
        if not self._gone or new.span is None:
            return False
        if self._bodies is not None:
            # What stands in a body is seen by no other: errors elsewhere are not of our making.
            # But a lint looks at all of them: what is used nowhere may have been used here.
            if not any(body.touches(new.span) for body in self._bodies):
                return phase(new) is not Phase.LINT
            return (
                self._hidden_in_body(new)
                and not self._shares_names(new)
                and not self._in_edited_statement(new)
            )
        if all(phase(old) is Phase.DELIMITER for old in self._gone):
            # Nothing was looked at before. A brace in the wrong place changes what names mean, and
            # that shows as a name error; where names resolve, other items mean what they meant.
            return phase(new) > Phase.RESOLVE and not self._in_edited_item(new)
        if self._nothing_was_typed(new) and not self._uses_what_came(new):
            return True
        # An import, a field, a signature: users of it were tainted. Their later phases had not run.
        return (
            self._tainted(new)
            and self._hidden_in_body(new)
            and not self._in_edited_item(new)
            and not self._in_edited_statement(new)
        )

    def _nothing_was_typed(self, new: Diagnostic) -> bool:
        """Whether an ``impl`` of an unknown trait had kept the phase of ``new`` from all items.

        Measured with rustc 1.95 on 54 kinds of errors: no other one hides what is in other items.
        """
        return phase(new) > Phase.RESOLVE and any(
            old.span is not None
            and phase(old) is Phase.RESOLVE
            and _names_a_trait(self._sources, old.span)
            and old.package == new.package
            for old in self._gone
        )

    def _uses_what_came(self, new: Diagnostic) -> bool:
        """Whether the item around ``new`` was edited, or says a name that the edits brought."""
        item = _item(self._edited, new.span)
        if item is None or self._in_edited_item(new):
            return True
        came = {name for edits in self._steps for edit in edits for name in _brought(edit.text)}
        return bool((came - _EVERYWHERE) & set(_names(_text(self._edited, item))))

    def _in_edited_statement(self, new: Diagnostic) -> bool:
        """Whether ``new`` lies in the statement that an edit changed: it may be of its making.

        What an arm of a match gives has no part in whether the patterns cover everything.
        """
        arms = new.code == "E0004"
        return any(
            around.touches(label.span)
            for moved in self._changed
            if (around := statement(self._edited, moved, arms=arms)) is not None
            for label in new.labels
        )

    def _hidden_in_body(self, new: Diagnostic) -> bool:
        return any(hides_in_body(old, new) for old in self._gone)

    def _tainted(self, new: Diagnostic) -> bool:
        """Whether the item around ``new`` had an error that is gone, or uses one that had."""
        item = _item(self._edited, new.span)
        if item is None:
            return False
        if self._tainting & set(_names(_text(self._edited, item))):
            return True
        return any(
            span is not None and item.contains(span)
            for old in self._gone
            for _, _, span in _mapped_keys(old, self._steps)
        )

    def _in_edited_item(self, new: Diagnostic) -> bool:
        item = _item(self._edited, new.span)
        return item is None or any(item.touches(moved) for moved in self._changed)

    def _shares_names(self, new: Diagnostic) -> bool:
        """Whether ``new`` speaks of a name, or of a line, that the edits changed."""
        touched = {
            name
            for edits in self._steps
            for edit in edits
            for name in _names(f"{edit.text} {_text(self._sources, edit.span)}")
        }
        spoken = {name for label in new.labels for name in _names(_text(self._edited, label.span))}
        return bool(touched & spoken) or touches(new, self._steps[-1])


def _edited_bodies(steps: Steps, sources: Sources, edited: Sources) -> list[Span] | None:
    """Return the function bodies, in the text after, that hold the edits; None if one does not.

    Bodies whose content other code can feel do not count: ``async`` and ``const`` functions and
    those that return ``impl Trait``.
    """
    if len(steps) != 1:
        return None
    bodies = []
    for file, edits in edits_by_file(steps[0]).items():
        old, new = sources.tree(file), edited.tree(file)
        if old is None or new is None:
            return None
        for edit in edits:
            body = _body(old, edit.span.start, edit.span.end)
            if body is None:
                return None
            # the edit must not have moved the border of the body
            moved = (
                map_offset(body[0], edits, after=True),
                map_offset(body[1], edits, after=False),
            )
            if _body(new, moved[0] + 1, moved[1] - 1) != moved:
                return None
            bodies.append(Span(file, *moved))
    return bodies


def _body(tree: Tree, start: int, end: int) -> tuple[int, int] | None:
    function = tree.enclosing(start, end, frozenset({"function_item"}))
    if function is None:
        return None
    body, returns = function.field("body"), function.field("return_type")
    modifiers = next((c for c in function.children() if c.kind() == "function_modifiers"), None)
    if body is None or (returns is not None and re.search(r"\bimpl\b", returns.text())):
        return None
    if modifiers is not None and re.search(r"\b(?:async|const)\b", modifiers.text()):
        return None
    bounds = tree.bounds(body)
    return bounds if bounds[0] < start and end < bounds[1] else None


def _item(sources: Sources, span: Span | None) -> Span | None:
    tree = sources.tree(span.file) if span else None
    if span is None or tree is None:
        return None
    node = tree.enclosing(span.start, span.end)
    macro = node.field("macro") if node is not None else None
    if macro is not None and macro.text().removeprefix("std::") in _NO_ITEMS:
        # called in a body, such a macro is a part of that item
        node = tree.enclosing(span.start, span.end, _WITH_BODY) or node
    return Span(span.file, *tree.bounds(node)) if node is not None else None


def statement(sources: Sources, span: Span | None, *, arms: bool = False) -> Span | None:
    """Return the innermost statement around ``span``, the value at the end of a block included.

    With ``arms`` the value of a match arm is one of its own.
    """
    tree = sources.tree(span.file) if span else None
    if span is None or tree is None:
        return None
    node = tree.smallest(span.start, span.end)
    while (parent := node.parent()) is not None and parent.kind() != "block":
        if arms and parent.kind() == "match_arm" and parent.field("value") == node:
            break
        node = parent
    return Span(span.file, *tree.bounds(node)) if parent is not None else None


def _names_a_trait(sources: Sources, span: Span) -> bool:
    """Whether ``span`` lies in the trait's name of an ``impl … for …``."""
    tree = sources.tree(span.file)
    node = tree.enclosing(span.start, span.end, frozenset({"impl_item"})) if tree else None
    trait = node.field("trait") if node is not None else None
    if tree is None or trait is None:
        return False
    start, end = tree.bounds(trait)
    return start <= span.start and span.end <= end


def _introduced(sources: Sources, span: Span) -> list[str]:
    """Return the names that the item around ``span`` gives to others."""
    tree = sources.tree(span.file)
    node = tree.enclosing(span.start, span.end) if tree else None
    if node is None:
        return []
    if node.kind() == "use_declaration":
        return _names(node.text())
    name = node.field("name")
    return [name.text()] if name is not None else []


def _brought(text: str) -> list[str]:
    """Return the names that ``text`` brings: of an import those of its items, not of the way."""
    if text.lstrip().startswith("use "):
        return re.findall(r"[A-Za-z_]\w*\b(?!\s*::)", text)
    return _names(text)


def _names(text: str) -> list[str]:
    return re.findall(r"[A-Za-z_]\w*", text)


def _text(sources: Sources, span: Span) -> str:
    text = sources.read(span.file) or b""
    return text[span.start : span.end].decode(errors="replace")
