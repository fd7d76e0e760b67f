"""Progress: how far a long work is, on standard error and only on a terminal."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import suppress
from typing import TextIO, TypeVar

Piece = TypeVar("Piece")

_EVERY = 0.2
_ERASE = "\r\033[K"
_BAR = 30
_MINUTE = 60
_FEW = 4
"""Pieces before the end of which nothing is said of the time that is left."""


def told(
    pieces: Iterable[Piece],
    doing: str,
    size: Callable[[Piece], int],
    *,
    total: int | None = None,
    then: str = "",
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Piece]:
    """Pass pieces on, adding up what they hold where a person waits: "exporting: 12,000".

    ``total`` is what all of them hold, if anybody knows; ``then`` says what is still to be done
    after the last one, which is to be followed by ``forget``.
    """
    stream = _watched()
    if stream is None:
        yield from pieces
        return
    began = said = clock()
    done = 0
    try:
        for piece in pieces:
            yield piece
            done += size(piece)
            if clock() - said > _EVERY:
                said = clock()
                _write(stream, _bar(doing, done, total, said - began))
    except BaseException:
        _write(stream, _ERASE)
        raise
    _write(stream, f"{_ERASE}{then}")


def said(words: str) -> None:
    """Say what is being done, over what was said last; to be followed by ``forget``."""
    stream = _watched()
    if stream is not None:
        _write(stream, f"{_ERASE}{words[: shutil.get_terminal_size().columns - 1]}")


def forget() -> None:
    """Take away what was said last."""
    stream = _watched()
    if stream is not None:
        _write(stream, _ERASE)


def lines_of(piece: str | bytes) -> int:
    """How many lines a piece of a file has."""
    return piece.count("\n") if isinstance(piece, str) else piece.count(b"\n")


def measured(
    pieces: Iterable[Piece],
    doing: str,
    total: int | None,
    lost: Sized = (),
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[Piece]:
    """Pass pieces on, with a bar of how many of all there were, and how long it may still take.

    Where nobody knows how many there are (None), those that were are counted.

    The bar is gone whenever a piece is handed on, so that what is said of it has the line for
    itself. ``lost`` holds what was done and came to nothing.
    """
    stream = _watched()
    if stream is None or total == 1:
        yield from pieces
        return
    began, done = clock(), 0
    try:
        _write(stream, _bar(doing, 0, total, 0.0))
        for piece in pieces:
            _write(stream, _ERASE)
            yield piece
            done += 1
            _write(stream, _bar(doing, done + len(lost), total, clock() - began))
    finally:
        _write(stream, _ERASE)


def _watched() -> TextIO | None:
    """Standard error, where a person looks at it."""
    stream = sys.stderr
    if stream is None or not stream.isatty() or os.environ.get("TERM") == "dumb":
        return None
    return stream


def _bar(doing: str, done: int, total: int | None, seconds: float) -> str:
    if not total:
        return f"{_ERASE}{doing}: {done:,}"
    filled = _BAR * min(done, total) // total
    said = f"{doing} [{'=' * filled}{'-' * (_BAR - filled)}] {done:,} of {total:,}"
    if _FEW <= done < total:
        left = seconds / done * (total - done)
        said += f", about {round(left / _MINUTE)} min left" if left >= _MINUTE else (
            f", about {max(1, round(left))} s left"
        )  # fmt: skip
    return f"{_ERASE}{said[: shutil.get_terminal_size().columns - 1]}"


def _write(stream: TextIO, text: str) -> None:
    with suppress(OSError):
        stream.write(text)
        stream.flush()
