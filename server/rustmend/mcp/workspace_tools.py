"""Tools over the user's own workspace, for agents that are the model themselves."""

import re
from typing import Annotated, Any

from mcp.server.mcpserver import Context
from mcp_types import ToolAnnotations
from pydantic import Field

from rustmend.coder.trial import at_line, edits_of, runs_while_built, start, try_change
from rustmend.domain import Diagnostic, Fix, Snapshot, TextEdit
from rustmend.errors import UsageError
from rustmend.learning.teach import learn
from rustmend.mcp import shapes
from rustmend.mcp.arguments import Code, Diff, Edits, Files, WorkspacePath, texts
from rustmend.mcp.call import Server, Tell, carry_out
from rustmend.mcp.results import Diagnosis, PatchVerdict, Recorded
from rustmend.mcp.workplace import Workplace
from rustmend.repair import Engine, State
from rustmend.sources import Sources
from rustmend.wiring import Parts

# cargo runs build scripts and macros of the workspace, but in a private copy of it
_LOOKS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
_KEEPS = ToolAnnotations(
    read_only_hint=False, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)

# what the compiler reads for a program would come back in its messages
_READS = re.compile(r"\b(?:include|include_str|include_bytes|env|option_env|path)\b")


def add_workspace_tools(server: Server, workplace: Workplace) -> None:
    """Add ``diagnose``, ``verify_patch`` and ``record_fix``."""

    @server.tool(title="Check a workspace", annotations=_LOOKS)
    async def diagnose(
        context: Context[Any, Any],
        path: WorkspacePath = ".",
        fixes: Annotated[
            bool,
            Field(
                description="Look for a verified mend of each; without, only cargo's word, sooner."
            ),
        ] = True,
        warnings: Annotated[bool, Field(description="List warnings too.")] = False,
        clippy: Annotated[bool, Field(description="Check with clippy.")] = False,
        limit: Annotated[int, Field(ge=1, le=500, description="Diagnostics to list.")] = 50,
    ) -> Diagnosis:
        """Check a Rust workspace as it is on disk; list its errors, each with its best mend.

        Every mend was compiled in a private copy over the whole workspace: it makes its error go
        away and causes none. Nothing in the workspace is touched: apply the diffs that you take.
        """

        async def work(tell: Tell) -> Diagnosis:
            async with workplace.open(path, clippy=clippy) as parts:
                return await _diagnosis(parts, tell, fixes, warnings or clippy, limit)

        return await carry_out(context, "checking", work)

    @server.tool(title="Verify a change", annotations=_LOOKS)
    async def verify_patch(
        context: Context[Any, Any],
        edits: Edits = None,
        diff: Diff = None,
        files: Files = None,
        path: WorkspacePath = ".",
        code: Code = None,
        file: Annotated[
            str | None, Field(description="File of the error that is to be mended.")
        ] = None,
        line: Annotated[int | None, Field(ge=1, description="Line of that error.")] = None,
        tests: Annotated[
            bool,
            Field(description="Run the tests too: what makes a passing one fail is not verified."),
        ] = False,
        may_run: Annotated[
            bool,
            Field(
                description="The user agreed to running the change while it is compiled: needed "
                "where it touches a build script, a proc macro or a manifest."
            ),
        ] = False,
    ) -> PatchVerdict:
        """Compile a change over the workspace without touching it, before you write it.

        Give the change as `edits`, as a `diff` or as `files`. Name the error that it is to mend by
        `code`, or `file` and `line`; without, any error that goes counts. The answer says what is
        gone, what the change causes, what is left, and what speaks against it.
        """

        async def work(tell: Tell) -> PatchVerdict:
            async with workplace.open(path) as parts:
                engine, root = parts.engine, parts.workspace.root
                sources = Sources(Snapshot())
                wanted = edits_of(texts(parts.workspace, sources, edits, diff, files), sources)
                if why_not := _too_free(workplace, engine, wanted, sources, may_run=may_run):
                    raise UsageError(why_not)
                if tests and workplace.confined:
                    raise UsageError("this server runs no tests of a workspace: leave `tests` out")
                tell("checking the workspace as it is")
                state = await start(engine)
                target = _target(parts, state, code, file, line)
                tell("checking it with the change")
                trial = await try_change(engine, state, wanted, target, tests=tests)
                return shapes.patch_verdict(trial, root)

        return await carry_out(context, "checking", work)

    @server.tool(title="Learn from a repair", annotations=_KEEPS)
    async def record_fix(
        context: Context[Any, Any],
        before: Annotated[
            dict[str, str],
            Field(description="The broken texts of the files that the repair changed, by path."),
        ],
        after: Annotated[
            dict[str, str] | None,
            Field(description="Their mended texts; by default what is on disk now."),
        ] = None,
        path: WorkspacePath = ".",
    ) -> Recorded:
        """Remember a repair, so that the same error is mended at once the next time.

        Both states are compiled first: only a change that makes an error go away and causes none
        is learned, by the smallest part of it that does. It stays on this machine.
        """

        async def work(tell: Tell) -> Recorded:
            async with workplace.open(path) as parts:
                if not parts.settings.learn:
                    raise UsageError("the setting `learn` is false: nothing is learned")
                now = Sources(Snapshot())
                old = texts(parts.workspace, now, None, None, before)
                new = (
                    {file: now.read(file) or b"" for file in old}
                    if after is None
                    else texts(parts.workspace, now, None, None, after)
                )
                for changed in (old, new):
                    edits = edits_of(changed, now, may_be_none=True)
                    why_not = _too_free(workplace, parts.engine, edits, now, may_run=False)
                    if why_not:
                        raise UsageError(why_not)
                tell("checking both states")
                return shapes.recorded(await learn(parts, old, new))

        return await carry_out(context, "checking", work)


