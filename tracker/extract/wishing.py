"""What somebody wants, hopes for or foretells: "residents want a ferry", "hopes for rain"."""

from __future__ import annotations

from tracker.extract.attributing import acts, attributed, by_lemma, child, reach, subject_of
from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import ParsedText
from tracker.extract.words import Word

HOPING = frozenset({"ask", "call", "hope", "long", "plead", "press", "push", "wish"})
"""Verbs of which "for" leads to what should be."""
_LIKING = frozenset({"like", "love", "prefer"})
_THINGS = frozenset({"ccomp", "dobj", "xcomp"})
_TOLD = frozenset({"VBD", "VBP", "VBZ"})
_OF_SELF, _THEY = frozenset({"i", "we", "you"}), frozenset({"he", "she", "they"})
_SCORE = 0.6
_WISH = "what somebody wants or foretells"


def _hoped(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "hopes for rain", "asked both lines for their logs"."""
    lead = next((one for one in verb.rights if one.lower_ == "for" and one.dep_ == "prep"), None)
    asked = child(verb, "dobj") if verb.lemma_ == "ask" else None
    if lead is None or child(lead, "pobj") is None:
        return None
    if asked is not None and asked.i < lead.i:
        return _wish(text, verb, asked.left_edge)
    return _wish(text, verb, lead) if lead.i == verb.i + 1 else None


def _wanted(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "wants a ferry", "want the tower pulled down"."""
    thing = next((one for one in verb.rights if one.dep_ in _THINGS), None)
    if thing is None or thing.left_edge.i != verb.i + 1:
        return None
    return _wish(text, verb, thing.left_edge)


def _foretold(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "promised help within days", "foresees detours of nine miles"."""
    thing = child(verb, "dobj")
    if thing is None or thing.pos_ != "NOUN" or not acts(verb) or child(verb, "dative") is not None:
        return None
    first = thing.left_edge
    if first.i != verb.i + 1:
        return None
    return attributed(text, [reach(text, first)], verb, subject_of(verb), (_SCORE, _WISH))


def _would_have(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "would like it by spring", "would have preferred red"."""
    would = any(one.lower_ in ("would", "'d", "’d") for one in verb.lefts)
    return _wanted(text, verb) if would else None


def _wish(text: ParsedText, verb: Word, first: Word) -> FoundAttribution | None:
    who = subject_of(verb)
    told = verb.tag_ in _TOLD or any(one.tag_ in ("MD", "VBP", "VBZ") for one in verb.lefts)
    misread = verb.tag_ == "NNS" and child(verb, "nsubj") is not None  # "its chief hopes for"
    if who is None or who.lower_ in _OF_SELF or not (misread or (told and acts(verb))):
        return None
    if verb.tag_ == "VBD" and who.lower_ in _THEY:  # "he wanted a drink" is his story
        return None
    return attributed(text, [reach(text, first)], verb, who, (_SCORE, _WISH))


WISHING = by_lemma(
    (HOPING, _hoped),
    (("want",), _wanted),
    (("forecast", "foresee", "predict", "promise"), _foretold),
    (_LIKING, _would_have),
)
"""How a word may tell what somebody wants, by its lemma."""
