"""Settings from flags, the environment and ``rustmend.toml``; what is made from their declarations.

Flags come before the environment, that before the workspace's ``rustmend.toml``, that before the
user's, that before the defaults; what an editor sends counts as flags. What is the machine's is
never taken from a workspace: a repository must not lift the distrust in itself.
"""

import json
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_type_hints

import msgspec
import platformdirs
from msgspec import Struct

from rustmend.settings import MACHINE, Settings

__all__ = [
    "FILE_NAME",
    "SECTION",
    "Declared",
    "Settings",
    "declarations",
    "environment_name",
    "flatten",
    "json_schema",
    "load",
    "markdown_table",
    "user_config_file",
    "vscode_properties",
    "without_defaults",
]

FILE_NAME = "rustmend.toml"
SECTION = "rustmend"
# settings of an editor's client share the section with ours, and are none of the server's
_CLIENT_ONLY = ("server", "trace", "path", "logLevel")
# a workspace that says no to the model has the last word, over flags and environment too
_FINAL = "model.enabled"
# an editor that has scopes asks whether a workspace is trusted before it reads its settings, and
# these two are wanted for a single workspace
_EDITOR_ASKS = ("trusted", "check.extraEnv")


def load(
    flags: Mapping[str, Any] | None = None,
    *,
    workspace: Path | None = None,
    environment: Mapping[str, str] | None = None,
    user_file: Path | None = None,
) -> tuple[Settings, list[str]]:
    """Return the settings, and one line for each value that is wrong, by name.

    ``flags`` are nested (``{"check": {"command": …}}``) or dotted (``{"check.command": …}``), None
    meaning not set. ``workspace`` is the folder whose ``rustmend.toml`` counts, but for the
    machine's settings, which get one line together. A wrong value's default is used; a wrong
    ``trusted`` is false.
    """
    problems: list[str] = []
    layers = [
        ("", _known(flatten(flags or {}), "", problems)),
        ("", _from_environment(os.environ if environment is None else environment)),
    ]
    files = [workspace / FILE_NAME] if workspace else []
    files.append(user_file or user_config_file())
    layers += [
        (str(file), _known(_from_file(file, problems), str(file), problems)) for file in files
    ]
    if workspace:
        place, layer = layers[2]
        layers[2] = (place, _without_machines(layer, place, problems))
    values: dict[str, Any] = {}
    for name, declared in declarations().items():
        for place, layer in layers:
            if layer.get(name) is None:
                continue
            try:
                values[name] = _convert(layer[name], declared, text=layer is layers[1][1])
            except ValueError as error:
                where = place or (environment_name(name) if layer is layers[1][1] else "")
                problems.append(_wrong(name, where, declared, error))
                if name == "trusted":
                    values[name] = False
            break
    if workspace and layers[2][1].get(_FINAL, True) is not True:
        values[_FINAL] = False
    return _build(values), problems


def user_config_file() -> Path:
    """Return where the user's own ``rustmend.toml`` lies, there or not."""
    return Path(platformdirs.user_config_dir("rustmend", appauthor=False)) / FILE_NAME


def environment_name(name: str) -> str:
    """Return a setting's variable: ``RUSTMEND_MODEL_BASE_URL`` for ``model.baseUrl``."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).replace(".", "_")
    return f"RUSTMEND_{words.upper()}"


def flatten(options: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Return nested or dotted options as one table of dotted names, the section's name dropped."""
    flat: dict[str, Any] = {}
    for key, value in options.items():
        name = f"{prefix}{key}".removeprefix(f"{SECTION}.")
        if isinstance(value, Mapping) and name not in declarations():
            flat.update(flatten(value, "" if name == SECTION else f"{name}."))
        else:
            flat[name] = value
    return flat


