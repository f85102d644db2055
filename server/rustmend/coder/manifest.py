"""A ``Cargo.toml`` for a project that came without one, made from the files that are there."""

import json
import re
from collections.abc import Mapping

from rustmend.errors import UsageError

_NAME = "project"
_EDITION = "2024"
_FOUND_BY_CARGO = re.compile(r"src/(main|lib)\.rs|src/bin/[^/]+(\.rs|/main\.rs)")


def made_manifest(files: Mapping[str, str]) -> str:
    """Return a manifest without dependencies. Raises ``UsageError`` where there is no Rust."""
    members = sorted(path.removesuffix("/Cargo.toml") for path in files if _is_manifest(path))
    if members:
        listed = ", ".join(json.dumps(member) for member in members)
        return f'[workspace]\nmembers = [{listed}]\nresolver = "2"\n'
    package = f'[package]\nname = "{_NAME}"\nversion = "0.1.0"\nedition = "{_EDITION}"\n'
    return f"{package}{_targets(files)}\n[dependencies]\n"


def _is_manifest(path: str) -> bool:
    return path.endswith("/Cargo.toml")


def _targets(files: Mapping[str, str]) -> str:
    if any(_FOUND_BY_CARGO.fullmatch(path) for path in files):
        return ""
    sources = [path for path in files if path.endswith(".rs")]
    if not sources:
        raise UsageError("there is no Rust file in the project: send src/main.rs or src/lib.rs")
    for name, section in (("main.rs", "[[bin]]"), ("lib.rs", "[lib]")):
        roots = [path for path in sources if path.rpartition("/")[2] == name]
        if len(roots) == 1:
            return _target(section, roots[0])
    mains = [path for path in sources if re.search(r"\bfn\s+main\s*\(", files[path])]
    if mains:
        return _target("[[bin]]", mains[0])
    if len(sources) == 1:
        return _target("[lib]", sources[0])
    raise UsageError("which file is the root? Call it src/main.rs or src/lib.rs")


def _target(section: str, path: str) -> str:
    return f'\n{section}\nname = "{_NAME}"\npath = {json.dumps(path)}\n'
