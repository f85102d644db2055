"""Resources: the curated entries to read, and lists of them; a prompt that uses the tools."""

import asyncio
from collections.abc import Iterable

from mcp.server.mcpserver.exceptions import ResourceNotFoundError
from mcp_types import (
    Completion,
    CompletionArgument,
    CompletionContext,
    PromptReference,
    ResourceTemplateReference,
)

from rustmend.coder.library import task_text
from rustmend.explanation import precedent
from rustmend.knowledge.entries import Entry
from rustmend.knowledge.tasks import Task
from rustmend.mcp import shapes
from rustmend.mcp.call import Server
from rustmend.mcp.workplace import Workplace

_MARKDOWN = "text/markdown"
_COMPLETIONS = 100


def add_entries(server: Server, workplace: Workplace) -> None:
    """Add ``rustmend://errors/CODE/SLUG``, ``lints/LINT/SLUG``, ``tasks/SLUG``, and their lists."""

    async def entries(shelf: str, code: str | None = None) -> list[Entry]:
        known = await asyncio.to_thread(lambda: workplace.knowledge().entries)
        found = [each for each in known if each.is_lint is (shelf == "lints")]
        return [each for each in found if code is None or each.id.partition("/")[0] == code]

    async def listed(shelf: str, code: str | None = None) -> str:
        found = await entries(shelf, code)
        if not found:
            raise ResourceNotFoundError(f"there is no entry about {code or shelf}")
        return _list(code or shelf, found)

    async def shown(shelf: str, code: str, slug: str) -> str:
        found = [each for each in await entries(shelf, code) if each.id == f"{code}/{slug}"]
        if not found:
            raise ResourceNotFoundError(f"no entry is called {code}/{slug}")
        return await asyncio.to_thread(_text, found[0])

    @server.resource(
        "rustmend://errors", name="errors", title="Entries about errors", mime_type=_MARKDOWN
    )
    async def errors() -> str:
        """Every curated entry about a compiler error: its resource and its title."""
        return await listed("errors")

    @server.resource(
        "rustmend://lints", name="lints", title="Entries about lints", mime_type=_MARKDOWN
    )
    async def lints() -> str:
        """Every curated entry about a lint: its resource and its title."""
        return await listed("lints")

    @server.resource(
        "rustmend://errors/{code}", name="error", title="Entries about a code", mime_type=_MARKDOWN
    )
    async def error(code: str) -> str:
        """The curated entries about one error code, such as E0502."""
        return await listed("errors", code)

    @server.resource(
        "rustmend://lints/{lint}", name="lint", title="Entries about a lint", mime_type=_MARKDOWN
    )
    async def lint(lint: str) -> str:
        """The curated entries about one lint, such as needless_return."""
        return await listed("lints", lint)

    @server.resource(
        "rustmend://errors/{code}/{slug}", name="error_entry", title="Entry", mime_type=_MARKDOWN
    )
    async def error_entry(code: str, slug: str) -> str:
        """A curated entry: why it was wrong, the diff of the mend, both programs."""
        return await shown("errors", code, slug)

    @server.resource(
        "rustmend://lints/{lint}/{slug}", name="lint_entry", title="Entry", mime_type=_MARKDOWN
    )
    async def lint_entry(lint: str, slug: str) -> str:
        """A curated entry: why it was wrong, the diff of the mend, both programs."""
        return await shown("lints", lint, slug)

    async def tasks() -> tuple[Task, ...]:
        return await asyncio.to_thread(lambda: workplace.knowledge().tasks)

    @server.resource("rustmend://tasks", name="tasks", title="Tasks", mime_type=_MARKDOWN)
    async def task_list() -> str:
        """Every curated task: a question and a small package, with tests, that answers it."""
        lines = [f"- [{each.slug}](rustmend://{each.id}): {each.title}" for each in await tasks()]
        return "\n".join(["# tasks", "", *lines, ""])

    @server.resource("rustmend://tasks/{slug}", name="task", title="Task", mime_type=_MARKDOWN)
    async def task(slug: str) -> str:
        """A curated task: how it is done, what to beware of, and the package."""
        found = next((each for each in await tasks() if each.slug == slug), None)
        if found is None:
            raise ResourceNotFoundError(f"no task is called {slug}")
        return f"# {found.title}\n\n{await asyncio.to_thread(task_text, found)}\n"

    @server.completion()  # type: ignore[no-untyped-call, untyped-decorator]  # the SDK has no types here
    async def complete(
        reference: PromptReference | ResourceTemplateReference,
        argument: CompletionArgument,
        context: CompletionContext | None,
    ) -> Completion | None:
        if not isinstance(reference, ResourceTemplateReference):
            return None
        if reference.uri.startswith("rustmend://tasks"):
            return _completion(argument.value, [each.slug for each in await tasks()])
        shelf = "lints" if reference.uri.startswith("rustmend://lints") else "errors"
        chosen = (context.arguments or {}) if context else {}
        if argument.name == "slug":
            code = chosen.get("lint" if shelf == "lints" else "code")
            names = [each.id.partition("/")[2] for each in await entries(shelf, code)]
        else:
            names = [each.id.partition("/")[0] for each in await entries(shelf)]
        return _completion(argument.value, names)


def _completion(begun: str, names: Iterable[str]) -> Completion:
    fitting = sorted({name for name in names if name.startswith(begun)})
    return Completion(
        values=fitting[:_COMPLETIONS], total=len(fitting), has_more=len(fitting) > _COMPLETIONS
    )


def add_prompts(server: Server) -> None:
    """Add the prompt that mends a workspace."""

    @server.prompt(title="Mend this workspace")
    def mend_workspace(path: str = ".") -> str:
        """Mend the errors of a Rust workspace with verified changes only."""
        return (
            f"Mend the Rust workspace `{path}` until it has no errors.\n\n"
            f'1. Call `diagnose` with path "{path}".\n'
            "2. Where an error comes with a `fix` without heavy cautions, make that change: it was "
            "compiled. One mend often resolves several errors.\n"
            "3. For any other error, call `explain_error` for its place and `find_similar_fixes` "
            "with the compiler's text. Think of the smallest change that keeps what the code "
            "is for: delete nothing, add no `todo!`, no `unsafe`, no `unwrap` to silence it.\n"
            "4. Before you write such a change, call `verify_patch` with it, naming the error's "
            "`file` and `line`. If it is not verified, read `why_not` and `caused`, and try "
            "again; after three failures, say what is hard about it and ask.\n"
            "5. Ask before you take a change with a heavy caution.\n"
            "6. After a change of your own, call `record_fix` with the texts before.\n"
            "7. Repeat from 1 until there are no errors; then run the tests, and tell what you "
            "changed and why."
        )


def _list(title: str, entries: Iterable[Entry]) -> str:
    lines = [f"- [{each.id}]({shapes.uri_of(each)}): {each.title}" for each in entries]
    return "\n".join([f"# {title}", "", *lines, ""])


def _text(entry: Entry) -> str:
    found = precedent(entry)
    parts = [f"# {entry.title}", f"`{entry.id}`", entry.explanation]
    if found:
        parts.append(f"```diff\n{found.diff.rstrip()}\n```")
    programs = [("Broken", entry.broken), ("Fixed", entry.fixed)]
    programs += [(f"Alternative: {each.when}", each.program) for each in entry.alternatives]
    for title, program in programs:
        parts.append(f"## {title}")
        parts += [
            f"`{name}`\n\n```rust\n{text.decode(errors='replace').rstrip()}\n```"
            for name, text in program.files().items()
        ]
    return "\n\n".join(parts) + "\n"
