"""Other checks in the same folders: rust-analyzer's goes first, and is missed if there is none."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

# rust-analyzer starts its check of a save within this time
_GRACE_SECONDS = 0.2
_POLL_SECONDS = 0.1
_PATIENCE_SECONDS = 30.0
# after this many checks that nobody else made too, the user is told
_ALONE = 3

NOBODY_CHECKS = (
    "rust-analyzer does not seem to check here: turn its checkOnSave on, "
    'or set rustmend\'s diagnostics to "full"'
)


class Others:
    """Watches for a cargo that is not ours."""

    def __init__(self) -> None:
        self._alone = 0
        self._ever_seen = False

    async def finish(self, folders: Sequence[Path], *, expected: bool) -> None:
        """Wait until the check that somebody else makes in ``folders`` has ended.

        The two must not compete; after half a minute they do. ``expected`` says that there should
        be one, as after a save.
        """
        from rustmend.process import foreign_cargo

        loop = asyncio.get_running_loop()
        start, seen = loop.time(), False
        while loop.time() - start < _PATIENCE_SECONDS:
            busy = await asyncio.to_thread(foreign_cargo, folders)
            seen = seen or busy
            if not busy and (seen or loop.time() - start >= _GRACE_SECONDS):
                break
            await asyncio.sleep(_POLL_SECONDS if seen else _POLL_SECONDS / 2)
        self._ever_seen = self._ever_seen or seen
        self._alone += expected

    @property
    def remark(self) -> str:
        """What to tell the user, if anything."""
        return NOBODY_CHECKS if self._alone >= _ALONE and not self._ever_seen else ""
