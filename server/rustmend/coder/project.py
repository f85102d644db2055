r"""A cargo project as values: its files as an object, or as one text of blocks.

A block is a line ``[filename: src/main.rs]`` and then the file's text up to the next such line. The
blank line before that next one stands between them and belongs to neither. A text that does not
end its last line is followed by git's line ``\ No newline at end of file``; a line of a text that
reads like either of the two gets a backslash in front.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rustmend.coder.manifest import made_manifest
from rustmend.coder.paths import MOST_FILES, distinct, normalised
from rustmend.errors import UsageError

MOST_BYTES = 8 * 2**20
MOST_FILE_BYTES = 2 * 2**20
_HEADER = re.compile(r"\[filename:[ \t]*(.*?)[ \t]*\][ \t]*\r?\n?")
_UNENDED = "\\ No newline at end of file"
_ESCAPED = re.compile(r"^\\(?=\\*(?:\[filename:|\\ No newline at end of file))", re.M)
_TO_ESCAPE = re.compile(r"^(?=\\*(?:\[filename:|\\ No newline at end of file))", re.M)


@dataclass(frozen=True, slots=True)
class Project:
    """Files of a project by their paths, relative with ``/``, in the caller's order.

    Made by ``from_files`` and ``parse_blocks``, which refuse what must not be compiled.
    """

    files: Mapping[str, str]

    @classmethod
    def from_files(cls, files: Mapping[str, str]) -> "Project":
        """Check names and sizes, and return the project. Raises ``UsageError``."""
        return _checked(files.items(), len(files))

    @property
    def has_manifest(self) -> bool:
        """Whether the project says itself how it is built."""
        return "Cargo.toml" in self.files

    def with_manifest(self) -> "Project":
        """Return the project with a ``Cargo.toml`` made from what is there, where it has none.

        Raises ``UsageError`` where there is no Rust to build.
        """
        if self.has_manifest:
            return self
        return Project({"Cargo.toml": made_manifest(self.files), **self.files})

    def over(self, texts: Mapping[str, str]) -> "Project":
        """Return the project with these texts in place of, or beside, its own."""
        return Project({**self.files, **texts})


def parse_blocks(text: str) -> Project:
    """Return the project that ``text`` holds. Raises ``UsageError``.

    What comes before the first block is left out. A text without any is one Rust file.
    """
    blocks = list(_blocks(text))
    if not blocks:
        if not text.strip():
            raise UsageError("there is no code: send blocks of [filename: src/main.rs] and text")
        name = "src/main.rs" if re.search(r"\bfn\s+main\s*\(", text) else "src/lib.rs"
        blocks = [(name, text)]
    return _checked(blocks, len(blocks))


def combined_text(project: Project) -> str:
    """Return the project as one text; ``parse_blocks`` gives exactly the same files back."""
    last = len(project.files) - 1
    return "".join(
        f"[filename: {path}]\n{_ended(text, last=number == last)}"
        for number, (path, text) in enumerate(project.files.items())
    )


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    path: str | None = None
    lines: list[str] = []
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        header = _HEADER.fullmatch(line)
        if header is None:
            lines.append(line)
            continue
        if path is not None:
            yield path, _between("".join(lines))
        path, lines = header[1], []
    if path is not None:
        yield path, _unescaped("".join(lines))


def _between(text: str) -> str:
    """Return the text of a block that another one follows."""
    for end in ("\r\n\r\n", "\n\n"):
        if text.endswith(end):
            text = text[: -len(end) // 2]
            break
    else:
        if text in ("\n", "\r\n"):
            return ""
    if text.endswith(f"\n{_UNENDED}\n"):
        return _ESCAPED.sub("", text[: -len(_UNENDED) - 2])
    return _ESCAPED.sub("", text)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub("", text)


def _ended(text: str, *, last: bool) -> str:
    text = _TO_ESCAPE.sub(r"\\", text)
    if last:
        return text
    if text and not text.endswith("\n"):
        return f"{text}\n{_UNENDED}\n\n"
    return f"{text}\n"


def _checked(pairs: Iterable[tuple[str, str]], count: int) -> Project:
    if count > MOST_FILES:
        raise UsageError(f"a project has at most {MOST_FILES} files, not {count}")
    files: dict[str, str] = {}
    size = 0
    for path, text in pairs:
        name = normalised(path)
        if name in files:
            raise UsageError(f"{name} is there twice")
        try:
            length = len(text.encode())
        except UnicodeEncodeError:
            raise UsageError(f"{name} holds half a character: send it as UTF-8") from None
        size += length
        if length > MOST_FILE_BYTES or size > MOST_BYTES:
            raise UsageError(
                f"{name} is too large: a file has at most {MOST_FILE_BYTES >> 20} MiB, "
                f"a project {MOST_BYTES >> 20}"
            )
        files[name] = text
    if not files:
        raise UsageError("there is no file: send src/main.rs at least")
    distinct(files)
    return Project(files)