def without_defaults(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``options`` flat and without the values that are defaults.

    An editor answers ``workspace/configuration`` with every setting of its manifest, set or
    not, and those must not hide what the environment or ``rustmend.toml`` says.
    """
    known = declarations()
    return {
        name: value
        for name, value in flatten(options).items()
        if value is not None
        and not (name in known and value in (known[name].plain_default, known[name].default))
    }


class Declared(Struct, frozen=True):
    """One setting as declared: its dotted name, type, default and description."""

    name: str
    type: Any
    default: Any
    description: str

    @property
    def plain_default(self) -> Any:
        """The default in the types of JSON."""
        return msgspec.to_builtins(self.default)


_declarations: dict[str, Declared] = {}


def declarations() -> dict[str, Declared]:
    """Return every setting by its dotted name, in the order of the declaration."""
    if not _declarations:
        _declarations.update((each.name, each) for each in _declared(Settings, ""))
    return _declarations


def json_schema() -> dict[str, Any]:
    """Return the JSON schema of ``rustmend.toml``."""
    return msgspec.json.schema(Settings)


def vscode_properties() -> dict[str, Any]:
    """Return ``contributes.configuration.properties`` of the VS Code manifest."""
    properties: dict[str, Any] = {}
    for name, declared in declarations().items():
        schema = dict(msgspec.json.schema(declared.type))
        schema.pop("$defs", None)
        description = schema.pop("description", declared.description)
        properties[f"{SECTION}.{name}"] = {
            "markdownDescription": description,
            **schema,
            "default": declared.plain_default,
            "scope": "machine" if _is_machines(name) and name not in _EDITOR_ASKS else "resource",
        }
    return properties


def markdown_table() -> str:
    """Return the table of the docs, one line per setting."""
    lines = ["| setting | default | environment | what it does |", "| --- | --- | --- | --- |"]
    for name, declared in declarations().items():
        default = json.dumps(declared.plain_default)
        shown = f"`{default}`" if default != "null" else ""
        lines.append(
            f"| `{name}` | {shown} | `{environment_name(name)}` | {declared.description} |"
        )
    return "\n".join(lines) + "\n"


def _declared(section: type[Struct], prefix: str) -> Iterator[Declared]:
    hints = get_type_hints(section, include_extras=True)
    for item in msgspec.structs.fields(section):
        kind = hints[item.name]
        if isinstance(kind, type) and issubclass(kind, Struct):
            yield from _declared(kind, f"{prefix}{item.encode_name}.")
            continue
        fallback = item.default_factory
        default = item.default if fallback is msgspec.NODEFAULT else fallback()
        description = next(
            note.description for note in kind.__metadata__ if getattr(note, "description", None)
        )
        yield Declared(prefix + item.encode_name, kind, default, description)


def _known(flat: dict[str, Any], place: str, problems: list[str]) -> dict[str, Any]:
    problems += [
        f"there is no setting `{name}`{_in(place)}"
        for name in flat
        if name not in declarations() and (place or name.split(".")[0] not in _CLIENT_ONLY)
    ]
    return flat


def _without_machines(layer: dict[str, Any], place: str, problems: list[str]) -> dict[str, Any]:
    """Return what a workspace's file may set; what is safer counts there, and never the reverse."""
    left_out = [
        name
        for name, value in layer.items()
        if _is_machines(name)
        and name in declarations()
        and (name not in ("trusted", _FINAL) or value is True)
    ]
    if left_out:
        names = ", ".join(f"`{name}`" for name in left_out)
        problems.append(
            f"not taken from a workspace's file: {names}{_in(place)}; "
            f"your own settings may have them ({user_config_file()})"
        )
    return {name: value for name, value in layer.items() if name not in left_out}


def _is_machines(name: str) -> bool:
    return name in MACHINE or name.partition(".")[0] in MACHINE


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    # an empty variable is how a shell says "unset"
    return {
        name: value
        for name in declarations()
        if (value := environment.get(environment_name(name))) not in (None, "")
    }


def _from_file(file: Path, problems: list[str]) -> dict[str, Any]:
    raw = b""
    try:
        raw = file.read_bytes()
        return flatten(tomllib.loads(raw.decode()))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError) as error:
        # what it says of these it may have forbidden, and no slip elsewhere in it allows them
        forbidden = {key: False for key, word in _FORBIDDING.items() if word in raw}
        which = "".join(f"; `{key}` counts as false" for key in forbidden)
        reason = getattr(error, "strerror", None) or error
        problems.append(f"{file} cannot be read: {reason}{which}")
        return forbidden


_FORBIDDING = {"trusted": b"trusted", "model.enabled": b"enabled"}


def _convert(value: Any, declared: Declared, *, text: bool) -> Any:
    """Raise ``ValueError`` (of which msgspec's is one) where ``value`` does not fit."""
    if text:
        value = _from_text(value, declared)
    if value == "" and declared.default is None:
        return None
    return msgspec.convert(value, declared.type, strict=not text)


def _from_text(value: str, declared: Declared) -> Any:
    """Read a variable: lists with commas, tables as ``A=1,B=2``, or either as JSON."""
    if isinstance(declared.default, bool):
        words = {"yes": True, "on": True, "no": False, "off": False}
        return words.get(value.strip().lower(), value)
    if not isinstance(declared.default, tuple | dict) or value == "all":
        return value
    if value.lstrip().startswith(("[", "{")):
        return json.loads(value)
    items = [item.strip() for item in value.split(",") if item.strip()]
    if isinstance(declared.default, dict):
        return dict(item.split("=", 1) for item in items)
    return items


def _wrong(name: str, place: str, declared: Declared, error: ValueError) -> str:
    wrong = f"the setting `{name}`{_in(place)} is wrong ({error})"
    if name == "trusted":
        return f"{wrong}; it counts as false"
    return f"{wrong}; its default {json.dumps(declared.plain_default)} is used"


def _in(place: str) -> str:
    return f" in {place}" if place else ""


def _build(values: dict[str, Any]) -> Settings:
    sections: dict[str, dict[str, Any]] = {}
    for name, value in values.items():
        section, _, key = name.rpartition(".")
        sections.setdefault(section, {})[key] = msgspec.to_builtins(value)
    top = sections.pop("", {})
    return msgspec.convert({**top, **sections}, Settings)
