"""Finds quotations in marks of any kind, also where a closing one is missing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.domain.article import Span

_MARK = re.compile(r"''|``|[\"“”„«»‘’']")
_OPENERS = frozenset("“„«‘") | {"``"}
_CLOSERS = frozenset("”»’")
_SINGLE = frozenset("‘’'")
_LONGEST_SINGLE = 300
"""Code points that a quotation in single marks may span: an apostrophe is no closing mark."""


@dataclass(frozen=True)
class Quote:
    """A quotation with its marks; ``continued``: it goes on in the next paragraph's quotation."""

    start: int
    end: int
    continued: bool = False


def quotes(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quote, ...]:
    """Find the outermost quotations of each paragraph, in text order.

    A quotation that is not closed ends with its paragraph; where the next paragraph opens with
    a mark, it continues there, as printed custom has it.
    """
    found: list[Quote] = []
    for number, paragraph in enumerate(paragraphs):
        inside, unclosed = _within(text, paragraph)
        if unclosed is not None:
            goes_on = number + 1 < len(paragraphs) and _opens(text, paragraphs[number + 1])
            inside.append(Quote(unclosed, paragraph.end, continued=goes_on))
        found += inside
    return tuple(found)


def _opens(text: str, paragraph: Span) -> bool:
    mark = _MARK.match(text, paragraph.start, paragraph.end)
    return mark is not None and mark.group() not in _CLOSERS


def _within(text: str, paragraph: Span) -> tuple[list[Quote], int | None]:
    """Return the closed quotations, and where one begins that is not closed."""
    found: list[Quote] = []
    opened: int | None = None
    single: int | None = None
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        if mark.group() in _SINGLE:
            single = _single(text, mark, paragraph, single, found) if opened is None else None
        elif opened is None:
            if mark.group() not in _CLOSERS and mark.end() < paragraph.end:
                opened = mark.start()
        elif _is_opening(text, mark, paragraph):
            found.append(Quote(opened, mark.start()))
            opened = mark.start()
        elif mark.group() not in _OPENERS or text[opened] == "„":
            found.append(Quote(opened, mark.end()))
            opened = None
    return found, opened


def _is_opening(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Tell if a straight mark, met inside a quotation, must open another one."""
    if mark.group() in _CLOSERS or mark.group() in _OPENERS:
        return False
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    return before.isspace() and after.isalnum()


def _single(
    text: str, mark: re.Match[str], paragraph: Span, opened: int | None, found: list[Quote]
) -> int | None:
    """Follow marks that may be apostrophes; return where a quotation in single marks is open."""
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    if mark.group() != "’" and not before.isalnum() and (after.isalnum() or after in "“\"'"):
        return mark.start()
    if opened is None or after.isalnum() or before.isspace():
        return opened
    if mark.end() - opened <= _LONGEST_SINGLE:
        found.append(Quote(opened, mark.end()))
    return None
