"""Announced: who speaks in a headline with a colon, the one before it or the one at its end."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from tracker.domain.article import Span
from tracker.domain.source import SourceKind
from tracker.extract.found import FoundAttribution
from tracker.extract.headlines import LONGEST
from tracker.extract.kinds_of_sources import kind_of_noun
from tracker.extract.parsed_text import ParsedText, inside
from tracker.extract.speech import FINITE, says
from tracker.extract.words import Word

_ENDS = frozenset('.!?…”"’)')
_DASHES = frozenset({"-", "–", "—"})
_SILENT = (None, SourceKind.FOOTAGE)
_FEWEST, _MOST = 2, 6
"""Words of what is said, at least, and of who says it, at most."""
_SCORE = 0.6
_AT_ITS_END = "who says it stands at the end of a headline"
_BEFORE = "who says it stands before a headline’s colon"


class _Line(NamedTuple):
    """A headline: what stands before its colon, the colon, and what stands behind it."""

    before: Sequence[Word]
    colon: Word
    behind: Sequence[Word]

    def span(self) -> Span:
        """All of it."""
        return Span(self.before[0].start, self.behind[-1].end)


class _End(NamedTuple):
    """What is said, who says it, and the word or dash that tells so."""

    said: Sequence[Word]
    who: Sequence[Word]
    cue: Word


def announced(text: ParsedText, found: Sequence[FoundAttribution]) -> list[FoundAttribution]:
    """Read "Ostrel: two dead, hospital says" and "Minister: we will not pay".

    Whoever is named at the end says what stands behind the colon, whatever stands before it;
    else only somebody who may speak does: a role, a body, or who says something below.
    """
    kept = list(found)
    for line in _lines(text):
        here = [one for one in kept if one.cue and inside(one.cue.start, (line.span(),))]
        speaking = {
            word.lower_
            for one in kept
            if one.source is not None and one not in here
            for word in text.tokens(one.source)
            if word.text[:1].isupper()
        }
        end = _end(line.behind, speaking)
        by_colon = [one for one in here if one.cue and one.cue.start == line.colon.start]
        if end is not None:
            own = [one for one in here if one.cue and one.cue.start == end.cue.start]
            kept = [one for one in kept if one not in by_colon and one not in own]
            cue = Span(end.cue.start, end.cue.end)
            said, who = text.span(end.said), text.span(end.who)
            kept.append(FoundAttribution((said,), cue, who, _SCORE, _AT_ITS_END))
        elif not _may_speak(line.before, speaking):
            kept = [one for one in kept if one not in by_colon]
        elif here == _unsure(by_colon) and any(one.tag_ in FINITE for one in line.behind):
            kept = [one for one in kept if one not in by_colon]
            said, who = text.span(line.behind), text.span(line.before)
            cue = Span(line.colon.start, line.colon.end)
            kept.append(FoundAttribution((said,), cue, who, _SCORE, _BEFORE))
    return kept


def _unsure(found: Sequence[FoundAttribution]) -> list[FoundAttribution]:
    return [one for one in found if one.score < _SCORE]


def _lines(text: ParsedText) -> Iterator[_Line]:
    for paragraph in text.paragraphs:
        span = Span(paragraph.start, paragraph.end)
        words = text.words(span).strip()
        if ": " not in words or len(words) > LONGEST or words[-1] in _ENDS:
            continue
        tokens = text.tokens(span)
        at = next((at for at, one in enumerate(tokens) if one.text == ":"), 0)
        before, behind = tokens[:at], tokens[at + 1 :]
        shouted = all(one.text.isupper() for one in before)  # a transcript's name
        if before and len(behind) >= _FEWEST and not shouted:
            yield _Line(before, tokens[at], behind)


def _end(words: Sequence[Word], speaking: Collection[str]) -> _End | None:
    """Who is named at a headline's end: "…, hospital says", "…, says hospital", "… - police"."""
    for at in range(len(words) - 2, _FEWEST - 1, -1):
        said, who = words[:at], words[at + 1 :]
        if len(who) > _MOST + 1:
            return None
        if words[at].text in _DASHES and _may_speak(who, speaking):
            return _End(said, who, words[at])
        if words[at].text == ",":
            cue = next((one for one in (who[-1], who[0]) if says(one)), None)
            named = [one for one in who if one is not cue]
            return _End(said, named, cue) if cue is not None and named else None
    return None


def _may_speak(words: Sequence[Word], speaking: Collection[str]) -> bool:
    """Whether words are for somebody who speaks: a role, a body, or who says something below."""
    if len(words) > _MOST:
        return False
    last = words[-1]
    return last.lower_ in speaking or kind_of_noun(last.lower_) not in _SILENT
