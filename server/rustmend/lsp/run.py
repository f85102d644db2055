"""One check of a workspace and what is made of it: findings, explanations, verified fixes."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from rustmend.domain import Diagnostic, Fix, Snapshot
from rustmend.lsp.order import Focus, moved_on, ordered
from rustmend.lsp.status import State
from rustmend.lsp.store import Findings, stamp

if TYPE_CHECKING:
    from rustmend.cargo.check import Report
    from rustmend.cargo.workspace import Workspace
    from rustmend.config import Settings
    from rustmend.wiring import Parts

log = logging.getLogger(__name__)

_EXPLAINED = 40
# rust-analyzer mends warnings itself; where it does not check, more are worth their compilations
_WARNINGS_BESIDE = 4
_WARNINGS_ALONE = 20

Reason = Literal["start", "save", "files", "command"]


@dataclass(frozen=True, slots=True)
class Buffer:
    """An open buffer; ``unchanged`` since it was opened or saved."""

    text: bytes
    unchanged: bool


@dataclass(frozen=True, slots=True)
class Request:
    """Ask for a check of the files on disk with ``buffers`` laid over them.

    ``reload`` says that a manifest or a setting may have changed.
    """

    reason: Reason
    buffers: Mapping[Path, Buffer]
    reload: bool = False


class Run:
    """Works on one snapshot. ``focus`` tells where the user is at any time.

    ``tell`` and ``found`` pass on what is being done and what was found; they must not block.
    """

    def __init__(
        self,
        parts: "Parts",
        snapshot: Snapshot,
        *,
        focus: Callable[[], Focus],
        tell: Callable[[State], None],
        found: Callable[[Findings], None],
    ) -> None:
        self._parts = parts
        self._snapshot = snapshot
        self._focus = focus
        self._tell = tell
        self._found = found

    async def work(self, report: "Report", findings: Findings, *, verify: bool) -> None:
        """Make explanations and, if asked to, verified fixes of what ``report`` says."""
        explaining = asyncio.create_task(self._explain(findings))
        try:
            if verify:
                await self._verify(report, findings)
            await explaining
        finally:
            explaining.cancel()
            await asyncio.gather(explaining, return_exceptions=True)

    async def _verify(self, report: "Report", findings: Findings) -> None:
        parts = self._parts
        full = parts.settings.diagnostics == "full"
        errors = any(diagnostic.is_error for diagnostic in findings.diagnostics)
        warnings = _WARNINGS_ALONE if full else 0 if errors else _WARNINGS_BESIDE
        waiting = self._ordered(list(findings.diagnostics), warnings)
        if not waiting:
            return
        self._tell("verifying")
        while waiting:
            waiting = await self._offer(report, findings, waiting)
        preferred = _preferred(findings)
        if len(preferred) > 1:
            findings.fix_all = await parts.engine.fix_all(self._snapshot, report, preferred)
        elif preferred:
            findings.fix_all = preferred[0]
        for diagnostic in findings.diagnostics:
            tried = parts.engine.tried(report, diagnostic)
            if tried:
                findings.tried[diagnostic] = tried
        self._found(findings)

    async def _offer(
        self, report: "Report", findings: Findings, waiting: list[Diagnostic]
    ) -> list[Diagnostic]:
        """Verify fixes for ``waiting``; return what to go on with when the user went elsewhere.

        Going on costs little: the engine remembers what it compiled for this report.
        """
        focus = self._focus()
        offers = self._parts.engine.offers(self._snapshot, report, waiting, per_diagnostic=2)
        async for fix in offers:
            if not any(fix.candidate.edits == each.candidate.edits for each in findings.fixes):
                keep(fix, findings)
                self._found(findings)
            resolved = {each for one in findings.fixes for each in findings.mended_by(one)}
            left = [each for each in waiting if id(each) not in resolved]
            if moved_on(focus, self._focus(), left):
                await offers.aclose()
                return self._ordered(waiting, len(waiting))
        return []

    def _ordered(self, diagnostics: list[Diagnostic], warnings: int) -> list[Diagnostic]:
        roots = self._parts.workspace.roots
        return ordered(diagnostics, self._focus(), roots, warnings=warnings)

    async def _explain(self, findings: Findings) -> None:
        """Make the explanations ready, so that a hover never waits."""
        from rustmend.explanation import explanation
        from rustmend.sources import Sources

        sources = Sources(self._snapshot)
        order = sorted(findings.diagnostics, key=lambda each: not each.is_error)
        for diagnostic in [each for each in order if each.span][:_EXPLAINED]:
            try:
                findings.details[diagnostic] = await explanation(
                    diagnostic,
                    self._parts.knowledge,
                    sources,
                    self._parts.workspace.root,
                )
            except Exception:  # an explanation less must not take the fixes away
                log.exception("no explanation of %s", diagnostic.message)


def reason_not_to_verify(settings: "Settings", findings: Findings, *, paused: bool) -> str:
    """Return why nothing is verified in the background now, if so."""
    from rustmend.process import on_battery

    errors = sum(diagnostic.is_error for diagnostic in findings.diagnostics)
    if paused:
        return "paused: fixes are verified only on request (rustmend.recheck)"
    if errors > settings.verify.max_errors:
        return (
            f"{errors} errors are more than verify.maxErrors ({settings.verify.max_errors}): "
            "fixes are verified once there are fewer"
        )
    if errors and not settings.verify.on_battery and on_battery():
        return "on battery: fixes are verified only on request (rustmend.recheck)"
    return ""


def snapshot_of(buffers: Mapping[Path, Buffer]) -> Snapshot:
    """Lay over the disk what differs from it, but for what is unchanged and no UTF-8 there."""
    texts = {}
    for file, buffer in buffers.items():
        try:
            disk = file.read_bytes()
        except OSError:
            disk = None
        if disk != buffer.text and not (buffer.unchanged and disk is not None and not _utf8(disk)):
            texts[file] = buffer.text
    return Snapshot(texts)


def findings_of(
    report: "Report", snapshot: Snapshot, request: Request, workspace: "Workspace"
) -> Findings:
    """Return what a check found, with the texts that it is about."""
    from rustmend.sources import Sources

    sources = Sources(snapshot)
    findings = Findings(diagnostics=report.diagnostics)
    for file, buffer in request.buffers.items():
        findings.add_text(file, buffer.text)
    for diagnostic in report.diagnostics:
        spans = [label.span for label in diagnostic.labels]
        spans += [label.span for note in diagnostic.notes for label in note.labels]
        for file in {span.file for span in spans} - findings.texts.keys():
            text = sources.read(file)
            if text is not None and any(file.is_relative_to(root) for root in workspace.roots):
                findings.add_text(file, text)
    findings.stamps.update({file: stamp(file) for file in findings.texts})
    return findings


def keep(fix: Fix, findings: Findings) -> None:
    """Add a fix, and the texts that its edits are for."""
    for edit in fix.candidate.edits:
        file = edit.span.file
        if file not in findings.texts:
            findings.stamps[file] = stamp(file)
            findings.add_text(file, file.read_bytes() if findings.stamps[file] else b"")
    findings.fixes.append(fix)


def _preferred(findings: Findings) -> list[Fix]:
    """Return the first fix of each diagnostic, if nothing speaks against it."""
    firsts: dict[Diagnostic, Fix] = {}
    for fix in findings.fixes:
        firsts.setdefault(fix.candidate.diagnostic, fix)
    return [fix for fix in firsts.values() if not fix.candidate.cautions]


def _utf8(text: bytes) -> bool:
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True
