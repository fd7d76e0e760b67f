"""Each other: two that accuse, or blame, each other say two things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.domain.article import Span
from tracker.extract.attributing import acts, attributed, reach
from tracker.extract.dating import DATES
from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import ParsedText
from tracker.extract.phrases import plain_phrase
from tracker.extract.words import Word

_CHARGING = frozenset({"accuse", "blame"})
_EACH_OTHER = frozenset({("each", "other"), ("one", "another"), ("the", "other")})
_CHARGES = frozenset({"for", "of"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_TWO = 2
_NEAR = 2
_SCORE = 0.7
_REASON = "two that accuse each other"


def each_others(text: ParsedText, found: Sequence[FoundAttribution]) -> list[FoundAttribution]:
    """Read "the guild and the mill blamed each other for it" as what each of them says."""
    whole = list(found)
    for sentence in text.sentences:
        for verb in sentence.tokens:
            if verb.lemma_.lower() not in _CHARGING or text.quoted(verb.start) or not acts(verb):
                continue
            two = _both(text, verb)
            if two:
                whole = [one for one in whole if one.cue is None or not _within(verb, one.cue)]
                whole += two
    return whole


def other_of(verb: Word, tokens: Sequence[Word]) -> Word | None:
    """Which of two that accuse each other is the accused, as what is said (``tokens``) has it."""
    if not _each_other(verb):
        return None
    return next((one for one in _parties(verb) if one in tokens), None)


def _both(text: ParsedText, verb: Word) -> list[FoundAttribution]:
    other, parties = _each_other(verb), _parties(verb)
    if other is None or len(parties) != _TWO:
        return []
    # The charge may stand behind a day: "each other on Friday of breaking the truce".
    behind = [one for word in (verb, other, other.head) for one in word.rights if one.i > other.i]
    lead = next((one for one in behind if one.lower_ in _CHARGES), None)
    charge = (reach(text, lead),) if lead is not None else ()
    both = []
    for speaker, accused in (parties, parties[::-1]):
        content = (text.span(alone(accused)), *charge)
        one = attributed(text, content, verb, speaker, (_SCORE, _REASON))
        if one is not None:
            both.append(replace(one, source=text.span(alone(speaker))))
    return both if len(both) == _TWO else []


def _each_other(verb: Word) -> Word | None:
    for one in verb.subtree:
        near = one.i > verb.i and one.i - verb.i <= _NEAR and one.dep_ not in ("amod", "compound")
        if near and (one.nbor(-1).lower_, one.lower_) in _EACH_OTHER:
            return one
    return None


def _parties(verb: Word) -> list[Word]:
    """The nouns that are joined to be a verb's subject."""
    subject = next((one for one in verb.lefts if one.dep_ == "nsubj"), None)
    parties = list(_joined(subject)) if subject is not None else []
    return parties if all(one.pos_ in _NOUNS for one in parties) else []


def _joined(noun: Word) -> Iterator[Word]:
    following: Word | None = noun
    while following is not None:  # no recursion: a list may be long
        yield following
        following = next((one for one in following.rights if one.dep_ == "conj"), None)


def alone(noun: Word) -> list[Word]:
    """A noun with what belongs to it, without a day, or the "both" that is said of two."""
    when = (one.i for one in noun.rights if any(day.lower_ in DATES for day in one.rights))
    end = next(when, noun.right_i + 1)
    words = [one for one in plain_phrase(noun) if one.i < end]
    return words[1:] if words[0].lower_ == "both" and len(words) > 1 else words


def _within(word: Word, span: Span) -> bool:
    return span.start <= word.start < span.end
