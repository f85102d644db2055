"""Diagnostics of programs that are not in kb/: what look-ups are asked in ``retrieval.py``.

Of two kinds. The failing examples in the compiler's own explanations of its codes; and the
programs of kb/ with every name of theirs another one, moved into a module beside other code.
"""

import asyncio
import random
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

import platformdirs

from rustmend.cargo.messages import parse_line
from rustmend.domain import Diagnostic
from rustmend.domain.names import KNOWN
from rustmend.knowledge.entries import Entry
from rustmend.knowledge.prove import Compiler

CACHE = Path(platformdirs.user_cache_dir("rustmend", appauthor=False)) / "kb"
RENAMED = 320  # entries that are tried
NAMES = re.findall(
    r"\w+",
    "parcel route depot driver weight invoice ledger shelf rack bolt valve sensor probe "
    "frame glyph canvas brush layer track chord tempo voice orbit rover panel relay fuse "
    "meter dial",
)
DEFINED = re.compile(
    r"\b(?:fn|struct|enum|union|trait|mod|type|const|static|let|let mut|for|ref|ref mut)\s+"
    r"([A-Za-z_]\w*)|([a-z_]\w*)\s*:(?!:)"
)
KEYWORDS = frozenset(
    re.findall(
        r"\w+",
        "as async await break const continue crate dyn else enum extern false fn for if impl "
        "in let loop match mod move mut pub ref return self Self static struct super trait "
        "true type union unsafe use where while main std core alloc",
    )
)
NEIGHBOUR = """
pub mod beside {
    pub struct Neighbour { pub name: String }
    pub fn greet(one: &Neighbour) -> usize { one.name.len() }
}
"""


def ask(entries: Sequence[Entry]) -> list[tuple[str, Diagnostic, Entry | None]]:
    """Return codes and diagnostics; of a renamed program with the entry it was made from."""
    return asyncio.run(_ask(entries))


async def _ask(entries: Sequence[Entry]) -> list[tuple[str, Diagnostic, Entry | None]]:
    compiler = await Compiler.start(2, CACHE)
    found = [(code, one, None) for code, one in await _explained(compiler)]
    return [*found, *await _renamed(compiler, entries)]


async def _explained(compiler: Compiler) -> list[tuple[str, Diagnostic]]:
    found: list[tuple[str, Diagnostic]] = []

    async def one(code: str) -> None:
        text = subprocess.run(["rustc", "--explain", code], capture_output=True, text=True).stdout
        for block in re.findall(r"```[^\n]*\n(.*?)```", text, re.DOTALL):
            if "feature(" in block:
                continue
            program = block if "fn main" in block else f"fn main() {{\n{block}\n}}\n"
            first = await _first_error(compiler, program, "2021", True)
            if first is not None and first.code == code:
                found.append((code, first))

    await asyncio.gather(*(one(f"E{number:04}") for number in range(1, 810)))
    return sorted(found, key=lambda pair: (pair[0], pair[1].message))


async def _renamed(
    compiler: Compiler, entries: Sequence[Entry]
) -> list[tuple[str, Diagnostic, Entry | None]]:
    dice = random.Random(5)
    errors = [entry for entry in entries if not entry.is_lint and entry.code]
    chosen = dice.sample(errors, min(RENAMED, len(errors)))
    found: list[tuple[str, Diagnostic, Entry | None]] = []

    async def one(entry: Entry) -> None:
        files = entry.broken.files()
        if len(files) > 1:
            return
        text = renamed(next(iter(files.values())).decode(), dice)
        is_program = entry.is_program(files)
        # in a program's root, for inner attributes and `crate::` mean the root
        first = await _first_error(compiler, text + NEIGHBOUR, entry.edition, is_program)
        if first is not None and first.code in entry.codes and first.code:
            found.append((first.code, first, entry))

    await asyncio.gather(*map(one, chosen))
    return sorted(found, key=lambda each: (each[0], each[1].message))


def renamed(text: str, dice: random.Random) -> str:
    """Return a program with the names that it defines replaced, each everywhere."""
    names = {name for pair in DEFINED.findall(text) for name in pair if name}
    names = {n for n in names if n not in KEYWORDS and n not in KNOWN and not n.startswith("_")}
    pool = NAMES * (1 + len(names) // len(NAMES))
    fresh = {}
    for number, name in enumerate(sorted(names)):
        word = f"{dice.choice(pool)}{number}"
        word = word.capitalize() if name[0].isupper() and not name.isupper() else word
        fresh[name] = word.upper() if name.isupper() and len(name) > 1 else word
    return re.sub(r"(?<!['\w])[A-Za-z_]\w*", lambda found: fresh.get(found[0], found[0]), text)


async def _first_error(
    compiler: Compiler, text: str, edition: str, program: bool
) -> Diagnostic | None:
    lines = await compiler.check({"example.rs": text.encode()}, edition, program)
    said = [parse_line(line, base=Path("/example")) for line in lines]
    return next((one for one in said if isinstance(one, Diagnostic) and one.is_error), None)
