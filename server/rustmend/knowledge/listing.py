"""``kb/index.jsonl``: what the compiler says of each entry's broken program, one line an entry.

``rustmend kb check --renew-index`` makes the file, so that looking something up needs no rustc.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from rustmend.domain.shown import shown
from rustmend.domain.signature import NORMALISER, Said, normalise
from rustmend.knowledge.prove import Proof

FILE = "index.jsonl"
# rustc puts a type that is too long into a file; its name is another one each time
_SPILLED = "the full name for the type has been written to "


class Line(msgspec.Struct, frozen=True):
    """What ``toolchain`` says of the entry ``id``, in words of version ``normaliser``.

    ``shown`` are the words of the code that it prints.
    """

    id: str
    code: str | None
    toolchain: str
    normaliser: int
    said: tuple[str, ...]
    shown: tuple[str, ...] = ()


def write_listing(kb: Path, proofs: Sequence[Proof]) -> bool:
    """Renew the file of ``kb`` from the proofs of all its entries; return whether it changed.

    It is left alone where another toolchain compiled than the entries'. Raises ``OSError``.
    """
    if any(proof.toolchain != proof.entry.checked_with for proof in proofs):
        return False
    text = listing(proofs)
    file = kb / FILE
    if file.is_file() and file.read_bytes() == text:
        return False
    file.write_bytes(text)
    return True


def listing(proofs: Iterable[Proof]) -> bytes:
    """Return the text of the file: a line for each entry, by id."""
    lines: list[Line] = []
    for proof in proofs:
        mine = [found for found in proof.diagnostics if found.code in proof.entry.codes]
        if mine:
            sentences = normalise(mine[0]).sentences
            said = tuple(each for each in sentences if not each.startswith(_SPILLED))
            code = tuple(sorted(shown(mine[0])))
            lines.append(
                Line(proof.entry.id, mine[0].code, proof.toolchain, NORMALISER, said, code)
            )
    lines.sort(key=lambda line: line.id)
    return b"".join(msgspec.json.encode(line) + b"\n" for line in lines)


def read_listing(kb: Path) -> dict[str, Said]:
    """Return what is known by entry; nothing where there is no such file, or an older one."""
    return {line.id: Said(line.said) for line in _lines(kb)}


def read_shown(kb: Path) -> dict[str, frozenset[str]]:
    """Return the words of the code that the compiler prints, by entry."""
    return {line.id: frozenset(line.shown) for line in _lines(kb)}


def _lines(kb: Path) -> Iterator[Line]:
    try:
        text = (kb / FILE).read_bytes()
    except OSError:
        return
    decoder = msgspec.json.Decoder(Line)
    for raw in text.splitlines():
        try:
            line = decoder.decode(raw)
        except msgspec.MsgspecError:  # written by hand, or half: the rest is still good
            continue
        if line.normaliser == NORMALISER:
            yield line
