"""Projects as text: exact both ways, and nothing that leads out."""

import tomllib

import pytest

from rustmend.coder.project import Project, combined_text, parse_blocks
from rustmend.errors import UsageError


def test_blocks_as_the_original_service_writes_them() -> None:
    files = parse_blocks(
        '[filename: Cargo.toml]\n[package]\nname = "a"\n\n[filename: src/main.rs]\nfn main() {}\n'
    ).files
    assert files == {"Cargo.toml": '[package]\nname = "a"\n', "src/main.rs": "fn main() {}\n"}


def test_blocks_without_a_blank_line_between_them() -> None:
    files = parse_blocks("[filename: a.rs]\nx\n[filename: b.rs]\ny").files
    assert files == {"a.rs": "x\n", "b.rs": "y"}


def test_what_comes_before_the_first_block_is_left_out() -> None:
    assert parse_blocks("Here you are:\n\n[filename: a.rs]\nx\n").files == {"a.rs": "x\n"}


def test_a_bracket_within_a_line_is_text() -> None:
    text = "// see [filename: b.rs]\nlet x = 1; [filename: c.rs]\n"
    assert parse_blocks(f"[filename: a.rs]\n{text}").files == {"a.rs": text}


@pytest.mark.parametrize(
    ("code", "name"), [("fn main() {}", "src/main.rs"), ("pub fn f() {}", "src/lib.rs")]
)
def test_bare_code_is_one_file(code: str, name: str) -> None:
    assert parse_blocks(code).files == {name: code}


TEXTS = [
    "", "\n", "\n\n", "x", "x\n", "x\n\n", "x\n\n\n", "\nx", "x\r\n", "x\r\n\r\n", "a\r\nb", "\r\n",
    "[filename: src/main.rs]\n", "[filename: a]", "x\n[filename: b]\ny\n", "\\[filename: q]\n",
    "\\\\[filename: q]", "x\n\\ No newline at end of file\n", "\\ No newline at end of file",
    "\\ No newline at end of file\n\n", "\\\\ No newline at end of file", "é 🦀\u2028\x0c\x85 \n",
    " [filename: indented]\n", "\\", "\\\n", "[filename: a]\r\n", "\r", "x\r",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("other", TEXTS)
def test_files_come_back_exactly(text: str, other: str) -> None:
    project = Project.from_files({"a.rs": text, "b.rs": other, "c.rs": text})
    assert parse_blocks(combined_text(project)).files == project.files
    assert list(parse_blocks(combined_text(project)).files) == ["a.rs", "b.rs", "c.rs"]


@pytest.mark.parametrize(
    ("path", "normal"),
    [
        ("src/main.rs", "src/main.rs"),
        ("./src//main.rs", "src/main.rs"),
        ("src/e\u0301.rs", "src/\u00e9.rs"),
        ("with space.txt", "with space.txt"),
        ("src/..x.rs", "src/..x.rs"),
    ],
)
def test_paths_are_normalised(path: str, normal: str) -> None:
    assert list(Project.from_files({path: ""}).files) == [normal]


@pytest.mark.parametrize(
    "path",
    [
        "../x.rs", "src/../../x.rs", "src/..", "/etc/passwd", "//etc/passwd", "~/x", "C:/x.rs",
        "C:x.rs", "src\\main.rs", "..\\x", "", ".", "/", "src/", "a\0b", "a\nb", "\u202egp.rs",
        "\uff0e\uff0e/x.rs", "src\u2215main.rs/../x", "\u2024\u2024/x", "a\u200bb.rs", "\ufeffa.rs",
        "src/x.rs.", "src /x.rs", ".cargo/config.toml", ".Cargo/config", "\ud800.rs", "x" * 200,
        "/".join("d" * 30), "a/" * 300 + "x", "file:///etc/passwd", "src\u00a0/x.rs",
    ],
)  # fmt: skip
def test_paths_that_lead_elsewhere_are_refused(path: str) -> None:
    with pytest.raises(UsageError):
        Project.from_files({path: "", "src/main.rs": ""})


@pytest.mark.parametrize(
    "paths", [("src/A.rs", "src/a.rs"), ("src", "src/a.rs"), ("a/b", "A/B/c"), ("x", "./x")]
)
def test_files_that_cannot_be_beside_each_other_are_refused(paths: tuple[str, str]) -> None:
    with pytest.raises(UsageError):
        Project.from_files(dict.fromkeys(paths, ""))


def test_too_much_is_refused() -> None:
    with pytest.raises(UsageError, match="at most 1000 files"):
        Project.from_files({f"f{number}.rs": "" for number in range(10_000)})
    with pytest.raises(UsageError, match="too large"):
        Project.from_files({"a.rs": "x" * 3_000_000})
    with pytest.raises(UsageError, match="too large"):
        Project.from_files({f"f{number}.rs": "x" * 1_900_000 for number in range(6)})
    with pytest.raises(UsageError, match="half a character"):
        Project.from_files({"a.rs": "\ud800"})


def test_the_same_file_twice_is_refused() -> None:
    with pytest.raises(UsageError, match="twice"):
        parse_blocks("[filename: a.rs]\nx\n[filename: ./a.rs]\ny\n")


@pytest.mark.parametrize("text", ["", " \n"])
def test_nothing_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="no code"):
        parse_blocks(text)


def test_a_manifest_is_made_where_there_is_none() -> None:
    project = Project.from_files({"src/main.rs": "fn main() {}"}).with_manifest()
    manifest = tomllib.loads(project.files["Cargo.toml"])
    assert manifest["package"]["name"] == "project" and manifest["dependencies"] == {}
    assert "bin" not in manifest and project.files["src/main.rs"] == "fn main() {}"


def test_a_manifest_that_is_there_stays() -> None:
    project = Project.from_files({"Cargo.toml": "# mine, broken", "src/main.rs": ""})
    assert project.with_manifest() is project


@pytest.mark.parametrize(
    ("files", "key", "path"),
    [
        ({"main.rs": "fn main() {}", "util.rs": ""}, "bin", "main.rs"),
        ({"lib.rs": "mod x;", "x.rs": ""}, "lib", "lib.rs"),
        ({"hello.rs": "fn  main () {}", "x.rs": ""}, "bin", "hello.rs"),
        ({"only.rs": "pub fn f() {}"}, "lib", "only.rs"),
    ],
)
def test_roots_in_odd_places_are_found(files: dict[str, str], key: str, path: str) -> None:
    manifest = tomllib.loads(Project.from_files(files).with_manifest().files["Cargo.toml"])
    target = manifest[key][0] if key == "bin" else manifest[key]
    assert target["path"] == path


def test_packages_in_folders_become_a_workspace() -> None:
    project = Project.from_files({"b/Cargo.toml": "", "a/Cargo.toml": ""}).with_manifest()
    assert tomllib.loads(project.files["Cargo.toml"])["workspace"]["members"] == ["a", "b"]


@pytest.mark.parametrize("files", [{"README.md": "x"}, {"a.rs": "", "b.rs": ""}])
def test_no_root_is_refused(files: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        Project.from_files(files).with_manifest()
