"""Refactorings half done: a definition changed and its users left behind, mended in one go."""

from pathlib import Path

import pytest

from rustmend.domain import Snapshot
from rustmend.search import Repair, repair
from rustmend.wiring import assemble

MANIFEST = '[package]\nname = "story"\nversion = "0.1.0"\nedition = "2024"\n'
PARSER = """
pub struct Parser<'a> { pub input: &'a str, pub position: usize }
impl<'a> Parser<'a> {
    pub fn new(input: &'a str) -> Self { Parser { input, pos: 0 } }
    pub fn peek(&self) -> Option<char> { self.input[self.pos..].chars().next() }
    pub fn bump(&mut self) { if let Some(c) = self.peek() { self.pos += c.len_utf8(); } }
    pub fn split(self) -> usize { let Parser { pos, .. } = self; pos }
}
"""


async def mended(folder: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, str]) -> Repair:
    """Write a crate of ``files`` under its ``src`` and repair it."""
    monkeypatch.setenv("RUSTMEND_CACHE_PATH", str(folder / "cache"))
    monkeypatch.setenv("RUSTMEND_JOURNAL_PATH", str(folder / "journal.sqlite"))
    root = folder / "story"
    for name, text in {"../Cargo.toml": MANIFEST, **files}.items():
        file = root / "src" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    async with assemble(root, {}) as parts:
        return await repair(parts.engine, Snapshot())


async def follow(
    folder: Path, monkeypatch: pytest.MonkeyPatch, library: str, parts: list[str]
) -> Repair:
    """Repair a crate of one file until nothing is left, and find every part in what it became."""
    done = await mended(folder, monkeypatch, {"lib.rs": library})
    assert done.remaining == []
    text = " ".join(done.texts[folder / "story/src/lib.rs"].decode().split())
    assert [part for part in parts if " ".join(part.split()) not in text] == []
    return done


async def test_a_renamed_field_is_followed_everywhere_by_one_fix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    users = "pub fn at(p: &crate::Parser<'_>) -> usize { p.pos + 1 }\n"
    files = {"lib.rs": f"pub mod users;\n{PARSER}", "users.rs": users}
    done = await mended(tmp_path, monkeypatch, files)
    assert (done.remaining, len(done.fixes)) == ([], 1)
    text = done.texts[tmp_path / "story/src/lib.rs"].decode()
    assert "position: pos, .." in text
    assert "self.pos." not in text
    assert b"p.position + 1" in done.texts[tmp_path / "story/src/users.rs"]


@pytest.mark.parametrize(
    ("broken", "parts"),
    [
        pytest.param(
            "pub struct Shop;\nimpl Shop { pub fn total_price(&self) -> u32 { 3 } }\n"
            "pub fn a(s: &Shop) -> u32 { s.price() }\npub fn b(s: Shop) -> u32 { Shop::price(&s) * "
            "2 }\npub fn c() -> u32 { Shop.price() + a(&Shop) }\n",
            ["s.total_price()", "Shop::total_price(&s)", "Shop.total_price()"],
            id="method",
        ),
        pytest.param(
            "pub enum Shape { Circle(u32), Rect { w: u32 } }\n"
            "impl Shape { pub fn size(&self) -> u32 { match self { Self::Round(r) => *r, "
            "Shape::Rect { w } => *w } } }\npub fn f() -> Shape { Shape::Round(2) }\n",
            ["Self::Circle(r)", "Shape::Circle(2)"],
            id="variant",
        ),
        pytest.param(
            "#[derive(Debug, PartialEq)]\npub enum Bad { SyntaxKind { line: u8 } }\n"
            "impl Bad { pub fn line(&self) -> u8 { match self { Self::Syntax { line } => *line } } "
            "}\n"
            "pub fn f() -> Bad { Bad::Syntax { line: 1 } }\n"
            "#[test]\nfn told() { assert_eq!(f(), Bad::Syntax { line: 1 }); }\n",
            ["Self::SyntaxKind {", "{ Bad::SyntaxKind {", "f(), Bad::SyntaxKind {"],
            id="variant with fields, in a pattern and a macro",
        ),
        pytest.param(
            "pub struct Item { pub tags_value: Vec<u8> }\npub fn f(i: &Item) -> usize { "
            "i.tags.len() }\n#[test]\n"
            "fn none() { assert_eq!(Item { tags: vec![] }.tags.len(), 0); }\n",
            ["i.tags_value.len()", "Item { tags_value: vec![] }.tags_value.len()"],
            id="field in a macro",
        ),
        pytest.param(
            "mod store {\n    pub struct UserStore;\n    impl Store { pub fn new() -> Store { "
            "Store } }\n}\nuse store::Store;\npub fn f(_: &Store) -> Store { Store::new() }\n",
            ["impl UserStore", "use store::UserStore", "UserStore::new()"],
            id="type",
        ),
        pytest.param(
            "pub trait Show { fn render(&self) -> String; }\nimpl Show for u8 { fn display(&self) "
            "-> String { String::new() } }\nimpl Show for i8 { fn display(&self) -> String { "
            "String::new() } }\npub fn f(s: &dyn Show) -> String { s.display() }\n",
            ["impl Show for i8 {\n    fn render", "s.render()"],
            id="method of a trait",
        ),
    ],
)
async def test_users_follow_a_new_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str, parts: list[str]
) -> None:
    done = await follow(tmp_path, monkeypatch, broken, parts)
    assert len(done.fixes) == 1