async def _diagnosis(
    parts: Parts, tell: Tell, fixes: bool, warnings: bool, limit: int
) -> Diagnosis:
    root = parts.workspace.root
    state = await start(parts.engine)
    order = sorted(state.report.diagnostics, key=lambda each: not each.is_error)
    shown = [each for each in order if each.is_error or warnings]
    found: dict[Diagnostic, Fix] = {}
    if fixes and shown:
        tell(f"looking for mends of {len(shown[:limit])} diagnostics")
        report = state.report
        offers = parts.engine.offers(state.snapshot, report, shown[:limit], per_diagnostic=1)
        async for fix in offers:
            tell(f"verified: {fix.candidate.title}")
            for diagnostic in (fix.candidate.diagnostic, *fix.verdict.resolved):
                found.setdefault(diagnostic, fix)
    return Diagnosis(
        workspace=str(root),
        ok=not state.errors,
        errors=len(state.errors),
        warnings=len(order) - len(state.errors),
        diagnostics=[
            shapes.diagnostic(each, state.sources, root, found.get(each)) for each in shown[:limit]
        ],
        left_out=max(0, len(shown) - limit),
    )


def _too_free(
    workplace: Workplace,
    engine: Engine,
    edits: tuple[TextEdit, ...],
    sources: Sources,
    *,
    may_run: bool,
) -> str:
    """Return why a change is not compiled here, "" where it may be."""
    running = runs_while_built(edits, engine, sources)
    if running and (workplace.confined or not may_run):
        name = shapes.relative(running[0], engine.workspace.root)
        then = "ask the user, then pass `may_run`"
        then = "this server does not compile such a change" if workplace.confined else then
        return f"{name} decides what runs while cargo compiles: {then}"
    if workplace.confined and (found := _READS.search("\n".join(edit.text for edit in edits))):
        return f"`{found[0]}` may read what is not the workspace's: it is not compiled here"
    return ""


def _target(
    parts: Parts, state: State, code: str | None, file: str | None, line: int | None
) -> Diagnostic | None:
    """Return the diagnostic that a change is to mend; None where none is named."""
    if (file is None) != (line is None):
        raise UsageError("name the error by `file` and `line` together, or by `code`")
    if code is None and file is None:
        return None
    found = list(state.report.diagnostics)
    if file is not None and line is not None:
        place = parts.workspace.root / file
        found = list(at_line(state.report.diagnostics, state.sources, place, line))
    found = [each for each in found if code is None or each.code == code]
    if not found:
        where = f" at {file}:{line}" if file else ""
        raise UsageError(f"there is no {code or 'error'}{where} in the workspace as it is")
    return min(found, key=lambda each: not each.is_error)
