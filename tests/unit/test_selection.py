"""What is said to cargo, and what is made of its words."""

from pathlib import Path

import pytest

from rustmend.cargo.selection import Selection
from rustmend.cargo.words import error_line
from rustmend.cargo.workspace import Workspace

WORKSPACE = Workspace(Path("/w"), Path("/w/Cargo.toml"), None, "2024", (), None, None, None, "")
ALWAYS = "--message-format=json --keep-going"


@pytest.mark.parametrize(
    ("selection", "words"),
    [
        (Selection(), f"check {ALWAYS} --workspace --all-targets"),
        (Selection(command="clippy"), f"clippy {ALWAYS} --workspace --all-targets"),
        (Selection(all_targets=False), f"check {ALWAYS} --workspace"),
        (
            Selection(features=("a", "b/c"), no_default_features=True, target="wasm32-wasip1"),
            f"check {ALWAYS} --workspace --all-targets --features a,b/c --no-default-features "
            "--target wasm32-wasip1",
        ),
        (
            Selection(features="all", extra_args=("--profile", "dist", "--", "-D", "warnings")),
            f"check {ALWAYS} --workspace --all-targets --all-features --profile dist "
            "-- -D warnings",
        ),
        # what would take the answer elsewhere is left out, what is the lint driver's stays
        (
            Selection(
                extra_args=(
                    "--target-dir", "/t", "--target-dir=/t", "--message-format=short", "--tests",
                    "--color", "always", "--", "--target-dir=x",
                )
            ),
            f"check {ALWAYS} --workspace --all-targets --tests -- --target-dir=x",
        ),
    ],
)  # fmt: skip
def test_arguments(selection: Selection, words: str) -> None:
    assert selection.arguments(WORKSPACE) == words.split()


def test_a_narrow_run_names_its_packages() -> None:
    words = Selection(all_targets=False).arguments(WORKSPACE, ("a", "b"))
    assert words == f"check {ALWAYS} -p a -p b".split()


@pytest.mark.parametrize(
    ("words", "folder"),
    [
        ("", "debug"),
        ("--release", "release"),
        ("-r", "release"),
        ("--profile dev", "debug"),
        ("--profile=test", "debug"),
        ("--profile bench", "release"),
        ("--profile=dist", "dist"),
    ],
)
def test_the_folder_of_the_profile(words: str, folder: str) -> None:
    assert Selection(extra_args=tuple(words.split())).profile_folder == folder


@pytest.mark.parametrize(
    ("stderr", "line"),
    [
        ("", ""),
        ("nothing marked\nlast words\n", "last words"),
        ("warning: x\nerror: it failed\n", "it failed"),
        (
            "error: failed to parse manifest at `/w/Cargo.toml`\n\nCaused by:\n  no targets\n",
            "failed to parse manifest at `/w/Cargo.toml`: no targets",
        ),
        (
            "error: invalid table header\n --> Cargo.toml:1:9\n  |\n1 | [package\n  |         ^\n",
            "invalid table header: at Cargo.toml:1:9",
        ),
        ("error: one\nerror: two\n", "one"),
        ("error[E0463]: can't find crate\n", "can't find crate"),
    ],
)
def test_errors_in_a_line(stderr: str, line: str) -> None:
    assert error_line(stderr) == line
