"""Rules on what types, errors, closures and modules are declared as, on real errors of rustc's."""

from pathlib import Path

import pytest

from meant import case, mends

SHAPES = (
    "pub trait Shape { fn area(&self) -> f64; }\npub struct Square(pub f64);\n"
    "impl Shape for Square { fn area(&self) -> f64 { self.0 * self.0 } }\n"
)
BAD = "#[derive(Debug)]\npub enum Bad { Number(std::num::ParseIntError), Empty }\n"
SHELF = (
    "use std::collections::HashMap;\npub struct Shelf { rows: Vec<Vec<u8>>, by: HashMap<u8, u32> }"
    "\nimpl Shelf {\n"
)


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        case("an error by the variant that holds it", f"{BAD}pub fn f(s: &str) -> Result<u8, Bad> "
             "{ Ok(s.parse::<u8>()?) }\n", "()?", "().map_err(Bad::Number)?"),
        case("an error of a type that is inferred", f"{BAD}pub fn f(s: &str) -> Result<u8, Bad> "
             "{ let n: u8 = s.parse()?; Ok(n) }\n", "()?", "().map_err(Bad::Number)?"),
        case("an error that is returned as it is", f"{BAD}pub fn f(s: &str) -> Result<u8, Bad> "
             "{ s.parse::<u8>() }\n", "() }", "().map_err(Bad::Number) }"),
        case("an error of several places", f"{BAD}pub fn f(s: &str) -> Result<u8, Bad> "
             "{ let (n, m) = (s.parse::<u8>()?, s.trim().parse::<u8>()?); Ok(n + m) }\n",
             "pub fn f", "\nimpl From<std::num::ParseIntError> for Bad {\n"
             "    fn from(error: std::num::ParseIntError) -> Self { Bad::Number(error) }\n}\n"
             "pub fn f"),
        case("an error as text", "pub enum Bad { Parse(String), Empty }\n"
             "pub fn f(s: &str) -> Result<u8, Bad> { Ok(s.parse::<u8>()?) }\n",
             "()?", "().map_err(|error| Bad::Parse(error.to_string()))?"),
        case("what was read in place of the error", "pub enum Bad { InvalidNumber(String), Empty }"
             "\npub fn f(s: &str) -> Result<u8, Bad> { Ok(s.parse::<u8>()?) }\n",
             "()?", "().map_err(|_| Bad::InvalidNumber(s.to_string()))?"),
        case("an error that is named alike", "pub enum Bad { BadNumber, Empty }\n"
             "pub fn f(s: &str) -> Result<u8, Bad> { Ok(s.parse::<u8>()?) }\n",
             "()?", "().map_err(|_| Bad::BadNumber)?"),
        case("an error with a field", "pub struct Bad { pub message: String }\n"
             "pub fn f(s: &str) -> Result<String, Bad> { Ok(std::fs::read_to_string(s)?) }\n",
             "(s)?", "(s).map_err(|error| Bad { message: error.to_string() })?"),
        case("an error in a field of a variant", "pub enum Bad { Number {\n    /// Why.\n"
             "    cause: std::num::ParseIntError }, Empty }\npub fn f(s: &str) -> Result<u8, Bad> "
             "{ Ok(s.parse::<u8>()?) }\n",
             "()?", "().map_err(|error| Bad::Number { cause: error })?"),
        case("an alias of a trait object", "type Test = dyn Fn(u8) -> bool;\n"
             "pub struct Tests { all: Vec<Test> }\nimpl Tests { pub fn add(&mut self, "
             "t: impl Fn(u8) -> bool + 'static) { self.all.push(Box::new(t)); } }\n",
             "dyn Fn(u8) -> bool", "Box<dyn Fn(u8) -> bool>"),
        case("a list of trait objects and what goes in", f"{SHAPES}pub struct All {{ all: "
             "Vec<dyn Shape> }\nimpl All { pub fn add(&mut self, s: Square) { self.all.push(s); } "
             "pub fn area(&self) -> f64 { self.all.iter().map(|s| s.area()).sum() } }\n",
             "dyn Shape", "Box<dyn Shape>", "push(s)", "push(Box::new(s))"),
        case("a trait object in a field", f"{SHAPES}pub struct One {{ one: dyn Shape }}\n"
             "pub fn f() -> One { One { one: Square(1.0) } }\n",
             "dyn Shape", "Box<dyn Shape>", "one: Square(1.0)", "one: Box::new(Square(1.0))"),
        case("a trait as a type", f"{SHAPES}pub struct All {{ all: Vec<Box<Shape>>, one: Shape }}\n"
             "impl All { pub fn add(&mut self, s: Shape) { self.all.push(s); }\n"
             "pub fn see(&self, s: &Shape) -> f64 { s.area() + self.one.area() } }\n",
             "<Box<Shape>", "<Box<dyn Shape>", "one: Shape", "one: Box<dyn Shape>",
             "s: Shape", "s: Box<dyn Shape>", "&Shape", "&dyn Shape"),
        case("a trait as what several arms return", f"{SHAPES}pub struct Line;\n"
             "impl Shape for Line { fn area(&self) -> f64 { 0.0 } }\n"
             "pub fn f(n: u8) -> Shape { if n > 1 { Square(1.0) } else { Line } }\n",
             "-> Shape", "-> Box<dyn Shape>", "{ Square(1.0) }", "{ Box::new(Square(1.0)) }",
             "{ Line }", "{ Box::new(Line) }"),
        case("a type parameter through the impls", "pub struct Pile { all: Vec<T> }\n"
             "impl Pile { pub fn add(&mut self, one: T) { self.all.push(one); } }\n"
             "impl Default for Pile { fn default() -> Self { Pile { all: Vec::new() } } }\n",
             "Pile {", "Pile<T> {", "impl Pile {", "impl<T> Pile<T> {",
             "impl Default for Pile {", "impl<T> Default for Pile<T> {"),
        case("a second type parameter", "pub struct Pair<K> { pub key: K, pub value: V }\n"
             "pub struct Map<K, V> { pub all: Vec<Pair<K, V>> }\n", "Pair<K> {", "Pair<K, V> {"),
        case("a lifetime through the impls", "pub struct Text { all: &str, at: usize }\n"
             "impl Text { pub fn new(all: &str) -> Self { Text { all, at: 0 } }\n"
             "pub fn rest(&self) -> &str { &self.all[self.at..] } }\n",
             "Text {", "Text<'a> {", "all: &str", "all: &'a str", "impl Text", "impl<'a> Text<'a>",
             "new(all: &str)", "new(all: &'a str)"),
        case("a lifetime that the impls have", "pub struct Text { all: &str }\nimpl<'a> Text<'a> "
             "{ pub fn new(all: &'a str) -> Self { Text { all } } }\n",
             "Text {", "Text<'a> {", "&str", "&'a str"),
        case("a lifetime among arguments", "pub struct Row<'a, T>(pub &'a T);\npub struct All "
             "{ pub all: Vec<Row<u8>>, pub last: Option<Row<'_, u8>> }\n",
             "All {", "All<'a> {", "Row<u8>", "Row<'a, u8>", "Row<'_,", "Row<'a,"),
        case("a pair taken apart", "pub fn f(v: &[(u8, u8)]) -> Vec<u8> "
             "{ v.iter().map(|a, _| *a).collect() }\n", "|a, _|", "|(a, _)|"),
        case("a pair in a pair", "pub fn f(v: &[(u8, u8)]) -> Vec<usize> "
             "{ v.iter().enumerate().map(|i, a, b| i + usize::from(*a + *b)).collect() }\n",
             "|i, a, b|", "|(i, (a, b))|"),
        case("one more argument", "pub fn f(v: &[u8]) -> u8 { v.iter().fold(0, |n| n + 1) }\n",
             "|n|", "|n, _|"),
        case("a module as its file is called", "//- src/lib.rs\npub mod shapes;\n"
             "pub fn f() -> u8 { shapes::g() }\n//- src/shape.rs\npub fn g() -> u8 { 1 }\n",
             "mod shapes", "mod shape", "shapes::", "shape::"),
        case("a module as others call it", "//- src/lib.rs\nmod errors;\npub use error::Bad;\n"
             "//- src/error.rs\npub enum Bad { A }\nimpl Bad { pub fn f() -> "
             "Box<dyn std::error::Error> { \"\".into() } }\n", "mod errors", "mod error"),
        case("a mutable loan in an expression", f"{SHELF}pub fn f(&mut self) {{ "
             "self.rows.last().unwrap().push(1); } }\n", "last()", "last_mut()"),
        case("a mutable loan to change", f"{SHELF}pub fn f(&mut self) {{ "
             "*self.by.get(&1).unwrap() += 1; } }\n", "get(", "get_mut("),
        case("a mutable loan to return", f"{SHELF}pub fn f(&mut self) -> Option<&mut Vec<u8>> {{ "
             "self.rows.iter().find(|r| r.is_empty()) } }\n", "iter()", "iter_mut()"),
        case("a mutable loan of one's own", f"{SHELF}pub fn row(&self) -> &Vec<u8> "
             "{ &self.rows[0] }\npub fn row_mut(&mut self) -> &mut Vec<u8> { &mut self.rows[0] }\n"
             "pub fn f(&mut self) { let row = self.row(); row.push(1); } }\n",
             "self.row();", "self.row_mut();"),
        case("text lent where it was returned", f"{SHAPES}pub struct Name {{ name: String }}\n"
             "impl Name { pub fn name(&self) -> String { &self.name } }\n",
             "-> String", "-> &str"),
        case("a list of references returned", "pub fn f<K>(of: &[K]) -> Vec<K> "
             "{ let mut all = Vec::new(); for one in of { all.push(one); } all }\n",
             "-> Vec<K>", "-> Vec<&K>"),
        case("a value put in the place of another", "pub fn f<K>(of: &mut [K], new: K) -> K "
             "{\n    let old = of[0];\n    of[0] = new;\n    old\n}\n",
             "of[0];\n    of[0] = new;", "std::mem::replace(&mut of[0], new);"),
        case("a count that is returned", "pub fn f(of: &[u8]) {\n    let mut n = 0;\n"
             "    for _ in of { n += 1; }\n    n\n}\n"
             "pub fn g(of: &[u8]) -> usize { 1 + f(of) }\n", "[u8]) {", "[u8]) -> usize {"),
        case("a field of another number", "pub struct Sum { sum: u64 }\nimpl Sum {\n"
             "pub fn f(&self) -> i64 { self.sum }\npub fn g(&self) -> i64 "
             "{ if self.f() > 1 { self.sum } else { 0 } } }\n", "sum: u64", "sum: i64"),
        case("a field that is looked ahead in", "pub struct Text<'a> { all: std::str::Chars<'a> }\n"
             "impl<'a> Text<'a> { pub fn new(all: &'a str) -> Self { Text { all: all.chars() } }\n"
             "pub fn f(&mut self) -> bool { self.all.peek().is_some() } }\n",
             "std::str::Chars<'a>", "std::iter::Peekable<std::str::Chars<'a>>",
             "chars()", "chars().peekable()"),
        case("a mutable loan through two bindings", f"{SHELF}pub fn f(&mut self) {{\n"
             "for row in self.rows.iter() { for one in row.iter() { *one += 1; } } } }\n",
             "rows.iter()", "rows.iter_mut()", "row.iter()", "row.iter_mut()"),
        case("what is collected by name", "pub fn f(of: &[String]) -> Vec<String> "
             "{ let mut all: Vec<_> = of.iter().collect(); all.sort(); all }\n",
             "iter().collect", "iter().cloned().collect"),
        case("what is collected as it is returned", "pub fn f(of: &[u8]) -> Vec<&u8> "
             "{ let mut all = of.iter().collect(); all.sort(); all }\n",
             "let mut all =", "let mut all: Vec<&u8> ="),
        case("two traits at one place", "pub enum Tier { Low }\n#[derive(Debug, Clone)]\n"
             "pub struct Member { pub tier: Tier }\n",
             "pub enum", "#[derive(Debug, Clone)]\npub enum"),
        case("an arm as the others are made", "pub enum Level { Low, High }\nimpl Level "
             "{ pub fn name(&self) -> &str { match self { Level::Low => \"low\" } } }\n",
             "\"low\" }", "\"low\", Level::High => \"high\", }"),
        case("an arm for a variant with parts", "pub enum Kind { Key, Mouse }\n"
             "pub enum Event { Key(char), Mouse { x: u8 } }\nimpl Event { "
             "pub fn kind(&self) -> Kind {\n    match self { Event::Key(_) => Kind::Key }\n} }\n",
             "Kind::Key }", "Kind::Key, Event::Mouse { .. } => Kind::Mouse, }"),
        case("an arm that writes its variant out", "use std::fmt;\npub enum Bad { Empty, "
             "NotFound(String) }\nimpl fmt::Display for Bad { fn fmt(&self, f: &mut "
             "fmt::Formatter<'_>) -> fmt::Result {\n    match self {\n        Bad::Empty => "
             "write!(f, \"nothing\"),\n    }\n} }\n", "nothing\"),",
             "nothing\"),\n Bad::NotFound(value) => write!(f, \"not found: {value}\"),"),
        case("a quotient of whole numbers", "pub fn f(of: &[u32], n: usize) -> f64 "
             "{ n / of.len() }\n", "n / of.len()", "n as f64 / of.len() as f64"),
        case("a name that says a little more", f"{SHELF}\n"
             "pub fn row_mut(&mut self) -> &mut Vec<u8> { &mut self.rows[0] }\n"
             "pub fn f(&mut self) { self.row().push(1); } }\n", "row()", "row_mut()"),
        case("the error that an impl makes", "pub enum Bad { Empty }\npub struct One;\n"
             "impl std::str::FromStr for One {\n    fn from_str(s: &str) -> "
             "Result<Self, Self::Err> { if s == \"\" { Err(Bad::Empty) } else { Ok(One) } }\n}\n",
             "for One {\n", "for One {\n    type Err = Bad;"),
        case("fields of Self", "pub struct Task {\n    pub id: u32,\n    pub due: Option<u32>,\n"
             "    pub tags: Vec<u8>,\n}\nimpl Task { pub fn new(id: u32) -> Self { Self { id } } }"
             "\n", "Self { id }", "Self { id, due: None, tags: Vec::new() }"),
    ],
)  # fmt: skip
def test_what_was_meant_is_among_the_first(tmp_path: Path, broken: str, meant: str) -> None:
    mends(tmp_path, broken, meant)
