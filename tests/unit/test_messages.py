"""What rustc said of the programs in ``data/messages`` becomes diagnostics.

Each ``name.rs`` has what cargo clippy printed for it (``name.jsonl``) and how we read that
(``name.txt``, where spans are shown by the text they cover). ``RUSTMEND_BLESS=1`` records both.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from rustmend.cargo.messages import BuildFinished, CompilerCrash, Message, Unit, parse_line
from rustmend.domain import Applicability, Diagnostic, Label, Level, Span, TextEdit

RECORDED = Path(__file__).parents[1] / "data" / "messages"
NAMES = sorted(file.stem for file in RECORDED.glob("*.rs"))
BLESS = os.environ.get("RUSTMEND_BLESS") == "1"
HOME = Path("/home/user/project")


@pytest.mark.parametrize("name", NAMES)
def test_recorded_output_reads_as_it_was_reviewed(name: str, tmp_path: Path) -> None:
    if BLESS:
        (RECORDED / f"{name}.jsonl").write_bytes(record(name, tmp_path))
    shown = "\n".join(map(show, diagnostics(name)))
    expected = RECORDED / f"{name}.txt"
    if BLESS:
        expected.write_text(shown)
    assert shown == expected.read_text()


def record(name: str, folder: Path) -> bytes:
    """Return what cargo clippy prints for a program, with the places of this machine taken out."""
    (folder / "src").mkdir()
    shutil.copy(RECORDED / f"{name}.rs", folder / "src" / "main.rs")
    (folder / "Cargo.toml").write_text(
        f'[package]\nname = "{name.replace("_", "-")}"\nversion = "0.1.0"\nedition = "2021"\n'
    )
    done = subprocess.run(
        ["cargo", "clippy", "--message-format=json"], cwd=folder, capture_output=True, check=False
    )
    return done.stdout.replace(os.fsencode(folder), os.fsencode(HOME))


def lines(name: str) -> list[Message]:
    recorded = (RECORDED / f"{name}.jsonl").read_bytes().splitlines(keepends=True)
    parsed = (parse_line(line, base=HOME) for line in recorded)
    return [message for message in parsed if message is not None]


def diagnostics(name: str) -> list[Diagnostic]:
    return [message for message in lines(name) if isinstance(message, Diagnostic)]


def show(diagnostic: Diagnostic) -> str:
    """Return a diagnostic with its spans as the text they cover."""
    shown = [f"{diagnostic.level} {diagnostic.code}: {diagnostic.message}"]
    shown += [f"  {label_line(label)}" for label in diagnostic.labels]
    for note in diagnostic.notes:
        shown.append(f"  {note.level}: {note.message}")
        shown += [f"    {label_line(label)}" for label in note.labels]
    for suggestion in diagnostic.suggestions:
        shown.append(f"  {suggestion.applicability}: {suggestion.message}")
        shown += [f"    {covered(edit.span)} -> {edit.text!r}" for edit in suggestion.edits]
    return "\n".join(shown) + "\n"


def label_line(label: Label) -> str:
    rank = "^" if label.primary else "-"
    return f"{rank} {covered(label.span)}{' (macro)' * label.in_macro} {label.text}".rstrip()


def covered(span: Span) -> str:
    if span.file != HOME / "src" / "main.rs":
        return re.sub(r"^/rustc/[0-9a-f]+", "/rustc/HASH", f"{span.file}")
    text = current[0][span.start : span.end] if current else b""
    return f"{span.start}..{span.end} {text.decode()!r}"


current: list[bytes] = []


@pytest.fixture(autouse=True)
def source(request: pytest.FixtureRequest) -> None:
    """Let ``covered`` read the program that the test is about."""
    current.clear()
    name = request.node.callspec.params.get("name") if hasattr(request.node, "callspec") else None
    if name in NAMES:
        current.append((RECORDED / f"{name}.rs").read_bytes())


def message(level: str = "error", **fields: object) -> bytes:
    """Return a line as cargo prints it, for what no compiler can be made to print today."""
    return json.dumps(
        {
            "reason": "compiler-message",
            "package_id": "path+file:///home/user/project#app@0.1.0",
            "target": {"name": "app", "kind": ["bin"]},
            "message": {"message": "it failed", "level": level, **fields},
        }
    ).encode()


def span(start: int, end: int, file: str = "src/main.rs", **fields: object) -> dict[str, object]:
    return {"file_name": file, "byte_start": start, "byte_end": end, "is_primary": True, **fields}


def part(start: int, end: int, text: str, file: str = "src/main.rs") -> dict[str, object]:
    return span(start, end, file, suggested_replacement=text)


def only(line: bytes, **options: object) -> Diagnostic:
    parsed = parse_line(line, base=HOME, **options)  # type: ignore[arg-type]  # options are named
    assert isinstance(parsed, Diagnostic)
    return parsed


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"   Compiling app v0.1.0",
        b"{",
        b"{}",
        b"[1, 2]",
        b'{"reason": "compiler-message"}',
        b'{"reason": "build-script-executed", "package_id": "x"}',
        b'{"reason": "compiler-artifact", "target": 3}',
        b'{"reason": 7}',
        b"\xff\xfe{}",
        b'{"reason":"compiler-message","message":{"spans":"none"},"target":{}}',
        b"x" * 1_000_000,
    ],
)
def test_a_foreign_line_is_nothing(line: bytes) -> None:
    assert parse_line(line, base=HOME) is None


@pytest.mark.parametrize(
    "words",
    [
        "aborting due to 1 previous error",
        "aborting due to 2 previous errors; 3 warnings emitted",
        "1 warning emitted",
        "12 warnings emitted",
    ],
)
@pytest.mark.parametrize("level", ["error", "warning"])
def test_a_count_of_errors_is_no_error(words: str, level: str) -> None:
    assert parse_line(message(level, message=words), base=HOME) is None


def test_an_error_without_a_place_is_kept() -> None:
    found = only(message(message="linker `cc` not found"))
    assert (found.message, found.span, found.is_error) == ("linker `cc` not found", None, True)


def test_a_crash_of_the_compiler_is_not_an_error_of_the_code() -> None:
    line = message("error: internal compiler error", message="no such node")
    assert parse_line(line, base=HOME) == CompilerCrash("no such node")


@pytest.mark.parametrize(
    ("target", "test", "identifier", "name"),
    [
        (("app", "bin"), False, "path+file:///x/app#0.1.0", "app bin app"),
        (("app", "lib"), True, "path+file:///x/y#app@0.1.0", "app lib app test"),
        (("se", "lib"), False, "registry+https://github.com/x/index#se@1.0.0", "se lib se"),
        (("old", "lib"), False, "old 0.1.0 (path+file:///x/old)", "old lib old"),
        (("b", "custom-build"), False, "git+https://h/x/thing?rev=1#0.3.0", "thing custom-build b"),
    ],
)
def test_units_carry_package_kind_and_target(
    target: tuple[str, str], test: bool, identifier: str, name: str
) -> None:
    line = {
        "reason": "compiler-artifact",
        "package_id": identifier,
        "target": {"name": target[0], "kind": [target[1]]},
        "profile": {"test": test},
        "fresh": True,
    }
    assert parse_line(json.dumps(line).encode(), base=HOME) == Unit(name, True)


def test_the_last_word_is_read() -> None:
    assert parse_line(b'{"reason":"build-finished","success":true}\n', base=HOME) == BuildFinished(
        True
    )


# Each row: the parts as rustc lists them, and how many parts each alternative has.
@pytest.mark.parametrize(
    ("places", "lengths"),
    [
        ([(5, 5)], [1]),
        ([(5, 9), (1, 2), (20, 20)], [3]),
        ([(5, 9), (5, 9), (5, 9)], [1, 1, 1]),
        ([(1, 1), (9, 9), (1, 1), (9, 9)], [2, 2]),
        ([(1, 1), (9, 9), (3, 3), (9, 9)], [2, 2]),
        ([(1, 4), (3, 5)], [1, 1]),
        ([(1, 1), (9, 9), (1, 1), (9, 9), (12, 12)], [2, 3]),
        ([(1, 2), (2, 3)], [2]),
    ],
)
def test_alternatives_are_told_from_parts(
    places: list[tuple[int, int]], lengths: list[int]
) -> None:
    child = {
        "message": "try this",
        "level": "help",
        "spans": [part(start, end, str(number)) for number, (start, end) in enumerate(places)],
    }
    found = only(message(children=[child])).suggestions
    assert [len(suggestion.edits) for suggestion in found] == lengths
    texts = [edit.text for suggestion in found for edit in suggestion.edits]
    assert texts == [str(number) for number in range(len(places))]


def test_the_same_place_in_two_files_is_one_edit() -> None:
    parts = [part(1, 1, "pub ", "src/a.rs"), part(1, 1, "use a;", "src/b.rs")]
    child = {"message": "try this", "level": "help", "spans": parts}
    (found,) = only(message(children=[child])).suggestions
    assert [edit.span.file.name for edit in found.edits] == ["a.rs", "b.rs"]


def test_an_unknown_applicability_is_unspecified() -> None:
    spans = [span(1, 1, suggested_replacement="x", suggestion_applicability="Sometimes")]
    child = {"message": "try this", "level": "help", "spans": spans}
    (found,) = only(message(children=[child])).suggestions
    assert found.applicability is Applicability.UNSPECIFIED


def test_a_suggestion_inside_a_foreign_macro_is_dropped() -> None:
    inside = part(3, 4, "x", "/elsewhere/macros.rs")
    child = {"message": "try this", "level": "help", "spans": [inside]}
    found = only(message(children=[child]), local=lambda path: HOME in path.parents)
    assert found.suggestions == ()


def expanded(inner: dict[str, object], *call_sites: dict[str, object]) -> dict[str, object]:
    """Return ``inner`` as it reads inside macros called at ``call_sites``, the innermost first."""
    if not call_sites:
        return inner
    first, *others = call_sites
    return {**inner, "expansion": {"span": expanded(first, *others), "macro_decl_name": "m!"}}


@pytest.mark.parametrize(
    ("chain", "expected"),
    [
        ([span(5, 6)], (5, 6, False)),
        # in a macro's body, called once and through another macro
        ([span(5, 6), span(90, 99)], (90, 99, True)),
        ([span(5, 6), span(40, 44), span(90, 99)], (90, 99, True)),
        # what was given to the macro stays where it was written
        ([span(95, 96), span(90, 99)], (95, 96, False)),
        ([span(5, 6), span(95, 96), span(90, 99)], (95, 96, True)),
        # the standard library's macros, and a registry's that calls back
        ([span(5, 6, "/rustc/abc/library/std/macros.rs"), span(90, 99)], (90, 99, True)),
        ([span(95, 96), span(1, 2, "/registry/lib.rs")], (95, 96, False)),
    ],
)
def test_macros_are_walked_out_to_the_call_site(
    chain: list[dict[str, object]], expected: tuple[int, int, bool]
) -> None:
    line = message(spans=[expanded(chain[0], *chain[1:])])
    found = only(line, local=lambda path: HOME in path.parents)
    (label,) = found.labels
    assert (label.span.start, label.span.end, label.in_macro) == expected
    assert label.span.file == HOME / "src" / "main.rs"


def test_what_a_derive_complains_of_is_where_it_was_written() -> None:
    field = {**span(5, 6), "expansion": {"span": span(1, 3), "macro_decl_name": "#[derive(Eq)]"}}
    (label,) = only(message(spans=[field])).labels
    assert (label.span.start, label.span.end, label.in_macro) == (5, 6, False)


def test_paths_are_put_back_in_spans_and_text() -> None:
    note = {"level": "note", "message": "see /slot/tree/app/y", "spans": [], "children": []}
    line = message(
        spans=[span(1, 2, "/slot/tree/app/src/lib.rs")],
        message="couldn't read `/slot/tree/app/x`",
        children=[note],
        rendered="at /slot/tree/app/x",
    )
    found = only(
        line,
        relocate=lambda path: Path("/") / path.relative_to("/slot/tree"),
        rendered=lambda text: text.replace("/slot/tree", ""),
    )
    assert found.span == Span(Path("/app/src/lib.rs"), 1, 2)
    assert (found.message, found.rendered) == ("couldn't read `/app/x`", "at /app/x")
    assert [each.message for each in found.notes] == ["see /app/y"]


def test_offsets_count_the_bytes_of_the_file_on_disk() -> None:
    """With a BOM, CRLF and tabs: rustc says so of its offsets, and this is where it is seen."""
    text = (RECORDED / "bom_crlf.rs").read_bytes()
    found = {d.code: d for d in diagnostics("bom_crlf")}
    wrong = found["E0308"].span
    assert wrong is not None and text[wrong.start : wrong.end].decode() == '"🦀"'
    (imported,) = found["E0425"].suggestions
    (edit,) = imported.edits
    assert edit == TextEdit(Span(wrong.file, 3, 3), edit.text)  # after the BOM, not before it
    assert text.startswith(b"\xef\xbb\xbffn main")


def test_what_was_being_compiled_is_named() -> None:
    found = diagnostics("moved")[0]
    assert (found.package, found.target, found.level) == ("moved", "bin moved", Level.ERROR)
    assert found.rendered.startswith("error[E0382]: borrow of moved value: `name`\n")


def test_a_thousand_errors_in_a_long_file_are_read_without_reading_the_file() -> None:
    line = message(spans=[span(9_000_000, 9_000_001), span(1, 2)], rendered="x" * 2000)
    found = [only(line) for _ in range(1000)]
    assert len(found) == 1000
