"""Likeness: how far two texts are one, word by word, whatever their signs, spaces and titles."""

from __future__ import annotations

from itertools import islice

from tracker.domain.sentences import words

LOOKS_THE_SAME = 0.8
"""The likeness from which on two texts look like one."""
_RUN = 5
_MOST = 20_000
"""Words of each text that are looked at."""


def likeness(one: str, other: str) -> float:
    """The share of their runs of five words that two texts have in common, 0–1.

    The resemblance of w-shingles (Broder, On the resemblance and containment of documents, 1997).
    """
    mine, theirs = _runs(one), _runs(other)
    every = mine | theirs
    return len(mine & theirs) / len(every) if every else 0.0


def _runs(text: str) -> set[tuple[str, ...]]:
    plain = text.replace("’", "'").casefold()
    said = [plain[at.start : at.end] for at in islice(words(plain), _MOST)]
    return {tuple(said[at : at + _RUN]) for at in range(len(said) - _RUN + 1)}
