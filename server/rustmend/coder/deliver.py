"""Put a project into a folder, whole or not at all."""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from rustmend.coder.generate import Generated, Tell, generate
from rustmend.coder.project import Project
from rustmend.config import Settings
from rustmend.errors import UsageError
from rustmend.write import WriteError

if TYPE_CHECKING:
    from rustmend.model.client import ModelClient
    from rustmend.wiring import Knowledge

_IGNORED = ".gitignore"


async def generate_into(
    folder: Path,
    description: str,
    requirements: str,
    *,
    settings: Settings,
    knowledge: "Knowledge",
    model: "ModelClient | None",
    unsafe: bool = False,
    max_attempts: int = 5,
    on_progress: Tell | None = None,
) -> Generated:
    """Make a project of the user's own, named after ``folder``, and put it there if it is right.

    Raises what ``generate``, ``free_folder`` and ``deliver`` raise.
    """
    free_folder(folder)
    done = await generate(
        description,
        requirements,
        settings=settings,
        knowledge=knowledge,
        model=model,
        name=folder.absolute().name,
        # without a model there is nobody's code in it but ours and the user's own
        unsafe=unsafe or model is None,
        max_attempts=max_attempts,
        on_progress=on_progress,
    )
    if done.success and done.project:
        deliver(done.project, folder)
    return done


def free_folder(folder: Path) -> None:
    """Raise ``UsageError`` where ``folder`` is neither new nor an empty folder."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise UsageError(f"{folder} is there, and is no folder")
    try:
        if folder.is_dir() and any(folder.iterdir()):
            raise UsageError(f"{folder} is not empty: name a folder that is, or a new one")
    except PermissionError as error:
        raise UsageError(f"{folder} cannot be read: check its permissions") from error
    above = next(each for each in folder.absolute().parents if each.exists())
    if not above.is_dir() or not os.access(above, os.W_OK):
        raise UsageError(f"nothing can be written in {above}: check its permissions")


def deliver(project: Project, folder: Path) -> None:
    """Write ``project`` as ``folder``, which is new or empty. Who looks sees all of it or nothing.

    Raises ``UsageError`` and ``WriteError``.
    """
    free_folder(folder)
    folder = folder.absolute()
    staged: Path | None = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        staged = Path(tempfile.mkdtemp(prefix=".rustmend-", dir=folder.parent))
        staged.chmod(0o777 & ~_umask())
        for name, text in {_IGNORED: "/target\n", **project.files}.items():
            file = staged / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        with contextlib.suppress(FileNotFoundError):
            folder.rmdir()  # it is empty, or this fails
        staged.rename(folder)
    except OSError as error:
        raise WriteError(f"cannot write {folder}: {error.strerror}; nothing was written") from error
    finally:
        if staged is not None:
            shutil.rmtree(staged, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
