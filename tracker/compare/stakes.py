"""Stakes: what a figure says that another does not, though both seem to count alike.

"94 percent of the votes counted" is no share of them; "2,300 of 2,500" is no count of 2,500.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto

from tracker.compare.account import Account
from tracker.compare.doers import charged
from tracker.compare.kin import same_people
from tracker.compare.measures import measures_apart
from tracker.compare.natures import causes_of
from tracker.compare.parts import ANYBODY, is_a_part
from tracker.compare.taking_up import IT_WAS
from tracker.domain.common_words import COMMON
from tracker.domain.figure import Figure
from tracker.domain.meanings import lexicon, named, stems_in
from tracker.domain.sides import heads, two_sides

_BREAK = re.compile(r"[,;:.!?–—]\s|\b(?:and|with|while|but|after|as|where|when)\b")
_COUNTED = re.compile(
    r"\b(?:counted|counting|tallied|tabulated|processed|scrutini[sz]ed|(?:stations?|precincts?|"
    r"districts?|wards) (?:had |have )?report(?:ed|ing))\b"
)
_STATIONS = re.compile(r" of (?:the |all )?(?:polling|voting) (?:stations?|places?|districts?)\b")
_OF_OWN = re.compile(r"^ of (?:his|her|its|their|our|my) ", re.IGNORECASE)
_LOST = re.compile(
    r"(?:^\W*|\b(?:(?:his|her|its|their|our|my) (?:men|troops|forces|side|unit)|we|they|it) )"
    r"(?:had )?lost (?:only |just )?$",
    re.IGNORECASE,
)
_TURNED_OUT = re.compile(
    r"\b(?:turnout|turned out|took part|taken part|(?:had|have|has) voted(?! (?:for|against)\b))"
)
_OUT_OF = re.compile(r"(?:^|\bthat |\bout )of (?:[\w'’-]+ ){0,2}$", re.IGNORECASE)
_PART_OF = r"(?:[\w'’-]+ )?of (?:[\w'’-]+ ){0,2}$"
_BARE = 3
"""Words, at most, of an account that says its figure, and leaves open what it is of."""
_OWN = r" (?:his|her|its|their|our|my) (?:own )?(?:\w+ ){{0,2}}(?:losses|dead|casualties|toll|{}) "
_AHEAD = re.compile(
    r"^\W*(?:the|its|their|that) ([\w ]+?) (?:at|was|is|were|are|stood)\b", re.IGNORECASE
)
"""What is counted, named ahead of the figure: "put the crowd at 900"."""
_SHORT = 6
"""Words, at most, of an account that says hardly more than its figure."""
_COUNTING = frozenset(stems_in("number figure total toll count tally estimate about some only"))
_MARKS = " \"'“”‘’,.;:"


class Stake(Enum):
    """What a figure is of, beyond what it counts."""

    WHOLE = auto()
    COUNTED = auto()
    TURNOUT = auto()


def one_stake(ours: Account, mine: str, theirs: Account, other: str) -> bool:
    """Whether two figures, as the accounts word them, may be of one thing."""
    ends = (ours, mine), (theirs, other)
    two = ours.party.id != theirs.party.id
    own = [_is_own(*end) for end in ends]
    # Two sides each count their own; one side counts its own, and then the other's.
    apart = all(own) if two else own[0] is not own[1] and _is_harm(ends)
    figures = _figure(*ends[0]), _figure(*ends[1])
    if apart or _happen_apart(ours, theirs) or is_a_part(ours, figures[0], theirs, figures[1]):
        return False
    if _of_two_sides(*ends) or _are_others(*figures) or measures_apart(*ends, *figures):
        return False
    if _fare_apart(*ends) or _names_another(*ends) or _names_another(*reversed(ends)):
        return False
    if _is_open(ours, mine) or _is_open(theirs, other):
        return True
    return _stake(ours, mine) is _stake(theirs, other)


def _happen_apart(ours: Account, theirs: Account) -> bool:
    """Whether two accounts share no word, and each gives another cause for what it counts."""
    mine, other = (
        causes_of(one).keys() | ({"attack"} if _is_done(one) else set()) for one in (ours, theirs)
    )
    return not ours.stems & theirs.stems and bool(mine and other) and not mine & other


def _is_done(account: Account) -> bool:
    """Whether somebody, and no thing, is said to have done the harm."""
    doer = charged(account)
    return doer is not None and bool(doer.source_id or named(lexicon().parties, doer.words))


def _is_own(account: Account, told: str) -> bool:
    """Whether a speaker counts what is the speaker's own: "put his losses at 900"."""
    counts = "|".join(map(re.escape, _figure(account, told).counts.lower().split()))
    own = re.search(_OWN.format(counts or "losses"), account.plain)
    at = account.words.lower().find(told.lower())
    before, after = account.words[: max(0, at)], account.words[at + len(told) :]
    return own is not None or (at >= 0 and bool(_OF_OWN.match(after) or _LOST.search(before)))


