"""Dependencies moved on: by names in their sources, and by what ``kb`` knows."""

from pathlib import Path

import pytest

from rustmend.domain import Snapshot
from rustmend.search import repair
from rustmend.wiring import assemble

pytestmark = pytest.mark.registry


@pytest.mark.parametrize(
    ("dependency", "code", "parts"),
    [
        pytest.param(
            'uuid = "=1.23.1"',
            "use uuid::Uuid;\npub fn a(u: Uuid) -> usize { u.get_version_number() }\n"
            "pub fn b(u: &Uuid) -> &[u8; 16] { u.bytes_ref() }\n",
            ["u.get_version_num()", "u.as_bytes()"],
            id="names alike, from the sources",
        ),
        pytest.param(
            'semver = "=1.0.27"',
            "#[derive(Debug)]\npub enum Bad { ReqParseError(semver::ReqParseError), None }\n"
            "impl From<semver::ReqParseError> for Bad { fn from(e: semver::ReqParseError) -> Bad { "
            "Bad::ReqParseError(e) } }\n",
            ["{ ReqParseError(semver::Error)", "From<semver::Error>", "Bad::ReqParseError(e)"],
            id="what one type is left of, and no namesake of it",
        ),
        pytest.param(
            'itertools = { version = "=0.14.0", default-features = false, '
            'features = ["use_alloc"] }',
            "use itertools::Itertools;\npub fn a(v: Vec<Result<u8, ()>>) -> Vec<Result<u8, ()>> { "
            "v.into_iter().map_results(|x| x + 1).collect() }\n",
            ["map_ok(|x| x + 1)"],
            id="a name that the history tells",
        ),
        pytest.param(
            'bitflags = "=2.9.4"',
            "bitflags::bitflags! { pub struct Mode: u8 { const A = 1; const B = Self::A.bits << 1; "
            "} }\npub fn raw(m: Mode) -> (u8, Mode) { (m.bits, m) }\npub fn same(a: Mode, b: Mode) "
            "-> bool { a == b }\n",
            ["(m.bits(), m)", "Self::A.bits()", "derive(Clone, Copy"],
            id="by its migration",
        ),
    ],
)
async def test_code_follows_its_dependency(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dependency: str, code: str, parts: list[str]
) -> None:
    monkeypatch.setenv("RUSTMEND_CACHE_PATH", str(tmp_path / "cache"))
    monkeypatch.setenv("RUSTMEND_JOURNAL_PATH", str(tmp_path / "journal.sqlite"))
    root = tmp_path / "story"
    (root / "src").mkdir(parents=True)
    (root / "Cargo.toml").write_text(
        '[package]\nname = "story"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\n'
        f"{dependency}\n"
    )
    (root / "src/lib.rs").write_text(code)
    async with assemble(root, {}) as opened:
        done = await repair(opened.engine, Snapshot())
    assert done.remaining == []
    text = done.texts[root / "src/lib.rs"].decode()
    assert [part for part in parts if part not in text] == []
