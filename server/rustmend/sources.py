"""Files as a snapshot shows them: the open buffers over the disk."""

from pathlib import Path

from rustmend.domain import Snapshot, TextEdit
from rustmend.domain.text import apply_edits, edits_by_file
from rustmend.syntax import Tree, parse


class Sources:
    """Reads files of one snapshot; one that changes later is read as it was first seen."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._read: dict[Path, bytes | None] = {}

    def read(self, file: Path) -> bytes | None:
        """Return the text of ``file``, or None where it cannot be read."""
        if file in self.snapshot.texts:
            return self.snapshot.texts[file]
        if file not in self._read:
            try:
                self._read[file] = file.read_bytes()
            except OSError:
                self._read[file] = None
        return self._read[file]

    def beside(self, file: Path) -> list[Path]:
        """Return the Rust files of the folder of ``file``, on the disk or in the snapshot."""
        there = set(file.parent.glob("*.rs"))
        there |= {p for p in self.snapshot.texts if p.parent == file.parent and p.suffix == ".rs"}
        return sorted(there)

    def tree(self, file: Path) -> Tree | None:
        """Return the syntax tree of ``file``, or None where it cannot be read."""
        text = self.read(file)
        return None if text is None else parse(text)

    def edited(self, edits: tuple[TextEdit, ...]) -> dict[Path, bytes]:
        """Return the new texts of the files that ``edits`` change.

        Raises ``OverlappingEditsError``; a file that is not there starts empty.
        """
        return {
            file: apply_edits(self.read(file) or b"", group)
            for file, group in edits_by_file(edits).items()
        }
