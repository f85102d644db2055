"""A change as an agent words it: whole files, replacements or a unified diff → new texts.

What cannot be understood for certain is refused with a line that says what did not fit: a
change is never half made, and nothing is written.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rustmend.cargo.workspace import Workspace, within
from rustmend.errors import UsageError

Read = Callable[[Path], bytes | None]
Texts = dict[Path, bytes]

_HUNK = re.compile(r"@@(?: -(?P<line>\d+)(?:,\d+)? \+\d+(?:,\d+)? @@.*)?")
_BOM = b"\xef\xbb\xbf"
_SHOWN = 60  # characters of a line that was not found


@dataclass(frozen=True, slots=True)
class Replacement:
    """The one occurrence of ``old`` in ``file`` gives way to ``new``.

    An empty ``old`` makes a file that is not there.
    """

    file: str
    old: str
    new: str


def locate(workspace: Workspace, name: str) -> Path:
    """Return the workspace's file called ``name``, relative to its root or absolute.

    Raises ``UsageError`` for what is not the workspace's own source.
    """
    if not name or "\0" in name:
        raise UsageError(f"{name!r} is no file name")
    path = Path(os.path.normpath(workspace.root / name))
    try:
        file = next(filter(None, (_inside(path, root) for root in workspace.roots)), None)
        is_folder = file is not None and file.is_dir()
    except OSError as error:
        raise UsageError(f"{name[:80]}…: {error.strerror}") from error
    if file is None:
        raise UsageError(f"{name} lies outside the workspace {workspace.root}")
    built = (workspace.target_directory, workspace.build_directory)
    if any(folder and within(file, folder) for folder in built):
        raise UsageError(f"{name} is what cargo makes, not a source")
    if workspace.single_file and file != workspace.single_file:
        raise UsageError(f"{workspace.single_file} is checked alone, without {name}")
    if is_folder:
        raise UsageError(f"{name} is a folder")
    if above := next((each for each in file.parents if each.is_file()), None):
        raise UsageError(f"{name}: {above.name} is a file, not a folder")
    return file


def _inside(path: Path, root: Path) -> Path | None:
    """Return ``path`` as the root spells it; a link that leads out of the root is outside."""
    real, base = path.resolve(), root.resolve()
    if not within(real, base):
        return None
    return path if within(path, root) else root / real.relative_to(base)


def of_files(files: Mapping[str, str], place: Callable[[str], Path], read: Read) -> Texts:
    """Return the texts of files that are given whole."""
    texts: Texts = {}
    for name, text in files.items():
        file = place(name)
        if file in texts:
            raise UsageError(f"{name} is given twice")
        before = read(file) or b""
        bom = _BOM if before.startswith(_BOM) and not text.startswith("\ufeff") else b""
        texts[file] = bom + _as_before(text, before)
    return texts


def of_replacements(
    replacements: Iterable[Replacement], place: Callable[[str], Path], read: Read
) -> Texts:
    """Return the texts after each replacement, made one after the other."""
    texts: Texts = {}
    for each in replacements:
        file = place(each.file)
        before = texts.get(file, read(file))
        if not each.old:
            if before:
                raise UsageError(f"{each.file} is there: say which of its text gives way")
            texts[file] = each.new.encode()
            continue
        if before is None:
            raise UsageError(f"there is no file {each.file}")
        old, new = _as_before(each.old, before), _as_before(each.new, before)
        count = before.count(old)
        if count != 1:
            found = "is not there" if not count else f"is there {count} times"
            raise UsageError(
                f"{each.file}: the text to replace {found}, and once is needed: {_first(each.old)}"
            )
        texts[file] = before.replace(old, new)
    return texts


def of_diff(diff: str, place: Callable[[str], Path], read: Read) -> Texts:
    """Return the texts after a unified diff.

    Line numbers are hints: a hunk goes where its lines are, the nearest such place. Blank lines
    without their leading space and paths without ``a/`` and ``b/`` are understood too.
    """
    texts: Texts = {}
    for part in _parts(diff):
        file = _file_of(part, place, read)
        before = texts.get(file, read(file))
        if before is None and not part.new:
            raise UsageError(f"there is no file {part.name}")
        texts[file] = _patched(part, before or b"")
    if not texts:
        raise UsageError("the diff changes nothing: it needs `--- a/…`, `+++ b/…` and `@@` lines")
    return texts


@dataclass(slots=True)
class _Hunk:
    line: int | None
    old: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    open_ended: bool = False  # no line break at its end


@dataclass(slots=True)
class _Part:
    name: str
    new: bool
    hunks: list[_Hunk] = field(default_factory=list)


def _parts(diff: str) -> Iterator[_Part]:
    part: _Part | None = None
    hunk: _Hunk | None = None
    old_name = ""
    # not splitlines: a form feed within a line of code ends none
    lines = diff.replace("\r\n", "\n").removesuffix("\n").split("\n")
    for number, line in enumerate(lines):
        # a removed line may begin with `--` too
        next_lines = [each[:2] for each in lines[number + 1 : number + 3]]
        if line.startswith("--- ") and next_lines == ["++", "@@"]:
            old_name, hunk = _name(line), None
        elif line.startswith("+++ ") and old_name:
            if part:
                yield part
            name = _name(line)
            if name == "/dev/null":
                raise UsageError(f"{old_name}: a change that deletes a file cannot be verified")
            if old_name != "/dev/null" and _bare(old_name) != _bare(name):
                raise UsageError(f"{old_name}: a change that renames a file cannot be verified")
            part, old_name = _Part(name, old_name == "/dev/null"), ""
        elif part and (found := _HUNK.fullmatch(line)):
            hunk = _Hunk(int(found["line"]) if found["line"] else None)
            part.hunks.append(hunk)
        elif line.startswith(("diff --git ", "index ", "Binary files ", "```")):
            hunk = None
        elif hunk is not None:
            _take(hunk, line)
    if part:
        yield part


def _take(hunk: _Hunk, line: str) -> None:
    mark, text = line[:1], line[1:]
    match mark:
        case "-":
            hunk.old.append(text)
        case "+":
            hunk.new.append(text)
        case " " | "":
            hunk.old.append(text)
            hunk.new.append(text)
        case "\\":
            hunk.open_ended = True
        case _:
            raise UsageError(f"no line of a diff: {_first(line)}")


def _name(line: str) -> str:
    return line[4:].split("\t")[0].strip().strip('"')


def _bare(name: str) -> str:
    return name[2:] if name.startswith(("a/", "b/")) else name


def _file_of(part: _Part, place: Callable[[str], Path], read: Read) -> Path:
    """Return the part's file; a folder may really be called ``b``."""
    if part.name.startswith(("a/", "b/")) and not Path(part.name).is_absolute():
        literal = place(part.name)
        return literal if read(literal) is not None else place(_bare(part.name))
    return place(part.name)


