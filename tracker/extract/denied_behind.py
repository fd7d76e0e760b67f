"""Denied behind: "(she said it leaked), which the mill denied" is no part of what she said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.domain.article import Span
from tracker.extract.attributing import attributed
from tracker.extract.denying import denied
from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import ParsedText
from tracker.extract.passives import agent_of
from tracker.extract.rejecting import CHARGES, REJECTING
from tracker.extract.trimming import said_until
from tracker.extract.words import FINITE, Word

_DENYING = REJECTING | {"contest"}
_OF_PLANS = frozenset({"dismiss", "reject", "repudiate"})
"""Plans are rejected, too: "a plan, which the council rejected"."""
_SOMETHING = frozenset({"something", "thing"})
_SAYS_WHAT = frozenset({"ccomp", "dative", "dobj", "oprd", "pcomp", "xcomp"})
_SCORE = 0.7
_REASON = "a clause behind what was said denies it"


def denied_behind(text: ParsedText, found: Sequence[FoundAttribution]) -> list[FoundAttribution]:
    """Give ", which the mill denied", ", a claim the mill denies" to whoever denies it."""
    whole = list(found)
    for sentence in text.sentences:
        for verb in sentence.tokens:
            if verb.lemma_.lower() not in _DENYING or text.quoted(verb.start):
                continue
            tail = _opening(verb)
            one = _denial(text, verb, _told_of(text, whole, verb)) if tail is not None else None
            if tail is not None and one is not None:
                others = (each for each in whole if each.cue is None or each.cue != one.cue)
                others = (_by_whom(text, each, verb, one) for each in others)
                whole = [said_until(text, each, tail.start) for each in others] + [one]
    return whole


def _denial(text: ParsedText, verb: Word, about: Word | None) -> FoundAttribution | None:
    """Whose denial it is; it only points, as "denied this" does, so that its verb is all of it.

    A pronoun takes up whom it was said of (``about``): nobody denies his own word.
    """
    if denied(verb):
        return None
    passive = verb.tag_ == "VBN" and not any(
        one.lower_ in ("had", "has", "have") for one in verb.lefts
    )
    subject = next((one for one in verb.lefts if one.dep_ == "nsubj"), None)
    speaker = agent_of(verb) if passive else subject
    if speaker is not None and speaker.pos_ == "PRON" and about is not None:
        speaker = about
    cue = Span(verb.start, verb.end)
    return attributed(text, [cue], verb, speaker, (_SCORE, _REASON))


def _by_whom(
    text: ParsedText, each: FoundAttribution, verb: Word, denial: FoundAttribution
) -> FoundAttribution:
    """Give to whoever denies it what he says of it: "which the mill denied, saying that …"."""
    comma = verb.nbor(1)
    saying = text.tokens(each.cue)[0] if each.cue is not None else verb
    next_to = comma.text == "," and saying is comma.nbor(1) and saying.tag_ == "VBG"
    return replace(each, source=denial.source) if next_to else each


def _told_of(text: ParsedText, found: Sequence[FoundAttribution], denial: Word) -> Word | None:
    """Who is accused, or is said to have done something, in the words that a denial takes up."""
    cues = [one.cue for one in found if one.cue is not None]
    words = [one for cue in cues for one in text.tokens(cue) if one in denial.ancestors]
    for said in words:
        accused = next((one for one in said.rights if one.dep_ == "dobj"), None)
        clause = next((one for one in said.rights if one.dep_ == "ccomp"), said)
        about = accused or next((one for one in clause.lefts if one.dep_ == "nsubj"), None)
        if about is not None and about.i > said.i and about.pos_ in ("NOUN", "PROPN"):
            return about
    return None


def _opening(verb: Word) -> Word | None:
    """The first word of a clause behind a comma that denies what stands before it."""
    if any(one.dep_ in _SAYS_WHAT for one in verb.rights):
        return None
    which = next((one for one in verb.lefts if one.lower_ == "which"), None)
    if which is not None and which.nbor(-1) is verb.head:  # "an allegation which it denied"
        which = None
    elif which is not None and not _behind_comma(which):
        return None
    if which is not None:
        thing = verb.dep_ == "relcl" or which.nbor(-2).pos_ in ("NOUN", "PROPN")
        plan = thing and verb.lemma_.lower() in _OF_PLANS
        charge = verb.dep_ == "relcl" and verb.head.lemma_.lower() in CHARGES
        return None if plan or charge else which
    noun = verb.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":  # "a version of events disputed by …"
        noun = noun.head.head
    if verb.dep_ not in ("acl", "relcl") or noun.i > verb.i:
        return None
    first = noun.left_edge
    called = noun.lemma_.lower() in CHARGES and first.lower_ in ("a", "an")
    if not (called or noun.lower_ in _SOMETHING) or not _behind_comma(first):
        return None
    others = (one for one in noun.doc[noun.i + 1 : verb.i] if one.tag_ in FINITE)
    return first if all(one.head is verb for one in others) else None


def _behind_comma(first: Word) -> bool:
    return first.i > 1 and first.nbor(-1).text in (",", "—", "–")
