"""Requirements in words, and the tests that they can become.

A requirement that shows what a call gives, such as "`add(2, 3)` returns `5`" or
"`parse("x").is_err()`", is a test as it stands: it is written down before any code is, and nobody
who writes the code may change it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rustmend.syntax import parse

FILE = "tests/requirements.rs"

_BULLET = re.compile(r"^\s*(?:[-*+•]|\(?\d+[.)])\s+")
_QUOTED = re.compile(r"`([^`\n]+)`")
_GIVES = re.compile(
    r"^\s*(?:returns?|gives?|yields?|is|are|equals?|should (?:be|return|give|equal)|must (?:be|"
    r"return|give|equal)|==|=>|->|→|=)\s*$",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"^test (?:[\w:]+::)?(\w+)(?: - should panic)? \.\.\. (ok|FAILED|ignored)", re.M
)
_MOST = 50


@dataclass(frozen=True, slots=True)
class Requirement:
    """One requirement. ``assertion`` is the statement that tests it, "" where words are all."""

    number: int
    text: str
    assertion: str = ""

    @property
    def test(self) -> str:
        """The name of its test."""
        return f"requirement_{self.number}"


@dataclass(frozen=True, slots=True)
class Met:
    """Whether a requirement is met: True, False, or None where no test says it."""

    requirement: Requirement
    passed: bool | None


def requirements_of(text: str) -> list[Requirement]:
    """Return the requirements that ``text`` lists, a line each."""
    lines = [_BULLET.sub("", line).strip() for line in text.splitlines()]
    kept = [line for line in lines if line and not line.endswith(":")][:_MOST]
    return [
        Requirement(number, line, _assertion(line)) for number, line in enumerate(kept, start=1)
    ]


def tests_of(requirements: Sequence[Requirement], crate: str) -> str:
    """Return the text of ``FILE`` for the library ``crate``, "" where nothing can be a test."""
    tests = [
        f"/// {each.text}\n#[test]\nfn {each.test}() {{\n    {each.assertion}\n}}\n"
        for each in requirements
        if each.assertion
    ]
    if not tests:
        return ""
    head = f"//! What was required, as tests.\n\n#[allow(unused_imports)]\nuse {crate}::*;\n"
    return "\n".join([head, *tests])


def outcomes(output: str) -> dict[str, str]:
    """Return what became of each test by its name without modules: ok, FAILED or ignored."""
    found: dict[str, str] = {}
    for name, outcome in _OUTCOME.findall(output):
        if found.get(name) != "FAILED":
            found[name] = outcome
    return found


def met(requirements: Sequence[Requirement], output: str) -> tuple[Met, ...]:
    """Return which requirements the tests say are met."""
    results = outcomes(output)
    return tuple(
        Met(each, {"ok": True, "FAILED": False}.get(results.get(each.test, "")))
        for each in requirements
    )


def _assertion(line: str) -> str:
    """Return the assertion that a line shows: one expression that holds, or two that are equal."""
    quoted = list(_QUOTED.finditer(line))
    for first, second in pairwise(quoted):
        if "(" in first[1] and _GIVES.match(line[first.end() : second.start()]):
            pair = f"assert_eq!({first[1]}, {second[1]});"
            if _parses(first[1]) and _parses(second[1]):
                return pair
    for each in quoted:
        code = each[1].strip().rstrip(";")
        if re.match(r"(?:debug_)?assert(?:_eq|_ne)?!\(", code) and _parses(code):
            return f"{code};"
        holds = re.search(r" (?:==|!=|<=?|>=?) |\.is_\w+\(\)$|\.contains\(|\.starts_with\(", code)
        if "(" in code and holds and _parses(code):
            return f"assert!({code});"
    return ""


def _parses(expression: str) -> bool:
    """Whether it is one Rust expression and nothing more."""
    if re.search(r"[;{}]", re.sub(r'"(?:\\.|[^"\\])*"', '""', expression)):
        return False
    return not parse(f"fn f() {{ let _ = ({expression}); }}\n".encode()).broken()
