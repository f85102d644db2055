"""What a suggestion of the compiler does, said as an instruction.

rustc's and clippy's help texts are half sentences of many shapes. One that reads as an
instruction is kept; of any other the edit itself says what it does.
"""

import re
from collections.abc import Sequence

from rustmend.domain import TextEdit
from rustmend.sources import Sources

SHORT = 40
LONG = 72
VERBS = frozenset({
    "add", "adjust", "allow", "annotate", "append", "apply", "assign", "avoid", "await", "bind",
    "borrow", "box", "bring", "call", "cast", "change", "check", "choose", "clone", "close",
    "collapse", "collect", "combine", "compare", "constrain", "convert", "copy", "create",
    "declare", "define", "delete", "dereference", "derive", "drop", "elide", "end", "ensure",
    "escape", "extend", "extract", "finish", "flatten", "give", "hoist", "ignore", "implement",
    "import", "indent", "initialize", "inline", "insert", "introduce", "invert", "iterate", "join",
    "keep", "limit", "list", "lower", "make", "map", "mark", "match", "merge", "move", "name",
    "omit", "parenthesize", "pass", "pin", "place", "prefix", "provide", "pull", "put", "qualify",
    "reborrow", "refer", "remove", "rename", "reorder", "replace", "restrict", "restructure",
    "return", "reverse", "rewrite", "separate", "set", "shorten", "simplify", "specify", "split",
    "store", "surround", "swap", "switch", "take", "terminate", "turn", "unwrap", "update", "use",
    "wrap", "write",
})  # fmt: skip
_GERUNDS = {
    "wrapp": "wrap", "swapp": "swap", "dropp": "drop", "splitt": "split", "mapp": "map",
    "pinn": "pin", "cal": "call", "pas": "pass", "putt": "put", "sett": "set", "unwrapp": "unwrap",
}  # fmt: skip
_LEAD = re.compile(
    r"^(?:\W*(?:help|note): |\.{3}(?:or )?|or |alternatively,? |instead,? "
    r"|if (?:this|it|you)\b[^,]*, "
    r"|to (?!\w+`)[^,]*, |for [^,]*, "
    r"|(?:you (?:can|could|might|may|are|probably|should|must|need|want)\b(?: also)?(?: likely)?"
    r"(?: more likely)?(?: have)?(?: (?:want(?:ed)?|need|meant|mean))?(?: to)? )"
    r"|(?:consider|try|perhaps|maybe|just|simply|explicitly|please|further|first|also) )",
    re.I,
)
# where an instruction ends and its reason begins
_TAIL = re.compile(
    r",? but (?:this|there|it)\b.*$|, if (?:this|it|that|you)\b.*$"
    r"|\s+if (?:this is|that is|it is)\b.*$"
    r"|, (?:so|since|because|as)\b.*$|, which\b.*$|; .*$|\.{3}$|[\s:,.]+$"
)
_UNFINISHED = re.compile(
    r"(?:use|write|change|replace|convert|rewrite|remove|add|call|move|put|make|turn|do|return)"
    r"(?: (?:it|this|that|these|them|the following|instead|here|like this))*"
    r"(?: (?:with|to|as|by|into|for|from))?(?: (?:this|the following|instead|like))*",
    re.I,
)


def title(message: str, old: str, new: str, inserted: str) -> str:
    """Return the title of a suggestion that makes ``new`` of the text ``old``.

    ``inserted`` is the one text that it inserts, "" where there are several or it is nothing.
    """
    words = " ".join(message.split())
    while (shorter := _LEAD.sub("", words, count=1)) != words:
        words = shorter
    words = _TAIL.sub("", _TAIL.sub("", words))
    words = _imperative(words)
    first = re.match(r"[\w-]+", words)
    told = first is not None and first[0].lower() in VERBS
    if not told or _UNFINISHED.fullmatch(words):
        return _by_edit(old, new)
    words = words[:1].upper() + words[1:]
    shown = _flat(inserted)
    if shown and len(shown) <= SHORT and shown not in words:
        words += f": `{shown}`"
    return words


def as_past(words: str) -> str:
    """Return the title of what was done before as well."""
    return f"{words} as in a past fix"


def shown_change(edits: Sequence[TextEdit], sources: Sources) -> str:
    """Return what a person changed first, in its line where that is short."""
    first = min(edits)
    source = sources.read(first.span.file) or b""
    start = source.rfind(b"\n", 0, first.span.start) + 1
    end = source.find(b"\n", first.span.end)
    end = len(source) if end < 0 else end
    after = source[start : first.span.start] + first.text.encode() + source[first.span.end : end]
    old, new = source[start:end].decode(errors="replace"), after.decode(errors="replace")
    if "\n" in old + first.text or len(_flat(new)) > LONG:  # the line would not show the change
        old = source[first.span.start : first.span.end].decode(errors="replace")
        new = first.text
    return _by_edit(old, new)


def shown_edits(edits: Sequence[TextEdit], sources: Sources) -> str:
    """Return what edits do, of several the first and how many there are more."""
    edit = min(edits, key=lambda each: len(each.text) + each.span.end - each.span.start)
    if len(edits) == 1 or len({each.text for each in edits}) == 1:
        edit = edits[0]
    source = sources.read(edit.span.file) or b""
    old = source[edit.span.start : edit.span.end].decode(errors="replace")
    words = _by_edit(old, edit.text)
    return words if len(edits) == 1 else f"{words} and {len(edits) - 1} more"


def _imperative(words: str) -> str:
    """Return "use `x`" for "using `x`", and "" for a sentence about using it."""
    found = re.match(r"(\w+?)ing\b(.*)", words, re.S)
    if found is None or found[1].lower() in ("str", "th", "br"):
        return words
    if re.search(r"\b(?:is|are|was|would|makes|can be|will|may be|might be)\b", found[2]):
        return ""
    stem = found[1].lower()
    for verb in (_GERUNDS.get(stem, stem), stem, f"{stem}e"):
        if verb in VERBS:
            return verb + found[2]
    return words


def _by_edit(old: str, new: str) -> str:
    old, new = _flat(old), _flat(new)
    if not new:
        return f"Remove `{_cut(old, SHORT)}`"
    if not old:
        return f"Insert `{_cut(new, LONG)}`"
    if len(old) <= SHORT and len(new) <= SHORT:
        return f"Replace `{old}` with `{new}`"
    return f"Replace with `{_cut(new, LONG)}`"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
