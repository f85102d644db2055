"""What the tools answer, as the clients see it: each field is described in the output schema."""

from typing import Literal

from pydantic import BaseModel, Field


class Place(BaseModel):
    """Where something is, as rustc prints it."""

    file: str | None = Field(description="Path relative to the workspace, null without a place.")
    line: int | None = Field(description="Line, counted from 1.")
    column: int | None = Field(description="Column in characters, counted from 1.")


class VerifiedFix(Place):
    """A mend that was compiled over the whole selection, and the diagnostic it was made for."""

    code: str | None = Field(description="That diagnostic's code.")
    message: str = Field(description="That diagnostic's headline.")
    title: str = Field(description="What it does.")
    diff: str = Field(description="The mend as a unified diff, paths relative to the workspace.")
    level: Literal["clean", "fixes"] = Field(
        description="`clean`: no error is left; `fixes`: this one is gone, others remain."
    )
    origin: str = Field(description="What made it: compiler, rule, recipe, past-fix or model.")
    cautions: list[str] = Field(description="Why it may not be what the author wants, if anything.")
    errors_revealed: int = Field(description="Errors that the mended one had hidden.")


class FoundDiagnostic(Place):
    """An error or warning that cargo reported."""

    code: str | None = Field(description="Such as E0502 or clippy::needless_return; may be null.")
    level: Literal["error", "warning"] = Field(description="error or warning.")
    message: str = Field(description="The compiler's headline.")
    rendered: str = Field(description="The compiler's whole text, with its notes and helps.")
    fix: VerifiedFix | None = Field(default=None, description="The best verified mend, if any.")


class Diagnosis(BaseModel):
    """What cargo says of a workspace as it is on disk."""

    workspace: str = Field(description="The workspace's root folder.")
    ok: bool = Field(description="Whether there are no errors.")
    errors: int = Field(description="Number of errors.")
    warnings: int = Field(description="Number of warnings.")
    diagnostics: list[FoundDiagnostic] = Field(description="Errors first; at most `limit` of them.")
    left_out: int = Field(description="Diagnostics beyond the limit.")


class TestRun(BaseModel):
    """What the tests say of a change."""

    passed: int = Field(description="Tests that pass with the change.")
    failed: list[str] = Field(description="Tests that fail with it.")
    broken: list[str] = Field(description="Tests that passed without it and fail with it.")
    not_run: str = Field(description="Why none was run; empty if some were.")


class PatchVerdict(BaseModel):
    """What the compiler says of a change, which was made in a private copy only."""

    verified: bool = Field(
        description="It mends the named error (or at least one, or there was none) and causes none."
    )
    level: Literal["clean", "fixes"] | None = Field(
        description="`clean`: no error is left; `fixes`: others are left; null if not verified."
    )
    why_not: str = Field(description="Why it is not verified; empty if it is.")
    errors_before: int = Field(description="Number of errors without the change.")
    errors_left: int = Field(description="Number of errors with it.")
    resolved: list[FoundDiagnostic] = Field(description="What is gone with the change.")
    caused: list[FoundDiagnostic] = Field(description="New errors that the change is to blame for.")
    revealed: list[FoundDiagnostic] = Field(
        description="New errors that were only hidden by what the change mends."
    )
    remaining: list[FoundDiagnostic] = Field(description="All errors with the change.")
    cautions: list[str] = Field(
        description="Why it may not be what the author wants although it checks."
    )
    heavy: bool = Field(
        description="Whether a caution is a heavy one, such as `removes code`: ask the user first."
    )
    diff: str = Field(description="The change as a unified diff, paths relative to the workspace.")
    tests: TestRun | None = Field(
        description="What the tests say; null if they were not asked for, or it does not check."
    )


class SimilarFix(BaseModel):
    """How such an error was mended before."""

    id: str = Field(description="The entry's or past fix's id.")
    uri: str | None = Field(description="Resource with the whole entry; null for a past fix.")
    kind: Literal["entry", "past-fix"] = Field(
        description="`entry`: curated and compiled; `past-fix`: made in this workspace before."
    )
    code: str | None = Field(description="The error's code.")
    title: str = Field(description="What the mend does.")
    why: str = Field(description="Why it was wrong; empty for a past fix.")
    diff: str = Field(description="From the broken to the mended program, as a unified diff.")


