"""``rustmend kb embed``: the dense model fetched if asked to, and its vectors made."""

import asyncio

from rustmend.commands import output
from rustmend.errors import UsageError
from rustmend.wiring import knowledge


async def embed(*, download: bool, as_json: bool) -> int:
    """Make the missing vectors, with progress."""
    known = knowledge()
    with output.progress(quiet=as_json) as tell:
        tell("fetching the model" if download else "loading the model")
        meanings = await asyncio.to_thread(known.open_meanings, download=download)
        if meanings is None:
            raise UsageError(
                "no dense model is configured: set embedding.model (such as"
                " BAAI/bge-small-en-v1.5) or embedding.path"
            )

        def say(done: int, count: int) -> bool:
            tell(f"{done:,} of {count:,}")
            return True

        made = await asyncio.to_thread(known.embed, say)
        known.journal.complain()
    kept = known.meanings
    if as_json:
        record = {"model": meanings.name, "size": meanings.size, "made": made}
        output.print_json({**record, "kept": len(kept) if kept else 0})
    else:
        words = f"{made:,} vectors made, {len(kept) if kept else 0:,} kept for {meanings.name}"
        output.console().print(words, markup=False, highlight=False)
    return 0
