"""Crates written as one text: ``//- path`` begins a file."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[..., Path]

_FILE = re.compile(r"^//- (.+)\n", re.M)
_MANIFEST = '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2024"\n'


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes a story's files into a folder (``ws``) and returns that.

    A story without a ``Cargo.toml`` gets one for a package ``app``.
    """

    def write(story: str, folder: Path | str = "ws", *, manifest: bool = True) -> Path:
        top = tmp_path / folder
        _, *parts = _FILE.split(story.lstrip())
        files = dict(zip(parts[::2], parts[1::2], strict=True))
        if manifest and "Cargo.toml" not in files:
            files["Cargo.toml"] = _MANIFEST
        for name, text in files.items():
            file = top / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        return top

    return write
