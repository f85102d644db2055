"""Writing fixes into the user's files: all of one set or none, and the way back."""

import base64
import contextlib
import hashlib
import os
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from rustmend.errors import RustmendError, StaleTextError, UsageError
from rustmend.process import alive

# the process's id follows, so that what one that was killed leaves can be told
_STAGED = ".rustmend-"


class WriteError(RustmendError):
    """A file could not be written; all files are as they were."""


def write_whole(file: Path, content: bytes) -> None:
    """Write a file of the user's choice, wholly or not at all. Raises ``WriteError``."""
    made: Path | None = None
    try:
        if file.exists() and not file.is_file():  # a pipe or a device takes what comes
            file.write_bytes(content)
            return
        file = file.resolve()  # a link stays one
        with tempfile.NamedTemporaryFile(
            dir=file.parent, prefix=f".{file.name}-", delete=False
        ) as whole:
            made = Path(whole.name)
            whole.write(content)
        umask = os.umask(0)
        os.umask(umask)
        made.chmod(0o666 & ~umask)  # as any file that the user writes
        made.replace(file)
    except OSError as error:
        raise WriteError(f"cannot write {file}: {error.strerror}") from error
    finally:
        if made is not None:
            made.unlink(missing_ok=True)


def write_texts(before: Mapping[Path, bytes], after: Mapping[Path, bytes]) -> None:
    """Replace each file's text ``before`` with the one ``after``, all of them or none.

    A file is replaced in one step, so that whoever reads it sees the old text or the new one.
    Raises ``StaleTextError`` where a file is not as it was before, ``WriteError`` where one cannot
    be written.
    """
    for file, text in before.items():
        if _read(file) != text:
            raise StaleTextError(f"{file} changed meanwhile: nothing was written, run again")
    _clear_away({file.resolve().parent for file in after})
    staged: dict[Path, Path] = {}
    done: list[Path] = []
    at: Path | None = None
    try:
        for at, text in after.items():
            staged[at] = _stage(at, text)
        for at, temporary in staged.items():
            temporary.replace(at.resolve())
            done.append(at)
    except OSError as error:
        for written in done:
            written.resolve().write_bytes(before[written])
        # the error itself names the file beside it that the text was put into first
        raise WriteError(
            f"cannot write {at}: {error.strerror}; all files are as they were"
        ) from error
    finally:
        for temporary in staged.values():
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


class _WrittenFile(msgspec.Struct, frozen=True):
    path: str
    before: str
    after_digest: str


class _WrittenRun(msgspec.Struct, frozen=True):
    root: str
    time: float
    files: list[_WrittenFile]
    learned: list[str] = []


class UndoLog:
    """Remembers the last written run of each workspace, in one small file each under ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def remember(
        self,
        root: Path,
        before: Mapping[Path, bytes],
        after: Mapping[Path, bytes],
        learned: Sequence[str] = (),
    ) -> None:
        """Keep what is needed to take a run back; call it before the files are written.

        ``learned`` are the ids under which the journal will keep its fixes.
        """
        run = _WrittenRun(
            str(root),
            time.time(),
            [
                _WrittenFile(
                    str(file), base64.b64encode(before[file]).decode(), _digest(after[file])
                )
                for file in after
            ],
            list(learned),
        )
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _stage(self._file(root), msgspec.json.encode(run)).replace(self._file(root))
        except OSError as error:
            raise WriteError(
                f"cannot keep the way back in {self._folder}: {error.strerror}; nothing was written"
            ) from error

    @contextlib.contextmanager
    def remembering(
        self,
        root: Path,
        before: Mapping[Path, bytes],
        after: Mapping[Path, bytes],
        learned: Sequence[str] = (),
    ) -> Iterator[None]:
        """Remember the run written inside; one that is refused leaves the last as it was."""
        former = _read(self._file(root))
        self.remember(root, before, after, learned)
        try:
            yield
        except RustmendError:
            if former is None:
                self._file(root).unlink(missing_ok=True)
            else:
                self._file(root).write_bytes(former)
            raise

    def undo(self, root: Path) -> tuple[list[Path], list[str]]:
        """Take the last run of ``root`` back; return its files and the ids of what it taught.

        Raises ``UsageError`` where there is none, ``StaleTextError`` where a file was edited since.
        """
        try:
            run = msgspec.json.decode(self._file(root).read_bytes(), type=_WrittenRun)
        except FileNotFoundError:
            raise UsageError(f"no written run to take back in {root}") from None
        except (OSError, msgspec.DecodeError) as error:
            raise UsageError(f"the record of the last run cannot be read: {error}") from error
        before, now = {}, {}
        for written in run.files:
            file = Path(written.path)
            text, old = _read(file) or b"", base64.b64decode(written.before)
            if text == old:
                continue  # the run was cut off before it came to this file
            if _digest(text) != written.after_digest:
                raise StaleTextError(f"{file} was edited since: nothing was taken back")
            now[file], before[file] = text, old
        write_texts(now, before)
        self._file(root).unlink(missing_ok=True)
        return list(before), run.learned

    def _file(self, root: Path) -> Path:
        return self._folder / f"{_digest(os.fsencode(root))[:16]}.json"


def _clear_away(folders: Iterable[Path]) -> None:
    """Delete what a process that was killed while it wrote has left in ``folders``."""
    for folder in folders:
        for left in folder.glob(f"{_STAGED}*"):
            writer = left.name.removeprefix(_STAGED).partition("-")[0]
            if writer.isdecimal() and not alive(int(writer)):
                with contextlib.suppress(OSError):
                    left.unlink()


def _stage(file: Path, text: bytes) -> Path:
    """Write ``text`` beside ``file`` and return where; it takes over the file's permissions."""
    target = file.resolve()
    handle, name = tempfile.mkstemp(prefix=f"{_STAGED}{os.getpid()}-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        with contextlib.suppress(FileNotFoundError):
            Path(name).chmod(target.stat().st_mode)
            if not os.access(target, os.W_OK):
                raise PermissionError(13, "it is read-only", str(file))
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


def _digest(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()
