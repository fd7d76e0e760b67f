"""Trimming what was found: who is only told, by what way, and who speaks next are not said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tracker.domain.article import Span
from tracker.extract.found import FoundAttribution
from tracker.extract.joined import deed_of_another
from tracker.extract.media import names_a_way
from tracker.extract.parsed_text import ParsedText, Places
from tracker.extract.words import Word

_TELLING = frozenset({"tell", "inform", "assure", "remind"})
ASIDE = frozenset({"although", "though", "whereas", "while"})
_JOINING = frozenset({"and", "but"})
_VERBS = frozenset({"VBD", "VBZ", "VBP", "MD", "VBG", "VB"})
_SAID_AFTER = re.compile(r"\s+(?:reported|said|wrote|added)\b")
"""Behind a comma and a name, this is no part of what is said."""
_LEADING = frozenset({"at", "during", "in", "on", "via"})
_REPORTED = re.compile(
    r",\s+(?:[\w’'.-]+\s+){0,6}(?:[A-Z][\w’'.-]*|agency|broadcaster|channel|media|newspaper|paper|"
    r"radio|station|website)\s+report(?:ed|s)$"
)
_QUOTE_ENDS = re.compile(r"[.!?]\s*[”\"’»]$")
_EDGES = " \t\r\n.,;"
_BEFORE_ANOTHER = " \t\r\n,;:—–-"
_DANGLING = frozenset({"which", "that", "who", ",", "and", "but", "as"})
_A_CHARGE = ("PUNCT", "DET", "NOUN")
_THERE_IS = 2
_SHORT = 9
"""Words within which a way leads up to "that"."""
_FEWEST = 3


def said_until(text: ParsedText, one: FoundAttribution, at: int) -> FoundAttribution:
    """What is said up to where another has the word; whoever said nothing before keeps all."""
    kept = []
    for span in one.content:
        words = text.text[span.start : min(span.end, at)].rstrip(_BEFORE_ANOTHER)
        if span.start < at and words:
            kept.append(Span(span.start, span.start + len(words)))
    return replace(one, content=tuple(kept)) if kept else one


def begun(text: ParsedText, one: FoundAttribution, cue: Word) -> tuple[Span, ...]:
    """What is said without what only leads up to it: who was told, the way, more of the speaker."""
    assert one.cue is not None
    content = _without_listener(text, _behind_that(text, one.content), cue)
    return _without_way(text, _without_source(text, content, one), one.cue)


def ended(
    text: ParsedText, one: FoundAttribution, cues: Sequence[int], named: Places
) -> FoundAttribution:
    """End where the next thing is said, by the same speaker (at ``cues``) or by another."""
    return _trimmed(text, _until(text, _before_aside(text, one, named), cues), named)


def without_quote_before(
    text: ParsedText, one: FoundAttribution, speaking: Mapping[int, int]
) -> FoundAttribution:
    """Leave whole sentences in quotation marks to whoever spoke before, in the same paragraph.

    In '(A cook said so.) “It fell.” The clinic says that it stood' the clinic says only the
    second. ``speaking`` tells where the first cue of each paragraph stands.
    """
    start = one.content[0].start
    if speaking.get(text.paragraph_at(start), start) >= start:
        return one
    if one.cue is None or one.source is None or one.content[-1].start < one.cue.end:
        return one
    begins = text.sentence_at(one.cue.start).span.start
    if one.source.start < begins or begins > min(one.source.start, one.cue.start):
        return one
    kept = tuple(
        span
        for span in one.content
        if span.start >= begins
        or not text.quoted(span.start)
        or not _QUOTE_ENDS.search(text.text[span.start : begins].rstrip())
    )
    return replace(one, content=kept)


def is_way(text: ParsedText, span: Span) -> bool:
    """Whether words only say how others came: "in a post"."""
    tokens = text.tokens(span)
    return names_a_way(tokens) and not any(map(_is_verb, tokens))


def _before_aside(text: ParsedText, one: FoundAttribution, named: Places) -> FoundAttribution:
    """End before ", while" and ", but", and what somebody else says there."""
    last = one.content[-1]
    for word in text.tokens(last):
        behind = one.cue is not None and one.cue.start < word.start > last.start
        joins = behind and text.text[word.start - 2] == ","
        if joins and (verb := deed_of_another(word)) is not None and named.holds(verb.start):
            return said_until(text, one, word.start)
        opens = word.lower_ in ASIDE and word.dep_ == "mark" and word.start > one.content[0].start
        own = one.cue is not None and word.head.start == one.cue.start
        if opens and not own and named.holds(word.head.start) and text.text[word.start - 2] == ",":
            words = text.text[last.start : word.start].rstrip(_EDGES)
            kept = (Span(last.start, last.start + len(words)),) if words else ()
            return replace(one, content=(*one.content[:-1], *kept))
    return one


def _until(text: ParsedText, one: FoundAttribution, cues: Sequence[int]) -> FoundAttribution:
    """End where the same speaker is said to say the next thing: "denied it and said …"."""
    last = one.content[-1]
    inner = [at for at in cues if last.start < at < last.end and not _is_undergone(text, at)]
    if not inner or (one.cue is not None and one.cue.start in inner):
        return one
    words = text.text[last.start : min(inner)].rstrip(_EDGES)
    for lead in _JOINING:
        words = words.removesuffix(f" {lead}").rstrip(_EDGES)
    if not words:
        return one
    return replace(one, content=(*one.content[:-1], Span(last.start, last.start + len(words))))


def _is_undergone(text: ParsedText, at: int) -> bool:
    """Whether a cue is what the speaker underwent: "(…, he said,) and had been promised help"."""
    verb = text.tokens(Span(at, at + 1))[0]
    return any(one.dep_ == "auxpass" for one in verb.lefts)


def _trimmed(text: ParsedText, one: FoundAttribution, named: Places) -> FoundAttribution:
    """Leave out the next speaker and the next cue, and the word that leads to them."""
    one = _without_outlet(text, _without_next(text, one, named))
    tokens = text.tokens(one.content[-1])
    kept = len(tokens)
    while kept > _FEWEST and named.holds(tokens[kept - 1].start):
        kept -= 1
    while _FEWEST < kept < len(tokens) and tokens[kept - 1].lower_ in _DANGLING:
        kept -= 1
    kept -= _renamed(tokens[:kept], named)
    end = tokens[kept - 1].end
    comma = text.text.rfind(",", one.content[-1].start, end)
    if _SAID_AFTER.match(text.text, end) and comma > 0:
        end = comma
    if end == one.content[-1].end:
        return one
    last = Span(one.content[-1].start, end)
    return replace(one, content=(*one.content[:-1], last))


def _without_next(text: ParsedText, one: FoundAttribution, named: Places) -> FoundAttribution:
    """Leave out a last part that only names the next speaker: "(…, she said,) Hark reported"."""
    *before, last = one.content
    words = text.tokens(last)
    reports = before and words[-1].lemma_.lower() == "report"
    if reports and all(named.holds(word.start) for word in words):
        return replace(one, content=tuple(before))
    return one


def _without_outlet(text: ParsedText, one: FoundAttribution) -> FoundAttribution:
    """End before the outlet that a sentence ends on: "(…, he added,) …, the agency reported"."""
    last = one.content[-1]
    if one.cue is None or one.cue.start > last.start:
        return one
    outlet = _REPORTED.search(text.words(last))
    if outlet is None or not outlet.start():
        return one
    return replace(one, content=(*one.content[:-1], Span(last.start, last.start + outlet.start())))


def _renamed(tokens: Sequence[Word], named: Places) -> int:
    """Count the words that only name what was said: "…, a charge (that her lawyers denied)"."""
    if len(tokens) <= _FEWEST + len(_A_CHARGE):
        return 0
    last = tokens[-1]
    following = last.nbor(1) if last.i + 1 < len(last.doc) else last
    calls = named.holds(following.start) or following.lower_ in _DANGLING
    signs = tuple(token.pos_ for token in tokens[-len(_A_CHARGE) :])
    return len(_A_CHARGE) if signs == _A_CHARGE and calls and last.whitespace_ else 0


def _without_listener(text: ParsedText, content: tuple[Span, ...], cue: Word) -> tuple[Span, ...]:
    """Leave out whoever was told, and the "it" that only stands for what is said."""
    full = tuple(span for span in content if not _is_empty(text, span))
    content = full or content
    if cue.lemma_.lower() not in _TELLING or len(content) == 1:
        return content
    said = tuple(span for span in content if _tells(text.tokens(span)))
    return said or content


def _tells(tokens: Sequence[Word]) -> bool:
    """Whether words tell something: with a verb, or "because of" what."""
    return any(map(_is_verb, tokens)) or tokens[0].lower_ == "because"


def _behind_that(text: ParsedText, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Begin behind the "that" which a way leads up to: "(boasted) in a post that it had won"."""
    tokens = text.tokens(content[0])
    if not tokens or tokens[0].dep_ != "prep" or tokens[0].lower_ not in _LEADING:
        return content
    that = next((token for token in tokens[:_SHORT] if token.lower_ == "that"), None)
    if that is None or that.dep_ != "mark" or not names_a_way(tokens[: tokens.index(that)]):
        return content
    return (Span(that.start, content[0].end), *content[1:])


