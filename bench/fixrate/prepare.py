"""Makes a crate of the registry ready to be broken: downloaded, renamed, on its own, built once.

Nothing that could give an answer away comes along: no version control, no copy of the
manifest, and the package cache that the tools see holds only what the crate depends on.
"""

import json
import os
import shutil
import subprocess
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crates import Crate, Move

# a mended loop may have no end: `timeout` stops the test program too
TEST = ("timeout", "300", "cargo", "test", "--lib", "--bins", "--tests", "--offline", "--quiet")
CHECK = ("cargo", "check", "--all-targets", "--keep-going", "--offline")
DROPPED = ("bench", "badges", "lints", "profile")
DEPENDENCIES = ("dependencies", "dev-dependencies", "build-dependencies")
TARGETS = ("test", "example", "bin")


@dataclass(frozen=True, slots=True)
class Place:
    """A folder in which copies of the crate are checked, with what was built there already."""

    root: Path
    built: Path

    def fresh(self, original: Path) -> None:
        """Put a whole copy of ``original`` there, as if it had just been checked."""
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(original, self.root, symlinks=True)
        shutil.copytree(self.built, self.root / "target", symlinks=True)


@dataclass(frozen=True, slots=True)
class Subject:
    """A crate ready to be broken. ``tools`` is where it is mended, ``judge`` where it is judged."""

    crate: Crate
    original: Path
    home: Path
    tools: Place
    judge: Place
    ready: Path

    @property
    def tested(self) -> bool:
        """Whether the crate, as it was published, has tests here and passes them."""
        return self.ready.read_text() == "tests pass"

    @property
    def environment(self) -> dict[str, str]:
        """What every tool is started with."""
        return {
            **{name: value for name, value in os.environ.items() if not _steers_cargo(name)},
            "CARGO_HOME": str(self.home),
            "CARGO_NET_OFFLINE": "true",
        }

    @property
    def edition(self) -> str:
        """The crate's edition."""
        with (self.original / "Cargo.toml").open("rb") as file:
            return str(tomllib.load(file)["package"].get("edition", "2015"))

    @property
    def files(self) -> list[Path]:
        """The library's sources, relative to its folder."""
        files = (self.original / "src").rglob("*.rs")
        return sorted(file.relative_to(self.original) for file in files)


def prepare(crate: Crate, work: Path) -> Subject:
    """Return ``crate`` ready in the folder ``work``; what is there already is used again."""
    places = {name: work / name / crate.label for name in ("tools", "judge")}
    subject = Subject(
        crate,
        original=work / "originals" / crate.label,
        home=work / "homes" / crate.label,
        tools=Place(places["tools"], work / "built" / "tools" / crate.label),
        judge=Place(places["judge"], work / "built" / "judge" / crate.label),
        ready=work / "ready" / f"{crate.label}-{crate.version}",
    )
    if not subject.ready.exists():
        manifest = _unpack(crate, subject, work / "download")
        for place in (subject.tools, subject.judge):
            _build(place, subject)
        shutil.rmtree(subject.judge.root, ignore_errors=True)
        shutil.copytree(subject.original, subject.judge.root)
        verdict = "tests pass" if passes(subject, subject.judge) else "no tests"
        if crate.moved is not None:
            _move(crate.moved, manifest, subject)
        subject.ready.parent.mkdir(parents=True, exist_ok=True)
        subject.ready.write_text(verdict)
    return subject


def passes(subject: Subject, place: Place) -> bool:
    """Whether the tests of the copy that is at ``place`` pass; false where there are none."""
    done = _run(subject, place.root, *TEST, "--target-dir", str(place.built))
    return done.returncode == 0 and "test result: ok" in done.stdout


def _unpack(crate: Crate, subject: Subject, download: Path) -> dict[str, Any]:
    """Write the crate where its original lies, and return its manifest."""
    for folder in (subject.original, subject.home, subject.tools.built, subject.judge.built):
        shutil.rmtree(folder, ignore_errors=True)
    source = _download(crate, download)
    ignored = shutil.ignore_patterns(".*", "Cargo.toml.orig", "Cargo.lock", "target", "benches")
    shutil.copytree(source, subject.original, ignore=ignored)
    manifest = _manifest(crate, source)
    while True:
        (subject.original / "Cargo.toml").write_text(_toml(manifest))
        _run(subject, subject.original, "cargo", "fetch", offline=False)
        failing = _failing_targets(subject)
        if not failing:
            break
        _leave_out(manifest, failing, crate)
    shutil.rmtree(subject.original / "target")
    return manifest


def _move(moved: Move, manifest: dict[str, Any], subject: Subject) -> None:
    """Let the original want the dependency at its other version, and build that version too.

    Raises ``SystemExit`` where the crate does not fail for it, or nothing of it is compiled.
    """
    tables = [manifest, *manifest.get("target", {}).values()]
    for table in tables:
        for kind in DEPENDENCIES:
            wanted = table.get(kind, {})
            for name, requirement in wanted.items():
                whole = requirement if isinstance(requirement, dict) else {}
                if whole.get("package", name) == moved.dependency:
                    wanted[name] = {**whole, "version": f"={moved.version}"}
    (subject.original / "Cargo.toml").write_text(_toml(manifest))
    _run(subject, subject.original, "cargo", "fetch", offline=False)
    for place in (subject.tools, subject.judge):
        shutil.rmtree(place.root, ignore_errors=True)
        shutil.copytree(subject.original, place.root)
        done = _run(subject, place.root, *CHECK, "--target-dir", str(place.built))
        if not done.returncode or "could not compile `subject`" not in done.stderr:
            raise SystemExit(
                f"{subject.crate.label} does not fail by itself: {done.stderr[-1500:]}"
            )


