"""Each rule on a real error of rustc's: one of its first candidates is what was meant."""

from pathlib import Path

import pytest

from meant import case, mends, proposals
from rustmend.propose import Proposer
from rustmend.propose.rules import Rules
from tiny_crate import Crate

ORDER = "#[derive(Debug)]\npub struct Order { pub id: u32, pub items: Vec<String> }\n"


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        case("borrow", "pub fn f(v: Vec<u8>) -> usize { g(v) }\nfn g(v: &[u8]) -> usize { "
             "v.len() }\n",
             "g(v)", "g(&v)"),
        case("borrow mutably", "pub fn f() { let mut s = String::new(); g(&s) }\n"
             "fn g(s: &mut String) { s.push('x') }\n", "g(&s)", "g(&mut s)"),
        case("dereference", "pub fn f(v: &[u32]) -> u32 { let mut m = 0; for x in v { m = x; } "
             "m }\n",
             "m = x", "m = *x"),
        case("remove a borrow", "pub fn f(x: u32) -> u32 { g(&x) }\nfn g(x: u32) -> u32 { x }\n",
             "g(&x)", "g(x)"),
        case("remove Some", "pub fn f(x: u32) -> u32 { Some(x) }\n", "Some(x)", "x"),
        case("wrap in Some", "pub fn f(x: u32) -> Option<u32> { x }\n", "{ x }", "{ Some(x) }"),
        case("as_bytes", "pub fn f(s: &str) -> usize { g(s) }\nfn g(b: &[u8]) -> usize { "
             "b.len() }\n",
             "g(s)", "g(s.as_bytes())"),
        case("to_string", "pub fn f(s: &str) -> String { s }\n", "{ s }", "{ s.to_string() }"),
        case("cast", "pub fn f(x: u8) -> usize { x }\n", "{ x }", "{ x as usize }"),
        case("cast an operand", "pub fn f(x: u8, y: u32) -> u32 { x + y }\n", "x +", "x as u32 +"),
        case("len", "pub fn f(v: &[u8]) -> bool { v > 3 }\n", "v >", "v.len() >"),
        case("collect", "pub fn f(v: &[u8]) -> Vec<u8> { v.iter().map(|x| x + 1) }\n",
             "x + 1)", "x + 1).collect()"),
        case("question mark", "pub fn f(s: &str) -> Option<usize> { let n = s.find(' ');\n"
             "Some(n + 1) }\n", "n + 1", "n? + 1"),
        case("at the origin", "pub fn f(s: &str) -> bool { let b = s;\n b[0] == b'x' }\n",
             "= s;", "= s.as_bytes();"),
        case("copied in a chain", "pub fn f(v: &[u8]) -> Option<u8> { v.iter().max() }\n",
             "max()", "max().copied()"),
        case("scrutinee", "pub fn f(s: String) -> u8 { match s { \"a\" => 1, _ => 2 } }\n",
             "match s {", "match s.as_str() {"),
        case("return type of a call", "fn n() -> u32 { 1 }\npub fn f() -> u64 { n() }\n",
             "n() -> u32", "n() -> u64"),
        case("declared parameter", "pub fn f(s: str) -> usize { s.len() }\n"
             "pub fn g(s: &str) -> usize { f(s) }\n", "s: str", "s: &str"),
        case("return type missing", "pub fn f(x: u32) { x + 1 }\n", "(x: u32)", "(x: u32) -> u32"),
        case("forgotten return", "pub fn f(x: u32) -> Result<u32, String> {\n"
             "    if x > 3 {\n        Err(\"big\".to_string());\n    }\n    Ok(x)\n}\n",
             "        Err", "        return Err"),
        case("Ok at the end", "pub fn f(v: &mut Vec<u8>) -> Result<(), String> {\n"
             "    v.push(1);\n}\n",
             "v.push(1);", "v.push(1);\nOk(())"),
        case("misspelt local", "pub fn f(count: u32) -> u32 { cuont }\n", "cuont", "count"),
        case("misspelt method", "pub fn f(v: &[u8]) -> bool { v.is_emtpy() }\n", "emtpy", "empty"),
        case("misspelt binding", "pub fn f(v: &[u8]) -> usize { let lenght = v.len();\n"
             "length + length }\n", "let lenght", "let length"),
        case("misspelt path", "use std::colections::HashMap;\n"
             "pub fn f() -> HashMap<u8, u8> { HashMap::new() }\n", "colections", "collections"),
        case("another type's method", "pub fn f(s: &mut String) { s.push(\"ab\") }\n",
             "push", "push_str"),
        case("missing self", "pub struct C { n: u32 }\nimpl C { pub fn f(&self) -> u32 { n } }\n",
             "{ n }", "{ self.n }"),
        case("missing import, sorted", "use std::fmt;\nuse std::io;\n"
             "pub fn f(_: io::Error, _: &dyn fmt::Debug) -> HashMap<u8, u8> { HashMap::new() }\n",
             "use std::fmt", "use std::collections::HashMap;\nuse std::fmt"),
        case("import from the workspace", "//- src/lib.rs\npub mod shop;\npub mod till;\n"
             "//- src/shop.rs\npub struct Basket;\n//- src/till.rs\npub fn pay(_: &Basket) {}\n",
             "pub fn pay", "use crate::shop::Basket;\n\npub fn pay"),
        case("trait not in scope", "use std::fs::File;\n"
             "pub fn f(mut a: File) { let mut s = String::new(); "
             "let _ = a.read_to_string(&mut s); }\n",
             "use std::fs::File;", "use std::fs::File;\nuse std::io::Read;"),
        case("undeclared module file", "//- src/lib.rs\nuse crate::shop::Basket;\n"
             "pub fn f(_: Basket) {}\n//- src/shop.rs\npub struct Basket;\n",
             "use crate", "mod shop;\nuse crate"),
        case("private function", "mod a { fn f() {}\n pub fn g() { f() } }\n"
             "pub fn h() { a::f(); a::g() }\n", "{ fn f", "{ pub fn f"),
        case("private field", "mod a { #[derive(Default)]\n pub struct S { n: u8 } }\n"
             "pub fn f(s: a::S) -> u8 { s.n }\n", "{ n: u8", "{ pub n: u8"),
        case("type parameter", "pub fn f<T: Clone>(x: &T) -> T { x.clone() }\n"
             "pub fn g(x: &T) -> T { f(x) }\n", "g(x", "g<T: Clone>(x"),
        case("bound as elsewhere", "pub fn f<W: std::io::Write>(w: &mut W) { let _ = w.flush(); }\n"
             "pub fn g<W>(w: &mut W) { f(w) }\n", "g<W>", "g<W: std::io::Write>"),
        case("static lifetime", "pub struct P { pub name: &str }\n", "&str", "&'static str"),
        case("turbofish", "pub fn f(s: &str) -> usize { s.chars().collect().len() }\n",
             "collect", "collect::<Vec<_>>"),
        case("missing argument", "fn g(a: u32, limit: u32) -> u32 { a + limit }\n"
             "pub fn f(a: u32, limit: u32) -> u32 { g(a) }\n", "g(a) }", "g(a, limit) }"),
        case("exchanged arguments", "fn g(n: u32, s: &str) -> usize { s.len() + n as usize }\n"
             "pub fn f(s: &str) -> usize { g(s, 3) }\n", "g(s, 3)", "g(3, s)"),
        case("self forgotten", "pub struct C(u32);\nimpl C { pub fn n() -> u32 { self.0 } }\n",
             "n()", "n(&self)"),
        case("missing field", ORDER + "pub fn f(id: u32, items: Vec<String>) -> Order { Order { "
             "id } }\n",
             "Order { id }", "Order { id, items }"),
        case("undeclared field", "pub struct P { x: u32 }\nimpl P { "
             "pub fn new(x: u32, y: u32) -> P "
             "{ P { x, y } }\n pub fn f(&self) -> u32 { self.x } }\n", "{ x: u32 }", "{ "
             "x: u32, y: u32 }"),
        case("missing arm", "pub enum E { A, B, C }\n"
             "pub fn f(e: E) -> u8 { match e { E::A => 1, E::B => 2 } }\n",
             "E::B => 2", "E::B => 2, E::C => 2"),
        case("derive", "pub struct P;\npub fn f() -> String { format!(\"{:?}\", P) }\n",
             "pub struct", "#[derive(Debug)]\npub struct"),
        case("derive another", "#[derive(Debug)]\npub struct P;\npub fn f(p: &P) -> P { "
             "Clone::clone(p) }\n",
             "(Debug)", "(Debug, Clone)"),
        case("lend", "pub fn f(v: Vec<u8>) -> usize { let a = g(v);\n a + v.len() }\n"
             "fn g(v: Vec<u8>) -> usize { v.len() }\n",
             "g(v);", "g(&v);", "g(v: Vec", "g(v: &Vec"),
        case("iterate by reference", "pub fn f(v: Vec<String>) -> usize { let mut n = 0;\n"
             "for s in v { n += s.len(); }\n n + v.len() }\n", "in v", "in &v"),
        case("take", "pub struct S { n: Option<String> }\n"
             "impl S { pub fn f(&mut self) -> Option<String> { self.n } }\n", "self.n }",
             "self.n.take() }"),
        case("iterate mutably", "pub fn f(v: &mut Vec<String>) { for s in v.iter() { "
             "s.push('x'); } }\n",
             "iter()", "iter_mut()"),
        case("bind a temporary", "pub fn f() -> usize {\n    let parts: Vec<&str> = "
             "String::from(\"a b\").split(' ').collect();\n    parts.len()\n}\n",
             "let parts: Vec<&str> = String::from(\"a b\")",
             "let value = String::from(\"a b\");\nlet parts: Vec<&str> = value"),
        case("clone as the last resort", "pub fn f(v: Vec<u8>) -> (Vec<u8>, Vec<u8>) { (v, v) }\n",
             "(v, v)", "(v.clone(), v)"),
        case("return an owned value", "pub fn f(n: u32) -> &'static str { "
             "let s = n.to_string();\n &s }\n",
             "&'static str", "String", "&s }", "s }"),
        case("closing parenthesis", "pub fn f(x: u32) -> u32 {\n    let y = g(x;\n    y\n}\n"
             "fn g(x: u32) -> u32 { x }\n", "g(x;", "g(x);"),
        case("closing bracket", "pub fn f(v: &[u8]) -> u8 {\n    let y = v[0;\n    y\n}\n",
             "v[0;", "v[0];"),
        case("closing brace", "pub fn f(x: u32) -> u32 {\n    if x > 1 {\n        return 2;\n"
             "    x\n}\n\n"
             "pub fn g() {}\n", "return 2;\n", "return 2;\n    }\n"),
        case("opening brace", "pub fn f(x: u32) -> u32\n    if x > 1 {\n        return 2;\n"
             "    }\n    x\n}\n",
             "-> u32\n", "-> u32 {\n"),
        case("closing quote", "pub fn f() -> usize {\n    g(\"abc, 1)\n}\n\n"
             "fn g(s: &str, n: usize) -> usize { s.len() + n }\n", "\"abc,", "\"abc\","),
        case("arrow of an arm", "pub fn f(x: u8) -> u8 { match x { 0 1, _ => 2 } }\n", "0 1",
             "0 => 1"),
        case("semicolon", "pub fn f() -> u8 {\n    let x = 1\n    let y = 2;\n    x + y\n}\n",
             "= 1\n", "= 1;\n"),
        case("unicode before it", "pub fn f(s: &str) -> String { let _é = \"🦀é\"; s }\n",
             "; s }", "; s.to_string() }"),
        case("a call too much", "pub struct Id(u8);\npub fn f(id: Id) -> Id { id.to_owned() }\n",
             ".to_owned()", ""),
        case("a conversion too much", "pub fn f(v: Vec<u8>) -> bool { v.into().is_empty() }\n",
             ".into()", ""),
        case("self too much", "pub struct C;\nimpl C { pub fn f(&self, n: u32) -> u32 { self.n } "
             "}\n", "self.n }", "n }"),
        case("self on a function", "fn twice(n: u32) -> u32 { n * 2 }\npub struct C(u32);\n"
             "impl C { pub fn f(&self) -> u32 { self.twice(self.0) } }\n", "self.twice", "twice"),
        case("field of a tuple", "pub struct C(f64);\nimpl C { pub fn f(&self) -> f64 { 0.sqrt() } "
             "}\n", "0.sqrt", "self.0.sqrt"),
        case("an iterator by name", "fn g(_: std::vec::IntoIter<u8>) {}\n"
             "pub fn f(v: Vec<u8>) { g(v) }\n", "g(v) }", "g(v.into_iter()) }"),
        case("what a bound offers", "pub fn f<T: AsRef<[u8]>>(x: T) -> usize { g(x) }\n"
             "fn g(b: &[u8]) -> usize { b.len() }\n", "g(x) }", "g(x.as_ref()) }"),
        case("unsized in a wrapper", "use std::error::Error;\npub fn f(x: &Box<dyn Error>) -> "
             "Option<&(dyn Error + 'static)> { Some(x) }\n", "Some(x)", "Some(x.as_ref())"),
        case("around a macro", "macro_rules! two { () => { 2u8 } }\npub fn f() -> Option<u8> {\n"
             "    two!()\n}\n", "    two!()", "    Some(two!())"),
        case("inside a macro", "pub struct P { n: u8 }\nimpl P { pub fn f(&self) { "
             "assert_eq!(n, 1); let _ = self.n; } }\n", "(n, 1)", "(self.n, 1)"),
        case("the other branch", "pub fn f(b: bool) -> usize {\n    let x = if b { 3 } else { "
             "Some(4) };\n    x.map_or(0, |n: usize| n)\n}\n", "{ 3 }", "{ Some(3) }"),
        case("bound of an element", "#[derive(Debug)]\npub struct E<T>(pub T);\n"
             "pub struct S<T>(pub Vec<E<T>>);\nimpl<T> S<T> {\n    pub fn f(&self) -> String { "
             "format!(\"{:?}\", self.0) }\n}\n", "impl<T>", "impl<T: std::fmt::Debug>"),
        case("a character's number", "pub fn f(c: char) -> u32 { c + 1 }\n", "c +",
             "c as u32 +"),
        case("a cast inside", "pub fn f(n: usize) -> u16 { n & 0xff }\n", "{ n &",
             "{ n as u16 &"),
        case("the value goes on", "pub fn f(s: &str) -> u8 {\n    let n = match s.parse::<u8>() {\n"
             "        Err(_) => return 0,\n    };\n    n\n}\n", "return 0,",
             "return 0,\n        Ok(n) => n,"),
        case("exchanged, both wrong", "fn g(n: &[u8], s: &str) -> usize { s.len() + n.len() }\n"
             "pub fn f(s: &str, n: &[u8]) -> usize {\n    g(\n        s, // what\n        n,\n"
             "    )\n}\n", "s, // what\n        n", "n, // what\n        s"),
        case("the trait's side", "pub trait T { fn f(&self, n: u64); }\n"
             "impl T for () { fn f(&self, n: u32) { let _: u32 = n; } }\n", "n: u64", "n: u32"),
        case("two imports in one", "//- src/lib.rs\npub mod a;\npub mod b;\n//- src/a.rs\n"
             "pub fn x() {}\npub fn y() {}\n//- src/b.rs\npub fn z() { x(); y() }\n",
             "pub fn z", "use crate::a::{x, y};\n\npub fn z"),
        case("core where core is used", "use core::fmt;\npub fn f(a: &mut u8, b: &mut u8, _: &dyn "
             "fmt::Debug) { mem::swap(a, b) }\n", "use core::fmt;", "use core::fmt;\n"
             "use core::mem;"),
        case("renamed where it is defined", "pub fn cuont() -> u8 { 1 }\n"
             "pub fn f() -> u8 { count() + count() }\n", "cuont", "count"),
        case("elements of a collection", "pub fn f(s: &str) -> Vec<String> { "
             "s.split(' ').map(|w| w.trim()).collect() }\n", "w.trim()", "w.trim().to_string()"),
        case("a brace too much", "pub fn f(x: u8) -> u8 {\n    if x > 1 {\n        return 2;\n"
             "    }}\n    x\n}\n\npub fn g() {}\n", "}}", "}"),
        case("a bracket of an attribute", "#derive(Debug)]\npub struct P;\n", "#derive",
             "#[derive"),
        case("a parenthesis in a word", "pub fn f(v: &mut Vec<u8>) {\n    v.pushfrom());\n}\n"
             "fn from() -> u8 {\n    1\n}\npub fn g(v: &mut Vec<u8>) { v.push(2) }\n",
             "pushfrom", "push(from"),
        case("quote of an attribute", "#[cfg_attr(feature = \"x, derive(Debug))]\npub struct P;\n\n"
             "pub fn f() -> &'static str {\n    \"p\"\n}\n", "\"x,", "\"x\","),
        case("opening quote", "pub fn f() -> [&'static str; 2] {\n    [\n        a\",\n"
             "        \"b\",\n    ]\n}\n", "        a\"", "        \"a\""),
        case("async too much", "async fn n() -> Vec<u8> { vec![] }\npub fn f() -> usize { "
             "n().len() }\n", "async fn", "fn"),
        case("await too much", "fn n() -> u8 { 1 }\npub fn f() -> u8 { n().await }\n",
             ".await", ""),
        case("await forgotten", "async fn n() -> Result<u8, ()> { Ok(1) }\n"
             "pub async fn f() -> Result<u8, ()> { let x = n()?;\n Ok(x) }\n", "n()?",
             "n().await?"),
        case("iterate to change", "pub fn f(mut v: Vec<u8>) -> Vec<u8> { for x in v { "
             "*x += 1; }\n v }\n", "in v", "in &mut v"),
        case("method that borrows", "pub struct S(String);\nimpl S {\n    fn n(self) -> usize { "
             "self.0.len() }\n    pub fn f(&self) -> usize { self.n() }\n}\n", "n(self)",
             "n(&self)"),
        case("derives in order", "#[derive(Clone, Eq)]\npub struct P;\n", "Clone, Eq",
             "Clone, PartialEq, Eq"),
        case("all that a key needs", "use std::collections::HashMap;\n#[derive(Debug)]\npub struct "
             "Id(pub u8);\npub fn f(m: &mut HashMap<Id, u8>) { m.insert(Id(1), 2); }\n",
             "derive(Debug)", "derive(Debug, PartialEq, Eq, Hash)"),
        case("all bounds of a parameter", "use std::collections::HashMap;\npub fn f<K>(m: &mut "
             "HashMap<K, u8>, k: K) { m.insert(k, 2); }\n", "<K>", "<K: Eq + std::hash::Hash>"),
        case("the item of an iterator", "pub fn f<I: Iterator>(i: I) -> u8 { let mut n: u8 = 0; "
             "for x in i { n = x; } n }\n", "I: Iterator", "I: Iterator<Item = u8>"),
        case("what is summed", "pub fn f(v: &[f32]) -> bool { v.iter().sum() > 1.0 }\n",
             "sum()", "sum::<f32>()"),
        case("the kind of an error", "pub enum E { Number(std::num::ParseIntError), Other }\n"
             "pub fn f(s: &str) -> Result<u8, E> { Ok(s.parse::<u8>()?) }\n",
             "parse::<u8>()", "parse::<u8>().map_err(E::Number)"),
        case("an error as text", "pub fn f(s: &str) -> Result<u8, String> { Ok(s.parse::<u8>()?) }"
             "\n", "parse::<u8>()", "parse::<u8>().map_err(|error| error.to_string())"),
        case("the value of a thread", "pub fn f() -> usize { let v = std::thread::spawn(|| "
             "vec![1]).join(); v.len() }\n", "join()", "join().unwrap()"),
        case("extend by an option", "pub fn f(s: &str) -> String { let mut o = String::new(); "
             "o.push(s.chars().next()); o }\n", "push", "extend"),
        case("an empty arm", "pub fn f(x: Option<u8>) -> usize { match x { Some(n) => n as usize, "
             "None => {} } }\n", "{} }", "0 }"),
        case("several arguments", "fn g(a: i32, b: i32) -> i32 { a + b }\npub fn f(a: usize, b: "
             "usize) -> i32 { g(a, b) }\n", "{ g(a, b)", "{ g(a as i32, b as i32)"),
        case("both sides of an operator", "pub fn f<T: std::ops::Add<Output = T>>(a: &T, b: &T) "
             "-> T { a + b }\n", "Output = T>>", "Output = T> + Copy>", "a + b", "*a + *b"),
        case("the type that an index gives", "use std::ops::Index;\npub struct V(Vec<u8>);\n"
             "impl Index<usize> for V {\n    fn index(&self, i: usize) -> &u8 { &self.0[i] }\n}\n",
             "for V {", "for V { type Output = u8;"),
        case("a method as another type has it", "pub trait Named { fn name(&self) -> String; }\n"
             "pub struct Cat;\npub struct Dog;\nimpl Named for Cat {\n    fn name(&self) -> String "
             "{ \"cat\".to_string() }\n}\nimpl Named for Dog {}\n", "Dog {}",
             "Dog { fn name(&self) -> String { \"dog\".to_string() } }"),
        case("text of a number", "pub fn f(n: &u32) -> String { \"no \".to_string() + n }\n",
             "+ n", "+ &n.to_string()"),
        case("take what is held", "pub struct S { o: Option<String> }\nimpl S { pub fn f(&mut "
             "self) -> Option<usize> { self.o.map(|s| s.len()) } }\n", "self.o.map",
             "self.o.take().map"),
        case("a lent byte in floating point", "pub fn f(n: &u8) -> f64 { 1.5 * n }\n", "* n",
             "* f64::from(*n)"),
        case("the guard of a condition", "use std::sync::{Condvar, Mutex};\npub fn f(m: &Mutex<u8"
             ">, c: &Condvar) -> u8 {\n    let mut g = m.lock().unwrap();\n    g = c.wait(g);\n"
             "    *g\n}\n", "wait(g)", "wait(g).unwrap()"),
        case("one tuple", "pub fn f(v: &mut Vec<(u8, u8)>) { v.push(1, 2) }\n", "push(1, 2)",
             "push((1, 2))"),
        case("in tens", "pub fn f(c: char) -> bool { c.is_digit() }\n", "is_digit()",
             "is_digit(10)"),
        case("a use inside a macro goes first", "pub struct I { pub n: String }\npub fn f(v: &mut "
             "Vec<I>, l: &mut Vec<String>, i: I) {\n    v.push(i);\n    l.push(format!(\"{}\", "
             "i.n));\n}\n", "    v.push(i);\n    l.push(format!(\"{}\", i.n));\n",
             "    l.push(format!(\"{}\", i.n));\n    v.push(i);\n"),
        case("a small value bound by reference", "use std::collections::HashMap;\npub fn f(m: "
             "&HashMap<u8, usize>, v: &[u8]) -> usize { match m.get(&1) { Some(i) => *v.get(0)"
             ".unwrap() as usize + g(i), None => 0 } }\nfn g(i: usize) -> usize { i }\n",
             "Some(i)", "Some(&i)"),
        case("looked ahead", "pub fn f(s: &str) -> Option<char> { let mut i = s.chars(); "
             "i.peek().copied() }\n", "s.chars()", "s.chars().peekable()"),
        case("a field that may be empty", "pub struct N { v: u8, next: Option<usize> }\n"
             "pub struct L { next: Option<usize> }\nimpl L { pub fn f(&self) -> N { "
             "N { v: 1 } } }\n", "{ v: 1 }", "{ v: 1, next: None }"),
        case("async", "async fn n() -> u8 { 1 }\npub fn f() -> u8 { n().await }\n",
             "pub fn", "pub async fn"),
    ],
)  # fmt: skip
def test_what_was_meant_is_among_the_first(tmp_path: Path, broken: str, meant: str) -> None:
    mends(tmp_path, broken, meant)


