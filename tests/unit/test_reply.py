"""A model's answer as edits: lenient about white space, strict about the rest."""

import json
from pathlib import Path

import pytest

from rustmend.domain.text import apply_edits
from rustmend.model.reply import ReplyError, Room, anchored, read_reply

ROOT = Path("/ws")
CODE = """\
fn first(items: &mut Vec<u32>) -> u32 {
    let head = &items[0];
    items.push(1);
    *head
}

fn second(items: &mut Vec<u32>) -> u32 {
    let head = &items[0];
    items.push(2);
    *head
}
"""


def room(text: str = CODE, **files: str) -> Room:
    texts = {ROOT / "src/a.rs": text.encode(), ROOT / "Cargo.toml": b"[package]\n"}
    texts |= {ROOT / name: body.encode() for name, body in files.items()}
    return Room(ROOT, texts.get, lambda file: file.is_relative_to(ROOT), manifest=False)


def edit(find: str, replace: str, line: int = 0, file: str = "src/a.rs") -> dict[str, object]:
    return {"file": file, "line": line, "find": find, "replace": replace}


def as_json(*edits: dict[str, object]) -> str:
    return json.dumps({"diagnosis": "why", "title": "what", "edits": edits})


def applied(answer: str, text: str = CODE) -> str:
    edits = anchored(read_reply(answer), room(text))
    return apply_edits(text.encode(), edits).decode()


def refused(answer: str, text: str = CODE) -> str:
    with pytest.raises(ReplyError) as caught:
        anchored(read_reply(answer), room(text))
    return str(caught.value)


def test_a_quoted_line_is_replaced() -> None:
    after = applied(as_json(edit("    items.push(1);", "    items.push(7);", 3)))
    assert after == CODE.replace("push(1)", "push(7)")


@pytest.mark.parametrize(
    "wrap",
    [
        "{}",
        "```json\n{}\n```",
        "Here is the mend:\n\n{}\n\nIt should compile now.",
        "Text first\n```json\n{}\n```\nand after",
    ],
)
def test_json_is_found_wherever_it_stands(wrap: str) -> None:
    answer = wrap.replace("{}", as_json(edit("items.push(1);", "items.push(7);")))
    assert applied(answer) == CODE.replace("push(1)", "push(7)")


def test_raw_line_breaks_in_json_strings_are_read() -> None:
    answer = '{"edits": [{"file": "src/a.rs", "line": 1, "find": "items.push(1);\n    *head", '
    answer += '"replace": "items.push(3);\n    *head"}]}'
    assert applied(answer) == CODE.replace("push(1)", "push(3)")


@pytest.mark.parametrize("marks", [("FIND", "REPLACE"), ("SEARCH", "REPLACE"), ("", "")])
def test_blocks_are_read(marks: tuple[str, str]) -> None:
    answer = f"""DIAGNOSIS: the borrow lasts too long
TITLE: Copy the head
FILE: src/a.rs
LINE: 2
<<<<<<< {marks[0]}
    let head = &items[0];
    items.push(1);
    *head
=======
    let head = items[0];
    items.push(1);
    head
>>>>>>> {marks[1]}
FILE: `src/a.rs`
<<<<<<< {marks[0]}
    items.push(2);
=======
    items.push(3);
>>>>>>> {marks[1]}
"""
    reply = read_reply(answer)
    assert (reply.title, reply.diagnosis) == ("Copy the head", "the borrow lasts too long")
    head, tail = CODE.split("\n\n")
    expected = head.replace("&items", "items").replace("*head", "head")
    assert applied(answer) == f"{expected}\n\n{tail.replace('push(2)', 'push(3)')}"


@pytest.mark.parametrize(
    "find",
    [
        "items.push(1);\n*head",
        "  items.push(1);\n  *head",
        "\titems.push(1);\n\t*head\n",
        "   3|     items.push(1);\n   4|     *head",
        "\n    items.push(1);\n\n    *head\n",
        "    items.push(1);   \n    *head",
    ],
)
def test_white_space_and_numbers_may_be_off(find: str) -> None:
    after = applied(as_json(edit(find, "    items.push(7);\n    *head", 3)))
    assert after.replace(" ", "") == CODE.replace("push(1)", "push(7)").replace(" ", "")