def _of_two_sides(*ends: tuple[Account, str]) -> bool:
    """Whether a speaker counts the own side, and another a side at odds with it.

    "It had lost five fighters", said the rebels; "eleven soldiers were killed".
    """
    return any(
        _is_own(*own)
        and two_sides(f"{own[0].party.name} {_figure(*own).counts}", _figure(*other).counts)
        for own, other in (ends, ends[::-1])
    )


def _is_harm(ends: Iterable[tuple[Account, str]]) -> bool:
    return all(_figure(*end).harm is not None for end in ends)


def _are_others(mine: Figure, other: Figure) -> bool:
    """Whether others were harmed, or there are none of what the other does not speak of."""
    if mine.harm is not None and mine.harm is other.harm:
        return not same_people(mine, other)
    none, some = sorted((mine, other), key=lambda one: one.size)
    return none.high == 0 and bool(none.counts) and not some.counts and some.harm is None


def _fare_apart(mine: tuple[Account, str], other: tuple[Account, str]) -> bool:
    """Whether people are counted to whom different things happened: carried, and rescued."""
    figures = [_figure(*end) for end in (mine, other)]
    if any(one.harm or one.unit or one.of for one in figures):
        return False
    nouns = [heads(one.counts) for one in figures]
    if not all(nouns) or (nouns[0] & nouns[1]) - ANYBODY:
        return False
    fates = [_fates(*end) for end in (mine, other)]
    apart = bool(all(fates)) and not fates[0] & fates[1]
    return apart and lexicon().opposed(*fates) is None


def _fates(account: Account, told: str) -> frozenset[str]:
    """What is said to have been done by, or to, those whom a figure counts."""
    return frozenset(
        sense
        for deed in account.deeds
        for one in (deed.actor, deed.target)
        if one is not None and f" {told} " in f" {one.words} "
        for sense in deed.senses
    )


def _names_another(mine: tuple[Account, str], other: tuple[Account, str]) -> bool:
    """Whether one names ahead of its figure what the other is not about: "put the crowd at 900"."""
    account, told = mine
    figure, words = _figure(*mine), account.words
    before = words[: max(0, words.lower().find(told.lower()))]
    if figure.counts or figure.unit or not _figure(*other).counts or len(words.split()) > _SHORT:
        return False
    ahead = _AHEAD.match(before)
    own = frozenset(stems_in(ahead[1] if ahead else "")) - COMMON - _COUNTING
    lexis = lexicon()
    shared = (
        own & other[0].stems
        or named(lexis.fields, before) & other[0].fields
        or named(lexis.told, before) & other[0].senses
    )
    return bool(own) and not shared


def _figure(account: Account, told: str) -> Figure:
    return next((one for one in account.figures if one.text == told), Figure(told))


def _is_open(account: Account, told: str) -> bool:
    """Whether an account leaves open what a figure is of: "64 percent, by the board's tally"."""
    at = account.words.lower().find(told.lower())
    return (
        len(account.words.split()) <= _BARE
        or account.tells(IT_WAS) is not None
        or (
            at >= 0
            and not account.words[:at].strip(_MARKS)
            and not _around(account, at, at + len(told)).strip(_MARKS)
        )
    )


def _stake(account: Account, told: str) -> Stake | None:
    words = account.words
    at = words.lower().find(told.lower())
    if at < 0:
        return None
    figure = _figure(account, told)
    if figure.unit == "%":
        around = _around(account, at, at + len(told))
        if _COUNTED.search(around) or _STATIONS.match(words[at + len(told) :].lower()):
            return Stake.COUNTED
        return Stake.TURNOUT if _TURNED_OUT.search(around) else None
    return Stake.WHOLE if any(_has_part(account, figure, words[:at])) else None


def _has_part(account: Account, figure: Figure, before: str) -> Iterator[bool]:
    """Tell for each smaller figure of an account whether it is a part of a figure."""
    for one in account.figures:
        if one.unit == figure.unit and 0 < one.size < figure.size:
            part = re.search(rf"{re.escape(one.text)} {_PART_OF}", before)
            yield bool(part or _OUT_OF.search(before))


def _around(account: Account, start: int, end: int) -> str:
    """The words around a figure up to where another clause or figure begins."""
    words = account.words
    others = [words.find(one.text) for one in account.figures]
    after = min((at for at in others if at >= end), default=len(words))
    before = max((at for at in others if 0 <= at < start), default=0)
    led = _BREAK.split(words[before:start])[-1]
    return f"{led} {_BREAK.split(words[end:after])[0]}".lower()
