"""Files as a snapshot shows them: the open buffers over the disk."""

import re
from pathlib import Path

from rustmend.domain import Diagnostic, Snapshot, TextEdit
from rustmend.domain.text import apply_edits, edits_by_file, line_column
from rustmend.syntax import Tree, parse

# the first place that rustc names is the primary one
_ARROW = re.compile(r"^ *--> .*:(\d+):(\d+)$", re.M)


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

    def place(self, found: Diagnostic) -> tuple[Path, int, int] | None:
        """Return the file of a diagnostic, its 1-based line and its 1-based column in characters.

        None where it has no place. What a build script made may be gone or lie in the private copy:
        then the compiler's own words count.
        """
        span = found.span
        if span is None:
            return None
        text = self.read(span.file)
        if text is None and (said := _ARROW.search(found.rendered)):
            return span.file, int(said[1]), int(said[2])
        return span.file, *line_column(text or b"", span.start)

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
