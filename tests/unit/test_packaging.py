"""What is shipped: the knowledge base too, and the same from the tree as from the sdist."""

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from rustmend.knowledge.tasks import load_tasks

REPOSITORY = Path(__file__).parent.parent.parent


def build(source: Path, kind: str, out: Path) -> Path:
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", out],
        cwd=source, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    [made] = out.iterdir()
    return made


def contents(wheel: Path) -> dict[str, str]:
    with zipfile.ZipFile(wheel) as archive:
        return {
            name: hashlib.sha256(archive.read(name)).hexdigest()
            for name in archive.namelist()
            if not name.endswith("/RECORD")
        }


def test_the_wheel_is_the_same_from_the_tree_and_from_the_sdist(tmp_path: Path) -> None:
    tree = contents(build(REPOSITORY, "wheel", tmp_path / "tree"))
    with tarfile.open(build(REPOSITORY, "sdist", tmp_path / "sdist")) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    [unpacked] = (tmp_path / "unpacked").iterdir()
    assert contents(build(unpacked, "wheel", tmp_path / "again")) == tree


def test_the_wheel_holds_every_entry_and_task_and_no_build_junk(tmp_path: Path) -> None:
    names = set(contents(build(REPOSITORY, "wheel", tmp_path / "tree")))
    entries = {
        f"rustmend/_kb/{file.relative_to(REPOSITORY / 'kb').as_posix()}"
        for file in (REPOSITORY / "kb").rglob("entry.toml")
    }
    tasks = {
        f"rustmend/_kb/{task.id}/{name}"
        for task in load_tasks(REPOSITORY / "kb")
        for name in ("task.toml", *task.files())
    }
    assert entries and tasks
    assert entries | tasks <= names
    assert not [name for name in names if {"target", "Cargo.lock"} & set(Path(name).parts)]
    assert "rustmend/py.typed" in names
