"""What must be flagged, and what must not: an edit that hides code never passes as a mend."""

import difflib
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from rustmend.domain import Caution, Diagnostic, Label, Level, Snapshot, Span, TextEdit
from rustmend.propose import Context
from rustmend.propose.cautions import cautions
from rustmend.sources import Sources

ROOT = Path("/work space")


@dataclass(frozen=True)
class Target:
    name: str
    kinds: tuple[str, ...]
    src: Path
    edition: str = "2024"


@dataclass(frozen=True)
class Package:
    name: str
    root: Path
    targets: tuple[Target, ...]

    @property
    def manifest(self) -> Path:
        return self.root / "Cargo.toml"


@dataclass(frozen=True)
class FakeWorkspace:
    packages: tuple[Package, ...]
    root: Path = ROOT
    roots: tuple[Path, ...] = (ROOT,)
    target_directory: Path | None = None
    build_directory: Path | None = None
    extra: tuple[str, ...] = field(default=())


LIBRARY = Package("app", ROOT, (Target("app", ("lib",), ROOT / "src/lib.rs"),))


def edits_between(file: Path, before: bytes, after: bytes) -> tuple[TextEdit, ...]:
    """Return small edits, by whole lines, that turn ``before`` into ``after``."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    return tuple(
        TextEdit(Span(file, starts[i1], starts[i2]), b"".join(new[j1:j2]).decode())
        for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, old, new, False).get_opcodes()
        if tag != "equal"
    )


def flags(
    before: str,
    after: str,
    *,
    file: str = "src/lib.rs",
    found: str = "",
    code: str = "E0308",
    message: str = "mismatched types",
    packages: tuple[Package, ...] = (LIBRARY,),
    others: dict[str, str] | None = None,
) -> set[Caution]:
    path = ROOT / file
    texts = {path: before.encode()} | {ROOT / k: v.encode() for k, v in (others or {}).items()}
    sources = Sources(Snapshot(texts))
    span = Span(path, 0, 0)
    diagnostic = Diagnostic(code, Level.ERROR, message, (Label(span, found, True),))
    context = Context(FakeWorkspace(packages), sources, (diagnostic,))  # type: ignore[arg-type]  # only its packages are read
    edits = edits_between(path, before.encode(), after.encode())
    return set(cautions(sources, edits, context, diagnostic))


CODE = """\
mod cache;
use std::fmt;

fn total(prices: &[u32]) -> u32 {
    let mut sum = 0;
    for price in prices {
        sum += price;
    }
    audit(sum);
    sum
}

fn audit(sum: u32) {
    println!("{sum}");
}

#[derive(Debug)]
struct Order {
    id: u32,
    name: String,
}