def _download(crate: Crate, download: Path) -> Path:
    """Let cargo fetch the crate, and return where it unpacked it."""
    package = download / crate.name
    (package / "src").mkdir(parents=True, exist_ok=True)
    (package / "src/lib.rs").touch()
    dependency = {"version": f"={crate.version}", "default-features": False}
    (package / "Cargo.toml").write_text(
        _toml(
            {
                "package": {"name": "download", "version": "0.0.0", "edition": "2021"},
                "dependencies": {crate.name: dependency},
                "workspace": {},
            }
        )
    )
    home = download / "home"
    subprocess.run(
        ["cargo", "fetch", "--quiet"], cwd=package, check=True,
        env={**os.environ, "CARGO_HOME": str(home)},
    )  # fmt: skip
    return next(home.glob(f"registry/src/*/{crate.name}-{crate.version}"))


def _manifest(crate: Crate, source: Path) -> dict[str, Any]:
    """Return the manifest under another package name, without what only its authors need.

    The library keeps the name that its own tests and examples call it by.
    """
    with (source / "Cargo.toml").open("rb") as file:
        manifest = tomllib.load(file)
    for name in DROPPED:
        manifest.pop(name, None)
    development = manifest.pop("dev-dependencies", {})
    manifest["dev-dependencies"] = {name: development[name] for name in crate.dev}
    package = manifest["package"]
    for name in (
        "repository",
        "homepage",
        "documentation",
        "authors",
        "include",
        "exclude",
        "metadata",
    ):
        package.pop(name, None)
    package |= {"name": "subject", "autobenches": False, "autobins": False}
    for kind in ("tests", "examples"):
        package[f"auto{kind}"] = False
        found = [
            {"name": file.stem, "path": f"{kind}/{file.name}"}
            for file in sorted((source / kind).glob("*.rs"))
        ]
        manifest.setdefault(kind.removesuffix("s"), found)
    library = manifest.setdefault("lib", {})
    library |= {"name": library.get("name", crate.name.replace("-", "_")), "bench": False}
    for feature, parts in manifest.get("features", {}).items():
        dropped = [part for part in parts if not _about_dropped(part, manifest)]
        manifest["features"][feature] = dropped
    manifest["workspace"] = {}
    return manifest


def _about_dropped(part: str, manifest: dict[str, Any]) -> bool:
    """Whether a feature switches on something of a dev-dependency."""
    name, slash, _ = part.partition("/")
    name = name.removesuffix("?")
    tables = [manifest, *manifest.get("target", {}).values()]
    return bool(slash) and not any(
        name in table.get(kind, {}) for table in tables for kind in DEPENDENCIES
    )


def _failing_targets(subject: Subject) -> set[tuple[str, str]]:
    """Return (kind, name) of the targets that do not check."""
    done = _run(subject, subject.original, *CHECK, "--message-format=json")
    if done.returncode == 0:
        return set()
    failing = set()
    for line in done.stdout.splitlines():
        record = json.loads(line) if line.startswith("{") else {}
        if record.get("reason") == "compiler-message" and record["message"]["level"] == "error":
            failing.add((record["target"]["kind"][0], record["target"]["name"]))
    if not failing:
        raise SystemExit(f"{subject.crate.label}: {done.stderr}")
    return failing


def _leave_out(manifest: dict[str, Any], failing: set[tuple[str, str]], crate: Crate) -> None:
    """Drop the targets that need a dev-dependency; a library loses its unit tests."""
    for kind, name in failing:
        if kind in TARGETS:
            manifest[kind] = [target for target in manifest[kind] if target["name"] != name]
        elif manifest["lib"].get("test", True):
            manifest["lib"]["test"] = False
        else:
            raise SystemExit(f"{crate.name} {crate.version} does not check as it was published")


def _build(place: Place, subject: Subject) -> None:
    """Check the whole crate where its copies will be, and keep what was built."""
    shutil.rmtree(place.root, ignore_errors=True)
    shutil.copytree(subject.original, place.root)
    done = _run(subject, place.root, *CHECK)
    if done.returncode:
        raise SystemExit(f"{subject.crate.label}: {done.stderr}")
    shutil.copytree(place.root / "target", place.built, symlinks=True)
    shutil.rmtree(place.root)


def _run(
    subject: Subject, folder: Path, *command: str, offline: bool = True
) -> subprocess.CompletedProcess[str]:
    environment = {**subject.environment, "CARGO_NET_OFFLINE": str(offline).lower()}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode and not offline:
        raise SystemExit(f"{subject.crate.label}: {done.stderr}")
    return done


def _steers_cargo(name: str) -> bool:
    return name in ("RUSTFLAGS", "RUSTC_WRAPPER") or name.startswith(("CARGO_", "RUSTMEND_"))


def _toml(table: dict[str, Any]) -> str:
    """Return ``table`` as TOML; one line per key, since only cargo reads it."""
    return "".join(f"{json.dumps(key)} = {_value(value)}\n" for key, value in table.items())


def _value(value: Any) -> str:
    if isinstance(value, dict):
        parts = ", ".join(f"{json.dumps(key)} = {_value(each)}" for key, each in value.items())
        return f"{{ {parts} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(value)
