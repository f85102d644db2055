"""Modules and their files: a file that nothing declares, a declaration that no file fits."""

import re
from collections.abc import Iterator

from rustmend.domain import Candidate, Span, TextEdit
from rustmend.propose.rules.library import files, find_text, in_bytes
from rustmend.propose.rules.names import closeness
from rustmend.propose.rules.site import Site, around

_ROOTS = ("lib.rs", "main.rs", "mod.rs")


def module_files(site: Site) -> Iterator[Candidate]:
    """Declare a module whose file is there but is not part of the crate."""
    if site.code not in ("E0432", "E0433", "E0583"):
        return
    found = re.search(
        r"(?:unresolved import|module or (?:unlinked )?crate) `(?:crate::|self::)?(\w+)",
        site.diagnostic.message,
    )
    name = found[1] if found else site.source
    if not re.fullmatch(r"[a-z_]\w*", name):
        return
    folder = site.span.file.parent
    for root in (site.span.file, folder / "lib.rs", folder / "main.rs", folder / "mod.rs"):
        base = root.parent
        there = [base / f"{name}.rs", base / name / "mod.rs"]
        text = site.context.sources.read(root)
        if text is None or not any(site.context.sources.read(one) is not None for one in there):
            continue
        if re.search(rf"\bmod\s+{name}\b".encode(), text):
            continue
        offset = _module_place(text.decode(errors="replace"), name)
        at = len(text.decode(errors="replace")[:offset].encode())
        edit = TextEdit(Span(root, at, at), f"mod {name};\n")
        yield site.fix("module", f"Declare the module `{name}`", edit, prior=0.7)


def misnamed_file(site: Site) -> Iterator[Candidate]:
    """Declare the module as the file beside is called, and say so wherever it is named."""
    item = around(site.node, "mod_item")
    its = item.field("name") if item is not None else None
    if site.code != "E0583" or item is None or its is None:
        return
    name, text = its.text(), site.tree.text.decode(errors="replace")
    for other in _beside(site):
        near = closeness(name, other) or (0.7 if name in other or other in name else 0.0)
        if not near or re.search(rf"\bmod\s+{other}\s*[;{{]", text):
            continue
        edits = [site.replace(its, other)]
        for file, match in find_text(site.context, site.span.file, _named(name)):
            at = in_bytes(match, match.start("name"))
            edits.append(TextEdit(Span(file, at, at + len(name.encode())), other))
        yield site.fix("module", f"Declare the module `{other}`, as its file is called", *edits,
                       prior=min(0.9, near + 0.1))  # fmt: skip


def _beside(site: Site) -> Iterator[str]:
    """Yield the names of the modules whose files lie where those of this file's modules do."""
    file = site.span.file
    folder = file.parent if file.name in _ROOTS else file.with_suffix("")
    for one in files(site.context, file):
        if one.parent == folder and one != file and one.name not in _ROOTS:
            name = one.stem
        elif one.name == "mod.rs" and one.parent.parent == folder:
            name = one.parent.name
        else:
            continue
        if name.isidentifier():
            yield name


def _named(name: str) -> str:
    """Return what finds the module in paths that start at it, or at a module of this crate."""
    return rf"(?:(?<![\w.:])|(?<=\bcrate::)|(?<=\bsuper::)|(?<=\bself::))(?P<name>{name})(?=::)"


def _module_place(text: str, name: str) -> int:
    modules = list(re.finditer(r"^(?:pub\s+)?mod\s+(\w+);[^\n]*\n", text, re.M))
    for match in modules:
        if match[1] > name:
            return match.start()
    if modules:
        return modules[-1].end()
    first = re.search(r"^(?!\s*(?://|#!|$))", text, re.M)
    return first.start() if first else len(text)
