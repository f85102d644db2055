"""The words that run a command in a place of its own (bubblewrap, Linux).

Inside there is no network, no home, no process of others; the toolchain and the registry's
packages can be read, and two folders and a bounded ``/tmp`` be written. The user is not root:
started by root, bubblewrap makes the mounts and a user without a name runs the command; started by
anyone else, a user namespace does the same.
"""

import json
import os
import secrets
import shutil
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rustmend.cargo.check import mortal

ROOT = Path("/rustmend")
PROJECT = ROOT / "project"
TARGET = ROOT / "target"
SOURCE = ROOT / "source"
_MEGABYTE = 2**20
# of a user namespace of a container only the lower ids may be there
_UIDS = (20_000, 40_000)
_MANY_UIDS = (0x6000_0000, 0x1000_0000)
_SYSTEM = ("bin", "sbin", "lib", "lib32", "lib64", "libx32")
# what lies in memory of the sandbox's own, in MiB
_TEMPORARY = {"dev/shm": 16, "tmp": 256}
_ETC = ("alternatives", "ld.so.cache", "ld.so.conf", "ld.so.conf.d")


@dataclass(frozen=True, slots=True)
class Toolbox:
    """What of this machine is shown inside, read-only."""

    sysroot: Path
    cargo_home: Path
    rustup_home: Path
    rustc_version: str

    @property
    def bin(self) -> Path:
        """Where cargo and rustc lie, seen from inside."""
        inside = self.sysroot if self.sysroot == Path("/usr") else ROOT / "toolchain"
        return inside / "bin"


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one process may take; ``seconds`` of processor time, sizes in MiB."""

    processes: int
    memory: int
    file_size: int
    seconds: int

    def words(self) -> tuple[str, ...]:
        """Return the words before a command that set the limits."""
        return (
            "prlimit", f"--nproc={self.processes}", f"--as={self.memory * _MEGABYTE}",
            f"--fsize={self.file_size * _MEGABYTE}", f"--cpu={self.seconds}", "--core=0",
            "--nofile=1024", "--",
        )  # fmt: skip


def user_ids() -> tuple[int, int]:
    """Return the user and group that a new sandbox runs as; its folders belong to them."""
    if os.geteuid() != 0:
        return os.geteuid(), os.getegid()
    first, count = _MANY_UIDS if _maps_many() else _UIDS
    uid = first + secrets.randbelow(count)
    return uid, uid


def words(
    folder: Path, toolbox: Toolbox, bounds: Bounds, uid: int, environment: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the words before a command that run it in the sandbox of ``folder``.

    ``folder`` holds ``source`` (read inside), ``project`` and ``target`` (written inside),
    ``cargo.toml`` and, where there is one, ``filter``.
    """
    filter_ = folder / "filter"
    filtered: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    if filter_.exists():
        # the program of the filter is handed over as an open file
        before = ("sh", "-c", 'exec 9<"$0" "$@"', str(filter_))
        filtered = ("--seccomp", "9")
    # the first process inside is bubblewrap's own, and its variables can be read there
    path = os.environ.get("PATH", os.defpath)
    return (
        *mortal(), "env", "-i", f"PATH={path}", *before, "bwrap",
        *_apart(), *filtered, *_shown(folder, toolbox),
        "--clearenv", *_variables({"PATH": f"{toolbox.bin}:/usr/bin:/bin", **environment}),
        "--chdir", str(PROJECT), "--", *_as_user(uid), *bounds.words(),
    )  # fmt: skip


def environment() -> dict[str, str]:
    """Return the variables of a command inside; none of ours gets there."""
    return {
        "HOME": str(Path("/", "tmp")),
        "LANG": "C.UTF-8",
        "CARGO_HOME": str(ROOT / "cargo"),
        "CARGO_TARGET_DIR": str(TARGET),
        "CARGO_NET_OFFLINE": "true",
        "CARGO_TERM_COLOR": "never",
        "CARGO_INCREMENTAL": "0",
    }


def cargo_configuration(cargo_home: Path) -> str:
    """Return the part of this machine's cargo configuration that says where packages come from."""
    for name in ("config.toml", "config"):
        try:
            sources = tomllib.loads((cargo_home / name).read_text()).get("source", {})
        except (OSError, ValueError):
            continue
        return "".join(_source_tables(sources))
    return ""


