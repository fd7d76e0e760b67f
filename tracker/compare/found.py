"""What comparing finds between two accounts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.domain.facet import Facet
from tracker.domain.relation import AGAINST, RelationKind

_CERTAIN = 0.97
"""No finding is surer than this (0–1)."""
_AGREEING = frozenset({RelationKind.CORROBORATES, RelationKind.REFINES})


@dataclass(frozen=True)
class Finding:
    """A relation that comparing proposes from ``a`` to ``b``; ``score`` is 0–1."""

    a: int
    b: int
    kind: RelationKind
    facet: Facet | None
    score: float
    reason: str


def settled(found: Sequence[Finding]) -> list[Finding]:
    """Keep one finding for each pair, kind and facet: the surest.

    Two claims that cannot both be right do not bear each other out.
    """
    apart = {frozenset((one.a, one.b)) for one in found if one.kind in AGAINST}
    found = [
        one for one in found if one.kind not in _AGREEING or frozenset((one.a, one.b)) not in apart
    ]
    best: dict[tuple[object, ...], Finding] = {}
    for one in sorted(found, key=lambda one: (-one.score, one.a, one.b)):
        key = (frozenset((one.a, one.b)), one.facet, one.kind)
        best.setdefault(key, one)
    return [
        Finding(one.a, one.b, one.kind, one.facet, round(min(one.score, _CERTAIN), 2), one.reason)
        for one in best.values()
    ]
