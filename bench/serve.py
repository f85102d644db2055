"""The HTTP server measured: a warm ``/compile`` against plain cargo, and ``/health`` under load.

    .venv/bin/python bench/serve.py

Each program is another one, compiled by the server and by ``cargo build`` plus running the binary,
in turns, so that both have the same machine. Then 50 ``/compile-and-fix`` at once, with
``/health`` asked all the while.
"""

import concurrent.futures
import contextlib
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil

PROGRAMS = 24
AT_ONCE = 50
MANIFEST = '[package]\nname = "small"\nversion = "0.1.0"\nedition = "2021"\n'


def program(number: int) -> str:
    """Return a small program of its own: a type, a trait, a map, iterators."""
    return f"""use std::collections::HashMap;

trait Area {{ fn area(&self) -> f64; }}
struct Square(f64);
struct Disc {{ radius: f64 }}
impl Area for Square {{ fn area(&self) -> f64 {{ self.0 * self.0 }} }}
impl Area for Disc {{ fn area(&self) -> f64 {{ 3.14 * self.radius * self.radius }} }}

fn main() {{
    let shapes: Vec<Box<dyn Area>> =
        vec![Box::new(Square({number}.0)), Box::new(Disc {{ radius: 2.0 }})];
    let mut totals: HashMap<String, f64> = HashMap::new();
    for (index, shape) in shapes.iter().enumerate() {{
        *totals.entry(format!("shape{{}}", index % 2)).or_default() += shape.area();
    }}
    let mut names: Vec<_> = totals.keys().cloned().collect();
    names.sort();
    println!("{number}: {{}}", names.join(","));
}}
"""


def broken(number: int) -> str:
    """Return a program with a slip."""
    slips = [
        f'let s: String = "{number}"; println!("{{s}}");',
        f'let v = vec!["{number}"]; let w = v; println!("{{}}", v[0]); drop(w);',
        f'let mut m = HashMap::new(); m.insert(1, "{number}"); println!("{{}}", m[&1]);',
        f'let n = "{number}"; n = n; println!("{{n}}");',
    ]
    return f"[filename: src/main.rs]\nfn main() {{ {slips[number % len(slips)]} }}\n"


@contextlib.contextmanager
def server(home: Path) -> Iterator[tuple[httpx.Client, psutil.Process]]:
    """Start a server with folders of its own."""
    environment = {
        **os.environ,
        "RUSTMEND_CACHE_PATH": str(home / "cache"),
        "RUSTMEND_JOURNAL_PATH": str(home / "journal.sqlite3"),
    }
    log = home / "log"
    with log.open("w") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "rustmend", "serve", "--port", "0"],
            env=environment, stderr=stream,
        )  # fmt: skip
    try:
        while not (found := re.search(r"rustmend: (http://\S+)/ ", log.read_text())):
            time.sleep(0.05)
        with httpx.Client(base_url=found[1], timeout=300) as client:
            while True:
                with contextlib.suppress(httpx.ConnectError):
                    client.get("/health")
                    break
                time.sleep(0.05)
            yield client, psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait()


def plain(folder: Path, text: str) -> float:
    """Return the seconds of ``cargo build`` and running the binary, in a new folder."""
    (folder / "src").mkdir(parents=True)
    (folder / "Cargo.toml").write_text(MANIFEST)
    (folder / "src/main.rs").write_text(text)
    begun = time.perf_counter()
    subprocess.run(["cargo", "build", "--offline", "--quiet"], cwd=folder, check=True)
    subprocess.run([folder / "target/debug/small"], check=True, capture_output=True)
    return time.perf_counter() - begun


def served(client: httpx.Client, text: str) -> float:
    """Return the seconds of ``/compile``."""
    begun = time.perf_counter()
    answer = client.post("/compile", json={"files": {"Cargo.toml": MANIFEST, "src/main.rs": text}})
    seconds = time.perf_counter() - begun
    assert answer.json()["success"], answer.text
    return seconds


def compare(client: httpx.Client, home: Path) -> None:
    """Print the ratio of a warm ``/compile`` to plain cargo."""
    served(client, program(9999))
    plain(home / "warm", program(9999))
    ours, theirs = [], []
    for number in range(PROGRAMS):
        steps = [
            lambda n=number: ours.append(served(client, program(n))),
            lambda n=number: theirs.append(plain(home / f"plain{n}", program(n))),
        ]
        for step in steps if number % 2 else reversed(steps):
            step()
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    print(
        f"/compile {statistics.median(ours):.3f} s, plain cargo build and run "
        f"{statistics.median(theirs):.3f} s: ratio {statistics.median(ratios):.2f} "
        f"(median of {PROGRAMS}; worst {max(ratios):.2f})"
    )


def load(client: httpx.Client, process: psutil.Process) -> None:
    """Print how long ``/health`` takes while 50 projects are mended."""
    begun = time.perf_counter()
    waits: list[float] = []
    memory = 0
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        sent = [
            pool.submit(
                client.post, "/compile-and-fix", json={"code": broken(n), "description": "x"}
            )
            for n in range(AT_ONCE)
        ]
        # its own connection, as a monitor's is
        with httpx.Client(base_url=client.base_url, timeout=30) as monitor:
            while not all(each.done() for each in sent):
                asked = time.perf_counter()
                monitor.get("/health")
                waits.append(time.perf_counter() - asked)
                memory = max(memory, process.memory_info().rss)
                time.sleep(0.05)
    answers = [each.result() for each in sent]
    good = sum(each.status_code == 200 and each.json()["success"] for each in answers)
    mixed = sum(each.json().get("run_output") != f"{n}\n" for n, each in enumerate(answers))
    p95 = statistics.quantiles(waits, n=20)[-1] * 1000
    print(
        f"{AT_ONCE} /compile-and-fix at once: {good} mended, {mixed} mixed up, "
        f"{time.perf_counter() - begun:.1f} s; /health 95th percentile {p95:.0f} ms "
        f"(median {statistics.median(waits) * 1000:.0f}, {len(waits)} asked); "
        f"server {memory >> 20} MiB at most"
    )


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name, server(Path(name)) as (client, process):
        compare(client, Path(name))
        load(client, process)


if __name__ == "__main__":
    main()
