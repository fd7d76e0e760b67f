"""Figures that somebody stands for without a word of speech: "put it at 30", "arrives at 37"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.domain.article import Span
from tracker.extract.accounts import ACCOUNTS, rejected
from tracker.extract.attributing import (
    acts,
    all_of,
    attributed,
    by_lemma,
    child,
    end_of,
    numbered,
    reach,
    subject_of,
)
from tracker.extract.clefts import CLEFTS
from tracker.extract.findings import FINDINGS
from tracker.extract.found import FoundAttribution
from tracker.extract.naming import naming_of
from tracker.extract.parsed_text import ParsedText, Places
from tracker.extract.phrases import named_phrase
from tracker.extract.words import Word

_PUTTING = frozenset({"assess", "date", "estimate", "measure", "place", "put", "reckon", "value"})
_PLACED = frozenset(
    """beginning blast cause crash death explosion fire origin outbreak place point rupture scene
    seat site source spot start time""".split()  # noqa: SIM905
)
_LEADS = frozenset({"at", "in", "to", "between"})
_MEASURES = frozenset(
    "block foot hour kilometer kilometre km metre meter mile minute step yard".split()  # noqa: SIM905
)
_BEYOND = frozenset({"RBR", "JJR"})
_FIGURES = frozenset(
    """average count date estimate figure number percentage position proportion range share
    tally time toll total turnout value""".split()  # noqa: SIM905
)
_MOMENTS = _FIGURES | {"cause", "hour", "moment", "place", "reason", "spot"}
_CHANGING = frozenset({"correct", "cut", "lower", "raise", "reduce", "revise"})
_ARRIVING = {"arrive": "at", "come": "with", "settle": "on"}
_LAST_HOUR = 24
_SPEAKING = frozenset({"speak", "talk"})
_NEAR = 6
_SCORE, _FAINT = 0.7, 0.5
_SPOKEN = "somebody speaks of it"
_PUT = "a figure that somebody puts"


def estimates(text: ParsedText, found: Sequence[FoundAttribution]) -> Iterator[FoundAttribution]:
    """Find what is said by the way, unless it was found."""
    known = Places(one.cue for one in found if one.cue is not None)
    told = Places(span for one in found for span in one.content)
    for sentence in text.sentences:
        until = 0
        if sentence.tokens[-1].text == "?":
            continue
        for word in sentence.tokens:
            readings = _READINGS.get(word.lemma_.lower(), ())
            if not readings or word.start < until or known.holds(word.start):
                continue
            for reading in readings:
                one = reading(text, word)
                if one is not None and (reading is rejected or not told.touches(one.content[0])):
                    yield one
                    until = one.content[-1].end
                    break


def _put(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the police put the crowd at 300", and "…, he said, putting the toll at nine"."""
    if not acts(verb):
        return None
    thing = child(verb, "dobj")
    level = _level(verb, thing)
    if level is None:
        return None
    first = thing if thing is not None and thing.i < level.i else level
    start = first.left_edge.start
    number = next((one for one in level.doc[level.i : level.i + _NEAR] if one.like_num), level)
    if level.dep_ == "prep":
        end = end_of(text, level)
    elif level.lower_ == "at":  # "at well over a hundred" in two pieces
        end = end_of(text, number.head if number.dep_ == "nummod" else number)
    else:
        end = reach(text, level.left_edge).end
    return attributed(text, [Span(start, end)], verb, subject_of(verb), (_SCORE, _PUT))


def _level(verb: Word, thing: Word | None) -> Word | None:
    """Where something is put: "at 300", "well over a hundred", "far lower", "nine miles out"."""
    behind = verb.doc[verb.i + 1 : verb.sent[-1].i + 1]
    for one in behind:
        if one.lower_ == "at" and verb in one.ancestors and _measures(one):
            return one
    if thing is None:
        return None
    leads = [one for one in verb.subtree if one.i > verb.i and one.dep_ == "prep"]
    if thing.lemma_.lower() in _PLACED:
        return next((one for one in leads if one.lower_ in _LEADS), None)
    if verb.lemma_ not in ("locate", "place", "put"):
        return None
    far = next((one for one in behind if one.lemma_ in _MEASURES and numbered(one)), None)
    higher = [one for one in verb.rights if one.tag_ in _BEYOND and one.i > thing.i]
    return far or (higher[0].left_edge if higher else None)


def _measures(at: Word) -> bool:
    """Whether a number, or more or less than something, follows: "at well over a hundred"."""
    near = at.doc[at.i + 1 : at.i + 1 + _NEAR]
    return numbered(at) or any(one.tag_ in _BEYOND or one.like_num for one in near)


