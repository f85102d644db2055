"""Projects that a model writes: what it is asked, how its reply is read, what is not accepted."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence

from rustmend.coder.project import Project, parse_blocks
from rustmend.coder.requirements import FILE, Requirement
from rustmend.errors import UsageError
from rustmend.model.message import Message
from rustmend.syntax import parse, walk

# characters of examples, and of what cargo said, that a model gets to read
_ROOM = 12_000
_SAID = 8_000
_FENCE = re.compile(r"^\s*```[^\n]*\n(?P<text>.*?)^\s*```\s*$", re.DOTALL | re.MULTILINE)
_HEADER = re.compile(r"^[*#` \t]*\[filename:[ \t]*(.+?)[ \t]*\][*`]*[ \t]*$", re.MULTILINE)
_TEST = re.compile(r"#\[(?:\w+::)?test\b")
_UNDONE = re.compile(r"\b(?:todo|unimplemented)!")
_SAME = re.compile(
    r"^(?:assert|debug_assert)!\(\s*true\s*[,)]|^assert_eq!\(\s*([\w\".]+)\s*,\s*\1\s*[,)]"
)

_SYSTEM = """\
You write small Rust projects that build and are tested. You answer with files only, each as a line
[filename: path] and then the file's whole text, without Markdown fences and without remarks.
The project is one package with the edition 2024: Cargo.toml, the code in src/lib.rs (and modules),
a thin src/main.rs where a program is wanted, and tests that say what the code is to do.
Write the code out: no todo!, no unimplemented!, no test that asserts nothing or is ignored.
Use the standard library where that will do; pin what you must depend on exactly ("=1.2.3")."""

PLAN_SCHEMA = {
    "type": "object",
    "properties": {
        "files": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"path": {"type": "string"}, "holds": {"type": "string"}},
                "required": ["path", "holds"],
                "additionalProperties": False,
            },
        },
        "tests": {"type": "array", "items": {"type": "string"}},
    },
    "required": ["files", "tests"],
    "additionalProperties": False,
}


def asked_for_plan(
    description: str,
    requirements: Sequence[Requirement],
    name: str,
    examples: Mapping[str, str],
    given_tests: str,
) -> list[Message]:
    """Return the question for a plan. ``examples`` are texts of tasks by their id."""
    parts = []
    room = _ROOM
    for id_, text in examples.items():
        parts.append(f'<example id="{id_}">\n{text[:room]}\n</example>')
        room -= min(room, len(text))
    parts.append(f"Plan a Rust package called `{name}`: {description}")
    if requirements:
        listed = "\n".join(f"{each.number}. {each.text}" for each in requirements)
        parts.append(f"Requirements:\n{listed}")
        free = [each.test for each in requirements if not each.assertion]
        if free:
            parts.append(
                "Where a requirement can be tested, its test is called by its number: "
                f"{', '.join(free)}."
            )
    if given_tests:
        parts.append(f"This file will be there as {FILE}, and cannot be changed:\n\n{given_tests}")
    parts.append(
        "Name the files, with what each holds, and the tests, as JSON: "
        '{"files": [{"path": "…", "holds": "…"}], "tests": ["…"]}.'
    )
    return [Message("system", _SYSTEM), Message("user", "\n\n".join(parts))]


def asked_to_write() -> Message:
    """Return the request for the files of the plan."""
    return Message(
        "user", "Write all of these files now, whole, each after its [filename: …] line."
    )


def asked_to_mend(project: Project, what: str) -> Message:
    """Return the request to mend ``project``, which fails as ``what`` says."""
    files = "\n".join(
        f"[filename: {path}]\n{text}" for path, text in project.files.items() if path != FILE
    )
    return Message(
        "user",
        f"The project as it is now:\n\n{files}\n\nThis is wrong with it:\n\n{what[-_SAID:]}\n\n"
        "Mend it. Send the files that change, whole, each after its [filename: …] line. "
        "Do not remove tests, and do not weaken what they assert.",
    )


def files_of(reply: str) -> dict[str, str]:
    """Return the files of a reply, fences and remarks left out. Raises ``UsageError``."""
    heads = list(_HEADER.finditer(reply))
    if not heads:
        raise UsageError("there was no [filename: …] line in the answer")
    ends = [*(head.start() for head in heads[1:]), len(reply)]
    texts = []
    for head, end in zip(heads, ends, strict=True):
        text = reply[head.end() : end].lstrip("\n")
        fenced = _FENCE.match(text)
        text = fenced["text"] if fenced else f"{text.rstrip().removesuffix('```').rstrip()}\n"
        texts.append(f"[filename: {head[1].strip('`*')}]\n{text}")
    return dict(parse_blocks("\n".join(texts)).files)


def crate_of(project: Project) -> str:
    """Return the name of the library as code says it, "" where there is none."""
    try:
        manifest = tomllib.loads(project.files.get("Cargo.toml", ""))
    except (ValueError, RecursionError):
        return ""
    library = manifest.get("lib")
    package = manifest.get("package")
    named = library.get("name") if isinstance(library, dict) else None
    name = named or (package.get("name") if isinstance(package, dict) else None)
    has_library = "src/lib.rs" in project.files or isinstance(library, dict)
    return name.replace("-", "_") if isinstance(name, str) and has_library else ""


def faults(project: Project, before: Project | None = None) -> list[str]:
    """Return what is not accepted although it builds: undone code, idle or removed tests."""
    found = []
    if not crate_of(project):
        found.append("there is no library: put the code into src/lib.rs")
    sources = {path: text for path, text in project.files.items() if path.endswith(".rs")}
    found += [
        f"{path}: {match[0]} stands for code that is not written"
        for path, text in sources.items()
        for match in [_UNDONE.search(_code(text))]
        if match
    ]
    tests = dict(_tests(sources))
    if not tests:
        found.append("there is no test")
    for name, (ignored, body) in tests.items():
        if ignored:
            found.append(f"the test {name} is ignored")
        elif not _asserts(body):
            found.append(f"the test {name} asserts nothing")
    if before is not None:
        kept = {path: text for path, text in before.files.items() if path.endswith(".rs")}
        gone = [name for name, _ in _tests(kept) if name not in tests]
        found += [f"the test {name} was removed" for name in gone]
    return found


def _tests(sources: Mapping[str, str]) -> Iterator[tuple[str, tuple[bool, str]]]:
    """Yield each test by name: whether it is ignored, and its text."""
    for text in sources.values():
        for parent in walk(parse(text.encode()).root):
            attributes: list[str] = []
            for node in parent.children():
                if node.kind() == "attribute_item":
                    attributes.append(node.text())
                elif node.kind() == "function_item" and any(map(_TEST.match, attributes)):
                    name = node.field("name")
                    ignored = any(each.startswith("#[ignore") for each in attributes)
                    panics = any(each.startswith("#[should_panic") for each in attributes)
                    body = node.text() + ("\nassert(panics)" if panics else "")
                    yield (name.text() if name else "?"), (ignored, body)
                if node.kind() not in ("attribute_item", "line_comment", "block_comment"):
                    attributes = []


def _asserts(body: str) -> bool:
    """Whether a test can fail for what the project does."""
    asserts = re.findall(r"\b\w*assert\w*!?\s*\(.*", body)
    if asserts:
        return not all(_SAME.match(each) for each in asserts)
    inner = body.partition("{")[2]
    return bool(re.search(r"\.(?:unwrap|expect)(?:_err)?\(|\bpanic!|\?[;\s)]", inner))


def _code(text: str) -> str:
    """Return ``text`` without line comments."""
    return re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)
