"""Typing in Neovim while errors are checked and verified, with rustmend and without.

``python bench/editors/neovim.py``; wants `make tools`. Ratios of runs that take turns: this
machine's other work meets both alike.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).parent
REPOSITORY = HERE.parent.parent
TOOLS = REPOSITORY / ".tools" / "editors" / "bin"

# no dependencies: rust-analyzer would read them for minutes
MODULES, FUNCTIONS = 20, 20
FUNCTION = """
pub fn step_{n}(words: &[String], limit: usize) -> std::collections::BTreeMap<String, usize> {{
    let mut found = std::collections::BTreeMap::new();
    for word in words.iter().take(limit) {{
        *found.entry(word.clone()).or_insert(0) += {n};
    }}
    found
}}
"""
MAIN = """\
pub fn report(words: Vec<String>) -> usize {
    words.len()
}

fn main() {
    let words = vec![String::from("a")];
    println!("{}", report(words));
    // SLIP
}
"""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=5)
    rounds = arguments.parse_args().rounds
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
        for _ in range(rounds):
            for which, command in (("without", "-"), ("with", str(server))):
                runs[which].append(play(folder, root, command))
        report(runs)


def write_crate(root: Path) -> None:
    (root / "src").mkdir(parents=True)
    (root / "Cargo.toml").write_text(
        '[package]\nname = "bench"\nversion = "0.1.0"\nedition = "2024"\n'
    )
    for module in range(MODULES):
        text = "".join(FUNCTION.format(n=n) for n in range(FUNCTIONS))
        (root / "src" / f"part{module}.rs").write_text(text)
    modules = "".join(f"pub mod part{module};\n" for module in range(MODULES))
    (root / "src" / "main.rs").write_text(f"#![allow(dead_code)]\n{modules}\n{MAIN}")


def play(folder: Path, root: Path, command: str) -> dict:
    file = root / "src" / "main.rs"
    text = file.read_text()
    result = folder / "result.json"
    result.unlink(missing_ok=True)
    homes = {
        f"XDG_{kind}_HOME": str(folder / kind.lower())
        for kind in ("CACHE", "DATA", "STATE", "CONFIG")
    }
    try:
        subprocess.run(
            [
                TOOLS / "nvim", "--clean", "-l", HERE / "typing.lua",
                REPOSITORY / "editors" / "neovim", command, TOOLS / "rust-analyzer", root, file,
                result,
            ],
            env={**os.environ, **homes, "RUSTMEND_VERIFY_ON_BATTERY": "true"}, check=True,
        )  # fmt: skip
    finally:
        file.write_text(text)
    return json.loads(result.read_text())


def report(runs: dict[str, list[dict]]) -> None:
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


def compare(runs: dict[str, list[dict]], rows: Iterable[tuple[str, str, float]]) -> None:
    """Print a table of title, medians over the runs of a percentile without and with, and ratio."""
    print("| what | without | with | ratio |\n| --- | --- | --- | --- |")
    for title, name, share in rows:
        without, ours = (
            statistics.median(percentile(run[name], share) for run in runs[which])
            for which in ("without", "with")
        )
        print(f"| {title} | {without:.2f} | {ours:.2f} | {ours / max(without, 0.01):.2f} |")


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


if __name__ == "__main__":
    main()
