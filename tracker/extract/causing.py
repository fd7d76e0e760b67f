"""What is said to have brought something about, as the grammar of a claim tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tracker.domain.article import Span
from tracker.domain.meanings import lexicon, named
from tracker.extract.attributing import child, subject_of
from tracker.extract.passives import agent_of
from tracker.extract.phrases import phrase_of
from tracker.extract.words import Word

_CAUSES = frozenset({"cause", "spark", "trigger"})
_LEADS = {"lead": "to", "result": "in"}
_FOLLOWS = {
    "result": {"from"},
    "stem": {"from"},
    "arise": {"from", "out"},
    "die": {"of", "from"},
    "death": {"of", "from"},
}
_BECAUSE = frozenset({"because", "due", "owing", "thanks", "down"})
_TRACED = {"ascribe": "to", "attribute": "to", "blame": "on", "trace": "to"}
_NOUNS = {"cause": "of", "reason": "for"}
_RESULTS = frozenset({"consequence", "result"})
_HELD = {"responsible": "for", "blame": "for", "behind": "behind"}
_THINGS = ("NOUN", "PROPN")


class Causation(NamedTuple):
    """What is called a cause, unless it is somebody, and of what, where that is said."""

    cause: Span | None
    effect: Span | None


def causations(tokens: Sequence[Word], cue: Sequence[Word] = ()) -> Iterator[Causation]:
    """Yield what some words, or the cue before them, call the cause of something."""
    for word in cue:
        lemma, told = word.lemma_.lower(), child(word, "dobj")
        onto = _object(word, {_TRACED[lemma]}) if lemma in _TRACED else None
        if onto is not None:
            yield from _causation(onto, told)
        elif lemma == "blame" and told is not None:  # "for" may hang on whoever is blamed
            effect = _object(word, {"for"}) or _object(told, {"for"})
            yield from _causation(None if _is_somebody(told) else told, effect)
    for word in tokens:
        for cause, effect in _told_by(word):
            yield from _causation(cause, effect)


def _told_by(word: Word) -> Iterator[tuple[Word | None, Word | None]]:
    """The cause and the effect that a word joins, in whichever way."""
    lemma = word.lemma_.lower()
    if lemma in _CAUSES and word.tag_ == "VBN" and child(word, "nsubjpass"):
        yield agent_of(word), child(word, "nsubjpass")
    elif lemma in _CAUSES and word.pos_ == "VERB":
        agent = agent_of(word)  # "an accident caused by"
        yield (agent, word.head) if agent else (subject_of(word), child(word, "dobj"))
    elif lemma in _LEADS and word.pos_ == "VERB" and (effect := _object(word, {_LEADS[lemma]})):
        yield subject_of(word), effect
    elif lemma in _TRACED and (effect := child(word, "nsubjpass")):
        yield _object(word, {_TRACED[lemma]}), effect
    elif lemma in _BECAUSE and word.pos_ != "VERB":
        yield _object(word, {"of", "to"}), child(word.head, "nsubj")
    if lemma in _FOLLOWS:
        dies = lemma in ("die", "death")
        yield _object(word, _FOLLOWS[lemma]), None if dies else child(word, "nsubj")
    if lemma == "be":
        yield from _told_of(word)


def _told_of(verb: Word) -> Iterator[tuple[Word | None, Word | None]]:
    """Read "the cause was X", "X was the cause of Y", "Y was the result of X", "X was behind Y"."""
    subject, what = child(verb, "nsubj"), child(verb, "attr")
    if subject is None:
        return
    for one, other in ((subject, what), (what, subject)):
        lemma = one.lemma_.lower() if one is not None else ""
        if one is not None and lemma in _NOUNS:
            yield other, _object(one, {_NOUNS[lemma]})
    if what is not None and what.lemma_.lower() in _RESULTS:
        yield _object(what, {"of"}), subject
    for held in verb.rights:
        lemma = held.lemma_.lower()
        if lemma in _HELD and not _is_somebody(subject):
            yield subject, _object(verb if lemma == "behind" else held, {_HELD[lemma]})


def _causation(cause: Word | None, effect: Word | None) -> Iterator[Causation]:
    spans = [_phrase(one) for one in (cause, effect)]
    if any(spans):
        yield Causation(*spans)


def _phrase(noun: Word | None) -> Span | None:
    """A thing as it is called, without what it is blamed for."""
    if noun is None or noun.pos_ not in _THINGS:
        return None
    whole = phrase_of(noun)
    led = any(one.lower_ == "for" for one in noun.rights)
    return Span(whole.start, noun.end) if led else whole


def _object(word: Word, prepositions: set[str]) -> Word | None:
    """What stands behind one of some prepositions of a word: "because of the storm"."""
    for led in word.rights:
        if led.lower_ in prepositions and (found := child(led, "pobj")):
            return found
    return child(word, "pobj") if word.pos_ != "VERB" else None  # the parser may hang it there


def _is_somebody(subject: Word) -> bool:
    """Whether a subject may be a doer: it has a name, or is a side."""
    return subject.pos_ != "NOUN" or bool(named(lexicon().parties, subject.lower_))
