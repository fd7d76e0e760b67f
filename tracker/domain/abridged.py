"""Texts so long that nobody reads them on a screen: their beginning, and how long they are."""

from __future__ import annotations

READ = 5_000
"""Code points of one text that a screen shows."""


def abridged(text: str, most: int = READ) -> str:
    """Give what a screen shows of a text; of one that is too long its size is told."""
    if len(text) <= most:
        return text
    head = text[:most]
    between = head.rfind(" ")
    head = head[:between] if between > most // 2 else head
    return f"{head} … ({len(text):,} characters)"
