"""What is read from a dependency's sources, and how alike names are."""

from pathlib import Path

import pytest

from rustmend.domain import Span
from rustmend.propose.crates import listing
from rustmend.propose.rules.likeness import likeness
from rustmend.propose.rules.moved import _redirected
from rustmend.propose.rules.renamed import ITEM, Missing
from rustmend.syntax import parse

SOURCES = {
    "lib.rs": """\
//! A crate.
pub mod shapes;
mod hidden;
pub use hidden::{Deep, inner as outer};
pub use crate::shapes::*;
pub(crate) mod private;

/// Says hello.
#[deprecated(since = "0.2.0", note = "use `greet` instead")]
pub fn hello() {}

#[doc(alias = "hello_all")]
pub fn greet<T>(name: T) -> String
where
    T: Into<String>,
{
    name.into()
}
""",
    "shapes/mod.rs": """\
pub struct Circle { pub radius: f64, area: f64 }

impl Circle {
    pub fn new(radius: f64) -> Self { todo!() }
    fn secret(&self) {}
}

pub enum Kind {
    Round,
    Square { side: u32 },
}

pub trait Shape {
    fn grow(&mut self, by: f64);
}
""",
    "hidden.rs": "pub struct Deep;\npub fn inner() {}\npub struct Lost;\n",
}


@pytest.fixture
def crate(tmp_path: Path) -> Path:
    for name, text in SOURCES.items():
        file = tmp_path / "src" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return tmp_path


def test_items_are_told_with_owner_and_note(crate: Path) -> None:
    found = listing(crate)
    assert found.items["hello"][0].note == "use `greet` instead"
    assert found.items["greet"][0].aliases == ("hello_all",)
    assert [(one.kind, one.owner) for one in found.items["new"]] == [("method", "Circle")]
    assert [(one.kind, one.owner) for one in found.items["grow"]] == [("method", "Shape")]
    assert [(one.kind, one.owner) for one in found.items["Square"]] == [("variant", "Kind")]
    assert "secret" not in found.items


def test_names_are_found_where_others_can_reach_them(crate: Path) -> None:
    found = listing(crate)
    assert found.paths("Circle") == [(), ("shapes",)]
    assert found.paths("Deep") == [()]
    assert found.paths("outer") == [()]
    assert found.paths("Lost") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("pos", "position"), ("get_name", "name"), ("to_simple", "simple"), ("buf", "buffer"),
        ("distributions", "distr"), ("parse_line", "parse_one_line"), ("len", "size"),
        ("NewMac", "Mac"), ("HashMapIter", "HashMapIterator"), ("remove_all", "delete_all"),
    ],
)  # fmt: skip
def test_a_name_is_like_what_it_became(old: str, new: str) -> None:
    assert likeness(old, new) > 0.5
    assert likeness(old, new) > likeness(old, "render_widget")


@pytest.mark.parametrize("opened", ["", "pub ", "pub(crate) "])
def test_what_is_handed_on_from_a_new_place_still_is(opened: str) -> None:
    text = f"{opened}use k::{{A, B}};\n".encode()
    at = text.index(b"A")
    missing = Missing("A", ITEM, "", Span(Path("/lib.rs"), at, at + 1))
    edits = _redirected(parse(text), missing, "k::m::A", "A")
    assert (0, 0, f"{opened}use k::m::A;\n") in edits