@pytest.mark.parametrize(
    ("broken", "parts"),
    [
        pytest.param(
            "pub fn area(w: u32, h: u32, scale: u32) -> u32 { w * h * scale }\n"
            "pub fn a() -> u32 { let x = area(1, 2); x + area(3, 4) }\n"
            "pub fn b(scale: u32) -> u32 { area(5, 6) + scale }\n",
            ["area(5, 6, scale)"],
            id="a parameter came, in scope at one caller",
        ),
        pytest.param(
            "pub fn size(s: &str) -> usize { s.len() }\n"
            "pub struct P { name: String, city: String }\n"
            "impl P { pub fn all(&self) -> usize { size(self.name) + size(self.city) } }\n"
            "pub fn c(p: P) -> usize { let n = p.name; size(n) }\n",
            ["size(&self.name) + size(&self.city)", "size(&n)"],
            id="lent now",
        ),
        pytest.param(
            "pub fn first(v: &[u32]) -> Option<u32> { if v.len() > 3 { return Some(3); } "
            "Some(v[0]) }\n"
            "pub fn a(v: &[u32]) -> u32 { first(v) + 1 }\npub fn b(v: &[u32]) -> bool { first(v) > "
            "2 }\npub struct S { n: u32 }\npub fn c(v: &[u32]) -> S { S { n: first(v) } }\n",
            ["-> u32 { if v.len() > 3 { return 3; } v[0] }"],
            id="taken back where that is less",
        ),
        pytest.param(
            "pub fn number(s: &str) -> Result<u32, std::num::ParseIntError> { s.parse() }\n"
            "pub struct S { n: u32 }\npub fn read(s: &str) -> S { S { n: number(s) } }\n",
            ["-> Result<S,", "Ok(S { n: number(s)? })"],
            id="a failure is handed on",
        ),
        pytest.param(
            "pub struct Node<M> { pub v: u32, pub meta: Option<M> }\n"
            "impl Node { pub fn new(v: u32) -> Node { Node { v, meta: None } } }\n"
            "pub fn f(n: &Node) -> u32 { n.v }\n",
            ["struct Node<M = ()>"],
            id="a type parameter that nobody states",
        ),
        pytest.param(
            "pub trait Shape { fn area(&self) -> f64; "
            "fn parts(&self) -> Result<Vec<u8>, String>; }\n"
            "pub struct A(f64);\nimpl Shape for A { fn area(&self) -> f64 { self.0 } }\n"
            "pub struct B;\nimpl Shape for B { fn area(&self) -> f64 { 1.0 } }\n",
            [
                "pub trait Shape { fn area(&self) -> f64; "
                "fn parts(&self) -> Result<Vec<u8>, String> { Ok(Vec::new()) } }"
            ],
            id="a method came to a trait",
        ),
        pytest.param(
            "pub struct Bad { pub what: String, pub limit: usize }\n"
            "macro_rules! bad { ($t:expr) => { "
            'Bad { what: String::from($t) } } }\npub fn f() -> [Bad; 2] { [bad!("a"), '
            'bad!("b")] }\n',
            ["Bad { limit: 0, what"],
            id="a field came that a macro fills in",
        ),
        pytest.param(
            "pub struct Inner { n: u32 }\nimpl Inner { fn bump(&mut self) { self.n += 1; } }\n"
            "pub struct Outer { inner: Option<Inner>, limit: Option<usize> }\nimpl Outer {\n"
            "pub fn new(limit: usize) -> Outer { Outer { inner: Inner { n: 0 }, limit } }\n"
            "pub fn go(&mut self) -> u32 { self.inner.bump(); self.inner.n }\n"
            "pub fn full(&self, n: usize) -> bool { n >= self.limit }\n}\n",
            ["inner: Inner, limit: usize"],
            id="fields made optional, and nobody knows",
        ),
        pytest.param(
            "//! A crate.\n#![deny(missing_docs)]\n/// What came of it.\n#[derive(Debug)]\n"
            "pub enum Outcome {\n    /// Well.\n    Done,\n    InputEmpty,\n}\n",
            ["/// Input empty. InputEmpty,"],
            id="a variant without the documentation that is demanded",
        ),
        pytest.param(
            "#[derive(Debug)]\npub struct Bad<'a> { msg: &'a str, line: usize }\n"
            "impl Bad { fn new(msg: String) -> Bad { Bad { msg, line: 1 } } }\n"
            "pub struct N(pub u32);\nimpl std::str::FromStr for N { type Err = Bad; "
            "fn from_str(s: &str) -> Result<N, Bad> { s.parse().map(N).map_err(|_| "
            "Bad::new(s.to_string())) } }\n"
            "pub fn line(b: &Bad) -> (usize, &str) { (b.line, &b.msg) }\n",
            ["struct Bad { msg: String, line: usize }"],
            id="a lifetime that users cannot name",
        ),
        pytest.param(
            "pub trait Len { type Array; }\npub struct Buf<N: Len<u8>> { pub n: N }\n"
            "impl<'a, N: Len<u8> + 'a> Buf<N> { pub fn n(&self) -> &N { &self.n } }\n"
            "pub fn f<N>(b: Buf<N>) -> N where N: Len<u8, Array = u8> { b.n }\n",
            ["Buf<N: Len>", "N: Len + 'a", "N: Len<Array = u8>"],
            id="a trait that takes no type any more",
        ),
        pytest.param(
            "pub mod store {\n    pub struct Store(pub u8);\n    impl Store { pub fn get(&self) -> "
            "u8 { self.0 } }\n}\nuse store::{Buffered as _, Store, Visit};\n"
            "pub fn f(s: &Store) -> u8 { s.get() }\n",
            ["use store::{Store};"],
            id="a trait whose methods are the type's own now",
        ),
        pytest.param(
            "pub fn low(f: &mut String) -> bool { f.is_empty() }\npub fn with<F>(s: &str, mut f: "
            "F, out: &mut String) -> bool where F: FnMut(&str, &mut String) -> bool { f(s, out) }\n"
            'pub fn a(o: &mut String) -> bool { with("x", low, o) }\n'
            "pub fn size(s: &str, limit: usize, deep: bool) -> usize { if deep { limit } else { "
            "s.len() } }\npub fn b(v: Vec<&str>, deep: bool) -> Vec<usize> { "
            "v.into_iter().map(size).collect() }\n"
            "pub fn maybe(n: Option<u8>) -> u8 { n.unwrap_or(7) }\n"
            "pub fn c(v: Vec<u8>) -> Vec<u8> { v.into_iter().map(maybe).collect() }\n",
            ["|_, f| low(f)", "|s| size(s, 0, deep)", "|n| maybe(Some(n))"],
            id="functions that are given to others by name",
        ),
        pytest.param(
            "pub fn first(v: &[String]) -> Option<String> { if v.len() > 3 { return None; } "
            "v.first().cloned() }\n#[test]\nfn compared() {\n    let v = vec![String::new()];\n"
            '    let other = v[0].clone();\n    assert_eq!(other, first(&v[..(1)]), "it {}", 1);\n'
            '    assert_ne!(std::ffi::OsString::new(), Some(std::ffi::OsString::from("a")));\n}\n',
            ["assert_eq!(Some(other), first", "assert_ne!(Some(std::ffi::OsString::new()), Some("],
            id="values that are compared",
        ),
        pytest.param(
            "#[derive(Debug, Default)]\npub struct Store { log: &[String], name: &str }\n"
            "impl Store {\n    pub fn note(&mut self, text: String) { self.log.push(text); }\n"
            "    pub fn log(&self) -> (&[String], &str) { (&self.log, &self.name) }\n}\n",
            ["log: Vec<String>, name: String"],
            id="fields that borrow for no lifetime and are changed",
        ),
        pytest.param(
            "pub struct Held<'a, T> { list: &'a [T], next: usize }\nimpl<T> Held<T> {\n"
            "    pub fn add(&mut self, one: T) { self.list.push(one); self.next += 1; }\n}\n"
            "impl<T> Default for Held<T> { fn default() -> Self { Held { list: vec![], next: 0 } } "
            "}\n",
            ["struct Held<T> { list: Vec<T>, next: usize }"],
            id="a lifetime beside a type parameter, for what is changed",
        ),
        pytest.param(
            "fn line(n: u32, w: usize) -> Option<String> { if n > 3 { return None; } "
            'Some(format!("{n:w$}")) }\n'
            "pub fn all(v: &[u32]) -> Vec<String> { v.iter().map(|n| line(*n, 8)).collect() }\n"
            "pub fn sizes(v: &[String]) -> &[usize] { v.iter().map(String::len).collect() }\n"
            "pub fn sum(v: &[String]) -> usize { sizes(v).iter().sum() }\n"
            "pub fn total(v: &[u8]) -> Option<u8> { v.iter().map(|n| n * 2).sum() }\n",
            [
                "v.iter().filter_map(|n| line(*n, 8))",
                "-> Vec<usize> { v.iter()",
                "{ Some(v.iter().map(|n| n * 2).sum()) }",
            ],
            id="what is collected is optional, or nobody's to lend",
        ),
        pytest.param(
            "pub struct At { pub line: u32 }\n"
            "pub fn bad(what: &str) -> String { what.to_owned() }\n"
            'pub fn a(at: &At, n: u32) -> String { bad("a\\nb\\nc", at.line + n * 2) }\n'
            'pub fn b() -> String { bad("b", line!()) }\n',
            ['bad("a\\nb\\nc")', 'bad("b")'],
            id="a parameter went, and what was said for it with it",
        ),
        pytest.param(
            "pub fn bad(what: &str) -> String { what.to_owned() }\n"
            'pub fn at(line: u32, what: &str) -> String { format!("{what} {line}") }\n'
            "pub fn deep(what: &str, n: usize) -> String { what.repeat(n) }\n"
            "macro_rules! check { ($c:expr, $w:expr) => { if !$c { return bad($w, line!()) } }; }\n"
            "macro_rules! told { ($w:expr) => { at($w, line!()) }; }\n"
            "macro_rules! long { ($w:expr) => { deep($w) }; }\n"
            'pub fn f(n: u8) -> String { check!(n > 1, "small"); check!(n < 9, "large"); '
            'told!("a") + &told!("b") + &long!("c") }\n',
            ["return bad($w)", "at(line!(), $w)", "deep($w, 0)"],
            id="functions that macros call",
        ),
        pytest.param(
            "pub fn pair<T>(value: T, key: usize) -> Vec<(usize, T)> { vec![(key, value)] }\n"
            "pub fn f<T>(key: usize, value: T) -> Vec<(usize, T)> { pair(key, value) }\n",
            ["pair(value, key)"],
            id="parameters in another order",
        ),
    ],
)
async def test_callers_follow_a_signature(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str, parts: list[str]
) -> None:
    await follow(tmp_path, monkeypatch, broken, parts)
