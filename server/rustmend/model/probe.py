"""Tries an endpoint with a small question of our own: what it is, whether it answers in form."""

import time
from dataclasses import dataclass
from pathlib import Path

from rustmend.domain.text import apply_edits
from rustmend.model.client import ModelClient
from rustmend.model.excerpts import Wanted
from rustmend.model.prompt import ANSWER_SCHEMA, Material, Problem, question
from rustmend.model.reply import ReplyError, Room, anchored, read_reply

_ROOT = Path("/sample")
_FILE = "src/lib.rs"
_CODE = """\
pub fn total(prices: &[u32]) -> u32 {
    prices.iter().sum()
}

pub fn report(prices: Vec<u32>) -> String {
    format!("{}", total(prices))
}
"""
_ERROR = """\
error[E0308]: mismatched types
 --> src/lib.rs:6:25
  |
6 |     format!("{}", total(prices))
  |                   ----- ^^^^^^ expected `&[u32]`, found `Vec<u32>`
  |                   |
  |                   arguments to this function are incorrect
"""


@dataclass(frozen=True, slots=True)
class Probe:
    """What came of a try.

    ``server`` is what serves the model, "" where it does not tell; ``problem`` says in what way the
    answer was not in form, "" where it was. ``seconds`` is how long the answer took.
    """

    server: str
    model: str
    structured: bool
    problem: str
    seconds: float


async def probe(client: ModelClient) -> Probe:
    """Ask for a small edit. Raises ``ModelError`` where no answer comes."""
    server = await client.identify()
    material = Material(
        problems=(Problem(_ERROR),),
        texts={_FILE: _CODE},
        wanted=(Wanted(_FILE, 1, 7, 0),),
        environment="edition 2024",
    )
    structured = client.structured
    started = time.monotonic()
    completion = await client.complete(
        question(material, structured=structured),
        schema=ANSWER_SCHEMA if structured else None,
        schema_name="edits",
    )
    seconds = time.monotonic() - started
    await client.forget(completion)  # the next try is to be one
    return Probe(server, completion.model, client.structured, _problem(completion.text), seconds)


def _problem(answer: str) -> str:
    text = _CODE.encode()
    room = Room(
        _ROOT,
        lambda file: text if file == _ROOT / _FILE else None,
        lambda file: file.is_relative_to(_ROOT),
    )
    try:
        edits = anchored(read_reply(answer), room)
        apply_edits(text, edits)
    except (ReplyError, ValueError) as error:
        return str(error).split("\n")[0]
    return ""
