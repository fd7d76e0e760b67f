"""Progress: how far a long work is, on standard error and only on a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Piece = TypeVar("Piece")

_EVERY = 0.2
_LOOK = 256
_ERASE = "\r\033[K"


def told(pieces: Iterable[Piece], doing: str) -> Iterator[Piece]:
    """Pass pieces on, counting them where a person waits: "exporting: 12,000"."""
    stream = sys.stderr
    if stream is None or not stream.isatty():
        yield from pieces
        return
    said = time.monotonic()
    try:
        for number, piece in enumerate(pieces, 1):
            yield piece
            if number % _LOOK == 0 and time.monotonic() - said > _EVERY:
                said = time.monotonic()
                stream.write(f"{_ERASE}{doing}: {number:,}")
                stream.flush()
    finally:
        stream.write(_ERASE)
        stream.flush()
