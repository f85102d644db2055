"""What an edit takes away must be flagged, and nothing else: hidden code is code that went."""

import pytest

from flags import ROOT, error, flagged, flags
from rustmend.domain import Caution, Span, TextEdit
from rustmend.learning.texts import edits_between

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
        pytest.param("audit(sum)", "audit;(sum)", id="call parted from its arguments"),
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
        ("let a = plot::line!(b); g(a)", "let a = b; g(a)"),
        ("let a = line!(b); g(a)", "let a = b; g(a)"),
        ("g(env!(audit()))", "g(0)"),
        ("log!(file!(b), c)", "log!(b, c)"),
        ("h(g); k(g())", "h(g); k(0)"),
        ("let x = !ok; g(x)", "let x = ok; g(x)"),
        ("let x = -n; g(x)", "let x = n; g(x)"),
    ],
)
def test_a_part_of_an_expression_that_went_is_flagged(old: str, new: str) -> None:
    assert Caution.REMOVES_CODE in flags(f"fn f() {{ {old} }}\n", f"fn f() {{ {new} }}\n")


@pytest.mark.parametrize(
    ("code", "at", "put"),
    [
        ("audit(sum);", "audit", "|| "),
        ("g(); audit(sum);", "audit", "||"),
        ("audit(sum);", "(", ";"),
        ("let n = a - b; g(n)", "- b", "; "),
        ("let n = a * b; g(n)", "* b", "; "),
        ("let n = 0..5; g(n)", "..5", "; "),
    ],
)
def test_a_mark_that_takes_code_away_is_flagged(code: str, at: str, put: str) -> None:
    text, file = f"fn f() {{ {code} }}\n".encode(), ROOT / "src/lib.rs"
    start = text.index(at.encode(), text.index(code.encode()))
    found = flagged({file: text}, [TextEdit(Span(file, start, start), put)], error(file))
    assert Caution.REMOVES_CODE in found


def test_marks_that_were_missing_take_nothing_away() -> None:
    file = ROOT / "src/lib.rs"
    for code, at, put in (
        ("spawn(audit())", "audit", "|| "),
        ("g()\n*n = 1;", "\n", ";"),
        ("g() h()", " h", ";"),
    ):
        text = f"fn f() {{ {code} }}\n".encode()
        start = text.index(at.encode())
        edit = TextEdit(Span(file, start, start), put)
        assert flagged({file: text}, [edit], error(file)) == set()


def test_what_a_macro_does_and_what_a_module_exports_is_watched() -> None:
    macro = "macro_rules! m { ($x:expr) => { f($x); g($x) } }\n"
    assert Caution.REMOVES_CODE in flags(macro, macro.replace("; g($x)", ""))
    exports = "pub use a::{b, c};\n"
    assert Caution.REMOVES_CODE in flags(exports, "pub use a::{b};\n")
    assert Caution.REMOVES_CODE not in flags(exports, "pub use crate::a::{b, d};\n")


def test_a_default_body_that_goes_is_code_that_goes() -> None:
    plain, full = "trait T {\n    fn f(&self) -> bool;\n}\n", "fn f(&self) -> bool { true }"
    bodied = plain.replace("fn f(&self) -> bool;", full)
    assert Caution.REMOVES_CODE in flags(bodied, plain)
    assert Caution.REMOVES_CODE not in flags(plain, bodied)


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


def test_moving_code_between_files_removes_nothing() -> None:
    one, other = ROOT / "src/a.rs", ROOT / "src/b.rs"
    before = {one: b"fn f() { g(1, 2, 3) }\nfn h() {}\n", other: b""}
    after = {one: b"fn h() {}\n", other: b"fn f() { g(1, 2, 3) }\n"}
    assert flagged(before, edits_between(before, after)) == set()
