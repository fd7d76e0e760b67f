"""Doers: one deed laid to two sides, who began it, and who had no part in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.compare.account import Account, Deed
from tracker.compare.alike import overlap, own_side, same_doer
from tracker.compare.clash import Clash
from tracker.compare.once import once
from tracker.compare.opposing import VAGUE
from tracker.compare.reasons import of_doers, quoted
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.meanings import lexicon, named, stem, stems_in
from tracker.domain.sides import heads

_HARM = frozenset(
    """ignite explode
    attack hurt destroy burn collide crash abduct arrest take enter throw gas leak provoke
    breach steal cheat turn beat_up pollute poison blame""".split()  # noqa: SIM905
)
_ALONE, _HOLDING = frozenset({"win", "order", "walk_out"}), "hold"
"""Deeds that only one can have done, harmful or not."""
_VIOLENT = frozenset({"attack", "hurt", "throw", "beat_up", "provoke", "collide", "gas"})
_NOT_US = re.compile(
    r"\b(?:nowhere near|not involved|nothing to do with|no (?:role|part|hand|involvement|presence)|"
    r"not responsible|not behind|not (?:present|there)|no (?:troops|units|forces|men|fighters|"
    r"personnel|soldiers|officers) (?:\w+ ){0,3}(?:in|near|at|around)|innocent|not guilty|"
    r"did nothing|at home|elsewhere|abroad|out of the country|"
    r"never (?:fired|attacked|touched|shot|been there)|(?:did|had|have|has) not "
    r"(?:\w+ )?(?:fired?|attacked?|shot|shelled|struck|carr(?:y|ied) out|target(?:ed)?))\b"
)
_PRESENT = re.compile(r"^no (?:troops|units|forces|men|fighters|personnel|soldiers|officers) ")
"""How somebody says who was not there, which clears only those who are meant."""
_UNDONE = re.compile(r"^(?:never|did not|had not|have not|has not) ")
"""How somebody says that it was not done, and not only by whom."""
_CLEARED = re.compile(r"\b(?:innocent|not guilty|did nothing (?:wrong|illegal))\b")
_ACCUSING = re.compile(r"accus|blam|alleg|charg|denounc|implicat|responsib|fault", re.IGNORECASE)
_FIRST = re.compile(
    r" (?:first|started it|began it|in self-defence|in self-defense|in response|unprovoked|"
    r"without provocation|returned fire|retaliat\w+|hit back) "
)
_LONE = frozenset("it this that some others many most several few".split())  # noqa: SIM905
"""What names no doer that could be set against another."""
_HARDSHIPS = frozenset(
    stem(one)
    for one in """inflation price cost tax recession crisis poverty unemployment drought hunger
    famine shortage disease epidemic pandemic debt tariff""".split()  # noqa: SIM905
)
"""What strikes and hurts people without a hand: "inflation had struck households"."""
_ONE_DEED, _SURE = 0.15, 0.5
_WEAPONS = frozenset(
    (stem(one),)
    for one in """mine landmine torpedo grenade shell fire gunfire shelling bombardment barrage
    salvo volley airstrike""".split()  # noqa: SIM905
)


def doer_clashes(ours: Account, theirs: Account, contrast: float) -> Iterator[Clash]:
    """Yield where one deed is laid to two different doers."""
    for mine in ours.deeds:
        for other in theirs.deeds:
            if mine.denied or other.denied or mine.actor is None or other.actor is None:
                continue
            if clash := _two_doers(mine, other, ours, theirs, contrast):
                yield clash


def _two_doers(
    mine: Deed, other: Deed, ours: Account, theirs: Account, contrast: float
) -> Clash | None:
    first, second = mine.actor, other.actor
    shared = (mine.senses & other.senses) - VAGUE
    blamed = _blamed(mine, other, ours, theirs)
    if first is None or second is None or not (shared or blamed) or same_doer(first, second):
        return None
    away = [one.source_id is None and not heads(one.words) for one in (first, second)]
    lone = _LONE & {first.words.lower(), second.words.lower()}
    control = _controls(mine) and _controls(other)  # there "it" is who speaks
    if (
        (any(away) and not control)
        or all(away)
        or (lone and not control)
        or _counts(first, second)
        or _own_name(first, second, ours, theirs)
    ):
        return None
    things = [is_weapon(one.words) for one in (first, second)]
    hardships = [bool(heads(one.words) & _HARDSHIPS) for one in (first, second)]
    if hardships[0] is not hardships[1]:
        return None
    befell = [is_happening(one) for one in (first, second)]
    if things[0] is not things[1] or befell[0] is not befell[1] or (any(befell) and not shared):
        return None  # a thing, or what happened, is no rival of whoever did it
    if _is_struck(first, other) is not _is_struck(second, mine) and mine.target and other.target:
        return None  # who shot at them has been shot at by others
    crossed = theirs.party.meant_by(first.words, first.source_id) or ours.party.meant_by(
        second.words, second.source_id
    )
    accused = sum(_ACCUSING.search(one.cue) is not None for one in (ours, theirs))
    harm = bool(shared & (_HARM | _ALONE)) or blamed or control
    harm = harm or _says_it_of(first, second, ours, theirs)
    alike = _targets(mine, other)
    if not (harm or crossed) or not (crossed or accused or contrast or alike):
        return None
    elsewhere = alike == 0.0 and bool(mine.target and other.target) and _far(ours, theirs)
    score = 0.3 + 0.2 * min(1, crossed + accused) + 0.15 * contrast + 0.1 * alike + 0.1 * harm
    score += 0.1 * control - 0.1 * any(away) - 0.15 * elsewhere
    facet = Facet.MEANS if all(things) else Facet.OUTCOME if control else Facet.ACTOR
    return Clash(facet, score, of_doers(ours, theirs, first, second))


def laid_to_two(ours: Account, theirs: Account, contrast: float) -> bool:
    """Whether one deed to one thing is surely laid to two doers, however far apart it is told."""
    return any(
        clash.score >= _SURE
        for mine in ours.deeds
        for other in theirs.deeds
        if not (mine.denied or other.denied) and _targets(mine, other) > _ONE_DEED
        if (clash := _two_doers(mine, other, ours, theirs, contrast)) is not None
    )


def _says_it_of(first: FacetValue, second: FacetValue, ours: Account, theirs: Account) -> bool:
    """Whether two say the same of two sides: "the mill walked out of the talks", "the union"."""
    mine, other = (
        frozenset(stems_in(one.words)) - frozenset(stems_in(doer.words))
        for one, doer in ((ours, first), (theirs, second))
    )
    sides = all(named(lexicon().parties, one.words) for one in (first, second))
    return sides and len(mine) > 1 and mine == other


def _controls(deed: Deed) -> bool:
    """Whether it is to hold a place, which only one can, and not a talk."""
    place = deed.target is not None and not is_happening(deed.target)
    return place and _HOLDING in deed.senses


def _is_struck(doer: FacetValue, deed: Deed) -> bool:
    """Whether the doer of one deed is who suffered another."""
    return deed.target is not None and bool(heads(doer.words) & heads(deed.target.words))


def _own_name(first: FacetValue, second: FacetValue, ours: Account, theirs: Account) -> bool:
    """Whether one side speaks of itself as "she" or of "its soldiers", and the other names it."""
    if own_side(first, ours, second) or own_side(second, theirs, first):
        return True
    mine = first.source_id in ours.party.line and not heads(first.words)
    other = second.source_id in theirs.party.line and not heads(second.words)
    return (mine and ours.party.meant_by(second.words, second.source_id)) or (
        other and theirs.party.meant_by(first.words, first.source_id)
    )


def is_weapon(words: str) -> bool:
    """Whether what is said to have done it is a thing that somebody used."""
    lexis = lexicon()
    if stems_in(words)[-1:] in _WEAPONS:  # "artillery fire", though artillery may be an army
        owner = [one for one in words.split()[:-1] if not named(lexis.kinds["means"], one)]
        return not named(lexis.parties, " ".join(owner))
    return bool(named(lexis.kinds["means"], words)) and not named(lexis.parties, words)


def is_happening(*doers: FacetValue) -> bool:
    """Whether what is said to have done it is rather what happened: "the blast"."""
    lexis = lexicon()
    return any(named(lexis.told, it.words) and not named(lexis.parties, it.words) for it in doers)


def _far(ours: Account, theirs: Account) -> bool:
    """Whether two accounts are not told in one breath."""
    return ours.article != theirs.article or abs(ours.paragraph - theirs.paragraph) > 1


def _blamed(mine: Deed, other: Deed, ours: Account, theirs: Account) -> bool:
    """Whether one blames somebody for what the other says was done by another."""
    if "blame" not in mine.senses | other.senses:
        return False
    harmful = mine.senses & _HARM and other.senses & _HARM
    return bool(harmful and (ours.senses & theirs.senses & _HARM - {"blame"}))


def _targets(mine: Deed, other: Deed) -> float:
    """How alike two deeds' targets are, 0–1; one without a name may be any."""
    if mine.target is None or other.target is None:
        return 0.0
    nothing = frozenset[str]()
    alike = overlap(Deed("", nothing, target=mine.target), Deed("", nothing, target=other.target))
    unnamed = not heads(mine.target.words) or not heads(other.target.words)
    return max(alike, _ONE_DEED * unnamed)


