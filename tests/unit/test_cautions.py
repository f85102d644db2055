"""Each caution is found where it belongs, and an ordinary mend carries none."""

import re

import pytest

from flags import ROOT, error, flagged, flags
from rustmend.domain import Caution, Diagnostic, Label, Level, Span, TextEdit
from workspaces import package, target


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("use std::fmt;\nfn f() {}\n", "fn f() {}\n"),
        ("use std::{fmt, io};\nfn f() {}\n", "use std::io;\nfn f() {}\n"),
        ("fn f() { let mut x = 1; g(x); }\n", "fn f() { let x = 1; g(x); }\n"),
        ("fn f() -> u8 { 1; }\n", "fn f() -> u8 { 1 }\n"),
        ("fn f(x: u8) { g(&x) }\n", "fn f(x: u8) { g(x) }\n"),
        ("fn f(x: u8) { g(x.clone()) }\n", "fn f(x: u8) { g(x) }\n"),
        ("fn f(x: u8) -> u8 { Some(x) }\n", "fn f(x: u8) -> u8 { x }\n"),
        ("fn f(x: u8) -> u8 { g(x).unwrap() }\n", "fn f(x: u8) -> u8 { g(x)? }\n"),
        ("fn f() { *n += 1; }\n", "fn f() { *n.lock().unwrap() += 1; }\n"),
        ('fn f() { println!("{n}"); }\n', 'fn f() { println!("{}", n.lock().unwrap()); }\n'),
        ("fn f() { let x: Vec<HashMap<u8, u8>> = g(); }\n", "fn f() { let x = g(); }\n"),
        ("fn f() { lenght(a.b, c) }\n", "fn f() { length(a.b, c) }\n"),
        ("fn f() { g(std::sync::Arc::new(x)) }\n", "fn f() { g(x) }\n"),
        ("fn f() { foo(1 }\nfn g() { h() }\n", "fn f() { foo(1) }\nfn g() { h() }\n"),
        ("#[derive(Debug)]\nstruct A;\n", "#[derive(Debug, Clone)]\nstruct A;\n"),
        ("fn f() -> u8 { return 1; }\n", "fn f() -> u8 { 1 }\n"),
        ("fn f() { a(); }\n", "use x::a;\nfn f() { a(); }\n"),
        ("fn f(x: T) { g(x); h(x) }\n", "fn f(x: T) { g(&x); h(x) }\n"),
        ("fn f(x: u8) { g(x, 1) }\n", "fn f(x: u8) { g(x) }\n"),
        ("fn f(v: &V) { v.iter().map(|x| x + 1) }\n", "fn f(v: &V) { v.iter().map(|&x| x + 1) }\n"),
        ('fn f() { run(s, "a\\nb\\nc\\td") }\n', "fn f() { run(s) }\n"),
        ("fn f() { let x = 1; a(move || x) }\n", "fn f() { let x = 1; a(|| x) }\n"),
        ('fn f() { g("é") }\n', 'fn f() { g("é".to_string()) }\n'),
        ("fn f() {\r\n    g(x)\r\n}\r\n", "fn f() {\r\n    g(&x)\r\n}\r\n"),
    ],
)
def test_ordinary_mends_carry_no_caution(before: str, after: str) -> None:
    assert flags(before, after) == set()


