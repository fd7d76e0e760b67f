"""Fronted: whom a sentence begins by naming, "According to the radio, …", passes on the rest."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from tracker.domain.article import Span
from tracker.extract.beside import names_somebody, phrase_before
from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import ParsedText
from tracker.extract.speech import begins, has_said
from tracker.extract.words import Word

_SCORE = 0.6
_REASON = "the sentence begins with “according to”"
_FEWEST = 3
_LEAD = 2
"""Words of "according to"."""


def fronted(text: ParsedText, found: Sequence[FoundAttribution]) -> list[FoundAttribution]:
    """Read "According to Hark, …" where another speaks behind it whom the parser joins to it."""
    known = {one.cue.start for one in found if one.cue is not None and one.source is not None}
    begun = {one.content[0].start for one in found if one.source is not None}
    leads = {outer.content[0].start: outer for outer in _leads(text, begun)}
    starts = {outer.cue.start: start for start, outer in leads.items() if outer.cue is not None}
    new = [outer for outer in leads.values() if outer.cue and outer.cue.start not in known]
    cues = {outer.cue for outer in new}
    kept = [one for one in found if one.cue not in cues]
    whole = {outer.cue: outer for outer in leads.values()}
    return [*(_behind(_whole(one, whole.get(one.cue)), starts) for one in kept), *new]


def _whole(one: FoundAttribution, lead: FoundAttribution | None) -> FoundAttribution:
    """Give back to what a lead passes on the speaker whom it lost: "…, the mayor, Kol, said"."""
    if lead is None or one.content[0].start <= lead.content[0].start:
        return one
    return replace(one, content=lead.content, source=lead.source)


def _behind(one: FoundAttribution, starts: Mapping[int, int]) -> FoundAttribution:
    """Let what another says begin behind the lead, if it was read from there on."""
    first = one.content[0]
    start = starts.get(first.start)
    if start is None or first.end <= start:
        return one
    return replace(one, content=(Span(start, first.end), *one.content[1:]))


def _leads(text: ParsedText, begun: Container[int]) -> Iterator[FoundAttribution]:
    for sentence in text.sentences:
        words = [one for one in sentence.tokens if not one.is_space]
        if [one.lower_ for one in words[:_LEAD]] != ["according", "to"]:
            continue
        comma = _comma(words, begun=words[0].start in begun)
        whose, rest = words[_LEAD:comma], words[comma + 1 :]
        if at := _told_at_once(words):
            whose, rest = words[_LEAD:at], words[at:]
        rest = rest[:-1] if rest and rest[-1].text == "." else rest
        if not whose or len(rest) < _FEWEST or not names_somebody(whose, surely=False):
            continue
        content, cue = (text.span(rest),), text.span(words[:_LEAD])
        yield FoundAttribution(content, cue, text.span(whose), _SCORE, _REASON)


def _told_at_once(words: Sequence[Word]) -> int:
    """Where a clause begins without a comma, which the parser takes to tell of the lead; 0 if not.

    "According to the indictment (he was asleep)" is no sentence but for that clause.
    """
    if words[0].dep_ != "ROOT":
        return 0
    at = next((at for at, one in enumerate(words) if one.tag_ == "PRP" and at > _LEAD), 0)
    told = bool(at) and words[at].head.dep_ == "relcl" and words[at].head.head is words[at - 1]
    return at if told and words[at].dep_ in ("nsubj", "nsubjpass") else 0


def _comma(words: Sequence[Word], *, begun: bool) -> int:
    """The comma behind a lead where somebody else speaks in the sentence; its end for none.

    ``begun`` says that what somebody else says was read from the lead on.
    """
    at = next((at for at, one in enumerate(words) if has_said(one)), 0)
    comma = next((at for at, one in enumerate(words) if one.text == ","), len(words))
    first, source = phrase_before(words, begins(words, at)) if at else (0, ())
    speaks = bool(source) and first > comma and words[first - 1].text in (",", "”", '"')
    return comma if begun or speaks else len(words)
