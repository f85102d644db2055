"""Every setting, declared once: its name, type, default and what it does.

``config`` reads them and makes the manifest and the docs from these declarations.
"""

from pathlib import Path
from typing import Annotated, Literal

import platformdirs
from msgspec import Meta, Struct, field

Count = Annotated[int, Meta(ge=1)]
Name = Annotated[str, Meta(min_length=1)]

MACHINE = (
    "trusted",
    "check.extraEnv",
    "cache.path",
    "kb.path",
    "journal.path",
    "team",
    "embedding",
    "model",
    "sandbox",
    "serve",
)
"""Settings, or whole sections, that a workspace's own file cannot set: they are about this machine,
its secrets and its safety. A ``trusted`` or ``model.enabled`` that is not true counts there, and
the latter has the last word."""


class Check(Struct, frozen=True, rename="camel"):
    """What is compiled, in rust-analyzer's words."""

    command: Annotated[
        Literal["check", "clippy"],
        Meta(description="The cargo command that checks."),
    ] = "check"
    features: Annotated[
        Literal["all"] | tuple[Name, ...],
        Meta(description="Features to activate, or `all`."),
    ] = ()
    no_default_features: Annotated[
        bool, Meta(description="Do not activate the `default` feature.")
    ] = False
    all_targets: Annotated[
        bool, Meta(description="Check tests, examples and benches too (`--all-targets`).")
    ] = True
    target: Annotated[
        str | None, Meta(description="The target triple to check for; empty for the host.")
    ] = None
    target_dir: Annotated[
        str | None,
        Meta(
            description="Folder that your own check builds into, if that is not cargo's target"
            " folder: what is there need not be built again."
        ),
    ] = None
    extra_args: Annotated[
        tuple[str, ...], Meta(description="Further arguments for the cargo command.")
    ] = ()
    extra_env: Annotated[
        dict[str, str], Meta(description="Further environment variables for the cargo command.")
    ] = field(default_factory=dict)
    on_save: Annotated[
        bool, Meta(description="Check when a file is saved; otherwise only when asked to.")
    ] = True


class Verify(Struct, frozen=True, rename="camel"):
    """How much is compiled in the background."""

    jobs: Annotated[
        int,
        Meta(
            description="Compiler processes at once, as cargo's `--jobs`; 0 lets cargo choose.",
            ge=0,
        ),
    ] = 0
    max_candidates: Annotated[
        Count, Meta(description="Candidates that are compiled for one diagnostic, at most.")
    ] = 12
    max_errors: Annotated[
        Count,
        Meta(description="Above this number of errors nothing is verified in the background."),
    ] = 50
    on_battery: Annotated[
        bool, Meta(description="Verify in the background while the machine runs on its battery.")
    ] = False


class FixSettings(Struct, frozen=True, rename="camel"):
    """How far `rustmend fix` goes."""

    allow_light: Annotated[
        bool, Meta(description="Make fixes with a light caution, such as one that adds a clone.")
    ] = True
    max_rounds: Annotated[Count, Meta(description="Rounds of mending, at most.")] = 20
    max_checks: Annotated[Count, Meta(description="Runs of cargo for one search, at most.")] = 120


class Cache(Struct, frozen=True, rename="camel"):
    """Where private copies and build results lie."""

    path: Annotated[
        str | None, Meta(description="Cache folder; by default the user's cache folder.")
    ] = None
    limit_gb: Annotated[
        float, Meta(description="Disk use of all private copies together, in gigabytes.", gt=0)
    ] = 10.0


class Kb(Struct, frozen=True, rename="camel"):
    """The curated knowledge base."""

    path: Annotated[
        str | None,
        Meta(
            description="Folder of the curated entries; by default those that come with rustmend."
        ),
    ] = None


class Journal(Struct, frozen=True, rename="camel"):
    """The record of past fixes."""

    path: Annotated[
        str | None,
        Meta(description="File of the past fixes; by default in the user's data folder."),
    ] = None


class Team(Struct, frozen=True, rename="camel"):
    """A Qdrant server that a team shares its rewrites through."""

    url: Annotated[
        str | None,
        Meta(description="Address of the team's Qdrant server; nothing is sent without one."),
    ] = None
    api_key_env: Annotated[
        Name, Meta(description="Environment variable that holds the key of the team's server.")
    ] = "RUSTMEND_TEAM_API_KEY"
    collection: Annotated[
        Name, Meta(description="Name of the collection on the team's server.")
    ] = "rustmend"
    shards: Annotated[
        Count, Meta(description="Number of shards, where rustmend makes the collection.")
    ] = 1
    replicas: Annotated[
        Count, Meta(description="Number of replicas, where rustmend makes the collection.")
    ] = 1
    timeout_ms: Annotated[
        Count, Meta(description="Milliseconds that a look-up waits for the team's server, at most.")
    ] = 250


class Embedding(Struct, frozen=True, rename="camel"):
    """An optional dense model as a second opinion in look-ups."""

    model: Annotated[
        str | None, Meta(description="Name of the embedding model; none by default.")
    ] = None
    path: Annotated[
        str | None, Meta(description="Folder that holds the embedding model's files.")
    ] = None


