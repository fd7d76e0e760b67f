"""Alike: how much two deeds, or two accounts, speak of the same things."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.compare.account import Account, Deed
from tracker.compare.once import once
from tracker.domain.common_words import COMMON
from tracker.domain.denying_words import is_told_as_denial
from tracker.domain.facet import FacetValue
from tracker.domain.meanings import lexicon, named, stem, stems_in, words_in
from tracker.domain.sides import heads, one_side, two_sides

_PART = re.compile(
    r"\b(?:alone|another|a further|second|third|more (?:were|are|had)|of them|among them|others?|"
    r"of the (?:dead|hurt|injured|killed|victims|wounded)|"
    r"so far this|a month|a day|per|each|in addition|elsewhere)\b"
)
"""Words that say a count is of a part, or of something else."""
ASIDE = re.compile(r", (?:among them|including|\w+ of them)\b[^,;]*,?")
"""What leaves a count whole, and only tells of a part: "11 people, among them two nurses, died"."""
_ONE_THING = 0.6
MAYBE = 0.4
"""What a pronoun may share with a noun."""
_WHEN = re.compile(
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|"
    r"may|june|july|august|september|october|november|december|yesterday|this (?:year|month|week)|"
    r"(?:next|last) (?:year|month|week|season)|(?:19|20)\d\d)\b"
)
_TO_COME = re.compile(
    r" (?:will|shall|going to|about to|plans? to|intends? to|hopes? to|(?:is|are) expected to|"
    r"expects? to|to try|wants? to|in sight) "
)
_FEWEST_WORDS, _MORE = 3, 3
"""Telling words of what two say in the same words, and by how many one may say more of so few."""
_OTHERWISE = re.compile(
    r" (?:if|whether|could|may|might|would|not?|never|none|nobody|nothing|neither|nor|without|only|"
    r"hardly|almost|\w+n't|but|except) "
)
"""What makes another thing of the same words."""
_MEN = frozenset({"man", "men", "peopl", "member", "unit"})
OWN = re.compile(r"(?:its|his|her|their|our|my) ", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|until|till|by|before|after|from) (?:last |early |late )?\w+")


def overlap(mine: Deed, other: Deed) -> float:
    """How much the nouns of two deeds name the same things, 0–1."""
    words = mine.about & other.about
    fields = mine.fields & other.fields
    return min(1.0, 0.7 * len(words) + 0.6 * len(fields))


def same_thing(mine: Deed, other: Deed) -> float:
    """How surely two deeds have one doer or one target, 0–1."""
    sides = [(mine.actor, other.actor), (mine.target, other.target)]
    if mine.actor is None or other.actor is None:
        sides += [(mine.actor, other.target), (mine.target, other.actor)]
    found = [_sides(one, two) for one, two in sides if one is not None and two is not None]
    return max(found, default=overlap(mine, other))


def _sides(one: FacetValue, two: FacetValue) -> float:
    if not heads(one.words) or not heads(two.words):
        return MAYBE
    nothing = frozenset[str]()
    return overlap(Deed("", nothing, actor=one), Deed("", nothing, actor=two))


def same_doer(first: FacetValue, second: FacetValue) -> bool:
    """Whether two doers may be one."""
    if first.source_id is not None and first.source_id == second.source_id:
        return True
    return one_side(first.words, second.words)


def own_side(own: FacetValue, account: Account, other: FacetValue) -> bool:
    """Whether a speaker's "its soldiers" may be those whom another names: "government troops"."""
    people = OWN.sub("", own.words)
    if own.source_id not in account.party.line or people == own.words:
        return False
    mass = named(lexicon().parties, people) or heads(people) <= _MEN
    return bool(mass) and one_side(f"{account.party.name} {people}", other.words)


def topic(ours: Account, theirs: Account) -> float:
    """How much two accounts speak of the same things, 0–1."""
    words = ours.stems & theirs.stems
    fields = ours.fields & theirs.fields
    return min(1.0, 0.5 * len(words) + 0.5 * len(fields))


def is_forecast(account: Account) -> bool:
    """Whether an account tells of what is yet to come."""
    return account.tells(_TO_COME) is not None


def other_times(ours: Account, theirs: Account) -> bool:
    """Whether two accounts speak of different days, months or years, or one of what is to come."""
    if is_forecast(ours) is not is_forecast(theirs):
        return True
    return on_other_days(ours, theirs)


def on_other_days(ours: Account, theirs: Account) -> bool:
    """Whether two accounts name days, months or years, and none in common."""
    mine, other = _days(ours), _days(theirs)
    return bool(mine and other and not mine & other)


@once
def _days(account: Account) -> frozenset[str]:
    """The days, months and years that an account speaks of."""
    # "may" and "march" are verbs more often than months where nothing leads to them
    found = _WHEN.findall(_SINCE.sub(" ", account.plain))
    return frozenset(one for one in found if not _verb(one, account))


def say_the_same(ours: Account, theirs: Account) -> bool:
    """Whether both tell of one deed or state of one thing, as far as their words show it."""
    return any(True for _ in _told_alike(ours, theirs))


