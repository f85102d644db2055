"""Routes that look up: explanations, similar fixes, the entries, how the knowledge is doing."""

import asyncio
import re
from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.exceptions import HTTPException

from rustmend.coder.compile import compile_project, texts_of
from rustmend.coder.mend import open_engine
from rustmend.coder.project import Project, parse_blocks
from rustmend.coder.sandbox import Sandbox
from rustmend.domain import Diagnostic, Fix, Snapshot
from rustmend.domain.text import line_column
from rustmend.errors import CheckFailedError, UsageError
from rustmend.explanation import explain_code, explanation
from rustmend.http import shapes
from rustmend.http.desk import Desk
from rustmend.http.models import (
    Answered,
    Checked,
    Code,
    Entries,
    Entry,
    Explained,
    FoundFixes,
    PastFixes,
    Question,
    Similar,
    Stats,
    ToExplain,
    WholeEntry,
)
from rustmend.http.problems import refusals
from rustmend.http.projects import while_there
from rustmend.http.works import Tell
from rustmend.repair import Engine
from rustmend.sources import Sources
from rustmend.wiring import Knowledge

_CODE = re.compile(r"E\d{4}|(?:clippy::|rustdoc::)?[a-z][a-z0-9_]{2,60}")
_CODES = re.compile(r"\bE\d{4}\b|\b(?:clippy|rustdoc)::\w+")
_SIMILAR = 3
_MOST_FIXES = 10_000

Limit = Annotated[int, Query(ge=1, le=100)]
# an address has at most 64 KiB, and one character can take twelve bytes of it
Words = Annotated[str, Query(max_length=4_000)]
Name = Annotated[str, Query(max_length=200)]
Part = Annotated[str, Path(max_length=200)]


def lookup_routes(desk: Desk) -> APIRouter:
    """Return the routes."""
    routes = APIRouter(responses=refusals())

    @routes.post("/check", responses=refusals(502, 503), tags=["errors"])
    async def check(request: Request, sent: Code) -> Checked:
        """Return the diagnostics of a project, each with its best verified fix."""
        project = sent.project().with_manifest()
        work = desk.in_sandbox(lambda sandbox, tell: _checked(project, sandbox, tell))
        return await while_there(request, work)

    @routes.post("/explain", responses=refusals(404, 502, 503), tags=["errors"])
    async def explain(request: Request, sent: ToExplain) -> Explained:
        """Explain an error code, or an error of a project: what moved, which types differ."""
        code = (sent.code or "").strip()
        if sent.files is None and _CODE.fullmatch(code):
            text = await explain_code(code, desk.knowledge)
            if text is None:
                raise HTTPException(404, f"nothing is known about {code}")
            return Explained(code=code, explanation=text)
        project = Project.from_files(sent.files) if sent.files else parse_blocks(sent.code or "")
        project = project.with_manifest()
        work = desk.in_sandbox(
            lambda sandbox, tell: _explained(project, sandbox, desk.knowledge, sent)
        )
        return await while_there(request, work)

    @routes.post("/ask", responses=refusals(503), tags=["knowledge"])
    async def answer(request: Request, sent: Question) -> Answered:
        """Answer a question about Rust from what is known, naming the sources."""
        done = await while_there(request, desk.answer(sent.question))
        return shapes.answered(done)

    @routes.get("/fixes/search", tags=["knowledge"])
    async def search(q: Words = "", code: Name = "", limit: Limit = 10) -> FoundFixes:
        """Look up how such errors were mended: `q` are words or the compiler's text."""
        if not (q.strip() or code.strip()):
            raise HTTPException(422, "q: send words, the compiler's text or a code")
        found = await asyncio.to_thread(_similar, desk.knowledge, q, code.strip(), limit)
        return FoundFixes(fixes=found)

    @routes.get("/kb/entries", tags=["knowledge"])
    async def entries(code: Name = "") -> Entries:
        """List the curated entries, of one code where given."""
        known = await asyncio.to_thread(lambda: desk.knowledge.entries)
        return Entries(
            entries=[
                Entry(id=each.id, code=each.code, title=each.title)
                for each in known
                if not code or code in each.codes
            ]
        )

    @routes.get("/kb/entries/{shelf}/{slug}", responses=refusals(404), tags=["knowledge"])
    async def entry(shelf: Part, slug: Part) -> WholeEntry:
        """Return one curated entry, such as E0382/used-in-loop."""
        known = await asyncio.to_thread(lambda: desk.knowledge.entries)
        found = next((each for each in known if each.id == f"{shelf}/{slug}"), None)
        shape = await asyncio.to_thread(shapes.similar_entry, found) if found else None
        if found is None or shape is None:
            raise HTTPException(404, f"no entry is called {shelf}/{slug}")
        return WholeEntry(
            id=found.id,
            code=found.code,
            title=found.title,
            explanation=found.explanation,
            diff=shape.diff,
            broken=shapes.decoded(found.broken.files()),
            fixed=shapes.decoded(found.fixed.files()),
        )

    @routes.get("/kb/fixes", tags=["knowledge"])
    async def fixes(code: Name = "", limit: Limit = 50) -> PastFixes:
        """List what was learned on this machine, the latest first."""
        journal = desk.knowledge.journal
        found = await asyncio.to_thread(lambda: journal.list(code=code or None, limit=limit))
        return PastFixes(fixes=[shapes.similar_past(each) for each in found])

    @routes.get("/kb/stats", tags=["knowledge"])
    async def stats() -> Stats:
        """Count what is known, learned and offered."""
        return await asyncio.to_thread(_stats, desk.knowledge)

    return routes


