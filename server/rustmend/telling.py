"""An error explained by a model, in the words of this code; only when somebody asks for it."""

import asyncio
from collections.abc import Callable

from rustmend.domain import Diagnostic
from rustmend.model.client import ModelClient
from rustmend.model.prompt import explanation_question
from rustmend.propose import Context
from rustmend.propose.model import Precedents, for_errors


async def told(
    diagnostic: Diagnostic,
    context: Context,
    client: ModelClient,
    precedents: Precedents,
    on_text: Callable[[str], None] | None = None,
) -> str:
    """Return the model's explanation of ``diagnostic`` as Markdown. Raises ``ModelError``.

    It is a model's word: no compiler has checked it.
    """
    material, _ = await asyncio.to_thread(for_errors, [diagnostic], context, precedents, diagnostic)
    answer = await client.complete(explanation_question(material), on_text=on_text)
    return f"**In the words of {client.name}** (not checked by the compiler)\n\n{answer.text}"
