"""Bytes from outside: read once, whole, and never without end."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from tracker.domain.errors import BadInputError

MOST_BYTES = 50 * 1024 * 1024
_TOO_LARGE = f"is larger than {MOST_BYTES // 1024 // 1024} MB; give it in parts"


def bytes_of(path: Path) -> bytes:
    """Read a regular file.

    Raises:
        BadInputError: it is missing, no regular file, too large, or changed while it was read.
    """
    try:
        # Without O_NONBLOCK, opening a FIFO that nobody writes to would wait for ever.
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(number, "rb") as file:
            before = os.fstat(number)
            _check_regular(before)
            data = file.read(MOST_BYTES + 1)
            after = os.fstat(number)
    except FileNotFoundError as error:
        raise BadInputError("there is no such file") from error
    except IsADirectoryError as error:
        raise BadInputError("is a folder; name the files in it") from error
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise BadInputError(f"cannot be read: {said}") from error
    if len(data) > MOST_BYTES:
        raise BadInputError(_TOO_LARGE)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise BadInputError("changed while it was read; read it again when it is complete")
    return data


def bytes_from(stream: BinaryIO) -> bytes:
    """Read a stream to its end.

    Raises:
        BadInputError: it is too large, or cannot be read.
    """
    try:
        data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadInputError(f"cannot be read: {error.strerror}") from error
    if len(data) > MOST_BYTES:
        raise BadInputError(_TOO_LARGE)
    return data


def _check_regular(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise BadInputError("is a folder; name the files in it")
    if stat.S_ISFIFO(status.st_mode):
        raise BadInputError("is a pipe, not a file; send it to standard input and write “-”")
    if not stat.S_ISREG(status.st_mode):
        raise BadInputError("is a device, not a file; save the article to a file first")
    if status.st_size > MOST_BYTES:
        raise BadInputError(_TOO_LARGE)