def _without_source(
    text: ParsedText, content: tuple[Span, ...], one: FoundAttribution
) -> tuple[Span, ...]:
    """Leave out what only tells more of the speaker: "a cook, whose knee was hurt, said …"."""
    if one.cue is None or one.source is None:
        return content
    said = tuple(
        span
        for span in content
        if not (
            one.source.end <= span.start < one.cue.start
            and any(token.tag_ in ("WP", "WP$", "WDT") for token in text.tokens(span)[:1])
        )
    )
    return said or content


def _is_empty(text: ParsedText, span: Span) -> bool:
    return all(token.pos_ in ("PRON", "PUNCT") for token in text.tokens(span))


def _without_way(text: ParsedText, content: tuple[Span, ...], cue: Span) -> tuple[Span, ...]:
    """Leave out "on television" behind the cue where something else was said before it."""
    said = tuple(span for span in content if span.start < cue.start or not is_way(text, span))
    if not said or said[0].start > cue.start:
        return content
    first, tokens = said[0], text.sentence_at(said[0].start).tokens
    before = [token for token in tokens if token.start < first.start]
    if len(before) == _THERE_IS and before[0].lower_ == "there":
        return (Span(before[0].start, first.end), *said[1:])
    return said


def _is_verb(token: Word) -> bool:
    return token.tag_ in _VERBS
