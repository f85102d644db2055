"""Every code that rustc can still give has an entry, or a line that says why it has none."""

import subprocess
import tomllib
from functools import cache

import pytest

from rustmend.knowledge.entries import find_kb, load

KB = find_kb()
LAST = 830  # beyond the newest code of any toolchain so far


@cache
def explanation(code: str) -> str:
    done = subprocess.run(["rustc", "--explain", code], capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


def reasons() -> dict[str, str]:
    return tomllib.loads((KB / "without.toml").read_text())["reasons"]


def test_every_code_has_an_entry_or_a_reason() -> None:
    covered = {code for entry in load(KB) for code in entry.codes}
    bare = [
        code
        for number in range(1, LAST)
        if (code := f"E{number:04d}") not in covered
        and code not in reasons()
        and (text := explanation(code))
        and "no longer emitted by the compiler" not in text
        and "#![feature" not in text  # its own example needs a nightly compiler
    ]
    assert bare == []


@pytest.mark.parametrize("code", sorted(reasons()))
def test_a_reason_is_given_only_where_there_is_no_entry(code: str) -> None:
    assert explanation(code), f"rustc knows no {code}"
    assert len(reasons()[code].split()) > 2
    assert not any(entry.code == code for entry in load(KB))
