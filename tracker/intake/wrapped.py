"""Wrapped lines: where a text was broken to fit a width, its breaks are blanks."""

from __future__ import annotations

import re
from statistics import mean

_NARROW, _WIDE = 40, 100
"""Code points between which the longest line lies of a text that was wrapped."""
_LONG = 0.6
"""The share of that from which a line may have been broken, and not just ended."""
_UNENDED = 0.6
"""The share of such lines that do not end as a sentence does, at least."""
_FAR = 100
"""Code points within which a line begins, if it goes on with the one before."""
_BREAK = re.compile(r"(?<=[^\s])[ \t]*\r?\n(?=[ \t]*[^\s])")
_ENDS = re.compile(r"[.!?:;…][)\]”’\"'»*_]*")
_MARKED = re.compile(r"[ \t]*(?:[-*+•–—|>#=~`]|[A-Z ]{2,40}:)")
"""How a line begins that stands for itself: of a list, a table, a quotation, a heading."""


def unwrapped(text: str) -> str:
    """Put blanks for the breaks of lines that were wrapped at a width; all places stay the same.

    A text was wrapped if its longest line is of a page's width and most long ones break off amid
    a sentence. A break is then of the wrapping where the next line's first word would not have
    fitted, or goes on in a small letter.
    """
    breaks = list(_BREAK.finditer(text))
    lines = [text[text.rfind("\n", 0, one.start()) + 1 : one.start()] for one in breaks]
    width = max(map(len, lines), default=0)
    if not _NARROW <= width <= _WIDE:
        return text
    long = [line for line in lines if len(line) >= _LONG * width and not _MARKED.match(line)]
    if not long or mean(not _is_ended(line) for line in long) < _UNENDED:
        return text
    pieces: list[str] = []
    done = 0
    for found, line in zip(breaks, lines, strict=True):
        following = text[found.end() : found.end() + _FAR].lstrip(" \t")
        if _goes_on(line, following, width):
            pieces += [text[done : found.start()], " " * len(found[0])]
            done = found.end()
    return "".join([*pieces, text[done:]])


def _is_ended(line: str) -> bool:
    ends = list(_ENDS.finditer(line[-4:]))
    return bool(ends) and ends[-1].end() == len(line[-4:])


def _goes_on(line: str, following: str, width: int) -> bool:
    if not following or _MARKED.match(following) or line.lstrip()[:1] in ("#", "|", ">"):
        return False
    word = following.split(maxsplit=1)[0]
    if len(line) + 1 + len(word) > width:
        return True
    return word[:1].islower() and not _is_ended(line) and len(line) >= _LONG * width
