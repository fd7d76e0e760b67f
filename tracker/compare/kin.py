"""Kin: words that may count the same people."""

from __future__ import annotations

from tracker.domain.figure import Figure
from tracker.domain.meanings import stems_in
from tracker.domain.sides import heads

_PEOPLE = frozenset(
    """peopl person live toll victim casualti dead death kill fataliti injuri hurt wound injur di
    miss unaccount bodi""".split()  # noqa: SIM905
)
_KIN = tuple(
    frozenset(stems_in(line))
    for line in (
        "civilian neighbour neighbor resident man villager local child",
        "soldier troop man serviceman fighter militant",
        "protester demonstrator marcher",
        "colleague worker employee miner man crew staff",
        "baby infant newborn child toddler",
        "child pupil student schoolchild girl boy teenager youth",
        "prisoner inmate detainee convict",
        "officer policeman police constable guard",
        "sailor seaman crewman crew fisherman man",
        "migrant refugee passenger",
        "fan supporter spectator",
        "hostage captive prisoner",
        "farmer villager herder resident",
        "rescuer firefighter",
    )
)
"""Words of a line may count the same people."""


def same_people(mine: Figure, other: Figure) -> bool:
    """Whether two counts of harm may be of the same people: one is of people at large, or alike."""
    one, two = heads(mine.counts) - _PEOPLE, heads(other.counts) - _PEOPLE
    if not one or not two or one & two:
        return True
    return any(one & kin and two & kin for kin in _KIN)
