"""What the benchmarks of typing share: the crate, the rounds that take turns, the table."""

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
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

# crate, server, "without" or "with", a folder of this round's own: what was measured
Play = Callable[[Path, Path, str, Path], dict]


def wanted_rounds(description: str | None, rounds: int) -> int:
    """Return how many rounds the command line asks for; ``rounds`` where it says nothing."""
    arguments = argparse.ArgumentParser(description=description)
    arguments.add_argument("--rounds", type=int, default=rounds)
    return int(arguments.parse_args().rounds)


def take_turns(play: Play, rounds: int) -> dict[str, list[dict]]:
    """Play without rustmend and with it in turns, so many rounds."""
    runs: dict[str, list[dict]] = {"without": [], "with": []}
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
        main = root / "src" / "main.rs"
        text = main.read_text()
        for number in range(rounds):
            for which, made in runs.items():
                own = folder / f"{which}-{number}"
                own.mkdir()
                made.append(play(root, server, which, own))
                main.write_text(text)
                print(f"{which}, round {number + 1} of {rounds}", file=sys.stderr)
    return runs


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
