"""Clefts: "what the rebels described was a rout", "a swelling is what the surgeon set down"."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.article import Span
from tracker.extract.attributing import attributed, by_lemma, child, reach
from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import ParsedText
from tracker.extract.sifting import is_speech
from tracker.extract.words import FINITE, Word

_FINDING = frozenset(
    "describe detect diagnose discover enter find hear name note offer record see set write".split()  # noqa: SIM905
)
_ANSWERS = frozenset(
    """answer assessment comment conclusion explanation message reaction rejoinder reply response
    retort summary verdict""".split()  # noqa: SIM905
)
_BREAKS = (",", '"', "”", "’")
_MARKS = frozenset({",", ":", ";"})
_FAR = 14
"""Words between "what" and the "was" that leads to it."""
_EDGES = " \t\r\n,;:.—–-"
_SCORE = 0.7
_ANSWER = "words before a comma that are called somebody's answer"
_CLEFT = "what somebody described or found, said to be this"


def _cleft(text: ParsedText, what: Word) -> FoundAttribution | None:
    """Read both ways; the parser hangs "what" on either verb."""
    if what.tag_ != "WP":
        return None
    sentence = what.sent
    at = what.i - sentence[0].i
    verb = _tells(sentence[at + 1 : at + _FAR])
    subject = _who(sentence[at + 1 : at + _FAR], verb)
    if verb is None or subject is None:
        return None
    told = _before(text, sentence[:at]) if at else _behind(text, sentence, verb)
    return attributed(text, [told], verb, subject, (_SCORE, _CLEFT)) if told else None


def _tells(words: Sequence[Word]) -> Word | None:
    """The first verb behind "what", where it is one of telling or finding."""
    verb = next((one for one in words if one.pos_ == "VERB"), None)
    if verb is None or verb.lemma_ == "call":  # "is what the guild called a scandal"
        return None
    return verb if is_speech(verb) or verb.lemma_ in _FINDING else None


def _who(words: Sequence[Word], verb: Word | None) -> Word | None:
    """The noun before it: "what the police surgeon, Dr Orme, set down"."""
    before = [one for one in words if verb is not None and one.i < verb.i]
    nouns = [one for one in before if one.pos_ in ("NOUN", "PROPN", "PRON")]
    own = [one for one in nouns if one.dep_ in ("nsubj", "nsubjpass")]
    return own[0] if own else None


def _before(text: ParsedText, words: Sequence[Word]) -> Span | None:
    """What stands before "is what …"."""
    be = words[-1]
    if be.lemma_ != "be" or be.tag_ not in FINITE or any(one.text in _MARKS for one in words):
        return None
    start = words[0].start
    end = start + len(text.text[start : be.start].rstrip(_EDGES))
    return Span(start, end) if end > start else None


def _behind(text: ParsedText, sentence: Sequence[Word], verb: Word) -> Span | None:
    """What stands behind "what … was"."""
    at = verb.i - sentence[0].i + 1
    near = sentence[at : at + _FAR]
    be = next((one for one in near if one.tag_ in FINITE or one.text in _MARKS), None)
    if be is None or be.lemma_ != "be" or be.i + 1 >= len(be.doc):
        return None
    follows = be.nbor(1)
    what = reach(text, follows)
    things = any(one.pos_ in ("NOUN", "NUM", "PROPN", "VERB") for one in text.tokens(what))
    return what if things and (not follows.is_punct or follows.is_quote) else None


def _answered(text: ParsedText, noun: Word) -> FoundAttribution | None:
    """Read "Because it was wet, was the answer of the landlord."."""
    be, of = noun.head, child(noun, "prep")
    whose = child(of, "pobj") if of is not None and of.lower_ == "of" else None
    words = [one for one in noun.sent if not one.is_space]
    if be.lemma_ != "be" or be.tag_ not in FINITE or be not in words[2:] or whose is None:
        return None
    before = be.nbor(-1)
    if before.text not in _BREAKS or noun.i < be.i or noun.left_edge.lower_ != "the":
        return None
    start = words[0].start
    told = Span(start, start + len(text.text[start : be.start].rstrip(_EDGES)))
    return attributed(text, [told], noun, whose, (_SCORE, _ANSWER))


CLEFTS = by_lemma((("what",), _cleft), (_ANSWERS, _answered))
"""The words that may lead into them."""
