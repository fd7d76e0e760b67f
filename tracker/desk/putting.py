"""Putting what leaves the desk into a file: whole or not at all, never over another unasked."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from tracker.domain.errors import RefusedError, TrackerError

STRAY_AFTER = 3600
"""Seconds after which a half-written file of a run that was killed is taken for a stray."""

_LONGEST = 40
_ALL, _OWNER = 0o666, 0o600


def put_whole(
    pieces: Iterable[bytes],
    target: Path,
    *,
    now: float,
    force: bool = False,
    private: bool = False,
) -> None:
    """Write a file as its pieces come; only with ``force`` is an older one replaced.

    ``now`` is in seconds since 1970. A ``private`` file can be read by its owner only.

    Raises:
        RefusedError: something that is not to be replaced is there already.
        TrackerError: the file cannot be written; nothing is left behind.
    """
    try:
        refuse_what_is_there(target, force=force)
        _sweep(target, before=now - STRAY_AFTER)
        _write_whole(pieces, target, _OWNER if private else _ALL)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise TrackerError(f"{target} was not written ({why}).") from error


def refuse_what_is_there(target: Path, *, force: bool) -> None:
    """Let a file be written where nothing is, or in the place of another only with ``force``.

    Raises:
        RefusedError: something that is not to be replaced is there already.
    """
    if target.is_symlink():
        raise RefusedError(f"{target} is a link; name the file that it leads to.")
    if target.is_dir():
        raise RefusedError(f"{target} is a folder; name a file in it.")
    if target.exists() and not target.is_file():
        raise RefusedError(f"{target} is no ordinary file; name another.")
    if target.exists() and not force:
        raise RefusedError(f"{target} exists already; name another file or add --force.")


def _write_whole(pieces: Iterable[bytes], target: Path, mode: int = _ALL) -> None:
    part = target.with_name(f"{_part_of(target)}{os.getpid()}.part")
    opened = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode)
    try:
        with os.fdopen(opened, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _sweep(target: Path, *, before: float) -> None:
    for stray in target.parent.glob("*.part"):
        with suppress(OSError):
            if stray.name.startswith(_part_of(target)) and stray.stat().st_mtime < before:
                stray.unlink()


def _part_of(target: Path) -> str:
    # Short, for a name near the longest allowed would have no room for what is added to it.
    return f".{target.name[:_LONGEST]}."
