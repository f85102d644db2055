"""Broken programs as people write them: what is mended first is what was meant.

``families.txt`` has them: ``## name``, the program (``//# path`` starts a file other than the
library), and after ``@@`` what the mended program says, with ``||`` between several right ways.
White space counts as one blank.
"""

import re
from pathlib import Path

import pytest

from rustmend.domain import Snapshot
from rustmend.search import repair
from rustmend.wiring import Parts, assemble

PROGRAMS = Path(__file__).parent.parent / "data" / "families.txt"
MANIFEST = '[package]\nname = "families"\nversion = "0.1.0"\nedition = "2021"\n'


FAMILIES = {
    "mm": "mismatched types", "nm": "names", "mp": "missing parts", "ow": "ownership",
    "sx": "syntax", "sg": "signatures",
}  # fmt: skip


def programs(family: str) -> list[tuple[str, str, str]]:
    blocks = re.split(r"^## ", PROGRAMS.read_text(), flags=re.M)[1:]
    found = []
    for block in blocks:
        name, rest = block.split("\n", 1)
        code, meant = rest.rsplit("\n@@", 1)
        if name.startswith(f"{family}-"):
            found.append((name, code + "\n", meant))
    return found


def plain(text: str) -> str:
    return " ".join(text.split())


async def judged(parts: Parts, root: Path, program: str, meant: str) -> str:
    """Mend ``program``, and return what is wrong with how it was mended, "" if nothing is."""
    whole = program if program.startswith("//# ") else f"//# src/lib.rs\n{program}"
    texts = {}
    for part in re.split(r"^//# ", whole, flags=re.M)[1:]:
        name, body = part.split("\n", 1)
        texts[root / name] = body.encode()
    for old in (root / "src").glob("*.rs"):
        if old.name != "lib.rs":
            old.unlink()
    for file, text in texts.items():
        file.write_bytes(text)
    done = await repair(parts.engine, Snapshot())
    if done.before.success:
        return "is not broken"
    if done.remaining:
        return f"is not mended: {done.remaining[0].message}"
    if any(applied.fix.candidate.heavy for applied in done.fixes):
        return "is mended with a heavy caution"
    mended = plain(b"\n".join(done.texts.get(file, text) for file, text in texts.items()).decode())
    right = any(plain(way) in mended for way in meant.split("||"))
    return "" if right else f"is mended otherwise: {mended}"


@pytest.mark.parametrize("family", list(FAMILIES), ids=FAMILIES.get)
async def test_what_was_meant_comes_first(
    family: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUSTMEND_CACHE_PATH", str(tmp_path / "cache"))
    monkeypatch.setenv("RUSTMEND_JOURNAL_PATH", str(tmp_path / "journal.sqlite"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    root = tmp_path / "families"
    (root / "src").mkdir(parents=True)
    (root / "Cargo.toml").write_text(MANIFEST)
    (root / "src" / "lib.rs").write_text("")
    chosen = programs(family)
    assert chosen
    async with assemble(root, {}) as parts:
        found = {name: await judged(parts, root, code, meant) for name, code, meant in chosen}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
