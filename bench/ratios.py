"""Ratios to plain ``cargo check``, measured in one run over the real server: ``make bench``.

Times depend on the machine and on what else it does; ratios of medians within one run do less.
"""

import argparse
import asyncio
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import workspace
from session import Session

BARE = """
from pygls.lsp.server import LanguageServer
LanguageServer("bare", "1").start_io()
"""
PLACES = {"root": "base", "middle": "middle0", "leaf": "leaf0"}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=10)
    arguments.add_argument("--keep", type=Path, help="a folder to work in and keep")
    chosen = arguments.parse_args()
    folder = chosen.keep or Path(tempfile.mkdtemp(prefix="rustmend-bench-"))
    try:
        asyncio.run(measure(folder.resolve(), chosen.rounds))
    finally:
        if not chosen.keep:
            shutil.rmtree(folder, ignore_errors=True)


async def measure(folder: Path, rounds: int) -> None:
    user, plain = folder / "user", folder / "plain"
    if not user.exists():
        workspace.make(user)
        check(user)
        shutil.copytree(user, plain, symlinks=True)
        check(plain)
    os.environ["RUSTMEND_CACHE_PATH"] = str(folder / "cache")
    os.environ["RUSTMEND_JOURNAL_PATH"] = str(folder / "journal.sqlite")
    shutil.rmtree(folder / "cache", ignore_errors=True)
    row("lines of Rust", workspace.lines(user))

    row("initialize: ours / bare pygls", await start_ratio(user, rounds))
    # what a user with a built tree waits for at the first opening
    number = 1000
    workspace.change(user, "leaf1", number, broken=True)
    workspace.change(plain, "leaf1", number, broken=False)
    baseline = timed(lambda: check(plain))
    started = time.perf_counter()
    session = await Session.start(user)
    await session.open(workspace.place(user, "leaf1"))
    await session.fix_at(workspace.place(user, "leaf1"), workspace.BROKEN)
    row("first opening of a built tree: first fix / plain check", ratio(started, baseline))
    row("extra disk / the user's target", disk(folder / "cache") / disk(user / "target"))
    workspace.change(user, "leaf1", number, broken=False)
    await session.saved(workspace.place(user, "leaf1"))

    for name, crate in PLACES.items():
        waits, plains, answers = [], [], []
        for turn in range(rounds):
            workspace.change(plain, crate, turn, broken=False)
            plains.append(timed(lambda: check(plain)))
            workspace.change(user, crate, turn, broken=True)
            started = time.perf_counter()
            session.save(workspace.place(user, crate))
            answers += await session.fix_at(workspace.place(user, crate), workspace.BROKEN)
            waits.append(time.perf_counter() - started)
            await session.idle()
            workspace.change(user, crate, turn, broken=False)
            await session.saved(workspace.place(user, crate))
        base = statistics.median(plains)
        row(f"{name}: save to first verified fix / plain check", statistics.median(waits) / base)
        row(f"{name}: the same less 200 ms", (statistics.median(waits) - 0.2) / base)
        row(f"{name}: plain check, s", base)
        row(f"{name}: codeAction while verifying, 95 %, ms", percentile(answers, 95) * 1000)

    await several(session, user, plain, rounds)
    row("idle memory, MB", session.memory() / 1e6)
    started = time.perf_counter()
    await session.stop()
    row("exit, s", time.perf_counter() - started)


async def several(session: Session, user: Path, plain: Path, rounds: int) -> None:
    crates = [f"leaf{number}" for number in range(5)]
    waits, alls, plains = [], [], []
    for turn in range(100, 100 + max(3, rounds // 3)):
        for crate in crates:
            workspace.change(plain, crate, turn, broken=False)
            workspace.change(user, crate, turn, broken=True)
        plains.append(timed(lambda: check(plain)))
        started = time.perf_counter()
        for crate in crates:
            session.save(workspace.place(user, crate))
        for crate in crates:
            await session.fix_at(workspace.place(user, crate), workspace.BROKEN)
        waits.append(time.perf_counter() - started)
        await session.idle()
        started = time.perf_counter()
        await session.fix_all(workspace.place(user, crates[0]))
        alls.append(time.perf_counter() - started)
        for crate in crates:
            workspace.change(user, crate, turn, broken=False)
        await session.saved(workspace.place(user, crates[0]))
    base = statistics.median(plains)
    row(
        "five errors in five crates, each proven alone / plain check",
        statistics.median(waits) / base,
    )
    row("fix-all once they are known / plain check", statistics.median(alls) / base)


async def start_ratio(user: Path, rounds: int) -> float:
    ours, bare = [], []
    for _ in range(rounds):
        ours.append(await Session.time_initialize([sys.executable, "-m", "rustmend", "lsp"], user))
        bare.append(await Session.time_initialize([sys.executable, "-c", BARE], user))
    return statistics.median(ours) / statistics.median(bare)


def check(root: Path) -> None:
    subprocess.run(
        ["cargo", "check", "--workspace", "--all-targets", "--quiet", "--keep-going"],
        cwd=root, check=True, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def timed(action: Callable[[], None]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def ratio(started: float, baseline: float) -> float:
    return (time.perf_counter() - started) / baseline


def percentile(values: list[float], percent: int) -> float:
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


def disk(folder: Path) -> int:
    """Bytes that only ``folder`` holds: hard links into it count where their first name is."""
    seen = [file.lstat() for file in folder.rglob("*") if file.is_file() and not file.is_symlink()]
    return sum(
        each.st_blocks * 512 for each in seen if each.st_nlink == 1 or folder.name == "target"
    )


def row(name: str, value: float) -> None:
    print(f"{name:<62} {value:>10.2f}", flush=True)


if __name__ == "__main__":
    psutil.Process().nice(0)
    main()
