"""Missing imports, put where a programmer would: sorted among their like."""

import re
from collections.abc import Iterator
from pathlib import Path

from ast_grep_py import SgNode

from rustmend.domain import Candidate
from rustmend.propose.rules.library import definitions, find_text
from rustmend.propose.rules.site import Site, around
from rustmend.propose.rules.std_paths import STD_PATHS, TRAIT_OF_METHOD

UNRESOLVED = frozenset({"E0425", "E0412", "E0433", "E0405", "E0599", "E0404", "E0422", "E0531",
                        "E0532", "E0574", "E0423"})  # fmt: skip


def imports(site: Site) -> Iterator[Candidate]:
    """Add the ``use`` line for a name that the workspace or std has."""
    if site.code in UNRESOLVED:
        own = "associated constant on `Self`" in site.words()
        found = {_as_usual(site, path): prior for path, prior in reversed(list(_paths(site)))}
        for path, prior in sorted(found.items(), key=lambda pair: -pair[1]):
            if re.match(r"(?:std|core)::[iuf]\d+::|(?:std|core)::[iu]size::", path) or own:
                prior *= 0.3  # their names are everybody's: MAX
            if edit := _insertion(site, path):
                offset, text = edit
                yield site.fix("import", f"Import `{path}`", site.insert(offset, text), prior=prior)


def all_imports(site: Site) -> Iterator[Candidate]:
    """Add all the imports that the compiler proposes for one file, each name's first."""
    if site.code not in UNRESOLVED:
        return
    paths: dict[str, str] = {}
    for diagnostic in site.context.diagnostics:
        if diagnostic.span is None or diagnostic.span.file != site.span.file:
            continue
        for suggestion in diagnostic.suggestions:
            found = [re.match(r"\s*use ([\w:]+);", edit.text) for edit in suggestion.edits]
            if found and found[0]:
                paths.setdefault(found[0][1].split("::")[-1], _as_usual(site, found[0][1]))
    mine = site.source
    if mine not in paths:
        return
    yield from _whole_parent(site, paths)
    if len(paths) < 2:
        return
    names = ", ".join(f"`{name}`" for name in sorted(paths))
    lines = _grouped(list(paths.values()))
    for prior, wanted in ((0.9, lines), (0.55, list(paths.values()))):
        places = [_insertion(site, path) for path in wanted]
        edits = [site.insert(*place) for place in places if place is not None]
        yield site.fix("import", f"Import {names}", *edits, prior=prior)


def _grouped(paths: list[str]) -> list[str]:
    """Return the paths with those of one module in one pair of braces."""
    modules: dict[str, list[str]] = {}
    for path in paths:
        module, _, name = path.rpartition("::")
        modules.setdefault(module, []).append(name)
    return [
        f"{module}::{{{', '.join(sorted(names))}}}" if len(names) > 1 else f"{module}::{names[0]}"
        for module, names in modules.items()
    ]


def _as_usual(site: Site, path: str) -> str:
    """Return a path of std through the crate that the file imports from: ``core`` without std."""
    root, _, rest = path.partition("::")
    if root not in ("std", "core", "alloc"):
        return path
    counts = {
        one: len(re.findall(rb"\b%s::" % one.encode(), site.tree.text)) for one in ("std", "core")
    }
    root = "core" if root == "std" and counts["core"] > counts["std"] else root
    return f"{root}::{rest}"


def _whole_parent(site: Site, paths: dict[str, str]) -> Iterator[Candidate]:
    """Import all of the parent module, as modules of tests do."""
    module = around(site.node, "mod_item")
    tests = module is not None and "test" in module.text()[:40]
    tests = tests or any("test" in part for part in site.span.file.parts[-3:])
    mine = all(path.startswith(("crate::", "super::")) for path in paths.values())
    spot = _insertion(site, "super::*")
    if mine and tests and spot is not None:
        sources = site.context.sources
        texts = (sources.read(file) or b"" for file in sources.beside(site.span.file)[:20])
        usual = sum(b"use super::*;" in text for text in texts)
        yield site.fix("import", "Import all of the parent module", site.insert(*spot),
                       prior=0.95 if usual else 0.45)  # fmt: skip