@pytest.mark.parametrize(
    "text",
    [
        "pub fn f(x: std::cell::Cell<u8>) -> &'static std::cell::Cell<u8> { "
             "std::thread::park(x) }\n",
        "pub fn f() { let x: u8 = \"é\".parse::<Vec<u8>>(); }\n",
        "struct A { b: B } struct B { a: A }\npub fn f() {}\n",
        "pub fn f( { }\n", "fn\n", "\"", "/*", "'", "impl", "}}}}", "pub fn f() { match { } }\n",
        "macro_rules! m { ($x:expr) => { $x + \"a\" } }\npub fn f() -> u8 { m!(1) }\n",
        "pub fn f<F>(v: Vec, f: F) { for x in v { f(x); } }\n",
        "pub trait Shape {}\npub fn f(\"**\": Shape) {}\n",
        "//- src/lib.rs\nmod c;\n//- src/c++.rs\n//- src/c(.rs\n",
    ],
)  # fmt: skip
def test_no_rule_fails_on_odd_code(
    tmp_path: Path, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    crate = Crate.write(tmp_path, text)
    for candidate in proposals(crate):
        assert candidate.title
        assert 0 <= candidate.prior <= 1
    assert not caplog.records


def test_rules_stay_few_and_leave_other_files_alone(tmp_path: Path) -> None:
    crate = Crate.write(tmp_path, "pub fn f(v: Vec<u8>) -> String { v.iter().map(|x| x) }\n")
    diagnostics = crate.compile()
    context = crate.context(diagnostics)
    candidates = Proposer([Rules()]).candidates(diagnostics[0], context)
    assert len(candidates) < 60
    results = [tuple(context.sources.edited(c.edits).items()) for c in candidates]
    assert len(set(results)) == len(results)
    assert all(edit.span.file in crate.files for c in candidates for edit in c.edits)


def test_a_title_quotes_a_macro_as_it_is_written(tmp_path: Path) -> None:
    broken = (
        'fn eat(_: Vec<u8>) {}\npub fn f(v: Vec<u8>) {\n    eat(v);\n    println!("{:?}", v);\n}\n'
    )
    titles = [each.title for each in proposals(Crate.write(tmp_path, broken))]
    assert 'Put `println!("{:?}", v);` before `eat(v);`' in titles, titles
