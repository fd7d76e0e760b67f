"""What a sentence leads up to with a colon: "the mayor was blunter: nobody had asked her"."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.domain.source import SourceKind
from tracker.extract.attributing import (
    attributed,
    behind_colon,
    by_lemma,
    child,
    colon_behind,
    subject_of,
)
from tracker.extract.found import FoundAttribution
from tracker.extract.kinds_of_sources import kind_of_noun
from tracker.extract.parsed_text import ParsedText
from tracker.extract.speech import is_clause
from tracker.extract.words import FINITE, Word

_MANNERS = frozenset(
    """adamant blunt brief categorical cautious clear concise curt direct emphatic explicit firm
    forthright frank harsh plain precise sharp specific succinct terse unequivocal""".split()  # noqa: SIM905
)
_OTHERWISE = frozenset({"differently", "otherwise"})
_BEYOND = frozenset({"far", "farther", "further"})
_TELLING = frozenset("describe put read recall remember see tell".split())  # noqa: SIM905
_REACHING = frozenset({"arrive", "come", "draw", "reach"})
_REACHED = frozenset("conclusion diagnosis finding opinion result verdict view".split())  # noqa: SIM905
_MESSAGES = frozenset(
    """answer correction denial explanation message note rebuttal rejoinder reply response retort
    statement word""".split()  # noqa: SIM905
)
_SENDING = frozenset("add give issue have offer post publish release return send".split())  # noqa: SIM905
_SHOWN = (SourceKind.DOCUMENT, SourceKind.FOOTAGE)
"""What is clear without saying so: "the law is clear", "the picture was clear"."""
_THINGS = frozenset("it that there this what which".split())  # noqa: SIM905
_NOT = frozenset("hardly less neither never no nobody none not nothing n't n’t scarcely".split())  # noqa: SIM905
_RECEIVED = frozenset({"message", "word"})
"""Who "had word" was told."""
_NEAR = 8
"""Words from a verb to the one that tells in which way."""
_SCORE = 0.7
_LED_UP = "what somebody's sentence leads up to with a colon"


def _in_a_manner(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the mayor was blunter: nobody had asked her"."""
    how, speaker = child(verb, "acomp") or child(verb, "attr"), subject_of(verb)  # "was blunter"
    if how is None or speaker is None or kind_of_noun(speaker.lower_) in _SHOWN:
        return None
    if child(how, "det") or child(how, "prep"):  # "it was the firm", "he was clear of it"
        return None
    plain = {how.lower_, how.lower_.removesuffix("er"), how.lower_.removesuffix("r")} & _MANNERS
    return _led_up(text, verb, how, speaker) if plain else None


def _otherwise(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "a nurse remembers the night otherwise: …", "the guild went further: …"."""
    ways = _BEYOND if verb.lemma_ == "go" else _OTHERWISE
    behind = [one for one in verb.sent if verb.i < one.i <= verb.i + _NEAR]
    how = next((one for one in behind if one.lower_ in ways), None)
    return _led_up(text, verb, how, subject_of(verb))


def _reached(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the board came to another conclusion: the bolts were sound"."""
    things = [one for word in verb.rights for one in (word, *word.rights)]
    what = next((one for one in things if one.lemma_.lower() in _REACHED), None)
    return _led_up(text, verb, what, subject_of(verb))


def _sent(text: ParsedText, noun: Word) -> FoundAttribution | None:
    """Read "the port sent a short denial: …", "from the port came a short denial: …"."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.lemma_ == "come" and verb.i < noun.i:
        source = next((one for one in verb.lefts if one.lower_ == "from"), None)
        return _led_up(text, verb, noun, child(source, "pobj") if source is not None else None)
    received = verb.lemma_ == "have" and noun.lemma_.lower() in _RECEIVED
    sends = noun.dep_ == "dobj" and verb.lemma_ in _SENDING and not received
    return _led_up(text, verb, noun, subject_of(verb)) if sends else None


def _led_up(
    text: ParsedText, verb: Word, last: Word | None, speaker: Word | None
) -> FoundAttribution | None:
    """Give a speaker the clause behind the colon that follows the last word leading up to it."""
    if last is None or speaker is None or verb.tag_ not in FINITE or speaker.lower_ in _THINGS:
        return None
    sentence: Sequence[Word] = last.sent
    if any(one.lower_ in _NOT for one in sentence if one.i <= last.i):  # "was not clear"
        return None
    colon = colon_behind(last)
    told = behind_colon(text, colon) if colon is not None else None
    if told is None or not is_clause(text.tokens(told)):
        return None
    return attributed(text, [told], verb, speaker, (_SCORE, _LED_UP))


LEADING_UP = by_lemma(
    (("be",), _in_a_manner),
    (("go", *_TELLING), _otherwise),
    (_REACHING, _reached),
    (_MESSAGES, _sent),
)
"""How a word may lead up to it, by its lemma."""
