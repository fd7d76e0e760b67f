"""Pointing: a denial that says no more than "this": "the mill disputed that"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.domain.article import Span
from tracker.extract.attributing import acts, attributed, subject_of
from tracker.extract.found import FoundAttribution
from tracker.extract.parsed_text import ParsedText, Places
from tracker.extract.passives import agent_of
from tracker.extract.words import Word

_DENYING = frozenset({"deny", "dispute", "rebut", "refute"})
"""Nothing but what is said is denied so; plans are rejected and dismissed, too."""
_POINTING = frozenset({"it", "that", "these", "this", "those"})
_NOBODY = frozenset("all anybody anyone both few many neither nobody none some who".split())  # noqa: SIM905
_SAYS_WHAT = frozenset({"ccomp", "dative", "oprd", "xcomp"})
_SCORE = 0.7
_REASON = "somebody denies what was just said"


def pointing(text: ParsedText, found: Sequence[FoundAttribution]) -> Iterator[FoundAttribution]:
    """Find "disputed this", "that was disputed by the union", unless it was found."""
    known = Places(one.cue for one in found if one.cue is not None)
    for sentence in text.sentences:
        for verb in sentence.tokens:
            if verb.lemma_.lower() not in _DENYING or known.holds(verb.start):
                continue
            thing = None if text.quoted(verb.start) else _denied(verb)
            if thing is None:
                continue
            speaker = subject_of(verb) if thing.dep_ == "dobj" else agent_of(verb)
            if speaker is not None and speaker.lower_ in _NOBODY:
                continue
            content = [Span(thing.start, thing.end)]
            one = attributed(text, content, verb, speaker, (_SCORE, _REASON))
            if one is not None:
                yield one


def _denied(verb: Word) -> Word | None:
    """What is denied, if it only points and nothing tells more of it."""
    if any(one.dep_ in _SAYS_WHAT for one in verb.children):
        return None
    if acts(verb):
        return next((one for one in verb.rights if _points(one, "dobj")), None)
    if any(one.dep_ == "neg" for one in verb.lefts):
        return None
    return next((one for one in verb.lefts if _points(one, "nsubjpass")), None)


def _points(word: Word, dep: str) -> bool:
    return word.dep_ == dep and word.lower_ in _POINTING and not any(word.children)
