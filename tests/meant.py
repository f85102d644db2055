"""Broken crates and what was meant by them: is it among the first candidates, as it is written?"""

from pathlib import Path

import pytest

from rustmend.domain import Candidate, Snapshot
from rustmend.propose import Proposer
from rustmend.propose.compiler import CompilerSuggestions
from rustmend.propose.rules import Rules
from rustmend.sources import Sources
from tiny_crate import Crate

FIRST = 12


def proposals(crate: Crate) -> list[Candidate]:
    """The candidates of all errors, best first by error, none of them tried yet."""
    diagnostics = crate.compile()
    assert diagnostics, "the crate is not broken"
    context = crate.context(diagnostics)
    proposer = Proposer([CompilerSuggestions(), Rules()])
    return [one for d in diagnostics for one in proposer.candidates(d, context)[:FIRST]]


def mends(folder: Path, broken: str, meant: str) -> None:
    """Check that a candidate gives ``meant``, white space aside, and that this compiles."""
    crate = Crate.write(folder, broken)
    sources = Sources(Snapshot())
    results = []
    for candidate in proposals(crate):
        edited = sources.edited(candidate.edits)
        whole = "".join(
            f"//- {file.relative_to(folder)}\n{edited.get(file, file.read_bytes()).decode()}"
            for file in crate.files
        )
        results.append((whole, candidate.title))
    wanted = meant if meant.startswith("//- ") else f"//- src/lib.rs\n{meant}"
    assert any(plain(text) == plain(wanted) for text, _ in results), [t for _, t in results]
    assert not Crate.write(folder / "meant", meant).compile()


def plain(text: str) -> str:
    """The text without white space and without commas before a closing bracket."""
    bare = "".join(text.split())
    for closer in ")]}":
        bare = bare.replace(f",{closer}", closer)
    return bare


def case(name: str, broken: str, *change: str) -> object:
    """A broken crate and what was meant, given as pairs of old and new text."""
    meant = broken
    for old, new in zip(change[::2], change[1::2], strict=True):
        assert old in meant, (name, old)
        meant = meant.replace(old, new, 1)
    return pytest.param(broken, meant, id=name)
