"""Working with a team: look-ups that never wait long, and a journal that is the outbox.

What may serve everybody is pushed in the background, retried until it is there; what others
withdrew is pulled and honoured. A server that is slow or not there costs one short wait and is
then left in peace for a while: local knowledge goes on.
"""

import logging
import queue
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from rustmend.domain import Diagnostic
from rustmend.domain.signature import normalise
from rustmend.knowledge.outbox import Outbox
from rustmend.knowledge.teambase import DAY, Shared, TeamBase, TeamError

log = logging.getLogger(__name__)

PEACE = 30.0  # seconds in which a server that did not answer is not asked again
FRESH = 300.0  # seconds for which an answer holds
REMEMBERED = 512
PATIENCE = 3.0  # seconds in which the client is made, at most, where somebody waits for it
FIRST, EVERY, LONGEST = 5.0, 300.0, 600.0  # seconds between rounds with the server

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class TeamState:
    """How it stands with the server. ``failure`` is empty where it answered the last time."""

    url: str
    asked: bool
    failure: str
    milliseconds: float
    waiting: int
    withdrawn: int


@dataclass(frozen=True, slots=True)
class Synced:
    """What a round with the server did, or would do."""

    pushed: tuple[Shared, ...]
    withdrawn: tuple[str, ...]
    learned_gone: tuple[str, ...]
    total: int


class Own(Protocol):
    """What was learned on this machine."""

    def shared(self) -> Sequence[Shared]:
        """Return what may serve everybody."""
        ...

    def unreadable(self) -> Collection[str]:
        """Return the ids of what another version of rustmend wrote and this one cannot read."""
        ...


