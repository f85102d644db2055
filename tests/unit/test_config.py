"""Settings: where they come from, in which order, and what is made of them."""

import json
import os
import re
from pathlib import Path

import pytest

from rustmend import config
from rustmend.config import Settings, load
from rustmend.settings import MACHINE

NAMES = [
    "check.command",
    "check.features",
    "check.allTargets",
    "check.target",
    "check.extraArgs",
    "check.extraEnv",
    "check.onSave",
    "diagnostics",
    "verify.jobs",
    "verify.maxCandidates",
    "verify.maxErrors",
    "verify.onBattery",
    "fix.allowLight",
    "fix.maxRounds",
    "fix.maxChecks",
    "cache.path",
    "cache.limitGb",
    "learn",
    "kb.path",
    "journal.path",
    "team.url",
    "team.apiKeyEnv",
    "team.collection",
    "team.shards",
    "team.replicas",
    "team.timeoutMs",
    "embedding.model",
    "embedding.path",
    "model.enabled",
    "model.baseUrl",
    "model.name",
    "model.apiKeyEnv",
    "model.timeout",
    "model.maxTokens",
    "model.maxAttempts",
    "model.perDay",
    "trusted",
    "log.level",
]


def read(flags=None, *, environment=None, workspace=None, user="", tmp_path):
    user_file = tmp_path / "user.toml"
    user_file.write_text(user)
    return load(flags, environment=environment or {}, workspace=workspace, user_file=user_file)


def test_every_setting_of_the_contract_is_declared():
    assert set(NAMES) <= set(config.declarations())


def test_defaults(tmp_path):
    settings, problems = read(tmp_path=tmp_path)
    assert settings == Settings()
    assert problems == []
    assert settings.trusted
    assert settings.diagnostics == "hints"
    assert settings.model.base_url is None


def test_order_is_flags_environment_workspace_user(tmp_path):
    workspace = tmp_path / "w"
    workspace.mkdir()
    user = "[verify]\nmaxErrors = 4\nmaxCandidates = 4\njobs = 4\n[fix]\nmaxRounds = 4"
    (workspace / "rustmend.toml").write_text(
        "verify = {maxErrors = 3, maxCandidates = 3, jobs = 3}"
    )
    environment = {"RUSTMEND_VERIFY_MAX_ERRORS": "2", "RUSTMEND_VERIFY_MAX_CANDIDATES": "2"}
    settings, problems = read(
        {"verify": {"maxErrors": 1}},
        environment=environment,
        workspace=workspace,
        user=user,
        tmp_path=tmp_path,
    )
    assert problems == []
    found = settings.verify
    assert (found.max_errors, found.max_candidates, found.jobs) == (1, 2, 3)
    assert settings.fix.max_rounds == 4


@pytest.mark.parametrize(
    "flags",
    [
        {"check": {"command": "clippy"}},
        {"check.command": "clippy"},
        {"rustmend": {"check": {"command": "clippy"}}},
        {"rustmend": {"check.command": "clippy"}},
        {"rustmend.check.command": "clippy"},
    ],
)
def test_flags_are_nested_or_dotted(flags, tmp_path):
    settings, problems = read(flags, tmp_path=tmp_path)
    assert (settings.check.command, problems) == ("clippy", [])


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("check.features", "all", "all"),
        ("check.features", "a, b", ("a", "b")),
        ("check.extraArgs", '["--profile", "a,b"]', ("--profile", "a,b")),
        ("check.extraEnv", "A=1,B=x=y", {"A": "1", "B": "x=y"}),
        ("check.extraEnv", '{"A": "1,2"}', {"A": "1,2"}),
        ("check.onSave", "no", False),
        ("check.onSave", "0", False),
        ("check.onSave", "true", True),
        ("cache.limitGb", "2.5", 2.5),
        ("model.baseUrl", "http://x/v1", "http://x/v1"),
        ("verify.maxErrors", "", 50),
    ],
)
def test_environment_is_text(name, text, value, tmp_path):
    settings, problems = read(environment={config.environment_name(name): text}, tmp_path=tmp_path)
    section, _, key = name.partition(".")
    snake = re.sub("([A-Z])", r"_\1", key).lower()
    assert problems == []
    assert getattr(getattr(settings, section), snake) == value