def _counts(*doers: FacetValue) -> bool:
    """Whether a doer is rather a count: "no more than 45 took part"."""
    return any(any(char.isdigit() for char in one.words) for one in doers)


def who_began(ours: Account, theirs: Account, contrast: float) -> Iterator[Clash]:
    """Yield where each side has the other begin it: "had come under attack first"."""
    for mine, other in ((ours, theirs), (theirs, ours)):
        first = mine.tells(_FIRST)
        doer, named = charged(other), charged(mine)
        hit = mine.senses & _VIOLENT
        if not (first and hit and doer and contrast):
            continue
        if named is None or not same_doer(named, doer):
            yield Clash(Facet.ACTOR, 0.45 + 0.2 * contrast, quoted(ours, theirs))


def excuses(ours: Account, theirs: Account, contrast: float) -> Iterator[Clash]:
    """Yield where one clears its own side of what the other charges it with."""
    for own, charge in ((ours, theirs), (theirs, ours)):
        said = own.tells(_NOT_US)
        named = charged(charge)
        if said and named is None and own.tells(_CLEARED):
            named = next(iter(charge.of(Facet.ACTOR)), None)
        if not said or named is None or named.source_id in charge.party.line:
            continue
        by_name = own.party.meant_by(named.words, named.source_id)
        spoken = _ACCUSING.search(charge.cue) is not None
        spoken = spoken and not _PRESENT.search(said[0])
        if (by_name or spoken) and not charge.party.allied(own.party):
            score = 0.55 + 0.15 * by_name + 0.1 * spoken + 0.1 * contrast
            facet = Facet.OCCURRENCE if _UNDONE.search(said[0]) else Facet.ACTOR
            yield Clash(facet, score, quoted(ours, theirs))


def strikes_figuratively(account: Account) -> bool:
    """Whether an account's harmful deeds are all those of a hardship: "prices had hit farmers"."""
    harmful = [deed for deed in account.deeds if is_harmful(deed)]
    return bool(harmful) and all(
        deed.actor is not None and heads(deed.actor.words) & _HARDSHIPS for deed in harmful
    )


@once
def charged(account: Account) -> FacetValue | None:
    """Whoever an account names as the doer of something harmful."""
    for deed in account.deeds:
        if deed.actor is not None and is_harmful(deed) and not deed.denied:
            return deed.actor
    named = account.of(Facet.ACTOR)
    return named[0] if named and _ACCUSING.search(account.cue) else None


def is_harmful(deed: Deed) -> bool:
    """Whether a deed is one that people are charged with."""
    return bool(deed.senses & _HARM)
