"""What is generated or promised in the documents is true."""

import os
import re
import subprocess
import sys
from pathlib import Path

from rustmend.config import markdown_table

REPOSITORY = Path(__file__).parent.parent.parent
SETTINGS = REPOSITORY / "docs" / "settings.md"
INTRODUCTION = """\
# Settings

Editors send them in the section `rustmend`. The same names go into `rustmend.toml`, in the workspace's root or in your
configuration folder (`[check]` and below it `command = "clippy"`), and into environment variables: `check.allTargets` is
`RUSTMEND_CHECK_ALL_TARGETS`. Flags and what an editor sends come before the environment, that before the workspace's file,
that before yours, that before the defaults. A wrong value is reported once, by name, and its default is used.

"""


def test_the_table_of_settings_is_current() -> None:
    """Set RUSTMEND_BLESS=1 to write it anew."""
    wanted = INTRODUCTION + markdown_table()
    if os.environ.get("RUSTMEND_BLESS"):
        SETTINGS.write_text(wanted)
    assert SETTINGS.read_text() == wanted


def test_every_command_of_the_readme_is_there() -> None:
    text = (REPOSITORY / "README.md").read_text() + (REPOSITORY / "CONTRIBUTING.md").read_text()
    named = set(re.findall(r"rustmend ((?:kb |cache )?[a-z]+)", text))
    commands = named & {
        "check",
        "fix",
        "explain",
        "doctor",
        "purge",
        "demo",
        "kb check",
        "kb search",
    }
    assert commands
    for command in sorted(commands):
        done = subprocess.run(
            [sys.executable, "-m", "rustmend", *command.split(), "--help"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, command


def test_no_document_links_to_a_file_that_is_not_there() -> None:
    for document in REPOSITORY.glob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text()):
            assert (REPOSITORY / target).exists(), (document.name, target)


def test_every_rule_of_the_makefile_that_the_readme_names_is_there() -> None:
    rules = set(re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text(), re.MULTILINE))
    text = (REPOSITORY / "README.md").read_text() + (REPOSITORY / "CONTRIBUTING.md").read_text()
    assert set(re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE)) <= rules