def _paths(site: Site) -> Iterator[tuple[str, float]]:
    name = site.source
    if site.code == "E0599":
        for trait in TRAIT_OF_METHOD.get(name, ()):
            yield trait, 0.4
        traits = re.findall(r"`?use ([\w:]+);?`?", site.words())
        for path in dict.fromkeys(traits):
            yield path, 0.5
        return
    if not re.fullmatch(r"[A-Za-z_]\w*", name):
        return
    for suggestion in site.diagnostic.suggestions:
        for edit in suggestion.edits:
            if found := re.match(r"\s*use ([\w:]+);", edit.text):
                yield found[1], 0.6
    paths = {match[1].replace(" ", "") for _, match in find_text(
        site.context, site.span.file, rf"\buse\s+((?:\w+\s*::\s*)+{name})\s*;")}  # fmt: skip
    for path in sorted(paths)[:4]:
        yield path, 0.5
    for path in STD_PATHS.get(name, ()):
        yield path, 0.4
    for one in definitions(site.context, site.span.file):
        if one.name == name and one.indent == 0 and one.file != site.span.file:
            module = _module_of(one.file, site)
            if module is not None:
                yield f"{module}::{name}", 0.35 if one.public else 0.1


def _module_of(file: Path, site: Site) -> str | None:
    """Return the path of a file's module as seen from ``site``, by the usual file layout."""
    for package in site.context.workspace.packages:
        source = package.root / "src"
        if not file.is_relative_to(source):
            continue
        parts = list(file.relative_to(source).with_suffix("").parts)
        if parts[-1] in ("mod", "lib", "main"):
            parts.pop()
        own = site.span.file.is_relative_to(source)
        return "::".join(["crate" if own else package.name.replace("-", "_"), *parts])
    return None


def _insertion(site: Site, path: str) -> tuple[int, str] | None:
    """Return where ``use path;`` belongs and the text to insert, None if it is there already."""
    module = around(site.node, "mod_item")
    body = module.field("body") if module is not None else None
    scope: SgNode = body if body is not None else site.tree.root
    uses = [child for child in scope.children() if child.kind() == "use_declaration"]
    # `pub use` lines are the crate's face and stand apart
    uses = [use for use in uses if not use.text().startswith("pub")] or uses
    line = f"use {path};"
    if any(" ".join(use.text().split()) == line for use in uses):
        return None
    if not uses:
        offset = _first_place(site, scope)
        indent = site.indent(offset) if body is not None else ""
        return offset, f"{indent}{line}\n" if body is not None else f"{line}\n\n"
    group = [use for use in uses if _root(use.text()) == _root(line)]
    later = [use for use in group or uses if _sorting(use.text()) > _sorting(line)]
    if later:
        start = site.bounds(later[0])[0]
        return start, f"{line}\n{site.indent(start)}"
    end = site.bounds((group or uses)[-1])[1]
    return end, f"\n{site.indent(end)}{line}"


def _first_place(site: Site, scope: SgNode) -> int:
    for child in scope.children():
        kind = child.kind()
        if child.is_named() and kind not in ("line_comment", "block_comment", "shebang",
                                             "inner_attribute_item"):  # fmt: skip
            start = site.bounds(child)[0]
            return site.tree.text.rfind(b"\n", 0, start) + 1
    return site.bounds(scope)[0]


def _root(line: str) -> str:
    found = re.search(r"use\s+(?:::)?(\w+)", line)
    return found[1] if found else ""


def _sorting(line: str) -> str:
    return re.sub(r"^(?:pub\s*(?:\([^)]*\))?\s*)?use\s+", "", line).rstrip(";")
