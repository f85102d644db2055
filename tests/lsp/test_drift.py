"""Which edits a fix outlives."""

from pathlib import Path

import pytest

from rustmend.domain import Span
from rustmend.domain.text import apply_edits
from rustmend.lsp.drift import drift, item_around
from rustmend.lsp.outline import outline

FILE = Path("/w/src/lib.rs")
TEXT = """use std::fmt;

/// Says hello.
#[derive(Debug)]
pub struct Greeter {
    name: String,
}

impl Greeter {
    pub fn new(name: &str) -> Self {
        Self { name: name.to_string() }
    }

    pub fn greet(&self) -> String {
        let é = "🦀";
        format!("{é} {}", self.name)
    }
}

const LIMIT: usize = 3;
const HELP: &str = "one

two";

fn helper() -> usize {
    fn inner() -> usize {
        1
    }
    use std::mem;
    mem::size_of::<u8>() + inner()
}
""".encode()


def moved(old, new):
    assert TEXT.count(old.encode()) == 1
    return drift(FILE, TEXT, TEXT.replace(old.encode(), new.encode()), outline(TEXT))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('let é = "🦀";', 'let ö = "🦀";'),
        ("self.name)", "self.name, 1)"),
        ("Self { name: name.to_string() }", "let x = (1;"),
        ("/// Says hello.", "/// Says goodbye."),
        ("mem::size_of::<u8>()", "mem::size_of::<u64>()"),
        ("        1\n", "        2\n"),
        ("use std::fmt;\n", "use std::fmt;\n\n\n"),
        ("use std::fmt;\n", "use std::fmt;\n// said at last\n"),
        ("    name: String,\n", "    name: String,\n\n"),
    ],
)
def test_edits_inside_functions_and_comments_change_nothing_else(old, new):
    assert moved(old, new).in_bodies


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("use std::fmt;", "use std::io;"),
        ("#[derive(Debug)]", "#[derive(Clone)]"),
        ("name: String,", "name: &'static str,"),
        ("name: &str", "name: String"),
        ("-> Self", "-> Option<Self>"),
        ("usize = 3", "usize = 4"),
        ('"one\n\ntwo"', '"one\n\n\ntwo"'),
        ("pub fn greet", "fn greet"),
        ("impl Greeter {", "mod m;\n\nimpl Greeter {"),
        ("use std::mem;", "use std::mem::self;"),
        ("use std::mem;", "use std::mem;\n    #[cfg(test)]"),
        ("fn inner()", "fn innards()"),
        ('let é = "🦀";', 'let é = "🦀"; {'),
        ("        1\n", "        impl Clone for super::Greeter {}\n        1\n"),
    ],
)
def test_signatures_uses_mods_and_attributes_matter_elsewhere(old, new):
    assert not moved(old, new).in_bodies


@pytest.mark.parametrize(
    "new",
    [
        TEXT.replace(b"Self {", b"Self  {").replace("🦀".encode(), "é".encode()),
        TEXT.replace("é".encode(), "è".encode()),
        b"",
        TEXT * 2,
        TEXT.replace(b"\n", b"\r\n"),
        "é".encode() + TEXT,
        TEXT + b"// end",
    ],
)
def test_edits_lead_from_the_old_text_to_the_new(new):
    assert apply_edits(TEXT, drift(FILE, TEXT, new, None).edits) == new


@pytest.mark.parametrize(
    ("inside", "starts"),
    [
        ("format!", "pub fn greet"),
        ("name: String", "pub struct"),
        ("std::mem", "fn helper"),
        ("        1\n", "fn inner"),
        ("impl Greeter", "impl Greeter"),
        ("Says hello", "Says hello"),
    ],
)
def test_item_around_a_place(inside, starts):
    start = TEXT.index(inside.encode())
    found = item_around(Span(FILE, start, start + len(inside.strip())), outline(TEXT))
    assert TEXT[found.start :].startswith(starts.encode())
