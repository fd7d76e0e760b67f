"""Unfinished files: what is being written lies hidden beside its place until it is whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ABANDONED_AFTER = 3600
"""Seconds without a change after which an unfinished file is taken for that of a killed run, where
a disk cannot say whether anybody holds it."""

_ENDING = ".tracker-part"
_BESIDE = ("-journal", "-wal", "-shm")
_LONGEST = 40
"""Code points of the target's name: one near the longest allowed has no room for more."""


@contextmanager
def unfinished(target: Path, mode: int = 0o600) -> Iterator[Path]:
    """Make a file to be written, and in the end given the target's name; else it goes again.

    What killed runs have left in the folder goes too.

    Raises:
        OSError: none can be made there.
    """
    part, held = _made(target, mode)
    try:
        _sweep(part.parent, before=part.stat().st_mtime - ABANDONED_AFTER)
        yield part
    finally:
        os.close(held)
        for ending in ("", *_BESIDE):
            part.with_name(part.name + ending).unlink(missing_ok=True)


def put_in_place(part: Path, target: Path) -> None:
    """Give a finished file its name, unless something has it already.

    Raises:
        FileExistsError: something has it.
    """
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:  # no hard links here, as on a memory stick
        if os.path.lexists(target):
            raise FileExistsError(target) from None
        part.rename(target)


def _made(target: Path, mode: int) -> tuple[Path, int]:
    """Make the file, and hold it for as long as this run lives."""
    while True:
        part = target.with_name(f".{target.name[:_LONGEST]}.{os.urandom(4).hex()}{_ENDING}")
        held = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode)
        if _hold(held) is None or part.exists():  # somebody may have swept in between
            return part, held
        os.close(held)


def _hold(file: int) -> bool | None:
    """Hold a file, and say whether that could be; None, where none can be held."""
    try:
        import fcntl  # noqa: PLC0415 - not on every platform

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except (ImportError, OSError):
        return None
    return True


def _sweep(folder: Path, *, before: float) -> None:
    """Take away what nobody holds any more; or else, what was last changed before a moment.

    The moment is one by the clock of the folder's own disk.
    """
    for part in folder.glob(f".*{_ENDING}"):
        files = [part, *(part.with_name(part.name + ending) for ending in _BESIDE)]
        with suppress(OSError):
            if _is_abandoned(part, files, before):
                for one in files:
                    one.unlink(missing_ok=True)


def _is_abandoned(part: Path, files: list[Path], before: float) -> bool:
    if part.stat().st_nlink > 1:
        # It has its name already. That may be a ledger that is open here, and whoever closes a file
        # gives up all the locks that this process has on it, those of SQLite, too.
        return True
    file = os.open(part, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        free = _hold(file)
    finally:
        os.close(file)
    if free is None:
        return max(one.stat().st_mtime for one in files if one.exists()) < before
    return free
