"""A sheet: one thing whole, each of its sides under a name in the margin."""

from __future__ import annotations

from collections.abc import Iterable

from tracker.cli.output import Output
from tracker.cli.styles import Line, Styled, like, quiet, strong
from tracker.domain.abridged import abridged
from tracker.domain.cells import padded, width, wrapped

MARGIN = 12
_LEAST = 20


class Sheet:
    """Gathers lines; nothing of a claim's text can be taken for a name in the margin."""

    def __init__(self, out: Output, *, margin: int = MARGIN) -> None:
        self._out = out
        self._margin = margin
        self._lines: list[Line] = []

    def heading(self, *pieces: str) -> None:
        """Begin with what it is."""
        self._lines.append(pieces)

    def blank(self) -> None:
        """Leave a line free."""
        self._lines.append("")

    def side(self, name: str, *paragraphs: Line) -> None:
        """Add a side of the thing; nothing, where there is nothing to say."""
        margin = name if isinstance(name, Styled) else quiet(name)
        for paragraph in paragraphs:
            pieces = [paragraph] if isinstance(paragraph, str) else list(paragraph)
            if not any(pieces):
                continue
            for line in self._fitted(pieces):
                self._lines.append([like(margin, padded(margin, self._margin)), *line])
                margin = ""

    def block(self, words: str, *, inset: bool = False, whole: bool = False) -> None:
        """Add a text of many lines, behind a rule so that it cannot pass for ours.

        For eyes a text that nobody could read to its end is cut, unless ``whole``.
        """
        if self._out.width is not None and not whole:
            words = abridged(words)
        rule = " " * (self._margin if inset else 0) + "│ "
        most = self._out.width and max(self._out.width - len(rule), _LEAST)
        for line in words.split("\n"):
            for part in wrapped(self._out.shown(line), most):
                self._lines.append([quiet(rule), part])

    def rows(self, lines: Iterable[Line]) -> None:
        """Add lines that are laid out already."""
        self._lines.extend(lines)

    def title(self, words: str) -> None:
        """Begin a part."""
        self._lines += ["", strong(words)]

    def write(self) -> None:
        """Write it."""
        self._out.lines(self._lines)

    def _fitted(self, pieces: list[str]) -> list[list[str]]:
        most = self._out.width
        shown = [self._out.read(piece) for piece in pieces]
        free = None if most is None else max(most - self._margin, _LEAST)
        if free is None or sum(map(width, shown)) <= free:
            return [pieces]
        # Only a first piece keeps its look over a line break: it is short, a glyph and a word.
        lines = wrapped("".join(shown), free)
        first = shown[0]
        if len(pieces) > 1 and lines[0].startswith(first):
            return [
                [like(pieces[0], first), lines[0][len(first) :]],
                *([line] for line in lines[1:]),
            ]
        return [[line] for line in lines]
