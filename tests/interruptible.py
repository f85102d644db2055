"""Children that heed an interrupt, however the tests themselves were started.

A shell's background job, ``nohup`` and many a CI start with SIGINT ignored, and a child inherits
that.
"""

import os
import signal
from typing import Any


def _heed() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


# for `subprocess.Popen`; Windows knows neither the trouble nor the argument
INTERRUPTIBLE: dict[str, Any] = {"preexec_fn": _heed} if os.name == "posix" else {}
