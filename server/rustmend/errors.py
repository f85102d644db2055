"""The error tree. Every error that a user can meet says what to do next.

RustmendError
├── UsageError            wrong arguments, unreadable input, no package there
├── NotFoundError         there is nothing of that name to show or to remove
├── ToolMissingError      cargo, clippy or another program is not there or does not run
├── WorkspaceError        a manifest cannot be read, or cargo declines the workspace
├── CheckFailedError      cargo ended without a usable answer (dependency, toolchain, crash)
├── ShadowError           no private copy could be made or kept (disk full, no permission)
├── StaleTextError        a file changed since the edit was made for it
├── NoSandboxError        code of others would have to run without a sandbox (coder.sandbox)
├── FetchError            packages could not be had from the registry (coder.dependencies)
├── BusyError             too much work waits already (http.works)
├── JobsError             the file of jobs cannot be written (http.jobs)
├── ProcessTimeoutError   a program did not end in time (process)
├── WriteError            a file could not be written; all are as they were (write)
├── JournalError          past fixes cannot be read or written (knowledge.journal)
├── NothingLearnedError   a text before and one after teach nothing (learning.teach)
├── MiningError           a repository's history cannot be read (learning.history)
├── LaterVersionError     the file of past fixes is of a newer rustmend (database)
├── StrangeFileError      the file of past fixes is no database, and not ours (database)
├── ModelError            the language model gave no usable answer (model.failures)
└── DemoError             the demonstration did not come to its end (demo)
"""


class RustmendError(Exception):
    """Base of all. ``str()`` is one clear line for the user."""


class UsageError(RustmendError):
    """Wrong arguments, unreadable input, or no package there."""


class NotFoundError(RustmendError):
    """There is nothing of the name that was given. On the command line this is status 1, not 2."""


class ToolMissingError(RustmendError):
    """A program is not there or does not run."""


class WorkspaceError(RustmendError):
    """A manifest cannot be read, or cargo declines the workspace."""


class CheckFailedError(RustmendError):
    """cargo ended without a usable answer: a dependency, the toolchain, a crash."""


class ShadowError(RustmendError):
    """No private copy could be made or kept."""


class StaleTextError(RustmendError):
    """A file changed since the edit was made for it."""
