"""A few files compiled by rustc alone, and what it says of them."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from rustmend.cargo.messages import parse_line
from rustmend.domain import Diagnostic, Snapshot
from rustmend.propose import Context
from rustmend.sources import Sources
from workspaces import package, target, workspace


@dataclass(frozen=True)
class Crate:
    """Some files; the first one is the root."""

    folder: Path
    files: tuple[Path, ...]

    @classmethod
    def write(cls, folder: Path, text: str) -> "Crate":
        """Write the files of one string, in which ``//- path`` starts each but the first."""
        parts = ("//- src/lib.rs\n" + text if not text.startswith("//- ") else text).split("//- ")
        files = []
        for part in parts[1:]:
            name, _, body = part.partition("\n")
            file = folder / name.strip()
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(body)
            files.append(file)
        return cls(folder, tuple(files))

    def compile(self) -> list[Diagnostic]:
        command = ["rustc", "--edition=2024", "--crate-type=lib", "--emit=metadata", "-Awarnings",
                   "--error-format=json", "-o", str(self.folder / "out.rmeta"),
                   str(self.files[0])]  # fmt: skip
        done = subprocess.run(command, capture_output=True, check=False, cwd=self.folder)
        found = []
        for line in done.stderr.splitlines():
            record = {"reason": "compiler-message", "message": json.loads(line),
                      "target": {"name": "it", "kind": ["lib"]}}  # fmt: skip
            message = parse_line(json.dumps(record).encode(), base=self.folder)
            if isinstance(message, Diagnostic) and message.is_error:
                found.append(message)
        return found

    def context(self, diagnostics: list[Diagnostic]) -> Context:
        own = package(self.folder, target(self.files[0], name="it"), name="it")
        return Context(workspace(self.folder, own), Sources(Snapshot()), tuple(diagnostics))
