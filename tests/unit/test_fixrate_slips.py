"""The benchmark's slips are what their kinds say."""

import sys
from pathlib import Path

import pytest

from rustmend.syntax import Tree

sys.path.insert(0, str(Path(__file__).parents[2] / "bench/fixrate"))

import slips  # these lie in no package
import suites

CRATE = """\
use std::fmt::Debug;

#[derive(Clone, Debug)]
pub struct Pair<'a> {
    first: &'a str,
    second: u32,
}

const NAME: &str = "é";

impl<'a> Pair<'a> {
    fn grow(&mut self, by: u32, times: u32) -> Result<u32, String> {
        let mut sum = self.second as u64;
        let names: Vec<String> = vec![String::new()];
        add(&mut sum, by)?;
        Ok(names.iter().map(|name| name.len() as u32).sum())
    }
}
""".encode()

CASES = [
    ("&mut dropped", "add(&mut sum, by)", "add(sum, by)"),
    ("&mut to &", "add(&mut sum, by)", "add(&sum, by)"),
    ("&mut added", "by)?", "&mut by)?"),
    ("mut added", "first: &'a str", "first: &'a mut str"),
    ("use added", "use std::fmt::Debug;", "use std::fmt::Debug;\nuse std::fmt::Debug;"),
    ("parenthesis added", "add(&mut sum, by)", "add((&mut sum, by)"),
    ("quote added", '= "é"', '= "é""'),
    ("mut dropped", "let mut sum", "let sum"),
    ("receiver changed", "(&mut self, by", "(&self, by"),
    ("? dropped", "by)?;", "by);"),
    (".iter() dropped", "names.iter().map", "names.map"),
    ("use dropped", "use std::fmt::Debug;", ""),
    ("pub dropped", "pub struct", "struct"),
    ("self. dropped", "= self.second", "= second"),
    ("derive removed", "derive(Clone, Debug)", "derive(Debug)"),
    ("derive removed", "derive(Clone, Debug)", "derive(Clone)"),
    ("lifetime removed", "first: &'a str", "first: &str"),
    ("type annotation removed", "names: Vec<String> =", "names ="),
    ("cast removed", "self.second as u64", "self.second"),
    ("arguments swapped", "add(&mut sum, by)", "add(by, &mut sum)"),
    ("argument removed", "add(&mut sum, by)", "add(&mut sum)"),
    ("integer type changed", "second: u32,", "second: usize,"),
    ("Ok(…) added", "add(&mut sum, by)", "add(&mut sum, Ok(by))"),
]


@pytest.mark.parametrize(("kind", "before", "after"), CASES)
def test_a_slip_of_its_kind_is_made(kind: str, before: str, after: str) -> None:
    wanted = CRATE.replace(before.encode(), after.encode(), 1)
    assert wanted != CRATE

    assert wanted in [slip.apply(CRATE) for slip in _find(kind)]


@pytest.mark.parametrize("kind", sorted(suites.BY_NAME))
def test_every_slip_changes_the_text_and_has_a_key_of_its_own(kind: str) -> None:
    found = _find(kind)

    assert all(slip.apply(CRATE) != CRATE for slip in found)
    assert len({slip.key for slip in found}) == len(found)


REFACTORED = [
    ("field renamed", "first: &'a str", "first_value: &'a str"),
    ("function renamed", "fn grow", "fn grow_value"),
    ("parameter added", "times: u32)", "times: u32, limit: usize)"),
    ("parameter made Option", "by: u32", "by: Option<u32>"),
    ("parameter by reference", "by: u32", "by: &u32"),
    ("field made Option", "second: u32", "second: Option<u32>"),
]


@pytest.mark.parametrize(("kind", "before", "after"), REFACTORED)
def test_a_refactoring_changes_the_definition_alone(kind: str, before: str, after: str) -> None:
    wanted = CRATE.replace(before.encode(), after.encode(), 1)
    assert wanted != CRATE

    assert wanted in [slip.apply(CRATE) for slip in _find(kind)]


def test_what_a_parameter_was_is_fixed_in_the_body() -> None:
    wanted = CRATE.replace(b", times: u32)", b")").replace(
        b"String> {\n", b"String> {\n        let times: u32 = 0;\n"
    )

    assert wanted in [slip.apply(CRATE) for slip in _find("parameter removed")]


def test_a_struct_that_borrows_gets_a_lifetime() -> None:
    text = b"struct Name { first: String, rest: Vec<u8> }"

    made = [slip.apply(text) for slip in _find("field borrowed", text)]

    assert made == [
        b"struct Name<'a> { first: &'a str, rest: Vec<u8> }",
        b"struct Name<'a> { first: String, rest: &'a [u8] }",
    ]


def _find(name: str, text: bytes = CRATE) -> list[slips.Slip]:
    return slips.find(suites.BY_NAME[name], Path("src/lib.rs"), Tree(text))
