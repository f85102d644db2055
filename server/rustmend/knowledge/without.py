"""Codes that no entry can show, each with the reason why: ``kb/without.toml``."""

import tomllib
from pathlib import Path


def reasons(kb: Path) -> dict[str, str]:
    """Return the reasons by code, in Markdown; none where the file cannot be read."""
    try:
        read = tomllib.loads((kb / "without.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {code: str(reason) for code, reason in read.get("reasons", {}).items()}
