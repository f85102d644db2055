"""Records kept as JSON lines, so that a run can be stopped at any moment and go on."""

import json
from pathlib import Path
from typing import Any


def load(file: Path) -> list[dict[str, Any]]:
    """Return the whole records of ``file``; a line that was torn off is no record."""
    if not file.exists():
        return []
    records = []
    for line in file.read_text().splitlines():
        try:
            records.append(json.loads(line))
        except ValueError:
            continue
    return records


def append(file: Path, record: dict[str, Any]) -> None:
    """Write ``record`` on a line of its own, after whatever a stopped run left there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    torn = file.exists() and not file.read_bytes().endswith(b"\n") and file.stat().st_size > 0
    with file.open("a") as opened:
        opened.write("\n" * torn + json.dumps(record) + "\n")
