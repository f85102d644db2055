"""What is a test may fail where a value is missing; what only lies below such a folder may not."""

from pathlib import Path

import pytest

from rustmend.domain import Diagnostic, Label, Level, Snapshot, Span
from rustmend.propose import Context
from rustmend.propose.rules.carried import in_tests
from rustmend.propose.rules.site import site_at
from rustmend.sources import Sources
from workspaces import package, workspace

CODE = "fn f(v: &[u8]) -> u8 {\n    let n = v.first();\n    n + 1\n}\n"


@pytest.mark.parametrize(
    ("file", "code", "may"),
    [
        pytest.param("src/lib.rs", CODE, False, id="a package below a folder of tests"),
        pytest.param("tests/it.rs", CODE, True, id="its own tests"),
        pytest.param("src/lib.rs", f"#[cfg(test)]\nmod t {{\n{CODE}}}\n", True, id="a module"),
    ],
)
def test_only_tests_take_a_value_out(tmp_path: Path, file: str, code: str, may: bool) -> None:
    root = tmp_path / "tests" / "app"
    path = root / file
    at = code.index("n + 1")
    label = Label(Span(path, at, at + 1), "`Option<&u8>`", True)
    message = "cannot add `{integer}` to `Option<&u8>`"
    error = Diagnostic("E0369", Level.ERROR, message, (label,))
    sources = Sources(Snapshot({path: code.encode()}))
    context = Context(workspace(root, package(root)), sources, (error,))
    site = site_at(error, context, label.span)
    assert site is not None
    assert [".unwrap()" in one.edits[0].text for one in in_tests(site)] == [True] * may
