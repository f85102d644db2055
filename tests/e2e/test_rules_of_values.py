"""Rules on what values are turned into, one by one or as many, on real errors of rustc's."""

from pathlib import Path

import pytest

from meant import case, mends

BAD = "pub enum Bad { Number(std::num::ParseIntError) }\n"
COUNTS = "use std::collections::BTreeMap;\npub struct Counts { of: BTreeMap<String, usize> }\n"
FAULT = (
    "use std::fmt;\npub enum Fault { Missing(String), TooFew { wanted: u8, found: u8 } }\n"
    "impl fmt::Display for Fault { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { "
)


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        case("the pairs that a closure makes", f"{COUNTS}impl Counts {{ pub fn f(&self) -> "
             "Vec<(&str, usize)> { self.of.iter().map(|(k, v)| (k, v)).collect() } }\n",
             "(k, v)).", "(k.as_str(), *v))."),
        case("pairs that nothing makes", f"{COUNTS}impl Counts {{ pub fn f(&self) -> "
             "Vec<(&str, usize)> { self.of.iter().collect() } }\n",
             "iter()", "iter().map(|(key, value)| (key.as_str(), *value))"),
        case("what a map is built of", f"{COUNTS}pub fn f(all: &[&str]) -> Counts {{ Counts "
             "{ of: all.iter().map(|s| (s, s.len())).collect() } }\n",
             "(s, s.len())", "(s.to_string(), s.len())"),
        case("what was collected is returned", f"{COUNTS}impl Counts {{ pub fn f(&self) -> "
             "Vec<&str> { let mut all: Vec<_> = self.of.keys().collect(); all.sort(); all } }\n",
             "keys()", "keys().map(String::as_str)"),
        case("elements of a wider type", "pub fn f(all: &[u8]) -> Vec<u32> "
             "{ all.iter().copied().collect() }\n",
             "copied()", "copied().map(|value| value as u32)"),
        case("the errors of many", f"{BAD}pub fn f(s: &str) -> Result<Vec<u8>, Bad> "
             "{ s.split(' ').map(|n| n.parse::<u8>()).collect() }\n",
             "<u8>()", "<u8>().map_err(Bad::Number)"),
        case("the errors of many, passed on", f"{BAD}pub fn f(s: &str) -> Result<u8, Bad> {{ "
             "let all = s.split(' ').map(|n| n.parse::<u8>()).collect::<Result<Vec<_>, Bad>>()?; "
             "Ok(all[0]) }\n", "<u8>()", "<u8>().map_err(Bad::Number)"),
        case("a function itself", "pub struct A { b: u8 }\nimpl A { pub fn b(&self) -> u8 { self.b "
             "} }\npub fn f(a: Option<&A>) -> Option<u8> { a.map(A::b()) }\n", "A::b()", "A::b"),
        case("the narrower of two numbers", "pub fn f(all: &[(u32, u64)]) -> u64 "
             "{ all.iter().map(|one| one.0 * one.1).sum() }\n", "one.0", "one.0 as u64"),
        case("the error of a conversion", "pub struct P(i64);\npub enum PointError { Bad }\n"
             "impl std::str::FromStr for P { fn from_str(s: &str) -> Result<Self, Self::Err> "
             "{ s.parse().map(P).map_err(|_| PointError::Bad) } }\n",
             "{ fn from_str", "{ type Err = PointError; fn from_str"),
        case("an arm that puts a name into words", "pub enum Step { Ready, InProgress }\n"
             "pub fn f(s: &Step) -> &'static str { match s {\nStep::Ready => \"ready\",\n} }\n",
             "\"ready\",", "\"ready\",\nStep::InProgress => \"in_progress\","),
        case("arms as their neighbours spell them", "pub enum C { DarkRed, LightBlue, Green }\n"
             "pub fn f(c: C) -> String { match c {\nC::DarkRed => \"dark-red\".to_string(),\n} }\n",
             "string(),", "string(),\nC::LightBlue => \"light-blue\".to_string(),\n"
             "C::Green => \"green\".to_string(),"),
        case("an arm that formats the fields", f"{FAULT}match self {{\n"
             "Fault::Missing(what) => write!(f, \"no {what}\"),\n} } }\n",
             "}\"),", "}\"),\nFault::TooFew { wanted, found } => "
             "write!(f, \"too few: wanted {wanted}, found {found}\"),"),
        case("a reference that outlives its map", f"{COUNTS}impl Counts {{ "
             "pub fn f(&mut self) -> bool { let key = self.of.keys().max();\n"
             "self.of.clear(); key.is_some() } }\n", "max()", "max().cloned()"),
        case("what a reference refers to is assigned", "pub fn f(all: &mut [(u8, u64)], to: u64) "
             "{ for (_, last) in all.iter_mut() { last = to; } }\n", "last = to", "*last = to"),
    ],
)  # fmt: skip
def test_what_was_meant_is_among_the_first(tmp_path: Path, broken: str, meant: str) -> None:
    mends(tmp_path, broken, meant)