@pytest.mark.parametrize(
    ("before", "after", "caution"),
    [
        ("fn f() { a() }", "fn f() { todo!() }", Caution.ADDS_TODO),
        ("fn f() -> u8 { a() }", "fn f() -> u8 { unimplemented!() }", Caution.ADDS_TODO),
        ("fn f() { a() }", "fn f() { unsafe { a() } }", Caution.ADDS_UNSAFE),
        ("impl Send for A {}", "unsafe impl Send for A {}", Caution.ADDS_UNSAFE),
        ("fn f() { a() }", "#[allow(dead_code)]\nfn f() { a() }", Caution.SILENCES_LINT),
        ("fn f() { a() }", "#![allow(warnings)]\nfn f() { a() }", Caution.SILENCES_LINT),
        ("#![deny(missing_docs)]\nfn f() {}", "fn f() {}", Caution.SILENCES_LINT),
        ("fn f() { a()?; }", "fn f() { a().ok(); }", Caution.SWALLOWS_ERROR),
        ("fn f() -> O<u8> { g() }", "fn f() -> O<u8> { g().ok() }", Caution.SWALLOWS_ERROR),
        ("fn f() { a(); }", "fn f() { let _ = a(); }", Caution.SWALLOWS_ERROR),
        ("fn f() { a(); }", "fn f() { if let Ok(x) = a() { x } }", Caution.SWALLOWS_ERROR),
        ("fn f() { a()?; }", "fn f() { a(); }", Caution.SWALLOWS_ERROR),
        ("fn f() { let x = a()?; }", "fn f() { let x = a(); }", Caution.SWALLOWS_ERROR),
        ("fn f() { a() }", "fn f() { a().unwrap() }", Caution.PANICS),
        ("fn f() { a() }", 'fn f() { a().expect("b") }', Caution.PANICS),
        ("fn f() { a.map(g) }", "fn f() { a.map(Result::unwrap) }", Caution.PANICS),
        ("fn f() { g(m) }", "fn f() { g(m.lock().unwrap().get(1).unwrap()) }", Caution.PANICS),
        ("fn f() { g(m) }", "fn f() { g(NonZeroU8::new(m).unwrap()) }", Caution.PANICS),
        ("fn f() { a() }", "fn f() { std::process::exit(1); a() }", Caution.PANICS),
        ("fn f() { match a { B => 1 } }", "fn f() { match a { B => 1, C => panic!() } }",
         Caution.PANICS),
        ("fn f() { a.get(i) }", "fn f() { a[i] }", Caution.PANICS),
        ("fn f() { a.first() }", "fn f() { a[0] }", Caution.PANICS),
        ("fn f() { g(s.v) }", "fn f() { g(s.v.take()) }", Caution.DEFAULT_VALUE),
        ("fn f() { g(s.v) }", "fn f() { g(std::mem::take(&mut s.v)) }", Caution.DEFAULT_VALUE),
        ("fn f() { g(a) }", "fn f() { g(Box::leak(a)) }", Caution.LEAKS),
        ("fn f() { g(a) }", "fn f() { g(a); std::mem::forget(a) }", Caution.LEAKS),
        ("fn f() { g(a) }", "fn f() { g(a.clone()) }", Caution.ADDS_CLONE),
        ("fn f() { g(a) }", "fn f() { g(Arc::clone(&a)) }", Caution.ADDS_CLONE),
        ('fn f() { println!("{}", a) }', 'fn f() { println!("{}", a.clone()) }',
         Caution.ADDS_CLONE),
        ("fn f() { g(a) }", "fn f() { g(a as u8) }", Caution.LOSSY_CAST),
        ("fn f() { match a { B => 1 } }", "fn f() { match a { B => 1, _ => 2 } }",
         Caution.WILDCARD_ARM),
        ("fn f() { g(a) }", "fn f() { g(a, Default::default()) }", Caution.DEFAULT_VALUE),
        ("fn f() { g(a) }", "fn f() { g(a, 0) }", Caution.DEFAULT_VALUE),
        ("fn f() { S { a } }", "fn f() { S { a, b: None } }", Caution.DEFAULT_VALUE),
        ("fn f() { g(a) }", "fn f() { g(a.unwrap_or_default()) }", Caution.DEFAULT_VALUE),
        ("fn f() { g(a, b) }", "fn f() { g(b, a) }", Caution.SWAPS_ARGUMENTS),
        ("fn f() { g(a, &b) }", "fn f() { g(b, &a) }", Caution.SWAPS_ARGUMENTS),
        ("pub fn f(a: u8) {}", "pub fn f(a: u16) {}", Caution.PUBLIC_SIGNATURE),
        ("pub fn f() {}", "pub async fn f() {}", Caution.PUBLIC_SIGNATURE),
        ("impl A { pub fn f(&self) {} }", "impl A { pub fn f(&mut self) {} }",
         Caution.PUBLIC_SIGNATURE),
        ("pub trait T { fn f(&self); }", "pub trait T { fn f(&mut self); }",
         Caution.PUBLIC_SIGNATURE),
        ("pub struct S { pub a: u8 }", "pub struct S { pub a: u16 }", Caution.PUBLIC_SIGNATURE),
    ],
)  # fmt: skip
def test_each_caution_is_found(before: str, after: str, caution: Caution) -> None:
    assert caution in flags(before + "\n", after + "\n")


def test_private_and_unnamed_changes_leave_the_public_signature_alone() -> None:
    assert flags("fn f(a: u8) {}\n", "fn f(a: u16) {}\n") == set()
    assert flags("pub fn f(a: V) {}\n", "pub fn f(mut a: V) {}\n") == set()
    assert flags("pub fn f(a: V) { g(a) }\n", "pub fn f(a: V) { g(&a) }\n") == set()
    program = package(ROOT, target(ROOT / "src/main.rs", "bin"))
    changed = flags(
        "pub fn f(a: u8) {}\n", "pub fn f(a: u16) {}\n", file="src/main.rs", packages=(program,)
    )
    assert changed == set()


def test_a_widening_cast_is_not_lossy() -> None:
    def cast(found: str, to: str) -> bool:
        flagged = flags(
            "fn f() { g(a) }\n", f"fn f() {{ g(a as {to}) }}\n", found=f"found `{found}`"
        )
        return Caution.LOSSY_CAST in flagged

    assert not cast("u32", "u64")
    assert not cast("u8", "i16")
    assert not cast("i32", "f64")
    assert not cast("u16", "usize")
    assert cast("u64", "u32")
    assert cast("i32", "u64")
    assert cast("u32", "usize")
    assert cast("i64", "f64")
    assert cast("f64", "i32")
    assert not cast("u8", "f16")
    assert cast("u16", "f16")
    assert cast("*const u8", "u16")
    assert cast("u1", "u64"), "a name that is like a type's"
    assert not cast("u32", "i64")
    assert cast("u32`, which is not `From<u64>", "i64"), "of the type in another it may be, too"


