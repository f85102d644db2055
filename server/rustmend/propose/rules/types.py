"""Types as the compiler spells them in its messages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rustmend.domain import Diagnostic

# "expected reference `&str`\n   found struct `String`", and on one line in labels
_PAIR = re.compile(
    r"expected (?:[a-z][\w ,-]*? )?`(?P<expected>[^`]+)`.*?found (?:[a-z][\w ,-]*? )?"
    r"(?:`(?P<found>[^`]+)`|(?P<word>integer|floating-point number))",
    re.S,
)
_WORDED = re.compile(r"expected (integer|floating-point number|`[^`]+`), found (\w[\w -]*|`[^`]+`)")
INTEGERS = frozenset(
    f"{sign}{bits}" for sign in "iu" for bits in ("8", "16", "32", "64", "128", "size")
)
NUMBERS = INTEGERS | {"f32", "f64", "integer", "{integer}", "{float}", "floating-point number"}


@dataclass(frozen=True, slots=True)
class Mismatch:
    """What was expected and what was found; either may be "" where the compiler names none."""

    expected: str
    found: str

    def inner(self) -> "Mismatch | None":
        """Return the mismatch of the first argument of two types with one head."""
        first, second = arguments(self.expected), arguments(self.found)
        if head(self.expected) != head(self.found) or not first or not second:
            return None
        return next((Mismatch(a, b) for a, b in zip(first, second, strict=False) if a != b), None)


def mismatch(diagnostic: Diagnostic, label: str | None = None) -> Mismatch:
    """Return the full types a diagnostic is about; the label's own ones come first if given."""
    texts = [note.message for note in diagnostic.notes if note.message.startswith("expected ")]
    texts += [one.text for one in diagnostic.labels if one.primary]
    texts += [one.text for one in diagnostic.labels]
    best = Mismatch("", "")
    for text in [label, *texts] if label else texts:
        if found := _PAIR.search(text):
            types = Mismatch(clean(found["expected"]), clean(found["found"] or found["word"]))
        elif found := _WORDED.search(text):
            types = Mismatch(clean(found[1].strip("`")), clean(found[2].strip("`")))
        else:
            continue
        # a note leaves out what both types have in common, which a label may name
        if not re.search(r"(?<!\w)_(?!\w)|\.\.\.", f"{types.expected} {types.found}"):
            return types
        best = best if best.expected else types
    return best


def clean(type_: str) -> str:
    """Return a type without lifetimes, module paths and the markers that rustc adds."""
    text = re.sub(r"'\w+\s+|'\w+,\s*|<'\w+>", "", type_)
    text = re.sub(r"\b(?:[a-z_]\w*::)+(?=[A-Z]|[a-z])", "", text)
    return " ".join(text.split())


def head(type_: str) -> str:
    """Return the outermost constructor: ``Option`` of ``Option<u8>``, ``&`` of ``&str``."""
    if type_.startswith("&mut "):
        return "&mut"
    if type_.startswith(("&", "[", "(", "*")):
        return type_[0]
    found = re.match(r"[\w:]+", type_)
    return found[0].split("::")[-1] if found else type_


def arguments(type_: str) -> list[str]:
    """Return the arguments of a generic type, or what a reference refers to."""
    if type_.startswith("&"):
        return [type_.removeprefix("&").removeprefix("mut ")]
    start = type_.find("<")
    if start < 0 or not type_.endswith(">"):
        return []
    return list(listed(type_[start + 1 : -1]))


def parts(type_: str) -> list[str]:
    """Return the types of a tuple's parts, none for any other type."""
    inside = type_[1:-1].strip().removesuffix(",") if type_.startswith("(") else ""
    return list(listed(inside)) if inside and type_.endswith(")") else []


def referent(type_: str) -> str:
    """Return ``type_`` without its outermost reference, "" where it is none."""
    return type_.removeprefix("&").removeprefix("mut ") if type_.startswith("&") else ""


def listed(text: str) -> Iterator[str]:
    """Yield the parts between the commas that stand in no brackets."""
    depth, start = 0, 0
    for position, character in enumerate(text):
        depth += character in "<([{"
        # the arrow of `fn() -> T` closes nothing
        depth -= character in ")]}" or (character == ">" and text[position - 1] != "-")
        if character == "," and depth == 0:
            yield text[start:position].strip()
            start = position + 1
    yield text[start:].strip()