@pytest.mark.parametrize(
    ("name", "variable"),
    [
        ("model.baseUrl", "RUSTMEND_MODEL_BASE_URL"),
        ("journal.path", "RUSTMEND_JOURNAL_PATH"),
        ("learn", "RUSTMEND_LEARN"),
        ("team.apiKeyEnv", "RUSTMEND_TEAM_API_KEY_ENV"),
    ],
)
def test_names_of_variables(name, variable):
    assert config.environment_name(name) == variable


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        ({"check.command": "build"}, ["`check.command`", '"check"']),
        ({"verify.maxErrors": 0}, ["`verify.maxErrors`", "50"]),
        ({"verify.maxErrors": "7"}, ["`verify.maxErrors`"]),
        ({"cache.limitGb": -1}, ["`cache.limitGb`"]),
        ({"check.extraEnv": {"A": 1}}, ["`check.extraEnv`"]),
        ({"check.features": [1]}, ["`check.features`"]),
        ({"diagnostics": None, "learn": "yes"}, ["`learn`"]),
    ],
)
def test_wrong_value_is_said_by_name_and_its_default_used(flags, words, tmp_path):
    settings, problems = read(flags, tmp_path=tmp_path)
    assert settings == Settings()
    [problem] = problems
    assert all(word in problem for word in words)


def test_wrong_places_are_named(tmp_path):
    workspace = tmp_path / "w"
    workspace.mkdir()
    file = workspace / "rustmend.toml"
    file.write_text('chekc = 1\n[model]\ntimeout = "soon"\n')
    _, problems = read(
        environment={"RUSTMEND_TRUSTED": "perhaps"}, workspace=workspace, tmp_path=tmp_path
    )
    assert any("`chekc`" in each and str(file) in each for each in problems)
    assert any("`model.timeout`" in each and str(file) in each for each in problems)
    assert any("RUSTMEND_TRUSTED" in each for each in problems)
    assert len(problems) == 3


def test_machines_settings_are_not_taken_from_a_workspace(tmp_path):
    workspace = tmp_path / "w"
    workspace.mkdir()
    (workspace / "rustmend.toml").write_text(
        'trusted = true\nmodel = {baseUrl = "http://x", apiKeyEnv = "HOME"}\n'
        'team.url = "http://x"\nkb.path = "/k"\njournal.path = "/j"\n'
        '[cache]\npath = "/c"\nlimitGb = 2\n'
        '[check]\ncommand = "clippy"\nextraEnv = {RUSTC_WRAPPER = "x"}\n'
    )
    settings, [problem] = read(user="trusted = false", workspace=workspace, tmp_path=tmp_path)
    expected = config.Settings(
        check=settings.check, cache=settings.cache, trusted=False
    )  # everything else is as by default
    assert settings == expected
    assert (settings.check.command, settings.check.extra_env) == ("clippy", {})
    assert (settings.cache.limit_gb, settings.cache.path) == (2, None)
    left_out = ["trusted", "model.baseUrl", "model.apiKeyEnv", "team.url", "kb.path"]
    left_out += ["journal.path", "cache.path", "check.extraEnv"]
    assert all(f"`{name}`" in problem for name in left_out)
    assert "check.command" not in problem
    assert str(workspace / "rustmend.toml") in problem


