"""Output: the only writer to standard output, where every text is made harmless."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, islice
from typing import TextIO

from tracker.cli.styles import Line, Styled, like
from tracker.domain.abridged import abridged
from tracker.domain.errors import TrackerError
from tracker.domain.visible import visible

_PLAINER = str.maketrans(
    {
        "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "~", "→": ">",
        "·": "-", "⏎": "/", "│": "|", "○": "o", "◐": "+", "●": "*", "◆": "#", "◭": "^",
        "✗": "x", "∅": "0", "≠": "!", "∞": "inf", "≈": "~", "⟨": "<", "⟩": ">", "␛": "?",
        "━": "=", "▇": "#", "┃": "|", "⁽": "(", "⁾": ")",
        **dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True)),
        "«": "[", "»": "]", "¬": "~", "≡": "=", "⊂": "<", "↻": "@", "⊖": "-", "■": "#",
        "├": "[", "┤": "]", "─": "-", "▶": ">", "◀": "<",
    }
)  # fmt: skip
"""What stands in for a sign that the terminal's encoding lacks."""


def in_signs_of(encoding: str | None, text: str) -> str:
    """Write a text with the signs that an encoding has."""
    encoding = encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_PLAINER).encode(encoding, "replace").decode(encoding)
    return text


@contextmanager
def failing_plainly() -> Iterator[None]:
    """Turn a failure to write into a sentence; a reader who has gone is none.

    Raises:
        TrackerError: the disk is full, or the stream is broken.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise TrackerError(f"the output cannot be written ({error.strerror}).") from error


class Output:
    """Writes lines or whole documents to a stream, as fits what is behind it."""

    def __init__(self, stream: TextIO | None) -> None:
        # A program started with its standard output closed has no stream at all.
        self._stream = stream or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
        self._encoding = self._stream.encoding or "utf-8"
        self.terminal = self._stream.isatty()
        self._color = self.terminal and os.environ.get("TERM") != "dumb"
        if hasattr(self._stream, "reconfigure"):
            self._stream.reconfigure(errors="replace")

    @property
    def width(self) -> int | None:
        """How many cells a line has; None where nothing need be fitted, as in a pipe."""
        return shutil.get_terminal_size().columns if self.terminal else None

    def without_color(self, wanted: bool) -> None:
        """Leave colours out, if that is wanted here or by NO_COLOR."""
        if wanted or os.environ.get("NO_COLOR"):
            self._color = False

    def shown(self, text: str) -> str:
        """How a text will appear: on one line, harmless, in signs that can be written."""
        return in_signs_of(self._encoding, visible(text))

    def read(self, text: str) -> str:
        """The same where it is for eyes; there a text that nobody could read to its end is cut."""
        return self.shown(text if self.width is None else abridged(text))

    def can_write(self, text: str) -> bool:
        """Whether the stream's encoding has all signs of a text."""
        return in_signs_of(self._encoding, text) == text

    def say(self, *lines: Line) -> None:
        """Write a few lines."""
        for line in lines:
            self._write(self._drawn(line) + "\n")

    def lines(self, lines: Iterable[Line]) -> None:
        """Write lines, through $PAGER if they are more than a terminal shows."""
        drawn: Iterator[str] = (self._drawn(line) + "\n" for line in lines)
        pager = os.environ.get("PAGER", "") if self.terminal else ""
        if pager:
            screen = shutil.get_terminal_size().lines - 1
            first = list(islice(drawn, screen + 1))
            if len(first) > screen:
                from tracker.cli.pager import page  # noqa: PLC0415 - for long lists only

                if page(pager, chain(first, drawn), self._encoding):
                    return
            drawn = chain(first, drawn)
        for text in drawn:
            self._write(text)

    def raw(self, text: str) -> None:
        """Write what has been made harmless already, such as JSON with its escapes."""
        self._write(text)

    def document(self, pieces: Iterable[bytes], *, plain: bool) -> None:
        """Write a document as it comes: letter for letter into a pipe, unless it is plain text."""
        if self.terminal:
            text = b"".join(pieces).decode().replace("\r\n", "\n")
            self.lines(text.rstrip("\n").split("\n"))
            return
        if plain:
            for piece in pieces:
                self._write(visible(piece.decode(), lines=True))
            return
        with failing_plainly():
            self._stream.flush()
            for piece in pieces:
                self._stream.buffer.write(piece)

    def data(self, text: str) -> None:
        """Write what another program reads, letter for letter; to no terminal."""
        with failing_plainly():
            self._stream.flush()
            self._stream.buffer.write(text.encode())

    def hint(self, *texts: str) -> None:
        """Say something beside the output, on standard error, a line each."""
        for text in texts:
            self._aside(text)

    def refuse(self, text: str) -> None:
        """Say in one line on standard error why nothing came of it."""
        with suppress(OSError, TrackerError):
            self.flush()
        self._aside(text)
        self.abandon()

    def flush(self) -> None:
        """Hand over what is written.

        Raises:
            TrackerError: it could not be written.
        """
        with failing_plainly():
            self._stream.flush()

    def abandon(self) -> None:
        """Write nothing more, also not when the interpreter ends."""
        try:
            self._stream.flush()
        except OSError:
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), self._stream.fileno())

    def _aside(self, text: str) -> None:
        stream = sys.stderr
        if stream is not None:  # the program may have been started without
            line = in_signs_of(stream.encoding, visible(" ".join(text.split())))
            with suppress(OSError):
                stream.write(f"tracker: {line}\n")
                stream.flush()

    def _drawn(self, line: Line) -> str:
        pieces = [line] if isinstance(line, str) else [*line]
        while pieces and not pieces[-1].strip():
            pieces.pop()
        if pieces:
            pieces[-1] = like(pieces[-1], pieces[-1].rstrip())
        return "".join(map(self._piece, pieces))

    def _piece(self, piece: str) -> str:
        shown = self.shown(piece)
        if self._color and isinstance(piece, Styled):
            return f"\033[{piece.style}m{shown}\033[0m"
        return shown

    def _write(self, text: str) -> None:
        with failing_plainly():
            self._stream.write(text)