class Model(Struct, frozen=True, rename="camel"):
    """A language model behind an OpenAI-compatible endpoint."""

    enabled: Annotated[
        bool,
        Meta(
            description="Use the model where an address is configured. `false` in a workspace's "
            "`rustmend.toml` is final."
        ),
    ] = True
    base_url: Annotated[
        str | None,
        Meta(description="Address of an OpenAI-compatible endpoint; nothing is sent without one."),
    ] = None
    name: Annotated[str | None, Meta(description="Name of the model at that address.")] = None
    api_key_env: Annotated[
        Name, Meta(description="Environment variable that holds the endpoint's key.")
    ] = "RUSTMEND_MODEL_API_KEY"
    timeout: Annotated[
        float,
        Meta(description="Seconds to wait for the model's next word before giving up.", gt=0),
    ] = 120.0
    max_tokens: Annotated[
        Count,
        Meta(description="Length of an answer in tokens, at most, its reasoning included."),
    ] = 16384
    max_attempts: Annotated[
        Count, Meta(description="Answers that are compiled for one diagnostic, at most.")
    ] = 3
    per_day: Annotated[
        int, Meta(description="Questions to the model in a day, at most; 0 for no limit.", ge=0)
    ] = 200


class SandboxSettings(Struct, frozen=True, rename="camel"):
    """Where code that arrives by request is compiled and run, and how much it may take."""

    dependencies: Annotated[
        Literal["offline", "allowed", "registry"],
        Meta(
            description="Where packages of a submitted project come from: `offline` takes those "
            "that this machine has, `allowed` fetches those named in `sandbox.allowed` and those "
            "of the curated tasks that a project is generated from, `registry` fetches any."
        ),
    ] = "offline"
    allowed: Annotated[
        tuple[Name, ...], Meta(description="Packages that a submitted project may depend on.")
    ] = ()
    seconds: Annotated[float, Meta(description="Seconds that one run of cargo may take.", gt=0)] = (
        120.0
    )
    run_seconds: Annotated[
        float, Meta(description="Seconds that a submitted program may run.", gt=0)
    ] = 10.0
    memory_mb: Annotated[int, Meta(description="Memory of one sandbox, in mebibytes.", ge=256)] = (
        2048
    )
    disk_mb: Annotated[
        int, Meta(description="What one sandbox may write, in mebibytes.", ge=64)
    ] = 1024
    output_kb: Annotated[
        Count, Meta(description="What a submitted program may print, in kibibytes.")
    ] = 1024
    processes: Annotated[int, Meta(description="Processes and threads of one sandbox.", ge=32)] = (
        256
    )


class Serve(Struct, frozen=True, rename="camel"):
    """The HTTP server."""

    token_env: Annotated[
        Name, Meta(description="Environment variable with the token that callers must send.")
    ] = "RUSTMEND_TOKEN"  # noqa: S105  # a variable's name
    workers: Annotated[
        int, Meta(description="Pieces of work at once; 0 for one per processor.", ge=0)
    ] = 0
    queue: Annotated[
        Count, Meta(description="Pieces of work that wait; further ones are told to come later.")
    ] = 128
    per_minute: Annotated[
        Count, Meta(description="Requests that one address may make in a minute.")
    ] = 1200
    max_body_mb: Annotated[
        Count, Meta(description="Size of a request, in mebibytes; larger ones are refused.")
    ] = 10
    keep_hours: Annotated[
        float, Meta(description="Hours for which a finished project can be fetched.", gt=0)
    ] = 24.0


class Log(Struct, frozen=True, rename="camel"):
    """The log on standard error and in the cache folder."""

    level: Annotated[
        Literal["error", "warning", "info", "debug"], Meta(description="How much is logged.")
    ] = "info"


class Settings(Struct, frozen=True, rename="camel"):
    """Everything that can be set. Absent values are their defaults."""

    check: Check = field(default_factory=Check)
    diagnostics: Annotated[
        Literal["hints", "full", "off"],
        Meta(
            description="`hints` marks where a verified fix is ready; `full` publishes all "
            "diagnostics, for use with rust-analyzer's checkOnSave off; `off` publishes none."
        ),
    ] = "hints"
    verify: Verify = field(default_factory=Verify)
    fix: FixSettings = field(default_factory=FixSettings)
    cache: Cache = field(default_factory=Cache)
    learn: Annotated[
        bool, Meta(description="Learn from fixes made by hand; they stay on this machine.")
    ] = True
    learn_after: Annotated[
        float,
        Meta(description="Seconds that a mend by hand must stand before it is learned.", ge=0),
    ] = 120.0
    kb: Kb = field(default_factory=Kb)
    journal: Journal = field(default_factory=Journal)
    team: Team = field(default_factory=Team)
    embedding: Embedding = field(default_factory=Embedding)
    model: Model = field(default_factory=Model)
    trusted: Annotated[
        bool,
        Meta(
            description="Whether cargo may run here: build scripts and macros run its code. A "
            "wrong value counts as false."
        ),
    ] = True
    sandbox: SandboxSettings = field(default_factory=SandboxSettings)
    serve: Serve = field(default_factory=Serve)
    log: Log = field(default_factory=Log)

    @property
    def cache_path(self) -> Path:
        """Where private copies, indexes and logs lie. It may not exist yet."""
        if self.cache.path:
            return Path(self.cache.path).expanduser().absolute()
        return Path(platformdirs.user_cache_dir("rustmend", appauthor=False))

    @property
    def journal_path(self) -> Path:
        """The file of the past fixes. It may not exist yet."""
        if self.journal.path:
            return Path(self.journal.path).expanduser().absolute()
        return Path(platformdirs.user_data_dir("rustmend", appauthor=False)) / "journal.sqlite3"

    @property
    def kb_path(self) -> Path | None:
        """The folder of the curated entries that was asked for, if one was."""
        return Path(self.kb.path).expanduser().absolute() if self.kb.path else None
