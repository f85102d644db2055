"""Texts as sparse vectors: BM25 with nothing to download and nothing to import.

The index multiplies by the rarity of each word (IDF); here only the frequency within the
text is weighed. It finds as well as the encoders of ``qdrant-edge`` and ``fastembed``
on the same words, and is the same on every engine.
"""

import re
import zlib
from collections import Counter
from dataclasses import dataclass

# the usual constants of BM25
SATURATION = 1.2
LENGTH_WEIGHT = 0.75
# words and pairs in what a diagnostic says, and words in an entry's prose, as measured over kb/
USUAL_LENGTH = 90
PROSE_LENGTH = 110

WORD = re.compile(r"[a-z0-9_']+(?:::[a-z0-9_]+)*|&mut|[&*?]")
ENDINGS = re.compile(r"(?<=\w{3})(?:ing|ed|es|s|e)$")
# what people call it, and what it is called here; both without their endings
CALLED = {
    "vec": "vector", "array": "vector", "int": "integer", "str": "string", "char": "character",
    "func": "function", "arg": "argument", "dir": "folder", "directory": "folder",
    "directori": "folder", "dict": "hashmap", "dictionary": "hashmap", "env": "environment",
    "delet": "remov", "eras": "remov", "biggest": "largest", "concat": "join",
    "concatenat": "join", "cast": "convert", "transform": "convert", "len": "length",
    "sav": "writ", "stor": "writ", "alphabetical": "sort", "order": "sort", "url": "http",
    "download": "http", "fetch": "http", "website": "web", "webpag": "web", "cli": "command",
    "regexp": "regex", "exception": "error", "interfac": "trait", "class": "struct",
    "lambda": "closur", "callback": "closur", "global": "static", "const": "constant",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sparse:
    """The dimensions that are not zero, and their values."""

    indices: list[int]
    values: list[float]


def document(text: str, usual_length: int = USUAL_LENGTH) -> Sparse:
    """Return the vector of a text to be found; its words are parted by blanks."""
    counts = Counter(text.split(" "))
    length = LENGTH_WEIGHT * counts.total() / usual_length
    base = SATURATION * (1 - LENGTH_WEIGHT + length)
    return Sparse(
        [zlib.crc32(word.encode()) for word in counts],
        [count * (SATURATION + 1) / (count + base) for count in counts.values()],
    )


def query(text: str) -> Sparse:
    """Return the vector of a text to find with."""
    found = dict.fromkeys(zlib.crc32(word.encode()) for word in text.split(" "))
    return Sparse(list(found), [1.0] * len(found))


def prose(text: str) -> str:
    """Return what people write as words to be compared: lower case, without their endings.

    What goes by several names gets one.
    """
    words = (ENDINGS.sub("", word) for word in WORD.findall(text.lower()))
    return " ".join(CALLED.get(word, word) for word in words)
