"""The engine over real crates: what it mends, what it keeps, where it stops."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rustmend.domain import Caution, Snapshot, VerifiedLevel
from rustmend.search import Repair, repair
from rustmend.wiring import assemble

MANIFEST = '[package]\nname = "story"\nversion = "0.1.0"\nedition = "2024"\n'


@pytest.fixture
def crate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    monkeypatch.setenv("RUSTMEND_CACHE_PATH", str(tmp_path / "cache"))
    monkeypatch.setenv("RUSTMEND_JOURNAL_PATH", str(tmp_path / "journal.sqlite"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def make(library: str, **files: str) -> Path:
        root = tmp_path / "story"
        (root / "src").mkdir(parents=True)
        (root / "Cargo.toml").write_text(MANIFEST)
        (root / "src" / "lib.rs").write_text(library)
        for name, text in files.items():
            (root / "src" / f"{name}.rs").write_text(text)
        return root

    return make


async def mended(root: Path, **options: object) -> Repair:
    async with assemble(root, {}, **options) as parts:  # type: ignore[arg-type]  # the options of assemble
        return await repair(parts.engine, Snapshot())


def text(done: Repair, root: Path, name: str = "lib") -> str:
    return done.texts[root / "src" / f"{name}.rs"].decode()


async def test_several_errors_are_mended_together(crate: Callable[[str], Path]) -> None:
    root = crate(
        "pub fn a(s: &str) -> String {\n    s\n}\n\n"
        "pub fn b(v: Vec<u8>) {\n    v.push(1);\n}\n\n"
        "pub fn c(n: Option<u8>) -> u8 {\n    let m: Option<u8> = n.unwrap_or(0);\n"
        "    m.unwrap_or(1)\n}\n"
    )
    done = await mended(root)
    assert done.remaining == []
    assert len(done.fixes) == 3
    assert "mut v: Vec<u8>" in text(done, root)


async def test_the_likelier_of_what_does_not_go_together_is_tried_first(
    crate: Callable[[str], Path],
) -> None:
    """What those who use a function lack is guesswork; what the function lacks is plain."""
    last = "&self.books[self.books.len() - 1]"
    root = crate(
        "pub struct Shelf {\n    books: Vec<String>,\n}\n\nimpl Shelf {\n"
        + "".join(
            f"    pub fn {name}(&self) -> Option<&String> {{\n        if self.is_empty() {{\n"
            f"            return None;\n        }}\n        let book: &String = {book};\n"
            "        Some(book)\n    }\n\n"
            for name, book in (("first", "&self.books[0]"), ("last", last))
        )
        + "    pub fn is_empty(&self) {\n        self.books.len() == 0\n    }\n}\n"
    )
    done = await mended(root)
    assert done.remaining == []
    assert "pub fn is_empty(&self) -> bool {" in text(done, root)
    assert len(done.fixes) == 1
    assert done.checks <= 5


async def test_an_error_that_comes_to_light_is_mended_next(crate: Callable[[str], Path]) -> None:
    root = crate(
        'pub fn f(v: Vec<u8>) -> usize {\n    let n: u8 = "1".len();\n    drop(v);\n'
        "    v.len() + n\n}\n"
    )
    done = await mended(root)
    assert done.remaining == []
    assert len(done.fixes) >= 2


async def test_an_edit_in_another_file_mends_it(crate: Callable[..., Path]) -> None:
    root = crate(
        "mod shop;\n\npub fn total() -> u32 {\n    shop::price() * 2\n}\n",
        shop="fn price() -> u32 {\n    21\n}\n",
    )
    done = await mended(root)
    assert done.remaining == []
    assert text(done, root, "shop").startswith("pub")


async def test_what_only_hides_code_is_not_taken_unless_allowed(
    crate: Callable[[str], Path],
) -> None:
    """A duplicate definition can only be mended by removing or renaming one of the two."""
    root = crate("pub fn twice() -> u8 {\n    1\n}\n\npub fn twice() -> u8 {\n    2\n}\n")
    careful = await mended(root)
    assert all(
        not caution.heavy for applied in careful.fixes for caution in applied.fix.candidate.cautions
    )


async def test_strict_takes_no_caution(crate: Callable[[str], Path]) -> None:
    root = crate(
        "pub fn f(name: &String) -> String {\n    let copy: String = *name;\n    copy\n}\n"
    )
    strict = await mended(root, allow_light=False)
    assert all(not applied.fix.candidate.cautions for applied in strict.fixes)
    usual = await mended(root)
    assert usual.remaining == []


async def test_what_cannot_be_mended_leaves_everything_as_it_is(
    crate: Callable[[str], Path],
) -> None:
    library = "pub fn f() -> Unknown9 {\n    quux_zzyzx(1)\n}\n"
    root = crate(library)
    done = await mended(root)
    assert done.remaining
    assert done.checks <= 60
    assert (root / "src" / "lib.rs").read_text() == library


async def test_warnings_are_mended_when_asked_for(crate: Callable[[str], Path]) -> None:
    root = crate("use std::fmt;\n\npub fn f() -> u8 {\n    let mut x = 1;\n    x\n}\n")
    assert (await mended(root)).texts == {}
    done = await mended(root, warnings=True)
    assert text(done, root) == "\npub fn f() -> u8 {\n    let x = 1;\n    x\n}\n"


async def test_a_lint_is_not_mended_at_the_price_of_an_error(
    crate: Callable[[str], Path],
) -> None:
    """The range is compared with a type that only the half-open one has; the others are mended."""
    root = crate(
        "use std::ops::Range;\n\npub fn letters() -> Range<char> {\n    'a'..'z'\n}\n\n"
        "pub fn first(list: &[u8]) -> u8 {\n    return list[0];\n}\n\n"
        "pub fn twice(n: u8) -> u8 {\n    return n * 2;\n}\n"
    )
    async with assemble(root, {"check.command": "clippy"}, warnings=True) as parts:
        done = await repair(parts.engine, Snapshot())
    assert done.after.success
    assert [each.code for each in done.after.diagnostics] == ["clippy::almost_complete_range"]
    assert "return" not in text(done, root)
    assert done.checks <= 6


async def test_every_search_has_its_own_runs(crate: Callable[[str], Path]) -> None:
    root = crate("pub fn a(s: &str) -> String {\n    s\n}\n")
    async with assemble(root, {"fix.maxChecks": 3}) as parts:
        for _ in range(3):
            assert (await repair(parts.engine, Snapshot())).remaining == []


async def test_line_endings_and_layout_are_kept(crate: Callable[[str], Path]) -> None:
    root = crate("")
    file = root / "src" / "lib.rs"
    file.write_bytes(
        b"pub fn total(prices:&[u32])->u32 { prices.iter().sum() }\r\n\r\n"
        b"pub fn report(prices: Vec<u32>) -> u32 {\r\n    total(prices)\r\n}\r\n"
    )
    done = await mended(root)
    assert done.texts[file] == file.read_bytes().replace(b"total(prices)\r", b"total(&prices)\r")


async def test_offers_are_proven_alone_and_say_what_is_left(crate: Callable[[str], Path]) -> None:
    root = crate(
        "pub fn a(s: &str) -> String {\n    s\n}\n\npub fn b(v: Vec<u8>) {\n    v.push(1);\n}\n"
    )
    async with assemble(root, {}) as parts:
        report = await parts.engine.check(Snapshot())
        fixes = [
            fix
            async for fix in parts.engine.offers(
                Snapshot(), report, report.diagnostics, per_diagnostic=1
            )
        ]
        assert {fix.candidate.diagnostic.code for fix in fixes} == {"E0308", "E0596"}
        assert all(fix.verdict.level is VerifiedLevel.FIXES for fix in fixes)
        assert all(fix.title.endswith("✓ 1 error left") for fix in fixes)
        together = await parts.engine.fix_all(Snapshot(), report, fixes)
        assert together is not None
        assert together.verdict.level is VerifiedLevel.CLEAN


async def test_with_tests_it_goes_on_to_the_fix_that_passes_them(
    crate: Callable[[str], Path],
) -> None:
    root = crate(
        "pub fn pick(left: u8, lift: u8) -> u8 {\n    let _unused = (left, lift);\n    leftt\n}\n\n"
        "#[test]\nfn picks_the_second() {\n    assert_eq!(pick(1, 2), 2);\n}\n"
    )
    quick = await mended(root)
    assert "    left\n" in text(quick, root)
    done = await mended(root, tests=True)
    assert done.tests is not None
    assert (done.tests.passed, done.tests.failed) == ({"picks_the_second"}, frozenset())
    assert "    lift\n" in text(done, root)


async def test_with_tests_an_early_choice_is_made_anew_and_the_rest_kept(
    crate: Callable[[str], Path],
) -> None:
    root = crate(
        "pub fn pick(left: u8, lift: u8) -> u8 {\n    let _unused = (left, lift);\n    leftt\n}\n\n"
        "pub fn more(all: Vec<u8>) -> Vec<u8> {\n    all.push(1);\n    all\n}\n\n"
        "#[test]\nfn picks_the_second() {\n    assert_eq!(more(vec![pick(1, 2)]), [2, 1]);\n}\n"
    )
    done = await mended(root, tests=True)
    assert done.tests is not None
    assert done.tests.passed == {"picks_the_second"}
    assert "    lift\n" in text(done, root)
    assert "mut all: Vec<u8>" in text(done, root)
    assert done.checks < 12, "the choices of the last error were all tried first"


async def test_a_program_that_dies_in_its_tests_is_no_better_than_one_that_fails_them(
    crate: Callable[[str], Path],
) -> None:
    """What died names no test that failed, which is not to say that none did."""
    root = crate(
        "pub fn pick(left: u8, lift: u8) -> u8 {\n    let _unused = (left, lift);\n    leftt\n}\n\n"
        "#[test]\nfn picks() {\n    if pick(1, 2) == 2 {\n        std::process::abort();\n    }\n"
        "    assert_eq!(pick(1, 2), 3);\n}\n"
    )
    done = await mended(root, tests=True)
    assert done.tests is not None
    assert done.tests.failed == {"picks"}
    assert "    left\n" in text(done, root)


def test_every_caution_has_words_of_its_own() -> None:
    words = [caution.words for caution in Caution]
    assert len(set(words)) == len(words)


async def test_a_likely_step_is_followed_though_its_consequences_are_not_certain(
    crate: Callable[[str], Path],
) -> None:
    """The import, the key's traits and what they bring to light only check together."""
    root = crate(
        "use std::collections::HashMap;\n\n"
        "#[derive(Debug, Clone, Copy)]\npub struct Id(pub u32);\n\n"
        "pub fn reach(edges: &HashMap<Id, Vec<Id>>, start: Id) -> Vec<Id> {\n"
        "    let mut seen = HashSet::new();\n    let mut todo = vec![start];\n"
        "    let mut order = Vec::new();\n    while let Some(id) = todo.pop() {\n"
        "        if !seen.insert(id) {\n            continue;\n        }\n"
        "        order.push(id);\n        todo.extend(edges.get(id).into_iter().flatten());\n"
        "    }\n    order\n}\n"
    )
    done = await mended(root)
    assert done.remaining == []
    assert "PartialEq, Eq, Hash" in text(done, root)
    assert "edges.get(&id)" in text(done, root)


async def test_an_error_that_stays_keeps_no_warning(crate: Callable[..., Path]) -> None:
    root = crate("pub fn first(list: &[u8]) -> u8 {\n    return list[0];\n}\n")
    (root / "tests").mkdir()
    (root / "tests" / "broken.rs").write_text('compile_error!("not here");\n')
    async with assemble(root, {"check.command": "clippy"}, warnings=True) as parts:
        done = await repair(parts.engine, Snapshot())
    assert [each.message for each in done.remaining] == ["not here"]
    assert text(done, root) == "pub fn first(list: &[u8]) -> u8 {\n    list[0]\n}\n"
