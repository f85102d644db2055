"""What a raw pair teaches by its texts alone, whoever wrote it."""

from rustmend.knowledge.pastfix import Hunk
from rustmend.learning.relearn import _laid


def hunk(start: int) -> Hunk:
    before, after = "fn f() { g(1) }", "fn f() { g(2) }"
    return Hunk(
        file="src/lib.rs", line=1, before=before, after=after,
        edits=((start + 11, start + 12, "2"),),
        item_before=before, item_after=after,
    )  # fmt: skip


def test_a_place_beyond_any_file_takes_no_memory() -> None:
    near = _laid(b"", hunk(100))
    assert near is not None
    assert near.strip() == b"fn f() { g(1) }"
    assert near.index(b"fn") == 100
    assert _laid(b"", hunk(10**13)) is None
