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


def open_regular(path: Path) -> BinaryIO:
    """Open a regular file of any size, to be read as a stream.

    Raises:
        BadInputError: it is missing, no regular file, or cannot be read.
    """
    try:
        # Without O_NONBLOCK, opening a FIFO that nobody writes to would wait for ever.
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        file = os.fdopen(number, "rb")
        try:
            _check_regular(os.fstat(number), most=None)
        except BadInputError:
            file.close()
            raise
    except FileNotFoundError as error:
        raise BadInputError("there is no such file") from error
    except IsADirectoryError as error:
        raise BadInputError("is a folder; name the files in it") from error
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise BadInputError(f"cannot be read: {said}") from error
    return file


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


def _check_regular(status: os.stat_result, most: int | None = MOST_BYTES) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise BadInputError("is a folder; name the files in it")
    if stat.S_ISFIFO(status.st_mode):
        raise BadInputError("is a pipe, not a file; send it to standard input and write “-”")
    if not stat.S_ISREG(status.st_mode):
        raise BadInputError("is a device, not a file; save what it gives to a file first")
    if most is not None and status.st_size > most:
        raise BadInputError(_TOO_LARGE)
