"""The files that a command is given: those named, and those that lie in folders named."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from tracker.domain.errors import BadInputError
from tracker.domain.visible import visible


def path_of(words: str) -> Path:
    """The file that somebody named; ``~`` stands for a home folder.

    Raises:
        BadInputError: nobody knows that home.
    """
    from tracker.config import SettingsError, path_named  # noqa: PLC0415 - help needs no path

    try:
        return path_named(words)
    except SettingsError as error:
        raise BadInputError(str(error)) from error


def files_in(named: Sequence[str], refused: list[BadInputError]) -> Iterator[str]:
    """Yield the files, those of a folder and of the folders in it by name.

    Never more than one folder's names are held. What is hidden is left out, and a link to a folder
    is not followed. A folder that cannot be looked into is gathered in ``refused``.
    """
    for name in named:
        if Path(name).is_dir():
            yield from _inside(name, refused)
        else:
            yield name


def standard_input() -> BinaryIO:
    """What “-” names.

    Raises:
        BadInputError: whoever started the program closed it.
    """
    if sys.stdin is None:
        raise BadInputError("standard input is closed; name a file.")
    return sys.stdin.buffer


def how_many(named: Sequence[str]) -> int | None:
    """How many files are named; None where nobody has counted them."""
    return None if any(Path(name).is_dir() for name in named) else len(named)


def _inside(folder: str, refused: list[BadInputError]) -> Iterator[str]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(
                (one.name, one.is_dir(), one.is_symlink())
                for one in found
                if not one.name.startswith(".")
            )
    except OSError as error:
        refused.append(BadInputError(f"{visible(folder)}: cannot be read: {error.strerror}."))
        return
    for name, is_folder, is_link in entries:
        path = os.path.join(folder, name)  # noqa: PTH118 - as it was written, and a million times
        if not is_folder:
            yield path
        elif not is_link:
            yield from _inside(path, refused)
