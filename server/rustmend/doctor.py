"""What is found and what is missing. Each tool is run: a proxy on PATH is not a tool."""

import asyncio
import getpass
import glob
import importlib.metadata
import io
import json
import platform
import re
import zipfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from rustmend import __version__
from rustmend.cargo.shadow import probe
from rustmend.cargo.workspace import WANTED, too_old
from rustmend.coder.sandbox import obstacle
from rustmend.config import Settings
from rustmend.errors import RustmendError
from rustmend.knowledge.base import Knowledge
from rustmend.knowledge.entries import find_kb, load
from rustmend.knowledge.teambase import insecure
from rustmend.process import INSTALL, run
from rustmend.write import write_whole

_TOOL_SECONDS = 30
# a small model on a small machine needs this long for a few lines
_MODEL_SECONDS = 90
# of the log, the end; a report wants the latest
_LOG_BYTES = 256 * 2**10


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. ``ok`` is None for what is optional and not there."""

    name: str
    ok: bool | None
    detail: str
    remedy: str = ""


async def examine(settings: Settings, problems: Sequence[str], folder: Path) -> list[Finding]:
    """Look at everything rustmend uses, as seen from ``folder``."""
    tools = await asyncio.gather(
        _tool("cargo", ["cargo", "--version"], folder, "install Rust with rustup: https://rustup.rs"),
        _tool("rustc", ["rustc", "--version"], folder, "rustup toolchain install stable"),
        _tool(
            "clippy", ["cargo", "clippy", "--version"], folder, "rustup component add clippy",
            optional=True,
        ),
        _tool(
            "rustfmt", ["rustfmt", "--version"], folder, "rustup component add rustfmt",
            optional=True,
        ),
        _tool(
            "rust-analyzer", ["rust-analyzer", "--version"], folder,
            "rustup component add rust-analyzer", optional=True,
        ),
    )  # fmt: skip
    return [
        Finding("rustmend", True, f"{__version__} on Python {platform.python_version()}"),
        *tools,
        await _shadow(settings),
        _who_checks(settings),
        _knowledge(settings),
        _package("Qdrant", "qdrant-edge-py", "look-ups use qdrant-client in memory"),
        await asyncio.to_thread(_journal, settings),
        await asyncio.to_thread(_embedder, settings),
        await asyncio.to_thread(_team, settings),
        await _model(settings),
        await _sandbox(settings),
        *(Finding("settings", False, problem, "correct the value") for problem in problems),
    ]


def pack(findings: Sequence[Finding], log: Path, file: Path) -> None:
    """Write a zip with what a bug report needs; names and the home folder are blanked.

    Raises ``WriteError``.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        report = json.dumps([asdict(finding) for finding in findings], indent=2)
        archive.writestr("doctor.json", _blank(report))
        archive.writestr("system.txt", _blank(platform.platform() + "\n"))
        try:
            with log.open("rb") as stream:
                stream.seek(0, io.SEEK_END)
                stream.seek(max(0, stream.tell() - _LOG_BYTES))
                archive.writestr("server.log", _blank(stream.read().decode(errors="replace")))
        except OSError:
            archive.writestr("server.log", "")
    write_whole(file, packed.getvalue())


async def _tool(
    name: str, command: list[str], folder: Path, remedy: str, *, optional: bool = False
) -> Finding:
    missing = None if optional else False
    try:
        done = await run(command, cwd=folder, timeout=_TOOL_SECONDS)
    except RustmendError as error:
        # its advice is the remedy's
        said = str(error).removesuffix(INSTALL.format(command[0]))
        return Finding(name, missing, said, remedy)
    if done.returncode:
        first = next(iter(done.stderr.splitlines()), f"exit status {done.returncode}")
        return Finding(name, missing, f"does not run: {first}", remedy)
    said = done.stdout.strip()
    if name in ("cargo", "rustc") and too_old(said):
        return Finding(name, False, f"{said}; {WANTED}", "rustup update")
    return Finding(name, True, said)


async def _shadow(settings: Settings) -> Finding:
    try:
        kind, reason = await probe(settings.cache_path)
    except RustmendError as error:
        return Finding(
            "private copy", False, str(error), "set cache.path to a folder that can be written"
        )
    return Finding("private copy", True, f"{kind} ({reason}) under {settings.cache_path}")


def _who_checks(settings: Settings) -> Finding:
    if settings.diagnostics == "full":
        return Finding("who checks", True, "rustmend (set rust-analyzer's checkOnSave to false)")
    return Finding(
        "who checks", True,
        "rust-analyzer shows the errors, rustmend checks again in its private copy; for one check "
        'per save set rust-analyzer\'s checkOnSave to false and rustmend\'s diagnostics to "full"',
    )  # fmt: skip


def _knowledge(settings: Settings) -> Finding:
    try:
        folder = find_kb(settings.kb_path)
        entries = load(folder)
    except (RustmendError, OSError) as error:
        return Finding("knowledge base", False, str(error), "correct or remove the setting kb.path")
    codes = len({entry.code for entry in entries})
    return Finding("knowledge base", True, f"{len(entries)} entries over {codes} codes in {folder}")


