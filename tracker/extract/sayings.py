"""Sayings that punctuation shows plainly complete what was found: "…, the mayor said"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.domain.article import Span
from tracker.extract.beside import RELATIVE
from tracker.extract.found import FoundAttribution
from tracker.extract.frames import sayings
from tracker.extract.parsed_text import ParsedText, Places, inside, overlap
from tracker.extract.sifting import is_speech
from tracker.extract.tags import AT_WHICH
from tracker.extract.words import FINITE

_TELLING = frozenset({"assure", "inform", "remind", "tell"})


def with_sayings(text: ParsedText, found: Sequence[FoundAttribution]) -> list[FoundAttribution]:
    """Add what punctuation gives to somebody, unless it was found; who is not named gives way.

    Where what stands before "…, she said" was found in part, the whole of it is said.
    """
    tags = list(sayings(text))
    found = [one for one in found if not _runs_over(text, one, tags)]
    named = [one for one in found if one.source is not None]
    cues = {
        place: one
        for one in named
        if one.cue is not None
        for place in range(one.cue.start, one.cue.end)
    }
    told = Places(span for one in named if not _passes_on(text, one) for span in one.content)
    passed_on = Places(span for one in named if _passes_on(text, one) for span in one.content)
    added: list[FoundAttribution] = []
    whole: dict[Span | None, FoundAttribution] = {}
    for one in tags:
        if one.cue is None:
            continue
        known = cues.get(one.cue.start)
        first = one.content[0]
        if known and first.start < one.cue.start:
            whole[known.cue] = _widened(text, known, one)
        elif not told.touches(first) and (
            passed_on.holds(one.cue.start) or not passed_on.touches(first)
        ):
            added.append(one if known is None else _taken_over(known, one))
    clearer = {one.cue for one in added}
    kept = [one for one in found if one.source is not None or one.cue not in clearer]
    return [whole.get(one.cue, one) for one in kept] + added


def _runs_over(text: ParsedText, one: FoundAttribution, tags: Sequence[FoundAttribution]) -> bool:
    """Whether a word that is said itself was taken for a cue: "He believed in it, she said"."""
    return one.cue is not None and any(
        tag.cue is not None
        and inside(one.cue.start, tag.content[:1])
        and (inside(tag.cue.start, one.content) or _swallows(text, one, tag))
        for tag in tags
    )


def _swallows(text: ParsedText, one: FoundAttribution, tag: FoundAttribution) -> bool:
    """Whether what is no word of speech holds who speaks: "They saw him fall, the judge (said)"."""
    speaker, cue = tag.source, text.tokens(one.cue) if one.cue is not None else []
    if speaker is None or any(map(is_speech, cue)):
        return False
    return any(overlap(span, speaker) for span in one.content)


def _passes_on(text: ParsedText, one: FoundAttribution) -> bool:
    """Whether somebody only tells what another said: "…, she told the court, according to …"."""
    return one.cue is not None and text.words(one.cue).lower().startswith("according")


def _taken_over(known: FoundAttribution, one: FoundAttribution) -> FoundAttribution:
    """Keep the speaker that was found, unless half of it was taken for what is said."""
    halved = one.source is not None and any(overlap(span, one.source) for span in known.content)
    return replace(one, cue=known.cue, source=one.source if halved else known.source)


def _widened(
    text: ParsedText, known: FoundAttribution, whole: FoundAttribution
) -> FoundAttribution:
    """Take all that stands before a cue that ends it, where less than half of it was found."""
    if whole.source is None or whole.cue is None:
        return known
    if _is_told(text, known, whole.source):
        known = replace(known, source=whole.source)
    said, cue = whole.content[0], whole.cue
    before = [span for span in known.content if span.start < cue.start]
    within = sum(overlap(span, said) for span in before)
    inverted = whole.source.start > cue.start
    astray = known.content if inverted else before
    runs_over = any(overlap(span, whole.source) for span in astray)
    begins = text.sentence_at(said.start).span.start
    parted = any(";" in text.text[max(span.start, begins) : said.start] for span in before)
    when = [span for span in known.content if _tells_when(text, cue, span)]
    part = _is_loose(text, known, whole) or len(when) == len(known.content) or runs_over
    part = part or bool(before and (parted or within * 2 < said.end - said.start))
    after = whole.content[1:] or tuple(
        span
        for span in known.content
        if span.start > cue.start and span not in when and not overlap(span, whole.source)
    )
    if not part and not _only_told(text, known):
        return replace(known, content=(*before, *after)) if whole.content[1:] else known
    quoted = [span.start for span in before if text.quoted(span.start)]
    said = Span(min([said.start, *quoted]), said.end)
    return replace(known, content=(said, *after), source=whole.source)


def _is_told(text: ParsedText, known: FoundAttribution, speaker: Span) -> bool:
    """Whether whom somebody told was taken for who tells: "…, a diver, who saw it, told Hark"."""
    if known.cue is None or known.source is None or known.source.start < known.cue.end:
        return False
    tells = any(verb.lemma_.lower() in _TELLING for verb in text.tokens(known.cue))
    return tells and speaker.end <= known.cue.start


def _is_loose(text: ParsedText, known: FoundAttribution, whole: FoundAttribution) -> bool:
    """Whether a comma parts all that was found from its cue: "…, she said, (because he slept)"."""
    if whole.cue is None or whole.source is None:
        return False
    last = max(whole.cue.end, whole.source.end)
    behind = [span for span in known.content if span.start > last]
    return len(behind) == len(known.content) and all(
        "," in text.text[last : span.start] and not _is_whole_quote(text, span) for span in behind
    )


def _is_whole_quote(text: ParsedText, span: Span) -> bool:
    """Whether a quotation is a sentence: not so in "…, she said, “which is better than none”"."""
    words = [one for one in text.tokens(span) if not one.is_punct]
    whole = any(one.tag_ in FINITE for one in words) and words[0].tag_ not in RELATIVE
    return text.quoted(span.start) and whole


def _tells_when(text: ParsedText, cue: Span, span: Span) -> bool:
    """Whether it is when something was said: "(…, she said) an hour after the fire was out"."""
    words = text.tokens(Span(cue.end, span.end)) if span.start > cue.end else []
    finite = next((at for at, one in enumerate(words) if one.tag_ in FINITE), 0)
    leads = words[:finite]
    return any(one.lower_ in AT_WHICH for one in leads) and not any(one.is_punct for one in leads)


def _only_told(text: ParsedText, known: FoundAttribution) -> bool:
    """Whether only who was told was found: "(…, she assured) the two lenders"."""
    cue = text.tokens(known.cue) if known.cue is not None else []
    said = [token for span in known.content for token in text.tokens(span)]
    tells = any(verb.lemma_.lower() in _TELLING for verb in cue)
    return tells and not any(token.tag_ in FINITE for token in said)
