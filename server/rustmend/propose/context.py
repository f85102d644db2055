"""What a source of candidates gets, and what it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from rustmend.domain import Candidate, Diagnostic
from rustmend.sources import Sources

if TYPE_CHECKING:
    from rustmend.cargo.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Context:
    """What a source of candidates may look at: one state of a workspace and its diagnostics."""

    workspace: "Workspace"
    sources: Sources
    diagnostics: tuple[Diagnostic, ...]

    def writable(self, file: Path) -> bool:
        """Whether ``file`` is the user's: in the workspace's roots, in no build folder."""
        return any(file.is_relative_to(root) for root in self.workspace.roots) and not any(
            folder is not None and file.is_relative_to(folder)
            for folder in (self.workspace.target_directory, self.workspace.build_directory)
        )


class CandidateSource(Protocol):
    """Makes candidates for a diagnostic; it may be bold, since each one is compiled."""

    def propose(self, diagnostic: Diagnostic, context: Context) -> Iterable[Candidate]:
        """Yield candidates, likeliest first; none is a normal answer."""
        ...