def _gave(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "police gave an estimate of 38,000", "gave noon as the moment of the fall"."""
    thing = child(verb, "dobj")
    if thing is None or thing.i < verb.i or not acts(verb):
        return None
    what = reach(text, thing.left_edge)
    given_as = next((one for one in verb.rights if one.lower_ == "as"), None)
    as_what = child(given_as, "pobj") if given_as is not None else None
    figure = thing.lemma_.lower() in _FIGURES and _holds_number(text, what)
    moment = as_what is not None and (
        as_what.lemma_.lower() in _MOMENTS
        or (thing.lemma_.lower() in _MOMENTS and numbered(as_what))
    )
    handed = any(one.dep_ == "dative" or one.lower_ == "to" for one in verb.rights)
    if not (moment or (figure and not handed)):
        return None
    return attributed(text, [what], verb, subject_of(verb), (_SCORE, _PUT))


def _changed(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the agency raised its count to 61"."""
    thing = child(verb, "dobj")
    to = next((one for one in verb.rights if one.lower_ == "to" and numbered(one)), None)
    if thing is None or to is None or not acts(verb):
        return None
    if thing.lemma_.lower() not in _FIGURES and thing.lower_ not in ("it", "that", "this"):
        return None
    what = reach(text, thing.left_edge)
    return attributed(text, [what], verb, subject_of(verb), (_SCORE, _PUT))


def _made(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the clerk makes it 300", "the observatory had it at 7.2"."""
    behind = verb.doc[verb.i + 1 : verb.i + 1 + _NEAR]
    if len(behind) <= 1 or behind[0].lower_ != "it" or not acts(verb):
        return None
    number = next((one for one in behind[1:] if one.like_num), None)
    between = verb.doc[verb.i + 2 : number.i] if number is not None else ()
    if number is None or any(one.pos_ in ("NOUN", "VERB", "AUX") for one in between):
        return None
    speaker = subject_of(verb)
    often = number.head.lemma_ == "time" and number.dep_ == "nummod"
    if speaker is None or often or naming_of(named_phrase(speaker)).kind is None:
        return None
    what = reach(text, behind[0])
    return attributed(text, [what], verb, speaker, (_SCORE, _PUT))


def _arrived(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the health office arrives at 37", "a laboratory came up with a lower value"."""
    lead = _ARRIVING[verb.lemma_.lower()]
    at = next((one for one in verb.rights if one.lower_ == lead and one.dep_ == "prep"), None)
    thing = child(at, "pobj") if at is not None else None
    if thing is None or not acts(verb):
        return None
    up = lead == "with" and child(verb, "prt") is None
    figure = thing.lemma_.lower() in _FIGURES or thing.lemma_.lower() == "percent"
    if up or not (figure or (thing.like_num and _is_no_hour(thing, verb))):
        return None
    what = reach(text, thing.left_edge)
    return attributed(text, [what], verb, subject_of(verb), (_SCORE, _PUT))


def _is_no_hour(number: Word, verb: Word) -> bool:
    """Whether a bare number is none of a clock: "the boat arrived at 10"."""
    if verb.lemma_ != "arrive" or verb.tag_ == "VBZ":
        return ":" not in number.text
    plain = number.text.replace(",", "")
    return plain.isdigit() and int(plain) > _LAST_HOUR


def _spoke(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the organisers spoke of 300"."""
    of = next((one for one in verb.children if one.lower_ == "of" and one.dep_ == "prep"), None)
    thing = child(of, "pobj") if of is not None else None
    if verb.pos_ != "VERB" or thing is None or thing.pos_ == "PRON":
        return None
    counts = numbered(thing)
    if not counts and (verb.tag_ not in ("VBD", "VBZ") or thing.pos_ == "PROPN"):
        return None
    content = Span(thing.left_edge.start, end_of(text, thing))
    told = (_SCORE, _PUT) if counts else (_FAINT, _SPOKEN)
    return attributed(text, [content], verb, subject_of(verb), told)


def _holds_number(text: ParsedText, span: Span) -> bool:
    return any(one.like_num for one in text.tokens(span))


_READINGS = all_of(
    by_lemma(
        ((*_PUTTING, "locate"), _put),
        (("give", "offer"), _gave),
        (_CHANGING, _changed),
        (("have", "make"), _made),
        (_ARRIVING, _arrived),
        (_SPEAKING, _spoke),
    ),
    FINDINGS,
    CLEFTS,
    ACCOUNTS,
)
"""How a word may tell something by the way, by its lemma: few words do."""
