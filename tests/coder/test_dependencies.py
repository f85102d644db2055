"""Packages of submitted projects: by setting, and only from the registry."""

from collections.abc import Callable

import pytest

from rustmend.coder.compile import Build, compile_project
from rustmend.coder.dependencies import registry_packages
from rustmend.coder.project import Project
from rustmend.coder.sandbox import open_sandbox
from rustmend.config import Settings
from rustmend.errors import UsageError

MakeSettings = Callable[..., Settings]
HEAD = '[package]\nname = "a"\nversion = "0.1.0"\nedition = "2021"\n'
USES = {
    "Cargo.toml": f'{HEAD}[dependencies]\nitoa = "=1.0.15"\n',
    "src/main.rs": 'fn main() { print!("{}", itoa::Buffer::new().format(42)) }',
}


async def build(settings: Settings, files: dict[str, str]) -> Build:
    async with open_sandbox(settings) as sandbox:
        return await compile_project(Project.from_files(files), sandbox)


def wanted(more: str) -> list[dict[str, object]]:
    return registry_packages(Project.from_files({"Cargo.toml": HEAD + more, "src/lib.rs": ""}))


def test_what_is_wanted_of_the_registry() -> None:
    assert wanted('[dependencies]\nserde = "1"') == [{"package": "serde", "version": "1"}]
    renamed = '[build-dependencies]\nx = { package = "y", version = "2", features = ["f"] }'
    assert wanted(renamed) == [
        {"package": "y", "version": "2", "features": ["f"], "default-features": True}
    ]
    assert wanted("[target.'cfg(unix)'.dev-dependencies]\nlibc = '0.2'") == [
        {"package": "libc", "version": "0.2"}
    ]
    assert wanted('[dependencies]\nmine = { path = "mine" }\nx.workspace = true') == []
    for odd in ("[dependencies]\nx = 7", "dependencies = 7", "[dependencies", "target = 1"):
        assert wanted(odd) == []


async def test_offline_says_what_is_not_there(settings: MakeSettings) -> None:
    absent = {**USES, "Cargo.toml": f'{HEAD}[dependencies]\nrustmend-has-none-such = "1"\n'}
    done = await build(settings(), absent)
    assert not done.success
    assert "rustmend-has-none-such" in done.build_output
    assert "sandbox.dependencies is offline" in done.build_output


async def test_a_package_that_is_not_allowed_is_named(settings: MakeSettings) -> None:
    here = settings(dependencies="allowed", allowed=["serde"])
    with pytest.raises(UsageError, match=r"not among .*: itoa; allowed: serde"):
        await build(here, USES)


@pytest.mark.registry
@pytest.mark.parametrize(
    "policy", [{"dependencies": "registry"}, {"dependencies": "allowed", "allowed": ["itoa"]}]
)
async def test_packages_are_fetched_before_and_built_offline(
    settings: MakeSettings, policy: dict[str, object]
) -> None:
    done = await build(settings(**policy), USES)
    assert done.success, done.build_output
    assert done.run_output == "42"
    # a later one has it
    assert (await build(settings(), USES)).success
