"""What the dependencies of a package are, and what they declare, from their sources on disk."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from rustmend.domain import Diagnostic
from rustmend.propose.crates import sources
from rustmend.propose.manifests import DEPENDENCIES, package_of
from rustmend.sources import Sources

if TYPE_CHECKING:
    from rustmend.cargo.workspace import Package
    from rustmend.propose.context import Context

_MOST_FILES = 400
_MOST_FOUND, _METHODS = 6, 14
_WORD = re.compile(r"\b[A-Za-z_]\w{2,}\b")
_USED: WeakKeyDictionary[Sources, dict[Path, list[tuple[str, Path, Path | None]]]] = (
    WeakKeyDictionary()
)
# where a name's declaration tells what was meant
_CODES = frozenset({
    "E0061", "E0277", "E0308", "E0412", "E0422", "E0423", "E0425", "E0432", "E0433", "E0599",
    "E0603", "E0609", "E0560", "E0063", "E0026", "E0027", "E0046", "E0050", "E0053", "E0107",
    "E0407", "E0369", "E0271",
})  # fmt: skip


def described(context: "Context", near: Path | None) -> str:
    """Return toolchain, edition and the dependencies of the package of ``near``, a line each."""
    workspace = context.workspace
    owner = package_of(near, workspace) if near is not None else None
    lines = [workspace.rustc_version]
    lines.append(f"edition {owner.edition if owner else workspace.edition}")
    if len([p for p in workspace.packages if p.member]) > 1 and owner is not None:
        lines.append(f"package {owner.name} of a workspace")
    if owner is not None:
        lines += _dependencies(context, owner)
    return "\n".join(line for line in lines if line)


def signatures(context: "Context", near: Path | None, errors: Sequence[Diagnostic]) -> str:
    """Return declarations in the dependencies that the errors speak of."""
    told = [error for error in errors[:12] if error.code in _CODES]
    owner = package_of(near, context.workspace) if near is not None else None
    if not told or near is None or owner is None:
        return ""
    text = (context.sources.read(near) or b"").decode(errors="replace")
    asked = [real for _, real, _, _ in _asked(context, owner)]
    used = [name for name in asked if name.replace("-", "_") in text]
    versions = _locked(context, owner)
    # the name in the message's first quotes, and the labels', is what is not as it was thought
    wanted = dict.fromkeys(
        word
        for error in told
        for quoted in re.findall(r"`([^`]+)`", " ".join(_texts(error)))
        for word in _WORD.findall(quoted)
    )
    found: list[str] = []
    for crate in used[:6]:
        folder = _source(crate, versions.get(crate, ""))
        declared = _declared(folder) if folder is not None else {}
        for name in wanted:
            found += [f"{crate}: {line}" for line in declared.get(name, ())[:_MOST_FOUND]]
            found += [f"{crate}: {line}" for line in declared.get(f"impl {name}", ())[:_METHODS]]
    return "\n".join(dict.fromkeys(found[:40]))


def used_crates(context: "Context", near: Path) -> list[tuple[str, Path, Path | None]]:
    """Return the crates of the package's dependencies that ``near`` names, as it writes them.

    Each comes with the folder of its sources, and that of an older version that cargo still has.
    What a crate is made of counts, too: ``clap_builder`` is where ``clap`` declares its items.
    They are looked for once for each state.
    """
    known = _USED.setdefault(context.sources, {})
    if near not in known:
        known[near] = _used(context, near)
    return known[near]


def _used(context: "Context", near: Path) -> list[tuple[str, Path, Path | None]]:
    owner = package_of(near, context.workspace)
    if owner is None:
        return []
    locked = _locked(context, owner)
    found: dict[str, tuple[str, Path, Path | None]] = {}
    text = (context.sources.read(near) or b"").decode(errors="replace")
    for name, real, _, _ in _asked(context, owner):
        if not re.search(rf"\b{name.replace('-', '_')}\b", text):
            continue
        parts = [each for each in locked if each.startswith((f"{real}_", f"{real}-"))]
        for each in (real, *parts):
            folder = _source(each, locked.get(each, "")) if each not in found else None
            if folder is not None:
                written = (name if each == real else each).replace("-", "_")
                found[each] = (written, folder, _older(each, folder))
    return list(found.values())


def direct_versions(context: "Context", near: Path) -> dict[str, str]:
    """Return the crates that the package of ``near`` asks for, with the version it gets."""
    owner = package_of(near, context.workspace)
    asked = _asked(context, owner) if owner is not None else ()
    return {real: version.lstrip("^=~ ") for _, real, version, _ in asked}


def _older(crate: str, folder: Path) -> Path | None:
    """Return the sources of the version nearest below the one in ``folder``."""
    mine = numbers(folder.name[len(crate) + 1 :])
    others = [(numbers(version), place) for version, place in sources(crate)]
    return max(((v, place) for v, place in others if v < mine), default=(None, None))[1]


def numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, for comparing, those it does not state left out."""
    return tuple(int(part) for part in re.findall(r"\d+", version.split("+")[0])[:3])


