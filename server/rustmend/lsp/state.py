"""Whether a workspace is in exactly the state that was looked at before."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from rustmend.domain import Snapshot

_SKIPPED = frozenset({"target", "node_modules"})
_SUFFIXES = (".rs", ".toml", ".lock")


class StateKeys:
    """Hashes what is compiled. Files that did not change on disk are not read again."""

    def __init__(self) -> None:
        self._digests: dict[str, tuple[int, int, bytes]] = {}

    def key(self, roots: Iterable[Path], snapshot: Snapshot) -> bytes:
        """Return the same bytes for the same sources, whenever they were written."""
        whole = hashlib.blake2b(digest_size=16)
        laid_over = {str(file): text for file, text in snapshot.texts.items()}
        for name, entry in sorted(_files(roots)):
            text = laid_over.pop(name, None)
            digest = self._digest(name, entry) if text is None else _hash(text)
            whole.update(name.encode(errors="surrogateescape") + b"\0" + digest)
        for name, text in sorted(laid_over.items()):
            whole.update(name.encode(errors="surrogateescape") + b"\0" + _hash(text))
        return whole.digest()

    def _digest(self, name: str, entry: os.DirEntry[str]) -> bytes:
        try:
            found = entry.stat()
            known = self._digests.get(name)
            if known and known[:2] == (found.st_mtime_ns, found.st_size):
                return known[2]
            digest = _hash(Path(name).read_bytes())
        except OSError:
            return b""
        self._digests[name] = (found.st_mtime_ns, found.st_size, digest)
        return digest


def _hash(text: bytes) -> bytes:
    return hashlib.blake2b(text, digest_size=16).digest()


def _files(roots: Iterable[Path]) -> Iterator[tuple[str, os.DirEntry[str]]]:
    folders = [str(root) for root in roots]
    while folders:
        try:
            entries = list(os.scandir(folders.pop()))
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in _SKIPPED and not entry.name.startswith("."):
                    folders.append(entry.path)
            elif entry.name.endswith(_SUFFIXES):
                yield entry.path, entry
