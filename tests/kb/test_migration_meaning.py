"""Migrated programs do what they did: run with the old version, then migrated with the new one."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from rustmend.domain import Candidate, Diagnostic, Label, Level, Snapshot, Span
from rustmend.domain.text import apply_edits
from rustmend.knowledge.entries import find_kb
from rustmend.propose.context import Context
from rustmend.propose.migrations import Migrations, load_migrations
from rustmend.sources import Sources
from workspaces import package, workspace

pytestmark = pytest.mark.registry

PROGRAMS = Path(__file__).parent.parent / "data/migrations"
MIGRATIONS = load_migrations(find_kb(None))

SERDE = 'serde = { version = "=1.0.228", features = ["derive"] }'
SHA9, SHA10 = 'sha2 = "=0.9.9"', 'sha2 = "=0.10.9"'


def digest(crate: str, old: str, new: str) -> tuple[str, str]:
    return f'{crate} = "={old}"', f'{crate} = "={new}"'


# by program: what it depended on, and what it depends on now, the crate that moved first
CASES = {
    "arrayvec": ('arrayvec = "=0.5.2"', 'arrayvec = "=0.7.6"'),
    "base64": ('base64 = "=0.13.1"', 'base64 = "=0.22.1"'),
    "bitflags": ('bitflags = "=1.3.2"', 'bitflags = "=2.9.4"'),
    "blake2-input": digest("blake2", "0.8.1", "0.9.2"),
    "blake2-hex": digest("blake2", "0.10.6", "0.11.0"),
    "bytes": ('bytes = "=0.5.6"', 'bytes = "=1.10.1"'),
    "clap-3": ('clap = "=2.34.0"', 'clap = "=3.2.25"'),
    "clap-2": ('clap = "=2.34.0"', 'clap = "=4.5.48"'),
    "clap-4": ('clap = "=3.2.25"', 'clap = "=4.5.48"'),
    "clap-derive": (
        'clap = { version = "=3.2.25", features = ["derive"] }',
        'clap = { version = "=4.5.48", features = ["derive"] }',
    ),
    "embedded-hal": ('embedded-hal = "=0.2.7"', 'embedded-hal = "=1.0.0"'),
    "getrandom": ('getrandom = "=0.2.16"', 'getrandom = "=0.3.4"'),
    "hashbrown": ('hashbrown = "=0.13.2"', 'hashbrown = "=0.14.5"'),
    "heck": ('heck = "=0.3.3"', 'heck = "=0.5.0"'),
    "hmac-10": (f'hmac = "=0.10.1"\n{SHA9}', f'hmac = "=0.11.0"\n{SHA9}'),
    "hmac-12": (f'hmac = "=0.11.0"\n{SHA9}', f'hmac = "=0.12.1"\n{SHA10}'),
    "image": (
        'image = { version = "=0.23.14", default-features = false }',
        'image = { version = "=0.24.9", default-features = false }',
    ),
    "itertools": ('itertools = "=0.10.5"', 'itertools = "=0.15.0"'),
    "itertools-step": ('itertools = "=0.8.2"', 'itertools = "=0.14.0"'),
    "lru": ('lru = "=0.7.8"', 'lru = "=0.12.5"'),
    "md-5-input": digest("md-5", "0.8.0", "0.9.1"),
    "md-5-hex": digest("md-5", "0.10.6", "0.11.0"),
    "ndarray": ('ndarray = "=0.14.0"', 'ndarray = "=0.16.1"'),
    "nom": ('nom = "=7.1.3"', 'nom = "=8.0.0"'),
    "quick-xml": ('quick-xml = "=0.22.0"', 'quick-xml = "=0.31.0"'),
    "quick-xml-32": ('quick-xml = "=0.31.0"', 'quick-xml = "=0.32.0"'),
    "rand-8": ('rand = "=0.7.3"', 'rand = "=0.8.5"'),
    "rand-9": ('rand = "=0.8.5"', 'rand = "=0.9.2"'),
    "rand-10": ('rand = "=0.9.2"', 'rand = "=0.10.1"'),
    "rand_core": ('rand_core = "=0.6.4"', 'rand_core = "=0.9.3"'),
    "semver": ('semver = "=0.11.0"', 'semver = "=1.0.27"'),
    "sha1-hex": digest("sha1", "0.10.6", "0.11.0"),
    "sha2-input": digest("sha2", "0.8.2", "0.9.9"),
    "sha2-hex": digest("sha2", "0.10.9", "0.11.0"),
    "sha3-input": digest("sha3", "0.8.2", "0.9.1"),
    "sha3-hex": digest("sha3", "0.10.8", "0.11.0"),
    "socket2": ('socket2 = "=0.3.19"', 'socket2 = "=0.5.10"'),
    "syn": (
        'syn = { version = "=1.0.109", features = ["full"] }',
        'syn = { version = "=2.0.106", features = ["full"] }',
    ),
    "tokio": (
        'tokio = { version = "=0.2.25", features = ["rt-threaded", "time", "sync"] }',
        'tokio = { version = "=1.47.1", features = ["rt-multi-thread", "time", "sync"] }',
    ),
    "toml": (f'toml = "=0.5.11"\n{SERDE}', f'toml = "=0.8.23"\n{SERDE}'),
    "ureq": (
        'ureq = { version = "=2.12.1", default-features = false, features = ["json"] }\n'
        'serde_json = "=1.0.145"',
        'ureq = { version = "=3.1.2", default-features = false, features = ["json"] }\n'
        'serde_json = "=1.0.145"',
    ),
    "uuid": ('uuid = "=0.8.2"', 'uuid = "=1.18.1"'),
    "winnow": ('winnow = "=0.6.26"', 'winnow = "=0.7.13"'),
    "zip": (
        'zip = { version = "=0.6.6", default-features = false }',
        'zip = { version = "=2.4.2", default-features = false }',
    ),
}


# by program without a file of its own: whose it is, and what is called otherwise in it
LIKE = {
    "blake2-input": ("sha2-input", {"sha2": "blake2", "Sha256": "Blake2b"}),
    "blake2-hex": ("sha2-hex", {"sha2": "blake2", "Sha256": "Blake2b512"}),
    "clap-3": ("clap-2", {}),
    "md-5-input": ("sha2-input", {"sha2": "md5", "Sha256": "Md5"}),
    "md-5-hex": ("sha2-hex", {"sha2": "md5", "Sha256": "Md5"}),
    "sha1-hex": ("sha2-hex", {"sha2": "sha1", "Sha256": "Sha1"}),
    "sha3-input": ("sha2-input", {"sha2": "sha3", "Sha256": "Sha3_256"}),
    "sha3-hex": ("sha2-hex", {"sha2": "sha3", "Sha256": "Sha3_256"}),
}


def program(name: str) -> str:
    """Return the code of the program ``name``, as it was before anything moved."""
    file, names = LIKE.get(name, (name, {}))
    code = (PROGRAMS / f"{file}.rs").read_text()
    for old, new in names.items():
        code = code.replace(old, new)
    return code


def write(root: Path, dependencies: str, code: str) -> Path:
    """Write a package and return its program's file."""
    (root / "src").mkdir(parents=True)
    (root / "Cargo.toml").write_text(
        f'[package]\nname = "{root.name}"\nversion = "0.1.0"\nedition = "2021"\n\n'
        f"[dependencies]\n{dependencies}\n"
    )
    (root / "src/main.rs").write_text(code)
    return root / "src/main.rs"


