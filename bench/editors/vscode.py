"""Typing in VS Code while errors are checked and verified, with rustmend and without.

``python bench/editors/vscode.py``; wants `make tools-vscode` and chromium. Ratios of runs that take
turns: this machine's other work meets both alike.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from neovim import REPOSITORY, TOOLS, compare, write_crate

EXTENSION = REPOSITORY / "editors" / "vscode"
CODE_SERVER = REPOSITORY / ".tools" / "vscode"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=3)
    rounds = arguments.parse_args().rounds
    subprocess.run(["npm", "run", "--silent", "build"], cwd=EXTENSION, check=True)
    with tempfile.TemporaryDirectory(prefix="rustmend-bench-") as name:
        folder = Path(name)
        root = folder / "user"
        write_crate(root)
        subprocess.run(
            ["cargo", "check", "-q", "--workspace", "--all-targets"], cwd=root, check=True
        )
        server = folder / "rustmend"
        server.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m rustmend "$@"\n')
        server.chmod(0o755)
        runs: dict[str, list[dict]] = {"without": [], "with": []}
        for number in range(rounds):
            for which, made in runs.items():
                made.append(play(folder / f"{which}-{number}", root, server, which))
                print(f"{which}, round {number + 1} of {rounds}", file=sys.stderr)
        compare(
            runs,
            (
                ("a key to the next frame, median, ms", "keys", 0.5),
                ("a key to the next frame, 95th percentile, ms", "keys", 0.95),
                ("the extension host's lateness, median, ms", "lags", 0.5),
                ("the extension host's lateness, 99th percentile, ms", "lags", 0.99),
                ("the extension host's lateness, 99.9th percentile, ms", "lags", 0.999),
            ),
        )


def play(result: Path, root: Path, server: Path, which: str) -> dict:
    file = root / "src" / "main.rs"
    text = file.read_text()
    try:
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
    finally:
        file.write_text(text)
    return json.loads(result.read_text())


if __name__ == "__main__":
    main()
