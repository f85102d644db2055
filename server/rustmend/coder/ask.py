"""Answer a question about Rust from what is known, naming the sources; with a model, in its words.

An answer never shows code without saying whether it compiles.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rustmend.coder.library import Source, consult
from rustmend.coder.snippets import Block, blocks_of, checked, marked, outside
from rustmend.errors import UsageError
from rustmend.model.failures import ModelError

if TYPE_CHECKING:
    from rustmend.coder.sandbox import Sandbox
    from rustmend.model.client import Completion, ModelClient
    from rustmend.wiring import Knowledge

Tell = Callable[[str], None]

_LONGEST_QUESTION = 20_000
# characters of sources that a model gets to read, and of each
_ROOM, _ROOM_EACH = 24_000, 7_000
# how often a model may mend the code of its answer
_SECOND_CHANCES = 2
# sources that are named beside the first in an answer without a model
_OTHERS = 3
_CITED = re.compile(r" ?\[((E\d{4}|[a-z_]+)/[A-Za-z0-9_-]+)\](?!\()")
# what is called so is an id of ours, and an invented one if it is unknown
_OURS = re.compile(r"E\d{4}|tasks|rustc|none")
# what looks like our own mark is not the model's to set
_MARK = re.compile(r"^\*?[✓✗].*$", re.MULTILINE)

_SYSTEM = """\
You answer questions about Rust for programmers, in Markdown, in plain words, to the point.
Rest your answer on the sources that you are given, where they speak of the question, and cite each
that you use by its id in square brackets, such as [E0502/push-while-iterating]. Cite nothing else.
Where the sources do not answer the question, answer from what you know and say so.
Every block of Rust code (```rust) is compiled before it is shown: write complete programs or items
with their `use` lines, edition 2024. Mark code that is meant to fail as ```rust,compile_fail and a
fragment with `…` as ```text."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: ``text`` is Markdown with a mark under each block of code.

    ``sources`` is what it rests on; ``cited`` are the ids that it names itself. ``model`` is who
    worded it, "" where nobody did. ``note`` says how it came to be.
    """

    question: str
    text: str
    sources: tuple[Source, ...]
    blocks: tuple[Block, ...] = ()
    cited: tuple[str, ...] = ()
    model: str = ""
    note: str = ""

    @property
    def found(self) -> bool:
        """Whether there is an answer."""
        return bool(self.text)

    def markdown(self) -> str:
        """Return the whole of it, with the note and the sources."""
        parts = [self.text]
        if self.note:
            parts.append(f"*{self.note}*")
        if self.sources:
            listed = "\n".join(f"- `{each.id}`: {each.title}" for each in self.sources)
            parts.append(f"**Sources**\n\n{listed}")
        return "\n\n".join(parts)


async def ask(
    question: str,
    knowledge: "Knowledge",
    model: "ModelClient | None" = None,
    *,
    sandbox: "Sandbox | None" = None,
    on_progress: Tell | None = None,
) -> Answer:
    """Return the answer to ``question``. Raises ``UsageError`` where that is none.

    What a model writes is compiled in the ``sandbox`` where there is one.
    """
    tell = on_progress or (lambda _: None)
    question = question.strip()
    if not question:
        raise UsageError('ask a question, such as: rustmend ask "how do I read a file by lines"')
    if len(question) > _LONGEST_QUESTION:
        raise UsageError(f"a question has at most {_LONGEST_QUESTION} characters")
    tell("looking up")
    sources = await consult(question, knowledge)
    if model is None:
        return await _best_of(question, sources, tell)
    try:
        return await _worded(question, sources, model, sandbox, tell)
    except ModelError as error:
        note = f"{model.name} gave no answer: {error}. This is what the knowledge base says."
        return replace(await _best_of(question, sources, tell), note=note)


async def _best_of(question: str, sources: Sequence[Source], tell: Tell) -> Answer:
    """Return the best source as the answer, and name the next ones; no answer without sources."""
    if not sources:
        return Answer(question, "", ())
    best = sources[0]
    text = f"## {best.title}\n\n{best.text}"
    if best.kind == "rustc":
        blocks = await checked(text, on_progress=tell)
    else:
        blocks = [_proven(each, best) for each in blocks_of(text)]
    kept = tuple(sources[: 1 + _OTHERS])
    return Answer(question, marked(text, blocks), kept, tuple(blocks), (best.id,))


def _proven(block: Block, source: Source) -> Block:
    """Return a block of a curated task as compiled: the tests of the knowledge base do it."""
    if source.kind != "task" or block.language != "rust":
        return block
    return replace(
        block, compiled=True, note=f"compiled and tested with rustc {source.checked_with}"
    )


async def _worded(
    question: str,
    sources: Sequence[Source],
    model: "ModelClient",
    sandbox: "Sandbox | None",
    tell: Tell,
) -> Answer:
    from rustmend.model.message import Message

    messages = [Message("system", _SYSTEM), Message("user", _prompt(question, sources))]
    tell(f"asking {model.name}")
    text = _plain(await model.complete(messages))
    blocks = await checked(text, sandbox=sandbox, on_progress=tell)
    for _ in range(_SECOND_CHANCES):
        broken = [each for each in blocks if each.compiled is False]
        if not broken:
            break
        tell(f"{len(broken)} of the blocks do not compile; asking {model.name} again")
        messages += [Message("assistant", text), Message("user", _complaint(broken))]
        try:
            again = _plain(await model.complete(messages))
        except ModelError:
            break  # the first answer stands, with its marks
        retried = await checked(again, sandbox=sandbox, on_progress=tell)
        if sum(each.compiled is False for each in retried) < len(broken) and retried:
            text, blocks = again, retried
    return _answer(question, sources, text, blocks, model.name)


def _answer(
    question: str, sources: Sequence[Source], text: str, blocks: list[Block], model: str
) -> Answer:
    """Return a model's answer; ids that it made up are taken out."""
    known = {each.id: each for each in sources}
    cited: dict[str, None] = {}

    def kept(found: re.Match[str]) -> str:
        if found[1] in known:
            cited[found[1]] = None
            return found[0]
        return "" if _OURS.fullmatch(found[2]) else found[0]

    def checked_line(line: str) -> str:
        return _CITED.sub(kept, line)

    text = marked(outside(text, blocks, checked_line), blocks)
    note = f"Worded by {model}."
    if not sources:
        note = f"The knowledge base says nothing about this; {model} answers alone."
    elif not cited:
        note = f"Worded by {model}, which names no source; these were at hand."
    first = [known[name] for name in cited]
    return Answer(
        question,
        text,
        tuple(first or sources[: 1 + _OTHERS]),
        tuple(blocks),
        tuple(cited),
        model,
        note,
    )


def _plain(completion: "Completion") -> str:
    """Return the answer without marks that only we may set."""
    text = completion.text.strip()
    return outside(text, blocks_of(text), lambda line: _MARK.sub("", line))


def _prompt(question: str, sources: Sequence[Source]) -> str:
    parts, room = [], _ROOM
    for each in sources:
        text = each.text[: min(room, _ROOM_EACH)]
        room -= len(text)
        if not text:
            break
        parts.append(f'<source id="{each.id}" title="{each.title}">\n{text}\n</source>')
    given = "\n\n".join(parts) or "There is no source about this."
    return f"{given}\n\nQuestion: {question}"


def _complaint(broken: Sequence[Block]) -> str:
    lines = [f"```rust\n{each.text.rstrip()}\n```\n{each.note}" for each in broken]
    return (
        "rustc does not take these blocks of your answer:\n\n" + "\n\n".join(lines) + "\n\n"
        "Write the whole answer again with code that compiles, with the standard library alone "
        "where that will do. Keep the citations."
    )