def _package(name: str, package: str, otherwise: str) -> Finding:
    try:
        return Finding(name, True, f"{package} {importlib.metadata.version(package)}")
    except importlib.metadata.PackageNotFoundError:
        return Finding(
            name, None, f"{package} is not installed: {otherwise}", f"pip install {package}"
        )


def _embedder(settings: Settings) -> Finding:
    """Load the dense model, as look-ups do; a wrong one is a fault, none is none."""
    try:
        meanings = Knowledge.of(settings).open_meanings()
    except RustmendError as error:
        return Finding(
            "embedder", False, f"{error}; look-ups go by words alone",
            "`rustmend kb embed --download` fetches a model by name; or unset embedding.model",
        )  # fmt: skip
    if meanings is None:
        return Finding("embedder", None, "none configured: look-ups go by words")
    detail = f"{meanings.name}, {meanings.size} numbers a text, {len(meanings):,} kept"
    return Finding("embedder", True, detail)


def _team(settings: Settings) -> Finding:
    """Ask the team's server; one that does not answer stops nothing, and is said."""
    team = Knowledge.of(settings).team
    if team is None:
        return Finding("team", None, "no server configured: nothing is shared")
    try:
        count = team.ping()
        state = team.state()
    except RustmendError as error:
        return Finding(
            "team", False, f"{settings.team.url}: {error}; local knowledge goes on without it",
            "correct team.url, or start the server; docs/team.md says how",
        )  # fmt: skip
    detail = (
        f"{settings.team.url} has {count:,} rewrites, answered in {state.milliseconds:.0f} ms;"
        f" {state.waiting:,} of ours wait to be sent"
    )
    if insecure(settings.team):
        detail += "; the key crosses the network in clear: use https"
    return Finding("team", True, detail)


def _journal(settings: Settings) -> Finding:
    journal = Knowledge.of(settings).journal
    stats = journal.stats()
    if journal.failure:
        return Finding("journal", False, journal.failure, "mend that, or set journal.path")
    fixes = "1 past fix" if stats.fixes == 1 else f"{stats.fixes:,} past fixes"
    detail = f"{fixes} in {journal.path} ({stats.size / 1e6:.1f} MB)"
    aside = sorted(journal.path.parent.glob(f"{glob.escape(journal.path.name)}.damaged-*"))
    aside = [file for file in aside if not file.name.endswith(("-wal", "-shm"))]
    if aside:
        detail += f"; a damaged one was set aside as {aside[-1].name}"
    return Finding("journal", True, detail)


async def _model(settings: Settings) -> Finding:
    """Try the endpoint with a small question of our own; nothing of the user's is sent."""
    name = "language model"
    if not settings.model.enabled:
        return Finding(name, None, "switched off (model.enabled is false): nothing is sent")
    if not settings.model.base_url:
        return Finding(name, None, "none configured: nothing leaves this machine")
    from rustmend.model.probe import probe
    from rustmend.wiring import model_client

    try:
        client = model_client(settings)
        assert client is not None  # noqa: S101  # it is configured
        async with asyncio.timeout(_MODEL_SECONDS):
            tried = await probe(client)
    except TimeoutError:
        said = f"{settings.model.base_url} gave no answer within {_MODEL_SECONDS} s"
        return Finding(name, None, said, "look at the server's load, or take a smaller model")
    except RustmendError as error:
        problem, _, remedy = str(error).partition(": ")
        return Finding(name, False, problem, remedy)
    server = f" ({tried.server})" if tried.server else ""
    form = "JSON schema" if tried.structured else "plain blocks"
    said = f"{tried.model} at {client.url}{server} answers in {tried.seconds:.1f} s"
    if tried.problem:
        return Finding(
            name, None, f"{said}, but not in the form of edits: {tried.problem}",
            "its fixes will rarely be usable: take a model that follows instructions",
        )  # fmt: skip
    return Finding(name, True, f"{said} and follows the form of edits ({form})")


async def _sandbox(settings: Settings) -> Finding:
    remedy = "install the package bubblewrap, and allow user namespaces"
    try:
        why_not = await obstacle(settings)
    except RustmendError as error:
        # such an error says itself what to do
        why_not, remedy = str(error), ""
    if not why_not:
        return Finding("sandbox", True, "bubblewrap keeps code of others apart")
    detail = f"{why_not}; only `serve` and `mcp` would need it, for code of others"
    return Finding("sandbox", None, detail, remedy)


def _blank(text: str) -> str:
    """Take the home folder, the user's name and the names below the home folder out of ``text``."""
    home = str(Path.home())
    text = re.sub(re.escape(home) + r"[^\s\"':,)]*", "~/…", text)
    user = getpass.getuser()
    return re.sub(rf"\b{re.escape(user)}\b", "user", text) if len(user) > 1 else text
