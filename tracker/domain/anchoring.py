"""Anchoring again: a passage finds its place in a later revision of its text, or is orphaned.

Weighs quote, words before, words after and position as the fuzzy anchoring of Hypothesis does
(https://web.hypothes.is/blog/fuzzy-anchoring/), but takes no other words for the quote: a
look-alike is left to a person.
"""

from __future__ import annotations

from dataclasses import replace

from tracker.domain.article import CONTEXT, Article, Passage, Span

FLOOR = 0.5
"""The least score (0–1) at which a passage is taken to have been found again: all the words on
one side and about the same position, or most of those on both."""
_PREFIX, _SUFFIX, _POSITION = 0.46, 0.46, 0.08
_LONG = 48
"""Code points from which on a quote that stands once only is enough by itself."""
_MOST_PLACES = 200
_ALIKE = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "\n": " "})
"""Signs that stand for each other, one for one, so that positions stay true."""


class Anchoring:
    """A text and a later revision of it, in which passages of the first are looked for."""

    def __init__(self, old: str, revision: Article) -> None:
        self._revision = revision
        self._old = old.translate(_ALIKE)
        self._new = revision.text.translate(_ALIKE)

    def passage(self, passage: Passage) -> Passage:
        """Find a passage again; orphan it where that is uncertain.

        An orphaned passage stays in the text where it stood, at its place there.
        """
        spans: list[Span] = []
        for piece in passage.spans:
            found = self.span(piece)
            if found is None or (spans and found.start < spans[-1].end):
                return replace(passage, orphaned=True)
            spans.append(found)
        if not spans:
            return replace(passage, orphaned=True)
        return self._revision.passage_at(tuple(spans))

    def span(self, piece: Span) -> Span | None:
        """The one place in the new text that a piece of the old one must be; None if none must."""
        old, new = self._old, self._new
        quote = old[piece.start : piece.end]
        before = old[max(0, piece.start - CONTEXT) : piece.start]
        after = old[piece.end : piece.end + CONTEXT]
        expected = piece.start / max(1, len(old))
        scored: list[tuple[float, int]] = []
        at = new.find(quote) if quote else -1
        while at >= 0 and len(scored) < _MOST_PLACES:
            end = at + len(quote)
            score = (
                _PREFIX * _agreement(before[::-1], new[max(0, at - CONTEXT) : at][::-1])
                + _SUFFIX * _agreement(after, new[end : end + CONTEXT])
                + _POSITION * (1 - min(1.0, abs(at / max(1, len(new)) - expected)))
            )
            scored.append((score, at))
            at = new.find(quote, at + 1)
        if not scored or len(scored) == _MOST_PLACES:
            return None
        scored.sort(key=lambda one: (-one[0], one[1]))
        score, start = scored[0]
        alone = len(scored) == 1 and len(quote) >= _LONG
        rivalled = len(scored) > 1 and score - scored[1][0] <= _POSITION
        if rivalled or (score < FLOOR and not alone):
            return None
        return Span(start, start + len(quote))


def _agreement(one: str, other: str) -> float:
    """How far two contexts agree, read away from the quote, 0–1; two edges of a text say little."""
    if not one and not other:
        return 0.5
    same = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        same += 1
    return same / max(len(one), 1) if one else 0.0
