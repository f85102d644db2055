"""Repairs that are made once in one crate and wanted in another: the crates, and how to ask."""

from pathlib import Path

from rustmend.domain import Candidate, Snapshot, Verdict
from rustmend.knowledge.journal import Journal
from rustmend.knowledge.pastfix import past_fix
from rustmend.learning.teach import keep, repaired
from rustmend.learning.texts import edits_between
from rustmend.propose import Proposer
from rustmend.propose.past import PastFixes
from rustmend.sources import Sources
from tiny_crate import Crate

FIRST = 12

# broken and mended in project A, broken and meant in project B
STORIES = {
    "borrow an argument": (
        "fn tally(rows: &[u8]) -> usize { rows.len() }\n"
        "pub fn show(ledger: Vec<u8>) -> usize { tally(ledger) }",
        ("tally(ledger)", "tally(&ledger)"),
        "pub struct Cart { items: Vec<String> }\nfn weigh(x: &Vec<String>, y: u8) -> u8 { y }\n"
        "impl Cart { pub fn go(self) -> u8 { weigh(self.items, 3) } }",
        ("self.items,", "&self.items,"),
    ),
    "a needless borrow": (
        "fn own(rows: Vec<u8>) {}\npub fn f(ledger: Vec<u8>) { own(&ledger) }",
        ("&ledger", "ledger"),
        "pub struct P;\nfn eat(a: u8, x: P) {}\npub fn g() { let q = P; eat(1, &q); }",
        ("&q", "q"),
    ),
    "clone what is used again": (
        "fn own(rows: Vec<u8>) {}\npub fn f(ledger: Vec<u8>) { own(ledger); own(ledger); }",
        ("own(ledger); own", "own(ledger.clone()); own"),
        "#[derive(Clone)]\npub struct Cart { n: u8 }\nfn pay(x: Cart) -> u8 { x.n }\n"
        "pub fn g(cart: Cart) -> u8 { let a = pay(cart); a + cart.n }",
        ("pay(cart)", "pay(cart.clone())"),
    ),
    "an owned string": (
        "pub fn f() -> String { \"ledger\" }",
        ("\"ledger\"", "\"ledger\".to_string()"),
        "pub struct Cart { name: String }\n"
        "pub fn g(label: &str) -> Cart { Cart { name: label } }",
        ("name: label", "name: label.to_string()"),
    ),
    "declare it mutable": (
        "pub fn f() { let ledger = Vec::new(); ledger.push(1u8); }",
        ("let ledger", "let mut ledger"),
        "pub struct Cart { n: u8 }\nimpl Cart { fn more(&mut self) { self.n += 1 } }\n"
        "pub fn g(cart: Cart) -> u8 { cart.more(); cart.n }",
        ("g(cart", "g(mut cart"),
    ),
    "hand the error on": (
        "pub fn f(x: &str) -> Result<i32, std::num::ParseIntError> {\n"
        "    let ledger: i32 = x.parse::<i32>();\n    Ok(ledger)\n}",
        ("parse::<i32>()", "parse::<i32>()?"),
        "fn cart() -> Result<Vec<u8>, String> { Ok(vec![]) }\n"
        "pub fn g() -> Result<usize, String> { let all: Vec<u8> = cart(); Ok(all.len()) }",
        ("= cart()", "= cart()?"),
    ),
    "wrap the value": (
        "pub fn f(ledger: u8) -> Option<u8> { ledger }",
        ("{ ledger }", "{ Some(ledger) }"),
        "pub fn g(cart: &[String]) -> Option<usize> { if cart.is_empty() { return None; }\n"
        "    cart.len() + 1 }",
        ("cart.len() + 1", "Some(cart.len() + 1)"),
    ),
    "a field of self": (
        "pub struct Ledger { rows: u8 }\nimpl Ledger { pub fn f(&self) -> u8 { rows } }",
        ("{ rows }", "{ self.rows }"),
        "pub struct Cart { items: Vec<u8>, n: usize }\n"
        "impl Cart { pub fn g(&self) -> usize { let a = items.len(); a + self.n } }",
        ("items.len", "self.items.len"),
    ),
    "import of std": (
        "pub fn f() -> usize { let ledger: HashMap<u8, u8> = HashMap::new(); ledger.len() }",
        ("pub fn f", "use std::collections::HashMap;\n\npub fn f"),
        "use std::fmt;\n\npub fn g(cart: &HashMap<String, u8>) -> Option<fmt::Error> { None }",
        ("use std::fmt;", "use std::collections::HashMap;\nuse std::fmt;"),
    ),
    "another sort of name misspelt": (
        "pub fn f(ledger: u8) -> u8 { lledger }",
        ("lledger", "ledger"),
        "pub struct Cart;\npub fn g(x: &Carrt) {}",
        ("Carrt", "Cart"),
    ),
    "a cast to what was expected": (
        "pub fn f(ledger: u8) -> usize { ledger }",
        ("{ ledger }", "{ ledger as usize }"),
        "fn pay(x: u64) {}\npub fn g(cart: &[u8], n: u32) { pay(n) }",
        ("pay(n)", "pay(n as u64)"),
    ),
    "dereference": (
        "pub fn f(rows: &[u8]) -> u8 { let mut s = 0; for ledger in rows { s = ledger; } s }",
        ("s = ledger", "s = *ledger"),
        "pub fn g(cart: &u32) -> u32 { let x: u32 = cart; x }",
        ("= cart", "= *cart"),
    ),
    "semicolon too much": (
        "pub fn f(ledger: u8) -> u8 { ledger + 1; }",
        ("ledger + 1; ", "ledger + 1 "),
        "pub fn g(cart: &[u8]) -> usize { let n = cart.len(); n * 2; }",
        ("n * 2;", "n * 2"),
    ),
    "semicolon missing": (
        "pub fn f(ledger: u8) -> u8 { let rows = ledger + 1 rows }",
        ("ledger + 1 rows", "ledger + 1; rows"),
        "pub fn g(cart: &[u8]) -> usize {\n    let n = cart.len()\n    let m = 2;\n    n * m\n}",
        ("cart.len()\n", "cart.len();\n"),
    ),
    "make it public": (
        "mod books { fn ledger() -> u8 { 1 } }\npub fn f() -> u8 { books::ledger() }",
        ("{ fn ledger", "{ pub fn ledger"),
        "mod shop { pub struct Cart; impl Cart { fn pay(&self) {} } }\n"
        "pub fn g(x: shop::Cart) { x.pay() }",
        ("{ fn pay", "{ pub fn pay"),
    ),
    "a method's other name": (
        "pub fn f(ledger: &[u8]) -> usize { ledger.length() }",
        ("length", "len"),
        "pub fn g(cart: &str, n: usize) -> bool { cart.length() > n }",
        ("length", "len"),
    ),
    "a name misspelt": (
        "pub fn f(ledger: u8) -> u8 { leger }",
        ("leger", "ledger"),
        "pub struct Cart;\npub fn purchase(count: usize) -> usize { cuont + 1 }",
        ("cuont", "count"),
    ),
    "arguments swapped": (
        "fn own(rows: &str, n: u8) {}\npub fn f(ledger: u8) { own(ledger, \"\") }",
        ("own(ledger, \"\")", "own(\"\", ledger)"),
        "fn pay(a: u64, b: bool) {}\npub fn g(cart: u64) { pay(cart > 1, cart) }",
        ("pay(cart > 1, cart)", "pay(cart, cart > 1)"),
    ),
    "derive a trait": (
        "pub struct Ledger;\npub fn f(x: &Ledger) -> String { format!(\"{x:?}\") }",
        ("pub struct Ledger", "#[derive(Debug)]\npub struct Ledger"),
        "pub enum Cart { A, B(u8) }\npub fn g(x: Cart) { println!(\"{:?}\", x) }",
        ("pub enum Cart", "#[derive(Debug)]\npub enum Cart"),
    ),
    "a slice instead of a vector": (
        "pub fn f(ledger: &Vec<u8>) -> usize { ledger.len() }\n"
        "pub fn h(rows: &[u8]) -> usize { f(rows) }",
        ("&Vec<u8>", "&[u8]"),
        "fn pay(cart: &Vec<String>, n: usize) -> bool { cart.len() > n }\n"
        "pub fn g(all: &[String]) -> bool { pay(all, 1) }",
        ("&Vec<String>", "&[String]"),
    ),
    "collect first": (
        "pub fn f(ledger: &[u8]) -> Vec<u8> { ledger.iter().map(|row| row + 1) }",
        ("map(|row| row + 1)", "map(|row| row + 1).collect()"),
        "pub fn g(cart: &str) -> Vec<char> { let all: Vec<char> = cart.chars().rev(); all }",
        ("rev()", "rev().collect()"),
    ),
    "move into the closure": (
        "pub fn f(ledger: u8) -> impl Fn(u8) -> u8 { |x| x + ledger }",
        ("|x| x", "move |x| x"),
        "pub fn g(cart: String) -> Box<dyn Fn() -> usize> { Box::new(|| cart.len()) }",
        ("|| cart", "move || cart"),
    ),
    "a mutable receiver": (
        "pub struct Ledger { rows: Vec<u8> }\n"
        "impl Ledger { pub fn f(&self, x: u8) { self.rows.push(x) } }",
        ("&self", "&mut self"),
        "pub struct Cart { n: u8 }\nimpl Cart { pub fn g(&self) -> u8 { self.n += 1; self.n } }",
        ("&self", "&mut self"),
    ),
    "another way to read": (
        "pub fn f(ledger: Option<u8>) -> u8 { ledger.get_or(3) }",
        ("get_or(3)", "unwrap_or(3)"),
        "pub fn g(cart: Option<usize>, n: usize) -> usize { cart.get_or(n) }",
        ("get_or(n)", "unwrap_or(n)"),
    ),
    "a lifetime": (
        "pub struct Ledger { rows: &str }",
        ("Ledger { rows: &str", "Ledger<'a> { rows: &'a str"),
        "pub struct Cart { n: usize, item: &u8 }",
        ("Cart { n: usize, item: &u8", "Cart<'a> { n: usize, item: &'a u8"),
    ),
    "in a macro's arguments": (
        "fn own(rows: &[u8]) -> usize { rows.len() }\n"
        "pub fn f(ledger: Vec<u8>) { println!(\"{}\", own(ledger)); }",
        ("own(ledger)", "own(&ledger)"),
        "fn pay(x: &String) -> bool { x.is_empty() }\n"
        "pub fn g(cart: String) { assert!(!pay(cart), \"no\"); }",
        ("pay(cart)", "pay(&cart)"),
    ),
    "wrap in a type of the user's": (
        "pub struct UserId(u64);\n"
        "fn find(x: UserId) {}\n"
        "pub fn f(raw: u64) { find(raw) }",
        ("find(raw)", "find(UserId(raw))"),
        "pub struct OrderNo(String);\n"
        "pub struct Row { no: OrderNo }\n"
        "pub fn g(text: String) -> Row { Row { no: text } }",
        ("no: text", "no: OrderNo(text)"),
    ),
    "call a constructor of the user's": (
        "pub struct UserId(u64);\n"
        "impl UserId { fn new(x: u64) -> Self { UserId(x) } }\n"
        "fn find(x: UserId) {}\n"
        "pub fn f(raw: u64) { find(raw) }",
        ("find(raw)", "find(UserId::new(raw))"),
        "pub struct OrderNo(u8);\n"
        "impl OrderNo { fn new(x: u8) -> Self { OrderNo(x) } }\n"
        "pub fn g(n: u8) -> OrderNo { n + 1 }",
        ("n + 1", "OrderNo::new(n + 1)"),
    ),
    "put it on the heap": (
        "trait Sh {}\n"
        "struct A; impl Sh for A {}\n"
        "fn own(x: Box<dyn Sh>) {}\n"
        "pub fn f(a: u8) { own(A) }",
        ("own(A)", "own(Box::new(A))"),
        "pub enum List { Nil, Cons(u8, Box<List>) }\n"
        "pub fn g() -> List { List::Cons(1, List::Nil) }",
        ("List::Cons(1, List::Nil)", "List::Cons(1, Box::new(List::Nil))"),
    ),
    "end with Ok": (
        "pub fn f(x: &str) -> Result<(), String> {\n"
        "    if x.is_empty() { return Err(String::new()); } }",
        ("(String::new()); }", "(String::new()); } Ok(())"),
        "pub fn g(x: &str) -> Result<(), std::num::ParseIntError> {\n"
        "    let n: u8 = x.parse()?;\n"
        "    drop(n);\n"
        "}",
        ("drop(n);", "drop(n);\n    Ok(())"),
    ),
    "a missing receiver": (
        "pub struct L { n: u8 }\n"
        "impl L { pub fn f() -> u8 { self.n } }",
        ("f()", "f(&self)"),
        "pub struct C { items: Vec<u8> }\n"
        "impl C { pub fn total(extra: usize) -> usize { self.items.len() + extra } }",
        ("total(extra", "total(&self, extra"),
    ),
    "say the type of a sum": (
        "pub fn f(v: &[u8]) { let t = v.iter().copied().sum(); println!(\"{}\", t); }",
        ("sum()", "sum::<u8>()"),
        "pub fn g(w: &[u8]) -> bool { w.iter().copied().sum() > 3u8 }",
        ("sum()", "sum::<u8>()"),
    ),
    "say the type of a variable": (
        "pub fn f(v: &str) -> usize { let t = v.chars().collect(); 3 }",
        ("let t", "let t: Vec<_>"),
        "pub fn g(w: &[u8]) { let all = w.iter().rev().collect(); }",
        ("let all", "let all: Vec<_>"),
    ),
    "write through an entry": (
        "use std::collections::HashMap;\n"
        "pub fn f(m: &mut HashMap<u8, u8>) { m.entry(1).or_insert(0) += 1; }",
        ("m.entry(1)", "*m.entry(1)"),
        "use std::collections::BTreeMap;\n"
        "pub fn g(cart: &mut BTreeMap<String, u32>, k: String) {\n"
        "    cart.entry(k).or_default() += 5; }",
        ("cart.entry(k)", "*cart.entry(k)"),
    ),
    "loop over a borrow": (
        "pub fn f(v: Vec<u8>) -> usize { for x in v { drop(x); } v.len() }",
        ("in v", "in &v"),
        "pub struct C { items: Vec<String> }\n"
        "pub fn g(c: C) -> usize { for it in c.items { println!(\"{it}\"); } c.items.len() }",
        ("in c.items", "in &c.items"),
    ),
    "take out of an option": (
        "pub struct L { name: Option<String> }\n"
        "impl L { pub fn f(&mut self) -> Option<String> { self.name } }",
        ("{ self.name }", "{ self.name.take() }"),
        "pub struct C { next: Option<Box<u8>> }\n"
        "pub fn g(c: &mut C) -> Option<Box<u8>> { let v = c.next; v }",
        ("= c.next", "= c.next.take()"),
    ),
    "a bound": (
        "pub fn f<T>(a: T, b: T) -> bool { a > b }",
        ("<T>", "<T: PartialOrd>"),
        "pub fn g<X>(all: &[X]) -> bool { all[0] < all[1] }",
        ("<X>", "<X: PartialOrd>"),
    ),
    "the rest of a pattern": (
        "pub struct P { a: u8, b: u8 }\n"
        "pub fn f(p: P) -> u8 { let P { a } = p; a }",
        ("{ a } =", "{ a, .. } ="),
        "pub enum E { V { x: u8, y: u8, z: u8 } }\n"
        "pub fn g(e: E) -> u8 { match e { E::V { x, z } => x + z } }",
        ("{ x, z }", "{ x, z, .. }"),
    ),
    "the other fields by default": (
        "#[derive(Default)]\n"
        "pub struct P { a: u8, b: u8 }\n"
        "pub fn f() -> P { P { a: 1 } }",
        ("a: 1 }", "a: 1, ..Default::default() }"),
        "#[derive(Default)]\n"
        "pub struct Q { x: String, y: u8, z: bool }\n"
        "pub fn g(s: String) -> Q { Q { x: s, z: true } }",
        ("z: true }", "z: true, ..Default::default() }"),
    ),
    "a wildcard arm": (
        "pub fn f(x: u8) -> u8 { match x { 1 => 2, 3 => 4 } }",
        ("3 => 4", "3 => 4, _ => 0"),
        "pub fn g(s: &str) -> usize { match s { \"a\" => 1, \"b\" => 2 } }",
        ("\"b\" => 2", "\"b\" => 2, _ => 0"),
    ),
    "convert with a fallback": (
        "fn own(x: u8) {}\n"
        "pub fn f(n: u32) { own(n) }",
        ("own(n)", "own(n.try_into().unwrap_or(u8::MAX))"),
        "pub fn g(n: usize) -> u8 { let m: u8 = n; m }",
        ("= n", "= n.try_into().unwrap_or(u8::MAX)"),
    ),
    "import of a trait": (
        "pub fn f(b: &mut Vec<u8>) { b.write_all(b\"x\").ok(); }",
        ("pub fn f", "use std::io::Write;\npub fn f"),
        "use std::fs::File;\n"
        "pub fn g(mut file: File, n: u8) { writeln!(file, \"{n}\").ok(); }",
        ("use std::fs::File;", "use std::fs::File;\nuse std::io::Write;"),
    ),
    "lock first": (
        "use std::sync::Mutex;\n"
        "pub fn f(m: &Mutex<Vec<u8>>) { m.push(1) }",
        ("m.push", "m.lock().unwrap().push"),
        "use std::sync::Mutex;\n"
        "pub struct S { q: Mutex<String> }\n"
        "pub fn g(s: &S) -> usize { s.q.len() }",
        ("s.q.len", "s.q.lock().unwrap().len"),
    ),
    "call the getter": (
        "mod m { pub struct L { n: u8 } impl L { pub fn n(&self) -> u8 { self.n } } }\n"
        "pub fn f(l: &m::L) -> u8 { l.n }",
        ("{ l.n }", "{ l.n() }"),
        "pub mod k { pub struct Cart { size: usize }\n"
        "    impl Cart { pub fn size(&self) -> usize { self.size } } }\n"
        "pub fn g(c: &k::Cart) -> bool { c.size > 2 }",
        ("c.size >", "c.size() >"),
    ),
    "await it": (
        "async fn own() -> u8 { 1 }\n"
        "pub async fn f() -> u8 { own() }",
        ("{ own() }", "{ own().await }"),
        "async fn load(n: u8) -> String { n.to_string() }\n"
        "pub async fn g() -> usize { let s: String = load(1); s.len() }",
        ("load(1)", "load(1).await"),
    ),
    "index by usize": (
        "pub fn f(v: &[u8], i: u32) -> u8 { v[i] }",
        ("v[i]", "v[i as usize]"),
        "pub fn g(v: &[String], k: i64) -> &String { &v[k + 1] }",
        ("v[k + 1]", "v[(k + 1) as usize]"),
    ),
}  # fmt: skip


def teach(
    journal: Journal, folder: Path, text: str, change: tuple[str, str], *, explicit: bool = True
) -> None:
    crate = Crate.write(folder, text)
    assert text.count(change[0]) == 1, change
    sources = Sources(Snapshot())
    [file] = crate.files
    edits = edits_between({file: text.encode()}, {file: text.replace(*change).encode()})
    mended = Verdict(True, (), (), (), ())
    for diagnostic in crate.compile():
        fix = repaired(diagnostic, edits, mended, sources)
        past = past_fix(fix, sources, root=folder, toolchain="1")
        assert keep(journal, past, fix, sources, explicit=explicit) is not None


def offered(journal: Journal, crate: Crate) -> list[Candidate]:
    diagnostics = crate.compile()
    assert diagnostics, "the crate is not broken"
    proposer = Proposer([PastFixes(journal.rewrites.all)])
    context = crate.context(diagnostics)
    return [one for each in diagnostics for one in proposer.candidates(each, context)[:FIRST]]


def results(crate: Crate, candidates: list[Candidate]) -> list[str]:
    sources = Sources(Snapshot())
    edited = [sources.edited(candidate.edits) for candidate in candidates]
    return ["".join(next(iter(texts.values())).decode().split()) for texts in edited]
