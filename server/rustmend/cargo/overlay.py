"""A private copy that copies nothing: an overlay over the workspace's own path (Linux).

Each run gets a user, mount and process namespace of its own, in which an overlayfs lies over every
root of the workspace: below, the user's files; on top, a folder of the slot. Paths stay as they
are, whatever the compilation writes lands on top, and when the first process of the
namespace ends, so does everything in it.
"""

import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from rustmend.cargo.check import Place, mortal
from rustmend.cargo.places import PlaceMap
from rustmend.cargo.record import SKIPPED, Clock, Look, Record, digest, look_through
from rustmend.cargo.workspace import Workspace, within

# $1 slot, $2 working folder, $3 user, $4 group, then pairs of a layer's name and its root, "--",
# the command. A root is bound to a plain name first: mount options cannot hold every character.
_ENTER = """
set -eu
cd -- "$1"; cwd=$2 uid=$3 gid=$4; shift 4
while [ "$1" != -- ]; do
  mount -n --rbind -- "$2" "lower/$1"
  mount -n -t overlay -o "userxattr,lowerdir=lower/$1,upperdir=upper/$1,workdir=work/$1" \\
    -- overlay "$2"
  shift 2
done
shift
cd -P -- "$cwd"
[ "$uid" != 0 ] || exec "$@"
exec unshare --user --map-user="$uid" --map-group="$gid" -- "$@"
"""


