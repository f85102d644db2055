"""Where an edit is made counts: in a manifest, in what runs while building, in tests."""

import pytest

from flags import LIBRARY, ROOT, error, flagged, flags
from rustmend.domain import Caution, Span, TextEdit
from workspaces import package, target

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
    library = target(ROOT / "mac/src/lib.rs", "proc-macro", "mac")
    macro = package(ROOT / "mac", library, name="mac")
    helped = target(ROOT / "h/src/lib.rs", name="helper")
    helper = package(ROOT / "helper", helped, name="helper")
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
    built = target(ROOT / "build/main.rs", "custom-build", "build-script-main")
    own = package(ROOT, *LIBRARY.targets, built)
    others = {"build/main.rs": script, "build/gen.rs": "mod deep;\n"}
    others.pop(file, None)
    found = flags("fn f() { a() }\n", "fn f() { b() }\n", file=file, packages=(own,),
                  others=others)  # fmt: skip
    assert (Caution.EDITS_BUILD_TIME in found) == runs


def test_only_the_packages_own_tests_may_panic() -> None:
    before, after = "fn f(x: Option<u8>) -> u8 {\n    g(x)\n}\n", "g(x.unwrap())"
    changed = before.replace("g(x)", after)
    assert Caution.PANICS not in flags(before, changed, file="tests/it.rs")
    assert Caution.PANICS in flags(before, changed, file="src/lib.rs")
    below = package(ROOT / "tests/app")
    assert Caution.PANICS in flags(
        before, changed, file="tests/app/src/lib.rs", packages=(LIBRARY, below)
    )


def test_a_test_that_may_panic_excuses_no_other_file() -> None:
    path, other = ROOT / "src/lib.rs", ROOT / "tests/it.rs"
    text = b"fn f(x: Option<u8>) -> u8 {\n    x\n}\n"
    at = text.index(b"x\n}") + 1
    edits = tuple(TextEdit(Span(file, at, at), ".unwrap()") for file in (path, other))
    assert Caution.PANICS in flagged({path: text, other: text}, edits, error(path))


def test_what_comes_after_the_tests_is_no_test() -> None:
    before = "#[cfg(test)]\nmod t {\n    fn a() {}\n}"
    path, at = ROOT / "src/lib.rs", len(before)
    for place, panics in ((at, True), (at - 1, False)):
        edit = TextEdit(Span(path, place, place), "\nfn b(x: Option<u8>) { x.unwrap(); }\n")
        found = flagged({path: before.encode()}, [edit], error(path, code="E0425"))
        assert (Caution.PANICS in found) is panics
