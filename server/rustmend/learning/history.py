"""The history of a repository, read in a private clone: commits, and the Rust they changed."""

import hashlib
import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rustmend.errors import RustmendError, ToolMissingError, UsageError
from rustmend.process import Finished, run

_GIT = (
    "git",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "core.quotePath=false",
    "-c",
    "advice.detachedHead=false",
)
# what cargo reads besides sources: a commit that changes it cannot be taken apart
_OTHERS = ("Cargo.toml", "Cargo.lock", "build.rs", "rust-toolchain", "rust-toolchain.toml")


class MiningError(RustmendError):
    """A repository's history cannot be read."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit and the Rust sources that it changed, with their texts before and after.

    Names are relative to the repository. ``plain`` says that it changed nothing else that cargo
    reads, and removed no file.
    """

    id: str
    before: dict[str, bytes]
    after: dict[str, bytes]
    plain: bool


@dataclass(slots=True)
class History:
    """The clone of ``origin`` in ``folder``, and the commits that were looked at before."""

    origin: Path
    folder: Path
    _done: list[str] = field(default_factory=list)

    @classmethod
    async def of(cls, repository: Path, cache: Path, *, again: bool = False) -> "History":
        """Clone the repository around ``repository``, or bring the clone up to date.

        ``again`` forgets what was looked at. Raises ``UsageError`` and ``MiningError``.
        """
        if shutil.which("git") is None:
            raise ToolMissingError("git is not there: install it to look into a history")
        if not repository.is_dir():
            raise UsageError(f"{repository} is no folder: name a git repository")
        found = await run([*_GIT, "rev-parse", "--show-toplevel"], cwd=repository)
        if found.returncode:
            raise UsageError(f"{repository} is in no git repository")
        origin = Path(found.stdout.strip())
        name = hashlib.sha256(os.fsencode(origin)).hexdigest()[:16]
        folder = cache / "mine" / name
        clone = folder / "repository"
        if not (clone / ".git").is_dir():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True, exist_ok=True)
            made = await _git(["clone", "-q", "--no-checkout", origin, clone], folder)
        else:
            made = await _git(["fetch", "-q", "--prune", "origin", "+HEAD:refs/mined"], clone)
        if made.returncode:
            raise MiningError(f"{origin} cannot be cloned: {_last_line(made.stderr)}")
        history = cls(origin, folder)
        if not again:
            history._done = _read(folder / "done.json")
        return history

    @property
    def clone(self) -> Path:
        """Where commits are checked out."""
        return self.folder / "repository"

    async def commits(self, limit: int) -> list[str]:
        """Return the ids of the latest commits that changed Rust sources, the newest first."""
        head = await _git(["rev-parse", "HEAD"], self.origin)
        if head.returncode:
            return []
        arguments = ["rev-list", "--no-merges", "-n", str(limit), head.stdout.strip(), "--", "*.rs"]
        listed = await _git(arguments, self.clone)
        if listed.returncode:
            raise MiningError(f"the history cannot be read: {_last_line(listed.stderr)}")
        return listed.stdout.split()

    def is_done(self, commit: str) -> bool:
        """Whether a commit was looked at before."""
        return commit in self._done

    def done(self, commit: str) -> None:
        """Remember that a commit was looked at, over the end of the process."""
        self._done.append(commit)
        whole = self.folder / "done.json"
        part = whole.with_suffix(".part")
        part.write_text(json.dumps(self._done))
        part.replace(whole)

    async def read(self, commit: str) -> Commit | None:
        """Return what a commit changed; None for the first one of all."""
        parent = await _git(["rev-parse", "-q", "--verify", f"{commit}^"], self.clone)
        if parent.returncode:
            return None
        names = await _git(
            ["diff-tree", "-r", "--no-commit-id", "--no-renames", "--name-status", "-z", commit],
            self.clone,
        )
        fields = names.stdout.split("\0")
        changed = dict(zip(fields[1::2], fields[::2], strict=False))
        sources = [name for name, how in changed.items() if name.endswith(".rs") and how != "D"]
        plain = not any(Path(name).name in _OTHERS for name in changed) and not any(
            how == "D" and name.endswith(".rs") for name, how in changed.items()
        )
        before = {name: await self._text(f"{commit}^", name) for name in sources}
        after = {name: await self._text(commit, name) for name in sources}
        return Commit(commit, before, after, plain)

    async def check_out(self, commit: str) -> None:
        """Put the files of a commit into the clone. Raises ``MiningError``."""
        done = await _git(["checkout", "-q", "--force", commit], self.clone)
        if done.returncode:
            raise MiningError(f"{commit} cannot be checked out: {_last_line(done.stderr)}")

    async def _text(self, commit: str, name: str) -> bytes:
        shown = await _git(["show", f"{commit}:{name}"], self.clone)
        return shown.stdout.encode() if shown.returncode == 0 else b""


async def _git(arguments: Sequence[str | Path], folder: Path) -> Finished:
    # large files kept elsewhere are no sources, and nobody is there to type a password
    env = {**os.environ, "GIT_LFS_SKIP_SMUDGE": "1", "GIT_TERMINAL_PROMPT": "0"}
    return await run([*_GIT, *arguments], cwd=folder, env=env, low_priority=True)


def _read(file: Path) -> list[str]:
    try:
        known = json.loads(file.read_text())
    except (OSError, ValueError):
        return []
    return [each for each in known if isinstance(each, str)] if isinstance(known, list) else []


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["git said nothing"])[-1]
