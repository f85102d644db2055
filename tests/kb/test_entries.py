"""Every curated entry does as it promises, and what does not is told by file and key."""

import asyncio
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import platformdirs
import pytest

from rustmend.cargo.messages import parse_line
from rustmend.domain import Diagnostic
from rustmend.errors import UsageError
from rustmend.knowledge.entries import Problem, find_kb, load, read
from rustmend.knowledge.listing import FILE, listing, read_listing, write_listing
from rustmend.knowledge.prove import Compiler, Proof, examine, prove

CACHE = Path(platformdirs.user_cache_dir("rustmend", appauthor=False)) / "kb"
KB = find_kb()

BROKEN = """\
fn take(_: String) {}

fn main() {
    let s = String::new();
    take(s);
    take(s);
}
"""
FIXED = BROKEN.replace("take(s);\n    take(s);", "take(s.clone());\n    take(s);")
CLUMSY = "pub fn clumsy() -> u8 {\n    return 1;\n}\n"
ENTRY = """\
title = "Clone it"
explanation = "It was moved."
search = ["use after move"]
checked_with = "{release}"
"""
REWRITE = """
[[rewrite]]
title = "Clone `$ARG`"
message = 'moved value: `(?P<ARG>\\w+)`'

[[rewrite.edit]]
at = "label: value moved here"
pattern = "$F($ARG)"
replace = "$F($ARG.clone())"
"""


@pytest.fixture(scope="module")
def proofs() -> list[Proof]:
    return asyncio.run(examine(load(KB), parse=parse, jobs=os.cpu_count() or 1, cache=CACHE))


def test_every_entry_is_read() -> None:
    assert read(KB)[1] == ()


def test_every_entry_does_as_promised(proofs: list[Proof]) -> None:
    found = [problem for proof in proofs for problem in proof.problems if not problem.report]
    said = "\n\n".join(f"{problem.entry}: {problem.message}" for problem in found)
    assert not found, f"{len(found)} problems; `rustmend kb check` shows them too\n\n{said}"


