"""A private copy says exactly what cargo says in place.

Each workspace is checked in place in a throw-away twin, and in private copies of both kinds: as it
is, broken by edits that lie in buffers only, and as it is again. Compared are all of (code, level,
file, bytes), and the user's tree must be as it was, to the byte and the nanosecond.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from rustmend.cargo.messages import parse_line
from rustmend.cargo.selection import Selection
from rustmend.cargo.shadow import Report, open_shadow, probe
from rustmend.cargo.workspace import load
from rustmend.domain import Diagnostic, Snapshot

Write = Callable[..., Path]
Edits = Mapping[str, str]
Seen = set[tuple[str | None, str, str, int, int]]


def package(name: str = "app", more: str = "", folder: str = "") -> str:
    return (
        f"//- {folder}Cargo.toml\n[package]\nname = '{name}'\nversion = '0.1.0'\n"
        f"edition = '2024'\n{more}\n"
    )


# name -> the story, where in it the workspace lies, and the edits that break it
OURS: dict[str, tuple[str, str, Edits]] = {
    "every kind of target": (
        package()
        + """
//- src/lib.rs
pub fn f(x: u8) -> u8 { x }
#[cfg(test)]
mod tests { #[test] fn t() { let unused = super::f(1); } }
//- src/main.rs
fn main() { app::f(1); let unused = 1; }
//- examples/e.rs
fn main() { app::f(1); }
//- tests/t.rs
#[test] fn t() { app::f(1); }
//- benches/b.rs
fn unused() {}
""",
        ".",
        {"src/lib.rs": "pub fn f(x: u16) -> u8 { x }\n"},
    ),
    "a build script that writes into src": (
        package()
        + """
//- build.rs
fn main() {
    std::fs::write("src/made.rs", "pub fn made() -> u8 { let unused = 1; 1 }\\n").unwrap();
}
//- src/lib.rs
mod made;
pub fn f() -> u8 { made::made() }
""",
        ".",
        {"src/lib.rs": "mod made;\npub fn f() -> u16 { made::made() }\n"},
    ),
    "a generated file that git ignores": (
        package()
        + """
//- .gitignore
src/bindings.rs
.env
//- src/bindings.rs
pub fn bound() -> u8 { let unused = 1; 1 }
//- .env
LIMIT=3
//- build.rs
fn main() {
    let text = std::fs::read_to_string(".env").unwrap();
    println!("cargo::rustc-env=LIMIT={}", text.trim().split_once('=').unwrap().1);
    println!("cargo::rerun-if-changed=.env");
}
//- src/lib.rs
mod bindings;
const _: () = assert!(env!("LIMIT").len() == 1);
pub fn f() -> u8 { bindings::bound() }
""",
        ".",
        {"src/bindings.rs": "pub fn bound() -> u16 { 1 }\n", ".env": "LIMIT=33\n"},
    ),
    "a configuration in the folder above": (
        """
//- .cargo/config.toml
[build]
rustflags = ["--cfg", "marked"]
[env]
WORD = "abc"
//- clippy.toml
msrv = "1.70"
"""
        + package(folder="ws/", more="[lints.rust]\nunexpected_cfgs = 'allow'")
        + """
//- ws/src/lib.rs
#[cfg(marked)]
pub fn f() -> u8 { let unused = 1; 1 }
const _: () = assert!(env!("WORD").len() == 3);
""",
        "ws",
        {"src/lib.rs": "#[cfg(marked)]\npub fn f() -> u8 { true }\n"},
    ),
    "a path dependency beside it": (
        package("near", folder="near/", more="[dependencies]\nfar = { path = '../deep/far' }")
        + "//- near/src/lib.rs\npub fn near() -> u8 { let unused = 1; far::far() }\n"
        + package("far", folder="deep/far/")
        + "//- deep/far/src/lib.rs\npub fn far() -> u8 { let unused = 1; 1 }\n"
        + package(folder="ws/", more="[dependencies]\nnear = { path = '../near' }")
        + "//- ws/src/lib.rs\npub fn f() -> u8 { near::near() }\n",
        "ws",
        {"../deep/far/src/lib.rs": "pub fn far() -> u16 { 1 }\n"},
    ),
    "a dependency in another workspace, inheriting from it": (
        """
//- other/Cargo.toml
[workspace]
members = ["dep"]
resolver = "3"
[workspace.package]
edition = "2024"
[workspace.lints.rust]
unused_variables = "deny"
//- other/dep/Cargo.toml
[package]
name = "dep"
edition.workspace = true
[lints]
workspace = true
//- other/dep/src/lib.rs
pub fn dep() -> u8 { 1 }
"""
        + package(folder="ws/", more="[dependencies]\ndep = { path = '../other/dep' }")
        + "//- ws/src/lib.rs\npub fn f() -> u8 { dep::dep() }\n",
        "ws",
        {"../other/dep/src/lib.rs": "pub fn dep() -> u8 { let unused = 1; 1 }\n"},
    ),
    "a proc macro that reads files": (
        package(more="[dependencies]\nreading = { path = 'reading' }\n[workspace]")
        + "//- words.txt\nabc\n//- src/lib.rs\nreading::words!();\n"
        + "const _: () = assert!(WORDS == 3);\n"
        + package("reading", folder="reading/", more="[lib]\nproc-macro = true")
        + """
//- reading/src/lib.rs
#[proc_macro]
pub fn words(_: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let folder = std::env::var("CARGO_MANIFEST_DIR").unwrap();
    let text = std::fs::read_to_string(format!("{folder}/words.txt")).unwrap();
    let unused = 1;
    format!("const _: &str = include_str!(\\"{folder}/words.txt\\"); const WORDS: usize = {};",
        text.trim().len()).parse().unwrap()
}
""",
        ".",
        {"words.txt": "abcd\n"},
    ),
    "included files and odd paths": (
        package()
        + """
//- src/lib.rs
include!("part.in");
#[path = "../elsewhere/moved file.rs"]
mod moved;
const TEXT: &str = include_str!("../data/text.txt");
const BYTES: &[u8; 3] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/bytes.bin"));
//- src/part.in
pub fn part() -> u8 { let unused = 1; 1 }
//- elsewhere/moved file.rs
pub mod below;
//- elsewhere/below.rs
pub fn below() -> u8 { 1 }
//- data/text.txt
text
//- data/bytes.bin
abc""",
        ".",
        {"data/bytes.bin": "abcd", "src/part.in": "pub fn part() -> u8 { true }\n"},
    ),
    "the folder's own name": (
        package()
        + """
//- src/lib.rs
const HERE: &str = env!("CARGO_MANIFEST_DIR");
const _: () = assert!(HERE.as_bytes()[HERE.len() - 1] == b's');
const _: &str = file!();
pub fn f() { let unused = 1; }
""",
        ".",
        {"src/lib.rs": 'const _: u8 = env!("CARGO_MANIFEST_DIR");\n'},
    ),
    "code generated into OUT_DIR": (
        package()
        + """
//- template.txt
pub fn made() -> u8 { let unused = 1; VALUE }
//- build.rs
fn main() {
    println!("cargo::rerun-if-changed=template.txt");
    let text = std::fs::read_to_string("template.txt").unwrap().replace("VALUE", "1");
    let out = std::path::PathBuf::from(std::env::var_os("OUT_DIR").unwrap());
    std::fs::write(out.join("made.rs"), text).unwrap();
}
//- src/lib.rs
include!(concat!(env!("OUT_DIR"), "/made.rs"));
""",
        ".",
        {"template.txt": "pub fn made() -> u16 { let x: u8 = VALUE; x }\n"},
    ),
    "a build script that asks git": (
        package()
        + """
//- GIT
//- build.rs
fn main() {
    let out = std::process::Command::new("git").args(["rev-list", "--count", "HEAD"]).output();
    let count = String::from_utf8(out.unwrap().stdout).unwrap();
    println!("cargo::rustc-env=COMMITS={}", count.trim());
    let status = std::process::Command::new("git").args(["status", "--porcelain"]).output();
    println!("cargo::rustc-env=FOUND={}", status.unwrap().status.success());
}
//- src/lib.rs
const _: () = assert!(env!("COMMITS").len() == 1);
const _: () = assert!(env!("FOUND").len() == 4);
pub fn f() { let unused = 1; }
""",
        ".",
        {"src/lib.rs": 'const _: () = assert!(env!("COMMITS").len() == 2);\n'},
    ),
    "features that resolver 2 keeps apart": (
        """
//- Cargo.toml
[workspace]
members = ["app", "tool", "dep"]
resolver = "2"
"""
        + package("dep", folder="dep/", more="[features]\nextra = []")
        + '//- dep/src/lib.rs\n#[cfg(feature = "extra")] pub fn extra() {}\npub fn f() {}\n'
        + package(
            folder="app/",
            more="[dependencies]\ndep = { path = '../dep' }\n"
            "[build-dependencies]\ndep = { path = '../dep', features = ['extra'] }",
        )
        + "//- app/build.rs\nfn main() { dep::extra(); }\n//- app/src/lib.rs\npub use dep::f;\n"
        + package("tool", folder="tool/", more="[dependencies]\ndep = { path = '../dep' }")
        + "//- tool/src/main.rs\nfn main() { dep::f(); let unused = 1; }\n",
        ".",
        {"app/src/lib.rs": "pub use dep::extra;\n"},
    ),
    "a workspace within another's folder": (
        package(more="[workspace]\nexclude = ['inner']")
        + "//- src/lib.rs\npub fn outer() { let unused = 1; }\n"
        + package(
            "inner", folder="inner/", more="[dependencies]\napp = { path = '..' }\n[workspace]"
        )
        + "//- inner/src/main.rs\nfn main() { app::outer(); let unused = 1; }\n",
        "inner",
        {"src/main.rs": "fn main() { app::inner(); }\n"},
    ),
    "a virtual workspace": (
        """
//- Cargo.toml
[workspace]
members = ["a", "b"]
resolver = "3"
[workspace.dependencies]
a = { path = "a" }
[workspace.lints.clippy]
all = "warn"
"""
        + package("a", folder="a/", more="[lints]\nworkspace = true")
        + "//- a/src/lib.rs\npub struct A { pub field: u8 }\nfn unused() {}\n"
        + package("b", folder="b/", more="[dependencies]\na.workspace = true")
        + "//- b/src/main.rs\nfn main() { let unused = a::A { field: 1 }; }\n",
        ".",
        {"a/src/lib.rs": "pub struct A { pub other: u8 }\n"},
    ),
    "vendored sources": (
        package(more="[dependencies]\nvended = '1'")
        + """
//- .cargo/config.toml
[source.crates-io]
replace-with = "here"
[source.here]
directory = "third-party"
//- src/lib.rs
pub use vended::f;
fn unused() {}
//- third-party/vended/Cargo.toml
[package]
name = "vended"
version = "1.2.3"
//- third-party/vended/.cargo-checksum.json
{"files":{},"package":null}
//- third-party/vended/src/lib.rs
pub fn f() {}
""",
        ".",
        {"src/lib.rs": "pub use vended::g;\n"},
    ),
    "vendored sources in the folder above": (
        """
//- .cargo/config.toml
[source.crates-io]
replace-with = "here"
[source.here]
directory = "third-party"
//- third-party/vended/Cargo.toml
[package]
name = "vended"
version = "1.2.3"
//- third-party/vended/.cargo-checksum.json
{"files":{},"package":null}
//- third-party/vended/src/lib.rs
pub fn f() {}
"""
        + package(folder="ws/", more="[dependencies]\nvended = '1'")
        + "//- ws/src/lib.rs\npub use vended::f;\nfn unused() {}\n",
        "ws",
        {"src/lib.rs": "pub use vended::g;\n"},
    ),
    "a patched dependency": (
        package("vended", folder="mine/", more="")
        + "//- mine/src/lib.rs\npub fn f() { let unused = 1; }\n"
        + package(
            folder="ws/",
            more="[dependencies]\nvended = '0.1'\n[patch.crates-io]\nvended = { path = '../mine' }",
        )
        + "//- ws/src/lib.rs\npub use vended::f;\n",
        "ws",
        {"../mine/src/lib.rs": "pub fn g() {}\n"},
    ),
    "macros of its own and of a library": (
        package(more="[dependencies]\nmacros = { path = 'macros' }\n[workspace]")
        + """
//- src/lib.rs
macro_rules! own { ($e:expr) => { { let held: u8 = $e; held } } }
pub fn f() -> u8 { own!(1) + macros::theirs!(2) }
#[derive(Clone, Debug)]
pub struct S(Vec<u8>);
pub fn g(s: S) -> String { format!("{s:?} {}", vec![1, 2].len()) }
"""
        + package("macros", folder="macros/")
        + "//- macros/src/lib.rs\n"
        + "#[macro_export] macro_rules! theirs { ($e:expr) => { $e as u8 } }\n",
        ".",
        {
            "src/lib.rs": """
macro_rules! own { ($e:expr) => { { let held: u8 = $e; held } } }
pub fn f() -> u8 { own!("1") + macros::theirs!("2") }
struct Bare;
#[derive(Clone, Debug)]
pub struct S(Bare);
pub fn g(s: S) -> String { format!("{s:?} {}", vec![1, "2"].len()) }
"""
        },
    ),
    "an old edition, CRLF and a BOM": (
        package().replace("2024", "2015")
        + "//- src/lib.rs\n\ufeffmod part;\r\n// é🦀\r\npub fn f() { let é = 1; }\r\n"
        "//- src/part.rs\npub fn f(async: u8) -> Box<Fn()> { panic!() }\r\n",
        ".",
        {"src/lib.rs": "\ufeffmod part;\r\npub fn f() -> u8 {\r\n\t/* é */ true\r\n}\r\n"},
    ),
    "it does not parse": (
        package()
        + "//- src/lib.rs\nmod part;\npub fn f( {\n//- src/part.rs\npub fn g() -> u8 {}\n",
        ".",
        {"src/lib.rs": "mod part;\npub fn f() {}\n"},
    ),
    "it holds errors of every phase": (
        package()
        + """
//- src/lib.rs
use std::nothing::There;
pub fn moved(v: Vec<u8>) -> (Vec<u8>, Vec<u8>) { (v, v) }
pub fn typed() -> u8 { "x" }
pub fn borrowed() -> &'static u8 { let x = 1; &x }
pub fn matched(x: Option<u8>) -> u8 { match x { Some(x) => x } }
impl Clone for Missing {}
//- src/main.rs
fn main() { app::absent(); let x: u8 = app::typed; }
//- tests/t.rs
#[test] fn t() { undefined() }
""",
        ".",
        {"src/lib.rs": "pub fn typed() -> u8 { 1 }\n"},
    ),
}

# unpacked from the registry, with what else each needs of it
PINNED = {
    "fnv": "1.0.7", "strsim": "0.11.1", "scopeguard": "1.2.0", "percent-encoding": "2.3.1",
    "heck": "0.5.0", "glob": "0.3.1", "shlex": "1.3.0", "humantime": "2.1.0",
    "static_assertions": "1.1.0", "autocfg": "1.4.0", "version_check": "0.9.5",
}  # fmt: skip
PINNED_DEPENDENCIES = {
    "serde": "1.0.217", "serde_derive": "1.0.217", "syn": "2.0.96", "quote": "1.0.38",
    "proc-macro2": "1.0.93", "unicode-ident": "1.0.14", "anyhow": "1.0.95",
}  # fmt: skip


@pytest.mark.parametrize("name", OURS)
async def test_ours(write: Write, tmp_path: Path, name: str) -> None:
    story, place, edits = OURS[name]
    user = tmp_path / "user"
    root = write(story, user / "ws" if place == "." else user, manifest=False)
    root = root if place == "." else root / place
    if (root / "GIT").exists():
        commit(root)
    await compare(user, root, tmp_path, edits)


def commit(root: Path) -> None:
    git = ("git", "-c", "user.name=x", "-c", "user.email=x@x", "-C", str(root))
    for words in ("init -qb main", "add .", "commit -qm one"):
        subprocess.run([*git, *words.split()], check=True)


@pytest.mark.registry
@pytest.mark.parametrize("name", PINNED)
async def test_published(unpacked: Mapping[str, Path], tmp_path: Path, name: str) -> None:
    root = tmp_path / "user" / name
    shutil.copytree(unpacked[name], root, ignore=shutil.ignore_patterns("target", ".cargo-ok"))
    strip_development(root / "Cargo.toml")
    for folder in ("tests", "benches", "examples"):
        shutil.rmtree(root / folder, ignore_errors=True)
    await compare(tmp_path / "user", root, tmp_path, slips(root))


@pytest.mark.registry
async def test_with_dependencies_and_a_warm_start(
    unpacked: Mapping[str, Path], write: Write, tmp_path: Path
) -> None:
    exact = "".join(f"{name} = '={version}'\n" for name, version in PINNED_DEPENDENCIES.items())
    root = write(
        package(more=f"[dependencies]\n{exact}")
        + """
//- src/lib.rs
use serde_derive::{Deserialize, Serialize};
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Point { pub x: u8, #[serde(rename = "why")] pub y: u8 }
pub fn read(text: &str) -> anyhow::Result<u8> { let unused = 1; Ok(text.parse::<u8>()?) }
""",
        "user/ws",
    )
    wrong = """
use serde_derive::{Deserialize, Serialize};
struct Bare;
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Point { pub x: Bare, #[serde(renamed = "why")] pub y: u8 }
pub fn read(text: &str) -> anyhow::Result<u8> { Ok(text.parse::<Bare>()?) }
"""
    subprocess.run(["cargo", "check", "-q", "--all-targets"], cwd=root, check=True)
    await compare(tmp_path / "user", root, tmp_path, {"src/lib.rs": wrong})


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Return where the registry's packages lie, unpacked by an ordinary ``cargo fetch``."""
    folder = tmp_path_factory.mktemp("fetched")
    everything = {**PINNED, **PINNED_DEPENDENCIES}
    lines = "".join(f'{name} = "={version}"\n' for name, version in everything.items())
    (folder / "Cargo.toml").write_text(
        f'[package]\nname = "fetched"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\n{lines}'
    )
    (folder / "src").mkdir()
    (folder / "src" / "lib.rs").touch()
    subprocess.run(["cargo", "fetch", "-q"], cwd=folder, check=True)
    told = subprocess.run(
        ["cargo", "metadata", "--format-version", "1", "--offline"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    packages = json.loads(told.stdout)["packages"]
    return {each["name"]: Path(each["manifest_path"]).parent for each in packages}


def strip_development(manifest: Path) -> None:
    """Take out what only the package's own tests need, which is not fetched."""
    kept, keep = [], True
    for line in manifest.read_text().splitlines(keepends=True):
        if line.startswith("["):
            keep = not re.match(r"\[+(dev-dependencies|test|bench|example)\b", line)
        if keep:
            kept.append(line)
    manifest.write_text("".join(kept))


def slips(root: Path) -> Edits:
    """Return mistakes as people make them, one of each kind in every file that has room for it."""
    found = {}
    for file in sorted(root.rglob("*.rs")):
        lines = file.read_text().splitlines(keepends=True)
        for old, new in SLIPS:
            for number, line in enumerate(lines):
                if old in line and not line.lstrip().startswith("//"):
                    lines[number] = line.replace(old, new, 1)
                    break
        found[str(file.relative_to(root))] = "".join(lines) + "fn last() -> u8 { missing }\n"
    return found


SLIPS = (("&mut ", "&"), (".len()", ".length()"), ("Some(", "Sum("), (") -> ", ") "))


# --- the comparison -----------------------------------------------------------------------------


async def compare(user: Path, root: Path, tmp_path: Path, edits: Edits) -> None:
    """Compare both kinds of copy of ``root`` with its twin; ``user`` is all that is the user's."""
    twin = tmp_path / "twin"
    shutil.copytree(user, twin, symlinks=True)
    twin_root = twin / root.relative_to(user)
    expected = [in_place(twin_root, twin, user)]
    for name, text in edits.items():
        (twin_root / name).write_bytes(text.encode())
        os.utime(twin_root / name)
    expected.append(in_place(twin_root, twin, user))
    assert expected[0] != expected[1], "the edits change nothing"
    before = tree(user)
    laid = {root / name: text.encode() for name, text in edits.items()}
    for kind in await kinds(tmp_path):
        workspace = await load(root)
        cache = tmp_path / f"cache of {kind}"
        shadow = await open_shadow(workspace, cache=cache, limit_gb=5, kind=kind)
        found = [
            seen(await shadow.check(Snapshot(texts), Selection()), root) for texts in ({}, laid, {})
        ]
        shadow.close()
        assert found[0] == expected[0], kind
        assert found[1] == expected[1], kind
        assert found[2] == expected[0], kind
        assert tree(user) == before, kind


async def kinds(tmp_path: Path) -> list[str]:
    found, _ = await probe(tmp_path / "probed")
    return ["overlay", "copy"] if found == "overlay" else ["copy"]


def in_place(root: Path, twin: Path, user: Path) -> Seen:
    """Return what the user's cargo says, with the twin's places called by the user's."""
    done = subprocess.run(
        ["cargo", "check", "--workspace", "--all-targets", "--keep-going", "--message-format=json"],
        cwd=root,
        capture_output=True,
        check=False,
        env={**os.environ, "CARGO_TERM_COLOR": "never"},
    )
    assert b"build-finished" in done.stdout, done.stderr.decode()

    def relocate(path: Path) -> Path:
        return user / path.relative_to(twin) if twin in path.parents else path

    parsed = (parse_line(line, base=root, relocate=relocate) for line in done.stdout.splitlines())
    return {
        key(each, user / root.relative_to(twin)) for each in parsed if isinstance(each, Diagnostic)
    }


def seen(report: Report, root: Path) -> Seen:
    assert not report.failure, report.failure
    return {key(each, root) for each in report.diagnostics}


def key(diagnostic: Diagnostic, root: Path) -> tuple[str | None, str, str, int, int]:
    span = diagnostic.span
    if span is None:
        return (diagnostic.code, diagnostic.level, "", 0, 0)
    # the name of a folder that cargo made holds a digest of where the workspace lies
    place = re.sub(r"-[0-9a-f]{16}\b", "-DIGEST", os.path.relpath(span.file, root))
    return (diagnostic.code, diagnostic.level, place, span.start, span.end)


def tree(folder: Path) -> dict[str, tuple[bytes, int, int]]:
    """Return all there is of a folder: contents, times and permissions."""
    return {
        str(each.relative_to(folder)): (
            each.read_bytes() if each.is_file() else b"",
            each.lstat().st_mtime_ns,
            each.lstat().st_mode,
        )
        for each in (folder, *folder.rglob("*"))
    }


def test_there_are_enough_of_them() -> None:
    assert len(OURS) >= 20
    assert len(OURS) + len(PINNED) + 1 >= 30
