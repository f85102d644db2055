"""Typing in VS Code while errors are checked and verified, with rustmend and without.

``python bench/editors/vscode.py``; wants `make tools-vscode` and chromium. Ratios of runs that take
turns: this machine's other work meets both alike.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

from rounds import REPOSITORY, TOOLS, compare, take_turns, wanted_rounds

EXTENSION = REPOSITORY / "editors" / "vscode"
CODE_SERVER = REPOSITORY / ".tools" / "vscode"


def main() -> None:
    rounds = wanted_rounds(__doc__, 3)
    subprocess.run(["npm", "run", "--silent", "build"], cwd=EXTENSION, check=True)
    compare(
        take_turns(play, rounds),
        (
            ("a key to the next frame, median, ms", "keys", 0.5),
            ("a key to the next frame, 95th percentile, ms", "keys", 0.95),
            ("the extension host's lateness, median, ms", "lags", 0.5),
            ("the extension host's lateness, 99th percentile, ms", "lags", 0.99),
            ("the extension host's lateness, 99.9th percentile, ms", "lags", 0.999),
        ),
    )


def play(root: Path, server: Path, which: str, own: Path) -> dict:
    result = own / "result.json"
    subprocess.run(
        ["node", EXTENSION / "out" / "bench" / "typing.js", root, result, which],
        env={
            **os.environ,
            "CODE_SERVER": str(CODE_SERVER),
            "CHROMIUM": os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium",
            "RUST_ANALYZER": str(TOOLS / "rust-analyzer"),
            "RUSTMEND": str(server),
            "RUSTMEND_VERIFY_ON_BATTERY": "true",
        },
        check=True,
    )
    return json.loads(result.read_text())


if __name__ == "__main__":
    main()