def test_workspace_may_distrust_itself(tmp_path):
    workspace = tmp_path / "w"
    workspace.mkdir()
    file = workspace / "rustmend.toml"
    file.write_text("trusted = false")
    settings, problems = read(user="trusted = true", workspace=workspace, tmp_path=tmp_path)
    assert (settings.trusted, problems) == (False, [])
    settings, _ = read({"trusted": True}, workspace=workspace, tmp_path=tmp_path)
    assert settings.trusted
    for wrong in ("1", '"yes"', "{a = true}"):
        file.write_text(f"trusted = {wrong}")
        settings, [problem] = read(user="trusted = true", workspace=workspace, tmp_path=tmp_path)
        assert not settings.trusted
        assert "`trusted`" in problem


def test_wrong_trusted_counts_as_false(tmp_path):
    given = [({"trusted": "no"}, {}), ({"trusted": 1}, {}), ({}, {"RUSTMEND_TRUSTED": "perhaps"})]
    for flags, environment in given:
        settings, [problem] = read(flags, environment=environment, tmp_path=tmp_path)
        assert not settings.trusted
        assert "`trusted`" in problem
        assert "counts as false" in problem


def test_file_that_cannot_be_read_is_said(tmp_path):
    settings, [problem] = read(user="check = [", tmp_path=tmp_path)
    assert settings == Settings()
    assert "user.toml" in problem


def test_settings_of_the_editors_client_are_none_of_ours(tmp_path):
    flags = {"trace.server": "verbose", "server": {"path": "x"}}
    assert read(flags, tmp_path=tmp_path) == (Settings(), [])


def test_defaults_that_an_editor_sends_count_as_unset():
    manifest = {
        name.removeprefix("rustmend."): schema["default"]
        for name, schema in config.vscode_properties().items()
    }
    assert config.without_defaults({**manifest, "learn": False}) == {"learn": False}


def test_folders(tmp_path):
    settings, _ = read(
        {"cache.path": str(tmp_path / "c"), "journal.path": "~/j"}, tmp_path=tmp_path
    )
    assert settings.cache_path == tmp_path / "c"
    assert settings.journal_path.is_absolute()
    assert "~" not in str(settings.journal_path)
    assert Settings().cache_path.name == "rustmend"
    assert settings.kb_path is None


def test_schema_manifest_and_table_have_every_setting():
    names = set(config.declarations())
    properties = config.vscode_properties()
    assert {f"rustmend.{name}" for name in names} == set(properties)
    assert all(schema["markdownDescription"] for schema in properties.values())
    json.dumps(properties)
    table = config.markdown_table()
    assert all(f"| `{name}` |" in table for name in names)
    assert "timeoutMs" in json.dumps(config.json_schema())


def test_docs_have_the_table_of_the_declarations():
    """Run with RUSTMEND_BLESS=1 to write it anew."""
    docs = Path(__file__).parents[2] / "docs/settings.md"
    text = docs.read_text(encoding="utf-8")
    intro = text[: text.index("| setting |")]
    if os.environ.get("RUSTMEND_BLESS"):
        docs.write_text(intro + config.markdown_table(), encoding="utf-8")
        return
    assert text == intro + config.markdown_table()


def test_docs_name_every_setting_of_the_machine():
    docs = Path(__file__).parents[2] / "docs/settings.md"
    intro = docs.read_text(encoding="utf-8").partition("| setting |")[0]
    named = [each if each in config.declarations() else f"{each}.*" for each in MACHINE]
    assert [each for each in named if f"`{each}`" not in intro] == []


def test_a_file_that_cannot_be_read_allows_nothing_that_it_speaks_of(tmp_path: Path) -> None:
    (tmp_path / "rustmend.toml").write_text("trusted = false\n[model]\nenabled = false\n[check\n")
    settings, problems = load(workspace=tmp_path)
    assert not settings.trusted and not settings.model.enabled
    assert any("cannot be read" in problem and "`trusted`" in problem for problem in problems)
    (tmp_path / "rustmend.toml").write_text("[check\n")
    assert load(workspace=tmp_path)[0].trusted
