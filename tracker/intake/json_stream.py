"""JSON read from a stream, a value at a time: of a large document only a little is in memory."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import NoReturn, TextIO

from tracker.domain.errors import BadInputError
from tracker.domain.visible import visible
from tracker.intake.strict_json import WITHOUT_TWINS, holds_nul

_CHUNK = 1 << 18
_LARGEST = 1 << 27
"""Characters of one value; a captured copy is the longest that there may be."""
_SPACE = re.compile(r"[ \t\n\r]*")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class JsonStream:
    """Walks over JSON text; ``line`` and ``column`` (from 1) say where the next sign stands."""

    def __init__(self, stream: TextIO, line: int = 1) -> None:
        self._stream = stream
        self._text = ""
        self._at = 0
        self._ended = False
        self.line = line
        self.column = 1

    def lines(self) -> Iterator[tuple[int, str]]:
        """The lines from here on, each with its number; nothing else is to be read afterwards."""
        here = self._text[self._at :]
        if here and not here.endswith("\n"):
            here += self._stream.readline(_LARGEST)
        more = iter(lambda: self._stream.readline(_LARGEST), "")
        # Not splitlines, which would part a line at signs that are no ends of lines in JSON.
        for line in chain(_LINE.findall(here), more):
            if len(line) >= _LARGEST:
                self.fail("this line is too long")
            yield self.line, line
            self.line += line.endswith("\n")

    def peek(self) -> str:
        """The next sign that is no space; "" at the end."""
        while True:
            found = _SPACE.match(self._text, self._at)
            self._go_to(found.end() if found else self._at)
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def take(self, sign: str) -> bool:
        """Go past a sign, if it is the next."""
        if self.peek() != sign:
            return False
        self._go_to(self._at + 1)
        return True

    def expect(self, sign: str) -> None:
        """Go past a sign that must be the next."""
        if not self.take(sign):
            self.fail(f"“{sign}” is expected here" if self.peek() else "the file ends too early")

    def key(self) -> str:
        """Go past a key and its colon."""
        if self.peek() != '"':
            self.fail("a key is expected here" if self.peek() else "the file ends too early")
        key: str = json.loads(self.value())
        self.expect(":")
        return key

    def value(self) -> str:
        """Go past a value; returns its text, checked strictly."""
        if not self.peek():
            self.fail("the file ends too early")
        while True:
            try:
                _, end = WITHOUT_TWINS.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._more():
                    continue
                self._go_to(min(error.pos, len(self._text)))
                self.fail("the file ends too early" if not self.peek() else error.msg)
            except RecursionError:
                self.fail("is nested too deeply")
            except ValueError as error:
                self.fail(str(error))
            if end < len(self._text) or not self._more():
                break
        text = self._text[self._at : end]
        if holds_nul(text):
            self.fail("holds a NUL (\\u0000)")
        self._go_to(end)
        return text

    def fail(self, fault: str) -> NoReturn:
        """Say what is wrong at this place.

        Raises:
            BadInputError: always.
        """
        raise BadInputError(visible(f"line {self.line}, column {self.column}: {fault}."))

    def _go_to(self, end: int) -> None:
        breaks = self._text.count("\n", self._at, end)
        if breaks:
            self.line += breaks
            self.column = end - self._text.rfind("\n", self._at, end)
        else:
            self.column += end - self._at
        self._at = end

    def _more(self) -> bool:
        """Read on; each time as much again as is there, so that a long value stays cheap."""
        if self._ended:
            return False
        if len(self._text) - self._at > _LARGEST:
            self.fail("this value is too large")
        rest = self._text[self._at :]
        read = self._stream.read(max(_CHUNK, len(rest)))
        self._ended = not read
        self._text, self._at = rest + read, 0
        return bool(read)
