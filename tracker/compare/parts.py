"""Parts: a figure of some beside the figure of all."""

from __future__ import annotations

import re

from tracker.compare.account import Account
from tracker.domain.figure import Figure
from tracker.domain.meanings import stems_in
from tracker.domain.sides import heads

ANYBODY = frozenset({"peopl", "person", "man", "woman"})
_PARTS = re.compile(r", (?:among them|including) (?:[\w-]+ ){0,2}$", re.IGNORECASE)
_ADDED = r"(?i)\b(?:another {0}|{0} (?:more|others?|further|additional))\b(?! than\b)"
"""How a figure is said to come on top of another."""
_KINDS = frozenset(
    stems_in(
        "policeman police officer soldier gunman gunmen fighter militant hostage child minor woman"
    )
)
"""Who are some of those harmed, where the whole is told, too."""
_HARMED = frozenset(stems_in("killed dead died deaths injured injury wounded wound hurt"))
_BODIES = frozenset(stems_in("bodies corpses"))
_AT_ONE_PLACE = frozenset(stems_in("pulled dug brought carried received"))
"""What is done with bodies at one place, or by some of those who look for them."""
_LOST = frozenset(stems_in("lost"))


def is_a_part(ours: Account, mine: Figure, theirs: Account, other: Figure) -> bool:
    """Whether one figure is of a part: told beside its whole, or fewer than all who died.

    "240 had been held, including 14 minors"; "two soldiers" of "22 people"; "rescuers pulled two
    bodies from the rubble"; "14 more bodies".
    """
    ends = (ours, mine), (theirs, other)
    added = [re.search(_ADDED.format(re.escape(one.text)), account.words) for account, one in ends]
    if (added[0] is None) is not (added[1] is None):
        return True
    aside = [
        _PARTS.search(re.split(rf"\b{re.escape(one.text)}\b", account.words)[0])
        for account, one in ends
    ]
    if (aside[0] is None) is not (aside[1] is None):
        return True
    (few, one), (many, two) = sorted(ends, key=lambda end: end[1].size)
    if heads(one.counts) & _BODIES and one.harm is None:
        ways = few.stems & _AT_ONE_PLACE
        return bool(ways) and not ways & many.stems
    kinds = [heads(each.counts) & _KINDS for each in (one, two)]
    nouns = heads(two.counts) - _HARMED
    whole = two.harm is not None or bool(many.stems & _HARMED)
    harmed = whole and (one.harm is not None or bool(few.stems & _LOST))
    # A toll that names nobody may be of the same kind.
    return harmed and bool(kinds[0]) and not kinds[1] and bool(nouns) and nouns <= ANYBODY