def _texts(error: Diagnostic) -> list[str]:
    return [error.message, *(label.text for label in error.labels if label.primary)]


def _dependencies(context: "Context", owner: "Package") -> Iterator[str]:
    for name, _, version, table in _asked(context, owner):
        features = ", ".join(map(str, table.get("features", ())))
        yield f"{name} {version}{f' (features {features})' if features else ''}".rstrip()


def _asked(context: "Context", owner: "Package") -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Yield name, crate, version and table of each dependency.

    The version is the one that is locked, or else what is asked for.
    """
    locked = _locked(context, owner)
    for name, value in _entries(context, owner.manifest):
        table = value if isinstance(value, dict) else {}
        real = str(table.get("package", name))
        asked = str(table.get("version", "") if table else value)
        yield name, real, locked.get(real) or asked, table


def _entries(context: "Context", manifest: Path) -> list[tuple[str, Any]]:
    document = _toml(context.sources.read(manifest) or b"")
    shared = _toml(context.sources.read(context.workspace.root / "Cargo.toml") or b"")
    common = shared.get("workspace", {}).get("dependencies", {})
    found: dict[str, Any] = {}
    for table in DEPENDENCIES:
        for name, value in (document.get(table) or {}).items():
            inherits = isinstance(value, dict) and value.get("workspace")
            found[name] = common.get(name, value) if inherits else value
    return list(found.items())


def _locked(context: "Context", owner: "Package") -> dict[str, str]:
    """Return the versions that are locked; of a crate with several, the one ``owner`` gets."""
    lock = _toml(context.sources.read(context.workspace.root / "Cargo.lock") or b"")
    packages = [each for each in lock.get("package", ()) if "name" in each and "version" in each]
    found = {str(each["name"]): str(each["version"]) for each in packages}
    for each in packages:
        if each["name"] == owner.name and "source" not in each:
            # a version is told only where the name alone does not say which
            told = (str(one).split() for one in each.get("dependencies", ()))
            found |= {words[0]: words[1] for words in told if len(words) > 1}
    return found


@lru_cache(maxsize=8)
def _toml(text: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(text.decode(errors="replace"))
    except tomllib.TOMLDecodeError:
        return {}


def _source(crate: str, version: str) -> Path | None:
    """Return where cargo unpacked a crate, None where it did not; any version if none is given."""
    fitting = (place for each, place in sources(crate) if version in ("", each))
    return max(fitting, default=None)


@lru_cache(maxsize=16)
def _declared(folder: Path) -> dict[str, list[str]]:
    """Return the public declarations of a crate by name, each on one line, bodies left out.

    Under ``impl T`` are those of the functions of a type ``T``.
    """
    pattern = re.compile(
        r"^impl\b(?:<.*?>)?\s(?:.*\bfor\s+)?[&\s]*(?:\w+::)*(?P<type>\w+)|"
        r"^[ \t]*pub (?:(?:const|async|unsafe) )*(?:fn|struct|enum|trait|type|const|mod|use) "
        r"(?P<rest>[^{;=]*(?:=[^{;]*)?)",
        re.M,
    )
    found: dict[str, list[str]] = {}
    for file in sorted((folder / "src").rglob("*.rs"))[:_MOST_FILES]:
        try:
            text = file.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        type_ = ""
        for match in pattern.finditer(text):
            if match["type"]:
                type_ = match["type"]
                continue
            name = _WORD.match(match["rest"])
            line = " ".join(match[0].split())
            if name is not None and len(line) < 300:
                where = file.relative_to(folder).as_posix()
                found.setdefault(name[0], []).append(f"{line}  ({where})")
                if match[0][:1].isspace() and type_ and " fn " in f" {line}":
                    found.setdefault(f"impl {type_}", []).append(f"{type_}: {line}")
    return found
