"""Finding what a path belongs to, with the real cargo."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from rustmend.cargo.workspace import Workspace, load
from rustmend.errors import ToolMissingError, UsageError, WorkspaceError

Write = Callable[..., Path]

MEMBERS = """
//- Cargo.toml
[workspace]
members = ["a", "deep/*"]
resolver = "3"
//- a/Cargo.toml
[package]
name = "a"
edition = "2021"
[dependencies]
b = { path = "../deep/b" }
//- a/src/lib.rs
pub use b::f;
//- deep/b/Cargo.toml
[package]
name = "b"
edition = "2024"
//- deep/b/build.rs
fn main() {}
//- deep/b/src/lib.rs
pub fn f() {}
//- deep/b/src/bin/tool.rs
fn main() {}
//- deep/b/examples/show.rs
fn main() {}
//- deep/b/tests/whole.rs
//- deep/b/benches/speed.rs
//- scripts/loose.rs
fn main() {}
"""


def tree(folder: Path) -> set[tuple[str, bytes, int]]:
    return {
        (str(f.relative_to(folder)), f.read_bytes(), f.stat().st_mtime_ns)
        for f in folder.rglob("*")
        if f.is_file()
    }


@pytest.mark.parametrize(
    "place",
    [".", "Cargo.toml", "a", "a/src", "a/Cargo.toml", "deep/b/src/lib.rs", "deep/b/tests/whole.rs"],
)
async def test_every_place_in_a_workspace_leads_to_it(write: Write, place: str) -> None:
    root = write(MEMBERS)
    before = tree(root)
    found = await load(root / place)
    assert (found.root, found.manifest, found.single_file) == (root, root / "Cargo.toml", None)
    assert {p.name: (p.root, p.edition, p.member) for p in found.packages} == {
        "a": (root / "a", "2021", True),
        "b": (root / "deep/b", "2024", True),
    }
    assert found.roots == (root,)
    assert found.target_directory == root / "target"
    assert found.rustc_version.startswith("rustc 1.")
    assert tree(root) == before, "loading wrote into the workspace"


async def test_every_kind_of_target_is_listed(write: Write) -> None:
    root = write(MEMBERS)
    (b,) = (p for p in (await load(root)).packages if p.name == "b")
    assert {(t.name, t.kinds, str(t.src.relative_to(root / "deep/b"))) for t in b.targets} == {
        ("b", ("lib",), "src/lib.rs"),
        ("tool", ("bin",), "src/bin/tool.rs"),
        ("show", ("example",), "examples/show.rs"),
        ("whole", ("test",), "tests/whole.rs"),
        ("speed", ("bench",), "benches/speed.rs"),
        ("build-script-build", ("custom-build",), "build.rs"),
    }


async def test_a_file_of_no_package_is_a_workspace_of_its_own(write: Write) -> None:
    root = write(MEMBERS)
    found = await load(root / "scripts/loose.rs")
    assert found.single_file == root / "scripts/loose.rs"
    assert (found.root, found.manifest, found.edition) == (root / "scripts", None, "2024")
    assert (await load(root / "scripts/loose.rs", edition="2018")).edition == "2018"


async def test_a_nested_workspace_is_its_own(write: Write) -> None:
    root = write(MEMBERS)
    write("//- Cargo.toml\n[package]\nname = 'inner'\n[workspace]\n//- src/lib.rs\n", "ws/a/inner")
    assert (await load(root / "a/inner/src")).root == root / "a/inner"
    assert {p.name for p in (await load(root)).packages} == {"a", "b"}


async def test_local_packages_outside_are_found_wherever_they_are_named(
    write: Write, tmp_path: Path
) -> None:
    lib = "[package]\nname = '{}'\nversion = '1.0.0'\n{}\n"
    for name, more in {
        "near": "[dependencies]\nfar = { path = '../elsewhere/far' }",
        "elsewhere/far": "[dev-dependencies]\nnever = { path = '../../never' }",
        "never": "",
        "patched": "",
        "configured": "",
    }.items():
        manifest = lib.format(Path(name).name, more)
        write(f"//- Cargo.toml\n{manifest}//- src/lib.rs\n", name)
    root = write(
        """
