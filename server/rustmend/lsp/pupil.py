"""Learns from what the user mends by hand, in a session's spare time. In the worker's thread."""

import asyncio
import logging
import time
from pathlib import Path
from typing import TYPE_CHECKING

from rustmend.lsp.store import Findings

if TYPE_CHECKING:
    from rustmend.cargo.check import Report
    from rustmend.learning.observe import Observer, Repair
    from rustmend.wiring import Parts

log = logging.getLogger(__name__)


class Pupil:
    """Watches the checks of one workspace, and learns once a repair has stood for a while."""

    def __init__(self) -> None:
        self._observer: Observer | None = None

    async def checked(
        self, parts: "Parts", report: "Report", findings: Findings, manifests: object
    ) -> None:
        """Take note of a check."""
        if not parts.settings.learn:
            self._observer = None
            return
        from rustmend.learning.observe import Observer, Seen, circumstances

        if self._observer is None:
            self._observer = Observer(time.monotonic, parts.settings.learn_after)
        self._observer.wait = parts.settings.learn_after
        around = circumstances(parts.workspace.root, repr(manifests))
        # the texts of files that are opened later come to it, as they were checked
        seen = Seen(report, findings.texts, around)
        try:
            await asyncio.to_thread(self._observer.checked, seen)
        except Exception:  # nothing that is to be learned is worth a check that fails
            log.exception("a check could not be looked at for repairs")

    def visited(self, file: Path, place: int) -> None:
        """Take note that the user went to a byte of the text that was checked."""
        if self._observer is not None:
            self._observer.visited(file, place)

    async def learn(self, parts: "Parts") -> None:
        """Learn repairs once they stood long enough; it may be cancelled at any time."""
        if parts.settings.learn:
            await self._catch_up(parts)
        observer = self._observer
        while observer is not None and (due := observer.next_due()) is not None:
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            repair = observer.take()
            if repair is not None:
                await self._settle(parts, observer, repair)

    async def _catch_up(self, parts: "Parts") -> None:
        """Make anew what an older rustmend learned, a few at a time."""
        from rustmend.learning.relearn import relearn

        while looked_at := await asyncio.to_thread(relearn, parts.knowledge.journal, 5):
            log.debug("%d past fixes were looked at anew", looked_at)

    async def _settle(self, parts: "Parts", observer: "Observer", repair: "Repair") -> None:
        from rustmend.learning.settle import settle

        try:
            lesson = await settle(parts, repair)
        except asyncio.CancelledError:
            observer.again(repair)
            raise
        except Exception:
            log.exception("a repair of %s could not be learned", repair.diagnostic.message)
            lesson = None
        observer.done(repair)
        if lesson is not None:
            log.info("learned how %s was mended", lesson.fix.diagnostic.message)
