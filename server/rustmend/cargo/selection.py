"""What the user's check covers, and how it is said to cargo."""

from dataclasses import dataclass
from typing import Literal

from rustmend.cargo.workspace import Workspace

# These would take the answer, or what is compiled, to another place.
_OURS = ("--target-dir", "--build-dir", "--message-format", "--manifest-path", "--color")


@dataclass(frozen=True, slots=True)
class Selection:
    """Packages, targets, features and flags; the defaults are rust-analyzer's.

    ``target_dir``, relative to the workspace, is where the user's own check builds to.
    """

    command: str = "check"
    features: tuple[str, ...] | Literal["all"] = ()
    no_default_features: bool = False
    all_targets: bool = True
    target: str | None = None
    target_dir: str | None = None
    extra_args: tuple[str, ...] = ()
    extra_env: tuple[tuple[str, str], ...] = ()

    def arguments(self, workspace: Workspace, narrow: tuple[str, ...] = ()) -> list[str]:
        """Return the arguments after ``cargo``; with ``narrow``, for those packages only.

        Arguments of the user's that name a target folder or a message format are left out.
        """
        testing = self.command == "test"
        arguments = [self.command, "--message-format=json"]
        arguments.append("--no-fail-fast" if testing else "--keep-going")
        arguments += [word for name in narrow for word in ("-p", name)] or ["--workspace"]
        if testing:  # benches would run as tests too, and doc tests are known by their lines
            arguments.append("--tests")
        elif self.all_targets:
            arguments.append("--all-targets")
        if self.features == "all":
            arguments.append("--all-features")
        elif self.features:
            arguments += ["--features", ",".join(self.features)]
        if self.no_default_features:
            arguments.append("--no-default-features")
        if self.target:
            arguments += ["--target", self.target]
        return arguments + self._extra()

    @property
    def profile_folder(self) -> str:
        """The folder below the target folder that cargo compiles this into."""
        words = [word for arg in self.extra_args for word in arg.split("=", 1)]
        if "--profile" in words[:-1]:
            profile = words[words.index("--profile") + 1]
            return {"dev": "debug", "test": "debug", "bench": "release"}.get(profile, profile)
        return "release" if {"--release", "-r"} & set(words) else "debug"

    def _extra(self) -> list[str]:
        kept: list[str] = []
        arguments = iter(self.extra_args)
        for argument in arguments:
            if argument == "--":
                return [*kept, argument, *arguments]
            if argument in _OURS:
                next(arguments, None)
            elif not argument.startswith(tuple(f"{ours}=" for ours in _OURS)):
                kept.append(argument)
        return kept
