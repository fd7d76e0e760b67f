"""The outlet's own reservations: that nobody could verify what is claimed, and which claims."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tracker.domain.article import Span
from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import ParsedText, inside

_VERIFYING = re.compile(
    r"\b(?:verif(?:y|ied|iable|ication)|confirm(?:ed|ation)?|check(?:ed)?|corroborat(?:e|ed|ion)|"
    r"authenticat(?:e|ed)|substantiat(?:e|ed)|establish(?:ed)?)\b",
    re.IGNORECASE,
)
_FAILING = re.compile(
    r"\b(?:could|can|has|have|had|was|were|is|are|did)(?:\s+not|n[’']t)\b|\b(?:neither|none of|"
    r"no way|not possible|impossible|unable|no independent|without independent|nor could)\b",
    re.IGNORECASE,
)
_CLAIMS = re.compile(
    r"\b(?:claims?|accounts?|versions?|reports?|statements?|figures?|allegations?|accusations?|"
    r"assertions?|numbers?|tolls?|footage|videos?|images?|details|it|this|that|either|neither|"
    r"information|authenticity|stories|story)\b",
    re.IGNORECASE,
)
_INDEPENDENT = re.compile(r"\bindependent(?:ly)?\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:claims|accounts|versions|reports|statements|figures|allegations|accusations|assertions|"
    r"neither|either|both|none of|numbers|tolls|stories)\b",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"\b(?:none|any|all) of (?:the|these|those)\b", re.IGNORECASE)
"""What reaches over all that was said: "none of the claims could be verified"."""
_EDGES = " \t\r\n."
_SIDES = 2
_FURTHEST = 60
"""Claims that a reservation reaches back over: work stays linear in the text's length."""


class CaveatFound(NamedTuple):
    """A reservation: where it and its word for verifying stand, and if it is about several."""

    span: Span
    sentence: Span
    verifying: int
    several: bool


def caveats_in(text: ParsedText) -> Iterator[CaveatFound]:
    """Find the sentences in which the outlet says that something is not verified."""
    for sentence in text.sentences:
        span = sentence.span
        words = text.words(span)
        verifying, failing = _VERIFYING.search(words), _FAILING.search(words)
        if not (verifying and failing and failing.start() < verifying.start()):
            continue
        if text.quoted(span.start) or not (_CLAIMS.search(words) or _INDEPENDENT.search(words)):
            continue
        root = sentence.root
        about = _VERIFYING.search(root.text) or _INDEPENDENT.search(words)
        if about or any(_VERIFYING.search(child.text) for child in root.children):
            start = span.start + len(words) - len(words.lstrip(_EDGES))
            end = span.start + len(words.rstrip(_EDGES))
            several = _SEVERAL.search(words) is not None
            yield CaveatFound(Span(start, end), span, span.start + verifying.start(), several)


def is_told(text: ParsedText, caveat: CaveatFound, found: Iterable[FoundAttribution]) -> bool:
    """Whether it is somebody's word, not the outlet's: "the firm admitted it was not checked".

    Of itself an outlet tells so, too: "the agency said it could not independently verify it".
    """
    if _INDEPENDENT.search(text.words(caveat.sentence)):
        return False
    return any(
        one.cue is not None and one.source is not None and inside(caveat.verifying, one.content)
        for one in found
    )


def covered(
    text: ParsedText, caveat: CaveatFound, claims: Sequence[tuple[str, Span, str]]
) -> tuple[str, ...]:
    """Name the claims that a reservation is about, of those given as (key, place, speaker).

    One that speaks of "none of" them reaches back over all, one that speaks of several until two
    sides have spoken, and no further than the paragraph in which the second did; any other is
    about the last claim and its like.
    """
    last = bisect_left(claims, caveat.sentence.start, key=lambda claim: claim[1].start)
    all_before = claims[max(0, last - _FURTHEST) : last]
    before = [claim for claim in all_before if claim[2]]
    if all_before and not caveat.several:
        begins = text.sentence_at(all_before[-1][1].start).span.start
        return tuple(key for key, span, _ in all_before if span.start >= begins)
    if not before:
        return ()
    if _OF_ALL.search(text.words(caveat.sentence)):
        return tuple(key for key, _, _ in before)
    paragraph = text.paragraph_at(caveat.sentence.start)
    paragraphs = [text.paragraph_at(span.start) for _, span, _ in before]
    here = before[bisect_left(paragraphs, paragraph) :]
    if len({speaker for _, _, speaker in here}) >= _SIDES:
        return tuple(key for key, _, _ in here)
    reached: list[tuple[str, Span, str]] = []
    for number in sorted(set(paragraphs), reverse=True):
        reached = before[bisect_left(paragraphs, number) :]
        if len({speaker for _, _, speaker in reached}) >= _SIDES:
            break
    return tuple(key for key, _, _ in reached)
