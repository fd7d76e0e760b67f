"""Opposing deeds: done and not done, open and shut, none at all and some."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tracker.compare.account import Account, Deed
from tracker.compare.alike import is_open, overlap, same_doer, same_thing, topic
from tracker.compare.clash import Clash
from tracker.compare.contrast import NEXT
from tracker.compare.reasons import of_none, of_phrases, of_states, quoted
from tracker.domain.facet import Facet
from tracker.domain.meanings import lexicon, matches, stem, stems_in, words_in

VAGUE = frozenset(
    """order know help mean se hear happen start stop disclose tell visit feel send deploy deliver
    hide fly say track report comment think want believe call describ""".split()  # noqa: SIM905
)
"""Senses that say too little for two claims to be about one deed."""
GRAVE = frozenset(
    """ignite explode
    attack hurt destroy burn collide crash abduct arrest enter throw gas leak breach strike fail
    steal cheat provoke die gather""".split()  # noqa: SIM905
)
"""Deeds that "nothing happened" leaves no room for."""
_CONTROL = frozenset({"hold", "take", "win", "lose"})
"""Senses of which the one side's deed is about what the other side has."""
_NOTHING = re.compile(
    r"\b(?:nothing (?:had |has |of the (?:kind|sort) )?(?:happened|took place|occurred|unusual)|"
    r"nothing of the (?:kind|sort)|no incidents?|all (?:was|is) (?:quiet|calm|normal|well))\b"
)
_AS_GOOD_AS_NONE = re.compile(
    r" (?:(?:was|were|been|left|turned|switched) off|out of order|broken|stolen|unlit) "
)
"""How somebody tells of a thing that was there, and did no good."""


_DOUBTING = re.compile(
    r"(?:(?:throw\w*|voic\w*|express\w*|rais\w*) )?doubt|cast\w* (?:doubts? )?on\b", re.IGNORECASE
)
"""How somebody says of what may be that it is not sure."""
_BIDDEN = re.compile(r" (?:ordered|told|instructed|urged|authori[sz]ed|allowed) to$")
_KILLED = re.compile(r"\b(?:kill|die|dea[dt]|dying|slain|murder)", re.IGNORECASE)
_INJURED = re.compile(r"\b(?:injur|wound|hurt)", re.IGNORECASE)


def deed_clashes(ours: Account, theirs: Account, contrast: float) -> Iterator[Clash]:
    """Yield where deeds or states of two accounts exclude each other."""
    for mine in (*ours.deeds, *ours.states):
        for other in (*theirs.deeds, *theirs.states):
            if _is_bidden(mine, ours) is not _is_bidden(other, theirs):
                continue
            if mine.denied is not other.denied and doubts(theirs if mine.denied else ours):
                continue
            if sure := _polarity(mine, other, contrast):
                at_stake = not _spares_life(mine, other)
                yield Clash(Facet.OCCURRENCE, sure, quoted(ours, theirs), at_stake)
            elif found := _opposites(mine, other, topic(ours, theirs), contrast):
                yield Clash(*found, of_states(ours, theirs, mine, other))


def _polarity(mine: Deed, other: Deed, contrast: float) -> float:
    """One says that it was, the other that it was not."""
    shared = (mine.senses & other.senses) - VAGUE
    if mine.denied is other.denied or not shared:
        return 0.0
    alike = overlap(mine, other)
    if not (alike or (contrast and (is_open(mine) or is_open(other)))):
        return 0.0
    known = 0.1 * bool(shared & lexicon().senses)
    return 0.35 + known + 0.2 * alike + 0.2 * contrast


def _is_bidden(deed: Deed, account: Account) -> bool:
    """Whether a deed is only what somebody was to do: "guards had been ordered to shoot"."""
    (word, *_) = words_in(deed.words) or ("",)
    return _BIDDEN.search(account.plain.partition(f" {word} ")[0]) is not None


def _spares_life(mine: Deed, other: Deed) -> bool:
    """Whether one says that nobody was killed, and the other only that somebody was injured."""
    undone, done = (mine, other) if mine.denied else (other, mine)
    return bool(_KILLED.match(undone.words) and _INJURED.match(done.words))