#[cfg(test)]
mod tests {
    #[test]
    fn adds() {
        assert_eq!(super::total(&[1, 2]), 3);
    }
    #[test]
    fn empty() {
        assert_eq!(super::total(&[]), 0);
    }
}
"""
TOTAL = CODE[CODE.index("fn total") : CODE.index("fn audit")]
BODY = TOTAL[TOTAL.index("{") + 1 : TOTAL.rindex("}")]
AUDIT = CODE[CODE.index("fn audit") : CODE.index("#[derive")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(AUDIT, "#[cfg(any())]\n" + AUDIT, id="cfg any"),
        pytest.param(AUDIT, "#[cfg(test)]\n" + AUDIT, id="cfg test on production code"),
        pytest.param(AUDIT, '#[cfg(feature = "later")]\n' + AUDIT, id="cfg feature"),
        pytest.param(AUDIT, "#[cfg_attr(all(), cfg(any()))]\n" + AUDIT, id="cfg_attr"),
        pytest.param("mod cache;", "#![cfg(any())]\nmod cache;", id="inner cfg"),
        pytest.param(AUDIT, f"/*\n{AUDIT}*/\n", id="block comment"),
        pytest.param(BODY, f"/*{BODY}*/ 0", id="body commented out"),
        pytest.param("    audit(sum);", "    // audit(sum);", id="line comment"),
        pytest.param("    audit(sum);\n", "", id="statement deleted"),
        pytest.param("    audit(sum);", "    ();", id="statement replaced by nothing"),
        pytest.param("    audit(sum);", "    if false { audit(sum); }", id="if false"),
        pytest.param("    audit(sum);", "    while 1 > 2 { audit(sum); }", id="while never"),
        pytest.param("    audit(sum);", "    if cfg!(test) { audit(sum); }", id="cfg macro"),
        pytest.param(
            "    audit(sum);", "    let _later = || audit(sum);", id="closure never called"
        ),
        pytest.param("    audit(sum);", "    || audit(sum);", id="closure as a statement"),
        pytest.param("    audit(sum);", "    drop(|| audit(sum));", id="closure dropped"),
        pytest.param("    audit(sum);", "    let _ = async { audit(sum) };", id="never awaited"),
        pytest.param("    audit(sum);", "    for _ in 0..0 { audit(sum); }", id="no round"),
        pytest.param(
            "    audit(sum);", "    if true { return sum; }\n    audit(sum);", id="always returns"
        ),
        pytest.param(
            "    audit(sum);", "    match sum { _ if false => audit(sum), _ => {} }", id="guard"
        ),
        pytest.param(
            "    audit(sum);", "    'a: { break 'a; audit(sum); }", id="broken out of a block"
        ),
        pytest.param("    audit(sum);", "    return sum;\n    audit(sum);", id="early return"),
        pytest.param("    let mut sum", "    loop {}\n    let mut sum", id="loop in front"),
        pytest.param(BODY, " loop {} ", id="body replaced by loop"),
        pytest.param(BODY, " 0 ", id="body replaced by a literal"),
        pytest.param(BODY, " todo!() ", id="body replaced by todo"),
        pytest.param(AUDIT, "macro_rules! hidden { () => {\n" + AUDIT + "} }\n", id="macro_rules"),
        pytest.param(AUDIT, "stringify! {\n" + AUDIT + "}\n", id="stringify"),
        pytest.param(AUDIT, f'const OLD: &str = r#"{AUDIT}"#;\n', id="string"),
        pytest.param(AUDIT, "".join(f"/// {x}\n" for x in AUDIT.splitlines()), id="doc comment"),
        pytest.param("mod cache;\n", "", id="mod line dropped"),
        pytest.param("#[test]\n    fn empty", "fn empty", id="no longer a test"),
        pytest.param("#[test]\n    fn empty", "#[test]\n    #[ignore]\n    fn empty", id="ignored"),
        pytest.param(CODE[CODE.index("    #[test]\n    fn empty") : -2], "", id="test removed"),
        pytest.param(CODE[CODE.index("#[cfg(test)]") :], "", id="tests removed"),
        pytest.param("    name: String,\n", "", id="field removed"),
        pytest.param("#[derive(Debug)]\n", "", id="derive removed"),
        pytest.param("assert_eq!(super::total(&[]), 0);", "", id="assertion removed"),
        pytest.param(
            "    for price in prices {\n        sum += price;\n    }\n", "", id="loop removed"
        ),
        pytest.param("        sum += price;\n", "", id="emptied loop"),
        pytest.param(AUDIT, "", id="item deleted"),
        pytest.param(CODE, "", id="file emptied"),
    ],
)
def test_hiding_code_is_flagged(old: str, new: str) -> None:
    assert old in CODE
    assert Caution.REMOVES_CODE in flags(CODE, CODE.replace(old, new, 1))


def test_dropping_match_arms_branches_and_duplicates_is_flagged() -> None:
    code = "fn f(x: u8) -> u8 { match x { 0 => 1, 1 => g(x), _ => 2 } }\nfn g(x: u8) -> u8 { x }\n"
    assert Caution.REMOVES_CODE in flags(code, code.replace("1 => g(x), ", ""))
    branch = "fn f(x: u8) { if x > 1 { a(); } else { b(); } }\n"
    assert Caution.REMOVES_CODE in flags(branch, branch.replace(" else { b(); }", ""))
    condition = "fn f(x: u8) { if x > 1 && y(x) { a(); } }\n"
    assert Caution.REMOVES_CODE in flags(condition, condition.replace(" && y(x)", ""))
    twice = "fn f() {}\nfn f() {}\n"
    assert Caution.REMOVES_CODE in flags(twice, "fn f() {}\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("g(3, audit())", "g(3)"),
        ("g(3, q.pop().x)", "g(3)"),
        ("g(&v, save().unwrap())", "g(&v)"),
        ("g(a, b?)", "g(a)"),
        ("g(a, log!(b))", "g(a)"),
        ("g(a, audit())", "g(a.clone())"),
        ("save().await", "save()"),
        ("let x = save().await; h(x)", "let x = save(); h(x)"),
        ("v.iter().filter(ok).sum()", "v.iter().sum()"),
        ("v.iter().map(f).sum()", "v.iter().sum()"),
        ("let a = g(b); h(a)", "let a = /*g*/(b); h(a)"),
        ("let a = g(b); h(a)", "let a = b; h(a)"),
        ("match x { A if g() => 1, _ => 2 }", "match x { A => 1, _ => 2 }"),
        ("match x { A if y => 1, _ => 2 }", "match x { A => 1, _ => 2 }"),
        ("assert!(a && b)", "assert!(a)"),
        ("assert!(a || g(b))", "assert!(a)"),
        ('println!("{} {}", a, g(b))', 'println!("{}", a)'),
        ("if let Some(x) = a && b { g(x) }", "if let Some(x) = a { g(x) }"),
        ("if x { g() }", "if false && x { g() }"),
        ("if x { g() }", "if x && (false) { g() }"),
        ("let n = audit(); g(n)", "let n = 0; g(n)"),
        ("let n = audit(); g(n)", "let n = -1; g(n)"),
        ("let n = audit(); g(n)", "let n = x as u8; g(n)"),
        ("h(g); k(g())", "h(g); k(0)"),
        ("let x = !ok; g(x)", "let x = ok; g(x)"),
        ("let x = -n; g(x)", "let x = n; g(x)"),
    ],
)
def test_a_part_of_an_expression_that_went_is_flagged(old: str, new: str) -> None:
    assert Caution.REMOVES_CODE in flags(f"fn f() {{ {old} }}\n", f"fn f() {{ {new} }}\n")


def test_what_a_macro_does_and_what_a_module_exports_is_watched() -> None:
    macro = "macro_rules! m { ($x:expr) => { f($x); g($x) } }\n"
    assert Caution.REMOVES_CODE in flags(macro, macro.replace("; g($x)", ""))
    exports = "pub use a::{b, c};\n"
    assert Caution.REMOVES_CODE in flags(exports, "pub use a::{b};\n")
    assert Caution.REMOVES_CODE not in flags(exports, "pub use crate::a::{b, d};\n")


@pytest.mark.parametrize(
    ("old", "new", "code", "message"),
    [
        ("v.itr().sum()", "v.iter().sum()", "E0599", "no method named `itr` found"),
        ("p.name()", "p.name", "E0599", "field, not a method: `name`"),
        ("x()", "x", "E0618", "expected function, found `x`"),
        ("save().await", "save()", "E0728", "`await` is only allowed inside `async`"),
        ("g(1).await", "g(1)", "E0277", "`u8` is not a future"),
        ("!x", "x", "E0600", "cannot apply unary operator `!`"),
        ("v.iter().for_each(g())", "v.iter().for_each(g)", "E0277", "expected a closure"),
        ("v.iter().map(|x| g(x))", "v.iter().map(g)", "E0308", ""),
        ("v.into_iter().collect()", "v", "E0308", ""),
        ("g(x.as_ref(), String::from(y))", "g(x, y)", "E0308", ""),
        ("g(Some(a.to_vec()))", "g(a)", "E0308", ""),
        ("(g(x))", "g(x)", "E0308", ""),
        ("a.add(b)", "a + b", "E0599", ""),
        ('println("{}", x)', 'println!("{}", x)', "E0423", "expected function, found `println`"),
        ("g(x, y)", "g(x)", "E0061", ""),
        ("g(x, true)", "g(x)", "E0061", ""),
        ("g(a)?", "g(a)", "E0308", ""),
    ],
)
def test_undoing_a_slip_removes_nothing(old: str, new: str, code: str, message: str) -> None:
    before, after = f"fn f() {{ {old} }}\n", f"fn f() {{ {new} }}\n"
    assert flags(before, after, code=code, message=message) == set()


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
    program = Package("app", ROOT, (Target("app", ("bin",), ROOT / "src/main.rs"),))
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


def test_moving_code_between_files_removes_nothing() -> None:
    sources = Sources(
        Snapshot({ROOT / "src/a.rs": b"fn f() { g(1, 2, 3) }\nfn h() {}\n", ROOT / "src/b.rs": b""})
    )
    context = Context(FakeWorkspace((LIBRARY,)), sources, ())  # type: ignore[arg-type]  # only its packages are read
    edits = (
        *edits_between(ROOT / "src/a.rs", b"fn f() { g(1, 2, 3) }\nfn h() {}\n", b"fn h() {}\n"),
        *edits_between(ROOT / "src/b.rs", b"", b"fn f() { g(1, 2, 3) }\n"),
    )
    assert cautions(sources, edits, context) == ()


MANIFEST = '[package]\nname = "app"\n\n[dependencies]\nlog = "0.4"\n'


@pytest.mark.parametrize(
    ("after", "caution"),
    [
        (MANIFEST + 'rand = "0.9"\n', Caution.ADDS_DEPENDENCY),
        (MANIFEST.replace('log = "0.4"', 'log = { version = "0.4", features = ["x"] }'),
         Caution.ADDS_DEPENDENCY),
        (MANIFEST.replace('log = "0.4"\n', ""), Caution.REMOVES_CODE),
        (MANIFEST.replace('"app"\n', '"app"\nautotests = false\n'), Caution.REMOVES_CODE),
        (MANIFEST + '[lints.rust]\nunused = "allow"\n', Caution.SILENCES_LINT),
        (MANIFEST + '[lib]\ntest = false\n', Caution.REMOVES_CODE),
    ],
)  # fmt: skip
def test_manifest_edits(after: str, caution: Caution) -> None:
    assert caution in flags(MANIFEST, after, file="Cargo.toml")


def test_code_that_runs_while_building_is_flagged() -> None:
    macro = Package("mac", ROOT / "mac", (Target("mac", ("proc-macro",), ROOT / "mac/src/lib.rs"),))
    helper = Package(
        "helper", ROOT / "helper", (Target("helper", ("lib",), ROOT / "h/src/lib.rs"),)
    )
    packages = (LIBRARY, macro, helper)
    others = {"mac/Cargo.toml": '[dependencies]\nhelper = { path = "../helper" }\n'}
    for file in ("build.rs", "mac/src/lib.rs", "helper/src/lib.rs"):
        found = flags("fn f() { a() }\n", "fn f() { b() }\n", file=file, packages=packages,
                      others=others)  # fmt: skip
        assert Caution.EDITS_BUILD_TIME in found
    assert flags("fn f() { a() }\n", "fn f() { b() }\n", packages=packages, others=others) == set()


@pytest.mark.parametrize(
    ("script", "file", "runs"),
    [
        ("mod gen;", "build/gen.rs", True),
        ("mod gen;", "build/gen/mod.rs", True),
        ("mod gen;", "build/other.rs", False),
        ("mod gen;", "build/gen/deep.rs", True),
        ("mod inner { mod gen; }", "build/inner/gen.rs", True),
        ('#[path = "../src/lib.rs"] mod lib;', "src/lib.rs", True),
        ('#[cfg_attr(unix, path = "../src/lib.rs")] mod lib;', "src/lib.rs", True),
        ('include!("../src/lib.rs");', "src/lib.rs", True),
        ('include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/lib.rs"));', "src/lib.rs", True),
        ('include!("table.rs"); fn main() {}', "build/other.rs", False),
        ('include!(concat!(env!("OUT_DIR"), "/x.rs"));', "build/other.rs", True),
        ('include!(concat!(env!("OUT_DIR"), "/x.rs"));', "src/lib.rs", False),
    ],
)
def test_what_a_build_script_is_made_of_is_flagged(script: str, file: str, runs: bool) -> None:
    target = Target("build-script-main", ("custom-build",), ROOT / "build/main.rs")
    package = Package("app", ROOT, (*LIBRARY.targets, target))
    others = {"build/main.rs": script, "build/gen.rs": "mod deep;\n"}
    others.pop(file, None)
    found = flags("fn f() { a() }\n", "fn f() { b() }\n", file=file, packages=(package,),
                  others=others)  # fmt: skip
    assert (Caution.EDITS_BUILD_TIME in found) == runs


def test_only_the_packages_own_tests_may_panic() -> None:
    before, after = "fn f(x: Option<u8>) -> u8 {\n    g(x)\n}\n", "g(x.unwrap())"
    changed = before.replace("g(x)", after)
    assert Caution.PANICS not in flags(before, changed, file="tests/it.rs")
    assert Caution.PANICS in flags(before, changed, file="src/lib.rs")
    below = Package("app", ROOT / "tests/app", ())
    assert Caution.PANICS in flags(
        before, changed, file="tests/app/src/lib.rs", packages=(LIBRARY, below)
    )


def test_a_test_that_may_panic_excuses_no_other_file() -> None:
    path, other = ROOT / "src/lib.rs", ROOT / "tests/it.rs"
    text = b"fn f(x: Option<u8>) -> u8 {\n    x\n}\n"
    sources = Sources(Snapshot({path: text, other: text}))
    at = text.index(b"x\n}") + 1
    edits = tuple(TextEdit(Span(file, at, at), ".unwrap()") for file in (path, other))
    diagnostic = Diagnostic("E0308", Level.ERROR, "", (Label(Span(path, 0, 0), "", True),))
    context = Context(FakeWorkspace((LIBRARY,)), sources, (diagnostic,))  # type: ignore[arg-type]  # only its packages are read
    assert Caution.PANICS in cautions(sources, edits, context, diagnostic)


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
    sources = Sources(Snapshot({path: text}))
    at = text.index(b";")
    edits = (TextEdit(Span(path, at, at), value),)
    diagnostic = Diagnostic(None, Level.ERROR, "", (Label(Span(path, at, at), "", True),))
    context = Context(FakeWorkspace((LIBRARY,)), sources, (diagnostic,))  # type: ignore[arg-type]  # only its packages are read
    assert caution in cautions(sources, edits, context, diagnostic)


def test_a_default_body_that_goes_is_code_that_goes() -> None:
    plain, full = "trait T {\n    fn f(&self) -> bool;\n}\n", "fn f(&self) -> bool { true }"
    bodied = plain.replace("fn f(&self) -> bool;", full)
    assert Caution.REMOVES_CODE in flags(bodied, plain)
    assert Caution.REMOVES_CODE not in flags(plain, bodied)


def test_what_comes_after_the_tests_is_no_test() -> None:
    before = "#[cfg(test)]\nmod t {\n    fn a() {}\n}"
    path, at = ROOT / "src/lib.rs", len(before)
    sources = Sources(Snapshot({path: before.encode()}))
    diagnostic = Diagnostic("E0425", Level.ERROR, "", (Label(Span(path, 0, 0), "", True),))
    context = Context(FakeWorkspace((LIBRARY,)), sources, (diagnostic,))  # type: ignore[arg-type]  # only its packages are read
    for place, panics in ((at, True), (at - 1, False)):
        edit = TextEdit(Span(path, place, place), "\nfn b(x: Option<u8>) { x.unwrap(); }\n")
        found = cautions(sources, (edit,), context, diagnostic)
        assert (Caution.PANICS in found) is panics


def replaced(before: str, old: str, new: str, code: str | None, *, renames: bool) -> set[Caution]:
    """Return what speaks against ``new`` at every ``old``."""
    path = ROOT / "src/lib.rs"
    sources = Sources(Snapshot({path: before.encode()}))
    edits = tuple(
        TextEdit(Span(path, at.start(), at.end()), new) for at in re.finditer(old, before)
    )
    diagnostic = Diagnostic(code, Level.ERROR, "", (Label(edits[0].span, "", True),))
    context = Context(FakeWorkspace((LIBRARY,)), sources, (diagnostic,))  # type: ignore[arg-type]  # only its packages are read
    return set(cautions(sources, edits, context, diagnostic, renames=renames))


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