def migrated(root: Path, code: str) -> str:
    """Return ``code``, the program of the package ``root``, with all that its migrations change."""
    file = root / "src/main.rs"
    everywhere = Label(Span(file, 0, len(code.encode())), "", True)
    error = Diagnostic("E0599", Level.ERROR, "it has moved", (everywhere,))
    context = Context(workspace(root, package(root)), Sources(Snapshot()), (error,))
    first: dict[str, Candidate] = {}
    for candidate in Migrations(MIGRATIONS).propose(error, context):
        first.setdefault(candidate.source, candidate)  # all of a migration's changes come first
    edits = [edit for candidate in first.values() for edit in candidate.edits]
    return apply_edits(code.encode(), edits).decode()


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[str, str]]:
    """Build all programs at once and return what runs one of them, before and after."""
    root = tmp_path_factory.mktemp("moved")
    for name, (old, new) in CASES.items():
        code = program(name)
        write(root / f"{name}-before", old, code)
        file = write(root / f"{name}-after", new, code)
        file.write_text(migrated(root / f"{name}-after", code))
        for when in ("before", "after"):
            world = PROGRAMS / name / f"{when}.rs"
            if world.exists():  # what the program runs with has to be there in either version
                (root / f"{name}-{when}/src/world.rs").write_text(world.read_text())
    members = ", ".join(f'"{name}-{when}"' for name in CASES for when in ("before", "after"))
    (root / "Cargo.toml").write_text(f'[workspace]\nresolver = "2"\nmembers = [{members}]\n')
    built = subprocess.run(
        ["cargo", "build", "--quiet", "--workspace", "--keep-going"],
        cwd=root,
        env={
            **os.environ,
            "CARGO_PROFILE_DEV_DEBUG": "0",
            "CARGO_TARGET_DIR": str(root / "target"),
        },
        capture_output=True,
        text=True,
        check=False,
    )

    def outputs(name: str) -> tuple[str, str]:
        said = []
        for when in ("before", "after"):
            program = root / "target/debug" / f"{name}-{when}"
            assert program.exists(), built.stderr[-6000:]
            done = subprocess.run([program], capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
            said.append(done.stdout)
        return said[0], said[1]

    return outputs


@pytest.mark.parametrize("name", CASES)
def test_it_does_what_it_did(name: str, run: Callable[[str], tuple[str, str]]) -> None:
    before, after = run(name)
    assert after == before != ""


def test_every_migration_has_a_program() -> None:
    asked = {one[1].partition(" ")[0] for one in CASES.values()}
    assert {one.crate for one in MIGRATIONS} == asked