def _source_tables(sources: Mapping[str, object]) -> Iterator[str]:
    for name, table in sources.items():
        kept = {
            key: value
            for key, value in (table.items() if isinstance(table, dict) else ())
            if key in ("replace-with", "registry") and isinstance(value, str)
        }
        if kept:
            yield f"[source.{json.dumps(name)}]\n"
            yield from (f"{key} = {json.dumps(value)}\n" for key, value in kept.items())


def _apart() -> tuple[str, ...]:
    spaces = ("pid", "net", "ipc", "uts")
    user = () if os.geteuid() == 0 else ("--unshare-user", "--uid", "20000", "--gid", "20000")
    return (
        *user, *(f"--unshare-{space}" for space in spaces), "--unshare-cgroup-try",
        "--die-with-parent", "--new-session", "--hostname", "sandbox",
    )  # fmt: skip


def _shown(folder: Path, toolbox: Toolbox) -> Iterator[str]:
    yield from ("--ro-bind", "/usr", "/usr")
    for name in _SYSTEM:
        path = Path("/", name)
        if path.is_symlink():
            yield from ("--symlink", os.fspath(path.readlink()), str(path))
        elif path.is_dir():
            yield from ("--ro-bind", str(path), str(path))
    yield from _folder(Path("/etc"))
    for name in _ETC:
        yield from ("--ro-bind-try", f"/etc/{name}", f"/etc/{name}")
    for home in (toolbox.cargo_home, toolbox.rustup_home, Path.home()):
        if Path("/usr") in home.parents and home.is_dir():  # it may hold keys
            yield from (*_memory(1, "0755"), str(home))
    yield from ("--proc", "/proc", "--dev", "/dev")
    for name, megabytes in _TEMPORARY.items():
        yield from (*_memory(megabytes), f"/{name}")
    yield from _folder(ROOT)
    if toolbox.sysroot != Path("/usr"):
        yield from ("--ro-bind", str(toolbox.sysroot), str(ROOT / "toolchain"))
    cargo = ROOT / "cargo"
    yield from (*_memory(64), str(cargo))
    yield from _folder(cargo / "registry")
    for name in ("cache", "index", "src"):
        registry = toolbox.cargo_home / "registry" / name
        yield from ("--ro-bind-try", str(registry), str(cargo / "registry" / name))
    yield from ("--ro-bind", str(folder / "cargo.toml"), str(cargo / "config.toml"))
    yield from ("--ro-bind", str(folder / "source"), str(SOURCE))
    yield from ("--bind", str(folder / "project"), str(PROJECT))
    yield from ("--bind", str(folder / "target"), str(TARGET))
    yield from ("--remount-ro", "/dev", "--remount-ro", "/")


def _folder(path: Path) -> tuple[str, ...]:
    return ("--perms", "0755", "--dir", str(path))


def _memory(megabytes: int, permissions: str = "1777") -> tuple[str, ...]:
    return ("--perms", permissions, "--size", str(megabytes * _MEGABYTE), "--tmpfs")


def _variables(variables: Mapping[str, str]) -> Iterator[str]:
    for name, value in variables.items():
        yield from ("--setenv", name, value)


def _as_user(uid: int) -> Sequence[str]:
    if os.geteuid() != 0:
        return ()
    return (
        "setpriv", f"--reuid={uid}", f"--regid={uid}", "--clear-groups", "--no-new-privs",
        "--inh-caps=-all", "--bounding-set=-all",
    )  # fmt: skip


def _maps_many() -> bool:
    try:
        spans = [line.split() for line in Path("/proc/self/uid_map").read_text().splitlines()]
    except OSError:
        return False
    return any(int(first) == 0 and int(count) > 2**31 for first, _, count in spans)


def missing() -> str:
    """Return what is not installed of what this needs, "" where all is."""
    tools = ("bwrap", "prlimit", *(("setpriv",) if os.geteuid() == 0 else ()))
    return ", ".join(tool for tool in tools if not shutil.which(tool))
