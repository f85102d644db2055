"""What a crate of the registry declares for others, read from its unpacked sources.

Sources are laid out by rustfmt as a rule, so an item belongs to the nearest one above it that is
indented less. That is good enough to guess from, and reads a large crate in a fraction of a second.
"""

import contextlib
import os
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

_MOST_FILES, _MOST_BYTES = 600, 20_000_000
_HEAD = re.compile(
    r"^(?P<indent>[ \t]*)(?P<vis>pub(?:\([^)]*\))?\s+)?(?:(?:default|async|unsafe|const|extern|"
    r"\"C\")\s+)*(?P<kind>fn|struct|enum|trait|union|type|const|static|mod|impl|macro_rules!|use)"
    r"(?P<rest>[ <].*)"
)
_VARIANT = re.compile(r"^(?P<indent>[ \t]+)(?P<name>[A-Z]\w*)\s*(?:[({,=]|$)")
_FIELD = re.compile(r"^(?P<indent>[ \t]+)pub (?P<name>[a-z_]\w*):")
_DEPRECATED = re.compile(r"deprecated\b.*?note\s*=\s*\"((?:[^\"\\]|\\.)*)\"", re.S)
_ALIAS = re.compile(r"doc\(alias\s*=\s*\"([^\"]+)\"")
_IMPL = re.compile(r"(?:<.*?>)?\s*(?:(.*?)\s+for\s+)?[&\s]*(?:mut\s+)?(?:\w+::)*(\w+)")
_OPENERS = frozenset({"impl", "trait", "mod", "enum", "struct", "union"})


@dataclass(frozen=True, slots=True)
class Item:
    """A public item. ``owner`` is the type, trait or enum that it belongs to, "" for none.

    ``path`` are the modules it lies in; ``note`` is what its deprecation says.
    """

    name: str
    kind: str
    owner: str
    path: tuple[str, ...]
    text: str = ""
    doc: str = ""
    note: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(slots=True)