class Team:
    """The team's rewrites, beside our ``own``."""

    def __init__(
        self,
        url: str,
        connect: Callable[[], TeamBase],
        outbox: Outbox,
        own: Own,
        *,
        timeout: float = 0.25,
    ) -> None:
        self.url = url
        self._connect = connect
        self._outbox = outbox
        self._own = own
        self._timeout = timeout
        self._base: TeamBase | None = None
        # held while the client is made, which takes a second: no look-up waits for it
        self._opening = threading.Lock()
        self._tried = threading.Event()
        self._lock = threading.Lock()
        self._syncing = threading.Lock()
        self._answers: OrderedDict[object, tuple[float, list[Shared]]] = OrderedDict()
        self._quiet_until = 0.0
        self._failure = ""
        self._asked = False
        self._milliseconds = 0.0
        self._nudged = threading.Event()
        self._thread: threading.Thread | None = None

    def similar(self, diagnostic: Diagnostic, limit: int = 8) -> list[Shared]:
        """Return rewrites of the team's for errors like this one; nothing in time is nothing."""
        self.start()
        said = normalise(diagnostic)
        codes = (diagnostic.code,) if diagnostic.code else ()
        key = (said.signature, codes, limit)
        now = time.monotonic()
        with self._lock:
            kept = self._answers.get(key)
            if kept is not None and now - kept[0] < FRESH:
                return self._there(kept[1])
            if now < self._quiet_until:
                return []
        base = self._base
        if base is None:
            return []  # the client is still being made; that is no failure of the server
        try:
            found = self._within(lambda: base.similar(said, codes, limit))
        except TeamError:
            return []
        with self._lock:
            self._answers[key] = (now, found)
            while len(self._answers) > REMEMBERED:
                self._answers.popitem(last=False)
        return self._there(found)

    def sync(self, *, dry_run: bool = False) -> Synced:
        """Push what waits and honour what others withdrew. Raises ``TeamError``."""
        with self._syncing:
            try:
                done = self._sync(dry_run)
            except TeamError as error:
                self._note(str(error))
                raise
            self._note("")
            return done

    def start(self) -> None:
        """Begin to go to the server in the background, if nobody did."""
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._rounds, name="team", daemon=True)
                self._thread.start()

    def wait_until_connected(self, budget: float = PATIENCE) -> None:
        """Wait until look-ups can be made, or cannot be; the server is not asked for it."""
        self.start()
        self._tried.wait(budget)

    def nudge(self) -> None:
        """Say that something new waits: the next round is made at once."""
        self.start()
        self._nudged.set()

    def state(self) -> TeamState:
        """Return how it stands; nothing is asked."""
        waiting = len(self._outbox.waiting(self.url, self._own.shared()))
        gone = len(self._orphans())
        return TeamState(self.url, self._asked, self._failure, self._milliseconds, waiting, gone)

    @property
    def failure(self) -> str:
        """Why the server did not answer the last time; empty where it did, or was not asked."""
        return self._failure

    def ping(self) -> int:
        """Return how many rewrites the server has, within some seconds. Raises ``TeamError``."""
        return self._within(lambda: self._opened().count(), 5.0)

    def _sync(self, dry_run: bool) -> Synced:
        base = self._opened()
        seen = self._outbox.seen(self.url)
        gone = list(base.withdrawn(max(0.0, seen - DAY)))  # members' clocks differ
        known = self._outbox.gone()
        fresh = [(each, at) for each, at in gone if each not in known]
        own = self._own.shared()
        if not dry_run:
            self._outbox.honour(gone)
            # one that a member pushed while another withdrew it
            base.remove([each for each, _ in fresh])
            # a clock that is fast must not make us deaf to what is withdrawn until then
            latest = max((at for _, at in gone), default=seen)
            self._outbox.saw(self.url, min(latest, time.time()))
        stay_away = known | {each for each, _ in gone}
        push = [s for s in self._outbox.waiting(self.url, own) if s.id not in stay_away]
        there = {each for each, _ in gone}  # what another server was told does not count here
        withdraw = [each for each in self._orphans() if each not in there]
        if not dry_run:
            base.put(push)
            self._outbox.sent(self.url, push)
            base.withdraw(withdraw)
            self._outbox.honour([(each, time.time()) for each in withdraw])
            self._outbox.unsent(self.url, [*withdraw, *stay_away])
        if fresh or push:
            with self._lock:
                self._answers.clear()
        return Synced(tuple(push), tuple(withdraw), tuple(each for each, _ in fresh), base.count())

    def _orphans(self) -> list[str]:
        """Return what the server got from here and that is no more, or no more to be shared."""
        here = {*(shared.id for shared in self._own.shared()), *self._own.unreadable()}
        return sorted(each for each in self._outbox.ids_sent(self.url) if each not in here)

    def _rounds(self) -> None:
        self._open()
        wait = FIRST
        while True:
            self._nudged.wait(wait)
            self._nudged.clear()
            try:
                self.sync()
                wait = EVERY
            except TeamError as error:
                log.info("%s; what waits is tried again", error)
                wait = min(LONGEST, 2 * wait + FIRST)
            except Exception:  # a round must not end the rounds
                log.exception("a round with the team's server failed")
                wait = LONGEST

    def _open(self) -> None:
        try:
            self._opened()
        except Exception as error:  # the rounds try again
            self._note(str(error) or repr(error))

    def _opened(self) -> TeamBase:
        with self._opening:
            try:
                if self._base is None:
                    self._base = self._connect()
                return self._base
            finally:
                self._tried.set()

    def _within(self, work: Callable[[], Value], seconds: float | None = None) -> Value:
        """Do ``work`` elsewhere and wait for it, but not long. Raises ``TeamError``."""
        answer: queue.SimpleQueue[Value | Exception] = queue.SimpleQueue()
        begun = time.monotonic()

        def run() -> None:
            try:
                answer.put(work())
            except Exception as error:
                answer.put(error)

        # a daemon: a server that hangs must not hold the end of the process up
        threading.Thread(target=run, name="team question", daemon=True).start()
        seconds = seconds or self._timeout
        try:
            got = answer.get(timeout=seconds)
        except queue.Empty:
            said = f"the team's server does not answer within {1e3 * seconds:.0f} ms"
            self._note(said)
            raise TeamError(said) from None
        if isinstance(got, Exception):
            said = str(got) or repr(got)
            self._note(said)
            raise got if isinstance(got, TeamError) else TeamError(said)
        self._note("", 1e3 * (time.monotonic() - begun))
        return got

    def _note(self, failure: str, milliseconds: float | None = None) -> None:
        with self._lock:
            self._asked = True
            if failure and failure != self._failure:
                log.warning("%s; local knowledge goes on without it", failure)
            self._failure = failure
            self._quiet_until = time.monotonic() + PEACE if failure else 0.0
            if milliseconds is not None:
                self._milliseconds = milliseconds

    def _there(self, found: Sequence[Shared]) -> list[Shared]:
        gone = self._outbox.gone()
        return [each for each in found if each.id not in gone]
