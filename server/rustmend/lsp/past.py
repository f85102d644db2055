"""Past fixes for the editor's menus. All of it runs in the worker's thread."""

from typing import TYPE_CHECKING, Any

from pygls.exceptions import JsonRpcInvalidParams

if TYPE_CHECKING:
    from rustmend.config import Settings
    from rustmend.wiring import Knowledge

_MOST = 500


async def listed(settings: "Settings | None") -> list[dict[str, Any]]:
    """Return the past fixes, newest first: ``id``, ``title``, ``code``, ``file``, ``learned``.

    ``title`` is what was done, ``file`` relative to its workspace, ``learned`` in ISO 8601 and UTC.
    """
    return [
        {
            "id": fix.id,
            "title": fix.title,
            "code": fix.code,
            "file": fix.hunks[0].file if fix.hunks else None,
            "learned": fix.recorded,
        }
        for fix in _known(settings).journal.list(limit=_MOST)
    ]


async def show(settings: "Settings | None", id_: str) -> str:
    """Return a past fix as Markdown."""
    from rustmend.explanation import precedent_of

    found = _known(settings).journal.show(id_)
    if found is None:
        raise JsonRpcInvalidParams(f"there is no past fix {id_}")
    shown = precedent_of(found)
    code = f"**{found.code}** " if found.code else ""
    return (
        f"# {shown.title}\n\n{code}{found.diagnostic.message}\n\n"
        f"```diff\n{shown.diff.rstrip()}\n```\n\n{found.made}, {found.recorded}"
    )


async def forget(settings: "Settings | None", id_: str) -> str:
    """Remove a past fix from the journal."""
    if not _known(settings).journal.forget(id_):
        raise JsonRpcInvalidParams(f"there is no past fix {id_}")
    return f"forgotten: {id_}"


def _known(settings: "Settings | None") -> "Knowledge":
    from rustmend.wiring import Knowledge, knowledge

    return Knowledge.of(settings) if settings else knowledge()
