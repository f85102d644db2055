"""Temporary way to run the checker until the command line has `kb check`."""

import asyncio
import re
import sys
from pathlib import Path

import platformdirs

from rustmend.domain import Diagnostic
from rustmend.knowledge.entries import Entry, Problem, find_kb, read
from rustmend.knowledge.listing import write_listing
from rustmend.knowledge.prove import examine


def main(args: list[str]) -> int:
    entries, problems = read(find_kb())

    def wanted(name: str) -> bool:
        code, _, slug = name.partition("/")
        paths = [re.sub(r"^.*kb/errors/", "", arg).rstrip("/") for arg in args]
        return not args or any(p in (code, slug, name) for p in paths)

    def say(entry: Entry, found: list[Problem]) -> None:
        for problem in found:
            print(f"✗ {problem.entry}: {problem.message}", flush=True)

    mine = [entry for entry in entries if wanted(entry.id)]
    bad = [p for p in problems if wanted(p.entry)]
    for problem in bad:
        print(f"✗ {problem.entry}: {problem.message}")
    cache = Path(platformdirs.user_cache_dir("rustmend")) / "kb"
    proofs = asyncio.run(examine(mine, parse=own, cache=cache, on_result=say))
    found = [problem for proof in proofs for problem in proof.problems]
    if not args and not found and not bad:
        write_listing(find_kb(), proofs)
    rewrites = sum(len(e.rewrites) for e in mine)
    print(f"{len(mine) + len(bad)} entries, {rewrites} rewrites, {len(found) + len(bad)} problems")
    return bool(found or bad)


def own(line: bytes, base: Path) -> Diagnostic | None:
    from rustmend.cargo.messages import parse_line

    found = parse_line(line, base=base)
    return found if isinstance(found, Diagnostic) else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
