"""Tools over code that comes as text: built, run and mended in a sandbox."""

from typing import Annotated, Any

from mcp.server.mcpserver import Context
from mcp_types import ToolAnnotations
from pydantic import Field

from rustmend.coder.compile import compile_project
from rustmend.coder.generate import generate as make
from rustmend.coder.mend import compile_and_fix as mend
from rustmend.coder.project import parse_blocks
from rustmend.mcp import shapes
from rustmend.mcp.call import Server, Tell, carry_out
from rustmend.mcp.results import Compiled, CompiledAndFixed, Generation
from rustmend.mcp.workplace import Workplace
from rustmend.wiring import model_client

# it all happens in a folder of its own, which is gone afterwards
_APART = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)

# a configured model is asked, and packages may be fetched
_ASKS = ToolAnnotations(read_only_hint=True, idempotent_hint=False, open_world_hint=True)

Code = Annotated[
    str,
    Field(
        min_length=1,
        description="The project: for each file a line `[filename: src/main.rs]` and then its "
        "text. Text without such a line is one file. A missing Cargo.toml is made.",
    ),
]


def add_code_tools(server: Server, workplace: Workplace) -> None:
    """Add ``compile``, ``compile_and_fix`` and ``generate``."""

    @server.tool(name="compile", title="Build and run a project", annotations=_APART)
    async def compile_(context: Context[Any, Any], code: Code) -> Compiled:
        """Build a Rust project that is given as text, and run its program, in a sandbox."""

        async def work(tell: Tell) -> Compiled:
            project = parse_blocks(code).with_manifest()
            tell("waiting for a sandbox")
            async with workplace.sandbox() as sandbox:
                build = await compile_project(project, sandbox, on_progress=tell)
            return shapes.compiled(project, build)

        return await carry_out(context, "starting", work)

    @server.tool(title="Build a project and mend it", annotations=_ASKS)
    async def compile_and_fix(
        context: Context[Any, Any],
        code: Code,
        description: Annotated[
            str, Field(description="What the project is to do, in a sentence.")
        ] = "",
        max_attempts: Annotated[
            int, Field(ge=1, le=50, description="States to compile at most, the first included.")
        ] = 10,
    ) -> CompiledAndFixed:
        """Build a Rust project that is given as text; where it fails, mend it with verified fixes.

        With a model configured on the server, that is asked about what rules do not mend.

        The answer is the project that was sent with those fixes, never another one in its place.
        """

        async def work(tell: Tell) -> CompiledAndFixed:
            project = parse_blocks(code)
            tell("waiting for a sandbox")
            async with workplace.sandbox() as sandbox:
                mended = await mend(
                    project,
                    sandbox,
                    max_attempts=max_attempts,
                    model=model_client(workplace.settings),
                    on_progress=tell,
                )
            return shapes.compiled_and_fixed(mended)

        return await carry_out(context, "starting", work)

    @server.tool(title="Generate a project", annotations=_ASKS)
    async def generate(
        context: Context[Any, Any],
        description: Annotated[
            str, Field(min_length=1, description="What the project is to do, in a few sentences.")
        ],
        requirements: Annotated[
            str,
            Field(
                description="What it must do, a line each. One with a call and what it gives, "
                "such as `add(2, 3)` returns `5`, becomes a test."
            ),
        ] = "",
    ) -> Generation:
        """Make a Rust project from a description, a success only if its tests pass.

        With a model configured on the server it is written and mended by that; without one the
        nearest curated task comes under another name, and the message says so.
        """

        async def work(tell: Tell) -> Generation:
            settings = workplace.settings
            async with workplace.turn():
                done = await make(
                    description,
                    requirements,
                    settings=settings,
                    knowledge=workplace.knowledge(),
                    model=model_client(settings),
                    unsafe=workplace.unsafe,
                    on_progress=tell,
                )
            return shapes.generation(done)

        return await carry_out(context, "starting", work)
