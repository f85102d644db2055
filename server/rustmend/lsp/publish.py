"""What is published for a file: markers where a verified fix is ready, or every diagnostic."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from lsprotocol import types

from rustmend.domain import Diagnostic, Label, Level
from rustmend.lsp.client import Client
from rustmend.lsp.convert import Lines
from rustmend.lsp.store import Located, Ready, Store

_ERRORS = "https://doc.rust-lang.org/error-index.html#"
_CLIPPY = "https://rust-lang.github.io/rust-clippy/master/index.html#"
_UNNECESSARY = ("dead_code", "unreachable_code", "unreachable_patterns")


def markers(store: Store, file: Path, lines: Lines) -> list[types.Diagnostic]:
    """Return one hint for each place in ``file`` where a verified fix is ready."""
    ready = store.ready()
    found: dict[tuple[int, int], types.Diagnostic] = {}
    for located in store.located(file) if ready else ():
        place = (located.span.start, located.span.end)
        best = None if located.edited or place in found else _best(ready, located.diagnostic)
        if best is not None:
            found[place] = types.Diagnostic(
                lines.range(*place),
                f"verified fix ready: {best.fix.title}",
                severity=types.DiagnosticSeverity.Hint,
                code=located.diagnostic.code,
                source="rustmend",
            )
    return list(found.values())


class FullDiagnostics:
    """Every diagnostic, with all that rust-analyzer would show of the compiler's.

    ``lines`` gives the present text of a file, ``uri`` the name that the client has for it.
    """

    def __init__(
        self, client: Client, lines: Callable[[Path], Lines | None], uri: Callable[[Path], str]
    ) -> None:
        self._client = client
        self._lines = lines
        self._uri = uri

    def of(self, store: Store, file: Path, lines: Lines) -> list[types.Diagnostic]:
        """Return the diagnostics of ``file``, one for each primary span."""
        return [self._diagnostic(store, located, lines) for located in store.located(file)]

    def _diagnostic(self, store: Store, located: Located, lines: Lines) -> types.Diagnostic:
        found = located.diagnostic
        error = found.level is Level.ERROR
        href = code_page(found.code) if self._client.code_description else None
        return types.Diagnostic(
            lines.range(located.span.start, located.span.end),
            "\n".join(_message(found, located.label)),
            severity=types.DiagnosticSeverity.Error if error else types.DiagnosticSeverity.Warning,
            code=found.code.removeprefix("clippy::") if found.code else None,
            code_description=types.CodeDescription(href) if href else None,
            source="clippy" if (found.code or "").startswith("clippy::") else "rustc",
            tags=[tag for tag in _tags(found.code or "") if tag in self._client.tags] or None,
            related_information=list(self._related(store, located)) or None,
            data={"rendered": found.rendered} if self._client.diagnostic_data else None,
        )

    def _related(
        self, store: Store, located: Located
    ) -> Iterator[types.DiagnosticRelatedInformation]:
        if not self._client.related_information:
            return
        named = [
            *((label, label.text) for label in located.diagnostic.labels if not label.primary),
            *((label, note.message) for note in located.diagnostic.notes for label in note.labels),
        ]
        for label, text in named:
            lines = self._lines(label.span.file)
            if lines is None or not (text or label.text):
                continue
            span = store.present_span(label.span)
            place = types.Location(self._uri(span.file), lines.range(span.start, span.end))
            yield types.DiagnosticRelatedInformation(place, text or label.text)


def code_page(code: str | None) -> str | None:
    """Return the page that explains a code, if there is one."""
    if not code:
        return None
    if code.startswith("clippy::"):
        return _CLIPPY + code.removeprefix("clippy::")
    if len(code) == 5 and code[0] == "E" and code[1:].isdigit():
        return _ERRORS + code
    return None


def _best(ready: Iterable[Ready], diagnostic: Diagnostic) -> Ready | None:
    """Return the fix made for ``diagnostic``, else one that resolves it too."""
    mending = [each for each in ready if each.resolves(diagnostic)]
    own = (each for each in mending if each.fix.candidate.diagnostic is diagnostic)
    return next(own, mending[0] if mending else None)


def _message(found: Diagnostic, label: Label) -> Iterator[str]:
    yield found.message
    if label.text:
        yield label.text
    for note in found.notes:
        if not note.labels:
            yield f"{note.level}: {note.message}"


def _tags(code: str) -> Iterator[types.DiagnosticTag]:
    if code.startswith("unused") or code in _UNNECESSARY:
        yield types.DiagnosticTag.Unnecessary
    if code == "deprecated":
        yield types.DiagnosticTag.Deprecated