async def _checked(project: Project, sandbox: Sandbox, tell: Tell) -> Checked:
    """Check over the whole selection, and prove a fix for each error."""
    engine, snapshot = await _ready(project, sandbox)
    report = await engine.check(snapshot)
    if report.failure:
        raise CheckFailedError(sandbox.shown(report.failure))
    found = list(report.diagnostics)
    errors = [each for each in found if each.is_error]
    fixes: dict[Diagnostic, list[Fix]] = {}
    async for fix in engine.offers(snapshot, report, errors, per_diagnostic=1):
        tell(fix.title)
        for resolved in fix.verdict.resolved:
            fixes.setdefault(resolved, []).append(fix)
    sources = Sources(snapshot)
    return Checked(
        ok=not errors,
        diagnostics=[shapes.diagnostic(each, sources, fixes.get(each, [])[:2]) for each in found],
    )


async def _explained(
    project: Project, sandbox: Sandbox, known: Knowledge, sent: ToExplain
) -> Explained:
    build = await compile_project(project, sandbox, run=False)
    sources = Sources(Snapshot(texts_of(project)))
    found = next((each for each in build.errors if _is_at(each, sources, sent)), None)
    if found is None:
        place = f" at {sent.file or ''}:{sent.line or ''}" if sent.file or sent.line else ""
        raise UsageError(f"there is no error{place} to explain")
    told = await explanation(found, known, sources)
    alike = await asyncio.to_thread(known.similar, found, _SIMILAR)
    entries = [shapes.similar_entry(each) for each in alike if found.code in each.codes]
    return Explained(
        code=found.code,
        explanation=told.markdown(),
        diagnostic=shapes.diagnostic(found, sources),
        similar=[each for each in entries if each],
    )


async def _ready(project: Project, sandbox: Sandbox) -> tuple[Engine, Snapshot]:
    from rustmend.coder import dependencies

    await dependencies.prepare(project, sandbox.settings.sandbox)
    engine = await open_engine(project, sandbox, max_rounds=1)
    return engine, Snapshot(texts_of(project))


def _is_at(found: Diagnostic, sources: Sources, sent: ToExplain) -> bool:
    if found.span is None:
        return not sent.file and not sent.line
    line, _ = line_column(sources.read(found.span.file) or b"", found.span.start)
    name = shapes.name_of(found.span.file)
    return sent.file in (None, name) and sent.line in (None, line)


def _similar(known: Knowledge, words: str, code: str, limit: int) -> list[Similar]:
    text = words if not code or code in words else f"{code} {words}"
    index = known.index
    entries = [each.item for each in index.search(text, limit)] if index else []
    if code:
        entries = [each for each in entries if code in each.codes]
    codes = [code] if code else list(dict.fromkeys(_CODES.findall(words)))
    past = [fix for each in codes for fix in known.journal.list(code=each, limit=limit)]
    found = [shapes.similar_past(fix) for fix in past[: (limit + 1) // 2]]
    found += [shape for each in entries if (shape := shapes.similar_entry(each))]
    return found[:limit]


def _stats(known: Knowledge) -> Stats:
    learned = known.journal.stats()
    fixes = known.journal.list(limit=_MOST_FIXES)
    return Stats(
        entries=len(known.entries),
        entries_by_code=dict(Counter(each.code or "none" for each in known.entries)),
        past_fixes=learned.fixes,
        past_fixes_by_code=learned.codes,
        learned_by_day=dict(sorted(Counter(each.recorded[:10] for each in fixes).items())),
        by_origin=dict(Counter(each.origin for each in fixes)),
        outcomes={"all": learned.outcomes, "by_origin": learned.origins},
    )
