"""The arguments that several tools take, with the descriptions that clients see."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field

from rustmend.coder import change
from rustmend.errors import UsageError

if TYPE_CHECKING:
    from rustmend.cargo.workspace import Workspace
    from rustmend.sources import Sources

WorkspacePath = Annotated[
    str,
    Field(
        description="A folder in a cargo package or workspace, a Cargo.toml, or a single .rs "
        "file; relative to the folder that the server was started for. By default that folder."
    ),
]
Code = Annotated[
    str | None,
    Field(description="An error code or lint, such as E0502 or clippy::needless_return."),
]
Limit = Annotated[int, Field(ge=1, le=20, description="How many to return at most.")]


class Edit(BaseModel):
    """A text that gives way to another."""

    model_config = ConfigDict(extra="forbid")

    file: str = Field(description="Path relative to the workspace's root, or absolute.")
    old: str = Field(
        description="The text that gives way, which must be in the file exactly once. "
        "Empty to make a file that is not there."
    )
    new: str = Field(description="The text that takes its place.")


Edits = Annotated[
    list[Edit] | None, Field(description="The change as replacements, made one after the other.")
]
Diff = Annotated[
    str | None,
    Field(
        description="The change as a unified diff. Line numbers are hints: a hunk goes where its "
        "lines are."
    ),
]
Files = Annotated[
    dict[str, str] | None,
    Field(description="The change as whole new texts of files, by path."),
]


def texts(
    workspace: "Workspace",
    sources: "Sources",
    edits: list[Edit] | None,
    diff: str | None,
    files: dict[str, str] | None,
) -> change.Texts:
    """Return the new texts of the one form that a change is given in. Raises ``UsageError``."""
    if sum(form is not None for form in (edits, diff, files)) != 1:
        raise UsageError("give the change in one form: `edits`, `diff` or `files`")

    def place(name: str) -> Path:
        return change.locate(workspace, name)

    if edits is not None:
        replacements = [change.Replacement(each.file, each.old, each.new) for each in edits]
        return change.of_replacements(replacements, place, sources.read)
    if diff is not None:
        return change.of_diff(diff, place, sources.read)
    return change.of_files(files or {}, place, sources.read)
