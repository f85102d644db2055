"""Repairs that reach far from the error, or over several places: ``«old|new»`` marks each edit."""

import re

MARKED = {
    "a receiver, and the caller's binding": (
        "pub struct Counter { hits: u32 }\n"
        "impl Counter { pub fn bump(&«|mut »self) { self.hits += 1; } }\n"
        "pub fn run() -> u32 { let «|mut »c = Counter { hits: 0 }; c.bump(); c.hits }",
        "pub struct Basket { total: u64 }\n"
        "impl Basket { pub fn add(&«|mut »self, price: u64) { self.total = price; } }\n"
        "pub fn fill() -> Basket { let «|mut »basket = Basket { total: 0 };\n"
        "    basket.add(3); basket }",
    ),
    "a lifetime for a struct and its impl": (
        "pub struct Parser«|<'a>» { text: &«|'a »str }\n"
        "impl«|<'a>» Parser«|<'a>» { pub fn len(&self) -> usize { self.text.len() } }",
        "pub struct Window«|<'a>» { bytes: &«|'a »[u8] }\n"
        "impl«|<'a>» Window«|<'a>» { pub fn end(&self) -> usize { self.bytes.len() } }",
    ),
    "another pointer, import and all": (
        "use std::«rc::Rc|sync::Arc»;\nuse std::thread;\n"
        "pub fn share(all: Vec<u8>) { let shared = «Rc|Arc»::new(all);\n"
        '    thread::spawn(move || println!("{}", shared.len())); }',
        "use std::«rc::Rc|sync::Arc»;\nuse std::thread;\n"
        "pub fn report(title: String) { let kept = «Rc|Arc»::new(title);\n"
        "    let t = thread::spawn(move || kept.len()); t.join().unwrap(); }",
    ),
    "read before it is borrowed": (
        "pub fn shift(cells: &mut Vec<Vec<u8>>, i: usize) {\n"
        "    «|let value = cells[0].len() as u8;\n    »"
        "cells[i].push(«cells[0].len() as u8|value»);\n}",
        "pub struct Row { n: usize }\nimpl Row { fn add(&mut self, x: usize) { self.n += x; } }\n"
        "pub fn mix(rows: &mut Vec<Row>, at: usize) {\n"
        "    «|let value = rows[1].n;\n    »rows[at].add(«rows[1].n|value»);\n}",
    ),
    "a signature that returns the error": (
        "pub fn port(text: &str) -> «u16|Result<u16, std::num::ParseIntError>» {\n"
        "    let value = text.parse::<u16>()?;\n    «value|Ok(value)»\n}",
        "pub fn age(input: &str) -> «u32|Result<u32, std::num::ParseIntError>» {\n"
        "    let years = input.trim().parse::<u32>()?;\n    «years|Ok(years)»\n}",
    ),
    "another error in its place": (
        "pub fn number(text: &str) -> Result<u32, String> {\n"
        "    let n = text.parse::<u32>()«|.map_err(|e| e.to_string())»?;\n    Ok(n)\n}",
        "pub fn read(path: &str) -> Result<usize, String> {\n"
        "    let text = std::fs::read_to_string(path)«|.map_err(|e| e.to_string())»?;\n"
        "    Ok(text.len())\n}",
    ),
    "in a format string": (
        "#[derive(Debug)]\npub struct Event;\n"
        'pub fn log(event: &Event) -> String { format!("event: {«|:?»}", event) }',
        "#[derive(Debug)]\npub enum Mood { Calm }\n"
        'pub fn tell(mood: &Mood, n: u8) { println!("{} {«|:?»}", n, mood); }',
    ),
    "a type parameter that is not used": (
        "«|use std::marker::PhantomData;\n\n»"
        "pub struct Tag<T> { id: u8«|, marker: PhantomData<T>» }",
        "«|use std::marker::PhantomData;\n\n»"
        "pub struct Handle<R> { index: usize«|, marker: PhantomData<R>» }",
    ),
}


def side(text: str, *, after: bool) -> str:
    """Return a marked text as it is before or after its edits."""

    def chosen(found: re.Match[str]) -> str:
        old, _, new = found[1].partition("|")
        return new if after else old

    return re.sub("«([^»]*)»", chosen, text)


FAR = {
    name: (
        side(here, after=False),
        (side(here, after=False), side(here, after=True)),
        side(there, after=False),
        (side(there, after=False), side(there, after=True)),
    )
    for name, (here, there) in MARKED.items()
}