class Listing:
    """The public items of a crate, by name, and the paths under which names can be reached."""

    items: dict[str, list[Item]] = field(default_factory=lambda: defaultdict(list))
    exported: dict[str, set[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(set))
    open_modules: set[tuple[str, ...]] = field(default_factory=lambda: {()})

    def paths(self, name: str) -> list[tuple[str, ...]]:
        """Return the modules in which ``name`` can be reached from outside, the shortest first."""
        own = {item.path for item in self.items.get(name, ()) if not item.owner}
        found = {path for path in own | self.exported.get(name, set()) if self.reaches(path)}
        return sorted(found, key=lambda path: (len(path), path))

    def reaches(self, path: tuple[str, ...]) -> bool:
        """Whether all modules of ``path`` are open to others."""
        return all(path[: end + 1] in self.open_modules for end in range(len(path)))


def sources(crate: str) -> Iterator[tuple[str, Path]]:
    """Yield version and folder of each version of ``crate`` that cargo has unpacked."""
    home = Path(os.environ.get("CARGO_HOME") or Path.home() / ".cargo")
    for folder in sorted((home / "registry" / "src").glob(f"*/{crate}-[0-9]*")):
        version = folder.name[len(crate) + 1 :]
        if re.match(r"\d+\.\d+\.\d", version):
            yield version, folder


@lru_cache(maxsize=64)  # each some 0.15 MB; a file may name more crates than a dozen
def listing(folder: Path) -> Listing:
    """Return what the crate in ``folder`` declares."""
    found, size = Listing(), 0
    globs: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    for file in sorted((folder / "src").rglob("*.rs"))[:_MOST_FILES]:
        try:
            text = file.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        size += len(text)
        if size > _MOST_BYTES:
            break
        _read(text, _module(file.relative_to(folder / "src")), found, globs)
    at: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name, items in found.items.items():
        for path in {item.path for item in items if not item.owner} | found.exported.get(
            name, set()
        ):
            at[path].add(name)
    for _ in range(2):  # what is exported once more may be exported again
        for target, into in globs:
            for name in list(at.get(target, ())):
                found.exported[name].add(into)
                at[into].add(name)
    return found


@lru_cache(maxsize=8)
def history(folder: Path) -> str:
    """Return what the crate in ``folder`` says of its changes, "" where it says nothing."""
    for pattern in ("CHANGELOG*", "CHANGES*", "RELEASES*", "HISTORY*", "changelog*", "NEWS*",
                    "UPGRADING*", "MIGRATION*"):  # fmt: skip
        for file in sorted(folder.glob(pattern)):
            with contextlib.suppress(OSError):
                if file.is_file():
                    return file.read_text(encoding="utf-8", errors="replace")[:400_000]
    return ""


def _module(file: Path) -> tuple[str, ...]:
    parts = file.with_suffix("").parts
    if parts and parts[-1] in ("lib", "mod", "main"):
        parts = parts[:-1]
    return parts


def _read(text: str, module: tuple[str, ...], found: Listing,
          globs: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:  # fmt: skip
    owners: list[tuple[int, str, str, bool]] = []
    doc: list[str] = []
    marks: list[str] = []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        bare = line.strip()
        if bare.startswith("///"):
            doc.append(bare[3:].strip())
            continue
        if marks and marks[-1].count("[") > marks[-1].count("]"):
            marks[-1] += f" {bare}"
            continue
        if bare.startswith(("#[", "#![")):
            marks.append(bare)
            continue
        if not bare or bare.startswith("//"):
            continue
        head = _HEAD.match(line)
        indent = len(line) - len(line.lstrip())
        while owners and owners[-1][0] >= indent:
            owners.pop()
        kind, owner = ("", "") if not owners else owners[-1][1:3]
        path = module + tuple(one[2] for one in owners if one[1] == "mod")
        about = (tuple(doc), tuple(marks))
        doc, marks = [], []
        if head is None:
            other = _VARIANT.match(line) if kind == "enum" else _FIELD.match(line)
            if other and owners and indent == owners[-1][0] + 4 and kind in ("enum", "struct"):
                what = "variant" if kind == "enum" else "field"
                _keep(found, other["name"], what, owner, path, bare, about)
            continue
        what, rest = head["kind"], head["rest"]
        if what == "use":
            if head["vis"] and head["vis"].strip() == "pub":
                whole = " ".join(lines[number : number + 40]).split(";", 1)[0]
                _exports(whole.split("use", 1)[1], path, found, globs)
            continue
        if what == "impl":
            told = _IMPL.match(rest)
            owners.append((indent, "impl for" if told and told[1] else "impl", told[2] if told
                           else "", False))  # fmt: skip
            continue
        name = re.match(r"[\s]*(?:mut\s+)?(\w+)", rest)
        if name is None:
            continue
        open_ = bool(head["vis"]) and head["vis"].strip() == "pub"
        if what == "mod" and open_:
            found.open_modules.add((*path, name[1]))
        if open_ or kind == "trait" or (what == "macro_rules!" and "macro_export" in str(about)):
            whole = " ".join(lines[number : number + 8])
            text_ = " ".join(re.split(r"[{;]|=(?!>)", whole, maxsplit=1)[0].split())
            its = owner if kind in ("impl", "trait") else ""
            where = () if what == "macro_rules!" else path
            _keep(found, name[1], "method" if its and what == "fn" else what, its, where, text_,
                  about)  # fmt: skip
        if what in _OPENERS and "}" not in line and ("{" in line or ";" not in line):
            owners.append((indent, what, name[1], open_))


def _keep(found: Listing, name: str, kind: str, owner: str, path: tuple[str, ...], text: str,
          about: tuple[tuple[str, ...], tuple[str, ...]]) -> None:  # fmt: skip
    doc, marks = about
    attributes = " ".join(marks)
    note = _DEPRECATED.search(attributes)
    told = note[1] if note else "deprecated" if "deprecated" in attributes else ""
    found.items[name].append(
        Item(name, kind, owner, path, text, " ".join(doc[:3]), told,
             tuple(_ALIAS.findall(attributes)))
    )  # fmt: skip


def _exports(tree: str, path: tuple[str, ...], found: Listing,
             globs: list[tuple[tuple[str, ...], tuple[str, ...]]]) -> None:  # fmt: skip
    """Keep what ``pub use`` of ``tree`` in the module ``path`` brings."""
    for names in _flat(tree):
        parts = [one for one in names if one]
        if not parts:
            continue
        origin = list(parts)
        base = path
        while origin and origin[0] in ("self", "crate", "super"):
            first = origin.pop(0)
            base = path if first == "self" else () if first == "crate" else path[:-1]
        if origin and origin[-1] == "*":
            globs.append(((*base, *origin[:-1]), path))
            globs.append((tuple(origin[:-1]), path))
            continue
        last = parts[-1].split(" as ")[-1].strip()
        if last == "self" and len(parts) > 1:
            last = parts[-2]
        found.exported[last].add(path)


def _flat(tree: str) -> Iterator[list[str]]:
    """Yield the paths of a use tree."""
    tree = " ".join(tree.split())
    brace = tree.find("{")
    if brace < 0:
        yield [part.strip() for part in tree.split("::")]
        return
    prefix = [part.strip() for part in tree[:brace].split("::") if part.strip()]
    depth, start = 0, brace + 1
    for position in range(brace, len(tree)):
        depth += (tree[position] == "{") - (tree[position] == "}")
        if (depth == 1 and tree[position] == ",") or (depth == 0 and position > brace):
            if tree[start:position].strip():
                for rest in _flat(tree[start:position]):
                    yield [*prefix, *rest]
            start = position + 1
            if depth == 0:
                return
