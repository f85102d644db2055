"""What an edit is flagged for, in a workspace of one library."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from rustmend.cargo.workspace import Package
from rustmend.domain import Caution, Diagnostic, Label, Level, Snapshot, Span, TextEdit
from rustmend.learning.texts import edits_between
from rustmend.propose import Context
from rustmend.propose.cautions import cautions
from rustmend.sources import Sources
from workspaces import package, target, workspace

ROOT = Path("/work space")
LIBRARY = package(ROOT, target(ROOT / "src/lib.rs"))


def error(
    file: Path, found: str = "", *, at: int = 0, code: str | None = "E0308", message: str = ""
) -> Diagnostic:
    return Diagnostic(code, Level.ERROR, message, (Label(Span(file, at, at), found, True),))


def flagged(
    texts: Mapping[Path, bytes],
    edits: Iterable[TextEdit],
    diagnostic: Diagnostic | None = None,
    packages: tuple[Package, ...] = (LIBRARY,),
    *,
    renames: bool = False,
) -> set[Caution]:
    """Return the cautions of ``edits`` to ``texts``, made for ``diagnostic``."""
    sources = Sources(Snapshot(dict(texts)))
    said = () if diagnostic is None else (diagnostic,)
    context = Context(workspace(ROOT, *packages), sources, said)
    return set(cautions(sources, tuple(edits), context, diagnostic, renames=renames))


def flags(
    before: str,
    after: str,
    *,
    file: str = "src/lib.rs",
    found: str = "",
    code: str = "E0308",
    message: str = "mismatched types",
    packages: tuple[Package, ...] = (LIBRARY,),
    others: dict[str, str] | None = None,
) -> set[Caution]:
    """Return the cautions of turning the one text of ``file`` into the other."""
    path = ROOT / file
    texts = {path: before.encode()} | {ROOT / k: v.encode() for k, v in (others or {}).items()}
    edits = edits_between({path: before.encode()}, {path: after.encode()})
    diagnostic = error(path, found, code=code, message=message)
    return flagged(texts, edits, diagnostic, packages)
