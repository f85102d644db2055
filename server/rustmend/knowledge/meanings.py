"""Dense vectors of what diagnostics say, kept in the journal by model and signature.

A vector depends on the compiler's normalised words alone, so entries and past fixes that say
the same share one, and it is made once on this machine.
"""

import logging
import threading
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

from rustmend.domain.signature import Said
from rustmend.knowledge.dense import DenseModel, text_of
from rustmend.knowledge.feed import Feed

log = logging.getLogger(__name__)

REMEMBERED = 256  # questions
BATCH = 50  # vectors that are written together


class KeptMeanings:
    """The vectors of ``model`` that ``feed`` keeps."""

    def __init__(self, model: DenseModel, feed: Feed) -> None:
        self.size = model.size
        self.name = model.name
        self._model = model
        self._feed = feed
        self._kept = {
            signature: vector
            for signature, blob in feed.vectors(model.name).items()
            if len(vector := array("f", blob)) == model.size
        }
        self._asked: OrderedDict[str, Sequence[float]] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def of(self, signature: str) -> Sequence[float]:
        """Return the vector that is kept for a signature; nothing where none is yet."""
        return self._kept.get(signature, ())

    def ask(self, said: Said) -> Sequence[float]:
        """Return the vector of a question, made now where it is not kept."""
        signature = said.signature
        kept = self._kept.get(signature)
        if kept is not None or not said.sentences:
            return kept or ()
        with self._lock:
            if signature not in self._asked:
                self._asked[signature] = self._model.embed(text_of(said))
                if len(self._asked) > REMEMBERED:
                    self._asked.popitem(last=False)
            return self._asked[signature]

    def make(
        self,
        wanted: Iterable[Said],
        on_made: Callable[[list[str], int, int], bool] = lambda *_: True,
    ) -> int:
        """Make and keep what is missing of ``wanted``, one text at a time; return how many.

        ``on_made`` gets signatures, how many are done and how many there are, and ends it by False.
        """
        missing = {said.signature: said for said in wanted if said.sentences}
        missing = {key: said for key, said in missing.items() if key not in self._kept}
        todo = list(missing.items())
        for start in range(0, len(todo), BATCH):
            batch = todo[start : start + BATCH]
            fresh = {key: array("f", self._model.embed(text_of(said))) for key, said in batch}
            self._feed.keep_vectors(
                self.name, {key: vector.tobytes() for key, vector in fresh.items()}
            )
            self._kept |= fresh
            if not on_made(list(fresh), start + len(batch), len(todo)):
                break
        return len(todo)
