"""What the first reading of a text finds: attributions as spans, before they become claims."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.domain.article import Span


@dataclass(frozen=True)
class FoundAttribution:
    """Somebody is said to say something: spans of the text (code points, end exclusive).

    ``content`` is what is said (several spans where it is interrupted), ``cue`` the words that
    attribute it, ``source`` the words that name the speaker; None where the text names none.
    ``score`` is the probability (0–1) that this is an attribution, ``reason`` why, in words.
    """

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    score: float
    reason: str