class Overlay:
    """The layers of one slot, for one run at a time."""

    kind = "overlay"

    def __init__(self, workspace: Workspace, slot: Path) -> None:
        self._workspace = workspace
        self._slot = slot
        real = {root.resolve() for root in workspace.roots}
        self._roots = [r for r in sorted(real) if not any(r != o and within(r, o) for o in real)]
        self._layers = {root: slot / "upper" / _layer_name(root) for root in self._roots}
        self._skipped = [
            folder.resolve()
            for folder in (workspace.target_directory, workspace.build_directory)
            if folder is not None
        ]
        self._clock = Clock(slot)
        self._saved = slot / "record"
        self.target = slot / "target"
        for layer in self._layers.values():
            for part in ("lower", "upper", "work"):
                (slot / part / layer.name).mkdir(parents=True, exist_ok=True)

    @property
    def place(self) -> Place:
        """Where cargo runs."""
        workspace = self._workspace
        moved = [(root.resolve(), root) for root in workspace.roots]
        if workspace.target_directory:
            moved.insert(0, (self.target, workspace.target_directory))
        return Place(
            cwd=self._slot,
            environment={
                "CARGO_TARGET_DIR": str(self.target),
                "CARGO_BUILD_BUILD_DIR": str(self.target),
            },
            places=PlaceMap(workspace, moved),
            launcher=launcher(self._slot, self._layers, workspace.root.resolve()),
        )

    @property
    def unused(self) -> bool:
        """Whether nothing was ever compiled here."""
        return not self._saved.exists()

    def prepare(self, texts: Mapping[Path, bytes], suspect_since: int | None = None) -> None:
        """Make the layers show the disk with ``texts`` over it, with times that cargo can trust.

        ``suspect_since`` matters in the first run: when the oldest compile that was seeded
        began (ns). Files that were moved in, or got an old time, since then are laid in anew.
        """
        record = Record.read(self._saved)
        last = self._clock.last()
        looks, changed = self._look(record.looks if record else {})
        if record is None:
            record = Record()
            doubtful = changed = _suspects(looks, suspect_since) if suspect_since else set()
        else:
            doubtful = {path for path in changed if not self._speaks(path, looks, last)}
        wanted = {real: text for path, text in texts.items() if (real := self._real(path))}
        todo: dict[str, bytes | None] = {}
        for path in wanted.keys() | record.laid.keys() | doubtful:
            content = wanted[path] if path in wanted else _read(path)
            if path in record.laid:
                right = content is not None and record.laid[path] == digest(content)
            else:
                right = path not in doubtful and content == _read(path)
            if not right:
                todo[path] = content
        if any(Path(path).name == "Cargo.toml" for path in todo.keys() | changed):
            self._forget_lock(record)
        self._lay_all(todo, record, looks, last)
        self._clock.begin()

    def _look(self, before: Mapping[str, Look]) -> tuple[dict[str, Look], set[str]]:
        on_top = set(self._tend())
        looks, changed = look_through(self._roots, self._skipped, before, on_top)
        # what a compilation put where nobody looks is watched from now on, as it is
        changed -= {path for path in on_top - before.keys() if self._overlooked(path)}
        return looks, changed

    def _speaks(self, path: str, looks: Mapping[str, Look], last: int) -> bool:
        """Whether cargo will notice by itself that a file changed after the run at ``last``."""
        return path in looks and looks[path][0] > last and not self._hidden(path)

    def settle(self) -> None:
        """Say that the run has ended, however it did."""
        self._clock.end()

    def _lay_all(
        self, todo: Mapping[str, bytes | None], record: Record, looks: dict[str, Look], last: int
    ) -> None:
        if not todo and looks == record.looks and self._saved.exists():
            return
        if todo:
            # should this process end in between, nothing is taken for granted of these
            record.laid |= dict.fromkeys(todo, "")
            record.save(self._saved)
            stamp = self._clock.after(last)
            for path, content in todo.items():
                if content is None:
                    self._take_away(path)
                    del record.laid[path]
                else:
                    self._lay(path, content, stamp)
                    record.laid[path] = digest(content)
        record.looks = looks
        record.save(self._saved)

    def _lay(self, path: str, content: bytes, stamp: int) -> None:
        upper = self._upper(path)
        assert upper is not None  # noqa: S101  # only paths in a root come here
        self._make_folders(upper.parent, Path(path).parent)
        folder = upper.parent.stat()
        existed = os.path.lexists(path) or os.path.lexists(upper)
        if upper.is_dir() and not upper.is_symlink():
            shutil.rmtree(upper)
        partial = self._slot / "incoming"
        partial.write_bytes(content)
        mode = Path(path).stat().st_mode if Path(path).is_file() else 0o644
        partial.chmod(stat.S_IMODE(mode) | stat.S_IWUSR)
        os.utime(partial, ns=(stamp, stamp))
        partial.replace(upper)
        if existed:  # a file written in place leaves the time of its folder alone
            os.utime(upper.parent, ns=(folder.st_atime_ns, folder.st_mtime_ns))

    def _make_folders(self, upper: Path, real: Path) -> None:
        """Make a folder on top, and those above it, that look like the user's."""
        if upper.is_dir() and not upper.is_symlink():
            return
        self._make_folders(upper.parent, real.parent)
        upper.unlink(missing_ok=True)  # a whiteout, or a file where the user has a folder now
        above = upper.parent.stat()
        upper.mkdir()
        if real.is_dir():
            shutil.copystat(real, upper)
            os.utime(upper.parent, ns=(above.st_atime_ns, above.st_mtime_ns))

    def _take_away(self, path: str) -> None:
        """Remove what lies on top where nothing is to be seen, and folders only made for it."""
        upper = self._upper(path)
        if upper is None or not os.path.lexists(upper):
            return
        if upper.is_dir() and not upper.is_symlink():
            return  # the user made a folder of it
        upper.unlink()
        real, upper = Path(path).parent, upper.parent
        while upper not in self._layers.values() and not real.is_dir() and not any(upper.iterdir()):
            upper.rmdir()
            real, upper = real.parent, upper.parent

    def _forget_lock(self, record: Record) -> None:
        """Let a changed manifest start from the user's Cargo.lock, as cargo would in place."""
        lock = self._workspace.root.resolve() / "Cargo.lock"
        upper = self._upper(str(lock))
        if upper is not None and str(lock) not in record.laid:
            upper.unlink(missing_ok=True)

    def _tend(self) -> Iterator[str]:
        """Yield the user's paths of all files on top, and put right what must not stay there.

        A repository's index, rewritten by a build script, would hide later commits. A folder
        on top hides the time of the user's, which is later when a file was deleted there.
        """
        for root, layer in self._layers.items():
            for folder, folders, files in os.walk(layer):
                real = root / Path(folder).relative_to(layer)
                if ".git" in folders:
                    folders.remove(".git")
                    shutil.rmtree(Path(folder, ".git"), ignore_errors=True)
                if real.is_dir() and real.stat().st_mtime_ns > Path(folder).stat().st_mtime_ns:
                    os.utime(folder, ns=(real.stat().st_atime_ns, real.stat().st_mtime_ns))
                yield from (str(real / name) for name in files)

    def _hidden(self, path: str) -> bool:
        """Whether something on top decides what is seen at ``path``."""
        upper = self._upper(path)
        if upper is None or os.path.lexists(upper):
            return upper is not None
        layers = set(self._layers.values())
        for folder in upper.parents:
            if folder in layers:
                break
            if folder.is_dir() and not folder.is_symlink():
                if _opaque(folder):
                    return True
            elif os.path.lexists(folder):
                return True
        return False

    def _overlooked(self, path: str) -> bool:
        """Whether a file lies in a folder that is not looked through."""
        folders = Path(path).parents
        return any(
            folder in self._skipped or folder.name in SKIPPED or (folder / "CACHEDIR.TAG").exists()
            for folder in folders
        )

    def _upper(self, path: str) -> Path | None:
        for root, layer in self._layers.items():
            if within(Path(path), root):
                return layer / Path(path).relative_to(root)
        return None

    def _real(self, path: Path) -> str | None:
        """Return where a file is to be laid in, or None for one that is not the workspace's."""
        for real in (path.resolve(), path.parent.resolve() / path.name):
            if any(within(real, root) for root in self._roots):
                return str(real)
        return None


def launcher(slot: Path, layers: Mapping[Path, Path], cwd: Path) -> tuple[str, ...]:
    """Return the words that, before a command, run it in ``cwd`` with the layers in place.

    The process dies with this one, and everything that it started with it.
    """
    namespaces = ("--user", "--map-root-user", "--mount", "--pid", "--fork", "--kill-child")
    pairs = (word for root, layer in layers.items() for word in (layer.name, str(root)))
    return (
        *mortal(),
        *("unshare", *namespaces, "--", "sh", "-c", _ENTER, "sh"),
        *(str(slot), str(cwd), str(os.getuid()), str(os.getgid()), *pairs, "--"),
    )


def _layer_name(root: Path) -> str:
    return blake2b(os.fsencode(root), digest_size=6).hexdigest()


def _suspects(looks: Mapping[str, Look], since: int) -> set[str]:
    """Return the files that changed after ``since`` although their time says they did not."""
    second = 1_000_000_000
    return {
        path
        for path, (modified, moved, *_) in looks.items()
        if moved > since and moved - modified > second
    }


def _opaque(folder: Path) -> bool:
    try:
        return os.getxattr(folder, "user.overlay.opaque") == b"y"
    except OSError:
        return False


def _read(path: str) -> bytes | None:
    try:
        return Path(path).read_bytes()
    except OSError:
        return None
