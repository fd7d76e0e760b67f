"""Questions: on which facet two accounts differ that no rule sets at odds, by their words."""

from __future__ import annotations

import re
from collections.abc import Callable

from tracker.compare.account import Account
from tracker.compare.alike import own_side, same_doer
from tracker.compare.doers import charged, is_happening, is_weapon
from tracker.compare.explaining import NO, give_two_causes, says_no
from tracker.compare.natures import of_two_natures
from tracker.compare.opposing import VAGUE
from tracker.compare.placing import apart
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.figure import Figure
from tracker.domain.numerals.clock import clock_in
from tracker.domain.sides import heads

_HOLDING = re.compile(
    r" (?:re(?:taken|took|captured|gained)|captur\w+|seiz\w+|overr[au]n|cleared|entered|fled|"
    r"fallen|fell to|given up|under (?:\w+ ){0,3}control|(?:taken|took|take) (?:\w+ )?control|"
    r"controls?|controlled|in charge of|in (?:our|their|its|his|her|\w+) hands|withdr[ae]wn?|"
    r"(?:still|fully|firmly) (?:holds?|held)|(?:holds?|held|holding) (?:the|most|all|every|out)|"
    r"(?:still|is|are|remains?) (?:ours|theirs)|our flag|los(?:t|ing) (?:the|control)|"
    r"(?:pulled|driven|pushed) (?:out|back)) "
)
_WINNING = re.compile(r" (?:won|win|victory|winner|defeated|(?:re )?elected|mandate) ")
_MEANT = re.compile(
    r" (?:on purpose|deliberate(?:ly)?|intentional(?:ly)?|meant (?:to|for)|intended|knowing(?:ly)?|"
    r"knew|planned|premeditated) "
)
_UNMEANT = re.compile(
    r" (?:accident(?:al|ally)?|mistak\w+|(?:never|not) meant|unintention\w+|dozed|fell asleep|"
    r"slipped|unaware|lost control|confus\w+|error) "
)
_CLEFT = re.compile(
    r"^ (?:it (?:was|is|had been)|that was) (?!not |only |\d)(?:\w+ ){1,6}(?:who|that|which) "
)
_WORK_OF = re.compile(
    r" (?:the work of|at (?:the|\w+) (?:own )?(?:request|behest)|on (?:the )?orders? (?:of|from)|"
    r"on (?:its|their) own|own decision|(?:positions|hills|lines) held by|members of|"
    r"belong(?:s|ed) to|(?:sent|hired|paid) by|themselves|itself|himself|herself|other side|alone) "
)
_FIRED_BY = re.compile(
    r" (?:rounds?|shells?|rockets?|missiles?|fire|shots?|drones?|burst|mortars?|attack(?:ers)?|"
    r"raid|killings|hackers) (?:\w+ ){0,4}?(?:came|were|was|been|fired|launched) "
    r"(?:\w+ ){0,4}?(?:from|by) "
)
_CAUSING = frozenset({"caus"})
"""A deed whose doer is rather a cause."""
_LASTING = frozenset("seconds minutes hours days weeks months years".split())  # noqa: SIM905
_SHARE = re.compile(
    r" (?:half|third|quarter|\w+ in (?:ten|five|four|three)|most|few|fewer|all|every|only|twice|"
    r"dozens?|hundreds|percent|tenths?) "
)
_WHEN = re.compile(
    r" (?:\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december)|(?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december)(?: \d{1,2})?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|midnight|noon|dawn|dusk|"
    r"morning|evening|night|afternoon|yesterday|[\d ]{1,5} [ap] ?m|\w+ o'clock|1\d{3}s?|20\d\d) "
)
_HOW_LONG = re.compile(
    r" (?:within|after|in|for|less than|more than|about|only|took|lasted|until|over) (?:\w+ ){0,3}?"
    r"(?:minutes?|hours?|days?|weeks?|months?|years?) "
)
_ALIBI = re.compile(
    r" (?:at home|abroad|(?:miles?|kilomet(?:er|re)s?|km) away|set foot|in another country|"
    r"spent (?:that|the) (?:whole )?(?:of )?(?:\w+ )?(?:evening|night|afternoon|morning|day)) "
)
_WHERE = re.compile(
    r" (?:inside|outside|off|near|(?:north|south|east|west) of|within|away|beyond|beside|behind|"
    r"in front of|(?:was|were|is|are|been|be|beg[aiu]n|start(?:ed)?|place|happened|occurred|"
    r"arrested|detained|caught|picked up|hit|found|stopped|kept|stood|struck|died|stayed|sat) "
    r"(?:\w+ ){0,2}?(?:in|at|on|to|from|over) (?:the|an?|his|her|its|their|our|\w+)) "
)
_FAR = re.compile(
    r" (?:miles?|kilomet(?:er|re)s?|met(?:er|re)s?|km|yards?|feet|blocks?|paces) (?:\w+ ){0,2}?"
    r"(?:away|from|off|inside|outside|north|south|east|west|short|beyond|into) "
)
_SIDE = re.compile(r" (?:\w+ (?:soil|territory|waters|airspace)|side of|the border) ")


