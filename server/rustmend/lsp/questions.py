"""Questions of the user's, answered in words. All of it runs in the worker's thread."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Tell = Callable[[str], None]

NOTHING = "nothing in the knowledge base speaks of this"


async def answer(flags: dict[str, Any], folder: Path, question: str, tell: Tell) -> str:
    """Return the answer as Markdown, ``""`` where nothing is known. Raises ``RustmendError``."""
    from rustmend.coder.ask import ask
    from rustmend.config import load
    from rustmend.wiring import Knowledge, model_client

    settings, _ = load(flags, workspace=folder)
    model = model_client(settings)
    found = await ask(question, Knowledge.of(settings), model, on_progress=tell)
    return f"# {question}\n\n{found.markdown()}" if found.found else ""