def _opposites(
    mine: Deed, other: Deed, common: float, contrast: float
) -> tuple[Facet, float] | None:
    """One says what leaves no room for what the other says: shut and working, safe and unsafe."""
    pair = lexicon().opposed(mine.senses, other.senses)
    if pair is None or mine.denied is not other.denied or mine.senses & other.senses:
        return None
    control = bool(_CONTROL & set(pair))
    if control and mine.actor and other.actor and same_doer(mine.actor, other.actor):
        return None
    alike = overlap(mine, other) if control else same_thing(mine, other)
    if not (mine.about and other.about):
        alike = max(alike, common, 0.5 * (contrast > NEXT and (mine.state or other.state)))
    if not alike and not (contrast and control):
        return None
    facet = Facet.OUTCOME if control else Facet.OCCURRENCE
    return facet, 0.35 + 0.25 * alike + 0.2 * contrast


def none_at_all(ours: Account, theirs: Account, contrast: float) -> Iterator[Clash]:
    """Yield where one says that there was no such thing, and the other tells of it."""
    for denier, teller in ((ours, theirs), (theirs, ours)):
        if teller.tells(_AS_GOOD_AS_NONE) or doubts(teller):
            continue
        gone = {
            one
            for deed in denier.deeds
            if deed.denied and deed.actor is None and deed.target is None
            for one in stems_in(deed.words)
        }
        denied = {one for deed in teller.deeds if deed.denied for one in _named(deed)}
        near = ours.paragraph == theirs.paragraph or contrast > NEXT
        shared = (gone & teller.stems) - denied
        if shared and (near or len(ours.stems & theirs.stems) > 1):
            root = min(shared)
            reason = of_none(ours, theirs, _word(teller, root), _word(denier, root))
            yield Clash(Facet.OCCURRENCE, 0.4 + 0.35 * contrast, reason)


def doubts(account: Account) -> bool:
    """Whether somebody only doubts: "(casting) doubt on offers to talk"."""
    return _DOUBTING.match(f"{account.cue} {account.words}") is not None


def nothing_happened(ours: Account, theirs: Account, contrast: float) -> Iterator[Clash]:
    """Yield where one says that nothing happened at all, the other what did."""
    for denier, teller in ((ours, theirs), (theirs, ours)):
        said = denier.tells(_NOTHING)
        done = [one for one in teller.deeds if one.senses & GRAVE and not one.denied]
        if said and done and teller.party.id is not None:
            yield Clash(Facet.OCCURRENCE, 0.6 + 0.15 * contrast, quoted(ours, theirs))


def repeats_nothing(account: Account, accounts: Sequence[Account]) -> bool:
    """Whether an account only says again, in one sentence, that nothing happened."""
    return account.tells(_NOTHING) is not None and any(
        one.at == account.at - 1
        and one.sentence == account.sentence
        and one.party.id == account.party.id
        and one.tells(_NOTHING) is not None
        for one in accounts
    )


def exclusive_words(ours: Account, theirs: Account, contrast: float) -> Iterator[Clash]:
    """Yield where two accounts answer one plain question about one thing differently."""
    alike = len(ours.stems & theirs.stems)
    if not (alike and contrast):
        return
    for answers in lexicon().exclusive.values():
        mine, other = (
            {name for _, _, names in matches(answers, stems_in(one.words)) for name in names}
            for one in (ours, theirs)
        )
        if len(mine) == len(other) == 1 and mine != other:
            score = 0.4 + 0.1 * min(2, alike) + 0.1 * contrast
            one, two = mine.pop(), other.pop()
            reason = of_phrases(ours, theirs, one, two)
            yield Clash(Facet.OCCURRENCE, score, reason)


def _named(deed: Deed) -> Iterator[str]:
    """The roots of what a deed is called, and of who or what it names."""
    yield from stems_in(deed.words)
    for one in (deed.actor, deed.target):
        if one is not None:
            yield from stems_in(one.words)


def _word(account: Account, root: str) -> str:
    return next((one for one in words_in(account.words) if stem(one) == root), root)
