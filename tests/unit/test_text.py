"""What two texts have in common at their ends."""

import pytest

from rustmend.domain.text import common_ends


@pytest.mark.parametrize(
    ("one", "other", "ends"),
    [
        ("", "", (0, 0)),
        ("", "a", (0, 0)),
        ("same", "same", (4, 0)),
        ("aa", "aaa", (2, 0)),
        ("left x right", "left yy right", (5, 6)),
        ("abc", "xbc", (0, 2)),
        ("abc", "abx", (2, 0)),
    ],
)
def test_common_ends(one: str, other: str, ends: tuple[int, int]) -> None:
    for kind in (str, str.encode, list):
        assert common_ends(kind(one), kind(other)) == ends
        assert common_ends(kind(other), kind(one)) == ends
