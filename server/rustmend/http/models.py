"""What requests and answers look like. Fields of the original service keep their names."""

from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    StringConstraints,
    model_serializer,
    model_validator,
)

from rustmend.coder.project import Project, parse_blocks

_BLOCKS = (
    "Files as text: lines `[filename: src/main.rs]`, each followed by the file's text. Text "
    "without such a line is one Rust file."
)


Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]


class Code(BaseModel):
    """A project: `code`, or `files` as an object of paths and texts."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"code": "[filename: src/main.rs]\nfn main() {}\n"}]}
    )

    code: Annotated[str | None, Field(description=_BLOCKS)] = None
    files: Annotated[
        dict[str, str] | None, Field(description="Files by their paths, instead of `code`.")
    ] = None

    @model_validator(mode="after")
    def _one_of_both(self) -> "Code":
        if (self.code is None) == (self.files is None):
            raise ValueError("send either `code` or `files`")
        return self

    def project(self) -> Project:
        """Return the project. Raises ``UsageError``."""
        if self.files is not None:
            return Project.from_files(self.files)
        return parse_blocks(self.code or "")


class CompileAndFix(Code):
    """A project to be mended until it builds."""

    description: Annotated[
        str, Field(max_length=20_000, description="What the project is for.")
    ] = ""
    max_attempts: Annotated[
        int, Field(ge=1, le=100, description="States that are compiled and counted, at most.")
    ] = 10
    test: Annotated[bool, Field(description="Run the tests too.")] = False


class Description(BaseModel):
    """A project to be written."""

    description: Annotated[Said, Field(description="What the project is to do.")]
    requirements: Annotated[
        str | None, Field(max_length=20_000, description="What it must satisfy.")
    ] = None


RunStatus = Annotated[
    int | None, Field(description="The program's exit status; null where it had to be ended.")
]


class ErrorDetails(BaseModel):
    """The first error of a failed build."""

    full_error: str
    error_message: str
    error_location: Annotated[str, Field(description="`src/main.rs:3:5`, or empty.")]


class Compiled(BaseModel):
    """What came of a project: `run_output` where it builds, `error_details` where it does not."""

    success: bool
    files: Annotated[list[str], Field(description="The paths of the project's files.")]
    build_output: str
    run_output: Annotated[
        str | None, Field(description="What the program printed; null where none was run.")
    ] = None
    run_success: Annotated[
        bool | None, Field(description="Whether the program ended with status 0.")
    ] = None
    run_status: RunStatus = None
    error_details: ErrorDetails | None = None

    @model_serializer(mode="wrap")
    def _as_the_original(self, serialize: SerializerFunctionWrapHandler) -> dict[str, Any]:
        fields: dict[str, Any] = serialize(self)
        for name in (
            ("error_details",) if self.success else ("run_output", "run_success", "run_status")
        ):
            del fields[name]
        return fields


class AttemptMade(BaseModel):
    """A state on the way, and what the compiler said of it."""

    attempt: int
    success: bool
    output: str


class FixMade(BaseModel):
    """A verified fix."""

    title: str
    code: str | None
    file: str | None
    line: int | None
    origin: str
    cautions: list[str]
    diff: str


class Result(BaseModel):
    """A project as it is at the end. `success` is said only of one that builds."""

    success: bool
    message: str
    attempts: list[AttemptMade] = []
    combined_text: Annotated[str, Field(description="All files as blocks.")]
    files: Annotated[dict[str, str], Field(description="All files by their paths.")]
    build_output: str
    run_output: str | None = None
    build_success: bool
    run_success: bool | None = None
    run_status: RunStatus = None
    test_output: str | None = None
    test_success: bool | None = None
    fixes: list[FixMade] = []
    similar_project_used: bool = False


class Started(BaseModel):
    """Work that goes on; `GET /project/{project_id}` tells what comes of it."""

    project_id: str
    status: Annotated[
        str, Field(description="`processing` from /generate, else what the project's state says.")
    ]
    message: str


class ProjectState(BaseModel):
    """What became of work that was started."""

    project_id: str
    status: Annotated[str, Field(description="generating, compiling, completed, failed or error")]
    message: str
    files: Annotated[list[str], Field(description="Paths, once there are files.")] = []
    build_output: str | None = None
    run_output: str | None = None
    run_success: bool | None = None
    run_status: RunStatus = None
    combined_text: str | None = None
    attempts: list[AttemptMade] = []
    fixes: list[FixMade] = []
    progress: list[str] = []


class OfferedFix(BaseModel):
    """A verified fix, and the diagnostic that it was made for, others may go with it."""

    code: str | None
    message: str
    file: str | None
    line: int | None
    column: int | None
    title: str
    origin: str
    level: Annotated[str, Field(description="clean: no error is left; fixes: others remain.")]
    errors_revealed: int
    cautions: list[str]
    diff: str


class FoundDiagnostic(BaseModel):
    """An error or warning; `line` and `column` count from 1, in characters."""

    code: str | None
    level: str
    message: str
    file: str | None
    line: int | None
    column: int | None
    rendered: str
    fixes: list[OfferedFix] = []


class Checked(BaseModel):
    """The diagnostics of a project."""

    ok: Annotated[bool, Field(description="Whether there is no error.")]
    diagnostics: list[FoundDiagnostic]


class Question(BaseModel):
    """A question about Rust."""

    question: Said


class NamedSource(BaseModel):
    """What an answer rests on."""

    id: str
    kind: str
    title: str


class CodeBlock(BaseModel):
    """A block of code in an answer; `compiled` is null where the compiler was not asked."""

    language: str
    text: str
    compiled: bool | None
    note: str


class Answered(BaseModel):
    """An answer as Markdown; `model` is who worded it, empty where nobody did."""

    question: str
    found: bool
    answer: str
    sources: list[NamedSource]
    blocks: list[CodeBlock]
    model: str
    note: str


class ToExplain(BaseModel):
    """An error code, such as `E0382`, or a project with an error, at a place or the first."""

    code: Annotated[str | None, Field(description=f"An error code or a lint, or: {_BLOCKS}")] = None
    files: dict[str, str] | None = None
    file: Annotated[str | None, Field(description="File with the error.")] = None
    line: Annotated[int | None, Field(ge=1, le=10_000_000, description="Its line.")] = None

    @model_validator(mode="after")
    def _something(self) -> "ToExplain":
        if not self.code and not self.files:
            raise ValueError("send `code` (an error code or a project) or `files`")
        return self


class Similar(BaseModel):
    """How such an error was mended before."""

    id: str
    kind: Annotated[str, Field(description="entry: curated; past-fix: learned here.")]
    code: str | None
    title: str
    why: str
    diff: str


class Explained(BaseModel):
    """Why the compiler says no, as Markdown."""

    code: str | None
    explanation: str
    diagnostic: FoundDiagnostic | None = None
    similar: list[Similar] = []


class FoundFixes(BaseModel):
    """Fixes that are about the same, the most similar first."""

    fixes: list[Similar]


class Health(BaseModel):
    """Whether the server can do its work."""

    status: str
    version: str
    sandbox: Annotated[str, Field(description="bubblewrap, none, or why there is none.")]
    model: bool
    waiting: int
    running: int


class Entry(BaseModel):
    """A curated entry in a list."""

    id: str
    code: str | None
    title: str


class Entries(BaseModel):
    """Curated entries."""

    entries: list[Entry]


class WholeEntry(Entry):
    """A curated entry: why it was wrong, and both programs."""

    explanation: str
    diff: str
    broken: dict[str, str]
    fixed: dict[str, str]


class PastFixes(BaseModel):
    """What was learned on this machine, the latest first."""

    fixes: list[Similar]


class Stats(BaseModel):
    """How the knowledge base is doing."""

    entries: int
    entries_by_code: dict[str, int]
    past_fixes: int
    past_fixes_by_code: dict[str, int]
    learned_by_day: dict[str, int]
    by_origin: dict[str, int]
    outcomes: dict[str, Any]
