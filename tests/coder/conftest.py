"""A sandbox for each test; where there is none, the reason is said, and in CI that is a failure."""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rustmend.coder.sandbox import obstacle
from rustmend.config import Settings, load


@pytest.fixture
def settings(tmp_path: Path) -> Callable[..., Settings]:
    """Settings with a cache of their own and further values, such as ``seconds=5``."""

    def make(**sandbox: Any) -> Settings:
        flags = {f"sandbox.{name}": value for name, value in sandbox.items()}
        flags |= {
            "cache.path": str(tmp_path / "cache"),
            "journal.path": str(tmp_path / "j.sqlite3"),
        }
        made, problems = load(flags, user_file=tmp_path / "none.toml")
        assert problems == []
        return made

    if why_not := asyncio.run(obstacle(make())):
        message = f"no sandbox here: {why_not}"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    return make
