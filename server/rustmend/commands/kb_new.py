"""``rustmend kb new``: start an entry or a task with files to fill."""

from pathlib import Path

import rustmend
from rustmend.commands import output
from rustmend.config import load
from rustmend.errors import UsageError
from rustmend.knowledge.draft import free_slug, start_entry, start_task
from rustmend.knowledge.entries import find_kb
from rustmend.knowledge.prove import Compiler


async def new(*, what: str, slug: str | None, task: bool, as_json: bool) -> int:
    """Make the folder and say what comes next."""
    settings, _ = load(workspace=Path.cwd())
    kb = find_kb(settings.kb_path)
    if kb == Path(rustmend.__file__).parent / "_kb":
        raise UsageError(
            f"{kb} belongs to the installed program: name a checkout's kb/ "
            "with the setting kb.path (RUSTMEND_KB_PATH)"
        )
    if task and slug:
        raise UsageError("a task has a slug and no code: rustmend kb new --task SLUG")
    release = (await Compiler.start(1, None)).release
    if task:
        folder = start_task(kb, what, release)
    else:
        folder = start_entry(kb, what, slug or free_slug(kb, what), release)
    name = "/".join(folder.parts[-2:])
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    if as_json:
        output.print_json(
            {"id": name, "folder": str(folder), "files": [str(file) for file in files]}
        )
        return 0
    console = output.console()
    for file in files:
        console.print(str(file), markup=False, highlight=False)
    console.print(f"Fill these, then: rustmend kb check {name}", markup=False, highlight=False)
    return 0
