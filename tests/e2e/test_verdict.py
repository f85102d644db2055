"""The verdict, over what the real rustc says of a program before and after an edit."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from rustmend.cargo.check import Report
from rustmend.cargo.messages import parse_line
from rustmend.cargo.verify import judge
from rustmend.domain import Diagnostic, Snapshot, Span, TextEdit, Verdict
from rustmend.sources import Sources

# Edits are written as they read in a review: «old|new».


def compiled(file: Path, text: str) -> Report:
    file.write_text(text)
    done = subprocess.run(
        ["rustc", "--edition=2024", "--crate-type=lib", "--emit=metadata", "--error-format=json",
         "-Adead_code", "-Aunused", "-o", file.with_suffix(".rmeta"), file],
        capture_output=True, text=True, check=False, cwd=file.parent,
    )  # fmt: skip
    found = []
    for line in done.stderr.splitlines():
        record = {
            "reason": "compiler-message",
            "package_id": "path+file:///x#0.1.0",
            "target": {"name": "x", "kind": ["lib"]},
            "message": json.loads(line),
        }
        parsed = parse_line(json.dumps(record).encode(), base=file.parent)
        if isinstance(parsed, Diagnostic):
            found.append(parsed)
    return Report(tuple(found), done.returncode == 0, frozenset())


def judged(tmp_path: Path, story: str) -> Verdict:
    """Judge the edit in ``story``; the target is its first error."""
    file = tmp_path / "lib.rs"
    before, after, edits = "", "", []
    for kept, old, new in re.findall(r"([^«]*)(?:«([^|]*)\|([^»]*)»|$)", story):
        start = len((before + kept).encode())
        if old or new:
            edits.append(TextEdit(Span(file, start, start + len(old.encode())), new))
        before, after = before + kept + old, after + kept + new
    old_report = compiled(file, before)
    assert old_report.diagnostics, "the story does not start with an error"
    target = next(each for each in old_report.diagnostics if each.is_error)
    new_report = compiled(file, after)
    file.write_text(before)
    return judge(
        target,
        old_report,
        new_report,
        [edits],
        Sources(Snapshot()),
        Sources(Snapshot({file: after.encode()})),
    )


def codes(diagnostics: tuple[Diagnostic, ...]) -> list[str | None]:
    return [each.code for each in diagnostics if each.is_error]


@pytest.mark.parametrize(
    ("story", "caused", "revealed"),
    [
        pytest.param(
            "pub fn f(s: &str) -> String { s«|.to_string()» }", [], [], id="nothing is left"
        ),
        pytest.param(
            "pub fn f(s: &str) -> String { s«|.to_string()» }\npub fn g() -> u8 { \"\" }",
            [], [], id="another error stays, and is neither",
        ),
        pytest.param(
            "pub fn f(v: Vec<u8>) -> usize { let n = «coun|v.len()»; drop(v); v.len() + n }",
            ["E0382"], [], id="a move of what the edit names is not certain to be old",
        ),
        pytest.param(
            "pub fn f(v: Vec<u8>) -> usize { let n: u8 = «\"\"|1»; drop(v); v.len() }",
            [], ["E0382"], id="a type error had hidden the borrow checker in the same body",
        ),
        pytest.param(
            "pub fn f(«v: Vec<u8>|v: &[u8]») -> usize { g(v) }\n"
            "fn g(v: &[u8]) -> usize { v.len() }\n"
            "pub fn h() -> usize { f(vec![1]) }",
            ["E0308"], [], id="a changed signature breaks its callers",
        ),
        pytest.param(
            "use std::collections::«HashMop|HashMap»;\n"
            "pub fn f() -> HashMap<u8, u8> { HashMap::new() }",
            [], [], id="an import and its users",
        ),
        pytest.param(
            "«|use std::collections::HashMap;\n»pub fn f() -> HashMap<u8, u8> { HashMap::new() }\n"
            "pub fn g(v: Vec<u8>) { f(); drop(v); println!(\"{}\", v.len()); }",
            [], ["E0382"], id="a macro in a body is a part of the item that uses the import",
        ),
        pytest.param(
            "pub fn f(v: «Vek|Vec»<u8>) { drop(v); println!(\"{}\", v.len()); }",
            ["E0382"], [], id="nor is a macro in the item that was edited",
        ),
        pytest.param(
            "mod m {\n    pub struct Own;\n"
            "    pub trait Size: Sized { fn len(self) -> usize { 0 } }\n"
            "    impl Size for Vec<u8> {}\n}\n«|use m::*;\n»"
            "macro_rules! make { ($n:ident, $v:ident, $b:block) => "
            "{ pub fn $n($v: Vec<u8>) -> usize $b } }\n"
            "pub fn f() -> Own { make!(g, v, { v.len(); v.len() }); Own }",
            ["E0382"], [], id="a macro may make a function of its own",
        ),
        pytest.param(
            "pub fn f() -> u8 { let x = vec![1; 3«|]»; x[0] }\n"
            "pub fn g(v: Vec<u8>) -> usize { drop(v); v.len() }",
            [], ["E0382"], id="an unclosed delimiter had hidden another item's move",
        ),
        pytest.param(
            "pub fn f() -> u8 { let x = vec![1; 3«|]»; x[0] }\npub fn g() -> u8 { nowhere }",
            ["E0425"], [], id="after a delimiter a name error counts as caused",
        ),
        pytest.param(
            "pub fn f(v: Vec<u8>) -> u32 { let n: u32 = «|*»v.iter().map(|x| *x as u64).sum(); n }",
            ["E0282"], [], id="what an edit leads to in its own statement is of its making",
        ),
        pytest.param(
            "pub fn f(o: Option<u8>) -> f64 { match o { Some(n) => 1.5 * «n|f64::from(n)» } }",
            [], ["E0004"], id="an arm's value has no part in whether the patterns cover all",
        ),
        pytest.param(
            "pub fn f(a: &str, b: &str) -> &«|'static »str { if a.is_empty() { b } else { a } }",
            [None, None], [], id="a changed signature answers for its body",
        ),
        pytest.param(
            "pub struct S;\npub fn g() -> u8 { \"\" }\nimpl «|std::fmt::»Display for S {\n"
            "    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result { Ok(()) }\n}",
            [], ["E0308"], id="an unknown trait had kept all items from being typed",
        ),
        pytest.param(
            "«|use std::fmt;\n»pub struct S;\npub fn g() -> fmt::Result { 1 }\n"
            "impl fmt::Display for S {\n"
            "    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result { Ok(()) }\n}",
            ["E0308"], [], id="but what uses the import may suffer from it",
        ),
        pytest.param(
            "«|use std::str::FromStr;\n»pub struct S;\npub fn g(_: &str) -> u8 { \"\" }\n"
            "impl FromStr for S {\n    type Err = u8;\n"
            "    fn from_str(_: &str) -> Result<S, u8> { Ok(S) }\n}",
            [], ["E0308"], id="the way to an import brings no name",
        ),
    ],
)  # fmt: skip
def test_new_errors_are_caused_unless_they_were_certainly_hidden(
    tmp_path: Path, story: str, caused: list[str], revealed: list[str]
) -> None:
    verdict = judged(tmp_path, story)
    assert codes(verdict.caused) == caused
    assert codes(verdict.revealed) == revealed
    assert verdict.verified == (not caused)


def test_an_error_that_only_moved_is_still_there(tmp_path: Path) -> None:
    verdict = judged(tmp_path, "pub fn f() -> u8 { «|let a = 1; »missing }")
    assert not verdict.target_gone
    assert not verdict.verified


def test_another_wrong_name_in_its_place_is_the_same_error(tmp_path: Path) -> None:
    verdict = judged(tmp_path, "pub fn f(n: u8) -> u8 { let s = n + «m|missing»; s }")
    assert not verdict.target_gone


def test_an_edit_at_the_border_of_the_error_does_not_hide_it(tmp_path: Path) -> None:
    verdict = judged(tmp_path, "pub fn f(s: String) -> u8 { «|&»s }")
    assert not verdict.verified


def test_an_error_in_an_unrelated_body_is_not_of_the_edits_making(tmp_path: Path) -> None:
    """Where a name error in a macro call stopped the analysis, other bodies come to light."""
    verdict = judged(
        tmp_path,
        "pub fn f() -> u8 { let v: u8 = «no_such!()|1»; v }\n"
        "pub fn g(v: Vec<u8>) -> usize { drop(v); v.len() }",
    )
    assert verdict.verified
    assert codes(verdict.revealed) in ([], ["E0382"])


def test_what_an_early_step_causes_is_not_lost_where_a_later_one_moves_it(tmp_path: Path) -> None:
    file = tmp_path / "lib.rs"
    before = (
        "pub fn f(v: Vec<u8>) -> usize {\n    drop(v);\n    let a = missing(1);\n"
        "    let m: HashMap<u8, u8> = Default::default();\n    a + m.len()\n}\n"
    )
    at = before.index("missing(1)")
    call = TextEdit(Span(file, at, at + len("missing(1)")), "v.len()")
    use = TextEdit(Span(file, 0, 0), f"// {'x' * 300}\nuse std::collections::HashMap;\n")
    old_report = compiled(file, before)
    middle = before.replace("missing(1)", "v.len()")
    after = use.text + middle
    new_report = compiled(file, after)
    file.write_text(before)
    texts = Sources(Snapshot()), Sources(Snapshot({file: after.encode()}))
    for steps in ([[call, use]], [[call], [use]]):
        verdict = judge(None, old_report, new_report, steps, *texts)
        assert codes(verdict.caused) == ["E0382"], steps
