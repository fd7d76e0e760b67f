"""Explaining: who says why, and whether two give another cause for one thing."""

from __future__ import annotations

import re

from tracker.compare.account import Account
from tracker.compare.natures import causes_of, is_chain
from tracker.domain.facet import Facet

NO = re.compile(r" (?:no|not|never|none|nobody|nothing|neither|without|\w+n't) ")
"""How a claim says that something was not so."""
_DUE_TO = re.compile(
    r" (?:caus(?:e|es|ed|ing)|because|due to|owing to|as a result|result(?:ed|ing)? (?:of|from)|"
    r"responsible|to blame|blamed?|brought (?:\w+ )?down|set off|stemm\w+|triggered|led to|sparked|"
    r"started by|died (?:of|from)|linked to|accounted for|originated) "
)
_NOT_DUE_TO = re.compile(
    r" (?:caused?|because|due to|result|blamed?|linked to|responsible|reason|nothing to do with) "
)
_MISHAP = re.compile(
    r" (?:fell|fallen|slip\w*|stumbl\w+|pushed|shoved|capsized?|overturned|snapped|brok(?:e|en)|"
    r"fail\w*|g(?:a|i)ven? way|collaps\w+|corrod\w+|overload\w+|malfunction\w*|skidd\w+|derail\w*|"
    r"(?:ran|drove) into|crash\w*|burst|explod\w+|leak\w*|rust\w*|worn|faulty?|defect\w*|choked|"
    r"hanged|suffocat\w+|poisoned|stroke|heart attack|overdose|illness|disease|asleep|drunk|"
    r"speed|brakes|ignit\w+|short circuit|lightning|sparks?|cigarette|jumped) "
)


def says_no(ours: Account, theirs: Account) -> bool:
    """Whether one of two says "no" and the other does not."""
    return (ours.tells(NO) is None) is not (theirs.tells(NO) is None)


def give_two_causes(ours: Account, theirs: Account) -> bool:
    """Whether two differ on why something was, and not on whether it was."""
    if says_no(ours, theirs):
        if not any(one.tells(NO) and one.tells(_NOT_DUE_TO) for one in (ours, theirs)):
            return False
    elif all(one.tells(_MISHAP) for one in (ours, theirs)):
        return True
    return not is_chain(ours, theirs) and (says_why(ours) or says_why(theirs))


def says_why(account: Account) -> bool:
    """Whether an account gives a cause, in the words for one or as the lexicon knows it."""
    causes = (one for one in account.of(Facet.CAUSE) if not one.sense.startswith("not "))
    return account.tells(_DUE_TO) is not None or any(causes)


def only_explains(ours: Account, theirs: Account) -> bool:
    """Whether one only says why that was of which the other tells, and neither says "not"."""
    if any(one.tells(NO) for one in (ours, theirs)) or (says_why(ours) and says_why(theirs)):
        return False
    return bool(causes_of(ours)) is not bool(causes_of(theirs))
