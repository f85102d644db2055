"""The code blocks of an answer: found, compiled, and marked as compiled or not.

Nothing is run: rustc only checks (``--emit=metadata``), without build scripts and macros of others.
"""

import asyncio
import json
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rustmend.errors import RustmendError
from rustmend.process import Finished, run

if TYPE_CHECKING:
    from rustmend.coder.sandbox import Ran, Sandbox

_FENCE = re.compile(r"^(?P<indent> {0,3})(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^`\n]*)$")
# words of an info string as rustdoc knows them; a block that says so is no program
_NOT_MEANT = frozenset({"ignore", "text", "compile_fail", "console", "diff"})
_EDITION = "2024"
_SECONDS = 30.0
_MOST_BLOCKS = 12
_MAIN = re.compile(r"\bfn\s+main\s*\(")
_READS = re.compile(r"\binclude(?:_str|_bytes)?\b|\b(?:option_)?env\s*!|\bpath\s*=|\bmod\s+\w+\s*;")
_ITEM_ERRORS = re.compile(r"expected item|expected one of `!` or `::`|`let` cannot be used")
_CRATE = re.compile(r"(?:unresolved import|use of unresolved module or unlinked crate) `(\w+)`")


@dataclass(frozen=True, slots=True)
class Block:
    """A block of code in an answer.

    ``compiled`` says that rustc took it, None where it was not asked; ``note`` says how, or why it
    did not. ``first`` and ``line`` are the 0-based lines of its fences.
    """

    language: str
    text: str
    first: int
    line: int
    compiled: bool | None = None
    note: str = ""

    @property
    def mark(self) -> str:
        """What is written under the block."""
        if self.compiled is None:
            return ""
        return f"*✓ {self.note}*" if self.compiled else f"*✗ {self.note}*"


def blocks_of(markdown: str) -> list[Block]:
    """Return the fenced blocks of a text."""
    return list(_blocks(markdown))


async def checked(
    markdown: str,
    *,
    sandbox: "Sandbox | None" = None,
    on_progress: Callable[[str], None] | None = None,
) -> list[Block]:
    """Return the blocks of a text, the Rust ones compiled, in the ``sandbox`` where there is one.

    Without one, what reads files or variables while it is compiled is left out: the compiler's
    words, which go into the answer and back to a model, would tell what is in them.
    """
    found = blocks_of(markdown)
    rust = [each for each in found if _is_rust(each)][:_MOST_BLOCKS]
    if rust and on_progress:
        on_progress(f"compiling {len(rust)} blocks of code")
    with tempfile.TemporaryDirectory(prefix="rustmend-answer-") as name:
        folder = Path(name)
        done = {id(each): await _compiled(each, folder, sandbox) for each in rust}
    return [done.get(id(each), each) for each in found]


def marked(markdown: str, blocks: Sequence[Block]) -> str:
    """Return the text with each block's mark under it."""
    lines = markdown.split("\n")
    for block in sorted(blocks, key=lambda each: -each.line):
        if block.mark:
            lines[block.line + 1 : block.line + 1] = ["", block.mark]
    return "\n".join(lines)


def outside(markdown: str, blocks: Sequence[Block], change: Callable[[str], str]) -> str:
    """Return the text with ``change`` made to every line that is in no block."""
    lines = markdown.split("\n")
    inside = {n for block in blocks for n in range(block.first, block.line + 1)}
    changed = (line if n in inside else change(line) for n, line in enumerate(lines))
    return "\n".join(changed)


def _blocks(markdown: str) -> Iterator[Block]:
    opened: re.Match[str] | None = None
    kept: list[str] = []
    first = number = 0
    for number, line in enumerate(markdown.split("\n")):
        found = _FENCE.match(line)
        if opened is None:
            if found:
                opened, kept, first = found, [], number
        elif found and not found["info"].strip() and found["fence"].startswith(opened["fence"]):
            yield Block(opened["info"].strip(), "\n".join(kept) + "\n", first, number)
            opened = None
        else:
            kept.append(line)
    if opened is not None:  # an answer that was cut off
        yield Block(opened["info"].strip(), "\n".join(kept) + "\n", first, number)


def _is_rust(block: Block) -> bool:
    words = re.split(r"[\s,]+", block.language.lower())
    return words[0] in ("rust", "rs") and _NOT_MEANT.isdisjoint(words) and bool(block.text.strip())


async def _compiled(block: Block, folder: Path, sandbox: "Sandbox | None") -> Block:
    """Compile a block as it is, and as rustdoc would: as the body of a function."""
    if sandbox is None and _READS.search(block.text):
        note = "not compiled: it reads files or variables of this machine"
        return replace(block, compiled=False, note=note)
    forms = [("", block.text)]
    if not _MAIN.search(block.text):
        body = "\n".join(f"    {line}" for line in block.text.splitlines())
        forms.append((
            " as the body of a function",
            "fn main() -> Result<(), Box<dyn std::error::Error>> {\n"
            f"{body}\n    #[allow(unreachable_code)]\n    Ok(())\n}}\n"
            if re.search(r"\?[;.)\s]", block.text)
            else f"fn main() {{\n{body}\n}}\n",
        ))  # fmt: skip
    first = ""
    for how, text in forms:
        try:
            error = await _error(text, folder, sandbox)
        except RustmendError as failure:
            return replace(block, compiled=False, note=f"not compiled: {failure}")
        if not error:
            return replace(block, compiled=True, note=f"compiled{how}, with {await _version()}")
        if not first or _ITEM_ERRORS.search(first):
            first = error
    if crate := _CRATE.search(first):
        note = f"not compiled: it needs the crate `{crate[1]}`"
        return replace(block, compiled=False, note=note)
    return replace(block, compiled=False, note=f"does not compile: {first}")


async def _error(text: str, folder: Path, sandbox: "Sandbox | None") -> str:
    """Return the first error in a line, "" where it compiles. Raises ``RustmendError``."""
    kind = "bin" if _MAIN.search(text) else "lib"
    words = [
        *("rustc", "--edition", _EDITION, "--crate-type", kind, "--emit", "metadata"),
        *("--error-format", "json", "--cap-lints", "allow", "--out-dir"),
    ]
    done: Finished | Ran
    if sandbox:
        sandbox.lay({sandbox.root / "answer.rs": text.encode()})
        done = await sandbox.run([*words, ".", "answer.rs"], seconds=_SECONDS)
    else:
        file = folder / "answer.rs"
        await asyncio.to_thread(file.write_text, text)
        done = await run([*words, str(folder), str(file)], cwd=folder, timeout=_SECONDS)
    if done.returncode == 0:
        return ""
    for line in done.stderr.splitlines():
        try:
            said = json.loads(line)
        except ValueError:
            continue
        if said.get("level") == "error":
            code = (said.get("code") or {}).get("code")
            at = next((f" (line {s['line_start']})" for s in said["spans"] if s["is_primary"]), "")
            return f"{f'{code}: ' if code else ''}{said['message']}{at}"
    return "rustc does not say why"


async def _version() -> str:
    if not _versions:
        done = await run(["rustc", "--version"], timeout=_SECONDS)
        _versions.append(" ".join(done.stdout.split()[:2]) or "rustc")
    return _versions[0]


_versions: list[str] = []
