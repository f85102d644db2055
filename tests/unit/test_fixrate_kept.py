"""The benchmark's records survive a run that was stopped in the middle of a line."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "bench/fixrate"))

import kept  # it lies in no package


def test_a_torn_line_is_dropped_and_the_next_record_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "results/run.jsonl"
    kept.append(file, {"case": 1})
    with file.open("a") as opened:
        opened.write('{"case": 2, "to')

    kept.append(file, {"case": 3})

    assert kept.load(file) == [{"case": 1}, {"case": 3}]


def test_no_file_has_no_records(tmp_path: Path) -> None:
    assert kept.load(tmp_path / "none.jsonl") == []