def question(ours: Account, theirs: Account) -> Facet:
    """The facet on which two accounts differ, by what both speak of; occurrence where that is none.

    Of a "no" that only one says it is asked first whether the thing was so at all.
    """
    return next((facet for facet, asks in _QUESTIONS if asks(ours, theirs)), Facet.OCCURRENCE)


def _who_has_it(ours: Account, theirs: Account) -> bool:
    return any(_both(pattern, ours, theirs) for pattern in (_HOLDING, _WINNING))


def _on_purpose(ours: Account, theirs: Account) -> bool:
    if ours.kinds(Facet.INTENT) and theirs.kinds(Facet.INTENT):
        return True
    return any(
        one.tells(_MEANT) and (other.tells(_UNMEANT) or other.tells(_MEANT))
        for one, other in ((ours, theirs), (theirs, ours))
    )


def _with_what(ours: Account, theirs: Account) -> bool:
    kinds = ours.kinds(Facet.MEANS), theirs.kinds(Facet.MEANS)
    return all(kinds) and not kinds[0] & kinds[1]


def _at_what_hour(ours: Account, theirs: Account) -> bool:
    first, second = clock_in(ours.words), clock_in(theirs.words)
    return first is not None and second is not None and apart(first, second)


def _by_whom(ours: Account, theirs: Account) -> bool:
    if any(one.tells(_CLEFT) for one in (ours, theirs)):
        return True
    named = any(one.tells(_WORK_OF) for one in (ours, theirs))
    if named and not any(one.tells(NO) for one in (ours, theirs)):
        return True
    return not says_no(ours, theirs) and any(one.tells(_FIRED_BY) for one in (ours, theirs))


def rivals(ours: Account, theirs: Account) -> tuple[FacetValue, FacetValue] | None:
    """The two whom two accounts name as the doer of one deed, or of what each is charged with."""
    if done_and_not(ours, theirs):
        return None
    pairs = [
        (mine.actor, other.actor)
        for mine in ours.deeds
        for other in theirs.deeds
        if (mine.senses & other.senses) - VAGUE - _CAUSING and not (mine.denied or other.denied)
    ]
    for one, two in (*pairs, (charged(ours), charged(theirs))):
        if one is not None and two is not None and _may_be_rivals(one, two, ours, theirs):
            return one, two
    return None


def _may_be_rivals(one: FacetValue, two: FacetValue, ours: Account, theirs: Account) -> bool:
    """Whether two doers are called by different nouns; "rebels of the north" are rebels."""
    nouns = heads(one.words.lower()), heads(two.words.lower())
    if not all(nouns) or nouns[0] & nouns[1] or same_doer(one, two):
        return False  # a pronoun is no noun
    things = any(is_weapon(each.words) for each in (one, two)) or is_happening(one, two)
    return not (things or own_side(one, ours, two) or own_side(two, theirs, one))


def done_and_not(ours: Account, theirs: Account) -> bool:
    """Whether one says of a deed that it was done, and the other that it was not."""
    return any(
        mine.denied is not other.denied and (mine.senses & other.senses) - VAGUE
        for mine in ours.deeds
        for other in theirs.deeds
    )


def _how_many(ours: Account, theirs: Account) -> bool:
    if says_no(ours, theirs):
        return False
    first, second = (_counts(one) for one in (ours, theirs))
    if any(mine.distance(other) for mine in first for other in second):
        return not _both(_WHERE, ours, theirs)
    return bool((first and theirs.tells(_SHARE)) or (second and ours.tells(_SHARE)))


def _counts(account: Account) -> list[Figure]:
    return [one for one in account.figures if one.unit not in _LASTING]


def _when(ours: Account, theirs: Account) -> bool:
    if says_no(ours, theirs):
        return False
    lasted = (any(it.unit in _LASTING for it in one.figures) for one in (ours, theirs))
    if all(lasted):
        return True
    said = any(one.tells(NO) for one in (ours, theirs))
    return not said and any(_both(pattern, ours, theirs) for pattern in (_WHEN, _HOW_LONG))


def _where(ours: Account, theirs: Account) -> bool:
    if any(one.tells(_FAR) for one in (ours, theirs)):
        return True
    said = any(one.tells(NO) for one in (ours, theirs))
    return not said and any(_both(pattern, ours, theirs) for pattern in (_WHERE, _SIDE))


def _elsewhere(ours: Account, theirs: Account) -> bool:
    return any(one.tells(_ALIBI) for one in (ours, theirs))


def _both(pattern: re.Pattern[str], ours: Account, theirs: Account) -> bool:
    return ours.tells(pattern) is not None and theirs.tells(pattern) is not None


_QUESTIONS: tuple[tuple[Facet, Callable[[Account, Account], object]], ...] = (
    (Facet.OUTCOME, _who_has_it),
    (Facet.INTENT, _on_purpose),
    (Facet.MEANS, _with_what),
    (Facet.TIME, _at_what_hour),
    (Facet.ACTOR, _by_whom),
    (Facet.ACTOR, rivals),
    (Facet.CAUSE, give_two_causes),
    (Facet.PLACE, _elsewhere),
    (Facet.QUANTITY, _how_many),
    (Facet.TIME, _when),
    (Facet.PLACE, _where),
    (Facet.TARGET, of_two_natures),
)
