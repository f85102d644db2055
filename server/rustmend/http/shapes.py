"""Domain values → answers."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from rustmend.coder.ask import Answer
from rustmend.coder.compile import Build, texts_of
from rustmend.coder.generate import Generated
from rustmend.coder.mend import Attempt, Mended
from rustmend.coder.project import Project, combined_text
from rustmend.coder.sandbox import Sandbox
from rustmend.domain import Diagnostic, Fix, Snapshot
from rustmend.explanation import precedent, precedent_of
from rustmend.http.models import (
    Answered,
    AttemptMade,
    CodeBlock,
    Compiled,
    ErrorDetails,
    FixMade,
    FoundDiagnostic,
    NamedSource,
    OfferedFix,
    Result,
    Similar,
)
from rustmend.knowledge.entries import Entry
from rustmend.knowledge.pastfix import PastFix
from rustmend.search_node import AppliedFix, diff_of
from rustmend.sources import Sources


def compiled(project: Project, build: Build) -> Compiled:
    """Return what came of compiling ``project`` once."""
    return Compiled(
        success=build.success,
        files=list(project.files),
        build_output=build.build_output or "Build successful",
        run_output=build.run_output,
        run_success=build.run_success,
        run_status=build.run_status,
        error_details=None if build.success else _details(project, build),
    )


def result(mended: Mended) -> Result:
    """Return what came of mending a project."""
    build = mended.build
    return Result(
        success=mended.success,
        message=mended.message,
        attempts=_attempts(mended.attempts),
        combined_text=combined_text(mended.project),
        files=dict(mended.project.files),
        build_output=build.build_output,
        run_output=build.run_output,
        build_success=build.success,
        run_success=build.run_success,
        run_status=build.run_status,
        test_output=build.test_output,
        test_success=build.test_success,
        fixes=[_made(each) for each in mended.fixes],
    )


def generated(done: Generated) -> Result:
    """Return what came of a description."""
    build = done.build
    return Result(
        success=done.success,
        message=done.message,
        attempts=_attempts(done.attempts),
        combined_text=combined_text(done.project) if done.project else "",
        files=dict(done.project.files) if done.project else {},
        build_output=build.build_output if build else "",
        run_output=build.run_output if build else None,
        build_success=bool(build and build.success),
        run_success=build.run_success if build else None,
        run_status=build.run_status if build else None,
        test_output=build.test_output if build else None,
        test_success=build.test_success if build else None,
        similar_project_used=bool(done.template or done.examples),
    )


def diagnostic(found: Diagnostic, sources: Sources, fixes: Iterable[Fix] = ()) -> FoundDiagnostic:
    """Return a diagnostic; ``sources`` read the texts that it is about."""
    file, line, column = _place(found, sources)
    return FoundDiagnostic(
        code=found.code,
        level=found.level.value,
        message=found.message,
        file=file,
        line=line,
        column=column,
        rendered=found.rendered.rstrip(),
        fixes=[_offered(fix, sources) for fix in fixes],
    )


def similar_entry(entry: Entry) -> Similar | None:
    """Return a curated entry, None where it cannot be read any more."""
    found = precedent(entry)
    if found is None:
        return None
    return Similar(
        id=entry.id,
        kind="entry",
        code=entry.code,
        title=entry.title,
        why=entry.explanation,
        diff=found.diff,
    )


def similar_past(fix: PastFix) -> Similar:
    """Return a past fix."""
    found = precedent_of(fix)
    return Similar(
        id=fix.id, kind="past-fix", code=fix.code, title=fix.title, why="", diff=found.diff
    )


def answered(answer: Answer) -> Answered:
    """Return the answer to a question."""
    return Answered(
        question=answer.question,
        found=answer.found,
        answer=answer.text,
        sources=[
            NamedSource(id=each.id, kind=each.kind, title=each.title) for each in answer.sources
        ],
        blocks=[
            CodeBlock(
                language=each.language, text=each.text, compiled=each.compiled, note=each.note
            )
            for each in answer.blocks
        ],
        model=answer.model,
        note=answer.note,
    )


def decoded(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return a program's files as text."""
    return {name: text.decode(errors="replace") for name, text in files.items()}


def name_of(file: Path) -> str:
    """Return a file's path in the project."""
    return str(file.relative_to(Sandbox.root)) if file.is_relative_to(Sandbox.root) else str(file)


def _attempts(attempts: Iterable[Attempt]) -> list[AttemptMade]:
    return [
        AttemptMade(attempt=each.number, success=each.success, output=each.output)
        for each in attempts
    ]


def _details(project: Project, build: Build) -> ErrorDetails:
    sources = Sources(Snapshot(texts_of(project)))
    first = next(iter(build.errors), None)
    if first is None:
        words = [line for line in build.build_output.splitlines() if line.startswith("error")]
        said = words[0] if words else build.build_output.strip().rpartition("\n")[2]
        return ErrorDetails(full_error=build.build_output, error_message=said, error_location="")
    file, line, column = _place(first, sources)
    code = f"[{first.code}]" if first.code else ""
    return ErrorDetails(
        full_error=build.build_output,
        error_message=f"error{code}: {first.message}",
        error_location=f"{file}:{line}:{column}" if file else "",
    )


def _place(found: Diagnostic, sources: Sources) -> tuple[str | None, int | None, int | None]:
    place = sources.place(found)
    if place is None:
        return None, None, None
    file, line, column = place
    return name_of(file), line, column


def _offered(fix: Fix, sources: Sources) -> OfferedFix:
    target = fix.candidate.diagnostic
    file, line, column = _place(target, sources)
    return OfferedFix(
        code=target.code,
        message=target.message,
        file=file,
        line=line,
        column=column,
        title=fix.candidate.title,
        origin=fix.candidate.origin.value,
        level=fix.verdict.level.value,
        errors_revealed=len(fix.verdict.revealed),
        cautions=[caution.words for caution in fix.candidate.cautions],
        diff=diff_of(fix, sources, name_of),
    )


def _made(applied: AppliedFix) -> FixMade:
    candidate = applied.fix.candidate
    file, line, _ = _place(candidate.diagnostic, applied.sources)
    return FixMade(
        title=candidate.title,
        code=candidate.diagnostic.code,
        file=file,
        line=line,
        origin=candidate.origin.value,
        cautions=[caution.words for caution in candidate.cautions],
        diff=applied.diff(name_of),
    )
