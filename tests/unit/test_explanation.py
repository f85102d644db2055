"""What is said about an error in plain words, from the compiler's own labels."""

import re
from pathlib import Path

import pytest

from rustmend.domain import Diagnostic, Label, Level, Note, Snapshot, Span
from rustmend.explanation import Explanation, Precedent, plain_words
from rustmend.sources import Sources

FILE = Path("/w/src/main.rs")
STORIES = {
    "moved": (
        "E0382",
        "borrow of moved value: `é`",
        "let é = f();\n«value moved here|takes(é)»;\n«!value borrowed here after move|é»;",
        "`é` is given away at line 2 (`takes(é)`) and used again at line 3 (`é`).",
    ),
    "moved in a loop": (
        "E0382",
        "use of moved value: `v`",
        "loop {\n    «!value moved here, in previous iteration of loop|v»;\n}",
        "`v` is given away at line 2 (`v`), and the loop comes there again.",
    ),
    "borrowed": (
        "E0502",
        "cannot borrow `v` as mutable because it is also borrowed as immutable",
        "let f = «immutable borrow occurs here|&v»;\n«!mutable borrow occurs here|v.push(1)»;\n"
        "«immutable borrow later used here|f»;",
        "`v` is borrowed at line 1 (`&v`), and that borrow is still needed at line 3 (`f`). "
        "Meanwhile, line 2 (`v.push(1)`) needs it for itself.",
    ),
    "borrowed twice": (
        "E0499",
        "cannot borrow `s` as mutable more than once at a time",
        "let a = «first mutable borrow occurs here|&mut s»;\n"
        "let b = «!second mutable borrow occurs here|&mut s»;\n«first borrow later used here|a»;",
        "`s` is borrowed at line 1 (`&mut s`), and that borrow is still needed at line 3 (`a`). "
        "Meanwhile, line 2 (`&mut s`) needs it for itself.",
    ),
    "outlived": (
        "E0597",
        "`s` does not live long enough",
        "r = «!borrowed value does not live long enough|&s»;\n"
        "«`s` dropped here while still borrowed|}»\n«borrow later used here|r»;",
        "`s` is borrowed at line 1 (`&s`) and ends at line 2 (`}`), "
        "but the borrow is needed at line 3 (`r`).",
    ),
    "types": (
        "E0308",
        "mismatched types",
        "fn f() -> «expected `Option<String>` because of return type|Option<String>» {\n"
        "    «!expected `Option<String>`, found `String`|name»\n}",
        "Line 2 (`name`) has the type `String`, and `Option<String>` is needed there. "
        "Expected `Option<String>` because of return type: line 1 (`Option<String>`).",
    ),
    "trait": (
        "E0277",
        "`P` doesn't implement `Display`",
        "show(«!the trait `Display` is not implemented for `P`|P»);",
        "`P` does not implement `Display`, and line 1 (`P`) needs it.",
    ),
    "anything else": (
        "E0599",
        "no method named `foo` found for type `i32`",
        "x.«!method not found in `i32`|foo»();",
        "- line 1 (`foo`): method not found in `i32`",
    ),
}


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_story_in_plain_words(story):
    code, message, marked, expected = story
    text, labels = _labels(marked)
    notes = (Note("note", "move occurs because `é` has type `String`, which does not implement "
                  "the `Copy` trait"),) if code == "E0382" and "é" in message else ()  # fmt: skip
    told = plain_words(
        Diagnostic(code, Level.ERROR, message, labels, notes), Sources(Snapshot({FILE: text}))
    )
    assert told.startswith(expected)
    if notes:
        assert told.endswith("Its type `String` is not `Copy`, so giving it away moves it.")


def test_sections_fold_where_the_reader_can():
    made = Explanation("**E1** x", "here", "about", (Precedent("E1/a", "Lend it", "-a\n+b\n"),))
    assert made.markdown().count("---\n") == 1
    assert "```diff\n-a\n+b\n```" in made.markdown()
    assert made.markdown(folds=True).count("<details>") == 2


def _labels(marked: str) -> tuple[bytes, tuple[Label, ...]]:
    """Take ``«label|code»`` out of a text; a ``!`` before the label makes it primary."""
    text, labels = b"", []
    for plain, primary, words, code in re.findall(r"([^«]*)(?:«(!?)([^|]*)\|([^»]*)»)?", marked):
        start = len(text) + len(plain.encode())
        text += plain.encode() + code.encode()
        if words:
            labels.append(Label(Span(FILE, start, len(text)), words, bool(primary)))
    return text, tuple(labels)
