"""The menu on a diagnostic: verified fixes, the rest, an explanation, fix-all.

Everything comes from the store, matched by range against our own diagnostics: some
editors send each server only what it published itself, others send everyone's.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from lsprotocol import types

from rustmend.domain import Applicability, Diagnostic, Fix, Origin, Span, TextEdit
from rustmend.domain.text import apply_edits, edits_by_file
from rustmend.lsp.convert import Lines
from rustmend.lsp.edits import EditMaker
from rustmend.lsp.kinds import EXPLAIN, FIX_ALL, FIX_WITH_MODEL, MORE_FIXES
from rustmend.lsp.store import Located, Ready, Store

PER_DIAGNOSTIC = 2
# some editors ask for a whole file, and no menu for a person is longer
_MOST_DIAGNOSTICS = 20

Shown = Sequence[tuple[Span, types.Diagnostic]]
"""What the editor shows, and where that is in the text."""


class Menu:
    """Makes the actions for one request.

    ``others_check`` says that rust-analyzer shows the compiler's diagnostics with fixes of its
    own. ``shown`` are the fixes in what was made. ``model`` names the model that can be asked, if
    there is one.
    """

    def __init__(
        self, store: Store, edits: EditMaker, *, others_check: bool, model: str = ""
    ) -> None:
        self.shown: list[Ready] = []
        self._store = store
        self._edits = edits
        self._others_check = others_check
        self._model = model
        self._ready: list[Ready] | None = None

    def actions(
        self, file: Path, lines: Lines, params: types.CodeActionParams
    ) -> list[types.CodeAction]:
        """Return the actions for a range of ``file``, best first.

        Of a range with many diagnostics, those count that have fixes, and errors before warnings.
        """
        only = params.context.only
        actions: list[types.CodeAction] = []
        if any(_asked(kind, only) for kind in (types.CodeActionKind.QuickFix, MORE_FIXES, EXPLAIN)):
            actions += self._for_diagnostics(file, lines, params)
        if _asked(FIX_ALL, only):
            actions += self._fix_all(params.context)
        return actions

    def _for_diagnostics(
        self, file: Path, lines: Lines, params: types.CodeActionParams
    ) -> list[types.CodeAction]:
        only = params.context.only
        places = [
            (Span(file, *lines.offsets(each.range)), each) for each in params.context.diagnostics
        ]
        wanted = self._wanted(file, lines, params)
        shown = [each for each in places if any(one.span.touches(each[0]) for one in wanted)]
        actions: list[types.CodeAction] = []
        if _asked(types.CodeActionKind.QuickFix, only):
            actions += self._fixes(wanted, shown)
            actions += self._with_model(lines, params, wanted, shown)
        uri = params.text_document.uri
        if _asked(MORE_FIXES, only):
            for diagnostic in _distinct(each.diagnostic for each in wanted):
                title = self._more_title(diagnostic)
                if title:
                    place = _place(uri, lines, _span_of(diagnostic, wanted))
                    theirs = _shown_by(wanted, shown, [diagnostic])
                    actions.append(_command(title, MORE_FIXES, place, theirs))
                    break
        if wanted and _asked(EXPLAIN, only):
            errors = [each for each in wanted if each.diagnostic.is_error]
            title = "Explain this error" if errors else "Explain this warning"
            reach = Span(file, *lines.offsets(params.range))
            if not any(each.span.touches(reach) for each in wanted):
                # beside the cursor: the command is about that, not about the cursor's place
                reach = (errors or wanted)[0].span
            place = _place(uri, lines, reach)
            if self._model:
                place["model"] = True
            actions.append(_command(title, EXPLAIN, place, _shown_by(wanted, shown)))
        return actions

    def at(self, file: Path, start: int, end: int) -> list[Diagnostic]:
        """Return the diagnostics that touch the bytes ``start`` to ``end`` of ``file``."""
        reach = Span(file, start, end)
        return _distinct(
            each.diagnostic
            for each in self._store.located(file)
            if not each.edited and each.span.touches(reach)
        )

    def fixes_of(self, diagnostic: Diagnostic) -> list[Ready]:
        """Return what resolves ``diagnostic``, best first, each edit once."""
        seen: set[frozenset[object]] = set()
        found = []
        for ready in self._ready_now():
            if ready.resolves(diagnostic) and (key := frozenset(ready.edits)) not in seen:
                seen.add(key)
                found.append(ready)
        # a fix made for another error may resolve this one too; the one made for it is closer
        return sorted(found, key=lambda ready: ready.fix.candidate.diagnostic is not diagnostic)

    def _ready_now(self) -> list[Ready]:
        """Return what is ready, looked up once: a menu is about one moment."""
        if self._ready is None:
            self._ready = self._store.ready()
        return self._ready

    def _wanted(self, file: Path, lines: Lines, params: types.CodeActionParams) -> list[Located]:
        reach = Span(file, *lines.offsets(params.range))
        # at a cursor beside the error, an editor sends the diagnostics of the whole line
        shown = {(_key(each.range), each.code) for each in params.context.diagnostics}
        wanted = [
            each
            for each in self._store.located(file)
            if not each.edited
            and (
                each.span.touches(reach)
                or (_key(lines.range(each.span.start, each.span.end)), each.diagnostic.code)
                in shown
            )
        ]
        distinct = _distinct(each.diagnostic for each in wanted)
        if len(distinct) <= _MOST_DIAGNOSTICS:
            return wanted
        mended = {one for ready in self._ready_now() for one in ready.mended}
        distinct.sort(key=lambda each: (id(each) not in mended, not each.is_error))
        first = set(map(id, distinct[:_MOST_DIAGNOSTICS]))
        return [each for each in wanted if id(each.diagnostic) in first]

    def _fixes(self, wanted: Sequence[Located], shown: Shown) -> list[types.CodeAction]:
        actions: list[types.CodeAction] = []
        made: set[frozenset[object]] = set()
        preferred = False
        for diagnostic in _distinct(each.diagnostic for each in wanted):
            for rank, ready in enumerate(self.fixes_of(diagnostic)[:PER_DIAGNOSTIC]):
                key = frozenset(ready.edits)
                edit = None if key in made else self._edits.workspace_edit(ready.edits)
                if edit is None:
                    continue
                made.add(key)
                self.shown.append(ready)
                resolved = (ready.fix.candidate.diagnostic, *ready.fix.verdict.resolved)
                prefer = rank == 0 and not preferred and self._may_prefer(ready.fix)
                preferred = preferred or prefer
                actions.append(
                    types.CodeAction(
                        ready.fix.title,
                        kind=types.CodeActionKind.QuickFix,
                        diagnostics=_shown_by(wanted, shown, resolved) or None,
                        is_preferred=True if prefer else None,
                        edit=edit,
                    )
                )
        return actions

    def _with_model(
        self,
        lines: Lines,
        params: types.CodeActionParams,
        wanted: Sequence[Located],
        shown: Shown,
    ) -> list[types.CodeAction]:
        """Return an action for each diagnostic that has no fix without a caution."""
        actions = []
        for diagnostic in _distinct(each.diagnostic for each in wanted) if self._model else ():
            fixes = self.fixes_of(diagnostic)
            if fixes and not fixes[0].fix.candidate.cautions:
                continue
            what = diagnostic.code or ("this error" if diagnostic.is_error else "this warning")
            place = _place(params.text_document.uri, lines, _span_of(diagnostic, wanted))
            arguments: list[object] = [{**place, "code": diagnostic.code}]
            call = types.Command(
                f"Fix {what} with {self._model}", FIX_WITH_MODEL, arguments=arguments
            )
            actions.append(
                types.CodeAction(
                    call.title,
                    kind=types.CodeActionKind.QuickFix,
                    diagnostics=_shown_by(wanted, shown, [diagnostic]) or None,
                    command=call,
                )
            )
        return actions

    def _may_prefer(self, fix: Fix) -> bool:
        if fix.candidate.cautions:
            return False
        return not (self._others_check and self._is_rust_analyzers_own(fix))

    def _is_rust_analyzers_own(self, fix: Fix) -> bool:
        """Whether rust-analyzer prefers the same edit: it does so for what rustc is sure of."""
        if fix.candidate.origin is not Origin.COMPILER:
            return False
        made = self._result(fix.candidate.edits)
        return any(
            suggestion.applicability is Applicability.MACHINE_APPLICABLE
            and self._result(suggestion.edits) == made
            for suggestion in fix.candidate.diagnostic.suggestions
        )

    def _result(self, edits: Iterable[TextEdit]) -> dict[Path, list[bytes]]:
        """Return what edits of the checked texts lead to, blanks apart: ours are laid out."""
        return {
            file: apply_edits(self._store.checked_text(file) or b"", group).split()
            for file, group in edits_by_file(edits).items()
        }

    def _more_title(self, diagnostic: Diagnostic) -> str:
        """Return what the menu says of the rest, or ``""`` where there is nothing to say."""
        code = diagnostic.code or "this error"
        count = len(self.fixes_of(diagnostic))
        if count > PER_DIAGNOSTIC:
            return f"More verified fixes for {code} ({count - PER_DIAGNOSTIC})"
        if not count and diagnostic in self._store.findings.tried:
            return f"No verified fix for {code}: what was tried"
        return ""

    def _fix_all(self, context: types.CodeActionContext) -> list[types.CodeAction]:
        ready = self._store.ready_fix_all()
        # nobody asked for it by name: worth a line in the menu only where it does more than one fix
        if ready is None or (not context.only and len(ready.fix.verdict.resolved) < 2):
            return []
        edit = self._edits.workspace_edit(ready.edits)
        if edit is None:
            return []
        self.shown.append(ready)
        return [types.CodeAction(ready.fix.title, kind=FIX_ALL, edit=edit)]


def _asked(kind: str, only: Sequence[str] | None) -> bool:
    """Whether a kind was asked for: kinds are words with dots, and a word asks for all below it."""
    return not only or any(not word or kind == word or kind.startswith(f"{word}.") for word in only)


def _place(uri: str, lines: Lines, span: Span) -> dict[str, object]:
    """Return the argument of a command about ``span``."""
    return {"uri": uri, "range": lines.range(span.start, span.end)}


def _span_of(diagnostic: Diagnostic, located: Sequence[Located]) -> Span:
    return next(each.span for each in located if each.diagnostic is diagnostic)


def _command(
    title: str, kind: str, argument: object, diagnostics: list[types.Diagnostic]
) -> types.CodeAction:
    """Return an action that runs the command of its kind's name."""
    call = types.Command(title, kind, arguments=[argument])
    return types.CodeAction(title, kind=kind, diagnostics=diagnostics or None, command=call)


def _shown_by(
    wanted: Sequence[Located],
    shown: Shown,
    diagnostics: Sequence[Diagnostic] | None = None,
) -> list[types.Diagnostic]:
    """Return what the editor shows of ``wanted``, or of those of it that are ``diagnostics``."""
    found: list[types.Diagnostic] = []
    for located in wanted:
        if diagnostics is None or located.diagnostic in diagnostics:
            found += [each for each in _shown(located, shown) if each not in found]
    return found


def _shown(located: Located, shown: Shown) -> list[types.Diagnostic]:
    """Return what the editor shows of a diagnostic: in the same place, with the same code."""
    code = located.diagnostic.code
    return [
        each
        for span, each in shown
        if span.touches(located.span)
        and (not code or not each.code or str(each.code) in (code, code.rpartition("::")[2]))
    ]


def _key(reach: types.Range) -> tuple[int, int, int, int]:
    return reach.start.line, reach.start.character, reach.end.line, reach.end.character


def _distinct(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    return list({id(each): each for each in diagnostics}.values())