@pytest.mark.skipif(not shutil.which("rustfmt"), reason="wants rustfmt (rustup component add it)")
@pytest.mark.parametrize("edition", ["2015", "2018", "2021", "2024"])
def test_every_mended_program_is_formatted(edition: str) -> None:
    sources = [
        entry.folder / name
        for entry in load(KB)
        if entry.edition == edition and not entry.is_lint
        for program in (entry.fixed, *(each.program for each in entry.alternatives))
        for name in program.files()
        if name.endswith(".rs")
    ]
    done = subprocess.run(
        ["rustfmt", "--check", "--edition", edition, "-l", *sources],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_listing_is_up_to_date(proofs: list[Proof]) -> None:
    if any(proof.entry.checked_with != proof.toolchain for proof in proofs):
        pytest.skip("the listing is made with the toolchain of the entries")
    same = (KB / FILE).read_bytes() == listing(proofs)
    assert b"has been written to" not in listing(proofs), "a name that is another one each time"
    assert same, f"{FILE} is out of date: run `rustmend kb check --renew-index`"
    assert set(read_listing(KB)) == {proof.entry.id for proof in proofs}


def test_the_listing_is_renewed_when_it_differs(tmp_path: Path) -> None:
    write_entry(tmp_path, "one")
    proofs = asyncio.run(examine(load(tmp_path), parse=parse, cache=CACHE))
    assert write_listing(tmp_path, proofs) and not write_listing(tmp_path, proofs)
    said = read_listing(tmp_path)["E0382/one"].sentences
    assert said[:2] == ("use of moved value id", "value used here after move")
    (tmp_path / FILE).write_text('{"id": "half')
    assert read_listing(tmp_path) == {}
    others = [replace(proof, toolchain="1.0.0") for proof in proofs]
    assert not write_listing(tmp_path, others)


def test_an_entry_that_holds_has_no_problems(tmp_path: Path) -> None:
    assert problems(tmp_path, rewrites=REWRITE) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"toml": "colour = 'red'\n"}, "entry.toml: Object contains unknown field `colour`"),
        ({"toml": "aliases = 'E0999'\n"}, "entry.toml: Expected `array`, got `str` - at `$.alias"),
        ({"toml": "edition = '2023'\n"}, "entry.toml: `edition` is none of 2015, 2018, 2021, 2024"),
        ({"toml": "title = \n"}, "entry.toml: Invalid value"),
        ({"toml": "[[alternative]]\npath='fixed-x.rs'\nwhen='x'\n"}, "`fixed-x.rs` is not there"),
        ({"fixed-stray.rs": FIXED}, "`fixed-stray.rs` belongs to no program"),
        ({"fixed.rs": None}, "the program `fixed.rs` is not there"),
        ({"broken.rs": FIXED}, "broken.rs compiles"),
        ({"broken.rs": "fn main() { x }\n"}, "broken.rs gives error[E0425]: cannot find value `x`"),
        ({"fixed.rs": FIXED + "fn unused() {}\n"}, "fixed.rs: warning[dead_code]: function `unuse"),
        ({"fixed.rs": FIXED + CLUMSY}, "fixed.rs: warning[clippy::needless_return]: unneeded"),
        (
            {"toml": "signs = ['moved', 'lent']\n"},
            "the sign 'lent' is not in what rustc prints",
        ),
        ({"toml": "signs = ['mo(ved']\n"}, "the sign 'mo(ved' is no regular expression"),
    ],
)
def test_what_is_wrong_is_told(
    tmp_path: Path, changes: dict[str, str | None], expected: str
) -> None:
    toml = changes.pop("toml", None)
    found = problems(tmp_path, toml=toml or "", **changes)
    assert any(expected in problem for problem in found), found


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("$ARG.clone()", "$ARG.cloned()", "no candidate compiles; the first gives error[E0599]"),
        ("$F($ARG)", "take($ARG)", "`take` is a name of this program only"),
        ("Clone `$ARG`", "Clone `$WHAT`", "`$WHAT` is bound by no pattern"),
        ("value moved here", "elsewhere", "fits no diagnostic of broken.rs: 'use of moved value"),
        ("label: value", "labels: value", "`at` is none of primary, label: REGEX"),
        ("(?P<ARG>", "(?P<ARG", "is no regular expression"),
        ('replace = "$F($ARG.clone())"', "", "exactly one of `replace`"),
        ('pattern = "$F($ARG)"', 'selector = "nope"', "Kind `nope` is invalid"),
        ("[[rewrite.edit]]", "[[rewrite.edits]]", "Object contains unknown field `edits`"),
    ],
)
def test_what_is_wrong_with_a_rewrite_is_told(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert old in REWRITE
    found = problems(tmp_path, rewrites=REWRITE.replace(old, new))
    assert any(expected in problem for problem in found), found


def test_a_bad_entry_does_not_stop_the_others(tmp_path: Path) -> None:
    write_entry(tmp_path, "one", toml="colour = 'red'\n")
    write_entry(tmp_path, "two")
    entries, wrong = read(tmp_path)
    assert [entry.id for entry in entries] == ["E0382/two"]
    assert [problem.entry for problem in wrong] == ["E0382/one"]


def test_an_entry_of_several_files_is_compiled_from_its_root(tmp_path: Path) -> None:
    folder = write_entry(tmp_path, "several")
    for name, text in (("broken", BROKEN), ("fixed", FIXED)):
        (folder / f"{name}.rs").unlink()
        (folder / name).mkdir()
        (folder / name / "main.rs").write_text(text.replace("fn take", "mod other;\n\nfn take"))
        (folder / name / "other.rs").write_text("pub const NUMBER: u8 = 1;\n")
        with (folder / name / "main.rs").open("a") as main:
            main.write("\npub const N: u8 = other::NUMBER;\n")
    assert [problem.message for problem in run(tmp_path)] == []
    (entry,) = load(tmp_path)
    assert list(entry.broken.files()) == ["broken/main.rs", "broken/other.rs"]


def test_another_toolchain_gives_a_report(tmp_path: Path) -> None:
    write_entry(tmp_path, "one", release="1.0.0", **{"broken.rs": FIXED})
    (found,) = run(tmp_path)
    assert found.report and "disagrees, 1.0.0 agreed: broken.rs compiles" in found.message


def test_what_was_compiled_once_is_not_compiled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_entry(tmp_path / "kb", "one", rewrites=REWRITE)
    (tmp_path / "bin").mkdir()
    for name in ("rustc", "clippy-driver"):
        counting = tmp_path / "bin" / name
        real = shutil.which(name)
        counting.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/calls\nexec {real} "$@"\n')
        counting.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=os.pathsep)
    compiled = []
    for _ in range(2):
        assert run(tmp_path / "kb", cache=tmp_path / "cache") == []
        compiled.append((tmp_path / "calls").read_text().count("--error-format"))
    assert compiled == [3, 3]


def test_the_setting_comes_before_the_checkout(tmp_path: Path) -> None:
    assert find_kb() == KB
    with pytest.raises(UsageError, match="there is no knowledge base"):
        find_kb(tmp_path)
    (tmp_path / "errors").mkdir()
    assert find_kb(tmp_path) == tmp_path


def problems(kb: Path, **changes: str | None) -> list[str]:
    """Return what is wrong with the entry of this module after ``changes`` to its files."""
    write_entry(kb, "one", **changes)
    return [problem.message for problem in (*read(kb)[1], *run(kb))]


def run(kb: Path, cache: Path = CACHE) -> list[Problem]:
    return asyncio.run(prove(load(kb), parse=parse, cache=cache))


def write_entry(
    kb: Path,
    slug: str,
    *,
    toml: str | None = "",
    rewrites: str | None = "",
    release: str | None = None,
    **files: str | None,
) -> Path:
    folder = kb / "errors" / "E0382" / slug
    folder.mkdir(parents=True)
    release = release or asyncio.run(Compiler.start(1, None)).release
    entry = ENTRY.format(release=release) + (toml or "") + (rewrites or "")
    texts: dict[str, str | None] = {"entry.toml": entry, "broken.rs": BROKEN, "fixed.rs": FIXED}
    for name, text in {**texts, **files}.items():
        if text is not None:
            (folder / name).write_text(text)
    return folder


def parse(line: bytes, base: Path) -> Diagnostic | None:
    found = parse_line(line, base=base)
    return found if isinstance(found, Diagnostic) else None
