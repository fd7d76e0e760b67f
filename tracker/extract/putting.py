"""Where somebody puts a figure: "put the crowd at 300", "makes it 40", "raised it to nine"."""

from __future__ import annotations

from tracker.domain.article import Span
from tracker.extract.attributing import (
    acts,
    attributed,
    by_lemma,
    child,
    end_of,
    numbered,
    reach,
    subject_of,
)
from tracker.extract.found import FoundAttribution
from tracker.extract.naming import naming_of
from tracker.extract.parsed_text import ParsedText
from tracker.extract.phrases import named_phrase
from tracker.extract.words import Word

_PUTTING = frozenset(
    "assess date estimate gauge locate measure peg place put reckon value".split()  # noqa: SIM905
)
_SETTING = frozenset({"fix", "set"})
_NEARLY = frozenset("above below beyond closer near nearer over under".split())  # noqa: SIM905
_PLACED = frozenset(
    """beginning blast cause crash death explosion fire origin outbreak place point rupture scene
    seat site source spot start time epicentre leak wreck""".split()  # noqa: SIM905
)
_LEADS = frozenset("at behind beneath between in inside near off outside to under within".split())  # noqa: SIM905
_CAUSES = frozenset({"blame", "cause", "culprit", "explanation", "fault", "origin", "reason"})
_MEASURES = frozenset(
    "block foot hour kilometer kilometre km metre meter mile minute step yard".split()  # noqa: SIM905
)
_BEYOND = frozenset({"RBR", "JJR"})
FIGURES = frozenset(
    """average count date estimate figure number percentage position proportion range rate ratio
    share tally time toll total turnout value""".split()  # noqa: SIM905
)
_GUESSES = frozenset({"count", "estimate", "figure", "tally", "toll"})
"""What is raised without a deed; a number of shifts is cut by whoever cuts it."""
_CHANGING = frozenset({"correct", "cut", "lower", "raise", "reduce", "revise"})
_ITS = frozenset({"it", "that", "this"})
_NEAR = 6
_SCORE = 0.7
_PUT = "a figure that somebody puts"


def _put(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the police put the crowd at 300", and "…, he said, putting the toll at nine"."""
    if not acts(verb):
        return None
    thing = child(verb, "dobj")
    level = _level(verb, thing)
    if level is None or (thing is not None and _is_moved(verb, thing)):
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


def _is_moved(verb: Word, thing: Word) -> bool:
    """Whether it is 40 sacks that somebody put at the gate at nine."""
    counted = any(one.dep_ == "nummod" for one in thing.lefts)
    return counted and verb.lemma_ in ("place", "put")


def _level(verb: Word, thing: Word | None) -> Word | None:
    """Where something is put: "at 300", "well over a hundred", "far lower", "nine miles out"."""
    behind = verb.doc[verb.i + 1 : verb.sent[-1].i + 1]
    for one in behind:
        if one.lower_ == "at" and verb in one.ancestors and _measures(one):
            return one
    if thing is None:
        return None
    if thing.lower_ in _ITS or thing.lemma_.lower() in FIGURES:
        nearly = [one for one in verb.rights if one.lower_ in _NEARLY and one.i > thing.i]
        if nearly and (numbered(nearly[0]) or nearly[0].nbor(1).like_num):
            return nearly[0]
    leads = [one for one in verb.subtree if one.i > verb.i and one.dep_ == "prep"]
    if thing.lemma_.lower() in _PLACED:
        lead = next((one for one in leads if one.lower_ in _LEADS), None)
        if lead is not None:
            return lead
    if verb.lemma_ not in ("locate", "place", "put"):
        return None
    far = next((one for one in behind if one.lemma_ in _MEASURES and numbered(one)), None)
    higher = [one for one in verb.rights if one.tag_ in _BEYOND and one.i > thing.i]
    return far or (higher[0].left_edge if higher else None)


def _measures(at: Word) -> bool:
    """Whether a number, or more or less than something, follows: "at well over a hundred"."""
    near = at.doc[at.i + 1 : at.i + 1 + _NEAR]
    return numbered(at) or any(one.tag_ in _BEYOND or one.like_num for one in near)


def _set(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the union sets the number at 900"; a price that is set is a deed."""
    thing = child(verb, "dobj")
    figure = thing is not None and thing.lemma_.lower() in FIGURES
    return _put(text, verb) if figure else None


def _saw_cause(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the makers see the cause in a loose bolt"."""
    thing = child(verb, "dobj")
    lead = next((one for one in verb.rights if one.lower_ == "in"), None)
    if thing is None or lead is None or thing.lemma_ not in _CAUSES or not acts(verb):
        return None
    what = reach(text, thing.left_edge)
    return attributed(text, [what], verb, subject_of(verb), (_SCORE, _PUT))


def _changed(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the agency raised its count to 61"."""
    thing = child(verb, "dobj")
    to = next((one for one in verb.rights if one.lower_ == "to" and numbered(one)), None)
    if thing is None or to is None or not acts(verb):
        return None
    noun = thing.lemma_.lower()
    of = any(one.lower_ == "of" for one in thing.rights)
    deed = of and noun not in _GUESSES and verb.lemma_ not in ("correct", "revise")
    if deed or (noun not in FIGURES and thing.lower_ not in _ITS):
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


PUTTING = by_lemma(
    (_PUTTING, _put),
    (_SETTING, _set),
    (("see",), _saw_cause),
    (_CHANGING, _changed),
    (("have", "make"), _made),
)
"""How a word may put a figure, by its lemma."""
