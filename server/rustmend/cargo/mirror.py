"""A private copy that is one: real files in the same folder shape, for any system.

Never links: a build script that writes into the sources would write into the user's through
them. The shape is kept from the top of the file system, so that ``../sibling`` leads to the
sibling's copy, and what cargo and rustup look for in the folders above is handed over.
"""

import os
import shutil
import stat
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from rustmend.cargo.check import Place, mortal
from rustmend.cargo.places import PlaceMap
from rustmend.cargo.record import Clock, Look, Record, digest, look_through
from rustmend.cargo.workspace import Workspace, within

# what is looked up in the folders above a package: by cargo, rustup, clippy and dotenv readers
HANDED_OVER = (
    ".cargo/config.toml", ".cargo/config", "rust-toolchain.toml", "rust-toolchain", "Cargo.toml",
    "clippy.toml", ".clippy.toml", ".env",
)  # fmt: skip


class Mirror:
    """The copied tree of one slot, for one run at a time."""

    kind = "copy"

    def __init__(self, workspace: Workspace, slot: Path) -> None:
        self._workspace = workspace
        self._tree = slot / "tree"
        self._clock = Clock(slot)
        self._saved = slot / "record"
        self._roots = _outermost({root.resolve() for root in workspace.roots})
        self.target = slot / "target"

    @property
    def place(self) -> Place:
        """Where cargo runs."""
        return Place(
            cwd=self._copy_of(self._workspace.root.resolve()),
            environment=self._environment(),
            places=PlaceMap(self._workspace, self._moved()),
            launcher=mortal(),
        )

    @property
    def unused(self) -> bool:
        """Whether nothing was ever compiled here."""
        return not self._saved.exists()

    def prepare(self, texts: Mapping[Path, bytes], suspect_since: int | None = None) -> None:
        """Make the tree equal the disk with ``texts`` over it, with times that cargo can trust.

        ``suspect_since`` is not needed: nothing of the workspace's own is ever seeded here.
        """
        record = Record.read(self._saved)
        first = record is None
        record = record or Record()
        wanted = {real: text for path, text in texts.items() if (real := self._real(path))}
        looks, changed = self._look(record.looks, wanted)
        todo: dict[str, bytes | None] = {}
        for path in wanted.keys() | record.laid.keys() | changed:
            text = wanted.get(path)
            if text is None:
                todo[path] = None
            elif path in record.laid:
                if record.laid[path] != digest(text):
                    todo[path] = text
            elif path in changed or _read(path) != text:
                todo[path] = text
        if any(Path(path).name == "Cargo.toml" for path in todo):
            lock = str(self._workspace.root.resolve() / "Cargo.lock")
            if lock not in wanted:
                todo[lock] = None
        if todo or looks != record.looks:
            # should this process end in between, nothing is taken for granted of these
            record.laid |= dict.fromkeys(todo, "")
            if not first:
                record.save(self._saved)
            stamp = None if first else self._clock.after(self._clock.last())
            for path, text in todo.items():
                self._lay(path, text, stamp)
                if text is None:
                    record.laid.pop(path, None)
                else:
                    record.laid[path] = digest(text)
            record.looks = looks
            record.save(self._saved)
        self._clock.begin()

    def settle(self) -> None:
        """Say that the run has ended, however it did."""
        self._clock.end()

    def _environment(self) -> dict[str, str]:
        environment = {
            "CARGO_TARGET_DIR": str(self.target),
            "CARGO_BUILD_BUILD_DIR": str(self.target),
        }
        if self._workspace.toolchain:  # ``rustup override`` goes by the path
            environment["RUSTUP_TOOLCHAIN"] = self._workspace.toolchain
        return environment

    def _moved(self) -> list[tuple[Path, Path]]:
        workspace = self._workspace
        pairs = [(self._copy_of(root.resolve()), root) for root in workspace.roots]
        if workspace.target_directory:
            pairs.insert(0, (self.target, workspace.target_directory))
        top = Path(workspace.root.anchor)
        return [*pairs, (self._copy_of(top), top)]

    def _look(
        self, before: Mapping[str, Look], wanted: Mapping[str, bytes]
    ) -> tuple[dict[str, Look], set[str]]:
        skipped = [
            folder.resolve()
            for folder in (self._workspace.target_directory, self._workspace.build_directory)
            if folder is not None
        ]
        above = list(self._above())
        vendored = _outermost({f for file in above for f in _vendored(Path(file)) if f.is_dir()})
        roots = _outermost({*self._roots, *vendored})
        links: set[str] = set()
        looks, changed = look_through(roots, skipped, before, above, links)
        for link in links:
            self._copy_link(Path(link))
        self._point_to_repositories()
        return looks, changed

    def _above(self) -> Iterator[str]:
        for folder in {folder for root in self._roots for folder in root.parents}:
            yield from (str(folder / name) for name in HANDED_OVER if (folder / name).is_file())

    def _point_to_repositories(self) -> None:
        """Let git find the user's repository from the copy of the folder that it is in."""
        for root in self._roots:
            for folder in (root, *root.parents):
                if (folder / ".git").exists():
                    pointer = self._copy_of(folder) / ".git"
                    if not pointer.exists():
                        pointer.parent.mkdir(parents=True, exist_ok=True)
                        pointer.write_text(f"gitdir: {_git_folder(folder / '.git')}\n")
                    break

    def _lay(self, path: str, text: bytes | None, stamp: int | None) -> None:
        """Put a text, or else what is on the disk, or else nothing, into the tree."""
        copy = self._copy_of(Path(path))
        if text is None and not Path(path).is_file():
            if os.path.lexists(copy) and not (copy.is_dir() and not copy.is_symlink()):
                copy.unlink()
            for above in Path(path).parents:  # it may have stood below what is a file
                if above.is_file() and self._copy_of(above).is_dir():
                    self._lay(str(above), None, None)
            return
        for folder in copy.parents:
            if folder.is_dir():
                break
            folder.unlink(missing_ok=True)  # the user has a folder where a file was
        copy.parent.mkdir(parents=True, exist_ok=True)
        if copy.is_dir() and not copy.is_symlink():
            shutil.rmtree(copy)
        partial = copy.with_name(f".{copy.name}.rustmend")
        if text is None:
            shutil.copy2(path, partial)
        else:
            partial.write_bytes(text)
        partial.chmod(stat.S_IMODE(partial.stat().st_mode) | stat.S_IWUSR)
        if stamp is not None:
            os.utime(partial, ns=(stamp, stamp))
        partial.replace(copy)

    def _copy_link(self, link: Path) -> None:
        copy = self._copy_of(link)
        leads = Path(os.path.realpath(link))
        inside = any(within(leads, root) for root in self._roots)
        destination = self._copy_of(leads) if inside else leads
        if copy.is_symlink() and copy.readlink() == destination:
            return
        copy.parent.mkdir(parents=True, exist_ok=True)
        if not copy.is_dir() or copy.is_symlink():
            copy.unlink(missing_ok=True)
            copy.symlink_to(destination)

    def _copy_of(self, path: Path) -> Path:
        return self._tree.joinpath(path.drive.strip(":\\/"), *path.parts[1:])

    def _real(self, path: Path) -> str | None:
        """Return where a file is to be laid in, or None for one that is not the workspace's."""
        for real in (path.resolve(), path.parent.resolve() / path.name):
            if any(within(real, root) for root in self._roots):
                return str(real)
        return None


def _outermost(folders: set[Path]) -> list[Path]:
    return [f for f in sorted(folders) if not any(f != o and within(f, o) for o in folders)]


def _vendored(config: Path) -> Iterator[Path]:
    """Yield the folders with sources that a configuration names relative to itself."""
    if config.parent.name != ".cargo":
        return
    try:
        sources = tomllib.loads(config.read_text()).get("source")
    except (OSError, ValueError):
        return
    for source in sources.values() if isinstance(sources, dict) else ():
        for key in ("directory", "local-registry"):
            if isinstance(source, dict) and isinstance(source.get(key), str):
                folder = Path(source[key])
                if not folder.is_absolute():
                    yield (config.parent.parent / folder).resolve()


def _git_folder(git: Path) -> Path:
    """Return the folder that ``.git`` is, or that it names where it is a file."""
    if git.is_file():
        return (git.parent / git.read_text().partition("gitdir:")[2].strip()).resolve()
    return git.resolve()


def _read(path: str) -> bytes | None:
    try:
        return Path(path).read_bytes()
    except OSError:
        return None