def test_a_quote_that_stands_twice_is_told_by_its_line() -> None:
    head, tail = CODE.split("\n\n")
    after = applied(as_json(edit("    let head = &items[0];", "    let head = items[0];", 9)))
    assert after == f"{head}\n\n{tail.replace('&items', 'items')}"
    assert "stands 2 times" in refused(as_json(edit("let head = &items[0];", "let head = 1;")))


def test_windows_line_ends_and_wide_characters_keep_their_place() -> None:
    text = "// é 🦀\r\nfn a() {\r\n    b();\r\n}\r\nfn b() {}\r\n"
    after = applied(as_json(edit("    b();\n}", "    b();\n    b();\n}", 3)), text)
    assert after == text.replace("    b();\r\n", "    b();\r\n    b();\r\n")
    after = applied(as_json(edit("fn b() {}", "fn c() {}", 5)), text)
    assert after == text.replace("fn b", "fn c")


def test_a_deleted_line_takes_its_end_along() -> None:
    assert applied(as_json(edit("    items.push(1);", ""))) == CODE.replace(
        "    items.push(1);\n", ""
    )


def test_what_stands_there_already_is_no_mistake() -> None:
    answer = as_json(
        edit("items.push(1)", "items.push(9)"), edit("items.pop(2);", "items.push(2);")
    )
    assert applied(answer) == CODE.replace("push(1)", "push(9)")


@pytest.mark.parametrize(
    ("find", "words"),
    [
        ("items.push(3);", "no lines that read"),
        ("item.push(1);", "no lines that read"),
        ("tems.push(1);", "no lines that read"),
        ("", "quotes nothing"),
    ],
)
def test_words_must_be_right(find: str, words: str) -> None:
    assert words in refused(as_json(edit(find, "items.clear();", 3)))


@pytest.mark.parametrize(
    "file",
    [
        "../other/src/a.rs",
        "/etc/passwd",
        "/ws/../etc/x.rs",
        "src/../../x.rs",
        "..\\x.rs",
        "",
        "a\0b.rs",
    ],
)
def test_nothing_outside_the_workspace_is_touched(file: str) -> None:
    assert "outside the workspace" in refused(as_json(edit("a", "b", file=file)))


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("Cargo.toml", "Cargo.toml may not be edited"),
        ("src/new.rs", "no file"),
        ("README.md", "no Rust source"),
        (".cargo/config.toml", "no Rust source"),
    ],
)
def test_only_sources_that_are_there_are_edited(file: str, words: str) -> None:
    assert words in refused(as_json(edit("[package]", "[lib]", file=file)))


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "ws", tmp_path / "other.rs"
    inside.mkdir()
    outside.write_text("fn a() {}\n")
    (inside / "a.rs").symlink_to(outside)
    around = Room(inside, Path.read_bytes, lambda file: file.is_relative_to(inside))
    with pytest.raises(ReplyError, match="outside"):
        anchored(read_reply(as_json(edit("fn a() {}", "fn b() {}", file="a.rs"))), around)


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "I am sorry, I cannot do that.",
        '{"diagnosis": "half", "edits": [{"file": "src/a.rs", "line": 3, "find": "items.pu',
        '{"edits": "none"}',
        '{"edits": [{"file": "src/a.rs"}]}',
        '{"edits": [1]}',
        "[]",
        "fn main() {}",
        "FILE: src/a.rs\n<<<<<<< FIND\nitems.push(1);\n=======\nitems.push(",
        "FILE: src/a.rs\n<<<<<<< FIND\nitems.push(1);\n=======\nitems.push(7);\n>>>>>>> REPLACE\n"
        "FILE: src/a.rs\n<<<<<<< FIND\nitems.push(2);\n=======\nit",
        "<<<<<<< FIND\nitems.push(1);\n=======\nitems.push(7);\n>>>>>>> REPLACE\n",
    ],
)
def test_what_is_not_whole_or_not_in_the_form_is_refused(answer: str) -> None:
    assert refused(answer)


def test_all_of_an_answer_or_nothing() -> None:
    answer = as_json(edit("items.push(1);", "items.push(7);"), edit("nowhere();", "b();"))
    assert "nowhere();" in refused(answer)
    twice = as_json(edit("items.push(1);", "a();"), edit("push(1);\n    *head", "b();"))
    assert "overlap" in refused(twice)
