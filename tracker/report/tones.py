"""Colours of tones on white paper; each can be read there (WCAG 2.2, level AA)."""

from __future__ import annotations

QUIET = "5b574e"
TONES = {
    "unverified": "47505c",
    "corroborated": "075e56",
    "confirmed": "1d5f23",
    "disputed": "7a4a00",
    "misleading": "67339c",
    "refuted": "a01c1c",
    "unverifiable": "64502f",
    "agree": "1f5e40",
    "contradict": "98370a",
}


def ink(tone: str) -> str:
    """The colour of a tone, six hexadecimal digits; the quiet one where it has none of its own."""
    return TONES.get(tone, QUIET)
