"""What a hover on a diagnostic says: why here, what it means, how such errors were mended."""

from pathlib import Path

from lsprotocol import types

from rustmend.lsp.client import Client
from rustmend.lsp.convert import Lines
from rustmend.lsp.store import Located, Store


def hover(
    store: Store, client: Client, file: Path, lines: Lines, position: types.Position
) -> types.Hover | None:
    """Return the hover at a position, None where no diagnostic lies there.

    Everything was made ready before; what is not ready yet is left out.
    """
    offset = lines.offset(position)
    located = [
        each
        for each in store.located(file)
        if not each.edited and each.span.start <= offset <= each.span.end
    ]
    if not located:
        return None
    located.sort(key=lambda each: (not each.diagnostic.is_error, _size(each)))
    nearest = located[0]
    text = markdown(store, nearest, folds=client.folds)
    kind = types.MarkupKind.Markdown
    if not client.markdown:
        kind, text = types.MarkupKind.PlainText, _plain(text)
    return types.Hover(
        types.MarkupContent(kind, text), lines.range(nearest.span.start, nearest.span.end)
    )


def markdown(store: Store, located: Located, *, folds: bool = False) -> str:
    """Return the explanation of a diagnostic as Markdown."""
    details = store.findings.details.get(located.diagnostic)
    if details is not None:
        return details.markdown(folds=folds)
    code = f"**{located.diagnostic.code}** " if located.diagnostic.code else ""
    return f"{code}{located.diagnostic.message}\n\n{located.label.text}".rstrip()


def _plain(text: str) -> str:
    """Take Markdown's marks out of the lines that have them; code stays as it is."""
    return "\n".join(
        line.replace("**", "").replace("`", "")
        for line in text.splitlines()
        if not line.startswith("```") and line != "---"
    )


def _size(located: Located) -> int:
    return located.span.end - located.span.start