//- Cargo.toml
[package]
name = "app"
[dependencies]
near = { path = "../near" }
patched = "1"
configured = "1"
[patch.crates-io]
patched = { path = "../patched" }
//- .cargo/config.toml
[patch.crates-io]
configured = { path = "../configured" }
//- src/main.rs
fn main() {}
"""
    )
    found = await load(root)
    assert {p.name for p in found.packages if not p.member} == {
        "near", "far", "patched", "configured",
    }  # fmt: skip
    assert found.roots == (
        root,
        *(tmp_path / name for name in ("configured", "elsewhere/far", "near", "patched")),
    )


async def test_a_link_to_a_workspace_keeps_its_name(write: Write, tmp_path: Path) -> None:
    real = write(MEMBERS)
    link = tmp_path / "other name"
    link.symlink_to(real)
    found = await load(link / "a")
    assert found.root == link
    assert {p.root for p in found.packages} == {link / "a", link / "deep/b"}
    assert (await load(real / "a")).root == real


async def test_names_with_any_characters(write: Write) -> None:
    root = write("//- src/main.rs\nfn main() {}\n", "a b %20 é ' \" $(x) [1]")
    assert (await load(root / "src/main.rs")).root == root


@pytest.mark.parametrize(
    ("story", "place", "error", "words"),
    [
        ("", "gone", UsageError, "does not exist"),
        ("//- notes.txt\n", "notes.txt", UsageError, "neither a folder, a Cargo.toml nor"),
        ("//- x/y.txt\n", "x", UsageError, "no Cargo.toml"),
        ("//- Cargo.toml\n[package\n", ".", WorkspaceError, "Cargo.toml"),
        ("//- Cargo.toml\n[package]\nname='x'\n", ".", WorkspaceError, "no targets specified"),
        (
            "//- Cargo.toml\n[package]\nname='x'\nedition='1999'\n//- src/lib.rs\n",
            "src/lib.rs",
            WorkspaceError,
            "1999",
        ),
        ("//- rust-project.json\n{}\n//- lib.rs\n", "lib.rs", WorkspaceError, "rust-project.json"),
        ("//- rust-project.json\n{}\n//- a/lib.rs\n", "a", WorkspaceError, "without cargo"),
        (
            "//- rust-toolchain.toml\n[toolchain]\nchannel='1.0.7'\n//- Cargo.toml\n[package]\n"
            "name='x'\n//- src/lib.rs\n",
            ".",
            ToolMissingError,
            "1.0.7",
        ),
    ],
)
async def test_what_cannot_be_loaded_says_why_in_a_line(
    write: Write, story: str, place: str, error: type[Exception], words: str
) -> None:
    top = write(story, manifest=False)
    top.mkdir(exist_ok=True)
    with pytest.raises(error) as caught:
        await load(top / place)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


async def test_a_machine_without_cargo_is_told_what_to_do(
    write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    root = write("//- src/main.rs\nfn main() {}\n")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ToolMissingError, match=r"rustup\.rs"):
        await load(root)


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX")
async def test_a_folder_that_may_not_be_read_says_so(write: Write) -> None:
    root = write("//- src/main.rs\nfn main() {}\n")
    root.chmod(0)
    user = os.geteuid()
    if user == 0:  # root may read everything, nobody may not
        os.seteuid(65534)
    try:
        with pytest.raises(UsageError, match="cannot be read"):
            await load(root)
    finally:
        os.seteuid(user)
        root.chmod(0o755)


async def test_many_packages_are_not_cut_off(write: Write) -> None:
    """What cargo says of a large workspace is longer than what is kept of a program's output."""
    root = write("//- Cargo.toml\n[workspace]\nmembers = ['m/*']\nresolver = '2'\n")
    for number in range(150):
        description = "d" * 2000
        write(
            f"//- Cargo.toml\n[package]\nname = 'm{number}'\ndescription = '{description}'\n"
            "//- src/lib.rs\n",
            f"ws/m/m{number}",
        )
    found: Workspace = await load(root)
    assert len(found.packages) == 150
