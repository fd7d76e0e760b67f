"""Anchoring again: a passage finds its place in a later revision of its text, or is orphaned.

Weighs quote, words before, words after and position as the fuzzy anchoring of Hypothesis does
(https://web.hypothes.is/blog/fuzzy-anchoring/), but takes no other words for the quote: a
look-alike is left to a person.
"""

from __future__ import annotations

from dataclasses import replace

from tracker.domain.article import CONTEXT, Passage, Span

FLOOR = 0.6
"""The least score (0–1) at which a passage is taken to have been found again."""
_GAP = " … "
_PREFIX, _SUFFIX, _POSITION = 0.46, 0.46, 0.08
_LONG = 48
"""Code points from which on a quote that stands once only is enough by itself."""
_MOST_PLACES = 200
_ALIKE = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "\n": " "})
"""Signs that stand for each other, one for one, so that positions stay true."""


def reanchored(passage: Passage, old: str, new: str) -> Passage:
    """Find a passage of a text in the text's next revision; orphan it where that is uncertain.

    An orphaned passage keeps the spans that it had in the old text.
    """
    spans = _found(passage, old, new)
    if not spans:
        return replace(passage, orphaned=True)
    start, end = spans[0].start, spans[-1].end
    return replace(
        passage,
        spans=spans,
        exact=_GAP.join(new[span.start : span.end] for span in spans),
        prefix=new[max(0, start - CONTEXT) : start],
        suffix=new[end : end + CONTEXT],
        orphaned=False,
    )


def _found(passage: Passage, old: str, new: str) -> tuple[Span, ...]:
    """Where all pieces of a passage stand in the new text, in order; nothing if one is missing."""
    plain_old, plain_new = old.translate(_ALIKE), new.translate(_ALIKE)
    spans: list[Span] = []
    for piece in passage.spans:
        found = _place(piece, plain_old, plain_new)
        if found is None or (spans and found.start < spans[-1].end):
            return ()
        spans.append(found)
    return tuple(spans)


def _place(piece: Span, old: str, new: str) -> Span | None:
    """The one place in the new text that a piece of the old one must be; None if none must."""
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
    """How far two contexts agree, read away from the quote, 0–1; none at all agrees with none."""
    if not one and not other:
        return 1.0
    same = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        same += 1
    return same / max(len(one), 1) if one else 0.0
