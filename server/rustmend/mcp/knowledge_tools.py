"""Tools over what is known about mistakes."""

import asyncio
import re
from pathlib import Path
from typing import Annotated, Any

from mcp.server.mcpserver import Context
from mcp_types import ToolAnnotations
from pydantic import Field

from rustmend.coder.change import locate
from rustmend.coder.trial import at_line, start
from rustmend.errors import UsageError
from rustmend.explanation import explain_code, explanation
from rustmend.mcp import shapes
from rustmend.mcp.arguments import Code, Limit, WorkspacePath
from rustmend.mcp.call import Server, Tell, carry_out
from rustmend.mcp.results import Explanation, SimilarFix, SimilarFixes
from rustmend.mcp.workplace import Workplace
from rustmend.wiring import Knowledge

_LOOKS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
_CODE = re.compile(r"\bE\d{4}\b|\b(?:clippy|rustdoc)::\w+")
_SIMILAR = 3


def add_knowledge_tools(server: Server, workplace: Workplace) -> None:
    """Add ``find_similar_fixes`` and ``explain_error``."""

    @server.tool(title="Find similar mends", annotations=_LOOKS)
    async def find_similar_fixes(
        context: Context[Any, Any],
        error: Annotated[
            str,
            Field(
                min_length=1,
                max_length=20_000,
                description="The compiler's message, best with its labels, or a question in words.",
            ),
        ],
        code: Code = None,
        limit: Limit = 5,
        path: WorkspacePath = ".",
    ) -> SimilarFixes:
        """Look up how such errors were mended before, the most similar first.

        Past fixes of this workspace, and curated entries, each a broken and a mended program that
        compile as they say.
        """

        async def work(_: Tell) -> SimilarFixes:
            known, root = workplace.knowledge(), await workplace.root(path)
            found = await asyncio.to_thread(_similar, known, error, code, limit, root)
            return SimilarFixes(fixes=found)

        return await carry_out(context, "looking up", work)

    @server.tool(title="Explain an error", annotations=_LOOKS)
    async def explain_error(
        context: Context[Any, Any],
        code: Code = None,
        file: Annotated[str | None, Field(description="File with the error.")] = None,
        line: Annotated[int | None, Field(ge=1, description="Its line.")] = None,
        path: WorkspacePath = ".",
    ) -> Explanation:
        """Explain why the compiler says no: for a code, or for the error at a file and line.

        At a place the workspace is checked, and the explanation speaks of the code there: what
        moved, what borrows, which types differ.
        """

        async def work(tell: Tell) -> Explanation:
            if file is not None and line is not None:
                return await _at_place(workplace, path, file, line, code, tell)
            if file is not None or line is not None or not code:
                raise UsageError("give a `code`, or `file` and `line` of an error")
            text = await explain_code(code, workplace.knowledge())
            if text is None:
                raise UsageError(f"nothing is known about {code}")
            return Explanation(code=code, text=text, diagnostic=None, similar=[])

        return await carry_out(context, "looking up", work)


async def _at_place(
    workplace: Workplace, path: str, file: str, line: int, code: str | None, tell: Tell
) -> Explanation:
    async with workplace.open(path) as parts:
        root = parts.workspace.root
        place = locate(parts.workspace, file)
        tell("checking")
        state = await start(parts.engine)
        found = at_line(state.report.diagnostics, state.sources, place, line)
        diagnostic = next((each for each in found if code in (None, each.code)), None)
        if diagnostic is None:
            raise UsageError(f"there is no {code or 'error'} at {file}:{line}")
        told = await explanation(diagnostic, parts.knowledge, state.sources, root)
        alike = await asyncio.to_thread(parts.knowledge.similar, diagnostic, _SIMILAR)
        past = await asyncio.to_thread(parts.knowledge.past_fixes, diagnostic, root, _SIMILAR)
        entries = [shapes.similar_entry(each) for each in alike if diagnostic.code in each.codes]
        return Explanation(
            code=diagnostic.code,
            text=told.markdown(),
            diagnostic=shapes.diagnostic(diagnostic, state.sources, root),
            similar=[*map(shapes.similar_past, past), *filter(None, entries)],
        )


def _similar(
    known: Knowledge, error: str, code: str | None, limit: int, root: Path | None
) -> list[SimilarFix]:
    index = known.index
    text = error if code is None or code in error else f"{code} {error}"
    found = [each.item for each in index.search(text, limit)] if index else []
    codes = {code} if code else set(_CODE.findall(error))
    # past fixes are raw, and stay in the workspace they were made in
    past = [each.fix for each in known.search_fixes(text, root, limit)] if root else []
    past = [each for each in past if not codes or each.code in codes]
    entries = filter(None, map(shapes.similar_entry, found))
    # what was done here before says more, but may be little like it: it gets half the room
    return [*map(shapes.similar_past, past[: (limit + 1) // 2]), *entries][:limit]
