"""Imports go one way, and each foreign library has one door."""

import ast
from pathlib import Path

import rustmend

ROOT = Path(rustmend.__file__).parent

# A layer may import itself and what stands before it.
LAYERS = [
    {"domain"},
    {
        "errors",
        "config",
        "settings",
        "process",
        "syntax",
        "sources",
        "write",
        "logs",
        "database",
        "redact",
        "faults",
    },
    {"cargo", "knowledge", "model"},
    {"propose"},
    {"repair", "search", "search_node", "search_again", "outcomes", "attempts"},
    {"learning", "coder", "explanation", "telling", "doctor", "wiring"},
    {"lsp", "mcp", "http", "commands", "demo"},
    {"cli", "cli_kb", "cli_options"},
    {"__main__", "__init__"},
]
APART = ({"cargo"}, {"knowledge"}, {"model"})
# library -> the only modules that may import it
DOORS = {
    "subprocess": {"process.py"},
    "pygls": {"lsp", "demo.py"},
    "lsprotocol": {"lsp", "demo.py"},
    "qdrant_client": {"knowledge/"},
    "qdrant_edge": {"knowledge/"},
    "fastembed": {"knowledge/"},
    "openai": {"model/client.py"},
    "ast_grep_py": {"syntax.py", "knowledge/", "propose/"},
    "click": {"cli.py", "cli_kb.py", "cli_options.py"},
    "sqlite3": {"database.py", "knowledge/", "model/", "http/"},
    "fastapi": {"http/"},
    "starlette": {"http/", "mcp/"},
    "uvicorn": {"http/", "mcp/"},
    "mcp": {"mcp/"},
}


def modules() -> list[tuple[Path, ast.Module]]:
    files = sorted(ROOT.rglob("*.py"))
    return [(file.relative_to(ROOT), ast.parse(file.read_text())) for file in files]


def imported(tree: ast.Module) -> set[str]:
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def layer(part: str) -> int:
    return next(number for number, parts in enumerate(LAYERS) if part in parts)


def test_imports_go_one_way() -> None:
    wrong = []
    for file, tree in modules():
        part = file.parts[0].removesuffix(".py")
        for name in imported(tree):
            if not name.startswith("rustmend.") or name.startswith("rustmend.__"):
                continue
            other = name.split(".")[1]
            if layer(other) > layer(part):
                wrong.append(f"{file} imports {name}")
            if other != part and any(part in a and other in b for a in APART for b in APART):
                wrong.append(f"{file} imports {name}")
    assert wrong == []


def test_each_foreign_library_has_one_door() -> None:
    wrong = [
        f"{file} imports {name}"
        for file, tree in modules()
        for name in imported(tree)
        if name.split(".")[0] in DOORS
        and not any(file.as_posix().startswith(door) for door in DOORS[name.split(".")[0]])
    ]
    assert wrong == []


def test_the_domain_needs_nothing_but_the_standard_library() -> None:
    import sys

    for file, tree in modules():
        if file.parts[0] == "domain":
            for name in imported(tree):
                top = name.split(".")[0]
                assert top == "rustmend" or top in sys.stdlib_module_names, (file, name)
