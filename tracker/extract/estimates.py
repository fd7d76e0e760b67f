"""Figures that somebody stands for without a word of speech: "put it at 30", "arrives at 37"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

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
from tracker.extract.documents import DOCUMENTS
from tracker.extract.findings import FINDINGS
from tracker.extract.found import FoundAttribution
from tracker.extract.knowing import KNOWING
from tracker.extract.leading_up import LEADING_UP
from tracker.extract.parsed_text import ParsedText, Places
from tracker.extract.putting import FIGURES, PUTTING
from tracker.extract.verdicts import VERDICTS, called
from tracker.extract.views import if_right, judging_by
from tracker.extract.wishing import WISHING
from tracker.extract.words import Word

_MOMENTS = FIGURES | {"cause", "hour", "moment", "place", "reason", "spot"}
_ARRIVING = {"arrive": ("at",), "come": ("with",), "reckon": ("on", "with"), "settle": ("on",)}
_SELVES = frozenset({"itself", "themselves"})
_NEAR = 8
_AMONG = re.compile(r",\s+among them\s+(?=\w)")
_LAST_HOUR = 24
_SPEAKING = frozenset({"boast", "brag", "speak", "talk"})
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
                amid = reading in (rejected, called)
                if one is not None and (amid or not told.touches(one.content[0])):
                    yield one
                    yield from _among(text, one)
                    until = one.content[-1].end
                    break


def _among(text: ParsedText, one: FoundAttribution) -> Iterator[FoundAttribution]:
    """Read on: "listed 17 breaches, among them a shot at a bus"."""
    among = _AMONG.match(text.text, one.content[-1].end)
    first = text.tokens(Span(among.end(), among.end() + 1)) if among is not None else []
    if first:
        yield replace(one, content=(reach(text, first[0]),))


def _gave(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "police gave an estimate of 38,000", "gave noon as the moment of the fall"."""
    thing = child(verb, "dobj")
    if thing is None or thing.i < verb.i or not acts(verb):
        return None
    what = reach(text, thing.left_edge)
    noun, as_what = thing.lemma_.lower(), _as_what(verb, thing)
    moment = as_what is not None and bool({noun, as_what.lemma_.lower()} & _MOMENTS)
    figure = noun in FIGURES and _holds_number(text, what)
    bare = verb.lemma_ == "give" and thing.tag_ == "CD" and not thing.rights  # "gives 31"
    it = child(verb, "dative")
    own = it is not None and it.lower_ in _SELVES and numbered(thing)  # "gives itself 90"
    it = None if it is not None and it.lower_ == "for" else it  # "a total of 17 for both"
    handed = it is not None or any(one.lower_ == "to" for one in verb.rights)
    if not (moment or own or ((figure or bare) and not handed)):
        return None
    return attributed(text, [what], verb, subject_of(verb), (_SCORE, _PUT))


def _read_as(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the biologist read the bites as those of a dog"."""
    thing = child(verb, "dobj")
    if thing is None or not acts(verb) or _as_what(verb, thing) is None:
        return None
    what = reach(text, thing.left_edge)
    return attributed(text, [what], verb, subject_of(verb), (_SCORE, _PUT))


def _as_what(verb: Word, thing: Word) -> Word | None:
    """What something is given as: "noon as the moment", "the cause as drowning"."""
    behind = verb.doc[thing.i : thing.i + _NEAR]
    given_as = next((one for one in behind if one.lower_ == "as" and verb in one.ancestors), None)
    return (child(given_as, "pobj") or child(given_as, "pcomp")) if given_as is not None else None


def _arrived(text: ParsedText, verb: Word) -> FoundAttribution | None:
    """Read "the health office arrives at 37", "a laboratory came up with a lower value"."""
    leads = _ARRIVING[verb.lemma_.lower()]
    at = next((one for one in verb.rights if one.lower_ in leads and one.dep_ == "prep"), None)
    thing = child(at, "pobj") if at is not None else None
    if thing is None or not acts(verb):
        return None
    up = verb.lemma_ == "come" and child(verb, "prt") is None
    figure = thing.lemma_.lower() in FIGURES or thing.lemma_.lower() == "percent"
    if up or not (figure or (thing.like_num and _is_no_hour(thing, verb))):
        return None
    what = reach(text, thing.left_edge)
    return attributed(text, [what], verb, subject_of(verb), (_SCORE, _PUT))


def _is_no_hour(number: Word, verb: Word) -> bool:
    """Whether a bare number is none of a clock: "the boat arrived at 10"."""
    if verb.lemma_ != "arrive" or verb.tag_ in ("VBP", "VBZ"):
        return ":" not in number.text
    if any(one.like_num for one in number.lefts):  # "arrived at 22 million"
        return True
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
    PUTTING,
    by_lemma(
        (("give", "offer"), _gave),
        (("interpret", "read"), _read_as),
        (_ARRIVING, _arrived),
        (_SPEAKING, _spoke),
    ),
    by_lemma(
        (("believe", "right", "trust"), if_right),
        (("go", "judge"), judging_by),
    ),
    FINDINGS,
    CLEFTS,
    KNOWING,
    VERDICTS,
    ACCOUNTS,
    LEADING_UP,
    DOCUMENTS,
    WISHING,
)
"""How a word may tell something by the way, by its lemma: few words do."""
