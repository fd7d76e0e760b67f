"""The words by which an article tells that somebody denies, and what they make of a deed."""

from __future__ import annotations

import re
from dataclasses import replace

from tracker.domain.facet import Facet, FacetValue

DENYING = re.compile(
    r"\b(?:den(?:y|ie[sd]|ying)|reject\w*|dismiss\w*|disput\w*|refut\w*|rebut\w*|repudiat\w*|"
    r"contradict\w*|disavow\w*|deride[sd]?|scoff\w*|ridicul\w*|waved? (?:away|aside)|waved?|"
    r"brush\w* (?:aside|off|away)|shrug\w* off|contest\w*)\b",
    re.IGNORECASE,
)
_DENYING_CLAUSE = re.compile(r"\b(?:den(?:y|ie[sd]|ying)|disput\w+|rejected that|refut\w+)\b")
_WHEN = r"\b(?:during|after|before|since|amid|throughout|following) (?:[\w'’-]+ ){{0,3}}{}\b"
_NEGATED = re.compile(r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without)\b|n['’]t\b")


def is_told_as_denial(words: str) -> bool:
    """Whether an article tells by some words that somebody denies."""
    return DENYING.search(words) is not None


def polar(value: FacetValue, cue: str, words: str) -> FacetValue:
    """Turn a deed round that the speaker denies: "denied that any shot was fired"."""
    if not value.sense or value.facet not in (Facet.OCCURRENCE, Facet.ACTOR, Facet.TARGET):
        return value
    if not _DENYING_CLAUSE.search(cue.lower()):
        return value
    if _only_tells_when(value.words, words):
        return value
    bare = value.sense.removeprefix("not ")
    if bare == value.sense:
        return replace(value, sense=f"not {bare}")
    # "Denied firing" says by its grammar that it was not done; "denied that none fired", twice.
    return replace(value, sense=bare) if _NEGATED.search(words) else value


def _only_tells_when(deed: str, words: str) -> bool:
    """Whether a deed only says when another was: "(denied) it had fired during the march"."""
    return re.search(_WHEN.format(re.escape(deed)), words, re.IGNORECASE) is not None
