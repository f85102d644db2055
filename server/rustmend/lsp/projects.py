"""New projects from a description. All of it runs in the worker's thread."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Tell = Callable[[str], None]

# what an editor shows first of a new project
_FIRST = ("src/main.rs", "src/lib.rs", "Cargo.toml")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: ``first`` is the file to show, None where nothing was written."""

    message: str
    first: Path | None
    details: str


async def make(
    flags: dict[str, Any],
    place: Path,
    *,
    description: str,
    requirements: str,
    folder: Path,
    tell: Tell,
) -> Outcome:
    """Make a project in ``folder``, new or empty, if it comes right. Raises ``RustmendError``."""
    from rustmend.coder.deliver import generate_into
    from rustmend.config import load
    from rustmend.wiring import Knowledge, model_client

    settings, _ = load(flags, workspace=place)
    done = await generate_into(
        folder,
        description,
        requirements,
        settings=settings,
        knowledge=Knowledge.of(settings),
        model=model_client(settings),
        on_progress=tell,
    )
    files = done.project.files if done.project else {}
    if done.success:
        first = next(name for name in (*_FIRST, *files) if name in files)
        return Outcome(done.message, folder / first, "")
    said = [done.message]
    if done.build and done.build.build_output:
        said.append(f"```text\n{done.build.build_output.rstrip()}\n```")
    if done.build and done.build.test_output:
        said.append(f"```text\n{done.build.test_output.rstrip()}\n```")
    return Outcome(done.message.partition("\n")[0], None, "\n\n".join(said))
