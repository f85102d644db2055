"""Domain values → results."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from rustmend.cargo.words import error_line
from rustmend.coder.compile import Build, texts_of
from rustmend.coder.generate import Generated
from rustmend.coder.mend import Attempt, Mended
from rustmend.coder.project import Project, combined_text
from rustmend.coder.sandbox import Sandbox
from rustmend.coder.trial import Trial
from rustmend.domain import Diagnostic, Fix, Snapshot
from rustmend.explanation import precedent, precedent_of
from rustmend.mcp.results import (
    AttemptMade,
    Compiled,
    CompiledAndFixed,
    ErrorDetails,
    FoundDiagnostic,
    Generation,
    LearnedFix,
    PatchVerdict,
    Place,
    Recorded,
    RequirementState,
    SimilarFix,
    TestRun,
    VerifiedFix,
)
from rustmend.search_node import diff_of
from rustmend.sources import Sources

if TYPE_CHECKING:
    from rustmend.knowledge.entries import Entry
    from rustmend.knowledge.pastfix import PastFix
    from rustmend.learning.teach import Lesson


def relative(file: Path, root: Path) -> str:
    """Return a file's name as results show it: relative to ``root``, with slashes."""
    try:
        return Path(os.path.relpath(file, root)).as_posix()
    except ValueError:  # another drive
        return file.as_posix()


def place(diagnostic: Diagnostic, sources: Sources, root: Path) -> Place:
    """Return where a diagnostic is."""
    found = sources.place(diagnostic)
    if found is None:
        return Place(file=None, line=None, column=None)
    file, line, column = found
    return Place(file=relative(file, root), line=line, column=column)


def diagnostic(
    found: Diagnostic, sources: Sources, root: Path, fix: Fix | None = None
) -> FoundDiagnostic:
    """Return a diagnostic; ``sources`` read the texts that it is about."""
    return FoundDiagnostic(
        **place(found, sources, root).model_dump(),
        code=found.code,
        level=found.level.value,
        message=found.message,
        rendered=found.rendered.rstrip(),
        fix=verified(fix, sources, root) if fix else None,
    )


def diagnostics(found: Iterable[Diagnostic], sources: Sources, root: Path) -> list[FoundDiagnostic]:
    """Return several diagnostics of one state."""
    return [diagnostic(each, sources, root) for each in found]


def verified(fix: Fix, sources: Sources, root: Path) -> VerifiedFix:
    """Return a verified fix; ``sources`` read the texts before it."""
    target = fix.candidate.diagnostic
    return VerifiedFix(
        **place(target, sources, root).model_dump(),
        code=target.code,
        message=target.message,
        title=fix.candidate.title,
        diff=diff_of(fix, sources, lambda file: relative(file, root)),
        level=fix.verdict.level.value,
        origin=fix.candidate.origin.value,
        cautions=[caution.words for caution in fix.candidate.cautions],
        errors_revealed=len(fix.verdict.revealed),
    )


def patch_verdict(trial: Trial, root: Path) -> PatchVerdict:
    """Return what became of a change."""
    verdict = trial.verdict
    return PatchVerdict(
        verified=trial.verified,
        level=verdict.level.value if trial.verified else None,
        why_not=trial.why_not,
        errors_before=sum(each.is_error for each in trial.before.diagnostics),
        errors_left=verdict.errors_left,
        resolved=diagnostics(verdict.resolved, trial.sources, root),
        caused=diagnostics(verdict.caused, trial.after, root),
        revealed=diagnostics(verdict.revealed, trial.after, root),
        remaining=diagnostics((each for each in verdict.after if each.is_error), trial.after, root),
        cautions=[caution.words for caution in trial.cautions],
        heavy=any(caution.heavy for caution in trial.cautions),
        diff=trial.diff(root),
        tests=_test_run(trial),
    )


def _test_run(trial: Trial) -> TestRun | None:
    if trial.tests is None:
        return None
    after = trial.tests[1]
    ran = after.passed or after.failed
    return TestRun(
        passed=len(after.passed),
        failed=sorted(after.failed),
        broken=trial.broken_tests,
        not_run="" if ran or after.success else after.failure or "the tests do not compile",
    )


def uri_of(entry: "Entry") -> str:
    """Return the resource of a curated entry."""
    return f"rustmend://{'lints' if entry.is_lint else 'errors'}/{entry.id}"


def similar_entry(entry: "Entry") -> SimilarFix | None:
    """Return a curated entry; None where its programs cannot be read."""
    found = precedent(entry)
    if found is None:
        return None
    return SimilarFix(
        id=entry.id,
        uri=uri_of(entry),
        kind="entry",
        code=entry.code,
        title=entry.title,
        why=entry.explanation,
        diff=found.diff,
    )


def similar_past(fix: "PastFix") -> SimilarFix:
    """Return a past fix."""
    found = precedent_of(fix)
    return SimilarFix(
        id=fix.id,
        uri=None,
        kind="past-fix",
        code=fix.code,
        title=fix.title,
        why="",
        diff=found.diff,
    )


def recorded(lessons: "Iterable[Lesson]") -> Recorded:
    """Return what was learned."""
    return Recorded(
        learned=[
            LearnedFix(
                id=each.fix.id,
                code=each.fix.code,
                message=each.fix.diagnostic.message,
                rewrites=each.shown,
            )
            for each in lessons
        ]
    )


def compiled(project: Project, build: Build) -> Compiled:
    """Return what came of a build."""
    return Compiled(
        success=build.success,
        files=dict(project.files),
        build_output=build.build_output,
        run_output=build.run_output,
        run_status=build.run_status,
        error_details=None if build.success else _details(project, build),
    )


def _details(project: Project, build: Build) -> ErrorDetails:
    first = next(iter(build.errors), None)
    if first is None:
        return ErrorDetails(
            full_error=build.build_output,
            error_message=error_line(build.build_output) or "it does not build",
            error_location="",
        )
    sources = Sources(Snapshot(texts_of(project)))
    at = place(first, sources, Sandbox.root)
    code = f"[{first.code}]" if first.code else ""
    return ErrorDetails(
        full_error=build.build_output,
        error_message=f"error{code}: {first.message}",
        error_location=f"{at.file}:{at.line}:{at.column}" if at.file else "",
    )


def generation(done: Generated) -> Generation:
    """Return what came of a description."""
    project, build = done.project, done.build
    return Generation(
        success=done.success,
        message=done.message,
        combined_text=combined_text(project) if project else "",
        files=dict(project.files) if project else {},
        build_output=build.build_output if build else "",
        build_success=build.success if build else False,
        test_output=build.test_output if build else None,
        template=done.template or None,
        requirements=[
            RequirementState(text=each.requirement.text, passed=each.passed)
            for each in done.requirements
        ],
        attempts=_attempts(done.attempts),
    )


def _attempts(attempts: Iterable[Attempt]) -> list[AttemptMade]:
    return [
        AttemptMade(attempt=each.number, success=each.success, output=each.output)
        for each in attempts
    ]


def compiled_and_fixed(mended: Mended) -> CompiledAndFixed:
    """Return what came of a project."""
    return CompiledAndFixed(
        success=mended.success,
        message=mended.message,
        attempts=_attempts(mended.attempts),
        combined_text=combined_text(mended.project),
        files=dict(mended.project.files),
        build_output=mended.build.build_output,
        run_output=mended.build.run_output,
        run_status=mended.build.run_status,
        build_success=mended.success,
    )
