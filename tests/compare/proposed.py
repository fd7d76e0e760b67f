"""What comparing proposes for a text whose attributions are marked by hand."""

from __future__ import annotations

from typing import NamedTuple

from marked import drafted

from tracker.compare.proposing import compared


class Tie(NamedTuple):
    """A proposed relation, by the numbers of its claims among those that somebody makes."""

    a: int
    b: int
    kind: str
    facet: str | None
    score: float
    reason: str


def ties(words: str) -> list[Tie]:
    """All relations proposed between the claims of a marked text, the surest first."""
    reading = compared(drafted(words).reading)
    said = [claim.key for claim in reading.claims if claim.chain]
    number = {key: at for at, key in enumerate(said, 1)}
    return [
        Tie(number[one.a], number[one.b], one.kind, one.facet, one.score or 0.0, one.reason)
        for one in reading.relations
        if {one.a, one.b} <= number.keys()
    ]


def against(words: str) -> set[frozenset[int]]:
    """The pairs that stand against each other."""
    return {
        frozenset((one.a, one.b)) for one in ties(words) if one.kind in ("contradicts", "denies")
    }