def test_a_default_for_a_result_swallows_its_error() -> None:
    found = "expected `u8`, found `Result<u8, Error>`"
    after = "fn f() { g(a.unwrap_or_default()) }\n"
    assert Caution.SWALLOWS_ERROR in flags("fn f() { g(a) }\n", after, found=found)


def test_names_used_under_a_cfg_are_watched() -> None:
    code = 'use std::io;\nfn f() {}\n#[cfg(feature = "x")]\nfn g() { io::stdin(); }\n'
    assert Caution.INACTIVE_CFG in flags(code, code.replace("use std::io;\n", ""))
    needless = "fn f() {\n    let mut x = 1;\n    #[cfg(windows)]\n    { x = 2; }\n    g(x);\n}\n"
    assert Caution.INACTIVE_CFG in flags(needless, needless.replace("let mut", "let"))
    tested = "use std::io;\nfn f() {}\n#[cfg(test)]\nmod t { use super::io; }\n"
    assert Caution.INACTIVE_CFG not in flags(tested, tested.replace("use std::io;\n", ""))


@pytest.mark.parametrize(
    ("value", "caution"),
    [
        ("todo!()", Caution.ADDS_TODO),
        ("unsafe { g() }", Caution.ADDS_UNSAFE),
        ("h().unwrap()", Caution.PANICS),
        ("g as u8", Caution.LOSSY_CAST),
    ],
)
def test_what_makes_a_text_parse_is_looked_at(value: str, caution: Caution) -> None:
    path = ROOT / "src/lib.rs"
    text = b"fn f() -> u8 {\n    let x = ;\n    x\n}\n"
    at = text.index(b";")
    edit = TextEdit(Span(path, at, at), value)
    assert caution in flagged({path: text}, [edit], error(path, at=at, code=None))


def replaced(before: str, old: str, new: str, code: str | None, *, renames: bool) -> set[Caution]:
    """Return what speaks against ``new`` at every ``old``."""
    path = ROOT / "src/lib.rs"
    edits = [TextEdit(Span(path, at.start(), at.end()), new) for at in re.finditer(old, before)]
    label = Label(edits[0].span, "", True)
    diagnostic = Diagnostic(code, Level.ERROR, "", (label,))
    return flagged({path: before.encode()}, edits, diagnostic, renames=renames)


@pytest.mark.parametrize("text", ["func g() {}", "func g(a: u8, b: u8) -> u8 { a + b }"])
def test_a_word_of_another_language_among_other_items_hides_nothing(text: str) -> None:
    before = f"mod nope;\npub {text}\npub fn f() -> u8 {{ 1 }}\n"
    assert replaced(before, "func", "fn", None, renames=False) == set()


def test_a_new_name_is_no_new_arm_but_may_make_a_value_up() -> None:
    arms = "pub fn f(k: Kind) -> u8 { match k { Kind::Old => 1, Kind::Other => 2 } }"
    assert replaced(arms, "Old", "New", "E0599", renames=True) == set()
    assert Caution.DEFAULT_VALUE in replaced(arms, "Old", "New", "E0599", renames=False)
    call = "pub fn f(o: Own) -> u8 { o.fallback() }"
    found = replaced(call, "fallback", "unwrap_or_default", "E0599", renames=True)
    assert Caution.DEFAULT_VALUE in found


@pytest.mark.parametrize(
    ("argument", "goes"),
    [
        ("a.b.c.d", True),
        ("x + y * z == w", True),
        ("Foo { a: 1, b: n, c: d }", True),
        ("line!()", True),
        ("line!(a.b.c)", False),
        ("{ n <<= 1 }", False),
        ("if a { b } else { return c }", False),
        ("if a.b.c { d } else { break }", False),
        ("loop { break a.b.c }", False),
        ("db.into_committed(x)", False),
        ("rows.by_ref().collect::<Vec<_>>()", False),
        ("h(a)", False),
        ("v.pop()", False),
        ("{ n += 1; n + n + n }", False),
        ("a.b.c.d?", False),
    ],
)
def test_an_argument_that_is_taken_no_more_goes_unless_it_does_something(
    argument: str, goes: bool
) -> None:
    text, file = f"fn f() {{ g(x, {argument}); }}\n", ROOT / "src/lib.rs"
    start = text.index(argument)
    span = Span(file, start, start + len(argument))
    labels = (
        Label(Span(file, 9, 10), "", True),
        Label(span, "unexpected argument #2 of type `u8`", False),
    )
    surplus = Diagnostic("E0061", Level.ERROR, "takes 1 argument but 2", labels)
    edit = TextEdit(Span(file, start - 2, span.end), "")
    assert (Caution.REMOVES_CODE not in flagged({file: text.encode()}, [edit], surplus)) is goes
    further = TextEdit(Span(file, start - 3, span.end), "")
    more = flagged({file: text.encode()}, [further], surplus)
    assert (more == flagged({file: text.encode()}, [further], None)) or not goes
