"""Typing in Neovim while errors are checked and verified, with rustmend and without.

``python bench/editors/neovim.py``; wants `make tools`. Ratios of runs that take turns: this
machine's other work meets both alike.
"""

import json
import os
import statistics
import subprocess
from pathlib import Path

from rounds import HERE, REPOSITORY, TOOLS, compare, take_turns, wanted_rounds


def main() -> None:
    runs = take_turns(play, wanted_rounds(__doc__, 5))
    compare(
        runs,
        (
            ("a key, median, ms", "keys", 0.5),
            ("a key, 99th percentile, ms", "keys", 0.99),
            ("the event loop's lateness, median, ms", "lags", 0.5),
            ("the event loop's lateness, 99th percentile, ms", "lags", 0.99),
            ("the event loop's lateness, 99.9th percentile, ms", "lags", 0.999),
        ),
    )
    menus = [run["menu"] for run in runs["with"]]
    verified = [any("✓" in title for title in menu["titles"]) for menu in menus]
    print(
        f"\nA menu 300 ms after a fix was verified shows it in {sum(verified)} of {len(menus)}"
        f" runs, answered in {statistics.median(menu['ms'] for menu in menus):.1f} ms (median)."
    )


def play(root: Path, server: Path, which: str, own: Path) -> dict:
    result = own / "result.json"
    # the rounds share what an editor keeps between two sessions
    homes = {
        f"XDG_{kind}_HOME": str(own.parent / kind.lower())
        for kind in ("CACHE", "DATA", "STATE", "CONFIG")
    }
    subprocess.run(
        [
            TOOLS / "nvim", "--clean", "-l", HERE / "typing.lua",
            REPOSITORY / "editors" / "neovim", server if which == "with" else "-",
            TOOLS / "rust-analyzer", root, root / "src" / "main.rs", result,
        ],
        env={**os.environ, **homes, "RUSTMEND_VERIFY_ON_BATTERY": "true"}, check=True,
    )  # fmt: skip
    return json.loads(result.read_text())


if __name__ == "__main__":
    main()