class SimilarFixes(BaseModel):
    """What is known about such errors, the most similar first."""

    fixes: list[SimilarFix] = Field(description="The most similar first.")


class Explanation(BaseModel):
    """Why the compiler says no."""

    code: str | None = Field(description="The error's code.")
    text: str = Field(description="The explanation as Markdown.")
    diagnostic: FoundDiagnostic | None = Field(
        description="The diagnostic that it is about; null where a code alone was asked for."
    )
    similar: list[SimilarFix] = Field(description="How such errors were mended before.")


class LearnedFix(BaseModel):
    """A past fix as it is kept now."""

    id: str = Field(description="Its id; `rustmend kb forget ID` removes it.")
    code: str | None = Field(description="The code of the error that it mends.")
    message: str = Field(description="The compiler's headline of that error.")
    rewrites: list[str] = Field(
        description="What it teaches for other places: before → after, with holes for names. Empty "
        "where too much changes at once."
    )


class Recorded(BaseModel):
    """What was learned from a repair."""

    learned: list[LearnedFix] = Field(description="A past fix for each error that is gone.")


class ErrorDetails(BaseModel):
    """The first thing that is wrong with code that does not build."""

    full_error: str = Field(description="What cargo and rustc printed.")
    error_message: str = Field(description="The first error's headline.")
    error_location: str = Field(description="Its place, file:line:column; empty without one.")


class Compiled(BaseModel):
    """What came of building a project and running its program."""

    success: bool = Field(description="Whether it builds.")
    files: dict[str, str] = Field(description="The project's files, by path.")
    build_output: str = Field(description="What cargo and rustc printed.")
    run_output: str | None = Field(
        description="What its program printed; null where there is none, or it did not build."
    )
    run_status: int | None = Field(
        description="The program's exit status; null where none ended by itself."
    )
    error_details: ErrorDetails | None = Field(description="What is wrong; null if it builds.")


class AttemptMade(BaseModel):
    """A state of the project that was compiled on the way."""

    attempt: int = Field(description="Its number, from 1.")
    success: bool = Field(description="Whether it builds.")
    output: str = Field(description="What was done, and what cargo said.")


class CompiledAndFixed(BaseModel):
    """What came of building a project and mending it."""

    success: bool = Field(description="Whether the project, as it is in `files`, builds.")
    message: str = Field(description="What was done, and what is left.")
    attempts: list[AttemptMade] = Field(description="The states that were compiled, in order.")
    combined_text: str = Field(description="The project as one text of [filename: …] blocks.")
    files: dict[str, str] = Field(description="The project's files, by path.")
    build_output: str = Field(description="What cargo and rustc printed for the last state.")
    run_output: str | None = Field(description="What its program printed, if it was run.")
    run_status: int | None = Field(
        description="The program's exit status; null where none ended by itself."
    )
    build_success: bool = Field(description="The same as `success`.")


class RequirementState(BaseModel):
    """Whether a requirement is met."""

    text: str = Field(description="The requirement.")
    passed: bool | None = Field(description="What its test says; null where no test says it.")


class Generation(BaseModel):
    """What came of a description."""

    success: bool = Field(description="Whether the project builds and its tests pass.")
    message: str = Field(description="How it came to be, or what is wrong.")
    combined_text: str = Field(description="The project as one text of [filename: …] blocks.")
    files: dict[str, str] = Field(description="The project's files, by path.")
    build_output: str = Field(description="What cargo and rustc printed.")
    build_success: bool = Field(description="Whether it builds.")
    test_output: str | None = Field(description="What its tests printed; null if none were run.")
    template: str | None = Field(
        description="The curated task that it is under another name; null where a model wrote it."
    )
    requirements: list[RequirementState] = Field(description="The requirements, one by one.")
    attempts: list[AttemptMade] = Field(description="What was written and tried, in order.")
