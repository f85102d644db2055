"""The nearest curated task as a project of one's own: another name, the same code."""

import re
from typing import TYPE_CHECKING

from rustmend.coder.project import Project

if TYPE_CHECKING:
    from rustmend.knowledge.tasks import Task

# cargo refuses these as names of packages, or warns
_TAKEN = frozenset({
    "test", "core", "std", "alloc", "proc-macro", "build", "deps", "examples", "incremental",
    "crate", "self", "super", "abstract", "as", "async", "await", "become", "box", "break", "const",
    "continue", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe",
    "unsized", "use", "virtual", "where", "while", "yield",
})  # fmt: skip
_LONGEST = 48


def package_name(words: str) -> str:
    """Return a name that cargo takes, made from a folder's name or a description."""
    name = re.sub(r"[^a-z0-9_]+", "-", words.lower())[:_LONGEST].strip("-_")
    if not name or name in _TAKEN or not name[0].isalpha():
        name = f"my-{name or 'project'}"
    return name


def adapted(task: "Task", name: str) -> Project:
    """Return the task's package under ``name``. Raises ``OSError`` and ``UsageError``."""
    old, new = task.slug.replace("-", "_"), name.replace("-", "_")
    files = {}
    for path, text in task.files().items():
        if path == "Cargo.toml":
            text = re.sub(
                rf'^(name\s*=\s*)"(?:{re.escape(task.slug)}|{re.escape(old)})"',
                lambda found: f'{found[1]}"{name if "-" in found[0] or old == task.slug else new}"',
                text,
                flags=re.MULTILINE,
            )
        elif path.endswith(".rs"):
            text = re.sub(rf"\b{re.escape(old)}(?=\s*::)", new, text)
            text = re.sub(
                rf"\bCARGO_BIN_EXE_{re.escape(task.slug)}\b", f"CARGO_BIN_EXE_{name}", text
            )
        files[path] = text
    return Project.from_files(files)
