"""Completing what was found: what a speaker goes on to say, and who was only told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tracker.domain.article import Span
from tracker.extract.datelines import without_dateline
from tracker.extract.found import FoundAttribution
from tracker.extract.media import names_a_way
from tracker.extract.parsed_text import ParsedText, Places
from tracker.extract.words import Word

_CHARGING = frozenset({"accuse", "blame", "suspect"})
_TELLING = frozenset({"tell", "inform", "assure", "remind"})
_JOINING = frozenset({"and", "but"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SAID_AFTER = re.compile(r"\s+(?:reported|said|wrote|added)\b")
"""Behind a comma and a name, this is no part of what is said."""
_AND_THAT = re.compile(r",?\s+((?:and|but|or)\s+that\s)")
_EDGES = " \t\r\n.,;"
_DANGLING = frozenset({"which", "that", "who", ",", "and", "but", "as"})
_A_CHARGE = ("PUNCT", "DET", "NOUN")
_THERE_IS = 2
_FEWEST = 3


def completed(text: ParsedText, found: Sequence[FoundAttribution]) -> list[FoundAttribution]:
    """Give each attribution all that it says, where the sentence shows it plainly."""
    taken = Places(
        span for one in found for span in (*one.content, *filter(None, (one.cue, one.source)))
    )
    named = Places(
        span for one in found for span in (one.cue, one.source) if span and one.source is not None
    )
    cues: defaultdict[Span | None, list[int]] = defaultdict(list)
    for one in found:
        if one.cue is not None and one.source is not None:
            cues[one.source].append(one.cue.start)
    whole = [
        _trimmed(text, _until(text, _completed(text, one, taken), cues[one.source]), named)
        for one in found
    ]
    return [replace(one, content=without_dateline(text.text, one.content)) for one in whole]


def _until(text: ParsedText, one: FoundAttribution, cues: Sequence[int]) -> FoundAttribution:
    """End where the same speaker is said to say the next thing: "denied it and said …"."""
    last = one.content[-1]
    inner = [at for at in cues if last.start < at < last.end]
    if not inner or (one.cue is not None and one.cue.start in inner):
        return one
    words = text.text[last.start : min(inner)].rstrip(_EDGES)
    for lead in _JOINING:
        words = words.removesuffix(f" {lead}").rstrip(_EDGES)
    if not words:
        return one
    return replace(one, content=(*one.content[:-1], Span(last.start, last.start + len(words))))


def _trimmed(text: ParsedText, one: FoundAttribution, named: Places) -> FoundAttribution:
    """Leave out the next speaker and the next cue, and the word that leads to them."""
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


def _renamed(tokens: Sequence[Word], named: Places) -> int:
    """Count the words that only name what was said: "…, a charge (that her lawyers denied)"."""
    if len(tokens) <= _FEWEST + len(_A_CHARGE):
        return 0
    last = tokens[-1]
    following = last.nbor(1) if last.i + 1 < len(last.doc) else last
    calls = named.holds(following.start) or following.lower_ in _DANGLING
    signs = tuple(token.pos_ for token in tokens[-len(_A_CHARGE) :])
    return len(_A_CHARGE) if signs == _A_CHARGE and calls and last.whitespace_ else 0


def _completed(text: ParsedText, one: FoundAttribution, taken: Places) -> FoundAttribution:
    if one.cue is None:
        return one
    cue = [token for token in text.tokens(one.cue) if token.pos_ in ("VERB", "AUX")]
    if not cue:
        return one
    content = _without_way(text, _without_listener(text, one.content, cue[-1]), one.cue)
    content = _clause_before(text, replace(one, content=content), taken) or content
    for more in (
        _charged(text, content, cue[-1]),
        _and_that(text, content, taken),
        _after(text, one, content, taken),
    ):
        if more is not None:
            content = _joined(text, content, more)
    return replace(one, content=content)


def _joined(text: ParsedText, content: tuple[Span, ...], more: Span) -> tuple[Span, ...]:
    """Add a span; only a comma between makes one of two."""
    between = text.text[content[-1].end : more.start]
    if between.strip(_EDGES):
        return (*content, more)
    return (*content[:-1], Span(content[-1].start, more.end))


def _without_listener(text: ParsedText, content: tuple[Span, ...], cue: Word) -> tuple[Span, ...]:
    """Leave out whoever was told, and the "it" that only stands for what is said."""
    full = tuple(span for span in content if not _is_empty(text, span))
    content = full or content
    if cue.lemma_.lower() not in _TELLING or len(content) == 1:
        return content
    said = tuple(span for span in content if any(_is_verb(one) for one in text.tokens(span)))
    return said or content


def _is_empty(text: ParsedText, span: Span) -> bool:
    return all(token.pos_ in ("PRON", "PUNCT") for token in text.tokens(span))


def _without_way(text: ParsedText, content: tuple[Span, ...], cue: Span) -> tuple[Span, ...]:
    """Leave out "on television" behind the cue where something else was said before it."""
    said = tuple(span for span in content if span.start < cue.start or not _is_way(text, span))
    if not said or said[0].start > cue.start:
        return content
    first, tokens = said[0], text.sentence_at(said[0].start).tokens
    before = [token for token in tokens if token.start < first.start]
    if len(before) == _THERE_IS and before[0].lower_ == "there":
        return (Span(before[0].start, first.end), *said[1:])
    return said


def _is_way(text: ParsedText, span: Span) -> bool:
    tokens = text.tokens(span)
    return names_a_way(tokens) and not any(map(_is_verb, tokens))


def _clause_before(
    text: ParsedText, one: FoundAttribution, taken: Places
) -> tuple[Span, ...] | None:
    """Take the clause before "…, she said in a post" where only the post was found."""
    assert one.cue is not None
    if (
        not all(_is_way(text, span) for span in one.content)
        or one.source is None
        or one.content[0].start < one.cue.start
    ):
        return None
    begins = text.sentence_at(one.cue.start).span.start
    ends = min(one.source.start, one.cue.start)
    words = text.text[begins:ends]
    clause = Span(begins, begins + len(words.rstrip(_EDGES)))
    before = text.tokens(clause) if clause.end > clause.start else []
    if len(before) < _FEWEST or not _is_clause(before) or taken.touches(clause):
        return None
    return (clause,) if words.rstrip().endswith(",") else None


def _charged(text: ParsedText, content: tuple[Span, ...], cue: Word) -> Span | None:
    """Add the participle behind a charge: "accused them of shelling a car, killing two"."""
    if cue.lemma_.lower() not in _CHARGING:
        return None
    deeds = [cue, *(token for span in content for token in text.tokens(span))]
    for child in (child for deed in deeds for child in deed.children):
        span = text.subtree(child)
        if child.dep_ == "advcl" and child.tag_ == "VBG" and span.start >= content[-1].end:
            words = text.words(span)
            return Span(span.start, span.start + len(words.rstrip(_EDGES)))
    return None


def _and_that(text: ParsedText, content: tuple[Span, ...], taken: Places) -> Span | None:
    """Add the next thing that is said: "…, and that the bridge was shut"."""
    last = content[-1].end
    sentence = text.sentence_at(content[-1].start).span
    following = _AND_THAT.match(text.text, last)
    if following is None or _is_quote(text, content[-1]) or following.end() >= sentence.end:
        return None
    end = text.text.find(";", following.end(), sentence.end)
    words = text.text[following.start(1) : end if end > 0 else sentence.end].rstrip(_EDGES)
    span = Span(following.start(1), following.start(1) + len(words))
    return None if taken.touches(span) or not _is_clause(text.tokens(span)) else span


def _after(
    text: ParsedText, one: FoundAttribution, content: tuple[Span, ...], taken: Places
) -> Span | None:
    """Add what follows an interruption: "The gate was open, it said, and the dogs were gone"."""
    assert one.cue is not None
    last = max(one.cue.end, one.source.end if one.source else 0)
    if content[-1].end > one.cue.start or all(_is_quote(text, span) for span in content):
        return None
    sentence = text.sentence_at(one.cue.start)
    if content[0].start < sentence.span.start:
        return None
    for token in sentence.tokens:
        at = token.start
        if at <= last or token.lower_ not in _JOINING or token.dep_ != "cc":
            continue
        words = text.text[at : sentence.span.end]
        span = Span(at, at + len(words.rstrip(_EDGES)))
        apart = text.text[:at].rstrip()[-1:] in ",;"
        if apart and not taken.touches(span) and _is_clause(text.tokens(span)):
            return span
        return None
    return None


def _is_quote(text: ParsedText, span: Span) -> bool:
    return text.quoted(span.start) and text.quoted(span.end - 1)


def _is_verb(token: Word) -> bool:
    return token.tag_ in _FINITE or token.tag_ in ("VBG", "VB")


def _is_clause(tokens: Sequence[Word]) -> bool:
    finite = any(token.tag_ in _FINITE for token in tokens)
    return finite and any(token.dep_ in _SUBJECTS for token in tokens)
