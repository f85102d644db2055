"""What a diagnostic says, apart from the names of the program it is about.

Two programs with one mistake get one text: what every Rust program shares is kept, the
user's names become ``id`` and ``TY``, and neighbours are joined to pairs, so that word
order counts in a bag of words. The forms were chosen by how well they find again.
"""

import hashlib
import re
from dataclasses import dataclass
from itertools import pairwise

from rustmend.domain.diagnostic import Diagnostic
from rustmend.domain.names import KNOWN

# raise it whenever the text of some diagnostic changes: what is kept elsewhere is then made anew
NORMALISER = 1

CODE = re.compile(r"`([^`\n]*)`")
TOKEN = re.compile(
    r"(?P<path>\"[^\"\s]*[./][^\"\s]*\")"
    r"|(?P<closure>\{(?:async )?(?:closure|coroutine|block|fn item|fn body)[^}]*\})"
    r"|(?P<refmut>&\s*(?:'\w+\s+)?mut\b)|(?P<ref>&)|(?P<lifetime>'\w+\b(?!'))"
    r"|(?P<text>\"[^\"]*\"|'(?:\\.|[^'\\])')"
    r"|(?P<number>\d[\d_]*(?:\.\d+)?)(?P<suffix>[iuf](?:8|16|32|64|128|size))?"
    r"|(?P<unit>\(\))|(?P<arrow>->)|(?P<fat>=>)|(?P<path_sep>::)"
    r"|(?P<name>[A-Za-z_]\w*)|(?P<mark>[^\s\w])"
)
WORD = re.compile(r"[A-Za-z_]\w*|\d+")
# marks that tell types apart; others count only where a fragment holds nothing else
MARKS = {"*": "deref", "[": "bracket", "!": "bang", "?": "question", "+": "plus"}
ALONE = {
    ";": "semicolon", ",": "comma", ".": "dot", ":": "colon", "{": "brace", "}": "endbrace",
    "(": "paren", ")": "endparen", "]": "endbracket", "<": "less", ">": "greater", "=": "equals",
    "-": "minus", "/": "slash", "|": "bar", "#": "hash", "@": "at", "'": "quote", '"': "quotes",
    "^": "caret",
    "%": "percent", "~": "tilde", "$": "dollar", "\\": "backslash",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """What a diagnostic says: its sentences, each as normalised words parted by blanks."""

    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        """The text for look-up: all words, then all pairs of neighbours, parted by blanks."""
        said = [sentence.split(" ") for sentence in self.sentences]
        pairs = [f"{one}~{two}" for sentence in said for one, two in pairwise(sentence)]
        return " ".join([*self.sentences, *pairs])

    @property
    def signature(self) -> str:
        """A short hash; diagnostics that say the same in the same order share it.

        The code is left out: it changes between toolchains while the words stay.
        """
        return hashlib.sha256("\n".join(self.sentences).encode()).hexdigest()[:16]


def normalise(diagnostic: Diagnostic) -> Said:
    """Return the message, the labels (primary ones first), the notes, the suggestions' messages."""
    labels = sorted(diagnostic.labels, key=lambda label: (not label.primary, label.text))
    texts = [
        diagnostic.message,
        *(label.text for label in labels),
        *(note.message for note in diagnostic.notes),
        *dict.fromkeys(suggestion.message for suggestion in diagnostic.suggestions),
    ]
    sentences = (" ".join(words(text)) for text in texts)
    return Said(tuple(sentence for sentence in sentences if sentence))


def words(text: str) -> list[str]:
    """Return the normalised words of one sentence of the compiler's, or of a question."""
    found: list[str] = []
    for place, piece in enumerate(CODE.split(text)):
        if place % 2:
            found += _code(piece)
        else:
            found += ["num" if word.isdigit() else word.lower() for word in WORD.findall(piece)]
    return found


def _code(text: str) -> list[str]:
    """Return the normalised tokens of a fragment of code."""
    tokens: list[str] = []
    for token in TOKEN.finditer(text):
        tokens += _token(token.lastgroup or "", token[0], token)
    if not tokens and text.strip():
        return [MARKS.get(mark) or ALONE.get(mark, "mark") for mark in text if not mark.isspace()]
    return tokens


def _token(kind: str, text: str, token: re.Match[str]) -> list[str]:
    match kind:
        case "name":
            return [_name(text)]
        case "number" | "suffix":
            return ["num", *([token["suffix"]] if token["suffix"] else [])]
        case "lifetime":
            return ["static" if text == "'static" else "lt"]
        case "mark":
            return [MARKS[text]] if text in MARKS else []
        case "path_sep":
            return []
        case _:
            return [kind]


def _name(name: str) -> str:
    if name in KNOWN:
        return name
    if name == "_":
        return "hole"
    return "TY" if name[0].isupper() and (len(name) == 1 or not name.isupper()) else "id"