def _patched(part: _Part, before: bytes) -> bytes:
    newline = "\r\n" if b"\r\n" in before else "\n"
    try:
        text = before.decode()
    except UnicodeDecodeError as error:
        raise UsageError(f"{part.name} is no UTF-8 text") from error
    lines = text.split(newline)
    # the last is what stands behind the last line break
    ended = lines[-1] == ""
    if ended:
        lines.pop()
    shift = 0
    for number, hunk in enumerate(part.hunks, 1):
        if not before and hunk.old and any(hunk.old):
            raise UsageError(f"{part.name} is empty or new, and hunk {number} expects lines in it")
        old = hunk.old if before else []
        expected = None if hunk.line is None else hunk.line - 1 + shift
        at = _position(lines, old, expected)
        if at is None:
            # a blank line at the end is often only how the diff was wrapped
            while old and hunk.new and old[-1] == hunk.new[-1] == "":
                old, hunk.new = old[:-1], hunk.new[:-1]
            at = _position(lines, old, expected)
        if at is None:
            wanted = next((line for line in hunk.old if line.strip()), "")
            raise UsageError(
                f"{part.name}: hunk {number} does not fit: its lines are not in the file, "
                f"from {_first(wanted)}"
            )
        lines[at : at + len(old)] = hunk.new
        shift += len(hunk.new) - len(old)
        if hunk.open_ended and at + len(hunk.new) == len(lines):
            ended = False
    if not before:
        ended = not any(hunk.open_ended for hunk in part.hunks)
    return (newline.join(lines) + (newline if ended and lines else "")).encode()


def _position(lines: list[str], old: list[str], expected: int | None) -> int | None:
    """Return where ``old`` stands, the place nearest to the expected one."""
    if not old:
        # lines that are only inserted: after the line that the hunk names
        return min(len(lines), expected + 1 if expected is not None else len(lines))
    for form in (str, str.rstrip):
        wanted = [form(line) for line in old]
        present = [form(line) for line in lines]
        found = [
            at
            for at in range(len(lines) - len(old) + 1)
            if present[at] == wanted[0] and present[at : at + len(old)] == wanted
        ]
        if found:
            if expected is None and len(found) > 1:
                raise UsageError(
                    f"a hunk without line numbers fits {len(found)} places: {_first(old[0])}"
                )
            return min(found, key=lambda at: abs(at - (expected or 0)))
    return None


def _as_before(text: str, before: bytes) -> bytes:
    """Return ``text`` with the line ends that the file has."""
    if b"\r\n" in before and "\r\n" not in text:
        text = text.replace("\n", "\r\n")
    return text.encode()


def _first(text: str) -> str:
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return f"`{line[:_SHOWN]}{'…' if len(line) > _SHOWN else ''}`"
