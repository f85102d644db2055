"""A change as an agent words it becomes new texts, or is refused with what did not fit."""

from pathlib import Path

import pytest

from rustmend.cargo.workspace import Workspace
from rustmend.coder.change import Replacement, locate, of_diff, of_files, of_replacements
from rustmend.errors import UsageError

ROOT = Path("/w")
TEXT = b"one\ntwo\n\nthree\ntwo\nfour\n"


def apply(diff: str, text: bytes | None = TEXT, name: str = "a.rs") -> bytes:
    texts = of_diff(diff, ROOT.joinpath, lambda file: text if file == ROOT / name else None)
    assert list(texts) == [ROOT / name]
    return texts[ROOT / name]


def hunk(body: str, numbers: str = " -1,9 +1,9 @@", name: str = "a.rs") -> str:
    return f"--- a/{name}\n+++ b/{name}\n@@{numbers}\n{body}"


@pytest.mark.parametrize(
    ("diff", "expected"),
    [
        (hunk(" one\n-two\n+zwei\n"), b"one\nzwei\n\nthree\ntwo\nfour\n"),
        # of two places the one that is nearer to the number
        (hunk("-two\n+zwei\n", " -5 +5 @@"), b"one\ntwo\n\nthree\nzwei\nfour\n"),
        # a blank line of context that lost its space, and one too many at the end
        (hunk(" two\n\n-three\n+drei\n\n"), b"one\ntwo\n\ndrei\ntwo\nfour\n"),
        # no numbers at all, as models write it
        (hunk(" three\n-two\n+zwei\n", ""), b"one\ntwo\n\nthree\nzwei\nfour\n"),
        # only inserted, after the line it names
        (hunk("+new\n", " -1,0 +2 @@"), b"one\nnew\ntwo\n\nthree\ntwo\nfour\n"),
        # two hunks, of which the first moves the second
        (
            hunk(" one\n+more\n") + "@@ -5 +6 @@\n-two\n+zwei\n",
            b"one\nmore\ntwo\n\nthree\nzwei\nfour\n",
        ),
        ("a.rs is changed:\n" + hunk("-four\n+vier\n\\ No newline at end of file\n"),
         b"one\ntwo\n\nthree\ntwo\nvier"),
        ("--- a.rs\n+++ a.rs\n@@ -1 +1 @@\n-one\n+eins\n", b"eins\ntwo\n\nthree\ntwo\nfour\n"),
    ],
)  # fmt: skip
def test_a_diff(diff: str, expected: bytes) -> None:
    assert apply(diff) == expected


def test_line_ends_and_the_last_line_stay_as_they_were() -> None:
    assert apply(hunk(" one\n-two\n+zwei\n"), b"one\r\ntwo\r\n") == b"one\r\nzwei\r\n"
    assert apply(hunk(" one\n-two\n+zwei\n"), b"one\ntwo") == b"one\nzwei"


def test_a_new_file() -> None:
    assert apply("--- /dev/null\n+++ b/a.rs\n@@ -0,0 +1,2 @@\n+one\n+two\n", None) == b"one\ntwo\n"


def test_a_removed_line_that_looks_like_a_header() -> None:
    text = b"x\n-- y\n"
    assert apply(hunk(" x\n--- y\n+++ z\n"), text) == b"x\n++ z\n"


@pytest.mark.parametrize(
    ("diff", "said"),
    [
        ("", "changes nothing"),
        (hunk("-five\n+six\n"), "hunk 1 does not fit"),
        (hunk("-two\n+zwei\n", ""), "fits 2 places"),
        (hunk(" one\n", name="b.rs"), "there is no file"),
        ("--- a/a.rs\n+++ /dev/null\n@@ -1 +0,0 @@\n-one\n", "deletes a file"),
        ("--- a/a.rs\n+++ b/b.rs\n@@ -1 +1 @@\n-one\n+two\n", "renames a file"),
        (hunk("one\n"), "no line of a diff"),
    ],
)
def test_a_diff_that_does_not_fit_is_refused(diff: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        apply(diff)


def test_replacements_are_made_one_after_the_other() -> None:
    texts = of_replacements(
        [
            Replacement("a.rs", "one\n", "eins\n"),
            Replacement("a.rs", "eins\n", "uno\n"),
            Replacement("b.rs", "", "new\n"),
        ],
        ROOT.joinpath,
        lambda file: b"one\r\ntwo\r\n" if file == ROOT / "a.rs" else None,
    )
    assert texts == {ROOT / "a.rs": b"uno\r\ntwo\r\n", ROOT / "b.rs": b"new\n"}


@pytest.mark.parametrize(
    ("old", "said"),
    [("two", "is there 2 times"), ("five", "is not there"), ("", "is there: say which")],
)
def test_a_replacement_that_is_not_certain_is_refused(old: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        of_replacements([Replacement("a.rs", old, "x")], ROOT.joinpath, lambda _: TEXT)


def test_whole_files_keep_the_mark_and_the_line_ends_of_the_file() -> None:
    before = b"\xef\xbb\xbfone\r\n"
    texts = of_files({"a.rs": "two\nthree\n"}, ROOT.joinpath, lambda _: before)
    assert texts == {ROOT / "a.rs": b"\xef\xbb\xbftwo\r\nthree\r\n"}


def workspace(root: Path) -> Workspace:
    return Workspace(
        root, root / "Cargo.toml", None, "2024", (), root / "target", root / "target", None, ""
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../a.rs", "outside"),
        ("/etc/passwd", "outside"),
        ("src/../../a.rs", "outside"),
        ("link/a.rs", "outside"),
        ("target/a.rs", "what cargo makes"),
        ("src", "is a folder"),
        ("", "no file name"),
        ("a\0b", "no file name"),
    ],
)
def test_only_the_workspaces_own_sources_can_be_changed(
    tmp_path: Path, name: str, said: str
) -> None:
    root = tmp_path / "w"
    (root / "src").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (root / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match=said):
        locate(workspace(root), name)
    assert locate(workspace(root), "src/new.rs") == root / "src" / "new.rs"
    assert locate(workspace(root), str(root / "src" / "new.rs")) == root / "src" / "new.rs"
