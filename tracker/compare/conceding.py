"""Conceding: a party admits what is charged to it, or says that some of its own did it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.compare.account import Account, Deed
from tracker.compare.alike import MAYBE, own_side, same_thing
from tracker.compare.doers import is_harmful
from tracker.compare.found import Finding
from tracker.compare.party import Party
from tracker.compare.reasons import of_admission
from tracker.domain.assertion import ADMITTING_CUES
from tracker.domain.facet import Facet, FacetValue
from tracker.domain.relation import RelationKind
from tracker.domain.sides import heads

ADMITTED = frozenset({Facet.ACTOR, Facet.OCCURRENCE})
"""What is no longer at odds once it is admitted: who did it, and that it was done."""
_CONCEDING = re.compile(rf"\b(?:{'|'.join(ADMITTING_CUES)})", re.IGNORECASE)
_NOT = re.compile(r" (?:not|never|no|none|nobody|neither|\w+n't) ")
_OWN = re.compile(r"^(?:[\w-]+ ){0,3}?(?:of )?(?:its|his|her|their|our|my) \w", re.IGNORECASE)
_OF = re.compile(r"\b(?:of|at|from|with|for) ", re.IGNORECASE)
_ONE_THING = 0.5
_SURE = 0.6


def conceded(ours: Account, theirs: Account) -> Iterator[Finding]:
    """Yield where one admits what the other charged it with."""
    for admits, charges in ((ours, theirs), (theirs, ours)):
        if admits.party.allied(charges.party) or not _concedes(admits, charges):
            continue
        kind, facet = RelationKind.CONCEDES, Facet.OCCURRENCE
        reason = of_admission(admits, charges)
        yield Finding(admits.id, charges.id, kind, facet, _SURE, reason)


def _concedes(admits: Account, charges: Account) -> bool:
    deeds = list(_shared(admits, charges))
    if _CONCEDING.search(admits.cue):
        doers = [other.actor for _, other in deeds if other.actor is not None]
        one_thing = any(same_thing(*each) >= _ONE_THING for each in deeds)
        one_thing = one_thing or (
            bool(deeds) and bool(admits.kinds(Facet.MEANS) & charges.kinds(Facet.MEANS))
        )
        return (
            any(_means(one, admits.party) for one in doers)
            or (one_thing and bool(admits.stems & charges.stems))
            or _owns_up(admits, charges)
        )
    if admits.tells(_NOT):  # "it was not his men"
        return False
    return any(
        is_harmful(other)
        and not other.denied
        and mine.actor is not None
        and other.actor is not None
        and _is_part(mine.actor, admits.party)
        and _means(other.actor, admits.party)
        for mine, other in deeds
    )


def _owns_up(admits: Account, charges: Account) -> bool:
    """Whether somebody tells of the own people what another charges theirs with."""
    return any(
        own_side(mine.actor, admits, other.actor)
        and (mine.senses & other.senses or same_thing(mine, other) > MAYBE)
        for mine in admits.deeds
        for other in charges.deeds
        if mine.actor is not None and other.actor is not None
        if mine.denied is other.denied and is_harmful(other)
    )


def _shared(admits: Account, charges: Account) -> Iterator[tuple[Deed, Deed]]:
    """The deeds that both say were done, or were not; "the crowd" alone says of none."""
    for mine in admits.deeds:
        for other in charges.deeds:
            told = any((one.actor or one.target) is not None for one in (mine, other))
            if told and mine.senses & other.senses and mine.denied is other.denied:
                yield mine, other


def _means(doer: FacetValue, party: Party) -> bool:
    """Whether a doer in another's words is a party, also by its office alone: "the police"."""
    return party.meant_by(doer.words, doer.source_id) or bool(heads(doer.words) & party.words)


def _is_part(doer: FacetValue, party: Party) -> bool:
    """Whether a doer is some of a party's own: "one of its drivers", "a clerk of the bank"."""
    if _OWN.match(doer.words):
        return True
    return any(heads(whole) & party.words for whole in _OF.split(doer.words, maxsplit=1)[1:])