def said_alike(ours: Account, theirs: Account) -> bool:
    """Whether one says what the other says, in its words and their order, and little more."""
    mine, other = (
        [one for one in stems_in(each.words) if one not in COMMON] for each in (ours, theirs)
    )
    if is_told_as_denial(ours.cue) is not is_told_as_denial(theirs.cue):
        return False
    if any(one.source_id in each.party.line for each in (ours, theirs) for one in each.values):
        return False  # "they control the town", each of itself
    if ours.plain == theirs.plain:
        return len(mine) > 1
    if is_forecast(ours) is not is_forecast(theirs) or ours.tells(_OTHERWISE):
        return False
    short, long = sorted((mine, other), key=len)
    if theirs.tells(_OTHERWISE) or (len(short) < len(long) and (ours.figures or theirs.figures)):
        return False
    left = iter(long)
    few = len(short) < (_FEWEST_WORDS if len(short) < len(long) else 2)
    near = len(short) > _FEWEST_WORDS or len(long) <= len(short) + _MORE
    return not few and near and all(word in left for word in short)


def in_other_words(ours: Account, theirs: Account) -> bool:
    """Whether both say the same but for the word for what was done: "closed", "shut at noon"."""
    mine, other = ours.deeds, theirs.deeds
    if len(mine) != 1 or len(other) != 1 or mine[0].denied is not other[0].denied:
        return False
    own = [one.stems - frozenset(stems_in(one.deeds[0].words)) for one in (ours, theirs)]
    return bool(mine[0].senses & other[0].senses and own[0]) and own[0] == own[1]


def tell_alike(ours: Account, theirs: Account) -> bool:
    """Whether both tell of one deed as done, or as not done, to or by the same."""
    return any(
        mine.senses & other.senses and mine.denied is other.denied and overlap(mine, other) >= 1
        for mine in ours.deeds
        for other in theirs.deeds
    )


def deny_the_same(ours: Account, theirs: Account) -> bool:
    """Whether both say of one deed or state that it was not so."""
    return any(one.denied for one in _told_alike(ours, theirs))


def clears_one_of_another(ours: Account, theirs: Account) -> bool:
    """Whether one denies of one side what the other says another side did."""
    for denier, teller in ((ours, theirs), (theirs, ours)):
        both = [
            (mine.actor, other.actor)
            for mine in denier.deeds
            for other in teller.deeds
            if mine.denied and not other.denied and _one_deed(mine, other)
            if mine.actor is not None and other.actor is not None
        ]
        named = denier.party.names & teller.stems  # a talk is of both who had it
        if both and not named and all(_of_two(mine, other, teller) for mine, other in both):
            return True
        if ours.article != theirs.article and _each_of_own(denier, teller):
            return True
    return False


def _one_deed(mine: Deed, other: Deed) -> bool:
    """Whether two deeds are alike, or befell one thing."""
    targets = [heads(one.target.words) for one in (mine, other) if one.target is not None]
    return bool(mine.senses & other.senses) or (len(targets) > 1 and bool(targets[0] & targets[1]))


def _each_of_own(denier: Account, teller: Account) -> bool:
    """Whether somebody never did what another says of himself, and of no deed towards the first.

    "I never met the man", "he had met the mayor".
    """
    both = [
        (mine, other)
        for mine in denier.deeds
        for other in teller.deeds
        if mine.denied and not other.denied and mine.senses & other.senses
    ]
    return bool(both) and all(
        is_done_by_speaker(mine, denier)
        and is_done_by_speaker(other, teller)
        and other.target is not None
        and heads(other.target.words)
        and not heads(other.target.words) & denier.party.words
        and not denier.party.allied(teller.party)
        for mine, other in both
    )


def is_done_by_speaker(deed: Deed, account: Account) -> bool:
    """Whether a deed is surely of who speaks."""
    return deed.actor is not None and deed.actor.source_id in account.party.line


def _of_two(denied: FacetValue, told: FacetValue, teller: Account) -> bool:
    """Whether a doer is of another side than one that somebody tells of, or has as its own."""
    own = told.source_id in teller.party.line or OWN.match(told.words)
    words = f"{teller.party.name} {told.words}" if own else told.words
    return two_sides(denied.words, words)


def _told_alike(ours: Account, theirs: Account) -> Iterator[Deed]:
    for mine in (*ours.deeds, *ours.states):
        for other in (*theirs.deeds, *theirs.states):
            alike = mine.senses == other.senses and mine.denied is other.denied
            if alike and overlap(mine, other) >= _ONE_THING:
                yield mine


def _verb(word: str, account: Account) -> bool:
    return word in ("may", "march") and not re.search(
        rf"\b(?:in|since|of|by) {word}\b", account.plain
    )


@once
def of_a_part(account: Account) -> bool:
    """Whether an account says that its count is of a part, or of something else."""
    return _PART.search(ASIDE.sub(" ", account.words).lower()) is not None


def is_open(deed: Deed) -> bool:
    """Whether a deed names nothing but itself, so that it may be any: "without warning"."""
    return not deed.about - {stem(word) for word in words_in(deed.words)}
