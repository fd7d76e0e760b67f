"""What comparing finds between two accounts."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.domain.facet import Facet
from tracker.domain.relation import RelationKind


@dataclass(frozen=True)
class Finding:
    """A relation that comparing proposes from ``a`` to ``b``; ``score`` is 0–1."""

    a: int
    b: int
    kind: RelationKind
    facet: Facet | None
    score: float
    reason: str
