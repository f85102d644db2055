"""Puts the curated knowledge into the wheel as ``rustmend/_kb``."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# what compiling the programs in place may leave behind
JUNK = {"target", "Cargo.lock", "__pycache__", ".git"}


class Knowledge(BuildHookInterface):  # type: ignore[type-arg]  # hatchling leaves it open
    """Lists the files of ``kb/``, one by one."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add every file of ``kb/`` to a wheel that is meant to be shipped."""
        if version == "editable":  # the checkout's own folder is read
            return
        kb = Path(self.root) / "kb"
        for file in sorted(kb.rglob("*")):
            inner = file.relative_to(kb)
            if file.is_file() and not JUNK.intersection(inner.parts):
                build_data["force_include"][str(file)] = f"rustmend/_kb/{inner.as_posix()}"
