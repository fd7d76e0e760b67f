"""Retracting: whether some words say that somebody takes back what was said before."""

from __future__ import annotations

import re

SAID = frozenset(
    """account accusation admission allegation announcement assertion charge claim comment
    confession contention denial estimate evidence figure insistence number remark report statement
    story suggestion testimony tweet version word""".split()  # noqa: SIM905
)
"""What somebody takes back is something that was said: not troops, nor an offer."""
_TAKES_BACK = re.compile(
    r"\b(?:backtrack\w*|disavow\w*|"
    r"recant\w*|retract\w*|rescind\w*|withdr[ae]w\w*|"
    r"(?:back(?:ed|s|ing)?|row\w*|roll\w*|step\w*|t(?:ake[ns]?|aking|ook)|walk\w*)"
    r" (?:away|back|down|off))\b",
    re.IGNORECASE,
)
_OF_SPEECH = re.compile(
    rf"\b(?:{'|'.join(sorted(SAID))})s?\b|\bwhat \w+ (?:had |has )?(?:said|told|claimed)\b",
    re.IGNORECASE,
)
_LEADING = 6
"""Words among which it is named what was said."""


def takes_back(cue: str, said: str) -> bool:
    """Whether somebody takes back what was said: "withdrew" of "his statement that …"."""
    leading = " ".join(said.split()[:_LEADING])
    return bool(_TAKES_BACK.search(cue) and _OF_SPEECH.search(leading))
