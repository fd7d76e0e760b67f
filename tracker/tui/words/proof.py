"""An article's proof set in lines and drawn: its words, and the claims marked among them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from rich.cells import cell_len

from tracker.domain.article import Span
from tracker.domain.proof import Coverage, Mark, Proof
from tracker.domain.sentences import number_at
from tracker.domain.status import STATUS_GLYPHS, Stage
from tracker.domain.visible import visible_signs
from tracker.tui.theme import MUTED, status_style
from tracker.tui.widgets.pieces import Piece
from tracker.tui.widgets.typesetting import Line, Sign, line_at, set_in_lines

GUTTER = 3
"""Cells before the text: the bar of the sentence in hand, the sign of a checked line, a blank."""
BAR = "▌"
PROPOSED = "?"
_SIGNS = {Coverage.CHECKED: "✓", Coverage.UNCOVERED: "·", Coverage.OPEN: " "}
_IN_HAND = " on $block-cursor-background"


class SetProof:
    """A proof set in lines of some width. Positions are code points of the proof's text."""

    def __init__(self, proof: Proof, width: int) -> None:
        self.proof = proof
        self.width = width
        self._signs = _signs(proof)
        self._sign_places = [at for at, _ in self._signs]
        cells = [Sign(at, len(claims) + 1) for at, claims in self._signs]
        self.lines = set_in_lines(proof.text, width - GUTTER - 1, cells)

    def line_of(self, at: int) -> int:
        """The number of the line on which a code point stands."""
        return line_at(self.lines, at)

    def at_cell(self, number: int, x: int) -> int:
        """The code point that is seen at a cell of a line; the nearest, beside the words."""
        line = self.lines[number]
        here = GUTTER
        for at, cells in self._cells(line):
            here += cells
            if x < here:
                return at
        return max(line.start, line.end - 1)

    def draw(
        self, number: int, sentence: Span | None, claim: int | None, chosen: Span | None
    ) -> list[Piece]:
        """Draw a line, with what the editor has in hand: sentence, claim, and chosen words."""
        line = self.lines[number]
        touched = self._touched(line)
        here = sentence is not None and _meet(line, sentence)
        return [
            Piece(BAR if here else " ", "$accent"),
            Piece(f"{self._sign_of(touched)} ", MUTED),
            *self._words(line, touched, claim, chosen),
        ]

    def _words(
        self, line: Line, touched: range, claim: int | None, chosen: Span | None
    ) -> Iterator[Piece]:
        proof = self.proof
        runs = proof.runs[self._runs(line)]
        cuts = {line.start, line.end}
        cuts.update(*(run[:2] for run in runs))
        for span in (
            *(proof.sentences[number] for number in touched),
            *([chosen] if chosen else []),
        ):
            cuts.update((span.start, span.end))
        signs = self._signs[slice(*(bisect_left(self._sign_places, end) for end in line))]
        cuts.update(at for at, _ in signs)
        standing = dict(signs)
        for start, end in pairwise(sorted(at for at in cuts if line.start <= at <= line.end)):
            yield from self._glyphs(standing.get(start, ()), claim)
            under = next((run.claims for run in runs if run.start <= start < run.end), ())
            yield Piece(proof.text[start:end], self._style(start, under, claim, chosen))

    def _glyphs(self, claims: tuple[int, ...], here: int | None) -> Iterator[Piece]:
        for claim in claims:
            glyph, style = glyph_of(self.proof.by_id[claim])
            yield Piece(glyph, f"bold {style}{_IN_HAND if claim == here else ''}")
        if claims:
            yield Piece(" ", _IN_HAND.strip() if here in claims else "")

    def _style(
        self, at: int, under: tuple[int, ...], claim: int | None, chosen: Span | None
    ) -> str:
        if chosen is not None and chosen.start <= at < chosen.end:
            return "reverse"
        if claim in under and claim is not None:
            return f"bold underline {glyph_of(self.proof.by_id[claim])[1]}{_IN_HAND}"
        if under:
            return f"underline {glyph_of(self.proof.by_id[under[-1]])[1]}"
        coverage = self.proof.coverage
        checked = bool(coverage) and coverage[self.proof.sentence_at(at)] is Coverage.CHECKED
        return MUTED if checked else ""

    def _sign_of(self, touched: range) -> str:
        """Say that all of a line is checked, or that something in it no claim covers."""
        found = {self.proof.coverage[number] for number in touched}
        if Coverage.UNCOVERED in found:
            return _SIGNS[Coverage.UNCOVERED]
        return _SIGNS[Coverage.CHECKED if found == {Coverage.CHECKED} else Coverage.OPEN]

    def _touched(self, line: Line) -> range:
        """The numbers of the sentences that have a part on a line."""
        sentences = self.proof.sentences
        first = number_at(sentences, line.start)
        if first < len(sentences) and sentences[first].end <= line.start:
            first += 1
        return range(first, bisect_left(sentences, line.end, key=lambda one: one.start))

    def _runs(self, line: Line) -> slice:
        runs = self.proof.runs
        first = bisect_right(runs, line.start, key=lambda run: run.end)
        return slice(first, bisect_left(runs, line.end, key=lambda run: run.start))

    def _cells(self, line: Line) -> Iterator[tuple[int, int]]:
        """The code points of a line, each with the cells that it takes with its signs."""
        standing = {at: len(claims) + 1 for at, claims in self._signs}
        for at, shown in enumerate(
            visible_signs(self.proof.text[line.start : line.end]), line.start
        ):
            yield at, cell_len(shown) + standing.get(at, 0)


def glyph_of(mark: Mark) -> tuple[str, str]:
    """The glyph of a claim in the text, and its style: what is only proposed is no status."""
    if mark.stage is Stage.SUGGESTED:
        return PROPOSED, "$text-warning"
    return STATUS_GLYPHS[mark.status], status_style(mark.status)


def _signs(proof: Proof) -> list[tuple[int, tuple[int, ...]]]:
    """Where claims begin, and which."""
    found: dict[int, tuple[int, ...]] = {}
    for number in proof.order:
        at = proof.places[number][0].start
        found[at] = (*found.get(at, ()), number)
    return sorted(found.items())


def _meet(one: Span | Line, other: Span | Line) -> bool:
    return one.start < other.end and other.start < one.end
