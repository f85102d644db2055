"""Every code that rustc can still give has an entry, or a line that says why it has none."""

import subprocess
import tomllib
from functools import cache

import pytest

from rustmend.knowledge.entries import find_kb, load

KB = find_kb()
LAST = 830  # beyond the newest code of any toolchain so far
REASONS: dict[str, str] = tomllib.loads((KB / "without.toml").read_text())["reasons"]


@cache
def explanation(code: str) -> str:
    """Return what rustc explains about a code; nothing where it knows none."""
    done = subprocess.run(["rustc", "--explain", code], capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


@cache
def covered() -> frozenset[str | None]:
    return frozenset(code for entry in load(KB) for code in entry.codes)


def test_every_code_has_an_entry_or_a_reason() -> None:
    if "release: 1.95." not in subprocess.check_output(["rustc", "-vV"], text=True):
        pytest.skip("which codes there are is that of the entries' toolchain, Rust 1.95")
    known = [code for n in range(1, LAST) if explanation(code := f"E{n:04d}")]
    assert len(known) > 500
    bare = [
        code
        for code in known
        if code not in covered()
        and code not in REASONS
        and "no longer emitted by the compiler" not in explanation(code)
    ]
    assert bare == []


@pytest.mark.parametrize("code", sorted(REASONS))
def test_a_reason_is_given_only_where_there_is_no_entry(code: str) -> None:
    assert explanation(code), f"rustc knows no {code}"
    assert len(REASONS[code].split()) > 2
    assert code not in covered()
