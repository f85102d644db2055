"""A whole project from a description: planned, written, built, tested, mended until it is right.

With a model it is written; without one the nearest curated task is taken under another name. A
project that does not build, or whose tests do not pass, is never called done.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from rustmend.coder import dependencies
from rustmend.coder.compile import Build
from rustmend.coder.drafts import (
    PLAN_SCHEMA,
    asked_for_plan,
    asked_to_mend,
    asked_to_write,
    crate_of,
    faults,
    files_of,
)
from rustmend.coder.library import nearest_tasks, task_text
from rustmend.coder.mend import Attempt, compile_and_fix
from rustmend.coder.project import Project
from rustmend.coder.requirements import (
    FILE,
    Met,
    Requirement,
    met,
    outcomes,
    requirements_of,
    tests_of,
)
from rustmend.coder.sandbox import Sandbox, open_sandbox
from rustmend.coder.template import adapted, package_name
from rustmend.errors import UsageError
from rustmend.model.message import Message

if TYPE_CHECKING:
    from rustmend.config import Settings
    from rustmend.knowledge.tasks import Task
    from rustmend.model.client import ModelClient
    from rustmend.wiring import Knowledge

Tell = Callable[[str], None]

_LONGEST = 20_000
# a task is an example from this share of the description on, and an answer from that one
_AN_EXAMPLE, _AN_ANSWER = 0.3, 0.5
_EXAMPLES = 2
_ENGINE_ATTEMPTS = 8


@dataclass(frozen=True, slots=True)
class Generated:
    """What came of a description.

    ``success`` says that ``project`` was built and its tests passed; else ``message`` says what is
    wrong with it. ``template`` is the id of the task that it is, "" where a model wrote it.
    """

    success: bool
    message: str
    project: Project | None = None
    build: Build | None = None
    attempts: tuple[Attempt, ...] = ()
    requirements: tuple[Met, ...] = ()
    template: str = ""
    examples: tuple[str, ...] = ()


async def generate(
    description: str,
    requirements: str = "",
    *,
    settings: "Settings",
    knowledge: "Knowledge",
    model: "ModelClient | None" = None,
    name: str = "",
    unsafe: bool = False,
    max_attempts: int = 5,
    on_progress: Tell | None = None,
) -> Generated:
    """Make a project, in a sandbox. ``max_attempts`` bounds how often a model writes.

    ``name`` is the package's, made from the description where it is not given. Raises
    ``UsageError``, ``ModelError``, and what opening a sandbox and compiling in it raise.
    """
    tell = on_progress or (lambda _: None)
    description = description.strip()
    if not description:
        raise UsageError('say what the project is to do, such as: "a stack of integers"')
    if len(description) + len(requirements) > _LONGEST:
        raise UsageError(f"description and requirements have at most {_LONGEST} characters")
    name = package_name(name or " ".join(re.findall(r"[a-z0-9]+", description.lower())[:4]))
    wanted = requirements_of(requirements)
    tell("looking for examples")
    near = [each for each in nearest_tasks(description, knowledge, 5) if each[1] >= _AN_EXAMPLE]
    if settings.sandbox.dependencies == "offline":
        nearest = [each for each in near if await _is_complete(each[0])][:_EXAMPLES]
    else:
        nearest = near[:_EXAMPLES]
        settings = _with_curated_packages(settings, [task for task, _ in nearest])
    if model is None:
        best = next((task for task, share in nearest if share >= _AN_ANSWER), None)
        if best is None:
            incomplete = next((task for task, share in near if share >= _AN_ANSWER), None)
            return Generated(
                False,
                _nothing_near(incomplete),
                requirements=tuple(Met(each, None) for each in wanted),
            )
        async with open_sandbox(settings, unsafe=unsafe) as sandbox:
            return await _from_task(best, name, wanted, sandbox, tell)
    async with open_sandbox(settings, unsafe=unsafe) as sandbox:
        writer = _Writer(model, sandbox, wanted, tell)
        tasks = [task for task, _ in nearest]
        return await writer.write(description, name, tasks, max_attempts)


async def _is_complete(task: "Task") -> bool:
    """Whether this machine has all packages that a task needs."""
    return not task.dependencies or await dependencies.are_here(Project.from_files(task.files()))


def _nothing_near(incomplete: "Task | None") -> str:
    """Return why there is nothing; ``incomplete`` is near, but its packages are not here."""
    if incomplete is None:
        return (
            "No curated task is near to this, and no model is configured that could write it: "
            "set model.baseUrl, or describe it in other words (`rustmend ask` shows what there is)."
        )
    return (
        f"The curated task {incomplete.id} is near to this, but packages that it needs "
        f"({', '.join(incomplete.dependencies)}) are not on this machine, and "
        '`sandbox.dependencies` is "offline": set it to "allowed" to have them fetched.'
    )


async def _from_task(
    task: "Task", name: str, wanted: list[Requirement], sandbox: Sandbox, tell: Tell
) -> Generated:
    project = _with_tests(adapted(task, name), wanted)
    tell(f"building and testing {task.id} as {name}")
    mended = await compile_and_fix(project, sandbox, max_attempts=1, test=True, on_progress=tell)
    states = met(wanted, mended.build.test_output or "")
    wrong = _what_is_wrong(mended.build, states)
    plain = (
        f"No model is configured, so this is the curated task {task.id} ({task.title}) under the "
        f"name {name}; it is not written for your description."
    )
    unmet = sum(each.passed is None for each in states)
    if unmet:
        plain += f" {_requirements(unmet)} in words, which no test checks."
    return Generated(
        not wrong,
        f"{plain} {wrong}".rstrip(),
        project,
        mended.build,
        mended.attempts,
        states,
        template=task.id,
        examples=(task.id,),
    )


class _Writer:
    """Has a model write a project, and mend it, until it is right."""

    def __init__(
        self, model: "ModelClient", sandbox: Sandbox, wanted: list[Requirement], tell: Tell
    ) -> None:
        self._model = model
        self._sandbox = sandbox
        self._wanted = wanted
        self._tell = tell
        self._attempts: list[Attempt] = []

    async def write(
        self, description: str, name: str, tasks: "list[Task]", max_attempts: int
    ) -> Generated:
        examples = {task.id: task_text(task) for task in tasks}
        given = tests_of(self._wanted, name.replace("-", "_"))
        messages = asked_for_plan(description, self._wanted, name, examples, given)
        self._tell(f"{self._model.name} plans")
        plan = await self._model.complete(messages, schema=PLAN_SCHEMA, schema_name="plan")
        messages += [_said(plan.text), asked_to_write()]
        opening = list(messages)
        best: _State | None = None
        for number in range(1, max_attempts + 1):
            self._tell(
                f"{self._model.name} writes" if best is None else f"{self._model.name} mends"
            )
            reply = await self._model.complete(messages)
            state = await self._tried(reply.text, best, cut=reply.cut)
            self._attempts.append(Attempt(number, not state.wrong, state.wrong or "done"))
            if not state.wrong:
                return self._done(state, tuple(examples))
            if state.project is not None and (best is None or state.worth < best.worth):
                best = state
            # a reply that made it worse is forgotten: from the best state on
            if best is None or best.project is None:
                messages = [*opening, _said(reply.text), _user(state.wrong)]
            else:
                news = "" if state is best else f"\n\nAn attempt that was no better:\n{state.wrong}"
                messages = [opening[0], asked_to_mend(best.project, best.wrong + news)]
                # what is asked anew must not be answered from what was kept
                await self._model.forget(reply)
        return self._failed(best, tuple(examples))

    async def _tried(self, reply: str, best: "_State | None", *, cut: bool) -> "_State":
        """Build and test what a reply makes of the project."""
        if cut:
            return _State(None, None, "the answer was cut off at model.maxTokens: write less")
        before = best.project if best else None
        try:
            files = files_of(reply)
            project = before.over(files) if before else Project.from_files(files)
            project = _with_tests(Project.from_files(project.files).with_manifest(), self._wanted)
        except UsageError as error:
            return _State(None, None, str(error))
        mended = await compile_and_fix(
            project,
            self._sandbox,
            max_attempts=_ENGINE_ATTEMPTS,
            test=True,
            on_progress=self._tell,
        )
        states = met(self._wanted, mended.build.test_output or "")
        wrong = [*faults(mended.project, before)]
        if said := _what_is_wrong(mended.build, states, whole=True):
            wrong.append(said)
        return _State(mended.project, mended.build, "\n".join(wrong), states)

    def _done(self, state: "_State", examples: tuple[str, ...]) -> Generated:
        assert state.build is not None  # noqa: S101  # what is right was built
        tests = outcomes(state.build.test_output or "")
        checked = sum(each.passed is True for each in state.requirements)
        more = (
            f" {checked} of {len(state.requirements)} requirements are checked by tests."
            if state.requirements
            else ""
        )
        passed = "its test passes" if len(tests) == 1 else f"its {len(tests)} tests pass"
        message = f"Written by {self._model.name}: it builds, and {passed}.{more}"
        return Generated(
            True,
            message,
            state.project,
            state.build,
            tuple(self._attempts),
            state.requirements,
            examples=examples,
        )

    def _failed(self, best: "_State | None", examples: tuple[str, ...]) -> Generated:
        tries = len(self._attempts)
        last = best.wrong if best else self._attempts[-1].output
        return Generated(
            False,
            f"{self._model.name} did not get it right in {tries} attempts: {last}",
            best.project if best else None,
            best.build if best else None,
            tuple(self._attempts),
            best.requirements if best else tuple(Met(each, None) for each in self._wanted),
            examples=examples,
        )


@dataclass(frozen=True, slots=True)
class _State:
    """A project on the way, and what is wrong with it, "" where nothing is."""

    project: Project | None
    build: Build | None
    wrong: str
    requirements: tuple[Met, ...] = ()

    @property
    def worth(self) -> tuple[int, int, int]:
        """Smaller is better: errors, then failed tests, then the rest that is wrong."""
        if self.build is None:
            return (10**6, 0, 0)
        results = outcomes(self.build.test_output or "")
        failed = sum(each == "FAILED" for each in results.values())
        errors = 0 if self.build.success else max(1, len(self.build.errors))
        untested = errors == 0 and self.build.test_success is False and not failed
        return (errors, failed + 100 * untested, len(self.wrong.splitlines()))


def _with_tests(project: Project, wanted: list[Requirement]) -> Project:
    """Return the project with the requirements' own tests, whatever it had in their place."""
    text = tests_of(wanted, crate_of(project) or "project")
    return project.over({FILE: text}) if text else project


