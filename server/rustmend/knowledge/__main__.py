"""Temporary way to run the checker until the command line has `kb check`."""

import asyncio
import json
import re
import sys
from pathlib import Path
from typing import Any

import platformdirs

from rustmend.domain import Diagnostic, Label, Level, Note, Span
from rustmend.knowledge.entries import Entry, Problem, find_kb, read
from rustmend.knowledge.prove import prove


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
    found = asyncio.run(prove(mine, parse=own, cache=cache, on_result=say))
    rewrites = sum(len(e.rewrites) for e in mine)
    print(f"{len(mine) + len(bad)} entries, {rewrites} rewrites, {len(found) + len(bad)} problems")
    return bool(found or bad)


def own(line: bytes, base: Path) -> Diagnostic | None:
    message = json.loads(line)["message"]
    if message["level"] not in ("error", "warning") or (
        not message["spans"] and re.match(r"aborting|\d+ warning", message["message"])
    ):
        return None

    def labels(spans: list[dict[str, Any]]) -> tuple[Label, ...]:
        found = []
        for span in spans:
            outer = span
            while outer["expansion"]:
                outer = outer["expansion"]["span"]
            macro = not (
                outer["file_name"] == span["file_name"]
                and outer["byte_start"] <= span["byte_start"]
                and span["byte_end"] <= outer["byte_end"]
            )
            place = outer if macro else span
            where = Span(base / place["file_name"], place["byte_start"], place["byte_end"])
            found.append(Label(where, span["label"] or "", span["is_primary"], macro))
        return tuple(found)

    return Diagnostic(
        (message["code"] or {}).get("code"),
        Level(message["level"]),
        message["message"],
        labels(message["spans"]),
        tuple(Note(c["level"], c["message"], labels(c["spans"])) for c in message["children"]),
        (),
        message["rendered"] or "",
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
