"""Putting what leaves the desk into a file: whole or not at all, never over another unasked."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from tracker.domain.errors import RefusedError, TrackerError
from tracker.store.unfinished import unfinished

_ALL, _OWNER = 0o666, 0o600


def put_whole(
    pieces: Iterable[bytes],
    target: Path,
    *,
    force: bool = False,
    private: bool = False,
) -> None:
    """Write a file as its pieces come; only with ``force`` is an older one replaced.

    A ``private`` file can be read by its owner only.

    Raises:
        RefusedError: something that is not to be replaced is there already.
        TrackerError: the file cannot be written; nothing is left behind.
    """
    try:
        refuse_what_is_there(target, force=force)
        with unfinished(target, _OWNER if private else _ALL) as part:
            with part.open("wb") as file:
                file.writelines(pieces)
                file.flush()
                os.fsync(file.fileno())
            part.replace(target)
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
