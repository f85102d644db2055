"""What is generated or promised in the documents is true."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from rustmend.cli import cache, main
from rustmend.cli_kb import kb

REPOSITORY = Path(__file__).parent.parent.parent


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


@pytest.mark.parametrize("group", [main, kb, cache], ids=["rustmend", "kb", "cache"])
def test_the_list_of_commands_can_be_read_on_a_narrow_terminal(group: click.Group) -> None:
    with click.Context(group, terminal_width=80) as context:
        listed = group.get_help(context).partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed] == list(group.commands)
    assert [line for line in listed if line.endswith("...")] == []