def _with_curated_packages(settings: "Settings", tasks: "list[Task]") -> "Settings":
    """Count the packages that curated tasks need among the allowed: they are pinned and known."""
    names = {each for task in tasks for each in task.dependencies}
    allowed = tuple({*settings.sandbox.allowed, *names})
    sandbox = msgspec.structs.replace(settings.sandbox, allowed=allowed)
    return msgspec.structs.replace(settings, sandbox=sandbox)


def _what_is_wrong(build: Build, states: tuple[Met, ...], *, whole: bool = False) -> str:
    """Return why a project is not done, "" where it is; ``whole`` for one who is to mend it."""
    if not build.success:
        said = build.build_output.strip()
        if whole:
            return f"It does not build:\n{said}"
        first = next((f"{each.message}" for each in build.errors), said.splitlines()[-1:])
        return f"It does not build: {first or 'cargo does not say why'}"
    results = outcomes(build.test_output or "")
    failed = [name for name, outcome in results.items() if outcome == "FAILED"]
    if build.test_success is not True:
        names = f": {', '.join(failed)}" if failed else ""
        wrong = f"Its tests do not pass{names}."
        return f"{wrong}\n{build.test_output}" if whole or not failed else wrong
    if "ok" not in results.values():
        return "No test was run."
    missing = [
        each.requirement
        for each in states
        if each.requirement.assertion and each.passed is not True
    ]
    if missing:
        return f"Requirements that are not met: {', '.join(each.text for each in missing)}"
    return ""


def _requirements(count: int) -> str:
    return f"{count} requirement{'s are' if count > 1 else ' is'}"


def _said(text: str) -> Message:
    return Message("assistant", text)


def _user(text: str) -> Message:
    return Message(
        "user", f"{text}\n\nSend all the files, whole, each after its [filename: …] line."
    )
