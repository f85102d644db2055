"""Which version of a dependency a package gets, and what moves with it."""

from dataclasses import replace
from pathlib import Path

import pytest

from rustmend.domain import (
    Candidate,
    Caution,
    Diagnostic,
    Label,
    Level,
    Origin,
    Snapshot,
    Span,
    TextEdit,
)
from rustmend.propose import Context
from rustmend.propose import migrations as module
from rustmend.propose.dependencies import direct_versions
from rustmend.propose.migrations import Change, Migration, Migrations
from rustmend.propose.proposer import Proposer
from rustmend.sources import Sources
from workspaces import package, workspace

CODE = "use shape::Mode;\npub fn raw(m: Mode) -> u8 { m.bits }\n"
LOCK = """\
version = 4
[[package]]
name = "new"
version = "0.1.0"
dependencies = ["shape 2.1.0"]
[[package]]
name = "old"
version = "0.1.0"
dependencies = ["shape 1.3.2"]
[[package]]
name = "shape"
version = "1.3.2"
source = "registry"
[[package]]
name = "shape"
version = "2.1.0"
source = "registry"
"""
BITS = Migration("shape", "2", (Change(new="$M.bits()", old="$M.bits"),))


@pytest.fixture
def context(tmp_path: Path) -> Context:
    """A workspace of one package that moved on, one that stayed, and one that never asked."""
    packages = []
    for name, asked in (("new", "2"), ("old", "1"), ("plain", "")):
        root = tmp_path / name
        (root / "src").mkdir(parents=True)
        (root / "src/lib.rs").write_text(CODE)
        (root / "Cargo.toml").write_text(f'[dependencies]\nshape = "{asked}"\n' if asked else "")
        packages.append(package(root, name=name))
    (tmp_path / "Cargo.toml").write_text('[workspace]\nmembers = ["*"]\n')
    (tmp_path / "Cargo.lock").write_text(LOCK)
    return Context(workspace(tmp_path, *packages), Sources(Snapshot()), ())


def error(context: Context, name: str) -> Diagnostic:
    at = CODE.index("bits")
    span = Span(context.workspace.root / name / "src/lib.rs", at, at + 4)
    return Diagnostic("E0616", Level.ERROR, "field `bits` is private", (Label(span, "", True),))


def test_each_package_has_the_version_that_is_locked_for_it(context: Context) -> None:
    found = [direct_versions(context, one.manifest) for one in context.workspace.packages]
    assert found == [{"shape": "2.1.0"}, {"shape": "1.3.2"}, {}]


def test_only_packages_that_moved_on_are_migrated(context: Context) -> None:
    source = Migrations([BITS])
    new, old = error(context, "new"), error(context, "old")
    (made,) = source.propose(new, context)
    assert {edit.span.file.parts[-3] for edit in made.edits} == {"new"}
    assert [edit.text for edit in made.edits] == ["()"]
    assert list(source.propose(old, context)) == []


def test_a_guess_beside_a_migration_is_looked_at_alone(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = error(context, "new")
    name, file = CODE.encode(), context.workspace.root / "new/src/lib.rs"
    body = name.index(b"pub fn raw")
    guess = Candidate(
        "Leave it out", (TextEdit(Span(file, body, body), "// "),), Origin.RULE, target, "moved"
    )
    gone = Candidate(
        "Take it away",
        (TextEdit(Span(file, 0, CODE.index("m.bits")), "fn raw() { "),),
        Origin.RULE,
        target,
        "moved",
    )
    monkeypatch.setattr(module, "moved", lambda _: iter([guess, gone]))
    found = Proposer([Migrations([BITS])]).candidates(target, context)
    flagged = {one.title.partition(",")[0]: one.cautions for one in found}
    assert Caution.REMOVES_CODE not in flagged["Write `$M.bits` as shape 2 wants it now"]
    assert Caution.REMOVES_CODE in flagged["Leave it out"]


def test_what_a_migration_takes_away_it_has_promised(context: Context) -> None:
    gone = Migration("shape", "2", (Change(new="", regex=r"pub fn raw.*\n"),))
    target = error(context, "new")
    [made] = Proposer([Migrations([gone])]).candidates(target, context)
    assert Caution.REMOVES_CODE not in made.cautions

    class Before:
        def propose(self, diagnostic: Diagnostic, context: Context) -> list[Candidate]:
            return [replace(made, origin=Origin.PAST_FIX, source="1", prior=0.9)]

    [alone] = Proposer([Before()]).candidates(target, context)
    assert Caution.REMOVES_CODE in alone.cautions
    [both] = Proposer([Migrations([gone]), Before()]).candidates(target, context)
    assert both.origin is Origin.PAST_FIX
    assert Caution.REMOVES_CODE not in both.cautions


@pytest.mark.parametrize(
    ("new", "cautions"),
    [
        ("$M.checked_bits().unwrap()", (Caution.PANICS,)),
        ("std::num::NonZeroUsize::new(0).unwrap()", (Caution.PANICS, Caution.DEFAULT_VALUE)),
        ("std::num::NonZeroUsize::new(1_024).unwrap()", ()),
    ],
)
def test_what_a_migration_unwraps_is_looked_at(
    context: Context, new: str, cautions: tuple[Caution, ...]
) -> None:
    checked = Migration("shape", "2", (Change(new=new, old="$M.bits"),))
    found = Proposer([Migrations([checked])]).candidates(error(context, "new"), context)
    assert [set(one.cautions) for one in found] == [set(cautions)]
