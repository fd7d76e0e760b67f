"""Headlines: lines that announce what an article tells, and claim nothing of their own."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.article import Span
from tracker.domain.common_words import COMMON
from tracker.domain.meanings import stems_in
from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import ParsedText, Sentence

_ENDS = (".", "!", "?", "…", "”", '"', "’", ")")
LONGEST = 120
"""Code points of a headline."""
_SAME = 0.6
_FEWEST = 2


def is_heading(text: ParsedText, sentence: Sentence) -> bool:
    """Whether a sentence is a line by itself without a full stop, or a part of one before a ";"."""
    line = _line(text, sentence.span)
    words = text.words(line).strip()
    if sentence.span.end - sentence.span.start < len(words):
        before = text.text[line.start : sentence.span.start].rstrip()
        parted = text.words(sentence.span).rstrip().endswith(";") or before.endswith(";")
        if not parted or len(words) > LONGEST:
            return False
    return words.rstrip(";")[-1:] not in _ENDS


def restates(text: ParsedText, sentence: Sentence, found: Sequence[FoundAttribution]) -> bool:
    """Whether the first line only announces what somebody is said to say below it."""
    line = _line(text, sentence.span)
    if text.text[: line.start].strip() or line.end - line.start > LONGEST or not _below(text, line):
        return False
    words = _telling(text.words(sentence.span))
    below = (_telling(text.words(span)) for one in found for span in one.content)
    return any(len(words & told) >= max(_FEWEST, _SAME * len(words)) for told in below)


def _line(text: ParsedText, span: Span) -> Span:
    start = text.text.rfind("\n", 0, span.start) + 1
    end = text.text.find("\n", start)
    return Span(start, end if end >= 0 else len(text.text))


def _below(text: ParsedText, line: Span) -> bool:
    return bool(text.text[line.end : line.end + LONGEST].strip())


def _telling(words: str) -> frozenset[str]:
    return frozenset(stems_in(words)) - COMMON
