"""Retracting: whether some words say that somebody takes back what was said before."""

from __future__ import annotations

import re

SAID = frozenset(
    """account accusation admission allegation announcement assertion assessment assurance belief
    charge claim comment conclusion confession contention denial diagnosis estimate evidence figure
    finding forecast insistence judgement judgment number opinion prediction remark report statement
    story suggestion testimony tweet version view word""".split()  # noqa: SIM905
)
"""What somebody takes back is something that was said: not troops, nor an offer."""
_TAKES_BACK = re.compile(
    r"\b(?:backtrack\w*|disavow\w*|disown\w*|"
    r"recant\w*|renounc\w*|retract\w*|rescind\w*|withdr[ae]w\w*|"
    r"(?:back(?:ed|s|ing)?|row\w*|roll\w*|step\w*|t(?:ake[ns]?|aking|ook)|walk\w*)"
    r" (?:away|back|down|off))\b",
    re.IGNORECASE,
)
_OF_SPEECH = re.compile(
    rf"\b(?:{'|'.join(sorted(SAID))})s?\b|\bwhat \w+ (?:had |has )?(?:said|told|claimed)\b",
    re.IGNORECASE,
)
_GIVES_UP = re.compile(r"\b(?:abandon|amend|correct|drop|revers|revis)\w*", re.IGNORECASE)
"""These are of much else, so that it must be said whose statement it is."""
_OWN = re.compile(r"(?:his|her|its|their|an earlier|the earlier)\b", re.IGNORECASE)
_NO_LONGER = re.compile(r"no longer\b", re.IGNORECASE)
_WRONG = "false inaccurate incorrect mistaken premature untrue wrong".replace(" ", "|")
_WAS_WRONG = re.compile(
    rf"[“\"]?(?:his|her|its|their|my|our) (?:[\w-]+ ){{0,2}}(?:{'|'.join(sorted(SAID))})s?\b"
    rf"[^.;]{{0,200}}?\b(?:was|were|is|are|been) (?:{_WRONG}|an? (?:error|mistake))\b"
    rf"|(?:[“\"]|\b)(?:he|I|it|she|they|we) (?:was|were|had been) (?:{_WRONG})"
    r" (?:when (?:he|I|it|she|they|we) said|to (?:claim|have said|say)|in (?:claiming|saying))\b",
    re.IGNORECASE,
)
_LEADING = 6
"""Words among which it is named what was said."""


def takes_back(cue: str, said: str) -> bool:
    """Whether somebody takes back what was said: "withdrew" of "his statement that …".

    So do "no longer holds", and words that own it wrong.
    """
    if _NO_LONGER.match(cue) or owns_wrong(said):
        return True
    gives_up = _GIVES_UP.search(cue) and _OWN.match(said)
    leading = " ".join(said.split()[:_LEADING])
    return bool((gives_up or _TAKES_BACK.search(cue)) and _OF_SPEECH.search(leading))


def owns_wrong(said: str) -> bool:
    """Whether a speaker says that own words were wrong: "his statement that … had been wrong"."""
    return _WAS_WRONG.match(said) is not None
